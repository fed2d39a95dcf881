/* report.c - reports on the screen: a table of a period, the list behind each of its numbers, compared with another
 * period, and its way up. */
#include "ui/acts/acts.h"

#include "core/lists/reports/freeze.h"
#include "core/lists/rows.h"
#include "ui/views/list.h"

/* ---- opening ------------------------------------------------------------------------------------ */

/* A list of reports has their names on the left, their numbers behind them; one that is a list has its fields. */
static struct made table_of(struct arena *a, const struct office *o, const struct report *r)
{
	const struct query *q = report_query(a, r);
	const struct rec_type *row = query_row(a, o, q);
	struct made m = { .query = q, .title = r->title, .report = !report_is_list(r),
		.column = ARENA_ARRAY(a, struct column, r->ncolumns + 1) };

	if (!report_is_list(r)) {
		m.column[m.ncolumns] = column_usual(type_field(row, S("name")), S("名称"));
		m.column[m.ncolumns++].width = 12;
	}
	for (size_t i = 0; i < r->ncolumns; i++)
		m.column[m.ncolumns++] = column_usual(type_field(row, r->column[i].name), r->column[i].title);
	if (m.ncolumns)
		m.column[0].grow = true;
	return m;
}

/* The list behind a number, in the columns that such lists have. */
static struct made list_behind(struct arena *a, const struct office *o, const struct report *r, size_t column)
{
	const struct query *q = report_behind(a, r, column);
	const struct rec_type *row = query_row(a, o, q);
	struct made m = { .query = q, .title = r->column[column].title,
		.column = ARENA_ARRAY(a, struct column, row->nfields) };
	str rest = str_of(q->columns), name;

	while (str_word(&rest, &name)) {
		const struct field *f = type_field(row, name);

		if (f)
			m.column[m.ncolumns++] = column_usual(f, str_of(f->label));
	}
	if (m.ncolumns)
		m.column[m.ncolumns - 1].grow = true;
	return m;
}

static bool show(struct list *l, const struct made *m, struct err *e)
{
	const struct screen *s;

	if (screen_make(&l->v.a, session_office(l->v.ui->s), l->v.ui->acts, m, &s, e) != RC_OK)
		return false;
	list_shows(l, s);
	return true;
}

/* NULL, and said why. */
static struct list *open_table(struct ui *ui, const struct report *r, struct list *l)
{
	struct made m = table_of(&l->v.a, session_office(ui->s), r);
	struct err e = { 0 };

	l->report = r;
	l->cell = m.report;
	if (!show(l, &m, &e)) {
		ui_fail(ui, &e);
		list_drop(l);
		return NULL;
	}
	return l;
}

static void open_live(struct ui *ui, str name, struct span span)
{
	struct list *l = list_blank(ui, S("community"));
	const struct report *r;
	struct err e = { 0 };

	if (report_load(&l->v.a, session_office(ui->s), arena_str(&l->v.a, name), &r, &e) != RC_OK) {
		ui_fail(ui, &e);
		list_drop(l);
	} else if ((l = open_table(ui, r, l))) {
		if (!report_is_list(r))
			l->span = span;
		ui_push(ui, &l->v);
	}
}

static void open_kept(struct ui *ui, uint64_t id)
{
	struct list *l = list_blank(ui, S("community"));
	const struct report *r;
	struct err e = { 0 };

	if (report_kept(ui->s, &l->v.a, id, &r, &e) != RC_OK) {
		ui_fail(ui, &e);
		list_drop(l);
	} else if ((l = open_table(ui, r, l))) {
		l->span = r->kept->span;
		l->about = r->kept->org;
		l->about_type = &org_type;
		ui_push(ui, &l->v);
	}
}

/* Of a list of reports, or of those that were handed up. */
static void do_open_report(struct view *v, const struct bind *b)
{
	const struct row *r = list_selected(list_of(v));
	const struct report_row *of;

	(void)b;
	if (!r)
		return;
	if (r->type) {
		open_kept(v->ui, r->id);
		return;
	}
	of = (const struct report_row *)r->rec;
	open_live(v->ui, of->name, (struct span){ of->from, of->to });
}

/* ---- numbers ------------------------------------------------------------------------------------ */

/* What a row of the table is of. */
static const struct field *row_field(const struct list *l, const char *name)
{
	return type_field(l->page.type, str_of(name));
}

