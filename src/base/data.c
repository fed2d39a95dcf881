/* data.c - finding a shipped file, and the office's own one beside it. */
#include "base/data.h"

#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MAX = 4 << 20 };

#define NO_ACCESS "没有读的权限；请让文件的主人放开"
#define OTHERS "别的账号也能改它，不能当作设置；请运行 chmod go-w"
#define STRANGER "主人既不是你也不是 root，不能当作设置；请把它改到自己名下"

size_t data_count(void)
{
	size_t n = 0;

	while (data_table[n].name)
		n++;
	return n;
}

const struct data *data_find(str name)
{
	for (const struct data *d = data_table; d->name; d++)
		if (str_is(name, d->name))
			return d;
	return NULL;
}

/* Where the office keeps its own file of that name. */
static str own_path(struct arena *a, const char *over, str name)
{
	str own = str_starts(name, S("config/")) ? str_from(name, 7) : name;

	return arena_printf(a, "%s/%.*s", over, STR_FMT(own));
}

/* A link that leads nowhere and a folder that may not be looked into are there all the same. */
static bool is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

bool data_exists(const char *over, str name)
{
	struct arena a = { 0 };
	bool there = data_find(name) || (over && is_there(own_path(&a, over, name).p));

	arena_free(&a);
	return there;
}

/* Only their owner may change settings: they decide who sees what. */
static const char *trusted(const struct stat *st)
{
	if (st->st_mode & (S_IWGRP | S_IWOTH))
		return OTHERS;
	return st->st_uid == geteuid() || st->st_uid == 0 ? NULL : STRANGER;
}

static const char *read_all(struct arena *a, int fd, str *text)
{
	struct stat st;
	size_t n = 0;
	ssize_t got = 1;
	char *p;

	if (fstat(fd, &st) != 0)
		return "读不出来，磁盘可能有问题";
	if (!S_ISREG(st.st_mode))
		return S_ISDIR(st.st_mode) ? "这是一个目录，要放一个文件" : "不是普通文件";
	if (st.st_size > FILE_MAX)
		return "大于4MB，不像是设置";
	if (trusted(&st))
		return trusted(&st);
	p = arena_new(a, (size_t)st.st_size + 1);
	while (n < (size_t)st.st_size && got > 0) {
		got = read(fd, p + n, (size_t)st.st_size - n);
		if (got > 0)
			n += (size_t)got;
	}
	*text = (str){ p, (uint32_t)n };
	return got < 0 ? "读不出来，磁盘可能有问题" : NULL;
}

static const char *why_not(int error)
{
	switch (error) {
	case EACCES: case EPERM: return NO_ACCESS;
	case ENOENT: case ELOOP: return "链接指向的文件不在";
	case ENOMEM: case EMFILE: case ENFILE: return "系统资源不足；请关掉别的程序再试";
	default: return "打不开";
	}
}

bool data_own(struct arena *a, const char *over, str name, struct own_file *out)
{
	int fd;

	*out = (struct own_file){ 0 };
	if (!over)
		return false;
	out->path = own_path(a, over, name);
	if (!is_there(out->path.p))
		return false;
	fd = open(out->path.p, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0) {
		out->why = why_not(errno);
		return true;
	}
	out->why = read_all(a, fd, &out->text);
	close(fd);
	return true;
}

/* ---- all of them ---------------------------------------------------------------------------- */

static void add_names(struct arena *a, const char *over, const char *folder, const char *shipped, const char *ending,
	struct own_names *out)
{
	str path = arena_printf(a, "%s%s", over, folder);
	struct stat st;
	struct dirent *d;
	DIR *dir;

	if (!is_there(path.p) || out->why)
		return;
	dir = opendir(path.p);
	if (!dir || fstat(dirfd(dir), &st) != 0)
		out->why = why_not(errno);
	else
		out->why = trusted(&st);
	if (out->why)
		out->path = path;
	while (dir && (d = readdir(dir)))
		if (d->d_name[0] != '.' && str_ends(str_of(d->d_name), str_of(ending)))
			*vec_add(a, out) = arena_printf(a, "%s%s", shipped, d->d_name);
	if (dir)
		closedir(dir);
}

static int by_name(const void *x, const void *y)
{
	return str_cmp(*(const str *)x, *(const str *)y);
}

struct own_names data_own_names(struct arena *a, const char *over)
{
	struct own_names out = { 0 };

	if (!over)
		return out;
	add_names(a, over, "", "config/", ".yaml", &out);
	add_names(a, over, "/maps", "config/maps/", ".yaml", &out);
	add_names(a, over, "/prints", "config/prints/", ".html", &out);
	add_names(a, over, "/reports", "config/reports/", ".yaml", &out);
	add_names(a, over, "/surveys", "config/surveys/", ".yaml", &out);
	add_names(a, over, "/screens", "screens/", ".yaml", &out);
	if (out.n > 1)
		qsort(out.p, out.n, sizeof *out.p, by_name);
	return out;
}
