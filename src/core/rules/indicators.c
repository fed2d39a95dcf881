/* indicators.c - what the boards count of a family on a day, a function each. */
#include "core/rules/indicators.h"

#include "base/str.h"
#include "core/records/claim.h"
#include "core/records/household.h"
#include "core/rules/view_due.h"

#include <stdlib.h>

struct count { int64_t num, den; };

/* What the indicators look at of one family. */
struct seen_family {
	const struct codebook *book;
	date on;                /* the day it is counted for */
	struct family *f;
	struct filled filled;
	struct parts persons, live, signs, greens, covers, needs;
	struct due due;
	int completeness;
	struct cared_for people;
};

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

/* Somebody who last said no is not asked for, unless a signing still runs. */
static struct count doctor(const struct seen_family *w)
{
	struct count c = { 0, 0 };

	for (size_t i = 0; i < w->people.n; i++) {
		c.den += w->people.p[i].willing;
		c.num += w->people.p[i].doctor;
	}
	return c;
}

static struct count green(const struct seen_family *w)
{
	struct count c = { 0, (int64_t)w->people.n };

	for (size_t i = 0; i < w->people.n; i++)
		c.num += w->people.p[i].green;
	return c;
}

static struct count insured(const struct seen_family *w)
{
	struct count c = { 0, (int64_t)w->people.n };

	for (size_t i = 0; i < w->people.n; i++)
		c.num += w->people.p[i].insured;
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
	[IN_CONTACTS] = { "contacts", "no-contacts", contacts },
	[IN_CARD] = { "card", "no-card", card },
	[IN_DOCTOR] = { "doctor", "no-doctor", doctor },
	[IN_GREEN] = { "green", "no-green", green },
	[IN_INSURED] = { "insured", "no-insurance", insured },
	[IN_CONTACTED] = { "contacted", "no-contact", contacted },
	[IN_MET] = { "met", "no-meeting", met },
	[IN_VISITED] = { "visited", "no-home-visit", visited },
	[IN_CLOSED] = { "closed", "open-needs", closed },
	[IN_TIME] = { "in_time", "late-needs", in_time },
	[IN_SATISFIED] = { "satisfied", "unsatisfied", satisfied },
	[IN_COMPLETE] = { "complete", "incomplete", complete },
};
_Static_assert(COUNT(indicators) == INDICATORS, "as many as there is room for");

/* ---- its people ------------------------------------------------------------------------------ */

static bool has_doctor(const struct seen_family *w, const struct person *p)
{
	for (size_t k = 0; k < w->signs.n; k++) {
		const struct sign *s = (const struct sign *)w->signs.rec[k];

		if (s->person.id == p->r.id && by(s->signed_on, w->on) && s->expires.day >= w->on.day)
			return true;
	}
	return false;
}

static bool has_green(const struct seen_family *w, const struct person *p)
{
	for (size_t k = 0; k < w->greens.n; k++) {
		const struct green *g = (const struct green *)w->greens.rec[k];

		if ((!g->person.id || g->person.id == p->r.id) && g->given.day <= w->on.day &&
			(!g->expires.day || g->expires.day >= w->on.day))
			return true;
	}
	return false;
}

static bool is_insured(const struct seen_family *w, const struct person *p)
{
	for (size_t k = 0; k < w->covers.n; k++)
		if (((const struct insured *)w->covers.rec[k])->person.id == p->r.id)
			return true;
	return false;
}

static void take_people(struct arena *a, struct seen_family *w)
{
	w->people.p = ARENA_ARRAY(a, struct cared, w->persons.n + 1);
	for (size_t i = 0; i < w->persons.n; i++) {
		const struct person *p = (const struct person *)w->persons.rec[i];
		const struct sign *last = sign_last_word(w->signs.rec, w->signs.n, p->r.id, w->on);
		bool valid = has_doctor(w, p);

		if (person_is_cared_for(w->book, p, w->on))
			w->people.p[w->people.n++] = (struct cared){ p, valid || !last || last->refused.v != FLAG_YES,
				valid, has_green(w, p), is_insured(w, p) };
	}
}

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

		TRY(view_other(v, &policy_type, in->policy.id, &policy, e));
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
	return view_other(v, &person_type, v->family->head.id, out, e);
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
	TRY(view_filled(v, &w->live, &w->filled, e));
	for (size_t i = 0; i < COUNT(parts); i++)
		TRY(view_parts(v, parts[i].type, parts[i].into, e));
	keep(&w->needs, was_received, v->on);
	TRY(keep_held(v, &w->covers, e));
	take_people(v->a, w);
	TRY(view_due(v, over, &w->due, e));
	TRY(head_of(v, &w->persons, &head, e));
	w->completeness = family_completeness(v->s, v->a, w->f, (const struct person *)head);
	return RC_OK;
}

/* ---- together ------------------------------------------------------------------------------- */

static bool is_open(const struct family *f, date on)
{
	return f->opened.day <= on.day && !by(f->closed, on);
}

/* The workers of these assignments, each once. */
static void workers_of(struct arena *a, const struct parts *live, struct stage *out)
{
	uint64_t *all = ARENA_ARRAY(a, uint64_t, live->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < live->n; i++)
		all[i] = ((const struct assignment *)live->rec[i])->worker.id;
	if (live->n > 1)
		qsort(all, live->n, sizeof *all, by_number);
	for (size_t i = 0; i < live->n; i++)
		if (!n || all[n - 1] != all[i])
			all[n++] = all[i];
	out->person = all;
	out->npersons = n;
}

enum rc indicators_of(const struct family_view *v, struct span over, uint64_t *place, struct stage *out,
	struct err *e)
{
	struct cared_for people;

	return indicators_told(v, over, place, out, &people, e);
}

enum rc indicators_told(const struct family_view *v, struct span over, uint64_t *place, struct stage *out,
	struct cared_for *people, struct err *e)
{
	struct seen_family w;

	*people = (struct cared_for){ 0 };
	*out = (struct stage){ .from = v->on };
	*place = v->family->community.id;
	if (!is_open(v->family, v->on))
		return RC_OK;
	TRY(look_at(v, over, &w, e));
	*people = w.people;
	out->n[SUM_FAMILIES] = 1;
	out->n[SUM_AGREED] = w.due.agreed;
	for (size_t i = 0; i < INDICATORS; i++) {
		struct count c = indicators[i].count(&w);

		out->n[SUM_COUNTS + 2 * i] = (int32_t)c.num;
		out->n[SUM_COUNTS + 2 * i + 1] = (int32_t)c.den;
	}
	workers_of(v->a, &w.live, out);
	return RC_OK;
}

size_t indicator_of_gap(const char *query)
{
	size_t i = 0;

	while (i < INDICATORS && strcmp(indicators[i].gap, query))
		i++;
	return i;
}
