/* form.c - a form: its fields in order, the focus, and what keys do. */
#include "ui/views/form.h"

#include "base/utf8.h"

static struct form *self(struct view *v)
{
	return (struct form *)v;
}

/* ---- the focus ------------------------------------------------------------------------------ */

/* Somebody who looks like the person being typed is shown at once, not only when it is saved. */
static void show_warning(struct form *f)
{
	struct slot *s = &f->slot[f->at];
	struct err e = { 0 };
	struct warning *w;
	size_t n;

	if (f->base[s->in.rec])
		return;
	if (session_warnings(f->v.ui->s, &f->v.ui->event, f->type[s->in.rec], NULL,
		f->rec[s->in.rec], &w, &n, &e) != RC_OK) {
		ui_fail(f->v.ui, &e);
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (w[i].field && strcmp(w[i].field, s->in.field->name) == 0)
			ui_say(f->v.ui, INK_YELLOW, "%.*s", STR_FMT(w[i].text));
}

void form_focus(struct form *f, size_t at)
{
	bool typed = !f->fresh;

	if (value_leave(f) && typed)
		show_warning(f);
	f->at = at;
	f->folded[f->slot[at].section] = false;
	value_enter(f);
}

static bool hidden(const struct form *f, size_t at)
{
	return f->folded[f->slot[at].section] || !slot_asked(f, &f->slot[at]);
}

bool form_step(struct form *f, int by)
{
	size_t at = f->at;

	do {
		if ((by < 0 && at == 0) || (by > 0 && at + 1 >= f->n))
			return false;
		at += (size_t)by;
	} while (hidden(f, at));
	form_focus(f, at);
	return true;
}

static size_t slot_of(const struct form *f, uint8_t rec, const struct field *field)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->slot[i].in.rec == rec && f->slot[i].in.field == field)
			return i;
	return SIZE_MAX;
}

static size_t quick_slot(const struct form *f, const struct field *field)
{
	size_t at = slot_of(f, 0, field);

	return at != SIZE_MAX && slot_asked(f, &f->slot[at]) ? at : SIZE_MAX;
}

/* The field behind this one in the one-key flow; behind the last one the form saves itself. */
void form_quick_next(struct form *f)
{
	const struct screen *s = f->v.screen;

	for (size_t i = 0; i < s->nquick; i++) {
		if (s->quick[i] != f->slot[f->at].in.field)
			continue;
		while (++i < s->nquick)
			if (quick_slot(f, s->quick[i]) != SIZE_MAX) {
				form_focus(f, quick_slot(f, s->quick[i]));
				return;
			}
		form_save(f);
		return;
	}
	f->quick = false;
	form_step(f, 1);
}

/* ---- keys ----------------------------------------------------------------------------------- */

static bool form_key(struct view *v, uint32_t key)
{
	return value_key(self(v), key);
}

static void form_paste(struct view *v, str text)
{
	value_paste(self(v), text);
}

static void do_save(struct view *v, const struct bind *b)
{
	(void)b;
	form_save(self(v));
}

static void do_back(struct view *v, const struct bind *b)
{
	(void)b;
	form_leave(self(v));
}

static void do_next(struct view *v, const struct bind *b)
{
	struct form *f = self(v);

	(void)b;
	f->quick = false;
	if (form_step(f, 1))
		return;
	/* Behind the last field: unfold what is folded, else stay and say how to save. */
	for (size_t i = 0; i < f->n; i++)
		if (hidden(f, i) && slot_asked(f, &f->slot[i])) {
			form_focus(f, i);
			return;
		}
	value_leave(f);
	value_enter(f);
	ui_say(v->ui, INK_NOTICE, "%s", tr("最后一栏了；^S 或 F2 保存"));
}

static void do_prev(struct view *v, const struct bind *b)
{
	(void)b;
	self(v)->quick = false;
	form_step(self(v), -1);
}

static void do_section(struct form *f, int by)
{
	size_t now = f->slot[f->at].section;

	f->quick = false;
	for (size_t i = f->at + (size_t)by; i < f->n; i += (size_t)by)
		if (f->slot[i].section != now && (i == 0 || f->slot[i - 1].section != f->slot[i].section)) {
			while (!slot_asked(f, &f->slot[i]) && i + 1 < f->n)
				i++;
			form_focus(f, i);
			return;
		}
}

static void do_section_next(struct view *v, const struct bind *b)
{
	(void)b;
	do_section(self(v), 1);
}

static void do_section_prev(struct view *v, const struct bind *b)
{
	(void)b;
	do_section(self(v), -1);
}

static void jump_chosen(struct view *v, const struct option *o, size_t n)
{
	(void)n;
	form_focus(self(v), (size_t)o->id - 1);
}

