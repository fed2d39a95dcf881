/* stack.c - the views that are open, one over the other, and what they say and open. */
#include "ui/views/view.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

/* ---- the stack ------------------------------------------------------------------------------ */

void *view_new(struct ui *ui, const struct view_kind *kind, size_t size)
{
	struct arena a = { 0 };
	struct view *v = arena_new(&a, size);

	v->kind = kind;
	v->ui = ui;
	v->a = a; /* holds itself */
	return v;
}

static void load(struct view *v)
{
	struct err e = { 0 };

	v->reveals = session_reveals(v->ui->s);
	if (v->kind->load && v->kind->load(v, &e) != RC_OK)
		ui_fail(v->ui, &e);
}

void ui_push(struct ui *ui, struct view *v)
{
	v->below = ui->top;
	ui->top = v;
	load(v);
}

void view_leave(struct view *v, bool done)
{
	v->leaving = true;
	v->done = done;
}

static void free_view(struct view *v)
{
	struct arena a = v->a;

	if (v->kind->close)
		v->kind->close(v);
	arena_free(&a);
}

static struct view **topmost_leaving(struct ui *ui)
{
	for (struct view **p = &ui->top; *p; p = &(*p)->below)
		if ((*p)->leaving)
			return p;
	return NULL;
}

/* back() may open something or leave as well: look again each time. */
void ui_pop(struct ui *ui)
{
	struct view **p;

	while ((p = topmost_leaving(ui)) != NULL) {
		struct view *v = *p;

		*p = v->below;
		if (v->below && v->below->kind->back && !v->below->leaving)
			v->below->kind->back(v->below, v);
		free_view(v);
	}
	if (!ui->top)
		ui->quit = true;
}

static bool stale(const struct view *v)
{
	return v->kind->load && (session_stale(v->ui->s, v->tick) ||
		(v->kind->shows && v->reveals != session_reveals(v->ui->s)));
}

/* A commit is known a moment before new snapshots can see it: then it is looked for again soon. */
static void refresh_stale(struct ui *ui)
{
	ui->behind = false;
	if (ui->notice_reveals && ui->notice_reveals != session_reveals(ui->s))
		ui->notice[0] = 0; /* the minute is over */
	for (struct view *v = ui->top; v; v = v->below) {
		if (stale(v))
			load(v);
		ui->behind |= stale(v);
		if (!v->kind->dialog)
			return;
	}
}

void ui_settle(struct ui *ui)
{
	do { /* what is refreshed may find its record gone, and leave as well */
		ui_pop(ui);
		if (ui->quit)
			return;
		refresh_stale(ui);
	} while (topmost_leaving(ui));
}

void ui_close(struct ui *ui)
{
	while (ui->top) {
		struct view *v = ui->top;

		ui->top = v->below;
		free_view(v);
	}
}

/* ---- saying --------------------------------------------------------------------------------- */

void ui_say(struct ui *ui, enum ink ink, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(ui->notice, sizeof ui->notice, fmt, ap);
	va_end(ap);
	ui->notice_ink = ink;
	ui->notice_reveals = 0;
	/* Not half a character at the end. */
	for (int bad; (bad = utf8_bad(str_of(ui->notice))) >= 0;)
		ui->notice[bad] = 0;
}

void ui_fail(struct ui *ui, const struct err *e)
{
	ui_say(ui, INK_ERROR, "%s", e->msg);
}

/* ---- screens by name ------------------------------------------------------------------------ */

const struct screen *ui_screen(struct ui *ui, str name)
{
	struct err e = { 0 };
	const struct screen *s;

	for (size_t i = 0; i < ui->screens.n; i++)
		if (str_eq(ui->screens.p[i]->name, name))
			return ui->screens.p[i];
	if (screen_load(&ui->a, session_office(ui->s), ui->acts, name, &s, &e) != RC_OK) {
		ui_fail(ui, &e);
		return NULL;
	}
	*vec_add(&ui->a, &ui->screens) = s;
	return s;
}

void ui_open(struct ui *ui, str name, uint64_t id, uint64_t about)
{
	const struct screen *s = ui_screen(ui, name);
	struct view *v = NULL;

	if (!s)
		return;
	switch (s->kind) {
	case SCREEN_LIST: v = list_open(ui, s, about ? about : id, S("")); break;
	case SCREEN_CARD: v = card_open(ui, s, id); break;
	case SCREEN_FORM: v = form_open(ui, s, id, (struct origin){ .family = about }); break;
	}
	if (v)
		ui_push(ui, v);
}

void ui_new(struct ui *ui, str name, struct origin from)
{
	const struct screen *s = ui_screen(ui, name);
	struct view *v = NULL;

	if (s && s->kind == SCREEN_FORM)
		v = form_open(ui, s, 0, from);
	if (v)
		ui_push(ui, v);
}

/* ---- acts ----------------------------------------------------------------------------------- */

static enum rc may_ever(struct ui *ui, const struct bind *b, struct err *e)
{
	return b->writes ? session_may_ever(ui->s, b->writes, e) : RC_OK;
}

static enum rc may_act(struct view *v, const struct bind *b, struct err *e)
{
	TRY(may_ever(v->ui, b, e));
	return b->action->may ? b->action->may(v, b, e) : RC_OK;
}

void ui_act(struct view *v, const struct bind *b)
{
	struct err e = { 0 };

	if (may_act(v, b, &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		b->action->run(v, b);
}

bool ui_offers(struct ui *ui, const struct bind *b)
{
	struct err e = { 0 };

	return may_ever(ui, b, &e) == RC_OK;
}
