/* loop.c - one event at a time for the views, and the frame around what they draw. */
#include "ui/ui.h"

#include "base/utf8.h"
#include "ui/acts/acts.h"

static void open_home(struct ui *ui)
{
	ui_open(ui, session_me(ui->s)->home, 0, 0);
	drafts_open(ui, true);
}

/* ---- events --------------------------------------------------------------------------------- */

static const struct bind *bound(const struct view *v, uint32_t key)
{
	key = key_plain(key);
	for (size_t i = 0; v->keys && i < v->keys->n; i++)
		if (v->keys->bind[i].key == key)
			return &v->keys->bind[i];
	return NULL;
}

static void search_for(struct ui *ui, str text)
{
	const struct screen *s = ui_screen(ui, S("find"));

	if (s)
		ui_push(ui, list_open(ui, s, 0, text));
}

/* ---- characters that no key has -------------------------------------------------------------- */

enum { STRAYS_MOST = 8 };

static void forget_strays(struct ui *ui)
{
	arena_reset(&ui->strays);
	ui->stray = (struct buf){ .a = &ui->strays };
}

static void answer_strays(struct view *v, uint32_t key)
{
	str text = arena_str(&v->ui->event, buf_view(&v->ui->stray));

	forget_strays(v->ui);
	if (key == K_ENTER)
		search_for(v->ui, text);
}

/* A stray key does nothing but say so; where the office wants it, it begins a search.  A whole line of
 * them is somebody's text in the wrong place: nothing is done with it before it is asked. */
static void settle_strays(struct ui *ui)
{
	static const struct choice answers[] = { { K_ENTER, "查找" }, { K_ESC, "不查" } };
	str text = buf_view(&ui->stray);
	struct view *v = ui->top;

	if (!text.n || v->kind->dialog || term_pending(ui->term))
		return;
	if (utf8_count(text) > STRAYS_MOST) {
		ask_open(v, arena_printf(&ui->event, tr("收到一串字“%.*s”，在这里没有用处。要查找它吗？"),
			STR_FMT(text)), answers, COUNT(answers), answer_strays);
	} else if (v->screen && v->screen->type_to_search) {
		text = arena_str(&ui->event, text);
		forget_strays(ui);
		search_for(ui, text);
	} else {
		term_bell(ui->term);
		ui_say(ui, INK_DIM, tr("“%.*s”在这里没有用处；查找先按 /，? 看有哪些键"), STR_FMT(text));
	}
}

static bool takes_strays(const struct view *v)
{
	return !v->kind->dialog && v->screen && v->screen->kind != SCREEN_FORM;
}

/* A few acts must not wait for what is being asked or typed; dialogs have the keys of what they lie on. */
static bool at_any_time(struct view *v, uint32_t key)
{
	const struct bind *b;

	while (v->kind->dialog && v->below)
		v = v->below;
	b = bound(v, key);
	if (b && b->action->anytime)
		ui_act(v, b);
	return b && b->action->anytime;
}

static void key_event(struct ui *ui, uint32_t key)
{
	struct view *v = ui->top;
	const struct bind *b;
	char one[4];

	if (at_any_time(v, key))
		return;
	if (v->kind->key && v->kind->key(v, key))
		return;
	if (v->leaving) { /* an offer that was not taken: the key was for what is below */
		ui_pop(ui);
		if (ui->top)
			key_event(ui, key);
		return;
	}
	/* Behind the first character of what is typed to be searched, the rest of it belongs to it. */
	b = ui->stray.n && v->screen && v->screen->type_to_search && key_is_text(key) ? NULL : bound(v, key);
	if (!b && key_is_text(key) && takes_strays(v) && (key != ' ' || ui->stray.n)) {
		buf_put(&ui->stray, one, utf8_put(one, key));
		return;
	}
	forget_strays(ui);
	if (b)
		ui_act(v, b);
	else if (key != K_UNKNOWN)
		term_bell(ui->term);
}

static void paste_event(struct ui *ui, str text)
{
	struct view *v = ui->top;
	str line;

	if (v->kind->paste)
		v->kind->paste(v, text);
	else if (!v->kind->dialog && str_cut(&text, '\n', &line) && str_trim(line).n)
		search_for(ui, str_trim(line));
}

