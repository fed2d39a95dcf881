/* frozen_test.c - a report that was handed up is proven by its sum and its lists: whatever is changed in it behind the
 * back of its rules, `check` says which one it is. */
#include "../office.h"

#include "core/lists/reports/freeze.h"
#include "core/read/view.h"
#include "demo/demo.h"

enum { FAMILIES = 24 };

static struct session *s;
static struct err e;

#define OK(call) \
	do { \
		if ((call) != RC_OK) \
			fail_msg("%s:%d: %s", __FILE__, __LINE__, e.msg); \
	} while (0)

static void hush(void *arg, str line)
{
	(void)arg;
	(void)line;
}

static void keep_line(void *arg, str line)
{
	snprintf(arg, 200, "%.*s", STR_FMT(line));
}

/* Written as a program could that does not know the rules of the type: record, checksum and log agree. */
static void change(uint64_t id, void (*how)(struct arena *, struct frozen *))
{
	struct arena a = { 0 };
	struct rec_type lawless = *type_of(s, &frozen_type);
	struct rec *base, *rec;
	struct op op = { .type = &lawless };
	struct commit c = { .a = &a, .who = S("x"), .act = S("update"), .at = session_now(s), .ops = &op, .nops = 1 };

	lawless.check = NULL;
	OK(enter(s, &e));
	OK(snap_get(s->view, &a, &lawless, id, &base, &e));
	leave(s);
	rec = rec_dup(&a, &lawless, base);
	how(&a, (struct frozen *)rec);
	op.base = base;
	op.rec = rec;
	c.ctx = s;
	OK(store_commit(s->store, &c, &e));
	arena_free(&a);
}

/* The first number, the period, the rules. */
static void another_number(struct arena *a, struct frozen *f)
{
	char *text = arena_z(a, f->numbers.b);
	char *n = strstr(text, "\nn\t");

	n[3] = n[3] == '1' ? '2' : '1';
	f->numbers.b = str_of(text);
}

static void another_period(struct arena *a, struct frozen *f)
{
	(void)a;
	f->to.day--;
}

static void another_rule(struct arena *a, struct frozen *f)
{
	(void)a;
	f->rules = S("0000");
}

static void test_what_was_changed_is_found(void **state)
{
	static void (*const ways[])(struct arena *, struct frozen *) = { another_number, another_period, another_rule };
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(ways); i++) {
		const struct report *r;
		char said[200] = "";
		uint64_t id, bad = 0;

		s = office_open(&a, true);
		OK(demo_fill(s, FAMILIES, 11, hush, NULL, &e));
		OK(report_load(&a, session_office(s), S("R05"), &r, &e));
		OK(report_submit(s, &a, r, span_by(period_of(PERIOD_MONTH, 0, session_today(s)), -1), 3, &id, &e));
		assert_sound(s);
		change(id, ways[i]);
		OK(session_check(s, keep_line, said, &bad, &e));
		assert_int_equal(bad, 1);
		assert_non_null(strstr(said, "frozen:2"));
		session_close(s);
		arena_free(&a);
		assert_int_equal(office_tear_down(state), 0);
		assert_int_equal(office_set_up(state), 0);
	}
}

/* Behind each number of a district stands the list that stood there when it was handed up. */
static void test_lists_are_kept(void **state)
{
	struct arena a = { 0 };
	const struct report *r, *kept;
	struct page page;
	uint64_t id;

	(void)state;
	s = office_open(&a, true);
	OK(demo_fill(s, FAMILIES, 11, hush, NULL, &e));
	OK(report_load(&a, session_office(s), S("R05"), &r, &e));
	OK(report_submit(s, &a, r, span_by(period_of(PERIOD_MONTH, 0, session_today(s)), -1), 1, &id, &e));
	OK(report_kept(s, &a, id, &kept, &e));
	assert_int_equal(kept->ncolumns, r->ncolumns);
	for (size_t i = 0; i < kept->ncolumns; i++) {
		struct ask ask = { .query = report_behind(&a, kept, i), .about = 1 };
		struct ask live = { .query = report_behind(&a, r, i), .about = 1, .span = kept->kept->span };
		struct page now;

		OK(session_list(s, &a, &ask, &page, &e));
		OK(session_list(s, &a, &live, &now, &e));
		assert_int_equal(page.total, now.total);
	}
	session_close(s);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_what_was_changed_is_found, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_lists_are_kept, office_set_up, office_tear_down),
	};

	setenv("QINQING_NOW", "2026-05-06T09:00", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
