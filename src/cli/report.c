/* report.c - report NAME: a report of a period, and the list behind a number of it. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/lists/reports/facts.h"
#include "core/lists/reports/freeze.h"

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
		pad(c, r->name, 12);
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

struct asked { const struct report *r; struct ask what; };

static enum rc read_by(const struct cli *c, struct asked *x, struct err *e)
{
	static const char *const by[] = { "community", "street" }, *const against[] = { "before", "year" };
	const char *how = c->opt[OPT_BY] ? c->opt[OPT_BY] : by[0], *than = c->opt[OPT_AGAINST];

	if (strcmp(how, by[0]) != 0 && strcmp(how, by[1]) != 0)
		return fail(e, RC_INVALID, "--by 只能是 community 或 street");
	if (than && strcmp(than, against[0]) != 0 && strcmp(than, against[1]) != 0)
		return fail(e, RC_INVALID, "--against 只能是 before（上一期）或 year（去年同期）");
	if (x->r->kept && (than || c->opt[OPT_BY] || c->opt[OPT_PERIOD]))
		return fail(e, RC_INVALID, "存底就是上报时的样子：不写 --by、--period 和 --against；以后补的自己列在后面");
	x->what.line = arena_printf(c->a, "%s %s", how, than ? than : "");
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

/* Of all that one sees, or of an org; ORG 本级: what the org itself did; 补录 before it: what came later. */
static enum rc behind(struct cli *c, struct asked *x, struct err *e)
{
	const struct report *r = x->r;
	str org = c->nargs > 2 ? str_of(c->arg[2]) : S(""), later = S("补录");
	int column = report_column(r, str_of(c->arg[1]));
	const char *than = c->opt[OPT_AGAINST] ? c->opt[OPT_AGAINST] : "";

	if (column < 0 || report_is_list(r))
		return no_column(c, r, str_of(c->arg[1]), e);
	x->what.query = report_behind(c->a, r, (size_t)column);
	if (r->kept && str_starts(org, later)) {
		than = against_word(AGAINST_LATER);
		org = str_trim(str_from(org, later.n));
	}
	x->what.line = str_of(than);
	if (str_ends(org, S("本级"))) {
		x->what.line = arena_printf(c->a, "own %s", than);
		org = str_sub(org, 0, org.n - S("本级").n);
	}
	if (org.n)
		TRY(cli_about(c, "org", org, &x->what.about, e));
	else if (r->kept)
		x->what.about = r->kept->org;
	return print_list(c, &x->what, arena_printf(c->a, "“%.*s”后面没有名单", STR_FMT(r->column[column].title)), e);
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

static enum rc table(struct cli *c, struct asked *x, struct err *e)
{
	const struct report *r = x->r;
	struct page page;
	bool holds;

	x->what.query = report_query(c->a, r);
	TRY(print_ask(c, &x->what, &page, e));
	if (c->opt[OPT_JSON])
		return print_page_json(c, &page, e);
	buf_printf(&c->out, "%.*s  %.*s", STR_FMT(tr_str(r->title)),
		STR_FMT(span_text(c->a, r->kept ? r->kept->span : x->what.span)));
	if (r->kept)
		buf_printf(&c->out, "  %.*s%s", STR_FMT(code_name(codebook_find(&session_office(c->s)->codes,
			S("REPORT_STATE")), r->kept->state.key)), r->kept->rules_changed ? tr("（规则或表样后来变过）") : "");
	buf_str(&c->out, S("\n\n"));
	print_page(c, x->what.query, &page);
	say_checks(c, r, &page, &holds);
	return holds ? RC_OK : fail(e, RC_IO, "%.*s 的数字对不上，请运行 qinqing check", STR_FMT(r->name));
}

/* ---- on its way up ------------------------------------------------------------------------------ */

/* The step that is asked for; REPORT_STEPS: none. */
static enum rc read_step(const struct cli *c, enum report_step *step, struct err *e)
{
	*step = REPORT_STEPS;
	for (enum report_step i = 0; i < REPORT_STEPS; i++) {
		if (!c->opt[OPT_SUBMIT + i])
			continue;
		if (*step != REPORT_STEPS)
			return fail(e, RC_INVALID, "一次只走一步：--%s 和 --%s 不能一起写", report_ways[*step].word,
				report_ways[i].word);
		*step = i;
	}
	if (*step != REPORT_STEPS && report_ways[*step].remark && !c->opt[OPT_WHY])
		return fail(e, RC_INVALID, "退回要写明原因：--why 数字不对");
	return RC_OK;
}

/* Whose: the unit that is named, else one's own. */
static enum rc read_org(struct cli *c, uint64_t *org, struct err *e)
{
	*org = session_me(c->s)->unit;
	if (c->nargs > 1)
		return cli_about(c, "org", cli_words(c, 1), org, e);
	return *org ? RC_OK : fail(e, RC_INVALID, "要写明是哪个单位的报表：qinqing report %s 梧桐社区 --submit", c->arg[0]);
}

static enum rc walk(struct cli *c, struct asked *x, enum report_step step, struct err *e)
{
	uint64_t org, id;

