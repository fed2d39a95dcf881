/* looks.c - who looked at what: noted where records leave the core, kept until they are written. */
#include "core/read/looks.h"

#include "core/read/glass.h"
#include "core/read/reveal.h"

enum { DUE_MS = 4000 }; /* and a tick of the loop */

/* A bulk of looks is as good as one: what comes again within the session says nothing new. */
static bool noted(const struct looks *l, const struct looked *now)
{
	for (size_t i = l->seen.n; i-- > 0;)
		if (l->seen.p[i].family == now->family && l->seen.p[i].day == now->day &&
			strcmp(l->seen.p[i].act, now->act) == 0)
			return true;
	return false;
}

void look_note(struct session *s, struct note n)
{
	struct looks *l = &s->looks;
	struct note *to;

	if (s->read_only || s->unseen)
		return;
	n.at = session_now(s);
	n.act = arena_str(&l->a, n.act);
	n.why = arena_str(&l->a, n.why);
	n.part = arena_str(&l->a, n.part);
	n.reason.key = arena_str(&l->a, n.reason.key);
	to = vec_add(&l->a, l);
	*to = n;
}

void look_at(struct session *s, const char *act, uint64_t family)
{
	struct looked now = { family, session_today(s).day, act };

	if (!family || noted(&s->looks, &now))
		return;
	*vec_add(s->a, &s->looks.seen) = now;
	look_note(s, (struct note){ .act = str_of(act), .type = type_of(s, &family_type), .id = family });
}

void looks_written(struct session *s)
{
	struct looks *l = &s->looks;

	arena_reset(&l->a);
	l->p = NULL;
	l->n = l->cap = 0;
	l->age = 0;
}

void looks_drop(struct session *s)
{
	looks_written(s);
	arena_free(&s->looks.a);
}

void session_unseen(struct session *s, bool on)
{
	s->unseen = on;
}

void session_pass(struct session *s, int64_t ms)
{
	if (s->looks.n)
		s->looks.age += ms;
	reveal_pass(s, ms);
	glass_pass(s);
}

bool session_looks_due(const struct session *s)
{
	return s->looks.n && s->looks.age >= DUE_MS;
}

enum rc looks_may_know(struct session *s, uint64_t family, struct err *e)
{
	enum reach reach = rights_reach(s, family);

	if (s->me.admin || s->role->log || reach == REACH_OWN || (s->role->supervises && reach < REACH_OUTSIDE))
		return RC_OK;
	return fail(e, RC_DENIED, "谁看过这户，只有它的联系人、那里的主管和审计看得到；请找街道主管");
}
