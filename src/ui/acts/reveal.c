/* reveal.c - what is masked in the record at hand is shown for a minute: which value, and why. */
#include "ui/acts/acts.h"
#include "ui/term/edit.h"
#include "ui/views/pick.h"

/* ---- why ------------------------------------------------------------------------------------ */

struct why {
	struct view v;
	str what;
	const struct code_table *reasons;
	size_t chosen;          /* SIZE_MAX: none yet */
	struct edit words;
	void (*done)(struct view *, const struct reason_for *);
};

static void why_draw(struct view *v, struct grid *g, struct box b)
{
	struct why *w = (struct why *)v;
	int row = b.row + b.rows - 3, col = 0;

	for (int i = row > b.row ? -1 : 0; i < 3; i++)
		grid_blank(g, row + i, 0, g->cols, INK_PLAIN);
	grid_fit(g, row, 0, g->cols, w->what, INK_NOTICE);
	for (size_t i = 0; i < w->reasons->n; i++) {
		str name = tr_str(w->reasons->item[i].name);

		col += grid_putf(g, row + 1, col, g->cols, w->chosen == i ? INK_SELECTED : INK_PLAIN, "%c%.*s  ",
			pick_key(i), STR_FMT(name));
	}
	grid_put(g, row + 2, 0, 10, str_of(tr("说明")), INK_LABEL);
	if (w->chosen < w->reasons->n)
		edit_draw(&w->words, g, (struct box){ row + 2, 11, 1, g->cols - 11 }, INK_FIELD, true);
	else
		grid_cursor(g, row + 1, 0);
}

static bool why_key(struct view *v, uint32_t key)
{
	struct why *w = (struct why *)v;
	bool chosen = w->chosen < w->reasons->n;

	if (key == K_ESC) {
		view_leave(v, false);
	} else if (!chosen && pick_place(key_plain(key)) < w->reasons->n) {
		w->chosen = pick_place(key_plain(key));
	} else if (chosen && key == K_ENTER) {
		view_leave(v, true);
		w->done(v->below, &(struct reason_for){ { w->reasons->item[w->chosen].key }, edit_text(&w->words) });
	} else if (chosen && key == K_UP) {
		w->chosen = SIZE_MAX;
	} else if (chosen) {
		edit_key(&w->words, key, v->box.cols);
	}
	return true;
}

static void why_paste(struct view *v, str text)
{
	struct why *w = (struct why *)v;

	if (w->chosen < w->reasons->n)
		edit_insert(&w->words, text);
}

static const struct hint *why_hints(struct view *v, struct arena *a, size_t *n)
{
	struct why *w = (struct why *)v;
	struct hint *h = ARENA_ARRAY(a, struct hint, 3);

	*n = 0;
	if (w->chosen < w->reasons->n) {
		h[(*n)++] = (struct hint){ S("Enter"), str_of(tr("看")) };
		h[(*n)++] = (struct hint){ S("Up"), str_of(tr("换原因")) };
	} else {
		h[(*n)++] = (struct hint){ arena_printf(a, "1-%c", pick_key(w->reasons->n - 1)), str_of(tr("原因")) };
	}
	h[(*n)++] = (struct hint){ S("Esc"), str_of(tr("返回")) };
	return h;
}

static const struct view_kind why_kind = { .hints = why_hints, .draw = why_draw, .key = why_key,
	.paste = why_paste, .dialog = true };

void why_open(struct view *parent, str what, void (*done)(struct view *, const struct reason_for *))
{
	struct why *w = view_new(parent->ui, &why_kind, sizeof *w);

	w->what = arena_str(&w->v.a, what);
	w->reasons = codebook_find(&session_office(parent->ui->s)->codes, S("LOOK_WHY"));
	w->chosen = SIZE_MAX;
	w->done = done;
	edit_init(&w->words, &w->v.a, S(""), false, 60);
	ui_push(parent->ui, &w->v);
}

