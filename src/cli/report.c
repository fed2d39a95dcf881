/* report.c - report NAME: a report of a period, and the list behind a number of it. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/lists/reports/facts.h"
#include "core/lists/reports/report.h"

static void pad(struct cli *c, str text, int cols)
{
	buf_str(&c->out, text);
	for (int used = utf8_cols(text); used < cols; used++)
		buf_char(&c->out, ' ');
}

/* ---- which there are -------------------------------------------------------------------------- */

static enum rc list_reports(struct cli *c, struct err *e)
{
	struct report_names all = report_all(c->a, session_office(c->s));

	if (c->opt[OPT_JSON])
		buf_char(&c->out, '[');
	for (size_t i = 0; i < all.n; i++) {
		const struct report *r;

		TRY(report_load(c->a, session_office(c->s), all.p[i], &r, e));
		if (c->opt[OPT_JSON]) {
			buf_printf(&c->out, "%s\n{\"name\": ", i ? "," : "");
			json_string(&c->out, r->name);
			buf_str(&c->out, S(", \"title\": "));
			json_string(&c->out, r->title);
			buf_str(&c->out, S(", \"columns\": ["));
			for (size_t k = 0; k < r->ncolumns; k++) {
				buf_str(&c->out, k ? S(", ") : S(""));
				json_string(&c->out, r->column[k].name);
			}
			buf_str(&c->out, S("]}"));
			continue;
		}
		pad(c, r->name, 6);
		buf_printf(&c->out, "%.*s\n", STR_FMT(r->title));
	}
	if (c->opt[OPT_JSON])
		buf_str(&c->out, S("\n]\n"));
	return RC_OK;
}

void report_help(struct cli *c)
{
	size_t n;
	const struct count *all = count_all(&n);

	buf_printf(&c->out, "%s\n\n%s\n", tr("报表是 config/reports/ 里的文件，一张一个；数据目录的 config/reports/ 里放同名文件改它，"
		"放新的就多一张。"), tr("count 能数的（在括号里的记录上写 when 和 sum）："));
	for (size_t i = 0; i < n; i++) {
		buf_str(&c->out, S("  "));
		pad(c, str_of(all[i].name), 20);
		buf_printf(&c->out, "%s（%s）\n", tr(all[i].label), source_rows[all[i].of].type->name);
	}
}

/* ---- one of them -------------------------------------------------------------------------------- */

static enum rc read_by(const struct cli *c, struct ask *what, struct err *e)
{
	what->line = c->opt[OPT_BY] ? str_of(c->opt[OPT_BY]) : S("community");
	if (!str_is(what->line, "community") && !str_is(what->line, "street"))
		return fail(e, RC_INVALID, "--by 只能是 community 或 street");
	return RC_OK;
}

static enum rc no_column(struct cli *c, const struct report *r, str name, struct err *e)
{
	const char **names = ARENA_ARRAY(c->a, const char *, r->ncolumns + 1), *near;

	for (size_t i = 0; i < r->ncolumns; i++)
		names[i] = arena_z(c->a, r->column[i].name);
	near = str_nearest(name, names, r->ncolumns, sizeof *names);
	return near ? fail(e, RC_INVALID, "%.*s 没有“%.*s”这一栏，是不是 %s？", STR_FMT(r->name), STR_FMT(name), near)
		: fail(e, RC_INVALID, "%.*s 没有“%.*s”这一栏；栏名见 qinqing report %.*s --json", STR_FMT(r->name),
			STR_FMT(name), STR_FMT(r->name));
}

/* Of all that one sees, or of an org; ORG 本级: what the org itself did. */
static enum rc behind(struct cli *c, const struct report *r, struct ask *what, struct err *e)
{
	str org = c->nargs > 2 ? str_of(c->arg[2]) : S("");
	int column = report_column(r, str_of(c->arg[1]));

	if (column < 0 || r->list)
		return no_column(c, r, str_of(c->arg[1]), e);
	what->query = report_behind(c->a, r, (size_t)column);
	what->line = S("");
	if (str_ends(org, S("本级"))) {
		what->line = S("own");
		org = str_sub(org, 0, org.n - S("本级").n);
	}
	if (org.n)
		TRY(cli_about(c, "org", org, &what->about, e));
	return print_list(c, what, arena_printf(c->a, "“%.*s”后面没有名单", STR_FMT(r->column[column].title)), e);
}

static void say_checks(struct cli *c, const struct report *r, const struct page *page, bool *holds)
{
	struct report_checks all;

	report_check(c->a, r, page, &all);
	*holds = true;
	buf_char(&c->out, '\n');
	for (size_t i = 0; i < all.n; i++) {
		buf_printf(&c->out, "%s%.*s\n", tr("核对 "), STR_FMT(all.p[i].text));
		*holds &= all.p[i].holds;
	}
}

static enum rc table(struct cli *c, const struct report *r, struct ask *what, struct err *e)
{
	struct page page;
	bool holds;

	what->query = report_query(c->a, session_office(c->s), r);
	TRY(print_ask(c, what, &page, e));
	if (c->opt[OPT_JSON])
		return print_page_json(c, &page, e);
	buf_printf(&c->out, "%.*s  %.*s\n\n", STR_FMT(tr_str(r->title)), STR_FMT(span_text(c->a, what->span)));
	print_page(c, what->query, &page);
	say_checks(c, r, &page, &holds);
	return holds ? RC_OK : fail(e, RC_IO, "%.*s 的数字对不上，请运行 qinqing check", STR_FMT(r->name));
}

enum rc run_report(struct cli *c, struct err *e)
{
	const struct report *r;
	struct ask what = { 0 };

	if (!c->nargs)
		return list_reports(c, e);
	TRY(report_load(c->a, session_office(c->s), str_of(c->arg[0]), &r, e));
	TRY(report_period(r, c->opt[OPT_PERIOD] ? str_of(c->opt[OPT_PERIOD]) : S(""), session_today(c->s), &what.span, e));
	TRY(read_by(c, &what, e));
	cli_order(c, &what);
	return c->nargs > 1 ? behind(c, r, &what, e) : table(c, r, &what, e);
}
