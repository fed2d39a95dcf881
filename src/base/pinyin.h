/* pinyin.h - how characters are read: all readings, surnames, initials, and one sort order.
 *
 * Every (character, toneless reading) pair has a rank: 1 .. PY_LAST in the order syllable, tone,
 * strokes, code point.  So a syllable, and every prefix of letters, is one contiguous run of
 * ranks, and comparing ranks compares names as people expect (曾 as a surname under zeng).
 * The table is generated (src/tables/); PINYIN_VERSION changes with it, and stored ranks made
 * with another version are rebuilt. */
#ifndef BASE_PINYIN_H
#define BASE_PINYIN_H

#include "base/arena.h"

enum { PY_NONE = 0, PY_OTHER = 0xFFFE, PY_READINGS = 8 };
extern const uint32_t PINYIN_VERSION;

struct run { uint16_t lo, hi; }; /* ranks, inclusive; lo > hi is empty */

/* The ranks of c's readings, the one of ordinary words first; returns how many (0 = unknown). */
size_t pinyin_ranks(uint32_t c, uint16_t out[PY_READINGS]);
/* The syllable a rank belongs to: "zeng"; lü is "lv". */
const char *pinyin_syllable(uint16_t rank);
/* All readings that start with these letters ("z", "zh", "zhen"); "l" and "lu" include lv. */
struct run pinyin_prefix(str letters);
/* Exactly this syllable; {1, 0} when there is none.  "lv" and "lu" are two. */
struct run pinyin_exact(str syllable);

/* Ways to cut letters into syllables ("xian" = xian | xi an), the last may be unfinished.
 * Writes at most max cuts; each is the syllables' lengths, zero-terminated. */
enum { PY_CUT = 12 };
size_t pinyin_cuts(str letters, uint8_t cuts[][PY_CUT], size_t max);

/* A personal name, read as a name: the surname by the surname table (单 shan, 尉迟 yu chi). */
enum { PY_NAME = 24 };
struct pyname {
	size_t n;                               /* characters that count (·, blanks left out) */
	uint32_t ch[PY_NAME];
	uint8_t readings[PY_NAME];              /* how many each has; 0 = not a known character */
	uint16_t rank[PY_NAME][PY_READINGS];    /* the chosen reading first */
	uint8_t surname;                        /* characters of the surname, 0 when unknown */
};
void pinyin_name(str name, struct pyname *out);
str pinyin_initials(struct arena *, str name); /* 王秀兰 -> wxl, ASCII letters kept */
str pinyin_full(struct arena *, str name);     /* wang xiu lan */
/* memcmp order of names: 2 bytes big-endian rank a character, then 0 0, then the UTF-8. */
str pinyin_key(struct arena *, str name);

/* Traditional (and variant) to simplified; c itself when there is none. Search keys only. */
uint32_t pinyin_simple(uint32_t c);

#endif
