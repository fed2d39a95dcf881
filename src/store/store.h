/* store.h - the only door to LMDB.  One function writes: store_commit().
 *
 * Rules, each with an accident behind it: default sync flags, no
 * DUPSORT, no snapshot open while we wait for a key, no pointer into the map leaves store/, a
 * deadline lock before the write transaction, map 16 GiB, readers 1024, created in a side
 * directory and renamed. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "rec/rec.h"
#include "store/look.h"
#include "store/sum.h"

struct store;

/* What the core adds: which types there are, and what a family contributes to the look-up index and to the
 * sums.  derive() runs inside the write transaction after all operations, once for every family that
 * one of them touched; it must depend on the view, on out->on and on the rules alone.  out->on unset means
 * today, and is set: what is due depends on who holds a post on a day, with or without a commit.  share is
 * NULL when nobody asks.  Records of no family may matter to many: concerns() says to which. */
struct schema {
	const struct rec_type *const *types; /* NULL-terminated */
	const struct lex *lex;
	enum rc (*derive)(void *ctx, struct snap *view, struct arena *, uint64_t family,
		struct lookset *out, struct share *, struct err *);
	enum rc (*concerns)(void *ctx, struct snap *view, struct arena *, const struct rec_type *,
		const struct rec *was, const struct rec *is, struct families *out, struct err *);
	str rules;                          /* the settings that shares depend on; "": there are no shares */
	void *ctx;
	const struct numbering *counters;   /* ends with a NULL type; may be NULL */
	const struct migration *migrations; /* ends with a NULL run; NULL: none yet */
};

/* A text field whose values were numbered with view_next("name:GROUP"): letters, GROUP, -, number. */
struct numbering { const char *type, *field, *name; };

/* Makes data of format `from` data of format from + 1; the last row's is what this program writes.
 * At the first opening that may write, in one transaction with all later ones: a step that fails
 * leaves the old data as they were.  w may be read, walked and written like a commit's view; derived
 * data are built again afterwards.  Each step is an entry of the log. */
struct migration {
	uint64_t from;
	const char *what;   /* for the log */
	enum rc (*run)(void *ctx, struct snap *w, struct arena *, struct err *);
};

/* Only inside a migration: was becomes is, unchecked, with its entry in the log. */
enum rc migrate_record(struct snap *w, struct arena *, const struct rec_type *, struct rec *was,
	struct rec *is, struct err *) MUST_CHECK;

struct store_opts {
	const char *dir;
	bool read_only;
	const struct schema *schema;
};

/* Creates a store (refuses when there is one); nothing else ever creates.  fill (may be NULL) gets
 * schema's ctx and the store, open and empty; only what it filled appears, whole, under its name. */
enum rc store_create(const char *dir, const struct schema *,
	enum rc (*fill)(void *ctx, struct store *, struct err *), struct err *) MUST_CHECK;
bool store_exists(const char *dir);
/* Refuses with what to do: not there, another format, damaged, directory not ours, disk full. */
enum rc store_open(struct arena *, const struct store_opts *, struct store **, struct err *)
	MUST_CHECK;
/* Builds what is derived again where this program, or these settings, derive it in another way than those
 * that wrote it; to be called once derive() can work. */
enum rc store_refresh(struct store *, struct err *) MUST_CHECK;
void store_close(struct store *);
str store_warning(const struct store *);        /* disk nearly full ..., or "" */
bool store_is_read_only(const struct store *); /* asked for, or the disk is full */

/* ---- reading -------------------------------------------------------------------------------
 * A snapshot is opened, read and closed between two key presses.  What it returns lives in the
 * caller's arena.  Snapshots do not nest (asserted), except inside store_commit()'s hooks, which
 * are handed the view of the running transaction. */
enum rc snap_open(struct store *, struct snap **, struct err *) MUST_CHECK;
void snap_close(struct snap *);

/* Grows with every commit by any process.  A screen remembers the tick of the snapshot it drew
 * and is stale while store_tick() differs; never remember store_tick() itself. */
uint64_t snap_tick(const struct snap *);
uint64_t store_tick(const struct store *); /* a memory read, no lock */
int store_fd(struct store *);              /* inotify: readable when data changed; read by: */
void store_drain(struct store *);

