/* card.c - one record on the screen: blocks of facts, fields and short lists as lines; a line about
 * another record opens it. */
#include "ui/views/view.h"

#include "base/utf8.h"

struct card {
	struct view v;
	uint64_t id;
	const struct rec_type *type;
	struct arena made;      /* the lines */
	struct lines lines;
	size_t sel;             /* line */
	int first, rows;        /* in screen rows */
	bool (*fill)(struct card *, struct err *);
	const struct view *about; /* help: whose keys */
	date month;             /* of a month: its first day */
};

static struct card *self(struct view *v)
{
	return (struct card *)v;
}

/* ---- what a card shows ---------------------------------------------------------------------- */

static void add_fields(struct session *s, const struct item *it, const struct rec *r,
	struct lines *l)
{
	bool headed = it->title.n == 0;

	for (size_t i = 0; i < it->nfields; i++) {
		const struct field *f = it->field[i];
		val v = field_get(f, r);
		struct line *line;

		if (!v.set)
			continue;
		if (!headed)
			lines_add(l, S(""), tr_str(it->title), INK_GROUP)->heading = true;
		headed = true;
		line = lines_add(l, str_of(tr(f->label)), val_text(session_lex(s), l->a, f, v),
			INK_PLAIN);
		if (f->kind == K_REF) {
			line->type = office_type(session_office(s), str_of(f->of));
			line->id = (uint64_t)v.n;
		}
	}
}

/* 诉求  诉求 供热供水: what the label of the line says need not be said again. */
static str without(str text, str label)
{
	bool again = label.n && text.n > label.n && str_starts(text, label) && text.p[label.n] == ' ';

	return again ? str_from(text, label.n + 1) : text;
}

/* The first column is the label of the line, the others follow. */
static struct line *add_row(struct session *s, const struct item *it, const struct row *r, struct lines *l)
{
	struct buf b = { .a = l->a };
	str first = S("");

	for (size_t k = 0; k < it->ncolumns; k++) {
		str text = column_text(s, l->a, &it->column[k], r);

		if (k == 0)
			first = text;
		else if (text.n)
			buf_printf(&b, "%s%.*s%.*s", !b.n ? "" : it->most ? "  " : " ",
				STR_FMT(it->column[k].named ? tr_str(it->column[k].title) : S("")),
				STR_FMT(without(text, b.n ? S("") : first)));
	}
	return lines_add(l, first, buf_view(&b), tone_ink(r->tone));
}

static enum rc add_list(struct session *s, const struct item *it, uint64_t id, struct lines *l,
	struct err *e)
{
	struct ask ask = { .query = it->query, .about = id, .n = (size_t)it->most };
	struct page page;
	str group = { 0 };

	TRY(session_list(s, l->a, &ask, &page, e));
	if (page.barred)
		return RC_OK;
	if ((page.n || it->empty.n) && it->title.n)
		lines_add(l, S(""), page.total > page.n
			? arena_printf(l->a, "%.*s (%zu)", STR_FMT(tr_str(it->title)), page.total)
			: tr_str(it->title), INK_GROUP)->heading = true;
	if (!page.n && it->empty.n)
		lines_add(l, S(""), tr_str(it->empty), INK_DIM);
	for (size_t i = 0; i < page.n; i++) {
		struct line *line;

		if (page.row[i].group.n && !str_eq(page.row[i].group, group))
			lines_add(l, S(""), tr_str(page.row[i].group), INK_GROUP)->heading = true;
		group = page.row[i].group;
		line = add_row(s, it, &page.row[i], l);
		line->type = page.row[i].type;
		line->id = page.row[i].id;
		line->screen = it->screen;
	}
	return RC_OK;
}

enum rc card_lines(struct session *s, const struct screen *card, uint64_t id, struct lines *l,
	struct err *e)
{
	struct rec *r;

