/* table.c - a report as a list of numbers, community by community, street by street and all of them; and the list behind
 * each number.  Both ask the same function of the same facts, so that they cannot differ. */
#include "base/buf.h"
#include "base/str.h"
#include "core/lists/reports/facts.h"
#include "core/lists/reports/report.h"
#include "core/read/parts.h"

#include <stdlib.h>

/* ---- a row ------------------------------------------------------------------------------------ */

union cell { num n; money m; ratio r; };
struct table_row { struct org o; flag own; union cell cell[]; };

static const struct field own_field = FIELD(table_row, 0, own, .label = "本级");

static struct field cell_field(struct arena *a, const struct report_column *c, size_t i)
{
	return (struct field){ .name = arena_z(a, c->name), .label = arena_z(a, c->title),
		.kind = !c->count ? K_RATIO : c->sum ? c->sum->kind : K_NUM,
		.off = (int16_t)(offsetof(struct table_row, cell) + i * sizeof(union cell)) };
}

static void set_cell(union cell *cell, const struct report_column *c, const int64_t *n, size_t at)
{
	if (!c->count)
		cell->r = (ratio){ true, (int32_t)n[c->share], (int32_t)n[c->of] };
	else if (c->sum && c->sum->kind == K_MONEY)
		cell->m = (money){ true, n[at] };
	else
		cell->n = (num){ true, n[at] };
}

/* ---- counting --------------------------------------------------------------------------------- */

/* Does the code, or one of the codes, of a field have this key, meaning or attribute? */
static bool code_has(const struct facts *f, const struct field *field, str keys, str word)
{
	const struct code_table *t = codebook_find(f->book, str_of(field->of));
	str key;

	while (str_word(&keys, &key)) {
		const struct code_item *c = code_find(t, key);

		if (str_eq(key, word) || str_eq(code_attr(c, "means"), word) || code_is(c, word.p))
			return true;
	}
	return false;
}

static bool meets(const struct facts *f, const struct condition_of *w, const struct rec *r)
{
	val v = field_get(w->field, r);

	for (size_t i = 0; v.set && i < w->any.n; i++)
		if (w->field->kind == K_FLAG ? (v.n == FLAG_YES) == str_is(w->any.p[i], "yes")
					     : code_has(f, w->field, v.s, w->any.p[i]))
			return true;
	return false;
}

static bool counts(const struct facts *f, const struct report_column *c, const struct fact *x, struct part p)
{
	if (c->count->of != OF_FILES && !part_has(p, x->place))
		return false;
	if (!c->count->counts(f, x, p))
		return false;
	for (size_t i = 0; i < c->nwhen; i++)
		if (!meets(f, &c->when[i], x->rec))
			return false;
	return true;
}

static int64_t amount(const struct report_column *c, const struct fact *x)
{
	return c->sum ? field_get(c->sum, x->rec).n : 1;
}

/* One row while it is counted. */
struct line { struct part part; int64_t *n; };
struct lines_of { VEC(struct line); };

static void add_to(const struct facts *f, const struct report *r, const struct fact *x, enum source of, struct line *l)
{
	for (size_t i = 0; i < r->ncolumns; i++)
		if (r->column[i].count && r->column[i].count->of == of && counts(f, &r->column[i], x, l->part))
			l->n[i] += amount(&r->column[i], x);
}

static struct line *line_of(struct job *q, const struct report *r, struct lines_of *all, struct part p)
{
	struct line *l;

	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->p[i].part.code, p.code))
			return &all->p[i];
	l = vec_add(q->a, all);
	*l = (struct line){ p, ARENA_ARRAY(q->a, int64_t, r->ncolumns + 1) };
	return l;
}

enum { STREET = 9, COMMUNITY = 12 };

/* The parts a fact may count in at a level: where it is, and where a file was before. */
static size_t parts_at(const struct fact *x, uint32_t digits, struct part out[2])
{
	const struct place *at[] = { x->file ? x->file->home : NULL, x->file ? x->file->before : NULL };
	size_t n = 0;

	for (size_t i = 0; x->file && i < COUNT(at); i++) {
		str in = str_sub(at[i]->code, 0, digits);

		if (at[i]->inside && !(n && str_eq(out[0].code, in)))
			out[n++] = (struct part){ in, false };
	}
	if (!x->file)
		out[n++] = (struct part){ str_sub(x->place, 0, digits), x->place.n < digits };
	return n;
}

