/* date.c - days, months, moments and periods in China Standard Time. */
#include "base/date.h"

#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <time.h>

enum { MINUTES_A_DAY = 24 * 60, DAYS_TO_1970 = 719163, CST_SECONDS = 8 * 3600 };

/* ---- arithmetic -------------------------------------------------------------------------- */

static bool leap_year(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int days_in_month(int y, int m)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (m < 1 || m > 12)
		return 0;
	return m == 2 && leap_year(y) ? 29 : days[m - 1];
}

date date_of(int y, int m, int d)
{
	int shifted, era_year;

	if (y < 1 || y > 9999 || d < 1 || d > days_in_month(y, m))
		return (date){ 0 };
	/* Years that begin in March put the leap day last; 306 days lie before 0001-01-01. */
	shifted = m > 2 ? m - 3 : m + 9;
	era_year = m > 2 ? y : y - 1;
	return (date){ era_year * 365 + era_year / 4 - era_year / 100 + era_year / 400 +
		       (153 * shifted + 2) / 5 + d - 306 };
}

struct ymd date_ymd(date t)
{
	int n = t.day + 305, era = n / 146097, doe = n % 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), shifted = (5 * doy + 2) / 153;
	struct ymd out = { yoe + era * 400, shifted < 10 ? shifted + 3 : shifted - 9,
		doy - (153 * shifted + 2) / 5 + 1 };

	if (t.day <= 0)
		return (struct ymd){ 0 };
	out.y += out.m <= 2;
	return out;
}

int date_weekday(date t)
{
	return (t.day + 6) % 7 + 1; /* 0001-01-01 was a Monday */
}

date date_add_months(date t, int n)
{
	struct ymd v = date_ymd(t);
	int months = v.y * 12 + v.m - 1 + n, y = months / 12, m = months % 12 + 1;
	int last = days_in_month(y, m);

	return date_of(y, m, v.d < last ? v.d : last);
}

pdate pdate_of(int y, int m, int d)
{
	return (pdate){ y * 10000 + m * 100 + d };
}

struct ymd pdate_ymd(pdate p)
{
	return (struct ymd){ p.ymd / 10000, p.ymd / 100 % 100, p.ymd % 100 };
}

date pdate_first(pdate p)
{
	struct ymd v = pdate_ymd(p);

	return p.ymd ? date_of(v.y, v.m ? v.m : 1, v.d ? v.d : 1) : (date){ 0 };
}

moment moment_of(date t, int minute)
{
	if (!t.day)
		return (moment){ 0 };
	if (minute < 0)
		return (moment){ (int64_t)t.day * MINUTES_A_DAY * 2 };
	return (moment){ ((int64_t)t.day * MINUTES_A_DAY + minute) * 2 + 1 };
}

date moment_date(moment m)
{
	return (date){ (int32_t)(m.v / 2 / MINUTES_A_DAY) };
}

int moment_minute(moment m)
{
	return m.v & 1 ? (int)(m.v / 2 % MINUTES_A_DAY) : -1;
}

int age_at(pdate birth, date on)
{
	struct ymd b = pdate_ymd(birth), o = date_ymd(on);
	int years;

	if (!birth.ymd || !on.day)
		return -1;
	years = o.y - b.y;
	if (b.m && (o.m < b.m || (o.m == b.m && b.d && o.d < b.d)))
		years--;
	return years < 0 ? -1 : years;
}

/* ---- the clock ----------------------------------------------------------------------------- */

bool clock_is_fixed(void)
{
	const char *z = getenv("QINQING_NOW");

	return z && *z;
}

moment clock_now(void)
{
	struct err ignored;
	moment m;
	int64_t t;

	if (clock_is_fixed() &&
		moment_parse(str_of(getenv("QINQING_NOW")), (moment){ 0 }, &m, &ignored) == RC_OK)
		return m;
	t = (int64_t)time(NULL) + CST_SECONDS;
	return moment_of((date){ (int32_t)(t / 86400) + DAYS_TO_1970 }, (int)(t % 86400 / 60));
}

/* ---- reading what people type ----------------------------------------------------------------- */

enum { TYPED_MAX = 64 };

