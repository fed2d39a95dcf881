/* merge.c - two files of one family made one, and one family made two; each a single commit that undo
 * takes back (domain.md 3.5). */
#include "core/impl.h"

#include "base/utf8.h"

struct batch { struct save *save; size_t n, cap; struct arena *a; };

static struct save *add(struct batch *b)
{
	if (b->n == b->cap) {
		struct save *more = ARENA_ARRAY(b->a, struct save, b->cap = b->cap * 2 + 32);

		if (b->n)
			memcpy(more, b->save, b->n * sizeof *more);
		b->save = more;
	}
	b->save[b->n] = (struct save){ 0 };
	return &b->save[b->n++];
}

static void change(struct session *s, struct batch *b, const struct rec_type *shipped,
	const struct rec *base, struct rec **rec)
{
	const struct rec_type *t = type_of(s, shipped);
	struct save *save = add(b);

	*rec = rec_dup(b->a, t, base);
	*save = (struct save){ .type = t, .base = base, .rec = *rec };
}

static void record(struct session *s, struct batch *b, uint64_t family, const char *what, str was,
	str is)
{
	struct status *st = (struct status *)rec_new(b->a, type_of(s, &status_type));
	struct save *save = add(b);

	st->family.id = family;
	st->what.key = str_of(what);
	st->was = was;
	st->is = is;
	st->effective = session_today(s);
	st->approved_by.id = s->me.worker;
	*save = (struct save){ .type = type_of(s, &status_type), .rec = &st->r };
}

/* ---- merging -------------------------------------------------------------------------------- */

/* Somebody who stands in both files: what is said of `from` is said of `to` afterwards. */
struct twin { uint64_t from, to; };
struct merging {
	struct session *s;
	struct batch b;
	uint64_t from, to;      /* the families */
	struct twin *twin;
	size_t ntwins;
	struct parts there;     /* the members, and then the live posts, of the file that stays */
	size_t moved;
};

/* The same name, and nothing that says it is somebody else. */
static const struct person *twin_of(struct merging *m, const struct person *p)
{
	for (size_t i = 0; i < m->there.n; i++) {
		const struct person *q = (const struct person *)m->there.rec[i];

		if (str_eq(utf8_fold(m->b.a, q->name), utf8_fold(m->b.a, p->name)) &&
			(!p->birth.ymd || !q->birth.ymd || p->birth.ymd == q->birth.ymd) &&
			(!p->id_no.s.n || !q->id_no.s.n || str_eq(p->id_no.s, q->id_no.s)) &&
			(!p->sex.key.n || !q->sex.key.n || str_eq(p->sex.key, q->sex.key)))
			return q;
	}
	return NULL;
}

/* One person of two: the one who stays gains what only the other knew.  A number that nobody else may
 * have is given up first. */
static void join(struct merging *m, const struct person *p, const struct person *kept)
{
	const struct rec_type *t = type_of(m->s, &person_type);
	struct rec *gone = NULL, *r;

	if (p->id_no.s.n && !kept->id_no.s.n) {
		change(m->s, &m->b, t, &p->r, &gone);
		((struct person *)gone)->id_no.s = (str){ 0 };
	}
	change(m->s, &m->b, t, &kept->r, &r);
	for EACH_FIELD(f, t)
		if (!field_get(f, r).set && strcmp(f->name, "family"))
			field_set(f, r, field_get(f, &p->r));
	m->twin[m->ntwins++] = (struct twin){ p->r.id, kept->r.id };
}

static bool joined(const struct merging *m, uint64_t person)
{
	for (size_t i = 0; i < m->ntwins; i++)
		if (m->twin[i].from == person)
			return true;
	return false;
}

/* The past stays with the file it was kept in; a post that is still filled ends. */
static void end_post(struct merging *m, const struct assignment *old)
{
	date yesterday = { session_today(m->s).day - 1 };
	struct rec *r;

	if (old->to.day && old->to.day <= yesterday.day)
		return;
	change(m->s, &m->b, &assignment_type, &old->r, &r);
	((struct assignment *)r)->to = yesterday.day < old->from.day ? old->from : yesterday;
	((struct assignment *)r)->reason.key = S("10");
}

