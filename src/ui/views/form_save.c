/* form_save.c - saving a form, what stands in its way, and the drafts that survive a dropped line. */
#include "ui/views/form.h"

/* ---- has anything changed ------------------------------------------------------------------- */

bool form_changed(struct form *f)
{
	struct arena a = { 0 };
	bool changed = !f->fresh;

	for (int k = 0; k < 2 && f->type[k]; k++)
		changed |= rec_diff(f->type[k], f->start[k], f->rec[k],
			ARENA_ARRAY(&a, struct change, f->type[k]->nfields)) > 0;
	for (size_t i = 0; i < f->n; i++)
		changed |= f->slot[i].error.n > 0;
	arena_free(&a);
	return changed;
}

/* ---- drafts --------------------------------------------------------------------------------- */

static void save_draft(struct form *f)
{
	struct arena *a = &f->v.ui->event;
	struct session *s = f->v.ui->s;
	struct slot *slot = &f->slot[f->at];
	struct rec *rec[2] = { f->rec[0], f->rec[1] };
	struct err e = { 0 };
	val v;

	/* What stands in the line is part of it, if it can be understood. */
	if (!f->fresh && val_parse(session_lex(s), a, slot->in.field, edit_text(&f->line), &v, &e) == RC_OK) {
		rec[slot->in.rec] = rec_dup(a, f->type[slot->in.rec], rec[slot->in.rec]);
		field_set(slot->in.field, rec[slot->in.rec], v);
	}
	for (int k = 0; k < 2 && f->type[k]; k++) {
		struct unsaved u = { .type = f->type[k], .base = f->base[k], .rec = rec[k],
			.screen = f->v.screen->name, .field = str_of(slot->in.field->name),
			.key = k ? arena_printf(a, "%.*s+", STR_FMT(f->key)) : f->key };

		if (session_draft_save(s, &u, &e) != RC_OK) {
			ui_fail(f->v.ui, &e);
			return;
		}
	}
	f->drafted = true;
	f->draft_due = false;
}

static void drop_draft(struct form *f)
{
	if (!f->drafted)
		return;
	session_draft_drop(f->v.ui->s, f->key);
	if (f->type[1])
		session_draft_drop(f->v.ui->s, arena_printf(&f->v.ui->event, "%.*s+", STR_FMT(f->key)));
	f->drafted = false;
}

void form_tick(struct view *v)
{
	struct form *f = (struct form *)v;

	if (f->draft_due && form_changed(f))
		save_draft(f);
}

void form_keep(struct view *v)
{
	struct form *f = (struct form *)v;

	if (form_changed(f))
		save_draft(f);
}

/* ---- leaving -------------------------------------------------------------------------------- */

enum { KEY_SAVE = 's', KEY_DRAFT = 'k', KEY_DROP = 'd', KEY_STAY = 'c' };

static void answer_leave(struct view *v, uint32_t key)
{
	struct form *f = (struct form *)v;

	switch (key) {
	case KEY_SAVE:
		form_save(f);
		break;
	case KEY_DRAFT:
		save_draft(f);
		view_leave(v, false);
		ui_say(v->ui, INK_NOTICE, "%s", tr("草稿留着；D 可以接着写"));
		break;
	case KEY_DROP:
		drop_draft(f);
		view_leave(v, false);
		break;
	}
}

void form_leave(struct form *f)
{
	static const struct choice choices[] = { { KEY_SAVE, "保存" }, { KEY_DRAFT, "留成草稿" },
		{ KEY_DROP, "丢掉" }, { KEY_STAY, "接着写" } };

	if (!form_changed(f)) {
		drop_draft(f);
		view_leave(&f->v, false);
		return;
	}
	ask_open(&f->v, str_of(tr("改了还没有存：")), choices, COUNT(choices), answer_leave);
}

/* ---- saving --------------------------------------------------------------------------------- */

/* Puts the cursor where the trouble is. */
static bool point_at(struct form *f, uint8_t rec, const char *field, str why)
{
	for (size_t i = 0; field && i < f->n; i++) {
		struct slot *s = &f->slot[i];

		if (s->in.rec != rec || strcmp(s->in.field->name, field) != 0)
			continue;
		form_focus(f, i);
		s->raw = arena_str(&f->v.a, val_text(session_lex(f->v.ui->s), &f->v.a, s->in.field,
			slot_val(f, s)));
		s->error = arena_str(&f->v.a, why);
		value_enter(f);
		return true;
	}
	return false;
}

static void answer_warning(struct view *v, uint32_t key)
{
	struct form *f = (struct form *)v;

	if (key != 'y')
		return;
	f->warned = true;
	form_save(f);
}

