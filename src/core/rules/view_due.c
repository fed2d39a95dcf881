/* view_due.c - what a family owes and is owed, from its records as they were on a day. */
#include "core/rules/view_due.h"

/* A field's values until the day, each with the day it began. */
static enum rc course_of(const struct family_view *v, const char *field, str now, struct course *out,
	struct err *e)
{
	struct turns turns;
	size_t n = 0;

	TRY(view_turns(v, field, &turns, e));
	*vec_add(v->a, out) = (struct since){ .key = now };
	for (size_t i = 0; i < turns.n; i++) {
		const struct turn *t = &turns.p[i];
		struct since *first = &out->p[out->n - 1];

		if (t->effective.day > v->on.day || !str_eq(first->key, t->is))
			continue;
		if (out->n > 1 && t->effective.day >= out->p[out->n - 2].from.day) {
			first->key = t->was; /* overtaken by one that was recorded later */
			continue;
		}
		first->from = t->effective;
		*vec_add(v->a, out) = (struct since){ .key = t->was };
	}
	/* What came back to where it was on the same day has not changed. */
	for (size_t i = 1; i < out->n; i++) {
		if (!str_eq(out->p[i].key, out->p[n].key))
			n++;
		out->p[n] = out->p[i];
	}
	out->n = n + 1;
	return RC_OK;
}

/* Who speaks for a counter that one post must keep; 0 = nobody. */
static void posts_of(const struct care *care, const struct parts *live, uint64_t *post_worker)
{
	for (size_t i = 0; i < care->ncounters; i++)
		for (size_t k = 0; k < live->n && care->counter[i].post.n; k++) {
			const struct assignment *as = (const struct assignment *)live->rec[k];

			if (str_eq(as->post.key, care->counter[i].post))
				post_worker[i] = as->worker.id;
		}
}

enum rc view_due(const struct family_view *v, struct span over, struct due *out, struct err *e)
{
	uint64_t post_worker[COUNTERS_MAX] = { 0 };
	struct due_ask ask = { .office = v->s->office, .family = v->family, .today = v->on, .over = over,
		.post_worker = post_worker };
	struct visits visits;
	struct parts live;

	TRY(view_visits(v, &visits, e));
	TRY(view_assignments(v, &live, e));
	posts_of(&v->s->office->care, &live, post_worker);
	TRY(course_of(v, "care_level", v->family->care_level.key, &ask.level, e));
	TRY(course_of(v, "preset", v->family->preset.key, &ask.preset, e));
	ask.seen = visits.seen;
	ask.nseen = visits.n;
	return due_compute(&ask, v->a, out, e);
}

enum rc family_due_on(struct session *s, struct arena *a, const struct family *f, date on,
	struct due *out, struct err *e)
{
	struct family_view v;

	TRY(view_open(s, a, f, on, &v, e));
	return view_due(&v, (struct span){ 0 }, out, e);
}

enum rc family_due(struct session *s, struct arena *a, const struct family *f, struct due *out,
	struct err *e)
{
	return family_due_on(s, a, f, session_today(s), out, e);
}
