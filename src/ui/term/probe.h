/* probe.h - asking the terminal, before curses starts, how it draws what we send. */
#ifndef UI_PROBE_H
#define UI_PROBE_H

#include "base/base.h"

struct probe {
	bool answered;
	bool utf8;      /* a two-byte character took one column */
	int ambiguous;  /* columns of U+00B7: 1 or 2 */
	str typed;      /* keys that came in between; in a static buffer */
};

/* One round trip; gives up after wait_ms. */
struct probe probe_terminal(int in, int out, int wait_ms);

#endif
