/* codec.c - bytes <-> record: what the store keeps and the log quotes.
 *
 * varint(version), then for every field that is set varint(tag * 2 + is_text), then
 * varint(zigzag n) or varint(length) and bytes.  The low bit lets an older program skip, and
 * keep, a field it has never heard of. */
#include "rec/rec.h"

#include "base/buf.h"

#include <assert.h>

static void put_varint(struct buf *b, uint64_t v)
{
	char c[10];
	size_t n = 0;

	for (; v > 127; v >>= 7)
		c[n++] = (char)(v | 128);
	c[n++] = (char)v;
	buf_put(b, c, n);
}

static bool get_varint(str *in, uint64_t *v)
{
	*v = 0;
	for (unsigned shift = 0; shift < 64 && in->n; shift += 7) {
		unsigned char c = (unsigned char)*in->p++;

		in->n--;
		*v |= (uint64_t)(c & 127) << shift;
		if (c < 128)
			return true;
	}
	return false;
}

static bool get_bytes(str *in, uint64_t n, str *out)
{
	if (n > in->n)
		return false;
	*out = (str){ in->p, (uint32_t)n };
	in->p += n;
	in->n -= (uint32_t)n;
	return true;
}

str rec_encode(struct arena *a, const struct rec_type *t, const struct rec *r)
{
	struct buf b = { .a = a };

	put_varint(&b, r->version);
	for EACH_FIELD(f, t) {
		val v = field_get(f, r);
		bool text = kind_is_text(f->kind);

		assert(f->kind <= K_STORED); /* what a list answers is no record */
		if (!v.set)
			continue;
		put_varint(&b, (uint64_t)f->tag * 2 + text);
		if (text) {
			put_varint(&b, v.s.n);
			buf_str(&b, v.s);
		} else {
			put_varint(&b, (uint64_t)v.n << 1 ^ (uint64_t)(v.n >> 63));
		}
	}
	buf_str(&b, r->unknown);
	return buf_view(&b);
}

/* Tables list their fields by rising tag, so the next one is nearly always the right one. */
static const struct field *field_by_tag(const struct rec_type *t, uint64_t tag,
	const struct field **hint)
{
	const struct field *end = t->fields + t->nfields;

	for (const struct field *f = *hint; f < end; f++)
		if (f->tag == tag) {
			*hint = f + 1;
			return f;
		}
	for (const struct field *f = t->fields; f < *hint && f < end; f++)
		if (f->tag == tag)
			return f;
	return NULL;
}

enum rc rec_decode(struct arena *a, const struct rec_type *t, str in, struct rec **out,
	struct err *e)
{
	struct rec *r = rec_new(a, t);
	struct buf unknown = { .a = a };
	const struct field *hint = t->fields, *f;
	uint64_t key, n;

	if (!get_varint(&in, &key))
		goto damaged;
	r->version = (uint32_t)key;
	while (in.n) {
		str start = in, text = { 0 };

		if (!get_varint(&in, &key) || !get_varint(&in, &n))
			goto damaged;
		if ((key & 1) && !get_bytes(&in, n, &text))
			goto damaged;
		f = field_by_tag(t, key >> 1, &hint);
		if (!f || kind_is_text(f->kind) != (key & 1))
			buf_put(&unknown, start.p, start.n - in.n);
		else if (key & 1)
			field_set(f, r, (val){ true, 0, text });
		else
			field_set(f, r, (val){ true, (int64_t)(n >> 1 ^ (~(n & 1) + 1)), { 0 } });
	}
	r->unknown = buf_view(&unknown);
	*out = r;
	return RC_OK;
damaged:
	return fail(e, RC_IO, "一条%s记录已损坏，读不出来；请停止录入，运行 qinqing check 并联系管理员",
		t->label);
}
