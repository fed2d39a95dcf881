/* grid.c - cells. */
#include "ui/term/grid.h"

#include "base/buf.h"
#include "base/utf8.h"

struct grid *grid_new(struct arena *a, int rows, int cols)
{
	struct grid *g = ARENA_NEW(a, struct grid);

	g->a = a;
	g->rows = rows;
	g->cols = cols;
	g->cell = ARENA_ARRAY(a, struct cell, (size_t)rows * (size_t)cols);
	grid_clear(g);
	return g;
}

static struct cell *at(const struct grid *g, int row, int col)
{
	return &g->cell[row * g->cols + col];
}

static const struct cell blank = { .cols = 1 };

void grid_clear(struct grid *g)
{
	for (int i = 0; i < g->rows * g->cols; i++)
		g->cell[i] = blank;
	g->at_row = g->at_col = 0;
}

/* Before a cell is overwritten: the other half of a wide character there becomes a blank. */
static void cut_halves(struct grid *g, int row, int col, int cols)
{
	if (at(g, row, col)->cols == 0 && col > 0)
		*at(g, row, col - 1) = blank;
	if (col + cols < g->cols && at(g, row, col + cols)->cols == 0)
		*at(g, row, col + cols) = blank;
}

int grid_put(struct grid *g, int row, int col, int max, str s, enum ink ink)
{
	int used = 0;

	if (row < 0 || row >= g->rows || col < 0 || col >= g->cols)
		return 0;
	if (max > g->cols - col)
		max = g->cols - col;
	s = safe_text(g->a, s, true);
	while (s.n) {
		int cols;
		uint32_t n = utf8_cluster(s, &cols);
		struct cell *c;

		if (s.p[0] == '\n')
			cols = 1;
		if (cols == 0) { /* a mark without a base has no cell of its own */
			s = (str){ s.p + n, s.n - n };
			continue;
		}
		if (used + cols > max)
			break;
		cut_halves(g, row, col + used, cols);
		c = at(g, row, col + used);
		*c = (struct cell){ .cols = (uint8_t)cols, .ink = (uint8_t)ink };
		if (s.p[0] != '\n') {
			c->n = (uint8_t)(n < CELL_BYTES ? n : 0);
			memcpy(c->b, s.p, c->n);
		}
		for (int i = 1; i < cols; i++)
			*at(g, row, col + used + i) = (struct cell){ .ink = (uint8_t)ink };
		used += cols;
		s = (str){ s.p + n, s.n - n };
	}
	return used;
}

int grid_putf(struct grid *g, int row, int col, int max, enum ink ink, const char *fmt, ...)
{
	va_list ap;
	str s;

	va_start(ap, fmt);
	s = arena_vprintf(g->a, fmt, ap);
	va_end(ap);
	return grid_put(g, row, col, max, s, ink);
}

int grid_fit(struct grid *g, int row, int col, int max, str s, enum ink ink)
{
	if (max > g->cols - col)
		max = g->cols - col;
	return max <= 0 ? 0 : grid_put(g, row, col, max, utf8_fit(g->a, s, max), ink);
}

void grid_blank(struct grid *g, int row, int col, int cols, enum ink ink)
{
	for (int i = 0; i < cols; i++)
		grid_put(g, row, col + i, 1, S(" "), ink);
}

void grid_cursor(struct grid *g, int row, int col)
{
	g->at_row = row < 0 ? 0 : row >= g->rows ? g->rows - 1 : row;
	g->at_col = col < 0 ? 0 : col >= g->cols ? g->cols - 1 : col;
}

str grid_line(struct arena *a, const struct grid *g, int row)
{
	struct buf b = { .a = a };
	size_t end = 0;

	for (int i = 0; i < g->cols; i++) {
		const struct cell *c = at(g, row, i);

		if (c->cols == 0)
			continue;
		if (c->n)
			buf_put(&b, c->b, c->n);
		else
			for (int k = 0; k < c->cols; k++)
				buf_char(&b, ' ');
		if (c->n && !(c->n == 1 && c->b[0] == ' '))
			end = b.n;
	}
	return (str){ b.p, (uint32_t)end };
}

size_t wrap_lines(struct arena *a, str s, int cols, uint32_t **starts)
{
	uint32_t *out = ARENA_ARRAY(a, uint32_t, s.n + 2);
	size_t n = 0;
	int used = 0;

	if (cols < 2)
		cols = 2;
	out[n++] = 0;
	for (uint32_t i = 0; i < s.n;) {
		int w;
		uint32_t len = utf8_cluster((str){ s.p + i, s.n - i }, &w);

		if (s.p[i] == '\n') {
			i += len;
			out[n++] = i;
			used = 0;
			continue;
		}
		if (used + w > cols) {
			out[n++] = i;
			used = 0;
		}
		used += w;
		i += len;
	}
	out[n] = s.n;
	*starts = out;
	return n;
}