enum rc snap_get(struct snap *, struct arena *, const struct rec_type *, uint64_t id,
	struct rec **, struct err *) MUST_CHECK; /* RC_NOT_FOUND */

/* Walk an index in order.  prefix: values for the first nprefix key fields; from (may be NULL): a
 * value the next key field must not come before (after, when backward).  each() gets the id, the
 * values of all key fields and then the cover fields, valid until it returns; false stops. */
struct walk {
	const struct rec_type *type;
	const char *index;
	const val *prefix;
	size_t nprefix;
	const val *from;
	bool backward;
	bool (*each)(void *arg, uint64_t id, const val *v);
	void *arg;
};
enum rc snap_walk(struct snap *, const struct walk *, struct err *) MUST_CHECK;

/* The same, entry by entry, as sparse records: number, key fields and cover fields are set, the rest is
 * not.  The order of an index's fields is nobody's business but its own.
 *
 *	struct cursor c;
 *	const struct rec *r;
 *	enum rc rc;
 *
 *	TRY(cursor_open(view, a, &(struct walk){ .type = &assignment_type, .index = "worker",
 *		.prefix = &VAL_REF(worker), .nprefix = 1 }, &c, e));
 *	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
 *		look at (const struct assignment *)r;
 *	TRY_END(rc);
 *
 * index NULL: all records of the type, whole, in the order of their numbers, voided ones too.
 * *r lives until the next cursor_next().  Walks nest.  Whoever stops before the end calls
 * cursor_close(), else the place is kept until the snapshot ends.  a must outlive the cursor. */
struct cursor {
	struct snap *sn;
	struct arena *a;
	const struct rec_type *type;
	const struct field *field[12]; /* key fields, then cover fields; as many as an index can have */
	uint8_t nkey, nall;
	bool backward, begun;
	size_t slot;
	str prefix, start;
	struct rec *rec;
	char *room;                    /* the bytes behind the strings of *rec */
	size_t nroom;
};
enum rc cursor_open(struct snap *, struct arena *, const struct walk *, struct cursor *, struct err *)
	MUST_CHECK;
enum rc cursor_next(struct cursor *, const struct rec **, struct err *) MUST_CHECK; /* RC_END */
void cursor_close(struct cursor *);
#define VAL_REF(id) ((val){ (id) != 0, (int64_t)(id), { 0 } })
/* All records of a type in the order of their numbers, from id on. */
enum rc snap_each(struct snap *, const struct rec_type *, uint64_t from,
	bool (*each)(void *arg, uint64_t id), void *arg, struct err *) MUST_CHECK;

/* ---- writing -------------------------------------------------------------------------------
 * base NULL creates; otherwise what changed from base to rec is applied to the record as it is now:
 * different fields merge, the same field is RC_CONFLICT.  An unchanged save writes nothing.  Nothing
 * is ever removed: a record is voided by setting its void_why, and a void one is not changed but by
 * taking the mark off. */
/* A reference that means "the record operation k of this very commit creates": numbers are given
 * out before the first operation is applied, so a family and its head may point at each other.
 * Numbers of records stay below; what people type is held to that when it is read. */
#define REF_OP(k) ((uint64_t)1 << 48 | (uint64_t)(k))

struct op {
	const struct rec_type *type;
	const struct rec *base;
	struct rec *rec;
	/* out */
	uint64_t id;
	uint32_t version;
	bool merged;                    /* somebody else's change was kept as well */
	const struct field **conflict;  /* RC_CONFLICT: these fields; in commit.a */
	size_t nconflict;
};

/* A commit while it runs, as the core's rules see it: view shows what has been written so far. */
struct txn {
	struct snap *view;
	struct arena *a;                /* until the commit ends */
	struct commit *commit;
	struct written { const struct rec_type *type; const struct rec *was, *is; bool settled; } *done;
	size_t n, cap;                  /* what has been written, in its order */
	size_t nasked;                  /* so many of it by the commit's own operations */
	size_t at;                      /* the one that after() is asked of; settled: whoever wrote it says that its past
	                                 * has been seen to */
};
/* One more record in the same commit and the same undo.  base: as it is stored now, NULL creates.
 * *id (may be NULL) is its number. */
