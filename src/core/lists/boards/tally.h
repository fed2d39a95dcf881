/* tally.h - sums of the boards: first by community or worker, then by division, and all of them. */
#ifndef CORE_TALLY_H
#define CORE_TALLY_H

#include "core/lists/job.h"

enum { TALLY_MOST = 32 };
struct tally { uint64_t id; str code; int64_t n[TALLY_MOST]; };
struct tallies {
	struct job *q;
	struct tally *row, all;
	size_t n, cap;
};

/* The row of a community, street or worker; made when it is not there yet. */
struct tally *tally_of(struct tallies *, uint64_t id);
/* The communities' rows become those of their divisions (community, or street when the ask's line
 * says so), in order, and their sum. */
void tally_divisions(struct tallies *);
void tally_sort(struct tallies *);
/* The row of the division a community lies in, and what all rows have in common, in order. */
struct tally *tally_division(struct tallies *, str community);
void tally_finish(struct tallies *);
/* The org a row of tally_divisions() stands for. */
uint64_t tally_org(const struct tallies *, const struct tally *);

#endif
