/* import_type.c - what import_type.h says. */
#include "core/exchange/import_type.h"

#include "base/str.h"
#include "core/read/lex.h"
#include "rec/sheet.h"

struct columns { const struct field **field; size_t n; };

static const struct field *field_titled(const struct rec_type *t, str title)
{
	for EACH_FIELD(f, t)
		if (!(f->flags & F_COMPUTED) && f->kind != K_BYTES && (str_is(title, f->label) || str_is(title, f->name)))
			return f;
	return NULL;
}

static enum rc titles(struct arena *a, const struct rec_type *t, const struct csv_row *row, struct columns *out, struct err *e)
{
	out->n = row->n;
	out->field = ARENA_ARRAY(a, const struct field *, row->n + 1);
	for (size_t i = 0; i < row->n; i++) {
		str title = str_trim(row->cell[i].text);

		if (title.n && !(out->field[i] = field_titled(t, title)))
			return fail(e, RC_INVALID, "第%u行第%zu列的标题“%.*s”不是%s的栏；有哪些栏见 qinqing help %s", row->line, i + 1,
				STR_FMT(title), t->label, t->name);
	}
	return RC_OK;
}

static enum rc cells(struct session *s, struct arena *a, const struct columns *c, const struct csv_row *row,
	struct rec *rec, struct err *e)
{
	for (size_t i = 0; i < row->n && i < c->n; i++) {
		str cell = str_trim(row->cell[i].text);
		val v;

		if (c->field[i] && row->cell[i].bad.n)
			return fail(e, RC_INVALID, "第%zu列：%.*s", i + 1, STR_FMT(row->cell[i].bad));
		if (!c->field[i] || !cell.n)
			continue;
		TRY(val_parse(session_lex(s), a, c->field[i], cell, &v, e));
		field_set(c->field[i], rec, v);
	}
	return RC_OK;
}

static enum rc pick(const struct sheets *all, str name, const struct sheet **out, struct err *e)
{
	for (size_t i = 0; i < all->n; i++)
		if (name.n ? str_eq(all->p[i].name, name) : all->p[i].rows.n && !all->p[i].hidden) {
			*out = &all->p[i];
			return RC_OK;
		}
	return name.n ? fail(e, RC_INVALID, "没有叫“%.*s”的表", STR_FMT(name)) : fail(e, RC_NOT_FOUND, "文件里没有一行数据");
}

enum rc import_type_read(struct session *s, struct arena *a, const struct rec_type *t, str content, str name,
	struct typed_rows *out, struct err *e)
{
	const struct sheet *sheet = NULL;
	struct sheets all = { 0 };
	struct columns columns;

	*out = (struct typed_rows){ 0 };
	TRY(sheets_read(a, content, &all, e));
	TRY(pick(&all, name, &sheet, e));
	TRY(titles(a, t, &sheet->rows.p[0], &columns, e));
	for (size_t i = 1; i < sheet->rows.n; i++) {
		struct typed_row *row = vec_add(a, out);
		struct err why = { 0 };

		row->line = sheet->rows.p[i].line;
		TRY(session_new(s, a, t, 0, &row->rec, e));
		if (cells(s, a, &columns, &sheet->rows.p[i], row->rec, &why) == RC_OK)
			continue;
		row->refused = arena_str(a, str_of(why.msg));
		out->nrefused++;
	}
	return RC_OK;
}

enum rc import_type_write(struct session *s, struct arena *a, const struct rec_type *t, struct typed_rows *rows, struct err *e)
{
	struct save *save = ARENA_ARRAY(a, struct save, rows->n + 1);
	size_t bad = rows->n;
	struct err why;
	enum rc rc;

	for (size_t i = 0; i < rows->n; i++)
		save[i] = (struct save){ .type = t, .rec = rows->p[i].rec };
	rc = session_import(s, a, S("导入"), false, save, rows->n, &bad, &why);
	if (rc == RC_OK)
		return RC_OK;
	if (bad >= rows->n) {
		*e = why;
		return rc;
	}
	return fail(e, rc, "第%u行：%s；什么也没有写", rows->p[bad].line, why.msg);
}
