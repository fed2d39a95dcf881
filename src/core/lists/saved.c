/* saved.c - the lists that somebody kept, of one's own unit and all above and below it. */
#include "core/lists/job.h"

static bool in_line(const struct session *s, const struct org *o)
{
	str mine = s->me.scope, theirs = o ? o->code.s : S("");

	return str_starts(theirs, mine) || str_starts(mine, theirs);
}

enum rc job_saved(struct job *q)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &saved_type, "name", 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		struct rec *whole;

		if (!in_line(q->s, peek_org(q->s, q->a, ((const struct saved *)r)->org.id)))
			continue;
		TRY(snap_get(q->s->view, q->a, type_of(q->s, &saved_type), r->id, &whole, q->e));
		job_record(q, &saved_type, whole);
	}
	TRY_END(rc);
	return RC_OK;
}
