/* after.c - the table of what follows from which record, and writing it. */
#include "core/rules/after/after.h"

static const struct {
	const struct rec_type *type;
	enum rc (*follow)(struct after *, struct err *);
} follows[] = {
	{ &person_type, after_person }, { &family_type, after_family }, { &org_type, after_org },
	{ &visit_type, after_visit },   { &psych_type, after_psych },   { &step_type, after_step },
	{ &event_type, after_event_itself }, { &claim_type, after_claim },
	{ &insured_type, after_insured }, { &policy_type, after_policy },
};

enum rc rules_after(struct session *s, struct txn *x, const struct rec_type *t, const struct rec *was,
	const struct rec *is, bool dated, bool follow, struct err *e)
{
	struct after q = { .s = s, .txn = x, .a = x->a, .codes = &s->office->codes,
		.today = moment_date(x->commit->at), .was = was, .is = is };

	if (dated)
		TRY(after_dated(&q, t, e));
	for (size_t i = 0; follow && i < COUNT(follows); i++)
		if (follows[i].type->tag == t->tag)
			TRY(follows[i].follow(&q, e));
	return RC_OK;
}

enum rc after_edit(struct after *q, const struct rec_type *shipped, uint64_t id, struct edit *out,
	struct err *e)
{
	struct rec *now;

	out->type = type_of(q->s, shipped);
	TRY(snap_get(q->txn->view, q->a, out->type, id, &now, e));
	out->base = now;
	out->rec = rec_dup(q->a, out->type, now);
	return RC_OK;
}

enum rc after_put(struct after *q, const struct edit *x, struct err *e)
{
	struct change *ch = ARENA_ARRAY(q->a, struct change, x->type->nfields);

	if (x->base && !rec_diff(x->type, x->base, x->rec, ch))
		return RC_OK;
	return txn_save(q->txn, x->type, x->base, x->rec, NULL, e);
}

enum rc after_put_settled(struct after *q, const struct edit *x, struct err *e)
{
	size_t n = q->txn->n;

	TRY(after_put(q, x, e));
	if (q->txn->n > n)
		q->txn->done[n].settled = true;
	return RC_OK;
}

struct edit after_new(struct after *q, const struct rec_type *shipped, uint64_t family)
{
	struct edit x = { .type = type_of(q->s, shipped) };

	x.rec = rec_new(q->a, x.type);
	rec_set(x.type, x.rec, x.type->owner, VAL_REF(family));
	return x;
}

str after_cause(struct after *q, const struct rec_type *t, uint64_t id)
{
	return arena_printf(q->a, "%s:%llu", t->name, (unsigned long long)id);
}
