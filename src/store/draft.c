/* draft.c - unfinished text, one small file per person and record, outside LMDB.
 *
 * A file is lines `name length` each followed by that many bytes and a newline, so that any text
 * fits.  Its name is the person's login and a hash of the key. */
#include "store/draft.h"

#include "base/buf.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_ROOM = 4096, FILE_MOST = 4 << 20 };

/* The parts of a draft in the order of the file. */
static const struct { const char *name; size_t off; } parts[] = {
	{ "who", offsetof(struct draft, who) },       { "key", offsetof(struct draft, key) },
	{ "screen", offsetof(struct draft, screen) }, { "field", offsetof(struct draft, field) },
	{ "base", offsetof(struct draft, base) },     { "rec", offsetof(struct draft, rec) },
};

static str *part(const struct draft *d, size_t i)
{
	return (str *)(uintptr_t)((const char *)d + parts[i].off);
}

static void hash_hex(str s, char out[17])
{
	unsigned char h[8];

	static const unsigned char fixed[crypto_shorthash_KEYBYTES] = "qinqing drafts";

	crypto_shorthash(h, (const unsigned char *)s.p, s.n, fixed);
	for (int i = 0; i < 8; i++)
		snprintf(out + 2 * i, 3, "%02x", h[i]);
}

static void path_of(char out[PATH_ROOM], const char *dir, str who, str key, const char *end)
{
	char w[17], k[17];

	hash_hex(who, w);
	hash_hex(key, k);
	snprintf(out, PATH_ROOM, "%s/drafts/%s-%s%s", dir, w, k, end);
}

enum rc draft_save(const char *dir, const struct draft *d, struct err *e)
{
	char path[PATH_ROOM], temp[PATH_ROOM];
	struct arena a = { 0 };
	struct buf b = { .a = &a };
	ssize_t n;
	int fd;

	snprintf(path, sizeof path, "%s/drafts", dir);
	mkdir(path, 0700);
	buf_printf(&b, "at %lld\n", (long long)d->at.v);
	for (size_t i = 0; i < COUNT(parts); i++) {
		str s = *part(d, i);

		buf_printf(&b, "%s %u\n", parts[i].name, s.n);
		buf_str(&b, s);
		buf_char(&b, '\n');
	}
	path_of(path, dir, d->who, d->key, "");
	path_of(temp, dir, d->who, d->key, ".tmp");
	fd = open(temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	n = fd < 0 ? -1 : write(fd, b.p, b.n);
	if (fd >= 0 && close(fd))
		n = -1;
	arena_free(&a);
	/* No fsync: a slow disk must not hold up the keyboard. */
	if (n < 0 || (size_t)n != b.n || rename(temp, path))
		return fail(e, RC_IO, "草稿没有存下（%s）；请先按 ^S 正式保存", strerror(errno));
	return RC_OK;
}

static bool read_draft(struct arena *a, const char *path, struct draft *out)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	str text = { 0 }, line;
	int64_t at;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && st.st_size < FILE_MOST) {
		char *p = arena_new(a, (size_t)st.st_size + 1);
		ssize_t n = read(fd, p, (size_t)st.st_size);

		if (n > 0)
			text = (str){ p, (uint32_t)n };
	}
	close(fd);
	*out = (struct draft){ 0 };
	if (!text.n || !str_cut(&text, '\n', &line) || !str_starts(line, S("at ")) ||
		!str_int(str_from(line, 3), &at))
		return false;
	out->at = (moment){ at };
	for (size_t i = 0; i < COUNT(parts); i++) {
		str name;
		int64_t n;

		if (!str_cut(&text, '\n', &line) || !str_cut(&line, ' ', &name) ||
			!str_is(name, parts[i].name) || !str_int(line, &n) || n < 0 || n >= text.n)
			return false;
		*part(out, i) = str_sub(text, 0, (uint32_t)n);
		text = str_from(text, (uint32_t)n + 1);
	}
	return true;
}

static int newest_first(const void *x, const void *y)
{
	const struct draft *a = x, *b = y;

	return a->at.v > b->at.v ? -1 : a->at.v < b->at.v;
}

enum rc draft_list(struct arena *a, const char *dir, str who, struct draft **out, size_t *n,
	struct err *e)
{
	char path[PATH_ROOM], mine[17];
	struct dirent *de;
	size_t cap = 0;
	DIR *d;

	(void)e;
	*out = NULL;
	*n = 0;
	snprintf(path, sizeof path, "%s/drafts", dir);
	if (!(d = opendir(path)))
		return RC_OK;
	hash_hex(who, mine);
	while ((de = readdir(d))) {
		str name = str_of(de->d_name);
		struct draft one;

		if (!str_starts(name, str_of(mine)) || str_ends(name, S(".tmp")))
			continue;
		snprintf(path, sizeof path, "%s/drafts/%s", dir, de->d_name);
		if (!read_draft(a, path, &one) || !str_eq(one.who, who))
			continue;
		if (*n == cap) {
			struct draft *more = ARENA_ARRAY(a, struct draft, cap = cap * 2 + 8);

			if (*n)
				memcpy(more, *out, *n * sizeof *more);
			*out = more;
		}
		(*out)[(*n)++] = one;
	}
	closedir(d);
	if (*n > 1)
		qsort(*out, *n, sizeof **out, newest_first);
	return RC_OK;
}

void draft_drop(const char *dir, str who, str key)
{
	char path[PATH_ROOM];

	path_of(path, dir, who, key, "");
	unlink(path);
}
