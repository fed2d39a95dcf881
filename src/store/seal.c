/* seal.c - writes and reads files that only the holder of a key can read. */
#include "store/seal.h"

#include "base/file.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	FORMAT = 1, PIECE = 1 << 16, PIECE_MORE = crypto_secretstream_xchacha20poly1305_ABYTES,
	HEADER = crypto_secretstream_xchacha20poly1305_HEADERBYTES, BOX = SEAL_KEY + crypto_box_SEALBYTES,
	SUM = 32, CHECK = 4, CLEAR_MOST = 1 << 16,
};
static const char MAGIC[] = "QINQINGB";

_Static_assert(BOX == sizeof ((struct sealed *)0)->box[0], "a sealed key has the size that seal.h says");

/* ---- keys ----------------------------------------------------------------------------------- */

void seal_keys_new(struct seal_key *secret, struct seal_key *open)
{
	crypto_box_keypair(open->b, secret->b);
}

void seal_key_open(const struct seal_key *secret, struct seal_key *open)
{
	crypto_scalarmult_base(open->b, secret->b);
}

static const char *prefix(bool secret)
{
	return secret ? "qs1" : "qk1";
}

/* Four bytes that a slip in the other thirty-two changes. */
static void check_of(const struct seal_key *k, bool secret, unsigned char out[CHECK])
{
	unsigned char sum[SUM];
	crypto_generichash_state st;

	crypto_generichash_init(&st, NULL, 0, SUM);
	crypto_generichash_update(&st, (const unsigned char *)prefix(secret), 3);
	crypto_generichash_update(&st, k->b, SEAL_KEY);
	crypto_generichash_final(&st, sum, SUM);
	memcpy(out, sum, CHECK);
}

str seal_key_text(struct arena *a, const struct seal_key *k, bool secret)
{
	unsigned char all[SEAL_KEY + CHECK];
	char hex[2 * sizeof all + 1];

	memcpy(all, k->b, SEAL_KEY);
	check_of(k, secret, all + SEAL_KEY);
	return arena_printf(a, "%s%s", prefix(secret), sodium_bin2hex(hex, sizeof hex, all, sizeof all));
}

bool seal_key_read(str text, bool secret, struct seal_key *k)
{
	unsigned char all[SEAL_KEY + CHECK], sum[CHECK];
	size_t n;

	if (text.n != 3 + 2 * sizeof all || !str_starts(text, str_of(prefix(secret))) ||
		sodium_hex2bin(all, sizeof all, text.p + 3, text.n - 3, NULL, &n, NULL) != 0 || n != sizeof all)
		return false;
	memcpy(k->b, all, SEAL_KEY);
	check_of(k, secret, sum);
	return memcmp(sum, all + SEAL_KEY, CHECK) == 0;
}

/* ---- writing -------------------------------------------------------------------------------- */

struct sealer {
	int fd;
	size_t n;                       /* in piece */
	crypto_secretstream_xchacha20poly1305_state st;
	crypto_generichash_state sum;
	unsigned char bound[SUM];       /* the hash of what stands before the stream */
	unsigned char piece[PIECE], out[PIECE + PIECE_MORE];
};

static enum rc put(struct sealer *s, const void *p, size_t n, struct err *e)
{
	crypto_generichash_update(&s->sum, p, n);
	return file_write(s->fd, (str){ p, (uint32_t)n }) ? RC_OK
		: fail(e, RC_IO, "备份没有写完：%s；请换一个有空间的地方再做一次", strerror(errno));
}

static enum rc put_piece(struct sealer *s, bool last, struct err *e)
{
	crypto_secretstream_xchacha20poly1305_push(&s->st, s->out, NULL, s->piece, s->n, s->bound, SUM,
		last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
	TRY(put(s, s->out, s->n + PIECE_MORE, e));
	s->n = 0;
	return RC_OK;
}

/* libsodium's hash wants to lie at a multiple of 64; an arena does not know of that. */
static struct sealer *aligned(struct arena *a)
{
	uintptr_t most = _Alignof(struct sealer), p = (uintptr_t)arena_new(a, sizeof(struct sealer) + most);

