/* form_draw.c - painting a form: labels, values, what a field offers, what is wrong with it. */
#include "ui/views/form.h"

#include "base/utf8.h"

enum { OFFER_INDENT = 4, OFFER_MORE = 4 }; /* columns: in front of what a field offers, and for ".." behind it */

/* The choices of the focused field, "1上门走访 2电话 ...": broken between them, not in one. */
static str offer_text(struct form *f, struct arena *a, int cols)
{
	struct slot *s = &f->slot[f->at];
	struct picks offers = value_offers(f, a);
	struct buf b = { .a = a };
	str keys = slot_val(f, s).s;
	int used = 0;

	for (size_t i = 0; i < offers.n; i++) {
		const struct code_item *item = offers.item[i];
		bool on = s->in.field->kind == K_CODES && pick_has(keys, item->key);
		char key = pick_key(i);
		str text = arena_printf(a, "%s%.*s%s%.*s", on ? "*" : "", key != 0, &key,
			key && tr_is_english() ? " " : "", STR_FMT(tr_str(item->name)));

		if (used && used + 1 + utf8_cols(text) > cols) {
			buf_char(&b, '\n');
			used = 0;
		} else if (used) {
			buf_str(&b, tr_is_english() ? S("  ") : S(" "));
			used += 1 + tr_is_english();
		}
		buf_str(&b, text);
		used += utf8_cols(text);
	}
	return buf_view(&b);
}

struct layout { struct form *f; struct grid *g; struct box b; int at; int skip; bool paint; };

/* The next screen row, or -1 while it is above or below what is seen. */
static int next_row(struct layout *l)
{
	int row = l->at++ - l->skip;

	return l->paint && row >= 0 && row < l->b.rows ? l->b.row + row : -1;
}

static void text_rows(struct layout *l, str text, int indent, enum ink ink, int most)
{
	uint32_t *starts;
	size_t n = wrap_lines(l->g->a, text, l->b.cols - indent, &starts);

	for (size_t i = 0; i < n && i < (size_t)most; i++) {
		int row = next_row(l);
		str part = str_sub(text, starts[i], starts[i + 1] - starts[i]);

		if (part.n && part.p[part.n - 1] == '\n')
			part.n--;
		if (row < 0)
			continue;
		grid_put(l->g, row, indent, l->b.cols - indent, part, ink);
		if (i + 1 == (size_t)most && n > i + 1) /* there is more than can be shown */
			grid_put(l->g, row, l->b.cols - OFFER_MORE, 2, S(".."), ink);
	}
}

static str remark(struct form *f, struct arena *a, const struct slot *s, bool focused)
{
	date today = session_today(f->v.ui->s), d = { 0 };
	val v = slot_val(f, s);

	if (s->error.n)
		return S(""); /* what stands there is no day */
	if (s->in.field->kind == K_DATE)
		d.day = (int32_t)v.n;
	else if (s->in.field->kind == K_TIME && v.set)
		d = moment_date((moment){ v.n });
	else
		return S("");
	if (!focused || f->fresh)
		return d.day ? str_of(weekday_text(d)) : S("");
	/* What is being typed is echoed in full. */
	if (!date_reads(edit_text(&f->line), today, &d))
		return S("");
	return arena_printf(a, "= %.*s", STR_FMT(date_long(a, d)));
}

static void one_line(struct layout *l, size_t i)
{
	struct form *f = l->f;
	struct slot *s = &f->slot[i];
	bool focused = i == f->at, choice = slot_is_choice(s);
	int row = next_row(l), cols = l->b.cols - FORM_LABEL, used;
	str value = slot_text(f, l->g->a, s), tail = remark(f, l->g->a, s, focused);
	int tail_cols = tail.n ? utf8_cols(tail) + 2 : 0;

	if (row < 0)
		return;
	grid_put(l->g, row, 0, 1, focused ? S(">") : S(" "), INK_SELECTED);
	grid_put(l->g, row, 1, 1, s->in.field->flags & F_REQUIRED ? S("*") : s->in.wanted ? S("+") : S(" "),
		INK_DIM);
	grid_fit(l->g, row, 2, FORM_LABEL - 3, str_of(tr(s->in.field->label)), INK_LABEL);
	if (focused && !choice && !(s->in.field->flags & F_COMPUTED)) {
		edit_draw(&f->line, l->g, (struct box){ row, FORM_LABEL, 1, cols - tail_cols }, INK_PLAIN,
			true);
		used = utf8_cols(edit_text(&f->line)) + 1;
	} else {
		used = grid_fit(l->g, row, FORM_LABEL, cols - tail_cols, value,
			s->error.n ? INK_ERROR : focused ? INK_SELECTED : INK_PLAIN);
		if (focused && choice && f->line.n) {
			used += 1;
			edit_draw(&f->line, l->g, (struct box){ row, FORM_LABEL + used, 1, cols - used },
				INK_YELLOW, true);
		} else if (focused) {
			grid_cursor(l->g, row, FORM_LABEL + used);
		}
	}
	if (tail.n && used + tail_cols <= cols)
		grid_put(l->g, row, FORM_LABEL + used + 1, cols - used - 1, tail, INK_DIM);
}

