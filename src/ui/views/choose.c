/* choose.c - picking out of a list that narrows while one types: codes, records, phrases, drafts. */
#include "ui/views/view.h"

#include "base/utf8.h"
#include "ui/term/edit.h"
#include "ui/views/pick.h"

struct choose {
	struct view v;
	str title;
	struct option *option;
	size_t n;
	size_t *shown;          /* which options match */
	size_t nshown, sel, top;
	struct edit line;
	bool many;
	bool brief;             /* an offer: any other key goes on to what is below */
	void (*chosen)(struct view *, const struct option *, size_t n);
};

static void narrow(struct choose *c)
{
	struct arena a = { 0 };
	enum pick_how *how = ARENA_ARRAY(&a, enum pick_how, c->n + 1);

	for (size_t i = 0; i < c->n; i++)
		how[i] = pick_match(&a, c->option[i].key, c->option[i].text, edit_text(&c->line));
	c->nshown = pick_order(how, c->n, c->shown);
	c->sel = c->top = 0;
	arena_free(&a);
}

static void choose_draw(struct view *v, struct grid *g, struct box b)
{
	struct choose *c = (struct choose *)v;
	int rows = (int)c->n + 1 < b.rows ? (int)c->n + 1 : b.rows, row = b.row + b.rows - rows, col;
	size_t room = rows > 1 ? (size_t)rows - 1 : 0;

	for (int i = row > 0 ? -1 : 0; i < rows; i++)
		grid_blank(g, row + i, 0, g->cols, INK_PLAIN);
	if (c->sel < c->top)
		c->top = c->sel;
	if (room && c->sel >= c->top + room)
		c->top = c->sel - room + 1;
	for (size_t i = 0; i < room && c->top + i < c->nshown; i++) {
		const struct option *o = &c->option[c->shown[c->top + i]];
		bool sel = c->top + i == c->sel;
		int at = row + 1 + (int)i;
		char key = pick_key(c->top + i);

		grid_put(g, at, 0, 1, sel ? S(">") : S(" "), INK_SELECTED);
		if (c->many)
			grid_put(g, at, 1, 1, o->on ? S("*") : S(" "), INK_YELLOW);
		if (key)
			grid_putf(g, at, 2, 2, INK_KEY, "%c", key);
		grid_fit(g, at, 4, g->cols - 4, o->text, sel ? INK_SELECTED : INK_PLAIN);
	}
	col = grid_put(g, row, 0, g->cols, c->title, INK_LABEL);
	col += grid_put(g, row, col, 2, S(": "), INK_LABEL);
	if (c->brief)
		grid_cursor(g, row + 1 + (int)(c->sel - c->top), 0);
	else
		edit_draw(&c->line, g, (struct box){ row, col, 1, g->cols - col }, INK_PLAIN, true);
}

