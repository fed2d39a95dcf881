/* list.c - a named list on the screen: only the rows that are shown are loaded, and the selection
 * follows the record.  A search is a list with a line to type in. */
#include "ui/view.h"

#include "base/utf8.h"
#include "core/types.h"
#include "ui/edit.h"

#include <stdlib.h>

enum { TAGS_MOST = 500, BESIDE_COLS = 120, HEADER_COLS = 50 };

struct list {
	struct view v;
	uint64_t about;
	const struct rec_type *about_type; /* NULL: what the query says */
	struct span span;        /* the month looked at; empty = now */
	struct span page_span;   /* the one the page is of */
	struct edit line;        /* of a search */
	struct arena pages;      /* freed into the view's at each load */
	struct page page;
	size_t top, sel;         /* places in the whole list */
	uint64_t sel_id;
	uint64_t tag[TAGS_MOST];
	const struct rec_type *tag_type[TAGS_MOST]; /* a list may have rows of several types */
	size_t ntags;
	struct arena aside;
	struct lines beside;     /* the card of the selected row, on wide screens */
	uint64_t beside_id, beside_tick;
	int beside_cols;
	size_t skip;             /* columns behind the first that have moved out to the left */
};

static struct list *self(struct view *v)
{
	return (struct list *)v;
}

static const struct row *selected(const struct list *l)
{
	size_t at = l->sel - l->page.at;

	return l->page.n && l->sel >= l->page.at && at < l->page.n ? &l->page.row[at] : NULL;
}

/* The place in the page of the first row on the screen. */
static size_t first_shown(const struct list *l)
{
	return l->top > l->page.at ? l->top - l->page.at : 0;
}

/* ---- loading -------------------------------------------------------------------------------- */

static size_t window(const struct list *l)
{
	int rows = l->v.box.rows;

	return rows > 1 ? (size_t)rows : 24;
}

static enum rc fetch(struct list *l, struct err *e)
{
	struct ask ask = { .query = l->v.screen->query, .about = l->about,
		.about_type = l->about_type, .at = l->top, .n = window(l),
		.line = l->v.screen->search ? edit_text(&l->line) : l->v.screen->line, .span = l->span };

	if (l->page.whole && l->page.tick == session_tick(l->v.ui->s) && l->page_span.first.day == l->span.first.day)
		return RC_OK;
	l->page_span = l->span;
	arena_reset(&l->pages);
	l->page = (struct page){ 0 };
	return session_list(l->v.ui->s, &l->pages, &ask, &l->page, e);
}

/* The record that was selected may stand elsewhere now. */
static void follow(struct list *l)
{
	const struct row *r = selected(l);

	if (!l->sel_id || (r && r->id == l->sel_id))
		return;
	for (size_t i = 0; i < l->page.n; i++)
		if (l->page.row[i].id == l->sel_id)
			l->sel = l->page.at + i;
}

static int body_rows(const struct list *l)
{
	int rows = l->v.box.rows - l->v.screen->search - (l->v.box.cols >= HEADER_COLS);

	return rows > 1 ? rows : 1;
}

/* Screen rows from the first row shown to the selected one, headings included. */
static int height(const struct list *l)
{
	int n = 0;
	str group = { 0 };

	for (size_t i = first_shown(l); i < l->page.n && l->page.at + i <= l->sel; i++) {
		if (l->page.row[i].group.n && !str_eq(l->page.row[i].group, group))
			n++;
		group = l->page.row[i].group;
		n++;
	}
	return n;
}

/* With all rows at hand the selected one may have moved off the screen. */
static void keep_in_sight(struct list *l)
{
	if (l->sel < l->top)
		l->top = l->sel;
	while (l->page.whole && height(l) > body_rows(l) && l->top < l->sel)
		l->top++;
}

static enum rc list_load(struct view *v, struct err *e)
{
	struct list *l = self(v);
	const struct row *r;
	enum rc rc = fetch(l, e);

	v->tick = l->page.tick ? l->page.tick : session_tick(v->ui->s);
	if (rc != RC_OK)
		return rc;
	if (l->sel >= l->page.total) {
		l->sel = l->page.total ? l->page.total - 1 : 0;
		if (l->top > l->sel) {
			l->top = l->sel;
			TRY(fetch(l, e));
		}
	}
	follow(l);
	keep_in_sight(l);
	r = selected(l);
	l->sel_id = r ? r->id : 0;
	return RC_OK;
}

