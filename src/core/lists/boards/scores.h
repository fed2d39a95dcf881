/* scores.h - what every family contributes to the boards, kept between two looks: after a commit only
 * the families it touched are counted again. */
#ifndef CORE_SCORES_H
#define CORE_SCORES_H

#include "core/lists/job.h"

enum { INDICATORS = 12 };

struct count { int64_t num, den; };
struct score {
	uint64_t id, org;
	struct { VEC(uint64_t); } worker; /* each once */
	bool agreed;                    /* 约定方式: out of the quotas' scope, its number shown */
	bool counts;                    /* open on that day, and within my part of the tree */
	uint32_t num[INDICATORS], den[INDICATORS];
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
/* The indicator behind which a list of this name stands, or INDICATORS. */
size_t indicator_of_gap(const char *query);

#endif
