/* guard.h - LMDB's calls, such that a damaged file is an error and not the end of the program.
 *
 * LMDB follows the pointers of its file without asking: a damaged page makes it assert, or read
 * where nothing is.  Whoever includes this calls the guarded ones under the library's own names, so
 * that nobody can forget to.  What a call hands out has been touched to its last byte. */
#ifndef STORE_GUARD_H
#define STORE_GUARD_H

#include <lmdb.h>

int guarded_env_open(MDB_env *, const char *path, unsigned flags, mode_t mode);
int guarded_env_info(MDB_env *, MDB_envinfo *);
int guarded_reader_check(MDB_env *, int *dead);
int guarded_txn_begin(MDB_env *, MDB_txn *parent, unsigned flags, MDB_txn **);
int guarded_txn_renew(MDB_txn *);
int guarded_txn_commit(MDB_txn *);
int guarded_dbi_open(MDB_txn *, const char *name, unsigned flags, MDB_dbi *);
int guarded_stat(MDB_txn *, MDB_dbi, MDB_stat *);
int guarded_get(MDB_txn *, MDB_dbi, MDB_val *key, MDB_val *value);
int guarded_put(MDB_txn *, MDB_dbi, MDB_val *key, MDB_val *value, unsigned flags);
int guarded_del(MDB_txn *, MDB_dbi, MDB_val *key, MDB_val *value);
int guarded_drop(MDB_txn *, MDB_dbi, int del);
int guarded_cursor_open(MDB_txn *, MDB_dbi, MDB_cursor **);
int guarded_cursor_renew(MDB_txn *, MDB_cursor *);
int guarded_cursor_get(MDB_cursor *, MDB_val *key, MDB_val *value, MDB_cursor_op);

#ifndef STORE_GUARD_ITSELF
#define mdb_env_open guarded_env_open
#define mdb_env_info guarded_env_info
#define mdb_reader_check guarded_reader_check
#define mdb_txn_begin guarded_txn_begin
#define mdb_txn_renew guarded_txn_renew
#define mdb_txn_commit guarded_txn_commit
#define mdb_dbi_open guarded_dbi_open
#define mdb_stat guarded_stat
#define mdb_get guarded_get
#define mdb_put guarded_put
#define mdb_del guarded_del
#define mdb_drop guarded_drop
#define mdb_cursor_open guarded_cursor_open
#define mdb_cursor_renew guarded_cursor_renew
#define mdb_cursor_get guarded_cursor_get
#endif

#endif
