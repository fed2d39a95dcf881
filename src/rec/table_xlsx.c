/* table_xlsx.c - a table as a workbook: the only user of libxlsxwriter, which is loaded when the first is written. */
#include "rec/table.h"

#include "base/lib.h"
#include "base/str.h"
#include "base/utf8.h"

#include <xlsxwriter.h>

#define FUNCTIONS(F) \
	F(workbook_new_opt) F(workbook_close) F(workbook_add_worksheet) F(workbook_add_format) \
	F(workbook_set_properties) F(worksheet_write_string) F(worksheet_write_number) F(worksheet_merge_range) \
	F(worksheet_set_column) F(worksheet_set_row) F(worksheet_freeze_panes) F(worksheet_set_landscape) \
	F(worksheet_set_paper) F(worksheet_fit_to_pages) F(worksheet_repeat_rows) F(worksheet_set_footer) \
	F(worksheet_set_margins) F(worksheet_center_horizontally) F(format_set_bold) F(format_set_font_name) \
	F(format_set_font_size) F(format_set_align) F(format_set_border) F(format_set_num_format) \
	F(format_set_text_wrap) F(lxw_strerror)

static struct { FUNCTIONS(LIB_MEMBER) } x;
#define LIB x
static const struct lib_function functions[] = { FUNCTIONS(LIB_NAME) };
static struct lib lib = { XLSXWRITER_SO, "libxlsxwriter4", functions, COUNT(functions), false };

enum { A4 = 9, WIDTH_LEAST = 6, WIDTH_MOST = 40, PORTRAIT_WIDTH = 90, TEXT_MOST = 32767, FOOTER_MOST = 250 };

struct sheet {
	struct arena *a;
	const struct table *t;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *title, *head, *under, *cell[CELL_KINDS];
	lxw_error bad; /* the first that went wrong */
};

static void saw(struct sheet *s, lxw_error e)
{
	if (!s->bad)
		s->bad = e;
}

static lxw_format *format(struct sheet *s, const char *shown, double size)
{
	lxw_format *f = x.workbook_add_format(s->book);

	x.format_set_font_name(f, "宋体");
	x.format_set_font_size(f, size);
	x.format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
	if (shown)
		x.format_set_num_format(f, shown);
	return f;
}

static void formats(struct sheet *s)
{
	static const char *const shown[CELL_KINDS] = { [CELL_TEXT] = "@", [CELL_NUMBER] = "0", [CELL_MONEY] = "0.00",
		[CELL_DAY] = "yyyy-mm-dd", [CELL_MOMENT] = "yyyy-mm-dd hh:mm", [CELL_SHARE] = "0.0%" };

	s->title = format(s, NULL, 16);
	x.format_set_bold(s->title);
	x.format_set_align(s->title, LXW_ALIGN_CENTER);
	s->under = format(s, NULL, 10);
	s->head = format(s, "@", 11);
	x.format_set_bold(s->head);
	x.format_set_align(s->head, LXW_ALIGN_CENTER);
	x.format_set_border(s->head, LXW_BORDER_THIN);
	x.format_set_text_wrap(s->head);
	for (int k = 0; k < CELL_KINDS; k++) {
		s->cell[k] = format(s, shown[k], 11);
		x.format_set_border(s->cell[k], LXW_BORDER_THIN);
	}
	x.format_set_text_wrap(s->cell[CELL_TEXT]);
}

/* A cell holds so many characters and no more. */
static const char *cell_text(struct sheet *s, str text)
{
	uint32_t at = 0;

	for (uint32_t n = 0; at < text.n && n < TEXT_MOST; n++)
		utf8_next(text, &at);
	return arena_z(s->a, str_sub(text, 0, at));
}

static void put(struct sheet *s, lxw_row_t row, size_t col, str text, lxw_format *f)
{
	saw(s, x.worksheet_write_string(s->sheet, row, (lxw_col_t)col, cell_text(s, text), f));
}

/* Over all columns; one alone cannot be merged. */
static void across(struct sheet *s, lxw_row_t row, str text, lxw_format *f)
{
	if (s->t->ncols > 1)
		saw(s, x.worksheet_merge_range(s->sheet, row, 0, row, (lxw_col_t)(s->t->ncols - 1),
			cell_text(s, text), f));
	else
		put(s, row, 0, text, f);
}

