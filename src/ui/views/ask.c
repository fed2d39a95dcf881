/* ask.c - a question over the lower rows, with one key an answer; undo asks with it. */
#include "ui/views/view.h"

#include "base/utf8.h"
#include "ui/term/edit.h"

struct ask_view {
	struct view v;
	str question;
	struct choice *choice;
	size_t n;
	void (*answer)(struct view *, uint32_t key);
};

static void ask_draw(struct view *v, struct grid *g, struct box b)
{
	struct ask_view *q = (struct ask_view *)v;
	uint32_t *starts;
	size_t n = wrap_lines(g->a, q->question, b.cols, &starts);
	int rows = (int)n + 1, row, col = 0;

	if (rows > b.rows) {
		n -= (size_t)(rows - b.rows);
		rows = b.rows;
	}
	row = b.row + b.rows - rows;
	for (int i = row > 0 ? -1 : 0; i < rows; i++)
		grid_blank(g, row + i, 0, g->cols, INK_PLAIN);
	for (size_t i = 0; i < n; i++)
		grid_put(g, row++, 0, b.cols, str_sub(q->question, starts[i], starts[i + 1] - starts[i]),
			INK_NOTICE);
	for (size_t i = 0; i < q->n; i++) {
		col += grid_put(g, row, col, b.cols - col, key_text(g->a, q->choice[i].key), INK_KEY) + 1;
		col += grid_put(g, row, col, b.cols - col, str_of(tr(q->choice[i].label)), INK_PLAIN) + 3;
	}
	grid_cursor(g, row, 0);
}

static bool ask_key(struct view *v, uint32_t key)
{
	struct ask_view *q = (struct ask_view *)v;

	key = key_plain(key);
	if (key < 128 && key >= 'A' && key <= 'Z')
		key |= 32;
	if (key == K_ESC) /* Esc is the last answer: the one that changes nothing */
		key = q->choice[q->n - 1].key;
	for (size_t i = 0; i < q->n; i++)
		if (q->choice[i].key == key) {
			view_leave(v, true);
			q->answer(v->below, key);
			return true;
		}
	return true; /* nothing else is listened to */
}

static const struct hint *ask_hints(struct view *v, struct arena *a, size_t *n)
{
	struct ask_view *q = (struct ask_view *)v;
	struct hint *h = ARENA_ARRAY(a, struct hint, q->n + 1);

	for (*n = 0; *n < q->n; ++*n)
		h[*n] = (struct hint){ key_text(a, q->choice[*n].key), str_of(tr(q->choice[*n].label)) };
	if (q->choice[q->n - 1].key != K_ESC)
		h[(*n)++] = (struct hint){ S("Esc"), h[q->n - 1].label };
	return h;
}

static const struct view_kind ask_kind = { .draw = ask_draw, .key = ask_key, .dialog = true, .hints = ask_hints };

void ask_open(struct view *parent, str question, const struct choice *choice, size_t n,
	void (*answer)(struct view *, uint32_t))
{
	struct ask_view *q = view_new(parent->ui, &ask_kind, sizeof *q);

	q->question = arena_str(&q->v.a, question);
	q->choice = ARENA_ARRAY(&q->v.a, struct choice, n);
	memcpy(q->choice, choice, n * sizeof *choice);
	q->n = n;
	q->answer = answer;
	ui_push(parent->ui, &q->v);
}

/* ---- a line ----------------------------------------------------------------------------------- */

enum { LINE_MOST = 60 };
struct ask_line {
	struct view v;
	str question;
	struct edit line;
	void (*answer)(struct view *, str);
};

static void line_draw(struct view *v, struct grid *g, struct box b)
{
	struct ask_line *q = (struct ask_line *)v;
	int row = b.row + b.rows - 2;

	for (int i = row > 0 ? -1 : 0; i < 2; i++)
		grid_blank(g, row + i, 0, g->cols, INK_PLAIN);
	grid_fit(g, row, 0, b.cols, q->question, INK_NOTICE);
	grid_put(g, row + 1, 0, 1, S(">"), INK_SELECTED);
	edit_draw(&q->line, g, (struct box){ row + 1, 2, 1, g->cols - 2 }, INK_FIELD, true);
}

static bool line_key(struct view *v, uint32_t key)
{
	struct ask_line *q = (struct ask_line *)v;
	str text = str_trim(edit_text(&q->line));

	if (key == K_ESC) {
		view_leave(v, false);
	} else if (key == K_ENTER && text.n) {
		view_leave(v, true);
		q->answer(v->below, arena_str(&v->ui->event, text));
	} else {
		edit_key(&q->line, key, v->box.cols);
	}
	return true;
}

static void line_paste(struct view *v, str text)
{
	edit_insert(&((struct ask_line *)v)->line, str_trim(text));
}

static const struct hint *line_hints(struct view *v, struct arena *a, size_t *n)
{
	struct hint *h = ARENA_ARRAY(a, struct hint, 2);

	(void)v;
	h[0] = (struct hint){ S("Enter"), str_of(tr("就这样")) };
	h[1] = (struct hint){ S("Esc"), str_of(tr("返回")) };
	*n = 2;
	return h;
}

static const struct view_kind line_kind = { .draw = line_draw, .key = line_key, .paste = line_paste, .dialog = true,
	.hints = line_hints };

void ask_line_open(struct view *parent, str question, void (*answer)(struct view *, str))
{
	struct ask_line *q = view_new(parent->ui, &line_kind, sizeof *q);

	q->question = arena_str(&q->v.a, question);
	q->answer = answer;
	edit_init(&q->line, &q->v.a, S(""), false, LINE_MOST);
	ui_push(parent->ui, &q->v);
}

/* ---- undo ----------------------------------------------------------------------------------- */

enum { UNDO_SHOWN = 10 };

static void answer_undo(struct view *parent, uint32_t key)
{
	struct ui *ui = parent->ui;
	struct err e = { 0 };

	if (key != 'y')
		return;
	if (session_undo(ui->s, ui->undo, &e) != RC_OK)
		ui_fail(ui, &e);
	else
		ui_say(ui, INK_NOTICE, "%s", tr("已撤销"));
}

void undo_open(struct ui *ui)
{
	static const struct choice yes_no[] = { { 'y', "撤销" }, { 'n', "不撤销" } };
	struct buf b = { .a = &ui->event };
	struct err e = { 0 };
	struct undo u;

	if (session_undo_peek(ui->s, &ui->event, &u, &e) != RC_OK) {
		ui_fail(ui, &e);
		return;
	}
	buf_printf(&b, "%s%.*s", tr("撤销自己最近的一次修改："), STR_FMT(u.title));
	for (size_t i = 0; i < u.n && i < UNDO_SHOWN; i++) {
		const struct past *p = &u.past[i];

		if (p->field)
			buf_printf(&b, "\n  %s：%.*s → %.*s", tr(p->field->label),
				STR_FMT(p->was.n ? p->was : S("-")), STR_FMT(p->is.n ? p->is : S("-")));
	}
	if (u.n > UNDO_SHOWN)
		buf_printf(&b, tr("\n  还有 %zu 项"), u.n - UNDO_SHOWN);
	ui->undo = u.commit;
	ask_open(ui->top, buf_view(&b), yes_no, COUNT(yes_no), answer_undo);
}
