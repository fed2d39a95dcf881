/* utf8.h - UTF-8 validity, characters, clusters, columns; the only opinion about width.
 *
 * Text is validated at the four doors (keyboard, YAML, CSV/JSON, arguments) and trusted inside.
 * A cluster is what a person calls a character: a base and the marks on it (UAX #29). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

/* Byte offset of the first byte that is not UTF-8, or -1. */
int utf8_bad(str s);
/* Decode the character at s[*at] and move *at behind it.  U+FFFD for a bad byte (moves one). */
uint32_t utf8_next(str s, uint32_t *at);
/* Bytes written to out (1-4). */
uint32_t utf8_put(char out[4], uint32_t c);
uint32_t utf8_count(str s); /* characters, as the domain's s(n) counts */

/* Bytes of the first cluster of s (0 when s is empty), and its columns when cols is not NULL. */
uint32_t utf8_cluster(str s, int *cols);
/* Bytes of the last cluster of s. */
uint32_t utf8_cluster_back(str s);

/* Columns of one character: 0 for marks, 2 for wide, never negative.  Agrees with the wcwidth()
 * that this module defines for ncurses: every plane-2/3 character is
 * wide, ambiguous characters are utf8_ambiguous wide. */
int utf8_width(uint32_t c);
int utf8_cols(str s);
extern int utf8_ambiguous; /* 1, or 2 when the terminal draws them wide */

/* The longest prefix of s in whole clusters that fits cols columns; *used says how many it took. */
str utf8_clip(str s, int cols, int *used);
/* s cut to cols columns with ".." at the end when it had to be cut; in the arena. */
str utf8_fit(struct arena *, str s, int cols);

/* What may go out to a terminal: control characters, bidi overrides, zero-width and tag
 * characters, unassigned ones become a visible substitute; '\n' stays when keep_nl.  The one
 * function for screen and command line.  Returns s itself when clean. */
str safe_text(struct arena *, str s, bool keep_nl);
/* Is c one that must not be stored either (typed or imported)?  C0/C1, bidi, zero width, tags. */
bool utf8_forbidden(uint32_t c);

/* The search form: NFKC, case fold, traditional to simplified, full to half width, no marks. */
str utf8_fold(struct arena *, str s);
/* NFC, trimmed, blanks inside collapsed; free text keeps its full-width punctuation. */
str utf8_clean(struct arena *, str s);
/* For codes, phones, dates: full-width digits, letters and punctuation to ASCII, blanks out,
 * upper case. "２３０４９９ 1958 x" -> "2304991958X". */
str utf8_code(struct arena *, str s);

bool utf8_is_han(uint32_t c); /* 3400-9FFF F900-FAFF 20000-3FFFD and U+3007 */

#endif
