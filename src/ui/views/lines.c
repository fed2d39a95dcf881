/* lines.c - labelled lines that wrap: what cards, history and help are made of. */
#include "ui/views/view.h"

#include "base/utf8.h"

enum { LABEL_LEAST = 10, LABEL_MOST = 18 };

struct line *lines_add(struct lines *l, str label, str text, enum ink ink)
{
	if (l->n % 64 == 0) {
		struct line *more = ARENA_ARRAY(l->a, struct line, l->n + 64);

		if (l->n)
			memcpy(more, l->line, l->n * sizeof *more);
		l->line = more;
	}
	l->line[l->n] = (struct line){ .label = label, .text = text, .ink = ink };
	return &l->line[l->n++];
}

/* The labels stand in one column, as wide as the widest of them needs, if there is room. */
static int label_cols(const struct lines *l, int cols)
{
	int most = cols / 3 < LABEL_MOST ? cols / 3 : LABEL_MOST, widest = LABEL_LEAST;

	for (size_t i = 0; i < l->n; i++) {
		int need = l->line[i].heading ? 0 : utf8_cols(l->line[i].label) + 1;

		if (need > widest && widest < most)
			widest = need < most ? need : most;
	}
	return widest;
}

static void draw_one(const struct line *l, struct grid *g, struct box b, int at, int label, bool sel,
	size_t n, const uint32_t *starts)
{
	for (size_t i = 0; i < n; i++) {
		int row = b.row + at + (int)i;
		str part = str_sub(l->text, starts[i], starts[i + 1] - starts[i]);

		if (at + (int)i < 0 || at + (int)i >= b.rows)
			continue;
		if (part.n && part.p[part.n - 1] == '\n')
			part.n--;
		if (i == 0) {
			grid_put(g, row, b.col, 1, sel ? S(">") : S(" "), INK_SELECTED);
			if (label)
				grid_fit(g, row, b.col + 1, label - 1, l->label, INK_LABEL);
		}
		grid_put(g, row, b.col + 1 + label, b.cols - 1 - label, part,
			l->heading ? INK_GROUP : l->ink);
	}
}

void lines_draw(const struct lines *l, struct grid *g, struct box b, int first, size_t sel, int *rows,
	int *sel_row)
{
	int at = 0, wide = label_cols(l, b.cols);

	for (size_t i = 0; i < l->n; i++) {
		uint32_t *starts;
		int label = l->line[i].heading ? 0 : wide;
		size_t n = wrap_lines(g->a, l->line[i].text, b.cols - 1 - label, &starts);

		if (i == sel && sel_row)
			*sel_row = at;
		if (at + (int)n > first && at < first + b.rows)
			draw_one(&l->line[i], g, b, at - first, label, i == sel, n,
				starts);
		at += (int)n;
	}
	*rows = at;
}

enum ink tone_ink(enum tone t)
{
	static const enum ink roles[] = { [TONE_NONE] = INK_PLAIN, [TONE_RED] = INK_RED,
		[TONE_YELLOW] = INK_YELLOW, [TONE_GREEN] = INK_GREEN, [TONE_DIM] = INK_DIM };

	return roles[t];
}
