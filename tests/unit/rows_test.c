/* rows_test.c - what lists yield: values of the kinds that only rows have, as text, in order and as JSON;
 * tables that fit their structs; lists that are longer than what they can put in order. */
#include "../office.h"

#include "base/buf.h"
#include "core/lists/rows.h"
#include "demo/demo.h"
#include "rec/text.h"

static struct arena a;

static int clean(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static const struct field *field(const struct rec_type *t, const char *name)
{
	const struct field *f = type_field(t, str_of(name));

	assert_non_null(f);
	return f;
}

static const char *text(const struct field *f, const void *row)
{
	struct lex lex = { .now = moment_of(date_of(2026, 5, 6), 9 * 60) };

	return arena_z(&a, val_text(&lex, &a, f, field_get(f, row)));
}

static const char *json(const struct rec_type *t, const void *row)
{
	struct lex lex = { .now = moment_of(date_of(2026, 5, 6), 9 * 60) };
	struct buf b = { .a = &a };

	rec_json(&b, &lex, t, row);
	return arena_z(&a, buf_view(&b));
}

/* A ratio without anything to measure is neither 0 % nor 100 %; tenths are rounded half up. */
static void test_ratio(void **state)
{
	static const struct { ratio q; const char *text; } cases[] = {
		{ { true, 26, 29 }, "26/29 89.7%" }, { { true, 0, 0 }, "—" }, { { true, 0, 3 }, "0/3 0.0%" },
		{ { true, 3, 3 }, "3/3 100.0%" }, { { true, 1, 16 }, "1/16 6.3%" }, { { false, 0, 0 }, "" },
	};
	static const ratio halves[] = { { true, -1, 4 }, { true, 4, -1 }, { true, INT32_MAX, INT32_MIN } };
	const struct field *f = field(&org_board_type, "card");

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct org_board row = { .n.card = cases[i].q };

		assert_string_equal(text(f, &row), cases[i].text);
	}
	for (size_t i = 0; i < COUNT(halves); i++) { /* whatever they are, neither spills into the other */
		struct org_board row = { 0 };

		field_set(f, &row.o.r, field_get(f, &(struct org_board){ .n.card = halves[i] }.o.r));
		assert_int_equal(row.n.card.num, halves[i].num);
		assert_int_equal(row.n.card.den, halves[i].den);
	}
	assert_string_equal(json(&org_board_type, &(struct org_board){ .n.card = { true, 1, 3 } }),
		", \"card\": {\"num\": 1, \"den\": 3}");
}

/* 1/3 is less than 34/100, 2/4 is 1/2: ratios are ordered exactly; nothing to measure comes last. */
static void test_order_of_ratios(void **state)
{
	static const struct { ratio p, q; int order; } cases[] = {
		{ { true, 1, 3 }, { true, 34, 100 }, -1 }, { { true, 2, 4 }, { true, 1, 2 }, 0 },
		{ { true, 2000000000, 2000000001 }, { true, 1999999999, 2000000000 }, 1 },
		{ { true, 0, 0 }, { true, 0, 3 }, 1 }, { { false, 0, 0 }, { true, 0, 3 }, 1 },
	};
	const struct field *f = field(&org_board_type, "card");

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct org_board p = { .n.card = cases[i].p }, q = { .n.card = cases[i].q };

		assert_int_equal(val_cmp(f, field_get(f, &p.o.r), field_get(f, &q.o.r)), cases[i].order);
		assert_int_equal(val_cmp(f, field_get(f, &q.o.r), field_get(f, &p.o.r)), -cases[i].order);
	}
}

/* Late from the day after; the day itself and the days before it are days. */
static void test_due(void **state)
{
	static const struct { enum due_state state; int day; const char *text; } cases[] = {
		{ DUE_OVERDUE, 5, "超期1天" }, { DUE_SOFT, 6, "今天" }, { DUE_SOFT, 7, "05-07前" },
		{ DUE_OPEN, 31, "05-31前" }, { DUE_MET, 31, "已达标" }, { DUE_URGENT, 6, "急办" },
		{ DUE_NOT_ASKED, 6, "" },
	};
	const struct field *f = field(&family_row_type, "state");

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct family_row row = { .state = { (uint8_t)cases[i].state, date_of(2026, 5, cases[i].day) } };

		assert_string_equal(text(f, &row), cases[i].text);
	}
	assert_string_equal(json(&family_row_type, &(struct family_row){
		.state = { DUE_OVERDUE, date_of(2026, 5, 5) } }),
		", \"state\": {\"state\": \"overdue\", \"day\": \"2026-05-05\"}");
}

