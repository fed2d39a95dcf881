/* budget.h - what was spent: gifts, premiums, activities and what was written down by hand, by task and source.
 *
 * What is known of a gift without a task counts for the usual one. */
#ifndef CORE_RULES_BUDGET_H
#define CORE_RULES_BUDGET_H

#include "base/vec.h"
#include "core/read/view.h"

struct spent {
	const struct rec_type *type; /* the record it comes from */
	uint64_t id, org;            /* org: where it was spent */
	date on;
	code task, fund;
	int64_t fen;
	str what;
	bool within;                 /* within reach of who asks */
};
struct spending { VEC(struct spent); };
/* All that was spent in these days, whoever asks.  Inside enter(). */
enum rc spending_load(struct session *, struct arena *, struct span, struct spending *, struct err *) MUST_CHECK;

#endif
