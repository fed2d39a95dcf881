/* campaign.c - 专项: whom a campaign is for, who is skipped and why, who is left; whom an activity may
 * invite; and the fund ledger that the gifts make. */
#include "core/find/find.h"
#include "core/lists/job.h"
#include "core/office/means.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/rules/days.h"

#include <stdlib.h>

struct files { VEC(struct family *); };

/* All open files of my part of the tree. */
static enum rc open_files(struct job *q, struct files *out)
{
	struct file_ids open = { 0 };

	TRY(job_open_files(q, &open));
	for (size_t i = 0; i < open.n; i++) {
		struct family *f = peek_family(q->s, q->a, open.p[i]);

		if (f)
			*vec_add(q->a, out) = f;
	}
	return RC_OK;
}

/* Those a line of the look-up means. */
static enum rc found_files(struct job *q, str line, struct files *out)
{
	struct found found;

	TRY(find_families(q->s, q->a, line, 0, &found, q->e));
	for (size_t i = 0; i < found.n; i++) {
		struct family *f = peek_family(q->s, q->a, found.hit[i].family);

		if (f && !f->closed.day && rights_reach(q->s, f->r.id) < REACH_OUTSIDE)
			*vec_add(q->a, out) = f;
	}
	return RC_OK;
}

/* ---- who is left ------------------------------------------------------------------------------ */

struct planned { struct family *f; bool skip; uint64_t gift; };

/* Left first, in the order of a walk: estate, building, unit, room; then done, then skipped. */
static int by_walk(const void *x, const void *y)
{
	const struct planned *a = x, *b = y;

	if (a->skip != b->skip)
		return a->skip ? 1 : -1;
	if (!a->gift != !b->gift)
		return a->gift ? 1 : -1;
	return by_building(a->f, b->f);
}

/* What the family was given in this campaign; 0: nothing yet. */
static enum rc gift_of(struct job *q, uint64_t campaign, uint64_t family, uint64_t *gift)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*gift = 0;
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &gift_type),
		.index = "campaign", .prefix = (val[]){ VAL_REF(campaign), VAL_REF(family) }, .nprefix = 2 },
		&c, q->e));
	rc = cursor_next(&c, &r, q->e);
	if (rc != RC_OK)
		return rc == RC_END ? RC_OK : rc;
	*gift = r->id;
	cursor_close(&c);
	return RC_OK;
}

static enum rc plan_row(struct job *q, const struct planned *p)
{
	struct plan_row *row;

	if (!job_window(q))
		return RC_OK;
	row = job_row(q, &family_type, p->f->r.id);
	TRY(family_fill(q->s, q->a, p->f, &row->f, NULL, q->e));
	row->skip.v = p->skip ? FLAG_YES : FLAG_NO;
	row->done.v = p->gift ? FLAG_YES : FLAG_NO;
	job_last(q)->group = p->skip ? S(SAY("不排（意愿：勿节日慰问）")) : p->gift ? S(SAY("已送达"))
		: S(SAY("还没送"));
	job_last(q)->tone = p->skip || p->gift ? TONE_DIM : TONE_NONE;
	if (p->gift) {
		struct rec *r;
		struct gift *g;

		TRY(snap_get(q->s->view, q->a, type_of(q->s, &gift_type), p->gift, &r, q->e));
		g = (struct gift *)r;
		row->cash = g->cash;
		row->items = g->items;
		row->by = g->by;
	}
	return RC_OK;
}

enum rc job_plan(struct job *q)
{
	struct campaign *c = (struct campaign *)peek(q->s, q->a, &campaign_type, q->ask->about);
	const struct codebook *book = &q->s->office->codes;
	struct files files = { 0 };
	struct planned *plan;

