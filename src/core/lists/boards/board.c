/* board.c - 三个全覆盖 and the quotas by community, street or worker; every number is a list of its own. */
#include "core/lists/boards/scores.h"
#include "core/lists/boards/tally.h"

#include "base/str.h"
#include "core/read/reach.h"

#include <stdlib.h>


/* ---- counting ------------------------------------------------------------------------------- */

_Static_assert((int)SUMS <= (int)TALLY_MOST, "room for the indicators");

struct count { int64_t num, den; };

static struct count count_of(const struct tally *t, size_t k)
{
	return (struct count){ t->n[SUM_COUNTS + 2 * k], t->n[SUM_COUNTS + 2 * k + 1] };
}

/* The board while it is counted. */
struct counting { struct tallies b; bool workers; uint64_t place; };

static void add_family(struct counting *c, uint64_t place, const struct stage *is)
{
	for (size_t i = 0; i < (c->workers ? is->npersons : 1); i++) {
		struct tally *t = tally_of(&c->b, c->workers ? is->person[i] : place);

		for (size_t k = 0; k < SUMS; k++)
			t->n[k] += is->n[k];
	}
}

static bool add_sum(void *arg, uint64_t person, const int64_t *n)
{
	struct counting *c = arg;

	if (c->workers == (person != 0) && n[SUM_FAMILIES]) {
		struct tally *t = tally_of(&c->b, c->workers ? person : c->place);

		for (size_t k = 0; k < SUMS; k++)
			t->n[k] += n[k];
	}
	return c->workers;
}

/* Is it the present that is asked for, and are its sums kept by our settings? */
static enum rc read_from_sums(const struct job *q, bool *yes)
{
	*yes = false;
	return q->ask->span.last.day ? RC_OK
				     : snap_counted(q->s->view, session_today(q->s), yes, q->e);
}

/* A family that stands in no sum. */
static enum rc count_family(struct job *q, uint64_t id, uint64_t *place, struct stage *is)
{
	const struct family *f = peek_family(q->s, q->a, id);
	struct family_view v;

	*place = 0;
	if (!f)
		return RC_OK;
	TRY(view_open(q->s, q->a, f, session_today(q->s), &v, q->e));
	TRY(indicators_of(&v, (struct span){ 0 }, place, is, q->e));
	if (!is->n[SUM_FAMILIES])
		*place = 0;
	return RC_OK;
}

/* Those of my part of the tree, and my own that live elsewhere. */
static enum rc add_sums(struct counting *c)
{
	struct job *q = c->b.q;
	date today = session_today(q->s);
	const uint64_t *org, *mine;
	size_t norgs, nmine;
	struct families owed;
	struct stage is;
	uint64_t place;

	rights_communities(q->s, &org, &norgs);
	for (size_t i = 0; i < norgs; i++) {
		c->place = org[i];
		TRY(snap_sums(q->s->view, org[i], today, add_sum, c, q->e));
	}
	rights_mine(q->s, &mine, &nmine);
	for (size_t i = 0; i < nmine; i++) {
		if (i && mine[i - 1] == mine[i])
			continue;
		TRY(snap_share(q->s->view, q->a, mine[i], today, &place, &is, q->e));
		if (place && !rights_community(q->s, place))
			add_family(c, place, &is);
	}
	TRY(snap_owed(q->s->view, q->a, &owed, q->e));
	for (size_t i = 0; i < owed.n; i++) {
		TRY(count_family(q, owed.p[i], &place, &is));
		if (place && (rights_community(q->s, place) || rights_reach(q->s, owed.p[i]) == REACH_OWN))
			add_family(c, place, &is);
	}
	return RC_OK;
}

static enum rc add_scores(struct counting *c)
{
	const struct scores *all;

	TRY(scores_load(c->b.q, &all));
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].is.n[SUM_FAMILIES])
			add_family(c, all->row[i].place, &all->row[i].is);
	return RC_OK;
}

static ratio ratio_of(struct count c)
{
	return (ratio){ true, (int32_t)c.num, (int32_t)c.den };
}

/* The ratios of a row, in the order of the indicators. */
_Static_assert(offsetof(struct board_numbers, complete) - offsetof(struct board_numbers, contacts) ==
	(INDICATORS - 1) * sizeof(ratio), "a ratio for each indicator");

static void fill(const struct job *q, struct board_numbers *n, const struct tally *t, bool workers)
{
	ratio *indicator = &n->contacts;

	n->families = (num){ true, t->n[SUM_FAMILIES] };
	for (size_t i = 0; i < INDICATORS; i++)
		indicator[i] = ratio_of(count_of(t, i));
	if (t->n[SUM_AGREED])
		n->agreed = (num){ true, t->n[SUM_AGREED] };
	if (workers) /* against what one person can carry */
		n->load = ratio_of((struct count){ t->n[SUM_FAMILIES], q->s->office->care.load_most });
}

