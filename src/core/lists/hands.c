/* hands.c - who was a family's contact on a day, and what the next one must know of every family. */
#include "core/lists/job.h"
#include "core/read/parts.h"
#include "core/read/reach.h"

/* ---- who was the contact on a day? ----------------------------------------------------------- */

enum rc job_who(struct job *q)
{
	date on = q->ask->span.first.day ? q->ask->span.first : session_today(q->s);
	struct parts live;

	TRY(family_assignments_on(q->s, q->a, q->ask->about, on, &live, q->e));
	for (size_t i = 0; i < live.n; i++) {
		const struct assignment *as = (const struct assignment *)live.rec[i];

		if (assignment_holds(as, peek_worker(q->s, q->a, as->worker.id), on))
			job_record(q, &assignment_type, &as->r);
	}
	return RC_OK;
}

/* ---- what is handed over ---------------------------------------------------------------------- */

static enum rc hand_row(struct job *q, const struct assignment *as)
{
	struct session *s = q->s;
	struct hand_row *row;
	struct parts needs;
	struct visits visits;
	struct rec *f;
	int64_t open = 0;

	if (rights_reach(s, as->family.id) == REACH_ABSENT)
		return RC_OK;
	TRY(snap_get(s->view, q->a, type_of(s, &family_type), as->family.id, &f, q->e));
	if (!(row = job_record(q, &family_type, f)))
		return RC_OK;
	row->file = family_short(s, q->a, &row->f);
	row->post = as->post;
	if (rights_reach(s, f->id) >= REACH_OUTSIDE)
		return RC_OK;
	TRY(family_parts(s, q->a, &need_type, f->id, &needs, q->e));
	for (size_t i = 0; i < needs.n; i++)
		open += !((const struct need *)needs.rec[i])->closed.day;
	if (open)
		row->open_needs = (num){ true, open };
	if (!s->me.admin && rights_reach(s, f->id) == REACH_OWN) /* quiet days are its own contacts' alone */
		row->quiet = row->f.days_on;
	TRY(family_visits(s, q->a, f->id, 1, &visits, q->e));
	if (visits.n)
		row->last = moment_date(visits.seen[0].when);
	return RC_OK;
}

/* Whatever has not ended yet, each family once. */
enum rc job_handover(struct job *q)
{
	uint64_t family = 0;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &assignment_type, "worker", q->ask->about, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct assignment *as = (const struct assignment *)r;

		if ((as->to.day && as->to.day < session_today(q->s).day) || as->family.id == family)
			continue;
		family = as->family.id;
		TRY(hand_row(q, as));
	}
	TRY_END(rc);
	return RC_OK;
}
