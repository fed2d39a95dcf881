/* compare.c - records of one type side by side, and for each field the one to take: what two people
 * changed at once, or two files of one family. */
#include "ui/views/view.h"

#include "base/utf8.h"

struct compare {
	struct view v;
	struct comparing what;
	size_t *side;            /* by field: the side chosen, or SIDE_NONE */
	size_t at;
};

static str text_of(struct compare *c, struct arena *a, const struct field *f, const struct rec *r)
{
	str s = val_text(session_lex(c->v.ui->s), a, f, field_get(f, r));

	return s.n ? s : S("-");
}

static int column(struct grid *g, int row, int col, int cols, int most, str text, enum ink ink)
{
	uint32_t *starts;
	size_t n = wrap_lines(g->a, text, cols, &starts);

	for (size_t i = 0; i < n && (int)i < most; i++) {
		str part = str_sub(text, starts[i], starts[i + 1] - starts[i]);

		if (part.n && part.p[part.n - 1] == '\n')
			part.n--;
		grid_put(g, row + (int)i, col, cols, part, ink);
	}
	return (int)n < most ? (int)n : most;
}

/* One field: its texts beside each other, or below each other where there is no room. */
static int draw_field(struct compare *c, struct grid *g, struct box b, int row, size_t i)
{
	const struct comparing *w = &c->what;
	const struct field *f = w->field[i];
	int left = b.row + b.rows - row, used = 1, wide = b.cols >= 60, n = (int)w->nsides;
	int cols = wide ? (b.cols - 4) / n : b.cols - 10;

	if (left < 2)
		return 0;
	grid_put(g, row, 0, 1, i == c->at ? S(">") : S(" "), INK_SELECTED);
	grid_putf(g, row, 2, b.cols - 2, INK_GROUP, "%s%s%s", tr(f->label),
		c->side[i] == SIDE_NONE ? "" : tr("  用"),
		c->side[i] == SIDE_NONE ? "" : tr(w->side[c->side[i]].name));
	if (i == c->at)
		grid_cursor(g, row, 0);
	for (int k = 0, tall = 0; k < n; k++) {
		enum ink ink = c->side[i] == (size_t)k ? INK_GREEN : INK_PLAIN;
		str text = text_of(c, g->a, f, w->side[k].rec);
		int most = left - 1 < 6 ? left - 1 : 6, rows;

		if (wide) {
			rows = column(g, row + 1, 2 + k * (cols + 1), cols, most,
				arena_printf(g->a, "%s：%.*s", tr(w->side[k].name), STR_FMT(text)), ink);
			tall = rows > tall ? rows : tall;
			if (k == n - 1)
				used += tall;
		} else if (left - used > 0) {
			grid_put(g, row + used, 2, 7, str_of(tr(w->side[k].name)), INK_LABEL);
			used += column(g, row + used, 9, cols, left - used < 3 ? left - used : 3, text, ink);
		}
	}
	return used;
}

static void compare_draw(struct view *v, struct grid *g, struct box b)
{
	struct compare *c = (struct compare *)v;
	int row = b.row;
	size_t from = c->at > 2 ? c->at - 2 : 0;

	row += column(g, row, 0, b.cols, 2, c->what.hint, INK_NOTICE);
	for (size_t i = from; i < c->what.n && row < b.row + b.rows; i++)
		row += draw_field(c, g, b, row, i);
}

static str compare_title(struct view *v, struct arena *a)
{
	(void)a;
	return ((struct compare *)v)->what.title;
}

static void finish(struct compare *c)
{
	const struct comparing *w = &c->what;

	for (size_t i = 0; i < w->n; i++)
		if (c->side[i] == SIDE_NONE) {
			c->at = i;
			ui_say(c->v.ui, INK_ERROR, tr("“%s”还没有选用哪一边"), tr(w->field[i]->label));
			return;
		}
	view_leave(&c->v, true);
	w->done(w->parent, w, c->side);
}

static bool compare_key(struct view *v, uint32_t key)
{
	struct compare *c = (struct compare *)v;
	const struct comparing *w = &c->what;

	switch (key) {
	case K_ESC:
		view_leave(v, false);
		return true;
	case K_UP:
	case 'k':
		c->at -= c->at > 0;
		return true;
	case K_DOWN:
	case 'j':
		c->at += c->at + 1 < w->n;
		return true;
	case K_ENTER:
	case 'S' & 31:
		finish(c);
		return true;
	}
	for (size_t k = 0; k < w->nsides && w->n; k++)
		if (w->side[k].key == key) {
			c->side[c->at] = k;
			c->at += c->at + 1 < w->n;
			return true;
		}
	return false;
}

static const struct hint *compare_hints(struct view *v, struct arena *a, size_t *n)
{
	const struct comparing *w = &((struct compare *)v)->what;
	struct hint *h = ARENA_ARRAY(a, struct hint, w->nsides + 4);

	*n = 0;
	for (size_t i = 0; i < w->nsides; i++)
		if (w->side[i].key)
			h[(*n)++] = (struct hint){ key_text(a, w->side[i].key),
				arena_printf(a, "%s%s", tr("用"), tr(w->side[i].name)) };
	h[(*n)++] = (struct hint){ S("Up"), str_of(tr("上移")) };
	h[(*n)++] = (struct hint){ S("Down"), str_of(tr("下移")) };
	h[(*n)++] = (struct hint){ S("Enter"), str_of(tr("选好了")) };
	h[(*n)++] = (struct hint){ S("Esc"), str_of(tr("返回")) };
	return h;
}

static const struct view_kind compare_kind = { .hints = compare_hints, .draw = compare_draw, .title = compare_title,
	.key = compare_key };

void compare_open(const struct comparing *what)
{
	struct compare *c = view_new(what->parent->ui, &compare_kind, sizeof *c);

	c->what = *what;
	c->what.field = ARENA_ARRAY(&c->v.a, const struct field *, what->n + 1);
	memcpy(c->what.field, what->field, what->n * sizeof *what->field);
	c->side = ARENA_ARRAY(&c->v.a, size_t, what->n + 1);
	for (size_t i = 0; i < what->n; i++)
		c->side[i] = what->usual ? what->usual(what, i) : SIDE_NONE;
	ui_push(what->parent->ui, &c->v);
}
