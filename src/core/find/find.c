/* find.c - families that a line means: my part of the tree first, then the rest of the office. */
#include "core/find/findparse.h"

static enum rc look(struct session *s, struct arena *a, struct lookquery *q,
	const struct lookrange *scope, size_t nscope, struct found *out, struct err *e)
{
	struct lookanswer answer;
	struct lookhit *both;

	q->scope = scope;
	q->nscope = nscope;
	TRY(snap_look(s->view, a, q, &answer, e));
	both = ARENA_ARRAY(a, struct lookhit, out->n + answer.n + 1);
	if (out->n)
		memcpy(both, out->hit, out->n * sizeof *both);
	if (answer.n)
		memcpy(both + out->n, answer.hit, answer.n * sizeof *both);
	out->hit = both;
	out->n += answer.n;
	out->total += answer.total;
	return RC_OK;
}

enum rc find_families(struct session *s, struct arena *a, str line, size_t most,
	struct found *out, struct err *e)
{
	struct lookrange mine = rights_scope(s), all = look_range(S(""));
	struct lookrange rest[2];
	struct lookquery q = { .today = session_today(s), .limit = most, .count = true, .all = !most };
	size_t nrest = 0;

	*out = (struct found){ 0 };
	TRY(find_parse(s, a, line, &q, e));
	if (q.nterms == 0)
		return RC_OK;
	rights_mine(s, &q.mine, &q.nmine);
	TRY(look(s, a, &q, &mine, 1, out, e));
	if (most && out->n >= most)
		return RC_OK;
	if (mine.lo > all.lo)
		rest[nrest++] = (struct lookrange){ all.lo, mine.lo - 1 };
	if (mine.hi < all.hi)
		rest[nrest++] = (struct lookrange){ mine.hi + 1, all.hi };
	if (nrest == 0)
		return RC_OK;
	q.limit = most > out->n ? most - out->n : 0;
	return look(s, a, &q, rest, nrest, out, e);
}

enum rc find_due(struct session *s, struct arena *a, struct found *out, struct err *e)
{
	struct lookrange mine = rights_scope(s);
	struct lookcond soft = { .kind = LOOK_SOFT };
	struct lookterm term = { &soft, 1 };
	struct lookquery q = { .today = session_today(s), .all = true, .term = &term, .nterms = 1 };

	*out = (struct found){ 0 };
	return look(s, a, &q, &mine, 1, out, e);
}
