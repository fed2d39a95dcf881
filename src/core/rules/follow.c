/* follow.c - which records follow a change of another one in the same commit, whoever makes it and by
 * whatever road: claims their stay in hospital, their insurance and one another. */
#include "core/impl.h"

#include "core/records/claim.h"

static enum rc on_event(struct txn *x, const struct rec_type *claims, const struct rec *was,
	const struct rec *is, struct err *e)
{
	return claim_follow_event(x, claims, (const struct event *)was, (const struct event *)is, e);
}

static enum rc on_claim(struct txn *x, const struct rec_type *claims, const struct rec *was,
	const struct rec *is, struct err *e)
{
	return claims_follow(x, claims, (const struct claim *)was, (const struct claim *)is, e);
}

static enum rc on_insured(struct txn *x, const struct rec_type *claims, const struct rec *was,
	const struct rec *is, struct err *e)
{
	return was ? claims_reckon(x, claims, is->id, e) : RC_OK;
}

static enum rc on_policy(struct txn *x, const struct rec_type *claims, const struct rec *was,
	const struct rec *is, struct err *e)
{
	return was ? claims_follow_policy(x, claims, is->id, e) : RC_OK;
}

static const struct {
	const struct rec_type *type;
	enum rc (*on)(struct txn *, const struct rec_type *claims, const struct rec *was,
		const struct rec *is, struct err *);
} follows[] = {
	{ &event_type, on_event },
	{ &claim_type, on_claim },
	{ &insured_type, on_insured },
	{ &policy_type, on_policy },
};

enum rc follow_change(struct txn *x, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	const struct rec_type *claims = type_of(x->commit->ctx, &claim_type);

	for (size_t i = 0; i < COUNT(follows); i++)
		if (follows[i].type->tag == t->tag)
			TRY(follows[i].on(x, claims, was, is, e));
	return RC_OK;
}
