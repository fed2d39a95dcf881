/* edit.c - typing, moving and deleting by clusters; notes wrap at the width they are shown in. */
#include "ui/term/edit.h"

#include "base/str.h"
#include "base/utf8.h"
#include "ui/term/key.h"

enum { CTRL_A = 1, CTRL_B = 2, CTRL_D = 4, CTRL_E = 5, CTRL_H = 8, CTRL_K = 11, CTRL_U = 21,
	CTRL_W = 23 };

void edit_init(struct edit *e, struct arena *a, str text, bool lines, uint32_t max)
{
	*e = (struct edit){ .a = a, .lines = lines, .max = max, .goal = -1 };
	edit_set(e, text);
}

static void reserve(struct edit *e, uint32_t n)
{
	char *more;

	if (n <= e->cap)
		return;
	e->cap = n * 2 + 64;
	more = arena_new(e->a, e->cap);
	if (e->n)
		memcpy(more, e->p, e->n);
	e->p = more;
}

void edit_set(struct edit *e, str text)
{
	reserve(e, text.n + 1);
	if (text.n)
		memmove(e->p, text.p, text.n);
	e->n = e->at = text.n;
	e->left = 0;
	e->goal = -1;
}

static void remove_bytes(struct edit *e, uint32_t from, uint32_t to)
{
	memmove(e->p + from, e->p + to, e->n - to);
	e->n -= to - from;
	e->at = from;
}

static void insert_bytes(struct edit *e, const char *p, uint32_t n)
{
	reserve(e, e->n + n + 1);
	memmove(e->p + e->at + n, e->p + e->at, e->n - e->at);
	memcpy(e->p + e->at, p, n);
	e->n += n;
	e->at += n;
}

bool edit_insert(struct edit *e, str text)
{
	uint32_t used = e->max ? utf8_count(edit_text(e)) : 0;

	e->goal = -1;
	for (uint32_t i = 0; i < text.n;) {
		uint32_t from = i, c = utf8_next(text, &i);
		char one[4];

		if (c == '\r') {
			if (i < text.n && text.p[i] == '\n')
				continue;
			c = '\n';
		}
		if (c == '\t' || c == 0x3000 || (c == '\n' && !e->lines))
			c = ' ';
		if (c == 0xFFFD && text.p[from] != '\xEF')
			continue; /* not UTF-8 */
		if (c != '\n' && utf8_forbidden(c))
			continue;
		if (e->max && used++ >= e->max)
			return false;
		insert_bytes(e, one, utf8_put(one, c));
	}
	return true;
}

static uint32_t before(const struct edit *e, uint32_t at)
{
	return at - utf8_cluster_back((str){ e->p, at });
}

static uint32_t behind(const struct edit *e, uint32_t at)
{
	return at + utf8_cluster((str){ e->p + at, e->n - at }, NULL);
}

static uint32_t word_before(const struct edit *e)
{
	uint32_t at = e->at;

	while (at && e->p[at - 1] == ' ')
		at--;
	while (at && e->p[at - 1] != ' ' && e->p[at - 1] != '\n')
		at = before(e, at);
	return at;
}

/* Which wrapped line a byte stands on. */
static size_t line_of(const uint32_t *starts, size_t n, uint32_t at)
{
	size_t line = 0;

	while (line + 1 < n && starts[line + 1] <= at)
		line++;
	return line;
}

static int column_of(const struct edit *e, uint32_t start, uint32_t at)
{
	return utf8_cols((str){ e->p + start, at - start });
}

static bool move_line(struct edit *e, int by, int width)
{
	struct arena a = { 0 };
	uint32_t *starts;
	size_t n = wrap_lines(&a, edit_text(e), width, &starts), line = line_of(starts, n, e->at);
	bool moved = e->lines && (by < 0 ? line > 0 : line + 1 < n);

	if (moved) {
		str text;
		int goal = e->goal >= 0 ? e->goal : column_of(e, starts[line], e->at), used;

		line = by < 0 ? line - 1 : line + 1;
		text = (str){ e->p + starts[line], starts[line + 1] - starts[line] };
		if (text.n && text.p[text.n - 1] == '\n')
			text.n--;
		else if (line + 1 < n && text.n) /* a wrapped line's end belongs to the next */
			text.n -= utf8_cluster_back(text);
		e->at = starts[line] + utf8_clip(text, goal, &used).n;
		e->goal = goal;
	}
	arena_free(&a);
	return moved;
}

