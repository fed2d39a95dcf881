/* pack.c - puts the files of an office into a backup, and takes them out again. */
#include "store/pack.h"

#include "base/file.h"
#include "base/str.h"
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

enum { LEVEL = 3, ROOM = 1 << 16, NAME_MOST = 400 };

/* ---- in ------------------------------------------------------------------------------------- */

struct pack { struct sealer *to; ZSTD_CCtx *z; char out[ROOM]; };

struct pack *pack_new(struct arena *a, struct sealer *to)
{
	struct pack *p = ARENA_NEW(a, struct pack);

	p->to = to;
	p->z = ZSTD_createCCtx();
	if (p->z)
		ZSTD_CCtx_setParameter(p->z, ZSTD_c_compressionLevel, LEVEL);
	return p;
}

void pack_free(struct pack *p)
{
	ZSTD_freeCCtx(p->z);
}

static enum rc squeeze(struct pack *p, const void *data, size_t n, ZSTD_EndDirective how, struct err *e)
{
	ZSTD_inBuffer in = { data, n, 0 };
	size_t left = 1;

	while (how == ZSTD_e_end ? left : in.pos < in.size) {
		ZSTD_outBuffer out = { p->out, sizeof p->out, 0 };

		left = p->z ? ZSTD_compressStream2(p->z, &out, &in, how) : (size_t)-1;
		if (ZSTD_isError(left))
			return fail(e, RC_IO, "备份压缩不了：%s", ZSTD_getErrorName(left));
		TRY(seal_write(p->to, p->out, out.pos, e));
	}
	return RC_OK;
}

static enum rc number(struct pack *p, uint32_t n, size_t wide, struct err *e)
{
	unsigned char be[4];

	for (size_t i = 0; i < wide; i++)
		be[i] = (unsigned char)(n >> 8 * (wide - 1 - i));
	return squeeze(p, be, wide, ZSTD_e_continue, e);
}

enum rc pack_begin(struct pack *p, const char *name, struct err *e)
{
	size_t n = strlen(name);

	if (n > NAME_MOST)
		return fail(e, RC_INVALID, "文件名太长，没有备份：%s", name);
	TRY(number(p, (uint32_t)n, 2, e));
	return squeeze(p, name, n, ZSTD_e_continue, e);
}

enum rc pack_bytes(struct pack *p, const void *data, size_t n, struct err *e)
{
	if (!n)
		return RC_OK;
	TRY(number(p, (uint32_t)n, 4, e));
	return squeeze(p, data, n, ZSTD_e_continue, e);
}

enum rc pack_end(struct pack *p, struct err *e)
{
	return number(p, 0, 4, e);
}

enum rc pack_close(struct pack *p, struct err *e)
{
	TRY(number(p, 0, 2, e));
	return squeeze(p, NULL, 0, ZSTD_e_end, e);
}

/* ---- out ------------------------------------------------------------------------------------ */

/* Reads the stream in whatever pieces it comes. */
struct unpack {
	ZSTD_DCtx *z;
	struct arena *a;
	const char *path, *into;      /* into NULL: only read */
	enum { AT_NAME_LENGTH, AT_NAME, AT_LENGTH, AT_BYTES, AT_END } at;
	char held[NAME_MOST + 1];     /* of a length or a name */
	size_t have, want;
	uint64_t left;                /* of the block */
	int fd;
	bool data;                    /* data.mdb has been among them */
	char out[ROOM];
};

static enum rc none_of_ours(const struct unpack *u, struct err *e)
{
	return fail(e, RC_IO, "备份 %s 里面的内容不是 qinqing 写的样子；什么也没有恢复", u->path);
}

/* Whoever knows the public key can seal a file: a name must not lead out of the directory. */
static bool name_is_safe(str name)
{
	static const char *const roots[] = { "data.mdb", "authorized_keys", "config", "drafts" };
	str rest = name, part;
	bool first = true, known = false;

	while (str_cut(&rest, '/', &part)) {
		if (!part.n || part.p[0] == '.' || memchr(part.p, 0, part.n))
			return false;
		for (size_t i = 0; first && i < COUNT(roots); i++)
			known |= str_is(part, roots[i]) && (i < 2) == !rest.p;
		first = false;
	}
	return known;
}

static enum rc begin_file(struct unpack *u, str name, struct err *e)
{
	char *path;

	if (!name_is_safe(name))
		return none_of_ours(u, e);
	u->data |= str_is(name, "data.mdb");
	if (!u->into)
		return RC_OK;
	path = arena_z(u->a, arena_printf(u->a, "%s/%.*s", u->into, STR_FMT(name)));
	for (char *p = path + strlen(u->into) + 1; *p; p++)
		if (*p == '/') {
			*p = '\0';
			if (mkdir(path, 0700) != 0 && errno != EEXIST)
				return fail(e, RC_IO, "建不了目录 %s：%s", path, strerror(errno));
			*p = '/';
		}
	u->fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	return u->fd >= 0 ? RC_OK : fail(e, RC_IO, "写不了 %s：%s；没有恢复", path, strerror(errno));
}

