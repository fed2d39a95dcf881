/* board.c - 三个全覆盖 and the quotas: one table of indicators, counted by community, street or worker;
 * every number is a list of its own (domain.md 3.4, K1-K8). */
#include "core/job.h"

#include "base/str.h"

#include <assert.h>
#include <stdlib.h>

struct count { int64_t num, den; };

/* What the indicators look at of one family. */
struct seen_family {
	struct job *q;
	date on;                /* the day it is counted for */
	struct family *f;
	struct parts persons, live, signs, greens, insured, needs;
	struct due due;
	int completeness;
};

/* Parents and other living members; the special persons of the file (K3-K5). */
static bool special(const struct person *p)
{
	return p->alive.v != FLAG_NO && !person_is_child(p);
}

/* ---- the indicators ------------------------------------------------------------------------- */

static struct count contacts(const struct seen_family *w)
{
	const struct code_table *posts = codebook_find(&w->q->s->office->codes, S("ASSIGN_POST"));
	struct count c = { 1, 1 };

	for (size_t p = 0; posts && p < posts->n; p++) {
		bool filled = false;

		if (!code_is(&posts->item[p], "dual"))
			continue;
		for (size_t i = 0; i < w->live.n; i++) {
			const struct assignment *as = (const struct assignment *)w->live.rec[i];

			filled |= str_eq(as->post.key, posts->item[p].key) &&
				  worker_in_post(peek_worker(w->q->s, w->q->a, as->worker.id), w->on);
		}
		if (!filled)
			c.num = 0;
	}
	return c;
}

/* The card tells who the contacts are: given since the last change, and the family told of it. */
static struct count card(const struct seen_family *w)
{
	struct count c = { w->f->card_given.day != 0, 1 };

	for (size_t i = 0; i < w->live.n; i++) {
		const struct assignment *as = (const struct assignment *)w->live.rec[i];
		const struct code_item *post = code_find(
			codebook_find(&w->q->s->office->codes, S("ASSIGN_POST")), as->post.key);

		if (code_is(post, "dual") && (w->f->card_given.day < as->from.day ||
			(as->handover_at.day && !as->family_told.day)))
			c.num = 0;
	}
	return c;
}

static struct count doctor(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->persons.n; i++) {
		const struct person *p = (const struct person *)w->persons.rec[i];
		bool refused = false, valid = false;

		for (size_t k = 0; k < w->signs.n; k++) {
			const struct sign *s = (const struct sign *)w->signs.rec[k];

			if (s->person.id != p->r.id)
				continue;
			refused = s->refused.v == FLAG_YES; /* the last word counts */
			valid |= s->signed_on.day && s->signed_on.day <= w->on.day &&
				 s->expires.day >= w->on.day;
		}
		if (special(p) && (valid || !refused)) {
			c.den++;
			c.num += valid;
		}
	}
	return c;
}

static struct count green(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->persons.n; i++) {
		const struct person *p = (const struct person *)w->persons.rec[i];
		bool has = false;

		for (size_t k = 0; k < w->greens.n; k++) {
			const struct green *g = (const struct green *)w->greens.rec[k];

			has |= (!g->person.id || g->person.id == p->r.id) && g->given.day <= w->on.day &&
			       (!g->expires.day || g->expires.day >= w->on.day);
		}
		c.den += special(p);
		c.num += special(p) && has;
	}
	return c;
}

static struct count insured(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->persons.n; i++) {
		const struct person *p = (const struct person *)w->persons.rec[i];
		bool has = false;

		for (size_t k = 0; k < w->insured.n && !has; k++) {
			const struct insured *in = (const struct insured *)w->insured.rec[k];
			const struct policy *pol = in->person.id == p->r.id
				? (const struct policy *)peek(w->q->s, w->q->a, &policy_type, in->policy.id)
				: NULL;

			has = pol && pol->from.day <= w->on.day && pol->to.day >= w->on.day &&
			      (!in->removed.day || in->removed.day > w->on.day);
		}
		c.den += special(p);
		c.num += special(p) && has;
	}
	return c;
}

