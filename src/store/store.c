/* store.c - the environment: create, open, snapshots, and the one place that commits. */
#include "store/write.h"

#include "base/pinyin.h"
#include "base/str.h"
#include "store/key.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

enum { FORMAT = 1, READERS = 1024, SWEEP_SECONDS = 3600, PATH_ROOM = 4096 };

static const size_t map_sizes[] = { (size_t)16 << 30, (size_t)4 << 30, (size_t)1 << 30 };
static const unsigned env_flags = MDB_NOTLS | MDB_NORDAHEAD | MDB_NOMEMINIT;
static const uint64_t WARN_FREE = 200u << 20, STOP_FREE = 50u << 20;
static const char *const db_names[DB_COUNT] = { "meta", "rec", "idx", "own", "look", "log" };

/* ---- errors --------------------------------------------------------------------------------- */

static uint64_t free_bytes(const char *dir)
{
	struct statvfs v;

	return statvfs(dir, &v) == 0 ? (uint64_t)v.f_bavail * v.f_frsize : UINT64_MAX;
}

enum rc db_fail(struct store *s, struct err *e, int rc)
{
	if (rc == MDB_NOTFOUND)
		return fail(e, RC_NOT_FOUND, "没有这条记录");
	if (s)
		s->failed = rc;
	/* LMDB reports a full disk as an I/O error at times, so ask the disk itself. */
	if (rc == ENOSPC || ((rc == EIO || rc == MDB_MAP_FULL) && s && free_bytes(s->dir) < STOP_FREE))
		return fail(e, RC_IO, "磁盘满了，没有存上；内容还在，请腾出空间后再存一次");
	if (rc == MDB_MAP_FULL)
		return fail(e, RC_IO, "数据库已到容量上限，没有存上；内容还在，请联系管理员");
	if (rc == MDB_CORRUPTED)
		return fail(e, RC_IO, "数据库里有损坏的内容，没有存上；请停止录入，运行 qinqing check");
	if (rc == MDB_READERS_FULL)
		return fail(e, RC_BUSY, "打开的窗口太多，请关掉几个再试");
	if (rc == EACCES || rc == EROFS)
		return fail(e, RC_DENIED, "数据目录不可写，没有存上；请检查权限（%s）", mdb_strerror(rc));
	return fail(e, RC_IO, "数据库出错，没有存上：%s；内容还在，请联系管理员", mdb_strerror(rc));
}

/* For intervals only. */
static int64_t seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* ---- files ---------------------------------------------------------------------------------- */

static void path_in(char out[PATH_ROOM], const char *dir, const char *name)
{
	if ((size_t)snprintf(out, PATH_ROOM, "%s/%s", dir, name) >= PATH_ROOM)
		out[0] = 0; /* no such file, and the system says so */
}

bool store_exists(const char *dir)
{
	char path[PATH_ROOM];
	struct stat st;

	path_in(path, dir, "data.mdb");
	return stat(path, &st) == 0;
}

/* A file shorter than its pages would kill us by SIGBUS on the first read. */
static enum rc refuse_short(const struct store *s, struct err *e)
{
	char path[PATH_ROOM];
	struct stat st;
	MDB_envinfo info;
	MDB_stat ms;

	path_in(path, s->dir, "data.mdb");
	mdb_env_info(s->env, &info);
	mdb_env_stat(s->env, &ms);
	if (stat(path, &st) == 0 && (uint64_t)st.st_size >= (info.me_last_pgno + 1) * ms.ms_psize)
		return RC_OK;
	return fail(e, RC_IO, "%s 不完整（文件被截短）；请停止使用，用备份恢复", path);
}

/* ---- environment ---------------------------------------------------------------------------- */

