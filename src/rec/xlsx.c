/* xlsx.c - a workbook (ECMA-376, SpreadsheetML) as rows of text: what its cells show, as far as a roster needs it.
 *
 * Shared and inline strings with their runs (but not their readings), the last value of a formula, numbers as they
 * were shown, days of 1900 and of 1904, booleans; what cannot be used is marked in its cell with the reason. */
#include "rec/sheet.h"

#include "base/str.h"
#include "rec/archive.h"
#include "rec/numfmt.h"

enum { COLUMNS_MOST = 16384, WIDE_MOST = 500, ROWS_MOST = 1048576, CELLS_MOST = 8000000, SHEETS_MOST = 200, TEXT_MOST = 32767 };

struct part { str id, target; };
struct own_format { int64_t id; struct numfmt f; };

struct book {
	struct arena *a;
	struct archive *zip;
	str dir;                        /* of the workbook: xl/ */
	bool since1904;
	struct { VEC(struct part); } parts; /* of the relations read last */
	struct { VEC(str); } ids;       /* of the sheets, by their relations */
	struct { VEC(str); } shared;
	struct { VEC(struct own_format); } own;
	struct { VEC(struct numfmt); } styles;
	struct sheets *out;
	size_t cells;
	/* What is being read: */
	bool in_formats, in_reading, in_text, in_formula, has_value, in_string;
	struct buf text;
	struct sheet *sheet;
	struct csv_row row;
	uint32_t line, column;          /* of the row and the cell before */
	size_t room;
	str type;
	size_t style;
};

static void on_text(void *ctx, str s)
{
	struct book *b = ctx;

	if (b->in_text && !b->in_reading)
		buf_str(&b->text, s);
}

static str taken(struct book *b)
{
	return arena_str(b->a, buf_view(&b->text));
}

static bool is_true(str s)
{
	return str_is(s, "1") || str_is(s, "true");
}

static enum rc nothing(void *ctx, str name, struct err *e)
{
	(void)ctx;
	(void)name;
	(void)e;
	return RC_OK;
}

/* ---- where what is -------------------------------------------------------------------------- */

static enum rc start_relations(void *ctx, str name, const char *const *attr, struct err *e)
{
	struct book *b = ctx;
	str type = xml_attr(attr, "Type"), id = xml_attr(attr, "Id");
	int slash = -1;

	(void)e;
	if (!str_is(name, "Relationship"))
		return RC_OK;
	for (uint32_t i = 0; i < type.n; i++)
		if (type.p[i] == '/')
			slash = (int)i;
	/* Found by their number, and the few that are one of a kind by that. */
	*vec_add(b->a, &b->parts) = (struct part){ arena_str(b->a, id), arena_str(b->a, xml_attr(attr, "Target")) };
	*vec_add(b->a, &b->parts) = (struct part){ arena_printf(b->a, "/%.*s", STR_FMT(str_from(type, (uint32_t)(slash + 1)))),
		arena_str(b->a, xml_attr(attr, "Target")) };
	return RC_OK;
}

static enum rc read_relations(struct book *b, str path, struct err *e)
{
	b->parts.n = 0;
	return archive_read(b->zip, path, &(struct xml){ start_relations, nothing, NULL, b }, e);
}

/* The path of a related part, from the root or beside the workbook; "" when there is none. */
static str part_of(struct book *b, str id)
{
	for (size_t i = 0; i < b->parts.n; i++) {
		str target = b->parts.p[i].target;

		if (!str_eq(b->parts.p[i].id, id))
			continue;
		return target.n && target.p[0] == '/' ? str_from(target, 1)
			: arena_printf(b->a, "%.*s%.*s", STR_FMT(b->dir), STR_FMT(target));
	}
	return S("");
}

static enum rc start_workbook(void *ctx, str name, const char *const *attr, struct err *e)
{
	struct book *b = ctx;
	str state = xml_attr(attr, "state");

