/* table.h - what the files of a report share: its rows while they are counted, and the things that were counted. */
#ifndef CORE_LISTS_REPORT_TABLE_H
#define CORE_LISTS_REPORT_TABLE_H

#include "core/lists/reports/facts.h"
#include "core/lists/reports/report.h"

/* One thing that was counted. */
struct item {
	uint64_t id, family;
	int64_t amount;        /* what it adds */
	const struct rec *rec; /* as it was at the end of the period; NULL: as it is now */
};
struct items { VEC(struct item); };

/* One row: a part of the tree, its numbers, and what was counted for each when that is asked for. */
enum tier { TIER_LOW, TIER_STREETS, TIER_WHOLE, TIERS };
struct line {
	struct part part;
	enum tier tier;
	int64_t *n;            /* a number for each column; of shares none */
	struct items *of;      /* or NULL */
	str name;              /* of the org; {0}: as it is called now */
};
struct lines_of { VEC(struct line); };
struct counting {
	const struct report *report;
	bool by_street, items;
	str within;            /* the code of an org: its part alone; "" = all that one sees */
};
/* Communities, then their streets where there are several, then all of them: each level counted by itself. */
enum rc lines_count(struct job *, const struct facts *, const struct counting *, struct lines_of *) MUST_CHECK;
/* The line of the same part and level, or NULL. */
const struct line *line_like(const struct lines_of *, const struct line *);
uint32_t report_sources(const struct report *);
/* Does a column count this, in that part? */
bool column_counts(const struct facts *, const struct report_column *, const struct fact *, struct part);
struct item column_item(const struct report_column *, const struct fact *);

/* One more row of the page.  A difference has no shares. */
union cell { num n; money m; ratio r; };
struct table_row { struct org o; flag own; str against; union cell cell[]; };
enum rc line_show(struct job *, const struct report *, const struct line *, enum against, const char *group)
	MUST_CHECK;
/* And those that tell a difference: than, where it is anything. */
enum rc lines_differ(struct job *, const struct report *, const struct lines_of *now, const struct lines_of *than,
	enum against) MUST_CHECK;

/* What the words a table, or a list behind a number, is asked with mean: "street before", "own". */
struct words { bool by_street, own; enum against against; };
struct words words_read(str);
str within_of(struct job *); /* the code of the org that is asked about; "" = none */

/* kept.c: the report's rows as they were handed up, with what was counted. */
enum rc kept_lines(const struct report *, struct arena *, struct lines_of *, struct err *) MUST_CHECK;
enum rc kept_columns(struct report *, struct arena *, str numbers, struct err *) MUST_CHECK;
str kept_write(struct arena *, const struct report *, const struct lines_of *);
enum rc job_kept(struct job *) MUST_CHECK;
/* behind.c */
enum rc job_behind(struct job *) MUST_CHECK;
enum rc job_rows(struct job *) MUST_CHECK;

#endif
