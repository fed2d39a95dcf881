/* dial.c - telephone numbers from the screen to the telephone: copied to the clipboard, or shown so large that they
 * can be dialled from across the desk, with a QR code for a mobile's camera. */
#include "ui/acts/acts.h"

#include "base/utf8.h"
#include "core/lists/rows.h"
#include "core/records/types.h"
#include "rec/ident.h"
#include "ui/acts/qr.h"
#include "ui/term/clip.h"
#include "ui/views/pick.h"

struct dial {
	struct view v;
	struct origin at;
	struct arena made;
	struct page page;
	size_t sel;
	struct qr qr;
};

static const struct number_row *number_at(const struct page *p, size_t i)
{
	return (const struct number_row *)p->row[i].rec;
}

/* People who belong to no family. */
static bool has_numbers(const struct rec_type *t)
{
	return t->tag == worker_type.tag || t->tag == member_type.tag || t->tag == expert_type.tag;
}

/* The numbers there are for what is selected; *first is the one of the selected itself. */
static enum rc numbers(struct ui *ui, struct arena *a, struct origin at, struct page *out, size_t *first,
	struct err *e)
{
	struct ask ask = { .query = query_find(S("numbers")), .about = at.family };

	*first = 0;
	if (!at.family && at.type && has_numbers(at.type))
		ask = (struct ask){ .query = query_find(S("numbers-of")), .about = at.id, .about_type = at.type };
	if (!ask.about)
		return fail(e, RC_NOT_FOUND, "这里没有可打的电话：先选一户家庭，或一位工作人员、会员、专家");
	TRY(session_list(ui->s, a, &ask, out, e));
	for (size_t i = out->n; i-- > 0;)
		if (out->row[i].id == at.id && at.type && out->row[i].type->tag == at.type->tag)
			*first = i;
	return out->n ? RC_OK : fail(e, RC_NOT_FOUND, "还没有登记电话；也可能是号码不对您公开");
}

static struct origin origin_of(struct view *v)
{
	return v->kind->at ? v->kind->at(v) : (struct origin){ 0 };
}

static void copy(struct ui *ui, const struct number_row *n, const char *else_do)
{
	str text = phone_text(&ui->event, n->phone.s);

	clip_copy(&ui->event, n->phone.s);
	ui_say(ui, INK_NOTICE, tr("已复制%.*s的电话 %.*s；%s"), STR_FMT(n->who), STR_FMT(text), else_do);
}

static void do_copy(struct view *v, const struct bind *b)
{
	struct ui *ui = v->ui;
	struct err e = { 0 };
	struct page page;
	size_t first;

	(void)b;
	if (numbers(ui, &ui->event, origin_of(v), &page, &first, &e) != RC_OK)
		ui_fail(ui, &e);
	else
		copy(ui, number_at(&page, first), tr("贴不出来就按 F8 看大字"));
}

/* ---- large ------------------------------------------------------------------------------------ */

enum { TALL = 3, WIDE = 3, LIST_COLS = 40 };

/* Seven strokes a digit, as on a clock. */
static const char *const strokes[][TALL] = {
	{ " _ ", "| |", "|_|" }, { "   ", "  |", "  |" }, { " _ ", " _|", "|_ " }, { " _ ", " _|", " _|" },
	{ "   ", "|_|", "  |" }, { " _ ", "|_ ", " _|" }, { " _ ", "|_ ", "|_|" }, { " _ ", "  |", "  |" },
	{ " _ ", "|_|", "|_|" }, { " _ ", "|_|", " _|" },
};

/* The number in groups, without its extension: that is pressed once somebody has answered. */
static str dialled(struct arena *a, str number)
{
	int dash = str_find(number, S("-"));

	return phone_text(a, dash > 0 ? str_sub(number, 0, (uint32_t)dash) : number);
}

static int large_cols(str text, int gap)
{
	int cols = 0;

	for (uint32_t i = 0; i < text.n; i++)
		cols += text.p[i] >= '0' && text.p[i] <= '9' ? WIDE + gap : 1 + gap;
	return cols - gap;
}

static void draw_large(struct grid *g, struct box b, str text)
{
	int gap = large_cols(text, 1) <= b.cols, col = b.col;

	for (uint32_t i = 0; i < text.n; i++) {
		bool digit = text.p[i] >= '0' && text.p[i] <= '9';

		for (int k = 0; k < TALL && k < b.rows && digit; k++)
			grid_put(g, b.row + k, col, WIDE, str_of(strokes[text.p[i] - '0'][k]), INK_TITLE);
		if (text.p[i] == '-' && b.rows > 1)
			grid_put(g, b.row + 1, col, 1, S("_"), INK_TITLE);
		col += (digit ? WIDE : 1) + gap;
	}
}

static str tel_uri(struct arena *a, str number) /* RFC 3966 */
{
	int dash = str_find(number, S("-"));

	return dash > 0 ? arena_printf(a, "tel:%.*s;ext=%.*s", dash, number.p,
			STR_FMT(str_from(number, (uint32_t)dash + 1)))
		: arena_printf(a, "tel:%.*s", STR_FMT(number));
}

static void choose(struct dial *d, size_t at)
{
	d->sel = at;
	d->qr = qr_make(&d->made, tel_uri(&d->made, number_at(&d->page, at)->phone.s));
}

