/* date_parse.c - days, months and moments as people type them; the only reader of dates.
 *
 * The text is first brought to one form (half-width, upper case, no blanks) in a small buffer on
 * the stack; a date is never longer. */
#include "base/date.h"

#include "base/str.h"
#include "base/utf8.h"

#include <stdio.h>

enum { TYPED = 64, FAR = 9999 };
enum { YEAR_MIN = 1800, YEAR_MAX = 2200 }; /* another year is a slip of the finger */

/* What was typed, normal form; empty when it is too long to be a date. */
struct typed {
	char p[TYPED];
	uint32_t n;
	str as; /* the text itself, for messages */
};

static str text_of(const struct typed *t)
{
	return (str){ t->p, t->n };
}

static struct typed normalise(str in)
{
	struct typed t = { .as = str_trim(in) };
	uint32_t at = 0;

	while (at < t.as.n) {
		uint32_t c = utf8_next(t.as, &at);

		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFF01 - '!';
		if (c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		if (c == ' ' || c == '\t' || c == 0x3000)
			continue;
		if (t.n + 4 > TYPED) {
			t.n = 0;
			return t;
		}
		t.n += utf8_put(t.p + t.n, c);
	}
	return t;
}

/* Takes a literal off the front. */
static bool take(str *s, str what)
{
	if (!str_starts(*s, what))
		return false;
	*s = str_from(*s, what.n);
	return true;
}

/* Takes digits off the front: how many, and their value. */
static uint32_t take_number(str *s, int *value)
{
	uint32_t n = 0;

	*value = 0;
	while (n < s->n && n < 8 && s->p[n] >= '0' && s->p[n] <= '9')
		*value = *value * 10 + (s->p[n++] - '0');
	*s = str_from(*s, n);
	return n;
}

/* ---- numbers: 2026-3-2, 3月2日, 1999-07 ------------------------------------------------------- */

enum { ABSENT = -1 };
struct parts { int y, m, d; }; /* ABSENT where nothing was typed */

/* 20260302, 199907 and 1999: no separators. */
static bool read_solid(uint32_t digits, int v, struct parts *out)
{
	if (digits == 8)
		*out = (struct parts){ v / 10000, v / 100 % 100, v % 100 };
	else if (digits == 6)
		*out = (struct parts){ v / 100, v % 100, ABSENT };
	else if (digits == 4)
		*out = (struct parts){ v, ABSENT, ABSENT };
	else
		return false;
	return true;
}

/* 2026-3-2, 2026-3, 3-2 with any one of - / . */
static bool read_separated(uint32_t digits, int v, str rest, struct parts *out)
{
	str sep = str_sub(rest, 0, 1);
	int b, c;

	if (!take(&rest, S("-")) && !take(&rest, S("/")) && !take(&rest, S(".")))
		return false;

	uint32_t nb = take_number(&rest, &b);

	if (!nb || nb > 2)
		return false;
	if (!rest.n) {
		*out = digits == 4 ? (struct parts){ v, b, ABSENT } : (struct parts){ ABSENT, v, b };
		return digits == 4 || digits <= 2;
	}
	if (!take(&rest, sep))
		return false;

	uint32_t nc = take_number(&rest, &c);

	*out = (struct parts){ v, b, c };
	return digits == 4 && nc && nc <= 2 && !rest.n;
}

/* 2026年3月2日, 1999年7月, 1999年, 3月2号, 7月 */
static bool read_named(str s, struct parts *out)
{
	str at = s;
	int v;

	*out = (struct parts){ ABSENT, ABSENT, ABSENT };
	if (take_number(&at, &v) == 4 && take(&at, S("年"))) {
		out->y = v;
		s = at;
	}
	at = s;
	if (take_number(&at, &v) && v < 100 && take(&at, S("月"))) {
		out->m = v;
		s = at;
		if (take_number(&at, &v) && v < 100 && out->m != ABSENT) {
			out->d = v;
			s = at;
			if (take(&s, S("日")) || take(&s, S("号")))
				at = s;
		}
	}
	return !s.n && (out->y != ABSENT || out->m != ABSENT);
}

static bool read_parts(str s, struct parts *out)
{
	str rest = s;
	int v;
	uint32_t digits = take_number(&rest, &v);

	if (!digits)
		return false;
	if (!rest.n)
		return read_solid(digits, v, out);
	return read_separated(digits, v, rest, out) || read_named(s, out);
}

/* ---- words: T+1W, 昨天, 上周三 ------------------------------------------------------------------- */

static bool read_day_word(str s, date today, date *out)
{
	static const struct { const char *word; int days; } words[] = {
		{ "今天", 0 }, { "昨天", -1 }, { "前天", -2 }, { "大前天", -3 },
		{ "明天", 1 }, { "后天", 2 }, { "大后天", 3 },
	};

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_is(s, words[i].word)) {
			*out = (date){ today.day + words[i].days };
			return true;
		}
	return false;
}