static void do_number(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v), *next;
	const struct row *r = list_selected(l);
	struct made m;
	struct err e = { 0 };

	(void)b;
	if (!r || !l->cell || !field_get(v->screen->column[l->cell].field, r->rec).set)
		return;
	next = list_blank(v->ui, arena_printf(&v->ui->event, "%s %.*s",
		field_get(row_field(l, "own"), r->rec).n == FLAG_YES ? "own" : "all",
		STR_FMT(field_get(row_field(l, "against"), r->rec).s)));
	m = list_behind(&next->v.a, session_office(v->ui->s), l->report, l->cell - 1);
	if (!show(next, &m, &e)) {
		ui_fail(v->ui, &e);
		list_drop(next);
		return;
	}
	next->about = r->id;
	next->about_type = &org_type;
	next->span = l->span;
	ui_push(v->ui, &next->v);
}

static void do_number_right(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);

	(void)b;
	if (l->cell + 1 < v->screen->ncolumns)
		l->cell++;
}

static void do_number_left(struct view *v, const struct bind *b)
{
	(void)b;
	if (list_of(v)->cell > 1)
		list_of(v)->cell--;
	else
		view_leave(v, false);
}

/* ---- periods, and what to compare with ------------------------------------------------------------ */

static void ask_anew(struct list *l, bool by_street, enum against against)
{
	edit_set(&l->line, arena_printf(&l->v.ui->event, "%s %s", by_street ? "street" : "community", against_word(against)));
	l->page.whole = false;
	list_reload(l);
}

static bool now_asked(struct list *l, const char *word)
{
	return str_has(edit_text(&l->line), str_of(word));
}

static enum against compared(struct list *l)
{
	for (enum against x = AGAINST_BEFORE; x < AGAINSTS; x++)
		if (now_asked(l, against_word(x)))
			return x;
	return AGAINST_NOTHING;
}

/* What was handed up is of its period, and is compared with now alone. */
static bool is_kept(const struct list *l)
{
	if (l->report->kept)
		ui_say(l->v.ui, INK_NOTICE, "%s", tr("存底就是上报时的样子；以后补的列在后面"));
	return l->report->kept;
}

static void move_period(struct list *l, int by)
{
	struct span to = span_by(l->span, by);

	if (is_kept(l))
		return;
	if (to.first.day > session_today(l->v.ui->s).day) {
		ui_say(l->v.ui, INK_NOTICE, "%s", tr("这一期还没有到"));
		return;
	}
	l->span = to;
	list_reload(l);
}

static void do_before(struct view *v, const struct bind *b)
{
	(void)b;
	move_period(list_of(v), -1);
}

static void do_after(struct view *v, const struct bind *b)
{
	(void)b;
	move_period(list_of(v), 1);
}

static void compare(struct list *l, enum against against)
{
	if (!is_kept(l))
		ask_anew(l, now_asked(l, "street"), compared(l) == against ? AGAINST_NOTHING : against);
}

static void do_against_before(struct view *v, const struct bind *b)
{
	(void)b;
	compare(list_of(v), AGAINST_BEFORE);
}

static void do_against_year(struct view *v, const struct bind *b)
{
	(void)b;
	compare(list_of(v), AGAINST_YEAR);
}

static void do_by_street(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);

	(void)b;
	if (!is_kept(l))
		ask_anew(l, !now_asked(l, "street"), compared(l));
}

/* ---- its way up ----------------------------------------------------------------------------------- */

/* The report of a period that would be submitted from here; or the one that was: kept. */
struct target { const struct report *report; struct span span; uint64_t kept; };

static enum rc target_of(struct view *v, struct target *t, struct err *e)
{
	struct list *l = list_of(v);
	const struct row *r = list_selected(l);
	const struct report_row *of;

	*t = (struct target){ l->report, l->span, 0 };
	if (l->report) {
		t->kept = l->report->kept ? l->report->kept->id : 0;
		return RC_OK;
	}
	if (!r)
		return fail(e, RC_NOT_FOUND, "这里没有报表");
	if (r->type) {
		t->kept = r->id;
		return RC_OK;
	}
	of = (const struct report_row *)r->rec;
	t->kept = of->kept.id;
	t->span = (struct span){ of->from, of->to };
	return report_load(&v->ui->event, session_office(v->ui->s), of->name, &t->report, e);
}

static enum rc may_submit(struct view *v, const struct bind *b, struct err *e)
{
	struct target t;

	(void)b;
	TRY(target_of(v, &t, e));
	if (!t.report || t.report->kept)
		return fail(e, RC_INVALID, "存底已经上报了；重新上报到“报表”里选这一张");
	return report_may_submit(v->ui->s, t.report, t.span, session_me(v->ui->s)->unit, e);
}

