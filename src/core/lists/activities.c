/* activities.c - activities, newest first, each with how far it has come. */
#include "core/lists/job.h"
#include "core/rules/activity.h"

enum rc job_activities(struct job *q)
{
	const struct rec_type *t = type_of(q->s, &activity_type);
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(job_open(q, &activity_type, "on", 0, true, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		struct activity_row *row;

		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (!(row = job_record(q, &activity_type, whole)))
			continue;
		row->state = activity_state(q->s, &row->act, session_today(q->s));
		if (row->act.cancelled.day)
			job_last(q)->tone = TONE_DIM;
	}
	TRY_END(rc);
	return RC_OK;
}
