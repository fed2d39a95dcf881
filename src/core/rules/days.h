/* days.h - days that call for care: festivals, birthdays, quiet days.  They fall by the
 * solar or lunar calendar, on the nth weekday of a month or on a solar term; their windows may cross
 * the year's end. */
#ifndef CORE_RULES_DAYS_H
#define CORE_RULES_DAYS_H

#include "core/office/office.h"
#include "core/records/types.h"

/* The first time on or after from that a day of the calendar falls; {0} for days of a person. */
date day_next(const struct care_day *, date from);
/* The same for a birthday or an anniversary: 29 February is kept on the 28th in common years; a
 * lunar birthday by lunar_next().  {0} when the person's day is not known. */
date day_next_of(const struct care_day *, const struct person *, date from);
bool day_is_personal(const struct care_day *);

/* Is today inside the window of this day for this family?  *on: the day itself.  persons: all
 * members.  False when the family is off this day, has not asked for it, or it is for others. */
bool day_calls(const struct codebook *, const struct care_day *, const struct family *,
	struct rec *const *persons, size_t npersons, date today, date *on, const struct person **whose);

#endif
