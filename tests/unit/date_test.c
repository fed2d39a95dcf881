/* date_test.c - days, partial dates, periods, and everything people type for a day. */
#include "base/date.h"

#include "base/str.h"

#include <stdlib.h>

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

static date today(void)
{
	return date_of(2026, 5, 6); /* a Wednesday */
}

#define assert_text(got, want) assert_string_equal(arena_z(&a, got), want)

/* ---- arithmetic ----------------------------------------------------------------------------- */

static void days_and_numbers_agree(void **state)
{
	int want = 0;

	(void)state;
	for (int y = 1; y <= 9999; y++) {
		for (int m = 1; m <= 12; m++) {
			struct ymd c;
			int last = days_in_month(y, m);

			assert_int_equal(date_of(y, m, 1).day, want + 1);
			c = date_ymd((date){ want + last });
			assert_true(c.y == y && c.m == m && c.d == last);
			want += last;
		}
	}
	assert_int_equal(want, 3652059);
	assert_int_equal(date_ymd((date){ 0 }).y, 0);
}

static void impossible_days_are_none(void **state)
{
	(void)state;
	assert_int_equal(date_of(2026, 2, 29).day, 0);
	assert_true(date_of(2028, 2, 29).day > 0);
	assert_int_equal(date_of(1900, 2, 29).day, 0);
	assert_true(date_of(2000, 2, 29).day > 0);
	assert_int_equal(date_of(2026, 13, 1).day, 0);
	assert_int_equal(date_of(2026, 0, 1).day, 0);
	assert_int_equal(date_of(2026, 4, 31).day, 0);
	assert_int_equal(date_of(2026, 4, 0).day, 0);
	assert_int_equal(date_of(0, 1, 1).day, 0);
	assert_int_equal(date_of(10000, 1, 1).day, 0);
}

static void weekdays(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(today()), 3);
	assert_int_equal(date_weekday(date_of(2026, 5, 4)), 1);
	assert_int_equal(date_weekday(date_of(2026, 5, 10)), 7);
	assert_int_equal(date_weekday(date_of(1, 1, 1)), 1);
	assert_string_equal(weekday_text(today()), "周三");
	assert_string_equal(weekday_text((date){ 0 }), "");
}

static void months_stop_at_their_end(void **state)
{
	(void)state;
	assert_text(date_text(&a, date_add_months(date_of(2026, 1, 31), 1)), "2026-02-28");
	assert_text(date_text(&a, date_add_months(date_of(2028, 1, 31), 1)), "2028-02-29");
	assert_text(date_text(&a, date_add_months(date_of(2026, 1, 15), -1)), "2025-12-15");
	assert_text(date_text(&a, date_add_months(date_of(2026, 12, 31), 14)), "2028-02-29");
	assert_int_equal(date_add_months(date_of(1, 1, 15), -1).day, 0);
	assert_int_equal(date_add_months(date_of(9999, 12, 1), 1).day, 0);
	assert_int_equal(date_add_months((date){ 0 }, 5).day, 0);
}

static void partial_dates(void **state)
{
	(void)state;
	assert_text(pdate_text(&a, pdate_of(1999, 0, 0)), "1999");
	assert_text(pdate_text(&a, pdate_of(1999, 7, 0)), "1999-07");
	assert_text(pdate_text(&a, pdate_of(1999, 7, 3)), "1999-07-03");
	assert_text(pdate_text(&a, (pdate){ 0 }), "");
	assert_int_equal(pdate_of(1999, 0, 3).ymd, 0);
	assert_int_equal(pdate_of(1999, 2, 29).ymd, 0);
	assert_int_equal(pdate_first(pdate_of(1999, 7, 0)).day, date_of(1999, 7, 1).day);
	assert_int_equal(pdate_first((pdate){ 0 }).day, 0);
}

static void moments_sort_and_come_back(void **state)
{
	moment day = moment_of(today(), -1), midnight = moment_of(today(), 0),
	       late = moment_of(today(), 23 * 60 + 59);

	(void)state;
	assert_true(day.v < midnight.v && midnight.v < late.v);
	assert_true(late.v < moment_of((date){ today().day + 1 }, -1).v);
	assert_int_equal(moment_date(late).day, today().day);
	assert_int_equal(moment_minute(late), 23 * 60 + 59);
	assert_int_equal(moment_minute(midnight), 0);
	assert_int_equal(moment_minute(day), -1);
	assert_int_equal(moment_date((moment){ 0 }).day, 0);
	assert_text(moment_text(&a, day), "2026-05-06");
	assert_text(moment_text(&a, moment_of(today(), 845)), "2026-05-06T14:05");
	assert_text(moment_text(&a, (moment){ 0 }), "");
}

