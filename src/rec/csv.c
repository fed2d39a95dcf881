/* csv.c - the reader and the writer of csv.h, and the only user of iconv. */
#include "rec/csv.h"

#include "base/str.h"
#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>

const str csv_bom = { "\xEF\xBB\xBF", 3 };

/* ---- bytes to text -------------------------------------------------------------------------- */

static const struct {
	const char *mark; /* the bytes a file starts with */
	uint32_t n;
	const char *charset; /* NULL: this is no text, and why says what it is */
	const char *why;
} marks[] = {
	{ "\xEF\xBB\xBF", 3, "UTF-8", NULL },
	{ "\xFF\xFE", 2, "UTF-16LE", NULL },
	{ "\xFE\xFF", 2, "UTF-16BE", NULL },
	{ "\xD0\xCF\x11\xE0", 4, NULL, "这是旧版的工作簿（xls），或者加了密码；请在表格软件里去掉密码，另存为 xlsx 再导入" },
};

static enum rc convert(struct arena *a, str in, const char *charset, str *out, struct err *e)
{
	iconv_t cd = iconv_open("UTF-8", charset);
	size_t left = in.n, room = (size_t)in.n * 3 + 4, n;
	char *from = (char *)(uintptr_t)in.p, *p = arena_new(a, room), *to = p;

	if (cd == (iconv_t)-1)
		return fail(e, RC_IO, "这台机器不会读 %s 编码的文件，请把文件另存为 UTF-8 再导入",
			charset);
	n = iconv(cd, &from, &left, &to, &room);
	iconv_close(cd);
	if (n == (size_t)-1)
		return fail(e, RC_INVALID, "文件的第 %zu 个字节不是 %s 文字，请把文件另存为 UTF-8 再导入",
			in.n - left + 1, charset);
	*out = (str){ p, (uint32_t)(to - p) };
	return RC_OK;
}

enum rc csv_encode(struct arena *a, str text, const char *charset, str *bytes, struct err *e)
{
	iconv_t cd = iconv_open(charset, "UTF-8");
	size_t left = text.n, room = (size_t)text.n * 2 + 4, n;
	char *from = (char *)(uintptr_t)text.p, *p = arena_new(a, room), *to = p;

	if (cd == (iconv_t)-1)
		return fail(e, RC_INVALID, "这台机器不会写 %s 编码，可以写 utf-8 或 gb18030", charset);
	n = iconv(cd, &from, &left, &to, &room);
	iconv_close(cd);
	if (n == (size_t)-1)
		return fail(e, RC_INVALID, "第 %zu 个字节起的字 %s 编码里没有，请改用 utf-8", text.n - left + 1, charset);
	*bytes = (str){ p, (uint32_t)(to - p) };
	return RC_OK;
}

enum rc csv_decode(struct arena *a, str bytes, str *text, const char **charset, struct err *e)
{
	*charset = NULL;
	for (size_t i = 0; i < COUNT(marks) && !*charset; i++) {
		if (!str_starts(bytes, (str){ marks[i].mark, marks[i].n }))
			continue;
		if (!marks[i].charset)
			return fail(e, RC_INVALID, "%s", marks[i].why);
		*charset = marks[i].charset;
		bytes = str_from(bytes, marks[i].n);
	}
	if (!*charset)
		*charset = utf8_bad(bytes) < 0 ? "UTF-8" : "GB18030";
	*text = bytes;
	if (strcmp(*charset, "UTF-8") != 0)
		TRY(convert(a, bytes, *charset, text, e));
	else if (utf8_bad(bytes) >= 0)
		return fail(e, RC_INVALID, "文件自称 UTF-8，但第 %d 个字节不是，请重新导出一次",
			utf8_bad(bytes) + 1);
	if (text->n && memchr(text->p, 0, text->n))
		return fail(e, RC_INVALID, "文件里有零字节，不是文本，请导出为 CSV 再导入");
	return RC_OK;
}

/* ---- reading -------------------------------------------------------------------------------- */

void csv_open(struct csv *c, str text)
{
	static const char seps[] = ",;\t";
	uint32_t most = 0;
	bool quoted = false, any = false;
	uint32_t count[sizeof seps] = { 0 };

	for (uint32_t i = 0; i < text.n && (quoted || text.p[i] != '\n' || !any); i++) {
		const char *at = memchr(seps, text.p[i], sizeof seps - 1);

		quoted ^= text.p[i] == '"';
		any |= at && !quoted;
		if (at && !quoted)
			count[at - seps]++;
	}
	for (uint32_t i = 1; i < sizeof seps - 1; i++)
		if (count[i] > count[most])
			most = i;
	*c = (struct csv){ .text = text, .sep = seps[most], .line = 1 };
}

static bool at_end(const struct csv *c)
{
	return c->at >= c->text.n;
}

static bool at_line_end(const struct csv *c)
{
	return at_end(c) || c->text.p[c->at] == '\n' || c->text.p[c->at] == '\r';
}

static void eat_line_end(struct csv *c)
{
	if (at_end(c))
		return;
	if (c->text.p[c->at] == '\r' && c->at + 1 < c->text.n && c->text.p[c->at + 1] == '\n')
		c->at++;
	c->begin = ++c->at;
	c->line++;
}

static uint32_t column(const struct csv *c, uint32_t at)
{
	return utf8_count(str_sub(c->text, c->begin, at - c->begin)) + 1;
}

