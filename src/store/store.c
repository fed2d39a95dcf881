/* store.c - create, open, snapshots, and the one place that commits. */
#include "store/env.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/str.h"
#include "store/key.h"
#include "store/place.h"
#include "store/sum_impl.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SWEEP_MS = 3600 * 1000 };

static const uint64_t WARN_FREE = 200u << 20, STOP_FREE = 50u << 20;

/* ---- errors --------------------------------------------------------------------------------- */

static const struct trouble { int rc; enum rc kind; const char *what, *advice; } troubles[] = {
	{ ENOSPC, RC_IO, "磁盘满了", "请腾出空间后再试一次" },
	{ MDB_MAP_FULL, RC_IO, "数据库已到容量上限", "请联系管理员" },
	{ MDB_CORRUPTED, RC_IO, "数据库里有损坏的内容", "请停止录入，运行 qinqing check" },
	{ MDB_PAGE_NOTFOUND, RC_IO, "数据库里有损坏的内容", "请停止录入，运行 qinqing check" },
	{ MDB_CURSOR_FULL, RC_IO, "数据库里有损坏的内容", "请停止录入，运行 qinqing check" },
	{ MDB_INVALID, RC_IO, "数据库已损坏，打不开", "请用备份恢复" },
	{ MDB_VERSION_MISMATCH, RC_IO, "数据库由另一种版本写成", "请用写它的那个 qinqing 打开" },
	{ MDB_KEYEXIST, RC_IO, "要给的新编号已经有了（计数器落后于记录）", "请管理员运行 qinqing reindex" },
	{ MDB_READERS_FULL, RC_BUSY, "打开的窗口太多", "请关掉几个再试" },
	{ EACCES, RC_DENIED, "数据目录或里面的文件没有权限", "请检查权限" },
	{ EROFS, RC_DENIED, "数据所在的磁盘是只读的", "请联系管理员" },
	{ 0, RC_IO, "数据库出错", "请联系管理员" }, /* any other */
};

static const struct trouble *trouble_of(const struct store *s, int rc)
{
	const struct trouble *t = troubles;

	/* LMDB reports a full disk as an I/O error at times, so ask the disk itself. */
	if (rc == EFBIG || ((rc == EIO || rc == MDB_MAP_FULL) && env_free_bytes(s->dir) < STOP_FREE))
		rc = ENOSPC;
	while (t->rc && t->rc != rc)
		t++;
	return t;
}

enum rc db_fail(struct store *s, struct err *e, int rc)
{
	const struct trouble *t;
	struct arena a = { 0 };
	const char *detail = "";

	if (rc == MDB_NOTFOUND)
		return fail(e, RC_NOT_FOUND, "没有这条记录");
	s->failed = rc;
	t = trouble_of(s, rc);
	if (!t->rc)
		detail = arena_z(&a, arena_printf(&a, "（%s）", mdb_strerror(rc)));
	fail(e, t->kind, s->writing ? "%s%s，没有存上；内容还在，%s" : "%s%s，没有读出来；%s", t->what,
		detail, t->advice);
	arena_free(&a);
	return t->kind;
}

static enum rc not_open(struct store *s, struct err *e)
{
	return fail(e, RC_IO, s->writing ? "数据库没有打开，没有存上；内容还在，请退出后重新进入"
					 : "数据库没有打开，没有读出来；请退出后重新进入");
}

/* ---- a new office ----------------------------------------------------------------------------- */

bool store_exists(const char *dir)
{
	struct arena a = { 0 };
	struct stat st;
	bool there = stat(env_path(&a, dir, "data.mdb"), &st) == 0;

	arena_free(&a);
	return there;
}

static int sync_dir(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), rc = 0;

	if (fd < 0)
		return errno;
	if (fsync(fd) && errno != EINVAL) /* a file system that cannot */
		rc = errno;
	close(fd);
	return rc;
}

/* mkdir -p, the last one 0700; *made: it was not there before. */
static int make_dirs(struct arena *a, const char *dir, bool *made)
{
	char *path = arena_z(a, str_of(dir));

	for (char *p = path + 1; *p; p++)
		if (*p == '/') {
			*p = '\0';
			if (mkdir(path, 0755) && errno != EEXIST)
				return errno;
			*p = '/';
		}
	*made = mkdir(dir, 0700) == 0;
	return *made || errno == EEXIST ? 0 : errno;
}

static const char *const store_files[] = { "data.mdb", "lock.mdb", "write.lock" };

static void clear(struct arena *a, const char *dir)
{
	for (size_t i = 0; i < COUNT(store_files); i++)
		unlink(env_path(a, dir, store_files[i]));
	rmdir(dir);
}

/* An empty store in fresh, filled, and closed again. */
static enum rc build(struct arena *a, const char *fresh, const struct schema *schema,
	enum rc (*fill)(void *ctx, struct store *, struct err *), struct err *e)
{
	struct store *s;
	enum rc rc;
	int sys = mkdir(fresh, 0700) ? errno : env_create(fresh, schema);

