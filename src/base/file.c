/* file.c - what file.h says. */
#include "base/file.h"

#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_write(int fd, str s)
{
	while (s.n) {
		ssize_t n = write(fd, s.p, s.n);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			s = str_from(s, (uint32_t)n);
	}
	return true;
}

/* Closes it whatever came before, and keeps the reason of what failed first. */
static bool ended(int fd, bool good)
{
	int why = errno;

	if (close(fd) == 0)
		errno = why;
	else if (good)
		return false;
	errno = good ? errno : why;
	return good;
}

/* A name is on the disk when its directory is. */
static bool sync_above(const char *path)
{
	char copy[PATH_MAX];
	bool good;
	int fd;

	if (strlen(path) >= sizeof copy)
		return false;
	strcpy(copy, path);
	fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	good = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	return good;
}

bool file_put(const char *path, const char *temp, str content, unsigned mode, bool durable)
{
	int fd = open(temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);

	return fd >= 0 &&
		ended(fd, fchmod(fd, mode) == 0 && file_write(fd, content) && (!durable || fsync(fd) == 0)) &&
		rename(temp, path) == 0 && (!durable || sync_above(path));
}

bool file_new(const char *path, str content)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600), why;

	if (fd < 0)
		return false;
	if (ended(fd, file_write(fd, content) && fsync(fd) == 0) && sync_above(path))
		return true;
	why = errno;
	unlink(path);
	errno = why;
	return false;
}

str file_read(struct arena *a, const char *path, size_t most)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	str text = { 0 };

	if (fd < 0)
		return text;
	if (fstat(fd, &st) == 0 && (size_t)st.st_size < most) {
		char *p = arena_new(a, (size_t)st.st_size + 1);
		ssize_t n = read(fd, p, (size_t)st.st_size);

		if (n >= 0)
			text = (str){ p, (uint32_t)n };
	} else {
		errno = EFBIG;
	}
	close(fd);
	return text;
}