/* The typed text with full-width characters halved and blanks out, in buf. */
static str squeeze(str in, char buf[TYPED_MAX])
{
	uint32_t at = 0, n = 0;

	in = str_trim(in);
	while (at < in.n && n < TYPED_MAX - 4) {
		uint32_t c = utf8_next(in, &at);

		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFEE0;
		if (c == ' ' || c == 0x3000)
			continue;
		if (c < 128 && c >= 'a' && c <= 'z')
			c -= 32;
		n += utf8_put(buf + n, c);
	}
	return (str){ buf, n };
}

static bool take_number(str *s, int most, int *out)
{
	uint32_t n = 0;

	*out = 0;
	while (n < s->n && n < (uint32_t)most && s->p[n] >= '0' && s->p[n] <= '9')
		*out = *out * 10 + (s->p[n++] - '0');
	*s = str_from(*s, n);
	return n > 0;
}

static bool take_mark(str *s, const char *const *marks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(*s, str_of(marks[i]))) {
			*s = str_from(*s, (uint32_t)strlen(marks[i]));
			return true;
		}
	return false;
}

static const char *const date_marks[] = { "-", "/", ".", "年", "月", "日", "号" };

/* 今天, T, 昨天 ...; the longest first. */
static const struct { const char *word; int days; } words[] = {
	{ "大前天", -3 }, { "前天", -2 }, { "昨天", -1 }, { "今天", 0 }, { "明天", 1 },
	{ "后天", 2 }, { "大后天", 3 }, { "昨日", -1 }, { "今日", 0 }, { "明日", 1 },
};
static const char *const weekday_names[] = { "周一", "周二", "周三", "周四", "周五", "周六", "周日" };
static const char *const weekday_digits[] = { "一", "二", "三", "四", "五", "六", "日", "天" };

const char *weekday_text(date t)
{
	return weekday_names[date_weekday(t) - 1];
}

static bool read_weekday(str s, date today, date *out)
{
	static const char *const weeks[] = { "周", "星期", "礼拜" };
	int shift = 0;

	if (str_starts(s, S("上")) || str_starts(s, S("下")) || str_starts(s, S("本"))) {
		shift = str_starts(s, S("上")) ? -7 : str_starts(s, S("下")) ? 7 : 0;
		s = str_from(s, 3);
	}
	if (!take_mark(&s, weeks, COUNT(weeks)))
		return false;
	for (size_t i = 0; i < COUNT(weekday_digits); i++)
		if (str_is(s, weekday_digits[i])) {
			int monday = today.day - date_weekday(today) + 1;

			*out = (date){ monday + shift + (i < 7 ? (int)i : 6) };
			return true;
		}
	return false;
}

/* T, T+3, T+1W, +3D, -2W, +1M */
static bool read_relative(str s, date today, date *out)
{
	bool t = str_starts(s, S("T"));
	int sign, n;

	if (t)
		s = str_from(s, 1);
	if (t && s.n == 0) {
		*out = today;
		return true;
	}
	if (s.n < 2 || (s.p[0] != '+' && s.p[0] != '-'))
		return false;
	sign = s.p[0] == '-' ? -1 : 1;
	s = str_from(s, 1);
	if (!take_number(&s, 4, &n))
		return false;
	if (s.n == 0 || str_is(s, "D"))
		*out = (date){ today.day + sign * n };
	else if (str_is(s, "W"))
		*out = (date){ today.day + sign * n * 7 };
	else if (str_is(s, "M"))
		*out = date_add_months(today, sign * n);
	else if (str_is(s, "Y"))
		*out = date_add_months(today, sign * n * 12);
	else
		return false;
	return out->day > 0;
}

static bool read_word(str s, date today, date *out)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_is(s, words[i].word)) {
			*out = (date){ today.day + words[i].days };
			return true;
		}
	return read_weekday(s, today, out) || read_relative(s, today, out);
}