static void note_rows(struct layout *l, size_t i)
{
	struct form *f = l->f;
	struct slot *s = &f->slot[i];
	int cols = l->b.cols - FORM_LABEL - 1, from = l->at, rows, row;
	str value = slot_text(f, l->g->a, s);
	uint32_t *starts;

	rows = i == f->at ? edit_rows(&f->line, l->g->a, cols)
			  : (int)wrap_lines(l->g->a, value, cols, &starts);
	if (rows < s->in.lines)
		rows = (int)s->in.lines;
	if (rows > l->b.rows - 1 && l->b.rows > 1)
		rows = l->b.rows - 1;
	for (int k = 0; k < rows; k++) {
		row = next_row(l);
		if (k == 0 && row >= 0) {
			grid_put(l->g, row, 0, 1, i == f->at ? S(">") : S(" "), INK_SELECTED);
			grid_put(l->g, row, 1, 1, s->in.field->flags & F_REQUIRED ? S("*") : S(" "), INK_DIM);
			grid_fit(l->g, row, 2, FORM_LABEL - 3, str_of(tr(s->in.field->label)), INK_LABEL);
		}
		if (row >= 0)
			grid_put(l->g, row, FORM_LABEL - 1, 1, S("|"), INK_DIM);
	}
	if (!l->paint)
		return;
	if (i == f->at) {
		/* The focused field is wholly in sight: the scroll sees to it. */
		edit_draw(&f->line, l->g, (struct box){ l->b.row + from - l->skip, FORM_LABEL, rows, cols },
			INK_PLAIN, true);
	} else {
		int end = l->at;

		l->at = from;
		text_rows(l, value, FORM_LABEL, INK_PLAIN, rows);
		l->at = end;
	}
}

/* Below its field, up to the height of the form. */
static void offer_rows(struct layout *l)
{
	str text = offer_text(l->f, l->g->a, l->b.cols - OFFER_INDENT - OFFER_MORE);

	if (text.n)
		text_rows(l, text, OFFER_INDENT, INK_DIM, l->b.rows > 7 ? 6 : l->b.rows - 1);
}

static void slot_rows(struct layout *l, size_t i)
{
	struct form *f = l->f;
	struct slot *s = &f->slot[i];

	if (s->in.field->kind == K_NOTE || s->in.field->kind == K_TEXTS)
		note_rows(l, i);
	else
		one_line(l, i);
	if (s->error.n)
		text_rows(l, s->error, 4, INK_ERROR, 3);
	if (i == f->at && slot_is_choice(s))
		offer_rows(l);
}

/* Lays all rows out; tells where the focused field begins and ends. */
static void lay_out(struct layout *l, int *from, int *to)
{
	struct form *f = l->f;
	const struct screen *s = f->v.screen;
	size_t section = SIZE_MAX;

	l->at = 0;
	for (size_t i = 0; i < f->n; i++) {
		size_t now = f->slot[i].section;

		if (now != section && s->section[now].title.n) {
			int row = next_row(l);

			if (row >= 0)
				grid_putf(l->g, row, 0, l->b.cols, INK_GROUP, "%s%.*s",
					f->folded[now] ? "+ " : "", STR_FMT(tr_str(s->section[now].title)));
		}
		section = now;
		if (f->folded[now] || !slot_asked(f, &f->slot[i]))
			continue;
		if (i == f->at)
			*from = l->at;
		slot_rows(l, i);
		if (i == f->at)
			*to = l->at;
	}
}

void form_draw(struct view *v, struct grid *g, struct box b)
{
	struct form *f = (struct form *)v;
	struct layout l = { .f = f, .g = g, .b = b };
	int from = 0, to = 0;

	lay_out(&l, &from, &to);
	if (to > f->first + b.rows)
		f->first = to - b.rows;
	if (from < f->first)
		f->first = from;
	l.skip = f->first;
	l.paint = true;
	lay_out(&l, &from, &to);
	if (f->first > 0)
		grid_put(g, b.row, b.cols - 1, 1, S("^"), INK_DIM);
	if (l.at > f->first + b.rows)
		grid_put(g, b.row + b.rows - 1, b.cols - 1, 1, S("v"), INK_DIM);
}

/* The family, where the record is of one and its own name does not say which. */
str form_named(struct form *f, struct arena *a, uint64_t id)
{
	struct session *s = f->v.ui->s;
	const struct rec_type *t = f->type[0];
	str name = id ? session_name(s, a, t, id) : S(""), family = S("");

	if (t->owner && *t->owner)
		family = session_name(s, a, office_type(session_office(s), S("family")),
			(uint64_t)rec_get(t, f->rec[0], t->owner).n);
	return !family.n || str_has(name, family) ? name
		: arena_printf(a, "%.*s%s%.*s", STR_FMT(family), name.n ? " " : "", STR_FMT(name));
}

str form_title(struct view *v, struct arena *a)
{
	struct form *f = (struct form *)v;
	const struct field *second = f->type[1] ? type_field(f->type[1], str_of(f->type[1]->title)) : NULL;
	str of = form_named(f, a, f->base[0] ? f->base[0]->id : 0);

	if (!of.n && second && second->kind == K_TEXT) /* who is being written down for the first time */
		of = field_get(second, f->rec[1]).s;
	return arena_printf(a, "%s%.*s %.*s%s", f->resumed ? tr("续写草稿：") : "",
		STR_FMT(tr_str(v->screen->title)), STR_FMT(of), form_changed(f) ? " *" : "");
}