static void count_level(struct job *q, const struct facts *f, const struct report *r, uint32_t digits,
	struct lines_of *all)
{
	struct part parts[2];

	for (enum source of = 0; of < SOURCES; of++)
		for (size_t i = 0; i < f->of[of].n; i++) {
			const struct fact *x = &f->of[of].p[i];
			size_t n = parts_at(x, digits, parts);

			for (size_t k = 0; k < n; k++)
				add_to(f, r, x, of, line_of(q, r, all, parts[k]));
		}
}

static int by_code(const void *x, const void *y)
{
	return str_cmp(((const struct line *)x)->part.code, ((const struct line *)y)->part.code);
}

/* ---- rows -------------------------------------------------------------------------------------- */

static enum rc show(struct job *q, const struct report *r, const struct line *l, const char *group)
{
	struct table_row *row;
	struct rec *org;

	TRY(snap_get(q->s->view, q->a, type_of(q->s, &org_type), org_by_code(q->s, l->part.code), &org, q->e));
	if (!(row = job_record(q, &org_type, org)))
		return RC_OK;
	if (l->part.own) {
		row->own.v = FLAG_YES;
		row->o.name = arena_printf(q->a, "%.*s%s", STR_FMT(row->o.name), tr("本级"));
	}
	for (size_t i = 0; i < r->ncolumns; i++)
		set_cell(&row->cell[i], &r->column[i], l->n, i);
	job_last(q)->group = str_of(group);
	return RC_OK;
}

static enum rc show_level(struct job *q, const struct facts *f, const struct report *r, uint32_t digits,
	const char *group, struct lines_of *all)
{
	count_level(q, f, r, digits, all);
	if (all->n > 1)
		qsort(all->p, all->n, sizeof *all->p, by_code);
	for (size_t i = 0; i < all->n; i++)
		TRY(show(q, r, &all->p[i], group));
	return RC_OK;
}

static uint32_t sources_of(const struct report *r)
{
	uint32_t bits = 1u << OF_FILES;

	for (size_t i = 0; i < r->ncolumns; i++)
		if (r->column[i].count)
			bits |= 1u << r->column[i].count->of;
	return bits;
}

/* The org of all rows: where their codes part. */
static str common(const struct lines_of *all)
{
	str first = all->n ? all->p[0].part.code : S(""), last = all->n ? all->p[all->n - 1].part.code : S("");

	return str_eq(str_sub(first, 0, STREET), str_sub(last, 0, STREET)) ? str_sub(first, 0, STREET)
									  : str_sub(first, 0, 6);
}

/* The period asked for, or the one that runs. */
static enum rc take(struct job *q, uint32_t sources, struct facts *f)
{
	struct span span = q->ask->span;

	if (!span.last.day)
		TRY(report_period(q->named->report, S(""), session_today(q->s), &span, q->e));
	return facts_take(q, span, sources, f, q->e);
}

/* Communities, then their streets where there are several, then all of them: each level counted by itself. */
static enum rc job_table(struct job *q)
{
	const struct report *r = q->named->report;
	bool by_street = str_is(q->ask->line, "street");
	struct lines_of low = { 0 }, streets = { 0 }, whole = { 0 };
	struct facts f = { 0 };
	str top;

	job_whole(q);
	TRY(take(q, sources_of(r), &f));
	TRY(show_level(q, &f, r, by_street ? STREET : COMMUNITY, "", &low));
	if (low.n < 2)
		return RC_OK;
	top = common(&low);
	if (!by_street && top.n < STREET)
		TRY(show_level(q, &f, r, STREET, SAY("街道"), &streets));
	return show_level(q, &f, r, top.n, SAY("合计"), &whole);
}

/* ---- behind a number ---------------------------------------------------------------------------- */

static enum rc list_one(struct job *q, enum source of, const struct fact *x)
{
	struct member_row *row;
	int age;