	if (sys)
		return fail(e, RC_IO, "建不了数据库：%s；请检查 %s 的权限和磁盘空间", mdb_strerror(sys), fresh);
	TRY(store_open(a, &(struct store_opts){ .dir = fresh, .schema = schema }, &s, e));
	rc = fill ? fill(schema->ctx, s, e) : RC_OK;
	store_close(s);
	return rc;
}

static enum rc create(struct arena *a, const char *dir, const struct schema *schema,
	enum rc (*fill)(void *ctx, struct store *, struct err *), struct err *e)
{
	const char *fresh = env_path(a, dir, "new.tmp");
	enum rc rc;
	int sys;

	TRY(place_trusted(a, dir, false, e));
	if (store_exists(dir))
		return fail(e, RC_INVALID, "%s 里已经有一个办公室，不会覆盖它", dir);
	clear(a, fresh); /* of one that was interrupted */
	rc = build(a, fresh, schema, fill, e);
	if (rc == RC_OK) {
		sys = rename(env_path(a, fresh, "data.mdb"), env_path(a, dir, "data.mdb")) ? errno
											   : sync_dir(dir);
		if (sys)
			rc = fail(e, RC_IO, "建不了数据库：%s；请检查目录权限和磁盘空间", strerror(sys));
	}
	clear(a, fresh);
	return rc;
}

/* Built beside and renamed: whoever looks sees a whole office or none. */
enum rc store_create(const char *dir, const struct schema *schema,
	enum rc (*fill)(void *ctx, struct store *, struct err *), struct err *e)
{
	struct arena a = { 0 };
	const char *lock = env_path(&a, dir, "write.lock");
	bool made = false;
	enum rc rc;
	int fd, sys = make_dirs(&a, dir, &made);

	fault_catch();
	if (sys)
		rc = fail(e, RC_IO, "建不了目录 %s：%s", dir, strerror(sys));
	else if (env_free_bytes(dir) < STOP_FREE)
		rc = fail(e, RC_IO, "磁盘只剩 %d MB，建不了办公室；请先腾出至少 %d MB",
			(int)(env_free_bytes(dir) >> 20), (int)(STOP_FREE >> 20));
	else if ((fd = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0)
		rc = fail(e, RC_DENIED, "目录 %s 不可写：%s；请检查权限", dir, strerror(errno));
	else {
		rc = lock_take(fd, e); /* two people who begin at once */
		if (rc == RC_OK)
			rc = create(&a, dir, schema, fill, e);
		close(fd);
	}
	if (rc != RC_OK && !store_exists(dir)) {
		unlink(lock);
		if (made)
			rmdir(dir);
	}
	arena_free(&a);
	return rc;
}

/* ---- open and close -------------------------------------------------------------------------- */

/* Our own descriptors must never be 0, 1 or 2: a warning printed there would overwrite the data. */
static void hold_standard_fds(void)
{
	int fd;

	while ((fd = open("/dev/null", O_RDWR)) >= 0 && fd <= 2)
		;
	if (fd > 2)
		close(fd);
}

static void judge_disk(struct store *s, struct arena *a)
{
	uint64_t room = env_free_bytes(s->dir);

	s->warning = S("");
	if (room < STOP_FREE && !s->read_only) {
		s->read_only = true;
		s->warning = S("磁盘快满了，暂时只能看不能改；请联系管理员腾出空间");
	} else if (room < WARN_FREE) {
		s->warning = arena_printf(a, "磁盘只剩 %d MB，请联系管理员", (int)(room >> 20));
	}
}

/* With the first snapshot open: is this ours, whole, and of our format? */
static enum rc judge_content(struct store *s, uint64_t *format, struct err *e)
{
	int rc;

	TRY(env_judge_length(s, e));
	TRY(format_check(s, s->snap.txn, format, e));
	rc = meta_get(s->snap.txn, s->db[DB_META], "derived", &s->derived);
	if (!rc)
		rc = meta_get(s->snap.txn, s->db[DB_META], SUMS_RULES, &s->rules);
	return rc && rc != MDB_NOTFOUND ? db_fail(s, e, rc) : RC_OK;
}

static enum rc open_store(struct arena *a, struct store *s, struct err *e)
{
	const char *file = env_path(a, s->dir, "data.mdb");
	uint64_t format;
	enum rc rc;
	int sys;

	if (!store_exists(s->dir))
		return fail(e, RC_NOT_FOUND, "%s 里没有数据", s->dir);
	TRY(place_trusted(a, s->dir, false, e));
	TRY(place_judge(file, e));
	judge_disk(s, a);
	sys = env_open(s);
	if (sys == MDB_NOTFOUND || sys == MDB_INCOMPATIBLE)
		return fail(e, RC_INVALID, "%s 不是本程序认得的数据；请核对 --data，或用备份恢复", s->dir);
	if (sys)
		return db_fail(s, e, sys);
	rc = judge_content(s, &format, e);
	mdb_txn_reset(s->snap.txn);
	TRY(rc);
	if (!s->read_only &&
		(s->lock_fd = open(env_path(a, s->dir, "write.lock"), O_RDWR | O_CREAT | O_CLOEXEC,
			 0600)) < 0)
		return fail(e, RC_DENIED, "数据目录 %s 不可写；请检查权限，或加 --read-only", s->dir);
	return format == format_current(s->schema) ? RC_OK : format_migrate(s, e);
}

enum rc store_open(struct arena *a, const struct store_opts *opts, struct store **out,
	struct err *e)
{
	struct store *s = ARENA_NEW(a, struct store);
	enum rc rc;