static void reload(struct list *l)
{
	struct err e = { 0 };

	if (list_load(&l->v, &e) != RC_OK)
		ui_fail(l->v.ui, &e);
}

static void go_to(struct list *l, size_t sel)
{
	const struct row *r;

	if (sel >= l->page.total)
		sel = l->page.total ? l->page.total - 1 : 0;
	l->sel = sel;
	l->sel_id = 0;
	if (sel < l->top || sel >= l->top + window(l)) {
		l->top = sel < l->top ? sel : sel + 1 > (size_t)body_rows(l) ? sel + 1 - (size_t)body_rows(l) : 0;
		reload(l);
	}
	while (height(l) > body_rows(l) && l->top < l->sel) {
		l->top++;
		reload(l);
	}
	r = selected(l);
	l->sel_id = r ? r->id : 0;
}

/* ---- drawing -------------------------------------------------------------------------------- */

str column_text(struct session *s, struct arena *a, const struct column *c, const struct row *r)
{
	if (c->field)
		return val_text(session_lex(s), a, c->field, field_get(c->field, r->rec));
	return r->fact ? r->fact[c->fact] : S("");
}

/* Columns that do not fit are left out from the right; one that grows takes the rest. */
void columns_fit(const struct column *c, size_t n, int cols, int *widths)
{
	int used = 0, grow = -1;

	for (size_t i = 0; i < n; i++) {
		widths[i] = used + c[i].width <= cols ? c[i].width : 0;
		if (!widths[i] && used + 6 <= cols && c[i].grow)
			widths[i] = cols - used;
		used += widths[i] ? widths[i] + 1 : 0;
		if (c[i].grow && widths[i])
			grow = (int)i;
	}
	if (grow >= 0 && used - 1 < cols)
		widths[grow] += cols - used + 1;
}

/* The place among the tags, or ntags. */
static size_t tag_of(const struct list *l, const struct row *r)
{
	size_t i = 0;

	while (i < l->ntags && !(l->tag[i] == r->id && l->tag_type[i] == r->type))
		i++;
	return i;
}

static enum ink ink_of(const struct list *l, const struct column *c, const struct row *r, bool sel)
{
	const struct query *q = l->v.screen->query;

	if (r->tone == TONE_DIM)
		return INK_DIM;
	if (!c->field && q->facts && strcmp(q->facts[c->fact], "state") == 0)
		return tone_ink(r->tone);
	return sel ? INK_SELECTED : INK_PLAIN;
}

static void draw_row(struct list *l, struct grid *g, int row, int col, const struct row *r,
	const int *widths, bool sel)
{
	const struct screen *s = l->v.screen;

	grid_put(g, row, col, 1, sel ? S(">") : S(" "), INK_SELECTED);
	grid_put(g, row, col + 1, 1, tag_of(l, r) < l->ntags ? S("*") : S(" "), INK_YELLOW);
	col += 2;
	for (size_t i = 0; i < s->ncolumns; i++) {
		str text = widths[i] ? column_text(l->v.ui->s, g->a, &s->column[i], r) : S("");
		int shift = s->column[i].right ? widths[i] - utf8_cols(text) : 0;

		grid_fit(g, row, col + (shift > 0 ? shift : 0), widths[i] - (shift > 0 ? shift : 0),
			text, ink_of(l, &s->column[i], r, sel));
		col += widths[i] ? widths[i] + 1 : 0;
	}
}

/* The first column stays; skip columns behind it have moved out to the left. */
static void fit_from(const struct list *l, int cols, int *widths)
{
	const struct screen *s = l->v.screen;
	size_t n = s->ncolumns - l->skip;
	struct column *shown = ARENA_ARRAY(&l->v.ui->event, struct column, n + 1);
	int *fitted = ARENA_ARRAY(&l->v.ui->event, int, n + 1);

	for (size_t i = 0; i < n; i++)
		shown[i] = s->column[i ? i + l->skip : 0];
	columns_fit(shown, n, cols, fitted);
	memset(widths, 0, s->ncolumns * sizeof *widths);
	for (size_t i = 0; i < n; i++)
		widths[i ? i + l->skip : 0] = fitted[i];
}

static void draw_header(struct list *l, struct grid *g, int row, int col, const int *widths)
{
	const struct screen *s = l->v.screen;

	col += 2;
	for (size_t i = 0; i < s->ncolumns; i++) {
		if (widths[i])
			grid_fit(g, row, col, widths[i], tr_str(s->column[i].title), INK_LABEL);
		col += widths[i] ? widths[i] + 1 : 0;
	}
}

