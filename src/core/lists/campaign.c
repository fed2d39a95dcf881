/* campaign.c - 专项: whom a campaign is for, who is skipped and why, who is left; and the fund ledger
 * that the gifts make. */
#include "core/rules/days.h"
#include "core/lists/job.h"

#include <stdlib.h>

enum { PLAN_FILE, PLAN_HEAD, PLAN_PLACE, PLAN_WHO, PLAN_STATE, PLAN_GIVEN, PLAN_BY, PLAN_FACTS };
const char *const plan_facts[] = { "file_no", "head", "place", "contacts", "state", "given", "by",
	NULL };
_Static_assert(COUNT(plan_facts) == PLAN_FACTS + 1, "a fact each");

enum { PLAN_MOST = 5000 };

struct planned { uint64_t id; str place; bool skip, done; };

/* Left first, in the order of a walk: estate, building, unit, room; then done, then skipped. */
static int by_building(const void *x, const void *y)
{
	const struct planned *a = x, *b = y;
	int d;

	if (a->skip != b->skip)
		return a->skip ? 1 : -1;
	if (a->done != b->done)
		return a->done ? 1 : -1;
	d = str_cmp(a->place, b->place);
	return d ? d : a->id < b->id ? -1 : a->id > b->id;
}

/* So that 9栋 comes before 12栋: numbers filled up with noughts. */
static str place_key(struct arena *a, const struct family *f)
{
	return arena_printf(a, "%.*s|%8.*s|%8.*s|%8.*s", STR_FMT(f->place), STR_FMT(f->building),
		STR_FMT(f->unit), STR_FMT(f->room));
}

static bool take_gift(void *arg, uint64_t id, const val *v)
{
	(void)v;
	*(uint64_t *)arg = id;
	return false;
}

static uint64_t gift_of(struct job *q, uint64_t campaign, uint64_t family)
{
	val key[2] = { { true, (int64_t)campaign, { 0 } }, { true, (int64_t)family, { 0 } } };
	struct err ignored;
	uint64_t id = 0;

	return snap_walk(q->s->view,
		       &(struct walk){ .type = type_of(q->s, &gift_type), .index = "campaign",
			       .prefix = key, .nprefix = 2, .each = take_gift, .arg = &id },
		       &ignored) == RC_OK ? id : 0;
}

struct everybody { struct job *q; struct lookhit *hit; size_t n; };

static bool add_family(void *arg, uint64_t id)
{
	struct everybody *l = arg;

	l->hit[l->n++].family = id;
	return l->n < PLAN_MOST;
}

static enum rc scope_of(struct job *q, const struct campaign *c, struct found *out)
{
	struct everybody all = { .q = q };

	if (c->scope.n)
		return find_families(q->s, q->a, c->scope, PLAN_MOST, out, q->e);
	all.hit = ARENA_ARRAY(q->a, struct lookhit, PLAN_MOST);
	TRY(snap_each(q->s->view, type_of(q->s, &family_type), 1, add_family, &all, q->e));
	*out = (struct found){ .hit = all.hit, .n = all.n, .total = all.n };
	return RC_OK;
}

static str given_text(struct job *q, const struct gift *g)
{
	const struct rec_type *t = type_of(q->s, &gift_type);
	const struct field *items = type_field(t, S("items")), *cash = type_field(t, S("cash"));
	str sum = val_text(&q->s->lex, q->a, cash, field_get(cash, &g->r));

	return arena_printf(q->a, "%.*s%s%.*s", STR_FMT(sum), sum.n ? " " : "",
		STR_FMT(val_text(&q->s->lex, q->a, items, field_get(items, &g->r))));
}

static enum rc plan_row(struct job *q, const struct campaign *c, const struct planned *p)
{
	struct gift *g = p->done
		? (struct gift *)peek(q->s, q->a, &gift_type, gift_of(q, c->r.id, p->id)) : NULL;
	struct due due;
	struct row *row, whole;
	const struct family *f;
	str *fact;