static enum rc end_file(struct unpack *u, struct err *e)
{
	bool good = u->fd < 0 || fsync(u->fd) == 0;

	if (u->fd >= 0 && close(u->fd) != 0)
		good = false;
	u->fd = -1;
	return good ? RC_OK : fail(e, RC_IO, "恢复的文件没有写到磁盘上：%s", strerror(errno));
}

static enum rc write_out(struct unpack *u, const char *p, size_t n, struct err *e)
{
	return u->fd < 0 || file_write(u->fd, (str){ p, (uint32_t)n }) ? RC_OK
		: fail(e, RC_IO, "恢复没有写完：%s；请换一个有空间的地方", strerror(errno));
}

static void expect(struct unpack *u, int at, size_t want)
{
	u->at = at;
	u->have = 0;
	u->want = want;
}

/* What was waited for is complete in held. */
static enum rc step(struct unpack *u, struct err *e)
{
	uint32_t n = 0;

	if (u->at == AT_NAME) {
		str name = arena_str(u->a, (str){ u->held, (uint32_t)u->have });

		expect(u, AT_LENGTH, 4);
		return begin_file(u, name, e);
	}
	for (size_t i = 0; i < u->want; i++)
		n = n << 8 | (unsigned char)u->held[i];
	if (u->at == AT_NAME_LENGTH) {
		if (n > NAME_MOST)
			return none_of_ours(u, e);
		expect(u, n ? AT_NAME : AT_END, n);
		return RC_OK;
	}
	if (n) {
		u->left = n;
		u->at = AT_BYTES;
		return RC_OK;
	}
	expect(u, AT_NAME_LENGTH, 2);
	return end_file(u, e);
}

static enum rc feed(struct unpack *u, const char *p, size_t n, struct err *e)
{
	while (n) {
		size_t part;

		if (u->at == AT_END)
			return none_of_ours(u, e);
		if (u->at == AT_BYTES) {
			part = u->left < n ? (size_t)u->left : n;
			TRY(write_out(u, p, part, e));
			if (!(u->left -= part))
				expect(u, AT_LENGTH, 4);
		} else {
			part = u->want - u->have < n ? u->want - u->have : n;
			memcpy(u->held + u->have, p, part);
			u->have += part;
			if (u->have == u->want)
				TRY(step(u, e));
		}
		p += part;
		n -= part;
	}
	return RC_OK;
}

static enum rc swell(void *arg, const void *p, size_t n, struct err *e)
{
	struct unpack *u = arg;
	ZSTD_inBuffer in = { p, n, 0 };
	bool more = true;

	while (in.pos < in.size || more) {
		ZSTD_outBuffer out = { u->out, sizeof u->out, 0 };
		size_t rc = u->z ? ZSTD_decompressStream(u->z, &out, &in) : (size_t)-1;

		if (ZSTD_isError(rc))
			return none_of_ours(u, e);
		TRY(feed(u, u->out, out.pos, e));
		more = out.pos == sizeof u->out;
	}
	return RC_OK;
}

/* The lines in clear. */
static void read_clear(str text, struct backup *b)
{
	str line, name;

	while (str_cut(&text, '\n', &line)) {
		if (!str_word(&line, &name))
			continue;
		line = str_trim(line);
		if (str_is(name, "number") && !str_int(line, &b->number))
			b->number = 0;
		if (str_is(name, "made") && !moment_reads(line, (moment){ 0 }, &b->made))
			b->made = (moment){ 0 };
		if (str_is(name, "head"))
			b->head = line;
	}
}

static enum rc open_proven(struct arena *a, const char *path, struct sealed *f, struct backup *b, struct err *e)
{
	TRY(sealed_open(a, path, f, e));
	*b = (struct backup){ .path = str_of(path), .size = f->end + 32 };
	read_clear(f->clear, b);
	return RC_OK;
}

enum rc backup_prove(struct arena *a, const char *path, struct backup *b, struct err *e)
{
	struct sealed f;

	TRY(open_proven(a, path, &f, b, e));
	sealed_close(&f);
	return RC_OK;
}

enum rc backup_unpack(struct arena *a, const char *path, const struct seal_key *secret, const char *into,
	struct backup *b, struct err *e)
{
	struct unpack *u = ARENA_NEW(a, struct unpack);
	struct sealed f;
	enum rc rc;

	TRY(open_proven(a, path, &f, b, e));
	*u = (struct unpack){ .z = ZSTD_createDCtx(), .a = a, .path = path, .into = into, .fd = -1, .want = 2 };
	rc = sealed_read(&f, secret, swell, u, e);
	if (rc == RC_OK && (u->at != AT_END || !u->data))
		rc = none_of_ours(u, e);
	if (u->fd >= 0)
		close(u->fd);
	ZSTD_freeDCtx(u->z);
	sealed_close(&f);
	return rc;
}
