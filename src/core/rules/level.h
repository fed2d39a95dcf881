/* level.h - the care level the rules propose. */
#ifndef CORE_RULES_LEVEL_H
#define CORE_RULES_LEVEL_H

#include "core/read/view.h"

/* With its reasons line by line. */
struct proposal { code level; struct { VEC(str); } why; };
enum rc level_propose(struct session *, struct arena *, const struct family *, struct proposal *,
	struct err *) MUST_CHECK;

#endif
