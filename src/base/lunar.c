/* lunar.c - the Chinese calendar over a table of months, and how people write its days. */
#include "base/lunar.h"

#include "base/buf.h"
#include "base/str.h"
#include "tables/lunar_table.h"

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

/* Days of the i-th month of the year, leap month counted in its place. */
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
	int y = d.day ? date_ymd(d).y : 0, i = 0;
	int32_t rest;

	if (known(y) && new_year(y).day > d.day)
		y--;
	else if (y == LUNAR_LAST + 1)
		y--;
	if (!known(y) || new_year(y).day > d.day)
		return false;
	rest = d.day - new_year(y).day;
	while (i < months(y) && rest >= length(y, i))
		rest -= length(y, i++);
	if (i == months(y))
		return false;

	int lm = lunar_leap_month(y);

	*out = (struct lunar){ .y = y, .d = rest + 1, .leap = lm && i == lm,
		.m = lm && i >= lm ? i : i + 1 };
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

/* The day that keeps the anniversary in one lunar year. */
static date kept_in(int y, lunarday ld)
{
	int m = ld.md / 100 % 100, d = ld.md % 100, days = lunar_month_days(y, m, false);

	if (days == 0)
		return (date){ 0 };
	return lunar_date((struct lunar){ y, m, d > days ? days : d, false });
}

date lunar_next(lunarday ld, date from)
{
	int y = date_ymd(from).y;

	for (int k = y - 1; ld.md && k <= y + 1; k++) {
		date d = kept_in(k, ld);
		if (d.day >= from.day && d.day)
			return d;
	}
	return (date){ 0 };
}

/* ---- words ------------------------------------------------------------------------------------ */

static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
static const char *const month_names[] = { "", "正", "二", "三", "四", "五", "六", "七", "八", "九",
	"十", "冬", "腊" };

static str day_text(struct arena *a, int d)
{
	if (d == 20 || d == 30)
		return arena_printf(a, "%s十", digits[d / 10]);
	return arena_printf(a, "%s%s", d <= 10 ? "初" : d < 20 ? "十" : "廿",
		digits[d <= 10 ? d : d % 10]);
}

str lunarday_text(struct arena *a, lunarday l)
{
	int m = l.md / 100 % 100;

	if (!l.md || m > 12)
		return S("");
	return arena_printf(a, "%s%s月%.*s", l.md >= 10000 ? "闰" : "", month_names[m],
		STR_FMT(day_text(a, l.md % 100)));
}

str lunar_text(struct arena *a, date d)
{
	struct lunar l;

	if (!lunar_of(d, &l))
		return S("");
	return lunarday_text(a, (lunarday){ l.m * 100 + l.d + (l.leap ? 10000 : 0) });
}

static bool take(str *s, const char *what)
{
	if (!str_starts(*s, str_of(what)))
		return false;
	*s = str_from(*s, (uint32_t)strlen(what));
	return true;
}

/* 1-39 in Arabic or Chinese digits (十二, 廿三, 二十, 三十, 卅); 0 when there is none. */
static int take_number(str *s)
{
	int n = 0, tens = 0;

	while (s->n && s->p[0] >= '0' && s->p[0] <= '9' && n < 100) {
		n = n * 10 + (s->p[0] - '0');
		*s = str_from(*s, 1);
	}
	if (n)
		return n;
	if (take(s, "卅"))
		return 30;
	if (take(s, "廿"))
		tens = 20;
	for (int i = 1; i < 10; i++)
		if (take(s, digits[i])) {
			n = i;
			break;
		}
	if (!tens && take(s, "十")) {
		tens = n ? n * 10 : 10;
		n = 0;
		for (int i = 1; i < 10; i++)
			if (take(s, digits[i])) {
				n = i;
				break;
			}
	}
	return tens + n;
}

static int take_month(str *s)
{
	if (take(s, "正"))
		return 1;
	if (take(s, "冬"))
		return 11;
	if (take(s, "腊"))
		return 12;
	return take_number(s);
}

enum rc lunar_parse(str in, lunarday *out, struct err *e)
{
	str s = str_trim(in);
	bool leap;
	int m, d;

	*out = (lunarday){ 0 };
	if (!take(&s, "农历"))
		take(&s, "阴历");
	leap = take(&s, "闰");
	m = take_month(&s);
	if (!take(&s, "月") && !take(&s, "-") && !take(&s, ".") && !take(&s, "/"))
		m = 0;
	take(&s, "初");
	d = take_number(&s);
	if (!take(&s, "日"))
		take(&s, "号");
	if (m < 1 || m > 12 || d < 1 || s.n)
		return fail(e, RC_INVALID, "看不懂农历“%.*s”：请写八月十五、腊月初八或8-15", STR_FMT(in));
	if (d > 30)
		return fail(e, RC_INVALID, "农历一个月最多30天，没有%d日", d);
	out->md = m * 100 + d + (leap ? 10000 : 0);
	return RC_OK;
}

date solar_term(int year, enum term t)
{
	int m = (2 + ((int)t + 1) / 2) % 12 + 1;

	if (!known(year) || t >= TERM_COUNT)
		return (date){ 0 };
	return date_of(year, m, lunar_term_first[t] + (int)(lunar_terms[year - LUNAR_FIRST] >> 2 * t & 3));
}
