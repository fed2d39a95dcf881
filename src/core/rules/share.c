/* share.c - what a family counts for from a day on: the indicators, asked of every day on which they may change. */
#include "core/rules/indicators.h"

/* ---- days on which something may change ------------------------------------------------------ */

static void nearer(date *next, const struct family_view *v, int32_t day)
{
	if (day > v->on.day && day < next->day)
		next->day = day;
}

/* The longest of the quotas that have no calendar. */
static int32_t rolling_most(const struct care *care)
{
	int most = 0;

	for (size_t i = 0; i < care->npresets; i++)
		for (size_t k = 0; k < care->ncounters; k++) {
			const struct quota *q = &care->preset[i].quota[k];

			if (q->period == PERIOD_ROLLING && q->rolling > most)
				most = q->rolling;
		}
	return most;
}

/* Dates that stand in the records, and the ends of the periods that run on the last day on which something
 * happened (settled): the whole periods behind them are alike.  What has no calendar is asked day by day, until
 * nothing that happened is left in it. */
static date next_day(const struct family_view *v, date settled, date anchor)
{
	int32_t rolling = rolling_most(&v->s->office->care);
	date next = view_next_date(v);

	for (enum period p = PERIOD_WEEK; p < PERIOD_ROLLING; p++)
		nearer(&next, v, period_of(p, 0, anchor).last.day + 1);
	if (rolling && v->on.day <= settled.day + rolling)
		nearer(&next, v, v->on.day + 1);
	return next;
}

/* ---- the share ------------------------------------------------------------------------------ */

/* Where it is on its way to another community, from the day on that it is there. */
static date first_day(const struct family_view *v)
{
	date first = v->on;

	for (size_t i = 0; i < v->later.n; i++) {
		const struct turn *t = &v->later.p[i];

		if (t->type->tag == family_type.tag && t->field == type_field(t->type, S("community")) &&
			t->effective.day > first.day)
			first = t->effective;
	}
	return first;
}

static bool same(const struct stage *a, const struct stage *b)
{
	return memcmp(a->n, b->n, sizeof a->n) == 0 && a->npersons == b->npersons &&
	       (!a->npersons || memcmp(a->person, b->person, a->npersons * sizeof *a->person) == 0);
}

enum rc family_share(const struct family_view *first, struct share *out, struct err *e)
{
	struct family_view v;
	date settled, anchor, next = first_day(first);
	bool any = false;

	*out = (struct share){ 0 };
	for (anchor = next; next.day != INT32_MAX; next = next_day(&v, settled, anchor)) {
		struct stage s;

		TRY(view_later(first, next, &v, e));
		TRY(indicators_of(&v, (struct span){ 0 }, &out->place, &s, e));
		if (!out->n || !same(&out->p[out->n - 1], &s))
			*vec_add(v.a, out) = s;
		any |= s.n[SUM_FAMILIES] != 0;
		settled = view_settled(&v);
		if (settled.day < v.s->office->care_from.day)
			settled = v.s->office->care_from;
		if (v.on.day <= settled.day)
			anchor = v.on;
	}
	if (!any)
		*out = (struct share){ 0 };
	return RC_OK;
}