/* Numbers with marks between them: up to three.  Eight digits are one date. */
static int read_numbers(str s, int v[3])
{
	int n = 0;

	if (str_digits(s) && s.n == 8) {
		take_number(&s, 4, &v[0]);
		take_number(&s, 2, &v[1]);
		take_number(&s, 2, &v[2]);
		return 3;
	}
	if (str_digits(s) && s.n == 6) {
		take_number(&s, 4, &v[0]);
		take_number(&s, 2, &v[1]);
		return 2;
	}
	while (n < 3 && take_number(&s, 4, &v[n])) {
		n++;
		if (!take_mark(&s, date_marks, COUNT(date_marks)))
			break;
	}
	return s.n ? 0 : n;
}

static enum rc refuse_form(str in, struct err *e)
{
	return fail(e, RC_INVALID, "“%.*s”不是日期；可以写 2026-3-2、3-2、昨天、周一、T-3、+2w",
		STR_FMT(in));
}

static enum rc refuse_day(int y, int m, int d, struct err *e)
{
	if (m < 1 || m > 12)
		return fail(e, RC_INVALID, "没有%d月；请核对日期", m);
	return fail(e, RC_INVALID, "没有%04d-%02d-%02d这一天；%d年%d月只有%d天", y, m, d, y, m,
		days_in_month(y, m));
}

enum rc date_parse(str in, date today, date *out, struct err *e)
{
	char buf[TYPED_MAX];
	str s = squeeze(in, buf);
	int v[3] = { 0 }, n;

	if (read_word(s, today, out))
		return RC_OK;
	n = read_numbers(s, v);
	if (n == 2 && v[0] < 100) { /* 3-2: this year */
		v[2] = v[1];
		v[1] = v[0];
		v[0] = date_ymd(today).y;
	} else if (n != 3 || v[0] < 1800 || v[0] > 2200) {
		return refuse_form(in, e);
	}
	*out = date_of(v[0], v[1], v[2]);
	return out->day ? RC_OK : refuse_day(v[0], v[1], v[2], e);
}

enum rc pdate_parse(str in, date today, pdate *out, struct err *e)
{
	char buf[TYPED_MAX];
	str s = squeeze(in, buf);
	int v[3] = { 0 }, n = read_numbers(s, v);
	date whole;

	if ((n == 1 || n == 2) && v[0] >= 1800 && v[0] <= 2200) {
		if (n == 2 && (v[1] < 1 || v[1] > 12))
			return refuse_day(v[0], v[1], 0, e);
		*out = pdate_of(v[0], v[1], 0);
		return RC_OK;
	}
	TRY(date_parse(in, today, &whole, e));

	struct ymd d = date_ymd(whole);

	*out = pdate_of(d.y, d.m, d.d);
	return RC_OK;
}

enum rc month_parse(str in, date today, month *out, struct err *e)
{
	char buf[TYPED_MAX];
	str s = squeeze(in, buf);
	int v[3] = { 0 }, n = read_numbers(s, v);
	struct ymd now = date_ymd(today);

	if (str_is(s, "本月")) {
		*out = (month){ now.y * 12 + now.m };
		return RC_OK;
	}
	if (n == 1 && v[0] >= 1 && v[0] <= 12) {
		*out = (month){ now.y * 12 + v[0] };
		return RC_OK;
	}
	if (n != 2 || v[0] < 1800 || v[0] > 2200 || v[1] < 1 || v[1] > 12)
		return fail(e, RC_INVALID, "“%.*s”不是月份；可以写 2026-05", STR_FMT(in));
	*out = (month){ v[0] * 12 + v[1] };
	return RC_OK;
}

/* 14:05, 1405, 14点, 14点5分 */
static bool read_time(str s, int *minute)
{
	static const char *const marks[] = { ":", "：", "点", "时" };
	static const char *const ends[] = { "分" };
	int h, m = 0;

	if (str_digits(s) && s.n == 4) {
		take_number(&s, 2, &h);
		take_number(&s, 2, &m);
	} else {
		if (!take_number(&s, 2, &h) || !take_mark(&s, marks, COUNT(marks)))
			return false;
		if (s.n && !take_number(&s, 2, &m))
			return false;
		take_mark(&s, ends, COUNT(ends));
	}
	*minute = h * 60 + m;
	return s.n == 0 && h < 24 && m < 60;
}

enum rc moment_parse(str in, moment now, moment *out, struct err *e)
{
	str rest = str_trim(in), day, time;
	date today = moment_date(now), d;
	int minute = -1;