static void move_one(struct merging *m, const struct rec_type *t, const struct rec *old)
{
	struct rec *r;

	change(m->s, &m->b, t, old, &r);
	rec_set(t, r, t->owner, (val){ true, (int64_t)m->to, { 0 } });
	for EACH_FIELD(f, t)
		for (size_t i = 0; f->kind == K_REF && i < m->ntwins; i++)
			if (strcmp(f->of, "person") == 0 && (uint64_t)field_get(f, r).n == m->twin[i].from)
				field_set(f, r, (val){ true, (int64_t)m->twin[i].to, { 0 } });
	m->moved++;
}

static enum rc move_all(struct merging *m, const struct rec_type *t, struct err *e)
{
	bool posts = strcmp(t->name, assignment_type.name) == 0;
	bool persons = strcmp(t->name, person_type.name) == 0;
	struct parts list;

	if (t->tag == status_type.tag)
		return RC_OK; /* what the file was stays its own */
	TRY(family_parts(m->s, m->b.a, t, m->from, &list, e));
	if (persons) {
		TRY(family_parts(m->s, m->b.a, t, m->to, &m->there, e));
		m->twin = ARENA_ARRAY(m->b.a, struct twin, list.n + 1);
	}
	for (size_t i = 0; i < list.n; i++) {
		const struct person *twin = persons ? twin_of(m, (const struct person *)list.rec[i]) : NULL;

		if (posts)
			end_post(m, (const struct assignment *)list.rec[i]);
		else if (twin)
			join(m, (const struct person *)list.rec[i], twin);
		else
			move_one(m, t, list.rec[i]);
	}
	return RC_OK;
}

/* What the file that stays takes from the other; what must be given a reason has one. */
static void take(struct merging *m, const struct family *into, const struct family *from,
	const struct field *const *taken, size_t n)
{
	str why = arena_printf(m->b.a, "并入 %.*s", STR_FMT(from->file_no));
	struct family *f;
	struct rec *r;

	if (!n)
		return;
	change(m->s, &m->b, &family_type, &into->r, &r);
	f = (struct family *)r;
	for (size_t i = 0; i < n; i++)
		field_set(taken[i], r, field_get(taken[i], &from->r));
	if (!str_eq(f->kind.key, into->kind.key) && str_eq(f->kind_evidence, into->kind_evidence))
		f->kind_evidence = why;
	if (!str_eq(f->care_level.key, into->care_level.key) && str_eq(f->care_reason, into->care_reason))
		f->care_reason = why;
}

enum rc session_merge(struct session *s, struct arena *a, uint64_t from, uint64_t to,
	const struct field *const *taken, size_t ntaken, size_t *moved, struct err *e)
{
	struct merging m = { .s = s, .b.a = a, .from = from, .to = to };
	struct family *f, *into;
	enum rc rc = RC_OK;

	*moved = 0;
	if (from == to)
		return fail(e, RC_INVALID, "两份档案是同一份，不用合并");
	TRY(enter(s, e));
	f = peek_family(s, a, from);
	into = peek_family(s, a, to);
	if (!f || !into)
		rc = fail(e, RC_NOT_FOUND, "没有这户家庭");
	else if (f->closed.day || into->closed.day)
		rc = fail(e, RC_INVALID, "已销档的档案不能合并，请先恢复");
	else
		take(&m, into, f, taken, ntaken);
	for (size_t i = 0; rc == RC_OK && s->office->types[i]; i++) {
		const struct rec_type *t = s->office->types[i];

		if (t->owner && *t->owner && strcmp(t->owner, "family") == 0)
			rc = move_all(&m, t, e);
	}
	*moved = m.moved;
	if (rc == RC_OK) {
		struct rec *r;

		change(s, &m.b, &family_type, &f->r, &r);
		((struct family *)r)->closed = session_today(s);
		((struct family *)r)->close_reason.key = S("09");
		if (!joined(&m, f->head.id))
			((struct family *)r)->head.id = 0; /* gone over */
		record(s, &m.b, to, "merged", f->file_no, into->file_no);
	}
	leave(s);
	if (rc == RC_OK)
		rc = session_save(s, a, arena_printf(a, "并入 %.*s", STR_FMT(into->file_no)), m.b.save,
			m.b.n, e);
	return rc;
}

