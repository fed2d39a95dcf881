/* due_test.c - counters, soft and hard due days at their edges: month end, pro rata, a missed
 * period, attempts, the first home visit, agreed families. */
#include "core/rules/due.h"

#include "base/tr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static struct codeattr home_attr[] = { { S("contact"), S("true") }, { S("meet"), S("true") },
	{ S("home"), S("true") } };
static struct codeattr call_attr[] = { { S("contact"), S("true") }, { S("meet"), S("false") } };
static struct codeattr alt_attr[] = { { S("contact"), S("false") }, { S("alt"), S("true") } };
static struct codeattr ok_attr[] = { { S("ok"), S("true") } };
static struct codeattr miss_attr[] = { { S("ok"), S("false") }, { S("attempt"), S("true") } };
static struct code_item at_home = { .key = S("11"), .attr = home_attr, .nattr = 3 };
static struct code_item call = { .key = S("21"), .attr = call_attr, .nattr = 2 };
static struct code_item by_relative = { .key = S("41"), .attr = alt_attr, .nattr = 2 };
static struct code_item reached = { .key = S("1"), .attr = ok_attr, .nattr = 1 };
static struct code_item no_answer = { .key = S("2"), .attr = miss_attr, .nattr = 2 };

static struct preset presets[] = {
	{ S("standard"), S("常规"), { { 2, PERIOD_MONTH, 0 }, { 1, PERIOD_MONTH, 0 },
		{ 1, PERIOD_QUARTER, 0 }, { 1, PERIOD_QUARTER, 0 } } },
	{ S("light"), S("约定"), { { 1, PERIOD_QUARTER, 0 } } },
	{ S("rolling"), S("滚动"), { { 2, PERIOD_ROLLING, 30 } } },
};
static struct weight weights[] = {
	{ S("超期"), WEIGHS_OVERDUE_DAYS, S(""), 1, 30 }, { S("独居"), WEIGHS_FLAG, S("01"), 8, 0 },
};

static struct office office_of_test(void)
{
	struct office o = { 0 };

	o.care.counter[0] = (struct counter){ S("contact"), S("联系"), S("contact"), S("") };
	o.care.counter[1] = (struct counter){ S("meet"), S("见面"), S("meet"), S("") };
	o.care.counter[2] = (struct counter){ S("home"), S("上门"), S("home"), S("") };
	o.care.counter[3] = (struct counter){ S("street"), S("街道岗"), S("contact"), S("1") };
	o.care.ncounters = 4;
	o.care.preset = presets;
	o.care.npresets = COUNT(presets);
	o.care.usual = &presets[0];
	o.care.soft_share = 75;
	o.care.first_visit_days = 15;
	o.care.attempts = 3;
	o.care.attempt_days = 30;
	o.care.weight = weights;
	o.care.nweights = COUNT(weights);
	return o;
}

static struct seen seen_on(int m, int d, struct code_item *mode, struct code_item *outcome)
{
	return (struct seen){ moment_of(date_of(2026, m, d), -1), mode, outcome, 7 };
}

static struct arena said; /* what compute() says of its last family */

static struct due compute(const struct family *f, const struct seen *seen, size_t n, date today)
{
	struct office o = office_of_test();
	uint64_t posts[COUNTERS_MAX] = { 0 };
	struct err e = { 0 };
	struct due due;

	arena_reset(&said);
	assert_int_equal(due_compute(&(struct due_ask){ .office = &o, .family = f, .seen = seen,
		.nseen = n, .post_worker = posts, .today = today }, &said, &due, &e), RC_OK);
	return due;
}

static struct family opened_on(int y, int m, int d)
{
	return (struct family){ .opened = date_of(y, m, d) };
}

