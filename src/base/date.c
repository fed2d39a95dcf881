/* date.c - calendar arithmetic, the clock, periods, and dates as text.  date_parse.c reads them. */
#include "base/date.h"

#include "base/str.h"
#include "base/tr.h"

#include <stdlib.h>
#include <time.h>

enum { YEAR_LAST = 9999, MINUTES_A_DAY = 24 * 60, CST_MINUTES = 8 * 60, DAY_1970 = 719163 };

static bool leap_year(int y)
{
	return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

int days_in_month(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (m < 1 || m > 12)
		return 0;
	return days[m - 1] + (m == 2 && leap_year(y));
}

/* Days before 1 January of year y. */
static int days_before_year(int y)
{
	y--;
	return y * 365 + y / 4 - y / 100 + y / 400;
}

date date_of(int y, int m, int d)
{
	int day;

	if (y < 1 || y > YEAR_LAST || d < 1 || d > days_in_month(y, m))
		return (date){ 0 };
	day = days_before_year(y) + d;
	for (int i = 1; i < m; i++)
		day += days_in_month(y, i);
	return (date){ day };
}

struct ymd date_ymd(date at)
{
	int y, m = 1, rest;

	if (at.day <= 0)
		return (struct ymd){ 0, 0, 0 };
	y = (int)((int64_t)at.day * 400 / 146097) + 1; /* right, or one year off */
	while (days_before_year(y) >= at.day)
		y--;
	while (days_before_year(y + 1) < at.day)
		y++;
	rest = at.day - days_before_year(y);
	while (rest > days_in_month(y, m))
		rest -= days_in_month(y, m++);
	return (struct ymd){ y, m, rest };
}

int date_weekday(date d)
{
	return (d.day - 1) % 7 + 1; /* 0001-01-01 was a Monday */
}

date date_add_months(date at, int n)
{
	struct ymd c = date_ymd(at);
	int months = c.y * 12 + c.m - 1 + n, y = months / 12, m = months % 12 + 1;

	if (at.day <= 0 || months < 12)
		return (date){ 0 };
	return date_of(y, m, c.d < days_in_month(y, m) ? c.d : days_in_month(y, m));
}

/* ---- partial dates, moments ----------------------------------------------------------------- */

pdate pdate_of(int y, int m, int d)
{
	if (!date_of(y, m ? m : 1, d ? d : 1).day || (d && !m))
		return (pdate){ 0 };
	return (pdate){ y * 10000 + m * 100 + d };
}

struct ymd pdate_ymd(pdate p)
{
	return (struct ymd){ p.ymd / 10000, p.ymd / 100 % 100, p.ymd % 100 };
}

date pdate_first(pdate p)
{
	struct ymd c = pdate_ymd(p);

	return date_of(c.y, c.m ? c.m : 1, c.d ? c.d : 1);
}

date pdate_last(pdate p)
{
	struct ymd c = pdate_ymd(p);

	return c.d ? pdate_first(p) : (date){ date_add_months(pdate_first(p), c.m ? 1 : 12).day - 1 };
}

moment moment_of(date d, int minute)
{
	if (d.day <= 0)
		return (moment){ 0 };
	return (moment){ ((int64_t)(d.day - 1) * MINUTES_A_DAY + (minute < 0 ? 0 : minute)) * 2 +
			 (minute >= 0) };
}

date moment_date(moment m)
{
	if (!m.v)
		return (date){ 0 };
	return (date){ (int32_t)(m.v / 2 / MINUTES_A_DAY) + 1 };
}

int moment_minute(moment m)
{
	return m.v & 1 ? (int)(m.v / 2 % MINUTES_A_DAY) : -1;
}

/* ---- the clock ------------------------------------------------------------------------------ */

static moment system_clock(void)
{
	int64_t minutes = (int64_t)time(NULL) / 60 + CST_MINUTES;

	return moment_of((date){ (int32_t)(minutes / MINUTES_A_DAY) + DAY_1970 },
		(int)(minutes % MINUTES_A_DAY));
}

static bool fixed_clock(moment *out)
{
	str set = str_of(getenv("QINQING_NOW"));

	if (!set.n || !moment_reads(set, system_clock(), out))
		return false;
	if (moment_minute(*out) < 0)
		*out = moment_of(moment_date(*out), 0);
	return true;
}

moment clock_now(void)
{
	moment fixed;

	return fixed_clock(&fixed) ? fixed : system_clock();
}

bool clock_is_fixed(void)
{
	moment fixed;

	return fixed_clock(&fixed);
}

int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- text ----------------------------------------------------------------------------------- */

const char *weekday_text(date d)
{
	static const char *const names[] = {
		"周一", "周二", "周三", "周四", "周五", "周六", "周日"
	};

	return d.day > 0 ? tr(names[date_weekday(d) - 1]) : "";
}

str date_text(struct arena *a, date d)
{
	struct ymd c = date_ymd(d);

	if (d.day <= 0)
		return S("");
	return arena_printf(a, "%04d-%02d-%02d", c.y, c.m, c.d);
}

str date_long(struct arena *a, date d)
{
	if (d.day <= 0)
		return S("");
	return arena_printf(a, "%.*s %s", STR_FMT(date_text(a, d)), weekday_text(d));
}

str date_short(struct arena *a, date d, date today)
{
	struct ymd c = date_ymd(d);

	if (d.day <= 0)
		return S("");
	if (d.day == today.day)
		return str_of(tr("今天"));
	if (d.day == today.day - 1)
		return str_of(tr("昨天"));
	if (c.y == date_ymd(today).y)
		return arena_printf(a, "%02d-%02d", c.m, c.d);
	return date_text(a, d);
}

str pdate_text(struct arena *a, pdate p)
{
	struct ymd c = pdate_ymd(p);

	if (p.ymd <= 0)
		return S("");
	if (!c.m)
		return arena_printf(a, "%04d", c.y);
	if (!c.d)
		return arena_printf(a, "%04d-%02d", c.y, c.m);
	return arena_printf(a, "%04d-%02d-%02d", c.y, c.m, c.d);
}

str month_text(struct arena *a, month m)
{
	if (m.ym <= 0)
		return S("");
	return arena_printf(a, "%04d-%02d", (m.ym - 1) / 12, (m.ym - 1) % 12 + 1);
}

str moment_text(struct arena *a, moment m)
{
	int minute = moment_minute(m);
	str day = date_text(a, moment_date(m));

	if (minute < 0)
		return day;
	return arena_printf(a, "%.*sT%02d:%02d", STR_FMT(day), minute / 60, minute % 60);
}

str moment_said(struct arena *a, moment m)
{
	str text = moment_text(a, m), day;

	return str_cut(&text, 'T', &day) && text.n ? arena_printf(a, "%.*s %.*s", STR_FMT(day), STR_FMT(text)) : day;
}

int age_at(pdate birth, date on)
{
	struct ymd b = date_ymd(pdate_first(birth)), o = date_ymd(on);
	int age = o.y - b.y - (o.m < b.m || (o.m == b.m && o.d < b.d));

	return birth.ymd > 0 && on.day > 0 && age >= 0 ? age : -1;
}

/* ---- periods -------------------------------------------------------------------------------- */

/* The n calendar months around d that start n, 2n ... months into the year. */
static struct span months(date d, int n)
{
	struct ymd c = date_ymd(d);
	date first = date_of(c.y, c.m - (c.m - 1) % n, 1);

	return (struct span){ first, { date_add_months(first, n).day - 1 } };
}

struct span period_of(enum period kind, int rolling_days, date d)
{
	date monday = { d.day - date_weekday(d) + 1 };

	switch (kind) {
	case PERIOD_WEEK: return (struct span){ monday, { monday.day + 6 } };
	case PERIOD_MONTH: return months(d, 1);
	case PERIOD_QUARTER: return months(d, 3);
	case PERIOD_HALF: return months(d, 6);
	case PERIOD_YEAR: return months(d, 12);
	case PERIOD_ROLLING: break;
	}
	return (struct span){ { d.day - rolling_days + 1 }, d };
}

enum period span_kind(struct span s)
{
	for (enum period p = PERIOD_WEEK; p < PERIOD_ROLLING; p++) {
		struct span whole = period_of(p, 0, s.first);

		if (whole.first.day == s.first.day && whole.last.day == s.last.day)
			return p;
	}
	return PERIOD_ROLLING;
}

static const int period_months[] = { [PERIOD_MONTH] = 1, [PERIOD_QUARTER] = 3, [PERIOD_HALF] = 6, [PERIOD_YEAR] = 12 };

struct span span_by(struct span s, int by)
{
	enum period p = span_kind(s);
	int days = (s.last.day - s.first.day + 1) * by;

	if (p == PERIOD_WEEK || p == PERIOD_ROLLING)
		return (struct span){ { s.first.day + days }, { s.last.day + days } };
	return period_of(p, 0, date_add_months(s.first, by * period_months[p]));
}

str span_text(struct arena *a, struct span s)
{
	struct ymd f = date_ymd(s.first);
	str day = date_text(a, s.first);

	switch (span_kind(s)) {
	case PERIOD_MONTH: return str_sub(day, 0, day.n - 3);
	case PERIOD_QUARTER: return arena_printf(a, "%d-Q%d", f.y, (f.m - 1) / 3 + 1);
	case PERIOD_HALF: return arena_printf(a, "%d-H%d", f.y, (f.m - 1) / 6 + 1);
	case PERIOD_YEAR: return arena_printf(a, "%d", f.y);
	default: break;
	}
	return s.first.day == s.last.day ? day : arena_printf(a, "%.*s..%.*s", STR_FMT(day),
		STR_FMT(date_text(a, s.last)));
}

date span_soft(struct span s, int share)
{
	int64_t length = s.last.day - s.first.day + 1;
	int32_t day = s.first.day + (int32_t)(length * share / 100);

	return (date){ day < s.last.day ? day : s.last.day };
}
