/* bar.c - the key bar: what can be done here, the weightiest first as the screen has it, or what a dialog
 * listens to; and the menu of all of it. */
#include "ui/views/view.h"

#include "base/utf8.h"

enum { GAP = 2, MENU_LABEL = 20 };

static str label_of(const struct bind *b)
{
	return b->label.n ? tr_str(b->label) : str_of(tr(b->action->label));
}

static bool same_act(const struct bind *x, const struct bind *y)
{
	return x->action == y->action && str_eq(x->screen, y->screen);
}

/* The first of those that do the same, and stand in the bar where that is asked. */
static bool first_of(const struct keymap *m, size_t at, bool in_bar)
{
	for (size_t i = 0; i < at; i++)
		if (same_act(&m->bind[i], &m->bind[at]) && (m->bind[i].bar || !in_bar))
			return false;
	return true;
}

/* "v记一笔", but "v Visit". */
static int gap_of(str label)
{
	return label.n && (unsigned char)label.p[0] < 0x80;
}

static int cols_of(str key, str label)
{
	return utf8_cols(key) + gap_of(label) + utf8_cols(label);
}

static int put(struct grid *g, int row, int col, str key, str label)
{
	col += grid_put(g, row, col, g->cols - col, key, INK_KEY) + gap_of(label);
	return col + grid_put(g, row, col, g->cols - col, label, INK_DIM) + GAP;
}

/* The key of the menu: a letter where the screen leaves it one. */
static str menu_key(struct arena *a, const struct keymap *m)
{
	const struct bind *found = NULL;

	for (size_t i = 0; i < m->n; i++)
		if (m->bind[i].action->run == menu_open && (!found || found->key >= KEYS_NAMED))
			found = &m->bind[i];
	return found ? arena_printf(a, "%.*s..", STR_FMT(key_text(a, found->key))) : S("");
}

/* What the bar shows has one key in it, as far as there is room; the rest is behind "..". */
static bool *shown_in(struct ui *ui, struct arena *a, const struct keymap *m, int cols)
{
	bool *shown = ARENA_ARRAY(a, bool, m->n + 1);
	int used = utf8_cols(menu_key(a, m));

	for (size_t i = 0; i < m->n; i++) {
		const struct bind *b = &m->bind[i];
		int need = cols_of(key_text(a, b->key), label_of(b)) + GAP;

		if (!b->bar || !first_of(m, i, true) || !ui_offers(ui, b))
			continue;
		if (used + need > cols)
			break;
		shown[i] = true;
		used += need;
	}
	return shown;
}

/* What has no bindings, or none while it is typed in, says itself what it listens to. */
static bool draw_hints(struct view *v, struct grid *g, int row)
{
	size_t n = 0;
	const struct hint *h = v->kind->hints ? v->kind->hints(v, g->a, &n) : NULL;
	int col = 0;

	for (size_t i = 0; i < n && col + cols_of(h[i].key, h[i].label) <= g->cols; i++)
		col = put(g, row, col, h[i].key, h[i].label);
	return n > 0;
}

void bar_draw(struct view *v, struct grid *g, int row)
{
	const struct keymap *m = v->keys;
	const bool *shown;
	int col = 0;

	if (draw_hints(v, g, row) || !m)
		return;
	shown = shown_in(v->ui, g->a, m, g->cols);
	for (size_t i = 0; i < m->n; i++)
		if (shown[i])
			col = put(g, row, col, key_text(g->a, m->bind[i].key), label_of(&m->bind[i]));
	grid_put(g, row, col, g->cols - col, menu_key(g->a, m), INK_KEY);
}

/* ---- the menu ------------------------------------------------------------------------------- */

static void menu_chosen(struct view *v, const struct option *o, size_t n)
{
	const struct bind *b = &v->keys->bind[o->id - 1];

	(void)n;
	ui_pop(v->ui); /* what the act opens stands on the screen, not on its menu */
	ui_act(v, b);
}

/* The key that the bar shows for the same, or else this one. */
static size_t known_by(const struct keymap *m, const bool *shown, size_t at)
{
	for (size_t i = at; i < m->n; i++)
		if (shown[i] && same_act(&m->bind[i], &m->bind[at]))
			return i;
	return at;
}

/* What the bar has no room for, then what it shows: each with the key that does it without a menu. */
void menu_open(struct view *v, const struct bind *from)
{
	struct arena *a = &v->ui->event;
	const struct keymap *m = v->keys;
	const bool *shown = shown_in(v->ui, a, m, v->ui->cols);
	struct option *o = ARENA_ARRAY(a, struct option, m->n + 1);
	size_t n = 0;

	for (int in_bar = 0; in_bar < 2; in_bar++)
		for (size_t i = 0; i < m->n; i++) {
			size_t at = known_by(m, shown, i);
			const struct bind *b = &m->bind[at];
			str key = key_text(a, b->key), label = label_of(b);
			int pad = MENU_LABEL - utf8_cols(label);

			if (shown[at] != in_bar || b->action->moves || b->action == from->action ||
				!first_of(m, i, false) || !ui_offers(v->ui, b))
				continue;
			o[n++] = (struct option){ .id = at + 1, .key = key, .text = arena_printf(a, "%.*s%*s %.*s",
				STR_FMT(label), pad > 0 ? pad : 0, "", STR_FMT(key)) };
		}
	choose_open(v, str_of(tr("还能做什么")), o, n, false, menu_chosen);
}
