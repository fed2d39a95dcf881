/* str.h - slicing, comparing and splitting borrowed text. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"

static inline bool str_is(str s, const char *z)
{
	return str_eq(s, str_of(z));
}
bool str_starts(str s, str prefix);
bool str_ends(str s, str suffix);
/* Byte offset of the first what in s, or -1. */
int str_find(str s, str what);
static inline bool str_has(str s, str what)
{
	return str_find(s, what) >= 0;
}
int str_cmp(str a, str b); /* as memcmp, shorter first */
/* From byte offset at to the end; at is clamped. */
str str_from(str s, uint32_t at);
str str_sub(str s, uint32_t at, uint32_t n);
/* Without blanks, tabs, line ends and U+3000 on both sides. */
str str_trim(str s);

/* The piece before the first sep; *rest moves behind it.  False when *rest is used up (its p is
 * NULL).  An empty string has one empty piece. */
bool str_cut(str *rest, char sep, str *piece);
/* The next run of non-blank bytes (blank, tab, newline, U+3000); false at the end. */
bool str_word(str *rest, str *word);

/* Only ASCII digits, at least one. */
bool str_digits(str s);
/* A decimal number, sign allowed, nothing else around it. */
bool str_int(str s, int64_t *out);

/* The candidate nearest to s (at most 2 edits, fewer than half its characters), or NULL:
 * "did you mean".  Candidates are n C strings, step bytes apart (so they may sit in a table). */
const char *str_nearest(str s, const char *const *first, size_t n, size_t step);

#endif
