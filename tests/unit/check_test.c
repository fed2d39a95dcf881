/* check_test.c - what the table of a type refuses: numbers out of bounds, what was done in the future, ends
 * before beginnings, with half dates and hours; and codes found by a digit inside a name. */
#include "base/str.h"
#include "core/records/types.h"
#include "rec/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

struct probe {
	struct rec r;
	date from, to, done;
	pdate born, died;
	moment at, then;
	month first, last;
	num count, few;
	money sum;
};

static const struct field probe_fields[] = {
	FIELD(probe, 1, from, .label = "起"),
	FIELD(probe, 2, to, .label = "止"),
	FIELD(probe, 3, done, .label = "办了", .flags = F_PAST, .later = "to"),
	FIELD(probe, 4, born, .label = "出生", .flags = F_PAST),
	FIELD(probe, 5, died, .label = "去世"),
	FIELD(probe, 6, at, .label = "时间", .flags = F_PAST),
	FIELD(probe, 7, then, .label = "随后"),
	FIELD(probe, 8, first, .label = "首月"),
	FIELD(probe, 9, last, .label = "末月"),
	FIELD(probe, 10, count, .label = "数"),
	FIELD(probe, 11, few, .label = "少", .least = 2, .most = 5),
	FIELD(probe, 12, sum, .label = "钱"),
	FIELDS_VOID(990, 991),
};

static const struct order probe_order[] = {
	ORDER(from, to),
	ORDER(born, died),
	ORDER(at, then),
	ORDER(at, to, .apart = true),
	ORDER(first, last),
};

static const struct rec_type probe_type = REC_TYPE(probe, 99, "试", .orders = probe_order,
	.norders = COUNT(probe_order));

static struct arena a;

static int clean(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

/* The field that is refused, "" when nothing is. */
static const char *refused_as(struct probe *is, const struct probe *was)
{
	struct check c = { .was = was ? &was->r : NULL, .is = &is->r, .a = &a,
		.now = moment_of(date_of(2026, 5, 6), 9 * 60) };
	static struct err e;

	e = (struct err){ 0 };
	return rec_check(&probe_type, &c, &e) == RC_OK ? "" : e.field;
}

#define REFUSED(...) refused_as(&(struct probe){ __VA_ARGS__ }, NULL)
#define DAY(m, d) date_of(2026, m, d)

/* A count is 0 to a million, a sum to a hundred million yuan, unless its field says otherwise. */
static void test_bounds(void **state)
{
	(void)state;
	assert_string_equal(REFUSED(.count = { true, 0 }), "");
	assert_string_equal(REFUSED(.count = { true, -1 }), "count");
	assert_string_equal(REFUSED(.count = { true, 1000000 }), "");
	assert_string_equal(REFUSED(.count = { true, 1000001 }), "count");
	assert_string_equal(REFUSED(.few = { true, 1 }), "few");
	assert_string_equal(REFUSED(.few = { true, 2 }), "");
	assert_string_equal(REFUSED(.few = { true, 5 }), "");
	assert_string_equal(REFUSED(.few = { true, 6 }), "few");
	assert_string_equal(REFUSED(.sum = { true, 0 }), "");
	assert_string_equal(REFUSED(.sum = { true, -1 }), "sum");
	assert_string_equal(REFUSED(.sum = { true, 10000000000 }), "");
	assert_string_equal(REFUSED(.sum = { true, 10000000001 }), "sum");
}

/* Today is no future, nor is this minute; of half a date, its first day decides. */
static void test_done_in_the_future(void **state)
{
	(void)state;
	assert_string_equal(REFUSED(.done = DAY(5, 6)), "");
	assert_string_equal(REFUSED(.done = DAY(5, 7)), "done");
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 6), 9 * 60)), "");
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 6), 9 * 60 + 1)), "at");
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 6), -1)), "");
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 7), -1)), "at");
	assert_string_equal(REFUSED(.born = pdate_of(2026, 0, 0)), "");
	assert_string_equal(REFUSED(.born = pdate_of(2026, 5, 0)), "");
	assert_string_equal(REFUSED(.born = pdate_of(2026, 6, 0)), "born");
	assert_string_equal(REFUSED(.born = pdate_of(2027, 0, 0)), "born");
}