static bool read_weekday(str s, date today, date *out)
{
	static const char *const days[] = { "一", "二", "三", "四", "五", "六", "日", "天" };
	int monday = today.day - date_weekday(today) + 1;

	if (take(&s, S("上")))
		monday -= 7;
	else if (take(&s, S("下")))
		monday += 7;
	else
		(void)(take(&s, S("本")) || take(&s, S("这")));
	if (!take(&s, S("周")) && !take(&s, S("星期")))
		return false;
	for (int i = 0; i < (int)COUNT(days); i++)
		if (str_is(s, days[i])) {
			*out = (date){ monday + (i < 7 ? i : 6) };
			return true;
		}
	return false;
}

/* T, T+1W, T-3, +3d, -2w, +1m: a sign, a number, and a unit (days without one). */
static bool read_offset(str s, date today, date *out)
{
	static const struct { const char *unit; int days, months; } units[] = {
		{ "", 1, 0 }, { "D", 1, 0 }, { "天", 1, 0 }, { "W", 7, 0 }, { "周", 7, 0 },
		{ "M", 0, 1 }, { "月", 0, 1 }, { "Y", 0, 12 }, { "年", 0, 12 },
	};
	bool from_t = take(&s, S("T"));
	int sign = 1, n;

	if (from_t && !s.n) {
		*out = today;
		return true;
	}
	if (take(&s, S("-")))
		sign = -1;
	else if (!take(&s, S("+")))
		return false;
	if (!take_number(&s, &n) || n > FAR)
		return false;
	for (size_t i = 0; i < COUNT(units); i++)
		if (str_is(s, units[i].unit)) {
			*out = units[i].days
				       ? (date){ today.day + sign * n * units[i].days }
				       : date_add_months(today, sign * n * units[i].months);
			return true;
		}
	return false;
}

/* ---- the sentences -------------------------------------------------------------------------- */

#define EXAMPLES "请写成 2026-3-2、3-2、昨天、上周三 或 +3d（三天后）"

/* What was typed, in whole characters. */
static str quoted(str typed)
{
	int used;

	return utf8_clip(typed, TYPED, &used);
}

/* 昨天, 3-12 and 3月12日 were made for typing: in a file nobody knows which year they mean. */
static enum rc not_for_files(const struct typed *t, struct err *e)
{
	return fail(e, RC_INVALID, "“%.*s”没有写全：表格里的日期要有年份，请写成 1958-3-12 或 1958年3月12日",
		STR_FMT(quoted(t->as)));
}

/* A spreadsheet counts days from 1900 and shows them so when the cell is no date. */
static bool like_serial(str s)
{
	return s.n == 5 && str_digits(s);
}

static enum rc not_a_date(const struct typed *t, date today, struct err *e)
{
	if (!t->as.n)
		return fail(e, RC_INVALID, "日期是空的：" EXAMPLES);
	if (!today.day)
		return fail(e, RC_INVALID, "“%.*s”看不懂是哪一天：请写成 1958-3-12、1958/3/12 或 1958年3月12日",
			STR_FMT(quoted(t->as)));
	if (like_serial(text_of(t)))
		return fail(e, RC_INVALID, "“%.*s”像是表格软件的日期序号：请在表格里把这一格设成日期格式，"
			"再照显示的年月日填写", STR_FMT(t->as));
	return fail(e, RC_INVALID, "“%.*s”看不懂是哪一天：" EXAMPLES,
		STR_FMT(quoted(t->as)));
}

