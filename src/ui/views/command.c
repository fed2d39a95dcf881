/* command.c - the ':' line: every screen, and what the keys here do, by what people call them or the
 * first letters of that (sjzl: 数据质量), the best fit first. */
#include "ui/views/view.h"

#include "base/data.h"
#include "base/pinyin.h"
#include "base/utf8.h"
#include "ui/term/edit.h"
#include "ui/views/pick.h"

enum { ROWS_MOST = 10, NAME_COLS = 24 };

struct offer {
	str what;             /* as people call it */
	str name;             /* of the screen or the act, for those who know it */
	struct bind bind;
	const struct saved *kept; /* a list somebody kept, or NULL */
	bool usual;           /* this person may; else it is shown only when nothing else is meant */
};

struct command_view {
	struct view v;
	struct edit line;
	struct { VEC(struct offer); } offers;
	size_t *shown, nshown; /* those that are meant, the surest first */
	size_t sel;
	bool chosen;          /* the selection was moved: Enter needs no word */
};

/* ---- what there is -------------------------------------------------------------------------- */

static void add(struct command_view *c, str what, str name, const struct bind *b)
{
	struct arena *a = &c->v.a;

	for (size_t i = 0; i < c->offers.n; i++)
		if (str_eq(c->offers.p[i].name, name) || str_eq(c->offers.p[i].what, what))
			return;
	*vec_add(a, &c->offers) = (struct offer){ .what = what, .name = name, .bind = *b, .usual = ui_offers(c->v.ui, b) };
}

/* What the keys of the view can do. */
static void add_keys(struct command_view *c, const struct keymap *m)
{
	for (size_t i = 0; m && i < m->n; i++) {
		const struct bind *b = &m->bind[i];

		add(c, b->label.n ? tr_str(b->label) : str_of(tr(b->action->label)),
			b->screen.n ? b->screen : str_of(b->action->name), b);
	}
}

static void do_show(struct view *v, const struct bind *b)
{
	ui_open(v->ui, b->screen, 0, 0);
}
static const struct action show = { .name = "show", .run = do_show };

/* Does it need no record to be about?  Lists of everything, and forms for what belongs to nobody. */
static bool stands_alone(const struct screen *s)
{
	if (s->kind == SCREEN_LIST)
		return !s->query->about;
	return s->kind == SCREEN_FORM && (s->with || !s->type->owner);
}

static void add_screen(struct command_view *c, const struct screen *s)
{
	str what = tr_str(s->title), new = str_of(tr("新建"));
	bool form = s->kind == SCREEN_FORM;

	if (form && !str_starts(what, new))
		what = arena_printf(&c->v.a, "%.*s%.*s", STR_FMT(new), STR_FMT(what));
	add(c, what, s->name, &(struct bind){ .action = &show, .screen = s->name,
		.writes = form ? s->type : NULL });
}

static void add_screens(struct command_view *c)
{
	static const char folder[] = "screens/", end[] = ".yaml";

	for (const struct data *d = data_table; d->name; d++) {
		str name = str_of(d->name);
		const struct screen *s;

		if (!str_starts(name, str_of(folder)) || !str_ends(name, str_of(end)))
			continue;
		name = str_sub(name, sizeof folder - 1, name.n - (uint32_t)(sizeof folder + sizeof end - 2));
		s = ui_screen(c->v.ui, arena_str(&c->v.ui->a, name));
		if (s && stands_alone(s))
			add_screen(c, s);
	}
}

static void add_kept(struct command_view *c)
{
	struct page page;
	struct err e = { 0 };

	if (session_list(c->v.ui->s, &c->v.a, &(struct ask){ .query = query_find(S("saved")) }, &page, &e) != RC_OK)
		return ui_fail(c->v.ui, &e);
	for (size_t i = 0; i < page.n; i++) {
		const struct saved *s = (const struct saved *)page.row[i].rec;

		*vec_add(&c->v.a, &c->offers) = (struct offer){ .what = s->name, .name = s->name, .kept = s, .usual = true };
	}
}

/* ---- what is meant -------------------------------------------------------------------------- */

static str first_word(const struct command_view *c)
{
	str rest = edit_text(&c->line), word = S("");

	str_word(&rest, &word);
	return word;
}

static void show_meant(struct command_view *c, bool usual)
{
	struct arena a = { 0 };
	enum pick_how *how = ARENA_ARRAY(&a, enum pick_how, c->offers.n);

	for (size_t i = 0; i < c->offers.n; i++) {
		const struct offer *o = &c->offers.p[i];

		how[i] = o->usual == usual ? pick_match(&a, o->name, o->what, first_word(c)) : PICK_NOT;
	}
	c->nshown = pick_order(how, c->offers.n, c->shown);
	arena_free(&a);
}

