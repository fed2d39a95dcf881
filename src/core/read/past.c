/* past.c - turns changes that were kept back, so that a family stands as it did on a day. */
#include "core/read/past.h"

#include "core/records/household.h"
#include "rec/text.h"

#include <stdlib.h>

/* ---- changes -------------------------------------------------------------------------------- */

static int last_first(const void *x, const void *y)
{
	const struct turn *a = x, *b = y;

	return a->no < b->no ? 1 : a->no > b->no ? -1 : 0;
}

/* Changes from an index; those that took effect until `after` are left out. */
static enum rc read_turns(struct session *s, struct arena *a, const struct walk *w, date after,
	struct turns *out, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = (struct turns){ 0 };
	TRY(cursor_open(s->view, a, w, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct status *st = (const struct status *)r;
		struct turn t = { .no = r->id, .family = st->family.id, .effective = st->effective };
		str type;

		if (!st->field.n || st->effective.day <= after.day || !ref_parse(st->about, &type, &t.id))
			continue;
		t.type = office_type(s->office, type);
		t.field = t.type ? type_field(t.type, st->field) : NULL;
		if (!t.field)
			continue; /* of a newer program */
		t.was = arena_str(a, st->was);
		t.is = arena_str(a, st->is);
		*vec_add(a, out) = t;
	}
	TRY_END(rc);
	if (out->n > 1)
		qsort(out->p, out->n, sizeof *out->p, last_first);
	return RC_OK;
}

static int by_family(const void *x, const void *y)
{
	const struct turn *a = x, *b = y;

	if (a->family != b->family)
		return a->family < b->family ? -1 : 1;
	return last_first(x, y);
}

enum rc turns_after(struct session *s, struct arena *a, date on, struct turns *out, struct err *e)
{
	TRY(read_turns(s, a,
		&(struct walk){ .type = type_of(s, &status_type), .index = "effective",
			.from = &(val){ true, on.day + 1, { 0 } } },
		on, out, e));
	if (out->n > 1)
		qsort(out->p, out->n, sizeof *out->p, by_family);
	return RC_OK;
}

struct turns turns_of(const struct turns *all, uint64_t family)
{
	size_t low = 0, high = all->n, end;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (all->p[middle].family < family)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < all->n && all->p[end].family == family;)
		end++;
	return (struct turns){ all->n ? all->p + low : NULL, end - low, end - low };
}

enum rc turns_about(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id,
	const char *field, struct turns *out, struct err *e)
{
	str about = arena_printf(a, "%s:%llu", t->name, (unsigned long long)id);
	val key[] = { { true, 0, about }, { field, 0, field ? str_of(field) : S("") } };

	return read_turns(s, a,
		&(struct walk){ .type = type_of(s, &status_type), .index = "about", .prefix = key,
			.nprefix = field ? 2 : 1 },
		(date){ 0 }, out, e);
}

/* The value that val_raw() wrote. */
static enum rc stored(struct session *s, struct arena *a, const struct field *f, str raw, val *out,
	struct err *e)
{
	if (!kind_is_text(f->kind))
		return val_parse(&s->lex, a, f, raw, out, e);
	*out = (val){ raw.n != 0, 0, raw };
	return RC_OK;
}

bool turn_is_of(const struct turn *turn, const struct rec_type *t, uint64_t id)
{
	return turn->id == id && turn->type->tag == t->tag;
}

bool turn_moved(const struct turn *turn, const struct rec_type *t)
{
	return turn->type->tag == t->tag && strcmp(turn->field->name, t->owner) == 0;
}

enum rc turn_back(struct session *s, struct arena *a, const struct turns *all,
	const struct rec_type *t, struct rec *r, date on, struct err *e)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct turn *turn = &all->p[i];
		const struct field *f = turn->field;
		val was;

		if (!turn_is_of(turn, t, r->id) || turn->effective.day <= on.day ||
			!str_eq(val_raw(a, f, field_get(f, r)), turn->is))
			continue;
		TRY(stored(s, a, f, turn->was, &was, e));
		field_set(f, r, was);
	}
	return RC_OK;
}

/* A record that is there; NULL when it is not, or void. */
static enum rc there(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id,
	struct rec **out, struct err *e)
{
	enum rc rc = id ? snap_get(s->view, a, t, id, out, e) : RC_NOT_FOUND;

	if (rc == RC_NOT_FOUND || (rc == RC_OK && rec_voided(*out))) {
		*out = NULL;
		return RC_OK;
	}
	return rc;
}

/* By all its own changes, in whichever family they happened. */
static enum rc back(struct session *s, struct arena *a, const struct rec_type *t, struct rec *r,
	date on, struct err *e)
{
	struct turns turns;

	TRY(turns_about(s, a, t, r->id, NULL, &turns, e));
	return turn_back(s, a, &turns, t, r, on, e);
}

enum rc as_of(struct session *s, struct arena *a, const struct rec_type *shipped, uint64_t id, date on,
	struct rec **out, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);

	TRY(there(s, a, t, id, out, e));
	return *out ? back(s, a, t, *out, on, e) : RC_OK;
}

/* ---- the family ----------------------------------------------------------------------------- */

enum rc view_open(struct session *s, struct arena *a, const struct family *f, date on,
	struct family_view *v, struct err *e)
{
	const struct rec_type *t = type_of(s, &family_type);

	*v = (struct family_view){ .s = s, .a = a, .on = on };
	TRY(read_turns(s, a,
		&(struct walk){ .type = type_of(s, &status_type), .index = "family",
			.prefix = &VAL_REF(f->r.id), .nprefix = 1,
			.from = &(val){ true, on.day + 1, { 0 } } },
		on, &v->later, e));
	v->family = (struct family *)rec_dup(a, t, &f->r);
	return turn_back(s, a, &v->later, t, &v->family->r, on, e);
}