	if (str_is(name, "workbookPr"))
		b->since1904 = is_true(xml_attr(attr, "date1904"));
	if (!str_is(name, "sheet"))
		return RC_OK;
	if (b->out->n >= SHEETS_MOST)
		return fail(e, RC_INVALID, "这个工作簿（xlsx）有 %d 张以上的表，不像名册，没有读", SHEETS_MOST);
	*vec_add(b->a, b->out) = (struct sheet){ .name = arena_str(b->a, xml_attr(attr, "name")),
		.hidden = state.n && !str_is(state, "visible") };
	*vec_add(b->a, &b->ids) = arena_str(b->a, xml_attr(attr, "id"));
	return RC_OK;
}

/* ---- how numbers are shown ------------------------------------------------------------------ */

static enum rc start_styles(void *ctx, str name, const char *const *attr, struct err *e)
{
	struct book *b = ctx;
	int64_t id = 0;

	(void)e;
	str_int(xml_attr(attr, "numFmtId"), &id);
	b->in_formats |= str_is(name, "cellXfs");
	if (str_is(name, "numFmt"))
		*vec_add(b->a, &b->own) = (struct own_format){ id, numfmt_read(xml_attr(attr, "formatCode")) };
	if (b->in_formats && str_is(name, "xf")) {
		struct numfmt *f = vec_add(b->a, &b->styles);

		*f = id >= 0 && id < 1000 ? numfmt_known((int)id) : (struct numfmt){ 0 };
		for (size_t i = 0; i < b->own.n; i++)
			if (b->own.p[i].id == id)
				*f = b->own.p[i].f;
	}
	return RC_OK;
}

static enum rc end_styles(void *ctx, str name, struct err *e)
{
	(void)e;
	if (str_is(name, "cellXfs"))
		((struct book *)ctx)->in_formats = false;
	return RC_OK;
}

/* ---- shared strings -------------------------------------------------------------------------- */

/* A text of several runs is one; how it is read aloud (rPh) is none of it. */
static void start_runs(struct book *b, str name)
{
	if (str_is(name, "rPh"))
		b->in_reading = true;
	b->in_text |= str_is(name, "t");
}

static void end_runs(struct book *b, str name)
{
	if (str_is(name, "rPh"))
		b->in_reading = false;
	if (str_is(name, "t"))
		b->in_text = false;
}

static enum rc start_shared(void *ctx, str name, const char *const *attr, struct err *e)
{
	struct book *b = ctx;

	(void)attr;
	(void)e;
	if (str_is(name, "si"))
		b->text.n = 0;
	start_runs(b, name);
	return RC_OK;
}

static enum rc end_shared(void *ctx, str name, struct err *e)
{
	struct book *b = ctx;

	end_runs(b, name);
	if (!str_is(name, "si"))
		return RC_OK;
	if (b->shared.n >= CELLS_MOST)
		return fail(e, RC_INVALID, "这个工作簿（xlsx）的文字太多，不像名册，没有读；请拆成几个文件");
	*vec_add(b->a, &b->shared) = taken(b);
	return RC_OK;
}

/* ---- a sheet -------------------------------------------------------------------------------- */

/* "BC7" is in column 55; 0: it is no place. */
static uint32_t column_of(str place)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < place.n && place.p[i] >= 'A' && place.p[i] <= 'Z' && n <= COLUMNS_MOST; i++)
		n = n * 26 + (uint32_t)(place.p[i] - 'A' + 1);
	return n;
}

static enum rc start_row(struct book *b, const char *const *attr, struct err *e)
{
	str r = xml_attr(attr, "r");
	int64_t line = (int64_t)b->line + 1;

	if (r.n && (!str_int(r, &line) || line <= b->line || line > ROWS_MOST))
		return fail(e, RC_INVALID, "工作表“%.*s”第%u行之后的行号不对，工作簿坏了；请在表格软件里打开另存一次",
			STR_FMT(b->sheet->name), b->line);
	b->line = (uint32_t)line;
	b->column = 0;
	b->room = 0;
	b->row = (struct csv_row){ .line = b->line, .hidden = is_true(xml_attr(attr, "hidden")) };
	return RC_OK;
}

