/* table.h - a sheet to be written: titles and typed cells, as CSV or as a workbook.
 *
 * Every cell has its words, for CSV and people; what is a number, a day or an amount of money is one in a workbook
 * too.  Numbers of people and telephones are words, so that no spreadsheet takes digits away from them. */
#ifndef REC_TABLE_H
#define REC_TABLE_H

#include "base/buf.h"
#include "rec/text.h"

enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_MONEY, CELL_DAY, CELL_MOMENT, CELL_SHARE, CELL_KINDS };

struct tcell {
	uint8_t kind;
	double n;  /* all but CELL_TEXT: yuan; days as spreadsheets count them, from 1900; a share of 1 */
	str s;     /* the words; "" is an empty cell, whatever its kind */
};

struct table {
	str title;             /* 全部家庭 */
	str under;             /* who and when, below the title; "" = none */
	str footer;            /* number, person, time, purpose: the last row, and below every printed page */
	str mark;              /* the short form of it, for the printed pages */
	str author;
	const str *head;       /* one a column */
	struct tcell *cell;    /* row after row */
	size_t ncols, nrows;
};

/* A value as what a cell says of it; f as in its own table, but numbers without their unit and days with their
 * year. */
struct tcell table_cell(const struct lex *, struct arena *, const struct field *, val);
struct tcell table_day(struct arena *, date);

/* CSV, its footer the last row.  flags: CSV_KEEP or CSV_TAB for digits that are no amounts. */
str table_csv(struct arena *, const struct table *, int flags);
/* A workbook of one sheet: the title, the head that stays, A4 across, page numbers.  path is made anew or written
 * over; scratch: a directory of our own for what does not fit into memory, gone when this returns.  RC_IO: nothing of
 * use was written. */
enum rc table_xlsx(struct arena *, const struct table *, const char *path, const char *scratch, struct err *)
	MUST_CHECK;

#endif
