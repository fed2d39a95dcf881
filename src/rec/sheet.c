/* sheet.c - what kind of file it is, by its first bytes. */
#include "rec/sheet.h"

#include "base/str.h"

enum rc sheets_read(struct arena *a, str bytes, struct sheets *out, struct err *e)
{
	struct sheet *sheet;
	struct csv_row row;
	struct csv csv;
	str text;
	enum rc rc;

	*out = (struct sheets){ .charset = "xlsx" };
	if (str_starts(bytes, S("PK\x03\x04")) || str_starts(bytes, S("PK\x05\x06")))
		return xlsx_read(a, bytes, out, e);
	TRY(csv_decode(a, bytes, &text, &out->charset, e));
	sheet = vec_add(a, out);
	csv_open(&csv, text);
	while ((rc = csv_next(&csv, a, &row, e)) == RC_OK)
		*vec_add(a, &sheet->rows) = row;
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}
