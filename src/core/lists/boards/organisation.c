/* organisation.c - 组织: how the association stands, a row a place, and the lists behind its numbers. */
#include "core/lists/job.h"
#include "core/office/means.h"
#include "core/read/reach.h"
#include "core/rules/activity.h"
#include "core/rules/council.h"
#include "core/rules/standing.h"

static struct span quarter_of(const struct job *q)
{
	return q->ask->span.last.day ? q->ask->span : period_of(PERIOD_QUARTER, 0, session_today(q->s));
}

static str division_of(struct job *q)
{
	const struct org *o = peek_org(q->s, q->a, q->ask->about);

	return o ? o->code.s : S("");
}

/* ---- the board ------------------------------------------------------------------------------------ */

_Static_assert(offsetof(struct node_row, activities) - offsetof(struct node_row, full) ==
	(STANDING_NUMBERS - 1) * sizeof(num), "a number for each that adds up");
enum { BODIES = 3 };
_Static_assert(offsetof(struct node_row, standing) - offsetof(struct node_row, reps) == (BODIES - 1) * sizeof(ratio),
	"a share for each body");

static enum rc shares(struct job *q, const struct standing *p, struct node_row *row)
{
	const struct code_table *t = codebook_find(&q->s->office->codes, S("BODY"));
	ratio *share = &row->reps;
	int64_t lacking = 0;

	for (size_t b = 0; t && b < t->n && b < BODIES; b++) {
		struct council c;

		TRY(council_on(q->s, q->a, p->o->r.id, t->item[b].key, session_today(q->s), NULL, &c, q->e));
		share[b] = (ratio){ true, (int32_t)c.grassroots, (int32_t)c.n };
		lacking += c.lacking;
	}
	if (lacking)
		row->lacking = (num){ true, lacking };
	return RC_OK;
}

/* What the row says of the place is its own; its numbers are those of it and all below. */
static enum rc show(struct job *q, const struct standings *all, size_t at, bool below)
{
	const struct standing *p = &all->p[at];
	struct node_row *row = job_record(q, &org_type, &p->o->r);
	num *n;

	if (!row)
		return RC_OK;
	row->state = p->state;
	row->chair.id = p->chair;
	row->secretary.id = p->secretary;
	row->life = p->life;
	n = &row->full;
	for (size_t k = 0; k < STANDING_NUMBERS; k++) {
		n[k] = (num){ true, p->n[k] };
		for (size_t i = at + 1; below && i < all->n && standing_lies_in(&all->p[i], p->o->code.s); i++)
			n[k].v += all->p[i].n[k];
	}
	job_last(q)->tone = code_means(&q->s->office->codes, (code){ p->state.keys }, MEANS_ASSOCIATION_ACTIVE)
		? TONE_NONE : codes_mean(&q->s->office->codes, p->state, MEANS_ASSOCIATION_NONE) ? TONE_RED
		: TONE_YELLOW;
	return shares(q, p, row);
}

/* A place and those right below; without one, what stands at the top of my part of the tree. */
enum rc job_organisation(struct job *q)
{
	struct standings all;
	const struct standing *of;
	size_t at, tops = 0;

	job_whole(q);
	TRY(standings_load(q->s, q->a, quarter_of(q), &all, q->e));
	of = q->ask->about ? standing_of(&all, q->ask->about) : all.p;
	for (size_t i = 0; i < all.n; i++)
		tops += all.p[i].up == i;
	if (!of)
		return RC_OK;
	at = (size_t)(of - all.p);
	for (size_t i = 0; i < all.n; i++)
		if (!q->ask->about && tops > 1 ? all.p[i].up == i : i == at || all.p[i].up == at)
			TRY(show(q, &all, i, true));
	return RC_OK;
}

/* ---- behind its numbers ---------------------------------------------------------------------------- */

/* Places below one, each by itself, whose association is, or is not, in this state. */
static enum rc list_places(struct job *q, enum means state, bool is)
{
	struct standings all;
	str div = division_of(q);

	TRY(standings_load(q->s, q->a, quarter_of(q), &all, q->e));
	for (size_t i = 0; i < all.n; i++)
		if (standing_lies_in(&all.p[i], div) && codes_mean(&q->s->office->codes, all.p[i].state, state) == is)
			TRY(show(q, &all, i, false));
	return RC_OK;
}

