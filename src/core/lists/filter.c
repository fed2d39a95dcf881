/* filter.c - rows narrowed by a typed line: words that are all to hold, over what this person sees of each row.
 *
 *	失独  wxl  梧桐-7        some column shows it, or its characters begin with these letters
 *	kind:失独  电话:5678     this column has it; kind: alone - has nothing
 *	age>=70  last<2026-03   this column compares so; a month or a year stands for its first day
 *	contacts<90             a share, in per cent
 *	-wish:勿上门             not so
 *
 * A column goes by its name or its label, or by a part of either: phone: is all the telephones. */
#include "core/lists/job.h"

#include "base/pinyin.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/read/door.h"
#include "core/read/lex.h"
#include "rec/text.h"

enum relation { OP_HAS, OP_IS, OP_NOT, OP_LESS, OP_MOST, OP_MORE, OP_LEAST };

/* The longer first: <= begins with <. */
static const struct { const char *sign; enum relation op; } ops[] = {
	{ "<=", OP_MOST }, { ">=", OP_LEAST }, { "!=", OP_NOT }, { "<", OP_LESS }, { ">", OP_MORE },
	{ "=", OP_IS }, { ":", OP_HAS },
};

struct meant { const struct field *field; val v; }; /* a column, and what was typed as a value of it */
struct wanted {
	bool not;
	enum relation op;
	str text;            /* folded */
	bool letters;        /* may be the first letters of something */
	struct { VEC(struct meant); } fields;
};
struct filter { VEC(struct wanted); };

/* ---- reading the line ------------------------------------------------------------------------- */

static bool is_letters(str w)
{
	for (uint32_t i = 0; i < w.n; i++)
		if (w.p[i] < 'a' || w.p[i] > 'z')
			return false;
	return w.n > 0;
}

static bool compares(enum relation op)
{
	return op >= OP_LESS;
}

/* 2026-03 and 2026 are the first day of it. */
static str whole_day(struct arena *a, const struct field *f, str text)
{
	static const char first[] = "-01-01";
	bool in_month = text.n == 7, in_year = text.n == 4 && str_digits(text);

	if (f->kind != K_DATE && f->kind != K_PDATE && f->kind != K_TIME)
		return text;
	return in_month || in_year ? arena_printf(a, "%.*s%s", STR_FMT(text), first + (in_month ? 3 : 0)) : text;
}

/* Per cent as a share of a hundred. */
static enum rc read_share(str text, val *v, struct err *e)
{
	int64_t n;

	if (!str_int(str_ends(text, S("%")) ? str_sub(text, 0, text.n - 1) : text, &n) || n < 0 || n > 1000)
		return fail(e, RC_INVALID, "“%.*s”不是百分数；写成 90 或 90%%", STR_FMT(text));
	v->set = true;
	v->n = n;
	return RC_OK;
}

static enum rc read_value(struct job *q, const struct field *f, enum relation op, str text, val *v, struct err *e)
{
	if (op == OP_HAS || op == OP_NOT || op == OP_IS)
		if (f->kind != K_NUM && f->kind != K_MONEY && f->kind != K_FLAG)
			return RC_OK; /* told by its text */
	if (f->kind == K_RATIO)
		return read_share(text, v, e);
	if (f->kind == K_DUE || f->kind == K_REASONS || (compares(op) && kind_is_text(f->kind)))
		return fail(e, RC_INVALID, "“%s”这一栏不分大小，请用 : 写它有什么", tr(f->label));
	return text.n ? val_parse(session_lex(q->s), q->a, f, whole_day(q->a, f, text), v, e) : RC_OK;
}

static bool called(struct arena *a, const struct field *f, str name, bool in_part)
{
	const char *words[] = { f->name, f->label, tr(f->label) };

	for (size_t i = 0; i < COUNT(words); i++) {
		str w = utf8_fold(a, str_of(words[i]));

		if (in_part ? str_has(w, name) : str_eq(w, name))
			return true;
	}
	return false;
}

/* The columns a name means: the one that is called so, on the screen before elsewhere; else all that are called so
 * in part. */
static void columns_named(struct job *q, str name, struct wanted *t)
{
	for (size_t i = 0; i < q->ask->nshown && !t->fields.n; i++)
		if (called(q->a, q->ask->shown[i], name, false))
			*vec_add(q->a, &t->fields) = (struct meant){ .field = q->ask->shown[i] };
	for (int in_part = 0; in_part < 2 && !t->fields.n; in_part++)
		for EACH_FIELD(f, q->page->type)
			if (called(q->a, f, name, in_part))
				*vec_add(q->a, &t->fields) = (struct meant){ .field = f };
}

static enum rc no_column(struct job *q, str name, struct err *e)
{
	const struct rec_type *row = q->page->type;
	const char *near = str_nearest(name, &row->fields->name, row->nfields, sizeof *row->fields);

	return near ? fail(e, RC_INVALID, "这份名单没有“%.*s”这一栏，是不是 %s？", STR_FMT(name), near)
		: fail(e, RC_INVALID, "这份名单没有“%.*s”这一栏；冒号前写表头上的字，如 %s:", STR_FMT(name),
			tr(row->fields->label));
}

/* Of several columns a value need only make sense in one. */
static enum rc read_values(struct job *q, struct wanted *t, struct err *e)
{
	size_t n = 0;
	struct err why = { 0 };

	for (size_t i = 0; i < t->fields.n; i++) {
		struct meant m = t->fields.p[i];

		if (read_value(q, m.field, t->op, t->text, &m.v, &why) == RC_OK)
			t->fields.p[n++] = m;
	}
	t->fields.n = n;
	if (!n)
		*e = why;
	return n ? RC_OK : why.rc;
}

