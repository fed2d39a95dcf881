/* letters_test.c - what a letter means: one thing on all lists of one kind, and v the same everywhere. */
#include "core/session.h"
#include "ui/acts/acts.h"

#include "base/data.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { SCREENS_MOST = 200 };

static struct arena a;
static const struct screen *screen[SCREENS_MOST];
static size_t screens;

static int setup(void **state)
{
	static const char folder[] = "screens/", end[] = ".yaml";
	struct office *office;
	struct err e;

	(void)state;
	assert_int_equal(office_load(&a, core_types, NULL, &office, &e), RC_OK);
	for (const struct data *d = data_table; d->name; d++) {
		str name = str_of(d->name);

		if (!str_starts(name, str_of(folder)))
			continue;
		name = str_sub(name, sizeof folder - 1, name.n - (uint32_t)(sizeof folder + sizeof end - 2));
		assert_true(screens < SCREENS_MOST);
		assert_int_equal(screen_load(&a, office, &all_acts, name, &screen[screens++], &e), RC_OK);
	}
	return 0;
}

static bool is_letter(uint32_t key)
{
	return (key | 32) >= 'a' && (key | 32) <= 'z';
}

/* At the bottom of all screens going back ends the program. */
static const char *act_of(const struct bind *b)
{
	return strcmp(b->action->name, "quit") == 0 ? "back" : b->action->name;
}

static bool same(const struct bind *x, const struct bind *y)
{
	return strcmp(act_of(x), act_of(y)) == 0 && str_eq(x->screen, y->screen);
}

static size_t compare_screens(const struct screen *x, const struct screen *y)
{
	size_t two = 0;

	for (size_t i = 0; i < x->keys.n; i++)
		for (size_t k = 0; k < y->keys.n; k++) {
			const struct bind *b = &x->keys.bind[i], *c = &y->keys.bind[k];

			if (b->key != c->key || !is_letter(b->key) || same(b, c))
				continue;
			two++;
			print_error("%c: %s %.*s in %.*s, %s %.*s in %.*s\n", (int)b->key, b->action->name,
				STR_FMT(b->screen), STR_FMT(x->name), c->action->name, STR_FMT(c->screen),
				STR_FMT(y->name));
		}
	return two;
}

static void test_one_meaning_on_lists_of_one_kind(void **state)
{
	size_t two = 0, pairs = 0;

	(void)state;
	for (size_t i = 0; i < screens; i++)
		for (size_t k = 0; k < i; k++)
			if (screen[i]->kind == SCREEN_LIST && screen[k]->kind == SCREEN_LIST &&
				screen[i]->type->tag == screen[k]->type->tag) {
				two += compare_screens(screen[i], screen[k]);
				pairs++;
			}
	assert_true(pairs > 100);
	assert_int_equal(two, 0);
}

/* Where v does anything, it records a visit. */
static void test_v_is_a_visit(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < screens; i++)
		for (size_t k = 0; k < screen[i]->keys.n; k++)
			if (screen[i]->keys.bind[k].key == 'v') {
				assert_true(str_is(screen[i]->keys.bind[k].screen, "visit_form"));
				n++;
			}
	assert_true(n > 20);
}

/* What is looked at every day is on every list and card, if only behind "..". */
static void test_boards_are_two_keys_away(void **state)
{
	static const char *const daily[] = { "coverage", "campaigns", "needs", "events" };

	(void)state;
	for (size_t i = 0; i < screens; i++) {
		const struct keymap *m = &screen[i]->keys;
		bool menu = false, calendar = false;
		size_t n = 0;

		for (size_t k = 0; k < m->n; k++) {
			menu |= m->bind[k].action->run == menu_open;
			calendar |= strcmp(m->bind[k].action->name, "month") == 0;
			for (size_t d = 0; d < COUNT(daily); d++)
				n += str_is(m->bind[k].screen, daily[d]);
		}
		assert_true(menu && calendar);
		assert_true(screen[i]->kind == SCREEN_FORM || n >= COUNT(daily));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_meaning_on_lists_of_one_kind),
		cmocka_unit_test(test_v_is_a_visit),
		cmocka_unit_test(test_boards_are_two_keys_away),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
