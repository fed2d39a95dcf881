/* board.c - 三个全覆盖 and the quotas by community, street or worker; every number is a list of its own. */
#include "core/lists/boards/scores.h"
#include "core/lists/boards/tally.h"

#include "base/str.h"


/* ---- counting ------------------------------------------------------------------------------- */

/* The sums of a row: files, those agreed otherwise, then num and den of every indicator. */
enum { SUM_FAMILIES, SUM_AGREED, SUM_COUNTS };
_Static_assert(SUM_COUNTS + 2 * INDICATORS <= TALLY_MOST, "room for the indicators");

static struct count count_of(const struct tally *t, size_t k)
{
	return (struct count){ t->n[SUM_COUNTS + 2 * k], t->n[SUM_COUNTS + 2 * k + 1] };
}

static void add_to(struct tally *t, const struct score *sc)
{
	t->n[SUM_FAMILIES]++;
	t->n[SUM_AGREED] += sc->agreed;
	for (size_t i = 0; i < INDICATORS; i++) {
		t->n[SUM_COUNTS + 2 * i] += sc->num[i];
		t->n[SUM_COUNTS + 2 * i + 1] += sc->den[i];
	}
}

static void add_score(struct tallies *b, bool workers, const struct score *sc)
{
	if (!workers)
		add_to(tally_of(b, sc->org), sc);
	for (size_t i = 0; workers && i < sc->worker.n; i++)
		add_to(tally_of(b, sc->worker.p[i]), sc);
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
	bool workers = q->named->query.type == &worker_type;
	struct tallies b = { .q = q };
	const struct scores *all;

	job_whole(q);
	TRY(scores_load(q, &all));
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].counts)
			add_score(&b, workers, &all->row[i]);
	if (workers)
		tally_sort(&b);
	else
		tally_divisions(&b);
	for (size_t i = 0; i < b.n; i++)
		TRY(show(&b, &b.row[i], workers, false));
	return b.n > 1 && !workers ? show(&b, &b.all, workers, true) : RC_OK;
}

/* ---- the list behind a number --------------------------------------------------------------- */

static bool looked_after(const struct score *sc, uint64_t worker)
{
	for (size_t i = 0; i < sc->worker.n; i++)
		if (sc->worker.p[i] == worker)
			return true;
	return false;
}

/* Does the family stand behind the number?  Of an indicator, the ones that lack it. */
static bool stands_behind(const struct score *sc, size_t k)
{
	return k == INDICATORS ? sc->agreed : sc->num[k] < sc->den[k];
}

/* Of a community, a street, or what one worker looks after; without an indicator's name, those for
 * whom something else was agreed. */
enum rc job_gap(struct job *q)
{
	bool worker = q->ask->about_type && q->ask->about_type->tag == worker_type.tag;
	size_t k = indicator_of_gap(q->named->query.name);
	struct org *o = worker ? NULL : peek_org(q->s, q->a, q->ask->about);
	str div = o ? o->code.s : S("");
	const struct scores *all;
	uint64_t org = 0;
	bool inside = false;

	TRY(scores_load(q, &all));
	for (size_t i = 0; i < all->n; i++) {
		const struct score *sc = &all->row[i];

		if (!sc->counts || !stands_behind(sc, k) || (worker && !looked_after(sc, q->ask->about)))
			continue;
		if (sc->org != org) {
			struct org *here = peek_org(q->s, q->a, org = sc->org);

			inside = here && str_starts(here->code.s, div);
		}
		if (inside)
			TRY(job_family(q, sc->id));
	}
	return RC_OK;
}