	s->dir = arena_z(a, str_of(opts->dir));
	s->schema = opts->schema;
	s->read_only = opts->read_only;
	s->lock_fd = s->watch_fd = -1;
	s->swept = clock_ms();
	hold_standard_fds();
	fault_catch();
	rc = open_store(a, s, e);
	if (rc != RC_OK) {
		store_close(s);
		return rc;
	}
	*out = s;
	return RC_OK;
}

enum rc store_refresh(struct store *s, struct err *e)
{
	bool same = s->derived == derived_version() && s->rules == sums_rules(s->schema);

	return same || s->read_only ? RC_OK : store_reindex(s, e);
}

void store_close(struct store *s)
{
	env_close(s);
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
	if (!s->env)
		return not_open(s, e);
	rc = mdb_txn_renew(s->snap.txn);
	if (rc == MDB_MAP_RESIZED) {
		if (!(rc = mdb_env_set_mapsize(s->env, 0)))
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

	/* What cannot be read is stale: whoever reads it again is told why. */
	return s->env && !mdb_env_info(s->env, &info) ? info.me_last_txnid : UINT64_MAX;
}

int store_fd(struct store *s)
{
	struct arena a = { 0 };

	if (s->watch_fd < 0)
		s->watch_fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (s->watch_fd >= 0 && /* the same watch again when there is one */
		inotify_add_watch(s->watch_fd, env_path(&a, s->dir, "data.mdb"), IN_MODIFY) < 0) {
		close(s->watch_fd);
		s->watch_fd = -1;
	}
	arena_free(&a);
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
		return fail(e, RC_IO, "%s第%llu号的校验不对，这条记录已损坏；请停止录入，运行 qinqing check",
			t->label, (unsigned long long)id);
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

/* ---- writing -------------------------------------------------------------------------------- */

/* After a failed commit LMDB's state is not to be trusted; a fresh environment is.  When there is
 * none to be had, every call says so. */
static void reopen(struct store *s)
{
	env_close(s);
	if (env_open(s) == 0)
		mdb_txn_reset(s->snap.txn);
}

/* A session that died without a word keeps old pages alive until somebody looks. */
static void sweep(struct store *s)
{
	int64_t now = clock_ms();
	int dead;

	if (now - s->swept > SWEEP_MS) {
		s->swept = now;
		mdb_reader_check(s->env, &dead);
	}
}

static enum rc write_once(struct store *s, enum rc (*job)(struct snap *, void *, struct err *),
	void *arg, int *mrc, struct err *e)
{
	struct snap w = { .s = s, .live = true, .writing = true };
	uint64_t format;
	enum rc rc;

	if ((*mrc = mdb_txn_begin(s->env, NULL, 0, &w.txn)))
		return db_fail(s, e, *mrc);
	s->failed = 0;
	rc = format_check(s, w.txn, &format, e);
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

/* Behind the lock. */
static enum rc write_locked(struct store *s, enum rc (*job)(struct snap *, void *, struct err *),
	void *arg, struct err *e)
{
	enum rc rc;
	int mrc = 0;

	sweep(s);
	rc = write_once(s, job, arg, &mrc, e);
	if (mrc == MDB_MAP_RESIZED && mdb_env_set_mapsize(s->env, 0) == 0)
		rc = write_once(s, job, arg, &mrc, e);
	return rc;
}

static enum rc may_write(struct store *s, struct err *e)
{
	if (s->read_only)
		return fail(e, RC_DENIED, s->warning.n ? "磁盘快满了，暂时只能看不能改，没有存上"
						       : "现在是只读方式，不能修改");
	if (!s->env)
		return not_open(s, e);
	if (env_free_bytes(s->dir) < STOP_FREE / 5)
		return fail(e, RC_IO, "磁盘满了，没有存上；内容还在，请腾出空间后再存一次");
	return lock_take(s->lock_fd, e);
}

enum rc store_write(struct store *s, enum rc (*job)(struct snap *w, void *arg, struct err *),
	void *arg, struct err *e)
{
	sigset_t hold, before;
	enum rc rc;

	s->writing = true;
	rc = may_write(s, e);
	if (rc == RC_OK) {
		/* Nobody may stop us while we hold everybody up. */
		sigemptyset(&hold);
		sigaddset(&hold, SIGTSTP);
		sigaddset(&hold, SIGINT);
		sigaddset(&hold, SIGHUP);
		sigaddset(&hold, SIGTERM);
		sigprocmask(SIG_BLOCK, &hold, &before);
		rc = write_locked(s, job, arg, e);
		sigprocmask(SIG_SETMASK, &before, NULL);
		lock_give(s->lock_fd);
	}
	s->writing = false;
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
