/* print.c - what print.h says. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "core/records/types.h"

#include <inttypes.h>

/* That not all of them are there is said to people and programs alike: beside the output, not in it. */
static void say_cut(struct cli *c, const struct page *p)
{
	if (p->at + p->n < p->total)
		cli_remark(c, tr("共 %zu 条，这里是前 %zu 条；用 --limit 看更多"), p->total + p->beyond, p->n);
	else if (p->beyond)
		cli_remark(c, tr("共 %zu 条，只排出前 %zu 条；请写得再具体些"), p->total + p->beyond, p->total);
}

/* ---- JSON ----------------------------------------------------------------------------------- */

static void opening(struct cli *c, const struct rec_type *of, uint64_t id, uint32_t version)
{
	buf_char(&c->out, '{');
	if (of)
		buf_printf(&c->out, "\"ref\": \"%s:%" PRIu64 "\"", of->name, id);
	if (version)
		buf_printf(&c->out, "%s\"version\": %u", of ? ", " : "", version);
}

static void members(struct cli *c, const struct rec_type *t, const struct rec *r)
{
	struct buf b = { .a = c->a };
	str text;

	rec_json(&b, session_lex(c->s), t, r);
	text = buf_view(&b);
	buf_str(&c->out, c->out.p[c->out.n - 1] == '{' ? str_from(text, 2) : text);
}

/* Whom to call is said of every family, who is nearest first. */
static enum rc contacts(struct cli *c, uint64_t family, struct err *e)
{
	struct page page;

	TRY(session_list(c->s, c->a, &(struct ask){ .query = query_find(S("contacts")), .about = family },
		&page, e));
	buf_str(&c->out, S(", \"contacts\": ["));
	for (size_t i = 0; i < page.n; i++) {
		buf_str(&c->out, i ? S(", ") : S(""));
		opening(c, page.row[i].type, page.row[i].id, 0);
		members(c, page.type, page.row[i].rec);
		buf_char(&c->out, '}');
	}
	buf_char(&c->out, ']');
	return RC_OK;
}

static enum rc object(struct cli *c, const struct rec_type *t, const struct rec *r, const struct row *row,
	struct err *e)
{
	const struct rec_type *of = row ? row->type : t;

	opening(c, of, r->id, r->version);
	if (row && row->group.n) {
		buf_str(&c->out, c->out.p[c->out.n - 1] == '{' ? S("\"group\": ") : S(", \"group\": "));
		json_string(&c->out, row->group);
	}
	members(c, t, r);
	if (t->tag == family_type.tag)
		TRY(contacts(c, r->id, e));
	buf_char(&c->out, '}');
	return RC_OK;
}

enum rc print_json(struct cli *c, const struct rec_type *t, const struct rec *r, struct err *e)
{
	return object(c, t, r, NULL, e);
}

enum rc print_page_json(struct cli *c, const struct page *p, struct err *e)
{
	buf_char(&c->out, '[');
	for (size_t i = 0; i < p->n; i++) {
		buf_str(&c->out, i ? S(",\n") : S("\n"));
		TRY(object(c, p->type, p->row[i].rec, &p->row[i], e));
	}
	buf_str(&c->out, S("\n]\n"));
	say_cut(c, p);
	return RC_OK;
}

/* ---- text ----------------------------------------------------------------------------------- */

enum { COLUMN_WIDEST = 40 };

/* The columns of a list: fields of its rows, and what every record has, ref and name. */
struct col { str name; const struct field *field; int width; };
struct cols { VEC(struct col); };

static void read_cols(struct cli *c, const struct query *q, const struct page *p, struct cols *out)
{
	str rest = str_of(q->columns), name;

	while (str_word(&rest, &name)) {
		const struct field *f = type_field(p->type, name);

		*vec_add(c->a, out) = (struct col){ .name = name, .field = f,
			.width = q->sums && f ? utf8_cols(str_of(tr(q->titles ? q->titles[out->n - 1] : f->label))) : 0 };
	}
}

