/* clean.c - the steps of cleaning, and which of them a kind of value takes. */
#include "rec/clean.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

enum {
	LINE = 1,  /* one line: a line break is a blank, blanks are collapsed */
	WIDE = 2,  /* full-width letters and digits to their half-width forms */
	PUNCT = 4, /* and full-width punctuation, dashes of all lengths */
	BARE = 8,  /* no blanks at all */
	GUARD = 16,/* marks that keep a spreadsheet from reading a number: ' and ="..." */
};

/* ---- characters ----------------------------------------------------------------------------- */

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
	       c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool is_break(uint32_t c)
{
	return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Takes no room and says nothing: joiners, direction marks, byte order marks, tags.  A control
 * character stays, to be refused: somebody meant something by it. */
static bool is_mark(uint32_t c)
{
	return (utf8_forbidden(c) && c >= 0xA0 && c != 0xFFFE && c != 0xFFFF) || c == 0xAD || c == 0x34F ||
	       c == 0x61C || c == 0x180E;
}

static uint32_t half(uint32_t c, int how)
{
	static const struct { uint32_t from, to; char is; } alike[] = {
		{ 0x2010, 0x2015, '-' }, { 0x2212, 0x2212, '-' }, { 0x3002, 0x3002, '.' },
		{ 0xFF0D, 0xFF0D, '-' }, { 0x3001, 0x3001, ',' }, { 0x2018, 0x2019, '\'' },
		{ 0x201C, 0x201D, '"' },
	};
	bool alnum = (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
		     (c >= 0xFF41 && c <= 0xFF5A);

	if (how & PUNCT)
		for (size_t i = 0; i < COUNT(alike); i++)
			if (c >= alike[i].from && c <= alike[i].to)
				return (uint32_t)alike[i].is;
	if ((how & WIDE && alnum) || (how & PUNCT && c >= 0xFF01 && c <= 0xFF5E))
		return c - 0xFEE0;
	return c;
}

static bool is_plain(str s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x7F || (unsigned char)s.p[i] < ' ')
			return false;
	return true;
}

/* One walk over the text: marks out, breaks and blanks made one, forms made half. */
static str characters(struct arena *a, str in, int how)
{
	struct buf b = { .a = a };
	uint32_t at = 0;
	char out[4];

	if (is_plain(in) && !(how & BARE))
		return in;
	while (at < in.n) {
		uint32_t was = at, c = utf8_next(in, &at);

		if (c == '\r' && at < in.n && in.p[at] == '\n')
			continue;
		if (is_break(c))
			c = how & LINE ? ' ' : '\n';
		else if (c == '\t' || (is_blank(c) && how & LINE))
			c = ' ';
		if (is_mark(c) || (c == ' ' && how & BARE))
			continue;
		if (c == 0xFFFD)
			buf_put(&b, in.p + was, at - was);
		else
			buf_put(&b, out, utf8_put(out, half(c, how)));
	}
	return buf_view(&b);
}

/* '2304..., ="2304..." and "2304...": the guards of numbers. */
static str unguarded(str s)
{
	while (s.n && strchr("'`", s.p[0]))
		s = str_trim(str_from(s, 1));
	if (str_starts(s, S("=")))
		s = str_from(s, 1);
	if (s.n >= 2 && s.p[0] == '"' && s.p[s.n - 1] == '"')
		s = str_sub(s, 1, s.n - 2);
	return s;
}

str clean_unspaced(struct arena *a, str in)
{
	struct buf b = { .a = a };
	uint32_t at = 0, last = 0;

	while (at < in.n) {
		uint32_t was = at, c = utf8_next(in, &at), ahead = at;

		if (is_blank(c) && utf8_is_han(last) && ahead < in.n && utf8_is_han(utf8_next(in, &ahead)))
			continue;
		buf_put(&b, in.p + was, at - was);
		last = c;
	}
	return buf_view(&b);
}

/* ---- names ---------------------------------------------------------------------------------- */

/* 王　芳 is written with a blank so that columns look even; the dot of 阿卜杜拉·买买提 has many forms. */
static str clean_name(struct arena *a, str s)
{
	struct buf b = { .a = a };
	uint32_t at = 0, last = 0;
	char out[4];

	s = clean_unspaced(a, s);
	while (at < s.n) {
		uint32_t c = utf8_next(s, &at), ahead = at;
		bool dot = c == 0x2022 || c == 0x30FB || c == 0xFF65 || c == 0x2027 || c == '.' || c == 0xFF0E;

		if (dot && utf8_is_han(last) && at < s.n && utf8_is_han(utf8_next(s, &ahead)))
			c = 0xB7;
		buf_put(&b, out, utf8_put(out, c));
		last = c;
	}
	return buf_view(&b);
}

/* ---- numbers -------------------------------------------------------------------------------- */

static uint32_t digits_at(str s, uint32_t at)
{
	uint32_t n = 0;

	while (at + n < s.n && s.p[at + n] >= '0' && s.p[at + n] <= '9')
		n++;
	return n;
}

/* 18.0 and 13900005678.00 of programs that know only fractions. */
static str whole(str s)
{
	uint32_t n = digits_at(s, 0), at = n + 1;

	if (!n || n + 2 > s.n || s.p[n] != '.')
		return s;
	while (at < s.n && s.p[at] == '0')
		at++;
	return at == s.n ? str_sub(s, 0, n) : s;
}

/* ￥1,200.00 -> 1200.00 */
static str clean_number(struct arena *a, const struct field *f, str s)
{
	struct buf b = { .a = a };
	uint32_t at = 0, n;

	if (str_starts(s, S("￥")) || str_starts(s, S("¥")))
		s = str_from(s, str_starts(s, S("￥")) ? 3 : 2);
	if (f->unit && s.n > strlen(f->unit) && str_ends(s, str_of(f->unit)))
		s.n -= (uint32_t)strlen(f->unit);
	n = digits_at(s, 0);
	if (n && n <= 3 && n < s.n && s.p[n] == ',') {
		buf_put(&b, s.p, n);
		for (at = n; at < s.n && s.p[at] == ',' && digits_at(s, at + 1) == 3; at += 4)
			buf_put(&b, s.p + at + 1, 3);
		if (at == s.n || s.p[at] != ',') {
			buf_str(&b, str_from(s, at));
			s = buf_view(&b);
		}
	}
	return f->kind == K_NUM ? whole(s) : s;
}

/* ---- ids ------------------------------------------------------------------------------------ */

static bool is_x(uint32_t c)
{
	static const uint32_t alike[] = { 0xD7, 0x3A7, 0x3C7, 0x425, 0x445, 0x2169, 0x2179, 0x2573, 0x2715,
		0x2716, 0x2717, 0x2718, 0x2A2F, 0x4E42 };

	for (size_t i = 0; i < COUNT(alike); i++)
		if (c == alike[i])
			return true;
	return false;
}

/* Upper case; no dashes in what begins like a number; ×, Х and Ⅹ are the X they look like. */
static str clean_id(struct arena *a, str s, unsigned *did)
{
	struct buf b = { .a = a };
	bool number = s.n && s.p[0] >= '0' && s.p[0] <= '9';
	uint32_t at = 0;
	char out[4];

	while (at < s.n) {
		uint32_t c = utf8_next(s, &at);

		if (c == '-' && number)
			continue;
		if (is_x(c)) {
			c = 'X';
			*did |= CLEANED_LETTER;
		}
		if (c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		buf_put(&b, out, utf8_put(out, c));
	}
	return whole(buf_view(&b));
}

/* ---- days ----------------------------------------------------------------------------------- */

enum { SERIAL_DIGITS = 5, SERIAL_ZERO = 693594, SERIAL_MOST = 109575 }; /* 0 is 1899-12-30, the last one in 2199 */

/* The day a spreadsheet counts from 1900, with its part of the day in minutes, -1 without. */
static bool serial(str s, date *day, int *minute)
{
	uint32_t n = digits_at(s, 0);
	int64_t v, part = 0, of = 1;

	*minute = -1;
	if (n != SERIAL_DIGITS || !str_int(str_sub(s, 0, n), &v) || v > SERIAL_MOST)
		return false;
	*day = (date){ (int32_t)v + SERIAL_ZERO };
	if (n == s.n)
		return true;
	if (s.p[n] != '.' || digits_at(s, n + 1) != s.n - n - 1 || n + 1 == s.n)
		return false;
	for (uint32_t i = n + 1; i < s.n && of < 1000000000; i++, of *= 10)
		part = part * 10 + s.p[i] - '0';
	if (part)
		*minute = (int)(part * 24 * 60 / of);
	return true;
}

/* Where a time of day begins behind a day, or s.n: " 0:00", "T14:05:00", " 14:05:00.000". */
static uint32_t time_at(str s)
{
	uint32_t at = s.n, digit;

	if (!str_has(s, S(":")))
		return s.n;
	while (at > 0 && strchr("0123456789:.Z", s.p[at - 1]))
		at--;
	digit = at;
	while (at > 0 && strchr(" T", s.p[at - 1]))
		at--;
	return at > 0 && at < digit ? at : s.n;
}

static bool all_zero(str s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if (s.p[i] >= '1' && s.p[i] <= '9')
			return false;
	return true;
}

/* A moment keeps hours and minutes, a day nothing of both. */
static str clean_time(struct arena *a, const struct field *f, str s, unsigned *did)
{
	uint32_t cut = time_at(s);
	str clock = str_trim(str_from(s, cut));

	if (!clock.n)
		return s;
	if (f->kind == K_TIME) {
		uint32_t colon = (uint32_t)str_find(clock, S(":"));
		str seconds = str_from(clock, colon + 3);

		if (digits_at(clock, colon + 1) != 2 || !str_starts(seconds, S(":")))
			return s;
		return arena_printf(a, "%.*s%.*s", (int)(s.n - clock.n), s.p, (int)colon + 3, clock.p);
	}
	if (!all_zero(clock))
		*did |= CLEANED_TIME;
	return str_sub(s, 0, cut);
}

static str clean_day(struct arena *a, const struct field *f, str s, bool sheet, unsigned *did)
{
	uint32_t n = digits_at(s, 0);
	date day;
	int minute;

	if (sheet && serial(s, &day, &minute)) {
		bool timed = f->kind == K_TIME && minute >= 0;

		*did |= CLEANED_SERIAL | (minute >= 0 && f->kind != K_TIME ? CLEANED_TIME : 0u);
		if (f->kind == K_MONTH)
			return month_text(a, (month){ date_ymd(day).y * 12 + date_ymd(day).m });
		return timed ? moment_text(a, moment_of(day, minute)) : date_text(a, day);
	}
	s = str_trim(clean_time(a, f, s, did));
	while (s.n > 1 && strchr(".-/,", s.p[s.n - 1])) /* 1958.3. */
		s.n--;
	if (sheet && n == 4 && s.n == 6 && s.p[4] == '.' && s.p[5] == '1')
		*did |= CLEANED_DECIMAL;
	return s;
}

/* ---- all of it ------------------------------------------------------------------------------ */

static const uint8_t steps[] = {
	[K_TEXT] = LINE,
	[K_NOTE] = 0,
	[K_TEXTS] = 0,
	[K_CODE] = LINE | WIDE | GUARD,
	[K_CODES] = WIDE | GUARD,
	[K_NUM] = LINE | WIDE | PUNCT | BARE | GUARD,
	[K_MONEY] = LINE | WIDE | PUNCT | BARE | GUARD,
	[K_DATE] = LINE | WIDE | PUNCT | GUARD,
	[K_PDATE] = LINE | WIDE | PUNCT | GUARD,
	[K_MONTH] = LINE | WIDE | PUNCT | GUARD,
	[K_TIME] = LINE | WIDE | PUNCT | GUARD,
	[K_FLAG] = LINE | WIDE | PUNCT | BARE | GUARD,
	[K_REF] = LINE,
	[K_REFS] = 0,
	[K_PHONE] = LINE | WIDE | PUNCT | GUARD,
	[K_CITIZEN] = LINE | WIDE | PUNCT | BARE | GUARD,
	[K_CERT] = LINE | WIDE | PUNCT | BARE | GUARD,
	[K_DIVISION] = LINE | WIDE | PUNCT | BARE | GUARD,
	[K_LUNAR] = LINE | WIDE,
	[K_REASONS] = 0, /* the last one: nobody types what rows compute */
};

bool clean_is_nothing(struct arena *a, str text, const struct code_table *nothing)
{
	enum { WORD_MOST = 32 };
	str word;

	if (!nothing || !text.n || text.n > WORD_MOST)
		return false;
	word = utf8_code(a, text);
	for (size_t i = 0; i < nothing->n; i++)
		if (str_eq(nothing->item[i].name, text) || str_eq(nothing->item[i].name, word))
			return true;
	return false;
}

str clean_text(struct arena *a, const struct field *f, str in, bool sheet, const struct code_table *nothing,
	unsigned *did)
{
	int how = steps[f->kind];
	str s = str_trim(characters(a, in, how));

	*did = 0;
	if (f->kind != K_NOTE && clean_is_nothing(a, s, nothing)) {
		*did = CLEANED_EMPTY;
		return S("");
	}
	if (how & GUARD)
		s = unguarded(s);
	switch (f->kind) {
	case K_NUM:
	case K_MONEY:
		return clean_number(a, f, s);
	case K_DATE:
	case K_PDATE:
	case K_MONTH:
	case K_TIME:
		return clean_day(a, f, s, sheet, did);
	case K_PHONE:
		return whole(s);
	case K_CITIZEN:
	case K_CERT:
		return clean_id(a, s, did);
	default:
		return f->flags & F_NAME ? clean_name(a, utf8_clean(a, s)) : s;
	}
}
