/* place.c - judging where the data and the settings lie, before anything of them is believed. */
#include "store/place.h"

#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- who may change it ---------------------------------------------------------------------- */

static enum rc not_ours(const char *path, const struct stat *st, struct err *e)
{
	return fail(e, RC_DENIED, "%s 属于另一个系统账号（uid %u），不能相信它；请让管理员运行 "
		"chown -R %u '%s'", path, (unsigned)st->st_uid, (unsigned)getuid(), path);
}

static enum rc judge_owner(const char *path, const struct stat *st, bool root_too, struct err *e)
{
	if (st->st_uid != getuid() && !(root_too && st->st_uid == 0))
		return not_ours(path, st, e);
	if (st->st_mode & (S_IWGRP | S_IWOTH))
		return fail(e, RC_DENIED, "%s 别的系统账号也能改，不能相信它；请先运行 chmod -R go-w '%s'",
			path, path);
	return RC_OK;
}

/* A directory above that everybody may write, /tmp with its sticky bit aside. */
static enum rc judge_above(char *real, struct err *e)
{
	while (strcmp(real, "/") != 0) {
		struct stat st;

		real = dirname(real);
		if (stat(real, &st) == 0 && st.st_mode & S_IWOTH && !(st.st_mode & S_ISVTX))
			return fail(e, RC_DENIED, "%s 谁都能改，里面的目录可能被人换掉；请先运行 chmod o-w '%s'",
				real, real);
	}
	return RC_OK;
}

static enum rc judge_tree(struct arena *a, const char *path, bool root_too, struct err *e)
{
	struct dirent *de;
	struct stat st;
	enum rc rc = RC_OK;
	DIR *d;

	if (lstat(path, &st) != 0)
		return errno == ENOENT ? RC_OK /* gone meanwhile */
				       : fail(e, RC_IO, "看不了 %s：%s", path, strerror(errno));
	if (S_ISLNK(st.st_mode)) { /* the link's own owner counts, and where it leads */
		if (st.st_uid != getuid() && !(root_too && st.st_uid == 0))
			return not_ours(path, &st, e);
		if (stat(path, &st) != 0)
			return RC_OK; /* leads nowhere */
		return judge_owner(path, &st, root_too, e);
	}
	TRY(judge_owner(path, &st, root_too, e));
	if (!S_ISDIR(st.st_mode))
		return RC_OK;
	d = opendir(path);
	if (!d)
		return fail(e, RC_DENIED, "看不了目录 %s：%s；请检查权限", path, strerror(errno));
	while (rc == RC_OK && (de = readdir(d)))
		if (strcmp(de->d_name, ".") != 0 && strcmp(de->d_name, "..") != 0)
			rc = judge_tree(a, arena_z(a, arena_printf(a, "%s/%s", path, de->d_name)),
				root_too, e);
	closedir(d);
	return rc;
}

enum rc place_trusted(struct arena *a, const char *dir, bool root_too, struct err *e)
{
	char real[PATH_MAX];

	if (!realpath(dir, real))
		return errno == ENOENT ? RC_OK
				       : fail(e, RC_DENIED, "打不开 %s：%s；请检查写得对不对", dir,
						 strerror(errno));
	TRY(judge_tree(a, real, root_too, e));
	return judge_above(real, e);
}

/* ---- is it whole ---------------------------------------------------------------------------- */

/* Where LMDB 0.9 keeps what it believes, in bytes from the start of a page. */
enum {
	META_FLAGS = 10, META_MAGIC = 16, META_VERSION = 20, META_PAGE = 40, META_SIZE = 152,
	FLAG_META = 8, LMDB_FORMAT = 1, PAGE_LEAST = 512, PAGE_MOST = 32768,
};
static const uint32_t MAGIC = 0xBEEFC0DE;

struct meta { uint16_t flags; uint32_t magic, version, page; };

static bool read_meta(int fd, off_t at, struct meta *m)
{
	unsigned char p[META_SIZE];

	if (pread(fd, p, sizeof p, at) != (ssize_t)sizeof p)
		return false;
	memcpy(&m->flags, p + META_FLAGS, sizeof m->flags);
	memcpy(&m->magic, p + META_MAGIC, sizeof m->magic);
	memcpy(&m->version, p + META_VERSION, sizeof m->version);
	memcpy(&m->page, p + META_PAGE, sizeof m->page);
	return true;
}

static bool meta_is_one(const struct meta *m)
{
	return m->flags & FLAG_META && m->magic == MAGIC;
}

static enum rc judge_metas(int fd, const char *file, struct err *e)
{
	struct meta m[2];

	if (!read_meta(fd, 0, &m[0]))
		return fail(e, RC_IO, "%s 已损坏（文件被截短，不完整）；请停止使用，用备份恢复", file);
	if (!meta_is_one(&m[0]) || m[0].page < PAGE_LEAST || m[0].page > PAGE_MOST ||
	    m[0].page & (m[0].page - 1))
		return fail(e, RC_IO, "%s 的开头已损坏，或者不是数据文件；请核对 --data，或用备份恢复", file);
	if (m[0].version != LMDB_FORMAT)
		return fail(e, RC_IO, "%s 由另一种版本的数据库写成；请用写它的那个 qinqing 打开", file);
	if (!read_meta(fd, m[0].page, &m[1]))
		return fail(e, RC_IO, "%s 已损坏（文件被截短，不完整）；请停止使用，用备份恢复", file);
	if (!meta_is_one(&m[1]) || m[1].page != m[0].page || m[1].version != LMDB_FORMAT)
		return fail(e, RC_IO, "%s 的开头已损坏；请停止使用，用备份恢复", file);
	return RC_OK;
}

enum rc place_judge(const char *file, struct err *e)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	enum rc rc;

	if (fd < 0)
		return fail(e, errno == EACCES ? RC_DENIED : RC_IO, "读不了 %s：%s；请检查权限", file,
			strerror(errno));
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		rc = fail(e, RC_IO, "%s 不是文件；请核对 --data，或用备份恢复", file);
	else if (st.st_size == 0)
		rc = fail(e, RC_IO, "%s 已损坏（文件是空的）；请停止使用，用备份恢复", file);
	else
		rc = judge_metas(fd, file, e);
	close(fd);
	return rc;
}
