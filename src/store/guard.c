/* guard.c - LMDB's calls, such that a damaged file is an error and not the end of the program. */
#define STORE_GUARD_ITSELF
#include "store/impl.h"

#include "base/fault.h"

/* A change that was stopped in its middle may have written over anything in our memory.  Nothing of
 * it is on the disk; the others get the lock when this process ends, which it does at once. */
static _Noreturn int stop(void)
{
	fault_end("qinqing: 数据库里有损坏的内容，没有存上，程序停下了；存过的都在，"
		  "请停止录入，运行 qinqing check\n");
}

static void touch(const MDB_val *v)
{
	const volatile unsigned char *p = v->mv_data;

	if (v->mv_size)
		(void)(p[0] + p[v->mv_size - 1]);
}

/* On a page that a damaged flag has made another kind, LMDB leaves them as they were. */
static void forget(MDB_val *v)
{
	*v = (MDB_val){ 0 };
}

#define GUARDED(when_it_faults, call)                                                  \
	do {                                                                           \
		struct fault_guard g_;                                                 \
		int rc_;                                                               \
		if (sigsetjmp(g_.back, 0))                                             \
			return when_it_faults;                                         \
		fault_enter(&g_);                                                      \
		rc_ = call;                                                            \
		fault_leave();                                                         \
		return rc_;                                                            \
	} while (0)

int guarded_env_open(MDB_env *env, const char *path, unsigned flags, mode_t mode)
{
	GUARDED(MDB_CORRUPTED, mdb_env_open(env, path, flags, mode));
}

int guarded_env_info(MDB_env *env, MDB_envinfo *info)
{
	GUARDED(MDB_CORRUPTED, mdb_env_info(env, info));
}

int guarded_reader_check(MDB_env *env, int *dead)
{
	GUARDED(MDB_CORRUPTED, mdb_reader_check(env, dead));
}

int guarded_txn_begin(MDB_env *env, MDB_txn *parent, unsigned flags, MDB_txn **out)
{
	GUARDED(MDB_CORRUPTED, mdb_txn_begin(env, parent, flags, out));
}

int guarded_txn_renew(MDB_txn *txn)
{
	GUARDED(MDB_CORRUPTED, mdb_txn_renew(txn));
}

int guarded_txn_commit(MDB_txn *txn)
{
	GUARDED(stop(), mdb_txn_commit(txn));
}

int guarded_dbi_open(MDB_txn *txn, const char *name, unsigned flags, MDB_dbi *db)
{
	GUARDED(MDB_CORRUPTED, mdb_dbi_open(txn, name, flags, db));
}

int guarded_stat(MDB_txn *txn, MDB_dbi db, MDB_stat *st)
{
	GUARDED(MDB_CORRUPTED, mdb_stat(txn, db, st));
}

static int get(MDB_txn *txn, MDB_dbi db, MDB_val *k, MDB_val *v)
{
	int rc;

	forget(v);
	rc = mdb_get(txn, db, k, v);
	if (!rc && !v->mv_data)
		return MDB_CORRUPTED;
	if (!rc)
		touch(v);
	return rc;
}

int guarded_get(MDB_txn *txn, MDB_dbi db, MDB_val *k, MDB_val *v)
{
	GUARDED(MDB_CORRUPTED, get(txn, db, k, v));
}

int guarded_put(MDB_txn *txn, MDB_dbi db, MDB_val *k, MDB_val *v, unsigned flags)
{
	GUARDED(stop(), mdb_put(txn, db, k, v, flags));
}

int guarded_del(MDB_txn *txn, MDB_dbi db, MDB_val *k, MDB_val *v)
{
	GUARDED(stop(), mdb_del(txn, db, k, v));
}

int guarded_drop(MDB_txn *txn, MDB_dbi db, int del)
{
	GUARDED(stop(), mdb_drop(txn, db, del));
}

int guarded_cursor_open(MDB_txn *txn, MDB_dbi db, MDB_cursor **c)
{
	GUARDED(MDB_CORRUPTED, mdb_cursor_open(txn, db, c));
}

int guarded_cursor_renew(MDB_txn *txn, MDB_cursor *c)
{
	GUARDED(MDB_CORRUPTED, mdb_cursor_renew(txn, c));
}

static int cursor_get(MDB_cursor *c, MDB_val *k, MDB_val *v, MDB_cursor_op op)
{
	int rc;

	forget(v);
	if (op != MDB_SET_RANGE)
		forget(k);
	rc = mdb_cursor_get(c, k, v, op);
	if (!rc && !(k->mv_data && v->mv_data))
		return MDB_CORRUPTED;
	if (!rc) {
		touch(k);
		touch(v);
	}
	return rc;
}

int guarded_cursor_get(MDB_cursor *c, MDB_val *k, MDB_val *v, MDB_cursor_op op)
{
	GUARDED(MDB_CORRUPTED, cursor_get(c, k, v, op));
}