static enum rc read_term(struct job *q, str w, struct wanted *t, struct err *e)
{
	uint32_t at = w.n, sign = 0;

	t->not = w.n > 1 && w.p[0] == '-' && !str_digits(str_from(w, 1));
	w = str_from(w, t->not);
	for (size_t i = 0; i < COUNT(ops); i++) {
		int found = str_find(w, str_of(ops[i].sign));

		if (found > 0 && (uint32_t)found < at) {
			at = (uint32_t)found;
			sign = (uint32_t)strlen(ops[i].sign);
			t->op = ops[i].op;
		}
	}
	t->text = str_from(w, sign ? at + sign : 0);
	t->letters = is_letters(t->text);
	if (t->op == OP_NOT && !t->text.n)
		t->not = !t->not; /* has something */
	if (!sign)
		return RC_OK;
	columns_named(q, str_sub(w, 0, at), t);
	return t->fields.n ? read_values(q, t, e) : no_column(q, str_sub(w, 0, at), e);
}

static enum rc read_filter(struct job *q, str line, struct filter *out, struct err *e)
{
	str rest = utf8_fold(q->a, line), w;

	while (str_word(&rest, &w)) {
		struct wanted t = { 0 };

		TRY(read_term(q, w, &t, e));
		*vec_add(q->a, out) = t;
	}
	return RC_OK;
}

enum rc session_may_filter(struct session *s, const struct ask *ask, struct err *e)
{
	struct arena a = { 0 };
	struct page page = { .type = query_row(&a, s->office, ask->query) };
	struct job q = { .s = s, .a = &a, .ask = ask, .page = &page };
	struct filter f = { 0 };
	enum rc rc = enter(s, e);

	if (rc == RC_OK)
		rc = leave_with(s, read_filter(&q, ask->filter, &f, e), e);
	arena_free(&a);
	return rc;
}

/* ---- a row ------------------------------------------------------------------------------------ */

static bool shows(struct job *q, struct arena *a, const struct field *f, val v, const struct wanted *t)
{
	str text = !v.set ? S("") : f->kind == K_PHONE ? v.s : val_text(session_lex(q->s), a, f, v);

	return str_has(utf8_fold(a, text), t->text) || (t->letters && str_has(pinyin_initials(a, text), t->text));
}

static int compared(const struct field *f, val v, val with)
{
	ratio r = val_ratio(v);

	if (f->kind == K_RATIO)
		return (int64_t)r.num * 100 < with.n * r.den ? -1 : (int64_t)r.num * 100 > with.n * r.den;
	return val_cmp(f, v, with);
}

static bool has(struct job *q, struct arena *a, const struct meant *m, const struct wanted *t, const struct rec *r)
{
	val v = field_get(m->field, r);
	int d;

	if (!t->text.n)
		return !v.set;
	if (!v.set || (m->field->kind == K_RATIO && !val_ratio(v).den))
		return false;
	if (!compares(t->op) && !m->v.set) {
		str raw = utf8_fold(a, val_raw(a, m->field, v));
		bool is = t->op == OP_HAS ? shows(q, a, m->field, v, t) || str_eq(raw, t->text)
			: str_eq(raw, t->text) || str_eq(utf8_fold(a, val_text(session_lex(q->s), a, m->field, v)), t->text);

		return is != (t->op == OP_NOT);
	}
	d = compared(m->field, v, m->v);
	return t->op == OP_LESS ? d < 0 : t->op == OP_MOST ? d <= 0 : t->op == OP_MORE ? d > 0
	       : t->op == OP_LEAST ? d >= 0 : (d == 0) != (t->op == OP_NOT);
}

/* What a line of this list shows: the columns of the screen, else those worth a line of text. */
static bool any_column(struct job *q, struct arena *a, const struct wanted *t, const struct row *row)
{
	str rest = str_of(q->ask->query->columns), w;

	for (size_t i = 0; i < q->ask->nshown; i++)
		if (shows(q, a, q->ask->shown[i], field_get(q->ask->shown[i], row->rec), t))
			return true;
	while (!q->ask->nshown && str_word(&rest, &w)) {
		const struct field *f = type_field(q->page->type, w);

		if (f ? shows(q, a, f, field_get(f, row->rec), t) : str_is(w, "name") && row->type &&
			str_has(utf8_fold(a, lex_ref_text(q->s, a, row->type->name, row->id)), t->text))
			return true;
	}
	return false;
}

static bool holds(struct job *q, struct arena *a, const struct wanted *t, const struct row *row)
{
	bool nothing = t->fields.n && !t->text.n; /* in none of the columns, else in any of them */
	bool is = nothing || (!t->fields.n && any_column(q, a, t, row));

	for (size_t i = 0; i < t->fields.n && is == nothing; i++)
		is = has(q, a, &t->fields.p[i], t, row->rec);
	return is != t->not;
}

/* All rows are there, masked: what may not be seen cannot be asked for.  A sum of what is no longer shown
 * goes, too. */
enum rc job_filter(struct job *q)
{
	struct page *p = q->page;
	struct filter f = { 0 };
	struct arena a = { 0 };
	size_t n = 0;

	TRY(read_filter(q, q->ask->filter, &f, q->e));
	p->of = p->total;
	for (size_t i = 0; i < p->n; i++) {
		bool all = !(q->ask->query->sums && p->row[i].group.n);

		for (size_t k = 0; k < f.n && all; k++)
			all = holds(q, &a, &f.p[k], &p->row[i]);
		if (all)
			p->row[n++] = p->row[i];
		arena_reset(&a);
	}
	p->n = p->total = n;
	arena_free(&a);
	return RC_OK;
}