static bool year_right(int y)
{
	return y >= YEAR_MIN && y <= YEAR_MAX;
}

/* There is no such day: say which month ends when. */
static enum rc no_such_day(struct parts p, struct err *e)
{
	int days = days_in_month(p.y, p.m);

	if (!year_right(p.y))
		return fail(e, RC_INVALID, "年份是%04d，不在%d年到%d年之间，请核对", p.y, YEAR_MIN,
			YEAR_MAX);
	if (!days)
		return fail(e, RC_INVALID, "没有这一天：%d年没有%d月，月份是1到12", p.y, p.m);
	return fail(e, RC_INVALID, "没有这一天：%d年%d月%d日，这个月只有%d天，请核对", p.y, p.m, p.d,
		days);
}

enum rc date_parse(str in, date today, date *out, struct err *e)
{
	struct typed t = normalise(in);
	struct parts p;
	str s = text_of(&t);

	if (read_parts(s, &p)) {
		if (p.m == ABSENT)
			return fail(e, RC_INVALID, "只看到年份%04d，还缺月和日：请写成 %04d-3-2", p.y, p.y);
		if (p.d == ABSENT)
			return fail(e, RC_INVALID, "“%.*s”只有月份，还缺日：请写成 %s",
				STR_FMT(t.as), today.day ? "2026-3-2 或 3-2" : "2026-3-2");
		if (p.y == ABSENT && !today.day)
			return not_for_files(&t, e);
		if (p.y == ABSENT)
			p.y = date_ymd(today).y;
		*out = date_of(p.y, p.m, p.d);
		return out->day && year_right(p.y) ? RC_OK : no_such_day(p, e);
	}
	if (!read_day_word(s, today, out) && !read_weekday(s, today, out) &&
		!read_offset(s, today, out))
		return not_a_date(&t, today, e);
	if (!today.day)
		return not_for_files(&t, e);
	if (out->day < date_of(YEAR_MIN, 1, 1).day || out->day > date_of(YEAR_MAX, 12, 31).day)
		return fail(e, RC_INVALID, "“%.*s”太远了，不在%d年到%d年之间", STR_FMT(t.as), YEAR_MIN,
			YEAR_MAX);
	return RC_OK;
}

bool date_reads(str in, date today, date *out)
{
	struct err why;

	return date_parse(in, today, out, &why) == RC_OK;
}

enum rc pdate_parse(str in, date today, pdate *out, struct err *e)
{
	struct typed t = normalise(in);
	struct parts p;
	date d;

	if (read_parts(text_of(&t), &p) && p.y != ABSENT && p.d == ABSENT) {
		*out = pdate_of(p.y, p.m == ABSENT ? 0 : p.m, 0);
		return out->ymd && p.m != 0 && year_right(p.y) ? RC_OK : no_such_day(p, e);
	}
	TRY(date_parse(in, today, &d, e));

	struct ymd c = date_ymd(d);

	*out = pdate_of(c.y, c.m, c.d);
	return RC_OK;
}

enum rc month_parse(str in, date today, month *out, struct err *e)
{
	static const struct { const char *word; int months; } words[] = {
		{ "本月", 0 }, { "上月", -1 }, { "下月", 1 }, { "T", 0 },
	};
	struct typed t = normalise(in);
	struct ymd now = today.day ? date_ymd(today) : (struct ymd){ 0 };
	struct parts p;

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_is(text_of(&t), words[i].word)) {
			if (!today.day)
				return not_for_files(&t, e);
			*out = (month){ now.y * 12 + now.m + words[i].months };
			return RC_OK;
		}
	if (!read_parts(text_of(&t), &p) || p.m == ABSENT || p.d != ABSENT)
		return fail(e, RC_INVALID, "“%.*s”看不懂是哪个月：请写成 2026-05、5月 或 上月",
			STR_FMT(quoted(t.as)));
	if (p.y == ABSENT && !today.day)
		return not_for_files(&t, e);
	if (p.y == ABSENT)
		p.y = now.y;
	if (p.m < 1 || p.m > 12 || !year_right(p.y))
		return no_such_day(p, e);
	*out = (month){ p.y * 12 + p.m };
	return RC_OK;
}

