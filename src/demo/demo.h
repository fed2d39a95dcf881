/* demo.h - an office of invented people to try things on: impossible phones and ids, hard names on
 * purpose, years of visits.  The same seed gives the same office. */
#ifndef CORE_DEMO_H
#define CORE_DEMO_H

#include "core/session.h"

/* Fills a fresh office.  A small one gets ten years of visits; from some 300 families on the number
 * of visits is limited, not the families.  say() hears of the progress. */
enum rc demo_fill(struct session *, int64_t families, uint64_t seed,
	void (*say)(void *arg, str line), void *arg, struct err *) MUST_CHECK;

/* demo_life.c: needs, events, insurance ... in the first few hundred of them. */
enum rc demo_live(struct session *, uint64_t families, struct err *) MUST_CHECK;

/* demo_association.c: the association itself, in the first few dozen places. */
enum rc demo_association(struct session *, uint64_t families, struct err *) MUST_CHECK;

/* demo_report.c: a report of last month, on its way up. */
enum rc demo_report(struct session *, struct err *) MUST_CHECK;

/* The same for its other half, demo_life.c: the type as the office has it, and all records of a list. */
const struct rec_type *demo_type(const struct session *, const struct rec_type *);
struct listed { VEC(struct rec *); };
enum rc demo_list(struct session *, struct arena *, const char *query, uint64_t about, struct listed *,
	struct err *) MUST_CHECK;

#endif
