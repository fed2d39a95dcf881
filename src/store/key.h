/* key.h - the byte layout of every key, on one page.
 *
 *   rec   type u8 | id u56                        -> checksum u64 | encoded record
 *   idx   type u8 | index u8 | key fields | id u56 -> cover values
 *   own   family u64                               -> own.c
 *   look  column u8 | org u40 | chunk u16          -> look.c
 *   look  's' | place u64 | person u64             -> sum.c
 *   look  'o' | family u64                         -> sumread.c
 *   log   number u64                               -> encoded entry
 *   meta  text                                     -> u64
 *
 * Integers are big-endian.  A key field of a number kind is 8 bytes with the sign flipped (unset:
 * zeros, before everything); text is its bytes, at most KEY_TEXT, and a 0; a personal name is its
 * pinyin key and a 0. */
#ifndef STORE_KEY_H
#define STORE_KEY_H

#include "base/buf.h"
#include "store/impl.h"

enum { KEY_TEXT = 120, REC_KEY = 8, SUM = 8 };

void put_be(struct buf *, uint64_t v, int size);
uint64_t get_be(const void *p, int size);

void key_rec(unsigned char out[REC_KEY], const struct rec_type *, uint64_t id);
/* One key field of an index. */
void key_field(struct buf *, const struct field *, val);
/* Reads it back and moves *in behind it; text of names is not kept (s is empty). */
val key_field_get(str *in, const struct field *);

/* SipHash-2-4 under a fixed key: not a secret, a checksum over key and content. */
uint64_t checksum(const void *key, size_t nkey, str content);

/* A copy of the entry of index no. i for a record; false when its first key field is not set. */
bool index_entry(struct arena *, const struct rec_type *, size_t i, const struct rec *, str *key,
	str *value);

#endif
