/* import.c - import families FILE: reads the file, shows the plan, writes it when told to. */
#include "core/exchange/import.h"
#include "cli/cli.h"

#include "base/str.h"
#include "base/tr.h"
#include "core/records/types.h"
#include "rec/text.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <unistd.h>

enum { FILE_MOST = 256 << 20 };

/* The whole of a file, or of standard input for "-". */
static enum rc slurp(struct arena *a, const char *path, str *out, struct err *e)
{
	int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
	struct buf b = { .a = a };
	char piece[1 << 16];
	ssize_t n;

	if (fd < 0)
		return fail(e, RC_INVALID, "打不开 %s：%s", path, strerror(errno));
	while ((n = read(fd, piece, sizeof piece)) > 0 && b.n <= FILE_MOST)
		buf_put(&b, piece, (size_t)n);
	close(fd);
	if (n < 0)
		return fail(e, RC_INVALID, "读不了 %s：%s", path, strerror(errno));
	if (b.n > FILE_MOST)
		return fail(e, RC_INVALID, "%s 太大（超过 256 MB），请分成几个文件", path);
	*out = buf_view(&b);
	return RC_OK;
}

/* ---- the report ----------------------------------------------------------------------------- */

static void row_text(struct cli *c, const struct import_row *r)
{
	buf_printf(&c->out, tr("第%u行"), r->line);
	buf_printf(&c->out, "  %s  %.*s", import_verdict(r->verdict), STR_FMT(r->name));
	if (r->family)
		buf_printf(&c->out, "  family:%" PRIu64, r->family);
	for (size_t i = 0; i < r->nnotes; i++)
		buf_printf(&c->out, "%s%.*s%s%.*s", i ? "；" : "  ", STR_FMT(r->note[i].where),
			r->note[i].where.n ? "：" : "", STR_FMT(r->note[i].text));
	buf_char(&c->out, '\n');
}

static void counts(struct cli *c, const struct import *im)
{
	for (int v = 0; v < ROW_VERDICTS; v++)
		buf_printf(&c->out, "%s%s %zu", v ? "  " : "", import_verdict((enum verdict)v),
			im->count[v]);
	buf_char(&c->out, '\n');
}

static void report_text(struct cli *c, const struct import *im)
{
	buf_printf(&c->out, "%.*s（%s，%zu %s）\n", STR_FMT(im->file), im->charset, im->n, tr("行"));
	for (size_t i = 0; i < im->unused.n; i++)
		buf_printf(&c->out, "%s%.*s%s", i ? "、" : tr("没有用到的列："),
			STR_FMT(im->unused.p[i]), i + 1 == im->unused.n ? "\n" : "");
	for (size_t i = 0; i < im->n; i++)
		row_text(c, &im->row[i]);
	counts(c, im);
}

static void row_json(struct cli *c, const struct import_row *r)
{
	static const char *const verdicts[ROW_VERDICTS] = { "new", "same", "changed", "twice",
		"refused" };
	struct buf *b = &c->out;

	buf_printf(b, "{\"line\": %u, \"verdict\": \"%s\", \"name\": ", r->line,
		verdicts[r->verdict]);
	json_string(b, r->name);
	if (r->family)
		buf_printf(b, ", \"ref\": \"family:%" PRIu64 "\"", r->family);
	buf_str(b, S(", \"notes\": ["));
	for (size_t i = 0; i < r->nnotes; i++) {
		buf_str(b, i ? S(", {\"where\": ") : S("{\"where\": "));
		json_string(b, r->note[i].where);
		buf_str(b, S(", \"text\": "));
		json_string(b, r->note[i].text);
		buf_char(b, '}');
	}
	buf_str(b, S("]}"));
}

static void report_json(struct cli *c, const struct import *im)
{
	buf_char(&c->out, '[');
	for (size_t i = 0; i < im->n; i++) {
		buf_str(&c->out, i ? S(",\n") : S("\n"));
		row_json(c, &im->row[i]);
	}
	buf_str(&c->out, S("\n]\n"));
}

/* ---- the command ---------------------------------------------------------------------------- */

static enum rc may_write(struct cli *c, const struct import *im, size_t rows, struct err *e)
{
	TRY(session_may_ever(c->s, &family_type, e));
	TRY(session_may_ever(c->s, &person_type, e));
	if (c->opt[OPT_YES])
		return RC_OK;
	if (!cli_is_terminal())
		return fail(e, RC_INVALID, "什么也没有写：这里没有终端可以确认；"
			"加 --yes 写入，或加 --dry-run 只检查");
	buf_printf(&c->out, tr("写入新增和有变化的 %zu 行（拒绝和重复的 %zu 行不写）。"), rows,
		im->count[ROW_REFUSED] + im->count[ROW_TWICE]);
	if (!cli_confirm(c, tr("确定吗？[y/N] ")))
		return fail(e, RC_INVALID, "什么也没有写");
	return RC_OK;
}

/* What the writing came to goes to people, not into the JSON. */
static void say(struct cli *c, const char *text)
{
	if (c->opt[OPT_JSON])
		cli_remark(c, "%s", text);
	else
		buf_printf(&c->out, "%s\n", text);
}

enum rc run_import(struct cli *c, struct err *e)
{
	struct import *im;
	size_t rows;
	str content;

	if (strcmp(c->arg[0], "families") != 0)
		return fail(e, RC_INVALID, "现在只会导入家庭：qinqing import families FILE");
	TRY(slurp(c->a, c->arg[1], &content, e));
	TRY(import_families(c->s, c->a, str_of(c->arg[1]), content, &im, e));
	if (c->opt[OPT_JSON])
		report_json(c, im);
	else
		report_text(c, im);
	rows = im->count[ROW_NEW] + im->count[ROW_CHANGED];
	if (im->n == 0)
		return fail(e, RC_NOT_FOUND, "%s 里没有一行数据", c->arg[1]);
	if (c->opt[OPT_DRY_RUN]) {
		say(c, tr("只是检查，什么也没有写。"));
		return RC_OK;
	}
	if (!rows) {
		say(c, tr("没有要写的。"));
		return im->count[ROW_REFUSED] == im->n
			       ? fail(e, RC_INVALID, "每一行都被拒绝了，原因见上面各行") : RC_OK;
	}
	TRY(may_write(c, im, rows, e));
	TRY(import_write(c->s, c->a, im, e));
	say(c, tr("已写入。整批可以用 qinqing undo 撤回。"));
	return RC_OK;
}
