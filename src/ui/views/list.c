/* list.c - a named list on the screen: only the rows that are shown are loaded, and the selection
 * follows the record.  A search is a list with a line to type in. */
#include "ui/views/list.h"

#include "core/lists/rows.h"

enum { TAGS_MOST = 5000 };

const struct row *list_selected(const struct list *l)
{
	size_t at = l->sel - l->page.at;

	return l->page.n && l->sel >= l->page.at && at < l->page.n ? &l->page.row[at] : NULL;
}

/* The place in the page of the first row on the screen. */
size_t list_first_shown(const struct list *l)
{
	return l->top > l->page.at ? l->top - l->page.at : 0;
}

/* ---- loading -------------------------------------------------------------------------------- */

size_t list_window(const struct list *l)
{
	int rows = l->v.box.rows;

	return rows > 1 ? (size_t)rows : 24;
}

enum rc list_rows(struct list *l, struct arena *a, size_t at, size_t n, struct page *p, struct err *e)
{
	struct ask ask = { .query = l->v.screen->query, .about = l->about,
		.about_type = l->about_type, .at = at, .n = n,
		.line = l->line.n ? edit_text(&l->line) : l->v.screen->line, .span = l->span };

	narrow_ask(l, a, &ask);
	return session_list(l->v.ui->s, a, &ask, p, e);
}

static enum rc fetch(struct list *l, struct err *e)
{
	enum rc rc;

	if (l->page.whole && l->page.tick == session_tick(l->v.ui->s) && l->page_reveals == session_reveals(l->v.ui->s) &&
		l->page_span.first.day == l->span.first.day)
		return RC_OK;
	l->page_span = l->span;
	l->page_reveals = session_reveals(l->v.ui->s);
	arena_reset(&l->pages);
	l->page = (struct page){ 0 };
	session_revealing(l->v.ui->s, true);
	rc = list_rows(l, &l->pages, l->top, list_window(l), &l->page, e);
	session_revealing(l->v.ui->s, false);
	return rc;
}

static bool find_in(struct list *l, const struct page *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->row[i].id == l->sel_id) {
			l->sel = p->at + i;
			return true;
		}
	return false;
}

/* The record that was selected may stand elsewhere now: in the window, or not far from it. */
static enum rc follow(struct list *l, struct err *e)
{
	const struct row *r = list_selected(l);
	size_t n = list_window(l);
	struct page near;

	if (!l->sel_id || (r && r->id == l->sel_id) || find_in(l, &l->page) || l->page.whole)
		return RC_OK;
	TRY(list_rows(l, &l->pages, l->top > n ? l->top - n : 0, 3 * n, &near, e));
	find_in(l, &near);
	return RC_OK;
}

bool list_has_header(const struct list *l)
{
	return l->v.box.cols >= HEADER_COLS || l->v.screen->query->sums;
}

int list_lines_above(const struct list *l)
{
	return l->v.screen->search || narrow_shown(l);
}

int list_body(const struct list *l)
{
	int rows = l->v.box.rows - list_lines_above(l) - list_has_header(l);

	return rows > 1 ? rows : 1;
}

/* Screen rows from the first row shown to the selected one, headings included. */
static int height(const struct list *l)
{
	int n = 0;
	str group = { 0 };

	for (size_t i = list_first_shown(l); i < l->page.n && l->page.at + i <= l->sel; i++) {
		if (l->page.row[i].group.n && !str_eq(l->page.row[i].group, group))
			n++;
		group = l->page.row[i].group;
		n++;
	}
	return n;
}

/* Moves the window so that the selected row is on the screen, its headings counted. */
static enum rc keep_in_sight(struct list *l, struct err *e)
{
	size_t body = (size_t)list_body(l);

	l->body = (int)body;
	if (l->sel < l->top)
		l->top = l->sel;
	if (l->sel >= l->top + list_window(l))
		l->top = l->sel + 1 - body;
	if (!l->page.whole && l->page.at != l->top)
		TRY(fetch(l, e));
	while (height(l) > (int)body && l->top < l->sel)
		l->top++;
	return l->page.whole || l->page.at == l->top ? RC_OK : fetch(l, e);
}

