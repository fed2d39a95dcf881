/* sum_impl.h - shares and sums as the files that keep them see them.
 *
 *   own   family u64, behind its rows          -> its share: varint place, then its stages
 *   look  's' | place u64 | person u64         -> the sums, as stages; person 0: the whole place
 *   look  'o' | family u64                     -> nothing: it stands in no sum, see snap_owed()
 *
 * Stages: zigzag day of the first, varint days since the one before; varint number of persons + 1 and their
 * numbers, 0: those of the stage before; varint bits of the numbers that change, and by how much, zigzag. */
#ifndef STORE_SUM_IMPL_H
#define STORE_SUM_IMPL_H

#include "base/buf.h"
#include "store/impl.h"

enum { SUM_KEY = 17, OWED_KEY = 9 };

static inline void sum_key(unsigned char key[SUM_KEY], uint64_t place, uint64_t person)
{
	key[0] = 's';
	for (int i = 0; i < 8; i++) {
		key[1 + i] = (unsigned char)(place >> 8 * (7 - i));
		key[9 + i] = (unsigned char)(person >> 8 * (7 - i));
	}
}

/* ---- bytes: stage.c ------------------------------------------------------------------------- */

/* Bytes being read; what is cut off or makes no sense is broken, and stays so. */
struct bytes { const unsigned char *p, *end; bool broken; };

static inline struct bytes bytes_of(const void *p, size_t n)
{
	return (struct bytes){ p, (const unsigned char *)p + n, false };
}

/* A damaged number may be any; it is told of, and must do no harm. */
static inline int32_t plus(int32_t a, int32_t b)
{
	return (int32_t)((uint32_t)a + (uint32_t)b);
}

static inline int32_t minus(int32_t n)
{
	return (int32_t)(0 - (uint32_t)n);
}

/* By what differs from the stage before; NULL: the first. */
void put_stage(struct buf *, const struct stage *before, const struct stage *);
/* *s is the stage before, and becomes the next one. */
void get_stage(struct bytes *, struct arena *, bool first, struct stage *s);
/* The stage of a day; one of nothing when they begin later.  False: broken. */
bool stage_on(struct bytes *, struct arena *, date on, struct stage *);
enum rc sums_broken(struct snap *, struct err *);
/* Nothing for a share of nothing. */
str share_encode(struct arena *, const struct share *);
enum rc share_decode(struct snap *, struct arena *, str, struct share *, struct err *) MUST_CHECK;
/* What a share, as bytes, says of a day; *place 0: nothing. */
enum rc share_on(struct snap *, struct arena *, str share, date on, uint64_t *place, struct stage *out,
	struct err *) MUST_CHECK;

/* ---- sums: sum.c ------------------------------------------------------------------------------- */

/* What changes of the sums: numbers that somebody counts for more, or less, from a day on. */
struct piece { uint64_t place, person; int32_t day, what, n; };
struct pieces { struct arena a; VEC(struct piece); size_t settle_at; };
enum { PIECES_MOST = 1 << 18 }; /* so many may wait to be written */
/* A writer at work: does it go by the settings that the sums are kept by, and what it changes of them. */
struct keeping { bool ours; struct pieces pieces; };

/* A share takes the place of another, which may be an older one of the same family. */
void pieces_change(struct pieces *, const struct share *was, const struct share *is);
/* Writes them into the sums, and begins anew. */
enum rc pieces_write(struct snap *w, struct pieces *, struct err *) MUST_CHECK;
/* Are these, all together, the sums?  One line per difference. */
enum rc pieces_verify(struct snap *, struct pieces *, void (*say)(void *, str), void *arg, uint64_t *bad,
	struct err *) MUST_CHECK;

/* ---- whose they are: sumread.c ------------------------------------------------------------------- */

/* In meta: by which rules the sums are kept, 0: nobody's; and ours, 0: we have none. */
#define SUMS_RULES "sums"
uint64_t sums_rules(const struct schema *);
/* Are the sums kept by these rules?  Inside a write transaction: they are, from now on, and tell of days from
 * this one on; and a family is owed, or no longer. */
enum rc sums_ours(struct snap *, bool *yes, struct err *) MUST_CHECK;
enum rc sums_from(struct snap *, date *, struct err *) MUST_CHECK;
enum rc sums_begin(struct snap *w, struct err *) MUST_CHECK;
enum rc sums_tell(struct snap *w, date from, struct err *) MUST_CHECK;
enum rc sums_owe(struct snap *w, uint64_t family, bool owed, struct err *) MUST_CHECK;

#endif
