/* grid.h - what a screen shows, as cells: views draw here and never on curses, so that every screen
 * is text that a test can read. */
#ifndef UI_GRID_H
#define UI_GRID_H

#include "base/arena.h"

/* What a piece of text is; config/theme.yaml says how that looks. */
enum ink {
	INK_PLAIN, INK_TITLE, INK_LABEL, INK_SELECTED, INK_RED, INK_YELLOW, INK_GREEN,
	INK_DIM, INK_ERROR, INK_NOTICE, INK_KEY, INK_FIELD, INK_GROUP, INK_PAPER, INKS
};

enum { CELL_BYTES = 28 };
struct cell {
	char b[CELL_BYTES]; /* one cluster; n 0 = blank, or the right half of the cell before */
	uint8_t n, cols;    /* cols 0: right half */
	uint8_t ink;
};

struct grid {
	struct arena *a;    /* for what is made while drawing */
	struct cell *cell;
	int rows, cols;
	int at_row, at_col; /* where the terminal's cursor goes */
};

struct box { int row, col, rows, cols; }; /* a part of the grid */

struct grid *grid_new(struct arena *, int rows, int cols);
void grid_clear(struct grid *);
/* Writes s from (row, col) on, at most max columns, whole clusters only, made safe; line ends become
 * blanks.  Returns the columns used. */
int grid_put(struct grid *, int row, int col, int max, str s, enum ink);
int grid_putf(struct grid *, int row, int col, int max, enum ink, const char *fmt, ...)
	PRINTF(6, 7);
/* The same, cut with ".." when it does not fit. */
int grid_fit(struct grid *, int row, int col, int max, str s, enum ink);
void grid_blank(struct grid *, int row, int col, int cols, enum ink);
void grid_cursor(struct grid *, int row, int col);
/* One row without the blanks at its end. */
str grid_line(struct arena *, const struct grid *, int row);

/* s broken into lines of at most cols columns, at '\n' and where it is full: byte offsets of the
 * starts, ended by s.n; returns how many lines (at least 1). */
size_t wrap_lines(struct arena *, str s, int cols, uint32_t **starts);

#endif