static enum rc list_load(struct view *v, struct err *e)
{
	struct list *l = list_of(v);
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
	TRY(follow(l, e));
	TRY(keep_in_sight(l, e));
	r = list_selected(l);
	l->sel_id = r ? r->id : 0;
	return RC_OK;
}

void list_reload(struct list *l)
{
	struct err e = { 0 };

	if (list_load(&l->v, &e) != RC_OK)
		ui_fail(l->v.ui, &e);
}

static void go_to(struct list *l, size_t sel)
{
	const struct row *r;
	struct err e = { 0 };

	if (sel >= l->page.total)
		sel = l->page.total ? l->page.total - 1 : 0;
	l->sel = sel;
	if (keep_in_sight(l, &e) != RC_OK)
		ui_fail(l->v.ui, &e);
	r = list_selected(l);
	l->sel_id = r ? r->id : 0;
}

/* ---- keys ----------------------------------------------------------------------------------- */

void list_from_top(struct list *l)
{
	l->page.whole = false;
	l->top = l->sel = 0;
	l->sel_id = 0;
	list_reload(l);
}

/* What was searched for is kept for the session, each line once. */
static void remember(struct list *l)
{
	struct ui *ui = l->v.ui;
	str line = str_trim(edit_text(&l->line));
	size_t n = 0;

	if (!l->v.screen->search || !line.n)
		return;
	for (size_t i = 0; i < ui->asked.n; i++)
		if (!str_eq(ui->asked.p[i], line))
			ui->asked.p[n++] = ui->asked.p[i];
	ui->asked.n = n;
	*vec_add(&ui->a, &ui->asked) = arena_str(&ui->a, line);
}

void list_search_anew(struct view *v)
{
	struct list *l = list_of(v);

	remember(l);
	l->recalled = 0;
	edit_set(&l->line, S(""));
	list_from_top(l);
}

/* Up from the first row of an empty line, or of one that came this way, brings the line before it. */
static bool recall(struct list *l)
{
	struct ui *ui = l->v.ui;
	size_t at = l->recalled ? l->recalled : ui->asked.n + 1;

	if (l->sel || (l->line.n && !l->recalled) || at < 2)
		return false;
	l->recalled = at - 1;
	edit_set(&l->line, ui->asked.p[l->recalled - 1]);
	list_from_top(l);
	return true;
}

static bool list_key(struct view *v, uint32_t key)
{
	struct list *l = list_of(v);
	uint32_t n = l->line.n;

	if (narrow_key(l, key))
		return true;
	if (!v->screen->search || key == K_DOWN || key_plain(key) == '/')
		return false;
	if (key == K_UP)
		return recall(l);
	if (key == K_BS && n == 0) {
		view_leave(v, false);
		return true;
	}
	if (!edit_key(&l->line, key, v->box.cols))
		return false;
	if (key_is_text(key) || l->line.n != n) {
		l->recalled = 0;
		list_from_top(l);
	}
	return true;
}

static void list_paste(struct view *v, str text)
{
	struct list *l = list_of(v);
	struct arena *a = &v->ui->event;

	if (l->typing) {
		narrow_paste(l, text);
	} else if (v->screen->search) {
		edit_insert(&l->line, str_trim(text));
		list_from_top(l);
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
	if (list_of(v)->sel)
		go_to(list_of(v), list_of(v)->sel - 1);
}

static void do_down(struct view *v, const struct bind *b)
{
	(void)b;
	go_to(list_of(v), list_of(v)->sel + 1);
}

static void do_page_up(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);
	size_t by = (size_t)list_body(l);

	(void)b;
	go_to(l, l->sel > by ? l->sel - by : 0);
}

static void do_page_down(struct view *v, const struct bind *b)
{
	(void)b;
	go_to(list_of(v), list_of(v)->sel + (size_t)list_body(list_of(v)));
}

