/* saved.c - the lists that somebody kept, of one's own unit and all above and below it. */
#include "core/lists/job.h"

enum rc job_saved(struct job *q)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &saved_type, "name", 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		struct rec *whole;

		TRY(snap_get(q->s->view, q->a, type_of(q->s, &saved_type), r->id, &whole, q->e));
		job_record(q, &saved_type, whole);
	}
	TRY_END(rc);
	return RC_OK;
}