	return (struct sealer *)((p + most - 1) / most * most);
}

enum rc seal_begin(struct arena *a, int fd, const struct seal_key *to, size_t n, str clear, struct sealer **out,
	struct err *e)
{
	struct sealer *s = *out = aligned(a);
	struct buf b = { .a = a };
	unsigned char key[SEAL_KEY], box[BOX], header[HEADER];

	s->fd = fd;
	crypto_generichash_init(&s->sum, NULL, 0, SUM);
	buf_put(&b, MAGIC, 8);
	buf_char(&b, FORMAT);
	for (int i = 24; i >= 0; i -= 8)
		buf_char(&b, (char)(clear.n >> i));
	buf_str(&b, clear);
	buf_char(&b, (char)n);
	crypto_secretstream_xchacha20poly1305_keygen(key);
	for (size_t i = 0; i < n; i++) {
		crypto_box_seal(box, key, SEAL_KEY, to[i].b);
		buf_put(&b, to[i].b, SEAL_KEY);
		buf_put(&b, box, BOX);
	}
	crypto_generichash(s->bound, SUM, (const unsigned char *)b.p, b.n, NULL, 0);
	crypto_secretstream_xchacha20poly1305_init_push(&s->st, header, key);
	sodium_memzero(key, sizeof key);
	buf_put(&b, header, HEADER);
	return put(s, b.p, b.n, e);
}

enum rc seal_write(struct sealer *s, const void *p, size_t n, struct err *e)
{
	const unsigned char *at = p;

	while (n) {
		size_t part = PIECE - s->n < n ? PIECE - s->n : n;

		memcpy(s->piece + s->n, at, part);
		s->n += part;
		at += part;
		n -= part;
		if (s->n == PIECE)
			TRY(put_piece(s, false, e));
	}
	return RC_OK;
}

enum rc seal_end(struct sealer *s, struct err *e)
{
	unsigned char sum[SUM];
	crypto_generichash_state all;
	enum rc rc = put_piece(s, true, e);

	all = s->sum;
	crypto_generichash_final(&all, sum, SUM);
	if (rc == RC_OK)
		rc = put(s, sum, SUM, e);
	sodium_memzero(&s->st, sizeof s->st);
	sodium_memzero(s->piece, sizeof s->piece);
	return rc;
}

/* ---- reading -------------------------------------------------------------------------------- */

static enum rc cut(const struct sealed *f, struct err *e)
{
	return fail(e, RC_IO, "备份 %s 不完整（被截短了，或没有写完）；请用另一份备份", f->path);
}

static enum rc changed(const struct sealed *f, struct err *e)
{
	return fail(e, RC_IO, "备份 %s 已损坏或被改过：内容和校验对不上；请用另一份备份", f->path);
}

/* So many bytes from the file, or a refusal. */
static enum rc take(const struct sealed *f, void *p, size_t n, struct err *e)
{
	unsigned char *at = p;

	while (n) {
		ssize_t got = read(f->fd, at, n);

		if (got < 0 && errno != EINTR)
			return fail(e, RC_IO, "备份 %s 读不下去：%s", f->path, strerror(errno));
		if (got == 0)
			return cut(f, e);
		if (got > 0) {
			at += got;
			n -= (size_t)got;
		}
	}
	return RC_OK;
}

static enum rc prove_sum(const struct sealed *f, struct err *e)
{
	unsigned char part[PIECE], want[SUM], sum[SUM];
	crypto_generichash_state st;

	crypto_generichash_init(&st, NULL, 0, SUM);
	if (lseek(f->fd, 0, SEEK_SET) != 0)
		return cut(f, e);
	for (uint64_t at = 0; at < f->end;) {
		size_t n = f->end - at < PIECE ? (size_t)(f->end - at) : PIECE;

		TRY(take(f, part, n, e));
		crypto_generichash_update(&st, part, n);
		at += n;
	}
	TRY(take(f, want, SUM, e));
	crypto_generichash_final(&st, sum, SUM);
	return memcmp(want, sum, SUM) == 0 ? RC_OK : changed(f, e);
}

/* What stands before the stream; f->end is known. */
static enum rc read_head(struct arena *a, struct sealed *f, struct err *e)
{
	unsigned char first[13], n;
	struct buf b = { .a = a };
	uint32_t clear;
	char *text;

