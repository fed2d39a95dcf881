/* help.c - usage, examples, names for completion: all from the tables of cli.c. */
#include "base/harden.h"
#include "cli/cli.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/lists/reports/report.h"
#include "core/office/survey.h"
#include "core/records/types.h"

static void pad(struct buf *b, str text, int cols)
{
	buf_str(b, text);
	for (int used = utf8_cols(text); used < cols; used++)
		buf_char(b, ' ');
}

static void option_line(struct cli *c, const struct option_row *o)
{
	struct buf left = { .a = c->a };

	if (o->letter)
		buf_printf(&left, "-%c, ", o->letter);
	buf_printf(&left, "--%s%s%s", o->name, o->arg ? " " : "", o->arg ? o->arg : "");
	buf_str(&c->out, S("  "));
	pad(&c->out, buf_view(&left), 16);
	buf_printf(&c->out, "  %s\n", tr(o->what));
}

static void usage_of_one(struct cli *c, const struct command *d)
{
	bool any = false;

	buf_printf(&c->out, "%s qinqing %s%s%s\n\n%s\n", tr("用法："), d->name, *d->args ? " " : "",
		d->args, tr(d->what));
	for (int o = 0; o < OPTS; o++) {
		if (!(d->opts & OPT_BIT(o)))
			continue;
		if (!any)
			buf_printf(&c->out, "\n%s\n", tr("选项："));
		any = true;
		option_line(c, &options[o]);
	}
	buf_printf(&c->out, "\n%s\n  qinqing %s\n", tr("例："), d->example);
}

static void list_queries(struct cli *c)
{
	buf_printf(&c->out, "\n%s\n", tr("名单："));
	for (size_t i = 0; query_all()[i]; i++) {
		const struct query *q = query_all()[i];

		buf_str(&c->out, S("  "));
		pad(&c->out, arena_printf(c->a, "%s%s%s", q->name, q->about ? " " : "",
			q->about ? q->about : ""), 24);
		buf_printf(&c->out, "%s\n", tr(q->label));
	}
}

static void list_fields(struct cli *c, const struct rec_type *t)
{
	buf_printf(&c->out, "\n%s（%s）\n", t->name, tr(t->label));
	for EACH_FIELD(f, t) {
		if (f->flags & F_COMPUTED || f->kind == K_BYTES)
			continue;
		buf_str(&c->out, S("  "));
		pad(&c->out, str_of(f->name), 20);
		pad(&c->out, str_of(tr(f->label)), 16);
		buf_printf(&c->out, "%s%s\n", f->flags & F_REQUIRED ? tr("必填 ") : "",
			f->of ? f->of : "");
	}
}

void help_usage(struct cli *c, const struct command *d)
{
	if (d) {
		usage_of_one(c, d);
		if (d->run == run_list)
			list_queries(c);
		if (d->run == run_new || d->run == run_set)
			for (size_t i = 0; core_types[i]; i++)
				list_fields(c, core_types[i]);
		return;
	}
	buf_printf(&c->out, "%s qinqing [%s] [COMMAND]\n%s\n\n%s\n", tr("用法："), tr("选项"),
		tr("不写命令就打开界面；输出不是终端时打印今天的名单。"), tr("命令："));
	for (d = commands; d->name; d++) {
		buf_str(&c->out, S("  "));
		pad(&c->out, arena_printf(c->a, "%s %s", d->name, d->args), 26);
		buf_printf(&c->out, "  %s\n", tr(d->what));
	}
	buf_printf(&c->out, "\n%s\n", tr("选项："));
	for (int o = 0; OPT_BIT(o) < OPTS_GENERAL; o++)
		option_line(c, &options[o]);
	buf_printf(&c->out, "\n%s\n", tr("退出状态：0 完成，1 没有找到，2 被拒绝或写错了，3 故障。"));
}

/* ---- names for completion ------------------------------------------------------------------- */

static void name_line(struct cli *c, const char *name)
{
	buf_printf(&c->out, "%s\n", name);
}

static void command_names(struct cli *c)
{
	for (const struct command *d = commands; d->name; d++)
		name_line(c, d->name);
}

static void query_names(struct cli *c)
{
	for (size_t i = 0; query_all()[i]; i++)
		name_line(c, query_all()[i]->name);
}

static void type_names(struct cli *c)
{
	for (size_t i = 0; core_types[i]; i++)
		name_line(c, core_types[i]->name);
}

static void option_names(struct cli *c, const struct command *d)
{
	for (int o = 0; o < OPTS; o++)
		if (d ? command_takes(d, (enum opt)o) : OPT_BIT(o) < OPTS_GENERAL)
			buf_printf(&c->out, "--%s\n", options[o].name);
}

static void field_names(struct cli *c, const struct rec_type *t)
{
	for EACH_FIELD(f, t)
		if (!(f->flags & F_COMPUTED) && f->kind != K_BYTES)
			name_line(c, f->name);
}

static void report_names(struct cli *c)
{
	struct report_names all = report_all(c->a, &(struct office){ .dir = cli_settings(c) });

	for (size_t i = 0; i < all.n; i++)
		name_line(c, arena_z(c->a, all.p[i]));
}

static void survey_names(struct cli *c)
{
	struct survey_names all = survey_all(c->a, &(struct office){ .dir = cli_settings(c) });

	for (size_t i = 0; i < all.n; i++)
		name_line(c, arena_z(c->a, all.p[i]));
}