static int env_open(const char *dir, unsigned flags, MDB_env **out)
{
	int rc = ENOMEM;

	*out = NULL;
	for (size_t i = 0; i < COUNT(map_sizes) && rc == ENOMEM; i++) {
		MDB_env *env;

		if ((rc = mdb_env_create(&env)))
			return rc;
		if (!(rc = mdb_env_set_maxdbs(env, DB_COUNT)) &&
			!(rc = mdb_env_set_maxreaders(env, READERS)) &&
			!(rc = mdb_env_set_mapsize(env, map_sizes[i])) &&
			!(rc = mdb_env_open(env, dir, env_flags | flags, 0600))) {
			int fd;

			if (mdb_env_get_fd(env, &fd) == 0)
				fcntl(fd, F_SETFD, FD_CLOEXEC);
			*out = env;
			return 0;
		}
		mdb_env_close(env);
	}
	return rc;
}

static int meta_get(MDB_txn *txn, MDB_dbi db, const char *name, uint64_t *n)
{
	MDB_val k = mdb_bytes(name, strlen(name)), v;
	int rc = mdb_get(txn, db, &k, &v);

	*n = rc || v.mv_size != 8 ? 0 : get_be(v.mv_data, 8);
	return rc;
}

static int meta_put(MDB_txn *txn, MDB_dbi db, const char *name, uint64_t n)
{
	unsigned char be[8];
	MDB_val k = mdb_bytes(name, strlen(name)), v = mdb_bytes(be, 8);

	for (int i = 0; i < 8; i++)
		be[i] = (unsigned char)(n >> 8 * (7 - i));
	return mdb_put(txn, db, &k, &v, 0);
}

static int create_tables(MDB_env *env)
{
	MDB_txn *txn;
	MDB_dbi db[DB_COUNT];
	int rc = mdb_txn_begin(env, NULL, 0, &txn);

	if (rc)
		return rc;
	for (int i = 0; !rc && i < DB_COUNT; i++)
		rc = mdb_dbi_open(txn, db_names[i], MDB_CREATE, &db[i]);
	if (!rc)
		rc = meta_put(txn, db[DB_META], "format", FORMAT);
	if (!rc)
		rc = meta_put(txn, db[DB_META], "pinyin", PINYIN_VERSION);
	if (rc) {
		mdb_txn_abort(txn);
		return rc;
	}
	return mdb_txn_commit(txn);
}

static void sync_dir(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
}

/* mkdir -p, the last one 0700. */
static int make_dirs(const char *dir)
{
	char path[PATH_ROOM];

	snprintf(path, sizeof path, "%s", dir);
	for (char *p = path + 1; *p; p++)
		if (*p == '/') {
			*p = '\0';
			mkdir(path, 0755);
			*p = '/';
		}
	return mkdir(dir, 0700) == 0 || errno == EEXIST ? 0 : errno;
}

/* Built beside and renamed: whoever looks sees a whole database or none. */
enum rc store_create(const char *dir, const struct schema *schema, struct err *e)
{
	char fresh[PATH_ROOM], from[PATH_ROOM], to[PATH_ROOM];
	MDB_env *env;
	int rc;

	(void)schema;
	if (store_exists(dir))
		return fail(e, RC_INVALID, "%s 里已经有一个办公室，不会覆盖它", dir);
	if ((rc = make_dirs(dir)))
		return fail(e, RC_IO, "建不了目录 %s：%s", dir, mdb_strerror(rc));
	path_in(fresh, dir, "new.tmp");
	path_in(from, fresh, "data.mdb");
	unlink(from);
	if (mkdir(fresh, 0700) && errno != EEXIST)
		return fail(e, RC_IO, "建不了目录 %s：%s", fresh, mdb_strerror(errno));
	if ((rc = env_open(fresh, 0, &env)))
		return fail(e, RC_IO, "建不了数据库：%s；请检查目录权限和磁盘空间", mdb_strerror(rc));
	rc = create_tables(env);
	if (!rc)
		rc = mdb_env_sync(env, 1);
	mdb_env_close(env);
	path_in(to, dir, "data.mdb");
	if (!rc && rename(from, to))
		rc = errno;
	path_in(from, fresh, "lock.mdb");
	unlink(from);
	rmdir(fresh);
	sync_dir(dir);
	return rc ? fail(e, RC_IO, "建不了数据库：%s；请检查目录权限和磁盘空间", mdb_strerror(rc)) : RC_OK;
}