	if (!job_window(q))
		return RC_OK;
	TRY(family_row(q->s, q->a, p->id, &whole, &due, q->e));
	row = job_row(q);
	*row = whole;
	row->fact = fact = ARENA_ARRAY(q->a, str, PLAN_FACTS);
	row->group = str_of(p->skip ? tr("不排") : p->done ? tr("已送达") : tr("还没送"));
	row->tone = p->skip || p->done ? TONE_DIM : TONE_NONE;
	f = (const struct family *)row->rec;
	for (size_t i = 0; family_facts[i]; i++)
		for (size_t k = 0; k <= PLAN_WHO; k++)
			if (strcmp(family_facts[i], plan_facts[k]) == 0)
				fact[k] = whole.fact[i];
	fact[PLAN_PLACE] = f->live_addr;
	fact[PLAN_STATE] = p->skip ? str_of(tr("意愿：勿节日慰问")) : row->group;
	if (g) {
		fact[PLAN_GIVEN] = given_text(q, g);
		fact[PLAN_BY] = lex_ref_text(q->s, q->a, "worker", g->by.id);
	}
	return RC_OK;
}

enum rc job_plan(struct job *q)
{
	struct campaign *c = (struct campaign *)peek(q->s, q->a, &campaign_type, q->ask->about);
	struct found found;
	struct planned *plan;
	size_t n = 0;

	if (!c)
		return fail(q->e, RC_NOT_FOUND, "没有这个专项");
	TRY(scope_of(q, c, &found));
	plan = ARENA_ARRAY(q->a, struct planned, found.n + 1);
	for (size_t i = 0; i < found.n; i++) {
		struct family *f = peek_family(q->s, q->a, found.hit[i].family);

		if (!f || f->closed.day || rights_reach(q->s, f->r.id) == REACH_OUTSIDE)
			continue;
		plan[n++] = (struct planned){ .id = f->r.id, .place = place_key(q->a, f),
			.skip = c->gifts.v == FLAG_YES && has_key(f->wish_no.keys, S("05")),
			.done = gift_of(q, c->r.id, f->r.id) != 0 };
	}
	if (n > 1)
		qsort(plan, n, sizeof *plan, by_building);
	for (size_t i = 0; i < n; i++)
		TRY(plan_row(q, c, &plan[i]));
	return RC_OK;
}

/* ---- whom to invite --------------------------------------------------------------------------- */

enum { INVITE_FILE, INVITE_HEAD, INVITE_CONTACTS, INVITE_STATE, INVITE_FACTS };
const char *const invite_facts[] = { "file_no", "head", "contacts", "state", NULL };
_Static_assert(COUNT(invite_facts) == INVITE_FACTS + 1, "a fact each");

/* Not those who want no gatherings, nor anybody for whom the day is a quiet one; why stays unsaid. */
static enum rc left_out(struct job *q, const struct family *f, date on, bool *out)
{
	const struct care *care = &q->s->office->care;
	struct parts persons;

	TRY(family_persons(q->s, q->a, f->r.id, &persons, q->e));
	*out = has_key(f->wish_no.keys, S("06"));
	for (size_t i = 0; i < care->ndays; i++) {
		const struct person *whose;
		date day;

		if (care->day[i].kind == DAY_QUIET)
			*out |= day_calls(&q->s->office->codes, &care->day[i], f, persons.rec, persons.n, on,
				&day, &whose);
	}
	return RC_OK;
}

static enum rc invite_row(struct job *q, const struct family *f, bool out)
{
	struct due due;
	struct row *row, whole;
	str *fact;

	if (!job_window(q))
		return RC_OK;
	TRY(family_row(q->s, q->a, f->r.id, &whole, &due, q->e));
	row = job_row(q);
	*row = whole;
	row->fact = fact = ARENA_ARRAY(q->a, str, INVITE_FACTS);
	for (size_t i = 0; family_facts[i]; i++)
		for (size_t k = 0; k <= INVITE_CONTACTS; k++)
			if (strcmp(family_facts[i], invite_facts[k]) == 0)
				fact[k] = whole.fact[i];
	fact[INVITE_STATE] = str_of(out ? tr("不邀请") : tr("可邀请"));
	row->tone = out ? TONE_DIM : TONE_NONE;
	return RC_OK;
}