static void texts(void **state)
{
	(void)state;
	assert_text(date_long(&a, today()), "2026-05-06 周三");
	assert_text(date_long(&a, (date){ 0 }), "");
	assert_text(date_short(&a, today(), today()), "今天");
	assert_text(date_short(&a, date_of(2026, 5, 5), today()), "昨天");
	assert_text(date_short(&a, date_of(2026, 5, 4), today()), "05-04");
	assert_text(date_short(&a, date_of(2025, 12, 31), today()), "2025-12-31");
	assert_text(month_text(&a, (month){ 2026 * 12 + 12 }), "2026-12");
	assert_text(month_text(&a, (month){ 2026 * 12 + 1 }), "2026-01");
	assert_text(month_text(&a, (month){ 0 }), "");
}

static void ages(void **state)
{
	(void)state;
	assert_int_equal(age_at(pdate_of(1958, 5, 6), today()), 68);
	assert_int_equal(age_at(pdate_of(1958, 5, 7), today()), 67);
	assert_int_equal(age_at(pdate_of(2026, 5, 6), today()), 0);
	assert_int_equal(age_at(pdate_of(2026, 5, 7), today()), -1);
	assert_int_equal(age_at(pdate_of(1999, 0, 0), today()), 27);
	assert_int_equal(age_at((pdate){ 0 }, today()), -1);
	assert_int_equal(age_at(pdate_of(2008, 2, 29), date_of(2026, 2, 28)), 17);
	assert_int_equal(age_at(pdate_of(2008, 2, 29), date_of(2026, 3, 1)), 18);
}

