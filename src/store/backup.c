/* backup.c - makes a backup: a copy by LMDB in a process of its own, packed, compressed and sealed as it comes. */
#include "store/backup.h"

#include "base/str.h"
#include "base/file.h"
#include "store/impl.h"
#include "store/pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SMALL_MOST = 4 << 20 }; /* of a file of settings */

/* What lies beside the data and belongs to the office. */
static const char *const beside[] = { "authorized_keys", "config", "drafts" };

/* ---- what goes in --------------------------------------------------------------------------- */

static enum rc pack_file(struct pack *p, struct arena *a, const char *data, const char *name, struct err *e)
{
	const char *path = arena_z(a, arena_printf(a, "%s/%s", data, name));
	str text = file_read(a, path, SMALL_MOST);

	if (!text.p)
		return errno == ENOENT ? RC_OK /* gone meanwhile: a draft that was finished */
				       : fail(e, RC_IO, "读不了 %s：%s；没有备份", path, strerror(errno));
	TRY(pack_begin(p, name, e));
	TRY(pack_bytes(p, text.p, text.n, e));
	return pack_end(p, e);
}

static enum rc pack_tree(struct pack *p, struct arena *a, const char *data, const char *name, struct err *e)
{
	const char *path = arena_z(a, arena_printf(a, "%s/%s", data, name));
	enum rc rc = RC_OK;
	struct dirent *de;
	struct stat st;
	DIR *d;

	if (stat(path, &st) != 0)
		return errno == ENOENT ? RC_OK : fail(e, RC_IO, "看不了 %s：%s；没有备份", path, strerror(errno));
	if (S_ISREG(st.st_mode))
		return pack_file(p, a, data, name, e);
	if (!S_ISDIR(st.st_mode))
		return RC_OK;
	if (!(d = opendir(path)))
		return fail(e, RC_IO, "看不了 %s：%s；没有备份", path, strerror(errno));
	while (rc == RC_OK && (de = readdir(d)))
		if (de->d_name[0] != '.')
			rc = pack_tree(p, a, data, arena_z(a, arena_printf(a, "%s/%s", name, de->d_name)), e);
	closedir(d);
	return rc;
}

/* LMDB's environment does not survive a fork: one of our own.  Damage ends this process and not the one that asks. */
static void copy_in_child(const struct store *parent, int fd)
{
	struct arena a = { 0 };
	struct store_opts opts = { .dir = parent->dir, .read_only = true, .schema = parent->schema };
	struct store *s;
	struct err e;

	if (store_open(&a, &opts, &s, &e) != RC_OK)
		_exit(1);
	_exit(mdb_env_copyfd2(s->env, fd, MDB_CP_COMPACT) ? 1 : 0);
}

static enum rc pack_from(struct pack *p, int fd, uint64_t *n, struct err *e)
{
	static char part[1 << 16];
	enum rc rc = RC_OK;
	ssize_t got;

	*n = 0;
	/* To the end in any case, else the one who writes would not end either. */
	while ((got = read(fd, part, sizeof part)) > 0 || (got < 0 && errno == EINTR)) {
		if (got > 0 && rc == RC_OK)
			rc = pack_bytes(p, part, (size_t)got, e);
		*n += got > 0 ? (uint64_t)got : 0;
	}
	return rc;
}

static enum rc pack_data(struct pack *p, const struct store *s, struct err *e)
{
	int fd[2], status = 1;
	uint64_t n;
	pid_t pid;
	enum rc rc;

	TRY(pack_begin(p, "data.mdb", e));
	if (pipe2(fd, O_CLOEXEC) != 0)
		return fail(e, RC_IO, "备份不了：%s", strerror(errno));
	fflush(NULL); /* else the child would print it once more */
	pid = fork();
	if (pid == 0) {
		close(fd[0]);
		copy_in_child(s, fd[1]);
	}
	close(fd[1]);
	rc = pack_from(p, fd[0], &n, e);
	close(fd[0]);
	if (pid < 0)
		return fail(e, RC_IO, "备份不了：%s", strerror(errno));
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	TRY(rc);
	if (status != 0 || n == 0)
		return fail(e, RC_IO, "数据读不全，没有备份；请运行 qinqing check 看看哪里损坏了");
	return pack_end(p, e);
}

static enum rc pack_all(struct pack *p, struct store *s, struct err *e)
{
	struct arena a = { 0 };
	enum rc rc = pack_data(p, s, e);

	for (size_t i = 0; rc == RC_OK && i < COUNT(beside); i++)
		rc = pack_tree(p, &a, s->dir, beside[i], e);
	if (rc == RC_OK)
		rc = pack_close(p, e);
	arena_free(&a);
	return rc;
}

/* ---- its name ------------------------------------------------------------------------------- */

static const char suffix[] = ".backup", part_suffix[] = ".part";

/* qinqing-000007-2026-05-06.backup */
static bool read_name(const char *name, int64_t *number, date *on)
{
	str rest = str_of(name), piece;

	if (!str_starts(rest, S("qinqing-")) || !str_ends(rest, str_of(suffix)))
		return false;
	rest = str_sub(rest, 8, rest.n - 8 - (uint32_t)strlen(suffix));
	return str_cut(&rest, '-', &piece) && str_digits(piece) && str_int(piece, number) &&
		date_reads(rest, (date){ 0 }, on);
}