static void test_order(void **state)
{
	(void)state;
	assert_string_equal(REFUSED(.from = DAY(5, 6), .to = DAY(5, 6)), "");
	assert_string_equal(REFUSED(.from = DAY(5, 6), .to = DAY(5, 5)), "to");
	assert_string_equal(REFUSED(.first = { 2026 * 12 + 1 }, .last = { 2026 * 12 + 1 }), "");
	assert_string_equal(REFUSED(.first = { 2026 * 12 + 1 }, .last = { 2025 * 12 + 12 }), "last");
	/* A year may be any of its days. */
	assert_string_equal(REFUSED(.born = pdate_of(1985, 0, 0), .died = pdate_of(1985, 1, 1)), "");
	assert_string_equal(REFUSED(.born = pdate_of(1985, 6, 0), .died = pdate_of(1985, 6, 1)), "");
	assert_string_equal(REFUSED(.born = pdate_of(1985, 6, 0), .died = pdate_of(1985, 5, 31)), "died");
	assert_string_equal(REFUSED(.born = pdate_of(1985, 6, 2), .died = pdate_of(1985, 6, 1)), "died");
	assert_string_equal(REFUSED(.born = pdate_of(1985, 6, 2), .died = pdate_of(1985, 0, 0)), "");
	/* So may a day be any of its minutes. */
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 1), 600), .then = moment_of(DAY(5, 1), 599)),
		"then");
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 1), 600), .then = moment_of(DAY(5, 1), 600)), "");
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 1), 600), .then = moment_of(DAY(5, 1), -1)), "");
	/* Days that must differ. */
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 1), 600), .to = DAY(5, 1)), "to");
	assert_string_equal(REFUSED(.at = moment_of(DAY(5, 1), 600), .to = DAY(5, 2)), "");
}

/* What was wrong before keeps nobody from correcting the rest; the field that is touched is blamed. */
static void test_what_changes_is_judged(void **state)
{
	struct probe was = { .from = DAY(5, 6), .to = DAY(5, 5), .count = { true, -1 }, .done = DAY(6, 1) };
	struct probe is = was;

	(void)state;
	is.few = (num){ true, 3 };
	assert_string_equal(refused_as(&is, &was), "");
	is.from = DAY(5, 7);
	assert_string_equal(refused_as(&is, &was), "from");
	is.from = DAY(5, 5);
	assert_string_equal(refused_as(&is, &was), "");
	was.r.void_why = S("记错了"); /* back from a void mark, all of it is new */
	is = was;
	is.r.void_why = (str){ 0 };
	assert_string_equal(refused_as(&is, &was), "done");
}

/* The sentence names both days. */
static void test_sentence(void **state)
{
	struct probe is = { .from = DAY(5, 6), .to = DAY(5, 5) };
	struct check c = { .is = &is.r, .a = &a, .now = moment_of(DAY(5, 6), 540) };
	struct err e = { 0 };

	(void)state;
	assert_int_equal(rec_check(&probe_type, &c, &e), RC_INVALID);
	assert_string_equal(e.msg, "“止”（2026-05-05）早于“起”（2026-05-06），请核对");
	is = (struct probe){ .done = DAY(5, 7) };
	assert_int_equal(rec_check(&probe_type, &c, &e), RC_INVALID);
	assert_string_equal(e.msg, "“办了”（2026-05-07）在今天（2026-05-06）之后；还没发生的请写在“止”里");
}

/* Every order of every type speaks of days it has. */
static void test_tables(void **state)
{
	size_t orders = 0;

	(void)state;
	for (size_t i = 0; core_types[i]; i++) {
		const struct rec_type *t = core_types[i];

		for (uint32_t k = 0; k < t->norders; k++, orders++) {
			const char *const names[] = { t->orders[k].before, t->orders[k].after };

			for (size_t n = 0; n < COUNT(names); n++) {
				const struct field *f = type_field(t, str_of(names[n]));

				if (!f || (f->kind != K_DATE && f->kind != K_PDATE &&
					f->kind != K_MONTH && f->kind != K_TIME))
					fail_msg("%s: no day %s", t->name, names[n]);
			}
		}
		for EACH_FIELD(f, t)
			if (f->later && !type_field(t, str_of(f->later)))
				fail_msg("%s.%s: no %s", t->name, f->name, f->later);
	}
	assert_true(orders > 30);
}

/* 12 is the key of nothing and the number of nobody, whatever it stands in. */
static void test_codes_by_a_digit(void **state)
{
	struct code_item items[] = { { .key = S("4"), .name = S("12356心理热线") },
		{ .key = S("5"), .name = S("能力4级") }, { .key = S("6"), .name = S("PHQ-9") } };
	struct code_table t = { .name = S("X"), .item = items, .n = COUNT(items) };
	static const struct { const char *typed, *key; } tries[] = {
		{ "4", "4" }, { "5", "5" }, { "12", NULL }, { "12356", NULL }, { "9", NULL },
		{ "4级", NULL }, { "能力4", NULL }, { "能力4级", "5" }, { "PHQ-9", "6" }, { "PHQ", "6" },
		{ "心理", "4" }, { "4 ", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(tries); i++) {
		struct err e = { 0 };
		str key;
		bool found = code_parse(&t, &a, str_of(tries[i].typed), &key, &e) == RC_OK;

		if (found != (tries[i].key != NULL) || (found && !str_is(key, tries[i].key)))
			fail_msg("%s: %.*s", tries[i].typed, STR_FMT(key));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_done_in_the_future),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_what_changes_is_judged),
		cmocka_unit_test(test_sentence),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_codes_by_a_digit),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}
