/* board_test.c - the boards read sums, and keep what they counted of a past month between two looks: after
 * any commit both must equal what is counted from the beginning.  (LMDB allows one environment a process, so the writer is the watching
 * session itself; what others commit arrives by the same transaction number.) */
#include "../office.h"

#include "demo/demo.h"
#include "core/office/means.h"
#include "core/lists/boards/scores.h"

enum { FAMILIES = 40, ROUNDS = 60 };

static void say_nothing(void *arg, str line)
{
	(void)arg;
	(void)line;
}

static str board(struct session *s, struct arena *a, const char *name, struct span span)
{
	struct ask ask = { .query = query_find(str_of(name)), .span = span };
	struct buf b = { .a = a };
	struct page page;
	struct err e = { 0 };

	assert_int_equal(session_list(s, a, &ask, &page, &e), RC_OK);
	for (size_t i = 0; i < page.n; i++) {
		buf_printf(&b, "%s:%llu", page.row[i].type->name, (unsigned long long)page.row[i].id);
		for EACH_FIELD(f, page.type)
			buf_printf(&b, " %.*s", STR_FMT(val_text(session_lex(s), a, f, field_get(f, page.row[i].rec))));
		buf_char(&b, '\n');
	}
	return buf_view(&b);
}

/* Whatever is kept, and whatever was counted before. */
static str count(struct session *s, struct arena *a, const char *name, struct span span)
{
	str rules = s->schema.rules, out;

	s->schema.rules = S(""); /* nobody's sums */
	if (s->scores)
		s->scores->tick = 0;
	out = board(s, a, name, span);
	s->schema.rules = rules;
	return out;
}

static void change(struct session *s, const struct rec_type *t, uint64_t id, const char *field, val v)
{
	struct arena a = { 0 };
	struct save save = { .type = t };
	struct rec *base;
	struct err e = { 0 };

	if (session_get(s, &a, t, id, &base, &e) == RC_OK) {
		save.base = base;
		save.rec = rec_dup(&a, t, base);
		rec_set(t, save.rec, field, v);
		if (session_save(s, &a, S("试"), &save, 1, &e) != RC_OK)
			fail_msg("%s", e.msg);
	}
	arena_free(&a);
}

static void new_visit(struct session *s, uint64_t family, date on)
{
	struct arena a = { 0 };
	struct save save = { .type = &visit_type };
	struct err e = { 0 };

	assert_int_equal(session_new(s, &a, &visit_type, family, &save.rec, &e), RC_OK);
	((struct visit *)save.rec)->when = moment_of(on, -1);
	((struct visit *)save.rec)->mode.key = S("11");
	((struct visit *)save.rec)->outcome.key = S("1");
	assert_int_equal(session_save(s, &a, S(""), &save, 1, &e), RC_OK);
	arena_free(&a);
}

/* One of everything that can change a number, by somebody else. */
static void disturb(struct session *s, int round)
{
	uint64_t family = (uint64_t)(round * 7 % FAMILIES + 1);
	date today = session_today(s);
	struct arena a = { 0 };
	struct err e = { 0 };
	size_t moved;

	switch (round % 8) {
	case 0: new_visit(s, family, today); break;
	case 1: change(s, &family_type, family, "card_given", (val){ true, today.day, { 0 } }); break;
	case 2: change(s, &assignment_type, family * 2, "to", (val){ true, today.day - 1, { 0 } }); break;
	case 3: change(s, &worker_type, (uint64_t)(round % 9 + 2), "on_to",
			(val){ true, today.day - 1, { 0 } }); break;
	case 4: change(s, &sign_type, (uint64_t)(round % 12 + 1), "expires",
			(val){ true, today.day + round, { 0 } }); break;
	case 5: change(s, &need_type, (uint64_t)(round % 6 + 1), "satisfied", (val){ true, 0, S("3") }); break;
	case 6:
		if (session_merge(s, &a, family, family % FAMILIES + 1, NULL, 0, &moved, &e) != RC_OK)
			print_message("%s\n", e.msg);
		break;
	default: {
		struct undo u;

		if (session_undo_peek(s, &a, &u, &e) == RC_OK)
			(void)!session_undo(s, u.commit, &e);
	}
	}
	arena_free(&a);
}

static void test_kept_counts_are_fresh_counts(void **state)
{
	static const char *const boards[] = { "coverage", "coverage-workers", "coverage" };
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	struct span before_now = period_of(PERIOD_MONTH, 0, date_add_months(session_today(s), -1));
	struct err e = { 0 };
	int changed = 0;

	(void)state;
	assert_int_equal(demo_fill(s, FAMILIES, 11, say_nothing, NULL, &e), RC_OK);
	for (int round = 0; round < ROUNDS; round++) {
		struct arena work = { 0 };

		for (size_t i = 0; i < COUNT(boards); i++) {
			struct span span = i == 2 ? before_now : (struct span){ 0 };
			str before = board(s, &work, boards[i], span), kept, counted;

			disturb(s, round);
			kept = board(s, &work, boards[i], span);
			changed += i < 2 && !str_eq(before, kept);
			counted = count(s, &work, boards[i], span);
			if (!str_eq(kept, counted))
				fail_msg("round %d, %s\nkept:\n%.*s\ncounted:\n%.*s", round, boards[i],
					STR_FMT(kept), STR_FMT(counted));
		}
		arena_free(&work);
	}
	assert_in_range(changed, ROUNDS / 3, ROUNDS * 2); /* the disturbances do disturb */
	assert_sound(s);
	session_close(s);
	arena_free(&a);
}

/* Both posts by two persons: whoever holds both fills one of them, whatever else there is. */
static void test_two_posts_want_two_persons(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	const struct codebook *book = &session_office(s)->codes;
	struct assignment street = { .post = code_meant(book, MEANS_POST_STREET), .worker = { 7 } };
	struct assignment community = { .post = code_meant(book, MEANS_POST_COMMUNITY), .worker = { 7 } };
	struct assignment other = community;
	const struct assignment *by[] = { &street, &community, &other };

	(void)state;
	other.worker.id = 8;
	assert_false(duals_filled(book, &(struct filled){ by, 1 }));
	assert_false(duals_filled(book, &(struct filled){ by, 2 }));
	assert_true(duals_filled(book, &(struct filled){ by, 3 }));
	assert_true(duals_filled(book, &(struct filled){ (const struct assignment *[]){ &street, &other }, 2 }));
	session_close(s);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_two_posts_want_two_persons, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_kept_counts_are_fresh_counts, office_set_up,
			office_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
