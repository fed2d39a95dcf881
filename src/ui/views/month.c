/* month.c - one month as lines: the weeks, the lunar days that begin a month, and below them the days
 * that call for care with whom they concern, and what is to be done until when. */
#include "ui/views/view.h"

#include "base/utf8.h"
#include "core/lists/rows.h"
#include "rec/text.h"

enum { CELL = 10 };

static const struct day_row *day_at(const struct page *p, size_t i)
{
	return (const struct day_row *)p->row[i].rec;
}

/* "*" a day that calls for care, "+2" two things to be done. */
static str mark(struct arena *a, const struct page *p, date d)
{
	bool care = false;
	int tasks = 0;

	for (size_t i = 0; i < p->n; i++)
		if (day_at(p, i)->on.day == d.day) {
			tasks += day_at(p, i)->what.n > 0;
			care |= !day_at(p, i)->what.n;
		}
	return tasks ? arena_printf(a, "%s+%d", care ? "*" : "", tasks) : care ? S("*") : S("");
}

static void add_cell(struct buf *b, str text)
{
	buf_str(b, text);
	for (int used = utf8_cols(text); used < CELL; used++)
		buf_char(b, ' ');
}

static void add_week(struct session *s, struct lines *l, date monday, int month_no, const struct page *days_of)
{
	struct buf days = { .a = l->a }, lunar = { .a = l->a };
	date today = session_today(s);

	for (int i = 0; i < 7; i++) {
		date d = { monday.day + i };
		struct ymd ymd = date_ymd(d);
		bool here = ymd.m == month_no;

		add_cell(&days, here ? arena_printf(l->a, "%s%2d%s%.*s", d.day == today.day ? "[" : " ", ymd.d,
			d.day == today.day ? "]" : "", STR_FMT(mark(l->a, days_of, d))) : S(""));
		add_cell(&lunar, here ? lunar_text(l->a, d) : S(""));
	}
	lines_add(l, S(""), buf_view(&days), INK_PLAIN)->heading = true;
	lines_add(l, S(""), buf_view(&lunar), INK_DIM)->heading = true;
}

/* What day it is and what is done about it; or what is to be done until then. */
static str said_of(struct session *s, struct arena *a, const struct page *p, size_t i)
{
	const struct day_row *d = day_at(p, i);

	if (d->what.n)
		return reason_text(session_lex(s), a, d->what.p);
	return arena_printf(a, "%.*s %.*s", STR_FMT(tr_str(d->label)), STR_FMT(tr_str(d->kind)));
}

enum rc month_lines(struct session *s, date first, struct lines *l, struct err *e)
{
	static const char *const weekdays[] = { "周一", "周二", "周三", "周四", "周五", "周六", "周日" };
	struct ymd ymd = date_ymd(first);
	struct span span = period_of(PERIOD_MONTH, 0, first);
	struct buf head = { .a = l->a };
	struct page page;

	TRY(session_list(s, l->a, &(struct ask){ .query = query_find(S("agenda")), .span = span }, &page, e));
	for (size_t i = 0; i < COUNT(weekdays); i++)
		add_cell(&head, arena_printf(l->a, " %s", tr(weekdays[i])));
	lines_add(l, S(""), buf_view(&head), INK_GROUP)->heading = true;
	for (date d = period_of(PERIOD_WEEK, 0, span.first).first; d.day <= span.last.day; d.day += 7)
		add_week(s, l, d, ymd.m, &page);
	for (size_t i = 0; i < page.n; i++) {
		const struct day_row *day = day_at(&page, i);
		struct line *line = lines_add(l, date_short(l->a, day->on, session_today(s)),
			arena_printf(l->a, "%.*s %.*s", STR_FMT(said_of(s, l->a, &page, i)), STR_FMT(page.row[i].type ? session_name(s, l->a, page.row[i].type, page.row[i].id)
					: S(""))), tone_ink(page.row[i].tone));

		line->type = page.row[i].type;
		line->id = page.row[i].id;
	}
	if (!page.n)
		lines_add(l, S(""), str_of(tr("这个月没有要关心的日子")), INK_DIM);
	return RC_OK;
}