	if (of == OF_FILES)
		return job_family(q, x->file->id);
	row = job_record(q, source_rows[of].type, x->rec);
	if (!row || of != OF_PEOPLE)
		return RC_OK;
	age = age_at(row->p.birth, session_today(q->s));
	if (age >= 0)
		row->age = (num){ true, age };
	return RC_OK;
}

static enum rc job_behind(struct job *q)
{
	const struct report *r = q->named->report;
	const struct report_column *c = &r->column[q->named->column];
	const struct report_column *all = c->count ? c : &r->column[c->of], *but = c->count ? NULL : &r->column[c->share];
	struct org *o = peek_org(q->s, q->a, q->ask->about);
	struct part p = { o ? o->code.s : S(""), str_is(q->ask->line, "own") };
	enum source of = all->count->of;
	struct facts f = { 0 };

	TRY(take(q, 1u << of, &f));
	for (size_t i = 0; i < f.of[of].n; i++) {
		const struct fact *x = &f.of[of].p[i];

		if (counts(&f, all, x, p) && !(but && counts(&f, but, x, p)))
			TRY(list_one(q, of, x));
	}
	return RC_OK;
}

/* ---- as queries -------------------------------------------------------------------------------- */

const struct query *report_query(struct arena *a, const struct office *o, const struct report *r)
{
	struct named *n = ARENA_NEW(a, struct named);
	struct rec_type *row = ARENA_NEW(a, struct rec_type);
	struct field *field = ARENA_ARRAY(a, struct field, r->ncolumns + 1);
	struct buf columns = { .a = a };

	(void)o;
	if (r->list)
		return r->list;
	buf_str(&columns, S("ref name"));
	field[0] = own_field;
	for (size_t i = 0; i < r->ncolumns; i++) {
		field[i + 1] = cell_field(a, &r->column[i], i);
		buf_printf(&columns, " %.*s", STR_FMT(r->column[i].name));
	}
	*row = (struct rec_type){ .name = "table_row", .label = arena_z(a, r->title), .base = &org_type,
		.size = sizeof(struct table_row) + r->ncolumns * sizeof(union cell), .fields = field,
		.nfields = (uint32_t)r->ncolumns + 1 };
	*n = (struct named){ .query = { .name = arena_z(a, r->name), .label = arena_z(a, r->title), .type = &org_type,
		.row = row, .columns = arena_z(a, buf_view(&columns)), .words = true, .sums = true },
		.run = job_table, .report = r };
	return &n->query;
}

const struct query *report_behind(struct arena *a, const struct report *r, size_t column)
{
	const struct report_column *c = &r->column[column];
	const struct report_column *of = c->count ? c : &r->column[c->of];
	const struct source_row *rows = &source_rows[of->count->of];
	struct named *n = ARENA_NEW(a, struct named);

	*n = (struct named){ .query = { .name = arena_printf(a, "%.*s-%.*s", STR_FMT(r->name), STR_FMT(c->name)).p,
		.label = arena_z(a, c->title), .type = rows->type, .row = rows->row, .about = "org",
		.columns = rows->columns, .words = true }, .run = job_behind, .report = r, .column = column };
	return &n->query;
}

/* ---- what the rows say of one another ------------------------------------------------------------ */

static int64_t cell_of(const struct report *r, const struct page *p, size_t row, size_t column)
{
	return field_get(type_field(p->type, r->column[column].name), p->row[row].rec).n;
}

static void balance_check(struct arena *a, const struct report *r, const struct balance *b, const struct page *p,
	struct report_checks *out)
{
	struct buf text = { .a = a };
	size_t wrong = 0;

	buf_printf(&text, "%.*s =", STR_FMT(r->column[b->is].title));
	for (size_t k = 0; k < b->n; k++)
		buf_printf(&text, "%s %.*s", b->part[k].sign < 0 ? " -" : k ? " +" : "",
			STR_FMT(r->column[b->part[k].column].title));
	for (size_t i = 0; i < p->n; i++) {
		int64_t sum = 0;

		for (size_t k = 0; k < b->n; k++)
			sum += b->part[k].sign * cell_of(r, p, i, (size_t)b->part[k].column);
		wrong += sum != cell_of(r, p, i, (size_t)b->is);
	}
	buf_printf(&text, wrong ? tr("，%zu 行里有 %zu 行不对") : tr("，%zu 行都对"), p->n, wrong);
	*vec_add(a, out) = (struct report_check){ buf_view(&text), !wrong };
}

