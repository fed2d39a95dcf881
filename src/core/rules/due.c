/* due.c - counters, soft and hard due days, and why a family stands where it stands. */
#include "core/rules/due.h"

#include "core/office/means.h"

#include "base/str.h"
#include "rec/text.h"
#include "base/vec.h"

#include <stdlib.h>

/* What one counter looks at. */
struct view {
	const struct due_ask *ask;
	const struct counter *counter;
	size_t no;              /* its place among the counters */
	struct quota quota;     /* of the day in question; other days ask quota_at() */
	date start;             /* nothing is owed from before: opening, an agreement or its end */
	uint64_t post_worker;   /* counts only this worker's visits; 0 = anybody's */
	bool alternative;       /* an agreed family: news through relatives or doctors counts */
	struct err *problem;    /* sticky: rules of the past that cannot be read */
};

/* ---- what was asked when -------------------------------------------------------------------- */

static date later(date a, date b)
{
	return a.day > b.day ? a : b;
}

static str value_at(const struct course *c, str now, date d)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->p[i].from.day <= d.day)
			return c->p[i].key;
	return now;
}

static const struct preset *preset_at(const struct due_ask *q, const struct care *care, date d)
{
	str agreed = value_at(&q->preset, q->family->preset.key, d);
	str level = value_at(&q->level, q->family->care_level.key, d);

	for (size_t i = 0; i < care->npresets; i++)
		if (agreed.n && str_eq(care->preset[i].name, agreed))
			return &care->preset[i];
	for (size_t i = 0; i < care->nlevels; i++)
		if (str_eq(care->level[i].level, level))
			return care->level[i].preset;
	return care->usual;
}

/* By the rules of that day: a new preset leaves the months before it as they were.  What is to come is asked
 * by the rules of today. */
static struct quota quota_at(const struct view *w, date d)
{
	date known = { d.day < w->ask->today.day ? d.day : w->ask->today.day };
	const struct care *care = &w->ask->office->care;
	const struct preset *p;

	if (w->problem->rc == RC_OK &&
		office_care_at(w->ask->office, known, &care, w->problem) != RC_OK)
		care = &w->ask->office->care;
	p = preset_at(w->ask, care, d);
	if (p && care == &w->ask->office->care)
		return p->quota[w->no];
	for (size_t i = 0; p && i < care->ncounters; i++)
		if (str_eq(care->counter[i].name, w->counter->name))
			return p->quota[i];
	return (struct quota){ 0, w->quota.period, w->quota.rolling };
}

static int64_t length(struct span s)
{
	return s.last.day - s.first.day + 1;
}

/* Level and agreement stayed the same in these days around d. */
static struct span stretch(const struct view *w, date d)
{
	const struct course *courses[] = { &w->ask->level, &w->ask->preset };
	struct span s = { w->start, { INT32_MAX } };

	for (size_t k = 0; k < COUNT(courses); k++)
		for (size_t i = 0; i < courses[k]->n; i++) {
			date from = courses[k]->p[i].from;

			if (from.day <= d.day)
				s.first = later(s.first, from);
			else if (from.day <= s.last.day)
				s.last.day = from.day - 1;
		}
	return s;
}

/* The period of a quota that a day falls in; rolling ones have none of the past to look back on. */
static struct span span_of(struct quota q, date d)
{
	return period_of(q.period == PERIOD_ROLLING ? PERIOD_MONTH : q.period, 0, d);
}

static bool as_often(struct quota a, struct quota b)
{
	static const int days[] = { 7, 30, 91, 182, 365 };
	int64_t of_a = a.period == PERIOD_ROLLING ? a.rolling : days[a.period];
	int64_t of_b = b.period == PERIOD_ROLLING ? b.rolling : days[b.period];

	return a.times * of_b >= b.times * of_a;
}

/* So many times in a period, of visits from a day on. */
struct asked { struct span span; date from; int64_t want; date next; };

/* Where a level or an agreement begins in the middle of a period, what it asks of it is pro rata, rounded
 * down.  Where it ends in the middle, what follows takes its place; but what asks more often lessens nothing. */
static struct asked asked_at(const struct view *w, date d)
{
	struct span same = stretch(w, d);
	struct quota q = quota_at(w, d), then;
	struct asked x = { .span = span_of(q, d) };

