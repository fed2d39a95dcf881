/* export.c - the rows of a list as a table of cells, its entry in the log, and the file. */
#include "core/exchange/export.h"

#include "base/file.h"
#include "core/lists/rows.h"
#include "core/read/reach.h"
#include "rec/csv.h"
#include "rec/table.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- columns -------------------------------------------------------------------------------- */

enum rc export_columns(struct arena *a, const struct query *q, const struct rec_type *row, str names,
	struct export_column **out, size_t *n, struct err *e)
{
	char *words = arena_z(a, names.n ? names : str_of(q->columns));
	struct { VEC(struct export_column); } all = { 0 };
	const char *const *titles = names.n ? NULL : q->titles;
	str rest, name;

	for (char *p = words; *p; p++)
		if (*p == ',')
			*p = ' ';
	rest = str_of(words);

	for (size_t at = 0; str_word(&rest, &name); at++) {
		const struct field *f = type_field(row, name);
		const char *near = str_nearest(name, &row->fields->name, row->nfields, sizeof *row->fields);

		if (f)
			*vec_add(a, &all) = (struct export_column){ f, str_of(tr(titles ? titles[at] : f->label)) };
		else if (str_is(name, "name"))
			*vec_add(a, &all) = (struct export_column){ NULL, str_of(tr(q->type->label)) };
		else if (names.n)
			return fail(e, RC_INVALID, near ? "%s里没有“%.*s”这一栏，是不是 %s？" : "%s里没有“%.*s”这一栏",
				q->label, STR_FMT(name), near);
		/* else it is the number of the record, which is for programs */
	}
	*out = all.p;
	*n = all.n;
	return RC_OK;
}

/* A value may take several columns: of a share what counts, of how many, and how much that is. */
enum piece { PIECE_WHOLE, PIECE_PART, PIECE_OF, PIECE_SHARE, PIECE_STATE, PIECE_DAY, PIECE_NAME, PIECE_GROUP };
struct piece_of { enum piece piece; const struct field *field; str title; };
struct pieces { VEC(struct piece_of); };

static void add_piece(struct arena *a, struct pieces *p, enum piece piece, const struct export_column *c,
	const char *suffix)
{
	str title = c->title;

	if (c->field && c->field->unit && piece == PIECE_WHOLE)
		title = arena_printf(a, "%.*s(%s)", STR_FMT(title), tr(c->field->unit));
	if (*suffix)
		title = arena_printf(a, "%.*s%s", STR_FMT(title), suffix);
	*vec_add(a, p) = (struct piece_of){ piece, c->field, title };
}

static void add_pieces(struct arena *a, struct pieces *p, const struct export_column *c)
{
	if (!c->field) {
		add_piece(a, p, PIECE_NAME, c, "");
	} else if (c->field->kind == K_RATIO && str_ends(c->title, S("率"))) { /* 双岗率: 双岗达到, 双岗应有, 双岗率 */
		struct export_column stem = { c->field, str_sub(c->title, 0, c->title.n - S("率").n) };

		add_piece(a, p, PIECE_PART, &stem, "达到");
		add_piece(a, p, PIECE_OF, &stem, "应有");
		add_piece(a, p, PIECE_SHARE, c, "");
	} else if (c->field->kind == K_RATIO) {
		add_piece(a, p, PIECE_PART, c, "");
		add_piece(a, p, PIECE_OF, c, tr("应有"));
		add_piece(a, p, PIECE_SHARE, c, tr("率"));
	} else if (c->field->kind == K_DUE) {
		add_piece(a, p, PIECE_STATE, c, "");
		add_piece(a, p, PIECE_DAY, c, tr("日期"));
	} else {
		add_piece(a, p, PIECE_WHOLE, c, "");
	}
}

/* ---- cells ---------------------------------------------------------------------------------- */

static struct tcell number(struct arena *a, int n)
{
	return (struct tcell){ CELL_NUMBER, n, arena_printf(a, "%d", n) };
}

static struct tcell share(struct arena *a, ratio q)
{
	double v = q.den ? (double)q.num / q.den : 0;

	return q.den ? (struct tcell){ CELL_SHARE, v, arena_printf(a, "%.1f%%", v * 100) }
		     : (struct tcell){ .s = S("") };
}

/* On paper 超期3天 would be another day tomorrow: the state, and the day in a column of its own. */
static str state_text(due_on d)
{
	static const char *const names[] = { [DUE_NOT_ASKED] = "", [DUE_MET] = "已达标", [DUE_OPEN] = "未到期",
		[DUE_SOFT] = "快到期", [DUE_OVERDUE] = "超期", [DUE_URGENT] = "急办" };

	return d.state == DUE_NOT_ASKED ? S("") : str_trim(str_of(tr(names[d.state])));
}

static struct tcell cell(struct session *s, struct arena *a, const struct piece_of *p, const struct row *r)
{
	val v = p->field ? field_get(p->field, r->rec) : (val){ 0 };