/* Widest line of its texts, in columns of a terminal: a Chinese character is two of them on paper as well. */
static int width_of(const struct table *t, size_t col)
{
	int most = WIDTH_LEAST;

	for (size_t i = 0; i <= t->nrows; i++) {
		str rest = i ? t->cell[(i - 1) * t->ncols + col].s : t->head[col], line;

		while (str_cut(&rest, '\n', &line))
			if (utf8_cols(line) > most)
				most = utf8_cols(line);
	}
	return most < WIDTH_MOST ? most + 2 : WIDTH_MOST;
}

/* & begins a command in what is printed below a page. */
static const char *page_footer(struct sheet *s)
{
	struct buf b = { .a = s->a };
	int used;
	str mark = utf8_clip(s->t->mark, FOOTER_MOST / 3, &used);

	buf_str(&b, S("&L"));
	for (uint32_t i = 0; i < mark.n; i++) {
		if (mark.p[i] == '&')
			buf_char(&b, '&');
		buf_char(&b, mark.p[i]);
	}
	buf_str(&b, S("&R&P / &N"));
	return arena_z(s->a, buf_view(&b));
}

static void set_up(struct sheet *s, lxw_row_t head)
{
	int all = 0;

	for (size_t c = 0; c < s->t->ncols; c++) {
		int width = width_of(s->t, c);

		all += width;
		saw(s, x.worksheet_set_column(s->sheet, (lxw_col_t)c, (lxw_col_t)c, width, NULL));
	}
	x.worksheet_set_paper(s->sheet, A4);
	if (all > PORTRAIT_WIDTH)
		x.worksheet_set_landscape(s->sheet);
	x.worksheet_fit_to_pages(s->sheet, 1, 0);
	x.worksheet_set_margins(s->sheet, 0.5, 0.5, 0.6, 0.7);
	x.worksheet_center_horizontally(s->sheet);
	saw(s, x.worksheet_repeat_rows(s->sheet, head, head));
	saw(s, x.worksheet_set_footer(s->sheet, page_footer(s)));
	x.worksheet_freeze_panes(s->sheet, head + 1, 0);
}

static void put_row(struct sheet *s, lxw_row_t row, const struct tcell *cell)
{
	for (size_t c = 0; c < s->t->ncols; c++) {
		lxw_format *f = s->cell[cell[c].kind];

		if (!cell[c].s.n || cell[c].kind == CELL_TEXT)
			put(s, row, c, cell[c].s, f);
		else
			saw(s, x.worksheet_write_number(s->sheet, row, (lxw_col_t)c, cell[c].n, f));
	}
}

static void fill(struct sheet *s)
{
	lxw_row_t row = 0;

	set_up(s, s->t->under.n ? 2 : 1);
	saw(s, x.worksheet_set_row(s->sheet, row, 28, NULL));
	across(s, row++, s->t->title, s->title);
	if (s->t->under.n)
		across(s, row++, s->t->under, s->under);
	for (size_t c = 0; c < s->t->ncols; c++)
		put(s, row, c, s->t->head[c], s->head);
	for (size_t i = 0; i < s->t->nrows; i++)
		put_row(s, ++row, s->t->cell + i * s->t->ncols);
	across(s, row + 1, s->t->footer, s->under);
}

enum rc table_xlsx(struct arena *a, const struct table *t, const char *path, const char *scratch, struct err *e)
{
	struct sheet s = { .a = a, .t = t };
	lxw_workbook_options how = { .constant_memory = LXW_TRUE,
		.tmpdir = arena_z(a, str_of(scratch)) };
	lxw_doc_properties about = { .title = arena_z(a, t->title), .author = arena_z(a, t->author),
		.comments = arena_z(a, t->footer) };
	lxw_error closed;

	TRY(lib_load(&lib, e));
	s.book = x.workbook_new_opt(path, &how);
	if (!s.book)
		return fail(e, RC_IO, "写不了工作簿 %s", path);
	saw(&s, x.workbook_set_properties(s.book, &about));
	formats(&s);
	s.sheet = x.workbook_add_worksheet(s.book, NULL);
	if (s.sheet)
		fill(&s);
	else
		saw(&s, LXW_ERROR_MEMORY_MALLOC_FAILED);
	closed = x.workbook_close(s.book);
	if (closed || s.bad)
		return fail(e, RC_IO, "工作簿 %s 没有写成：%s", path, x.lxw_strerror(s.bad ? s.bad : closed));
	return RC_OK;
}