static void periods(void **state)
{
	static const struct { enum period p; const char *day, *first, *last; } cases[] = {
		{ PERIOD_WEEK, "2026-05-06", "2026-05-04", "2026-05-10" },
		{ PERIOD_WEEK, "2026-05-10", "2026-05-04", "2026-05-10" },
		{ PERIOD_WEEK, "2026-01-01", "2025-12-29", "2026-01-04" },
		{ PERIOD_MONTH, "2028-02-29", "2028-02-01", "2028-02-29" },
		{ PERIOD_MONTH, "2026-12-31", "2026-12-01", "2026-12-31" },
		{ PERIOD_QUARTER, "2026-06-30", "2026-04-01", "2026-06-30" },
		{ PERIOD_QUARTER, "2026-10-01", "2026-10-01", "2026-12-31" },
		{ PERIOD_HALF, "2026-06-30", "2026-01-01", "2026-06-30" },
		{ PERIOD_HALF, "2026-07-01", "2026-07-01", "2026-12-31" },
		{ PERIOD_YEAR, "2026-05-06", "2026-01-01", "2026-12-31" },
		{ PERIOD_ROLLING, "2026-05-06", "2026-04-07", "2026-05-06" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e;
		date d;

		assert_int_equal(date_parse(str_of(cases[i].day), today(), &d, &e), RC_OK);

		struct span s = period_of(cases[i].p, 30, d);

		assert_text(date_text(&a, s.first), cases[i].first);
		assert_text(date_text(&a, s.last), cases[i].last);
	}
}

static void soft_due_days(void **state)
{
	struct span may = period_of(PERIOD_MONTH, 0, today());
	struct span day = { today(), today() };

	(void)state;
	assert_text(date_text(&a, span_soft(may, 75)), "2026-05-24");
	assert_text(date_text(&a, span_soft(may, 0)), "2026-05-01");
	assert_text(date_text(&a, span_soft(may, 100)), "2026-05-31");
	assert_text(date_text(&a, span_soft(period_of(PERIOD_WEEK, 0, today()), 75)), "2026-05-09");
	assert_text(date_text(&a, span_soft(period_of(PERIOD_QUARTER, 0, today()), 75)),
		"2026-06-08");
	assert_int_equal(span_soft(day, 75).day, today().day);
}

/* ---- what people type ----------------------------------------------------------------------- */

static void typed_days(void **state)
{
	static const struct { const char *typed, *want; } cases[] = {
		{ "2026-3-2", "2026-03-02" }, { "2026/3/2", "2026-03-02" },
		{ "2026.3.2", "2026-03-02" }, { "20260302", "2026-03-02" },
		{ "2026年3月2日", "2026-03-02" }, { "2026年3月2", "2026-03-02" },
		{ "2026-03-02", "2026-03-02" }, { "２０２６－３－２", "2026-03-02" },
		{ "２０２６．３．２", "2026-03-02" }, { " 2026 年 3 月 2 日 ", "2026-03-02" },
		{ "　2026-3-2　", "2026-03-02" }, { "3-2", "2026-03-02" }, { "12/31", "2026-12-31" },
		{ "3月2日", "2026-03-02" }, { "3月2号", "2026-03-02" }, { "2028-2-29", "2028-02-29" },
		{ "T", "2026-05-06" }, { "t", "2026-05-06" }, { "Ｔ＋１Ｗ", "2026-05-13" },
		{ "T+1W", "2026-05-13" }, { "T-3", "2026-05-03" }, { "+3d", "2026-05-09" },
		{ "-2w", "2026-04-22" }, { "+1m", "2026-06-06" }, { "T+4M", "2026-09-06" },
		{ "+1y", "2027-05-06" }, { "+3天", "2026-05-09" }, { "-6", "2026-04-30" },
		{ "今天", "2026-05-06" }, { "昨天", "2026-05-05" }, { "前天", "2026-05-04" },
		{ "明天", "2026-05-07" }, { "后天", "2026-05-08" },
		{ "周一", "2026-05-04" }, { "周日", "2026-05-10" }, { "周天", "2026-05-10" },
		{ "本周五", "2026-05-08" }, { "上周三", "2026-04-29" }, { "下周一", "2026-05-11" },
		{ "星期三", "2026-05-06" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };
		date d = { 0 };

		if (date_parse(str_of(cases[i].typed), today(), &d, &e) != RC_OK)
			fail_msg("'%s' refused: %s", cases[i].typed, e.msg);
		assert_text(date_text(&a, d), cases[i].want);
	}
}

static void refused_days(void **state)
{
	static const struct { const char *typed, *part; } cases[] = {
		{ "", "日期是空的" }, { "　", "日期是空的" }, { "abc", "“abc”看不懂" },
		{ "2026-02-30", "没有这一天：2026年2月30日，这个月只有28天" },
		{ "2026-2-29", "没有这一天" }, { "20260431", "只有30天" }, { "2026-13-1", "没有13月" },
		{ "2026-0-1", "没有0月" }, { "2026-1-0", "没有这一天" }, { "0000-1-1", "年份是0000" },
		{ "0206-3-2", "年份是0206" },
		{ "202605", "还缺日" }, { "260302", "还缺日" }, { "2-30", "没有这一天：2026年2月30日" }, { "2026", "还缺月和日" }, { "2026-3", "还缺日" },
		{ "2026年3月", "还缺日" }, { "26-3-2", "看不懂" }, { "2026-3/2", "看不懂" },
		{ "2026-3-", "看不懂" }, { "2026-3-2-1", "看不懂" }, { "202603021", "看不懂" },
		{ "2026--3-2", "看不懂" }, { "2026-3-2x", "看不懂" }, { "2026-003-2", "看不懂" },
		{ "T+", "看不懂" }, { "T1", "看不懂" }, { "+", "看不懂" }, { "+3x", "看不懂" },
		{ "+99999", "看不懂" }, { "-9999y", "太远了" }, { "+9999y", "太远了" }, { "周八", "看不懂" },
		{ "周", "看不懂" }, { "上昨天", "看不懂" }, { "月3日", "看不懂" }, { "3月2日日", "看不懂" },
		{ "2026-3-2\xff", "看不懂" },
		{ "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "看不懂" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };
		date d = { 0 };

		if (date_parse(str_of(cases[i].typed), today(), &d, &e) == RC_OK)
			fail_msg("'%s' was taken", cases[i].typed);
		assert_int_equal(e.rc, RC_INVALID);
		if (!strstr(e.msg, cases[i].part))
			fail_msg("'%s': %s", cases[i].typed, e.msg);
	}
}

static void typed_partial_days(void **state)
{
	static const struct { const char *typed, *want; } cases[] = {
		{ "1999", "1999" }, { "１９９９", "1999" }, { "1999年", "1999" }, { "1999-07", "1999-07" },
		{ "1999-7", "1999-07" }, { "199907", "1999-07" }, { "1999/7", "1999-07" }, { "1999.7", "1999-07" },
		{ "1999年7月", "1999-07" }, { "1999-7-3", "1999-07-03" }, { "19990703", "1999-07-03" },
		{ "3-2", "2026-03-02" }, { "昨天", "2026-05-05" },
	};
	static const char *const refused[] = { "", "99", "1999-13", "1999-0", "0000", "1999-2-29",
		"7月", "260302", "0199-7", "199900" };
	struct err e;
	pdate p;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(pdate_parse(str_of(cases[i].typed), today(), &p, &e), RC_OK);
		assert_text(pdate_text(&a, p), cases[i].want);
	}
	for (size_t i = 0; i < COUNT(refused); i++)
		if (pdate_parse(str_of(refused[i]), today(), &p, &e) == RC_OK)
			fail_msg("'%s' was taken", refused[i]);
}

static void typed_months(void **state)
{
	static const struct { const char *typed, *want; } cases[] = {
		{ "2026-05", "2026-05" }, { "2026-5", "2026-05" }, { "2026年5月", "2026-05" },
		{ "2026-12", "2026-12" }, { "2026-1", "2026-01" }, { "3月", "2026-03" },
		{ "本月", "2026-05" }, { "上月", "2026-04" },
	};
	static const char *const refused[] = { "", "2026", "2026-13", "2026-0", "2026-5-6", "五月" };
	struct err e;
	month m;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(month_parse(str_of(cases[i].typed), today(), &m, &e), RC_OK);
		assert_text(month_text(&a, m), cases[i].want);
	}
	assert_int_equal(month_parse(S("上月"), date_of(2026, 1, 31), &m, &e), RC_OK);
	assert_text(month_text(&a, m), "2025-12");
	for (size_t i = 0; i < COUNT(refused); i++)
		if (month_parse(str_of(refused[i]), today(), &m, &e) == RC_OK)
			fail_msg("'%s' was taken", refused[i]);
}

