/* clean.h - what a cell or a field was meant to say, by its kind, before anybody checks it.
 *
 * The one place that knows what keyboards, spreadsheets and other programs leave in a text: marks
 * nobody sees, line breaks, full-width forms, guards against formulas, look-alike letters, times of day
 * behind days, words for nothing.  Idempotent: what is clean stays as it is. */
#ifndef REC_CLEAN_H
#define REC_CLEAN_H

#include "rec/code.h"
#include "rec/rec.h"

/* What was done that the reader of a report should know of. */
enum cleaned {
	CLEANED_EMPTY = 1,   /* a word for nothing, of the table NOTHING */
	CLEANED_LETTER = 2,  /* × or a foreign letter taken for the X of an id */
	CLEANED_SERIAL = 4,  /* a spreadsheet's number of a day, counted from 1900 */
	CLEANED_TIME = 8,    /* a time of day that a day has no room for */
	CLEANED_DECIMAL = 16,/* 1958.1: January, or October that lost its last digit */
};

/* sheet: the text was read from a file, where a number may stand for a day.  nothing may be NULL.
 * *did gets the CLEANED_ bits. */
str clean_text(struct arena *, const struct field *, str in, bool sheet,
	const struct code_table *nothing, unsigned *did);

/* Is the text a word for nothing? */
bool clean_is_nothing(struct arena *, str text, const struct code_table *nothing);

/* Without its blanks, wherever they stand between two Chinese characters: 王　芳, 梧桐 社区. */
str clean_unspaced(struct arena *, str in);

#endif
