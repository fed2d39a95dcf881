/* look.c - the commands that only read: find, show, today, list, get, log, drafts. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/records/types.h"
#include "ui/ui.h"

#include <inttypes.h>

enum { FIND_SHOWN = 20, LIST_SHOWN = 1000, LOG_SHOWN = 50 };

enum rc run_find(struct cli *c, struct err *e)
{
	const struct query *q = query_find(S("find"));
	str line = cli_words(c, 0);
	int64_t limit;

	TRY(cli_number(c, OPT_LIMIT, FIND_SHOWN, LIMIT_MOST, &limit, e));
	return print_list(c, &(struct ask){ .query = q, .line = line, .n = (size_t)limit }, arena_printf(c->a,
		"没有找到“%.*s”；可以试姓名、拼音首字母、电话后四位、门牌或档案编号", STR_FMT(line)), e);
}

enum rc cli_about(struct cli *c, const char *type, str text, uint64_t *id, struct err *e)
{
	const struct lex *lex = session_lex(c->s);
	str given;

	if (!ref_parse(text, &given, id))
		return lex->ref_find(lex->ctx, c->a, type, text, id, e);
	if (!str_is(given, type))
		return fail(e, RC_INVALID, "这张名单要的是 %s:编号，“%.*s”不是", type, STR_FMT(text));
	return RC_OK;
}

void cli_order(const struct cli *c, struct ask *what)
{
	what->sort = c->opt[OPT_SORT] ? str_of(c->opt[OPT_SORT]) : S("");
	what->filter = c->opt[OPT_WHERE] ? str_of(c->opt[OPT_WHERE]) : S("");
}

enum rc run_today(struct cli *c, struct err *e)
{
	const struct query *q = query_find(c->opt[OPT_FOR] ? S("today-of") : S("today"));
	struct ask what = { .query = q };
	struct page page;
	int64_t limit;

	TRY(cli_number(c, OPT_LIMIT, LIST_SHOWN, LIMIT_MOST, &limit, e));
	what.n = (size_t)limit;
	cli_order(c, &what);
	if (c->opt[OPT_FOR])
		TRY(cli_about(c, q->about, str_of(c->opt[OPT_FOR]), &what.about, e));
	TRY(print_ask(c, &what, &page, e));
	if (c->opt[OPT_JSON])
		return print_page_json(c, &page, e);
	buf_printf(&c->out, "%.*s\n\n", STR_FMT(date_long(c->a, session_today(c->s))));
	if (!page.total)
		buf_printf(&c->out, "%s\n", tr("今天没有到期的联系。"));
	print_page(c, q, &page);
	return RC_OK;
}

/* ---- list ----------------------------------------------------------------------------------- */

static enum rc unknown_query(str name, struct err *e)
{
	const char *near = NULL;
	size_t n = 0;

	while (query_all()[n])
		n++;
	for (size_t i = 0; i < n && !near; i++)
		near = str_nearest(name, &query_all()[i]->name, 1, sizeof(char *));
	if (near)
		return fail(e, RC_INVALID, "没有名单“%.*s”，是不是 %s？", STR_FMT(name), near);
	return fail(e, RC_INVALID, "没有名单“%.*s”；全部名单见 qinqing help list", STR_FMT(name));
}

/* "org|worker": the first of these types that knows the text. */
static enum rc one_of(struct cli *c, const char *types, str text, struct ask *what, struct err *e)
{
	str rest = str_of(types), type;
	enum rc rc = RC_INVALID;

	while (rc != RC_OK && str_cut(&rest, '|', &type)) {
		what->about_type = office_type(session_office(c->s), type);
		rc = cli_about(c, what->about_type->name, text, &what->about, e);
	}
	return rc;
}

/* A list that somebody kept under this name. */
static enum rc kept(struct cli *c, str name, struct ask *what, struct err *e)
{
	struct page page;

	TRY(session_list(c->s, c->a, &(struct ask){ .query = query_find(S("saved")) }, &page, e));
	for (size_t i = 0; i < page.n && !what->query; i++) {
		const struct saved *s = (const struct saved *)page.row[i].rec;

		if (str_eq(s->name, name))
			*what = (struct ask){ .query = query_find(s->list), .filter = s->filter, .sort = s->sort };
	}
	return what->query ? RC_OK : unknown_query(name, e);
}

enum rc cli_list_ask(struct cli *c, const struct query *q, struct ask *what, struct err *e)
{
	str rest = cli_words(c, 1);