static void typed_moments(void **state)
{
	static const struct { const char *typed, *want; } cases[] = {
		{ "现在", "2026-05-06T09:00" }, { "2026-5-6 14:05", "2026-05-06T14:05" },
		{ "2026-05-06T14:05", "2026-05-06T14:05" }, { "2026-05-06t0:05", "2026-05-06T00:05" },
		{ "昨天 1405", "2026-05-05T14:05" }, { "昨天　１４：０５", "2026-05-05T14:05" },
		{ "昨天 14点", "2026-05-05T14:00" }, { "昨天 14点5分", "2026-05-05T14:05" },
		{ "T 9:30", "2026-05-06T09:30" }, { "T-1T0930", "2026-05-05T09:30" },
		{ "周一 23:59", "2026-05-04T23:59" }, { "昨天", "2026-05-05" }, { "T", "2026-05-06" },
		{ "T+1W", "2026-05-13" }, { "2026年5月6日 8点", "2026-05-06T08:00" },
		{ "2026 年 5 月 6 日", "2026-05-06" }, { "14:05", "2026-05-06T14:05" },
		{ "2026-05-06T14:05+08:00", "2026-05-06T14:05" },
	};
	static const char *const refused[] = { "", "25:05", "1405", "昨天 24:00", "昨天 12:60", "昨天 1:5",
		"昨天 14点x", "昨天 14:05:09", "2026-02-30 09:00", "昨天T" };
	moment now = moment_of(today(), 9 * 60), m;
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		if (moment_parse(str_of(cases[i].typed), now, &m, &e) != RC_OK)
			fail_msg("'%s' refused: %s", cases[i].typed, e.msg);
		assert_text(moment_text(&a, m), cases[i].want);
	}
	for (size_t i = 0; i < COUNT(refused); i++)
		if (moment_parse(str_of(refused[i]), now, &m, &e) == RC_OK)
			fail_msg("'%s' was taken", refused[i]);
}

static void the_clock_can_be_fixed(void **state)
{
	(void)state;
	setenv("QINQING_NOW", "2026-05-06T09:00", 1);
	assert_true(clock_is_fixed());
	assert_text(moment_text(&a, clock_now()), "2026-05-06T09:00");
	setenv("QINQING_NOW", "2028-02-29", 1);
	assert_text(moment_text(&a, clock_now()), "2028-02-29T00:00");
	setenv("QINQING_NOW", "2026-02-30", 1);
	assert_false(clock_is_fixed());
	unsetenv("QINQING_NOW");
	assert_false(clock_is_fixed());
	assert_in_range(date_ymd(moment_date(clock_now())).y, 2024, 2200);
	assert_true(moment_minute(clock_now()) >= 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(days_and_numbers_agree, wipe),
		cmocka_unit_test_teardown(impossible_days_are_none, wipe),
		cmocka_unit_test_teardown(weekdays, wipe),
		cmocka_unit_test_teardown(months_stop_at_their_end, wipe),
		cmocka_unit_test_teardown(partial_dates, wipe),
		cmocka_unit_test_teardown(moments_sort_and_come_back, wipe),
		cmocka_unit_test_teardown(texts, wipe),
		cmocka_unit_test_teardown(ages, wipe),
		cmocka_unit_test_teardown(periods, wipe),
		cmocka_unit_test_teardown(soft_due_days, wipe),
		cmocka_unit_test_teardown(typed_days, wipe),
		cmocka_unit_test_teardown(refused_days, wipe),
		cmocka_unit_test_teardown(typed_partial_days, wipe),
		cmocka_unit_test_teardown(typed_months, wipe),
		cmocka_unit_test_teardown(typed_moments, wipe),
		cmocka_unit_test_teardown(the_clock_can_be_fixed, wipe),
	};

	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
