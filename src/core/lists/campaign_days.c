/* campaign_days.c - the days of the association in the months to come, and whether one's own unit is prepared. */
#include "core/lists/job.h"

#include "core/rules/campaign_day.h"

#include <stdlib.h>

static int by_day(const void *x, const void *y)
{
	const struct row *a = x, *b = y;
	int32_t p = ((const struct campaign_day_row *)a->rec)->on.day, q = ((const struct campaign_day_row *)b->rec)->on.day;

	return p < q ? -1 : p > q;
}

enum rc job_campaign_days(struct job *q)
{
	const struct care *care = &q->s->office->care;

	job_whole(q);
	for (size_t i = 0; i < care->ndays; i++) {
		date on = campaign_day_on(q->s, &care->day[i]);
		const struct activity *act = NULL;
		struct campaign_day_row *row;

		if (!on.day)
			continue;
		if (q->s->me.unit)
			TRY(campaign_activity(q->s, q->a, &care->day[i], on, q->s->me.unit, &act, q->e));
		row = job_row(q, act ? &activity_type : NULL, act ? act->r.id : 0);
		q->page->total++;
		row->on = on;
		row->name = care->day[i].name;
		row->label = care->day[i].label;
		row->days = (num){ true, on.day - session_today(q->s).day };
		row->prepared.v = act ? FLAG_YES : FLAG_NO;
		job_last(q)->tone = act ? TONE_NONE : TONE_YELLOW;
	}
	if (q->page->n > 1)
		qsort(q->page->row, q->page->n, sizeof *q->page->row, by_day);
	return RC_OK;
}
