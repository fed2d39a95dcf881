/* door.h - the door through which records, and what became of them, leave.  Inside enter(). */
#ifndef CORE_READ_DOOR_H
#define CORE_READ_DOOR_H

#include "core/read/reach.h"

enum rc read_get(struct session *, struct arena *, const struct rec_type *, uint64_t id, struct rec **,
	struct err *) MUST_CHECK;
/* The record as it is, or as it last was before an older program removed it; unmasked, for its owner. */
enum rc read_last(struct session *, struct arena *, const struct rec_type *, uint64_t id, struct rec **,
	struct err *) MUST_CHECK;
/* May this person see what became of this record? */
enum rc read_past(struct session *, struct arena *, const struct rec_type *, uint64_t id,
	struct rec **last, enum reach *, struct err *) MUST_CHECK;
/* Entries of the log that this person may see, the newest first: n of them from the at-th on; *total is
 * how many there are. */
struct entries { VEC(struct entry *); };
/* Who looked at a family in those days (empty: ever), the newest first. */
enum rc read_looks(struct session *, struct arena *, uint64_t family, struct span, struct entries *, struct err *)
	MUST_CHECK;
enum rc read_log(struct session *, struct arena *, size_t at, size_t n, struct entries *, size_t *total,
	struct err *) MUST_CHECK;

#endif