/* A counter met in its own period; families with 约定方式 are out of scope (K6). */
static struct count quota(const struct seen_family *w, const char *counter)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; !w->due.agreed && i < w->due.n; i++)
		if (str_is(w->due.now[i].counter->name, counter) && w->due.now[i].want > 0) {
			c.den = 1;
			c.num = w->due.now[i].done >= w->due.now[i].want;
		}
	return c;
}

static struct count contacted(const struct seen_family *w)
{
	return quota(w, "contact");
}

static struct count met(const struct seen_family *w)
{
	return quota(w, "meet");
}

static struct count visited(const struct seen_family *w)
{
	return quota(w, "home");
}

static struct count closed(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->needs.n; i++) {
		const struct need *n = (const struct need *)w->needs.rec[i];

		if (n->received.day > w->on.day)
			continue;
		c.den++;
		c.num += n->closed.day && n->closed.day <= w->on.day;
	}
	return c;
}

static struct count in_time(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->needs.n; i++) {
		const struct need *n = (const struct need *)w->needs.rec[i];

		if (!n->closed.day || n->closed.day > w->on.day)
			continue;
		c.den++;
		c.num += n->closed.day <= n->due.day;
	}
	return c;
}

static struct count satisfied(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->needs.n; i++) {
		const struct need *n = (const struct need *)w->needs.rec[i];
		bool asked = n->satisfied.key.n && !str_is(n->satisfied.key, "9");

		c.den += asked;
		c.num += asked && !str_is(n->satisfied.key, "3");
	}
	return c;
}

enum { COMPLETE = 90 }; /* K8 */

static struct count complete(const struct seen_family *w)
{
	return (struct count){ w->completeness >= COMPLETE, 1 };
}

static const struct indicator {
	const char *name; /* of the fact on the board */
	const char *gap;  /* of the list behind it */
	struct count (*count)(const struct seen_family *);
} indicators[] = {
	{ "contacts", "no-contacts", contacts },   { "card", "no-card", card },
	{ "doctor", "no-doctor", doctor },         { "green", "no-green", green },
	{ "insured", "no-insurance", insured },    { "contacted", "no-contact", contacted },
	{ "met", "no-meeting", met },              { "visited", "no-home-visit", visited },
	{ "closed", "open-needs", closed },        { "in_time", "late-needs", in_time },
	{ "satisfied", "unsatisfied", satisfied }, { "complete", "incomplete", complete },
};
enum { INDICATORS = COUNT(indicators) };

const char *const board_facts[] = { "families", "contacts", "card", "doctor", "green", "insured",
	"contacted", "met", "visited", "closed", "in_time", "satisfied", "complete", "bar", NULL };
const char *const board_heads[] = { "户数", "双岗", "知情卡", "家庭医生", "绿色通道", "保险", "联系",
	"见面", "上门", "诉求办结", "按期", "满意", "档案完整", "", NULL };
_Static_assert(COUNT(board_facts) == INDICATORS + 3, "a fact for each indicator");

/* ---- one family ----------------------------------------------------------------------------- */

static enum rc look_at(struct job *q, struct arena *a, uint64_t id, date on, struct seen_family *w)
{
	struct session *s = q->s;
	struct person *head;
	struct {
		const struct rec_type *type;
		struct parts *into;
	} parts[] = {
		{ &sign_type, &w->signs },       { &green_type, &w->greens },
		{ &insured_type, &w->insured },  { &need_type, &w->needs },
	};

	*w = (struct seen_family){ .q = q, .on = on };
	w->f = peek_family(s, a, id);
	if (!w->f || w->f->opened.day > on.day || (w->f->closed.day && w->f->closed.day <= on.day)) {
		w->f = NULL;
		return RC_OK;
	}
	q->a = a; /* what is read for this family goes with it */
	TRY(family_persons(s, a, id, &w->persons, q->e));
	TRY(family_assignments_on(s, a, id, on, &w->live, q->e));
	for (size_t i = 0; i < COUNT(parts); i++)
		TRY(family_parts(s, a, parts[i].type, id, parts[i].into, q->e));
	TRY(family_due_on(s, a, w->f, on, &w->due, q->e));
	head = peek_person(s, a, w->f->head.id);
	w->completeness = family_completeness(s, a, w->f, head);
	return RC_OK;
}

