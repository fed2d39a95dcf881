/* write.h - one commit as seen by the files that carry it out; inside the write transaction. */
#ifndef STORE_WRITE_H
#define STORE_WRITE_H

#include "store/impl.h"

/* index.c: make the entries of a record that was be those of the record that is (either NULL). */
enum rc index_update(struct snap *w, struct arena *, const struct rec_type *,
	const struct rec *was, const struct rec *is, struct err *) MUST_CHECK;

/* admin.c: a type of the schema, or NULL. */
const struct rec_type *type_tagged(const struct snap *, uint8_t tag);
const struct rec_type *type_named(const struct snap *, str name);

/* log.c: numbers, chains and writes an entry; en->commit is set to its number when unset. */
enum rc log_append(struct snap *w, struct arena *, struct entry *, struct err *) MUST_CHECK;
enum rc log_last_of(struct snap *, const struct rec_type *, uint64_t id, uint64_t *number,
	struct err *) MUST_CHECK; /* 0 = none */
bool log_chain_holds(struct arena *, const struct entry *previous, struct entry *);

/* apply.c: all operations of a commit, then the look-up rows of the families they touched. */
enum rc apply_commit(struct snap *w, struct arena *, struct commit *, struct err *) MUST_CHECK;
/* Puts is in now's place (NULL: makes it), its index entries and its log entry too; unchecked. */
enum rc apply_raw(struct snap *w, struct arena *, struct commit *, struct op *, const struct rec *now,
	const struct rec *is, struct err *e) MUST_CHECK;
struct keeping;
enum rc apply_derive(struct snap *w, struct arena *, uint64_t family, struct keeping *sums, struct err *)
	MUST_CHECK;

/* refs.c: does everything point at what stands that this commit has written? */
enum rc refs_stand(struct txn *, struct err *) MUST_CHECK;

/* lock.c: the deadline lock in front of LMDB's own. */
enum rc lock_take(int fd, struct err *) MUST_CHECK;
void lock_give(int fd);

/* store.c: runs job in a write transaction behind the lock, and commits when it says RC_OK. */
enum rc store_write(struct store *, enum rc (*job)(struct snap *w, void *arg, struct err *),
	void *arg, struct err *) MUST_CHECK;

#endif