/* --names [commands | reports | surveys | queries | types | options [COMMAND] | TYPE] */
static enum rc names(struct cli *c, struct err *e)
{
	static const struct { const char *what; void (*list)(struct cli *); } lists[] = {
		{ "commands", command_names }, { "queries", query_names }, { "types", type_names },
		{ "reports", report_names }, { "surveys", survey_names },
	};
	str what = c->nargs ? str_of(c->arg[0]) : S("commands");

	for (size_t i = 0; i < COUNT(lists); i++)
		if (str_is(what, lists[i].what)) {
			lists[i].list(c);
			return RC_OK;
		}
	if (str_is(what, "options")) {
		option_names(c, c->nargs > 1 ? command_find(str_of(c->arg[1])) : NULL);
		return RC_OK;
	}
	for (size_t i = 0; core_types[i]; i++)
		if (str_is(what, core_types[i]->name)) {
			field_names(c, core_types[i]);
			return RC_OK;
		}
	return fail(e, RC_INVALID, "没有“%.*s”的名字", STR_FMT(what));
}

/* ---- the table of rights ---------------------------------------------------------------------- */

static str joined(struct cli *c, const struct strs *s)
{
	struct buf b = { .a = c->a };

	for (size_t i = 0; i < s->n; i++)
		buf_printf(&b, "%s%.*s", i ? " " : "", STR_FMT(s->p[i]));
	return b.n ? buf_view(&b) : S("-");
}

static const char *truth(bool yes)
{
	return yes ? "yes" : "-";
}

/* The table is the settings', those of this office where there is one. */
static enum rc roles(struct cli *c, struct err *e)
{
	enum { COLUMNS = 10 };
	static const char *const names[COLUMNS] = { "role", "label", "reach", "families", "clear", "sens", "supervises",
		"log", "may", "grants" };
	static const int cols[COLUMNS] = { 12, 18, 11, 10, 7, 6, 12, 5, 0, 0 };
	struct office *o;

	TRY(cli_settings_there(c, e));
	TRY(office_load(c->a, core_types, cli_settings(c), &o, e));
	for (size_t i = 0; i < o->nroles; i++) {
		const struct role *r = &o->role[i];
		const str cell[COLUMNS] = { r->name, code_name(codebook_find(&o->codes, S("ROLE")), r->name),
			str_of(role_reach_name(r)), str_of(role_families_name(r)), str_of(role_clear_name(r)),
			arena_printf(c->a, "%d", (int)r->sens), str_of(truth(r->supervises)), str_of(truth(r->log)),
			joined(c, &r->may), joined(c, &r->grants) };

		if (c->opt[OPT_JSON])
			buf_str(&c->out, i ? S(",\n{") : S("[\n{"));
		for (int k = 0; k < COLUMNS && c->opt[OPT_JSON]; k++) {
			buf_printf(&c->out, "%s\"%s\": ", k ? ", " : "", names[k]);
			json_string(&c->out, cell[k]);
		}
		if (c->opt[OPT_JSON]) {
			buf_char(&c->out, '}');
			continue;
		}
		for (int k = 0; !i && cols[k]; k++)
			pad(&c->out, str_of(names[k]), cols[k]);
		buf_str(&c->out, i ? S("") : S("\n"));
		for (int k = 0; cols[k]; k++)
			pad(&c->out, cell[k], cols[k]);
		buf_printf(&c->out, "\n    may     %.*s\n    grants  %.*s\n", STR_FMT(cell[COLUMNS - 2]),
			STR_FMT(cell[COLUMNS - 1]));
	}
	if (c->opt[OPT_JSON])
		buf_str(&c->out, S("\n]\n"));
	return RC_OK;
}

enum rc run_help(struct cli *c, struct err *e)
{
	const struct command *d;

	if (c->opt[OPT_NAMES])
		return names(c, e);
	if (c->nargs == 1 && strcmp(c->arg[0], "roles") == 0)
		return roles(c, e);
	if (c->nargs > 1)
		return fail(e, RC_INVALID, "多写了“%s”：qinqing help [COMMAND|TYPE]", c->arg[1]);
	if (c->nargs && !strcmp(c->arg[0], "reports")) {
		report_help(c);
		return RC_OK;
	}
	d = c->nargs ? command_find(str_of(c->arg[0])) : NULL;
	for (size_t i = 0; c->nargs && !d && core_types[i]; i++)
		if (strcmp(core_types[i]->name, c->arg[0]) == 0 || strcmp(core_types[i]->label, c->arg[0]) == 0) {
			list_fields(c, core_types[i]);
			return RC_OK;
		}
	if (c->nargs && !d)
		return fail(e, RC_INVALID, "没有命令或记录“%s”；全部命令见 qinqing help，全部记录见 qinqing help new", c->arg[0]);
	help_usage(c, d);
	return RC_OK;
}

void help_version(struct cli *c)
{
	buf_printf(&c->out, "qinqing %s\n", VERSION);
}

enum rc run_version(struct cli *c, struct err *e)
{
	(void)e;
	help_version(c);
	for (const struct harden_line *l = harden_state(); c->opt[OPT_BUILD] && l->what; l++)
		buf_printf(&c->out, "%s: %s\n", l->what, tr(l->on ? "有" : "没有"));
	return RC_OK;
}
