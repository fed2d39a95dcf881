/* liaison.c - who is there for nobody, and for whom nobody is: cadres, members, families. */
#include "core/lists/job.h"

#include "core/read/reach.h"
#include "core/rules/standing.h"

/* Does one of the records that an index has of this one still run? */
static enum rc runs(struct job *q, const struct rec_type *t, const char *index, uint64_t about, bool *out)
{
	int32_t today = session_today(q->s).day;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = false;
	TRY(job_open(q, t, index, about, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		val to = rec_get(type_of(q->s, t), r, "to");

		*out |= !to.set || to.n > today;
	}
	TRY_END(rc);
	return RC_OK;
}

static enum rc places(struct job *q, struct standings *all, str *div)
{
	const struct org *o = peek_org(q->s, q->a, q->ask->about);

	*div = o ? o->code.s : S("");
	return standings_load(q->s, q->a, (struct span){ 0 }, all, q->e);
}

static bool must_liaise(const struct job *q, const struct standing *p)
{
	const struct strs *levels = &q->s->office->association.liaison_levels;

	for (size_t i = 0; i < levels->n; i++)
		if (str_eq(levels->p[i], p->o->level.key))
			return true;
	return false;
}

enum rc job_idle_cadres(struct job *q)
{
	struct standings all;
	str div;

	TRY(places(q, &all, &div));
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; k < all.p[i].staff.n && standing_lies_in(&all.p[i], div) && must_liaise(q, &all.p[i]); k++) {
			const struct worker *w = all.p[i].staff.p[k];
			bool busy;

			TRY(runs(q, &liaison_type, "worker", w->r.id, &busy));
			if (!busy)
				job_record(q, &worker_type, &w->r);
		}
	return RC_OK;
}

static enum rc members_of(struct job *q, uint64_t org)
{
	const struct rec_type *t = type_of(q->s, &member_type);
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(job_open(q, &member_type, "org", org, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		date left = ((const struct member *)r)->left;
		bool busy;

		if (left.day && left.day <= session_today(q->s).day)
			continue;
		TRY(runs(q, &link_type, "member", r->id, &busy));
		if (busy)
			continue;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		job_record(q, &member_type, whole);
	}
	TRY_END(rc);
	return RC_OK;
}

enum rc job_idle_members(struct job *q)
{
	struct standings all;
	str div;

	TRY(places(q, &all, &div));
	for (size_t i = 0; i < all.n; i++)
		if (standing_lies_in(&all.p[i], div))
			TRY(members_of(q, all.p[i].o->r.id));
	return RC_OK;
}

enum rc job_unlinked(struct job *q)
{
	const struct org *o = peek_org(q->s, q->a, q->ask->about);
	struct file_ids ids = { 0 };

	TRY(job_open_files(q, &ids));
	for (size_t i = 0; i < ids.n; i++) {
		const struct family *f = peek_family(q->s, q->a, ids.p[i]);
		const struct org *home = f ? peek_org(q->s, q->a, f->community.id) : NULL;
		bool linked;

		if (!home || !o || !str_starts(home->code.s, o->code.s))
			continue;
		TRY(runs(q, &link_type, "family", ids.p[i], &linked));
		if (!linked)
			TRY(job_family(q, ids.p[i]));
	}
	return RC_OK;
}