enum rc job_inactive(struct job *q)
{
	return list_places(q, MEANS_ASSOCIATION_ACTIVE, false);
}

enum rc job_dormant(struct job *q)
{
	return list_places(q, MEANS_ASSOCIATION_DORMANT, true);
}

/* Communities for which no cadre or representative is there. */
enum rc job_no_liaison(struct job *q)
{
	struct standings all;
	str div = division_of(q);

	TRY(standings_load(q->s, q->a, quarter_of(q), &all, q->e));
	for (size_t i = 0; i < all.n; i++)
		if (standing_lies_in(&all.p[i], div) && !all.p[i].liaisons &&
			code_means(&q->s->office->codes, all.p[i].o->level, MEANS_COMMUNITY))
			TRY(show(q, &all, i, false));
	return RC_OK;
}

enum rc job_vacancies(struct job *q)
{
	const struct association_rules *rules = &q->s->office->association;
	struct standings all;
	str div = division_of(q);

	TRY(standings_load(q->s, q->a, quarter_of(q), &all, q->e));
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; k < rules->nposts && standing_lies_in(&all.p[i], div); k++) {
			const struct required_post *post = &rules->post[k];
			int64_t has = standing_holds(&all.p[i], post);
			struct vacancy_row *row;

			if (!str_eq(post->level, all.p[i].o->level.key) || has >= post->count || !job_window(q))
				continue;
			row = job_row(q, &org_type, all.p[i].o->r.id);
			row->node.id = all.p[i].o->r.id;
			row->post.key = post->post;
			for (size_t w = 0; w < post->kinds.n; w++)
				row->kinds.keys = arena_printf(q->a, "%.*s%s%.*s", STR_FMT(row->kinds.keys), w ? " " : "",
					STR_FMT(post->kinds.p[w]));
			row->need = (num){ true, post->count };
			row->has = (num){ true, has };
		}
	return RC_OK;
}

/* What belongs to a place or to one below it, and is not over: the day on which it ended is this field. */
static const struct { const struct rec_type *type; const char *ended; } lasts[] = {
	{ &member_type, "left" }, { &group_type, "ended" }, { &link_type, "to" },
};

static bool lives(const struct job *q, const struct rec_type *t, const struct rec *r)
{
	for (size_t i = 0; i < COUNT(lasts); i++)
		if (lasts[i].type->tag == t->tag) {
			val end = rec_get(t, r, lasts[i].ended);

			return !end.set || end.n > session_today(q->s).day;
		}
	return true;
}

static enum rc of_place(struct job *q, uint64_t org)
{
	const struct rec_type *t = q->page->type;
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(job_open(q, t, q->named->index, org, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (!lives(q, t, r))
			continue;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (!t->owner || rights_reach(q->s, rights_family(q->s, t, whole)) < REACH_OUTSIDE)
			job_record(q, t, whole);
	}
	TRY_END(rc);
	return RC_OK;
}

/* The places by their codes, from the one that is asked about on. */
enum rc job_below(struct job *q)
{
	str div = division_of(q);
	const val from = { true, 0, div };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &org_type), .index = "code",
		.from = &from }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (!str_starts(((const struct org *)r)->code.s, div)) {
			cursor_close(&c);
			return RC_OK;
		}
		TRY(of_place(q, r->id));
	}
	TRY_END(rc);
	return RC_OK;
}

/* Of the period, this quarter's when none was named. */
enum rc job_activities_in(struct job *q)
{
	const struct rec_type *t = type_of(q->s, &activity_type);
	struct span span = quarter_of(q);
	const val from = { true, span.first.day, { 0 } };
	struct standings all;
	str div = division_of(q);
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(standings_load(q->s, q->a, span, &all, q->e));
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t, .index = "on", .from = &from }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct activity *act = (const struct activity *)r;
		const struct standing *p = act->on.day > span.last.day ? NULL : standing_of(&all, act->org.id);

		if (!p || !standing_lies_in(p, div))
			continue;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (activity_held((const struct activity *)whole, session_today(q->s)))
			job_record(q, t, whole);
	}
	TRY_END(rc);
	return RC_OK;
}
