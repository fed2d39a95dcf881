/* env.h - LMDB's environment, for the files that open, create and look after it. */
#ifndef STORE_ENV_H
#define STORE_ENV_H

#include "base/pinyin.h"
#include "store/write.h"

/* All of these return LMDB's or the system's number, 0 for success. */
int env_open(struct store *);                        /* by s->dir and s->read_only */
void env_close(struct store *);
int env_create(const char *dir, const struct schema *); /* empty tables, closed again */
int meta_get(MDB_txn *, MDB_dbi, const char *name, uint64_t *);
int meta_put(MDB_txn *, MDB_dbi, const char *name, uint64_t);

/* What is derived is built again when this moved: the table of readings, or how rows and shares are made. */
enum { ROWS_VERSION = 5 };
static inline uint64_t derived_version(void)
{
	return (uint64_t)ROWS_VERSION << 32 | PINYIN_VERSION;
}

enum rc env_judge_length(struct store *, struct err *) MUST_CHECK; /* inside the first snapshot */
uint64_t env_free_bytes(const char *dir);
char *env_path(struct arena *, const char *dir, const char *name);

/* migrate.c: what this program reads and writes; does this transaction see it?  and making it so. */
uint64_t format_current(const struct schema *);
enum rc format_check(struct store *, MDB_txn *, uint64_t *format, struct err *) MUST_CHECK;
enum rc format_migrate(struct store *, struct err *) MUST_CHECK;

#endif
