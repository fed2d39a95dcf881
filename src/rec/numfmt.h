/* numfmt.h - what a number in a workbook was shown as: a day, a time, an amount, digits with their zeros. */
#ifndef REC_NUMFMT_H
#define REC_NUMFMT_H

#include "base/arena.h"

struct numfmt {
	bool year, month, day, clock; /* what of a day and a time it shows; none of them: it is a number */
	uint8_t zeros;                /* 00000000: so many digits at least */
};

/* Of a number format as written, and of those that are known by their numbers alone. */
struct numfmt numfmt_read(str code);
struct numfmt numfmt_known(int id);

/* The number as it was shown.  since1904: days are counted from 1904.  *why says what is wrong with it, "" when nothing
 * is: digits that a number cannot hold, a day that never was. */
str numfmt_text(struct arena *, struct numfmt, str number, bool since1904, str *why);

#endif
