/* scores.c - the indicators of the boards, one function each, and the scores of all families
 * (domain.md 3.4, K1-K8). */
#include "core/lists/boards/scores.h"

#include "base/str.h"
#include "core/records/claim.h"

#include <stdlib.h>

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
static bool special(const struct seen_family *w, const struct person *p)
{
	return p->alive.v != FLAG_NO && !person_is_child(&w->q->s->office->codes, p);
}

/* ---- the indicators ------------------------------------------------------------------------- */

static struct count contacts(const struct seen_family *w)
{
	return (struct count){ duals_filled(w->q->s, w->q->a, &w->live, w->on), 1 };
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
		if (special(w, p) && (valid || !refused)) {
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

		for (size_t k = 0; k < w->insured.n && !has; k++) {
			const struct insured *in = (const struct insured *)w->insured.rec[k];
			const struct policy *pol = in->person.id == p->r.id
				? (const struct policy *)peek(w->q->s, w->q->a, &policy_type, in->policy.id)
				: NULL;

			has = pol && insured_holds(in, pol, w->on);
		}
		c.den += special(w, p);
		c.num += special(w, p) && has;
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

/* ---- all families ------------------------------------------------------------------------------ */

static uint8_t small(int64_t n)
{
	return n > UINT8_MAX ? UINT8_MAX : (uint8_t)n;
}

static void add_worker(struct score *sc, uint64_t worker)
{
	for (size_t i = 0; i < SCORE_WORKERS; i++) {
		if (sc->worker[i] == worker)
			return;
		if (!sc->worker[i]) {
			sc->worker[i] = worker;
			return;
		}
	}
}

static enum rc score_one(struct job *q, struct scores *all, uint64_t id, struct score *out)
{
	struct arena *a = q->a;
	struct seen_family w;
	enum rc rc;

	*out = (struct score){ .id = id };
	if (rights_reach(q->s, id) == REACH_OUTSIDE)
		return RC_OK;
	arena_reset(&all->work);
	rc = look_at(q, &all->work, id, all->on, &w);
	for (size_t i = 0; rc == RC_OK && w.f && i < INDICATORS; i++) {
		struct count c = indicators[i].count(&w);

		out->num[i] = small(c.num);
		out->den[i] = small(c.den);
	}
	q->a = a;
	if (rc != RC_OK || !w.f)
		return rc;
	out->counts = true;
	out->agreed = w.due.agreed;
	out->org = w.f->community.id;
	for (size_t i = 0; i < w.live.n; i++)
		add_worker(out, ((const struct assignment *)w.live.rec[i])->worker.id);
	return RC_OK;
}

static struct score *room(struct scores *all)
{
	if (all->n == all->cap) {
		struct score *more = ARENA_ARRAY(&all->a, struct score, all->cap = all->cap * 2 + 1024);

		if (all->n)
			memcpy(more, all->row, all->n * sizeof *more);
		all->row = more;
	}
	return &all->row[all->n++];
}

struct counting { struct job *q; struct scores *all; };

static bool each_family(void *arg, uint64_t id)
{
	struct counting *k = arg;

	k->q->rc = score_one(k->q, k->all, id, room(k->all));
	return k->q->rc == RC_OK;
}

static enum rc count_all(struct job *q, struct scores *all)
{
	struct counting k = { q, all };

	arena_reset(&all->a);
	all->row = NULL;
	all->n = all->cap = 0;
	TRY(snap_each(q->s->view, type_of(q->s, &family_type), 1, each_family, &k, q->e));
	return q->rc;
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

static uint64_t owner_in(struct job *q, const struct rec_type *t, bytes encoded)
{
	struct rec *r;
	struct err ignored;

	if (!encoded.b.n || rec_decode(q->a, t, encoded.b, &r, &ignored) != RC_OK)
		return 0;
	return (uint64_t)rec_get(t, r, t->owner).n;
}

/* False: what this entry changed concerns everybody (a worker, a policy, an org). */
static bool catch_up(struct job *q, struct scores *all, const struct entry *en)
{
	const struct rec_type *t = en->type.n ? office_type(q->s->office, en->type) : NULL;
	struct rec *now;

	if (!t || !en->rec_id.set || (!en->was.b.n && !en->is.b.n))
		return true; /* a search, a login */
	if (!t->owner)
		return strcmp(t->name, campaign_type.name) == 0 || strcmp(t->name, activity_type.name) == 0;
	if (!*t->owner)
		q->rc = count_again(q, all, (uint64_t)en->rec_id.v);
	if (!*t->owner || strcmp(t->owner, family_type.name))
		return q->rc == RC_OK;
	now = peek(q->s, q->a, t, (uint64_t)en->rec_id.v);
	q->rc = count_again(q, all, now ? (uint64_t)rec_get(t, now, t->owner).n : 0);
	if (q->rc == RC_OK) /* where it belonged before */
		q->rc = count_again(q, all, owner_in(q, t, en->was));
	return q->rc == RC_OK;
}

static enum rc catch_up_all(struct job *q, struct scores *all, uint64_t last)
{
	for (uint64_t i = all->entry + 1; i <= last; i++) {
		struct entry *en;

		TRY(snap_entry(q->s->view, q->a, i, &en, q->e));
		if (!catch_up(q, all, en)) {
			TRY(q->rc);
			return count_all(q, all);
		}
	}
	return RC_OK;
}

enum rc scores_load(struct job *q, date on, const struct scores **out)
{
	struct session *s = q->s;
	uint64_t tick = snap_tick(s->view), last;
	struct scores *all = s->scores;

	TRY(snap_last_entry(s->view, &last, q->e));
	if (!all)
		all = s->scores = ARENA_NEW(s->a, struct scores);
	*out = all;
	if (all->tick == tick && all->on.day == on.day)
		return RC_OK;
	if (!all->tick || all->on.day != on.day || last - all->entry > CATCH_UP_MOST) {
		all->on = on;
		all->tick = 0;
		TRY(count_all(q, all));
	} else {
		all->tick = 0; /* half caught up is not caught up */
		TRY(catch_up_all(q, all, last));
	}
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