/* One home visit on 04-30. */
static void calendar_months(void **state)
{
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(4, 30, &at_home, &reached), seen_on(4, 10, &call, &reached) };
	struct due d = compute(&f, seen, 2, date_of(2026, 5, 6));

	(void)state;
	assert_int_equal(d.n, 3); /* the street post is vacant */
	assert_int_equal(d.now[1].done, 0);
	assert_int_equal(d.now[1].want, 1);
	assert_int_equal(d.now[1].state, DUE_OPEN);
	assert_int_equal(d.now[1].soft.day, date_of(2026, 5, 24).day);
	assert_int_equal(d.now[1].due.day, date_of(2026, 5, 31).day);
	assert_int_equal(d.now[2].state, DUE_MET); /* Q2 home */
	assert_int_equal(d.now[2].due.day, date_of(2026, 9, 30).day);
	assert_int_equal(compute(&f, seen, 2, date_of(2026, 5, 23)).now[1].state, DUE_OPEN);
	assert_int_equal(compute(&f, seen, 2, date_of(2026, 5, 24)).now[1].state, DUE_SOFT);
	assert_int_equal(compute(&f, seen, 2, date_of(2026, 5, 31)).now[1].state, DUE_SOFT);
	assert_int_equal(compute(&f, seen, 2, date_of(2026, 6, 1)).now[1].state, DUE_OVERDUE);
}

static void a_visit_in_june_settles_a_missed_may(void **state)
{
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(6, 3, &at_home, &reached), seen_on(4, 30, &at_home, &reached) };
	struct due d = compute(&f, seen, 2, date_of(2026, 6, 4));

	(void)state;
	assert_int_equal(d.now[1].state, DUE_MET);
	assert_int_equal(d.now[0].state, DUE_OPEN); /* 1 of 2 contacts */
	assert_int_equal(d.now[0].done, 1);
}

static void missed_for_months(void **state)
{
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(1, 20, &at_home, &reached) };
	struct due d = compute(&f, seen, 1, date_of(2026, 5, 6));

	(void)state;
	/* January had 1 of 2 contacts: due since the end of January. */
	assert_int_equal(d.now[0].due.day, date_of(2026, 1, 31).day);
	/* January's meeting was met, February's was not. */
	assert_int_equal(d.now[1].due.day, date_of(2026, 2, 28).day);
	assert_int_equal(d.state, DUE_OVERDUE);
	assert_int_equal(d.due.day, date_of(2026, 1, 31).day);
	assert_int_equal(d.score, 30); /* 95 days, at most 30 */
}

/* The rest of the month, rounded down, at least 0. */
static void pro_rata(void **state)
{
	struct family f = opened_on(2026, 5, 6);
	struct due d = compute(&f, NULL, 0, date_of(2026, 5, 6));

	(void)state;
	assert_int_equal(d.now[0].want, 1); /* 2 * 26 / 31 */
	assert_int_equal(d.now[1].want, 0); /* 1 * 26 / 31 */
	assert_int_equal(d.now[1].state, DUE_NOT_ASKED);
	assert_int_equal(d.now[1].due.day, date_of(2026, 6, 30).day);
	/* The first home visit, 15 days after opening. */
	assert_true(d.now[2].first);
	assert_int_equal(d.now[2].due.day, date_of(2026, 5, 21).day);
	assert_int_equal(compute(&f, NULL, 0, date_of(2026, 5, 21)).now[2].state, DUE_SOFT);
	assert_int_equal(compute(&f, NULL, 0, date_of(2026, 5, 22)).now[2].state, DUE_OVERDUE);

	f = opened_on(2026, 5, 1); /* the whole month */
	assert_int_equal(compute(&f, NULL, 0, date_of(2026, 5, 6)).now[0].want, 2);
	f = opened_on(2026, 5, 31); /* its last day */
	assert_int_equal(compute(&f, NULL, 0, date_of(2026, 5, 31)).now[0].want, 0);
}

static void a_new_level_does_not_ask_for_a_first_visit_again(void **state)
{
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(4, 30, &at_home, &reached) };

	(void)state;
	f.care_since = date_of(2026, 5, 5);
	assert_false(compute(&f, seen, 1, date_of(2026, 5, 6)).now[2].first);
}