static void keep_and_quit(struct ui *ui)
{
	for (struct view *v = ui->top; v; v = v->below)
		if (v->kind->keep)
			v->kind->keep(v);
	ui->quit = true;
}

static void take_event(struct ui *ui, const struct term_event *ev)
{
	struct view *v = ui->top;

	arena_reset(&ui->event);
	switch (ev->kind) {
	case EV_KEY:
		ui->notice[0] = 0;
		key_event(ui, ev->key);
		ui_pop(ui);
		if (ui->top)
			settle_strays(ui);
		break;
	case EV_PASTE:
		ui->notice[0] = 0;
		paste_event(ui, ev->text);
		break;
	case EV_MOUSE:
		if (v->kind->click)
			v->kind->click(v, ev->row, ev->wheel);
		break;
	case EV_TICK:
		if (!v->kind->dialog)
			forget_strays(ui);
		for (; v; v = v->below)
			if (v->kind->tick)
				v->kind->tick(v);
		break;
	case EV_CHANGED:
		session_drain(ui->s);
		break;
	case EV_HANGUP:
		keep_and_quit(ui);
		return;
	case EV_RESIZE:
		break;
	}
	ui_settle(ui);
	if (session_ended(ui->s)) /* they no longer work here: nothing more is shown */
		keep_and_quit(ui);
}

/* ---- nobody is there -------------------------------------------------------------------------- */

enum { MINUTE_MS = 60 * 1000 };

static bool of_a_person(const struct term_event *ev)
{
	return ev->kind == EV_KEY || ev->kind == EV_PASTE || ev->kind == EV_MOUSE;
}

/* A tick says that so long has passed as was waited for; where the clock stands still, in a rehearsal, nothing else
 * does. */
static int64_t elapsed(const struct term_event *ev, int waited, int64_t passed)
{
	if (clock_is_fixed())
		passed = 0;
	return ev->kind == EV_TICK && passed < waited ? waited : passed;
}

/* True: it is time to go. */
static bool idle(struct ui *ui, const struct term_event *ev, int64_t passed)
{
	const struct office *o = session_office(ui->s);

	if (of_a_person(ev)) {
		ui->idle_ms = 0;
		return false;
	}
	ui->idle_ms += passed;
	if (o->hide_minutes && ui->idle_ms >= o->hide_minutes * MINUTE_MS)
		ui->hidden = true;
	return o->leave_minutes && ui->idle_ms >= o->leave_minutes * MINUTE_MS;
}

/* What comes while the screen is hidden shows it again, and is no more than that. */
static bool shows_again(struct ui *ui, const struct term_event *ev)
{
	bool again = ui->hidden && of_a_person(ev);

	ui->hidden &= !again;
	return again;
}

static void draw_hidden(struct grid *g)
{
	str text = str_of(tr("屏幕已遮住，按任意键回来"));
	int cols = utf8_cols(text);

	if (cols < g->cols)
		grid_put(g, g->rows / 2, (g->cols - cols) / 2, cols, text, INK_DIM);
}

/* ---- the frame ------------------------------------------------------------------------------ */

static void draw_title(struct ui *ui, struct grid *g, struct view *v)
{
	const struct me *me = session_me(ui->s);
	str title = v->kind->title ? v->kind->title(v, g->a) : S("");
	str right = arena_printf(g->a, "%s%.*s %.*s", clock_is_fixed() ? tr("演练 ") : "",
		STR_FMT(me->name.n ? me->name : me->login),
		STR_FMT(date_long(g->a, session_today(ui->s))));
	int cols = utf8_cols(right), used = grid_fit(g, 0, 0, g->cols, title, INK_TITLE);

	if (used + cols + 2 <= g->cols)
		grid_put(g, 0, g->cols - cols, cols, right, INK_DIM);
}

static void draw_message(struct ui *ui, struct grid *g, int row, struct view *v)
{
	str warning = session_warning(ui->s);

	if (ui->notice[0])
		grid_fit(g, row, 0, g->cols, str_of(ui->notice), ui->notice_ink);
	else if (warning.n)
		grid_fit(g, row, 0, g->cols, warning, INK_ERROR);
	else if (session_read_only(ui->s))
		grid_fit(g, row, 0, g->cols, str_of(tr("只读：看得到，存不了")), INK_DIM);
	else if (v->kind->tell)
		grid_fit(g, row, 0, g->cols, v->kind->tell(v, g->a), INK_PLAIN);
}

