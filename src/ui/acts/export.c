/* export.c - any list leaves the office as it stands on the screen: asks what for, for whom and in what form, and
 * writes it into the outbox. */
#include "core/exchange/export.h"
#include "ui/acts/acts.h"
#include "ui/views/list.h"

#include "base/utf8.h"

enum { ASK_PURPOSE, ASK_RECIPIENT, ASK_LINES, ASK_FORMAT = ASK_LINES };

static const char *const labels[] = { [ASK_PURPOSE] = "用途", [ASK_RECIPIENT] = "接收人", [ASK_FORMAT] = "格式" };

struct sending {
	struct view v;
	struct edit line[ASK_LINES];
	int at;
	str what;
};

static struct list *of(const struct sending *s)
{
	return list_of(s->v.below);
}

/* ---- the rows ------------------------------------------------------------------------------- */

/* All there are, or those that are tagged. */
static enum rc rows(struct list *l, struct arena *a, struct page *p, struct err *e)
{
	size_t n = 0;

	TRY(list_rows(l, a, 0, 0, p, e));
	if (p->n < p->total || p->beyond)
		return fail(e, RC_INVALID, "共 %zu 行，一次最多导出 %zu 行；请先筛选", p->total + p->beyond, p->n);
	if (!l->tags.n)
		return RC_OK;
	for (size_t i = 0; i < p->n; i++)
		if (list_tag_of(l, &p->row[i]) < l->tags.n)
			p->row[n++] = p->row[i];
	p->n = p->total = n;
	return RC_OK;
}

static void send(struct sending *s, enum export_format format)
{
	struct list *l = of(s);
	struct ui *ui = s->v.ui;
	struct arena *a = &ui->event;
	const struct screen *screen = l->v.screen;
	struct export_column *c = ARENA_ARRAY(a, struct export_column, screen->ncolumns);
	struct exported out;
	struct page page;
	struct err e = { 0 };
	str path;
	struct export x = { .query = screen->query, .page = &page, .column = c, .ncolumns = screen->ncolumns,
		.of = l->about ? list_about_type(l) : NULL, .id = l->about, .span = l->span,
		.purpose = edit_text(&s->line[ASK_PURPOSE]), .recipient = edit_text(&s->line[ASK_RECIPIENT]),
		.format = format };

	for (size_t i = 0; i < screen->ncolumns; i++)
		c[i] = (struct export_column){ screen->column[i].field, tr_str(screen->column[i].title) };
	view_leave(&s->v, true);
	if (rows(l, a, &page, &e) != RC_OK || export_make(ui->s, a, &x, &out, &e) != RC_OK ||
		export_keep(ui->s, a, &out, S(""), &path, &e) != RC_OK)
		ui_fail(ui, &e);
	else
		ui_say(ui, INK_NOTICE, tr("已导出 %zu 行，在发件箱 outbox 里：%.*s"), page.n, STR_FMT(out.name));
}

/* ---- the dialog ----------------------------------------------------------------------------- */

static void sending_draw(struct view *v, struct grid *g, struct box b)
{
	struct sending *s = (struct sending *)v;
	int row = b.row + b.rows - (ASK_FORMAT + 2), col;

	for (int i = row > b.row ? -1 : 0; i < ASK_FORMAT + 2; i++)
		grid_blank(g, row + i, 0, g->cols, INK_PLAIN);
	grid_put(g, row++, 0, b.cols, s->what, INK_NOTICE);
	for (int i = 0; i <= ASK_FORMAT; i++, row++) {
		grid_put(g, row, 0, 1, s->at == i ? S(">") : S(" "), INK_SELECTED);
		grid_put(g, row, 1, 8, str_of(tr(labels[i])), INK_LABEL);
		if (i < ASK_LINES)
			edit_draw(&s->line[i], g, (struct box){ row, 11, 1, g->cols - 11 }, INK_FIELD, s->at == i);
	}
	row--;
	col = 11 + grid_put(g, row, 11, b.cols, S("1 Excel   2 CSV   3 CSV(GB18030)"), INK_PLAIN);
	if (s->at == ASK_FORMAT)
		grid_cursor(g, row, col < g->cols ? 11 : 0);
}

/* The next line, when this one says something. */
static void go_on(struct sending *s)
{
	if (s->at < ASK_LINES && str_trim(edit_text(&s->line[s->at])).n)
		s->at++;
	else if (s->at < ASK_LINES)
		ui_say(s->v.ui, INK_ERROR, tr("%s要写明，记入日志"), tr(labels[s->at]));
}

static bool sending_key(struct view *v, uint32_t key)
{
	struct sending *s = (struct sending *)v;

	if (key == K_ESC)
		view_leave(v, false);
	else if (key == K_ENTER || key == K_TAB || key == K_DOWN)
		go_on(s);
	else if ((key == K_UP || key == K_BTAB) && s->at)
		s->at--;
	else if (s->at < ASK_LINES)
		edit_key(&s->line[s->at], key, v->box.cols);
	else if (key_plain(key) >= '1' && key_plain(key) < '1' + EXPORT_FORMATS)
		send(s, (enum export_format)(key_plain(key) - '1'));
	return true;
}

static void sending_paste(struct view *v, str text)
{
	struct sending *s = (struct sending *)v;

	if (s->at < ASK_LINES)
		edit_insert(&s->line[s->at], text);
}

static const struct hint *sending_hints(struct view *v, struct arena *a, size_t *n)
{
	struct sending *s = (struct sending *)v;
	struct hint *h = ARENA_ARRAY(a, struct hint, 3);

	*n = 0;
	if (s->at < ASK_LINES)
		h[(*n)++] = (struct hint){ S("Enter"), str_of(tr("下一个")) };
	else
		h[(*n)++] = (struct hint){ S("1-3"), str_of(tr("导出")) };
	if (s->at)
		h[(*n)++] = (struct hint){ S("Up"), str_of(tr("上移")) };
	h[(*n)++] = (struct hint){ S("Esc"), str_of(tr("返回")) };
	return h;
}

static const struct view_kind sending_kind = { .hints = sending_hints, .draw = sending_draw, .key = sending_key,
	.paste = sending_paste, .dialog = true };

enum rc may_export(struct view *v, const struct bind *b, struct err *e)
{
	const struct list *l = list_of(v);

	(void)b;
	return session_may_export(v->ui->s, l->about ? list_about_type(l) : NULL, l->about, e);
}

void do_export(struct view *v, const struct bind *b)
{
	struct sending *s = view_new(v->ui, &sending_kind, sizeof *s);
	struct list *l = list_of(v);

	(void)b;
	s->what = arena_printf(&s->v.a, tr("导出 %.*s，%zu 行：存进发件箱，用途和接收人记入日志"),
		STR_FMT(tr_str(v->screen->title)), l->tags.n ? l->tags.n : l->page.total);
	for (int i = 0; i < ASK_LINES; i++)
		edit_init(&s->line[i], &s->v.a, S(""), false, 60);
	ui_push(v->ui, &s->v);
}
