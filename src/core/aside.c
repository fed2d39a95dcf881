/* aside.c - making a directory beside its place, so that nobody ever sees half of it. */
#include "core/aside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum rc refuse_living(const char *dir, struct err *e)
{
	DIR *d = opendir(dir);
	struct dirent *de;
	bool empty = true;

	if (!d)
		return errno == ENOENT ? RC_OK : fail(e, RC_INVALID, "%s 用不了：%s", dir, strerror(errno));
	while ((de = readdir(d)))
		empty &= strcmp(de->d_name, ".") == 0 || strcmp(de->d_name, "..") == 0;
	closedir(d);
	return empty ? RC_OK
		: fail(e, RC_INVALID, "%s 里有东西，不会覆盖它；请恢复到一个新的目录", dir);
}

static void sweep(struct arena *a, const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *de;

	while (d && (de = readdir(d))) {
		const char *path = arena_z(a, arena_printf(a, "%s/%s", dir, de->d_name));
		struct stat st;

		if (strcmp(de->d_name, ".") == 0 || strcmp(de->d_name, "..") == 0)
			continue;
		if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
			sweep(a, path);
		else
			unlink(path);
	}
	if (d)
		closedir(d);
	rmdir(dir);
}

static enum rc appear(const char *fresh, const char *dir, const char *above, struct err *e)
{
	int fd = open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = fd >= 0 && rename(fresh, dir) == 0 && (fsync(fd) == 0 || errno == EINVAL);
	int why = errno;

	if (fd >= 0)
		close(fd);
	return good ? RC_OK : fail(e, RC_IO, "恢复的目录没有放到 %s：%s", dir, strerror(why));
}

enum rc aside_begin(struct aside *s, struct arena *a, const char *dir, const char *suffix, struct err *e)
{
	str name = str_of(dir);
	uint32_t slash;

	while (name.n > 1 && name.p[name.n - 1] == '/')
		name.n--;
	for (slash = name.n; slash && name.p[slash - 1] != '/'; slash--)
		;
	*s = (struct aside){ .a = a, .dir = arena_z(a, name), .above = slash ? arena_z(a, (str){ name.p, slash }) : ".",
		.fresh = arena_z(a, arena_printf(a, "%.*s%s", STR_FMT(name), suffix)) };
	TRY(refuse_living(dir, e));
	if (mkdir(s->fresh, 0700) != 0)
		return fail(e, RC_INVALID, errno == EEXIST ? "%s 已经有了（另一次恢复正在进行，或中断了）；请确认后删掉它再恢复：%s"
							   : "建不了目录 %s：%s", s->fresh, strerror(errno));
	return RC_OK;
}

void aside_remove(struct aside *s)
{
	sweep(s->a, s->fresh);
}

enum rc aside_end(struct aside *s, enum rc rc, struct err *e)
{
	if (rc == RC_OK)
		rc = appear(s->fresh, s->dir, s->above, e);
	if (rc != RC_OK)
		aside_remove(s);
	return rc;
}
