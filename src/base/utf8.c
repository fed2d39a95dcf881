/* utf8.c - UTF-8 validity, characters, clusters, columns. */
#include "base/utf8.h"

#include <utf8proc.h>
#include <wchar.h>

int utf8_ambiguous = 1;

/* ---- characters ----------------------------------------------------------------------------- */

/* Bytes of the well-formed character at p (n bytes left), 0 when it is none (RFC 3629: no
 * overlong forms, no surrogates, nothing above 10FFFF). */
static uint32_t decode(const unsigned char *p, uint32_t n, uint32_t *c)
{
	uint32_t need, low;

	if (p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	need = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	low = need == 2 ? 0x80 : need == 3 ? 0x800 : 0x10000;
	if (n < need)
		return 0;
	*c = p[0] & (0x7Fu >> need);
	for (uint32_t i = 1; i < need; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		*c = *c << 6 | (p[i] & 0x3F);
	}
	if (*c < low || *c > 0x10FFFF || (*c >= 0xD800 && *c < 0xE000))
		return 0;
	return need;
}

int utf8_bad(str s)
{
	uint32_t c, step;

	for (uint32_t at = 0; at < s.n; at += step)
		if (!(step = decode((const unsigned char *)s.p + at, s.n - at, &c)))
			return (int)at;
	return -1;
}

uint32_t utf8_next(str s, uint32_t *at)
{
	uint32_t c, step = decode((const unsigned char *)s.p + *at, s.n - *at, &c);

	*at += step ? step : 1;
	return step ? c : 0xFFFD;
}

uint32_t utf8_put(char out[4], uint32_t c)
{
	return (uint32_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

uint32_t utf8_count(str s)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

bool utf8_is_han(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
	       (c >= 0x20000 && c <= 0x3FFFD) || c == 0x3007;
}

/* ---- columns -------------------------------------------------------------------------------- */

struct range { uint32_t lo, hi; };

static bool in_ranges(const struct range *r, size_t n, uint32_t c)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (c > r[mid].hi)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && c >= r[lo].lo;
}

/* East Asian Ambiguous characters that turn up in Chinese office text (UAX #11, class A). */
static const struct range ambiguous[] = {
	{ 0xA1, 0xA1 },     { 0xA4, 0xA4 },     { 0xA7, 0xA8 },     { 0xAA, 0xAA },
	{ 0xAD, 0xAE },     { 0xB0, 0xB4 },     { 0xB6, 0xBA },     { 0xBC, 0xBF },
	{ 0xC6, 0xC6 },     { 0xD0, 0xD0 },     { 0xD7, 0xD8 },     { 0xDE, 0xE1 },
	{ 0xE6, 0xE6 },     { 0xE8, 0xEA },     { 0xEC, 0xED },     { 0xF0, 0xF0 },
	{ 0xF2, 0xF3 },     { 0xF7, 0xFA },     { 0xFC, 0xFC },     { 0xFE, 0xFE },
	{ 0x391, 0x3A9 },   { 0x3B1, 0x3C9 },   { 0x401, 0x401 },   { 0x410, 0x44F },
	{ 0x451, 0x451 },   { 0x2010, 0x2010 }, { 0x2013, 0x2016 }, { 0x2018, 0x2019 },
	{ 0x201C, 0x201D }, { 0x2020, 0x2022 }, { 0x2024, 0x2027 }, { 0x2030, 0x2030 },
	{ 0x2032, 0x2033 }, { 0x2035, 0x2035 }, { 0x203B, 0x203B }, { 0x203E, 0x203E },
	{ 0x20AC, 0x20AC }, { 0x2103, 0x2103 }, { 0x2105, 0x2105 }, { 0x2109, 0x2109 },
	{ 0x2116, 0x2116 }, { 0x2121, 0x2122 }, { 0x2153, 0x2154 }, { 0x215B, 0x215E },
	{ 0x2160, 0x216B }, { 0x2170, 0x2179 }, { 0x2190, 0x2199 }, { 0x21D2, 0x21D2 },
	{ 0x21D4, 0x21D4 }, { 0x2200, 0x2200 }, { 0x2208, 0x2208 }, { 0x220F, 0x220F },
	{ 0x2211, 0x2211 }, { 0x221A, 0x221A }, { 0x221D, 0x2220 }, { 0x2227, 0x222C },
	{ 0x2234, 0x2237 }, { 0x2248, 0x2248 }, { 0x2260, 0x2261 }, { 0x2264, 0x2267 },
	{ 0x2299, 0x2299 }, { 0x22A5, 0x22A5 }, { 0x2312, 0x2312 }, { 0x2460, 0x24E9 },
	{ 0x24EB, 0x254B }, { 0x2550, 0x2573 }, { 0x2580, 0x258F }, { 0x2592, 0x2595 },
	{ 0x25A0, 0x25A1 }, { 0x25A3, 0x25A9 }, { 0x25B2, 0x25B3 }, { 0x25B6, 0x25B7 },
	{ 0x25BC, 0x25BD }, { 0x25C0, 0x25C1 }, { 0x25C6, 0x25C8 }, { 0x25CB, 0x25CB },
	{ 0x25CE, 0x25D1 }, { 0x2605, 0x2606 }, { 0x2609, 0x2609 }, { 0x260E, 0x260F },
	{ 0x2640, 0x2640 }, { 0x2642, 0x2642 }, { 0x266A, 0x266A }, { 0xFFFD, 0xFFFD },
};

int utf8_width(uint32_t c)
{
	const utf8proc_property_t *p;

	if (c < 0x7F)
		return c >= 32;
	if ((c >= 0x3041 && c <= 0xA4CF && c != 0x3099 && c != 0x309A) ||
		(c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x20000 && c <= 0x3FFFD))
		return 2;
	if (utf8_ambiguous == 2 && in_ranges(ambiguous, COUNT(ambiguous), c))
		return 2;
	p = utf8proc_get_property((utf8proc_int32_t)c);
	if (p->category == UTF8PROC_CATEGORY_MN || p->category == UTF8PROC_CATEGORY_ME ||
		p->category == UTF8PROC_CATEGORY_CF || (c >= 0x1160 && c <= 0x11FF))
		return c == 0xAD ? 1 : 0;
	if (p->category == UTF8PROC_CATEGORY_CC)
		return 0;
	return p->charwidth == 2 ? 2 : 1;
}

/* ncurses asks the C library for widths; the linker gives it ours, so that the two can never
 * disagree and no name is shown as a blank. */
int wcwidth(wchar_t c);
int wcwidth(wchar_t c)
{
	if (c == 0)
		return 0;
	if (c < 32 || (c >= 0x7F && c < 0xA0))
		return -1;
	return utf8_width((uint32_t)c);
}

/* ---- clusters ------------------------------------------------------------------------------- */

/* Characters that stand alone, so that nothing but a mark can follow: most of what we show. */
static bool plain(uint32_t c)
{
	return (c >= 32 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3029);
}

uint32_t utf8_cluster(str s, int *cols)
{
	uint32_t at = 0, c, next, end;
	utf8proc_int32_t state = 0;
	int width;

	if (!s.n) {
		if (cols)
			*cols = 0;
		return 0;
	}
	c = utf8_next(s, &at);
	width = utf8_width(c);
	while (at < s.n) {
		end = at;
		next = utf8_next(s, &end);
		if (plain(c) && plain(next))
			break;
		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)c, (utf8proc_int32_t)next, &state))
			break;
		if (utf8_width(next) > width)
			width = utf8_width(next);
		at = end;
		c = next;
	}
	if (cols)
		*cols = width;
	return at;
}

