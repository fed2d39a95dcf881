/* due.c - counters, soft and hard due days, and why a family stands where it stands
 * (domain.md F1-F11, D1-D3). */
#include "core/rules/due.h"

#include "core/office/means.h"

#include "base/str.h"
#include "base/tr.h"

#include <stdlib.h>

/* What one counter looks at. */
struct view {
	const struct office *office;
	const struct family *family;
	const struct counter *counter;
	struct quota quota;     /* by the rules in force; older periods ask quota_at() */
	date start;             /* quotas run from here: opening, a new level, a new agreement */
	uint64_t post_worker;   /* counts only this worker's visits; 0 = anybody's */
	bool alternative;       /* an agreed family: news through relatives or doctors counts */
	const struct seen *seen;
	size_t nseen;
	struct err *problem;    /* sticky: rules of the past that cannot be read */
};

static const struct preset *preset_of(const struct care *care, const struct family *f)
{
	for (size_t i = 0; i < care->npresets; i++)
		if (f->preset.key.n && str_eq(care->preset[i].name, f->preset.key))
			return &care->preset[i];
	for (size_t i = 0; i < care->nlevels; i++)
		if (str_eq(care->level[i].level, f->care_level.key))
			return care->level[i].preset;
	return care->usual;
}

/* What was asked on a day, by the rules of that day (AT4: a new preset leaves May as it was). */
static struct quota quota_at(const struct view *w, date d)
{
	const struct care *care = &w->office->care;
	const struct preset *p;

	if (w->problem->rc == RC_OK && office_care_at(w->office, d, &care, w->problem) == RC_OK &&
		care == &w->office->care)
		return w->quota;
	p = preset_of(care, w->family);
	for (size_t i = 0; p && i < care->ncounters; i++)
		if (str_eq(care->counter[i].name, w->counter->name))
			return p->quota[i];
	return (struct quota){ 0, w->quota.period, w->quota.rolling };
}

static int64_t length(struct span s)
{
	return s.last.day - s.first.day + 1;
}

static struct span span_at(const struct view *w, date d)
{
	struct quota q = quota_at(w, d);

	/* Rolling quotas have no past periods to look back on. */
	return q.period == PERIOD_ROLLING ? period_of(PERIOD_MONTH, 0, d)
					  : period_of(q.period, 0, d);
}

/* How often in this period: less in the one that had begun before the start (D3). */
static int64_t wanted(const struct view *w, struct span s)
{
	int64_t times = quota_at(w, s.first).times;

	if (s.last.day < w->start.day)
		return 0;
	if (s.first.day >= w->start.day)
		return times;
	return times * (s.last.day - w->start.day + 1) / length(s);
}

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

static int64_t done_in(const struct view *w, struct span s)
{
	int64_t n = 0;

	for (size_t i = 0; i < w->nseen; i++) {
		date d = moment_date(w->seen[i].when);

		if (d.day < s.first.day)
			break; /* newest first */
		if (d.day <= s.last.day)
			n += counts(w, &w->seen[i]);
	}
	return n;
}

/* The earliest period that still asks for something.  Once a period has been missed, the next
 * visit that counts settles it: what matters then is the period of that visit. */
static struct span open_span(const struct view *w, moment last)
{
	struct span s = span_at(w, last.v ? moment_date(last) : w->start);

	while (done_in(w, s) >= wanted(w, s))
		s = span_at(w, (date){ s.last.day + 1 });
	return s;
}

/* A rolling quota has no calendar: due so many days after the last visit that counted, shared
 * out evenly (2 in 30 days = every 15). */
static struct span rolling_span(const struct view *w, moment last)
{
	int every = (int)(w->quota.rolling / w->quota.times);
	date from = last.v ? moment_date(last) : w->start;

	if (every < 1)
		every = 1;
	return (struct span){ { from.day + 1 }, { from.day + every } };
}

static enum due_state state_at(struct span s, date soft, date due, date today)
{
	if (today.day > due.day)
		return DUE_OVERDUE;
	if (today.day < s.first.day)
		return DUE_MET;
	return today.day >= soft.day ? DUE_SOFT : DUE_OPEN;
}

/* first_from: the day of opening when the first home visit is still to come, else 0. */
static void count_one(const struct view *w, const struct care *care, date first_from, date today,
	struct counter_now *out)
{
	struct span open;

	*out = (struct counter_now){ .counter = w->counter, .quota = w->quota };
	if (w->quota.times <= 0 || !w->start.day)
		return;
	for (size_t i = 0; i < w->nseen && !out->last.v; i++)
		if (counts(w, &w->seen[i]))
			out->last = w->seen[i].when;
	open = w->quota.period == PERIOD_ROLLING ? rolling_span(w, out->last)
						 : open_span(w, out->last);
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
	out->span = w->quota.period == PERIOD_ROLLING
			    ? period_of(PERIOD_ROLLING, w->quota.rolling, today)
			    : span_at(w, today);
	out->done = done_in(w, out->span);
	out->want = wanted(w, out->span);
}

static bool worse(const struct counter_now *a, const struct counter_now *b)
{
	if (a->state != b->state)
		return a->state > b->state;
	return a->due.day < b->due.day;
}

