/* scores.c - the indicators of all families as they were on a board's day, kept for the next look. */
#include "core/lists/boards/scores.h"

#include "core/read/reach.h"

#include <stdlib.h>

/* ---- all families ------------------------------------------------------------------------------ */

/* In my part of the tree that day, or one of my own? */
static bool in_scope(const struct family_view *v)
{
	return rights_community(v->s, v->family->community.id) ||
	       rights_reach(v->s, v->family->r.id) == REACH_OWN;
}

static enum rc score_one(struct job *q, struct scores *all, uint64_t id, struct score *out)
{
	const uint64_t *person;
	struct family *f;
	struct family_view v;

	*out = (struct score){ .id = id };
	arena_reset(&all->work);
	f = peek_family(q->s, &all->work, id);
	if (!f)
		return RC_OK;
	TRY(view_open(q->s, &all->work, f, all->on, &v, q->e));
	if (!in_scope(&v))
		return RC_OK;
	TRY(indicators_of(&v, all->over, &out->place, &out->is, q->e));
	person = out->is.person;
	out->is.person = ARENA_ARRAY(&all->a, uint64_t, out->is.npersons + 1);
	if (out->is.npersons)
		memcpy((uint64_t *)(uintptr_t)out->is.person, person, out->is.npersons * sizeof *person);
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

	return last.day && last.day <= today.day ? last : today;
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
