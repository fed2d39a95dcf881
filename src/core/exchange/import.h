/* import.h - a roster comes in: first a plan with one verdict a row, then all of it or nothing.
 *
 * A row tells of a family, its head and perhaps its child.  It is matched by the citizen id, else
 * by name and birth, against the file itself and against the store. */
#ifndef CORE_IMPORT_H
#define CORE_IMPORT_H

#include "core/exchange/map.h"
#include "core/work/work.h"
#include "rec/sheet.h"

enum verdict { ROW_NEW, ROW_SAME, ROW_CHANGED, ROW_TWICE, ROW_REFUSED, ROW_VERDICTS };

struct import_note {
	str where; /* 证件号码（B列）; "" speaks of the whole row */
	str text;
	bool refuses;
};

struct import_row {
	uint32_t line; /* in the file, from 1 */
	enum verdict verdict;
	str name;
	uint64_t family; /* the file it belongs to already, or 0 */
	struct csv_row cells;
	struct import_note *note;
	size_t nnotes;
	struct save *save;
	size_t nsaves;
	bool late; /* refused by the commit itself */
};

struct import_rows { VEC(struct import_row); };

/* A row below the titles that tells of nobody: a footer, the titles again. */
struct import_skip { uint32_t line; str text; };
struct import_skips { VEC(struct import_skip); };

struct import {
	str file;
	const char *charset;
	str sheet;          /* of a workbook of several: the one that was read; "" else */
	struct import_row *row;
	size_t n;
	size_t count[ROW_VERDICTS];
	struct strs titles; /* one a column, "" where it has none */
	struct strs unused; /* those no field takes */
	struct import_skips skipped;
	str reason;         /* the title of the column with the reasons, in the sheet of what was refused */
};

const char *import_verdict(enum verdict); /* 新增 相同 有变化 重复 拒绝 */

/* Read and judge; writes nothing.  content must outlive the plan.  sheet: which one of a workbook, "" = the first whose
 * titles fit; hidden ones are read only when they are named.  Fails only when the file as a whole is no roster. */
enum rc import_families(struct session *, struct arena *, str file, str content, str sheet, struct import **,
	struct err *) MUST_CHECK;
/* Write the new and changed rows in one commit, taken back by one undo.  A row that the commit itself refuses
 * (a right, a record of another row) becomes a refused one, and the others are written without it. */
enum rc import_write(struct session *, struct arena *, struct import *, struct err *) MUST_CHECK;

/* The refused rows as a sheet to be corrected and imported again: the columns of the file, and the reasons
 * behind them.  CSV with a byte order mark. */
str import_refused(struct arena *, const struct import *);

#endif
