/* glass.c - the families this person broke the glass for, and until when. */
#include "core/read/glass.h"

static enum rc fill(struct session *s, struct err *e)
{
	val from = { true, session_now(s).v, { 0 } };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(s->view, &s->glass.a, &(struct walk){ .type = type_of(s, &glass_type), .index = "by",
		.prefix = &VAL_REF(s->me.worker), .nprefix = 1, .from = &from }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct glass *g = (const struct glass *)r;

		*vec_add(&s->glass.a, &s->glass) = (struct broken){ g->family.id, g->until };
	}
	TRY_END(rc);
	return RC_OK;
}

/* Read again when somebody has written. */
static void keep(struct session *s)
{
	uint64_t tick = snap_tick(s->view);
	struct err e;

	if (s->glass.tick == tick)
		return;
	glass_drop(s);
	if (fill(s, &e) == RC_OK)
		s->glass.tick = tick;
	else
		trouble(s, &e);
}

moment glass_until(struct session *s, uint64_t family)
{
	moment now = session_now(s), until = { 0 };

	if (!family || !s->me.worker)
		return until;
	keep(s);
	for (size_t i = 0; i < s->glass.n; i++) {
		const struct broken *b = &s->glass.p[i];

		if (b->family == family && b->until.v > now.v && b->until.v > until.v)
			until = b->until;
	}
	return until;
}

enum reach glass_sight(struct session *s, uint64_t family, enum reach reach)
{
	return reach == REACH_SCOPE && glass_until(s, family).v ? REACH_OWN : reach;
}

void glass_pass(struct session *s)
{
	moment now = session_now(s);
	size_t n = 0;

	for (size_t i = 0; i < s->glass.n; i++)
		if (s->glass.p[i].until.v > now.v)
			s->glass.p[n++] = s->glass.p[i];
	s->reveals += s->glass.n - n;
	s->glass.n = n;
}

void glass_drop(struct session *s)
{
	arena_reset(&s->glass.a);
	s->glass.p = NULL;
	s->glass.n = s->glass.cap = 0;
	s->glass.tick = 0;
}
