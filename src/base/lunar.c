/* lunar.c - the Chinese calendar over a table of months, and how people write its days. */
#include "base/lunar.h"

#include "base/str.h"
#include "base/utf8.h"
#include "tables/lunar_table.h"

#include <assert.h>

static bool known(int y)
{
	return y >= LUNAR_FIRST && y <= LUNAR_LAST;
}

static date new_year(int y)
{
	return (date){ date_of(y, 1, 1).day + (int32_t)(lunar_years[y - LUNAR_FIRST] >> 17) };
}

int lunar_leap_month(int y)
{
	return known(y) ? (int)(lunar_years[y - LUNAR_FIRST] >> 13 & 15) : 0;
}

/* Days of the month in place i (0 = the first; a leap month has a place of its own). */
static int length(int y, int i)
{
	return 29 + (int)(lunar_years[y - LUNAR_FIRST] >> i & 1);
}

static int months(int y)
{
	return lunar_leap_month(y) ? 13 : 12;
}

/* Place of a month in its year, or -1. */
static int place_of(int y, int m, bool leap)
{
	int lm = lunar_leap_month(y);

	if (!known(y) || m < 1 || m > 12 || (leap && m != lm))
		return -1;
	return m - 1 + (lm && (m > lm || leap));
}

int lunar_month_days(int y, int m, bool leap)
{
	int i = place_of(y, m, leap);

	return i < 0 ? 0 : length(y, i);
}

bool lunar_of(date d, struct lunar *out)
{
	int y = date_ymd(d).y, i = 0, leap;
	int32_t left;

	if (y == LUNAR_LAST + 1 || (known(y) && new_year(y).day > d.day))
		y--;
	if (!known(y))
		return false;
	left = d.day - new_year(y).day;
	while (i < months(y) && left >= length(y, i))
		left -= length(y, i++);
	if (i == months(y))
		return false;
	leap = lunar_leap_month(y);
	*out = (struct lunar){
		.y = y,
		.m = leap && i >= leap ? i : i + 1,
		.d = left + 1,
		.leap = leap && i == leap,
	};
	return true;
}

date lunar_date(struct lunar l)
{
	int i = place_of(l.y, l.m, l.leap);
	int32_t day;

	if (i < 0 || l.d < 1 || l.d > length(l.y, i))
		return (date){ 0 };
	day = new_year(l.y).day + l.d - 1;
	while (i-- > 0)
		day += length(l.y, i);
	return (date){ day };
}

date solar_term(int year, enum term t)
{
	int m = ((int)t + 5) / 2 % 12 + 1; /* two terms a month, 春分 the second one of March */

	assert((unsigned)t < TERM_COUNT);
	if (!known(year))
		return (date){ 0 };
	return date_of(year, m,
		lunar_term_first[t] + (int)(lunar_terms[year - LUNAR_FIRST] >> 2 * t & 3));
}

/* ---- days without a year -------------------------------------------------------------------- */

enum { LEAP = 10000, MONTH_DAYS = 30 };

/* The parts of a stored day, y left 0; false when it is none. */
static bool parts_of(lunarday l, struct lunar *out)
{
	*out = (struct lunar){ .m = l.md % LEAP / 100, .d = l.md % 100, .leap = l.md >= LEAP };
	return l.md > 0 && l.md < 2 * LEAP && out->m >= 1 && out->m <= 12 && out->d >= 1 &&
		out->d <= MONTH_DAYS;
}

static lunarday day_of(struct lunar l)
{
	return (lunarday){ l.m * 100 + l.d + (l.leap ? LEAP : 0) };
}

/* The day of year y that keeps the anniversary; {0} only outside the table. */
static date kept_in(int y, struct lunar l)
{
	int days;

	l.y = y;
	l.leap = l.leap && lunar_leap_month(y) == l.m;
	days = lunar_month_days(y, l.m, l.leap);
	if (l.d > days)
		l.d = days;
	return lunar_date(l);
}

date lunar_next(lunarday l, date from)
{
	struct lunar at, day;

	if (!parts_of(l, &day) || !lunar_of(from, &at))
		return (date){ 0 };
	for (int y = at.y; known(y); y++) {
		date d = kept_in(y, day);

		if (d.day >= from.day)
			return d;
	}
	return (date){ 0 };
}

/* ---- in words ------------------------------------------------------------------------------- */

static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
static const char *const month_names[] = { "", "正", "二", "三", "四", "五", "六", "七", "八", "九",
	"十", "冬", "腊" };

str lunarday_text(struct arena *a, lunarday l)
{
	static const char *const tens[] = { "初", "十", "廿" };
	struct lunar p;

	if (!parts_of(l, &p))
		return S("");

	const char *leap = p.leap ? "闰" : "", *m = month_names[p.m];

	if (p.d == 20 || p.d == 30)
		return arena_printf(a, "%s%s月%s十", leap, m, digits[p.d / 10]);
	if (p.d == 10)
		return arena_printf(a, "%s%s月初十", leap, m);
	return arena_printf(a, "%s%s月%s%s", leap, m, tens[p.d / 10], digits[p.d % 10]);
}

