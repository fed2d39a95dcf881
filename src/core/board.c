/* board.c - 三个全覆盖 and the quotas by community, street or worker; every number is a list of its own
 * (domain.md 3.4). */
#include "core/scores.h"

#include "base/str.h"

#include <assert.h>
#include <stdlib.h>

const char *const board_facts[] = { "families", "contacts", "card", "doctor", "green", "insured",
	"contacted", "met", "visited", "closed", "in_time", "satisfied", "complete", "agreed", "bar", NULL };
const char *const board_heads[] = { "户数", "双岗", "知情卡", "家庭医生", "绿色通道", "保险", "联系",
	"见面", "上门", "诉求办结", "按期", "满意", "档案完整", "约定方式", "", NULL };
_Static_assert(COUNT(board_facts) == INDICATORS + 4, "a fact for each indicator");

/* The day a board stands for: the last one of its period, or today when it is not over. */
static date day_of(const struct job *q)
{
	date today = session_today(q->s);

	return q->ask->span.last.day && q->ask->span.last.day < today.day ? q->ask->span.last : today;
}

/* ---- counting ------------------------------------------------------------------------------- */

struct tally { uint64_t id; str code; int64_t families, agreed; struct count count[INDICATORS]; };

struct board {
	struct job *q;
	bool workers;
	size_t digits;          /* of the division code: 12 community, 9 street */
	struct tally *row, all;
	size_t n, cap;
};

static struct tally *tally_of(struct board *b, uint64_t id, str div)
{
	for (size_t i = 0; i < b->n; i++)
		if (id ? b->row[i].id == id : str_eq(b->row[i].code, div))
			return &b->row[i];
	if (b->n == b->cap) {
		struct tally *more = ARENA_ARRAY(b->q->a, struct tally, b->cap = b->cap * 2 + 32);

		if (b->n)
			memcpy(more, b->row, b->n * sizeof *more);
		b->row = more;
	}
	b->row[b->n] = (struct tally){ .id = id, .code = div };
	return &b->row[b->n++];
}

static void add_to(struct tally *t, const struct score *sc)
{
	t->families++;
	t->agreed += sc->agreed;
	for (size_t i = 0; i < INDICATORS; i++) {
		t->count[i].num += sc->num[i];
		t->count[i].den += sc->den[i];
	}
}

static void add_tally(struct tally *to, const struct tally *from)
{
	to->families += from->families;
	to->agreed += from->agreed;
	for (size_t i = 0; i < INDICATORS; i++) {
		to->count[i].num += from->count[i].num;
		to->count[i].den += from->count[i].den;
	}
}

/* By worker, or by community first. */
static void add_score(struct board *b, const struct score *sc)
{
	if (!b->workers) {
		add_to(tally_of(b, sc->org, S("")), sc);
		return;
	}
	add_to(&b->all, sc);
	for (size_t i = 0; i < SCORE_WORKERS && sc->worker[i]; i++)
		add_to(tally_of(b, sc->worker[i], S("")), sc);
}

/* The communities' tallies become those of their divisions. */
static void by_divisions(struct board *b)
{
	struct tally *community = b->row;
	size_t n = b->n;

	b->row = NULL;
	b->n = b->cap = 0;
	for (size_t i = 0; i < n; i++) {
		struct org *o = peek_org(b->q->s, b->q->a, community[i].id);
		str div = o ? str_sub(o->code.s, 0, (uint32_t)b->digits) : S("");

		add_tally(tally_of(b, 0, div), &community[i]);
		add_tally(&b->all, &community[i]);
	}
}

static str ratio_text(struct arena *a, struct count c)
{
	int64_t tenths = c.den ? (c.num * 2000 + c.den) / (2 * c.den) : 0;

	if (!c.den)
		return S("—"); /* never 0 % or 100 % (K, domain.md 3.4) */
	return arena_printf(a, "%lld/%lld %lld.%lld%%", (long long)c.num, (long long)c.den,
		(long long)(tenths / 10), (long long)(tenths % 10));
}

