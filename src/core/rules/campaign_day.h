/* campaign_day.h - the days of the association itself (5.29, 母亲节, 7.11 and those an office adds) and how far they are
 * prepared. */
#ifndef CORE_RULES_CAMPAIGN_DAY_H
#define CORE_RULES_CAMPAIGN_DAY_H

#include "core/read/view.h"

/* The next time a public day falls; {0}: it is no public day. */
date campaign_day_on(const struct session *, const struct care_day *);
/* The activity of a unit for it: on that day, under its name; NULL: none yet.  Inside enter(). */
enum rc campaign_activity(struct session *, struct arena *, const struct care_day *, date on, uint64_t org,
	const struct activity **, struct err *) MUST_CHECK;

#endif