/* ---- what ----------------------------------------------------------------------------------- */

/* Which value was chosen is kept while its reason is asked for. */
static void show(struct view *v, const struct reason_for *why)
{
	struct ui *ui = v->ui;
	const struct rec_type *t = ui->reveal.type;
	const struct field *f = ui->reveal.field;
	struct err e = { 0 };
	val value;

	if (session_reveal(ui->s, &ui->event, t, ui->reveal.id, str_of(f->name), why, &value, &e) != RC_OK) {
		ui_fail(ui, &e);
		return;
	}
	ui_say(ui, INK_NOTICE, tr("%s：%.*s（显示一分钟，已记入日志）"), tr(f->label),
		STR_FMT(val_text(session_lex(ui->s), &ui->event, f, value)));
	ui->notice_reveals = session_reveals(ui->s);
}

static void chosen(struct view *v, const struct option *o, size_t n)
{
	struct ui *ui = v->ui;

	if (!n)
		return;
	ui->reveal.field = type_field(ui->reveal.type, o->key);
	why_open(v, arena_printf(&ui->event, tr("看“%s”的明文，为什么？原因和说明记入日志"),
		tr(ui->reveal.field->label)), show);
}

static enum rc may_see(struct view *v, const struct bind *b, struct err *e)
{
	struct origin at = v->kind->at ? v->kind->at(v) : (struct origin){ 0 };
	const struct field **f;
	size_t n;

	(void)b;
	if (!at.type || !at.id)
		return fail(e, RC_NOT_FOUND, "这里没有遮住的内容");
	return session_masked(v->ui->s, &v->ui->event, at.type, at.id, &f, &n, e);
}

static void do_reveal(struct view *v, const struct bind *b)
{
	struct ui *ui = v->ui;
	struct origin at = v->kind->at(v);
	const struct field **f;
	struct option *o;
	struct err e = { 0 };
	size_t n;

	(void)b;
	if (session_masked(ui->s, &ui->event, at.type, at.id, &f, &n, &e) != RC_OK) {
		ui_fail(ui, &e);
		return;
	}
	o = ARENA_ARRAY(&ui->event, struct option, n);
	for (size_t i = 0; i < n; i++)
		o[i] = (struct option){ .key = str_of(f[i]->name), .text = str_of(tr(f[i]->label)) };
	ui->reveal.type = office_own(session_office(ui->s), at.type);
	ui->reveal.id = at.id;
	choose_open(v, arena_printf(&ui->event, tr("%.*s：看哪一项的明文"),
		STR_FMT(session_name(ui->s, &ui->event, at.type, at.id))), o, n, false, chosen);
}

/* ---- an emergency --------------------------------------------------------------------------- */

static void open_all(struct view *v, const struct reason_for *why)
{
	struct err e = { 0 };

	if (session_emergency(v->ui->s, v->kind->at(v).family, why, &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		ui_say(v->ui, INK_NOTICE, "%s", tr("这户的内容现在看得到明文；主管已经知道"));
}

static enum rc may_open_all(struct view *v, const struct bind *b, struct err *e)
{
	(void)b;
	return session_may_emergency(v->ui->s, v->kind->at(v).family, e);
}

static void do_open_all(struct view *v, const struct bind *b)
{
	struct ui *ui = v->ui;

	(void)b;
	why_open(v, arena_printf(&ui->event, tr("紧急查看 %.*s，%d小时：为什么？记入日志，马上告诉主管"),
		STR_FMT(session_name(ui->s, &ui->event, &family_type, v->kind->at(v).family)),
		(int)session_office(ui->s)->emergency_hours), open_all);
}

const struct action emergency_acts[] = {
	ACT("emergency", "紧急查看", do_open_all, .may = may_open_all, .rows = &family_type),
	{ 0 },
};

const struct action reveal_acts[] = {
	ACT("reveal", "看明文", do_reveal, .may = may_see),
	{ 0 },
};
