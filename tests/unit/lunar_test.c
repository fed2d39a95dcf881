/* lunar_test.c - the Chinese calendar: its days, anniversaries, solar terms, and typed days. */
#include "base/lunar.h"

#include "base/str.h"

#include <math.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct arena a;

static int wipe(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

#define assert_text(got, want) assert_string_equal(arena_z(&a, got), want)

/* The day of a year written as month * 100 + day. */
static date day_in(int y, int md)
{
	date d = date_of(y, md / 100, md % 100);

	assert_true(d.day > 0);
	return d;
}

static void assert_lunar(date d, int y, int m, int day, bool leap)
{
	struct lunar l = { 0 };

	assert_true(lunar_of(d, &l));
	if (l.y != y || l.m != m || l.d != day || l.leap != leap)
		fail_msg("%s is %d %s%d-%d, not %d %s%d-%d", arena_z(&a, date_text(&a, d)), l.y,
			l.leap ? "leap " : "", l.m, l.d, y, leap ? "leap " : "", m, day);
}

/* ---- the calendar --------------------------------------------------------------------------- */

/* The festivals, by sun and moon; 除夕 is the day before the New Year. */
static void festivals(void **state)
{
	enum { EVE, NEW_YEAR, LANTERN, QINGMING, DRAGON, GHOST, MOON, NINES, SOLSTICE, DAYS };
	static const struct { int y, md[DAYS]; } years[] = {
		{ 2025, { 128, 129, 212, 404, 531, 906, 1006, 1029, 1221 } },
		{ 2026, { 216, 217, 303, 405, 619, 827, 925, 1018, 1222 } },
		{ 2027, { 205, 206, 220, 405, 609, 816, 915, 1008, 1222 } },
		{ 2028, { 125, 126, 209, 404, 528, 903, 1003, 1026, 1221 } },
		{ 2029, { 212, 213, 227, 404, 616, 824, 922, 1016, 1221 } },
		{ 2030, { 202, 203, 217, 405, 605, 813, 912, 1005, 1222 } },
		{ 2031, { 122, 123, 206, 405, 624, 901, 1001, 1024, 1222 } },
		{ 2032, { 210, 211, 225, 404, 612, 820, 919, 1012, 1221 } },
		{ 2033, { 130, 131, 214, 404, 601, 809, 908, 1001, 1221 } },
		{ 2034, { 218, 219, 305, 405, 620, 828, 927, 1020, 1222 } },
		{ 2035, { 207, 208, 222, 405, 610, 818, 916, 1009, 1222 } },
		{ 2036, { 127, 128, 211, 404, 530, 905, 1004, 1027, 1221 } },
		{ 2037, { 214, 215, 301, 404, 618, 825, 924, 1017, 1221 } },
		{ 2038, { 203, 204, 218, 405, 607, 815, 913, 1007, 1222 } },
		{ 2039, { 123, 124, 207, 405, 527, 903, 1002, 1026, 1222 } },
		{ 2040, { 211, 212, 226, 404, 614, 822, 920, 1014, 1221 } },
		{ 2041, { 131, 201, 215, 404, 603, 811, 910, 1003, 1221 } },
		{ 2042, { 121, 122, 205, 404, 622, 830, 928, 1022, 1222 } },
		{ 2043, { 209, 210, 224, 405, 611, 819, 917, 1011, 1222 } },
		{ 2044, { 129, 130, 213, 404, 531, 808, 1005, 1029, 1221 } },
		{ 2045, { 216, 217, 303, 404, 619, 827, 925, 1018, 1221 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(years); i++) {
		int y = years[i].y;
		const int *md = years[i].md;
		int last = lunar_month_days(y - 1, 12, false);
		date new_year = day_in(y, md[NEW_YEAR]);

		assert_int_equal(new_year.day, day_in(y, md[EVE]).day + 1);
		assert_lunar(new_year, y, 1, 1, false);
		assert_lunar(day_in(y, md[EVE]), y - 1, 12, last, false);
		assert_lunar(day_in(y, md[LANTERN]), y, 1, 15, false);
		assert_lunar(day_in(y, md[DRAGON]), y, 5, 5, false);
		assert_lunar(day_in(y, md[GHOST]), y, 7, 15, false);
		assert_lunar(day_in(y, md[MOON]), y, 8, 15, false);
		assert_lunar(day_in(y, md[NINES]), y, 9, 9, false);
		assert_int_equal(solar_term(y, TERM_QINGMING).day, day_in(y, md[QINGMING]).day);
		assert_int_equal(solar_term(y, TERM_DONGZHI).day, day_in(y, md[SOLSTICE]).day);
	}
}

/* Days that other calendar programs have wrong, and the years the families remember. */
static void new_years(void **state)
{
	static const struct { int y, md; } days[] = {
		{ 1900, 131 }, { 1901, 219 }, { 1916, 203 }, { 1949, 129 }, { 1950, 217 },
		{ 1954, 203 }, { 1958, 218 }, { 1976, 131 }, { 1985, 220 }, { 1997, 207 },
		{ 2000, 205 }, { 2008, 207 }, { 2020, 125 }, { 2023, 122 }, { 2024, 210 },
		{ 2027, 206 }, { 2030, 203 }, { 2033, 131 }, { 2034, 219 }, { 2100, 209 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++)
		assert_lunar(day_in(days[i].y, days[i].md), days[i].y, 1, 1, false);
	assert_lunar(date_of(1906, 4, 24), 1906, 4, 1, false);
	assert_lunar(date_of(1978, 9, 17), 1978, 8, 15, false);
	assert_lunar(date_of(2033, 12, 22), 2033, 11, 1, true);
	assert_lunar(date_of(2057, 9, 28), 2057, 9, 1, false);
}

static void leap_months(void **state)
{
	static const struct { int y, m, days, first; } leaps[] = {
		{ 1900, 8, 29, 924 }, { 1903, 5, 29, 625 }, { 1906, 4, 30, 523 },
		{ 1909, 2, 29, 322 }, { 1911, 6, 29, 726 }, { 1914, 5, 30, 623 },
		{ 1917, 2, 29, 323 }, { 1919, 7, 30, 825 }, { 1922, 5, 29, 625 },
		{ 1925, 4, 30, 522 }, { 1928, 2, 29, 322 }, { 1930, 6, 29, 726 },
		{ 1933, 5, 30, 623 }, { 1936, 3, 30, 421 }, { 1938, 7, 30, 825 },
		{ 1941, 6, 30, 724 }, { 1944, 4, 30, 522 }, { 1947, 2, 29, 323 },
		{ 1949, 7, 29, 824 }, { 1952, 5, 30, 622 }, { 1955, 3, 30, 422 },
		{ 1957, 8, 29, 924 }, { 1960, 6, 29, 724 }, { 1963, 4, 29, 523 },
		{ 1966, 3, 29, 421 }, { 1968, 7, 29, 824 }, { 1971, 5, 29, 623 },
		{ 1974, 4, 29, 522 }, { 1976, 8, 29, 924 }, { 1979, 6, 30, 724 },
		{ 1982, 4, 29, 523 }, { 1984, 10, 29, 1123 }, { 1987, 6, 29, 726 },
		{ 1990, 5, 29, 623 }, { 1993, 3, 29, 422 }, { 1995, 8, 29, 925 },
		{ 1998, 5, 29, 624 }, { 2001, 4, 29, 523 }, { 2004, 2, 29, 321 },
		{ 2006, 7, 29, 824 }, { 2009, 5, 29, 623 }, { 2012, 4, 29, 521 },
		{ 2014, 9, 29, 1024 }, { 2017, 6, 30, 723 }, { 2020, 4, 29, 523 },
		{ 2023, 2, 29, 322 }, { 2025, 6, 29, 725 }, { 2028, 5, 29, 623 },
		{ 2031, 3, 29, 422 }, { 2033, 11, 29, 1222 }, { 2036, 6, 30, 723 },
		{ 2039, 5, 29, 622 }, { 2042, 2, 29, 322 }, { 2044, 7, 29, 823 },
		{ 2047, 5, 30, 623 }, { 2050, 3, 30, 421 }, { 2052, 8, 29, 923 },
		{ 2055, 6, 30, 724 }, { 2058, 4, 30, 522 }, { 2061, 3, 29, 420 },
		{ 2063, 7, 29, 824 }, { 2066, 5, 29, 623 }, { 2069, 4, 29, 521 },
		{ 2071, 8, 29, 924 }, { 2074, 6, 29, 724 }, { 2077, 4, 29, 522 },
		{ 2080, 3, 29, 420 }, { 2082, 7, 29, 824 }, { 2085, 5, 30, 622 },
		{ 2088, 4, 29, 521 }, { 2090, 8, 29, 924 }, { 2093, 6, 30, 723 },
		{ 2096, 4, 29, 522 }, { 2099, 2, 29, 322 },
	};
	size_t i = 0;

	(void)state;
	for (int y = 1900; y <= 2100; y++) {
		bool is = i < COUNT(leaps) && leaps[i].y == y;
		int leap = is ? leaps[i].m : 0;

		assert_int_equal(lunar_leap_month(y), leap);
		for (int m = 1; m <= 12; m++) {
			int days = m == leap ? leaps[i].days : 0;

			assert_int_equal(lunar_month_days(y, m, true), days);
			assert_in_range(lunar_month_days(y, m, false), 29, 30);
		}
		if (!is)
			continue;
		assert_lunar(day_in(y, leaps[i].first), y, leap, 1, true);
		assert_lunar((date){ day_in(y, leaps[i].first).day - 1 }, y, leap,
			lunar_month_days(y, leap, false), false);
		i++;
	}
	assert_int_equal(i, COUNT(leaps));
}

/* Every day comes back from its lunar day, which goes on by one or begins a month. */
static void days_follow_each_other(void **state)
{
	date first = date_of(1900, 1, 31), last = date_of(2101, 1, 28);
	struct lunar was = { 1899, 12, 30, false };

	(void)state;
	for (date d = first; d.day <= last.day; d.day++) {
		struct lunar l;

		assert_true(lunar_of(d, &l));
		assert_int_equal(lunar_date(l).day, d.day);
		if (l.d != 1) {
			assert_true(l.y == was.y && l.m == was.m && l.leap == was.leap);
			assert_int_equal(l.d, was.d + 1);
		} else if (l.leap) {
			assert_true(l.y == was.y && l.m == was.m && !was.leap);
		} else if (l.m == 1) {
			assert_true(l.y == was.y + 1 && was.m == 12);
		} else {
			assert_true(l.y == was.y && l.m == was.m + 1);
		}
		was = l;
	}
	assert_true(was.y == 2100 && was.m == 12 && was.d == lunar_month_days(2100, 12, false));
}

/* What the rules promise: a month begins at the new moon (here the mean one, which is never more
 * than 14 hours off), the solstice is in month 11, and no leap month holds a principal term. */
static void months_follow_sun_and_moon(void **state)
{
	const double moon = 29.530588861, new_moon_2000 = date_of(2000, 1, 6).day + 22.34 / 24;

	(void)state;
	for (int y = 1900; y <= 2100; y++) {
		struct lunar l;

		assert_true(lunar_of(solar_term(y, TERM_DONGZHI), &l));
		assert_true(l.y == y && l.m == 11 && !l.leap);
		for (int t = 0; t < TERM_COUNT; t += 2)
			assert_false(lunar_of(solar_term(y, (enum term)t), &l) && l.leap);
		for (int m = 1; m <= 12; m++) {
			double noon = lunar_date((struct lunar){ y, m, 1, false }).day + 0.5;

			assert_true(fabs(remainder(noon - new_moon_2000, moon)) < 0.5 + 15.0 / 24);
		}
	}
}

static void edges_of_the_table(void **state)
{
	struct lunar l;

	(void)state;
	assert_lunar(date_of(1900, 1, 31), 1900, 1, 1, false);
	assert_lunar(date_of(2101, 1, 28), 2100, 12, 29, false);
	assert_false(lunar_of(date_of(1900, 1, 30), &l));
	assert_false(lunar_of(date_of(2101, 1, 29), &l));
	assert_false(lunar_of(date_of(2102, 1, 1), &l));
	assert_false(lunar_of(date_of(9999, 12, 31), &l));
	assert_false(lunar_of((date){ 0 }, &l));
	assert_false(lunar_of((date){ -5 }, &l));
	assert_text(lunar_text(&a, date_of(1900, 1, 30)), "");
	assert_text(lunar_text(&a, date_of(2101, 1, 29)), "");
	assert_int_equal(lunar_leap_month(1899), 0);
	assert_int_equal(lunar_leap_month(2101), 0);
	assert_int_equal(lunar_month_days(1899, 1, false), 0);
	assert_int_equal(lunar_month_days(2101, 1, false), 0);
}

static void impossible_days_are_none(void **state)
{
	static const struct lunar none[] = {
		{ 1899, 12, 1, false }, { 2101, 1, 1, false }, { 2026, 0, 1, false },
		{ 2026, 13, 1, false }, { 2026, 1, 0, false }, { 2026, 1, 31, false },
		{ 2026, 1, -1, false }, { 2026, -1, 1, false }, { 2026, 6, 1, true },
		{ 2025, 5, 1, true }, { 2025, 6, 30, true }, { 2025, 12, 30, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(none); i++)
		assert_int_equal(lunar_date(none[i]).day, 0);
	assert_int_equal(lunar_month_days(2025, 12, false), 29);
	assert_int_equal(lunar_month_days(2025, 0, false), 0);
	assert_int_equal(lunar_month_days(2025, 13, false), 0);
	assert_text(date_text(&a, lunar_date((struct lunar){ 2025, 6, 29, true })), "2025-08-22");
}

/* ---- anniversaries -------------------------------------------------------------------------- */

static void the_next_anniversary(void **state)
{
	static const struct { int md; const char *from, *want; } cases[] = {
		{ 815, "2026-09-25", "2026-09-25" }, /* on the day */
		{ 815, "2026-09-26", "2027-09-15" }, /* one day after */
		{ 815, "2026-09-24", "2026-09-25" },
		{ 1208, "2026-01-10", "2026-01-26" }, /* still the lunar year 2025 */
		{ 101, "2026-12-31", "2027-02-06" },
		/* 腊月三十: 29 days in the lunar years 2025 to 2028, 30 in 2023 */
		{ 1230, "2024-01-01", "2024-02-09" }, { 1230, "2026-01-01", "2026-02-16" },
		{ 1230, "2026-02-16", "2026-02-16" }, { 1230, "2026-02-17", "2027-02-05" },
		/* 闰六月初一: in 2025 in the leap month, else in month 6 */
		{ 10601, "2025-06-01", "2025-07-25" }, { 10601, "2025-07-25", "2025-07-25" },
		{ 10601, "2025-07-26", "2026-07-14" }, { 601, "2025-06-01", "2025-06-25" },
		/* 闰六月三十, as in 2017: the leap month of 2025 has 29 days, and month 6 of 2024 30 */
		{ 10630, "2017-08-01", "2017-08-21" }, { 10630, "2025-07-01", "2025-08-22" },
		{ 10630, "2024-07-01", "2024-08-03" }, { 10629, "2025-07-01", "2025-08-22" },
		/* a leap month that comes once in these 200 years */
		{ 11101, "2033-12-01", "2033-12-22" }, { 11101, "2034-01-01", "2034-12-11" },
		/* the edges of the table */
		{ 101, "1900-01-31", "1900-01-31" }, { 101, "1900-01-30", "" },
		{ 1229, "2101-01-28", "2101-01-28" }, { 1230, "2100-06-01", "2101-01-28" },
		{ 1228, "2101-01-28", "" }, { 101, "2100-02-10", "" }, { 101, "2101-01-29", "" },
		/* no lunar day at all */
		{ 0, "2026-01-01", "" }, { 1301, "2026-01-01", "" }, { 131, "2026-01-01", "" },
		{ 100, "2026-01-01", "" }, { 1, "2026-01-01", "" }, { 20101, "2026-01-01", "" },
		{ -101, "2026-01-01", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e;
		date from, got;

		assert_int_equal(date_parse(str_of(cases[i].from), (date){ 1 }, &from, &e), RC_OK);
		got = lunar_next((lunarday){ cases[i].md }, from);
		if (!str_is(date_text(&a, got), cases[i].want))
			fail_msg("%d from %s: %s, not %s", cases[i].md, cases[i].from,
				arena_z(&a, date_text(&a, got)), cases[i].want);
	}
	assert_int_equal(lunar_next((lunarday){ 101 }, (date){ 0 }).day, 0);
}

/* Whatever was stored, it is kept once in every lunar year of the table. */
static void kept_once_a_year(void **state)
{
	static const int days[] = { 101, 630, 1230, 10630, 11101, 10229 };

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		date d = date_of(1900, 1, 31);

		for (int y = 1900; y <= 2100; y++) {
			struct lunar l;

			d = lunar_next((lunarday){ days[i] }, d);
			assert_true(lunar_of(d, &l));
			assert_int_equal(l.y, y);
			assert_int_equal(l.m, days[i] / 100 % 100);
			d.day++;
		}
		assert_int_equal(lunar_next((lunarday){ days[i] }, d).day, 0);
	}
}

/* ---- words ---------------------------------------------------------------------------------- */

static void texts(void **state)
{
	static const struct { int md; const char *want; } cases[] = {
		{ 101, "正月初一" }, { 210, "二月初十" }, { 311, "三月十一" }, { 419, "四月十九" },
		{ 520, "五月二十" }, { 621, "六月廿一" }, { 729, "七月廿九" }, { 815, "八月十五" },
		{ 909, "九月初九" }, { 1030, "十月三十" }, { 1101, "冬月初一" },
		{ 1208, "腊月初八" },
		{ 10401, "闰四月初一" }, { 11130, "闰冬月三十" }, { 0, "" }, { 1301, "" },
		{ 131, "" },
		{ 20101, "" }, { -1, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_text(lunarday_text(&a, (lunarday){ cases[i].md }), cases[i].want);
	assert_text(lunar_text(&a, date_of(2026, 5, 6)), "三月二十");
	assert_text(lunar_text(&a, date_of(2025, 7, 25)), "闰六月初一");
	assert_text(lunar_text(&a, date_of(2026, 2, 16)), "腊月廿九");
	assert_text(lunar_text(&a, (date){ 0 }), "");
}

static void typed_days(void **state)
{
	static const struct { const char *typed; int want; } cases[] = {
		{ "八月十五", 815 }, { "闰四月初一", 10401 }, { "8-15", 815 }, { "腊月三十", 1230 },
		{ "正月初一", 101 }, { "农历8.15", 815 }, { "8.15", 815 }, { "8/15", 815 },
		{ "08-15", 815 }, { "８－１５", 815 }, { " 八月 十五 ", 815 },
		{ "　八月十五　", 815 },
		{ "农历八月十五", 815 }, { "農曆八月十五", 815 }, { "阴历8月15日", 815 },
		{ "旧历八月十五日", 815 }, { "8月15号", 815 }, { "八月15", 815 },
		{ "8月十五", 815 },
		{ "一月初一", 101 }, { "十月初十", 1010 }, { "十一月十一", 1111 },
		{ "冬月十一", 1111 },
		{ "十二月廿三", 1223 }, { "臘月廿三", 1223 }, { "腊月二十三", 1223 },
		{ "腊月初八", 1208 }, { "三月二十", 320 }, { "三月廿", 320 }, { "三月卅", 330 },
		{ "三月3", 303 }, { "三月三", 303 }, { "三月初3", 303 }, { "闰6-1", 10601 },
		{ "閏六月三十", 10630 }, { "农历闰六月初一", 10601 }, { "闰十一月初一", 11101 },
		{ "12-30", 1230 }, { "1-1", 101 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };
		lunarday d = { 0 };

		if (lunar_parse(str_of(cases[i].typed), &d, &e) != RC_OK)
			fail_msg("'%s' refused: %s", cases[i].typed, e.msg);
		if (d.md != cases[i].want)
			fail_msg("'%s' is %d, not %d", cases[i].typed, d.md, cases[i].want);
	}
}

static void refused_days(void **state)
{
	static const struct { const char *typed, *part; } cases[] = {
		{ "", "农历日子是空的：请写成 八月十五" }, { "　", "农历日子是空的" },
		{ "abc", "“abc”看不懂是农历的哪一天" }, { "农历", "看不懂" }, { "闰", "看不懂" },
		{ "八月", "看不懂" }, { "十五", "看不懂" }, { "八", "看不懂" }, { "8-", "看不懂" },
		{ "-15", "看不懂" }, { "815", "看不懂" }, { "0815", "看不懂" },
		{ "8--15", "看不懂" },
		{ "8-15-1", "看不懂" }, { "八月十五日日", "看不懂" }, { "八月初", "看不懂" },
		{ "八月初十一", "看不懂" }, { "八月初15", "看不懂" }, { "八月卅一", "看不懂" },
		{ "八月十五x", "看不懂" }, { "闰闰四月初一", "看不懂" },
		{ "八月十五\xff", "看不懂" },
		{ "0-1", "农历没有0月：月份是1到12" }, { "13-1", "农历没有13月" },
		{ "二十月初一", "农历没有20月" }, { "8-0", "农历没有0日" },
		{ "8-31", "农历没有31日：一个月从初一到三十" }, { "八月三十一", "没有31日" },
		{ "8-9999", "没有9999日" }, { "8-99999", "看不懂" },
		{ "1958-8-15", "“1958-8-15”带了年份：农历日子每年都过，只写月和日" },
		{ "58年8月15", "带了年份" }, { "一九五八年八月十五", "带了年份" },
		{ "农历1958.8.15", "带了年份" }, { "19580815", "带了年份" },
		{ "闰正月初一", "1900年到2100年没有闰正月1日，请核对是不是平常的正月" },
		{ "闰腊月初一", "没有闰腊月1日" }, { "闰十月三十", "没有闰十月30日" },
		{ "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "看不懂" },
		{ "八月十五是他母亲阿卜杜拉·买买提和𠮷䶮一家过的节", "看不懂" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };
		lunarday d = { 7 };

		if (lunar_parse(str_of(cases[i].typed), &d, &e) == RC_OK)
			fail_msg("'%s' was taken", cases[i].typed);
		assert_int_equal(e.rc, RC_INVALID);
		assert_int_equal(d.md, 0);
		if (!strstr(e.msg, cases[i].part))
			fail_msg("'%s': %s", cases[i].typed, e.msg);
	}
}

/* Every lunar day of the table is read back from its own words. */
static void words_come_back(void **state)
{
	(void)state;
	for (int y = 1900; y <= 2100; y++)
		for (int m = 1; m <= 12; m++)
			for (int leap = 0; leap <= 1; leap++)
				for (int d = 1; d <= lunar_month_days(y, m, leap); d++) {
					struct err e;
					lunarday in = { leap * 10000 + m * 100 + d }, out;
					str text = lunarday_text(&a, in);

					assert_int_equal(lunar_parse(text, &out, &e), RC_OK);
					assert_int_equal(out.md, in.md);
				}
}

/* ---- solar terms ---------------------------------------------------------------------------- */

static void solar_terms(void **state)
{
	static const struct { int y; enum term t; int md; } cases[] = {
		{ 1949, TERM_QINGMING, 405 }, { 1976, TERM_QINGMING, 404 },
		{ 1999, TERM_QINGMING, 405 },
		{ 2007, TERM_QINGMING, 405 }, { 2008, TERM_QINGMING, 404 },
		{ 2024, TERM_QINGMING, 404 },
		{ 2025, TERM_QINGMING, 404 }, { 2026, TERM_QINGMING, 405 },
		{ 1951, TERM_DONGZHI, 1223 }, { 1999, TERM_DONGZHI, 1222 },
		{ 2020, TERM_DONGZHI, 1221 },
		{ 2021, TERM_DONGZHI, 1221 }, { 2022, TERM_DONGZHI, 1222 },
		{ 2023, TERM_DONGZHI, 1222 },
		{ 2024, TERM_LICHUN, 204 }, { 2025, TERM_LICHUN, 203 }, { 1984, TERM_LICHUN, 204 },
		{ 2024, TERM_XIAZHI, 621 }, { 2024, TERM_CHUNFEN, 320 }, { 2024, TERM_QIUFEN, 922 },
		{ 2025, TERM_XIAOHAN, 105 }, { 2025, TERM_JINGZHE, 305 },
	};
	/* All of 2024, 春分 first. */
	static const int all[TERM_COUNT] = {
		320, 404, 419, 505, 520, 605, 621, 706, 722, 807, 822, 907,
		922, 1008, 1023, 1107, 1122, 1206, 1221, 106, 120, 204, 219, 305,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(solar_term(cases[i].y, cases[i].t).day,
			day_in(cases[i].y, cases[i].md).day);
	for (int t = 0; t < TERM_COUNT; t++)
		assert_int_equal(solar_term(2024, (enum term)t).day, day_in(2024, all[t]).day);
	assert_int_equal(solar_term(1899, TERM_QINGMING).day, 0);
	assert_int_equal(solar_term(2101, TERM_QINGMING).day, 0);
	assert_true(solar_term(1900, TERM_XIAOHAN).day > 0);
	assert_true(solar_term(2100, TERM_DONGZHI).day > 0);
}

/* From one term to the next 14 to 16 days, over all the table. */
static void terms_follow_each_other(void **state)
{
	date was = { 0 };

	(void)state;
	for (int y = 1900; y <= 2100; y++)
		for (int i = 0; i < TERM_COUNT; i++) {
			date d = solar_term(y, (enum term)((i + TERM_XIAOHAN) % TERM_COUNT));

			assert_int_equal(date_ymd(d).y, y);
			assert_int_equal(date_ymd(d).m, i / 2 + 1);
			if (was.day)
				assert_in_range(d.day - was.day, 14, 16);
			was = d;
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(festivals, wipe),
		cmocka_unit_test_teardown(new_years, wipe),
		cmocka_unit_test_teardown(leap_months, wipe),
		cmocka_unit_test_teardown(days_follow_each_other, wipe),
		cmocka_unit_test_teardown(months_follow_sun_and_moon, wipe),
		cmocka_unit_test_teardown(edges_of_the_table, wipe),
		cmocka_unit_test_teardown(impossible_days_are_none, wipe),
		cmocka_unit_test_teardown(the_next_anniversary, wipe),
		cmocka_unit_test_teardown(kept_once_a_year, wipe),
		cmocka_unit_test_teardown(texts, wipe),
		cmocka_unit_test_teardown(typed_days, wipe),
		cmocka_unit_test_teardown(refused_days, wipe),
		cmocka_unit_test_teardown(words_come_back, wipe),
		cmocka_unit_test_teardown(solar_terms, wipe),
		cmocka_unit_test_teardown(terms_follow_each_other, wipe),
	};

	return cmocka_run_group_tests_name("lunar", tests, NULL, NULL);
}
