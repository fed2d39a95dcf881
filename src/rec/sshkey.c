/* sshkey.c - reads a public key of OpenSSH: one line, a kind, base64 of counted strings (RFC 4253, 6.6). */
#include "rec/sshkey.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

#include <sodium.h>

/* What follows the kind's name inside the key, string by string. */
enum part { PART_END, PART_ED25519, PART_MPINT, PART_MODULUS, PART_CURVE, PART_POINT, PART_APPLICATION };
enum { RSA_LEAST = 2048, RSA_MOST = 16384, COMMENT_MOST = 60, BLOB_MOST = 8192 };

static const struct kind {
	const char *name, *curve;
	uint32_t point;            /* bytes of an uncompressed point */
	enum part part[4];
} kinds[] = {
	{ "ssh-ed25519", NULL, 0, { PART_ED25519 } },
	{ "sk-ssh-ed25519@openssh.com", NULL, 0, { PART_ED25519, PART_APPLICATION } },
	{ "ecdsa-sha2-nistp256", "nistp256", 65, { PART_CURVE, PART_POINT } },
	{ "ecdsa-sha2-nistp384", "nistp384", 97, { PART_CURVE, PART_POINT } },
	{ "ecdsa-sha2-nistp521", "nistp521", 133, { PART_CURVE, PART_POINT } },
	{ "sk-ecdsa-sha2-nistp256@openssh.com", "nistp256", 65, { PART_CURVE, PART_POINT, PART_APPLICATION } },
	{ "ssh-rsa", NULL, 0, { PART_MPINT, PART_MODULUS } },
};

static bool counted(str *rest, str *out)
{
	uint32_t n;

	if (rest->n < 4)
		return false;
	n = (uint32_t)(unsigned char)rest->p[0] << 24 | (uint32_t)(unsigned char)rest->p[1] << 16 |
	    (uint32_t)(unsigned char)rest->p[2] << 8 | (unsigned char)rest->p[3];
	if (n > rest->n - 4)
		return false;
	*out = str_sub(*rest, 4, n);
	*rest = str_from(*rest, 4 + n);
	return true;
}

static uint32_t bits(str mpint)
{
	uint32_t n;

	while (mpint.n && !mpint.p[0])
		mpint = str_from(mpint, 1);
	if (!mpint.n)
		return 0;
	n = mpint.n * 8;
	for (unsigned char top = (unsigned char)mpint.p[0]; !(top & 0x80); top = (unsigned char)(top << 1))
		n--;
	return n;
}

static bool fits(const struct kind *k, enum part part, str s)
{
	switch (part) {
	case PART_ED25519: return s.n == 32;
	case PART_CURVE: return str_is(s, k->curve);
	case PART_POINT: return s.n == k->point && s.p[0] == 4;
	case PART_MODULUS: return bits(s) <= RSA_MOST;
	case PART_MPINT: return bits(s) > 1;
	case PART_APPLICATION: return s.n > 0;
	case PART_END: break;
	}
	return false;
}

static enum rc judge_blob(const struct kind *k, str blob, struct err *e)
{
	str rest = blob, s;

	if (!counted(&rest, &s) || !str_is(s, k->name))
		return fail(e, RC_INVALID, "密钥写的是 %s，内容却不是；可能少抄了几个字，请整行重新复制", k->name);
	for (size_t i = 0; i < COUNT(k->part) && k->part[i]; i++) {
		if (!counted(&rest, &s) || !fits(k, k->part[i], s))
			return fail(e, RC_INVALID, "这个 %s 密钥不完整；可能少抄了几个字，请整行重新复制", k->name);
		if (k->part[i] == PART_MODULUS && bits(s) < RSA_LEAST)
			return fail(e, RC_INVALID, "这个 RSA 密钥只有 %u 位，太短；请用 ssh-keygen -t ed25519 重新生成一对",
				bits(s));
	}
	return rest.n ? fail(e, RC_INVALID, "这个 %s 密钥后面多了东西；请整行重新复制", k->name) : RC_OK;
}

static const struct kind *kind_named(str name)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_is(name, kinds[i].name))
			return &kinds[i];
	return NULL;
}

/* The only line that says anything. */
static enum rc the_line(str pasted, str *out, struct err *e)
{
	str line;

	*out = S("");
	if (str_has(pasted, S("PRIVATE KEY")))
		return fail(e, RC_INVALID, "这是私钥，不能交给任何人，也不要再用了；请让本人重新生成一对，只交 .pub 结尾的公钥");
	while (str_cut(&pasted, '\n', &line)) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#')
			continue;
		if (out->n)
			return fail(e, RC_INVALID, "里面不止一把密钥；一次加一把");
		*out = line;
	}
	return out->n ? RC_OK : fail(e, RC_INVALID, "里面没有密钥；要的是 .pub 文件里的那一行");
}

static enum rc which_kind(str name, const struct kind **k, struct err *e)
{
	*k = kind_named(name);
	if (*k)
		return RC_OK;
	if (str_is(name, "ssh-dss"))
		return fail(e, RC_INVALID, "DSA 密钥太弱，sshd 也不再认；请用 ssh-keygen -t ed25519 重新生成一对");
	return fail(e, RC_INVALID, "“%.*s”不是密钥的种类；要从 ssh-ed25519、ecdsa- 或 ssh-rsa 开始，前面不写任何选项",
		STR_FMT(str_sub(name, 0, 40)));
}

/* A label, no more: what could end a line or a quotation is left out. */
static str label(struct arena *a, str s)
{
	struct buf b = { .a = a };

	for (uint32_t at = 0, n = 0, was = 0; at < s.n && n < COMMENT_MOST; n++, was = at) {
		uint32_t c = utf8_next(s, &at);

		if (!utf8_forbidden(c) && c >= ' ' && c != '"' && c != '\'' && c != '\\')
			buf_str(&b, str_sub(s, was, at - was));
	}
	return b.n ? buf_view(&b) : S("");
}

static str fingerprint(struct arena *a, str blob)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char text[sodium_base64_ENCODED_LEN(sizeof hash, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)];

	crypto_hash_sha256(hash, (const unsigned char *)blob.p, blob.n);
	sodium_bin2base64(text, sizeof text, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
	return arena_printf(a, "SHA256:%s", text);
}

enum rc sshkey_read(struct arena *a, str pasted, struct sshkey *out, struct err *e)
{
	unsigned char blob[BLOB_MOST];
	const struct kind *k;
	str line;
	size_t n;

	*out = (struct sshkey){ 0 };
	if (utf8_bad(pasted) >= 0)
		return fail(e, RC_INVALID, "这不是公钥：里面有不是文字的内容；要的是 .pub 文件里的那一行");
	TRY(the_line(pasted, &line, e));
	if (!str_word(&line, &out->type))
		return fail(e, RC_INVALID, "里面没有密钥；要的是 .pub 文件里的那一行");
	TRY(which_kind(out->type, &k, e));
	if (!str_word(&line, &out->blob) ||
		sodium_base642bin(blob, sizeof blob, out->blob.p, out->blob.n, NULL, &n, NULL,
			sodium_base64_VARIANT_ORIGINAL) != 0)
		return fail(e, RC_INVALID, "%s 后面的密钥读不出来；可能少抄了几个字，请整行重新复制", k->name);
	TRY(judge_blob(k, (str){ (const char *)blob, (uint32_t)n }, e));
	out->type = arena_str(a, out->type);
	out->blob = arena_str(a, out->blob);
	out->comment = label(a, str_trim(line));
	out->print = fingerprint(a, (str){ (const char *)blob, (uint32_t)n });
	return RC_OK;
}