	TRY(session_get(s, l->a, card->type, id, &r, e));
	for (size_t i = 0; i < card->nitems; i++) {
		const struct item *it = &card->item[i];

		if (it->kind == ITEM_FIELDS)
			add_fields(s, it, r, l);
		else
			TRY(add_list(s, it, id, l, e));
	}
	return RC_OK;
}

/* ---- history and help are cards without a screen -------------------------------------------- */

static bool fill_card(struct card *c, struct err *e)
{
	enum rc rc;

	session_revealing(c->v.ui->s, true);
	rc = card_lines(c->v.ui->s, c->v.screen, c->id, &c->lines, e);
	session_revealing(c->v.ui->s, false);
	if (rc != RC_OK)
		return false;
	if (!c->lines.n)
		lines_add(&c->lines, S(""), str_of(tr("还没有内容")), INK_DIM);
	return true;
}

static bool fill_history(struct card *c, struct err *e)
{
	struct past *past;
	size_t n;
	uint64_t commit = 0;

	if (session_history(c->v.ui->s, &c->made, c->type, c->id, &past, &n, e) != RC_OK)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct past *p = &past[i];

		if (p->commit != commit || i == 0)
			lines_add(&c->lines, S(""), arena_printf(&c->made, "%.*s  %.*s  %.*s %.*s",
				STR_FMT(moment_said(&c->made, p->at)), STR_FMT(p->who), STR_FMT(p->act),
				STR_FMT(p->why)), INK_GROUP)->heading = true;
		commit = p->commit;
		if (p->field)
			lines_add(&c->lines, str_of(tr(p->field->label)), arena_printf(&c->made,
				"%.*s → %.*s", STR_FMT(p->was.n ? p->was : S("-")),
				STR_FMT(p->is.n ? p->is : S("-"))), INK_PLAIN);
	}
	if (!n)
		lines_add(&c->lines, S(""), str_of(tr("没有记录")), INK_DIM);
	return true;
}

static bool fill_month(struct card *c, struct err *e)
{
	return month_lines(c->v.ui->s, c->month, &c->lines, e) == RC_OK;
}

enum { KEYS_COLS = 12 }; /* the narrowest column of labels there is, on a screen of 40 columns */

/* The keys of an act, in as many lines as they need: none is ever cut. */
static void add_help(struct lines *l, const struct keymap *m, size_t at)
{
	const struct bind *b = &m->bind[at];
	str what = b->label.n ? tr_str(b->label) : str_of(tr(b->action->label));
	struct buf keys = { .a = l->a };

	for (size_t i = at; i < m->n; i++) {
		str key = key_text(l->a, m->bind[i].key);

		if (m->bind[i].action != b->action || !str_eq(m->bind[i].screen, b->screen))
			continue;
		if (keys.n && utf8_cols(buf_view(&keys)) + 1 + utf8_cols(key) > KEYS_COLS) {
			lines_add(l, buf_view(&keys), what, INK_PLAIN);
			keys = (struct buf){ .a = l->a };
			what = S("");
		}
		buf_printf(&keys, "%s%.*s", keys.n ? " " : "", STR_FMT(key));
	}
	lines_add(l, buf_view(&keys), what, INK_PLAIN);
}

static bool told_before(const struct keymap *m, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (m->bind[i].action == m->bind[at].action && str_eq(m->bind[i].screen, m->bind[at].screen))
			return true;
	return false;
}