/* Rows of a group begin at *at and end before the place returned. */
static size_t group_end(const struct page *p, size_t at)
{
	size_t end = at;

	while (end < p->n && str_eq(p->row[end].group, p->row[at].group))
		end++;
	return end;
}

/* Every level adds up to the last row; what moves about inside is as much in as out. */
static void level_check(struct arena *a, const struct report *r, const struct page *p, size_t at, size_t end,
	struct report_checks *out)
{
	int64_t inside = 0, balance = 0;
	size_t wrong = 0, columns = 0;
	struct buf text = { .a = a };

	for (size_t i = 0; i < r->ncolumns; i++) {
		int64_t sum = 0;

		if (!r->column[i].count)
			continue;
		columns++;
		for (size_t k = at; k < end; k++)
			sum += cell_of(r, p, k, i);
		sum -= cell_of(r, p, p->n - 1, i);
		if (r->column[i].count->inner) {
			wrong += sum < 0;
			inside = sum > inside ? sum : inside;
			balance = sum - balance;
		} else {
			wrong += sum != 0;
		}
	}
	wrong += balance != 0;
	buf_printf(&text, wrong ? tr("%s %zu 行相加和合计不符：%zu 栏里有 %zu 栏不对") : tr("%s %zu 行相加 = 合计，%zu 栏都对"),
		p->row[at].group.n ? tr("街道") : tr("各行"), end - at, columns, wrong);
	if (inside)
		buf_printf(&text, tr("；辖区内迁移 %lld 户"), (long long)inside);
	*vec_add(a, out) = (struct report_check){ buf_view(&text), !wrong };
}

void report_check(struct arena *a, const struct report *r, const struct page *p, struct report_checks *out)
{
	*out = (struct report_checks){ 0 };
	if (r->list || !p->n || p->n < p->total)
		return;
	for (size_t i = 0; i < r->nbalance; i++)
		balance_check(a, r, &r->balance[i], p, out);
	for (size_t at = 0, end; at + 1 < p->n; at = end) {
		end = group_end(p, at);
		if (end < p->n)
			level_check(a, r, p, at, end, out);
	}
}

/* ---- periods ------------------------------------------------------------------------------------ */

static const struct { enum period kind; const char *form; } periods[REPORT_PERIODS] = {
	[REPORT_DAY] = { PERIOD_ROLLING, "2026-05-06" }, [REPORT_MONTH] = { PERIOD_MONTH, "2026-05" },
	[REPORT_QUARTER] = { PERIOD_QUARTER, "2026-Q2" }, [REPORT_HALF] = { PERIOD_HALF, "2026-H1" },
	[REPORT_YEAR] = { PERIOD_YEAR, "2026" },
};

enum rc report_period(const struct report *r, str text, date today, struct span *out, struct err *e)
{
	struct buf forms = { .a = NULL };
	struct arena a = { 0 };
	enum rc rc;

	for (int p = REPORT_PERIODS - 1; !text.n && p >= 0; p--)
		if (r->periods & 1u << p)
			*out = p == REPORT_DAY ? (struct span){ today, today } : period_of(periods[p].kind, 0, today);
	if (!text.n)
		return RC_OK;
	TRY(span_parse(text, today, out, e));
	for (int p = 0; p < REPORT_PERIODS; p++)
		if (r->periods & 1u << p && periods[p].kind == span_kind(*out))
			return RC_OK;
	forms.a = &a;
	for (int p = 0; p < REPORT_PERIODS; p++)
		if (r->periods & 1u << p)
			buf_printf(&forms, "%s%s", forms.n ? " 或 " : "", periods[p].form);
	rc = fail(e, RC_INVALID, "%.*s 不是这种周期的报表，“%.*s”要写成 %.*s", STR_FMT(r->name), STR_FMT(text),
		STR_FMT(buf_view(&forms)));
	arena_free(&a);
	return rc;
}