/* F8 each_post: every dual post must do it, so the one that lags behind speaks for the counter. */
static void count_each_post(struct view *w, const struct office *o, const uint64_t *post_worker,
	date today, struct counter_now *out)
{
	struct counter_now one;
	bool any = false;

	for (size_t i = 0; i < o->care.ncounters; i++) {
		if (!post_worker[i])
			continue;
		w->post_worker = post_worker[i];
		count_one(w, &o->care, (date){ 0 }, today, &one);
		if (!any || worse(&one, out))
			*out = one;
		any = true;
	}
	w->post_worker = 0;
	if (!any)
		count_one(w, &o->care, (date){ 0 }, today, out);
}

/* ---- attempts, F10 and F11 ------------------------------------------------------------------ */

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
	const char *when;
	int64_t (*holds)(const struct ask_why *, str arg);
	bool says_days;
} reasons[] = {
	{ "overdue_days", overdue_days, true }, { "soft", is_soft, false },
	{ "first_visit", is_first_visit, false }, { "flag", has_flag, false },
	{ "level", has_level, false }, { "attempts", has_attempts, false },
};

bool due_reason_known(str when)
{
	for (size_t i = 0; i < COUNT(reasons); i++)
		if (str_is(when, reasons[i].when))
			return true;
	return false;
}

static void explain(const struct care *care, const struct codebook *book, struct arena *a,
	const struct family *f, date today, struct due *out)
{
	struct ask_why q = { book, f, out, today };

	for (size_t i = 0; i < care->nweights && out->nwhy < COUNT(out->why); i++) {
		const struct weight *w = &care->weight[i];

		for (size_t k = 0; k < COUNT(reasons); k++) {
			if (!str_is(w->when, reasons[k].when))
				continue;

			int64_t times = reasons[k].holds(&q, w->arg), points = times * w->points;

			if (!times)
				break;
			if (w->most && points > w->most)
				points = w->most;
			out->why[out->nwhy].text =
				reasons[k].says_days
					? arena_printf(a, "%.*s%d%s", STR_FMT(tr_str(w->name)), (int)times, tr("天"))
					: tr_str(w->name);
			out->why[out->nwhy++].points = points;
			out->score += points;
			break;
		}
	}
}

/* ---- all together --------------------------------------------------------------------------- */

/* The first home visit is asked from the opening on, whatever level or agreement came since. */
static date first_home(const struct view *w, const struct care *care, const struct family *f)
{
	struct view since_opening = *w;

	since_opening.start = f->opened;
	for (size_t i = 0; i < w->nseen; i++)
		if (counts(&since_opening, &w->seen[i]))
			return (date){ 0 };
	return care->first_visit_days > 0 ? f->opened : (date){ 0 };
}

static date later(date a, date b)
{
	return a.day > b.day ? a : b;
}

enum rc due_compute(const struct office *o, struct arena *a, const struct family *f,
	const struct seen *seen, size_t nseen, const uint64_t post_worker[COUNTERS_MAX], date today,
	struct due *out, struct err *e)
{
	struct err problem = { 0 };
	const struct care *care = &o->care;
	const struct preset *p = preset_of(care, f);
	bool any = false;

	*out = (struct due){ .agreed = f->preset.key.n != 0 };
	if (f->closed.day || !p)
		return RC_OK;
	out->attempts = attempts(care, seen, nseen, today);
	for (size_t i = 0; i < nseen && !out->last_contact.v; i++)
		if (code_is(seen[i].outcome, "ok"))
			out->last_contact = seen[i].when;
	for (size_t i = 0; i < care->ncounters; i++) {
		const struct counter *c = &care->counter[i];
		struct counter_now *now = &out->now[out->n];
		bool home = str_is(c->counts, "home") && !c->post.n;
		struct view w = {
			.office = o,
			.family = f,
			.counter = c,
			.quota = p->quota[i],
			.start = later(f->opened, later(f->care_since, f->preset_from)),
			.alternative = out->agreed,
			.seen = seen,
			.nseen = nseen,
			.problem = &problem,
		};

		if (c->post.n && !post_worker[i])
			continue; /* nobody holds the post: the vacancy is shown elsewhere */
		w.post_worker = c->post.n ? post_worker[i] : 0;
		if (care->each_post && !c->post.n && !home)
			count_each_post(&w, o, post_worker, today, now);
		else
			count_one(&w, care, home ? first_home(&w, care, f) : (date){ 0 }, today, now);
		if (now->state == DUE_NOT_ASKED)
			continue;
		if (out->agreed && now->state == DUE_OVERDUE)
			now->state = DUE_SOFT; /* F11: counted apart, never overdue */
		if (now->state > out->state)
			out->state = now->state;
		if (!any || now->due.day < out->due.day)
			out->due = now->due;
		if (!any || now->soft.day < out->soft.day)
			out->soft = now->soft;
		any = true;
		out->n++;
	}
	explain(care, &o->codes, a, f, today, out);
	if (problem.rc != RC_OK)
		*e = problem;
	return problem.rc;
}