static void do_first(struct view *v, const struct bind *b)
{
	(void)b;
	go_to(list_of(v), 0);
}

static void do_last(struct view *v, const struct bind *b)
{
	(void)b;
	go_to(list_of(v), list_of(v)->page.total ? list_of(v)->page.total - 1 : 0);
}

static void do_tag(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);
	const struct row *r = list_selected(l);
	size_t at;

	(void)b;
	if (!r)
		return;
	at = list_tag_of(l, r);
	if (at < l->tags.n)
		l->tags.p[at] = l->tags.p[--l->tags.n];
	else
		*vec_add(&l->v.a, &l->tags) = (struct tag){ r->id, r->type };
	go_to(l, l->sel + 1);
}

/* All there are, whatever the window shows; when all are tagged, none. */
static void do_tag_all(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);
	size_t had = l->tags.n;
	struct err e = { 0 };
	struct page all;

	(void)b;
	if (l->page.total > TAGS_MOST) {
		ui_say(v->ui, INK_ERROR, tr("一次最多选中 %d 行，这里有 %zu 行；先查找或按社区缩小"), TAGS_MOST, l->page.total);
		return;
	}
	if (list_rows(l, &v->ui->event, 0, TAGS_MOST, &all, &e) != RC_OK) {
		ui_fail(v->ui, &e);
		return;
	}
	for (size_t i = 0; i < all.n; i++)
		if (all.row[i].id && list_tag_of(l, &all.row[i]) == l->tags.n)
			*vec_add(&v->a, &l->tags) = (struct tag){ all.row[i].id, all.row[i].type };
	if (l->tags.n == had)
		l->tags.n = 0;
}

static void do_untag(struct view *v, const struct bind *b)
{
	(void)b;
	list_of(v)->tags.n = 0;
}

/* Tags are taken off, then the filter, before the list is left. */
static void do_back(struct view *v, const struct bind *b)
{
	(void)b;
	if (list_of(v)->tags.n)
		list_of(v)->tags.n = 0;
	else if (!narrow_off(list_of(v)) && v->below)
		view_leave(v, false);
}

/* The family a row belongs to. */
static uint64_t family_of(const struct list *l, const struct row *r)
{
	const struct rec_type *t = l->page.type;

	if (!r)
		return l->about;
	if (!t->owner)
		return 0;
	return t->owner[0] ? (uint64_t)rec_get(t, r->rec, t->owner).n : r->id;
}

static void do_open(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);
	const struct row *r = list_selected(l);

	if (!r || !r->type)
		return;
	if (v->screen->search)
		session_look(v->ui->s, "search", edit_text(&l->line), r->type, r->id);
	remember(l);
	ui_open(v->ui, b->screen.n ? b->screen : v->screen->open.n && r->type->tag == v->screen->query->type->tag ? v->screen->open
		: arena_printf(&v->ui->event, "%s_card", r->type->name), r->id, 0);
}

/* What a new record starts from: the family, and what the list is about. */
static struct origin origin_of(const struct list *l, uint64_t family)
{
	return (struct origin){ family, list_about_type(l), l->about };
}

static void do_new(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);
	uint64_t family = l->about && query_is_about(v->screen->query, &family_type)
			  ? l->about : family_of(l, list_selected(l));

	if (l->tags.n && l->v.screen->type->owner && !*l->v.screen->type->owner)
		family = l->tags.p[l->tags.n - 1].id; /* one after the other, see list_back() */
	ui_new(v->ui, b->screen, origin_of(l, family));
}

/* With tagged families, saving one visit brings up the next. */
static void list_back(struct view *v, struct view *child)
{
	struct list *l = list_of(v);

	if (!l->tags.n || !child->done || !child->screen || child->screen->kind != SCREEN_FORM)
		return;
	if (--l->tags.n)
		ui_new(v->ui, child->screen->name, origin_of(l, l->tags.p[l->tags.n - 1].id));
}