static bool fill_help(struct card *c, struct err *e)
{
	const struct keymap *m = c->about->keys;
	struct lines *l = &c->lines;

	(void)e;
	lines_add(l, S(""), str_of(tr("这个画面的键")), INK_GROUP)->heading = true;
	for (size_t i = 0; m && i < m->n; i++)
		if (!told_before(m, i) && ui_offers(c->v.ui, &m->bind[i]))
			add_help(l, m, i);
	lines_add(l, S(""), str_of(tr("查找")), INK_GROUP)->heading = true;
	lines_add(l, S("wxl 王秀"), str_of(tr("姓名、拼音首字母、全拼，从哪个字开始都行；~ 开头不分平翘舌、nl")), INK_PLAIN);
	lines_add(l, S("5678"), str_of(tr("电话开头，电话或身份证的后四位")), INK_PLAIN);
	lines_add(l, S("12-3-501"), str_of(tr("楼-单元-室")), INK_PLAIN);
	lines_add(l, S("梧桐-7"), str_of(tr("档案编号；社区名或旧名也可以")), INK_PLAIN);
	lines_add(l, S("周敏"), str_of(tr("工作人员：列出其联系的家庭")), INK_PLAIN);
	lines_add(l, S("kind:失独"), str_of(tr("条件：kind: level: due:overdue closed:yes org: worker:")), INK_PLAIN);
	lines_add(l, S(""), str_of(tr("在表格里")), INK_GROUP)->heading = true;
	lines_add(l, S("日期"), str_of(tr("T 今天、T-1、昨天、周一、+3d、2026.3.2 都认")), INK_PLAIN);
	lines_add(l, S("选项"), str_of(tr("按前面的数字或大写字母；小写字母打拼音首字母或全拼，也可以打名称")), INK_PLAIN);
	return true;
}

/* ---- the view ------------------------------------------------------------------------------- */

static bool can_open(const struct line *l)
{
	return l->type && l->id;
}

static enum rc card_load(struct view *v, struct err *e)
{
	struct card *c = self(v);

	arena_reset(&c->made);
	c->lines = (struct lines){ .a = &c->made };
	v->tick = session_tick(v->ui->s);
	if (!c->fill(c, e)) {
		if (!c->lines.n)
			view_leave(v, false);
		return e->rc;
	}
	if (c->sel >= c->lines.n)
		c->sel = 0;
	return RC_OK;
}

static void card_draw(struct view *v, struct grid *g, struct box b)
{
	struct card *c = self(v);
	int sel_row = 0;

	lines_draw(&c->lines, g, b, c->first, c->sel, &c->rows, &sel_row);
	if (sel_row >= c->first && sel_row < c->first + b.rows)
		grid_cursor(g, b.row + sel_row - c->first, b.col);
	else
		grid_cursor(g, b.row, b.col);
}

/* What is below the window's end. */
static str card_tell(struct view *v, struct arena *a)
{
	const struct card *c = self(v);
	int below = c->rows - c->first - v->box.rows;

	return below > 0 ? arena_printf(a, tr("下面还有 %d 行"), below) : S("");
}

static str card_title(struct view *v, struct arena *a)
{
	struct card *c = self(v);

	if (c->fill == fill_help)
		return str_of(tr("帮助"));
	if (c->fill == fill_month)
		return arena_printf(a, "%s %d-%02d", tr("日历"), date_ymd(c->month).y, date_ymd(c->month).m);
	return arena_printf(a, "%.*s %.*s", STR_FMT(session_name(v->ui->s, a, c->type, c->id)),
		STR_FMT(c->fill == fill_history ? str_of(tr("修改经过")) : tr_str(v->screen->title)));
}

/* The screen row of the selected line, for scrolling after it. */
static void show_selected(struct card *c)
{
	struct arena a = { 0 };
	struct grid *g = grid_new(&a, 1, c->v.box.cols > 1 ? c->v.box.cols : 2);
	int rows, at = 0, body = c->v.box.rows > 1 ? c->v.box.rows : 1;

	lines_draw(&c->lines, g, (struct box){ 0, 0, 0, g->cols }, 0, c->sel, &rows, &at);
	if (at < c->first)
		c->first = at > 0 && c->lines.line[c->sel - 1].heading ? at - 1 : at;
	if (at >= c->first + body)
		c->first = at - body + 1;
	arena_free(&a);
}

