/* sheet.c - the paper for a visit day: the families of today by building, one sheet each, with what to
 * know at the door and blanks in the order of the form.  Quiet days are never printed. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/exchange/print.h"
#include "core/lists/rows.h"
#include "ui/ui.h"

#include <stdlib.h>

enum { SHEETS_MOST = 200, LABEL_COLS = 10, RULE_COLS = 78 };

/* The way one walks. */
static int by_walk(const void *x, const void *y)
{
	const struct row *a = x, *b = y;

	return by_building((const struct family *)a->rec, (const struct family *)b->rec);
}

static void rule(struct cli *c, char with)
{
	for (int i = 0; i < RULE_COLS; i++)
		buf_char(&c->out, with);
	buf_char(&c->out, '\n');
}

static void line(struct cli *c, str label, str text)
{
	buf_printf(&c->out, "%.*s", STR_FMT(label));
	for (int used = utf8_cols(label); used < LABEL_COLS; used++)
		buf_char(&c->out, ' ');
	buf_printf(&c->out, "%.*s\n", STR_FMT(text));
}

/* A block of the card; its first column is the label. */
static enum rc block(struct cli *c, const char *name, uint64_t family, struct err *e)
{
	const struct query *q = query_find(str_of(name));
	struct page page;

	TRY(session_list(c->s, c->a, &(struct ask){ .query = q, .about = family }, &page, e));
	for (size_t i = 0; i < page.n; i++) {
		str rest = str_of(q->columns), field, label = S("");
		struct buf b = { .a = c->a };

		for (int k = 0; str_word(&rest, &field); k++) {
			const struct field *f = type_field(page.type, field);
			str text = val_text(session_lex(c->s), c->a, f, field_get(f, page.row[i].rec));

			if (k == 0)
				label = text;
			else if (text.n)
				buf_printf(&b, "%s%.*s", b.n ? " " : "", STR_FMT(text));
		}
		line(c, label, buf_view(&b));
	}
	return RC_OK;
}

/* Promises, needs, claims: what the family will ask about; days stay out of it. */
static enum rc reminders(struct cli *c, uint64_t family, struct err *e)
{
	const struct field *what = type_field(&due_row_type, S("what"));
	str label = str_of(tr("要做的事"));
	struct page page;

	TRY(session_list(c->s, c->a, &(struct ask){ .query = query_find(S("reminders-of")),
		.about = family }, &page, e));
	for (size_t i = 0; i < page.n; i++) {
		const struct due_row *row = (const struct due_row *)page.row[i].rec;

		if (row->detail.n)
			continue;
		line(c, label, val_text(session_lex(c->s), c->a, what, field_get(what, &row->r)));
		label = S("");
	}
	return RC_OK;
}

/* What the form asks, to be ticked with a pen. */
static void blanks(struct cli *c)
{
	const struct rec_type *t = office_type(session_office(c->s), S("visit"));

	for (size_t i = 0; i < VISIT_ASKS; i++) {
		const struct field *f = type_field(t, str_of(visit_asks[i]));
		const struct code_table *choices = codebook_find(&session_office(c->s)->codes, str_of(f->of));
		str label = str_of(tr(f->label));
		struct buf b = { .a = c->a };

		for (size_t k = 0; k < choices->n; k++) {
			str item = arena_printf(c->a, "[ ]%.*s  ", STR_FMT(tr_str(choices->item[k].name)));

			if (b.n && utf8_cols(buf_view(&b)) + utf8_cols(item) > RULE_COLS - LABEL_COLS) {
				line(c, label, str_trim(buf_view(&b)));
				label = S("");
				b = (struct buf){ .a = c->a };
			}
			buf_str(&b, item);
		}
		line(c, label, str_trim(buf_view(&b)));
	}
	line(c, str_of(tr("谈话要点")), S("____________________________________________________________"));
	line(c, str_of(tr("下次联系")), S("____________"));
}

static enum rc one_sheet(struct cli *c, const struct row *row, struct err *e)
{
	rule(c, '=');
	buf_printf(&c->out, "%.*s\n", STR_FMT(session_name(c->s, c->a, row->type, row->id)));
	rule(c, '-');
	TRY(block(c, "wishes", row->id, e));
	TRY(block(c, "standing", row->id, e));
	TRY(block(c, "phones", row->id, e));
	TRY(block(c, "last", row->id, e));
	TRY(reminders(c, row->id, e));
	session_look(c->s, "print", str_of(tr("走访单")), row->type, row->id);
	rule(c, '-');
	blanks(c);
	return RC_OK;
}

/* ---- who signs for what a campaign brings ----------------------------------------------------- */

static void cell(struct cli *c, str text, int cols)
{
	text = utf8_fit(c->a, text, cols);
	buf_str(&c->out, text);
	for (int used = utf8_cols(text); used < cols + 1; used++)
		buf_char(&c->out, ' ');
}

