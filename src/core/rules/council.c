/* council.c - what council.h says. */
#include "core/rules/council.h"

int64_t council_need(int64_t percent, int64_t n)
{
	return (percent * n + 99) / 100;
}

bool seat_grassroots(const struct session *s, const struct seat *st)
{
	return code_is(code_find(codebook_find(&s->office->codes, S("COUNCIL_KIND")), st->kind.key), "grassroots");
}

static bool sits(const struct seat *st, date on)
{
	return st->from.day <= on.day && (!st->to.day || st->to.day > on.day);
}

struct seats { VEC(const struct seat *); };

static enum rc all_seats(struct session *s, struct arena *a, uint64_t node, str body, date on,
	const struct seat *instead, struct seats *out, struct err *e)
{
	const val key[] = { VAL_REF(node), { true, 0, body } };
	const struct rec_type *t = type_of(s, &seat_type);
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(cursor_open(s->view, a, &(struct walk){ .type = t, .index = "node", .prefix = key,
		.nprefix = COUNT(key) }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		if ((instead && instead->r.id == r->id) || !sits((const struct seat *)r, on))
			continue;
		TRY(snap_get(s->view, a, t, r->id, &whole, e));
		*vec_add(a, out) = (const struct seat *)whole;
	}
	TRY_END(rc);
	if (instead && instead->node.id == node && str_eq(instead->body.key, body) && sits(instead, on) &&
		!rec_voided(&instead->r))
		*vec_add(a, out) = instead;
	return RC_OK;
}

enum rc council_on(struct session *s, struct arena *a, uint64_t node, str body, date on,
	const struct seat *instead, struct council *out, struct err *e)
{
	const struct association_rules *rules = &s->office->association;
	struct seats all = { 0 };
	int64_t term = 0;

	*out = (struct council){ 0 };
	TRY(all_seats(s, a, node, body, on, instead, &all, e));
	for (size_t i = 0; i < all.n; i++)
		term = all.p[i]->term.v > term ? all.p[i]->term.v : term;
	out->seat = all.p;
	for (size_t i = 0; i < all.n; i++) {
		if (all.p[i]->term.set && all.p[i]->term.v < term)
			continue;
		out->grassroots += seat_grassroots(s, all.p[i]);
		out->seat[out->n++] = all.p[i];
	}
	for (size_t i = 0; i < rules->nshares; i++)
		if (str_eq(rules->share[i].body, body))
			out->percent = rules->share[i].percent;
	out->need = council_need(out->percent, (int64_t)out->n);
	out->lacking = out->grassroots < out->need ? out->need - out->grassroots : 0;
	return RC_OK;
}
