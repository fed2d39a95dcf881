/* scores.c - the indicators of the boards, one function each, and the scores of all families.  All of
 * it looks at a family as it was on the board's day. */
#include "core/lists/boards/scores.h"

#include "base/str.h"
#include "core/read/past.h"
#include "core/read/reach.h"
#include "core/records/claim.h"
#include "core/records/household.h"
#include "core/rules/view_due.h"

#include <stdlib.h>

/* What the indicators look at of one family. */
struct seen_family {
	const struct codebook *book;
	date on;                /* the day it is counted for */
	struct family *f;
	struct filled filled;
	struct parts persons, live, signs, greens, covers, needs;
	struct due due;
	int completeness;
};

/* Whom doctor, green channel and insurance are for: the head and their spouse.  Grandchildren and parents
 * may live there too. */
static bool special(const struct seen_family *w, const struct person *p)
{
	return p->entered.day <= w->on.day && !person_died(p, w->on) && person_is_parent(w->book, p);
}

/* ---- the indicators ------------------------------------------------------------------------- */

static struct count contacts(const struct seen_family *w)
{
	return (struct count){ duals_filled(w->book, &w->filled), 1 };
}

static bool by(date d, date on)
{
	return d.day && d.day <= on.day;
}

/* The card tells who the contacts are: given since the last change, and the family told of it. */
static struct count card(const struct seen_family *w)
{
	const struct code_table *posts = codebook_find(w->book, S("ASSIGN_POST"));
	struct count c = { by(w->f->card_given, w->on), 1 };

	for (size_t i = 0; i < w->live.n; i++) {
		const struct assignment *as = (const struct assignment *)w->live.rec[i];

		if (code_is(code_find(posts, as->post.key), "dual") &&
			(w->f->card_given.day < as->from.day ||
			(by(as->handover_at, w->on) && !by(as->family_told, w->on))))
			c.num = 0;
	}
	return c;
}

static struct count doctor(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->persons.n; i++) {
		const struct person *p = (const struct person *)w->persons.rec[i];
		const struct sign *last = sign_last_word(w->signs.rec, w->signs.n, p->r.id, w->on);
		bool valid = false;

		for (size_t k = 0; k < w->signs.n; k++) {
			const struct sign *s = (const struct sign *)w->signs.rec[k];

			valid |= s->person.id == p->r.id && by(s->signed_on, w->on) &&
				s->expires.day >= w->on.day;
		}
		if (special(w, p) && (valid || !last || last->refused.v != FLAG_YES)) {
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
		c.den += special(w, p);
		c.num += special(w, p) && has;
	}
	return c;
}

static struct count insured(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->persons.n; i++) {
		const struct person *p = (const struct person *)w->persons.rec[i];
		bool has = false;

		for (size_t k = 0; k < w->covers.n; k++)
			has |= ((const struct insured *)w->covers.rec[k])->person.id == p->r.id;
		c.den += special(w, p);
		c.num += special(w, p) && has;
	}
	return c;
}

/* A quota met in all its periods; families with 约定方式 are out of scope.  The counter is the one that
 * counts visits with this attribute, whoever makes them. */
static struct count quota(const struct seen_family *w, const char *counts)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; !w->due.agreed && i < w->due.n; i++) {
		const struct counter_now *now = &w->due.now[i];

		if (str_is(now->counter->counts, counts) && !now->counter->post.n && now->asked)
			c = (struct count){ now->met, 1 };
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

		c.den++;
		c.num += by(n->closed, w->on);
	}
	return c;
}

static struct count in_time(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->needs.n; i++) {
		const struct need *n = (const struct need *)w->needs.rec[i];

		if (!by(n->closed, w->on))
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
		bool asked = n->satisfied.key.n && !code_means(w->book, n->satisfied, MEANS_NOT_ASKED);

		c.den += asked;
		c.num += asked && !code_means(w->book, n->satisfied, MEANS_UNSATISFIED);
	}
	return c;
}

enum { COMPLETE = 90 }; /* percent */

static struct count complete(const struct seen_family *w)
{
	return (struct count){ w->completeness >= COMPLETE, 1 };
}

static const struct {
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
_Static_assert(COUNT(indicators) == INDICATORS, "as many as a score has room for");

/* ---- one family ----------------------------------------------------------------------------- */

/* Those of the list that pass. */
static void keep(struct parts *list, bool (*passes)(const struct rec *, date), date on)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++)
		if (passes(list->rec[i], on))
			list->rec[n++] = list->rec[i];
	list->n = n;
}