static enum rc check_format(struct store *s, MDB_txn *txn, struct err *e)
{
	uint64_t format;
	int rc = meta_get(txn, s->db[DB_META], "format", &format);

	if (rc == 0 && format == FORMAT)
		return RC_OK;
	if (rc == 0 && format > FORMAT)
		return fail(e, RC_INVALID, "数据由更新的程序写过（格式%llu，本程序认得%d）；请退出，升级 "
			"qinqing 后再打开，数据没有动", (unsigned long long)format, FORMAT);
	if (rc && rc != MDB_NOTFOUND)
		return db_fail(s, e, rc);
	return fail(e, RC_INVALID, "%s 不是本程序认得的数据；请核对 --data，或用备份恢复", s->dir);
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

static int open_env(struct store *s)
{
	int rc = env_open(s->dir, s->read_only ? MDB_RDONLY : 0, &s->env);
	int dead;

	if (rc)
		return rc;
	mdb_reader_check(s->env, &dead);
	if (!(rc = open_tables(s)))
		rc = mdb_txn_begin(s->env, NULL, MDB_RDONLY, &s->snap.txn);
	if (rc) {
		mdb_env_close(s->env);
		s->env = NULL;
		return rc;
	}
	s->snap.s = s;
	return 0;
}

/* Our own descriptors must never be 0, 1 or 2: a warning printed there would overwrite the data. */
static void hold_standard_fds(void)
{
	int fd;

	while ((fd = open("/dev/null", O_RDWR)) >= 0 && fd <= 2)
		;
	if (fd > 2)
		close(fd);
}

static enum rc judge_disk(struct store *s, struct arena *a)
{
	uint64_t room = free_bytes(s->dir);

	s->warning = S("");
	if (room < STOP_FREE && !s->read_only) {
		s->read_only = true;
		s->warning = S("磁盘快满了，暂时只能看不能改；请联系管理员腾出空间");
	} else if (room < WARN_FREE) {
		s->warning = arena_printf(a, "磁盘只剩 %d MB，请联系管理员", (int)(room >> 20));
	}
	return RC_OK;
}

enum rc store_open(struct arena *a, const struct store_opts *opts, struct store **out,
	struct err *e)
{
	struct store *s = ARENA_NEW(a, struct store);
	char path[PATH_ROOM];
	uint64_t pinyin = 0;
	int rc;
	enum rc verdict;

	s->dir = arena_z(a, str_of(opts->dir));
	s->schema = opts->schema;
	s->read_only = opts->read_only;
	s->lock_fd = s->watch_fd = -1;
	hold_standard_fds();
	if (!store_exists(s->dir))
		return fail(e, RC_NOT_FOUND, "%s 里没有数据", s->dir);
	judge_disk(s, a);
	if ((rc = open_env(s)))
		return rc == MDB_INVALID || rc == MDB_VERSION_MISMATCH || rc == MDB_CORRUPTED
			       ? fail(e, RC_IO, "%s 已损坏，打不开；请用备份恢复", s->dir)
			       : db_fail(s, e, rc);
	verdict = check_format(s, s->snap.txn, e);
	if (verdict == RC_OK)
		verdict = refuse_short(s, e);
	meta_get(s->snap.txn, s->db[DB_META], "pinyin", &pinyin);
	mdb_txn_reset(s->snap.txn);
	path_in(path, s->dir, "write.lock");
	if (verdict == RC_OK && !s->read_only &&
		(s->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0)
		verdict = fail(e, RC_DENIED, "数据目录 %s 不可写；请检查权限，或加 --read-only", s->dir);
	s->swept = seconds();
	if (verdict == RC_OK && pinyin != PINYIN_VERSION && !s->read_only)
		verdict = store_reindex(s, e);
	if (verdict != RC_OK) {
		store_close(s);
		return verdict;
	}
	*out = s;
	return RC_OK;
}

void store_close(struct store *s)
{
	if (s->env) {
		slots_drop(&s->snap);
		mdb_txn_abort(s->snap.txn);
		mdb_env_close(s->env);
		s->env = NULL;
	}
	if (s->lock_fd >= 0)
		close(s->lock_fd);
	if (s->watch_fd >= 0)
		close(s->watch_fd);
	s->lock_fd = s->watch_fd = -1;
}

str store_warning(const struct store *s)
{
	return s->warning;
}

bool store_is_read_only(const struct store *s)
{
	return s->read_only;
}

/* ---- snapshots ------------------------------------------------------------------------------ */

enum rc snap_open(struct store *s, struct snap **out, struct err *e)
{
	int rc, dead;

