/* workers.c - who works here, how many families each looks after, and whom somebody should talk with. */
#include "core/lists/job.h"
#include "core/read/parts.h"

/* After a death or a crisis, or too many heavy visits in a week, somebody should talk with them. */
static enum rc weigh(struct job *q, struct worker_row *row)
{
	date monday = period_of(PERIOD_WEEK, 0, session_today(q->s)).first;
	int64_t most = q->s->office->care.heavy_week, heavy = 0;
	bool crisis = false;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &visit_type, "by", row->w.r.id, true, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct visit *v = (const struct visit *)r;

		if (moment_date(v->when).day < monday.day)
			break;
		if (rec_voided(r) || !(v = (const struct visit *)peek(q->s, q->a, &visit_type, r->id)))
			continue;
		crisis |= visit_is(q->s, v, "crisis");
		heavy += visit_is(q->s, v, "heavy");
	}
	if (rc == RC_OK)
		cursor_close(&c);
	else
		TRY_END(rc);
	if (heavy)
		row->heavy = (num){ true, heavy };
	if (crisis || (most && heavy >= most))
		row->talk.v = FLAG_YES;
	return RC_OK;
}

enum rc job_workers(struct job *q)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &worker_type, "name", 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		struct worker_row *row;
		struct rec *w;

		TRY(snap_get(q->s->view, q->a, type_of(q->s, &worker_type), r->id, &w, q->e));
		if (!(row = job_record(q, &worker_type, w)))
			continue;
		row->families.set = true;
		TRY(job_load(q, w->id, NULL, &row->families.v));
		TRY(weigh(q, row));
		if (!worker_in_post(&row->w, session_today(q->s)))
			job_last(q)->tone = TONE_DIM;
	}
	TRY_END(rc);
	return RC_OK;
}
