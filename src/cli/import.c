/* import.c - import families FILE: reads the file, shows the plan, writes it when told to. */
#include "core/exchange/import.h"
#include "core/exchange/import_type.h"
#include "cli/cli.h"

#include "base/file.h"
#include "base/str.h"
#include "base/tr.h"
#include "core/records/types.h"
#include "rec/text.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <unistd.h>

enum { FILE_MOST = 256 << 20 };

enum rc cli_slurp(struct arena *a, const char *path, size_t most, str *out, struct err *e)
{
	int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
	struct buf b = { .a = a };
	char piece[1 << 16];
	ssize_t n;

	if (fd < 0)
		return fail(e, RC_INVALID, "打不开 %s：%s", path, strerror(errno));
	while ((n = read(fd, piece, sizeof piece)) > 0 && b.n <= most)
		buf_put(&b, piece, (size_t)n);
	close(fd);
	if (n < 0)
		return fail(e, RC_INVALID, "读不了 %s：%s", path, strerror(errno));
	if (b.n > most)
		return fail(e, RC_INVALID, most >> 20 ? "%s 太大（超过 %zu MB），请分成几个文件" : "%s 太大（超过 %zu KB）",
			path, most >> 20 ? most >> 20 : most >> 10);
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
	if (im->sheet.n)
		buf_printf(&c->out, tr("工作表：%.*s\n"), STR_FMT(im->sheet));
	for (size_t i = 0; i < im->unused.n; i++)
		buf_printf(&c->out, "%s%.*s%s", i ? "、" : tr("没有用到的列："),
			STR_FMT(im->unused.p[i]), i + 1 == im->unused.n ? "\n" : "");
	for (size_t i = 0; i < im->n; i++)
		row_text(c, &im->row[i]);
	for (size_t i = 0; i < im->skipped.n; i++) {
		buf_printf(&c->out, tr("第%u行"), im->skipped.p[i].line);
		buf_printf(&c->out, "  %s  %.*s\n", tr("不是数据，没有读"), STR_FMT(im->skipped.p[i].text));
	}
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

/* ---- the sheet of what was refused ---------------------------------------------------------- */

enum { NAMES_MOST = 99 };

struct refused { const char *path; int fd; size_t rows; };

/* 名册-拒绝.csv, 名册-拒绝-2.csv ...: what somebody is correcting by now is never written over. */
static enum rc make_sheet(struct cli *c, struct refused *sheet, struct err *e)
{
	str roster = str_of(c->arg[1]);
	uint32_t stem = roster.n;

	for (uint32_t i = roster.n; i-- > 1 && roster.p[i] != '/';)
		if (roster.p[i] == '.' && roster.p[i - 1] != '/') {
			stem = i;
			break;
		}
	roster.n = stem;
	sheet->path = c->opt[OPT_REFUSED];
	for (int n = 1; n <= NAMES_MOST; n++) {
		if (!c->opt[OPT_REFUSED] && n == 1)
			sheet->path = arena_z(c->a, arena_printf(c->a, "%.*s-拒绝.csv", STR_FMT(roster)));
		else if (!c->opt[OPT_REFUSED])
			sheet->path = arena_z(c->a, arena_printf(c->a, "%.*s-拒绝-%d.csv", STR_FMT(roster), n));
		sheet->fd = open(sheet->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (sheet->fd >= 0 || errno != EEXIST || c->opt[OPT_REFUSED])
			break;
	}
	if (sheet->fd < 0)
		return fail(e, RC_INVALID, "什么也没有写：拒绝的行存不到 %s（%s）；请用 --refused FILE 换一个地方",
			sheet->path, strerror(errno));
	return RC_OK;
}

/* All of it, again when the commit itself has refused more. */
static enum rc fill_sheet(struct cli *c, const struct import *im, struct refused *sheet, struct err *e)
{
	str text = import_refused(c->a, im);

	if (lseek(sheet->fd, 0, SEEK_SET) < 0 || ftruncate(sheet->fd, 0) != 0 || !file_write(sheet->fd, text) ||
		fsync(sheet->fd) != 0)
		return fail(e, RC_INVALID, "拒绝的行没有存上：%s（%s）", sheet->path, strerror(errno));
	sheet->rows = im->count[ROW_REFUSED];
	return RC_OK;
}

/* Before anything is written: a sheet that cannot be made would lose the rows.  Standard input has no place
 * beside it. */
static enum rc keep_refused(struct cli *c, const struct import *im, struct refused *sheet, struct err *e)
{
	if (sheet->rows == im->count[ROW_REFUSED] || (!c->opt[OPT_REFUSED] && !strcmp(c->arg[1], "-")))
		return RC_OK;
	if (sheet->fd < 0)
		TRY(make_sheet(c, sheet, e));
	return fill_sheet(c, im, sheet, e);
}

/* ---- the command ---------------------------------------------------------------------------- */

static enum rc may_write(struct cli *c, const struct import *im, size_t rows, struct err *e)
{
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

static size_t to_write(const struct import *im)
{
	return im->count[ROW_NEW] + im->count[ROW_CHANGED];
}

/* The rows that only the commit has refused, and the sums again. */
static void report_late(struct cli *c, const struct import *im, size_t early)
{
	if (im->count[ROW_REFUSED] == early || c->opt[OPT_JSON])
		return;
	buf_printf(&c->out, "%s\n", tr("写入时又拒绝了："));
	for (size_t i = 0; i < im->n; i++)
		if (im->row[i].late)
			row_text(c, &im->row[i]);
	counts(c, im);
}

static enum rc write_rows(struct cli *c, struct import *im, struct refused *sheet, struct err *e)
{
	size_t early = im->count[ROW_REFUSED];
	enum rc rc;