static enum rc start_cell(struct book *b, const char *const *attr, struct err *e)
{
	str r = xml_attr(attr, "r"), style = xml_attr(attr, "s");
	uint32_t column = r.n ? column_of(r) : b->column + 1;
	int64_t at = 0;

	if (column <= b->column || column > COLUMNS_MOST)
		return fail(e, RC_INVALID, "工作表“%.*s”第%u行的列号不对（%.*s），工作簿坏了，或者不是表格软件写的",
			STR_FMT(b->sheet->name), b->line, STR_FMT(str_sub(r, 0, 20)));
	b->column = column;
	b->type = arena_str(b->a, xml_attr(attr, "t"));
	b->style = style.n && str_int(style, &at) && at >= 0 ? (size_t)at : 0;
	b->text.n = 0;
	b->has_value = b->in_formula = false;
	return RC_OK;
}

static enum rc start_sheet(void *ctx, str name, const char *const *attr, struct err *e)
{
	struct book *b = ctx;

	if (str_is(name, "row"))
		return start_row(b, attr, e);
	if (str_is(name, "c"))
		return start_cell(b, attr, e);
	if (str_is(name, "f"))
		b->in_formula = true;
	if (str_is(name, "is"))
		b->in_string = b->has_value = true;
	if (str_is(name, "v"))
		b->in_text = b->has_value = true;
	if (b->in_string)
		start_runs(b, name);
	return RC_OK;
}

/* _x000D_ is how a mark is written that XML cannot hold. */
static str unescaped(struct book *b, str s)
{
	struct buf out = { .a = b->a };

	if (!str_has(s, S("_x00")))
		return s;
	for (uint32_t i = 0; i < s.n; i++)
		if (s.n - i >= 7 && memcmp(s.p + i, "_x00", 4) == 0 && s.p[i + 6] == '_')
			i += 6;
		else
			buf_char(&out, s.p[i]);
	return out.n ? buf_view(&out) : S("");
}

static enum rc shared_text(struct book *b, str *out, struct err *e)
{
	int64_t i;

	if (!str_int(str_trim(buf_view(&b->text)), &i) || i < 0 || (uint64_t)i >= b->shared.n)
		return fail(e, RC_INVALID, "工作表“%.*s”第%u行第%u列指向一段没有的文字，工作簿坏了；请重新导出一次",
			STR_FMT(b->sheet->name), b->line, b->column);
	*out = unescaped(b, b->shared.p[i]);
	return RC_OK;
}

static enum rc cell_text(struct book *b, struct cell *c, struct err *e)
{
	str text = b->text.n ? taken(b) : S("");

	if (b->in_formula && !b->has_value)
		c->bad = S("公式还没有算出结果；请在表格软件里打开，保存一次再导入");
	if (!b->has_value)
		return RC_OK;
	if (str_is(b->type, "s"))
		return shared_text(b, &c->text, e);
	if (str_is(b->type, "e"))
		c->bad = arena_printf(b->a, "公式出错（%.*s），请改好再导入", STR_FMT(str_sub(text, 0, 20)));
	else if (str_is(b->type, "b"))
		c->text = is_true(text) ? S("是") : S("否");
	else if (str_is(b->type, "str") || str_is(b->type, "inlineStr"))
		c->text = unescaped(b, text);
	else if (str_is(b->type, "d")) /* 2026-05-06T00:00:00 */
		c->text = str_sub(text, 0, 10);
	else if (text.n)
		c->text = numfmt_text(b->a, b->style < b->styles.n ? b->styles.p[b->style] : (struct numfmt){ 0 },
			str_trim(text), b->since1904, &c->bad);
	return RC_OK;
}