static void draw_rows(struct list *l, struct grid *g, struct box b)
{
	const struct screen *s = l->v.screen;
	int *widths = ARENA_ARRAY(g->a, int, s->ncolumns + 1), at = 0;
	str group = { 0 };

	fit_from(l, b.cols - 2, widths);
	if (l->v.box.cols >= HEADER_COLS) {
		draw_header(l, g, b.row++, b.col, widths);
		b.rows--;
	}
	if (l->page.n == 0 && (!s->search || l->line.n))
		grid_fit(g, b.row, b.col + 2, b.cols - 2, tr_str(s->empty), INK_DIM);
	for (size_t i = first_shown(l); i < l->page.n && at < b.rows; i++) {
		const struct row *r = &l->page.row[i];
		bool sel = l->page.at + i == l->sel;

		if (r->group.n && !str_eq(r->group, group)) {
			grid_fit(g, b.row + at++, b.col, b.cols, r->group, INK_GROUP);
			if (at == b.rows)
				break;
		}
		group = r->group;
		if (sel && !s->search)
			grid_cursor(g, b.row + at, b.col);
		draw_row(l, g, b.row + at++, b.col, r, widths, sel);
	}
}

/* The card of the selected row, beside the list. */
static void draw_beside(struct list *l, struct grid *g, struct box b)
{
	const struct screen *card = ui_screen(l->v.ui, l->v.screen->open);
	const struct row *r = selected(l);
	struct err e = { 0 };
	int rows;

	if (!card || card->kind != SCREEN_CARD || !r)
		return;
	if (l->beside_id != r->id || l->beside_tick != l->v.tick) {
		arena_reset(&l->aside);
		l->beside = (struct lines){ .a = &l->aside };
		if (card_lines(l->v.ui->s, card, r->id, &l->beside, &e) != RC_OK)
			return;
		l->beside_id = r->id;
		l->beside_tick = l->v.tick;
	}
	for (int i = 0; i < b.rows; i++)
		grid_put(g, b.row + i, b.col - 1, 1, S("|"), INK_DIM);
	lines_draw(&l->beside, g, b, 0, SIZE_MAX, &rows, NULL);
}

static void list_draw(struct view *v, struct grid *g, struct box b)
{
	struct list *l = self(v);
	struct box left = b;
	int prompt;

	if (l->page.n < window(l) && l->page.at + l->page.n < l->page.total)
		reload(l); /* the screen has grown */
	if (b.cols >= BESIDE_COLS && v->screen->open.n) {
		left.cols = b.cols * 55 / 100;
		draw_beside(l, g, (struct box){ b.row, left.cols + 1, b.rows, b.cols - left.cols - 1 });
		left.cols--;
	}
	if (v->screen->search) {
		prompt = grid_put(g, b.row, 0, left.cols, str_of(tr("查找：")), INK_LABEL);
		left.row++;
		left.rows--;
		draw_rows(l, g, left);
		edit_draw(&l->line, g, (struct box){ b.row, prompt, 1, left.cols - prompt }, INK_PLAIN, true);
		return;
	}
	draw_rows(l, g, left);
}

static const struct rec_type *about_type(const struct list *l)
{
	const char *about = l->v.screen->query->about;

	return l->about_type ? l->about_type
		: about ? office_type(session_office(l->v.ui->s), str_of(about)) : NULL;
}

static str list_title(struct view *v, struct arena *a)
{
	struct list *l = self(v);
	str title = tr_str(v->screen->title), of = S("");
	struct ymd first = date_ymd(l->span.first);

	if (l->about && about_type(l))
		of = session_name(v->ui->s, a, about_type(l), l->about);
	if (l->span.first.day)
		title = arena_printf(a, "%d-%02d %.*s", first.y, first.m, STR_FMT(title));
	if (l->ntags)
		return arena_printf(a, "%.*s %.*s  %zu  %s%zu", STR_FMT(title), STR_FMT(of),
			l->page.total, tr("已选"), l->ntags);
	return arena_printf(a, "%.*s %.*s  %zu", STR_FMT(title), STR_FMT(of), l->page.total);
}

/* ---- keys ----------------------------------------------------------------------------------- */

static void typed(struct list *l)
{
	l->top = l->sel = 0;
	l->sel_id = 0;
	reload(l);
}

