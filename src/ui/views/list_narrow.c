/* list_narrow.c - a list in place: which of its rows, by a line that is typed above them, and in which order, by
 * one of its columns. */
#include "ui/views/list.h"

#include "core/lists/rows.h"

bool narrow_shown(const struct list *l)
{
	return l->typing || l->filtered.n;
}

/* The columns under the titles they have here. */
static const struct field **columns(const struct list *l, struct arena *a)
{
	const struct screen *s = l->v.screen;
	const struct field **shown = ARENA_ARRAY(a, const struct field *, s->ncolumns + 1);

	for (size_t i = 0; i < s->ncolumns; i++) {
		struct field *f = ARENA_NEW(a, struct field);

		*f = *s->column[i].field;
		f->label = arena_z(a, tr_str(s->column[i].title));
		shown[i] = f;
	}
	return shown;
}

void narrow_ask(const struct list *l, struct arena *a, struct ask *ask)
{
	ask->sort = l->sort;
	ask->filter = l->filtered;
	ask->shown = columns(l, a);
	ask->nshown = l->v.screen->ncolumns;
}

/* ---- which ---------------------------------------------------------------------------------- */

/* Half a word may make no sense yet: what is shown stays, and the message line says why. */
static void apply(struct list *l)
{
	struct ui *ui = l->v.ui;
	struct err e = { 0 };
	str line = str_trim(edit_text(&l->filter));
	struct ask ask = { .query = l->v.screen->query };

	narrow_ask(l, &ui->event, &ask);
	ask.filter = line;
	if (session_may_filter(ui->s, &ask, &e) != RC_OK) {
		ui_fail(ui, &e);
		return;
	}
	l->filtered = arena_str(&l->v.a, line);
	list_from_top(l);
}

static void leave_line(struct list *l, bool keep)
{
	l->typing = false;
	edit_set(&l->filter, keep ? l->filtered : S(""));
	apply(l);
}

bool narrow_key(struct list *l, uint32_t key)
{
	uint32_t n = l->filter.n;

	if (!l->typing)
		return false;
	if (key == K_ESC || (key == K_BS && !n))
		leave_line(l, false);
	else if (key == K_ENTER || key == K_DOWN || key == K_TAB)
		leave_line(l, true);
	else if (!edit_key(&l->filter, key, l->v.box.cols))
		return false;
	else if (key_is_text(key) || l->filter.n != n)
		apply(l);
	return true;
}

void narrow_paste(struct list *l, str text)
{
	edit_insert(&l->filter, str_trim(text));
	apply(l);
}

bool narrow_off(struct list *l)
{
	if (!l->filtered.n)
		return false;
	leave_line(l, false);
	return true;
}

const struct hint *narrow_hints(struct view *v, struct arena *a, size_t *n)
{
	struct hint *h = ARENA_ARRAY(a, struct hint, 2);

	h[0] = (struct hint){ S("Enter"), str_of(tr("就看这些")) };
	h[1] = (struct hint){ S("Esc"), str_of(tr("看全部")) };
	*n = list_of(v)->typing ? 2 : 0;
	return h;
}

void do_filter(struct view *v, const struct bind *b)
{
	(void)b;
	list_of(v)->typing = true;
}

void narrow_draw(struct list *l, struct grid *g, int row, int cols)
{
	int at = grid_put(g, row, 0, cols, str_of(tr("筛选：")), INK_LABEL);

	if (l->typing && !l->filter.n)
		grid_put(g, row, at + 2, cols - at - 2, str_of(tr("如 失独  级别:红  年龄>=70  上次<2026-03  -勿上门")), INK_DIM);
	if (l->typing)
		edit_draw(&l->filter, g, (struct box){ row, at, 1, cols - at }, INK_PLAIN, true);
	else
		grid_fit(g, row, at, cols - at, edit_text(&l->filter), INK_PLAIN);
}

/* ---- in which order ------------------------------------------------------------------------- */

static bool down(const struct list *l)
{
	return str_starts(l->sort, S("-"));
}

bool narrow_sorted(const struct list *l, const struct field *f, bool *from_top)
{
	*from_top = down(l);
	return l->sort.n && str_is(str_from(l->sort, *from_top), f->name);
}

/* The most first of what is counted and of what presses; shares the least first, all else as people count. */
static bool most_first(const struct field *f)
{
	return f->kind == K_NUM || f->kind == K_MONEY || f->kind == K_DUE;
}

