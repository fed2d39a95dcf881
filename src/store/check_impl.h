/* check_impl.h - what the files that check a store share and nobody else may see. */
#ifndef STORE_CHECK_IMPL_H
#define STORE_CHECK_IMPL_H

#include "base/vec.h"
#include "store/env.h"
#include "store/sum_impl.h"

struct behind { str name; uint64_t most; struct behind *next; };

struct lost { uint64_t first, last; };

struct recount {
	struct snap *sn;
	struct arena a, all;         /* one record at a time; the whole check */
	void (*say)(void *, str);
	void *arg;
	uint64_t bad;
	uint64_t entries_wanted;     /* index entries the records ask for */
	struct behind *behind;       /* counters that are */
	bool counted;                /* the sums are kept by our rules */
	struct families owed;        /* those that stand in none */
	struct pieces sums;          /* what all the others make of them */
	uint8_t *spare;              /* a bit a page: is it free? */
	uint64_t npages;
	uintptr_t page_size;
	struct { VEC(struct lost); } lost; /* entries of the log that a salvage could not save, as it says */
};

/* One line of what is wrong. */
void complain(struct recount *, const char *fmt, ...) PRINTF(2, 3);
void complain_mdb(struct recount *, const char *where, int rc); /* LMDB's number */

/* check_page.c */
void check_pages(struct recount *);
/* Does this lie on a page that is said to be free?  After check_pages(). */
bool on_spare(const struct recount *, const MDB_val *);

/* check_log.c */
void check_log(struct recount *);
/* Does the log say that this record was taken away, or that a salvage could not save it? */
enum rc is_gone(struct recount *, const struct rec_type *, uint64_t id, uint64_t after, bool *gone, struct err *) MUST_CHECK;
void check_entries(struct recount *, const struct rec_type *, const struct rec *); /* of the indexes */
enum rc see_number(void *recount, str counter, uint64_t n, struct err *) MUST_CHECK;

#endif
