/* csv.h - RFC 4180 records with their positions, and a writer whose cells a spreadsheet leaves alone.
 *
 * Reading undoes what spreadsheets need to keep long numbers whole (="2304...", a leading tab, the
 * writer's own guard), so that callers see what was meant. */
#ifndef REC_CSV_H
#define REC_CSV_H

#include "base/buf.h"
#include "base/err.h"

struct cell {
	str text;           /* unquoted; borrows from the text, or lives in the arena */
	uint32_t line, col; /* where it starts, from 1; col counts characters */
	str bad;            /* of a workbook: why it says nothing that can be used; "" else */
};

struct csv {
	str text;       /* UTF-8 */
	char sep;       /* , ; or tab */
	uint32_t at;    /* the next record starts here */
	uint32_t line;  /* and it stands on this line */
	uint32_t begin; /* offset of the first byte of that line */
};

struct csv_row {
	struct cell *cell;
	size_t n;
	uint32_t line; /* where the record starts; a quoted cell may hold further lines */
	bool hidden;   /* of a workbook */
};

/* Bytes of a file to UTF-8: a byte order mark decides, then strict UTF-8, then GB18030.  charset
 * gets the name for reports.  Refuses what is no text (a workbook, a picture). */
enum rc csv_decode(struct arena *, str bytes, str *text, const char **charset, struct err *)
	MUST_CHECK;

/* UTF-8 to the bytes of another charset.  RC_INVALID when it has no such character. */
enum rc csv_encode(struct arena *, str text, const char *charset, str *bytes, struct err *) MUST_CHECK;

/* The separator is the one that the first line with any has most of. */
void csv_open(struct csv *, str text);
/* The next record that is not an empty line; RC_NOT_FOUND (e untouched) at the end.  RC_INVALID
 * says line and character of a broken quote. */
enum rc csv_next(struct csv *, struct arena *, struct csv_row *, struct err *) MUST_CHECK;

enum {
	CSV_KEEP = 1,   /* write ="..." so that a spreadsheet keeps all digits of a number that is no amount */
	CSV_TAB = 2,    /* the same by a tab in front of them */
	CSV_AMOUNT = 4, /* it is one: -5 is no formula */
};
/* One more cell of the row being built; first says it opens the row. */
void csv_put(struct buf *, bool first, str cell, int flags);
void csv_end(struct buf *); /* CR LF */
extern const str csv_bom;   /* in front of everything: then spreadsheets read UTF-8 */

#endif