static uint32_t line_start(const struct edit *e)
{
	uint32_t at = e->at;

	while (at && e->p[at - 1] != '\n')
		at--;
	return at;
}

static uint32_t line_end(const struct edit *e)
{
	uint32_t at = e->at;

	while (at < e->n && e->p[at] != '\n')
		at++;
	return at;
}

bool edit_key(struct edit *e, uint32_t key, int width)
{
	char one[4];

	if (key == K_UP || key == K_DOWN)
		return move_line(e, key == K_UP ? -1 : 1, width);
	e->goal = -1;
	switch (key) {
	case K_LEFT:
	case CTRL_B:
		e->at = before(e, e->at);
		return true;
	case K_RIGHT:
		e->at = behind(e, e->at);
		return true;
	case K_HOME:
	case CTRL_A:
		e->at = line_start(e);
		return true;
	case K_END:
	case CTRL_E:
		e->at = line_end(e);
		return true;
	case K_BS:
	case CTRL_H:
		remove_bytes(e, before(e, e->at), e->at);
		return true;
	case K_DEL:
	case CTRL_D:
		remove_bytes(e, e->at, behind(e, e->at));
		return true;
	case CTRL_U:
		remove_bytes(e, line_start(e), e->at);
		return true;
	case CTRL_K:
		remove_bytes(e, e->at, line_end(e));
		return true;
	case CTRL_W:
		remove_bytes(e, word_before(e), e->at);
		return true;
	default:
		if (!key_is_text(key))
			return false;
		edit_insert(e, (str){ one, utf8_put(one, key) });
		return true;
	}
}

/* The window of a one-line text follows the cursor by whole clusters. */
static void scroll(struct edit *e, int cols)
{
	if (e->left > e->at)
		e->left = e->at;
	while (e->left < e->at && column_of(e, e->left, e->at) > cols - 1)
		e->left = behind(e, e->left);
	if (e->left > e->n)
		e->left = 0;
}

static void draw_line(struct edit *e, struct grid *g, struct box b, enum ink ink, bool focused)
{
	str text;

	if (focused)
		scroll(e, b.cols);
	else
		e->left = 0;
	text = str_from(edit_text(e), e->left);
	grid_fit(g, b.row, b.col, b.cols, focused ? utf8_clip(text, b.cols, &(int){ 0 }) : text, ink);
	if (e->left && focused)
		grid_put(g, b.row, b.col - 1, 1, S("<"), INK_DIM);
	if (focused)
		grid_cursor(g, b.row, b.col + column_of(e, e->left, e->at));
}

void edit_draw(struct edit *e, struct grid *g, struct box b, enum ink ink, bool focused)
{
	uint32_t *starts;
	size_t n, line, top = 0;

	if (!e->lines) {
		draw_line(e, g, b, ink, focused);
		return;
	}
	n = wrap_lines(g->a, edit_text(e), b.cols, &starts);
	line = line_of(starts, n, e->at);
	if (focused && line >= (size_t)b.rows)
		top = line - (size_t)b.rows + 1;
	for (int i = 0; i < b.rows && top + (size_t)i < n; i++) {
		size_t k = top + (size_t)i;
		str text = { e->p + starts[k], starts[k + 1] - starts[k] };

		if (text.n && text.p[text.n - 1] == '\n')
			text.n--;
		grid_put(g, b.row + i, b.col, b.cols, text, ink);
	}
	if (focused)
		grid_cursor(g, b.row + (int)(line - top), b.col + column_of(e, starts[line], e->at));
}

int edit_rows(const struct edit *e, struct arena *a, int width)
{
	uint32_t *starts;

	return e->lines ? (int)wrap_lines(a, edit_text(e), width, &starts) : 1;
}
