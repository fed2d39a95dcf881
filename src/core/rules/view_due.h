/* view_due.h - due.h asked of the records: a family's visits, posts and levels until a day.  Inside enter(). */
#ifndef CORE_RULES_VIEW_DUE_H
#define CORE_RULES_VIEW_DUE_H

#include "core/read/past.h"
#include "core/rules/due.h"

/* over: the period a board is about, {0}: none. */
enum rc view_due(const struct family_view *, struct span over, struct due *, struct err *) MUST_CHECK;
enum rc family_due(struct session *, struct arena *, const struct family *, struct due *,
	struct err *) MUST_CHECK;
enum rc family_due_on(struct session *, struct arena *, const struct family *, date on,
	struct due *, struct err *) MUST_CHECK; /* as it stood at the end of that day */

#endif
