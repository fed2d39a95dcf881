/* draft.c - unfinished text, one small file per person and record, outside LMDB.
 *
 * A file is lines `name length` each followed by that many bytes and a newline, so that any text
 * fits.  Its name is the person's login and a hash of the key. */
#include "store/draft.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MOST = 4 << 20 };

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

static char *path_of(struct arena *a, const char *dir, str who, str key, const char *end)
{
	char w[17], k[17];

	hash_hex(who, w);
	hash_hex(key, k);
	return arena_z(a, arena_printf(a, "%s/drafts/%s-%s%s", dir, w, k, end));
}

enum rc draft_save(const char *dir, const struct draft *d, struct err *e)
{
	struct arena a = { 0 };
	struct buf b = { .a = &a };
	bool good;

	buf_printf(&b, "at %lld\n", (long long)d->at.v);
	for (size_t i = 0; i < COUNT(parts); i++) {
		str s = *part(d, i);

		buf_printf(&b, "%s %u\n", parts[i].name, s.n);
		buf_str(&b, s);
		buf_char(&b, '\n');
	}
	good = mkdir(arena_z(&a, arena_printf(&a, "%s/drafts", dir)), 0700) == 0 || errno == EEXIST;
	if (good && b.n >= FILE_MOST) {
		good = false;
		errno = EFBIG;
	}
	/* No fsync: a slow disk must not hold up the keyboard. */
	good = good && file_put(path_of(&a, dir, d->who, d->key, ""), path_of(&a, dir, d->who, d->key, ".tmp"),
			       buf_view(&b), 0600, false);
	arena_free(&a);
	return good ? RC_OK : fail(e, RC_IO, "草稿没有存下（%s）；请先按 ^S 正式保存", strerror(errno));
}

/* False: it ends too early, as after a power cut; such a draft is lost, since nothing waited for the
 * disk when it was written. */
static bool parse_draft(str text, struct draft *out)
{
	str line;
	int64_t at;

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

struct drafts { VEC(struct draft); };

static enum rc read_drafts(struct arena *a, const char *dir, DIR *d, str who, struct drafts *out,
	struct err *e)
{
	char mine[17];
	struct dirent *de;

	hash_hex(who, mine);
	while ((de = readdir(d))) {
		str name = str_of(de->d_name), text;
		const char *path;
		struct draft one;

		if (!str_starts(name, str_of(mine)) || str_ends(name, S(".tmp")))
			continue;
		path = arena_z(a, arena_printf(a, "%s/drafts/%s", dir, de->d_name));
		text = file_read(a, path, FILE_MOST);
		if (!text.p && errno == ENOENT)
			continue; /* dropped meanwhile, in another window */
		if (!text.p)
			return fail(e, RC_IO, "草稿 %s 读不出来：%s；请检查权限", path, strerror(errno));
		if (parse_draft(text, &one) && str_eq(one.who, who))
			*vec_add(a, out) = one;
	}
	return RC_OK;
}

enum rc draft_list(struct arena *a, const char *dir, str who, struct draft **out, size_t *n,
	struct err *e)
{
	const char *path = arena_z(a, arena_printf(a, "%s/drafts", dir));
	struct drafts all = { 0 };
	DIR *d = opendir(path);
	enum rc rc;

	*out = NULL;
	*n = 0;
	if (!d)
		return errno == ENOENT ? RC_OK
				       : fail(e, RC_IO, "草稿目录 %s 打不开：%s；请检查权限", path, strerror(errno));
	rc = read_drafts(a, dir, d, who, &all, e);
	closedir(d);
	if (rc == RC_OK && all.n > 1)
		qsort(all.p, all.n, sizeof *all.p, newest_first);
	*out = all.p;
	*n = rc == RC_OK ? all.n : 0;
	return rc;
}

void draft_drop(const char *dir, str who, str key)
{
	struct arena a = { 0 };

	unlink(path_of(&a, dir, who, key, ""));
	arena_free(&a);
}