static bool list_key(struct view *v, uint32_t key)
{
	struct list *l = self(v);
	uint32_t n = l->line.n;

	if (!v->screen->search || key == K_UP || key == K_DOWN)
		return false;
	if (key == K_BS && n == 0) {
		view_leave(v, false);
		return true;
	}
	if (!edit_key(&l->line, key, v->box.cols))
		return false;
	if (key_is_text(key) || l->line.n != n)
		typed(l);
	return true;
}

static void list_paste(struct view *v, str text)
{
	struct list *l = self(v);
	struct arena *a = &v->ui->event;

	if (v->screen->search) {
		edit_insert(&l->line, str_trim(text));
		typed(l);
	} else {
		const struct screen *s = ui_screen(v->ui, S("find"));
		str line;

		if (s && str_cut(&text, '\n', &line) && str_trim(line).n)
			ui_push(v->ui, list_open(v->ui, s, 0, arena_str(a, str_trim(line))));
	}
}

static void do_up(struct view *v, const struct bind *b)
{
	(void)b;
	if (self(v)->sel)
		go_to(self(v), self(v)->sel - 1);
}

static void do_down(struct view *v, const struct bind *b)
{
	(void)b;
	go_to(self(v), self(v)->sel + 1);
}

static void do_page_up(struct view *v, const struct bind *b)
{
	struct list *l = self(v);
	size_t by = (size_t)body_rows(l);

	(void)b;
	go_to(l, l->sel > by ? l->sel - by : 0);
}

static void do_page_down(struct view *v, const struct bind *b)
{
	(void)b;
	go_to(self(v), self(v)->sel + (size_t)body_rows(self(v)));
}

static void do_first(struct view *v, const struct bind *b)
{
	(void)b;
	go_to(self(v), 0);
}

static void do_last(struct view *v, const struct bind *b)
{
	(void)b;
	go_to(self(v), self(v)->page.total ? self(v)->page.total - 1 : 0);
}

static void do_tag(struct view *v, const struct bind *b)
{
	struct list *l = self(v);
	const struct row *r = selected(l);
	size_t at;

	(void)b;
	if (!r)
		return;
	at = tag_of(l, r);
	if (at < l->ntags) {
		l->ntags--;
		l->tag[at] = l->tag[l->ntags];
		l->tag_type[at] = l->tag_type[l->ntags];
	} else if (l->ntags < TAGS_MOST) {
		l->tag[l->ntags] = r->id;
		l->tag_type[l->ntags++] = r->type;
	}
	go_to(l, l->sel + 1);
}

static void do_untag(struct view *v, const struct bind *b)
{
	(void)b;
	self(v)->ntags = 0;
}

/* The family a row belongs to. */
static uint64_t family_of(const struct list *l, const struct row *r)
{
	const struct rec_type *t = l->v.screen->type;

	if (!r)
		return l->about;
	if (!t->owner)
		return 0;
	return t->owner[0] ? (uint64_t)rec_get(r->type, r->rec, t->owner).n : r->id;
}

static void do_open(struct view *v, const struct bind *b)
{
	struct list *l = self(v);
	const struct row *r = selected(l);
	struct err ignored;

	if (!r)
		return;
	if (v->screen->search && session_log(v->ui->s, S("search"), edit_text(&l->line), r->type, r->id,
		&ignored) != RC_OK)
		ui_say(v->ui, INK_ERROR, "%s", ignored.msg);
	ui_open(v->ui, b->screen.n ? b->screen : v->screen->open.n ? v->screen->open
		: arena_printf(&v->ui->event, "%s_card", r->type->name), r->id, 0);
}

/* What a new record starts from: the family, and what the list is about. */
static struct origin origin_of(const struct list *l, uint64_t family)
{
	return (struct origin){ family, about_type(l), l->about };
}

static void do_new(struct view *v, const struct bind *b)
{
	struct list *l = self(v);
	uint64_t family = l->about && v->screen->query->about &&
				  strcmp(v->screen->query->about, "family") == 0
			  ? l->about : family_of(l, selected(l));

	if (l->ntags && l->v.screen->type->owner && !*l->v.screen->type->owner)
		family = l->tag[l->ntags - 1]; /* one after the other, see list_back() */
	ui_new(v->ui, b->screen, origin_of(l, family));
}

/* With tagged families, saving one visit brings up the next. */
static void list_back(struct view *v, struct view *child)
{
	struct list *l = self(v);

	if (!l->ntags || !child->done || !child->screen || child->screen->kind != SCREEN_FORM)
		return;
	l->ntags--;
	if (l->ntags)
		ui_new(v->ui, child->screen->name, origin_of(l, l->tag[l->ntags - 1]));
}