struct by_code { str code; uint64_t id; };

static bool take_org(void *arg, uint64_t id, const val *v)
{
	struct by_code *l = arg;

	if (!str_eq(v[0].s, l->code))
		return str_cmp(v[0].s, l->code) < 0;
	l->id = id;
	return false;
}

static uint64_t org_by_code(struct job *q, str div)
{
	struct by_code l = { .code = div };
	val from = { true, 0, div };
	struct err ignored;

	return snap_walk(q->s->view,
		       &(struct walk){ .type = type_of(q->s, &org_type), .index = "code", .from = &from,
			       .each = take_org, .arg = &l },
		       &ignored) == RC_OK ? l.id : 0;
}

static void show(struct board *b, const struct tally *t, bool total)
{
	struct job *q = b->q;
	uint64_t id = t->id ? t->id : org_by_code(q, t->code);
	const struct rec_type *type = b->workers && !total ? &worker_type : &org_type;
	struct row *row;
	str *fact;

	if (!job_window(q) || !(row = job_record(q, type, id, COUNT(board_facts), &fact)))
		return;
	fact[0] = arena_printf(q->a, "%lld", (long long)t->families);
	for (size_t i = 0; i < INDICATORS; i++)
		fact[i + 1] = ratio_text(q->a, t->count[i]);
	/* Coverage of both posts, or the caseload against what one person can carry (O8). */
	fact[INDICATORS + 1] = t->agreed ? arena_printf(q->a, "%lld", (long long)t->agreed) : S("");
	fact[INDICATORS + 2] = b->workers
		? chart_bar(q->a, t->families, q->s->office->care.load_most)
		: chart_bar(q->a, t->count[0].num, t->count[0].den);
	row->group = total ? str_of(tr("合计")) : S("");
	row->tone = t->count[0].num < t->count[0].den ? TONE_RED : TONE_NONE;
}

static int by_division(const void *x, const void *y)
{
	const struct tally *a = x, *b = y;
	int d = str_cmp(a->code, b->code);

	return d ? d : a->id < b->id ? -1 : a->id > b->id;
}

/* The division that all rows lie in: what their codes have in common, cut to a level. */
static str common(const struct board *b)
{
	static const uint32_t levels[] = { 9, 6 };
	str first = b->n ? b->row[0].code : S(""), last = b->n ? b->row[b->n - 1].code : S("");

	for (size_t i = 0; i < COUNT(levels); i++)
		if (str_eq(str_sub(first, 0, levels[i]), str_sub(last, 0, levels[i])))
			return str_sub(first, 0, levels[i]);
	return S("");
}

enum rc job_board(struct job *q)
{
	struct board b = { .q = q, .workers = q->named->query.type == &worker_type,
		.digits = str_is(q->ask->line, "street") ? 9 : 12 };
	const struct scores *all;

	TRY(scores_load(q, day_of(q), &all));
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].counts)
			add_score(&b, &all->row[i]);
	if (!b.workers)
		by_divisions(&b);
	if (b.n > 1)
		qsort(b.row, b.n, sizeof *b.row, by_division);
	for (size_t i = 0; i < b.n; i++)
		show(&b, &b.row[i], false);
	b.all.code = common(&b);
	if (b.n > 1 && !b.workers)
		show(&b, &b.all, true);
	return RC_OK;
}

/* ---- the list behind a number --------------------------------------------------------------- */

enum rc job_gap(struct job *q)
{
	size_t k = indicator_of_gap(q->named->query.name);
	struct org *o = peek_org(q->s, q->a, q->ask->about);
	str div = o ? o->code.s : S("");
	const struct scores *all;
	uint64_t org = 0;
	bool inside = false;

	assert(k < INDICATORS);
	TRY(scores_load(q, day_of(q), &all));
	for (size_t i = 0; q->rc == RC_OK && i < all->n; i++) {
		const struct score *sc = &all->row[i];

		if (!sc->counts || sc->num[k] >= sc->den[k])
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
