/* scan.c - looks at every place of a data file where LMDB may have put a key and its value. */
#include "store/scan.h"

#include "base/str.h"
#include "store/key.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* LMDB's page: 16 bytes of header; a node is 2 + 2 bytes size of the value, 2 flags, 2 size of the key, the key, the
 * value, at an even place.  Of a big value the node holds the number of its first page. */
enum { PAGE_USUAL = 4096, PAGE_LEAST = 512, PAGE_MOST = 65536, HEADER = 16, NODE = 8, BIG = 1, KEY = 8, EVEN = 2,
	CHAIN = 32 };
enum { META_MAGIC = HEADER, META_PAGE_SIZE = HEADER + 24 };
static const uint32_t magic = 0xBEEFC0DE;

static uint16_t two(const char *p)
{
	uint16_t v;

	memcpy(&v, p, sizeof v);
	return v;
}

/* As many as there are; those behind the end, or that the disk does not give, are zeroes. */
static bool take(int fd, uint64_t at, char *to, size_t n)
{
	size_t have = 0;
	ssize_t got = 1;

	while (have < n && ((got = pread(fd, to + have, n - have, (off_t)(at + have))) > 0 || (got < 0 && errno == EINTR)))
		have += got > 0 ? (size_t)got : 0;
	memset(to + have, 0, n - have);
	return got >= 0;
}

bool scan_value(const struct scan *sc, struct arena *a, const struct found *f, str *out)
{
	char *p = arena_new(a, f->size + 1u);

	*out = (str){ p, f->size };
	return f->at + f->size <= sc->size && take(sc->fd, f->at, p, f->size);
}

static bool decode_entry(struct arena *a, uint64_t id, str value, struct entry **out)
{
	struct rec *r;
	struct err e; /* most of what is looked at is none */

	if (rec_decode(a, &entry_type, value, &r, &e) != RC_OK)
		return false;
	r->id = id;
	*out = (struct entry *)r;
	return (*out)->chain.b.n == CHAIN && (*out)->at.v > 0 && (*out)->act.key.n && (*out)->commit.v > 0 &&
		(uint64_t)(*out)->commit.v <= id && r->version == 1;
}

bool scan_entry(const struct scan *sc, struct arena *a, const struct found *f, struct entry **out)
{
	str value;

	return scan_value(sc, a, f, &value) && decode_entry(a, f->id, value, out);
}

/* ---- one place ------------------------------------------------------------------------------ */

static const struct rec_type *type_of_tag(const struct scan *sc, uint8_t tag)
{
	const struct rec_type *const *t = sc->schema->types;

	while (*t && (*t)->tag != tag)
		t++;
	return *t;
}

static void see_value(struct scan *sc, struct arena *a, const char *key, str value, uint64_t at)
{
	struct found f = { .tag = *(const uint8_t *)key, .id = get_be(key + 1, KEY - 1), .at = at, .size = value.n };
	const struct rec_type *t = type_of_tag(sc, f.tag);
	struct entry *en;
	struct rec *r;
	struct err e; /* most of what is looked at is none */

	if (!f.id || value.n < 2)
		return;
	if (!f.tag && decode_entry(a, f.id, value, &en))
		*vec_add(sc->a, &sc->entries) = f;
	if (!t || value.n <= SUM || get_be(value.p, SUM) != checksum(key, KEY, str_from(value, SUM)) ||
		rec_decode(a, t, str_from(value, SUM), &r, &e) != RC_OK)
		return;
	f.version = r->version;
	*vec_add(sc->a, &sc->records) = f;
}

/* A node of a key as long as ours may begin at p. */
static void see_place(struct scan *sc, struct arena *a, const char *page, uint64_t begins, uint32_t at)
{
	const char *node = page + at, *key = node + NODE;
	uint32_t size = two(node) | (uint32_t)two(node + 2) << 16, rest = sc->page - at - NODE - KEY;
	uint16_t flags = two(node + 4);
	struct found big = { .size = size };
	uint64_t number;
	str value;

	if (!flags && size <= rest) {
		see_value(sc, a, key, (str){ key + KEY, size }, begins + at + NODE + KEY);
	} else if (flags == BIG && rest >= sizeof number && size > sc->page / 4 && size < sc->size) {
		memcpy(&number, key + KEY, sizeof number);
		big.at = number * sc->page + HEADER;
		if (number < sc->size / sc->page && scan_value(sc, a, &big, &value))
			see_value(sc, a, key, value, big.at);
	}
}

/* ---- the file ------------------------------------------------------------------------------- */

/* As one of the first two pages says; they may be damaged, then what is usual. */
static uint32_t page_size(int fd)
{
	char head[HEADER + 64];
	uint32_t said, size;

	for (uint32_t at = 0; at <= PAGE_MOST; at = at ? at * 2 : PAGE_LEAST) {
		if (!take(fd, at, head, sizeof head))
			continue;
		memcpy(&said, head + META_MAGIC, sizeof said);
		memcpy(&size, head + META_PAGE_SIZE, sizeof size);
		if (said == magic && size >= PAGE_LEAST && size <= PAGE_MOST && !(size & (size - 1)) && (!at || at == size))
			return size;
	}
	return PAGE_USUAL;
}

static int by_key(const void *x, const void *y)
{
	const struct found *a = x, *b = y;

	if (a->tag != b->tag)
		return a->tag < b->tag ? -1 : 1;
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	if (a->version != b->version)
		return a->version < b->version ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

static void see_all(struct scan *sc)
{
	struct arena one = { 0 };
	char *page = arena_new(sc->a, sc->page);

	for (uint64_t at = 0; at < sc->size; at += sc->page) {
		if (!take(sc->fd, at, page, sc->page))
			sc->unread++;
		for (uint32_t i = 0; i + NODE + KEY <= sc->page; i += EVEN)
			if (two(page + i + 6) == KEY)
				see_place(sc, &one, page, at, i);
		arena_reset(&one);
	}
	arena_free(&one);
	if (sc->records.n)
		qsort(sc->records.p, sc->records.n, sizeof *sc->records.p, by_key);
	if (sc->entries.n)
		qsort(sc->entries.p, sc->entries.n, sizeof *sc->entries.p, by_key);
}

enum rc scan_open(struct scan *sc, struct arena *a, const char *path, const struct schema *schema, struct err *e)
{
	struct stat st;

	*sc = (struct scan){ .fd = open(path, O_RDONLY | O_CLOEXEC), .schema = schema, .a = a };
	if (sc->fd < 0 || fstat(sc->fd, &st) != 0) {
		fail(e, RC_IO, "读不了 %s：%s", path, strerror(errno));
		scan_close(sc);
		return RC_IO;
	}
	sc->size = (uint64_t)st.st_size;
	sc->page = page_size(sc->fd);
	see_all(sc);
	return RC_OK;
}

void scan_close(struct scan *sc)
{
	if (sc->fd >= 0)
		close(sc->fd);
	sc->fd = -1;
}
