/* person.c - what follows from a death: an event, the family's kind, insurance and special support. */
#include "core/records/household.h"
#include "core/rules/after/after.h"

/* Cover ends with the life; a day that is corrected later is corrected here, too. */
static enum rc stop_insurance(struct after *q, const struct person *p, date was, date on, struct err *e)
{
	struct parts list;

	TRY(family_parts(q->s, q->a, &insured_type, p->family.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct insured *in = (const struct insured *)list.rec[i];
		struct edit x;

		if (in->person.id != p->r.id || (in->removed.day && in->removed.day != was.day))
			continue;
		TRY(after_edit(q, &insured_type, in->r.id, &x, e));
		((struct insured *)x.rec)->removed = on.day < in->added.day ? in->added : on;
		((struct insured *)x.rec)->remove_why = S("本人去世");
		TRY(after_put(q, &x, e));
	}
	return RC_OK;
}

/* The family of an only child with a disability becomes one that has lost its child. */
static enum rc turn_kind(struct after *q, const struct person *p, date on, struct err *e)
{
	struct edit x;
	struct family *f;

	TRY(after_edit(q, &family_type, p->family.id, &x, e));
	f = (struct family *)x.rec;
	if (!code_means(q->codes, f->kind, MEANS_CHILD_DISABLED))
		return RC_OK;
	f->kind = code_meant(q->codes, MEANS_BEREAVED);
	f->kind_since = on;
	f->kind_evidence = arena_printf(q->a, "%.*s %.*s去世", STR_FMT(p->name),
		STR_FMT(date_text(q->a, on)));
	return after_put(q, &x, e);
}

static bool is_dead(const struct person *p)
{
	return p && !rec_voided(&p->r) && p->alive.v == FLAG_NO;
}

static date died_on(const struct after *q, const struct person *p)
{
	return p->death_date.ymd ? pdate_first(p->death_date) : q->today;
}

enum rc after_person(struct after *q, struct err *e)
{
	const struct person *was = (const struct person *)q->was, *p = (const struct person *)q->is;
	str cause = after_cause(q, &person_type, p->r.id);
	bool child = person_is_child(q->codes, p);
	date on, before = { 0 };

	if (!was || (is_dead(was) == is_dead(p) && was->death_date.ymd == p->death_date.ymd))
		return RC_OK; /* who had died before the file was opened opens nothing */
	if (!is_dead(p))
		return after_no_event(q, cause, p->family.id, e);
	on = died_on(q, p);
	if (is_dead(was))
		before = died_on(q, was);
	TRY(stop_insurance(q, p, before, on, e));
	TRY(after_stop_tefu(q, p->family.id, p->r.id, on, code_meant(q->codes, MEANS_CLOSED_DEATH), e));
	if (!child && !person_leaves_spouse(q->codes, p))
		return RC_OK; /* nobody of theirs is bereaved by it */
	if (is_dead(was)) /* only the day was put right: of what is recorded as an event, it follows */
		return after_event(q, cause, p->family.id, p->r.id,
			child ? MEANS_DEATH : MEANS_SPOUSE_DIED, on, e);
	TRY(after_event(q, cause, p->family.id, p->r.id, child ? MEANS_DEATH : MEANS_SPOUSE_DIED, on, e));
	return child ? turn_kind(q, p, on, e) : RC_OK;
}
