/* edit_test.c - a text being typed and the cells it is painted on: clusters, columns, wrapping, what may
 * not be stored. */
#include "base/str.h"
#include "base/utf8.h"
#include "ui/term/edit.h"
#include "ui/term/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena a;

#define assert_text(e, want) \
	assert_string_equal(arena_z(&a, edit_text(e)), want)

static int clean(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static void press(struct edit *e, const uint32_t *keys, size_t n, int width)
{
	for (size_t i = 0; i < n; i++)
		edit_key(e, keys[i], width);
}

static void test_typing_and_deleting_by_cluster(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, &a, S("王e\u0301𠮷"), false, 0);
	edit_key(&e, K_BS, 80);
	assert_text(&e, "王e\u0301");
	edit_key(&e, K_BS, 80); /* the letter and its accent are one */
	assert_text(&e, "王");
	press(&e, (const uint32_t[]){ K_HOME, 0x4DAE, K_RIGHT, 'x' }, 4, 80);
	assert_text(&e, "䶮王x");
	press(&e, (const uint32_t[]){ K_HOME, K_DEL }, 2, 80);
	assert_text(&e, "王x");
	edit_key(&e, K_LEFT, 80); /* at the start already */
	assert_int_equal(e.at, 0);
	press(&e, (const uint32_t[]){ K_END, K_DEL, K_RIGHT }, 3, 80);
	assert_text(&e, "王x");
}

static void test_words_and_lines_are_killed(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, &a, S("精神 尚好"), false, 0);
	edit_key(&e, 'W' & 31, 80);
	assert_text(&e, "精神 ");
	edit_key(&e, 'U' & 31, 80);
	assert_text(&e, "");
	edit_key(&e, K_BS, 80);
	assert_text(&e, "");
}

static void test_what_must_not_be_stored_is_left_out(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, &a, S(""), true, 0);
	assert_true(edit_insert(&e, S("一\033[31m二\r\n三\t四\u202E五\u200B六\x7F七\xff")));
	assert_text(&e, "一[31m二\n三 四五六七");
	edit_init(&e, &a, S(""), false, 0);
	assert_true(edit_insert(&e, S("一\r\n二\n三")));
	assert_text(&e, "一 二 三");
}

static void test_a_full_text_takes_no_more(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, &a, S(""), false, 3);
	assert_false(edit_insert(&e, S("王秀兰芳")));
	assert_text(&e, "王秀兰");
	edit_key(&e, 'x', 80);
	assert_text(&e, "王秀兰");
}

static void test_up_and_down_keep_the_column(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, &a, S("一二三四五六七\n八\n九十一二"), true, 0); /* wraps after three at 6 columns */
	assert_int_equal(edit_rows(&e, &a, 6), 6);
	assert_false(edit_key(&e, K_DOWN, 6)); /* the last line: the form may go on */
	assert_true(edit_key(&e, K_UP, 6));
	edit_key(&e, 'X', 6);
	assert_text(&e, "一二三四五六七\n八\n九X十一二");
	for (int i = 0; i < 4; i++)
		assert_true(edit_key(&e, K_UP, 6));
	assert_false(edit_key(&e, K_UP, 6));
	edit_key(&e, 'Y', 6);
	assert_text(&e, "一Y二三四五六七\n八\n九X十一二");
}

/* At every width the picture has no half character and the cursor stands inside. */
static void test_a_line_scrolls_by_whole_characters(void **state)
{
	(void)state;
	for (int cols = 2; cols < 20; cols++) {
		struct edit e;

		edit_init(&e, &a, S("a王bc秀𠮷兰d·阿卜杜拉"), false, 0);
		for (int i = 0; i < 40; i++) {
			struct grid *g = grid_new(&a, 1, 24);
			str line;

			edit_draw(&e, g, (struct box){ 0, 2, 1, cols }, INK_PLAIN, true);
			line = grid_line(&a, g, 0);
			assert_int_equal(utf8_bad(line), -1);
			assert_true(utf8_cols(line) <= 2 + cols);
			assert_true(g->at_col >= 2 && g->at_col <= 2 + cols);
			edit_key(&e, i < 20 ? K_LEFT : K_RIGHT, cols);
		}
	}
}

static void test_writing_over_half_a_character(void **state)
{
	struct grid *g = grid_new(&a, 1, 10);

	(void)state;
	assert_int_equal(grid_put(g, 0, 0, 10, S("王秀兰"), INK_PLAIN), 6);
	grid_put(g, 0, 1, 1, S("x"), INK_PLAIN);
	assert_string_equal(arena_z(&a, grid_line(&a, g, 0)), " x秀兰");
	grid_put(g, 0, 4, 1, S("y"), INK_PLAIN);
	assert_string_equal(arena_z(&a, grid_line(&a, g, 0)), " x秀y");
	/* One column is left: the character stays out, and nothing wraps. */
	assert_int_equal(grid_put(g, 0, 9, 10, S("𠮷"), INK_PLAIN), 0);
	assert_int_equal(grid_put(g, 0, 8, 10, S("𠮷x"), INK_PLAIN), 2);
	assert_int_equal(grid_put(g, 1, 0, 10, S("x"), INK_PLAIN), 0);
}

static void test_control_characters_never_reach_the_screen(void **state)
{
	struct grid *g = grid_new(&a, 1, 20);

	(void)state;
	grid_put(g, 0, 0, 20, S("a\033[2Jb\rc\xc2\x9b""d\u202Ee"), INK_PLAIN);
	for (int i = 0; i < 20; i++)
		assert_true(g->cell[i].n == 0 || (unsigned char)g->cell[i].b[0] >= ' ');
	assert_false(str_has(grid_line(&a, g, 0), S("\u202E")));
}

static void test_key_names(void **state)
{
	static const char *const names[] = { "Up", "F1", "F12", "^S", "Esc", "Enter", "Space", "v", "?", "A-x",
		"王", "BTab" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_string_equal(arena_z(&a, key_text(&a, key_parse(str_of(names[i])))), names[i]);
	assert_int_equal(key_parse(S("F13")), 0);
	assert_int_equal(key_parse(S("Entr")), 0);
	assert_int_equal(key_plain(0xFF1F), '?');
	assert_int_equal(key_plain(0x738B), 0x738B);
}

int main(void)
{
	const struct CMUnitTest edit[] = {
		cmocka_unit_test_teardown(test_typing_and_deleting_by_cluster, clean),
		cmocka_unit_test_teardown(test_words_and_lines_are_killed, clean),
		cmocka_unit_test_teardown(test_what_must_not_be_stored_is_left_out, clean),
		cmocka_unit_test_teardown(test_a_full_text_takes_no_more, clean),
		cmocka_unit_test_teardown(test_up_and_down_keep_the_column, clean),
		cmocka_unit_test_teardown(test_a_line_scrolls_by_whole_characters, clean),
		cmocka_unit_test_teardown(test_writing_over_half_a_character, clean),
		cmocka_unit_test_teardown(test_control_characters_never_reach_the_screen, clean),
		cmocka_unit_test_teardown(test_key_names, clean),
	};

	return cmocka_run_group_tests(edit, NULL, NULL);
}