	x.from = later(x.span.first, same.first);
	then = quota_at(w, x.from); /* rules that change meanwhile do so from the next period on */
	if (then.period == q.period)
		q = then;
	x.want = q.times;
	if (same.first.day > x.span.first.day)
		x.want = x.want * (x.span.last.day - same.first.day + 1) / length(x.span);
	x.next.day = x.span.last.day + 1;
	if (same.last.day < x.span.last.day) {
		x.next.day = same.last.day + 1;
		if (!as_often(quota_at(w, x.next), q))
			x.want = 0;
	}
	return x;
}

/* ---- what was done -------------------------------------------------------------------------- */

static bool counts(const struct view *w, const struct seen *v)
{
	char attr[32];

	if (moment_date(v->when).day < w->start.day || !code_is(v->outcome, "ok"))
		return false;
	if (w->post_worker && v->by != w->post_worker)
		return false;
	if (w->alternative && code_is(v->mode, "alt"))
		return true;
	if (w->counter->counts.n >= sizeof attr)
		return false;
	memcpy(attr, w->counter->counts.p, w->counter->counts.n);
	attr[w->counter->counts.n] = '\0';
	return code_is(v->mode, attr);
}

static int64_t done_in(const struct view *w, date from, date to)
{
	int64_t n = 0;

	for (size_t i = 0; i < w->ask->nseen; i++) {
		date d = moment_date(w->ask->seen[i].when);

		if (d.day < from.day)
			break; /* newest first */
		if (d.day <= to.day)
			n += counts(w, &w->ask->seen[i]);
	}
	return n;
}

static bool unmet(const struct view *w, const struct asked *x)
{
	return done_in(w, x->from, x->span.last) < x->want;
}

/* A rolling quota has no calendar: due so many days after the last visit that counted, shared
 * out evenly (2 in 30 days = every 15). */
static struct span rolling_span(const struct view *w, date from)
{
	int every = (int)(w->quota.rolling / w->quota.times);

	if (every < 1)
		every = 1;
	return (struct span){ { from.day + 1 }, { from.day + every } };
}

/* What is to be met first of all that is still asked for.  Once a period has been missed, the next
 * visit that counts settles it: what matters then is the period of that visit. */
static struct span open_span(const struct view *w, moment last)
{
	date d = last.v ? later(moment_date(last), w->start) : w->start;
	struct span s = { { 0 }, { INT32_MAX } };

	for (;;) {
		struct span same = stretch(w, d);
		struct asked x = asked_at(w, d);

		if (same.last.day == INT32_MAX && w->quota.period == PERIOD_ROLLING)
			x = (struct asked){ .span = rolling_span(w, later(d, same.first)), .want = 1 };
		if (s.last.day < x.span.first.day)
			return s;
		if ((!x.from.day || unmet(w, &x)) && x.want && x.span.last.day < s.last.day)
			s = x.span;
		if (!x.from.day)
			return s;
		d = x.next;
	}
}

static enum due_state state_at(struct span s, date soft, date due, date today)
{
	if (today.day > due.day)
		return DUE_OVERDUE;
	if (today.day < s.first.day)
		return DUE_MET;
	return today.day >= soft.day ? DUE_SOFT : DUE_OPEN;
}

/* Over a month or a year, every period that ends in it and has begun is judged; of longer ones, the one that
 * runs on the day. */
static void judge(const struct view *w, struct counter_now *out)
{
	struct span over = w->ask->over;
	date end = w->ask->today.day < over.last.day ? w->ask->today : over.last;
	bool any = false;

	out->asked = out->want > 0;
	out->met = out->done >= out->want;
	if (!over.last.day || w->quota.period == PERIOD_ROLLING)
		return;
	for (date d = later(over.first, w->start); d.day <= end.day;) {
		struct asked x = asked_at(w, d);

		d = x.next;
		if (x.span.last.day > over.last.day || !x.want)
			continue;
		out->met = (!any || out->met) && !unmet(w, &x);
		any = true;
	}
	if (any)
		out->asked = true;
}

