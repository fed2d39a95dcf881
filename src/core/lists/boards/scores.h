/* scores.h - what every family contributes to the boards, kept between two looks: after a commit only
 * the families it touched are counted again. */
#ifndef CORE_SCORES_H
#define CORE_SCORES_H

#include "core/lists/job.h"
#include "core/rules/indicators.h"

struct score {
	uint64_t id, place;
	struct stage is;                /* nothing where it is not open that day, or not within my part of the tree */
};
struct scores {
	struct arena a, work;
	struct score *row;              /* in the order of their ids */
	size_t n, cap;
	uint64_t tick, entry;           /* as of this commit */
	date on;
	struct span over;
};

/* The scores of the period asked for, as of its last day or of today; lives as long as the session. */
enum rc scores_load(struct job *, const struct scores **) MUST_CHECK;
void scores_drop(struct session *); /* gives back what the boards kept */

#endif
