/* lookup.h - what a family contributes to the look-up index and to the sums of the boards. */
#ifndef CORE_RULES_LOOKUP_H
#define CORE_RULES_LOOKUP_H

#include "core/read/view.h"

/* struct schema's derive. */
enum rc lookup_derive(void *session, struct snap *, struct arena *, uint64_t family,
	struct lookset *, struct share *, struct err *);
/* Its concerns: the families that count otherwise when somebody's post, a unit or a policy changes. */
enum rc lookup_concerns(void *session, struct snap *, struct arena *, const struct rec_type *,
	const struct rec *was, const struct rec *is, struct families *, struct err *);

#endif
