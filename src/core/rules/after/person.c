/* person.c - what follows from a death, from its day put right, and from one that was none: an event, the family's
 * kind, insurance and special support. */
#include "core/read/past.h"
#include "core/records/household.h"
#include "core/rules/after/after.h"

/* A death as one record tells of it: of whom and when; no day: they live. */
struct death { const struct person *p; date on; };

static struct death death_of(const struct after *q, const struct person *p)
{
	bool dead = p && !rec_voided(&p->r) && p->alive.v == FLAG_NO;

	return (struct death){ p, !dead ? (date){ 0 } : p->death_date.ymd ? pdate_first(p->death_date) : q->today };
}

/* ---- insurance ------------------------------------------------------------------------------- */

static date ends(const struct insured *in, date death)
{
	return death.day && death.day < in->added.day ? in->added : death;
}

/* Cover ends with the life, and goes on with it. */
static enum rc end_insurance(struct after *q, struct death was, struct death is, struct err *e)
{
	struct parts list;

	TRY(family_parts(q->s, q->a, &insured_type, is.p->family.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct insured *there = (const struct insured *)list.rec[i];
		struct insured *in;
		struct edit x;

		if (there->person.id != is.p->r.id || there->removed.day != ends(there, was.on).day)
			continue;
		TRY(after_edit(q, &insured_type, there->r.id, &x, e));
		in = (struct insured *)x.rec;
		in->removed = ends(in, is.on);
		in->remove_why = is.on.day ? S("本人去世") : S("");
		TRY(after_put(q, &x, e));
	}
	return RC_OK;
}

/* ---- the family's kind ----------------------------------------------------------------------- */

static str evidence(struct after *q, struct death d)
{
	return arena_printf(q->a, "%.*s %.*s去世", STR_FMT(d.p->name), STR_FMT(date_text(q->a, d.on)));
}

/* Has the family another child that lives?  Who is marked as the only one is that whoever else is in the file. */
static enum rc has_another(struct after *q, const struct person *p, bool *out, struct err *e)
{
	struct parts all;

	*out = false;
	if (p->is_only_child.v == FLAG_YES)
		return RC_OK;
	TRY(family_persons(q->s, q->a, p->family.id, &all, e));
	for (size_t i = 0; i < all.n; i++) {
		const struct person *other = (const struct person *)all.rec[i];

		*out |= other->r.id != p->r.id && person_is_child(q->codes, other) && other->alive.v != FLAG_NO;
	}
	return RC_OK;
}

/* The family of an only child with a disability becomes one that has lost its child. */
static enum rc turn_kind(struct after *q, struct death d, struct err *e)
{
	struct edit x;
	struct family *f;
	bool another;

	TRY(after_edit(q, &family_type, d.p->family.id, &x, e));
	f = (struct family *)x.rec;
	TRY(has_another(q, d.p, &another, e));
	if (another || !code_means(q->codes, f->kind, MEANS_CHILD_DISABLED))
		return RC_OK;
	f->kind = code_meant(q->codes, MEANS_BEREAVED);
	f->kind_since = d.on;
	f->kind_evidence = evidence(q, d);
	return after_put(q, &x, e);
}

/* The change of the family's kind that rests on this death, and the one before it; 0: there is none. */
static enum rc turned_by(struct after *q, struct death d, uint64_t *change, uint64_t *before, struct err *e)
{
	str rests_on = evidence(q, d);
	struct turns all;

	*change = *before = 0;
	TRY(turns_about(q->s, q->a, &family_type, d.p->family.id, "kind", &all, e));
	for (size_t i = 0; i < all.n; i++) { /* the one recorded last comes first */
		struct edit x;

		if (*change) {
			*before = all.p[i].no;
			return RC_OK;
		}
		TRY(after_edit(q, &status_type, all.p[i].no, &x, e));
		if (str_eq(((const struct status *)x.base)->evidence, rests_on))
			*change = all.p[i].no;
	}
	return RC_OK;
}

static enum rc never_was(struct after *q, uint64_t change, struct err *e)
{
	struct edit x;

