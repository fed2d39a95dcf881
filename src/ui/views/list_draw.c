/* list_draw.c - a list as rows and columns, its headings and tags, the card beside it on wide screens. */
#include "ui/views/list.h"

#include "base/utf8.h"

enum { BAR = 10, DAY = 10 };

/* "#######...": how much of it; '!' behind it when it is more than all. */
static str bar(struct arena *a, ratio q)
{
	struct buf b = { .a = a };
	int64_t full = q.den > 0 ? (int64_t)q.num * BAR / q.den : 0;

	for (int64_t i = 0; q.den > 0 && i < BAR; i++)
		buf_char(&b, i < full ? '#' : '.');
	if (q.den > 0 && q.num > q.den)
		buf_char(&b, '!');
	return buf_view(&b);
}

/* A share as it fits: with its tenths, in whole per cent, or the per cent alone. */
static str ratio_text(struct session *s, struct arena *a, const struct column *c, const struct field *f, val v)
{
	struct field brief = *f;
	str text = val_text(session_lex(s), a, f, v);

	if (!c->width || utf8_cols(text) <= c->width)
		return text;
	brief.flags |= F_SHORT;
	text = val_text(session_lex(s), a, &brief, v);
	return utf8_cols(text) <= c->width ? text : str_from(text, (uint32_t)str_find(text, S(" ")) + 1);
}

/* A value as text; a day that has no room for its year is told without it. */
str column_text(struct session *s, struct arena *a, const struct column *c, const struct row *r)
{
	val v = field_get(c->field, r->rec);
	struct field f = *c->field;

	if (f.kind == K_RATIO)
		return c->bar ? bar(a, val_ratio(v)) : ratio_text(s, a, c, &f, v);
	if ((f.kind == K_DATE || f.kind == K_TIME) && c->width && c->width < DAY)
		f.flags |= F_SHORT;
	return val_text(session_lex(s), a, &f, v);
}

/* Columns that do not fit are left out from the right; one that grows takes the rest. */
void columns_fit(const struct column *c, size_t n, int cols, int *widths)
{
	int used = 0, grow = -1;
	bool full = false;

	for (size_t i = 0; i < n; i++) {
		widths[i] = !full && used + c[i].width <= cols ? c[i].width : 0;
		if (!widths[i] && !full && used + 6 <= cols && c[i].grow)
			widths[i] = cols - used;
		full |= !widths[i];
		used += widths[i] ? widths[i] + 1 : 0;
		if (c[i].grow && widths[i])
			grow = (int)i;
	}
	if (grow >= 0 && used - 1 < cols)
		widths[grow] += cols - used + 1;
}

int columns_want(const struct column *c, size_t n)
{
	int used = 0;

	for (size_t i = 0; i < n; i++)
		used += c[i].width + 1;
	return used - (used > 0);
}

size_t list_tag_of(const struct list *l, const struct row *r)
{
	size_t i = 0;

	while (i < l->tags.n && !(l->tags.p[i].id == r->id && l->tags.p[i].type == r->type))
		i++;
	return i;
}

static enum ink ink_of(const struct list *l, size_t i, const struct row *r, bool sel)
{
	const struct column *c = &l->v.screen->column[i];

	if (l->v.screen->report)
		return sel && i == l->cell ? INK_SELECTED : INK_PLAIN;
	if (r->tone == TONE_DIM)
		return INK_DIM;
	if (c->field->kind == K_DUE)
		return tone_ink(due_tone((enum due_state)val_due(field_get(c->field, r->rec)).state));
	if (c->mark)
		return INK_FIELD;
	return sel ? INK_SELECTED : INK_PLAIN;
}

static void draw_row(struct list *l, struct grid *g, int row, int col, const struct row *r,
	const int *widths, bool sel)
{
	const struct screen *s = l->v.screen;

	grid_put(g, row, col, 1, sel ? S(">") : S(" "), INK_SELECTED);
	grid_put(g, row, col + 1, 1, list_tag_of(l, r) < l->tags.n ? S("*") : S(" "), INK_YELLOW);
	col += 2;
	for (size_t i = 0; i < s->ncolumns; i++) {
		str text = widths[i] ? column_text(l->v.ui->s, g->a, &s->column[i], r) : S("");
		int shift = s->column[i].right ? widths[i] - utf8_cols(text) : 0;

		grid_fit(g, row, col + (shift > 0 ? shift : 0), widths[i] - (shift > 0 ? shift : 0),
			text, ink_of(l, i, r, sel));
		if (sel && s->report && i == l->cell)
			grid_cursor(g, row, col);
		col += widths[i] ? widths[i] + 1 : 0;
	}
}

/* A title is never cut: a column is as wide as it, in whatever language. */
static struct column *titled(struct arena *a, const struct screen *s)
{
	struct column *c = ARENA_ARRAY(a, struct column, s->ncolumns + 1);

	for (size_t i = 0; i < s->ncolumns; i++) {
		int title = utf8_cols(tr_str(s->column[i].title));

		c[i] = s->column[i];
		c[i].width = c[i].width < title ? title : c[i].width;
	}
	return c;
}