	*what = (struct ask){ .query = q };
	cli_order(c, what);
	if (!q)
		TRY(kept(c, str_of(c->arg[0]), what, e));
	q = what->query;
	if (q->about && !rest.n)
		return fail(e, RC_INVALID, "名单 %s 要写明是谁的：qinqing %s %s %s:编号", q->name,
			c->command->name, q->name, q->about);
	if (!q->about && !q->words && rest.n)
		return fail(e, RC_INVALID, "名单 %s 后面不写条件，“%.*s”用不上；要筛选请用 qinqing find %.*s", q->name,
			STR_FMT(rest), STR_FMT(rest));
	if (q->about)
		TRY(one_of(c, q->about, rest, what, e));
	else
		what->line = rest;
	return cli_period(c, &what->span, e);
}

enum rc run_list(struct cli *c, struct err *e)
{
	struct ask what;
	int64_t limit;

	TRY(cli_list_ask(c, query_find(str_of(c->arg[0])), &what, e));
	TRY(cli_number(c, OPT_LIMIT, LIST_SHOWN, LIMIT_MOST, &limit, e));
	what.n = (size_t)limit;
	return print_list(c, &what, arena_printf(c->a, "“%s”是空的", tr(what.query->label)), e);
}

/* ---- one record ----------------------------------------------------------------------------- */

/* What show was given: a reference, or a query that must mean one family. */
static enum rc resolve(struct cli *c, const struct rec_type **t, uint64_t *id, struct err *e)
{
	const struct query *q = query_find(S("find"));
	str text = cli_words(c, 0), type;
	struct page page;

	if (ref_parse(text, &type, id))
		return cli_ref(c, text, t, id, e);
	TRY(print_ask(c, &(struct ask){ .query = q, .line = text, .n = FIND_SHOWN }, &page, e));
	if (page.total == 0)
		return fail(e, RC_NOT_FOUND, "没有找到“%.*s”", STR_FMT(text));
	if (page.total > 1) {
		if (!c->opt[OPT_JSON])
			print_page(c, q, &page);
		return fail(e, RC_INVALID, "“%.*s”对上了%zu户，请写得再具体些，或用档案编号",
			STR_FMT(text), page.total);
	}
	*t = page.row[0].type;
	*id = page.row[0].id;
	session_look(c->s, "search", text, *t, *id);
	return RC_OK;
}

static void print_labels(struct cli *c, const struct rec_type *t, const struct rec *r)
{
	const struct lex *lex = session_lex(c->s);

	buf_printf(&c->out, "%s %.*s\n\n", tr(t->label),
		STR_FMT(session_name(c->s, c->a, t, r->id)));
	for EACH_FIELD(f, t) {
		val v = field_get(f, r);
		const char *label = tr(f->label);

		if (!v.set || f->kind == K_BYTES)
			continue;
		buf_str(&c->out, str_of(label));
		for (int used = utf8_cols(str_of(label)); used < 16; used++)
			buf_char(&c->out, ' ');
		buf_printf(&c->out, "%.*s\n", STR_FMT(val_text(lex, c->a, f, v)));
	}
}

/* --reveal: the value on a line of its own, and where the card shows it. */
static enum rc reveal(struct cli *c, const struct rec_type *t, uint64_t id, struct err *e)
{
	str name = str_of(c->opt[OPT_REVEAL]);
	struct reason_for why = reason_of(c->s, str_of(c->opt[OPT_WHY]));
	const struct field *f = type_field(t, name);
	val v;

	TRY(session_reveal(c->s, c->a, t, id, name, &why, &v, e));
	session_revealing(c->s, true);
	if (!c->opt[OPT_JSON])
		buf_printf(&c->out, "%s  %.*s\n\n", tr(f->label), STR_FMT(val_text(session_lex(c->s), c->a, f, v)));
	return RC_OK;
}

enum rc run_show(struct cli *c, struct err *e)
{
	const struct rec_type *t;
	struct rec *r;
	uint64_t id;

	TRY(resolve(c, &t, &id, e));
	if (c->opt[OPT_REVEAL])
		TRY(reveal(c, t, id, e));
	TRY(session_get(c->s, c->a, t, id, &r, e));
	if (c->opt[OPT_JSON]) {
		TRY(print_json(c, t, r, e));
		buf_char(&c->out, '\n');
	} else if (t->tag == family_type.tag) {
		TRY(ui_print(c->s, S("family_card"), id, 0, &c->out, e));
	} else {
		print_labels(c, t, r);
	}
	return RC_OK;
}

enum rc run_get(struct cli *c, struct err *e)
{
	const struct rec_type *t;
	struct rec *r;
	uint64_t id;

	TRY(cli_ref(c, str_of(c->arg[0]), &t, &id, e));
	TRY(session_get(c->s, c->a, t, id, &r, e));
	if (c->opt[OPT_JSON]) {
		TRY(print_json(c, t, r, e));
		buf_char(&c->out, '\n');
		return RC_OK;
	}
	print_record(c, t, r);
	return RC_OK;
}

/* ---- log ------------------------------------------------------------------------------------ */