str lunar_text(struct arena *a, date d)
{
	struct lunar l;

	return lunar_of(d, &l) ? lunarday_text(a, day_of(l)) : S("");
}

/* ---- as typed ------------------------------------------------------------------------------- */

enum { TYPED = 48, SHOWN = 40, NONE = -1 };

/* The text without blanks, full-width ASCII made half; empty when it is too long to be a day. */
static str plain(str in, char to[TYPED])
{
	uint32_t at = 0, n = 0;

	while (at < in.n) {
		uint32_t c = utf8_next(in, &at);

		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFF01 - '!';
		if (c == ' ' || c == '\t' || c == 0x3000)
			continue;
		if (n + 4 > TYPED)
			return (str){ to, 0 };
		n += utf8_put(to + n, c);
	}
	return (str){ to, n };
}

static bool take(str *s, const char *what)
{
	if (!str_starts(*s, str_of(what)))
		return false;
	*s = str_from(*s, (uint32_t)strlen(what));
	return true;
}

static bool take_any(str *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (take(s, words[i]))
			return true;
	return false;
}

/* 一 to 九, or 0. */
static int take_digit(str *s)
{
	for (int i = 1; i <= 9; i++)
		if (take(s, digits[i]))
			return i;
	return 0;
}

/* 15, 十五, 廿三, 二十三, 三十, 卅; at most four Arabic digits; NONE when there is no number. */
static int take_number(str *s)
{
	uint32_t n = 0;
	int v = 0;

	while (n < s->n && n < 4 && s->p[n] >= '0' && s->p[n] <= '9')
		v = v * 10 + (s->p[n++] - '0');
	*s = str_from(*s, n);
	if (n)
		return v;
	if (take(s, "卅"))
		return 30;
	if (take(s, "廿"))
		return 20 + take_digit(s);
	v = take_digit(s);
	if (take(s, "十"))
		return (v ? v : 1) * 10 + take_digit(s);
	return v ? v : NONE;
}

static int take_month(str *s)
{
	static const struct { const char *name; int m; } names[] = {
		{ "正", 1 }, { "冬", 11 }, { "腊", 12 }, { "臘", 12 },
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (take(s, names[i].name))
			return names[i].m;
	return take_number(s);
}

/* 初 stands only before 一 to 十. */
static int take_day(str *s)
{
	bool early = take(s, "初");
	int d = take_number(s);

	return early && d > 10 ? NONE : d;
}

/* Leap month, month, day, as numbers of any size; false when it does not read as a day. */
static bool read_day(str s, struct lunar *out)
{
	static const char *const leaps[] = { "闰", "閏" }, *const seps[] = { "月", "-", "/", "." },
		*const ends[] = { "日", "号" };

	out->leap = take_any(&s, leaps, COUNT(leaps));
	out->m = take_month(&s);
	if (out->m == NONE || !take_any(&s, seps, COUNT(seps)))
		return false;
	out->d = take_day(&s);
	(void)take_any(&s, ends, COUNT(ends));
	return out->d != NONE && !s.n;
}

/* 1958-8-15, 58年八月十五, 一九五八年...: a whole date where a day of every year belongs. */
static bool has_year(str s)
{
	bool named = str_has(s, S("年"));
	int n = take_number(&s);

	return n >= 1000 || (named && n != NONE);
}

/* Did the table's years ever have it?  Some leap months never come, or never have 30 days. */
static bool ever(struct lunar l)
{
	for (int y = LUNAR_FIRST; y <= LUNAR_LAST; y++)
		if (l.d <= lunar_month_days(y, l.m, l.leap))
			return true;
	return false;
}

#define EXAMPLES "请写成 八月十五、8-15、腊月三十 或 闰四月初一"

enum rc lunar_parse(str in, lunarday *out, struct err *e)
{
	static const char *const names[] = { "农历", "農曆", "阴历", "旧历" };
	char typed[TYPED];
	int shown;
	str as = str_trim(in), s = plain(as, typed);
	struct lunar l = { 0 };

	*out = (lunarday){ 0 };
	if (!as.n)
		return fail(e, RC_INVALID, "农历日子是空的：" EXAMPLES);
	as = utf8_clip(as, SHOWN, &shown);
	(void)take_any(&s, names, COUNT(names));
	if (has_year(s))
		return fail(e, RC_INVALID, "“%.*s”带了年份：农历日子每年都过，只写月和日，" EXAMPLES,
			STR_FMT(as));
	if (!read_day(s, &l))
		return fail(e, RC_INVALID, "“%.*s”看不懂是农历的哪一天：" EXAMPLES, STR_FMT(as));
	if (l.m < 1 || l.m > 12)
		return fail(e, RC_INVALID, "农历没有%d月：月份是1到12，请核对", l.m);
	if (l.d < 1 || l.d > MONTH_DAYS)
		return fail(e, RC_INVALID, "农历没有%d日：一个月从初一到三十，请核对", l.d);
	if (!ever(l))
		return fail(e, RC_INVALID, "%d年到%d年没有闰%s月%d日，请核对是不是平常的%s月",
			LUNAR_FIRST, LUNAR_LAST, month_names[l.m], l.d, month_names[l.m]);
	*out = day_of(l);
	return RC_OK;
}