	if (x->r->kept) {
		id = x->r->kept->id;
	} else {
		TRY(read_org(c, &org, e));
		if (step == STEP_SUBMIT)
			TRY(report_submit(c->s, c->a, x->r, x->what.span, org, &id, e));
		else
			TRY(report_handed_up(c->s, x->r->name, x->what.span, org, &id, e));
	}
	if (x->r->kept && step == STEP_SUBMIT)
		return fail(e, RC_INVALID, "这一份已经上报了；重新上报写报表的名字和单位，不写存底");
	if (step != STEP_SUBMIT)
		TRY(report_step(c->s, c->a, id, step, str_of(c->opt[OPT_WHY] ? c->opt[OPT_WHY] : ""), e));
	buf_printf(&c->out, "%s frozen:%llu\n", tr(report_ways[step].label), (unsigned long long)id);
	return RC_OK;
}

static enum rc read_report(struct cli *c, struct asked *x, struct err *e)
{
	str name = str_of(c->arg[0]), of;
	uint64_t id;

	if (ref_parse(name, &of, &id)) {
		const struct rec_type *t;

		TRY(cli_ref(c, name, &t, &id, e));
		if (t->tag != frozen_type.tag)
			return fail(e, RC_INVALID, "%.*s 不是报表存底；存底见 qinqing list frozen", STR_FMT(name));
		return report_kept(c->s, c->a, id, &x->r, e);
	}
	TRY(report_load(c->a, session_office(c->s), name, &x->r, e));
	return RC_OK;
}

/* What is handed up is of a period that is over. */
static enum rc read_period(struct cli *c, struct asked *x, bool over, struct err *e)
{
	date today = session_today(c->s);

	if (x->r->kept)
		return RC_OK;
	TRY(report_period(x->r, str_of(c->opt[OPT_PERIOD] ? c->opt[OPT_PERIOD] : ""), today, &x->what.span, e));
	if (over && !c->opt[OPT_PERIOD])
		x->what.span = span_by(x->what.span, -1);
	return RC_OK;
}

enum rc cli_report_ask(struct cli *c, const struct report **r, struct ask *what, struct err *e)
{
	struct asked x = { 0 };

	TRY(read_report(c, &x, e));
	TRY(read_by(c, &x, e));
	TRY(read_period(c, &x, false, e));
	cli_order(c, &x.what);
	if (c->nargs > 1 && report_is_list(x.r))
		return fail(e, RC_INVALID, "%.*s 是名单，不能只要一个单位的；用 --where 筛选", STR_FMT(x.r->name));
	if (c->nargs > 1)
		TRY(cli_about(c, "org", cli_words(c, 1), &x.what.about, e));
	x.what.query = report_query(c->a, x.r);
	*r = x.r;
	*what = x.what;
	return RC_OK;
}

enum rc run_report(struct cli *c, struct err *e)
{
	struct asked x = { 0 };
	enum report_step step;

	if (!c->nargs)
		return list_reports(c, e);
	TRY(read_report(c, &x, e));
	TRY(read_step(c, &step, e));
	TRY(read_by(c, &x, e));
	TRY(read_period(c, &x, step != REPORT_STEPS, e));
	if (step != REPORT_STEPS)
		return walk(c, &x, step, e);
	cli_order(c, &x.what);
	return c->nargs > 1 ? behind(c, &x, e) : table(c, &x, e);
}