enum rc job_invite(struct job *q)
{
	struct activity *act = (struct activity *)peek(q->s, q->a, &activity_type, q->ask->about);
	struct everybody all = { .q = q, .hit = ARENA_ARRAY(q->a, struct lookhit, PLAN_MOST) };
	struct org *place;

	if (!act)
		return fail(q->e, RC_NOT_FOUND, "没有这场活动");
	place = peek_org(q->s, q->a, act->org.id);
	TRY(snap_each(q->s->view, type_of(q->s, &family_type), 1, add_family, &all, q->e));
	for (size_t i = 0; i < all.n; i++) {
		struct family *f = peek_family(q->s, q->a, all.hit[i].family);
		struct org *o = f ? peek_org(q->s, q->a, f->community.id) : NULL;
		bool out;

		if (!o || f->closed.day || rights_reach(q->s, f->r.id) == REACH_OUTSIDE ||
			(place && !str_starts(o->code.s, place->code.s)))
			continue;
		TRY(left_out(q, f, act->on, &out));
		TRY(invite_row(q, f, out));
	}
	return RC_OK;
}

/* ---- the ledger ------------------------------------------------------------------------------- */

enum { LEDGER_FUND, LEDGER_TASK, LEDGER_GIFTS, LEDGER_CASH, LEDGER_VALUE, LEDGER_FACTS };
const char *const ledger_facts[] = { "fund", "task", "gifts", "cash", "value", NULL };
const char *const ledger_heads[] = { "来源", "任务", "户次", "慰问金", "物品折价", NULL };
_Static_assert(COUNT(ledger_facts) == LEDGER_FACTS + 1, "a fact each");

struct ledger { struct job *q; uint64_t first; str fund, task; int64_t gifts, cash, value; };

static str yuan(struct job *q, int64_t fen)
{
	return arena_printf(q->a, "%lld.%02d", (long long)(fen / 100), (int)(fen % 100));
}

static void close_line(struct ledger *l)
{
	struct job *q = l->q;
	const struct codebook *book = &q->s->office->codes;
	struct row *row;
	str *fact;

	if (!l->gifts || !job_window(q) ||
		!(row = job_record(q, &gift_type, l->first, LEDGER_FACTS, &fact)))
		return;
	fact[LEDGER_FUND] = tr_str(code_name(codebook_find(book, S("FUND_SRC")), l->fund));
	fact[LEDGER_TASK] = tr_str(code_name(codebook_find(book, S("SIX_TASK")), l->task));
	fact[LEDGER_GIFTS] = arena_printf(q->a, "%lld", (long long)l->gifts);
	fact[LEDGER_CASH] = yuan(q, l->cash);
	fact[LEDGER_VALUE] = yuan(q, l->value);
}

static bool add_gift(void *arg, uint64_t id, const val *v)
{
	struct ledger *l = arg;
	const val *cover = v + 3; /* behind fund, task, on: cash, value, family */
	struct span span = l->q->ask->span;

	if (rights_reach(l->q->s, (uint64_t)cover[2].n) == REACH_OUTSIDE)
		return true;
	if (span.last.day && (v[2].n < span.first.day || v[2].n > span.last.day))
		return true;
	if (!l->gifts || !str_eq(l->fund, v[0].s) || !str_eq(l->task, v[1].s)) {
		close_line(l);
		*l = (struct ledger){ .q = l->q, .first = id, .fund = arena_str(l->q->a, v[0].s),
			.task = arena_str(l->q->a, v[1].s) };
	}
	l->gifts++;
	l->cash += cover[0].n;
	l->value += cover[1].n;
	return true;
}

/* Gifts by source and task; the index is in that order. */
enum rc job_ledger(struct job *q)
{
	struct ledger l = { .q = q };

	TRY(snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &gift_type), .index = "fund", .each = add_gift,
			.arg = &l },
		q->e));
	close_line(&l);
	return RC_OK;
}
