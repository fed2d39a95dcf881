/* print.h - screens as plain text: the same cards and lists without a terminal. */
#ifndef UI_PRINT_H
#define UI_PRINT_H

#include "base/buf.h"
#include "core/session.h"

/* The screen NAME (screens/NAME.yaml), a card about one record, as lines of at most cols columns
 * (0: 80). */
enum rc ui_print(struct session *, str name, uint64_t id, int cols, struct buf *out, struct err *)
	MUST_CHECK;

#endif
