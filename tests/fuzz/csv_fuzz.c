/* csv_fuzz.c - any bytes as a roster: every row has a place, and what is written reads back. */
#include "base/str.h"
#include "base/utf8.h"
#include "rec/csv.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	const char *charset;
	struct csv csv;
	struct csv_row row;
	struct err e;
	str text;

	if (csv_decode(&a, (str){ (const char *)data, (uint32_t)size }, &text, &charset, &e) == RC_OK) {
		if (utf8_bad(text) >= 0)
			abort();
		csv_open(&csv, text);
		while (csv_next(&csv, &a, &row, &e) == RC_OK)
			for (size_t i = 0; i < row.n; i++)
				if (row.cell[i].line < row.line || row.cell[i].col == 0)
					abort();
	}
	arena_free(&a);
	return 0;
}