	TRY(take(f, first, sizeof first, e));
	if (memcmp(first, MAGIC, 8) != 0)
		return fail(e, RC_INVALID, "%s 不是 qinqing 的备份", f->path);
	if (first[8] != FORMAT)
		return fail(e, RC_INVALID, "备份 %s 是另一种格式（%d）；请用写它的那个 qinqing", f->path, first[8]);
	clear = (uint32_t)first[9] << 24 | (uint32_t)first[10] << 16 | (uint32_t)first[11] << 8 | first[12];
	if (clear > CLEAR_MOST)
		return changed(f, e);
	text = arena_new(a, clear + 1);
	TRY(take(f, text, clear, e));
	f->clear = (str){ text, clear };
	TRY(take(f, &n, 1, e));
	if (n < 1 || n > SEAL_MOST)
		return changed(f, e);
	f->n = n;
	buf_put(&b, first, sizeof first);
	buf_str(&b, f->clear);
	buf_char(&b, (char)n);
	for (size_t i = 0; i < f->n; i++) {
		TRY(take(f, f->to[i].b, SEAL_KEY, e));
		TRY(take(f, f->box[i], BOX, e));
		buf_put(&b, f->to[i].b, SEAL_KEY);
		buf_put(&b, f->box[i], BOX);
	}
	f->stream = b.n;
	crypto_generichash(f->bound, SUM, (const unsigned char *)b.p, b.n, NULL, 0);
	return f->stream + HEADER + PIECE_MORE <= f->end ? RC_OK : cut(f, e);
}

enum rc sealed_open(struct arena *a, const char *path, struct sealed *f, struct err *e)
{
	struct stat st;
	enum rc rc;

	*f = (struct sealed){ .fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), .path = path };
	if (f->fd < 0)
		return fail(e, errno == ENOENT ? RC_INVALID : RC_IO, "打不开备份 %s：%s", path, strerror(errno));
	if (fstat(f->fd, &st) != 0 || !S_ISREG(st.st_mode))
		rc = fail(e, RC_INVALID, "%s 不是 qinqing 的备份", path);
	else if (st.st_size < SUM)
		rc = cut(f, e);
	else {
		f->end = (uint64_t)st.st_size - SUM;
		rc = read_head(a, f, e);
		if (rc == RC_OK)
			rc = prove_sum(f, e);
	}
	if (rc != RC_OK)
		sealed_close(f);
	return rc;
}

void sealed_close(struct sealed *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
}

static enum rc unseal(const struct sealed *f, const struct seal_key *secret, unsigned char key[SEAL_KEY],
	struct err *e)
{
	struct seal_key mine;

	seal_key_open(secret, &mine);
	for (size_t i = 0; i < f->n; i++) {
		if (memcmp(mine.b, f->to[i].b, SEAL_KEY) != 0)
			continue;
		return crypto_box_seal_open(key, f->box[i], BOX, mine.b, secret->b) == 0 ? RC_OK : changed(f, e);
	}
	return fail(e, RC_DENIED, "这把私钥打不开 %s：它不是为这把钥匙写的；请换另一把", f->path);
}

enum rc sealed_read(struct sealed *f, const struct seal_key *secret,
	enum rc (*hand)(void *arg, const void *, size_t, struct err *), void *arg, struct err *e)
{
	unsigned char key[SEAL_KEY], header[HEADER], in[PIECE + PIECE_MORE], out[PIECE], tag = 0;
	crypto_secretstream_xchacha20poly1305_state st;
	unsigned long long n;

	TRY(unseal(f, secret, key, e));
	if (lseek(f->fd, (off_t)f->stream, SEEK_SET) < 0)
		return cut(f, e);
	TRY(take(f, header, HEADER, e));
	if (crypto_secretstream_xchacha20poly1305_init_pull(&st, header, key) != 0)
		return changed(f, e);
	sodium_memzero(key, sizeof key);
	for (uint64_t at = f->stream + HEADER; at < f->end;) {
		size_t part = f->end - at < sizeof in ? (size_t)(f->end - at) : sizeof in;

		if (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL || part < PIECE_MORE)
			return changed(f, e);
		TRY(take(f, in, part, e));
		if (crypto_secretstream_xchacha20poly1305_pull(&st, out, &n, &tag, in, part, f->bound, SUM) != 0)
			return changed(f, e);
		TRY(hand(arg, out, (size_t)n, e));
		at += part;
	}
	return tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL ? RC_OK : cut(f, e);
}
