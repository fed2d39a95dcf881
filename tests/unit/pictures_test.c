/* pictures_test.c - every screen as a whole picture, in three sizes and both languages, held against the one that
 * somebody has looked at (tests/pictures/).
 *
 *   make screens         draws them anew, to be looked at and committed with the change that made them differ
 *
 * They show the demo office as its secretary-general sees it, on one day. */
#include "../staff.h"

#include "base/buf.h"
#include "base/data.h"
#include "base/tr.h"
#include "core/office/settings.h"
#include "demo/demo.h"
#include "ui/acts/acts.h"
#include "ui/ui.h"
#include "ui/views/list.h"

#include <stdio.h>

enum { FAMILIES = 40, IDS = 3000, PICTURE_MOST = 1 << 20 };

static const struct { int cols, rows; } sizes[] = { { 80, 24 }, { 132, 43 }, { 40, 10 } };

static struct arena program;
static struct session *session;
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

static int set_up(void **state)
{
	struct session *owner;

	if (office_set_up(state))
		return -1;
	setenv("QINQING_NOW", "2026-05-06T09:00", 1);
	unsetenv("USER"); /* the log names who made the demo */
	unsetenv("SSH_CLIENT");
	owner = office_open(&program, true);
	OK(demo_fill(owner, FAMILIES, 7, hush, NULL, &e));
	session_close(owner);
	session = office_enter_as(&program, S("zhenghua"));
	return 0;
}

static int tear_down(void **state)
{
	session_close(session);
	arena_free(&program);
	return office_tear_down(state);
}

/* The first record of a type that is there; 0: none. */
static uint64_t first_of(const struct rec_type *t)
{
	for (uint64_t id = 1; t && id < IDS; id++) {
		struct arena a = { 0 };
		struct rec *r;
		bool there = session_get(session, &a, t, id, &r, &e) == RC_OK && !rec_voided(r);

		arena_free(&a);
		if (there)
			return id;
	}
	return 0;
}

/* A list about something is shown about the first there is; a form begins something new, of the first family. */
static void open_screen(struct ui *ui, const struct screen *s)
{
	uint64_t id = 0, about = 0;
	str rest, name;

	if (s->kind == SCREEN_CARD) {
		id = first_of(s->type);
	} else if (s->kind == SCREEN_FORM) {
		about = s->type->owner && *s->type->owner ? first_of(&family_type) : 0;
	} else if (s->query->about) {
		rest = str_of(s->query->about);
		str_cut(&rest, '|', &name);
		id = first_of(office_type(session->office, name));
	}
	if (s->kind == SCREEN_CARD && !id)
		return;
	ui_open(ui, s->name, id, about);
	if (ui->top)
		ui_settle(ui);
}

static void draw_one(struct buf *out, str name, int rows, int cols)
{
	struct ui ui = { .s = session, .acts = &all_acts, .rows = rows, .cols = cols };
	const struct screen *s = ui_screen(&ui, name);
	struct arena drawing = { 0 };
	struct grid *g;

	if (!s)
		fail_msg("%.*s: %s", STR_FMT(name), ui.notice);
	open_screen(&ui, s);
	buf_printf(out, "== %.*s\n", STR_FMT(name));
	if (ui.top) {
		g = grid_new(&drawing, rows, cols);
		ui_draw(&ui, g);
		for (int i = 0; i < rows; i++)
			buf_printf(out, "%.*s\n", STR_FMT(grid_line(&drawing, g, i)));
	}
	ui_close(&ui);
	arena_free(&drawing);
	arena_free(&ui.event);
	arena_free(&ui.a);
}

static str draw_all(struct arena *a, int rows, int cols)
{
	static const char folder[] = "screens/", end[] = ".yaml";
	struct buf out = { .a = a };

	for (const struct data *d = data_table; d->name; d++) {
		str name = str_of(d->name);

		if (str_starts(name, str_of(folder)))
			draw_one(&out, str_sub(name, sizeof folder - 1, name.n -
				(uint32_t)(sizeof folder + sizeof end - 2)), rows, cols);
	}
	return buf_view(&out);
}

/* ---- held against the file ------------------------------------------------------------------- */

static str slurp(struct arena *a, const char *path)
{
	char *p = arena_new(a, PICTURE_MOST);
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(p, 1, PICTURE_MOST, f) : 0;

	if (f)
		fclose(f);
	return (str){ p, (uint32_t)n };
}

static void write_anew(const char *path, str text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(text.p, 1, text.n, f), text.n);
	assert_int_equal(fclose(f), 0);
}

/* Names the first screen that differs, and its first line that does. */
static void compare(const char *path, str was, str is)
{
	str old, new, screen = S("");

	while (was.n || is.n) {
		bool more = str_cut(&was, '\n', &old), drawn = str_cut(&is, '\n', &new);

		if (str_starts(new, S("== ")))
			screen = str_from(new, 3);
		if (more != drawn || !str_eq(old, new))
			fail_msg("%s: %.*s\n  was: %.*s\n  is:  %.*s\nlook at it; when it is right: make screens", path,
				STR_FMT(screen), STR_FMT(old), STR_FMT(new));
	}
}

static void all_sizes(const char *language)
{
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct arena a = { 0 };
		const char *path = arena_z(&a, arena_printf(&a, "%s/tests/pictures/%s-%dx%d.txt", getenv("TOP"), language,
			sizes[i].cols, sizes[i].rows));
		str is = draw_all(&a, sizes[i].rows, sizes[i].cols);

		if (getenv("PICTURES_ANEW"))
			write_anew(path, is);
		else
			compare(path, slurp(&a, path), is);
		arena_free(&a);
	}
}

static void test_chinese(void **state)
{
	(void)state;
	all_sizes("zh");
}

static void test_english(void **state)
{
	(void)state;
	OK(tr_english(&program, settings_read(&program, session->office->dir, S("config/en.yaml")), &e));
	all_sizes("en");
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_chinese), cmocka_unit_test(test_english) };

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