	switch (p->piece) {
	case PIECE_NAME:
		return (struct tcell){ .s = r->type ? session_name(s, a, r->type, r->id) : S("") };
	case PIECE_GROUP:
		return (struct tcell){ .s = r->group.n ? tr_str(r->group) : S("") };
	case PIECE_WHOLE:
		return table_cell(session_lex(s), a, p->field, v);
	default:
		break;
	}
	if (!v.set)
		return (struct tcell){ .s = S("") };
	switch (p->piece) {
	case PIECE_PART:
		return number(a, val_ratio(v).num);
	case PIECE_OF:
		return number(a, val_ratio(v).den);
	case PIECE_SHARE:
		return share(a, val_ratio(v));
	case PIECE_STATE:
		return (struct tcell){ .s = state_text(val_due(v)) };
	default:
		return table_day(a, val_due(v).day);
	}
}

static void fill(struct session *s, struct arena *a, const struct export *x, struct table *t)
{
	struct pieces p = { 0 };
	bool groups = false;
	str *head;

	for (size_t i = 0; i < x->page->n; i++)
		groups |= x->page->row[i].group.n > 0;
	if (groups)
		*vec_add(a, &p) = (struct piece_of){ PIECE_GROUP, NULL, str_of(tr("分组")) };
	for (size_t i = 0; i < x->ncolumns; i++)
		add_pieces(a, &p, &x->column[i]);
	t->ncols = p.n;
	t->nrows = x->page->n;
	t->head = head = ARENA_ARRAY(a, str, p.n);
	for (size_t c = 0; c < p.n; c++)
		head[c] = p.p[c].title;
	t->cell = ARENA_ARRAY(a, struct tcell, p.n * x->page->n);
	for (size_t i = 0; i < x->page->n; i++)
		for (size_t c = 0; c < p.n; c++)
			t->cell[i * p.n + c] = cell(s, a, &p.p[c], &x->page->row[i]);
}

/* ---- what is written about it ----------------------------------------------------------------- */

static str days_of(struct arena *a, struct span span)
{
	if (!span.first.day)
		return S("");
	return arena_printf(a, " %.*s—%.*s", STR_FMT(date_text(a, span.first)), STR_FMT(date_text(a, span.last)));
}

static str title_of(struct session *s, struct arena *a, const struct export *x, const char *label)
{
	str of = x->of ? session_name(s, a, x->of, x->id) : S("");

	return arena_printf(a, "%s%s%.*s%.*s", label, of.n ? " " : "", STR_FMT(of),
		STR_FMT(days_of(a, x->span)));
}

/* Without what a file system or a shell takes for something else. */
str export_name(struct session *s, struct arena *a, str label, uint64_t number, const char *ending)
{
	struct ymd d = date_ymd(session_today(s));
	int minute = moment_minute(session_now(s));
	str name = arena_printf(a, "%.*s-%llu-%.*s-%04d%02d%02d-%02d%02d.%s", STR_FMT(label),
		(unsigned long long)number, STR_FMT(s->me.name), d.y, d.m, d.d, minute / 60, minute % 60, ending);
	char *p = arena_z(a, name);

	for (uint32_t i = 0; i < name.n; i++)
		if (memchr("/\\ :*?\"<>|'`$&;()", p[i], 17))
			p[i] = '_';
	return (str){ p, name.n };
}

/* The log is read by many and says the same in every language. */
static str log_text(struct session *s, struct arena *a, const struct export *x, size_t rows)
{
	return arena_printf(a, "%.*s %zu行 用途：%.*s 接收人：%.*s", STR_FMT(title_of(s, a, x, x->query->label)), rows,
		STR_FMT(str_trim(x->purpose)), STR_FMT(str_trim(x->recipient)));
}

static enum rc check(const struct export *x, struct err *e)
{
	if (!str_trim(x->purpose).n)
		return fail_at(e, "purpose", "导出要写明用途，记入日志");
	if (!str_trim(x->recipient).n)
		return fail_at(e, "recipient", "导出要写明交给谁，记入日志");
	if (x->page->barred)
		return fail(e, RC_DENIED, "这张名单不在您的辖区内，不能导出");
	if (!x->page->total)
		return fail(e, RC_NOT_FOUND, "“%s”是空的，没有可导出的", x->query->label);
	if (!x->ncolumns)
		return fail(e, RC_INVALID, "“%s”没有可导出的栏", x->query->label);
	return RC_OK;
}

/* Each family that a row is of, once; the one that the list is about is in the first entry. */
static size_t families_in(struct session *s, struct arena *a, const struct export *x, uint64_t **out)
{
	size_t n = 0, once = 0;

	*out = ARENA_ARRAY(a, uint64_t, x->page->n + 1);
	for (size_t i = 0; i < x->page->n; i++) {
		const struct row *r = &x->page->row[i];
		uint64_t family = rights_family(s, x->page->type, r->rec);

		if (family && !(x->of && x->of->tag == family_type.tag))
			(*out)[n++] = family;
	}
	if (n > 1)
		qsort(*out, n, sizeof **out, by_number);
	for (size_t i = 0; i < n; i++)
		if (!i || (*out)[i] != (*out)[i - 1])
			(*out)[once++] = (*out)[i];
	return once;
}