static bool was_received(const struct rec *r, date on)
{
	return ((const struct need *)r)->received.day <= on.day;
}

/* The insurances that hold on the day. */
static enum rc keep_held(const struct family_view *v, struct parts *covers, struct err *e)
{
	size_t n = 0;

	for (size_t i = 0; i < covers->n; i++) {
		const struct insured *in = (const struct insured *)covers->rec[i];
		struct rec *policy;

		TRY(as_of(v->s, v->a, &policy_type, in->policy.id, v->on, &policy, e));
		if (policy && insured_holds(in, (const struct policy *)policy, v->on))
			covers->rec[n++] = covers->rec[i];
	}
	covers->n = n;
	return RC_OK;
}

/* The head of that day is mostly one of its members. */
static enum rc head_of(const struct family_view *v, const struct parts *persons, struct rec **out,
	struct err *e)
{
	for (size_t i = 0; i < persons->n; i++)
		if (persons->rec[i]->id == v->family->head.id) {
			*out = persons->rec[i];
			return RC_OK;
		}
	return as_of(v->s, v->a, &person_type, v->family->head.id, v->on, out, e);
}

static enum rc look_at(const struct family_view *v, struct span over, struct seen_family *w,
	struct err *e)
{
	struct {
		const struct rec_type *type;
		struct parts *into;
	} parts[] = {
		{ &sign_type, &w->signs }, { &green_type, &w->greens }, { &insured_type, &w->covers },
		{ &need_type, &w->needs },
	};
	struct rec *head;

	*w = (struct seen_family){ .book = &v->s->office->codes, .on = v->on, .f = v->family };
	TRY(view_persons(v, &w->persons, e));
	TRY(view_assignments(v, &w->live, e));
	TRY(posts_filled(v->s, v->a, &w->live, w->f->community.id, v->on, &w->filled, e));
	for (size_t i = 0; i < COUNT(parts); i++)
		TRY(view_parts(v, parts[i].type, parts[i].into, e));
	keep(&w->needs, was_received, v->on);
	TRY(keep_held(v, &w->covers, e));
	TRY(view_due(v, over, &w->due, e));
	TRY(head_of(v, &w->persons, &head, e));
	w->completeness = family_completeness(v->s, v->a, w->f, (const struct person *)head);
	return RC_OK;
}

/* ---- all families ------------------------------------------------------------------------------ */

static void add_worker(struct scores *all, struct score *sc, uint64_t worker)
{
	for (size_t i = 0; i < sc->worker.n; i++)
		if (sc->worker.p[i] == worker)
			return;
	*vec_add(&all->a, &sc->worker) = worker;
}

/* Was the file open that day, and in my part of the tree or one of my own? */
static bool in_scope(const struct family_view *v)
{
	const struct family *f = v->family;

	return f->opened.day <= v->on.day && !by(f->closed, v->on) &&
	       (rights_org(v->s, f->community.id) || rights_reach(v->s, f->r.id) == REACH_OWN);
}

static enum rc score_one(struct job *q, struct scores *all, uint64_t id, struct score *out)
{
	struct family *f;
	struct family_view v;
	struct seen_family w;

	*out = (struct score){ .id = id, .worker = out->worker };
	out->worker.n = 0;
	arena_reset(&all->work);
	f = peek_family(q->s, &all->work, id);
	if (!f)
		return RC_OK;
	TRY(view_open(q->s, &all->work, f, all->on, &v, q->e));
	if (!in_scope(&v))
		return RC_OK;
	TRY(look_at(&v, all->over, &w, q->e));
	for (size_t i = 0; i < INDICATORS; i++) {
		struct count c = indicators[i].count(&w);

		out->num[i] = (uint32_t)c.num;
		out->den[i] = (uint32_t)c.den;
	}
	out->counts = true;
	out->agreed = w.due.agreed;
	out->org = w.f->community.id;
	for (size_t i = 0; i < w.live.n; i++)
		add_worker(all, out, ((const struct assignment *)w.live.rec[i])->worker.id);
	return RC_OK;
}

static struct score *room(struct scores *all)
{
	all->row = vec_room(&all->a, all->row, all->n, &all->cap, sizeof *all->row);
	all->row[all->n] = (struct score){ 0 };
	return &all->row[all->n++];
}

