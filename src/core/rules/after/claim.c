/* claim.c - which claims follow: the days of the stay they are about, the insurance they are of, and what
 * other claims have used up of the year. */
#include "core/rules/after/after.h"

#include "core/records/claim.h"

/* One that is written down late may have been answered already. */
enum rc after_event_itself(struct after *q, struct err *e)
{
	if (!q->was)
		TRY(after_known_late(q, ((const struct event *)q->is)->family.id, e));
	return claim_follow_event(q->txn, type_of(q->s, &claim_type), (const struct event *)q->was,
		(const struct event *)q->is, e);
}

enum rc after_claim(struct after *q, struct err *e)
{
	return claims_follow(q->txn, type_of(q->s, &claim_type), (const struct claim *)q->was,
		(const struct claim *)q->is, e);
}

enum rc after_insured(struct after *q, struct err *e)
{
	const struct rec_type *claims = type_of(q->s, &claim_type);

	if (q->was)
		TRY(claims_reckon(q->txn, claims, q->is->id, e));
	return rec_voided(q->is) ? RC_OK : claims_find_insured(q->txn, claims, (const struct insured *)q->is, e);
}

enum rc after_policy(struct after *q, struct err *e)
{
	return q->was ? claims_follow_policy(q->txn, type_of(q->s, &claim_type), q->is->id, e) : RC_OK;
}
