/* board.c - 三个全覆盖 and the quotas by community, street or worker; every number is a list of its own. */
#include "core/lists/boards/scores.h"
#include "core/lists/boards/tally.h"

#include "base/str.h"


const char *const board_facts[] = { "families", "contacts", "card", "doctor", "green", "insured",
	"contacted", "met", "visited", "closed", "in_time", "satisfied", "complete", "agreed", "bar", NULL };
const char *const board_heads[] = { "户数", "双岗", "知情卡", "家庭医生", "绿色通道", "保险", "联系",
	"见面", "上门", "诉求办结", "按期", "满意", "档案完整", "约定方式", "", NULL };
_Static_assert(COUNT(board_facts) == INDICATORS + 4, "a fact for each indicator");

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

static str ratio_text(struct arena *a, struct count c)
{
	int64_t tenths = c.den ? (c.num * 2000 + c.den) / (2 * c.den) : 0;

	if (!c.den)
		return S("—"); /* never 0 % or 100 %: there is nothing to count */
	return arena_printf(a, "%lld/%lld %lld.%lld%%", (long long)c.num, (long long)c.den,
		(long long)(tenths / 10), (long long)(tenths % 10));
}

static void show(struct tallies *b, const struct tally *t, bool workers, bool total)
{
	struct job *q = b->q;
	struct count both = count_of(t, 0);
	struct row *row;
	str *fact;

	if (!job_window(q) || !(row = job_record(q, workers ? &worker_type : &org_type,
		t->id ? t->id : tally_org(b, t), COUNT(board_facts), &fact)))
		return;
	fact[0] = arena_printf(q->a, "%lld", (long long)t->n[SUM_FAMILIES]);
	for (size_t i = 0; i < INDICATORS; i++)
		fact[i + 1] = ratio_text(q->a, count_of(t, i));
	fact[INDICATORS + 1] = t->n[SUM_AGREED]
		? arena_printf(q->a, "%lld", (long long)t->n[SUM_AGREED]) : S("");
	/* Coverage of both posts, or the caseload against what one person can carry. */
	fact[INDICATORS + 2] = workers
		? chart_bar(q->a, t->n[SUM_FAMILIES], q->s->office->care.load_most)
		: chart_bar(q->a, both.num, both.den);
	row->group = total ? str_of(tr("合计")) : S("");
	row->tone = both.num < both.den ? TONE_RED : TONE_NONE;
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
		show(&b, &b.row[i], workers, false);
	if (b.n > 1 && !workers)
		show(&b, &b.all, workers, true);
	return RC_OK;
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
	for (size_t i = 0; q->rc == RC_OK && i < all->n; i++) {
		const struct score *sc = &all->row[i];

		if (!sc->counts || !stands_behind(sc, k) || (worker && !looked_after(sc, q->ask->about)))
			continue;
		if (sc->org != org) {
			struct org *here = peek_org(q->s, q->a, org = sc->org);

			inside = here && str_starts(here->code.s, div);
		}
		if (inside)
			job_family(q, sc->id);
	}
	return q->rc;
}