	if (to_write(im))
		TRY(may_write(c, im, to_write(im), e));
	TRY(keep_refused(c, im, sheet, e));
	if (!to_write(im)) {
		say(c, tr("没有要写的。"));
		return RC_OK;
	}
	rc = import_write(c->s, c->a, im, e);
	if (rc != RC_OK && sheet->fd >= 0)
		unlink(sheet->path); /* nothing was written; the next try makes it again */
	TRY(rc);
	report_late(c, im, early);
	say(c, to_write(im) ? tr("已写入。整批可以用 qinqing undo 撤回。") : tr("没有要写的。"));
	return keep_refused(c, im, sheet, e);
}

/* Of any other type: a column a field, all rows or none. */
static enum rc records(struct cli *c, struct err *e)
{
	const struct rec_type *t;
	struct typed_rows rows;
	str content;

	TRY(cli_type(c, str_of(c->arg[0]), &t, e));
	if (t->owner && !*t->owner)
		return fail(e, RC_INVALID, "家庭连同户主和子女一起导入：qinqing import families %s", c->arg[1]);
	TRY(session_may_ever(c->s, t, e));
	TRY(cli_slurp(c->a, c->arg[1], FILE_MOST, &content, e));
	TRY(import_type_read(c->s, c->a, t, content, str_of(c->opt[OPT_SHEET]), &rows, e));
	for (size_t i = 0; i < rows.n; i++)
		if (rows.p[i].refused.n)
			buf_printf(&c->out, "%s %u: %.*s\n", tr("第几行"), rows.p[i].line, STR_FMT(rows.p[i].refused));
	if (rows.nrefused)
		return fail(e, RC_INVALID, "有%zu行不对，什么也没有写；改好再导入", rows.nrefused);
	if (!rows.n)
		return fail(e, RC_NOT_FOUND, "%s 里没有一行数据", c->arg[1]);
	if (c->opt[OPT_DRY_RUN]) {
		buf_printf(&c->out, "%zu %s\n", rows.n, tr("行都对；只是检查，什么也没有写。"));
		return RC_OK;
	}
	if (!c->opt[OPT_YES] && !cli_is_terminal())
		return fail(e, RC_INVALID, "什么也没有写：这里没有终端可以确认；加 --yes 写入，或加 --dry-run 只检查");
	buf_printf(&c->out, "%zu %s\n", rows.n, tr("行"));
	if (!c->opt[OPT_YES] && !cli_confirm(c, tr("确定吗？[y/N] ")))
		return fail(e, RC_INVALID, "什么也没有写");
	TRY(import_type_write(c->s, c->a, t, &rows, e));
	buf_printf(&c->out, "%s\n", tr("已写入。整批可以用 qinqing undo 撤回。"));
	return RC_OK;
}

enum rc run_import(struct cli *c, struct err *e)
{
	struct refused sheet = { .fd = -1 };
	struct import *im;
	str content;
	enum rc rc;

	if (strcmp(c->arg[0], "families") != 0)
		return records(c, e);
	TRY(session_may_ever(c->s, &family_type, e)); /* trying it tells what is there already */
	TRY(session_may_ever(c->s, &person_type, e));
	TRY(cli_slurp(c->a, c->arg[1], FILE_MOST, &content, e));
	TRY(import_families(c->s, c->a, str_of(c->arg[1]), content, str_of(c->opt[OPT_SHEET]), &im, e));
	if (!c->opt[OPT_JSON])
		report_text(c, im);
	if (im->n == 0)
		return fail(e, RC_NOT_FOUND, "%s 里没有一行数据", c->arg[1]);
	rc = c->opt[OPT_DRY_RUN] ? RC_OK : write_rows(c, im, &sheet, e);
	if (c->opt[OPT_JSON])
		report_json(c, im);
	if (c->opt[OPT_DRY_RUN]) {
		say(c, tr("只是检查，什么也没有写。"));
		return RC_OK;
	}
	if (sheet.fd >= 0 && close(sheet.fd) != 0 && rc == RC_OK)
		rc = fail(e, RC_INVALID, "拒绝的行没有存上：%s（%s）", sheet.path, strerror(errno));
	if (rc != RC_OK || !im->count[ROW_REFUSED])
		return rc;
	if (!sheet.path)
		return fail(e, RC_INVALID, "拒绝了%zu行，原因见上面各行；要存成一张表来改，请加 --refused FILE",
			im->count[ROW_REFUSED]);
	return fail(e, RC_INVALID, "拒绝了%zu行，已存成 %s；照“%.*s”一栏改好，再导入这张表",
		im->count[ROW_REFUSED], sheet.path, STR_FMT(im->reason));
}