/* A sentence is made where it is shown; what it is made of stays values. */
static void test_reasons(void **state)
{
	struct due_row row = { .what = reasons_one(&a, (struct reason){ .rule = "need", .type = "need", .id = 7,
		.text = "诉求 %s（%s） 期限 %s", .part = SAID(said_text(S("报销 100%")), said_text(S("")),
			said_day(date_of(2026, 5, 9))) }) };
	struct reason two[] = { *row.what.p, { .points = 8, .text = "独居" } };

	(void)state;
	assert_string_equal(text(field(&due_row_type, "what"), &row), "诉求 报销 100%（） 期限 05-09");
	assert_string_equal(json(&due_row_type, &row), ", \"what\": [{\"text\": \"诉求 报销 100%（） 期限 05-09\""
		", \"rule\": \"need\", \"ref\": \"need:7\"}]");
	row.what = (reasons){ two, 2 };
	assert_string_equal(text(field(&due_row_type, "what"), &row),
		"诉求 报销 100%（） 期限 05-09, 独居 +8");
}

/* Money is yuan with two decimals, a flag is true or false, zero is a value and unset is left out. */
static void test_json(void **state)
{
	struct ledger_row row = { .gifts = { true, 0 }, .cash = { true, 20005 }, .value = { true, -50 } };

	(void)state;
	assert_string_equal(json(&ledger_row_type, &row), ", \"gifts\": 0, \"cash\": 200.05, \"value\": -0.50");
	assert_string_equal(json(&invite_row_type, &(struct invite_row){ .invited.v = FLAG_NO }),
		", \"invited\": false");
}

/* Every column of every list is a field of its rows, or what any record has; what a row adds lies
 * behind the record it begins with. */
static void test_tables_fit(void **state)
{
	(void)state;
	for (size_t i = 0; query_all()[i]; i++) {
		const struct query *q = query_all()[i];
		const struct office none = { 0 };
		const struct rec_type *row = query_row(&a, &none, q);
		str rest = str_of(q->columns), name;

		while (str_word(&rest, &name))
			if (!type_field(row, name) && !str_is(name, "ref") && !str_is(name, "name"))
				fail_msg("%s has no column %.*s", q->name, STR_FMT(name));
		for EACH_FIELD(f, q->row)
			if (q->row->base)
				assert_in_range(f->off, q->row->base->size, q->row->size - 1);
		for EACH_FIELD(f, row) /* a name means one thing */
			assert_ptr_equal(type_field(row, str_of(f->name)), f);
	}
}

enum { FAMILIES = 560, ORDERED = 500 };

static void say_nothing(void *arg, str line)
{
	(void)arg;
	(void)line;
}

static void list(struct session *s, const char *query, str line, uint64_t about, size_t at, size_t n,
	struct page *page)
{
	struct ask ask = { .query = query_find(str_of(query)), .line = line, .about = about, .at = at, .n = n };
	struct err e = { 0 };

	if (session_list(s, &a, &ask, page, &e) != RC_OK)
		fail_msg("%s: %s", query, e.msg);
}

/* A search puts the best 500 in order and says how many more there are; a campaign reaches them all,
 * and whoever supervises sees everybody who is due. */
static void test_nothing_is_dropped(void **state)
{
	struct session *s = office_open(&a, true);
	struct save save = { .type = &campaign_type };
	struct page all, found, tail, plan;
	struct campaign *c;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(demo_fill(s, FAMILIES, 3, say_nothing, NULL, &e), RC_OK);
	list(s, "families", S(""), 0, 0, 0, &all);
	list(s, "find", S("org:向阳区"), 0, 0, 0, &found);
	assert_int_equal(found.n, ORDERED);
	assert_int_equal(found.total, ORDERED);
	assert_in_range(found.beyond, 1, all.total - ORDERED);
	list(s, "find", S("org:向阳区"), 0, ORDERED - 5, 10, &tail);
	assert_int_equal(tail.n, 5);
	assert_int_equal(tail.total, ORDERED);
	assert_int_equal(tail.row[4].id, found.row[ORDERED - 1].id);

	assert_int_equal(session_new(s, &a, &campaign_type, 0, &save.rec, &e), RC_OK);
	c = (struct campaign *)save.rec;
	c->name = S("全区");
	c->scope = S("org:向阳区");
	c->occasion.key = codebook_find(&session_office(s)->codes, S("OCCASION"))->item[0].key;
	c->window_from = session_today(s);
	c->window_to = session_today(s);
	if (session_save(s, &a, S(""), &save, 1, &e) != RC_OK)
		fail_msg("%s", e.msg);
	list(s, "plan", S(""), save.id, 0, 0, &plan);
	assert_int_equal(plan.n, found.total + found.beyond);
	session_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_ratio, clean),
		cmocka_unit_test_teardown(test_order_of_ratios, clean),
		cmocka_unit_test_teardown(test_due, clean),
		cmocka_unit_test_teardown(test_reasons, clean),
		cmocka_unit_test_teardown(test_json, clean),
		cmocka_unit_test_teardown(test_tables_fit, clean),
		cmocka_unit_test_setup_teardown(test_nothing_is_dropped, office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}