/* The first column stays; skip columns behind it have moved out to the left. */
static void fit_from(const struct list *l, int cols, int *widths)
{
	const struct screen *s = l->v.screen;
	size_t n = s->ncolumns - l->skip;
	struct column *shown = titled(&l->v.ui->event, s);
	int *fitted = ARENA_ARRAY(&l->v.ui->event, int, n + 1);

	for (size_t i = 1; i < n; i++)
		shown[i] = shown[i + l->skip];
	columns_fit(shown, n, cols, fitted);
	memset(widths, 0, s->ncolumns * sizeof *widths);
	for (size_t i = 0; i < n; i++)
		widths[i ? i + l->skip : 0] = fitted[i];
}

/* The selected number is on the screen: columns move out to the left until it is. */
static void show_cell(struct list *l, int cols)
{
	int *widths = ARENA_ARRAY(&l->v.ui->event, int, l->v.screen->ncolumns + 1);

	if (l->cell <= l->skip)
		l->skip = l->cell ? l->cell - 1 : 0;
	fit_from(l, cols, widths);
	while (l->cell && !widths[l->cell] && l->skip + 1 < l->cell) {
		l->skip++;
		fit_from(l, cols, widths);
	}
}

static void draw_header(struct list *l, struct grid *g, int row, int col, const int *widths)
{
	const struct screen *s = l->v.screen;

	col += 2;
	for (size_t i = 0; i < s->ncolumns; i++) {
		bool from_top, sorted = narrow_sorted(l, s->column[i].field, &from_top);
		str title = tr_str(s->column[i].title);
		int shift;

		if (sorted)
			title = arena_printf(g->a, "%.*s%s", STR_FMT(title), from_top ? "v" : "^");
		shift = s->column[i].right && utf8_cols(title) < widths[i] ? widths[i] - utf8_cols(title) : 0;
		if (widths[i])
			grid_fit(g, row, col + shift, widths[i] - shift, title, sorted ? INK_SELECTED : INK_LABEL);
		col += widths[i] ? widths[i] + 1 : 0;
	}
}

/* The key that begins a record of this list, for whom it is worth offering. */
static str how_to_begin(struct list *l, struct arena *a)
{
	const struct screen *s = l->v.screen;

	for (size_t i = 0; i < l->v.keys->n; i++) {
		const struct bind *b = &l->v.keys->bind[i];

		if (b->action->begins && b->writes && b->writes->tag == s->type->tag && ui_offers(l->v.ui, b))
			return arena_printf(a, tr("按 %.*s %.*s。"), STR_FMT(key_text(a, b->key)), STR_FMT(tr_str(b->label)));
	}
	return S("");
}

static str empty_text(struct list *l, struct arena *a)
{
	const struct screen *s = l->v.screen;

	if (l->page.of)
		return arena_printf(a, tr("这 %zu 行里没有；Esc 看全部"), l->page.of);
	if (s->type->owner && !session_me(l->v.ui->s)->families)
		return str_of(tr("您的角色看不到家庭的内容。"));
	return arena_printf(a, "%.*s%.*s", STR_FMT(tr_str(s->empty)), STR_FMT(how_to_begin(l, a)));
}

static void draw_rows(struct list *l, struct grid *g, struct box b)
{
	const struct screen *s = l->v.screen;
	int *widths = ARENA_ARRAY(g->a, int, s->ncolumns + 1), at = 0;
	str group = { 0 };

	if (s->report)
		show_cell(l, b.cols - 2);
	fit_from(l, b.cols - 2, widths);
	if (list_has_header(l)) {
		draw_header(l, g, b.row++, b.col, widths);
		b.rows--;
	}
	if (l->page.n == 0 && (!s->search || l->line.n))
		grid_fit(g, b.row, b.col + 2, b.cols - 2, empty_text(l, g->a), INK_DIM);
	for (size_t i = list_first_shown(l); i < l->page.n && at < b.rows; i++) {
		const struct row *r = &l->page.row[i];
		bool sel = l->page.at + i == l->sel;

		if (r->group.n && !str_eq(r->group, group)) {
			grid_fit(g, b.row + at++, b.col, b.cols, tr_str(r->group), INK_GROUP);
			if (at == b.rows)
				break;
		}
		group = r->group;
		if (sel && !s->search && !l->typing && !s->report)
			grid_cursor(g, b.row + at, b.col);
		draw_row(l, g, b.row + at++, b.col, r, widths, sel);
	}
}

/* The card of the selected row, beside the list. */
static void draw_beside(struct list *l, struct grid *g, struct box b)
{
	const struct screen *card = ui_screen(l->v.ui, l->v.screen->open);
	const struct row *r = list_selected(l);
	struct err e = { 0 };
	int rows;

	if (!card || card->kind != SCREEN_CARD || !r)
		return;
	if (l->beside_id != r->id || l->beside_tick != l->v.tick || l->beside_reveals != l->v.reveals) {
		enum rc rc;

		arena_reset(&l->aside);
		l->beside = (struct lines){ .a = &l->aside };
		session_revealing(l->v.ui->s, true);
		rc = card_lines(l->v.ui->s, card, r->id, &l->beside, &e);
		session_revealing(l->v.ui->s, false);
		if (rc != RC_OK)
			return;
		l->beside_reveals = l->v.reveals;
		l->beside_id = r->id;
		l->beside_tick = l->v.tick;
	}
	for (int i = 0; i < b.rows; i++)
		grid_put(g, b.row + i, b.col - 1, 1, S("|"), INK_DIM);
	lines_draw(&l->beside, g, b, 0, SIZE_MAX, &rows, NULL);
}