	assert(!s->snap.live);
	rc = mdb_txn_renew(s->snap.txn);
	if (rc == MDB_MAP_RESIZED) {
		mdb_env_set_mapsize(s->env, 0);
		rc = mdb_txn_renew(s->snap.txn);
	} else if (rc == MDB_READERS_FULL && !mdb_reader_check(s->env, &dead) && dead) {
		rc = mdb_txn_renew(s->snap.txn);
	}
	if (rc)
		return db_fail(s, e, rc);
	s->snap.live = true;
	*out = &s->snap;
	return RC_OK;
}

void snap_close(struct snap *sn)
{
	assert(sn->live && !sn->writing);
	slots_rest(sn);
	mdb_txn_reset(sn->txn);
	sn->live = false;
}

uint64_t snap_tick(const struct snap *sn)
{
	return mdb_txn_id(sn->txn);
}

uint64_t store_tick(const struct store *s)
{
	MDB_envinfo info;

	mdb_env_info(s->env, &info);
	return info.me_last_txnid;
}

int store_fd(struct store *s)
{
	char path[PATH_ROOM];

	if (s->watch_fd < 0) {
		path_in(path, s->dir, "data.mdb");
		s->watch_fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
		if (s->watch_fd >= 0)
			inotify_add_watch(s->watch_fd, path, IN_MODIFY);
	}
	return s->watch_fd;
}

void store_drain(struct store *s)
{
	char room[4096];

	while (s->watch_fd >= 0 && read(s->watch_fd, room, sizeof room) > 0)
		;
}

enum rc snap_get(struct snap *sn, struct arena *a, const struct rec_type *t, uint64_t id,
	struct rec **out, struct err *e)
{
	unsigned char key[REC_KEY];
	MDB_val k = mdb_bytes(key, sizeof key), v;
	str content;
	int rc;

