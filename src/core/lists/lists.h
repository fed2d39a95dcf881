/* lists.h - every list: its name, what its rows are, the window of it that is asked for. */
#ifndef CORE_LISTS_LISTS_H
#define CORE_LISTS_LISTS_H

#include "core/rules/rules.h"

struct row {
	const struct rec *rec;  /* of the page's type, masked like session_get */
	const struct rec_type *type; /* the record it is about, NULL: none */
	uint64_t id;
	enum tone tone;
	str group;              /* heading, Chinese; rows of one group are together; {0} = none */
};
struct page {
	const struct rec_type *type; /* of all its rows: the record itself, or lists/rows.h */
	struct row *row;
	size_t n;
	size_t at;              /* index of row[0] in the whole list */
	size_t total;           /* of the whole list, or of what a filter leaves of it */
	size_t of;              /* what it would be without the filter */
	size_t beyond;          /* how many more there are that the list does not put in order */
	uint64_t tick;
	bool whole;             /* these are all rows, whatever window was asked for */
	bool barred;            /* not for this person: no rows, though there may be some */
};
struct query {
	const char *name;       /* today, families, workers, visits-of, members-of ... */
	const char *label;
	const struct rec_type *type; /* what its rows are about */
	const char *about;      /* the type its argument refers to (org|worker: one of them); NULL: none */
	const struct rec_type *row; /* what its rows are; acts and columns are checked against it */
	const char *columns;    /* fields of a row worth a line of text, "file head state" */
	const char *const *titles; /* of these columns, where they are not what the fields are called; or NULL */
	bool words;             /* takes what was typed, or how to add up */
	bool sums;              /* rows of numbers, which need their titles above them */
};
/* How pressing a state of contact is. */
enum tone due_tone(enum due_state);
const struct query *const *query_all(void); /* NULL-terminated */
const struct query *query_find(str name);
/* All records of a type that are not void, whole, by their numbers: a query of its own. */
const struct query *query_of_type(struct arena *, const struct rec_type *);
/* Is it asked about one record, of this type and no other? */
bool query_is_about(const struct query *, const struct rec_type *);
/* The row's table with the office's own fields. */
const struct rec_type *query_row(struct arena *, const struct office *, const struct query *);

struct ask {
	const struct query *query;
	uint64_t about;         /* 0 = none */
	const struct rec_type *about_type; /* of about where the query takes several; NULL: the first */
	str line;               /* what was typed, for a query that takes words */
	struct span span;       /* the days a board or a past is about; {0} = today */
	str sort;               /* a field of the rows, "-" before it: the greatest first; {0}: the list's order */
	str filter;             /* which rows are meant: filter.c; {0}: all of them */
	const struct field *const *shown; /* what the filter's words are looked for in, under the labels they have
		there; NULL: the query's columns */
	size_t nshown;
	bool near;              /* of records with a unit: my own unit's first, then its street's, then the rest */
	size_t at, n;           /* window wanted; n 0 = as many as there are, at most 100,000 */
};
enum rc session_list(struct session *, struct arena *, const struct ask *, struct page *,
	struct err *) MUST_CHECK;
/* Does ask->filter make sense?  RC_INVALID: a column the list does not have, or a value that is none there. */
enum rc session_may_filter(struct session *, const struct ask *, struct err *) MUST_CHECK;
/* Deals with a reminder: state is a key of WAIVER_STATE.  A day the family does not want comes off its
 * days for good. */
struct due_row;
enum rc session_may_waive(struct session *, const struct due_row *, code state, struct err *) MUST_CHECK;
enum rc session_waive(struct session *, const struct due_row *, code state, struct err *) MUST_CHECK;

#endif
