/* print.c - a card as plain text, from the same lines as on the screen. */
#include "ui/ui.h"

#include "ui/acts/acts.h"

enum { PRINT_COLS = 80 };

enum rc ui_print(struct session *s, str name, uint64_t id, int cols, struct buf *out, struct err *e)
{
	struct arena *a = out->a;
	struct lines lines = { .a = a };
	const struct screen *screen;
	struct grid *g;
	int rows;

	TRY(screen_load(a, session_office(s), &all_acts, name, &screen, e));
	if (screen->kind != SCREEN_CARD)
		return fail(e, RC_INVALID, "画面 %.*s 不是卡片，不能打印一条记录", STR_FMT(name));
	buf_printf(out, "%.*s\n", STR_FMT(session_name(s, a, screen->type, id)));
	TRY(card_lines(s, screen, id, &lines, e));
	cols = cols > 20 ? cols : PRINT_COLS;
	g = grid_new(a, 1, cols);
	lines_draw(&lines, g, (struct box){ 0, 0, 0, cols }, 0, SIZE_MAX, &rows, NULL);
	g = grid_new(a, rows > 0 ? rows : 1, cols);
	lines_draw(&lines, g, (struct box){ 0, 0, rows, cols }, 0, SIZE_MAX, &rows, NULL);
	for (int i = 0; i < rows; i++)
		buf_printf(out, "%.*s\n", STR_FMT(grid_line(a, g, i)));
	return RC_OK;
}
