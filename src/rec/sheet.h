/* sheet.h - a file of rows as people send it: CSV, or a workbook with its sheets. */
#ifndef REC_SHEET_H
#define REC_SHEET_H

#include "base/vec.h"
#include "rec/csv.h"

struct csv_rows { VEC(struct csv_row); };
struct sheet { str name; bool hidden; struct csv_rows rows; }; /* name "": of a CSV, its only one */
struct sheets {
	VEC(struct sheet);
	const char *charset; /* UTF-8, GB18030 ..., xlsx */
};

/* All rows of all sheets, in their order and without the empty ones; their strings borrow from bytes or live in the
 * arena.  RC_INVALID with a sentence: no such file, a broken one, one that is out of measure. */
enum rc sheets_read(struct arena *, str bytes, struct sheets *, struct err *) MUST_CHECK;

/* xlsx.c, for the above */
enum rc xlsx_read(struct arena *, str bytes, struct sheets *, struct err *) MUST_CHECK;

#endif