static void sort(struct backups *all)
{
	for (size_t i = 1; i < all->n; i++)
		for (size_t k = i; k && all->p[k].number < all->p[k - 1].number; k--) {
			struct backup b = all->p[k];

			all->p[k] = all->p[k - 1];
			all->p[k - 1] = b;
		}
}

enum rc backup_list(struct arena *a, const char *dir, struct backups *out, struct err *e)
{
	DIR *d = opendir(dir);
	struct dirent *de;
	struct stat st;

	*out = (struct backups){ 0 };
	if (!d)
		return fail(e, RC_INVALID, "看不了备份目录 %s：%s", dir, strerror(errno));
	while ((de = readdir(d))) {
		struct backup b = { 0 };
		date on;

		if (!read_name(de->d_name, &b.number, &on))
			continue;
		b.made = moment_of(on, -1);
		b.path = arena_printf(a, "%s/%s", dir, de->d_name);
		if (stat(arena_z(a, b.path), &st) == 0)
			b.size = (uint64_t)st.st_size;
		*vec_add(a, out) = b;
	}
	closedir(d);
	sort(out);
	return RC_OK;
}

/* Of those that were interrupted; the lock says that nobody is at it. */
static void clear_parts(struct arena *a, const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *de;

	while (d && (de = readdir(d)))
		if (str_starts(str_of(de->d_name), S("qinqing-")) && str_ends(str_of(de->d_name), str_of(part_suffix)))
			unlink(arena_z(a, arena_printf(a, "%s/%s", dir, de->d_name)));
	if (d)
		closedir(d);
}

/* ---- making one ----------------------------------------------------------------------------- */

static str clear_text(struct arena *a, const struct backup *b)
{
	return arena_printf(a, "number %" PRId64 "\nmade %.*s\nhead %.*s\n", b->number,
		STR_FMT(moment_text(a, b->made)), STR_FMT(b->head));
}

static enum rc write_part(struct store *s, struct arena *a, const char *part, const struct seal_key *to, size_t n,
	struct backup *b, struct err *e)
{
	int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	struct sealer *seal;
	struct stat st;
	enum rc rc;

	if (fd < 0)
		return fail(e, RC_IO, "备份文件 %s 建不了：%s", part, strerror(errno));
	rc = seal_begin(a, fd, to, n, clear_text(a, b), &seal, e);
	if (rc == RC_OK) {
		struct pack *p = pack_new(a, seal);

		rc = pack_all(p, s, e);
		pack_free(p);
	}
	if (rc == RC_OK)
		rc = seal_end(seal, e);
	if (rc == RC_OK && (fsync(fd) != 0 || fstat(fd, &st) != 0))
		rc = fail(e, RC_IO, "备份没有写到磁盘上：%s", strerror(errno));
	if (rc == RC_OK)
		b->size = (uint64_t)st.st_size;
	close(fd);
	return rc;
}

static enum rc make_in(struct store *s, struct arena *a, const char *dir, int dirfd, const struct seal_key *to,
	size_t n, struct backup *b, struct err *e)
{
	struct backups all;
	const char *part;
	enum rc rc;

	TRY(backup_list(a, dir, &all, e));
	clear_parts(a, dir);
	*b = (struct backup){ .number = all.n ? all.p[all.n - 1].number + 1 : 1, .made = clock_now() };
	TRY(store_head(s, a, &b->head, e));
	b->path = arena_printf(a, "%s/qinqing-%06" PRId64 "-%.*s%s", dir, b->number,
		STR_FMT(date_text(a, moment_date(b->made))), suffix);
	part = arena_z(a, arena_printf(a, "%.*s%s", STR_FMT(b->path), part_suffix));
	rc = write_part(s, a, part, to, n, b, e);
	if (rc == RC_OK && (rename(part, arena_z(a, b->path)) != 0 || fsync(dirfd) != 0))
		rc = fail(e, RC_IO, "备份没有写到磁盘上：%s", strerror(errno));
	if (rc != RC_OK)
		unlink(part);
	return rc;
}

enum rc backup_make(struct store *s, struct arena *a, const char *dir, const struct seal_key *to, size_t n,
	struct backup *b, struct err *e)
{
	int dirfd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum rc rc;

	if (dirfd < 0)
		return fail(e, RC_INVALID, "打不开备份目录 %s：%s；请先建好这个目录", dir, strerror(errno));
	if (flock(dirfd, LOCK_EX | LOCK_NB) != 0)
		rc = fail(e, RC_BUSY, "%s 里正在做另一份备份；请等它做完", dir);
	else
		rc = make_in(s, a, dir, dirfd, to, n, b, e);
	close(dirfd);
	return rc;
}

/* ---- when the last one was made ------------------------------------------------------------- */

static const char memory[] = "last-backup";

moment backup_last(const char *data)
{
	struct arena a = { 0 };
	str text = file_read(&a, arena_z(&a, arena_printf(&a, "%s/%s", data, memory)), 100);
	moment at = { 0 };

	if (!text.n || !moment_reads(str_trim(text), (moment){ 0 }, &at))
		at = (moment){ 0 };
	arena_free(&a);
	return at;
}

bool backup_remember(const char *data, moment at)
{
	struct arena a = { 0 };
	const char *path = arena_z(&a, arena_printf(&a, "%s/%s", data, memory));
	bool good = file_put(path, arena_z(&a, arena_printf(&a, "%s.new", path)),
		arena_printf(&a, "%.*s\n", STR_FMT(moment_text(&a, at))), 0600, true);

	arena_free(&a);
	return good;
}
