/* edit.h - a text being typed: the bytes live here, the screen is only ever painted from them. */
#ifndef UI_EDIT_H
#define UI_EDIT_H

#include "ui/term/grid.h"

struct edit {
	struct arena *a;   /* the view's */
	char *p;
	uint32_t n, cap;
	uint32_t at;       /* the insertion point, at a cluster's start */
	uint32_t max;      /* characters, 0 = no limit */
	bool lines;        /* may hold line ends */
	uint32_t left;     /* first byte shown, one-line texts */
	int goal;          /* column to keep while moving up and down, -1 none */
};

void edit_init(struct edit *, struct arena *, str text, bool lines, uint32_t max);
void edit_set(struct edit *, str text); /* the cursor at the end */
static inline str edit_text(const struct edit *e)
{
	return (str){ e->p, e->n };
}
/* Text that was typed or pasted: what must not be stored is left out, line ends become blanks in a
 * one-line text, a wide space a plain one.  False when the text is full. */
bool edit_insert(struct edit *, str text);
/* Moving, deleting, typing; width is the columns it is shown in (for lines).  True when it was one
 * of its keys.  Up and Down leave the text at its first and last line: false. */
bool edit_key(struct edit *, uint32_t key, int width);
/* Draws it and, when focused, puts the cursor at the insertion point. */
void edit_draw(struct edit *, struct grid *, struct box, enum ink, bool focused);
int edit_rows(const struct edit *, struct arena *, int width); /* lines it takes when wrapped */

#endif