static void past_json(struct cli *c, const struct past *p)
{
	const struct { const char *name; str text; } members[] = {
		{ "at", moment_text(c->a, p->at) }, { "who", p->who }, { "act", p->act },
		{ "why", p->why }, { "field", p->field ? str_of(p->field->name) : S("") },
		{ "was", p->was }, { "is", p->is },
	};

	buf_printf(&c->out, "{\"ref\": \"entry:%" PRIu64 "\", \"commit\": %" PRIu64, p->entry,
		p->commit);
	for (size_t i = 0; i < COUNT(members); i++)
		if (members[i].text.n) {
			buf_printf(&c->out, ", \"%s\": ", members[i].name);
			json_string(&c->out, members[i].text);
		}
	buf_char(&c->out, '}');
}

static void past_text(struct cli *c, const struct past *p)
{
	buf_printf(&c->out, "%.*s  %.*s  %.*s  ", STR_FMT(moment_said(c->a, p->at)),
		STR_FMT(p->who), STR_FMT(p->act));
	print_past(c, p);
	if (p->why.n)
		buf_printf(&c->out, "（%.*s）", STR_FMT(p->why));
	buf_char(&c->out, '\n');
}

static enum rc log_of_one(struct cli *c, size_t limit, struct err *e)
{
	const struct rec_type *t;
	struct past *past;
	uint64_t id;
	size_t n;

	TRY(session_ref(c->s, str_of(c->arg[0]), &t, &id, e));
	TRY(session_history(c->s, c->a, t, id, &past, &n, e));
	if (c->opt[OPT_JSON])
		buf_char(&c->out, '[');
	for (size_t i = 0; i < n && i < limit; i++) {
		if (!c->opt[OPT_JSON]) {
			past_text(c, &past[i]);
			continue;
		}
		buf_str(&c->out, i ? S(",\n") : S("\n"));
		past_json(c, &past[i]);
	}
	if (c->opt[OPT_JSON])
		buf_str(&c->out, S("\n]\n"));
	return n ? RC_OK : fail(e, RC_NOT_FOUND, "没有 %s 的记录", c->arg[0]);
}

enum rc run_log(struct cli *c, struct err *e)
{
	const struct query *q = query_find(S("log"));
	int64_t limit;

	TRY(cli_number(c, OPT_LIMIT, LOG_SHOWN, LIMIT_MOST, &limit, e));
	if (c->nargs)
		return log_of_one(c, (size_t)limit, e);
	return print_list(c, &(struct ask){ .query = q, .n = (size_t)limit }, S("日志是空的"), e);
}

enum rc run_emergency(struct cli *c, struct err *e)
{
	struct reason_for why = reason_of(c->s, str_of(c->opt[OPT_WHY]));
	uint64_t id;

	TRY(cli_about(c, family_type.name, cli_words(c, 0), &id, e));
	TRY(session_emergency(c->s, id, &why, e));
	buf_printf(&c->out, tr("%d小时里看得到这户的明文；主管已经知道\n"), (int)session_office(c->s)->emergency_hours);
	return RC_OK;
}

enum rc run_seen(struct cli *c, struct err *e)
{
	struct ask what = { .query = query_find(S("seen")) };
	int64_t limit;

	TRY(cli_number(c, OPT_LIMIT, LIST_SHOWN, LIMIT_MOST, &limit, e));
	what.n = (size_t)limit;
	TRY(cli_period(c, &what.span, e));
	TRY(cli_about(c, what.query->about, cli_words(c, 0), &what.about, e));
	return print_list(c, &what, S("没有人看过这一户"), e);
}

/* ---- drafts --------------------------------------------------------------------------------- */

enum rc run_drafts(struct cli *c, struct err *e)
{
	struct unsaved *draft;
	size_t n;

	TRY(session_drafts(c->s, c->a, &draft, &n, e));
	if (c->opt[OPT_JSON])
		buf_char(&c->out, '[');
	for (size_t i = 0; i < n; i++) {
		if (!c->opt[OPT_JSON]) {
			buf_printf(&c->out, "%.*s\n", STR_FMT(draft[i].title));
			continue;
		}
		buf_str(&c->out, i ? S(",\n{\"key\": ") : S("\n{\"key\": "));
		json_string(&c->out, draft[i].key);
		buf_str(&c->out, S(", \"title\": "));
		json_string(&c->out, draft[i].title);
		buf_str(&c->out, S(", \"record\": "));
		TRY(print_json(c, draft[i].type, draft[i].rec, e));
		buf_char(&c->out, '}');
	}
	if (c->opt[OPT_JSON])
		buf_str(&c->out, S("\n]\n"));
	return n ? RC_OK : fail(e, RC_NOT_FOUND, "没有草稿");
}
