/* look_impl.h - the columns of the look-up index, as their writer and their scanner see them.
 *
 *   look  column u8 | org u40 | chunk u16 -> up to 510 words, little-endian as the machine has them
 *   look  'q' | org u40 | 0               -> address dictionary: one text a line, no. 1 first
 *   look  'n' | org u40 | 0               -> u32 next free row, then freed rows to be used again
 *   look  's' | ...                       -> sum_impl.h
 *   own   family u64                      -> org u64, day u32, its inverse u32, how many rows u32, the rows u32 in the
 *                                            order of its set, then its share of the sums: sum_impl.h
 *
 *   w  four pinyin ranks, the first character in bits 63-48
 *   p  phone, 11 BCD digits; a shorter one has F in front; none = all ones
 *   d  the last 16 digits of the citizen id, BCD, X = A; none = all ones
 *   b  dictionary no. | building+1 | unit+1 | room+1
 *   m  family u40 | flags u8 | kind u8 | level u8; 0 = a free row
 *   t  soft day u24 | due day u24 | file number u16 */
#ifndef STORE_LOOK_IMPL_H
#define STORE_LOOK_IMPL_H

#include "store/impl.h"

enum { LOOK_CHUNK = 510, LOOK_KEY = 8, LOOK_COLUMNS = 6 };
enum { COL_W, COL_P, COL_D, COL_B, COL_M, COL_T };
static const char look_columns[LOOK_COLUMNS + 1] = "wpdbmt";

enum { M_HEAD = 1, M_MEMBER = 2, M_DEAD = 4, M_ALIAS = 8, M_CLOSED = 16, M_SCATTERED = 32 };

/* Values of LMDB are aligned to two bytes only. */
typedef uint64_t word __attribute__((aligned(1), may_alias));

static inline void look_key(unsigned char k[LOOK_KEY], char column, uint64_t org, uint32_t chunk)
{
	k[0] = (unsigned char)column;
	for (int i = 0; i < 5; i++)
		k[1 + i] = (unsigned char)(org >> 8 * (4 - i));
	k[6] = (unsigned char)(chunk >> 8);
	k[7] = (unsigned char)chunk;
}

static inline int look_get(struct snap *v, char column, uint64_t org, uint32_t chunk, MDB_val *out)
{
	unsigned char key[LOOK_KEY];
	MDB_val k = mdb_bytes(key, sizeof key);

	look_key(key, column, org, chunk);
	return mdb_get(v->txn, v->s->db[DB_LOOK], &k, out);
}

#endif
