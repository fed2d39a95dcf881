/* lines.h - lines of text, and the patterns a script holds against them. */
#ifndef LINES_H
#define LINES_H

#include <stdbool.h>
#include <stddef.h>

enum { LINES_MAX = 1000 };

struct lines {
	size_t n;
	char *line[LINES_MAX]; /* parts of one text, which belongs to whoever gave it */
};

/* Cuts text in place; what is beyond LINES_MAX lines stays in the last one. */
void lines_cut(struct lines *l, char *text);

/* A pattern is the line itself, or `~ REGEX`: extended, for the whole line. */
bool line_fits(const char *line, const char *pattern);

/* Line by line; the pattern `...` stands for any number of lines. */
bool lines_fit(const struct lines *got, const struct lines *want);

/* As remarks of TAP. */
void lines_show(const char *title, const struct lines *l);

#endif