static void draw_view(struct view *v, struct grid *g, struct box b)
{
	if (v->kind->dialog && v->below)
		draw_view(v->below, g, b);
	v->box = b;
	v->kind->draw(v, g, b);
}

void ui_draw(struct ui *ui, struct grid *g)
{
	struct view *v = ui->top, *main = v;
	int body = g->rows > 3 ? g->rows - 3 : 1;

	ui->rows = g->rows;
	ui->cols = g->cols;
	while (main->kind->dialog && main->below)
		main = main->below;
	draw_view(v, g, (struct box){ g->rows > 1, 0, body, g->cols });
	draw_title(ui, g, main);
	if (g->rows > 3) {
		draw_message(ui, g, g->rows - 2, v);
		bar_draw(v, g, g->rows - 1);
	}
}

/* Said each time, until it can be written: the looks are kept. */
static void write_looks(struct ui *ui)
{
	struct err e = { 0 };

	if (session_looks_write(ui->s, &e) != RC_OK)
		ui_fail(ui, &e);
}

/* ---- running -------------------------------------------------------------------------------- */

enum { AGAIN_MS = 5, ROWS_MOST = 300, COLS_MOST = 500 };

static void frame(struct ui *ui, struct arena *a)
{
	struct grid *g;
	int rows, cols;

	arena_reset(a);
	term_size(ui->term, &rows, &cols);
	if (rows < 1 || cols < 4)
		return;
	/* A terminal may say anything of its size; nobody looks at more than this. */
	g = grid_new(a, rows < ROWS_MOST ? rows : ROWS_MOST, cols < COLS_MOST ? cols : COLS_MOST);
	if (ui->hidden)
		draw_hidden(g);
	else
		ui_draw(ui, g);
	term_draw(ui->term, g);
}

bool ui_can_run(void)
{
	return term_there();
}

enum rc ui_run(struct session *s, struct err *e)
{
	struct ui ui = { .s = s, .acts = &all_acts };
	struct arena drawing = { 0 };
	int wait = TERM_TICK_MS;
	int64_t last = clock_ms();
	bool left = false;
	enum rc rc = theme_load(&ui.a, session_office(s)->dir, &ui.theme, e);

	forget_strays(&ui);
	if (rc == RC_OK)
		rc = term_open(&ui.a, &ui.theme, session_fd(s), &ui.term, e);
	if (rc != RC_OK) {
		arena_free(&ui.a);
		return rc;
	}
	term_size(ui.term, &ui.rows, &ui.cols);
	open_home(&ui);
	while (!ui.quit && ui.top) {
		struct term_event ev;
		int64_t before = clock_ms();

		/* While keys are waiting, drawing would only be overtaken. */
		if (!term_pending(ui.term))
			frame(&ui, &drawing);
		ev = term_next(ui.term, wait);
		session_pass(s, elapsed(&ev, wait, clock_ms() - last));
		left = idle(&ui, &ev, elapsed(&ev, wait, clock_ms() - before));
		last = clock_ms();
		if (left)
			keep_and_quit(&ui);
		else if (!shows_again(&ui, &ev))
			take_event(&ui, &ev);
		if (session_looks_due(s))
			write_looks(&ui);
		wait = !ui.behind ? TERM_TICK_MS : wait < TERM_TICK_MS ? 2 * wait : AGAIN_MS;
	}
	write_looks(&ui);
	if (session_ended(s))
		rc = session_here(s, e);
	else if (left)
		rc = fail(e, RC_DENIED, "%d分钟没有按键，已经退出；写了一半的在草稿里", (int)session_office(s)->leave_minutes);
	else if (!ui.top && ui.notice[0] && ui.notice_ink == INK_ERROR)
		rc = fail(e, RC_IO, "%s", ui.notice);
	ui_close(&ui);
	term_close(ui.term);
	arena_free(&drawing);
	arena_free(&ui.event);
	arena_free(&ui.strays);
	arena_free(&ui.a);
	return rc;
}
