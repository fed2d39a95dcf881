/* data.c - finding a shipped file, or the office's own one in its place. */
#include "base/data.h"

#include "base/str.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MAX = 4 << 20 };

const struct data *data_find(str name)
{
	for (const struct data *d = data_table; d->name; d++)
		if (str_is(name, d->name))
			return d;
	return NULL;
}

/* The whole file; its p stays NULL when it cannot be read. */
static str read_all(struct arena *a, int fd)
{
	struct stat st;
	str text = { 0 };
	size_t n = 0;
	ssize_t got = 1;
	char *p;

	if (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_size > FILE_MAX)
		return text;
	p = arena_new(a, (size_t)st.st_size + 1);
	while (n < (size_t)st.st_size && got > 0) {
		got = read(fd, p + n, (size_t)st.st_size - n);
		if (got > 0)
			n += (size_t)got;
	}
	return got < 0 ? text : (str){ p, (uint32_t)n };
}

/* Where the office keeps its own file of that name. */
static str own_path(struct arena *a, const char *over, str name)
{
	str own = str_starts(name, S("config/")) ? str_from(name, 7) : name;

	return arena_printf(a, "%s/%.*s", over, STR_FMT(own));
}

bool data_exists(const char *over, str name)
{
	struct arena a = { 0 };
	bool there = data_find(name) || (over && access(own_path(&a, over, name).p, F_OK) == 0);

	arena_free(&a);
	return there;
}

/* False when the office has no such file: then the shipped one is meant. */
static bool read_own(struct arena *a, const char *over, str name, str *text, str *path)
{
	int fd;

	*path = own_path(a, over, name);
	if (access(path->p, F_OK))
		return false;
	*text = (str){ 0 };
	fd = open(path->p, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd >= 0) {
		*text = read_all(a, fd);
		close(fd);
	}
	return true;
}

bool data_read(struct arena *a, const char *over, str name, str *text, str *path)
{
	const struct data *d;

	if (over && read_own(a, over, name, text, path))
		return true;
	d = data_find(name);
	if (!d)
		return false;
	*text = (str){ d->bytes, d->n };
	*path = str_of(d->name);
	return true;
}