/* True when there is something to be read first. */
static bool warn(struct form *f)
{
	static const struct choice yes_no[] = { { 'y', "仍然保存" }, { 'n', "回去看看" } };
	struct arena *a = &f->v.ui->event;
	struct buf b = { .a = a };
	struct err e = { 0 };

	for (int k = 0; k < 2 && f->type[k]; k++) {
		struct warning *w;
		size_t n;

		if (session_warnings(f->v.ui->s, a, f->type[k], f->base[k], f->rec[k], &w, &n, &e) != RC_OK)
			continue;
		for (size_t i = 0; i < n; i++)
			buf_printf(&b, "%s%.*s", b.n ? "\n" : "", STR_FMT(w[i].text));
	}
	if (b.n == 0 || f->warned)
		return false;
	ask_open(&f->v, buf_view(&b), yes_no, COUNT(yes_no), answer_warning);
	return true;
}

enum { SIDE_WAS, SIDE_MINE, SIDE_THEIRS, SIDES };

/* Theirs, with what only I changed, and mine where I chose it. */
static void resolved(struct view *v, const struct comparing *w, const size_t *side)
{
	struct form *f = (struct form *)v;
	const struct rec_type *t = f->type[0];
	struct rec *theirs = rec_dup(&f->v.a, t, w->side[SIDE_THEIRS].rec);
	struct rec *mine = rec_dup(&f->v.a, t, theirs);
	struct change *ch = ARENA_ARRAY(&f->v.a, struct change, t->nfields);
	size_t n = rec_diff(t, f->base[0], f->rec[0], ch);

	for (size_t k = 0; k < n; k++) {
		size_t use = SIDE_MINE;

		for (size_t i = 0; i < w->n; i++)
			if (w->field[i] == ch[k].field)
				use = side[i];
		if (use == SIDE_MINE)
			field_set(ch[k].field, mine, ch[k].is);
	}
	f->base[0] = theirs;
	f->rec[0] = mine;
	f->start[0] = rec_dup(&f->v.a, t, theirs);
	value_enter(f);
	form_save(f);
}

static void conflict(struct form *f, const struct save *s)
{
	struct rec *theirs;
	struct err e = { 0 };

	if (session_get(f->v.ui->s, &f->v.a, f->type[0], f->base[0]->id, &theirs, &e) != RC_OK) {
		ui_fail(f->v.ui, &e);
		return;
	}
	compare_open(&(struct comparing){
		.parent = &f->v,
		.title = arena_printf(&f->v.a, "%s %.*s", tr("两边都改了"), STR_FMT(session_name(
			f->v.ui->s, &f->v.a, f->type[0], f->base[0]->id))),
		.hint = str_of(tr("别人刚刚改了同样的栏。m 用我的，t 用别人的，全部选好后回车保存；Esc 回到表格。")),
		.side = { { "原来", 0, f->base[0] }, { "我的", 'm', f->rec[0] }, { "别人的", 't', theirs } },
		.nsides = SIDES,
		.field = s->conflict,
		.n = s->nconflict,
		.done = resolved,
	});
}

static void saved(struct form *f, const struct save *s)
{
	drop_draft(f);
	view_leave(&f->v, true);
	ui_say(f->v.ui, INK_NOTICE, tr("已保存 %s %.*s；u 撤销%s"), tr(f->type[0]->label),
		STR_FMT(form_named(f, &f->v.ui->event, s->id)),
		s->merged ? tr("；别人同时改了别的栏，两边都保留了") : "");
}

void form_save(struct form *f)
{
	struct save s[2] = { { 0 } };
	struct err e = { 0 };
	uint8_t rec = 0;

	value_leave(f);
	for (size_t i = 0; i < f->n; i++)
		if (f->slot[i].error.n) {
			f->at = i;
			f->folded[f->slot[i].section] = false;
			value_enter(f);
			ui_say(f->v.ui, INK_ERROR, "%.*s", STR_FMT(f->slot[i].error));
			return;
		}
	value_enter(f);
	if (f->base[0] && !form_changed(f)) {
		drop_draft(f);
		view_leave(&f->v, false);
		ui_say(f->v.ui, INK_DIM, "%s", tr("没有变化"));
		return;
	}
	if (warn(f))
		return;
	for (int k = 0; k < 2 && f->type[k]; k++)
		s[k] = (struct save){ .type = f->type[k], .base = f->base[k],
			.rec = rec_dup(&f->v.a, f->type[k], f->rec[k]) };
	switch (session_save(f->v.ui->s, &f->v.a, S(""), s, f->type[1] ? 2 : 1, &e)) {
	case RC_OK:
		saved(f, &s[0]);
		return;
	case RC_CONFLICT:
		if (f->base[0] && s[0].nconflict) {
			conflict(f, &s[0]);
			return;
		}
		break;
	default:
		break;
	}
	ui_fail(f->v.ui, &e);
	if (e.field && !point_at(f, 0, e.field, str_of(e.msg)) && f->type[1])
		rec = 1;
	if (rec)
		point_at(f, 1, e.field, str_of(e.msg));
	save_draft(f); /* whatever stood in the way, nothing is lost */
}
