/* sheet.c - the paper for a visit day: the families of today by building, one sheet each, with what to
 * know at the door and blanks in the order of the form.  Quiet days are never printed. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/records/types.h"
#include "ui/views/print.h"

#include <stdlib.h>

enum { SHEETS_MOST = 200, LABEL_COLS = 10, RULE_COLS = 78 };

struct stop { const struct row *row; str place; };

static int by_building(const void *x, const void *y)
{
	const struct stop *a = x, *b = y;
	int d = str_cmp(a->place, b->place);

	return d ? d : a->row->id < b->row->id ? -1 : a->row->id > b->row->id;
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

static enum rc block(struct cli *c, const char *name, uint64_t family, struct err *e)
{
	struct facts facts;

	for (const struct block *b = block_table; b->name; b++) {
		if (strcmp(b->name, name))
			continue;
		TRY(session_facts(c->s, c->a, b, family, &facts, e));
		for (size_t i = 0; i < facts.n; i++)
			line(c, facts.fact[i].label, facts.fact[i].text);
	}
	return RC_OK;
}

/* Promises, needs, claims: what the family will ask about. */
static enum rc reminders(struct cli *c, uint64_t family, struct err *e)
{
	const struct query *q = query_find(S("reminders-of"));
	struct page page;

	TRY(session_list(c->s, c->a, &(struct ask){ .query = q, .about = family }, &page, e));
	for (size_t i = 0; i < page.n; i++) {
		str ruled = { 0 }, text = { 0 };

		for (size_t k = 0; q->facts[k]; k++) {
			if (strcmp(q->facts[k], "rule") == 0)
				ruled = page.row[i].fact[k];
			if (strcmp(q->facts[k], "text") == 0)
				text = page.row[i].fact[k];
		}
		if (!str_is(ruled, "day"))
			line(c, i == 0 ? str_of(tr("要做的事")) : S(""), text);
	}
	return RC_OK;
}

/* What the form asks, to be ticked with a pen. */
static void blanks(struct cli *c)
{
	static const char *const fields[] = { "mode", "outcome", "body", "mood" };
	const struct rec_type *t = office_type(session_office(c->s), S("visit"));

	for (size_t i = 0; i < COUNT(fields); i++) {
		const struct field *f = type_field(t, str_of(fields[i]));
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
	TRY(block(c, "alerts", row->id, e));
	TRY(block(c, "phones", row->id, e));
	TRY(block(c, "last", row->id, e));
	TRY(reminders(c, row->id, e));
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

static str fact_named(const struct query *q, const struct row *row, const char *name)
{
	for (size_t i = 0; q->facts[i]; i++)
		if (strcmp(q->facts[i], name) == 0)
			return row->fact[i];
	return S("");
}

enum rc run_receipts(struct cli *c, struct err *e)
{
	static const struct { const char *title, *fact; int cols; } columns[] = {
		{ "档案", "file_no", 9 }, { "户主", "head", 12 }, { "住址", "place", 22 },
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
		if (str_has(fact_named(what.query, &page.row[i], "state"), S("意愿")))
			continue; /* they do not want it */
		cell(c, arena_printf(c->a, "%zu", ++n), 4);
		for (size_t k = 0; k < COUNT(columns); k++)
			cell(c, fact_named(what.query, &page.row[i], columns[k].fact), columns[k].cols);
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
	if (strcmp(t->name, family_type.name))
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
	return session_log(c->s, S("print"), S("迁移联系单"), t, id, e);
}

enum rc run_sheet(struct cli *c, struct err *e)
{
	struct ask what = { .query = query_find(c->opt[OPT_FOR] ? S("today-of") : S("today")) };
	struct stop *stop;
	struct page page;
	int64_t limit;

	TRY(cli_number(c, OPT_LIMIT, 20, SHEETS_MOST, &limit, e));
	what.n = (size_t)limit;
	if (c->opt[OPT_FOR])
		TRY(cli_about(c, "worker", str_of(c->opt[OPT_FOR]), &what.about, e));
	TRY(session_list(c->s, c->a, &what, &page, e));
	stop = ARENA_ARRAY(c->a, struct stop, page.n + 1);
	for (size_t i = 0; i < page.n; i++) {
		const struct family *f = (const struct family *)page.row[i].rec;

		stop[i] = (struct stop){ &page.row[i], arena_printf(c->a, "%.*s|%8.*s|%8.*s|%8.*s",
			STR_FMT(f->place), STR_FMT(f->building), STR_FMT(f->unit), STR_FMT(f->room)) };
	}
	if (page.n > 1)
		qsort(stop, page.n, sizeof *stop, by_building);
	buf_printf(&c->out, "%s  %.*s  %zu%s\n", tr("走访单"),
		STR_FMT(date_long(c->a, session_today(c->s))), page.n, tr("户"));
	for (size_t i = 0; i < page.n; i++)
		TRY(one_sheet(c, stop[i].row, e));
	return page.n ? RC_OK : fail(e, RC_NOT_FOUND, "今天没有要去的家庭");
}
