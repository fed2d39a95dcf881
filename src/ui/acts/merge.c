/* merge.c - two files of one family side by side: what the one that stays takes from the other. */
#include "ui/acts/acts.h"

#include "core/records/types.h"

enum { SIDE_KEPT, SIDE_OTHER, SIDES };

/* What stands in one file only is taken; where both say something, what stays stands. */
static size_t usual(const struct comparing *w, size_t i)
{
	return field_get(w->field[i], w->side[SIDE_KEPT].rec).set ? SIDE_KEPT : SIDE_OTHER;
}

static void merge(struct view *v, const struct comparing *w, const size_t *side)
{
	struct ui *ui = v->ui;
	const struct field **taken = ARENA_ARRAY(&ui->event, const struct field *, w->n + 1);
	struct err e = { 0 };
	size_t n = 0, moved;

	for (size_t i = 0; i < w->n; i++)
		if (side[i] == SIDE_OTHER)
			taken[n++] = w->field[i];
	if (session_merge(ui->s, &ui->event, w->side[SIDE_OTHER].rec->id, w->side[SIDE_KEPT].rec->id,
		taken, n, &moved, &e) != RC_OK)
		ui_fail(ui, &e);
	else
		ui_say(ui, INK_NOTICE, "%s %zu %s", tr("已并入，移过去"), moved, tr("条记录；u 可以分开"));
}

/* Not to be chosen: a file's own number, head and dates, and what follows from the address. */
static bool own(const struct field *f)
{
	static const char *const names[] = { "head", "opened", "closed", "close_reason", "moved_from",
		"place", "building", "unit", "room" };

	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(f->name, names[i]) == 0)
			return true;
	return f->flags & F_COMPUTED;
}

void merge_open(struct ui *ui, uint64_t kept, uint64_t other)
{
	struct view *parent = ui->top;
	struct arena *a = &parent->a;
	const struct rec_type *t = office_type(session_office(ui->s), str_of(family_type.name));
	const struct field **field = ARENA_ARRAY(a, const struct field *, t->nfields);
	struct rec *one, *two;
	struct err e = { 0 };
	size_t n = 0;

	if (session_get(ui->s, a, t, kept, &one, &e) != RC_OK ||
		session_get(ui->s, a, t, other, &two, &e) != RC_OK) {
		ui_fail(ui, &e);
		return;
	}
	for EACH_FIELD(f, t)
		if (!own(f) && field_get(f, two).set && !val_eq(field_get(f, one), field_get(f, two)))
			field[n++] = f;
	compare_open(&(struct comparing){
		.parent = parent,
		.title = arena_printf(a, "%s %.*s <- %.*s", tr("并档"),
			STR_FMT(session_name(ui->s, a, t, kept)), STR_FMT(session_name(ui->s, a, t, other))),
		.hint = str_of(tr("左边的档案留下，右边的并进来并销档，成员、走访、诉求都移过来。h 用左边的，l 用右边的，回车并档；Esc 不并。")),
		.side = { { "留下的", 'h', one }, { "并入的", 'l', two } },
		.nsides = SIDES,
		.field = field,
		.n = n,
		.usual = usual,
		.done = merge,
	});
}
