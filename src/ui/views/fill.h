/* fill.h - what one field tells of others: an id holds birth and sex, a certificate kind
 * and grade. */
#ifndef UI_FILL_H
#define UI_FILL_H

#include "rec/rec.h"
#include "rec/text.h"

/* After field f of r was changed: fill in fields of r that are still empty.  True when any was. */
bool fill_from(struct arena *, const struct lex *, const struct rec_type *, const struct field *f,
	struct rec *r);

#endif