static enum rc count_all(struct job *q, struct scores *all)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	arena_reset(&all->a);
	all->row = NULL;
	all->n = all->cap = 0;
	TRY(job_open(q, &family_type, NULL, 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK)
		TRY(score_one(q, all, r->id, room(all)));
	TRY_END(rc);
	return RC_OK;
}

/* ---- after a commit --------------------------------------------------------------------------- */

enum { CATCH_UP_MOST = 2000 }; /* entries; more is quicker from the beginning */

static int by_id(const void *x, const void *y)
{
	const struct score *a = x, *b = y;

	return a->id < b->id ? -1 : a->id > b->id;
}

static enum rc count_again(struct job *q, struct scores *all, uint64_t family)
{
	struct score key = { .id = family };
	struct score *old = all->n ? bsearch(&key, all->row, all->n, sizeof key, by_id) : NULL;

	if (!family)
		return RC_OK;
	if (!old && all->n && family < all->row[all->n - 1].id)
		return RC_OK; /* not one that is kept */
	return score_one(q, all, family, old ? old : room(all));
}

/* The family a record belonged to, 0: none. */
static enum rc owner_in(struct job *q, const struct rec_type *t, bytes encoded, uint64_t *family)
{
	struct rec *r;

	*family = 0;
	if (!encoded.b.n)
		return RC_OK;
	TRY(rec_decode(q->a, t, encoded.b, &r, q->e));
	*family = (uint64_t)rec_get(t, r, t->owner).n;
	return RC_OK;
}

/* *all_of_them: what this entry changed concerns everybody (a worker, a policy, an org). */
static enum rc catch_up(struct job *q, struct scores *all, const struct entry *en, bool *all_of_them)
{
	const struct rec_type *t = en->type.n ? office_type(q->s->office, en->type) : NULL;
	uint64_t before;
	struct rec *now;

	*all_of_them = false;
	if (!t || !en->rec_id.set || (!en->was.b.n && !en->is.b.n))
		return RC_OK; /* a search, a login */
	if (!t->owner) {
		*all_of_them = t->tag != campaign_type.tag && t->tag != activity_type.tag;
		return RC_OK;
	}
	if (!*t->owner)
		return count_again(q, all, (uint64_t)en->rec_id.v);
	now = peek(q->s, q->a, t, (uint64_t)en->rec_id.v);
	TRY(count_again(q, all, now ? (uint64_t)rec_get(t, now, t->owner).n : 0));
	TRY(owner_in(q, t, en->was, &before));
	return count_again(q, all, before);
}

static enum rc catch_up_all(struct job *q, struct scores *all, uint64_t last)
{
	for (uint64_t i = all->entry + 1; i <= last; i++) {
		bool all_of_them;
		struct entry *en;

		TRY(snap_entry(q->s->view, q->a, i, &en, q->e));
		TRY(catch_up(q, all, en, &all_of_them));
		if (all_of_them)
			return count_all(q, all);
	}
	return RC_OK;
}

/* The day a board stands for: the last one of its period, or today when it is not over. */
static date day_of(const struct job *q)
{
	date today = session_today(q->s), last = q->ask->span.last;

	return by(last, today) ? last : today;
}

enum rc scores_load(struct job *q, const struct scores **out)
{
	struct session *s = q->s;
	uint64_t tick = snap_tick(s->view), last;
	struct scores *all = s->scores;
	struct span over = q->ask->span;
	date on = day_of(q);
	bool same;

	TRY(snap_last_entry(s->view, &last, q->e));
	if (!all)
		all = s->scores = ARENA_NEW(s->a, struct scores);
	*out = all;
	same = all->tick && all->on.day == on.day && all->over.first.day == over.first.day &&
	       all->over.last.day == over.last.day;
	if (same && all->tick == tick)
		return RC_OK;
	all->tick = 0; /* half counted is not counted */
	all->on = on;
	all->over = over;
	if (same && last - all->entry <= CATCH_UP_MOST)
		TRY(catch_up_all(q, all, last));
	else
		TRY(count_all(q, all));
	all->tick = tick;
	all->entry = last;
	return RC_OK;
}

void scores_drop(struct session *s)
{
	if (!s->scores)
		return;
	arena_free(&s->scores->a);
	arena_free(&s->scores->work);
	s->scores = NULL;
}

size_t indicator_of_gap(const char *query)
{
	size_t i = 0;

	while (i < INDICATORS && strcmp(indicators[i].gap, query))
		i++;
	return i;
}