/* The day a board stands for: the last one of its period, or today when it is not over. */
static date day_of(const struct job *q)
{
	date today = session_today(q->s);

	return q->ask->span.last.day && q->ask->span.last.day < today.day ? q->ask->span.last : today;
}

/* ---- counting ------------------------------------------------------------------------------- */

struct tally { uint64_t id; str code; int64_t families; struct count count[INDICATORS]; };

struct board {
	struct job *q;
	struct arena work;      /* of one family */
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

static void add_to(struct tally *t, const struct count *c)
{
	t->families++;
	for (size_t i = 0; i < INDICATORS; i++) {
		t->count[i].num += c[i].num;
		t->count[i].den += c[i].den;
	}
}

static bool each_family_id(void *arg, uint64_t id)
{
	struct board *b = arg;
	struct job *q = b->q;
	struct arena *a = q->a;
	struct seen_family w;
	struct count c[INDICATORS];
	struct org *o;
	uint64_t done[16];
	size_t ndone = 0;

	if (rights_reach(q->s, id) == REACH_OUTSIDE)
		return true;
	arena_reset(&b->work);
	q->rc = look_at(q, &b->work, id, day_of(q), &w);
	for (size_t i = 0; q->rc == RC_OK && w.f && i < INDICATORS; i++)
		c[i] = indicators[i].count(&w);
	q->a = a;
	if (q->rc != RC_OK || !w.f)
		return q->rc == RC_OK;
	add_to(&b->all, c);
	o = peek_org(q->s, &b->work, w.f->community.id);
	if (!b->workers) {
		str div = o ? str_sub(o->code.s, 0, (uint32_t)b->digits) : S("");

		add_to(tally_of(b, 0, arena_str(q->a, div)), c);
		return true;
	}
	for (size_t i = 0; i < w.live.n; i++) {
		uint64_t worker = ((const struct assignment *)w.live.rec[i])->worker.id;
		bool twice = false;

		for (size_t k = 0; k < ndone; k++)
			twice |= done[k] == worker;
		if (!twice && ndone < COUNT(done))
			add_to(tally_of(b, done[ndone++] = worker, S("")), c);
	}
	return true;
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
	fact[INDICATORS + 1] = b->workers
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

	TRY(snap_each(q->s->view, type_of(q->s, &family_type), 1, each_family_id, &b, q->e));
	TRY(q->rc);
	arena_free(&b.work);
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

struct behind { struct job *q; const struct indicator *indicator; struct arena work; str code; };

static bool each_behind(void *arg, uint64_t id)
{
	struct behind *b = arg;
	struct job *q = b->q;
	struct arena *a = q->a;
	struct seen_family w;
	struct count c = { 0, 0 };
	bool in = false;

	if (rights_reach(q->s, id) == REACH_OUTSIDE)
		return true;
	arena_reset(&b->work);
	q->rc = look_at(q, &b->work, id, day_of(q), &w);
	if (q->rc == RC_OK && w.f) {
		struct org *o = peek_org(q->s, &b->work, w.f->community.id);

		c = b->indicator->count(&w);
		in = o && str_starts(o->code.s, b->code);
	}
	q->a = a;
	if (in && c.num < c.den)
		job_family(q, id);
	return q->rc == RC_OK;
}

enum rc job_gap(struct job *q)
{
	struct behind b = { .q = q };
	struct org *o = peek_org(q->s, q->a, q->ask->about);

	for (size_t i = 0; i < INDICATORS; i++)
		if (strcmp(indicators[i].gap, q->named->query.name) == 0)
			b.indicator = &indicators[i];
	assert(b.indicator);
	b.code = o ? o->code.s : S("");
	TRY(snap_each(q->s->view, type_of(q->s, &family_type), 1, each_behind, &b, q->e));
	arena_free(&b.work);
	return q->rc;
}