static str cell(struct cli *c, const struct col *col, const struct row *r)
{
	if (col->field)
		return val_text(session_lex(c->s), c->a, col->field, field_get(col->field, r->rec));
	if (str_is(col->name, "ref"))
		return arena_printf(c->a, "%s:%" PRIu64, r->type->name, r->id);
	return session_name(c->s, c->a, r->type, r->id);
}

static void print_row(struct cli *c, const str *text, const struct cols *cols)
{
	int owed = 0;

	for (size_t i = 0; i < cols->n; i++) {
		int width = cols->p[i].width;

		if (!width)
			continue;
		for (; owed > 0 && text[i].n; owed--)
			buf_char(&c->out, ' ');
		buf_str(&c->out, text[i]);
		/* Blanks are owed until something follows: no line ends in blanks. */
		owed += (text[i].n ? width - utf8_cols(text[i]) : width) + 2;
	}
	buf_char(&c->out, '\n');
}

void print_page(struct cli *c, const struct query *q, const struct page *p)
{
	struct cols cols = { 0 };
	str *text, *head;

	read_cols(c, q, p, &cols);
	text = ARENA_ARRAY(c->a, str, p->n * cols.n);
	head = ARENA_ARRAY(c->a, str, cols.n);
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < cols.n; k++) {
			str s = utf8_fit(c->a, cell(c, &cols.p[k], &p->row[i]), COLUMN_WIDEST);

			text[i * cols.n + k] = s;
			if (utf8_cols(s) > cols.p[k].width)
				cols.p[k].width = utf8_cols(s);
		}
	for (size_t k = 0; k < cols.n; k++)
		head[k] = q->titles ? str_of(tr(q->titles[k])) : cols.p[k].field && !str_is(cols.p[k].name, "name")
			? str_of(tr(cols.p[k].field->label)) : S("");
	if (q->sums && p->n)
		print_row(c, head, &cols);
	for (size_t i = 0; i < p->n; i++) {
		str group = p->row[i].group;

		if (group.n && (i == 0 || !str_eq(group, p->row[i - 1].group)))
			buf_printf(&c->out, "%s%.*s\n", i ? "\n" : "", STR_FMT(tr_str(group)));
		print_row(c, text + i * cols.n, &cols);
	}
	say_cut(c, p);
}

void print_record(struct cli *c, const struct rec_type *t, const struct rec *r)
{
	for EACH_FIELD(f, t) {
		val v = field_get(f, r);
		str rest = val_raw(c->a, f, v), line;
		bool first = true;

		if (!v.set || f->kind == K_BYTES)
			continue;
		while (str_cut(&rest, '\n', &line)) {
			if (first)
				buf_printf(&c->out, "%s=", f->name);
			buf_printf(&c->out, "%s%.*s\n", first ? "" : "  ", STR_FMT(line));
			first = false;
		}
	}
}

void print_past(struct cli *c, const struct past *p)
{
	str was = p->was.n ? p->was : str_of(tr("空")), is = p->is.n ? p->is : str_of(tr("空"));

	if (p->field)
		buf_printf(&c->out, "%s: %.*s → %.*s", tr(p->field->label), STR_FMT(was),
			STR_FMT(is));
}

/* ---- an answer ------------------------------------------------------------------------------ */

enum rc print_ask(struct cli *c, const struct ask *a, struct page *page, struct err *e)
{
	TRY(session_list(c->s, c->a, a, page, e));
	if (a->n && page->n > a->n)
		page->n = a->n;
	return RC_OK;
}

enum rc print_list(struct cli *c, const struct ask *a, str nothing, struct err *e)
{
	struct page page;

	TRY(print_ask(c, a, &page, e));
	if (c->opt[OPT_JSON])
		TRY(print_page_json(c, &page, e));
	else
		print_page(c, a->query, &page);
	if (page.of && !page.total)
		return fail(e, RC_NOT_FOUND, "“%s”的 %zu 行里没有合“%.*s”的", tr(a->query->label), page.of,
			STR_FMT(a->filter));
	return page.total ? RC_OK : fail(e, RC_NOT_FOUND, "%.*s", STR_FMT(nothing));
}
