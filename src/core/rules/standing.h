/* standing.h - how the association stands in each place: its posts, its people, its last sign of life.
 *
 * 在区级单位、办事处、社区普遍建立协会组织; 确保各级都有人做计划生育协会工作; 基层“断层”“虚化” (向阳区计划生育协会改革
 * 实施方案, 2022).  A place is dormant when nobody of it has visited a family, held an activity, a meeting or a training, or been spoken with, for
 * dormant_days. */
#ifndef CORE_RULES_STANDING_H
#define CORE_RULES_STANDING_H

#include "base/vec.h"
#include "core/read/view.h"
#include "core/records/organisation.h"

/* What adds up over the places below. */
enum { STANDING_FULL, STANDING_SECONDED, STANDING_PART, STANDING_VACANT, STANDING_MEMBERS, STANDING_GROUPS,
	STANDING_LINKS, STANDING_ACTIVITIES, STANDING_NUMBERS };

struct staff { VEC(const struct worker *); };
struct standing {
	const struct org *o;
	size_t up;                     /* the place right above; itself: there is none */
	const struct association *as;  /* NULL: none, or it has ended */
	struct staff staff;            /* who works there today */
	uint64_t chair, secretary;     /* 0: nobody */
	int64_t n[STANDING_NUMBERS];   /* of this place alone */
	int64_t liaisons;              /* cadres and representatives who are there for it */
	date life;                     /* its last sign of life; 0: none was ever noted */
	codes state;                   /* of ASSOC_STATE: all that is wrong, or that nothing is */
};
struct standings {
	struct standing *p;            /* by division code: what lies below a place stands behind it */
	size_t n;
	size_t *at, nat;               /* by the number of the org, 1 more than its place; 0: none */
};

/* The places within reach that have not been merged or given up; activities are those of the span.  Inside
 * enter(). */
enum rc standings_load(struct session *, struct arena *, struct span activities, struct standings *, struct err *)
	MUST_CHECK;
/* Where a unit is today: itself, or what it was merged into; NULL: beyond reach. */
struct standing *standing_of(const struct standings *, uint64_t org);
/* How many hold a required post there. */
int64_t standing_holds(const struct standing *, const struct required_post *);
bool standing_lies_in(const struct standing *, str div);

#endif