static void do_jump(struct view *v, const struct bind *b)
{
	struct form *f = self(v);
	struct option *o = ARENA_ARRAY(&v->ui->event, struct option, f->n);
	size_t n = 0;

	(void)b;
	f->quick = false;
	for (size_t i = 0; i < f->n; i++)
		if (slot_asked(f, &f->slot[i]))
			o[n++] = (struct option){ S(""), str_of(tr(f->slot[i].in.field->label)), i + 1, false };
	choose_open(v, str_of(tr("跳到哪一栏")), o, n, false, jump_chosen);
}

static void do_phrases(struct view *v, const struct bind *b)
{
	(void)b;
	value_phrases(self(v));
}

static void do_pick(struct view *v, const struct bind *b)
{
	(void)b;
	value_pick(self(v));
}

static void do_unfold(struct view *v, const struct bind *b)
{
	struct form *f = self(v);
	bool any = false;

	(void)b;
	for (size_t i = 0; i < v->screen->nsections; i++)
		any |= f->folded[i];
	for (size_t i = 0; i < v->screen->nsections; i++)
		f->folded[i] = !any && v->screen->section[i].more && i != f->slot[f->at].section;
}

/* The day of the form: the first field that holds one, a visit's time or a date. */
static void shift_day(struct form *f, int by)
{
	for (size_t i = 0; i < f->n; i++) {
		struct slot *s = &f->slot[i];
		val v = slot_val(f, s);

		if (!v.set || s->in.rec || (s->in.field->kind != K_TIME && s->in.field->kind != K_DATE))
			continue;
		if (s->in.field->kind == K_TIME) /* another day: the hour is not known */
			v.n = moment_of((date){ moment_date((moment){ v.n }).day + by }, -1).v;
		else
			v.n += by;
		slot_set(f, s, v);
		ui_say(f->v.ui, INK_NOTICE, "%s：%.*s", tr(s->in.field->label),
			STR_FMT(date_long(&f->v.ui->event, s->in.field->kind == K_TIME
				? moment_date((moment){ v.n }) : (date){ (int32_t)v.n })));
		return;
	}
}

static void do_day_before(struct view *v, const struct bind *b)
{
	(void)b;
	shift_day(self(v), -1);
}

static void do_day_after(struct view *v, const struct bind *b)
{
	(void)b;
	shift_day(self(v), 1);
}

static void do_history(struct view *v, const struct bind *b)
{
	struct form *f = self(v);

	(void)b;
	if (f->base[0])
		history_open(v->ui, f->type[0], f->base[0]->id);
}

const struct action form_actions[] = {
	ACT("save", "保存", do_save),
	ACT("back", "返回", do_back),
	ACT("field-next", "下一栏", do_next, .moves = true),
	ACT("field-prev", "上一栏", do_prev, .moves = true),
	ACT("section-next", "下一段", do_section_next, .moves = true),
	ACT("section-prev", "上一段", do_section_prev, .moves = true),
	ACT("jump", "跳到某栏", do_jump),
	ACT("phrases", "常用语", do_phrases),
	ACT("pick", "从表里选", do_pick),
	ACT("unfold", "展开或收起", do_unfold),
	ACT("day-before", "前一天", do_day_before),
	ACT("day-after", "后一天", do_day_after),
	ACT("history", "修改经过", do_history),
	{ 0 },
};

static const struct view_kind form_kind = { .draw = form_draw, .title = form_title,
	.key = form_key, .paste = form_paste, .tick = form_tick, .keep = form_keep };

/* ---- opening -------------------------------------------------------------------------------- */

static void add_slots(struct form *f)
{
	const struct screen *s = f->v.screen;
	size_t room = 0;

	for (size_t i = 0; i < s->nsections; i++)
		room += s->section[i].n;
	f->slot = ARENA_ARRAY(&f->v.a, struct slot, room + 1);
	f->folded = ARENA_ARRAY(&f->v.a, bool, s->nsections + 1);
	for (size_t i = 0; i < s->nsections; i++) {
		f->folded[i] = s->section[i].more;
		for (size_t k = 0; k < s->section[i].n; k++) {
			const struct input *in = &s->section[i].input[k];

			if (!(in->field->flags & F_OFF))
				f->slot[f->n++] = (struct slot){ .in = *in, .section = i };
		}
	}
}

static void fill_refs(struct form *f, struct origin from)
{
	for EACH_FIELD(fd, f->type[0])
		if (from.type && fd->kind == K_REF && field_aims(fd, from.type) &&
			!field_get(fd, f->rec[0]).set)
			field_set(fd, f->rec[0], (val){ true, (int64_t)from.id, { 0 } });
}

static enum rc load_records(struct form *f, uint64_t id, struct origin from, struct err *e)
{
	struct session *s = f->v.ui->s;
	struct arena *a = &f->v.a;

	f->type[0] = f->v.screen->type;
	f->type[1] = f->v.screen->with;
	if (id) {
		TRY(session_get(s, a, f->type[0], id, &f->base[0], e));
		f->rec[0] = rec_dup(a, f->type[0], f->base[0]);
	} else {
		TRY(session_new(s, a, f->type[0], f->about, &f->rec[0], e));
		fill_refs(f, from);
	}
	if (f->type[1])
		TRY(session_new(s, a, f->type[1], 0, &f->rec[1], e));
	return RC_OK;
}

