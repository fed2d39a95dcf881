/* import_refused.c - what was refused of a roster as a sheet that can be corrected and imported again. */
#include "core/exchange/import.h"

#include "base/str.h"

enum { LONG_NUMBER = 12 }; /* digits from which on a spreadsheet writes 2.3E+17 */

static void put(struct buf *b, bool first, str cell)
{
	csv_put(b, first, cell, str_digits(cell) && cell.n >= LONG_NUMBER ? CSV_KEEP : 0);
}

static str reasons_of(struct arena *a, const struct import_row *r)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < r->nnotes; i++)
		if (r->note[i].refuses)
			buf_printf(&b, "%s%.*s%s%.*s", b.n ? "；" : "", STR_FMT(r->note[i].where),
				r->note[i].where.n ? "：" : "", STR_FMT(r->note[i].text));
	return buf_view(&b);
}

str import_refused(struct arena *a, const struct import *im)
{
	struct buf b = { .a = a };
	size_t columns = im->titles.n;

	/* A sheet that was refused before has the column already. */
	if (columns && str_eq(im->titles.p[columns - 1], im->reason))
		columns--;
	buf_str(&b, csv_bom);
	for (size_t c = 0; c < columns; c++)
		put(&b, !c, im->titles.p[c]);
	put(&b, !columns, im->reason);
	csv_end(&b);
	for (size_t i = 0; i < im->n; i++) {
		const struct import_row *r = &im->row[i];

		if (r->verdict != ROW_REFUSED)
			continue;
		for (size_t c = 0; c < columns; c++)
			put(&b, !c, c < r->cells.n ? r->cells.cell[c].text : S(""));
		put(&b, !columns, reasons_of(a, r));
		csv_end(&b);
	}
	return buf_view(&b);
}
