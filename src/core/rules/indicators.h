/* indicators.h - what the boards count of a family on a day. */
#ifndef CORE_RULES_INDICATORS_H
#define CORE_RULES_INDICATORS_H

#include "core/read/past.h"

/* In the order of the board's columns. */
enum { IN_CONTACTS, IN_CARD, IN_DOCTOR, IN_GREEN, IN_INSURED, IN_CONTACTED, IN_MET, IN_VISITED, IN_CLOSED, IN_TIME,
	IN_SATISFIED, IN_COMPLETE, INDICATORS };

/* The numbers of a family, and those of the sums of many: files, those agreed otherwise, and then how many of
 * how many for each indicator, in the order of the board's columns. */
enum { SUM_FAMILIES, SUM_AGREED, SUM_COUNTS, SUMS = SUM_COUNTS + 2 * INDICATORS };
_Static_assert((int)SUMS <= (int)SUMS_MOST, "room for all that is counted");

/* What the family counts for on the day of the view, its community as *place and its contact persons with it;
 * nothing when its file is not open that day.  Quotas over a period, {0}: over the one that runs. */
enum rc indicators_of(const struct family_view *, struct span over, uint64_t *place, struct stage *,
	struct err *) MUST_CHECK;
/* The same, and of each person that is cared for, in the family's order. */
struct cared { const struct person *p; bool willing, doctor, green, insured; };
struct cared_for { struct cared *p; size_t n; };
enum rc indicators_told(const struct family_view *, struct span over, uint64_t *place, struct stage *,
	struct cared_for *, struct err *) MUST_CHECK;
/* The same from the view's day on, day by day, over the periods that run. */
enum rc family_share(const struct family_view *, struct share *, struct err *) MUST_CHECK;
/* The indicator behind which a list of this name stands, or INDICATORS. */
size_t indicator_of_gap(const char *query);

#endif
