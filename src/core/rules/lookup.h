/* lookup.h - what a family contributes to the look-up index. */
#ifndef CORE_RULES_LOOKUP_H
#define CORE_RULES_LOOKUP_H

#include "core/read/view.h"

/* struct schema's derive. */
enum rc lookup_derive(void *session, struct snap *, struct arena *, uint64_t family,
	struct lookset *, struct err *);

#endif