/* What this person may not save is said before they fill it in. */
static enum rc may_save(const struct form *f, struct err *e)
{
	for (int k = 0; k < 2 && f->type[k]; k++)
		TRY(f->base[k] ? session_may_change(f->v.ui->s, f->type[k], f->base[k]->id, e)
			       : session_may_create(f->v.ui->s, f->type[k], f->rec[k], e));
	return RC_OK;
}

static void begin(struct form *f)
{
	for (int k = 0; k < 2 && f->type[k]; k++)
		f->start[k] = rec_dup(&f->v.a, f->type[k], f->rec[k]);
	f->key = f->base[0] ? arena_printf(&f->v.a, "%s:%llu", f->type[0]->name,
				  (unsigned long long)f->base[0]->id)
			    : arena_printf(&f->v.a, "%s:new:%llu", f->type[0]->name,
				  (unsigned long long)f->about);
	value_enter(f);
	/* What is known already is not asked again. */
	if (!f->base[0] && !f->v.screen->nquick)
		for (size_t i = 0; i < f->n; i++)
			if (!slot_val(f, &f->slot[i]).set && slot_asked(f, &f->slot[i])) {
				form_focus(f, i);
				break;
			}
	if (!f->base[0] && f->v.screen->nquick) {
		size_t at = slot_of(f, 0, f->v.screen->quick[0]);

		if (at != SIZE_MAX) {
			f->quick = true;
			form_focus(f, at);
		}
	}
}

static struct form *form_new(struct ui *ui, const struct screen *s)
{
	struct form *f = view_new(ui, &form_kind, sizeof *f);

	f->v.screen = s;
	f->v.keys = &s->keys;
	f->v.box = (struct box){ 1, 0, ui->rows > 3 ? ui->rows - 3 : 20, ui->cols ? ui->cols : 80 };
	f->fresh = true;
	add_slots(f);
	return f;
}

static void discard(struct form *f)
{
	struct arena a = f->v.a;

	arena_free(&a);
}

struct view *form_open(struct ui *ui, const struct screen *s, uint64_t id, struct origin from)
{
	struct form *f = form_new(ui, s);
	struct err e = { 0 };

	/* A new family is about nobody yet. */
	f->about = s->type->owner && *s->type->owner ? from.family : 0;
	if (f->n == 0 || load_records(f, id, from, &e) != RC_OK || may_save(f, &e) != RC_OK) {
		ui_fail(ui, &e);
		discard(f);
		return NULL;
	}
	begin(f);
	return &f->v;
}

/* The half-written record of a form that has two: drafts of the second end in '+'.  NULL: there is none.
 * False when it cannot be read: a form that came up without it would be saved over it. */
static bool second_of(struct ui *ui, const struct unsaved *u, const struct rec **out)
{
	str key = arena_printf(&ui->event, "%.*s+", STR_FMT(u->key));
	struct unsaved *all;
	struct err e = { 0 };
	size_t n;

	*out = NULL;
	if (session_drafts(ui->s, &ui->event, &all, &n, &e) != RC_OK) {
		ui_fail(ui, &e);
		return false;
	}
	for (size_t i = 0; i < n; i++)
		if (str_eq(all[i].key, key))
			*out = all[i].rec;
	return true;
}

void form_open_draft(struct ui *ui, const struct unsaved *u)
{
	const struct screen *s = ui_screen(ui, u->screen);
	const struct rec *second = NULL;
	struct err e = { 0 };
	struct form *f;

	if (!s || s->kind != SCREEN_FORM || (s->with && !second_of(ui, u, &second)))
		return;
	f = form_new(ui, s);
	f->type[0] = s->type;
	f->type[1] = s->with;
	f->key = arena_str(&f->v.a, u->key);
	f->rec[0] = rec_dup(&f->v.a, s->type, u->rec);
	if (s->type->owner && *s->type->owner)
		f->about = (uint64_t)rec_get(s->type, f->rec[0], s->type->owner).n;
	f->base[0] = u->base ? rec_dup(&f->v.a, s->type, u->base) : NULL;
	f->start[0] = f->base[0] ? f->base[0] : rec_new(&f->v.a, s->type);
	if (s->with) {
		f->rec[1] = second ? rec_dup(&f->v.a, s->with, second) : rec_new(&f->v.a, s->with);
		f->start[1] = rec_new(&f->v.a, s->with);
	}
	f->drafted = f->resumed = true;
	value_enter(f);
	for (size_t i = 0; i < f->n; i++)
		if (str_is(u->field, f->slot[i].in.field->name)) {
			form_focus(f, i);
			break;
		}
	/* A draft was written already: it comes up whatever became of it, with why it cannot be saved. */
	if (may_save(f, &e) != RC_OK)
		ui_fail(ui, &e);
	else
		ui_say(ui, INK_NOTICE, "%s", tr("接着写上次没存的草稿"));
	ui_push(ui, &f->v);
}
