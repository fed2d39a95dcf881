/* assignment.h - the only answers to "is this the contact person on that day". */
#ifndef CORE_RECORDS_ASSIGNMENT_H
#define CORE_RECORDS_ASSIGNMENT_H

#include "core/records/types.h"
#include "rec/code.h"

/* Is the worker there on that day: come, and not gone?  The first and the last day are days of work.
 * NULL, a worker nobody knows, never is. */
bool worker_in_post(const struct worker *, date on);
/* Does the arrangement run on that day, first and last day included, whoever is there to keep it?
 * For what is shown and ended. */
bool assignment_runs(const struct assignment *, date on);
/* Does this worker hold the post on that day: the arrangement runs, and they are there? */
bool assignment_holds(const struct assignment *, const struct worker *, date on);

/* Is somebody of this unit the right one for the post in a family of this community?  The street post is
 * the community's own street office's.  Communities stand in for one another: a community post that is
 * held from elsewhere is held, and reminded of. */
bool post_fits(const struct codebook *, code post, const struct org *unit, const struct org *home);

#endif
