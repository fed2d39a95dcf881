/* present.c - who is in, as locked files; tells a session to go. */
#include "store/present.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MOST = 1 << 14 };

static const size_t texts[] = { offsetof(struct present, login), offsetof(struct present, from),
	offsetof(struct present, what), offsetof(struct present, key) };

static str *text_of(const struct present *p, size_t i)
{
	return (str *)(uintptr_t)((const char *)p + texts[i]);
}

static const char *path_of(struct arena *a, const char *dir, int64_t pid)
{
	return arena_z(a, arena_printf(a, "%s/present/%lld", dir, (long long)pid));
}

/* One line a text: none of them holds a line end. */
static str packed(struct arena *a, const struct present *p)
{
	struct buf b = { .a = a };

	buf_printf(&b, "%lld\n", (long long)p->since.v);
	for (size_t i = 0; i < COUNT(texts); i++) {
		str s = *text_of(p, i);

		for (uint32_t k = 0; k < s.n; k++)
			buf_char(&b, s.p[k] == '\n' ? ' ' : s.p[k]);
		buf_char(&b, '\n');
	}
	return buf_view(&b);
}

static bool unpacked(str text, struct present *p)
{
	str line;

	if (!str_cut(&text, '\n', &line) || !str_int(line, &p->since.v))
		return false;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (!str_cut(&text, '\n', text_of(p, i)))
			return false;
	return true;
}

enum rc present_enter(const char *dir, const struct present *p, int *fd, struct err *e)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct arena a = { 0 };
	const char *path = path_of(&a, dir, getpid());
	str text = packed(&a, p);
	bool good = mkdir(arena_z(&a, arena_printf(&a, "%s/present", dir)), 0700) == 0 || errno == EEXIST;

	*fd = good ? open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
	good = *fd >= 0 && fcntl(*fd, F_SETLK, &lock) == 0 && write(*fd, text.p, text.n) == (ssize_t)text.n;
	if (!good)
		fail(e, RC_IO, "登记不了这次登录（%s：%s）；请告诉管理员", path, strerror(errno));
	if (!good && *fd >= 0) {
		close(*fd);
		*fd = -1;
	}
	arena_free(&a);
	return good ? RC_OK : e->rc;
}

void present_leave(const char *dir, int fd)
{
	struct arena a = { 0 };

	if (fd < 0)
		return;
	unlink(path_of(&a, dir, getpid()));
	close(fd);
	arena_free(&a);
}

/* Who holds the file: 0 nobody.  Never asked of one's own, whose lock would go with the descriptor. */
static pid_t holder(int fd)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (fcntl(fd, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK)
		return 0;
	return lock.l_pid;
}

static bool is_held(const char *path, int64_t pid)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool held = fd >= 0 && holder(fd) == pid;

	if (fd >= 0)
		close(fd);
	return held;
}

struct presents { VEC(struct present); };

static void look_at(struct arena *a, const char *dir, int64_t pid, struct presents *out)
{
	const char *path = path_of(a, dir, pid);
	struct present p = { .pid = pid };

	if (pid == getpid())
		return;
	if (!is_held(path, pid))
		unlink(path); /* left by one that was killed */
	else if (unpacked(file_read(a, path, FILE_MOST), &p))
		*vec_add(a, out) = p;
}

static int longest_first(const void *x, const void *y)
{
	const struct present *a = x, *b = y;

	return a->since.v < b->since.v ? -1 : a->since.v > b->since.v ? 1 : a->pid < b->pid ? -1 : a->pid > b->pid;
}

enum rc present_list(struct arena *a, const char *dir, struct present **out, size_t *n, struct err *e)
{
	const char *path = arena_z(a, arena_printf(a, "%s/present", dir));
	struct presents all = { 0 };
	struct dirent *de;
	DIR *d = opendir(path);
	int64_t pid;

	*out = NULL;
	*n = 0;
	if (!d)
		return errno == ENOENT ? RC_OK : fail(e, RC_IO, "看不了 %s：%s；请检查权限", path, strerror(errno));
	while ((de = readdir(d)))
		if (str_int(str_of(de->d_name), &pid) && pid > 0)
			look_at(a, dir, pid, &all);
	closedir(d);
	if (all.n > 1)
		qsort(all.p, all.n, sizeof *all.p, longest_first);
	*out = all.p;
	*n = all.n;
	return RC_OK;
}

enum rc present_end(const char *dir, int64_t pid, struct err *e)
{
	struct arena a = { 0 };
	bool there = pid > 0 && pid != getpid() && is_held(path_of(&a, dir, pid), pid);

	arena_free(&a);
	if (!there || (kill((pid_t)pid, SIGHUP) != 0 && errno == ESRCH))
		return fail(e, RC_NOT_FOUND, "没有第%lld号在线的会话", (long long)pid);
	return RC_OK;
}