uint32_t utf8_cluster_back(str s)
{
	uint32_t from = s.n, at = 0, step = 0;

	/* Back to a character that surely begins a cluster, then forward. */
	while (from > 0) {
		uint32_t probe = from - 1, c;

		while (probe > 0 && ((unsigned char)s.p[probe] & 0xC0) == 0x80)
			probe--;
		from = probe;
		c = utf8_next(s, &probe);
		if (plain(c) || s.n - from > 64)
			break;
	}
	for (at = from; at < s.n; at += step)
		if (!(step = utf8_cluster((str){ s.p + at, s.n - at }, NULL)))
			break;
	return step;
}

int utf8_cols(str s)
{
	int all = 0, cols;

	for (uint32_t at = 0; at < s.n; all += cols)
		at += utf8_cluster((str){ s.p + at, s.n - at }, &cols);
	return all;
}

str utf8_clip(str s, int cols, int *used)
{
	uint32_t at = 0, step;
	int took = 0, width;

	while (at < s.n) {
		step = utf8_cluster((str){ s.p + at, s.n - at }, &width);
		if (took + width > cols)
			break;
		at += step;
		took += width;
	}
	if (used)
		*used = took;
	return (str){ s.p, at };
}

str utf8_fit(struct arena *a, str s, int cols)
{
	str cut;

	if (utf8_cols(s) <= cols)
		return s;
	if (cols < 3)
		return utf8_clip(s, cols, NULL);
	cut = utf8_clip(s, cols - 2, NULL);
	return arena_printf(a, "%.*s..", STR_FMT(cut));
}
