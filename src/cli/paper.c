/* paper.c - print NAME: a report, a family's file, a card, as a page that a browser puts on paper. */
#include "core/exchange/print.h"
#include "cli/cli.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"

static void list_line(struct cli *c, str name, str title)
{
	enum { NAME_COLS = 22 };

	buf_str(&c->out, name);
	for (int used = utf8_cols(name); used < NAME_COLS; used++)
		buf_char(&c->out, ' ');
	buf_printf(&c->out, "%.*s\n", STR_FMT(title));
}

static enum rc list_prints(struct cli *c, struct err *e)
{
	struct report_names all = report_all(c->a, session_office(c->s));

	for (const struct print *p = prints; p->name; p++)
		list_line(c, p->about ? arena_printf(c->a, "%s %s", p->name, p->about->name) : str_of(p->name),
			str_of(tr(p->title)));
	for (size_t i = 0; i < all.n; i++) {
		const struct report *r;

		TRY(report_load(c->a, session_office(c->s), all.p[i], &r, e));
		list_line(c, r->name, tr_str(r->title));
	}
	return RC_OK;
}

static enum rc read_print(struct cli *c, struct printing *x, struct err *e)
{
	const struct print *p = x->print;

	for (int o = 0; o < OPTS; o++)
		if (c->opt[o] && OPT_BIT(o) & (OPT(PERIOD) | OPT(BY) | OPT(SORT) | OPT(WHERE) | OPT(AGAINST)))
			return fail(e, RC_INVALID, "--%s 是给报表的，%s用不着", options[o].name, p->title);
	if (!p->about && c->nargs > 1)
		return fail(e, RC_INVALID, "%s不用写“%.*s”：印的是您自己的", p->title, STR_FMT(cli_words(c, 1)));
	if (p->about && c->nargs < 2)
		return fail(e, RC_INVALID, "要写明是哪一个%s：qinqing print %s REF", p->about->label, p->name);
	return p->about ? cli_about(c, p->about->name, cli_words(c, 1), &x->id, e) : RC_OK;
}

static enum rc read_rows(struct cli *c, struct printing *x, struct page *page, struct err *e)
{
	struct ask what;

	if (c->opt[OPT_COLLEAGUES])
		return fail(e, RC_INVALID, "--colleagues 是给本人信息查询单的，报表用不着");
	TRY(cli_report_ask(c, &x->report, &what, e));
	TRY(session_list(c->s, c->a, &what, page, e));
	x->print = &print_of_report;
	x->page = page;
	x->span = x->report->kept ? x->report->kept->span : what.span;
	return RC_OK;
}

/* Neither a print nor a report: the nearest of both. */
static enum rc is_known(struct cli *c, str name, struct err *e)
{
	const char *near = str_nearest(name, &prints->name, print_count(), sizeof *prints);
	str type;
	uint64_t id;

	if (!near || report_there(c->a, session_office(c->s), name) || ref_parse(name, &type, &id))
		return RC_OK;
	return fail(e, RC_INVALID, "没有打印件“%.*s”，是不是 %s？", STR_FMT(name), near);
}

static enum rc make_print(void *printing, struct cli *c, struct exported *out, struct err *e)
{
	return print_make(c->s, c->a, printing, out, e);
}

enum rc run_print(struct cli *c, struct err *e)
{
	struct printing x = { .colleagues = c->opt[OPT_COLLEAGUES] != NULL };
	struct exported out;
	struct page page;
	str path;

	if (!c->nargs)
		return list_prints(c, e);
	x.purpose = str_trim(str_of(c->opt[OPT_WHY] ? c->opt[OPT_WHY] : ""));
	x.print = print_find(str_of(c->arg[0]));
	if (x.print) {
		TRY(read_print(c, &x, e));
	} else {
		TRY(is_known(c, str_of(c->arg[0]), e));
		TRY(read_rows(c, &x, &page, e));
	}
	TRY(cli_deliver(c, &(struct delivery){ make_print, &x }, &out, &path, e));
	if (path.n)
		buf_printf(&c->out, "%s %.*s\n", tr("打印好了，用浏览器打开再印："), STR_FMT(path));
	return RC_OK;
}