	key_rec(key, t, id);
	if ((rc = mdb_get(sn->txn, sn->s->db[DB_REC], &k, &v)))
		return db_fail(sn->s, e, rc);
	/* Copied once, decoded in place: no pointer into the map leaves the store. */
	content = arena_str(a, (str){ v.mv_data, (uint32_t)v.mv_size });
	if (content.n < SUM ||
		get_be(content.p, SUM) != checksum(key, sizeof key, str_from(content, SUM))) {
		sn->s->failed = MDB_CORRUPTED;
		return fail(e, RC_IO, "%s:%llu 的校验不对，这条记录已损坏；请停止录入，运行 qinqing check",
			t->name, (unsigned long long)id);
	}
	TRY(rec_decode(a, t, str_from(content, SUM), out, e));
	(*out)->id = id;
	return RC_OK;
}

enum rc snap_each(struct snap *sn, const struct rec_type *t, uint64_t from,
	bool (*each)(void *arg, uint64_t id), void *arg, struct err *e)
{
	unsigned char key[REC_KEY];
	MDB_cursor *c;
	MDB_val k = mdb_bytes(key, sizeof key), v;
	int rc = mdb_cursor_open(sn->txn, sn->s->db[DB_REC], &c);

	if (rc)
		return db_fail(sn->s, e, rc);
	key_rec(key, t, from);
	for (rc = mdb_cursor_get(c, &k, &v, MDB_SET_RANGE); !rc;
		rc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		if (k.mv_size != REC_KEY || *(unsigned char *)k.mv_data != t->tag ||
			!each(arg, get_be((const char *)k.mv_data + 1, 7)))
			break;
	}
	mdb_cursor_close(c);
	return !rc || rc == MDB_NOTFOUND ? RC_OK : db_fail(sn->s, e, rc);
}

static bool count_one(void *arg, uint64_t id)
{
	(void)id;
	++*(uint64_t *)arg;
	return true;
}

uint64_t snap_count(struct snap *sn, const struct rec_type *t)
{
	uint64_t n = 0;
	struct err ignored;

	return snap_each(sn, t, 1, count_one, &n, &ignored) == RC_OK ? n : 0;
}

/* ---- writing -------------------------------------------------------------------------------- */

/* After a failed commit LMDB's state is not to be trusted; a fresh environment is (rule 14). */
static void reopen(struct store *s)
{
	slots_drop(&s->snap);
	mdb_txn_abort(s->snap.txn);
	mdb_env_close(s->env);
	s->env = NULL;
	if (open_env(s) == 0)
		mdb_txn_reset(s->snap.txn);
}

/* A session that died without a word keeps old pages alive until somebody looks. */
static void sweep(struct store *s)
{
	int64_t now = seconds();
	int dead;

	if (now - s->swept > SWEEP_SECONDS) {
		s->swept = now;
		mdb_reader_check(s->env, &dead);
	}
}

static enum rc write_once(struct store *s, enum rc (*job)(struct snap *, void *, struct err *),
	void *arg, int *mrc, struct err *e)
{
	struct snap w = { .s = s, .live = true, .writing = true };
	enum rc rc;

	if ((*mrc = mdb_txn_begin(s->env, NULL, 0, &w.txn)))
		return db_fail(s, e, *mrc);
	s->failed = 0;
	rc = check_format(s, w.txn, e);
	if (rc == RC_OK)
		rc = job(&w, arg, e);
	/* A rule may have taken a read that failed for "there is none": then nothing is to be
	 * believed, and nothing is written. */
	if (s->failed)
		rc = db_fail(s, e, s->failed);
	slots_drop(&w);
	if (rc != RC_OK) {
		mdb_txn_abort(w.txn);
		return rc;
	}
	if ((*mrc = mdb_txn_commit(w.txn))) {
		rc = db_fail(s, e, *mrc);
		reopen(s);
	}
	return rc;
}

enum rc store_write(struct store *s, enum rc (*job)(struct snap *w, void *arg, struct err *),
	void *arg, struct err *e)
{
	sigset_t hold, before;
	enum rc rc;
	int mrc = 0;

	if (s->read_only)
		return fail(e, RC_DENIED, s->warning.n ? "磁盘快满了，暂时只能看不能改，没有存上"
						       : "现在是只读方式，不能修改");
	if (!s->env)
		return fail(e, RC_IO, "数据库没有打开，没有存上；请退出后重新进入");
	if (free_bytes(s->dir) < STOP_FREE / 5)
		return fail(e, RC_IO, "磁盘满了，没有存上；内容还在，请腾出空间后再存一次");
	TRY(lock_take(s->lock_fd, e));
	/* Nobody may stop us while we hold everybody up. */
	sigemptyset(&hold);
	sigaddset(&hold, SIGTSTP);
	sigaddset(&hold, SIGINT);
	sigaddset(&hold, SIGHUP);
	sigaddset(&hold, SIGTERM);
	sigprocmask(SIG_BLOCK, &hold, &before);
	sweep(s);
	rc = write_once(s, job, arg, &mrc, e);
	if (mrc == MDB_MAP_RESIZED && mdb_env_set_mapsize(s->env, 0) == 0)
		rc = write_once(s, job, arg, &mrc, e);
	sigprocmask(SIG_SETMASK, &before, NULL);
	lock_give(s->lock_fd);
	return rc;
}

struct commit_job { struct commit *c; };

static enum rc run_commit(struct snap *w, void *arg, struct err *e)
{
	struct arena a = { 0 };
	enum rc rc = apply_commit(w, &a, ((struct commit_job *)arg)->c, e);

	arena_free(&a);
	return rc;
}

enum rc store_commit(struct store *s, struct commit *c, struct err *e)
{
	struct commit_job job = { c };

	assert(!s->snap.live);
	return store_write(s, run_commit, &job, e);
}