static enum rc dial_load(struct view *v, struct err *e)
{
	struct dial *d = (struct dial *)v;
	size_t was = d->page.n ? d->sel : SIZE_MAX, first;
	enum rc rc;

	arena_reset(&d->made);
	d->page = (struct page){ 0 };
	d->qr = (struct qr){ 0 };
	v->tick = session_tick(v->ui->s);
	rc = numbers(v->ui, &d->made, d->at, &d->page, &first, e);
	if (rc != RC_OK) {
		view_leave(v, false);
		return rc;
	}
	choose(d, was < d->page.n ? was : first);
	return RC_OK;
}

static void draw_list(struct dial *d, struct grid *g, struct box b)
{
	size_t room = b.rows > 0 ? (size_t)b.rows : 0, top = d->sel >= room && room ? d->sel - room + 1 : 0;

	for (size_t i = top; i < d->page.n && i < top + room; i++) {
		const struct number_row *n = number_at(&d->page, i);
		int row = b.row + (int)(i - top);
		char key = pick_key(i);

		grid_put(g, row, b.col, 1, i == d->sel ? S(">") : S(" "), INK_SELECTED);
		if (key)
			grid_putf(g, row, b.col + 2, 2, INK_KEY, "%c", key);
		grid_fit(g, row, b.col + 4, b.cols - 4, arena_printf(g->a, "%.*s  %.*s %.*s",
			STR_FMT(phone_text(g->a, n->phone.s)), STR_FMT(tr_str(n->label)), STR_FMT(n->who)),
			i == d->sel ? INK_SELECTED : INK_PLAIN);
		if (i == d->sel)
			grid_cursor(g, row, b.col);
	}
}

static void dial_draw(struct view *v, struct grid *g, struct box b)
{
	struct dial *d = (struct dial *)v;
	const struct number_row *n = number_at(&d->page, d->sel);
	int gap = b.rows > 12, row = b.row;

	/* Where the terminal draws half blocks as wide as Chinese characters, a camera would see stripes. */
	if (d->qr.side && utf8_ambiguous == 1 && qr_rows(&d->qr) <= b.rows && b.cols - d->qr.side >= LIST_COLS) {
		b.cols -= d->qr.side;
		qr_draw(&d->qr, g, b.row, b.cols);
		b.cols -= 1;
	}
	grid_fit(g, row++, b.col, b.cols, arena_printf(g->a, "%.*s %.*s  %.*s  %.*s", STR_FMT(tr_str(n->label)),
		STR_FMT(n->who), STR_FMT(phone_text(g->a, n->phone.s)), STR_FMT(n->hours)), INK_LABEL);
	draw_large(g, (struct box){ row + gap, b.col, b.row + b.rows - row - gap, b.cols }, dialled(g->a, n->phone.s));
	row += TALL + 3 * gap;
	draw_list(d, g, (struct box){ row, b.col, b.row + b.rows - row, b.cols });
}

static str dial_title(struct view *v, struct arena *a)
{
	const struct dial *d = (const struct dial *)v;

	return d->at.family ? arena_printf(a, "%.*s %s", STR_FMT(session_name(v->ui->s, a, &family_type, d->at.family)),
		tr("拨电话")) : str_of(tr("拨电话"));
}

static bool dial_key(struct view *v, uint32_t key)
{
	struct dial *d = (struct dial *)v;
	size_t place = pick_place(key_plain(key));

	if (key == K_ESC || key == 'q' || key == K_LEFT)
		view_leave(v, false);
	else if ((key == K_DOWN || key == 'j') && d->sel + 1 < d->page.n)
		choose(d, d->sel + 1);
	else if ((key == K_UP || key == 'k') && d->sel)
		choose(d, d->sel - 1);
	else if (place < d->page.n)
		choose(d, place);
	else if (key == K_F1 + 6 || key == 'c' || key == K_ENTER)
		copy(v->ui, number_at(&d->page, d->sel), tr("贴不出来就照着拨"));
	return true;
}

static const struct hint *dial_hints(struct view *v, struct arena *a, size_t *n)
{
	struct dial *d = (struct dial *)v;
	struct hint *h = ARENA_ARRAY(a, struct hint, 4);

	*n = 0;
	if (d->page.n > 1) {
		char last = pick_key(d->page.n - 1);

		h[(*n)++] = (struct hint){ last ? arena_printf(a, "1-%c", last) : S("Up Down"), str_of(tr("换一个号码")) };
	}
	h[(*n)++] = (struct hint){ S("F7"), str_of(tr("复制")) };
	h[(*n)++] = (struct hint){ S("Esc"), str_of(tr("返回")) };
	return h;
}

static void dial_close(struct view *v)
{
	arena_free(&((struct dial *)v)->made);
}

static const struct view_kind dial_kind = { .load = dial_load, .draw = dial_draw, .title = dial_title,
	.key = dial_key, .hints = dial_hints, .close = dial_close };

static void do_dial(struct view *v, const struct bind *b)
{
	struct dial *d = view_new(v->ui, &dial_kind, sizeof *d);

	(void)b;
	d->at = origin_of(v);
	ui_push(v->ui, &d->v);
}

const struct action dial_acts[] = {
	ACT("copy", "复制电话", do_copy),
	ACT("dial", "大字电话", do_dial),
	{ 0 },
};
