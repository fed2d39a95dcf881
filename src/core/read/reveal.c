/* reveal.c - values that are shown for a minute: in this session, of this record, on the screens that only show. */
#include "core/read/reveal.h"

enum { SHOWN_MS = 60 * 1000 };

static bool is(const struct revealed *v, const struct rec_type *t, uint64_t id, const struct field *f)
{
	return v->type == t->tag && v->id == id && v->field == f->tag;
}

bool reveal_shows(const struct session *s, const struct rec_type *t, uint64_t id, const struct field *f)
{
	for (size_t i = 0; s->revealing && f->tag && i < s->revealed.n; i++)
		if (is(&s->revealed.p[i], t, id, f))
			return true;
	return false;
}

void reveal_begin(struct session *s, const struct rec_type *t, uint64_t id, const struct field *f)
{
	size_t i = 0;

	while (i < s->revealed.n && !is(&s->revealed.p[i], t, id, f))
		i++;
	if (i == s->revealed.n)
		vec_add(s->a, &s->revealed);
	s->revealed.p[i] = (struct revealed){ t->tag, f->tag, id, SHOWN_MS };
	s->reveals++;
}

void reveal_pass(struct session *s, int64_t ms)
{
	size_t n = 0;

	for (size_t i = 0; i < s->revealed.n; i++) {
		s->revealed.p[i].left -= ms;
		if (s->revealed.p[i].left > 0)
			s->revealed.p[n++] = s->revealed.p[i];
	}
	s->reveals += s->revealed.n - n;
	s->revealed.n = n;
}

uint64_t session_reveals(const struct session *s)
{
	return s->reveals;
}

void session_revealing(struct session *s, bool on)
{
	s->revealing = on;
}
