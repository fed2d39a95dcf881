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
	return turn->type->tag == t->tag && field_owns(turn->field, t);
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

/* ---- the family ----------------------------------------------------------------------------- */

/* What has been read of a family, as it is now. */
struct of_type { const struct rec_type *type; struct parts all; };
struct of_field { const char *name; struct turns turns; };
struct other { const struct rec_type *type; uint64_t id; struct rec *rec; struct turns turns; };
struct reading {
	const struct family *family;
	struct turns later;     /* what took effect after the first view's day */
	struct { VEC(struct of_type); } parts;
	struct { VEC(struct of_field); } fields;
	struct { VEC(struct other); } others; /* of no family, or of another one */
	struct visits visits;   /* but void ones */
	bool visited;
	date first, settled;    /* the first view's day, and the last one that something happened on */
	struct { VEC(int32_t); } days; /* that stand in what has been read, later than the first view's */
};

static void read_day(const struct family_view *v, date d)
{
	for (int32_t k = d.day; k <= d.day + 1; k++)
		if (d.day && k > v->read->first.day)
			*vec_add(v->a, &v->read->days) = k;
}

static void read_days(const struct family_view *v, const struct rec_type *t, const struct rec *r)
{
	for EACH_FIELD(f, t) {
		int64_t n = f->kind == K_DATE || f->kind == K_PDATE || f->kind == K_TIME ? field_get(f, r).n : 0;

		if (n)
			read_day(v, f->kind == K_DATE ? (date){ (int32_t)n } : f->kind == K_TIME
				? moment_date((moment){ n }) : pdate_first((pdate){ (int32_t)n }));
	}
}

static void happened(const struct family_view *v, date d)
{
	read_day(v, d);
	if (d.day > v->read->settled.day)
		v->read->settled = d;
}

static void read_turned(const struct family_view *v, const struct turns *turns)
{
	for (size_t i = 0; i < turns->n; i++) {
		read_day(v, turns->p[i].effective);
		if (turns->p[i].type->tag == family_type.tag || turns->p[i].type->tag == visit_type.tag)
			happened(v, turns->p[i].effective);
	}
}

date view_next_date(const struct family_view *v)
{
	date next = { INT32_MAX };

	for (size_t i = 0; i < v->read->days.n; i++)
		if (v->read->days.p[i] > v->on.day && v->read->days.p[i] < next.day)
			next.day = v->read->days.p[i];
	return next;
}

date view_settled(const struct family_view *v)
{
	return v->read->settled;
}

enum rc view_open(struct session *s, struct arena *a, const struct family *f, date on,
	struct family_view *v, struct err *e)
{
	struct reading *read = ARENA_NEW(a, struct reading);

	*v = (struct family_view){ .s = s, .a = a, .on = on, .read = read };
	read->family = f;
	read->first = read->settled = on;
	TRY(read_turns(s, a,
		&(struct walk){ .type = type_of(s, &status_type), .index = "family",
			.prefix = &VAL_REF(f->r.id), .nprefix = 1,
			.from = &(val){ true, on.day + 1, { 0 } } },
		on, &read->later, e));
	read_turned(v, &read->later);
	read_days(v, type_of(s, &family_type), &f->r);
	happened(v, f->opened);
	happened(v, f->preset_from);
	return view_later(v, on, v, e);
}

enum rc view_later(const struct family_view *first, date on, struct family_view *v, struct err *e)
{
	const struct rec_type *t = type_of(first->s, &family_type);
	const struct turns *all = &first->read->later;

	*v = (struct family_view){ .s = first->s, .a = first->a, .on = on, .read = first->read };
	for (size_t i = 0; i < all->n; i++)
		if (all->p[i].effective.day > on.day)
			*vec_add(v->a, &v->later) = all->p[i];
	v->family = (struct family *)rec_dup(v->a, t, &v->read->family->r);
	return turn_back(v->s, v->a, &v->later, t, &v->family->r, on, e);
}

enum rc view_turns(const struct family_view *v, const char *field, struct turns *out, struct err *e)
{
	struct reading *read = v->read;
	struct of_field *f = read->fields.p;

	while (f < read->fields.p + read->fields.n && strcmp(f->name, field) != 0)
		f++;
	if (f == read->fields.p + read->fields.n) {
		TRY(turns_about(v->s, v->a, &family_type, v->family->r.id, field, out, e));
		*vec_add(v->a, &read->fields) = (struct of_field){ field, *out };
		read_turned(v, out);
	} else {
		*out = f->turns;
	}
	return RC_OK;
}

enum rc view_other(const struct family_view *v, const struct rec_type *shipped, uint64_t id, struct rec **out,
	struct err *e)
{
	const struct rec_type *t = type_of(v->s, shipped);
	struct reading *read = v->read;
	struct other *o = read->others.p;

	while (o < read->others.p + read->others.n && (o->type != t || o->id != id))
		o++;
	if (o == read->others.p + read->others.n) {
		struct other new = { .type = t, .id = id };

		TRY(there(v->s, v->a, t, id, &new.rec, e));
		if (new.rec)
			TRY(turns_about(v->s, v->a, t, id, NULL, &new.turns, e));
		o = vec_add(v->a, &read->others);
		*o = new;
		if (new.rec)
			read_days(v, t, new.rec);
		read_turned(v, &new.turns);
	}
	*out = o->rec;
	if (!o->turns.n)
		return RC_OK;
	*out = rec_dup(v->a, t, o->rec);
	return turn_back(v->s, v->a, &o->turns, t, *out, v->on, e);
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

/* As they are now. */
static enum rc parts_now(const struct family_view *v, const struct rec_type *t, struct parts *out,
	struct err *e)
{
	struct reading *read = v->read;