static void narrow(struct command_view *c)
{
	c->sel = 0;
	c->chosen = false;
	show_meant(c, true);
	if (!c->nshown)
		show_meant(c, false);
}

/* Is one of those that fit taken, by a word or by moving to it? */
static bool picked(const struct command_view *c)
{
	return c->chosen || first_word(c).n;
}

static void run(struct command_view *c)
{
	struct ui *ui = c->v.ui;
	str typed = first_word(c), rest = str_trim(str_from(str_trim(edit_text(&c->line)), typed.n));
	const struct offer *o;
	const struct screen *s;

	view_leave(&c->v, true);
	if (!picked(c))
		return;
	if (!c->nshown) {
		ui_say(ui, INK_ERROR, tr("没有命令“%.*s”；按 : 看有哪些"), STR_FMT(typed));
		return;
	}
	o = &c->offers.p[c->shown[c->sel]];
	if (o->kept) {
		kept_open(ui, o->kept);
		return;
	}
	s = o->bind.action == &show ? ui_screen(ui, o->name) : NULL;
	if (s && s->search)
		ui_push(ui, list_open(ui, s, 0, rest));
	else
		ui_act(c->v.below, &o->bind);
}

/* ---- the view ------------------------------------------------------------------------------- */

static void command_draw(struct view *v, struct grid *g, struct box b)
{
	struct command_view *c = (struct command_view *)v;
	size_t room = b.rows - 1 < ROWS_MOST ? b.rows > 1 ? (size_t)b.rows - 1 : 0 : ROWS_MOST;
	size_t n = c->nshown < room ? c->nshown : room, top = c->sel >= n ? c->sel + 1 - n : 0;
	int row = b.row + b.rows - 1, first = row - (int)n;

	for (int i = first > b.row ? first - 1 : first; i <= row; i++)
		grid_blank(g, i, 0, g->cols, INK_PLAIN);
	for (size_t i = 0; i < n; i++) {
		const struct offer *o = &c->offers.p[c->shown[top + i]];
		bool sel = top + i == c->sel && picked(c);
		int at = first + (int)i;

		grid_put(g, at, 0, 1, sel ? S(">") : S(" "), INK_SELECTED);
		grid_fit(g, at, 2, NAME_COLS - 1, o->what, sel ? INK_SELECTED : INK_PLAIN);
		grid_put(g, at, 2 + NAME_COLS, g->cols - 2 - NAME_COLS, pinyin_initials(&v->ui->event, o->what), INK_DIM);
	}
	if (top + n < c->nshown)
		grid_putf(g, row - 1, g->cols - 8, 8, INK_DIM, "%7zu+", c->nshown - top - n);
	grid_put(g, row, 0, 1, S(":"), INK_LABEL);
	edit_draw(&c->line, g, (struct box){ row, 1, 1, g->cols - 1 }, INK_PLAIN, true);
}

static void select_by(struct command_view *c, int by)
{
	if (c->nshown)
		c->sel = (c->sel + (by < 0 ? c->nshown - 1 : picked(c))) % c->nshown;
	c->chosen = true;
}

static bool command_key(struct view *v, uint32_t key)
{
	struct command_view *c = (struct command_view *)v;

	if (key == K_ESC || (key == K_BS && c->line.n == 0))
		view_leave(v, false);
	else if (key == K_TAB || key == K_DOWN)
		select_by(c, 1);
	else if (key == K_BTAB || key == K_UP)
		select_by(c, -1);
	else if (key == K_ENTER)
		run(c);
	else if (edit_key(&c->line, key, v->box.cols))
		narrow(c);
	return true;
}

static void command_paste(struct view *v, str text)
{
	struct command_view *c = (struct command_view *)v;

	edit_insert(&c->line, text);
	narrow(c);
}

static const struct hint *command_hints(struct view *v, struct arena *a, size_t *n)
{
	struct hint *h = ARENA_ARRAY(a, struct hint, 3);

	(void)v;
	h[0] = (struct hint){ S("Tab"), str_of(tr("下一个")) };
	h[1] = (struct hint){ S("Enter"), str_of(tr("打开")) };
	h[2] = (struct hint){ S("Esc"), str_of(tr("返回")) };
	*n = 3;
	return h;
}

static const struct view_kind command_kind = { .hints = command_hints, .draw = command_draw, .key = command_key,
	.paste = command_paste, .dialog = true };

void command_open(struct view *about)
{
	struct command_view *c = view_new(about->ui, &command_kind, sizeof *c);
	const struct screen *find = ui_screen(about->ui, S("find"));

	edit_init(&c->line, &c->v.a, S(""), false, 100);
	if (find)
		add_screen(c, find);
	add_keys(c, about->keys);
	add_screens(c);
	add_kept(c);
	c->shown = ARENA_ARRAY(&c->v.a, size_t, c->offers.n);
	narrow(c);
	ui_push(about->ui, &c->v);
}