static void do_list(struct view *v, const struct bind *b)
{
	const struct row *r = list_selected(list_of(v));
	const struct screen *s = ui_screen(v->ui, b->screen);
	bool family = s && query_is_about(s->query, &family_type);
	struct view *next;

	if (!r || !s)
		return;
	next = list_open(v->ui, s, family ? family_of(list_of(v), r) : r->id, S(""));
	list_of(next)->about_type = family ? NULL : r->type;
	list_of(next)->span = list_of(v)->span;
	ui_push(v->ui, next);
}

static void do_history(struct view *v, const struct bind *b)
{
	const struct row *r = list_selected(list_of(v));

	(void)b;
	if (r)
		history_open(v->ui, r->type, r->id);
}

static void list_click(struct view *v, int row, int wheel)
{
	struct list *l = list_of(v);
	int at = v->box.row + list_lines_above(l) + list_has_header(l);
	str group = { 0 };

	if (wheel) {
		go_to(l, wheel < 0 ? (l->sel > 3 ? l->sel - 3 : 0) : l->sel + 3);
		return;
	}
	if (row >= v->box.row + v->box.rows)
		return;
	for (size_t i = list_first_shown(l); i < l->page.n; i++, at++) {
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
	ACT("up", "上移", do_up, .moves = true),
	ACT("down", "下移", do_down, .moves = true),
	ACT("page-up", "上一页", do_page_up, .moves = true),
	ACT("page-down", "下一页", do_page_down, .moves = true),
	ACT("first", "最前", do_first, .moves = true),
	ACT("last", "最后", do_last, .moves = true),
	ACT("back", "返回", do_back),
	ACT("open", "打开", do_open, .opens = OPENS_THIS),
	ACT("new", "新建", do_new, .opens = OPENS_FORM, .begins = true),
	ACT("edit", "修改", do_open, .opens = OPENS_FORM_THIS),
	ACT("list", "列表", do_list, .opens = OPENS_LIST),
	ACT("tag", "选中", do_tag),
	ACT("tag-all", "选中全部", do_tag_all),
	ACT("untag", "取消选中", do_untag),
	ACT("filter", "筛选", do_filter),
	ACT("sort", "排序", do_sort),
	ACT("keep", "存这份名单", do_keep, .writes = &saved_type),
	ACT("open-kept", "打开", do_open_kept, .needs = &saved_type),
	ACT("history", "修改经过", do_history),
	{ 0 },
};

static struct origin list_at(struct view *v)
{
	const struct row *r = list_selected(list_of(v));

	return r ? (struct origin){ family_of(list_of(v), r), r->type, r->id } : (struct origin){ 0 };
}

static void list_close(struct view *v)
{
	remember(list_of(v));
	arena_free(&list_of(v)->pages);
	arena_free(&list_of(v)->aside);
}

static const struct view_kind list_kind = { .load = list_load, .draw = list_draw,
	.title = list_title, .shows = true, .tell = list_tell, .key = list_key, .paste = list_paste, .back = list_back,
	.click = list_click, .at = list_at, .hints = narrow_hints, .close = list_close };

void list_shows(struct list *l, const struct screen *s)
{
	l->v.screen = s;
	l->v.keys = &s->keys;
}

struct list *list_blank(struct ui *ui, str line)
{
	struct list *l = view_new(ui, &list_kind, sizeof *l);

	l->v.box = (struct box){ 1, 0, ui->rows > 3 ? ui->rows - 3 : 20, ui->cols ? ui->cols : 80 };
	edit_init(&l->line, &l->v.a, line, false, 200);
	edit_init(&l->filter, &l->v.a, S(""), false, 200);
	return l;
}

void list_drop(struct list *l)
{
	struct arena a = l->v.a; /* holds the list */

	arena_free(&l->pages);
	arena_free(&a);
}

struct view *list_open(struct ui *ui, const struct screen *s, uint64_t about, str line)
{
	struct list *l = list_blank(ui, line);

	list_shows(l, s);
	l->about = about;
	return &l->v;
}