static void finish(struct choose *c)
{
	struct option *got = ARENA_ARRAY(&c->v.a, struct option, c->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (c->many && c->option[i].on)
			got[n++] = c->option[i];
	if (!c->many && c->sel < c->nshown)
		got[n++] = c->option[c->shown[c->sel]];
	view_leave(&c->v, true);
	if (n || c->many)
		c->chosen(c->v.below, got, n);
}

/* On to the next one: several may be meant. */
static void toggle(struct choose *c)
{
	if (c->sel >= c->nshown)
		return;
	c->option[c->shown[c->sel]].on ^= true;
	c->sel += c->sel + 1 < c->nshown;
}

static bool choose_key(struct view *v, uint32_t key)
{
	struct choose *c = (struct choose *)v;
	size_t page = v->box.rows > 2 ? (size_t)v->box.rows - 2 : 1;

	switch (key) {
	case K_ESC:
		view_leave(v, false);
		return true;
	case K_ENTER:
		finish(c);
		return true;
	case K_UP:
		c->sel -= c->sel > 0;
		return true;
	case K_DOWN:
		c->sel += c->sel + 1 < c->nshown;
		return true;
	case K_PGUP:
		c->sel = c->sel > page ? c->sel - page : 0;
		return true;
	case K_PGDN:
		c->sel = c->sel + page < c->nshown ? c->sel + page : c->nshown ? c->nshown - 1 : 0;
		return true;
	}
	if (c->many && (key == ' ' || key == K_TAB)) {
		toggle(c);
		return true;
	}
	if (pick_place(key_plain(key)) < c->nshown) {
		c->sel = pick_place(key_plain(key));
		if (c->many)
			toggle(c);
		else
			finish(c);
		return true;
	}
	if (c->brief) {
		view_leave(v, false);
		return false;
	}
	if (edit_key(&c->line, key, v->box.cols))
		narrow(c);
	return true;
}

static void choose_paste(struct view *v, str text)
{
	struct choose *c = (struct choose *)v;

	edit_insert(&c->line, text);
	narrow(c);
}

/* The keys of the choices that there are, "1-A". */
static str keys_text(struct choose *c, struct arena *a)
{
	size_t n = c->nshown;
	char last;

	while (n > 1 && !pick_key(n - 1))
		n--;
	last = pick_key(n - 1);
	return n == 1 ? S("1") : arena_printf(a, "1-%c", last);
}

static const struct hint *choose_hints(struct view *v, struct arena *a, size_t *n)
{
	struct choose *c = (struct choose *)v;
	struct hint *h = ARENA_ARRAY(a, struct hint, 5);
	str take = str_of(c->brief ? tr("接着写") : tr("选"));

	*n = 0;
	if (c->nshown) {
		h[(*n)++] = (struct hint){ keys_text(c, a), take };
		h[(*n)++] = c->many ? (struct hint){ S("Space"), str_of(tr("选上或去掉")) }
			: (struct hint){ S("Enter"), take };
	}
	if (c->many)
		h[(*n)++] = (struct hint){ S("Enter"), str_of(tr("选好了")) };
	h[(*n)++] = (struct hint){ S("Esc"), str_of(c->brief ? tr("以后再说") : tr("返回")) };
	if (!c->brief)
		h[(*n)++] = (struct hint){ S(""), str_of(tr("打拼音或名称找")) };
	return h;
}

static const struct view_kind choose_kind = { .hints = choose_hints, .draw = choose_draw, .key = choose_key,
	.paste = choose_paste, .dialog = true };

static struct choose *open_one(struct view *parent, str title, const struct option *option, size_t n,
	bool many, void (*chosen)(struct view *, const struct option *, size_t))
{
	struct choose *c = view_new(parent->ui, &choose_kind, sizeof *c);
	struct arena *a = &c->v.a;

	c->title = arena_str(a, title);
	c->option = ARENA_ARRAY(a, struct option, n + 1);
	for (size_t i = 0; i < n; i++)
		c->option[i] = (struct option){ arena_str(a, option[i].key),
			arena_str(a, option[i].text), option[i].id, option[i].on };
	c->n = n;
	c->shown = ARENA_ARRAY(a, size_t, n + 1);
	c->many = many;
	c->chosen = chosen;
	edit_init(&c->line, a, S(""), false, 60);
	narrow(c);
	ui_push(parent->ui, &c->v);
	return c;
}

void choose_open(struct view *parent, str title, const struct option *option, size_t n, bool many,
	void (*chosen)(struct view *, const struct option *, size_t))
{
	open_one(parent, title, option, n, many, chosen);
}

/* The unit tells people of one name apart, and why they stand where they do. */
static str record_text(struct session *s, struct arena *a, const struct page *p, const struct row *r)
{
	const struct field *unit = r->type->unit && r->type->unit[0] ? type_field(p->type, str_of(r->type->unit))
		: NULL;
	str name = session_name(s, a, r->type, r->id);

	return unit ? arena_printf(a, "%.*s  %.*s", STR_FMT(name),
		STR_FMT(val_text(session_lex(s), a, unit, field_get(unit, r->rec)))) : name;
}

void choose_record(struct view *parent, str title, const struct query *q, uint64_t about, str chosen, bool many,
	void (*done)(struct view *, const struct option *, size_t))
{
	struct session *s = parent->ui->s;
	struct arena *a = &parent->ui->event;
	struct option *o;
	struct page page;
	struct err e = { 0 };

	if (session_list(s, a, &(struct ask){ .query = q, .about = about, .near = true }, &page, &e) != RC_OK) {
		ui_fail(parent->ui, &e);
		return;
	}
	o = ARENA_ARRAY(a, struct option, page.n + 1);
	for (size_t i = 0; i < page.n; i++)
		o[i] = (struct option){ .text = record_text(s, a, &page, &page.row[i]), .id = page.row[i].id,
			.on = many && pick_has(chosen, arena_printf(a, "%llu", (unsigned long long)page.row[i].id)) };
	choose_open(parent, title, o, page.n, many, done);
}

/* ---- drafts --------------------------------------------------------------------------------- */

static void draft_chosen(struct view *parent, const struct option *o, size_t n)
{
	struct ui *ui = parent->ui;
	struct err e = { 0 };
	struct unsaved *u;
	size_t count;

	if (n == 0)
		return;
	if (session_drafts(ui->s, &ui->event, &u, &count, &e) != RC_OK) {
		ui_fail(ui, &e);
		return;
	}
	for (size_t i = 0; i < count; i++)
		if (str_eq(u[i].key, o->key))
			form_open_draft(ui, &u[i]);
}

void drafts_open(struct ui *ui, bool quiet_when_none)
{
	struct err e = { 0 };
	struct unsaved *u;
	struct option *o;
	size_t n;

	if (!ui->top)
		return;
	if (session_drafts(ui->s, &ui->event, &u, &n, &e) != RC_OK) {
		ui_fail(ui, &e);
		return;
	}
	if (n == 0) {
		if (!quiet_when_none)
			ui_say(ui, INK_DIM, "%s", tr("没有草稿"));
		return;
	}
	o = ARENA_ARRAY(&ui->event, struct option, n);
	for (size_t i = 0, all = n; i < all; i++) { /* '+' is the second record of one form */
		bool second = u[i].key.n && u[i].key.p[u[i].key.n - 1] == '+';

		o[i - (all - n)] = (struct option){ u[i].key, u[i].title, 0, false };
		n -= second;
	}
	open_one(ui->top, str_of(tr("没写完的草稿，回车接着写，Esc 以后再说")), o, n, false,
		draft_chosen)->brief = true;
}
