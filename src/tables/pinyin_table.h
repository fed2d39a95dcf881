/* pinyin_table.h - the shape of the generated table of readings (gen_pinyin.py). */
#ifndef TABLES_PINYIN_TABLE_H
#define TABLES_PINYIN_TABLE_H

#include <stdint.h>

enum { PY_BLOCKS = 3132 };
struct py_chars { uint64_t bits; uint16_t base; };  /* 64 characters: which have readings */
struct py_syllable { char name[7]; uint16_t first; };
struct py_surname { uint32_t c; uint16_t rank; };
struct py_compound { uint32_t a, b; uint16_t ra, rb; };
struct py_simple { uint32_t from, to; };

extern const uint32_t PINYIN_VERSION;
extern const uint16_t py_last;             /* the greatest rank */
extern const uint16_t py_block[PY_BLOCKS]; /* by code point / 64; 0 = none of them */
extern const struct py_chars py_chars[];
extern const uint16_t py_start[];          /* by ordinal of the character: where its ranks are */
extern const uint16_t py_ranks[];
extern const struct py_syllable py_syllables[]; /* in rank order */
extern const struct py_surname py_surnames[];   /* by character */
extern const struct py_compound py_compounds[];
extern const struct py_simple py_simples[];
extern const uint16_t py_nsyllables, py_nsurnames, py_ncompounds, py_nsimples;

#endif
