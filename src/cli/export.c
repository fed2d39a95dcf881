/* export.c - export NAME: a list, a board or all records of a type into a file, a directory or a pipe. */
#include "core/exchange/export.h"
#include "cli/cli.h"

#include "base/str.h"
#include "base/tr.h"
#include "core/lists/reports/report.h"
#include "rec/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A list, all records of a type, or a report; NULL: it may be a list somebody kept. */
static enum rc find_query(struct cli *c, str name, const struct query **q, struct err *e)
{
	const struct office *o = session_office(c->s);
	const struct rec_type *t = office_type(o, name);
	const struct report *r;

	*q = query_find(name);
	if (!*q && t)
		*q = query_of_type(c->a, t);
	if (*q || !report_there(c->a, o, name))
		return RC_OK;
	TRY(report_load(c->a, o, name, &r, e));
	*q = report_query(c->a, r);
	return RC_OK;
}

/* Given as an option, else asked of a person at the terminal. */
static str say_or_ask(struct cli *c, enum opt o, const char *question)
{
	if (c->opt[o])
		return str_of(c->opt[o]);
	return cli_is_terminal() ? cli_ask(c, question) : S("");
}

static bool is_dir(const char *to)
{
	struct stat st;

	return stat(to, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Into a pipe: said so, or nobody reads here what would be said of a file. */
static bool is_pipe(const struct cli *c)
{
	return c->opt[OPT_TO] ? !strcmp(c->opt[OPT_TO], "-") : !isatty(STDOUT_FILENO);
}

static const char *const formats[EXPORT_FORMATS] = { [EXPORT_XLSX] = "xlsx", [EXPORT_CSV] = "csv",
	[EXPORT_GB18030] = "gb18030" };

/* What is asked for, else what the file's name says; a pipe gets text, a person a workbook. */
static enum rc read_format(const struct cli *c, struct export *x, struct err *e)
{
	str to = str_of(c->opt[OPT_TO]), word = str_of(c->opt[OPT_FORMAT]);
	bool xlsx = str_ends(to, S(".xlsx")), csv = str_ends(to, S(".csv")), pipe = is_pipe(c);
	int f = 0;

	while (word.n && f < EXPORT_FORMATS && !str_is(word, formats[f]))
		f++;
	if (f == EXPORT_FORMATS)
		return fail(e, RC_INVALID, "--format 要写 xlsx、csv 或 gb18030，“%.*s”不是", STR_FMT(word));
	x->format = word.n ? (enum export_format)f : csv || pipe ? EXPORT_CSV : EXPORT_XLSX;
	if (to.n && !pipe && !xlsx && !csv && !is_dir(c->opt[OPT_TO]))
		return fail(e, RC_INVALID, "--to 要写 .xlsx 或 .csv 的文件名、一个目录，或 -；“%.*s”都不是", STR_FMT(to));
	if ((xlsx && x->format != EXPORT_XLSX) || (csv && x->format == EXPORT_XLSX))
		return fail(e, RC_INVALID, "--format %.*s 和文件名 %.*s 对不上", STR_FMT(word), STR_FMT(to));
	return RC_OK;
}

static enum rc read_digits(const struct cli *c, struct export *x, struct err *e)
{
	str word = str_of(c->opt[OPT_DIGITS]);

	x->flags = str_is(word, "keep") ? CSV_KEEP : str_is(word, "tab") ? CSV_TAB : 0;
	if (c->opt[OPT_DIGITS] && !x->flags)
		return fail(e, RC_INVALID, "--digits 要写 keep 或 tab，“%.*s”不是", STR_FMT(word));
	if (x->flags && x->format == EXPORT_XLSX)
		return fail(e, RC_INVALID, "--digits 是给 CSV 的，xlsx 用不着");
	return RC_OK;
}

/* What was there is not written over; a place that cannot be written is told before the log says anything. */
static enum rc open_file(const char *path, int *fd, struct err *e)
{
	*fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (*fd < 0 && errno == EEXIST)
		return fail(e, RC_INVALID, "已经有 %s 了，不覆盖；请用 --to 换一个名字", path);
	return *fd < 0 ? fail(e, RC_INVALID, "写不了 %s：%s", path, strerror(errno)) : RC_OK;
}

static enum rc into_file(struct cli *c, const struct delivery *d, struct exported *out, struct err *e)
{
	const char *path = c->opt[OPT_TO];
	enum rc rc;
	int fd;

	TRY(open_file(path, &fd, e));
	rc = d->make(d->of, c, out, e);
	if (rc == RC_OK)
		rc = export_pour(out, fd, path, e);
	if (close(fd) != 0 && rc == RC_OK)
		rc = fail(e, RC_IO, "没有写完 %s：%s", path, strerror(errno));
	if (rc != RC_OK)
		unlink(path);
	return rc;
}

static enum rc into_pipe(struct cli *c, const struct delivery *d, struct exported *out, struct err *e)
{
	TRY(d->make(d->of, c, out, e));
	cli_flush(c);
	return export_pour(out, STDOUT_FILENO, "-", e);
}

enum rc cli_deliver(struct cli *c, const struct delivery *d, struct exported *out, str *path, struct err *e)
{
	const char *to = c->opt[OPT_TO];

	*path = S("");
	if (is_pipe(c))
		return into_pipe(c, d, out, e);
	if (to && !is_dir(to)) {
		*path = str_of(to);
		return into_file(c, d, out, e);
	}
	TRY(d->make(d->of, c, out, e));
	return export_keep(c->s, c->a, out, str_of(to ? to : ""), path, e);
}

static enum rc make_export(void *export, struct cli *c, struct exported *out, struct err *e)
{
	return export_make(c->s, c->a, export, out, e);
}

enum rc run_export(struct cli *c, struct err *e)
{
	struct export_column *column;
	struct export x = { 0 };
	struct exported out;
	struct page page;
	struct ask what;
	str path;

	TRY(find_query(c, str_of(c->arg[0]), &x.query, e));
	TRY(cli_list_ask(c, x.query, &what, e));
	x.query = what.query;
	TRY(session_may_export(c->s, what.about ? what.about_type : NULL, what.about, e));
	TRY(read_format(c, &x, e));
	TRY(read_digits(c, &x, e));
	TRY(session_list(c->s, c->a, &what, &page, e));
	if (page.n < page.total || page.beyond)
		return fail(e, RC_INVALID, "共 %zu 行，一次最多导出 %zu 行；请先筛选", page.total + page.beyond, page.n);
	TRY(export_columns(c->a, x.query, page.type, str_of(c->opt[OPT_COLUMNS]), &column, &x.ncolumns, e));
	x.column = column;
	x.page = &page;
	x.span = what.span;
	if (what.about) {
		x.of = what.about_type;
		x.id = what.about;
	}
	x.purpose = say_or_ask(c, OPT_WHY, tr("用途："));
	x.recipient = say_or_ask(c, OPT_WHOM, tr("接收人："));
	if (!x.purpose.n || !x.recipient.n)
		return fail(e, RC_INVALID, "导出要写明 --why 用途 和 --for-whom 交给谁，记入日志");
	TRY(cli_deliver(c, &(struct delivery){ make_export, &x }, &out, &path, e));
	if (path.n) {
		buf_printf(&c->out, tr("已导出 %zu 行到 %s（编号 %llu）"), page.n, arena_z(c->a, path),
			(unsigned long long)out.number);
		buf_char(&c->out, '\n');
	}
	return RC_OK;
}
