/* guard.c - references are guarded: nothing is voided while others lean on it.  Asked inside the write
 * transaction, when all of a commit has been written. */
#include "core/work/guard.h"

#include "base/utf8.h"
#include "core/read/lex.h"
#include "core/read/rights.h"
#include "rec/text.h"

/* ---- what a field says ------------------------------------------------------------------------ */

/* The records a field refers to, one after the other. */
struct aims { str rest; uint64_t one; };

static struct aims aims_of(const struct field *f, const struct rec *r)
{
	val v = field_get(f, r);

	return f->kind == K_REF ? (struct aims){ .one = (uint64_t)v.n } : (struct aims){ .rest = v.s };
}

static bool next_aim(struct aims *w, uint64_t *id)
{
	str word;
	int64_t n;

	*id = w->one;
	w->one = 0;
	if (!*id && str_word(&w->rest, &word) && str_int(word, &n))
		*id = (uint64_t)n;
	return *id != 0;
}

static bool refers(const struct field *f, const struct rec *r, uint64_t id)
{
	struct aims w = aims_of(f, r);
	uint64_t at;

	while (next_aim(&w, &at))
		if (at == id)
			return true;
	return false;
}

static bool names(str text, const struct rec_type *t, uint64_t id)
{
	uint64_t at;

	return ref_is(text, t, &at) && at == id;
}

/* ---- fields that no index begins with --------------------------------------------------------- */

struct hit { uint64_t aim, by; };
struct scan { const struct field *field; struct { VEC(struct hit); } hits; };

struct scanning {
	struct session *s;
	struct arena *a, work;
	const struct rec_type *type;
	struct scan *scan;
	struct err *e;
	enum rc rc;
};

static bool scan_one(void *arg, uint64_t id)
{
	struct scanning *q = arg;
	struct rec *r;
	struct aims w;
	uint64_t aim;

	q->rc = snap_get(q->s->view, &q->work, q->type, id, &r, q->e);
	if (q->rc == RC_OK && !rec_voided(r))
		for (w = aims_of(q->scan->field, r); next_aim(&w, &aim);)
			*vec_add(q->a, &q->scan->hits) = (struct hit){ aim, id };
	arena_reset(&q->work);
	return q->rc == RC_OK;
}

static enum rc scan_of(struct session *s, struct arena *a, struct scans *scans,
	const struct pointer *p, const struct scan **out, struct err *e)
{
	struct scanning q = { .s = s, .a = a, .type = p->type, .e = e };
	enum rc rc;

	for (size_t i = 0; i < scans->n; i++)
		if (scans->p[i].field == p->field) {
			*out = &scans->p[i];
			return RC_OK;
		}
	q.scan = vec_add(a, scans);
	q.scan->field = p->field;
	rc = snap_each(s->view, p->type, 1, scan_one, &q, e);
	arena_free(&q.work);
	*out = q.scan;
	return rc == RC_OK ? q.rc : rc;
}

/* ---- who leans on a record -------------------------------------------------------------------- */

struct finding {
	struct session *s;
	struct arena *a;
	const struct rec_type *type; /* of the record that is leant on */
	uint64_t id;
	struct ids { VEC(uint64_t); } homes;
	struct leanings *out;
};

static void add_home(struct finding *q, uint64_t family)
{
	for (size_t i = 0; i < q->homes.n; i++)
		if (q->homes.p[i] == family)
			return;
	if (family)
		*vec_add(q->a, &q->homes) = family;
}

/* The families a record belongs to and has belonged to: what was said of it there may still stand there. */
static enum rc find_homes(struct finding *q, const struct rec *r, struct err *e)
{
	add_home(q, rights_family(q->s, q->type, r));
	for (size_t i = 0; i < q->homes.n; i++) {
		struct cursor c;
		const struct rec *row;
		enum rc rc;

		TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &status_type),
			.index = "family", .prefix = &VAL_REF(q->homes.p[i]), .nprefix = 1 }, &c, e));
		while ((rc = cursor_next(&c, &row, e)) == RC_OK) {
			const struct status *st = (const struct status *)row;
			uint64_t family;

			if (names(st->about, q->type, q->id) && str_is(st->field, q->type->owner) &&
				ref_is(st->was, &family_type, &family))
				add_home(q, family);
		}
		TRY_END(rc);
	}
	return RC_OK;
}

static enum rc try_one(struct finding *q, const struct pointer *p, uint64_t id, struct err *e)
{
	struct rec *r;

