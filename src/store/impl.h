/* impl.h - what the files of store/ share and nobody else may see. */
#ifndef STORE_IMPL_H
#define STORE_IMPL_H

#include "base/vec.h"
#include "store/guard.h"
#include "store/store.h"

/* meta: text keys (format, derived, counters) | rec: type u8, id u56 -> sum u64, bytes
 * idx: type u8, index u8, key fields, id u56 -> cover values | own: family id u64 -> its rows and share
 * look: column u8, org u40, chunk u16 -> at most 510 words; 'q', org -> address dictionary; 's', place -> sums
 * log: number u64 -> entry.  All integers big-endian in keys.  key.h has the bytes. */
enum db { DB_META, DB_REC, DB_IDX, DB_OWN, DB_LOOK, DB_LOG, DB_COUNT };

/* A place in a tree that a walk of this snapshot stands on; used again by later walks. */
struct slot { MDB_cursor *mc; MDB_dbi db; bool busy, stale; };

struct snap {
	struct store *s;
	MDB_txn *txn;
	bool live;    /* between open and close */
	bool writing; /* the view of a running commit */
	struct arena places;
	struct { VEC(struct slot); } slots;
};

/* index.c: gives back all places, and for good before the transaction or the environment ends. */
void slots_rest(struct snap *);
void slots_drop(struct snap *);

struct store {
	MDB_env *env;
	MDB_dbi db[DB_COUNT];
	struct snap snap; /* the parked reader */
	const struct schema *schema;
	const char *dir;
	bool read_only;
	bool writing;  /* between the beginning and the end of a write: for what errors say */
	uint64_t derived, rules; /* version of what is derived, and of the sums, as they were when this was opened */
	int failed;    /* the last LMDB error since a write began; 0 = none */
	int lock_fd;   /* write.lock, the deadline lock in front of LMDB's own */
	int watch_fd;  /* inotify */
	str warning;  /* disk nearly full, or "" */
	int64_t swept; /* when stale readers were last looked for, by clock_ms() */
};

static inline MDB_val mdb_bytes(const void *p, size_t n)
{
	return (MDB_val){ n, (void *)(uintptr_t)p };
}

/* An LMDB or system error as a sentence: what was being done, what to do.  Asks the disk whether it
 * is full. */
enum rc db_fail(struct store *, struct err *, int mdb_rc);

/* look.c, inside a write transaction: make the family's rows be set's (set->org 0 removes them).
 * Writes only the words that differ.  Its share goes with them; what that changes of the sums is added to
 * sums. */
struct pieces;
enum rc look_apply(struct snap *, struct arena *, uint64_t family, const struct lookset *set,
	const struct share *, struct pieces *, struct err *) MUST_CHECK;
/* own.c: the day the family's rows were derived for; 0: it has none. */
enum rc look_day(struct snap *, struct arena *, uint64_t family, date *on, struct err *) MUST_CHECK;
/* look.c: does the index hold exactly set's rows for this family, and its share (NULL: whatever it is)?  One
 * line per difference. */
enum rc look_verify(struct snap *, struct arena *, uint64_t family, const struct lookset *set,
	const struct share *, void (*say)(void *, str), void *arg, uint64_t *bad, struct err *) MUST_CHECK;
/* look.c: rows that belong to no family, rows used twice, columns of different length, free rows that
 * are not free. */
enum rc look_sweep(struct snap *, void (*say)(void *, str), void *arg, uint64_t *bad, struct err *)
	MUST_CHECK;

#endif