/* first_from: the day of opening when the first home visit is still to come, else 0. */
static void count_one(const struct view *w, date first_from, struct counter_now *out)
{
	const struct care *care = &w->ask->office->care;
	date today = w->ask->today;
	struct asked now;
	struct span open;

	*out = (struct counter_now){ .counter = w->counter, .quota = w->quota };
	if (w->quota.times <= 0 || !w->start.day)
		return;
	for (size_t i = 0; i < w->ask->nseen && !out->last.v; i++)
		if (counts(w, &w->ask->seen[i]))
			out->last = w->ask->seen[i].when;
	open = open_span(w, out->last);
	out->due = open.last;
	out->soft = span_soft(open, (int)care->soft_share);
	if (first_from.day) {
		date by = { first_from.day + (int32_t)care->first_visit_days };

		out->first = true;
		open = (struct span){ first_from, by };
		out->due = by;
		out->soft = span_soft(open, (int)care->soft_share);
	}
	out->state = state_at(open, out->soft, out->due, today);
	now = asked_at(w, today);
	if (w->quota.period == PERIOD_ROLLING) {
		now.span = period_of(PERIOD_ROLLING, w->quota.rolling, today);
		now.from = later(now.span.first, stretch(w, today).first);
		now.want = w->quota.times * (today.day - now.from.day + 1) / length(now.span);
	}
	out->span = now.span;
	out->want = now.want;
	out->done = done_in(w, now.from, now.span.last);
	if (!out->want && out->state == DUE_MET)
		out->state = DUE_NOT_ASKED;
	judge(w, out);
}

static bool worse(const struct counter_now *a, const struct counter_now *b)
{
	if (a->state != b->state)
		return a->state > b->state;
	return a->due.day < b->due.day;
}

/* Where each post must do it, the one that lags behind speaks for the counter. */
static void count_each_post(struct view *w, struct counter_now *out)
{
	struct counter_now one;
	bool any = false, met = true;

	for (size_t i = 0; i < w->ask->office->care.ncounters; i++) {
		if (!w->ask->post_worker[i])
			continue;
		w->post_worker = w->ask->post_worker[i];
		count_one(w, (date){ 0 }, &one);
		met &= one.met;
		if (!any || worse(&one, out))
			*out = one;
		any = true;
	}
	w->post_worker = 0;
	if (!any)
		count_one(w, (date){ 0 }, out);
	out->met &= met;
}

/* ---- attempts ------------------------------------------------------------------------------ */

static int attempts(const struct care *care, const struct seen *seen, size_t n, date today)
{
	int count = 0;

	for (size_t i = 0; i < n; i++) {
		if (moment_date(seen[i].when).day <= today.day - care->attempt_days)
			break;
		if (code_is(seen[i].outcome, "ok"))
			break;
		count += code_is(seen[i].outcome, "attempt");
	}
	return count;
}

/* ---- the place in the list, line by line ---------------------------------------------------- */

struct ask_why {
	const struct codebook *codes;
	const struct family *f;
	const struct due *due;
	date today;
};

/* How many times a weight's condition holds: 0, 1, or a number of days. */
static int64_t overdue_days(const struct ask_why *q, str arg)
{
	(void)arg;
	return q->due->state == DUE_OVERDUE ? q->today.day - q->due->due.day : 0;
}

static int64_t is_soft(const struct ask_why *q, str arg)
{
	(void)arg;
	return q->due->state == DUE_SOFT;
}

static int64_t is_first_visit(const struct ask_why *q, str arg)
{
	(void)arg;
	for (size_t i = 0; i < q->due->n; i++)
		if (q->due->now[i].first && q->due->now[i].state >= DUE_OPEN)
			return 1;
	return 0;
}

static int64_t has_flag(const struct ask_why *q, str arg)
{
	str rest = q->f->care_flags.keys, key;

	while (str_word(&rest, &key))
		if (str_eq(key, arg))
			return 1;
	/* Who lives alone is alone, whether or not somebody ticked it as well. */
	return code_means(q->codes, (code){ arg }, MEANS_FLAG_ALONE) &&
	       code_means(q->codes, q->f->live_state, MEANS_LIVES_ALONE);
}

static int64_t has_level(const struct ask_why *q, str arg)
{
	return str_eq(q->f->care_level.key, arg);
}

static int64_t has_attempts(const struct ask_why *q, str arg)
{
	(void)arg;
	return q->due->attempts;
}

static const struct {
	int64_t (*holds)(const struct ask_why *, str arg);
	bool says_days;
} weighed[WEIGHS_COUNT] = {
	[WEIGHS_OVERDUE_DAYS] = { overdue_days, true },     [WEIGHS_SOFT] = { is_soft, false },
	[WEIGHS_FIRST_VISIT] = { is_first_visit, false },   [WEIGHS_FLAG] = { has_flag, false },
	[WEIGHS_LEVEL] = { has_level, false },              [WEIGHS_ATTEMPTS] = { has_attempts, false },
};

