/* grid_line.h - what goes over the line between a program whose terminal is a grid (grid_term.c) and
 * the one who plays its person (grid_vth.c): a socket that is the program's input and output. */
#ifndef GRID_LINE_H
#define GRID_LINE_H

#include "ui/term/term.h"

/* To the program: a struct term_event, and behind it ev.text.n bytes of text.  The first one tells
 * the size, as every EV_RESIZE does in row and col. */

/* From the program, whenever it waits: how many events it has had, what it shows, and the last control
 * string it sent, without its beginning and end; behind it rows * cols cells. */
struct grid_news { uint64_t had; int rows, cols, at_row, at_col; char told[256]; };

#endif
