/* export.h - a list leaves the office as a sheet: what the person sees of it and no more, with a number, for a
 * purpose and a recipient that stand in the log before there is a file.
 *
 * Personal information law (个人信息保护法) articles 23, 25, 54: nothing is given away without a purpose, to whom
 * it went is kept. */
#ifndef CORE_EXPORT_H
#define CORE_EXPORT_H

#include "core/lists/lists.h"
#include "core/work/work.h"

enum export_format { EXPORT_XLSX, EXPORT_CSV, EXPORT_GB18030, EXPORT_FORMATS };

/* field NULL: what names the record of the row. */
struct export_column { const struct field *field; str title; };

struct export {
	const struct query *query;
	const struct page *page;       /* the rows as they stand, masked */
	const struct export_column *column;
	size_t ncolumns;
	const struct rec_type *of;     /* the record the list is about; NULL: none */
	uint64_t id;
	struct span span;              /* {0}: of today */
	str purpose, recipient;        /* neither may be empty */
	enum export_format format;
	int flags;                     /* of CSV, rec/csv.h: CSV_KEEP, CSV_TAB */
};
struct exported {
	str bytes;                     /* of the file */
	str name;                      /* it should have: 全部家庭-123-周敏-20260506-0900.xlsx; no families' names */
	uint64_t number;               /* of its entry in the log */
};

/* The columns of a list by name, or those it is printed with; name stands for what names the record.  RC_INVALID
 * when there is no such field. */
enum rc export_columns(struct arena *, const struct query *, const struct rec_type *row, str names,
	struct export_column **, size_t *n, struct err *) MUST_CHECK;
/* Checks the right, writes the entry of the log, makes the file.  In this order: what could not be made was
 * logged, what was not logged is not made. */
enum rc export_make(struct session *, struct arena *, const struct export *, struct exported *, struct err *)
	MUST_CHECK;
/* What a file that leaves is called: 全部家庭-123-周敏-20260506-0900.xlsx; the label names no family. */
str export_name(struct session *, struct arena *, str label, uint64_t number, const char *ending);
/* Writes it into a directory, "" = the outbox of the data directory, under its own name; *path says where. */
enum rc export_keep(struct session *, struct arena *, const struct exported *, str dir, str *path, struct err *)
	MUST_CHECK;
/* All of it into an open file. */
enum rc export_pour(const struct exported *, int fd, const char *path, struct err *) MUST_CHECK;

#endif
