/* table.h - how the tables of lists are written: a row a list, its name, label, what its rows are, its columns. */
#ifndef CORE_LISTS_TABLE_H
#define CORE_LISTS_TABLE_H

#include "core/lists/job.h"

#define LIST(n, lab, t, r, cols) \
	.query.name = n, .query.label = lab, .query.type = t, .query.row = r, .query.columns = cols
#define ABOUT(types) .query.about = types
#define RECORDS(n, lab, t, cols) LIST(n, lab, t, t, cols)

/* What belongs to one record, or all of a type: newest first, or in the order of the index. */
enum rc job_newest(struct job *) MUST_CHECK;
enum rc job_in_order(struct job *) MUST_CHECK;

extern const struct named association_queries[]; /* association.c; ends with one that has no name */

#endif