struct whys { VEC(struct reason); };

static struct reason *say(struct arena *a, struct whys *all, const struct weight *w, bool days, int64_t n)
{
	struct reason *r = vec_add(a, all);
	struct said *part = ARENA_ARRAY(a, struct said, 3);

	part[0] = said_words(str_of(arena_z(a, w->name)));
	part[1] = said_num(n);
	*r = (struct reason){ .rule = part[0].v.s.p, .text = days ? SAY("%s%s天") : "%s", .part = part };
	return r;
}

static void explain(const struct care *care, const struct codebook *book, struct arena *a,
	const struct family *f, date today, struct due *out)
{
	struct ask_why q = { book, f, out, today };
	struct whys all = { 0 };

	for (size_t i = 0; i < care->nweights; i++) {
		const struct weight *w = &care->weight[i];
		int64_t times = weighed[w->when].holds(&q, w->arg), points = times * w->points;

		if (!times)
			continue;
		if (w->most && points > w->most)
			points = w->most;
		say(a, &all, w, weighed[w->when].says_days, times)->points = points;
		out->score += points;
	}
	out->why = (reasons){ all.p, (uint32_t)all.n };
}

/* ---- all together --------------------------------------------------------------------------- */

/* Does the counter ask for somebody at the family's home, whoever it is? */
static bool at_home(const struct counter *c)
{
	return str_is(c->counts, "home") && !c->post.n;
}

/* The first home visit is asked from the opening on, whatever level or agreement came since. */
static date first_home(const struct view *w)
{
	struct view since_opening = *w;

	since_opening.start = w->ask->family->opened;
	for (size_t i = 0; i < w->ask->nseen; i++)
		if (counts(&since_opening, &w->ask->seen[i]))
			return (date){ 0 };
	return w->ask->office->care.first_visit_days > 0 ? w->ask->family->opened : (date){ 0 };
}

/* An agreement takes the place of what was owed, and so does its end. */
static date start_of(const struct due_ask *q)
{
	const struct family *f = q->family;
	date start = f->opened;

	if (q->preset.n)
		start = later(start, q->preset.p[0].from);
	return f->preset.key.n ? later(start, f->preset_from) : start;
}

static void add_counter(struct due *out, struct counter_now *now)
{
	bool any = out->due.day;

	if (out->agreed && now->state == DUE_OVERDUE)
		now->state = DUE_SOFT; /* counted apart, never overdue */
	if (now->state > out->state)
		out->state = now->state;
	if (!any || now->due.day < out->due.day)
		out->due = now->due;
	if (!any || now->soft.day < out->soft.day)
		out->soft = now->soft;
	out->n++;
}

enum rc due_compute(const struct due_ask *q, struct arena *a, struct due *out, struct err *e)
{
	struct err problem = { 0 };
	const struct care *care = &q->office->care;
	const struct family *f = q->family;
	const struct preset *p = preset_at(q, care, q->today);
	bool closed = f->closed.day && f->closed.day <= q->today.day;

	*out = (struct due){ .agreed = f->preset.key.n != 0 };
	if (closed || !p)
		return RC_OK;
	out->attempts = attempts(care, q->seen, q->nseen, q->today);
	for (size_t i = 0; i < q->nseen && !out->last_contact.v; i++)
		if (code_is(q->seen[i].outcome, "ok"))
			out->last_contact = q->seen[i].when;
	for (size_t i = 0; i < care->ncounters; i++) {
		const struct counter *c = &care->counter[i];
		struct counter_now *now = &out->now[out->n];
		struct view w = { .ask = q, .counter = c, .no = i, .quota = p->quota[i],
			.start = start_of(q), .alternative = out->agreed,
			.problem = &problem };

		if (c->post.n && !q->post_worker[i])
			continue; /* nobody holds the post: the vacancy is shown elsewhere */
		w.quota = quota_at(&w, q->today);
		w.post_worker = c->post.n ? q->post_worker[i] : 0;
		if (care->each_post && !c->post.n && !at_home(c))
			count_each_post(&w, now);
		else
			count_one(&w, at_home(c) ? first_home(&w) : (date){ 0 }, now);
		if (now->due.day)
			add_counter(out, now);
	}
	explain(care, &q->office->codes, a, f, q->today, out);
	if (problem.rc != RC_OK)
		*e = problem;
	return problem.rc;
}