	TRY(after_edit(q, &status_type, change, &x, e));
	x.rec->void_why = S("引起它的记录已更正");
	x.rec->void_by.id = q->s->me.worker;
	return after_put(q, &x, e);
}

/* It has turned on another day. */
static enum rc turn_on(struct after *q, struct family *f, struct death is, uint64_t change, struct err *e)
{
	struct edit x;
	struct status *st;

	f->kind_since = is.on;
	f->kind_evidence = evidence(q, is);
	TRY(after_edit(q, &status_type, change, &x, e));
	st = (struct status *)x.rec;
	st->effective = is.on;
	st->evidence = f->kind_evidence;
	return after_put(q, &x, e);
}

/* It has never turned. */
static enum rc turn_back_kind(struct after *q, struct death was, struct edit *family, uint64_t change, uint64_t before,
	struct err *e)
{
	struct family *f = (struct family *)family->rec;
	const struct status *st;
	struct edit x;

	TRY(after_edit(q, &status_type, change, &x, e));
	f->kind.key = ((const struct status *)x.base)->was;
	f->kind_since = (date){ 0 };
	f->kind_evidence = arena_printf(q->a, "%.*s去世是误记", STR_FMT(was.p->name));
	if (before) {
		TRY(after_edit(q, &status_type, before, &x, e));
		st = (const struct status *)x.base;
		f->kind_since = st->effective;
		f->kind_evidence = st->evidence.n ? st->evidence : f->kind_evidence;
	}
	TRY(after_put_settled(q, family, e));
	return never_was(q, change, e);
}

/* Where the kind has turned by it, and nobody has turned it since. */
static enum rc correct_kind(struct after *q, struct death was, struct death is, struct err *e)
{
	uint64_t change, before;
	struct edit x;
	struct family *f;

	TRY(turned_by(q, was, &change, &before, e));
	TRY(after_edit(q, &family_type, is.p->family.id, &x, e));
	f = (struct family *)x.rec;
	if (!change || !str_eq(f->kind_evidence, evidence(q, was)))
		return RC_OK;
	if (!is.on.day)
		return turn_back_kind(q, was, &x, change, before, e);
	TRY(turn_on(q, f, is, change, e));
	return after_put(q, &x, e);
}

/* ---- the table's entry ------------------------------------------------------------------------ */

/* Who had died before the file was opened opens nothing. */
static enum rc while_open(struct after *q, struct death d, bool *out, struct err *e)
{
	struct edit x;

	TRY(after_edit(q, &family_type, d.p->family.id, &x, e));
	*out = d.on.day >= ((const struct family *)x.base)->opened.day && d.p->death_date.ymd;
	return RC_OK;
}

enum rc after_person(struct after *q, struct err *e)
{
	struct death was = death_of(q, (const struct person *)q->was), is = death_of(q, (const struct person *)q->is);
	str cause = after_cause(q, &person_type, is.p->r.id);
	uint64_t family = is.p->family.id;
	bool child = person_is_child(q->codes, is.p), news = true;
	enum means kind = child ? MEANS_DEATH : MEANS_SPOUSE_DIED;

	if (was.on.day == is.on.day)
		return RC_OK;
	if (!was.p)
		TRY(while_open(q, is, &news, e));
	if (!news)
		return RC_OK;
	TRY(end_insurance(q, was, is, e));
	TRY(after_stop_tefu(q, family, is.p->r.id, is.on, code_meant(q->codes, MEANS_CLOSED_DEATH), e));
	if (was.on.day && child)
		TRY(correct_kind(q, was, is, e));
	if (!is.on.day)
		return after_no_event(q, cause, family, e);
	if (!child && !person_leaves_spouse(q->codes, is.p))
		return RC_OK; /* nobody of theirs is bereaved by it */
	TRY(after_event(q, cause, family, is.p->r.id, kind, is.on, e));
	return child && !was.on.day ? turn_kind(q, is, e) : RC_OK;
}
