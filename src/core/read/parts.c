/* parts.c - reading a family with everything that belongs to it; unmasked, for rules and facts. */
#include "core/read/parts.h"

#include "core/office/means.h"
#include "core/records/household.h"
#include "core/records/names.h"

#include <stdlib.h>

str org_short(struct session *s, struct arena *a, uint64_t id)
{
	struct org *o = peek_org(s, a, id);

	return o ? o->short_name : S("");
}

uint64_t org_by_code(struct session *s, str division_code)
{
	struct arena a = { 0 };
	val key = { true, 0, division_code };
	struct cursor c;
	const struct rec *r;
	struct err e;
	uint64_t id = 0;
	enum rc rc = cursor_open(s->view, &a, &(struct walk){ .type = type_of(s, &org_type), .index = "code",
		.prefix = &key, .nprefix = 1 }, &c, &e);

	if (rc == RC_OK) {
		rc = cursor_next(&c, &r, &e);
		id = rc == RC_OK ? r->id : 0;
		cursor_close(&c);
	}
	if (rc != RC_OK && rc != RC_END)
		trouble(s, &e);
	arena_free(&a);
	return id;
}

/* The number stays with the file: a family that has moved keeps the name of its first community. */
str family_short(struct session *s, struct arena *a, const struct family *f)
{
	struct org *o = peek_org(s, a, f->community.id);
	str rest = f->file_no, first = { 0 };

	if (str_cut(&rest, '-', &first) && !(o && str_eq(first, o->code.s)))
		o = peek_org(s, a, org_by_code(s, first));
	return names_file_short(a, f->file_no, o ? o->short_name : S(""));
}

bool visit_is(const struct session *s, const struct visit *v, const char *attribute)
{
	const struct codebook *book = &s->office->codes;
	const struct code_table *occasions = codebook_find(book, S("OCCASION"));
	bool is = code_is(code_find(codebook_find(book, S("MOOD_OBS")), v->mood.key), attribute);

	for (size_t i = 0; !is && occasions && i < occasions->n; i++)
		is = code_is(&occasions->item[i], attribute) &&
		     has_key(v->occasion.keys, occasions->item[i].key);
	return is;
}

bool post_filled(const struct filled *f, str post)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->by[i]->post.key, post))
			return true;
	return false;
}

/* The posts still to fill, and who has filled those before them. */
struct filling { const struct code_item *post; const struct filling *before; uint64_t worker; };

static bool taken(const struct filling *f, uint64_t worker)
{
	for (; f; f = f->before)
		if (f->worker == worker)
			return true;
	return false;
}

static bool fill_from(const struct filled *all, const struct code_table *posts,
	const struct code_item *post, const struct filling *before)
{
	while (post < posts->item + posts->n && !code_is(post, "dual"))
		post++;
	if (post == posts->item + posts->n)
		return true;
	for (size_t i = 0; i < all->n; i++) {
		struct filling f = { post, before, all->by[i]->worker.id };

		if (str_eq(all->by[i]->post.key, post->key) && !taken(before, f.worker) &&
			fill_from(all, posts, post + 1, &f))
			return true;
	}
	return false;
}

bool duals_filled(const struct codebook *book, const struct filled *all)
{
	const struct code_table *posts = codebook_find(book, S("ASSIGN_POST"));

	return fill_from(all, posts, posts->item, NULL);
}

bool has_key(str keys, str key)
{
	str word;

	while (str_word(&keys, &word))
		if (str_eq(word, key))
			return true;
	return false;
}

/* ---- walking what belongs to a family ------------------------------------------------------- */

struct ids { struct arena *a; uint64_t *id; size_t n, cap; };

static bool add_id(void *arg, uint64_t id, const val *v)
{
	struct ids *l = arg;

	(void)v;
	if (l->n == l->cap) {
		uint64_t *more = ARENA_ARRAY(l->a, uint64_t, l->cap = l->cap * 2 + 8);

		if (l->n)
			memcpy(more, l->id, l->n * sizeof *more);
		l->id = more;
	}
	l->id[l->n++] = id;
	return true;
}

enum rc family_parts(struct session *s, struct arena *a, const struct rec_type *t,
	uint64_t family, struct parts *out, struct err *e)
{
	struct ids l = { .a = a };
	val key = { true, (int64_t)family, { 0 } };

	*out = (struct parts){ 0 };
	TRY(snap_walk(s->view,
		&(struct walk){ .type = type_of(s, t), .index = "family", .prefix = &key, .nprefix = 1,
			.each = add_id, .arg = &l },
		e));
	out->rec = ARENA_ARRAY(a, struct rec *, l.n);
	for (size_t i = 0; i < l.n; i++)
		TRY(snap_get(s->view, a, type_of(s, t), l.id[i], &out->rec[out->n++], e));
	return RC_OK;
}

/* Head, spouse, other living members by age; those who died last: the parents come first, the
 * child one key away. */
struct ranked { const struct person *p; int rank; };

static int member_rank(const struct codebook *book, const struct person *p)
{
	int rank = code_means(book, p->relation, MEANS_HEAD) ? 0 : person_is_spouse(book, p) ? 1 : 2;

	return p->alive.v == FLAG_NO ? rank + 10 : rank;
}

