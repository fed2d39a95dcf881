/* dated.c - the dated past: whenever a field that rules read about other days changes, a record of the
 * change is kept with what it was, what it is (as stored, never as displayed) and from which day. */
#include "base/str.h"
#include "core/read/reach.h"
#include "core/rules/after/after.h"
#include "rec/text.h"

/* What rules read about other days: what says so itself, what the completeness of a file is reckoned
 * from, and whose family it is. */
static bool dated(const struct rec_type *t, const struct field *f)
{
	return f->flags & F_DATED || f->weight || field_owns(f, t);
}

static date day_of(const struct field *f, val v)
{
	return f->kind == K_PDATE ? pdate_first((pdate){ (int32_t)v.n }) : (date){ (int32_t)v.n };
}

/* A day that speaks for itself, such as the last one in a post.  Put off before it came, it counts from when
 * it would have come; once it has come, whatever was then is over, and what is new begins today. */
static date moved_day(const struct after *q, const struct field *f, val was, val is)
{
	date from = day_of(f, was), to = day_of(f, is);

	if (!was.set || to.day <= from.day)
		return to;
	return from.day < q->today.day ? q->today : from;
}

/* The day a change takes effect: what the record says of it, else today. */
static date effective(struct after *q, const struct rec_type *t, const struct field *f)
{
	const struct field *since = f->since ? type_field(t, str_of(f->since)) : NULL;
	val is = since ? field_get(since, q->is) : (val){ 0 };
	val was = since ? field_get(since, q->was) : (val){ 0 };

	if (!is.set || (since != f && val_eq(is, was)))
		return q->today;
	return since == f ? moved_day(q, f, was, is) : day_of(since, is);
}

static enum rc keep(struct after *q, const struct rec_type *t, const struct field *f, uint64_t family,
	struct err *e)
{
	struct edit x = after_new(q, &status_type, family);
	struct status *st = (struct status *)x.rec;
	const struct field *why = f->evidence ? type_field(t, str_of(f->evidence)) : NULL;

	st->about = after_cause(q, t, q->is->id);
	st->field = str_of(f->name);
	st->was = val_raw(q->a, f, field_get(f, q->was));
	st->is = val_raw(q->a, f, field_get(f, q->is));
	st->effective = effective(q, t, f);
	if (why)
		st->evidence = val_raw(q->a, why, field_get(why, q->is));
	st->approved_by.id = q->s->me.worker;
	return after_put(q, &x, e);
}

/* A record that goes over to another family is remembered in both; what belongs to none, by itself. */
enum rc after_dated(struct after *q, const struct rec_type *t, struct err *e)
{
	uint64_t from = q->was ? rights_family(q->s, t, q->was) : 0;
	uint64_t to = rights_family(q->s, t, q->is);

	if (!q->was || t->tag == status_type.tag)
		return RC_OK;
	for EACH_FIELD(f, t) {
		if (!dated(t, f) || val_eq(field_get(f, q->was), field_get(f, q->is)))
			continue;
		TRY(keep(q, t, f, to, e));
		if (from && from != to)
			TRY(keep(q, t, f, from, e));
	}
	return RC_OK;
}

enum rc after_note(struct after *q, uint64_t family, const char *what, str was, str is, date on,
	struct err *e)
{
	struct edit x = after_new(q, &status_type, family);
	struct status *st = (struct status *)x.rec;

	st->what.key = str_of(what);
	st->was = was;
	st->is = is;
	st->effective = on;
	st->approved_by.id = q->s->me.worker;
	return after_put(q, &x, e);
}