static enum rc end_cell(struct book *b, struct err *e)
{
	struct cell c = { .line = b->line, .col = b->column, .text = S(""), .bad = S("") };

	TRY(cell_text(b, &c, e));
	if (!c.text.n && !c.bad.n)
		return RC_OK;
	if (c.text.n > TEXT_MOST * 4)
		return fail(e, RC_INVALID, "工作表“%.*s”第%u行第%u列的文字太长，不是表格软件写的，没有读",
			STR_FMT(b->sheet->name), b->line, b->column);
	if (b->column > WIDE_MOST || ++b->cells > CELLS_MOST)
		return fail(e, RC_INVALID, "工作表“%.*s”第%u行第%u列还有内容，太大了，不像名册，没有读；请只留要导入的栏",
			STR_FMT(b->sheet->name), b->line, b->column);
	while (b->row.n < b->column) {
		b->row.cell = vec_room(b->a, b->row.cell, b->row.n, &b->room, sizeof *b->row.cell);
		b->row.cell[b->row.n++] = (struct cell){ .line = b->line, .col = (uint32_t)b->row.n, .text = S(""),
			.bad = S("") };
	}
	b->row.cell[b->column - 1] = c;
	return RC_OK;
}

static enum rc end_sheet(void *ctx, str name, struct err *e)
{
	struct book *b = ctx;

	if (b->in_string)
		end_runs(b, name);
	if (str_is(name, "is"))
		b->in_string = false;
	if (str_is(name, "v"))
		b->in_text = false;
	if (str_is(name, "c"))
		return end_cell(b, e);
	if (str_is(name, "row") && b->row.n)
		*vec_add(b->a, &b->sheet->rows) = b->row;
	return RC_OK;
}

/* ---- the workbook --------------------------------------------------------------------------- */

/* There need not be one. */
static enum rc read_kind(struct book *b, const char *kind, const struct xml *xml, struct err *e)
{
	str path = part_of(b, str_of(kind));
	enum rc rc = path.n ? archive_read(b->zip, path, xml, e) : RC_OK;

	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc read_sheet(struct book *b, size_t i, struct err *e)
{
	str path = part_of(b, b->ids.p[i]);

	b->sheet = &b->out->p[i];
	b->line = 0;
	b->in_text = b->in_string = b->in_reading = false;
	if (!path.n)
		return RC_OK; /* a chart */
	return archive_read(b->zip, path, &(struct xml){ start_sheet, end_sheet, on_text, b }, e);
}

static enum rc read_book(struct book *b, struct err *e)
{
	str path = S("xl/workbook.xml");
	uint32_t name = 0;

	if (read_relations(b, S("_rels/.rels"), e) == RC_OK && part_of(b, S("/officeDocument")).n)
		path = part_of(b, S("/officeDocument"));
	TRY(archive_read(b->zip, path, &(struct xml){ start_workbook, nothing, NULL, b }, e));
	for (uint32_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			name = i + 1;
	b->dir = str_sub(path, 0, name);
	TRY(read_relations(b, arena_printf(b->a, "%.*s_rels/%.*s.rels", STR_FMT(b->dir), STR_FMT(str_from(path, name))),
		e));
	TRY(read_kind(b, "/styles", &(struct xml){ start_styles, end_styles, NULL, b }, e));
	TRY(read_kind(b, "/sharedStrings", &(struct xml){ start_shared, end_shared, on_text, b }, e));
	for (size_t i = 0; i < b->out->n; i++)
		TRY(read_sheet(b, i, e));
	return RC_OK;
}

enum rc xlsx_read(struct arena *a, str bytes, struct sheets *out, struct err *e)
{
	struct book b = { .a = a, .out = out, .text = { .a = a } };
	enum rc rc;

	TRY(archive_open(a, bytes, &b.zip, e));
	rc = read_book(&b, e);
	archive_close(b.zip);
	if (rc == RC_NOT_FOUND)
		rc = e->rc = RC_INVALID;
	return rc;
}