static const struct choice yes_submit[] = { { 'y', "上报" }, { 'n', "不上报" } };

static void answer_submit(struct view *v, uint32_t key)
{
	struct target t;
	struct err e = { 0 };
	uint64_t id;

	if (key != 'y')
		return;
	if (target_of(v, &t, &e) != RC_OK || report_submit(v->ui->s, &v->ui->event, t.report, t.span,
		session_me(v->ui->s)->unit, &id, &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		ui_say(v->ui, INK_NOTICE, "%s", tr("已上报；上级看过以前可以按 u 撤销"));
}

static void do_submit(struct view *v, const struct bind *b)
{
	struct target t;
	struct err e = { 0 };

	(void)b;
	if (target_of(v, &t, &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		ask_open(v, arena_printf(&v->ui->event, tr("上报 %.*s %.*s？数字和后面的名单都记下来，以后补的算下一期的补录。"),
			STR_FMT(span_text(&v->ui->event, t.span)), STR_FMT(tr_str(t.report->title))), yes_submit,
			COUNT(yes_submit), answer_submit);
}

static enum rc may_step(struct view *v, enum report_step step, struct err *e)
{
	struct target t;

	TRY(target_of(v, &t, e));
	if (!t.kept)
		return fail(e, RC_NOT_FOUND, "这张报表还没有上报；上报的在“报表存底”里");
	return report_may_step(v->ui->s, t.kept, step, e);
}

static void step(struct view *v, enum report_step which, str remark)
{
	struct target t;
	struct err e = { 0 };

	if (target_of(v, &t, &e) != RC_OK || report_step(v->ui->s, &v->ui->event, t.kept, which, remark, &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		ui_say(v->ui, INK_NOTICE, tr("%s好了"), tr(report_ways[which].label));
}

static enum rc may_approve(struct view *v, const struct bind *b, struct err *e)
{
	(void)b;
	return may_step(v, STEP_APPROVE, e);
}

static const struct choice yes_approve[] = { { 'y', "通过" }, { 'n', "不通过" } };

static void answer_approve(struct view *v, uint32_t key)
{
	if (key == 'y')
		step(v, STEP_APPROVE, S(""));
}

static void do_approve(struct view *v, const struct bind *b)
{
	(void)b;
	ask_open(v, str_of(tr("审核通过这张报表？")), yes_approve, COUNT(yes_approve), answer_approve);
}

static enum rc may_return(struct view *v, const struct bind *b, struct err *e)
{
	(void)b;
	return may_step(v, STEP_RETURN, e);
}

static void answer_return(struct view *v, str remark)
{
	step(v, STEP_RETURN, remark);
}

static void do_return(struct view *v, const struct bind *b)
{
	(void)b;
	ask_line_open(v, str_of(tr("为什么退回？上报的人会看到")), answer_return);
}

static enum rc may_freeze(struct view *v, const struct bind *b, struct err *e)
{
	(void)b;
	return may_step(v, STEP_FREEZE, e);
}

static const struct choice yes_freeze[] = { { 'y', "冻结" }, { 'n', "不冻结" } };

static void answer_freeze(struct view *v, uint32_t key)
{
	if (key == 'y')
		step(v, STEP_FREEZE, S(""));
}

static void do_freeze(struct view *v, const struct bind *b)
{
	(void)b;
	ask_open(v, str_of(tr("冻结这张报表？以后再也不变，也不能撤销。")), yes_freeze, COUNT(yes_freeze), answer_freeze);
}

const struct action report_acts[] = {
	ACT("open-report", "打开", do_open_report, .rows = &frozen_type),
	ACT("number", "名单", do_number, .report = true),
	ACT("number-right", "右边的数字", do_number_right, .report = true, .moves = true),
	ACT("number-left", "左边的数字", do_number_left, .report = true, .moves = true),
	ACT("period-before", "上一期", do_before, .report = true),
	ACT("period-after", "下一期", do_after, .report = true),
	ACT("against-before", "和上期比", do_against_before, .report = true),
	ACT("against-year", "和去年比", do_against_year, .report = true),
	ACT("by-street", "按街道", do_by_street, .report = true),
	ACT("submit", "上报", do_submit, .may = may_submit, .writes = &frozen_type),
	ACT("approve", "审核通过", do_approve, .may = may_approve, .writes = &frozen_type),
	ACT("return", "退回", do_return, .may = may_return, .writes = &frozen_type),
	ACT("freeze", "冻结", do_freeze, .may = may_freeze, .writes = &frozen_type),
	{ 0 },
};