static int by_rank(const void *x, const void *y)
{
	const struct ranked *l = x, *r = y;
	const struct person *a = l->p, *b = r->p;

	if (l->rank != r->rank)
		return l->rank - r->rank;
	if (a->birth.ymd != b->birth.ymd)
		return a->birth.ymd < b->birth.ymd ? -1 : 1;
	return a->r.id < b->r.id ? -1 : a->r.id > b->r.id;
}

void sort_persons(struct session *s, struct arena *a, struct parts *list)
{
	struct ranked *all = ARENA_ARRAY(a, struct ranked, list->n);

	for (size_t i = 0; i < list->n; i++) {
		all[i].p = (const struct person *)list->rec[i];
		all[i].rank = member_rank(&s->office->codes, all[i].p);
	}
	if (list->n > 1)
		qsort(all, list->n, sizeof *all, by_rank);
	for (size_t i = 0; i < list->n; i++)
		list->rec[i] = (struct rec *)(uintptr_t)&all[i].p->r;
}

enum rc family_persons(struct session *s, struct arena *a, uint64_t family, struct parts *out,
	struct err *e)
{
	const struct family *f = peek_family(s, a, family);

	TRY(family_parts(s, a, &person_type, family, out, e));
	for (size_t i = 0; f && i < out->n; i++)
		person_name_head(&s->office->codes, (struct person *)out->rec[i], f);
	sort_persons(s, a, out);
	return RC_OK;
}

enum rc family_assignments_on(struct session *s, struct arena *a, uint64_t family, date on,
	struct parts *out, struct err *e)
{
	size_t n = 0;

	TRY(family_parts(s, a, &assignment_type, family, out, e));
	for (size_t i = 0; i < out->n; i++) {
		const struct assignment *as = (const struct assignment *)out->rec[i];

		if (assignment_runs(as, on))
			out->rec[n++] = out->rec[i];
	}
	out->n = n;
	return RC_OK;
}

enum rc family_assignments(struct session *s, struct arena *a, uint64_t family, bool live_only,
	struct parts *out, struct err *e)
{
	if (live_only)
		return family_assignments_on(s, a, family, session_today(s), out, e);
	return family_parts(s, a, &assignment_type, family, out, e);
}

enum rc worker_families(struct session *s, struct arena *a, uint64_t worker, date on, struct held *out,
	struct err *e)
{
	const struct worker *w = peek_worker(s, a, worker);
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	*out = (struct held){ 0 };
	TRY(cursor_open(s->view, a, &(struct walk){ .type = type_of(s, &assignment_type),
		.index = "worker", .prefix = &VAL_REF(worker), .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		if (assignment_holds((const struct assignment *)r, w, on))
			*vec_add(a, out) = ((const struct assignment *)r)->family.id;
	TRY_END(rc);
	return RC_OK;
}

struct visit_walk {
	struct arena *a;
	const struct code_table *modes, *outcomes;
	struct visits *out;
	size_t most, cap;
};

static bool add_visit(void *arg, uint64_t id, const val *v)
{
	struct visit_walk *w = arg;
	const val *cover = v + 2; /* behind family, when */
	struct seen *seen;

	if (cover[3].set)
		return true; /* voided */
	if (w->out->n == w->cap) {
		size_t cap = w->cap * 2 + 16;
		struct seen *more = ARENA_ARRAY(w->a, struct seen, cap);
		uint64_t *ids = ARENA_ARRAY(w->a, uint64_t, cap);

		if (w->out->n) {
			memcpy(more, w->out->seen, w->out->n * sizeof *more);
			memcpy(ids, w->out->id, w->out->n * sizeof *ids);
		}
		w->out->seen = more;
		w->out->id = ids;
		w->cap = cap;
	}
	seen = &w->out->seen[w->out->n];
	seen->when = (moment){ v[1].n };
	seen->mode = code_find(w->modes, cover[0].s);
	seen->outcome = code_find(w->outcomes, cover[1].s);
	seen->by = (uint64_t)cover[2].n;
	w->out->id[w->out->n++] = id;
	return w->out->n < w->most;
}

enum rc family_visits(struct session *s, struct arena *a, uint64_t family, size_t most,
	struct visits *out, struct err *e)
{
	struct visit_walk w = {
		.a = a,
		.modes = codebook_find(&s->office->codes, S("VISIT_MODE")),
		.outcomes = codebook_find(&s->office->codes, S("OUTCOME")),
		.out = out,
		.most = most,
	};
	val key = { true, (int64_t)family, { 0 } };

	*out = (struct visits){ 0 };
	return snap_walk(s->view,
		&(struct walk){ .type = type_of(s, &visit_type), .index = "family", .prefix = &key,
			.nprefix = 1, .backward = true, .each = add_visit, .arg = &w },
		e);
}

/* ---- completeness --------------------------------------------------------------------------- */

static void weigh(const struct rec_type *t, const struct rec *r, int *have, int *all)
{
	for EACH_FIELD(f, t) {
		*all += f->weight;
		if (f->weight && field_get(f, r).set)
			*have += f->weight;
	}
}

int family_completeness(struct session *s, struct arena *a, const struct family *f,
	const struct person *head)
{
	int have = 0, all = 0;

	(void)a;
	weigh(type_of(s, &family_type), &f->r, &have, &all);
	weigh(type_of(s, &person_type), head ? &head->r : NULL, &have, &all);
	return all ? (have * 100 + all / 2) / all : 0;
}