static void do_list(struct view *v, const struct bind *b)
{
	const struct row *r = selected(self(v));
	const struct screen *s = ui_screen(v->ui, b->screen);
	bool family = s && s->query->about && strcmp(s->query->about, "family") == 0;
	struct view *next;

	if (!r || !s)
		return;
	next = list_open(v->ui, s, family ? family_of(self(v), r) : r->id, S(""));
	self(next)->about_type = family ? NULL : r->type;
	self(next)->span = self(v)->span;
	ui_push(v->ui, next);
}

static void do_history(struct view *v, const struct bind *b)
{
	const struct row *r = selected(self(v));

	(void)b;
	if (r)
		history_open(v->ui, r->type, r->id);
}

/* ---- reminders and handover ------------------------------------------------------------------- */

static const struct choice deals[] = { { 'd', "已办" }, { 'n', "不需要" }, { 'l', "家庭不愿意" },
	{ 'q', "先不处理" } };

static void answer_deal(struct view *v, uint32_t key)
{
	const struct row *r = selected(self(v));
	struct err e = { 0 };

	if (key == 'q' || !r)
		return;
	if (session_waive(v->ui->s, r, key == 'd' ? S("1") : key == 'l' ? S("3") : S("2"), &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		ui_say(v->ui, INK_NOTICE, "%s", tr("已处理；u 可以撤销"));
}

static void do_deal(struct view *v, const struct bind *b)
{
	(void)b;
	if (selected(self(v)))
		ask_open(v, str_of(tr("这条提醒怎么处理？")), deals, COUNT(deals), answer_deal);
}

static const struct choice yes_accept[] = { { 'y', "接收" }, { 'n', "不接收" } };

/* The tagged families, or the selected one, go to somebody else in one commit. */
static void hand_over(struct list *l, uint64_t to, str reason)
{
	const struct row *r = selected(l);
	struct ui *ui = l->v.ui;
	struct handover h = { .from = l->about, .to = to, .on = session_today(ui->s), .reason = reason,
		.family = l->ntags ? l->tag : &r->id, .n = l->ntags ? l->ntags : 1 };
	struct err e = { 0 };
	size_t moved;

	if (session_handover(ui->s, &ui->event, &h, &moved, &e) != RC_OK)
		ui_fail(ui, &e);
	else
		ui_say(ui, INK_NOTICE, "%s %zu %s", tr("已交接"), moved, tr("户；请逐户告知家庭并换发知情卡"));
	l->ntags = 0;
	reload(l);
}

static void answer_accept(struct view *v, uint32_t key)
{
	if (key == 'y' && selected(self(v)))
		hand_over(self(v), session_me(v->ui->s)->worker, S("02"));
}

static void do_accept(struct view *v, const struct bind *b)
{
	(void)b;
	if (!session_me(v->ui->s)->worker)
		ui_say(v->ui, INK_ERROR, "%s", tr("要以接收人的身份登录才能接收；管理员请用 qinqing handover"));
	else if (selected(self(v)))
		ask_open(v, str_of(tr("接收选中的家庭？从今天起由我联系，原来的安排保留到昨天。")),
			yes_accept, COUNT(yes_accept), answer_accept);
}

/* ---- giving families to somebody, and joining two files of one ------------------------------------ */

static void answer_give(struct view *v, const struct option *o, size_t n)
{
	if (n && selected(self(v)))
		hand_over(self(v), o->id, S("09"));
}

/* The supervisor's way: the tagged families, in one commit, to whom they choose. */
static void do_give(struct view *v, const struct bind *b)
{
	struct arena *a = &v->ui->event;
	struct page page;
	struct err e = { 0 };
	struct option *o;

	(void)b;
	if (!selected(self(v)))
		return;
	if (session_list(v->ui->s, a, &(struct ask){ .query = query_find(S("workers")) }, &page, &e) != RC_OK) {
		ui_fail(v->ui, &e);
		return;
	}
	o = ARENA_ARRAY(a, struct option, page.n + 1);
	for (size_t i = 0; i < page.n; i++)
		o[i] = (struct option){ .id = page.row[i].id,
			.text = session_name(v->ui->s, a, page.row[i].type, page.row[i].id) };
	choose_open(v, str_of(tr("交给谁？")), o, page.n, false, answer_give);
}

/* Are two families tagged?  A list of what is wrong has rows of other kinds as well. */
static bool two_families(const struct list *l)
{
	return l->ntags == 2 && strcmp(l->tag_type[0]->name, family_type.name) == 0 &&
	       l->tag_type[1] == l->tag_type[0];
}

static void do_merge(struct view *v, const struct bind *b)
{
	struct list *l = self(v);

	(void)b;
	if (two_families(l)) {
		merge_open(v->ui, l->tag[0], l->tag[1]);
		l->ntags = 0;
	} else {
		ui_say(v->ui, INK_NOTICE, "%s", tr("并档：先用空格选中留下的那份，再选中要并进来的那份"));
	}
}

/* ---- boards are wider than the screen --------------------------------------------------------- */

static void do_wider(struct view *v, const struct bind *b)
{
	struct list *l = self(v);

	(void)b;
	if (l->skip + 2 < v->screen->ncolumns)
		l->skip++;
}

static void do_narrower(struct view *v, const struct bind *b)
{
	(void)b;
	if (self(v)->skip)
		self(v)->skip--;
	else
		view_leave(v, false);
}

/* ---- boards of another month ------------------------------------------------------------------ */

static void move_month(struct list *l, int by)
{
	struct span now = period_of(PERIOD_MONTH, 0, session_today(l->v.ui->s));
	date at = l->span.first.day ? l->span.first : now.first;

	l->span = period_of(PERIOD_MONTH, 0, date_add_months(at, by));
	if (l->span.first.day > now.first.day) {
		ui_say(l->v.ui, INK_NOTICE, "%s", tr("以后的月份还没有"));
		l->span = now;
	}
	if (l->span.first.day == now.first.day)
		l->span = (struct span){ 0 };
	reload(l);
}

static void do_earlier(struct view *v, const struct bind *b)
{
	(void)b;
	move_month(self(v), -1);
}

static void do_later(struct view *v, const struct bind *b)
{
	(void)b;
	move_month(self(v), 1);
}

static void list_click(struct view *v, int row, int wheel)
{
	struct list *l = self(v);
	int at = v->box.row + v->screen->search + (v->box.cols >= HEADER_COLS);
	str group = { 0 };

	if (wheel) {
		go_to(l, wheel < 0 ? (l->sel > 3 ? l->sel - 3 : 0) : l->sel + 3);
		return;
	}
	for (size_t i = first_shown(l); i < l->page.n; i++, at++) {
		if (l->page.row[i].group.n && !str_eq(l->page.row[i].group, group))
			at++;
		group = l->page.row[i].group;
		if (at != row)
			continue;
		if (l->page.at + i == l->sel)
			do_open(v, &(struct bind){ 0 });
		else
			go_to(l, l->page.at + i);
		return;
	}
}

const struct action list_actions[] = {
	{ "up", "上移", do_up },
	{ "down", "下移", do_down },
	{ "page-up", "上一页", do_page_up },
	{ "page-down", "下一页", do_page_down },
	{ "first", "最前", do_first },
	{ "last", "最后", do_last },
	{ "open", "打开", do_open },
	{ "new", "新建", do_new },
	{ "edit", "修改", do_open },
	{ "list", "列表", do_list },
	{ "tag", "选中", do_tag },
	{ "untag", "取消选中", do_untag },
	{ "history", "修改经过", do_history },
	{ "deal", "处理", do_deal },
	{ "accept", "接收", do_accept },
	{ "give", "交给别人", do_give },
	{ "merge", "并档", do_merge },
	{ "wider", "往右看", do_wider },
	{ "narrower", "往左看", do_narrower },
	{ "earlier", "上个月", do_earlier },
	{ "later", "下个月", do_later },
	{ 0 },
};

static void list_close(struct view *v)
{
	arena_free(&self(v)->pages);
	arena_free(&self(v)->aside);
}

static const struct view_kind list_kind = { .load = list_load, .draw = list_draw,
	.title = list_title, .key = list_key, .paste = list_paste, .back = list_back,
	.click = list_click, .close = list_close, .actions = list_actions };

struct view *list_open(struct ui *ui, const struct screen *s, uint64_t about, str line)
{
	struct list *l = view_new(ui, &list_kind, sizeof *l);

	l->v.screen = s;
	l->v.keys = &s->keys;
	l->about = about;
	l->v.box = (struct box){ 1, 0, ui->rows > 3 ? ui->rows - 3 : 20, ui->cols ? ui->cols : 80 };
	edit_init(&l->line, &l->v.a, line, false, 200);
	return &l->v;
}
