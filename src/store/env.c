/* env.c - LMDB's environment: made, opened, opened again, and judged before it is believed. */
#include "store/env.h"

#include "base/fault.h"
#include "base/str.h"
#include "store/key.h"
#include "store/place.h"
#include "store/sum_impl.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* A reader's place in lock.mdb takes 64 bytes; in front of them are LMDB's own locks. */
enum { READERS = 1024, LOCK_BYTES = READERS * 64 + 4096 };

static const size_t map_sizes[] = { (size_t)16 << 30, (size_t)4 << 30, (size_t)1 << 30 };
/* No NOSYNC, NOMETASYNC, WRITEMAP: a commit that was acknowledged is on the disk. */
static const unsigned env_flags = MDB_NOTLS | MDB_NORDAHEAD | MDB_NOMEMINIT;
static const char *const db_names[DB_COUNT] = { "meta", "rec", "idx", "own", "look", "log" };

uint64_t env_free_bytes(const char *dir)
{
	struct statvfs v;

	return statvfs(dir, &v) == 0 ? (uint64_t)v.f_bavail * v.f_frsize : UINT64_MAX;
}

char *env_path(struct arena *a, const char *dir, const char *name)
{
	return arena_z(a, arena_printf(a, "%s/%s", dir, name));
}

/* ---- opening -------------------------------------------------------------------------------- */

/* LMDB writes its lock file through a map: on a full disk a hole in it would end us by SIGBUS. */
static int reserve_lock(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600), rc;

	if (fd < 0)
		return 0; /* LMDB says why */
	rc = posix_fallocate(fd, 0, LOCK_BYTES);
	close(fd);
	return rc;
}

/* LMDB found by itself that a page is not what it should be, and would abort. */
static void on_assert(MDB_env *env, const char *what)
{
	(void)env;
	(void)what;
	fault_jump();
}

static int env_begin(const char *dir, unsigned flags, MDB_env **out)
{
	int rc = ENOMEM, fd;

	*out = NULL;
	/* A limit on memory makes a big map fail: take a smaller one. */
	for (size_t i = 0; i < COUNT(map_sizes) && rc == ENOMEM; i++) {
		MDB_env *env;

		if ((rc = mdb_env_create(&env)))
			return rc;
		if (!(rc = mdb_env_set_assert(env, on_assert)) &&
			!(rc = mdb_env_set_maxdbs(env, DB_COUNT)) &&
			!(rc = mdb_env_set_maxreaders(env, READERS)) &&
			!(rc = mdb_env_set_mapsize(env, map_sizes[i])) &&
			!(rc = mdb_env_open(env, dir, env_flags | flags, 0600)) &&
			!(rc = mdb_env_get_fd(env, &fd))) {
			if (fcntl(fd, F_SETFD, FD_CLOEXEC))
				rc = errno;
		}
		if (!rc) {
			*out = env;
			return 0;
		}
		mdb_env_close(env);
	}
	return rc;
}

static int open_tables(struct store *s)
{
	MDB_txn *txn;
	int rc = mdb_txn_begin(s->env, NULL, MDB_RDONLY, &txn);

	if (rc)
		return rc;
	for (int i = 0; !rc && i < DB_COUNT; i++)
		rc = mdb_dbi_open(txn, db_names[i], 0, &s->db[i]);
	if (rc) {
		mdb_txn_abort(txn);
		return rc;
	}
	return mdb_txn_commit(txn); /* an aborted transaction would close the tables again */
}

int env_open(struct store *s)
{
	struct arena a = { 0 };
	int dead, rc = reserve_lock(env_path(&a, s->dir, "lock.mdb"));

	arena_free(&a);
	if (!rc)
		rc = env_begin(s->dir, s->read_only ? MDB_RDONLY : 0, &s->env);
	if (rc)
		return rc;
	if (!(rc = mdb_reader_check(s->env, &dead)) && !(rc = open_tables(s)))
		rc = mdb_txn_begin(s->env, NULL, MDB_RDONLY, &s->snap.txn);
	if (rc) {
		mdb_env_close(s->env);
		s->env = NULL;
		return rc;
	}
	s->snap.s = s;
	return 0;
}

void env_close(struct store *s)
{
	if (!s->env)
		return;
	slots_drop(&s->snap);
	mdb_txn_abort(s->snap.txn);
	mdb_env_close(s->env);
	s->env = NULL;
}