	if (str_is(rest, "现在") || str_is(rest, "NOW") || str_is(rest, "now")) {
		*out = now;
		return RC_OK;
	}
	/* A time alone is today's. */
	if (!str_has(rest, S(" ")) && str_has(rest, S(":")) && read_time(rest, &minute)) {
		*out = moment_of(today, minute);
		return RC_OK;
	}
	if (rest.n > 8 && str_find(rest, S("T")) > 0) {
		time = rest;
		str_cut(&time, 'T', &day);
		if (str_has(time, S("+")))
			time = str_sub(time, 0, (uint32_t)str_find(time, S("+")));
	} else {
		time = rest;
		str_word(&time, &day);
		time = str_trim(time);
	}
	TRY(date_parse(day, today, &d, e));
	if (time.n && !read_time(time, &minute))
		return fail(e, RC_INVALID, "“%.*s”不是时间；可以写 14:05 或 1405", STR_FMT(time));
	*out = moment_of(d, minute);
	return RC_OK;
}

/* ---- showing -------------------------------------------------------------------------------------- */

str date_text(struct arena *a, date t)
{
	struct ymd v = date_ymd(t);

	return t.day ? arena_printf(a, "%04d-%02d-%02d", v.y, v.m, v.d) : S("");
}

str date_long(struct arena *a, date t)
{
	struct ymd v = date_ymd(t);

	return t.day ? arena_printf(a, "%04d-%02d-%02d %s", v.y, v.m, v.d, weekday_text(t)) : S("");
}

str date_short(struct arena *a, date t, date today)
{
	struct ymd v = date_ymd(t), now = date_ymd(today);

	if (!t.day)
		return S("");
	for (size_t i = 1; i < 6; i++) /* 前天 .. 后天 */
		if (t.day - today.day == words[i].days)
			return str_of(words[i].word);
	if (v.y != now.y)
		return date_text(a, t);
	return arena_printf(a, "%02d-%02d", v.m, v.d);
}

str pdate_text(struct arena *a, pdate p)
{
	struct ymd v = pdate_ymd(p);

	if (!p.ymd)
		return S("");
	if (!v.m)
		return arena_printf(a, "%04d", v.y);
	if (!v.d)
		return arena_printf(a, "%04d-%02d", v.y, v.m);
	return arena_printf(a, "%04d-%02d-%02d", v.y, v.m, v.d);
}

str month_text(struct arena *a, month m)
{
	return m.ym ? arena_printf(a, "%04d-%02d", (m.ym - 1) / 12, (m.ym - 1) % 12 + 1) : S("");
}

str moment_text(struct arena *a, moment m)
{
	struct ymd v = date_ymd(moment_date(m));
	int minute = moment_minute(m);

	if (!m.v)
		return S("");
	if (minute < 0)
		return date_text(a, moment_date(m));
	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d", v.y, v.m, v.d, minute / 60, minute % 60);
}

/* ---- periods ---------------------------------------------------------------------------------------- */

static struct span months_span(int y, int first_month, int n)
{
	date first = date_of(y, first_month, 1);

	return (struct span){ first, { date_add_months(first, n).day - 1 } };
}

struct span period_of(enum period kind, int rolling_days, date d)
{
	struct ymd v = date_ymd(d);

	switch (kind) {
	case PERIOD_WEEK: {
		int monday = d.day - date_weekday(d) + 1;

		return (struct span){ { monday }, { monday + 6 } };
	}
	case PERIOD_MONTH: return months_span(v.y, v.m, 1);
	case PERIOD_QUARTER: return months_span(v.y, (v.m - 1) / 3 * 3 + 1, 3);
	case PERIOD_HALF: return months_span(v.y, v.m <= 6 ? 1 : 7, 6);
	case PERIOD_YEAR: return months_span(v.y, 1, 12);
	case PERIOD_ROLLING: return (struct span){ { d.day - rolling_days + 1 }, d };
	}
	return (struct span){ d, d };
}

date span_soft(struct span s, int share)
{
	int len = s.last.day - s.first.day + 1, day = s.first.day + len * share / 100;

	return (date){ day < s.last.day ? day : s.last.day };
}