static void scroll(struct card *c, int by)
{
	int most = c->rows - c->v.box.rows;

	c->first += by;
	if (c->first > most)
		c->first = most;
	if (c->first < 0)
		c->first = 0;
}

/* To the next line that opens something; scrolls when there is none. */
static void step(struct card *c, int by)
{
	for (size_t i = c->sel + (size_t)by; i < c->lines.n; i += (size_t)by)
		if (can_open(&c->lines.line[i])) {
			c->sel = i;
			show_selected(c);
			return;
		}
	scroll(c, by);
}

static void do_up(struct view *v, const struct bind *b)
{
	(void)b;
	step(self(v), -1);
}

static void do_down(struct view *v, const struct bind *b)
{
	(void)b;
	step(self(v), 1);
}

/* A month turns its pages to other months. */
static bool turn(struct card *c, int by)
{
	struct err e = { 0 };

	if (c->fill != fill_month)
		return false;
	c->month = date_add_months(c->month, by);
	c->sel = 0;
	c->first = 0;
	if (card_load(&c->v, &e) != RC_OK)
		ui_fail(c->v.ui, &e);
	return true;
}

static void do_page_up(struct view *v, const struct bind *b)
{
	(void)b;
	if (!turn(self(v), -1))
		scroll(self(v), -v->box.rows);
}

static void do_page_down(struct view *v, const struct bind *b)
{
	(void)b;
	if (!turn(self(v), 1))
		scroll(self(v), v->box.rows);
}

static void do_first(struct view *v, const struct bind *b)
{
	(void)b;
	self(v)->first = 0;
	self(v)->sel = 0;
}

static void do_last(struct view *v, const struct bind *b)
{
	(void)b;
	scroll(self(v), self(v)->rows);
}

/* A record's own card when no screen is named. */
static void open_line(struct ui *ui, const struct line *l)
{
	struct arena a = { 0 };
	str name = l->screen.n ? l->screen : arena_printf(&a, "%s_card", l->type->name);

	ui_open(ui, arena_str(&ui->event, name), l->id, 0);
	arena_free(&a);
}

static void do_open(struct view *v, const struct bind *b)
{
	struct card *c = self(v);

	if (b->screen.n)
		ui_open(v->ui, b->screen, c->id, 0);
	else if (c->sel < c->lines.n && can_open(&c->lines.line[c->sel]))
		open_line(v->ui, &c->lines.line[c->sel]);
	else
		step(c, 1);
}

/* The family this card belongs to, 0: none; says it when that cannot be read. */
static bool family_of(struct card *c, uint64_t *family)
{
	struct arena *a = &c->v.ui->event;
	const struct rec_type *t = c->type;
	struct err e = { 0 };
	struct rec *r;

	*family = t->owner && !*t->owner ? c->id : 0;
	if (!t->owner || !*t->owner)
		return true;
	if (session_get(c->v.ui->s, a, t, c->id, &r, &e) != RC_OK) {
		ui_fail(c->v.ui, &e);
		return false;
	}
	*family = (uint64_t)rec_get(t, r, t->owner).n;
	return true;
}

static struct origin card_at(struct view *v)
{
	const struct card *c = self(v);
	struct origin at = { 0, c->type, c->id };

	if (c->sel < c->lines.n && can_open(&c->lines.line[c->sel])) {
		at.type = c->lines.line[c->sel].type;
		at.id = c->lines.line[c->sel].id;
	}
	return c->type && family_of(self(v), &at.family) ? at : (struct origin){ 0 };
}

static void do_new(struct view *v, const struct bind *b)
{
	uint64_t family;

	if (family_of(self(v), &family))
		ui_new(v->ui, b->screen, (struct origin){ family, self(v)->type, self(v)->id });
}

static void do_edit(struct view *v, const struct bind *b)
{
	ui_open(v->ui, b->screen, self(v)->id, 0);
}

static void do_list(struct view *v, const struct bind *b)
{
	ui_open(v->ui, b->screen, 0, self(v)->id);
}