enum rc txn_save(struct txn *, const struct rec_type *, const struct rec *base, struct rec *rec,
	uint64_t *id, struct err *) MUST_CHECK;

/* What somebody looked at and changed nothing by, when they did: an entry of its own, in the transaction of the
 * next commit. */
struct note {
	moment at;
	str act, why;       /* act: key in code table AUDIT */
	code reason;        /* of LOOK_WHY; {0}: none was asked for */
	str part;           /* what of the record: "person:12 id_no"; "": all of it */
	const struct rec_type *type; /* NULL: no record */
	uint64_t id;
};

struct commit {
	struct arena *a;    /* for what comes out */
	str who, from;      /* login; SSH client address or tty */
	str act;            /* key in code table AUDIT: create, update, void, import ... */
	str why;
	moment at;
	struct op *ops;
	size_t nops;
	const struct note *notes; /* written first; nops 0: they are all there is to write */
	size_t nnotes;
	uint64_t undoes;    /* commit number this one takes back, 0 = none */
	/* The core's say, inside the write transaction, on the records as they are at that moment; NULL:
	 * nothing to say.  May this person do it?  Asked of a stored record before anything is merged onto
	 * it (is NULL), then of the result before it is written (was NULL for a new one).  after: what follows from a change, asked
	 * of every record that was written, those of txn_save() included, when all operations have been;
	 * it must leave alone what is already so. */
	enum rc (*allow)(struct txn *, const struct rec_type *, const struct rec *was,
		const struct rec *is, struct err *);
	enum rc (*after)(struct txn *, const struct rec_type *, const struct rec *was,
		const struct rec *is, struct err *);
	void *ctx;          /* handed to struct check; of allow and after in txn->commit->ctx */
	size_t at_op;       /* out: the operation that was refused */
	uint64_t number;    /* out: this commit's number (its first log entry); 0 = nothing written */
};
/* Returns only after the disk has it.  RC_BUSY names the process that holds the lock; RC_IO says
 * "没有存上" and the store has been reopened.  One operation with rec and base NULL and act
 * "search", "view", "reveal" or "login" writes a log entry only (type, id may be set). */
enum rc store_commit(struct store *, struct commit *, struct err *) MUST_CHECK;

/* Only inside a check: the next number of a counter that never goes back ("file:230402001001"). */
enum rc view_next(struct snap *, str counter, uint64_t *n, struct err *) MUST_CHECK;

/* ---- the log -------------------------------------------------------------------------------
 * Append-only, one entry an operation, hash-chained (BLAKE2b), a record type like any other. */
struct entry {
	struct rec r;       /* id = number in the log */
	num commit;         /* number of the first entry of its commit */
	moment at;
	str who, from;
	code act;
	str why;
	str type;           /* "" for act login and search */
	num rec_id, version;
	bytes was, is;      /* encoded records holding only what changed */
	num undoes;
	bytes sum;          /* of the stored record */
	bytes chain;        /* BLAKE2b-256 of the previous chain and this entry */
	code reason;        /* of a note */
	str part;
};
extern const struct rec_type entry_type;
enum rc snap_entry(struct snap *, struct arena *, uint64_t number, struct entry **, struct err *)
	MUST_CHECK;
enum rc snap_last_entry(struct snap *, uint64_t *number, struct err *) MUST_CHECK; /* 0 = none yet */
/* Entries about one record, newest first. */
enum rc snap_history(struct snap *, struct arena *, const struct rec_type *, uint64_t id,
	struct entry ***out, size_t *n, struct err *) MUST_CHECK;

/* ---- looking after it ----------------------------------------------------------------------
 * Checksums, key order, every page accounted for, every index recounted from the records both ways,
 * the look-up rows and the sums derived again, (version, checksum) of each record = its last log entry, the chain,
 * every reference stands, every counter is ahead of its records.  Writes one line per finding to
 * say(); *bad counts them.  Works in a process of its own, which damage cannot take the caller with. */
enum rc store_check(struct store *, void (*say)(void *arg, str line), void *arg, uint64_t *bad,
	struct err *) MUST_CHECK;
/* Throws the derived data away, builds it again, and puts counters that are behind right. */
enum rc store_reindex(struct store *, struct err *) MUST_CHECK;

#endif