/* ---- splitting ------------------------------------------------------------------------------ */

static bool goes(const uint64_t *person, size_t n, uint64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (person[i] == id)
			return true;
	return false;
}

static void new_file(struct session *s, struct batch *b, const struct family *f, uint64_t head)
{
	struct family *made = (struct family *)rec_new(b->a, type_of(s, &family_type));
	struct save *save = add(b);

	made->community = f->community;
	made->kind = f->kind;
	made->head.id = head;
	made->opened = session_today(s);
	made->care_level = f->care_level;
	made->care_reason = S("离婚分户");
	made->wish_no = f->wish_no;
	made->needs_text.s = arena_printf(b->a, "由 %.*s 分户", STR_FMT(f->file_no));
	*save = (struct save){ .type = type_of(s, &family_type), .rec = &made->r };
}

enum rc session_split(struct session *s, struct arena *a, uint64_t family, const uint64_t *person,
	size_t n, uint64_t *made, struct err *e)
{
	struct batch b = { .a = a };
	struct parts persons, live;
	struct family *f;
	struct rec *r;
	size_t moved = 0;
	enum rc rc;

	*made = 0;
	TRY(enter(s, e));
	f = peek_family(s, a, family);
	rc = f ? family_persons(s, a, family, &persons, e) : fail(e, RC_NOT_FOUND, "没有这户家庭");
	if (rc == RC_OK)
		rc = family_assignments(s, a, family, true, &live, e);
	if (rc == RC_OK)
		new_file(s, &b, f, person[0]);
	for (size_t i = 0; rc == RC_OK && i < persons.n; i++) {
		const struct person *p = (const struct person *)persons.rec[i];

		if (goes(person, n, p->r.id)) {
			change(s, &b, &person_type, &p->r, &r);
			((struct person *)r)->family.id = REF_OP(0);
			moved++;
		} else if (person_is_child(&s->office->codes, p)) { /* both parents keep the child */
			struct person *copy = (struct person *)rec_dup(a, type_of(s, &person_type), &p->r);

			copy->r.id = copy->r.version = 0;
			copy->family.id = REF_OP(0);
			copy->id_no.s = copy->disab_cert.s = (str){ 0 }; /* one file holds the numbers */
			*add(&b) = (struct save){ .type = type_of(s, &person_type), .rec = &copy->r };
		}
	}
	if (rc == RC_OK && moved != n)
		rc = fail(e, RC_INVALID, "要分出去的成员不都在这户里，请核对");
	if (rc == RC_OK && f->head.id && goes(person, n, f->head.id))
		rc = fail(e, RC_INVALID, "户主留在原来的档案里；请写要分出去的另一方");
	for (size_t i = 0; rc == RC_OK && i < live.n; i++) {
		struct assignment *as = (struct assignment *)rec_dup(a, type_of(s, &assignment_type),
			live.rec[i]);

		as->r.id = as->r.version = 0;
		as->family.id = REF_OP(0);
		as->from = session_today(s);
		*add(&b) = (struct save){ .type = type_of(s, &assignment_type), .rec = &as->r };
	}
	if (rc == RC_OK)
		record(s, &b, REF_OP(0), "split", f->file_no, S(""));
	leave(s);
	if (rc == RC_OK)
		rc = session_save(s, a, S("分户"), b.save, b.n, e);
	if (rc == RC_OK)
		*made = b.save[0].id;
	return rc;
}
