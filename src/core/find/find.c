/* find.c - families that a line means: my part of the tree first, then the rest of the office. */
#include "core/find/find.h"

#include "core/find/findparse.h"
#include "core/read/rights.h"

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

/* What a condition would tell of a family, and whether it may be asked beyond one's part of the tree: there
 * one finds whom to call, by a name, a telephone, a file number, and learns nothing more. */
static const struct {
	enum lookkind kind;
	const char *field; /* of family: it must be shown; NULL: nothing that is masked */
	bool afar;
} tells[] = {
	{ LOOK_NAME, NULL, true },        { LOOK_PHONE_HEAD, NULL, true }, { LOOK_PHONE_TAIL, NULL, true },
	{ LOOK_FAMILIES, NULL, true },    { LOOK_ORG, NULL, true },        { LOOK_ID_TAIL, NULL, false },
	{ LOOK_ESTATE, NULL, false },     { LOOK_PLACE, NULL, false },     { LOOK_CLOSED, "closed", false },
	{ LOOK_KIND, "kind", false },     { LOOK_LEVEL, "care_level", false },
	{ LOOK_OVERDUE, NULL, false },    { LOOK_SOFT, NULL, false },
};

static size_t told_by(enum lookkind kind)
{
	size_t i = 0;

	while (tells[i].kind != kind) /* every kind has its row */
		i++;
	return i;
}

/* Conditions on what one sees in clear of one's own families alone are asked of those alone. */
static void keep_to_own(struct session *s, struct arena *a, struct lookquery *q)
{
	const struct rec_type *t = type_of(s, &family_type);
	struct lookterm *term = ARENA_ARRAY(a, struct lookterm, q->nterms + 1);
	struct lookcond *mine = ARENA_NEW(a, struct lookcond);
	bool scope = true, own = true;

	for (size_t i = 0; i < q->nterms; i++) {
		term[i] = q->term[i];
		for (size_t k = 0; k < term[i].n; k++) {
			const char *name = tells[told_by(term[i].cond[k].kind)].field;
			const struct field *f = name ? type_field(t, str_of(name)) : NULL;
			/* Closed files may be sealed ones. */
			enum reach far = q->closed_too ? REACH_SEALED : REACH_SCOPE;

			scope = scope && (!f || rights_tells(s, far, f));
			own = own && (!f || rights_tells(s, REACH_OWN, f));
		}
	}
	if (scope)
		return;
	*mine = (struct lookcond){ .kind = LOOK_FAMILIES, .ids = q->mine, .nids = own ? q->nmine : 0 };
	term[q->nterms] = (struct lookterm){ mine, 1 };
	q->term = term;
	q->nterms++;
}

/* The same question as it may be asked beyond my part; false: not at all. */
static bool asked_afar(struct arena *a, const struct lookquery *q, struct lookquery *out)
{
	struct lookterm *term = ARENA_ARRAY(a, struct lookterm, q->nterms);

	*out = *q;
	out->term = term;
	out->closed_too = false;
	for (size_t i = 0; i < q->nterms; i++) {
		term[i].cond = ARENA_ARRAY(a, struct lookcond, q->term[i].n);
		for (size_t k = 0; k < q->term[i].n; k++)
			if (tells[told_by(q->term[i].cond[k].kind)].afar)
				term[i].cond[term[i].n++] = q->term[i].cond[k];
		if (!term[i].n)
			return false;
	}
	return true;
}

enum rc find_families(struct session *s, struct arena *a, str line, size_t most,
	struct found *out, struct err *e)
{
	struct lookrange mine = rights_scope(s), all = look_range(S(""));
	struct lookrange rest[2];
	struct lookquery q = { .today = session_today(s), .limit = most, .count = true, .all = !most }, afar;
	size_t nrest = 0;

	*out = (struct found){ 0 };
	TRY(find_parse(s, a, line, &q, e));
	if (q.nterms == 0)
		return RC_OK;
	rights_mine(s, &q.mine, &q.nmine);
	keep_to_own(s, a, &q);
	TRY(look(s, a, &q, &mine, 1, out, e));
	if (most && out->n >= most)
		return RC_OK;
	if (mine.lo > all.lo)
		rest[nrest++] = (struct lookrange){ all.lo, mine.lo - 1 };
	if (mine.hi < all.hi)
		rest[nrest++] = (struct lookrange){ mine.hi + 1, all.hi };
	if (nrest == 0 || !asked_afar(a, &q, &afar))
		return RC_OK;
	afar.limit = most > out->n ? most - out->n : 0;
	return look(s, a, &afar, rest, nrest, out, e);
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
