/* claim.h - who is insured on a day; and what changes of claims when something else does: rules of the
 * running commit, asked after a record was written.  claims is the office's own type of claims; what
 * is already so stays as it is. */
#ifndef CORE_RECORDS_CLAIM_H
#define CORE_RECORDS_CLAIM_H

#include "base/vec.h"
#include "core/records/types.h"
#include "store/store.h"

/* Is somebody insured on that day: have they come to the policy and not left it, and does it run?  The
 * first and the last day are insured. */
bool insured_holds(const struct insured *, const struct policy *, date on);

/* A stay in hospital that got its days, or other ones: its claims learn them, but for those whose days
 * were typed by hand. */
enum rc claim_follow_event(struct txn *, const struct rec_type *claims, const struct event *was,
	const struct event *is, struct err *) MUST_CHECK;
/* A claim that came, went, was refused or has other days: the later ones of the same insurance have
 * more or less of the year left. */
enum rc claims_follow(struct txn *, const struct rec_type *claims, const struct claim *was,
	const struct claim *is, struct err *) MUST_CHECK;
/* Somebody who turns out to be insured: their claims that had found no insurance look for one again. */
enum rc claims_find_insured(struct txn *, const struct rec_type *claims, const struct insured *, struct err *)
	MUST_CHECK;
/* All claims of somebody insured, of everybody a policy insures: when its days or sums change. */
enum rc claims_reckon(struct txn *, const struct rec_type *claims, uint64_t insured, struct err *)
	MUST_CHECK;
enum rc claims_follow_policy(struct txn *, const struct rec_type *claims, uint64_t policy,
	struct err *) MUST_CHECK;

#endif
