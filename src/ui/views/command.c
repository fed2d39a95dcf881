/* command.c - the ':' line: every screen, and what the keys here do, by name, with completion. */
#include "ui/views/view.h"

#include "base/data.h"
#include "base/utf8.h"
#include "ui/term/edit.h"

enum { NAMES_MOST = 120 };

struct command_view {
	struct view v;
	struct edit line;
	struct { str name, what; const struct bind *bind; bool screen; } name[NAMES_MOST];
	size_t n;
};

static void add(struct command_view *c, str name, str what, const struct bind *b, bool screen)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->name[i].name, name))
			return;
	if (c->n < NAMES_MOST) {
		c->name[c->n].name = name;
		c->name[c->n].what = what;
		c->name[c->n].bind = b;
		c->name[c->n++].screen = screen;
	}
}

/* What the keys of the view can do. */
static void add_keys(struct command_view *c, const struct keymap *m)
{
	for (size_t i = 0; m && i < m->n; i++) {
		const struct bind *b = &m->bind[i];

		add(c, b->screen.n ? b->screen : str_of(b->action->name),
			b->label.n ? tr_str(b->label) : str_of(tr(b->action->label)), b, false);
	}
}

/* Does it need no record to be about?  Lists of everything, and forms for what belongs to nobody. */
static bool stands_alone(const struct screen *s)
{
	if (s->kind == SCREEN_LIST)
		return !s->query->about && !s->search;
	return s->kind == SCREEN_FORM && (s->with || !s->type->owner);
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
			add(c, s->name, tr_str(s->title), NULL, true);
	}
}

static bool meant(const struct command_view *c, size_t i, str typed)
{
	return str_starts(c->name[i].name, typed) || str_starts(c->name[i].what, typed);
}

static str first_word(const struct command_view *c)
{
	str rest = edit_text(&c->line), word = S("");

	str_word(&rest, &word);
	return word;
}

static void command_draw(struct view *v, struct grid *g, struct box b)
{
	struct command_view *c = (struct command_view *)v;
	str typed = first_word(c);
	int row = b.row + b.rows - 1, col = 0;

	grid_blank(g, row, 0, g->cols, INK_PLAIN);
	if (row > 0)
		grid_blank(g, row - 1, 0, g->cols, INK_PLAIN);
	for (size_t i = 0; row > 0 && i < c->n; i++) {
		int cols = utf8_cols(c->name[i].name) + utf8_cols(c->name[i].what) + 3;

		if (!meant(c, i, typed))
			continue;
		if (col + cols > g->cols)
			break;
		col += grid_put(g, row - 1, col, g->cols - col, c->name[i].name, INK_KEY) + 1;
		col += grid_put(g, row - 1, col, g->cols - col, c->name[i].what, INK_DIM) + 2;
	}
	grid_put(g, row, 0, 1, S(":"), INK_LABEL);
	edit_draw(&c->line, g, (struct box){ row, 1, 1, g->cols - 1 }, INK_PLAIN, true);
}

/* As far as all candidates agree. */
static void complete(struct command_view *c)
{
	str typed = first_word(c), common = { 0 };
	bool any = false;

	for (size_t i = 0; i < c->n; i++) {
		if (!meant(c, i, typed))
			continue;
		if (!any) {
			common = c->name[i].name;
			any = true;
			continue;
		}
		uint32_t n = 0;
		while (n < common.n && n < c->name[i].name.n && common.p[n] == c->name[i].name.p[n])
			n++;
		common.n = n;
	}
	if (any && common.n >= typed.n)
		edit_set(&c->line, common);
}

static void run(struct command_view *c)
{
	struct ui *ui = c->v.ui;
	str typed = first_word(c), rest;
	size_t found = SIZE_MAX, n = 0;

	view_leave(&c->v, true);
	if (!typed.n)
		return;
	rest = str_trim(str_from(str_trim(edit_text(&c->line)), typed.n));
	if (str_is(typed, "find") || str_is(typed, "查找")) {
		const struct screen *s = ui_screen(ui, S("find"));

		if (s)
			ui_push(ui, list_open(ui, s, 0, rest));
		return;
	}
	for (size_t i = 0; i < c->n; i++) {
		if (str_eq(c->name[i].name, typed) || str_eq(c->name[i].what, typed)) {
			found = i;
			n = 1;
			break;
		}
		if (meant(c, i, typed)) {
			found = i;
			n++;
		}
	}
	if (n != 1)
		ui_say(ui, INK_ERROR, n ? tr("“%.*s”可以是好几个，请再打几个字母（Tab 补全）")
					: tr("没有命令“%.*s”；按 Tab 看有哪些"), STR_FMT(typed));
	else if (c->name[found].screen)
		ui_open(ui, c->name[found].name, 0, 0);
	else
		ui_act(c->v.below, c->name[found].bind);
}

static bool command_key(struct view *v, uint32_t key)
{
	struct command_view *c = (struct command_view *)v;

	if (key == K_ESC || (key == K_BS && c->line.n == 0))
		view_leave(v, false);
	else if (key == K_TAB)
		complete(c);
	else if (key == K_ENTER)
		run(c);
	else
		edit_key(&c->line, key, v->box.cols);
	return true;
}

static void command_paste(struct view *v, str text)
{
	edit_insert(&((struct command_view *)v)->line, text);
}

static const struct hint *command_hints(struct view *v, struct arena *a, size_t *n)
{
	struct hint *h = ARENA_ARRAY(a, struct hint, 3);

	(void)v;
	h[0] = (struct hint){ S("Tab"), str_of(tr("补全")) };
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

	edit_init(&c->line, &c->v.a, S(""), false, 100);
	add(c, S("find"), str_of(tr("查找")), NULL, false);
	add_screens(c);
	add_keys(c, about->keys);
	ui_push(about->ui, &c->v);
}
