/* vth_screen.c - what the person sees: cells, lines, the cursor, and where a text stands. */
#include "vth_own.h"

#include <locale.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

static size_t put_utf8(char *out, uint32_t c)
{
	static const unsigned char lead[] = { 0, 0x00, 0xc0, 0xe0, 0xf0 };
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = n; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(lead[n] | c);
	return n;
}

static int colour(const VTermColor *c)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(c) || VTERM_COLOR_IS_DEFAULT_BG(c))
		return VTH_DEFAULT;
	if (VTERM_COLOR_IS_INDEXED(c))
		return c->indexed.idx;
	return VTH_RGB | c->rgb.red << 16 | c->rgb.green << 8 | c->rgb.blue;
}

static VTermScreenCell raw_cell(const struct vth *v, int row, int col)
{
	VTermScreenCell cell = { 0 };

	vterm_screen_get_cell(v->screen, (VTermPos){ .row = row, .col = col }, &cell);
	return cell;
}

struct vth_cell vth_at(const struct vth *v, int row, int col)
{
	VTermScreenCell raw = raw_cell(v, row, col);
	struct vth_cell cell = { .width = raw.width, .fg = colour(&raw.fg), .bg = colour(&raw.bg) };
	size_t n = 0;

	if (raw.chars[0] == (uint32_t)-1) { /* libvterm's mark of a right half */
		raw.chars[0] = 0;
		cell.width = 0;
	}
	for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && raw.chars[i]; i++)
		n += put_utf8(cell.text + n, raw.chars[i]);
	cell.text[n] = '\0';
	cell.attrs = (raw.attrs.bold ? VTH_BOLD : 0u) | (raw.attrs.underline ? VTH_UNDERLINE : 0u) |
		     (raw.attrs.italic ? VTH_ITALIC : 0u) | (raw.attrs.blink ? VTH_BLINK : 0u) |
		     (raw.attrs.reverse ? VTH_REVERSE : 0u);
	return cell;
}

struct vth_cursor vth_cursor(const struct vth *v)
{
	VTermPos at;

	vterm_state_get_cursorpos(v->state, &at);
	return (struct vth_cursor){ .row = at.row, .col = at.col, .visible = v->cursor_visible };
}

/* Like vth_line(); starts, when given, gets for every byte the column its character stands in. */
static void read_line(const struct vth *v, int row, char line[VTH_LINE_TEXT], int *starts)
{
	size_t n = 0, end = 0;

	for (int col = 0; col < v->cols && n + VTH_CELL_TEXT < VTH_LINE_TEXT; col++) {
		struct vth_cell cell = vth_at(v, row, col);
		const char *text = cell.text[0] ? cell.text : " ";

		if (cell.width == 0)
			continue;
		for (const char *c = text; *c; c++) {
			if (starts)
				starts[n] = col;
			line[n++] = *c;
		}
		if (strcmp(text, " ") != 0)
			end = n;
	}
	line[end] = '\0';
}

char *vth_line(const struct vth *v, int row, char line[VTH_LINE_TEXT])
{
	read_line(v, row, line, NULL);
	return line;
}

bool vth_find(const struct vth *v, const char *text, int *row, int *col)
{
	char line[VTH_LINE_TEXT];
	int starts[VTH_LINE_TEXT];

	for (int r = 0; r < v->rows; r++) {
		const char *hit;

		read_line(v, r, line, starts);
		hit = strstr(line, text);
		if (!hit)
			continue;
		if (row)
			*row = r;
		if (col)
			*col = *text ? starts[hit - line] : 0;
		return true;
	}
	return false;
}

/* The width of a character the same on every machine that runs the tests. */
static int columns(uint32_t c)
{
	static locale_t utf8;
	locale_t before;
	int n;

	if (!utf8)
		utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	before = uselocale(utf8);
	n = wcwidth((wchar_t)c);
	uselocale(before);
	return n;
}

/* libvterm leaves the other half standing when one half of a wide character is overwritten. */
static bool torn(const struct vth *v, int row, int col)
{
	VTermScreenCell cell = raw_cell(v, row, col);
	uint32_t c = cell.chars[0];

	if (c == (uint32_t)-1)
		return col == 0 || raw_cell(v, row, col - 1).width != 2;
	if (cell.width == 2)
		return col + 1 == v->cols || raw_cell(v, row, col + 1).chars[0] != (uint32_t)-1;
	return c == 0xfffd || (c && c < ' ') || (c && columns(c) == 2);
}

int vth_torn(const struct vth *v)
{
	int n = 0;

	for (int row = 0; row < v->rows; row++)
		for (int col = 0; col < v->cols; col++)
			n += torn(v, row, col);
	return n;
}
