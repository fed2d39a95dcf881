/* rulesets.c - rule sets: every text care.yaml has had, with the day it came into force, so that a past
 * month is counted by the rules of its time.  An older one is read when a day of its time is asked for. */
#include "core/work/rulesets.h"

#include "core/work/save.h"

struct ids { VEC(uint64_t); };

/* One older rule set; its record and its rules come when they are needed. */
struct older { uint64_t id; struct ruleset *r; struct care *care; };

struct kept {
	struct session *s;
	struct older *older; /* newest first */
	size_t n;
};

struct collect { struct arena *a; struct ids *out; };

static bool add_id(void *arg, uint64_t id)
{
	struct collect *c = arg;

	*vec_add(c->a, c->out) = id;
	return true;
}

static enum rc read_set(struct snap *view, struct arena *a, const struct rec_type *t, uint64_t id,
	struct ruleset **out, struct err *e)
{
	struct rec *r;
	enum rc rc = snap_get(view, a, t, id, &r, e);

	*out = rc == RC_OK ? (struct ruleset *)r : NULL;
	return rc == RC_NOT_FOUND ? fail(e, RC_IO, "旧规则少了一份；请运行 qinqing check") : rc;
}

/* ---- the past ------------------------------------------------------------------------------- */

static enum rc parse(struct session *s, struct older *o, struct err *e)
{
	struct care *care = ARENA_NEW(s->a, struct care);
	struct err why = { 0 };

	if (office_read_care(s->a, s->office, S("旧规则 care.yaml"), o->r->text.s, care, &why) != RC_OK)
		return fail(e, RC_IO, "%s 起的旧规则读不懂了：%s", date_text(s->a, o->r->from).p, why.msg);
	o->care = care;
	return RC_OK;
}

static enum rc rules_at(void *ctx, date day, const struct care **out, struct err *e)
{
	struct kept *k = ctx;
	struct session *s = k->s;
	enum rc rc = enter(s, e);

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; rc == RC_OK && i < k->n; i++) {
		struct older *o = &k->older[i];

		if (!o->r)
			rc = read_set(s->view, s->a, type_of(s, &ruleset_type), o->id, &o->r, e);
		if (rc != RC_OK || (day.day < o->r->from.day && i + 1 < k->n))
			continue;
		if (!o->care)
			rc = parse(s, o, e);
		*out = o->care;
		break;
	}
	leave(s);
	return rc;
}

/* ---- opening -------------------------------------------------------------------------------- */

/* The day new rules come into force: today, but never before what has been noted, nor before the rules
 * they follow, though the clock may have been set back. */
static enum rc first_day(struct session *s, const struct ruleset *newest, date *out, struct err *e)
{
	uint64_t last;
	struct entry *en;

	TRY(snap_last_entry(s->view, &last, e));
	*out = session_today(s);
	if (last) {
		TRY(snap_entry(s->view, s->a, last, &en, e));
		if (moment_date(en->at).day > out->day)
			*out = moment_date(en->at);
	}
	if (newest->from.day > out->day)
		*out = newest->from;
	return RC_OK;
}

struct kept_now { struct ids ids; struct ruleset *newest; date from; };

static enum rc look(struct session *s, struct kept_now *f, struct err *e)
{
	const struct rec_type *t = type_of(s, &ruleset_type);

	*f = (struct kept_now){ 0 };
	TRY(snap_each(s->view, t, 1, add_id, &(struct collect){ s->a, &f->ids }, e));
	if (!f->ids.n)
		return RC_OK;
	TRY(read_set(s->view, s->a, t, f->ids.p[f->ids.n - 1], &f->newest, e));
	return first_day(s, f->newest, &f->from, e);
}

/* The rules in force are no longer the newest ones kept: keep them.  Two texts of one day are one set. */
static enum rc keep(struct session *s, const struct kept_now *f, str text, struct err *e)
{
	const struct rec_type *t = type_of(s, &ruleset_type);
	bool same_day = f->newest && f->newest->from.day == f->from.day;
	struct ruleset *r = (struct ruleset *)(same_day ? rec_dup(s->a, t, &f->newest->r) : rec_new(s->a, t));
	struct op op = { .type = t, .base = same_day ? &f->newest->r : NULL, .rec = &r->r };

	r->name = S("care.yaml");
	r->from = f->from;
	r->text.s = text;
	return commit_ops(s, s->a, &(struct act){ .name = S("config") }, S("规则有变"), &op, 1, e);
}

/* The sets before the newest, or with the newest when it is no longer in force. */
static void remember(struct session *s, const struct kept_now *f, bool newest_too)
{
	struct kept *k = ARENA_NEW(s->a, struct kept);
	size_t n = f->ids.n - (newest_too || !f->ids.n ? 0 : 1);

	*k = (struct kept){ .s = s, .older = ARENA_ARRAY(s->a, struct older, n), .n = n };
	for (size_t i = 0; i < n; i++)
		k->older[i].id = f->ids.p[n - 1 - i];
	s->office->past = n ? (struct past_rules){ rules_at, k } : (struct past_rules){ 0 };
}

/* One look at what is kept; RC_CONFLICT when somebody else has kept the same change meanwhile. */
static enum rc settle(struct session *s, str text, struct err *e)
{
	struct office *o = s->office;
	struct kept_now f;
	enum rc rc;

	TRY(enter(s, e));
	rc = look(s, &f, e);
	leave(s);
	if (rc == RC_IO && f.ids.n) {
		/* Damaged: who asks about the past is told, `check` can be run, and nothing is written. */
		o->care_from = session_today(s);
		remember(s, &f, true);
		return RC_OK;
	}
	if (rc != RC_OK)
		return rc;
	if (f.newest && str_eq(office_care_same(s->a, f.newest->text.s), text)) {
		o->care_from = f.newest->from;
		remember(s, &f, false);
		return RC_OK;
	}
	o->care_from = f.from;
	remember(s, &f, f.newest && f.newest->from.day < f.from.day);
	if (s->read_only)
		return RC_OK;
	/* The look-up index keeps due days; other rules, other days.  It comes first: cut short, it is done
	 * again, because the rules are not kept yet. */
	if (f.newest)
		TRY(store_reindex(s->store, e));
	return keep(s, &f, text, e);
}

enum rc rulesets_open(struct session *s, struct err *e)
{
	enum { TRIES = 5 };
	str text = office_care_text(s->a, s->office);
	enum rc rc = RC_CONFLICT;

	for (int i = 0; rc == RC_CONFLICT && i < TRIES; i++)
		rc = settle(s, text, e);
	return rc;
}