/* Attempts since the last success, within their days. */
static void attempts_do_not_count(void **state)
{
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(5, 6, &call, &no_answer), seen_on(5, 5, &call, &no_answer),
		seen_on(5, 4, &at_home, &no_answer), seen_on(5, 1, &call, &reached),
		seen_on(4, 30, &call, &no_answer) };
	struct due d = compute(&f, seen, 5, date_of(2026, 5, 6));

	(void)state;
	assert_int_equal(d.now[0].done, 1);
	assert_int_equal(d.now[1].done, 0);
	assert_int_equal(d.attempts, 3);
	assert_int_equal(moment_date(d.last_contact).day, date_of(2026, 5, 1).day);
	assert_int_equal(compute(&f, seen, 5, date_of(2026, 6, 10)).attempts, 0);
}

static void an_agreed_family_is_never_overdue(void **state)
{
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(5, 2, &by_relative, &reached) };
	struct due d;

	(void)state;
	f.preset.key = S("light");
	d = compute(&f, NULL, 0, date_of(2026, 5, 6));
	assert_true(d.agreed);
	assert_int_equal(d.state, DUE_SOFT);
	d = compute(&f, seen, 1, date_of(2026, 5, 6)); /* through a relative, once a quarter */
	assert_int_equal(d.state, DUE_MET);
}

static void rolling_quota(void **state)
{
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(5, 1, &call, &reached) };
	struct due d;

	(void)state;
	f.preset.key = S("rolling");
	d = compute(&f, seen, 1, date_of(2026, 5, 6));
	assert_int_equal(d.now[0].due.day, date_of(2026, 5, 16).day); /* 30 / 2 days on */
}

static void street_post_must_come_itself(void **state)
{
	static struct arena a;
	struct office o = office_of_test();
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(5, 1, &call, &reached) };
	uint64_t posts[COUNTERS_MAX] = { 0, 0, 0, 9 };
	struct err e = { 0 };
	struct due d;
	struct due_ask q = { .office = &o, .family = &f, .seen = seen, .nseen = 1, .post_worker = posts,
		.today = date_of(2026, 5, 6) };

	(void)state;
	assert_int_equal(due_compute(&q, &a, &d, &e), RC_OK);
	assert_int_equal(d.n, 4);
	assert_int_equal(d.now[3].done, 0);
	posts[3] = 7;
	assert_int_equal(due_compute(&q, &a, &d, &e), RC_OK);
	assert_int_equal(d.now[3].done, 1);
	arena_free(&a);
}

static void explains_its_place(void **state)
{
	struct family f = opened_on(2025, 1, 1);
	struct seen seen[] = { seen_on(4, 29, &at_home, &reached) };
	struct due d;

	(void)state;
	f.care_flags.keys = S("01 02");
	d = compute(&f, seen, 1, date_of(2026, 5, 3));
	assert_int_equal(d.why.n, 2); /* April's second contact is 3 days late, and lives alone */
	assert_string_equal(arena_z(&said, reason_text(&(struct lex){ 0 }, &said, &d.why.p[0])), "超期3天");
	assert_int_equal(d.why.p[0].points, 3);
	assert_int_equal(d.why.p[1].points, 8);
	assert_int_equal(d.score, 11);
}

static void closed_files_ask_for_nothing(void **state)
{
	struct family f = opened_on(2025, 1, 1);

	(void)state;
	f.closed = date_of(2026, 1, 1);
	assert_int_equal(compute(&f, NULL, 0, date_of(2026, 5, 6)).state, DUE_NOT_ASKED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(calendar_months),
		cmocka_unit_test(a_visit_in_june_settles_a_missed_may),
		cmocka_unit_test(missed_for_months),
		cmocka_unit_test(pro_rata),
		cmocka_unit_test(a_new_level_does_not_ask_for_a_first_visit_again),
		cmocka_unit_test(attempts_do_not_count),
		cmocka_unit_test(an_agreed_family_is_never_overdue),
		cmocka_unit_test(rolling_quota),
		cmocka_unit_test(street_post_must_come_itself),
		cmocka_unit_test(explains_its_place),
		cmocka_unit_test(closed_files_ask_for_nothing),
	};

	return cmocka_run_group_tests_name("due", tests, NULL, NULL);
}