/* ---- the file ------------------------------------------------------------------------------- */

static enum rc read_back(struct arena *a, int fd, str *out, struct err *e)
{
	struct stat st;
	ssize_t n = 0;
	char *p;

	if (fstat(fd, &st) != 0)
		return fail(e, RC_IO, "工作簿没有写成：%s", strerror(errno));
	p = arena_new(a, (size_t)st.st_size + 1);
	for (off_t at = 0; at < st.st_size; at += n) {
		n = pread(fd, p + at, (size_t)(st.st_size - at), at);
		if (n <= 0)
			return fail(e, RC_IO, "工作簿没有写成：%s", strerror(errno));
	}
	*out = (str){ p, (uint32_t)st.st_size };
	return RC_OK;
}

/* It is made in memory: half a workbook is none, and what it is made of is nobody's to read. */
static enum rc workbook(struct session *s, struct arena *a, const struct table *t, str *out, struct err *e)
{
	int fd = memfd_create("xlsx", MFD_CLOEXEC);
	enum rc rc;

	if (fd < 0)
		return fail(e, RC_IO, "工作簿没有写成：%s", strerror(errno));
	rc = table_xlsx(a, t, arena_z(a, arena_printf(a, "/proc/self/fd/%d", fd)), s->data, e);
	if (rc == RC_OK)
		rc = read_back(a, fd, out, e);
	close(fd);
	return rc;
}

static enum rc bytes_of(struct session *s, struct arena *a, const struct table *t, const struct export *x, str *out, struct err *e)
{
	str text;

	if (x->format == EXPORT_XLSX)
		return workbook(s, a, t, out, e);
	text = table_csv(a, t, x->flags);
	if (x->format == EXPORT_GB18030)
		return csv_encode(a, text, "GB18030", out, e);
	*out = arena_printf(a, "%.*s%.*s", STR_FMT(csv_bom), STR_FMT(text));
	return RC_OK;
}

enum rc export_make(struct session *s, struct arena *a, const struct export *x, struct exported *out,
	struct err *e)
{
	static const char *const endings[EXPORT_FORMATS] = { [EXPORT_XLSX] = "xlsx", [EXPORT_CSV] = "csv",
		[EXPORT_GB18030] = "csv" };
	struct table t = { .author = s->me.name };
	str when = moment_said(a, session_now(s)), purpose = str_trim(x->purpose), to = str_trim(x->recipient);
	uint64_t *family;
	size_t families = families_in(s, a, x, &family);

	TRY(session_may_export(s, x->of, x->id, e));
	TRY(check(x, e));
	t.title = title_of(s, a, x, tr(x->query->label));
	fill(s, a, x, &t);
	TRY(session_log_about(s, S("export"), log_text(s, a, x, t.nrows), x->of, x->id, family, families, &out->number, e));
	t.under = arena_printf(a, "%.*s  %.*s  %zu%s", STR_FMT(s->office->name), STR_FMT(when), t.nrows, tr("行"));
	t.mark = arena_printf(a, "%s%llu  %.*s  %.*s", tr("导出编号 "), (unsigned long long)out->number,
		STR_FMT(s->me.name), STR_FMT(when));
	t.footer = arena_printf(a, "%.*s  %s%.*s  %s%.*s", STR_FMT(t.mark), tr("用途："), STR_FMT(purpose),
		tr("接收人："), STR_FMT(to));
	out->name = export_name(s, a, str_of(tr(x->query->label)), out->number, endings[x->format]);
	return bytes_of(s, a, &t, x, &out->bytes, e);
}

enum rc export_pour(const struct exported *x, int fd, const char *path, struct err *e)
{
	return file_write(fd, x->bytes) ? RC_OK : fail(e, RC_IO, "没有写完 %s：%s", path, strerror(errno));
}

enum rc export_keep(struct session *s, struct arena *a, const struct exported *x, str dir, str *path,
	struct err *e)
{
	const char *file;

	if (!dir.n) {
		dir = arena_printf(a, "%s/outbox", s->data);
		if (mkdir(arena_z(a, dir), 0700) != 0 && errno != EEXIST)
			return fail(e, RC_IO, "建不了 %.*s：%s", STR_FMT(dir), strerror(errno));
	}
	*path = arena_printf(a, "%.*s/%.*s", STR_FMT(dir), STR_FMT(x->name));
	file = arena_z(a, *path);
	return file_new(file, x->bytes) ? RC_OK : fail(e, RC_IO, "写不了 %s：%s", file, strerror(errno));
}
