/* import_type.h - records of any one type come in as a sheet: a column a field, by its label or its name; all or nothing. */
#ifndef CORE_EXCHANGE_IMPORT_TYPE_H
#define CORE_EXCHANGE_IMPORT_TYPE_H

#include "core/work/work.h"

/* A row: the record it would make, or why it is refused, with its line in the file. */
struct typed_row { uint32_t line; struct rec *rec; str refused; };
struct typed_rows { VEC(struct typed_row); size_t nrefused; };

/* Reads the sheet (NAME, "" the first); writes nothing.  RC_INVALID: a title that is no field of the type. */
enum rc import_type_read(struct session *, struct arena *, const struct rec_type *, str content, str sheet,
	struct typed_rows *, struct err *) MUST_CHECK;
/* All of them in one commit; a row that the commit refuses is named and nothing is written. */
enum rc import_type_write(struct session *, struct arena *, const struct rec_type *, struct typed_rows *, struct err *)
	MUST_CHECK;

#endif
