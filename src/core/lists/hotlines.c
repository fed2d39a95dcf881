/* hotlines.c - the numbers for everybody: hot-lines that are announced today, above and below one's own place. */
#include "core/lists/job.h"
#include "core/office/means.h"
#include "core/records/organisation.h"

/* A district's hot-line is a community's as well. */
static bool for_me(struct job *q, uint64_t node)
{
	const struct org *o = peek_org(q->s, q->a, node);
	str mine = q->s->me.scope;

	return o && (str_starts(mine, o->code.s) || str_starts(o->code.s, mine));
}

enum rc job_hotlines(struct job *q)
{
	const struct codebook *book = &q->s->office->codes;
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(job_open(q, &notice_type, "from", 0, true, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct notice *n = (const struct notice *)r;

		if (!code_means(book, n->kind, MEANS_NOTICE_HOTLINE) || !notice_in_force(n, session_today(q->s)) ||
			!for_me(q, n->node.id))
			continue;
		TRY(snap_get(q->s->view, q->a, q->page->type, r->id, &whole, q->e));
		job_record(q, &notice_type, whole);
	}
	TRY_END(rc);
	return RC_OK;
}
