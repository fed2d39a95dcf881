/* freeze.h - a report on its way up: its numbers are taken when it is submitted, with what was counted for each; it is
 * given back with a remark or approved, and frozen.  From then on it never changes: what is written down later
 * stands beside it, and counts in the next period. */
#ifndef CORE_LISTS_REPORT_FREEZE_H
#define CORE_LISTS_REPORT_FREEZE_H

#include "core/lists/reports/report.h"

enum report_step { STEP_SUBMIT, STEP_RETURN, STEP_APPROVE, STEP_FREEZE, REPORT_STEPS };
struct report_way { const char *word, *label; enum means to; bool remark; };
extern const struct report_way report_ways[REPORT_STEPS]; /* submit 上报 .. */

/* The report of a period that is over, of an org and all below it.  Anew where it was given back.  *id: its record. */
enum rc report_submit(struct session *, struct arena *, const struct report *, struct span, uint64_t org, uint64_t *id,
	struct err *) MUST_CHECK;
/* A step of one that was submitted, other than that. */
enum rc report_step(struct session *, struct arena *, uint64_t id, enum report_step, str remark, struct err *)
	MUST_CHECK;
/* Asked before a question opens, by the rules the commit asks again; org: whose report would be submitted. */
enum rc report_may_submit(struct session *, const struct report *, struct span, uint64_t org, struct err *) MUST_CHECK;
enum rc report_may_step(struct session *, uint64_t id, enum report_step, struct err *) MUST_CHECK;

/* The one that an org handed up for a period; RC_NOT_FOUND with the sentence where there is none. */
enum rc report_handed_up(struct session *, str name, struct span, uint64_t org, uint64_t *id, struct err *) MUST_CHECK;
/* As it was handed up: its columns, its rows, the lists behind them. */
enum rc report_kept(struct session *, struct arena *, uint64_t id, const struct report **, struct err *) MUST_CHECK;

/* Is every one as it was handed up, and does it add up?  Each that is not is a line. */
enum rc reports_verify(struct session *, void (*say)(void *, str), void *arg, uint64_t *bad, struct err *) MUST_CHECK;

#endif