	for (size_t i = 0; i < read->parts.n; i++)
		if (read->parts.p[i].type == t) {
			*out = read->parts.p[i].all;
			return RC_OK;
		}
	TRY(family_parts(v->s, v->a, t, v->family->r.id, out, e));
	*vec_add(v->a, &read->parts) = (struct of_type){ t, *out };
	for (size_t i = 0; i < out->n; i++)
		read_days(v, t, out->rec[i]);
	return RC_OK;
}

enum rc view_parts(const struct family_view *v, const struct rec_type *shipped, struct parts *out,
	struct err *e)
{
	const struct rec_type *t = type_of(v->s, shipped);
	struct parts now;

	TRY(parts_now(v, t, &now, e));
	*out = (struct parts){ ARENA_ARRAY(v->a, struct rec *, now.n + 1), 0 };
	for (size_t i = 0; i < now.n; i++) {
		struct rec *r = now.rec[i];

		if (v->later.n) {
			r = rec_dup(v->a, t, r);
			TRY(turn_back(v->s, v->a, &v->later, t, r, v->on, e));
		}
		if (!v->later.n || belongs(v, t, r))
			out->rec[out->n++] = r;
	}
	return v->later.n ? add_left(v, t, out, e) : RC_OK;
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

/* ---- who holds a post ------------------------------------------------------------------------ */

/* A community that had been merged by that day is the one it was merged into. */
static enum rc living_org(const struct family_view *v, uint64_t id, const struct org **out, struct err *e)
{
	struct rec *r = NULL;

	*out = NULL;
	for (int hop = 0; id && hop <= 8; hop++) {
		TRY(view_other(v, &org_type, id, &r, e));
		*out = (const struct org *)r;
		id = r ? (*out)->successor.id : 0;
	}
	return RC_OK;
}

/* Held on that day, and by somebody of a unit that may. */
static enum rc fills(const struct family_view *v, const struct assignment *as, const struct org *home,
	bool *out, struct err *e)
{
	const struct worker *w;
	const struct org *unit = NULL;
	struct rec *r;

	TRY(view_other(v, &worker_type, as->worker.id, &r, e));
	w = (const struct worker *)r;
	if (w)
		TRY(living_org(v, w->org.id, &unit, e));
	*out = assignment_holds(as, w, v->on) && unit && home &&
	       post_fits(&v->s->office->codes, as->post, unit, home);
	return RC_OK;
}

enum rc view_filled(const struct family_view *v, const struct parts *live, struct filled *out, struct err *e)
{
	const struct org *home;

	TRY(living_org(v, v->family->community.id, &home, e));
	*out = (struct filled){ .by = ARENA_ARRAY(v->a, const struct assignment *, live->n + 1) };
	for (size_t i = 0; i < live->n; i++) {
		const struct assignment *as = (const struct assignment *)live->rec[i];
		bool does;

		TRY(fills(v, as, home, &does, e));
		if (does)
			out->by[out->n++] = as;
	}
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

static struct seen seen_of(const struct codebook *book, const struct visit *r)
{
	return (struct seen){ r->when, code_find(codebook_find(book, S("VISIT_MODE")), r->mode.key),
		code_find(codebook_find(book, S("OUTCOME")), r->outcome.key), r->by.id };
}

struct seeing { struct { VEC(struct seen); } seen; struct { VEC(uint64_t); } id; };

static void see(const struct family_view *v, struct seeing *w, struct seen seen, uint64_t id)
{
	if (moment_date(seen.when).day > v->on.day)
		return;
	*vec_add(v->a, &w->seen) = seen;
	*vec_add(v->a, &w->id) = id;
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

static enum rc visits_left(const struct family_view *v, struct seeing *w, struct err *e)
{
	const struct codebook *book = &v->s->office->codes;
	struct parts left = { 0 };

	TRY(add_left(v, type_of(v->s, &visit_type), &left, e));
	for (size_t i = 0; i < left.n; i++)
		see(v, w, seen_of(book, (const struct visit *)left.rec[i]), left.rec[i]->id);
	if (left.n)
		sort_seen(w);
	return RC_OK;
}

enum rc view_visits(const struct family_view *v, struct visits *out, struct err *e)
{
	struct reading *read = v->read;
	struct seeing w = { 0 };

	if (!read->visited) {
		TRY(family_visits(v->s, v->a, v->family->r.id, SIZE_MAX, &read->visits, e));
		read->visited = true;
		for (size_t i = 0; i < read->visits.n && moment_date(read->visits.seen[i].when).day > read->first.day;
			i++)
			happened(v, moment_date(read->visits.seen[i].when));
	}
	*out = read->visits;
	if (!v->later.n && (!out->n || moment_date(out->seen[0].when).day <= v->on.day))
		return RC_OK;
	for (size_t i = 0; i < read->visits.n; i++)
		if (!v->later.n || !came(v, read->visits.id[i]))
			see(v, &w, read->visits.seen[i], read->visits.id[i]);
	if (v->later.n)
		TRY(visits_left(v, &w, e));
	*out = (struct visits){ w.seen.p, w.id.p, w.seen.n };
	return RC_OK;
}