static void do_history(struct view *v, const struct bind *b)
{
	(void)b;
	history_open(v->ui, self(v)->type, self(v)->id);
}

static void answer_void(struct view *v, uint32_t key)
{
	struct card *c = self(v);
	struct err e = { 0 };

	if (key != 'y')
		return;
	if (session_void(v->ui->s, c->type, c->id, str_of(tr("记错了")), &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		ui_say(v->ui, INK_NOTICE, "%s", tr("已作废；u 可以撤销"));
}

static enum rc may_void(struct view *v, const struct bind *b, struct err *e)
{
	(void)b;
	return session_may_void(v->ui->s, self(v)->type, self(v)->id, e);
}

static void do_void(struct view *v, const struct bind *b)
{
	static const struct choice yes_no[] = { { 'y', "作废" }, { 'n', "不作废" } };

	(void)b;
	ask_open(v, str_of(tr("作废这条记录？记录不会删除，日志里查得到。")), yes_no, COUNT(yes_no),
		answer_void);
}

static void card_click(struct view *v, int row, int wheel)
{
	(void)row;
	scroll(self(v), wheel * 3);
}

static void card_close(struct view *v)
{
	arena_free(&self(v)->made);
}

const struct action card_actions[] = {
	ACT("up", "上移", do_up, .moves = true),
	ACT("down", "下移", do_down, .moves = true),
	ACT("page-up", "上一页", do_page_up, .moves = true),
	ACT("page-down", "下一页", do_page_down, .moves = true),
	ACT("first", "最前", do_first, .moves = true),
	ACT("last", "最后", do_last, .moves = true),
	ACT("open", "打开", do_open, .opens = OPENS_THIS),
	ACT("new", "新建", do_new, .opens = OPENS_FORM),
	ACT("edit", "修改", do_edit, .opens = OPENS_FORM_THIS),
	ACT("list", "列表", do_list, .opens = OPENS_LIST),
	ACT("history", "修改经过", do_history),
	ACT("void", "作废", do_void, .may = may_void, .changes = true),
	{ 0 },
};

static const struct view_kind card_kind = { .load = card_load, .draw = card_draw,
	.title = card_title, .shows = true, .tell = card_tell, .at = card_at, .click = card_click, .close = card_close };

static struct card *open_as(struct ui *ui, const struct screen *s,
	bool (*fill)(struct card *, struct err *))
{
	struct card *c = view_new(ui, &card_kind, sizeof *c);

	c->v.screen = s;
	c->v.keys = &s->keys;
	c->fill = fill;
	c->v.box = (struct box){ 1, 0, ui->rows > 3 ? ui->rows - 3 : 20, ui->cols ? ui->cols : 80 };
	return c;
}

struct view *card_open(struct ui *ui, const struct screen *s, uint64_t id)
{
	struct card *c = open_as(ui, s, fill_card);

	c->type = s->type;
	c->id = id;
	return &c->v;
}

void history_open(struct ui *ui, const struct rec_type *t, uint64_t id)
{
	const struct screen *s = ui_screen(ui, S("reading"));
	struct card *c;

	if (!s)
		return;
	c = open_as(ui, s, fill_history);
	c->type = t;
	c->id = id;
	ui_push(ui, &c->v);
}

void month_open(struct ui *ui)
{
	const struct screen *s = ui_screen(ui, S("reading"));
	struct card *c;

	if (!s)
		return;
	c = open_as(ui, s, fill_month);
	c->month = period_of(PERIOD_MONTH, 0, session_today(ui->s)).first;
	ui_push(ui, &c->v);
}

void help_open(struct ui *ui, const struct view *about)
{
	const struct screen *s = ui_screen(ui, S("reading"));
	struct card *c;

	if (!s)
		return;
	c = open_as(ui, s, fill_help);
	c->about = about;
	ui_push(ui, &c->v);
}
