/* scores.h - what every family contributes to the boards, kept between two looks: after a commit only
 * the families it touched are counted again. */
#ifndef CORE_SCORES_H
#define CORE_SCORES_H

#include "core/lists/job.h"

enum { INDICATORS = 12, SCORE_WORKERS = 4 };

struct count { int64_t num, den; };
struct score {
	uint64_t id, org;
	uint64_t worker[SCORE_WORKERS]; /* each once; 0 = no more */
	bool agreed;                    /* 约定方式: out of the quotas' scope, its number shown */
	bool counts;                    /* open on that day, and within my part of the tree */
	uint8_t num[INDICATORS], den[INDICATORS];
};
struct scores {
	struct arena a, work;
	struct score *row;              /* in the order of their ids */
	size_t n, cap;
	uint64_t tick, entry;           /* as of this commit */
	date on;
};

/* The scores as of a day; lives as long as the session. */
enum rc scores_load(struct job *, date on, const struct scores **) MUST_CHECK;
/* The indicator behind which a list of this name stands, or INDICATORS. */
size_t indicator_of_gap(const char *query);

#endif