/* ---- are all pages there -------------------------------------------------------------------- */

enum { FREE_PAGES = 0 }; /* LMDB's table of free pages: transaction -> how many, their numbers */

/* How many of the pages from this one on are free. */
static int count_free(MDB_txn *txn, uint64_t from, uint64_t *n)
{
	MDB_cursor *c;
	MDB_val k, v;
	int rc = mdb_cursor_open(txn, FREE_PAGES, &c);

	*n = 0;
	if (rc)
		return rc;
	for (rc = mdb_cursor_get(c, &k, &v, MDB_FIRST); !rc; rc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		const char *p = v.mv_data;
		size_t page;

		for (size_t at = sizeof page; at + sizeof page <= v.mv_size; at += sizeof page) {
			memcpy(&page, p + at, sizeof page);
			*n += page >= from;
		}
	}
	mdb_cursor_close(c);
	return rc == MDB_NOTFOUND ? 0 : rc;
}

/* A file that ends too early was cut; only, LMDB never writes a page that a transaction took from
 * the end and gave back at once, so free pages may be missing. */
enum rc env_judge_length(struct store *s, struct err *e)
{
	struct arena a = { 0 };
	MDB_envinfo info;
	MDB_stat ms;
	struct stat st;
	uint64_t have, spare = 0;
	int fd, rc = mdb_env_info(s->env, &info);

	if (!rc)
		rc = mdb_env_stat(s->env, &ms);
	if (!rc)
		rc = mdb_env_get_fd(s->env, &fd);
	if (!rc && fstat(fd, &st) != 0)
		rc = errno;
	if (rc)
		return db_fail(s, e, rc);
	have = (uint64_t)st.st_size / ms.ms_psize;
	if (have > info.me_last_pgno)
		return RC_OK;
	rc = count_free(s->snap.txn, have, &spare);
	if (!rc && spare == info.me_last_pgno + 1 - have)
		return RC_OK;
	fail(e, RC_IO, "%s 已损坏（文件被截短，不完整）；请停止使用，用备份恢复", env_path(&a, s->dir, "data.mdb"));
	arena_free(&a);
	return RC_IO;
}

/* ---- a new one ------------------------------------------------------------------------------ */

static int create_tables(MDB_env *env, const struct schema *schema)
{
	MDB_txn *txn;
	MDB_dbi db[DB_COUNT];
	int rc = mdb_txn_begin(env, NULL, 0, &txn);

	if (rc)
		return rc;
	for (int i = 0; !rc && i < DB_COUNT; i++)
		rc = mdb_dbi_open(txn, db_names[i], MDB_CREATE, &db[i]);
	if (!rc)
		rc = meta_put(txn, db[DB_META], "format", format_current(schema));
	if (!rc)
		rc = meta_put(txn, db[DB_META], "derived", derived_version());
	if (!rc)
		rc = meta_put(txn, db[DB_META], SUMS_RULES, sums_rules(schema));
	if (rc) {
		mdb_txn_abort(txn);
		return rc;
	}
	return mdb_txn_commit(txn);
}

int env_create(const char *dir, const struct schema *schema)
{
	struct arena a = { 0 };
	MDB_env *env;
	int rc = reserve_lock(env_path(&a, dir, "lock.mdb"));

	arena_free(&a);
	if (!rc)
		rc = env_begin(dir, 0, &env);
	if (rc)
		return rc;
	rc = create_tables(env, schema);
	mdb_env_close(env);
	return rc;
}

/* ---- the meta table ------------------------------------------------------------------------- */

int meta_get(MDB_txn *txn, MDB_dbi db, const char *name, uint64_t *n)
{
	MDB_val k = mdb_bytes(name, strlen(name)), v;
	int rc = mdb_get(txn, db, &k, &v);

	*n = 0;
	if (!rc && v.mv_size != sizeof *n)
		return MDB_CORRUPTED;
	if (!rc)
		*n = get_be(v.mv_data, 8);
	return rc;
}

int meta_put(MDB_txn *txn, MDB_dbi db, const char *name, uint64_t n)
{
	unsigned char be[8];
	MDB_val k = mdb_bytes(name, strlen(name)), v = mdb_bytes(be, sizeof be);

	for (int i = 0; i < 8; i++)
		be[i] = (unsigned char)(n >> 8 * (7 - i));
	return mdb_put(txn, db, &k, &v, 0);
}
