/* key.c - the bytes of keys. */
#include "store/key.h"

#include "base/pinyin.h"
#include "base/str.h"

#include <sodium.h>

void put_be(struct buf *b, uint64_t v, int size)
{
	unsigned char c[8];

	for (int i = 0; i < size; i++)
		c[i] = (unsigned char)(v >> 8 * (size - 1 - i));
	buf_put(b, c, (size_t)size);
}

uint64_t get_be(const void *p, int size)
{
	const unsigned char *c = p;
	uint64_t v = 0;

	for (int i = 0; i < size; i++)
		v = v << 8 | c[i];
	return v;
}

void key_rec(unsigned char out[REC_KEY], const struct rec_type *t, uint64_t id)
{
	out[0] = t->tag;
	for (int i = 1; i < REC_KEY; i++)
		out[i] = (unsigned char)(id >> 8 * (REC_KEY - 1 - i));
}

static const uint64_t SIGN = (uint64_t)1 << 63;

void key_field(struct buf *b, const struct field *f, val v)
{
	if (!kind_is_text(f->kind)) {
		put_be(b, v.set ? (uint64_t)v.n ^ SIGN : 0, 8);
		return;
	}
	if (f->flags & F_NAME)
		v.s = pinyin_key(b->a, v.s);
	buf_str(b, str_sub(v.s, 0, KEY_TEXT));
	buf_char(b, '\0');
}

val key_field_get(str *in, const struct field *f)
{
	val v = { 0 };
	const char *end;

	if (!kind_is_text(f->kind)) {
		uint64_t n = in->n >= 8 ? get_be(in->p, 8) : 0;

		*in = str_from(*in, 8);
		if (n)
			v = (val){ true, (int64_t)(n ^ SIGN), { 0 } };
		return v;
	}
	if (f->flags & F_NAME) { /* pairs of rank bytes up to 0 0, then the name itself */
		while (in->n >= 2 && (in->p[0] || in->p[1]))
			*in = str_from(*in, 2);
		*in = str_from(*in, 2);
	}
	end = in->n ? memchr(in->p, 0, in->n) : NULL;
	if (end) {
		v.s = (str){ in->p, (uint32_t)(end - in->p) };
		v.set = v.s.n != 0;
		*in = str_from(*in, v.s.n + 1);
	}
	return v;
}

uint64_t checksum(const void *key, size_t nkey, str content)
{
	static const unsigned char fixed[crypto_shorthash_KEYBYTES] = "qinqing records";
	unsigned char out[crypto_shorthash_BYTES], part[crypto_shorthash_BYTES];

	crypto_shorthash(out, (const unsigned char *)content.p, content.n, fixed);
	crypto_shorthash(part, key, nkey, fixed);
	return get_be(out, 8) ^ (get_be(part, 8) << 1 | 1);
}