/* Q2 or H1 of a year: months of it begin, and how many it has. */
static bool read_part_of_year(str s, int *begins, enum period *kind)
{
	int64_t n;
	bool half = str_starts(s, S("H"));

	if ((!half && !str_starts(s, S("Q"))) || !str_int(str_from(s, 1), &n) || n < 1 || n > (half ? 2 : 4))
		return false;
	*kind = half ? PERIOD_HALF : PERIOD_QUARTER;
	*begins = ((int)n - 1) * (half ? 6 : 3) + 1;
	return true;
}

enum rc span_parse(str in, date today, struct span *out, struct err *e)
{
	str rest = in, head;
	int64_t year;
	enum period kind;
	int begins;
	month m;
	date d;

	if (str_int(in, &year) && year >= 1900 && year <= 2200) {
		*out = period_of(PERIOD_YEAR, 0, date_of((int)year, 1, 1));
		return RC_OK;
	}
	if (str_cut(&rest, '-', &head) && str_int(head, &year) && year_right((int)year) &&
		read_part_of_year(rest, &begins, &kind)) {
		*out = period_of(kind, 0, date_of((int)year, begins, 1));
		return RC_OK;
	}
	if (in.n >= 10 && date_reads(in, today, &d)) {
		*out = (struct span){ d, d };
		return RC_OK;
	}
	TRY(month_parse(in, today, &m, e));
	*out = period_of(PERIOD_MONTH, 0, date_of((m.ym - 1) / 12, (m.ym - 1) % 12 + 1, 1));
	return RC_OK;
}

/* ---- moments -------------------------------------------------------------------------------- */

/* 14:05, 1405, 14点, 14点5分.  False when it does not look like a time at all. */
static bool read_time(str s, int *hour, int *minute)
{
	uint32_t n = take_number(&s, hour);

	*minute = 0;
	if (n == 4 && !s.n) {
		*minute = *hour % 100;
		*hour /= 100;
		return true;
	}
	if (!n || n > 2)
		return false;
	if (take(&s, S(":")))
		return take_number(&s, minute) == 2 && !s.n;
	if (!take(&s, S("点")))
		return false;
	if (s.n && take_number(&s, minute))
		(void)take(&s, S("分"));
	return !s.n;
}

/* Cut "date time" and "dateTtime" in two; false when there is no time of day. */
static bool split_time(str in, str *day, int *hour, int *minute)
{
	for (uint32_t i = in.n; i-- > 1;) {
		bool blank = in.p[i] == ' ' || in.p[i] == '\t';
		str wide = str_sub(in, i, 3);
		struct typed t;

		if (!blank && in.p[i] != 'T' && in.p[i] != 't' && !str_eq(wide, S("　")))
			continue;
		t = normalise(str_from(in, i + (str_eq(wide, S("　")) ? 3 : 1)));
		*day = str_sub(in, 0, i);
		return read_time(text_of(&t), hour, minute);
	}
	return false;
}

enum rc moment_parse(str in, moment now, moment *out, struct err *e)
{
	date d, today = now.v ? moment_date(now) : (date){ 0 };
	str day = str_trim(in), before;
	struct typed whole = normalise(day);
	int hour, minute;

	if (str_is(day, "现在")) {
		*out = now;
		return now.v ? RC_OK : not_for_files(&whole, e);
	}
	if (str_ends(day, S("+08:00"))) /* as other programs write it */
		day.n -= 6;
	whole = normalise(day);
	if (str_has(day, S(":")) && read_time(text_of(&whole), &hour, &minute)) {
		if (!today.day)
			return not_for_files(&whole, e);
		d = today;
	} else if (split_time(day, &before, &hour, &minute)) {
		TRY(date_parse(before, today, &d, e));
	} else {
		TRY(date_parse(day, today, &d, e));
		*out = moment_of(d, -1);
		return RC_OK;
	}
	if (hour > 23 || minute > 59)
		return fail(e, RC_INVALID, "没有这个时刻：%d点%d分，时间请写成 14:05", hour, minute);
	*out = moment_of(d, hour * 60 + minute);
	return RC_OK;
}

bool moment_reads(str in, moment now, moment *out)
{
	struct err why;

	return moment_parse(in, now, out, &why) == RC_OK;
}