	if (!c)
		return fail(q->e, RC_NOT_FOUND, "没有这个专项");
	if (c->scope.n)
		TRY(found_files(q, c->scope, &files));
	else
		TRY(open_files(q, &files));
	plan = ARENA_ARRAY(q->a, struct planned, files.n);
	for (size_t i = 0; i < files.n; i++) {
		plan[i] = (struct planned){ .f = files.p[i], .skip = c->gifts.v == FLAG_YES &&
			codes_mean(book, files.p[i]->wish_no, MEANS_NO_GIFTS) };
		TRY(gift_of(q, c->r.id, files.p[i]->r.id, &plan[i].gift));
	}
	qsort(plan, files.n, sizeof *plan, by_walk);
	for (size_t i = 0; i < files.n; i++)
		TRY(plan_row(q, &plan[i]));
	return RC_OK;
}

/* ---- whom to invite --------------------------------------------------------------------------- */

/* Not those who want no gatherings, nor anybody for whom the day is a quiet one; why stays unsaid. */
static enum rc left_out(struct job *q, const struct family *f, date on, bool *out)
{
	const struct care *care = &q->s->office->care;
	struct parts persons;

	TRY(family_persons(q->s, q->a, f->r.id, &persons, q->e));
	*out = codes_mean(&q->s->office->codes, f->wish_no, MEANS_NO_GATHERINGS);
	for (size_t i = 0; i < care->ndays; i++) {
		const struct person *whose;
		date day;

		if (care->day[i].kind == DAY_QUIET)
			*out |= day_calls(&q->s->office->codes, &care->day[i], f, persons.rec, persons.n, on,
				&day, &whose);
	}
	return RC_OK;
}

enum rc job_invite(struct job *q)
{
	struct activity *act = (struct activity *)peek(q->s, q->a, &activity_type, q->ask->about);
	struct files files = { 0 };
	struct org *place;

	if (!act)
		return fail(q->e, RC_NOT_FOUND, "没有这场活动");
	place = peek_org(q->s, q->a, act->org.id);
	TRY(open_files(q, &files));
	for (size_t i = 0; i < files.n; i++) {
		struct org *o = peek_org(q->s, q->a, files.p[i]->community.id);
		struct invite_row *row;
		bool out;

		if (!o || (place && !str_starts(o->code.s, place->code.s)) || !job_window(q))
			continue;
		row = job_row(q, &family_type, files.p[i]->r.id);
		TRY(family_fill(q->s, q->a, files.p[i], &row->f, NULL, q->e));
		TRY(left_out(q, files.p[i], act->on, &out));
		row->invited.v = out ? FLAG_NO : FLAG_YES;
		job_last(q)->tone = out ? TONE_DIM : TONE_NONE;
	}
	return RC_OK;
}

/* ---- the ledger ------------------------------------------------------------------------------- */

static void close_line(struct job *q, const struct ledger_row *sum)
{
	struct ledger_row *row;

	if (!sum->gifts.v || !job_window(q))
		return;
	row = job_row(q, &gift_type, sum->r.id);
	*row = *sum;
}

static void add_gift(struct ledger_row *sum, const struct gift *g)
{
	sum->gifts.v++;
	sum->cash.fen += g->cash.fen;
	sum->value.fen += g->value.fen;
}

/* Gifts by source and task; the index is in that order. */
enum rc job_ledger(struct job *q)
{
	struct span span = q->ask->span;
	struct ledger_row sum = { 0 };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &gift_type, "fund", 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct gift *g = (const struct gift *)r;

		if (rights_reach(q->s, g->family.id) >= REACH_OUTSIDE)
			continue;
		if (span.last.day && (g->on.day < span.first.day || g->on.day > span.last.day))
			continue;
		if (!sum.gifts.v || !str_eq(sum.fund.key, g->fund.key) || !str_eq(sum.task.key, g->task.key)) {
			close_line(q, &sum);
			sum = (struct ledger_row){ .r.id = g->r.id, .fund.key = arena_str(q->a, g->fund.key),
				.task.key = arena_str(q->a, g->task.key), .gifts.set = true,
				.cash.set = true, .value.set = true };
		}
		add_gift(&sum, g);
	}
	TRY_END(rc);
	close_line(q, &sum);
	return RC_OK;
}