/* The same column once more: the other way round. */
static void sort_by(struct view *v, const struct option *o, size_t n)
{
	struct list *l = list_of(v);
	const struct screen *s = v->screen;

	for (size_t i = 0; i < s->ncolumns && n; i++) {
		const struct field *f = s->column[i].field;
		bool from_top, was = narrow_sorted(l, f, &from_top);

		if (str_is(o->key, f->name)) {
			l->sort = arena_printf(&v->a, "%s%s", (was ? !from_top : most_first(f)) ? "-" : "", f->name);
			list_from_top(l);
			return;
		}
	}
	l->sort = S("");
	list_from_top(l);
}

void do_sort(struct view *v, const struct bind *b)
{
	const struct screen *s = v->screen;
	struct option *o = ARENA_ARRAY(&v->ui->event, struct option, s->ncolumns + 1);
	size_t n = 0;

	(void)b;
	for (size_t i = 0; i < s->ncolumns; i++) {
		const struct field *f = s->column[i].field;
		bool from_top;

		if (f->kind != K_REASONS)
			o[n++] = (struct option){ .key = str_of(f->name), .text = tr_str(s->column[i].title),
				.on = narrow_sorted(list_of(v), f, &from_top) };
	}
	o[n++] = (struct option){ .key = S(""), .text = str_of(tr("名单自己的次序")), .on = !list_of(v)->sort.n };
	choose_open(v, str_of(tr("按哪一栏排；再选一次就反过来")), o, n, false, sort_by);
}

/* ---- kept ------------------------------------------------------------------------------------- */

void narrow_to(struct list *l, str filter, str sort)
{
	edit_set(&l->filter, filter);
	l->sort = arena_str(&l->v.a, sort);
	apply(l);
}

static str column_title(const struct list *l)
{
	const struct screen *s = l->v.screen;
	bool from_top;

	for (size_t i = 0; i < s->ncolumns; i++)
		if (narrow_sorted(l, s->column[i].field, &from_top))
			return tr_str(s->column[i].title);
	return S("");
}

/* Its name says what it is, so that nothing need be typed. */
static str kept_name(const struct list *l, struct arena *a)
{
	struct buf b = { .a = a };

	buf_str(&b, tr_str(l->v.screen->title));
	if (l->filtered.n)
		buf_printf(&b, " %.*s", STR_FMT(l->filtered));
	if (l->sort.n)
		buf_printf(&b, tr(" 按%.*s"), STR_FMT(column_title(l)));
	return buf_view(&b);
}

/* What is about one record, or was searched, belongs to the moment. */
void do_keep(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);
	struct ui *ui = v->ui;
	struct arena *a = &ui->event;
	struct err e = { 0 };
	struct rec *r;

	(void)b;
	if (l->about || v->screen->search || (!l->filtered.n && !l->sort.n)) {
		ui_say(ui, INK_ERROR, "%s", tr("先用 F4 筛选或 F5 排序，再存这份名单；只是某一户或某个人的名单不存"));
		return;
	}
	if (session_new(ui->s, a, &saved_type, 0, &r, &e) == RC_OK) {
		struct saved *s = (struct saved *)r;

		s->name = kept_name(l, a);
		s->list = str_of(v->screen->query->name);
		s->screen = v->screen->name;
		s->filter = l->filtered;
		s->sort = l->sort;
		if (session_save(ui->s, a, S(""), &(struct save){ .type = &saved_type, .rec = r }, 1, &e) == RC_OK) {
			ui_say(ui, INK_NOTICE, tr("存好了“%.*s”：按 : 打它的名称就打开；u 撤销"), STR_FMT(s->name));
			return;
		}
	}
	ui_fail(ui, &e);
}

void kept_open(struct ui *ui, const struct saved *s)
{
	const struct screen *screen = ui_screen(ui, s->screen);
	struct view *v;

	if (!screen || screen->kind != SCREEN_LIST)
		return;
	v = list_open(ui, screen, 0, S(""));
	ui_push(ui, v);
	narrow_to(list_of(v), s->filter, s->sort);
}

void do_open_kept(struct view *v, const struct bind *b)
{
	const struct row *r = list_selected(list_of(v));

	(void)b;
	if (r)
		kept_open(v->ui, (const struct saved *)r->rec);
}
