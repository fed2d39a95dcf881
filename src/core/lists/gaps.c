/* gaps.c - 组织缺口: the places of the association where most is wanting, the ten worst of them, each with why. */
#include "core/lists/job.h"

#include "core/office/means.h"
#include "core/rules/council.h"
#include "core/rules/standing.h"

#include <stdlib.h>

enum { WORST = 10 };

struct gap { const struct org *o; struct { VEC(struct reason); } why; int64_t score; };

/* What an office without one, without anybody, without a word weighs; a post or a head lacking adds each. */
static const struct { enum means state; int64_t points; const char *text; } states[] = {
	{ MEANS_ASSOCIATION_NONE, 60, SAY("没有成立协会") },
	{ MEANS_ASSOCIATION_TERM_OVER, 30, SAY("已经届满") },
	{ MEANS_ASSOCIATION_NO_SECRETARY, 40, SAY("没有秘书") },
	{ MEANS_ASSOCIATION_DORMANT, 30, SAY("沉寂") },
};
enum { POINTS_POST = 10, POINTS_HEAD = 5, POINTS_LATE = 3 };

static void wants(struct job *q, struct gap *g, int64_t points, struct reason why)
{
	why.points = points;
	*vec_add(q->a, &g->why) = *reasons_one(q->a, why).p;
	g->score += points;
}

static int64_t lacking(struct job *q, const struct standing *p, struct err *e, enum rc *rc)
{
	const struct association_rules *rules = &q->s->office->association;
	int64_t heads = 0;

	*rc = RC_OK;
	for (size_t i = 0; i < rules->nshares && *rc == RC_OK; i++) {
		struct council c = { 0 };

		*rc = council_on(q->s, q->a, p->o->r.id, rules->share[i].body, session_today(q->s), NULL, &c, e);
		heads += c.lacking;
	}
	return heads;
}

/* What of this type is late there, by its index that begins with the place. */
static enum rc late(struct job *q, const struct rec_type *t, const char *index, const char *done, uint64_t org, int64_t *n)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, t, index, org, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK)
		*n += !rec_get(type_of(q->s, t), r, done).set &&
			rec_get(type_of(q->s, t), r, "due").n < session_today(q->s).day;
	TRY_END(rc);
	return RC_OK;
}

static enum rc look_at(struct job *q, const struct standing *p, struct gap *g)
{
	int64_t heads, behind = 0;
	enum rc rc;

	*g = (struct gap){ .o = p->o };
	for (size_t i = 0; i < COUNT(states); i++)
		if (codes_mean(&q->s->office->codes, p->state, states[i].state))
			wants(q, g, states[i].points, (struct reason){ .text = states[i].text });
	if (p->as && p->n[STANDING_VACANT])
		wants(q, g, POINTS_POST * p->n[STANDING_VACANT], (struct reason){ .text = SAY("空缺%s个岗位"),
			.part = SAID(said_num(p->n[STANDING_VACANT])) });
	heads = lacking(q, p, q->e, &rc);
	TRY(rc);
	if (heads)
		wants(q, g, POINTS_HEAD * heads, (struct reason){ .text = SAY("群众代表还差%s人"), .part = SAID(said_num(heads)) });
	TRY(late(q, &task_type, "node", "done", p->o->r.id, &behind));
	TRY(late(q, &finding_type, "org", "fixed", p->o->r.id, &behind));
	if (behind)
		wants(q, g, POINTS_LATE * behind, (struct reason){ .text = SAY("逾期%s件"), .part = SAID(said_num(behind)) });
	return RC_OK;
}

static int by_score(const void *x, const void *y)
{
	const struct gap *a = x, *b = y;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return str_cmp(a->o->code.s, b->o->code.s);
}

enum rc job_gaps(struct job *q)
{
	struct standings all;
	struct gap *gap;

	job_whole(q);
	TRY(standings_load(q->s, q->a, (struct span){ 0 }, &all, q->e));
	gap = ARENA_ARRAY(q->a, struct gap, all.n + 1);
	for (size_t i = 0; i < all.n; i++)
		TRY(look_at(q, &all.p[i], &gap[i]));
	if (all.n > 1)
		qsort(gap, all.n, sizeof *gap, by_score);
	for (size_t i = 0; i < all.n && i < WORST && gap[i].score; i++) {
		struct gap_row *row = job_row(q, &org_type, gap[i].o->r.id);

		q->page->total++;
		row->node.id = gap[i].o->r.id;
		row->why = (reasons){ gap[i].why.p, (uint32_t)gap[i].why.n };
		row->score = (num){ true, gap[i].score };
	}
	return RC_OK;
}