void list_draw(struct view *v, struct grid *g, struct box b)
{
	struct list *l = list_of(v);
	struct box left = b;
	int prompt, want = 2 + columns_want(titled(g->a, v->screen), v->screen->ncolumns);

	if (l->body != list_body(l))
		list_reload(l); /* the screen has another size */
	if (want + 1 + BESIDE_COLS <= b.cols && v->screen->open.n) {
		left.cols = b.cols * 55 / 100 > want + 1 ? b.cols * 55 / 100 : want + 1;
		draw_beside(l, g, (struct box){ b.row, left.cols + 1, b.rows, b.cols - left.cols - 1 });
		left.cols--;
	}
	if (v->screen->search) {
		prompt = grid_put(g, b.row, 0, left.cols, str_of(tr("查找：")), INK_LABEL);
		left.row++;
		left.rows--;
		draw_rows(l, g, left);
		edit_draw(&l->line, g, (struct box){ b.row, prompt, 1, left.cols - prompt }, INK_PLAIN, true);
		if (!l->line.n && v->ui->asked.n)
			grid_putf(g, b.row, prompt + 2, left.cols - prompt - 2, INK_DIM, tr("（Up 找回“%.*s”）"),
				STR_FMT(v->ui->asked.p[v->ui->asked.n - 1]));
		return;
	}
	if (narrow_shown(l)) {
		narrow_draw(l, g, left.row++, left.cols);
		left.rows--;
	}
	draw_rows(l, g, left);
}

/* The titles of the numbers that stand further to the right than the window goes. */
static str beyond(const struct list *l, struct arena *a)
{
	const struct screen *s = l->v.screen;
	int *widths = ARENA_ARRAY(a, int, s->ncolumns + 1);
	struct buf b = { .a = a };

	fit_from(l, l->v.box.cols - 2, widths);
	for (size_t i = l->skip + 1; i < s->ncolumns; i++)
		if (!widths[i])
			buf_printf(&b, "%s%.*s", b.n ? " " : tr("右边还有 "), STR_FMT(tr_str(s->column[i].title)));
	return buf_view(&b);
}

/* The number that is selected, in full: its row and its title may be out of sight. */
static str cell_said(const struct list *l, struct arena *a, const struct row *r)
{
	const struct column *c = &l->v.screen->column[l->cell], *name = l->v.screen->column;
	str text = val_text(session_lex(l->v.ui->s), a, c->field, field_get(c->field, r->rec));

	if (!l->cell || !text.n)
		return beyond(l, a);
	return arena_printf(a, tr("%.*s %.*s %.*s，回车看后面的名单"), STR_FMT(column_text(l->v.ui->s, a, name, r)),
		STR_FMT(tr_str(c->title)), STR_FMT(text));
}

/* Why a row stands where it stands, in full; of numbers, which ones are out of sight. */
str list_tell(struct view *v, struct arena *a)
{
	const struct field *f = v->screen->tell;
	const struct row *r = list_selected(list_of(v));

	if (f && r)
		return val_text(session_lex(v->ui->s), a, f, field_get(f, r->rec));
	if (v->screen->report && r)
		return cell_said(list_of(v), a, r);
	return v->screen->query->sums ? beyond(list_of(v), a) : S("");
}

const struct rec_type *list_about_type(const struct list *l)
{
	const char *about = l->v.screen->query->about;

	return l->about_type ? l->about_type
		: about ? office_type(session_office(l->v.ui->s), str_of(about)) : NULL;
}

str list_title(struct view *v, struct arena *a)
{
	struct list *l = list_of(v);
	str title = tr_str(v->screen->title), of = S(""), many;

	if (l->about && list_about_type(l))
		of = session_name(v->ui->s, a, list_about_type(l), l->about);
	if (l->span.first.day)
		title = arena_printf(a, "%.*s %.*s", STR_FMT(span_text(a, l->span)), STR_FMT(title));
	many = arena_printf(a, "%zu", l->page.total);
	if (l->filtered.n)
		many = arena_printf(a, "%zu / %zu", l->page.total, l->page.of);
	if (l->page.beyond)
		many = arena_printf(a, "%zu / %zu", l->page.total, l->page.total + l->page.beyond);
	if (l->tags.n)
		return arena_printf(a, "%.*s %.*s  %.*s  %s%zu", STR_FMT(title), STR_FMT(of),
			STR_FMT(many), tr("已选"), l->tags.n);
	return arena_printf(a, "%.*s %.*s  %.*s", STR_FMT(title), STR_FMT(of), STR_FMT(many));
}