	TRY(snap_get(q->s->view, q->a, p->type, id, &r, e));
	if (!rec_voided(r) && refers(p->field, r, q->id) && !(p->type == q->type && id == q->id))
		*vec_add(q->a, q->out) = (struct leaning){ p->type, p->field, r };
	return RC_OK;
}

static enum rc try_index(struct finding *q, const struct pointer *p, const char *index, uint64_t key,
	struct err *e)
{
	struct ids ids = { 0 };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = p->type, .index = index,
		.prefix = &VAL_REF(key), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		*vec_add(q->a, &ids) = r->id;
	TRY_END(rc);
	for (size_t i = 0; i < ids.n; i++)
		TRY(try_one(q, p, ids.p[i], e));
	return RC_OK;
}

/* Where both belong to a family, the family's index serves; a family is its own. */
static enum rc try_homes(struct finding *q, const struct pointer *p, struct err *e)
{
	for (size_t i = 0; i < q->homes.n; i++)
		TRY(p->type->owner[0] ? try_index(q, p, p->type->owner, q->homes.p[i], e)
				      : try_one(q, p, q->homes.p[i], e));
	return RC_OK;
}

static enum rc try_scan(struct finding *q, const struct pointer *p, struct scans *scans, struct err *e)
{
	const struct scan *scan;

	TRY(scan_of(q->s, q->a, scans, p, &scan, e));
	for (size_t i = 0; i < scan->hits.n; i++)
		if (scan->hits.p[i].aim == q->id)
			TRY(try_one(q, p, scan->hits.p[i].by, e));
	return RC_OK;
}

enum rc guard_leaning(struct session *s, struct arena *a, struct scans *scans, const struct rec_type *t,
	const struct rec *r, struct leanings *out, struct err *e)
{
	struct finding q = { .s = s, .a = a, .type = t, .id = r->id, .out = out };
	struct pointers by;

	*out = (struct leanings){ 0 };
	kind_pointed_by(a, s->office->types, t, &by);
	TRY(find_homes(&q, r, e));
	for (size_t i = 0; i < by.n; i++) {
		const struct pointer *p = &by.p[i];

		if (p->index)
			TRY(try_index(&q, p, p->index, r->id, e));
		else if (p->type->owner && t->owner)
			TRY(try_homes(&q, p, e));
		else
			TRY(try_scan(&q, p, scans, e));
	}
	return RC_OK;
}

/* ---- nothing leans on what is void ------------------------------------------------------------ */

enum { SAID_MOST = 3, NAME_COLS = 30 };

/* What is void has no name in the lists any more; its title still tells which it was. */
static str title_of(struct session *s, struct arena *a, const struct rec_type *t, const struct rec *r)
{
	struct rec *seen = rec_dup(a, t, r);
	const struct field *title = type_field(t, str_of(t->title));

	rights_mask(s, a, t, seen);
	return val_text(&s->lex, a, title, field_get(title, seen));
}

static str named(struct session *s, struct arena *a, const struct rec_type *t, const struct rec *r)
{
	str name = rec_voided(r) ? title_of(s, a, t, r) : lex_ref_text(s, a, t->name, r->id);

	return name.n ? arena_printf(a, "%s %.*s", t->label, STR_FMT(utf8_fit(a, name, NAME_COLS)))
		: arena_printf(a, "%s第%llu号", t->label, (unsigned long long)r->id);
}

static enum rc refuse(struct session *s, struct arena *a, const struct rec_type *t,
	const struct rec *is, const struct leanings *by, bool undoing, struct err *e)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < by->n && i < SAID_MOST; i++)
		buf_printf(&b, "%s%.*s的“%s”", i ? "、" : "",
			STR_FMT(named(s, a, by->p[i].type, by->p[i].rec)), by->p[i].field->label);
	if (by->n > SAID_MOST)
		buf_printf(&b, " 等%zu处", by->n);
	return fail(e, RC_INVALID, "%.*s还不能%s：%.*s写着它；请先把那里改成别的，或先作废那条记录",
		STR_FMT(named(s, a, t, is)), undoing ? "撤销" : "作废", STR_FMT(buf_view(&b)));
}

enum rc guard_voided(struct session *s, struct arena *a, struct scans *scans, const struct rec_type *t,
	const struct rec *was, const struct rec *is, bool undoing, struct err *e)
{
	struct leanings by;

	if (!was || rec_voided(was) || !rec_voided(is))
		return RC_OK;
	TRY(guard_leaning(s, a, scans, t, is, &by, e));
	return by.n ? refuse(s, a, t, is, &by, undoing, e) : RC_OK;
}
