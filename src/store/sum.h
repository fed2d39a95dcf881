/* sum.h - what every family counts for, and the sums of it: by place, and by place and person.
 *
 * What a family counts for changes with the days without anybody's commit: a signing expires, a month ends.
 * So a share says from which day on it is what, and a sum is kept as differences from day to day.  Both are
 * derived data: a pure function of the records, of the settings (struct schema's rules) and of the day they
 * are asked from; kept by the commit that changes it, recounted by `check`, rebuilt by `reindex` and where
 * the settings have changed.  The store does not know what the numbers mean. */
#ifndef STORE_SUM_H
#define STORE_SUM_H

#include "base/date.h"
#include "base/vec.h"
#include "rec/rec.h"

enum { SUMS_MOST = 32 };

/* From a day on, until the next stage: these numbers, for the place and for each of these persons. */
struct stage {
	date from;
	const uint64_t *person; /* sorted, each once */
	size_t npersons;
	int32_t n[SUMS_MOST];
};
/* The first stage is of the day it was asked for; nothing is said of the days before.  No stages: it counts for
 * nothing, from that day on. */
struct share { uint64_t place; VEC(struct stage); };

struct snap;

/* Are the sums kept by the rules of this session, and do they tell of that day?  Else count. */
enum rc snap_counted(struct snap *, date on, bool *yes, struct err *) MUST_CHECK;
/* The families that stand in no sum: a session that goes by other settings, having begun before they changed, has
 * written something of them.  They are to be counted; the next commit by our settings does it for good. */
struct families { VEC(uint64_t); };
enum rc snap_owed(struct snap *, struct arena *, struct families *, struct err *) MUST_CHECK;
/* The sums of a place on a day: the whole place as person 0, then each of its persons.  n lives until each()
 * returns; false stops. */
enum rc snap_sums(struct snap *, uint64_t place, date on,
	bool (*each)(void *arg, uint64_t person, const int64_t *n), void *arg, struct err *) MUST_CHECK;
/* What one family counts for on a day; *place 0: for nothing.  What *out points at lives in the arena. */
enum rc snap_share(struct snap *, struct arena *, uint64_t family, date on, uint64_t *place,
	struct stage *out, struct err *) MUST_CHECK;
/* The same of all that count for something, in the order of their numbers; false stops. */
enum rc snap_shares(struct snap *, date on,
	bool (*each)(void *arg, uint64_t family, uint64_t place, const struct stage *), void *arg,
	struct err *) MUST_CHECK;

#endif
