/* compare.c - two people changed the same fields: what it was, mine and theirs side by side. */
#include "ui/form.h"

#include "base/utf8.h"

enum side { SIDE_NONE, SIDE_MINE, SIDE_THEIRS };

struct compare {
	struct view v;
	struct form *form;
	struct rec *theirs;
	const struct field **field;
	enum side *side;
	size_t n, at;
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

/* One field: its three texts beside each other, or below each other where there is no room. */
static int draw_field(struct compare *c, struct grid *g, struct box b, int row, size_t i)
{
	const struct field *f = c->field[i];
	const struct rec *of[] = { c->form->base[0], c->form->rec[0], c->theirs };
	static const char *const names[] = { "原来", "我的", "别人的" };
	int left = b.row + b.rows - row, used = 1, wide = b.cols >= 60, cols = wide ? (b.cols - 4) / 3 : b.cols - 10;

	if (left < 2)
		return 0;
	grid_put(g, row, 0, 1, i == c->at ? S(">") : S(" "), INK_SELECTED);
	grid_putf(g, row, 2, b.cols - 2, INK_GROUP, "%s%s", tr(f->label),
		c->side[i] == SIDE_MINE ? tr("  用我的") : c->side[i] == SIDE_THEIRS ? tr("  用别人的") : "");
	if (i == c->at)
		grid_cursor(g, row, 0);
	for (int k = 0, tall = 0; k < 3; k++) {
		bool on = (k == 1 && c->side[i] == SIDE_MINE) || (k == 2 && c->side[i] == SIDE_THEIRS);
		str text = text_of(c, g->a, f, of[k]);
		int most = left - 1 < 6 ? left - 1 : 6, rows;

		if (wide) {
			rows = column(g, row + 1, 2 + k * (cols + 1), cols, most,
				arena_printf(g->a, "%s：%.*s", tr(names[k]), STR_FMT(text)),
				on ? INK_GREEN : INK_PLAIN);
			tall = rows > tall ? rows : tall;
			if (k == 2)
				used += tall;
		} else if (left - used > 0) {
			grid_put(g, row + used, 2, 7, str_of(tr(names[k])), INK_LABEL);
			used += column(g, row + used, 9, cols, left - used < 3 ? left - used : 3, text,
				on ? INK_GREEN : INK_PLAIN);
		}
	}
	return used;
}

static void compare_draw(struct view *v, struct grid *g, struct box b)
{
	struct compare *c = (struct compare *)v;
	int row = b.row;
	size_t from = c->at > 2 ? c->at - 2 : 0;

	row += column(g, row, 0, b.cols, 2,
		str_of(tr("别人刚刚改了同样的栏。m 用我的，t 用别人的，全部选好后回车保存；Esc 回到表格。")), INK_NOTICE);
	for (size_t i = from; i < c->n && row < b.row + b.rows; i++)
		row += draw_field(c, g, b, row, i);
}

static str compare_title(struct view *v, struct arena *a)
{
	struct compare *c = (struct compare *)v;

	return arena_printf(a, "%s %.*s", tr("两边都改了"), STR_FMT(session_name(v->ui->s, a,
		c->form->type[0], c->form->base[0]->id)));
}

/* Theirs, with what only I changed, and mine where I chose it. */
static void finish(struct compare *c)
{
	struct form *f = c->form;
	const struct rec_type *t = f->type[0];
	struct rec *mine = rec_dup(&f->v.a, t, c->theirs);
	struct change *ch = ARENA_ARRAY(&f->v.a, struct change, t->nfields);
	size_t n = rec_diff(t, f->base[0], f->rec[0], ch);

	for (size_t i = 0; i < c->n; i++)
		if (c->side[i] == SIDE_NONE) {
			c->at = i;
			ui_say(c->v.ui, INK_ERROR, tr("“%s”还没有选：m 用我的，t 用别人的"), tr(c->field[i]->label));
			return;
		}
	for (size_t k = 0; k < n; k++) {
		enum side side = SIDE_MINE;

		for (size_t i = 0; i < c->n; i++)
			if (c->field[i] == ch[k].field)
				side = c->side[i];
		if (side == SIDE_MINE)
			field_set(ch[k].field, mine, ch[k].is);
	}
	view_leave(&c->v, true);
	form_resolved(f, c->theirs, mine);
}

static bool compare_key(struct view *v, uint32_t key)
{
	struct compare *c = (struct compare *)v;

	switch (key) {
	case K_ESC:
		view_leave(v, false);
		break;
	case K_UP:
	case 'k':
		c->at -= c->at > 0;
		break;
	case K_DOWN:
	case 'j':
		c->at += c->at + 1 < c->n;
		break;
	case 'm':
	case 't':
		c->side[c->at] = key == 'm' ? SIDE_MINE : SIDE_THEIRS;
		c->at += c->at + 1 < c->n;
		break;
	case K_ENTER:
	case 'S' & 31:
		finish(c);
		break;
	default:
		return false;
	}
	return true;
}

static void compare_keep(struct view *v)
{
	form_keep(&((struct compare *)v)->form->v);
}

static const struct view_kind compare_kind = { .draw = compare_draw, .title = compare_title,
	.key = compare_key, .keep = compare_keep };

void compare_open(struct form *f, struct rec *theirs, const struct field *const *fields, size_t n)
{
	struct compare *c = view_new(f->v.ui, &compare_kind, sizeof *c);

	c->form = f;
	c->theirs = theirs;
	c->field = ARENA_ARRAY(&c->v.a, const struct field *, n);
	memcpy(c->field, fields, n * sizeof *fields);
	c->side = ARENA_ARRAY(&c->v.a, enum side, n);
	c->n = n;
	ui_push(f->v.ui, &c->v);
}