static bool belongs(const struct family_view *v, const struct rec_type *t, const struct rec *r)
{
	return (uint64_t)rec_get(t, r, t->owner).n == v->family->r.id;
}

static bool among(const struct parts *list, uint64_t id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->rec[i]->id == id)
			return true;
	return false;
}

/* Records of a type that another family has now, and this one had. */
static enum rc add_left(const struct family_view *v, const struct rec_type *t, struct parts *out,
	struct err *e)
{
	struct { VEC(struct rec *); } all = { out->rec, out->n, out->n };

	for (size_t i = 0; i < v->later.n; i++) {
		const struct turn *turn = &v->later.p[i];
		struct rec *r;

		if (!turn_moved(turn, t) || among(out, turn->id))
			continue;
		TRY(there(v->s, v->a, t, turn->id, &r, e));
		if (!r || belongs(v, t, r))
			continue;
		TRY(back(v->s, v->a, t, r, v->on, e));
		if (!belongs(v, t, r))
			continue;
		*vec_add(v->a, &all) = r;
		*out = (struct parts){ all.p, all.n };
	}
	return RC_OK;
}

enum rc view_parts(const struct family_view *v, const struct rec_type *shipped, struct parts *out,
	struct err *e)
{
	const struct rec_type *t = type_of(v->s, shipped);
	size_t n = 0;

	TRY(family_parts(v->s, v->a, t, v->family->r.id, out, e));
	if (!v->later.n)
		return RC_OK;
	for (size_t i = 0; i < out->n; i++) {
		TRY(turn_back(v->s, v->a, &v->later, t, out->rec[i], v->on, e));
		if (belongs(v, t, out->rec[i]))
			out->rec[n++] = out->rec[i];
	}
	out->n = n;
	return add_left(v, t, out, e);
}

enum rc view_persons(const struct family_view *v, struct parts *out, struct err *e)
{
	TRY(view_parts(v, &person_type, out, e));
	for (size_t i = 0; i < out->n; i++)
		person_name_head(&v->s->office->codes, (struct person *)out->rec[i], v->family);
	sort_persons(v->s, v->a, out);
	return RC_OK;
}

enum rc view_assignments(const struct family_view *v, struct parts *out, struct err *e)
{
	size_t n = 0;

	TRY(view_parts(v, &assignment_type, out, e));
	for (size_t i = 0; i < out->n; i++)
		if (assignment_runs((const struct assignment *)out->rec[i], v->on))
			out->rec[n++] = out->rec[i];
	out->n = n;
	return RC_OK;
}

/* ---- visits --------------------------------------------------------------------------------- */

/* Did this visit come from another family since? */
static bool came(const struct family_view *v, uint64_t visit)
{
	str home = arena_printf(v->a, "%s:%llu", family_type.name, (unsigned long long)v->family->r.id);

	for (size_t i = v->later.n; i-- > 0;) /* the first of them */
		if (v->later.p[i].id == visit && turn_moved(&v->later.p[i], &visit_type))
			return !str_eq(v->later.p[i].was, home);
	return false;
}

struct seeing {
	const struct code_table *modes, *outcomes;
	struct { VEC(struct seen); } seen;
	struct { VEC(uint64_t); } id;
};

static void see(const struct family_view *v, struct seeing *w, const struct visit *r)
{
	if (rec_voided(&r->r) || moment_date(r->when).day > v->on.day)
		return;
	*vec_add(v->a, &w->seen) = (struct seen){ r->when, code_find(w->modes, r->mode.key),
		code_find(w->outcomes, r->outcome.key), r->by.id };
	*vec_add(v->a, &w->id) = r->r.id;
}

/* Visits that left are put where they belong, the newest first. */
static void sort_seen(struct seeing *w)
{
	for (size_t i = 1; i < w->seen.n; i++)
		for (size_t k = i; k > 0 && w->seen.p[k].when.v > w->seen.p[k - 1].when.v; k--) {
			struct seen seen = w->seen.p[k];
			uint64_t id = w->id.p[k];

			w->seen.p[k] = w->seen.p[k - 1];
			w->id.p[k] = w->id.p[k - 1];
			w->seen.p[k - 1] = seen;
			w->id.p[k - 1] = id;
		}
}

enum rc view_visits(const struct family_view *v, struct visits *out, struct err *e)
{
	const struct codebook *book = &v->s->office->codes;
	const struct rec_type *t = type_of(v->s, &visit_type);
	struct seeing w = { .modes = codebook_find(book, S("VISIT_MODE")),
		.outcomes = codebook_find(book, S("OUTCOME")) };
	val evening = { true, moment_of((date){ v->on.day + 1 }, -1).v - 1, { 0 } };
	struct parts left = { 0 };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(v->s->view, v->a,
		&(struct walk){ .type = t, .index = "family", .prefix = &VAL_REF(v->family->r.id),
			.nprefix = 1, .from = &evening, .backward = true },
		&c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		if (!v->later.n || !came(v, r->id))
			see(v, &w, (const struct visit *)r);
	TRY_END(rc);
	if (v->later.n)
		TRY(add_left(v, t, &left, e));
	for (size_t i = 0; i < left.n; i++)
		see(v, &w, (const struct visit *)left.rec[i]);
	if (left.n)
		sort_seen(&w);
	*out = (struct visits){ w.seen.p, w.id.p, w.seen.n };
	return RC_OK;
}
