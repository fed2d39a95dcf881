/* office.c - the commands that look after an office as a whole: the screens, check, config check. */
#include "cli/cli.h"

#include "base/str.h"
#include "base/tr.h"
#include "core/exchange/map.h"
#include "core/exchange/print.h"
#include "core/lists/reports/report.h"
#include "core/office/survey.h"
#include "core/office/settings.h"
#include "ui/ui.h"

#include <inttypes.h>

/* ---- the screens ---------------------------------------------------------------------------- */

enum rc run_screens(struct cli *c, struct err *e)
{
	TRY(init_first_start(c, e));
	if (ui_can_run())
		return ui_run(c->s, e);
	return run_today(c, e);
}

/* ---- checks --------------------------------------------------------------------------------- */

void cli_progress(void *arg, str line)
{
	struct cli *c = arg;

	buf_printf(&c->out, "%.*s\n", STR_FMT(line));
	cli_flush(c);
}

enum rc run_check(struct cli *c, struct err *e)
{
	uint64_t bad = 0;

	TRY(session_check(c->s, cli_progress, c, &bad, e));
	if (bad)
		return fail(e, RC_IO, "发现 %" PRIu64 " 处不对，逐条列在上面；请先不要再写入：只是索引或计数器不对，"
			"运行 qinqing reindex，其余的用最近的备份恢复", bad);
	if (c->opt[OPT_SINCE]) {
		str head;

		TRY(session_since(c->s, c->a, str_of(c->opt[OPT_SINCE]), &head, e));
		buf_printf(&c->out, "%s %s\n%s %.*s\n", tr("没有改过，从头到："), c->opt[OPT_SINCE], tr("现在的链头："),
			STR_FMT(head));
	}
	buf_printf(&c->out, "%s\n", tr("数据完好"));
	return RC_OK;
}

enum rc run_reindex(struct cli *c, struct err *e)
{
	TRY(session_reindex(c->s, e));
	buf_printf(&c->out, "%s\n", tr("索引和计数器已按记录重建"));
	return RC_OK;
}

/* The settings of records, then what stands on them: maps, screens, texts. */
static enum rc all_problems(struct cli *c, const char *dir, str *out, struct err *e)
{
	struct settings_names all = settings_all(c->a, dir);
	struct buf b = { .a = c->a };
	struct office *office;
	struct yfile *english;

	buf_str(&b, settings_strays(c->a, dir));
	buf_str(&b, office_problems(c->a, core_types, dir));
	if (!b.n) {
		TRY(office_load(c->a, core_types, dir, &office, e));
		for (size_t i = 0; i < all.n; i++)
			if (str_starts(all.p[i], S("config/maps/")))
				buf_str(&b, map_problems(c->a, office, all.p[i]));
			else if (str_starts(all.p[i], S("config/prints/")))
				buf_str(&b, print_problems(c->a, office, all.p[i]));
			else if (str_starts(all.p[i], S("config/reports/")))
				buf_str(&b, report_problems(c->a, office, all.p[i]));
			else if (str_starts(all.p[i], S("config/surveys/")))
				buf_str(&b, survey_problems(c->a, office, all.p[i]));
		buf_str(&b, ui_problems(c->a, office));
		english = settings_read(c->a, dir, S("config/en.yaml"));
		tr_check(english);
		buf_str(&b, yaml_problems(english, c->a));
	}
	*out = b.n ? buf_view(&b) : S("");
	return RC_OK;
}

enum rc run_config(struct cli *c, struct err *e)
{
	const char *dir = cli_settings(c);
	str problems, own;

	if (strcmp(c->arg[0], "check") != 0)
		return fail(e, RC_INVALID, "没有“config %s”；要写 qinqing config check", c->arg[0]);
	TRY(cli_settings_there(c, e));
	TRY(all_problems(c, dir, &problems, e));
	if (problems.n) {
		buf_str(&c->out, problems);
		return fail(e, RC_INVALID, "设置有问题，逐条列在上面");
	}
	own = settings_overrides(c->a, dir);
	if (own.n)
		buf_printf(&c->out, "%s\n%.*s", tr("与随程序来的设置不同的地方："), STR_FMT(own));
	buf_printf(&c->out, "%s\n", tr("设置没有问题"));
	return RC_OK;
}
