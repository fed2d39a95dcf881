/* fold.c - the forms of a text: what may be shown, what is stored, what is searched. */
#include "base/utf8.h"

#include "base/buf.h"
#include "base/pinyin.h"
#include "base/str.h"

#include <utf8proc.h>

bool utf8_forbidden(uint32_t c)
{
	return c < 32 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
	       (c >= 0xFFF9 && c <= 0xFFFB) || c == 0x115F || c == 0x1160 || c == 0x3164 ||
	       c == 0xFFA0 || (c >= 0xE0000 && c <= 0xE0FFF) || (c >= 0xD800 && c < 0xE000) ||
	       (c & 0xFFFE) == 0xFFFE || c > 0x10FFFF;
}

str safe_text(struct arena *a, str s, bool keep_nl)
{
	struct buf b = { .a = a };
	uint32_t at = 0, from = 0;
	bool dirty = false;

	while (at < s.n) {
		uint32_t was = at, c = utf8_next(s, &at);
		bool bad = c == 0xFFFD ? at - was == 1 : utf8_forbidden(c);

		if (!bad || (keep_nl && c == '\n'))
			continue;
		dirty = true;
		buf_put(&b, s.p + from, was - from);
		buf_char(&b, c == '\t' || c == '\n' || c == '\r' ? ' ' : '?');
		from = at;
	}
	if (!dirty)
		return s;
	buf_put(&b, s.p + from, s.n - from);
	return buf_view(&b);
}

/* Decompose and compose again in the arena.  A text utf8proc refuses stays as it is. */
static str map(struct arena *a, str s, utf8proc_option_t options)
{
	utf8proc_ssize_t room = (utf8proc_ssize_t)s.n * 2 + 16, n;
	utf8proc_int32_t *cells = NULL;

	for (int tries = 0; tries < 3; tries++) {
		cells = ARENA_ARRAY(a, utf8proc_int32_t, (size_t)room + 1);
		n = utf8proc_decompose((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, cells,
			room, options);
		if (n <= room)
			break;
		room = n;
	}
	if (n < 0 || n > room)
		return s;
	n = utf8proc_reencode(cells, n, options);
	return n < 0 ? s : (str){ (char *)cells, (uint32_t)n };
}

static bool ascii(str s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

str utf8_fold(struct arena *a, str s)
{
	struct buf b = { .a = a };
	uint32_t at = 0;

	if (!ascii(s))
		s = map(a, s, UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
				      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
	while (at < s.n) {
		uint32_t c = utf8_next(s, &at);
		char out[4];

		if (c >= 'A' && c <= 'Z')
			c += 32;
		buf_put(&b, out, utf8_put(out, pinyin_simple(c)));
	}
	return buf_view(&b);
}

str utf8_clean(struct arena *a, str s)
{
	struct buf b = { .a = a };
	bool blank = false;
	uint32_t at = 0;

	s = str_trim(s);
	if (!ascii(s))
		s = map(a, s, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	while (at < s.n) {
		uint32_t was = at, c = utf8_next(s, &at);

		if (c == ' ' || c == '\t' || c == 0xA0) {
			blank = true;
			continue;
		}
		if (blank && b.n)
			buf_char(&b, ' ');
		blank = false;
		buf_put(&b, s.p + was, at - was);
	}
	return buf_view(&b);
}

str utf8_code(struct arena *a, str s)
{
	struct buf b = { .a = a };
	uint32_t at = 0;

	while (at < s.n) {
		uint32_t was = at, c = utf8_next(s, &at);

		if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000)
			continue;
		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFEE0;
		if (c >= 'a' && c <= 'z')
			c -= 32;
		if (c < 128)
			buf_char(&b, (char)c);
		else
			buf_put(&b, s.p + was, at - was);
	}
	return buf_view(&b);
}
