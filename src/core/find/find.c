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

/* ---- what may be asked where ------------------------------------------------------------------- */

/* A search finds: so it tells that what was typed is there.  What one does not see in clear may be asked of
 * only as far as it is shown, or by who knows the whole of it: the beginning of a phone, its last four digits,
 * a whole number.  Beyond one's part of the tree one finds whom to call, by two characters from the
 * beginning of a name, by the end of a phone, by a file number; and learns nothing more. */
static const struct limit {
	enum lookkind kind;
	const struct rec_type *of;
	const char *field;     /* NULL: nothing that is masked */
	uint8_t shown, whole;  /* characters that may be asked of what is masked: at most, or at least; 0 = none */
	bool afar;
	uint8_t enough;        /* of afar: characters at least */
} limits[] = {
	{ .kind = LOOK_NAME, .afar = true, .enough = 2 },
	{ .kind = LOOK_PHONE_HEAD, .of = &family_type, .field = "phone1", .shown = 3, .whole = 11,
		.afar = true, .enough = 11 },
	{ .kind = LOOK_PHONE_TAIL, .of = &family_type, .field = "phone1", .shown = 4, .whole = 11,
		.afar = true, .enough = 4 },
	{ .kind = LOOK_ID_TAIL, .of = &person_type, .field = "id_no", .whole = 16 },
	{ .kind = LOOK_FAMILIES, .afar = true },
	{ .kind = LOOK_ORG, .afar = true },
	{ .kind = LOOK_FILE },
	{ .kind = LOOK_ESTATE },
	{ .kind = LOOK_PLACE },
	{ .kind = LOOK_CLOSED, .of = &family_type, .field = "closed" },
	{ .kind = LOOK_KIND, .of = &family_type, .field = "kind" },
	{ .kind = LOOK_LEVEL, .of = &family_type, .field = "care_level" },
	{ .kind = LOOK_OVERDUE },
	{ .kind = LOOK_SOFT },
};

static const struct limit *limit_of(enum lookkind kind)
{
	const struct limit *l = limits;

	while (l->kind != kind) /* every kind has its row */
		l++;
	return l;
}

static uint32_t asked_chars(const struct lookcond *c)
{
	return c->kind == LOOK_NAME ? c->nch : c->text.n;
}

static bool may_ask(struct session *s, const struct lookcond *c, enum reach reach)
{
	const struct limit *l = limit_of(c->kind);
	uint32_t n = asked_chars(c);

	if (reach >= REACH_OUTSIDE && (!l->afar || n < l->enough))
		return false;
	return !l->field || rights_tells(s, reach, type_field(type_of(s, l->of), str_of(l->field))) ||
	       (l->shown && n <= l->shown) || (l->whole && n >= l->whole);
}

/* The question as it may be asked of files in this reach, with room for one more condition; false: not at
 * all.  *less when some of it may not. */
static bool asked_in(struct session *s, struct arena *a, const struct lookquery *q, enum reach reach,
	struct lookquery *out, bool *less)
{
	struct lookterm *term = ARENA_ARRAY(a, struct lookterm, q->nterms + 1);

	*out = *q;
	*less = false;
	out->term = term;
	out->closed_too = q->closed_too && reach < REACH_OUTSIDE;
	for (size_t i = 0; i < q->nterms; i++) {
		term[i].cond = ARENA_ARRAY(a, struct lookcond, q->term[i].n);
		for (size_t k = 0; k < q->term[i].n; k++) {
			struct lookcond c = q->term[i].cond[k];

			c.anchored |= reach >= REACH_OUTSIDE;
			if (may_ask(s, &c, reach))
				term[i].cond[term[i].n++] = c;
			else
				*less = true;
		}
		if (!term[i].n)
			return false;
	}
	return true;
}

/* Only, or only not, of the files that are mine. */
static void add_mine(struct arena *a, struct lookquery *q, bool except)
{
	struct lookcond *mine = ARENA_NEW(a, struct lookcond);

	*mine = (struct lookcond){ .kind = LOOK_FAMILIES, .ids = q->mine, .nids = q->nmine, .except = except };
	q->term[q->nterms++] = (struct lookterm){ mine, 1 };
}

/* ---- looking ---------------------------------------------------------------------------------- */

/* In my part of the tree; where one asks less of others' files than of one's own, of these first. */
static enum rc look_near(struct session *s, struct arena *a, const struct lookquery *q,
	struct lookrange scope, struct found *out, struct err *e)
{
	struct lookquery own, near;
	bool less, asked;
	/* Closed files may be sealed ones. */
	enum reach reach = q->closed_too ? REACH_SEALED : REACH_SCOPE;

	asked = asked_in(s, a, q, reach, &near, &less);
	if (less && asked_in(s, a, q, REACH_OWN, &own, &(bool){ false })) {
		add_mine(a, &own, false);
		TRY(look(s, a, &own, &scope, 1, out, e));
		add_mine(a, &near, true);
	}
	if (!asked)
		return RC_OK;
	near.limit = q->all ? 0 : q->limit - out->n;
	return look(s, a, &near, &scope, 1, out, e);
}

/* Of those I am linked to, wherever they live; there are no others. */
static enum rc look_linked(struct session *s, struct arena *a, const struct lookquery *q, struct found *out,
	struct err *e)
{
	struct lookrange all = look_range(S(""));
	struct lookquery own;

	if (!q->nmine || !asked_in(s, a, q, REACH_OWN, &own, &(bool){ false }))
		return RC_OK;
	add_mine(a, &own, false);
	return look(s, a, &own, &all, 1, out, e);
}

enum rc find_families(struct session *s, struct arena *a, str line, size_t most,
	struct found *out, struct err *e)
{
	struct lookrange mine = rights_scope(s), all = look_range(S(""));
	struct lookrange rest[2];
	struct lookquery q = { .today = session_today(s), .limit = most, .count = true, .all = !most }, afar;
	size_t nrest = 0;
	bool less;

	*out = (struct found){ 0 };
	TRY(find_parse(s, a, line, &q, e));
	if (q.nterms == 0)
		return RC_OK;
	rights_mine(s, &q.mine, &q.nmine);
	if (!rights_any_family(s))
		return look_linked(s, a, &q, out, e);
	TRY(look_near(s, a, &q, mine, out, e));
	if (mine.lo > all.lo)
		rest[nrest++] = (struct lookrange){ all.lo, mine.lo - 1 };
	if (mine.hi < all.hi)
		rest[nrest++] = (struct lookrange){ mine.hi + 1, all.hi };
	if (nrest == 0 || !asked_in(s, a, &q, REACH_OUTSIDE, &afar, &less))
		return RC_OK;
	afar.limit = most - (most ? out->n : 0);
	return look(s, a, &afar, rest, nrest, out, e);
}

enum rc find_due(struct session *s, struct arena *a, struct found *out, struct err *e)
{
	struct lookrange mine = rights_scope(s);
	struct lookcond soft = { .kind = LOOK_SOFT };
	struct lookterm term = { &soft, 1 };
	struct lookquery q = { .today = session_today(s), .all = true, .term = &term, .nterms = 1 };

	*out = (struct found){ 0 };
	return rights_any_family(s) ? look(s, a, &q, &mine, 1, out, e) : RC_OK;
}
