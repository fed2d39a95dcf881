/* report.h - reports as an office writes them (config/reports/NAME.yaml): what they count, or which list they are.
 *
 *	title: 亲情关爱工作月报表
 *	period: [month]                  day, month, quarter, half, year; several: it may be asked for any of them
 *	columns:                         of a table: a row a community, its street, all of them
 *	  - {name: begin, title: 期初户数, count: begin}
 *	  - {name: calls, title: 电话, count: visits, when: {mode: ["21", "32"]}}
 *	  - {name: cash, title: 金额, count: gifts, sum: cash}
 *	  - {name: dual_rate, title: 双岗率, share: dual, of: end}
 *	submit: [community, street]      units of which levels hand it up (freeze.h)
 *	balance:                         what must add up in every row
 *	  - {is: end, of: [begin, opened, -closed]}
 *
 *	list: members-in                 instead of counts: a list, and these fields of its rows
 *	rows: visits                     or what a count counts in the period, with its own `when`
 *	when: {mode: home}
 *	columns:
 *	  - {name: age, title: 年龄}
 *
 * A count is a row of counts[] (counts.c).  `when` asks of the record behind it: each field there has one of these codes,
 * meanings or attributes of codes.yaml, or this yes or no.  `sum` adds up a field of it.  A share is a number of other
 * columns; behind it stand those that it lacks. */
#ifndef CORE_LISTS_REPORT_H
#define CORE_LISTS_REPORT_H

#include "core/lists/lists.h"
#include "core/office/means.h"

struct count;
struct kept;
struct condition_of { const struct field *field; struct strs any; };

struct report_column {
	str name, title;
	const struct count *count;    /* NULL: a share, or a field of a list */
	const struct field *sum;      /* of the record that is counted; NULL: they are counted */
	struct condition_of *when;
	size_t nwhen;
	int share, of;                /* columns; -1: it is none */
	const struct field *field;    /* of a list's rows */
};
struct balance { int is; struct { int column, sign; } *part; size_t n; };

struct report {
	str name, title;              /* R05 */
	uint32_t periods;             /* a bit for each enum report_period */
	const struct query *list;     /* these rows, or what this column counts; both NULL: a table of counts */
	const struct report_column *rows;
	struct report_column *column;
	size_t ncolumns;
	struct balance *balance;
	size_t nbalance;
	uint32_t submits;             /* by units of which levels: a bit for each of report_levels */
	str text;                     /* all that its file says, for its sum */
	const struct kept *kept;      /* as it was handed up; NULL: as it is now */
};
/* freeze.c: a report that was handed up. */
struct kept { uint64_t id, org; struct span span; code state; str numbers; bool rules_changed; };
enum { REPORT_LEVELS = 3 };
extern const struct report_level { const char *name; enum means means; } report_levels[REPORT_LEVELS];
enum report_period { REPORT_DAY, REPORT_MONTH, REPORT_QUARTER, REPORT_HALF, REPORT_YEAR, REPORT_PERIODS };

static inline bool report_is_list(const struct report *r)
{
	return r->list || r->rows;
}

enum rc report_load(struct arena *, const struct office *, str name, const struct report **, struct err *)
	MUST_CHECK;
/* The names of all there are, the office's own too, in order; and the problems of a file, as lines. */
struct report_names { VEC(str); };
struct report_names report_all(struct arena *, const struct office *);
bool report_there(struct arena *, const struct office *, str name);
str report_problems(struct arena *, const struct office *, str file);
/* The span a text means (span_parse), RC_INVALID when the report is not of such periods; "": the one that runs on
 * that day. */
enum rc report_period(const struct report *, str text, date today, struct span *, struct err *) MUST_CHECK;

/* What a table is compared with; and the words for it in what a query is asked with. */
enum against { AGAINST_NOTHING, AGAINST_LATER, AGAINST_BEFORE, AGAINST_YEAR, AGAINSTS };
const char *against_word(enum against);  /* later, before, year; "" */
const char *against_label(enum against); /* 和上一期比 */
struct span report_against(struct span, enum against); /* the period before it, or a year ago */

/* The table as a list like any other, asked about an org (0: all one sees) and a span with the way of adding up
 * ("community", "street") and what to compare it with; rows of differences stand behind, and their field `against`
 * says so.  And what stands behind a number, asked about an org: "own", "later", "before", "year" as its row says. */
const struct query *report_query(struct arena *, const struct report *);
const struct query *report_behind(struct arena *, const struct report *, size_t column);
int report_column(const struct report *, str name); /* -1: it has none */

/* What the rows of a table say of one another, a sentence each: balances, and sums level by level. */
struct report_check { str text; bool holds; };
struct report_checks { VEC(struct report_check); };
void report_check(struct arena *, const struct report *, const struct page *, struct report_checks *);

#endif