static enum rc show(struct tallies *b, const struct tally *t, bool workers, bool total)
{
	struct job *q = b->q;
	struct count both = count_of(t, 0);
	struct worker_board *of_worker;
	struct org_board *of_org;
	struct rec *r;

	TRY(snap_get(q->s->view, q->a, type_of(q->s, workers ? &worker_type : &org_type),
		t->id ? t->id : tally_org(b, t), &r, q->e));
	if (workers && (of_worker = job_record(q, &worker_type, r)))
		fill(q, &of_worker->n, t, true);
	if (!workers && (of_org = job_record(q, &org_type, r)))
		fill(q, &of_org->n, t, false);
	job_last(q)->group = total ? S(SAY("合计")) : S("");
	job_last(q)->tone = both.num < both.den ? TONE_RED : TONE_NONE;
	return RC_OK;
}

enum rc job_board(struct job *q)
{
	struct counting c = { .b.q = q, .workers = q->named->query.type == &worker_type };
	struct tallies *b = &c.b;
	bool sums;

	job_whole(q);
	TRY(read_from_sums(q, &sums));
	TRY(sums ? add_sums(&c) : add_scores(&c));
	if (c.workers)
		tally_sort(b);
	else
		tally_divisions(b);
	for (size_t i = 0; i < b->n; i++)
		TRY(show(b, &b->row[i], c.workers, false));
	return b->n > 1 && !c.workers ? show(b, &b->all, false, true) : RC_OK;
}

/* ---- the list behind a number --------------------------------------------------------------- */

/* Of a community, a street, or what one worker looks after: those that lack an indicator; without its name,
 * those for whom something else was agreed. */
struct gap {
	struct job *q;
	size_t indicator;
	bool of_worker;
	uint64_t worker;
	str div;                /* the code of the place, or its beginning */
	uint64_t org;           /* the last one that was asked for */
	bool inside;            /* does it lie there? */
	struct { VEC(uint64_t); } family;
};

static bool looked_after(const struct stage *is, uint64_t worker)
{
	for (size_t i = 0; i < is->npersons; i++)
		if (is->person[i] == worker)
			return true;
	return false;
}

static bool lies_inside(struct gap *g, uint64_t org)
{
	if (g->org != org) {
		struct org *here = peek_org(g->q->s, g->q->a, g->org = org);

		g->inside = here && str_starts(here->code.s, g->div);
	}
	return g->inside;
}

static bool add_gap(void *arg, uint64_t family, uint64_t place, const struct stage *is)
{
	const int32_t *of = is->n + SUM_COUNTS;
	struct gap *g = arg;
	size_t k = g->indicator;

	if (!(k == INDICATORS ? is->n[SUM_AGREED] : of[2 * k] < of[2 * k + 1]) || !is->n[SUM_FAMILIES] ||
		(g->of_worker && !looked_after(is, g->worker)) || !lies_inside(g, place))
		return true;
	if (rights_community(g->q->s, place) || rights_reach(g->q->s, family) == REACH_OWN)
		*vec_add(g->q->a, &g->family) = family;
	return true;
}

static enum rc gaps_of_sums(struct gap *g)
{
	struct job *q = g->q;
	struct families owed;

	TRY(snap_shares(q->s->view, session_today(q->s), add_gap, g, q->e));
	TRY(snap_owed(q->s->view, q->a, &owed, q->e));
	for (size_t i = 0; i < owed.n; i++) {
		struct stage is;
		uint64_t place;

		TRY(count_family(q, owed.p[i], &place, &is));
		if (place)
			add_gap(g, owed.p[i], place, &is);
	}
	if (owed.n && g->family.n > 1)
		qsort(g->family.p, g->family.n, sizeof *g->family.p, by_number);
	return RC_OK;
}

static enum rc gaps_of_scores(struct gap *g)
{
	const struct scores *all;

	TRY(scores_load(g->q, &all));
	for (size_t i = 0; i < all->n; i++)
		add_gap(g, all->row[i].id, all->row[i].place, &all->row[i].is);
	return RC_OK;
}

enum rc job_gap(struct job *q)
{
	bool worker = q->ask->about_type && q->ask->about_type->tag == worker_type.tag, sums;
	struct org *o = worker ? NULL : peek_org(q->s, q->a, q->ask->about);
	struct gap g = { .q = q, .indicator = indicator_of_gap(q->named->query.name),
		.of_worker = worker, .worker = q->ask->about, .div = o ? o->code.s : S("") };

	TRY(read_from_sums(q, &sums));
	TRY(sums ? gaps_of_sums(&g) : gaps_of_scores(&g));
	for (size_t i = 0; i < g.family.n; i++)
		TRY(job_family(q, g.family.p[i]));
	return RC_OK;
}