enum rc run_receipts(struct cli *c, struct err *e)
{
	static const struct { const char *title, *field; int cols; } columns[] = {
		{ "档案", "file", 9 }, { "户主", "head", 12 }, { "住址", "live_addr", 22 },
	};
	struct ask what = { .query = query_find(S("plan")) };
	struct rec *r;
	struct campaign *p;
	struct page page;
	size_t n = 0;
	str each;

	TRY(cli_about(c, "campaign", cli_words(c, 0), &what.about, e));
	TRY(session_get(c->s, c->a, &campaign_type, what.about, &r, e));
	TRY(session_list(c->s, c->a, &what, &page, e));
	p = (struct campaign *)r;
	each = arena_printf(c->a, "%.*s %.*s", STR_FMT(val_text(session_lex(c->s), c->a,
		type_field(&campaign_type, S("cash")), rec_get(&campaign_type, r, "cash"))),
		STR_FMT(val_text(session_lex(c->s), c->a, type_field(&campaign_type, S("goods")),
			rec_get(&campaign_type, r, "goods"))));
	buf_printf(&c->out, "%.*s %s  %.*s  %s：%.*s\n", STR_FMT(p->name), tr("慰问金（品）发放签收表"),
		STR_FMT(date_text(c->a, session_today(c->s))), tr("每户"), STR_FMT(each));
	rule(c, '=');
	cell(c, str_of(tr("序号")), 4);
	for (size_t k = 0; k < COUNT(columns); k++)
		cell(c, str_of(tr(columns[k].title)), columns[k].cols);
	buf_printf(&c->out, "%s\n", tr("签收（代签写明关系）"));
	rule(c, '-');
	for (size_t i = 0; i < page.n; i++) {
		if (((const struct plan_row *)page.row[i].rec)->skip.v == FLAG_YES)
			continue; /* they do not want it */
		session_look(c->s, "print", str_of(tr("签收表")), page.row[i].type, page.row[i].id);
		cell(c, arena_printf(c->a, "%zu", ++n), 4);
		for (size_t k = 0; k < COUNT(columns); k++) {
			const struct field *f = type_field(page.type, str_of(columns[k].field));

			cell(c, val_text(session_lex(c->s), c->a, f, field_get(f, page.row[i].rec)),
				columns[k].cols);
		}
		buf_str(&c->out, S("____________________\n"));
	}
	rule(c, '-');
	buf_printf(&c->out, "%s %zu %s\n", tr("共"), n, tr("户"));
	return n ? RC_OK : fail(e, RC_NOT_FOUND, "这个专项没有家庭");
}

/* ---- a family that moves away ------------------------------------------------------------------ */

enum rc run_transfer(struct cli *c, struct err *e)
{
	static const char *const asked[] = { "迁往地址", "迁出日期", "接收单位", "接收人和电话", "收到日期",
		"首次上门" };
	const struct rec_type *t;
	uint64_t id;

	TRY(session_ref(c->s, cli_words(c, 0), &t, &id, e));
	if (t->tag != family_type.tag)
		return fail(e, RC_INVALID, "要写一户家庭：档案编号、family:编号或查找的写法");
	buf_printf(&c->out, "%s  %.*s\n", tr("计划生育特殊家庭迁移联系单"),
		STR_FMT(date_long(c->a, session_today(c->s))));
	rule(c, '=');
	TRY(ui_print(c->s, S("transfer"), id, RULE_COLS, &c->out, e));
	rule(c, '-');
	for (size_t i = 0; i < COUNT(asked); i++) {
		cell(c, str_of(tr(asked[i])), 14);
		buf_str(&c->out, S("______________________________\n"));
	}
	session_look(c->s, "print", str_of(tr("迁移联系单")), t, id);
	return RC_OK;
}

enum rc run_sheet(struct cli *c, struct err *e)
{
	struct ask what = { .query = query_find(c->opt[OPT_FOR] ? S("today-of") : S("today")) };
	struct page page;
	int64_t limit;

	TRY(cli_number(c, OPT_LIMIT, 20, SHEETS_MOST, &limit, e));
	what.n = (size_t)limit;
	if (c->opt[OPT_FOR])
		TRY(cli_about(c, "worker", str_of(c->opt[OPT_FOR]), &what.about, e));
	TRY(session_list(c->s, c->a, &what, &page, e));
	if (page.n > 1)
		qsort(page.row, page.n, sizeof *page.row, by_walk);
	buf_printf(&c->out, "%s  %.*s  %zu%s\n", tr("走访单"),
		STR_FMT(date_long(c->a, session_today(c->s))), page.n, tr("户"));
	for (size_t i = 0; i < page.n; i++)
		TRY(one_sheet(c, &page.row[i], e));
	return page.n ? RC_OK : fail(e, RC_NOT_FOUND, "今天没有要去的家庭");
}
