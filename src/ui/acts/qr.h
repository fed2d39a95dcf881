/* qr.h - a text as a QR code (GB/T 18284), drawn with half blocks: two rows of modules a line. */
#ifndef UI_QR_H
#define UI_QR_H

#include "ui/term/grid.h"

struct qr {
	int side;            /* modules, with the quiet zone around them; 0: there is none */
	const bool *dark;    /* side * side */
};

/* In the arena; the least redundancy, so that it is small.  side 0 where the text is too long. */
struct qr qr_make(struct arena *, str text);
int qr_rows(const struct qr *);
void qr_draw(const struct qr *, struct grid *, int row, int col);

#endif