/* From behind an opening quote to behind the closing one. */
static enum rc quoted(struct csv *c, struct arena *a, struct cell *cell, struct err *e)
{
	uint32_t from = c->at, doubled = 0, n = 0;
	char *p;

	for (;; c->at++) {
		if (at_end(c))
			return fail(e, RC_INVALID, "第 %u 行第 %u 个字符的引号一直没有配对，请检查这一行",
				cell->line, cell->col);
		if (c->text.p[c->at] == '"') {
			if (c->at + 1 >= c->text.n || c->text.p[c->at + 1] != '"')
				break;
			doubled++;
			c->at++;
		} else if (c->text.p[c->at] == '\n') {
			c->line++;
			c->begin = c->at + 1;
		}
	}
	cell->text = str_sub(c->text, from, c->at - from);
	c->at++;
	if (!at_line_end(c) && c->text.p[c->at] != c->sep)
		return fail(e, RC_INVALID, "第 %u 行第 %u 个字符：引号后面还有文字，请检查这一格",
			c->line, column(c, c->at));
	if (!doubled)
		return RC_OK;
	p = arena_new(a, cell->text.n);
	for (uint32_t i = 0; i < cell->text.n; i++) {
		p[n++] = cell->text.p[i];
		i += cell->text.p[i] == '"';
	}
	cell->text = (str){ p, n };
	return RC_OK;
}

/* Would a spreadsheet run it as a formula?  A guarded one counts too, else it would lose its mark. */
static bool formula(str s)
{
	while (s.n && s.p[0] == '\'')
		s = str_from(s, 1);
	return s.n && memchr("=+-@\t\r", s.p[0], 6);
}

/* What was meant by a cell that was dressed up for a spreadsheet. */
static str undress(str s)
{
	while (s.n && s.p[0] == '\t')
		s = str_from(s, 1);
	if (s.n >= 3 && str_starts(s, S("=\"")) && s.p[s.n - 1] == '"')
		return str_sub(s, 2, s.n - 3);
	if (s.n && s.p[0] == '\'' && formula(s))
		return str_from(s, 1);
	return s;
}

enum { CELLS_MOST = 2000, CELL_MOST = 1 << 17 }; /* of one record; bytes of one cell: four times what a spreadsheet has */

static enum rc out_of_measure(const struct csv *c, const char *what, struct err *e)
{
	return fail(e, RC_INVALID, "第 %u 行%s，不像名册，没有读；请检查分隔符和换行", c->line, what);
}

static enum rc read_cell(struct csv *c, struct arena *a, struct cell *cell, struct err *e)
{
	uint32_t from = c->at;

	*cell = (struct cell){ .line = c->line, .col = column(c, c->at) };
	if (str_starts(str_from(c->text, c->at), S("=\""))) {
		c->at += 2;
		return quoted(c, a, cell, e);
	}
	if (!at_end(c) && c->text.p[c->at] == '"') {
		c->at++;
		TRY(quoted(c, a, cell, e));
	} else {
		while (!at_line_end(c) && c->text.p[c->at] != c->sep)
			c->at++;
		cell->text = str_sub(c->text, from, c->at - from);
	}
	if (cell->text.n > CELL_MOST)
		return out_of_measure(c, "有一格太长", e);
	cell->text = undress(cell->text);
	return RC_OK;
}

enum rc csv_next(struct csv *c, struct arena *a, struct csv_row *row, struct err *e)
{
	size_t room = 16;

	while (!at_end(c) && at_line_end(c))
		eat_line_end(c);
	if (at_end(c))
		return RC_NOT_FOUND;
	*row = (struct csv_row){ .cell = ARENA_ARRAY(a, struct cell, room), .line = c->line };
	for (;;) {
		if (row->n == CELLS_MOST)
			return out_of_measure(c, "的栏太多", e);
		if (row->n == room) {
			struct cell *more = ARENA_ARRAY(a, struct cell, room * 2);

			memcpy(more, row->cell, room * sizeof *more);
			row->cell = more;
			room *= 2;
		}
		TRY(read_cell(c, a, &row->cell[row->n++], e));
		if (at_line_end(c))
			break;
		c->at++;
	}
	eat_line_end(c);
	return RC_OK;
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool needs_quotes(str s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if (memchr(",;\t\"\r\n", s.p[i], 6))
			return true;
	return s.n && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
}

static void put_doubled(struct buf *b, str s)
{
	for (uint32_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_char(b, '"');
		buf_char(b, s.p[i]);
	}
}

void csv_put(struct buf *b, bool first, str cell, int flags)
{
	bool digits = str_digits(cell), keep = (flags & CSV_KEEP) && digits;
	bool quotes = !keep && needs_quotes(cell);

	if (!first)
		buf_char(b, ',');
	if (keep)
		buf_char(b, '=');
	if (keep || quotes)
		buf_char(b, '"');
	if (digits && flags & CSV_TAB)
		buf_char(b, '\t');
	if (formula(cell) && !(flags & CSV_AMOUNT)) /* the reader takes the mark off again */
		buf_char(b, '\'');
	put_doubled(b, cell);
	if (keep || quotes)
		buf_char(b, '"');
}

void csv_end(struct buf *b)
{
	buf_str(b, S("\r\n"));
}
