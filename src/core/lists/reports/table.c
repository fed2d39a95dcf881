/* table.c - a report as a list of numbers, community by community, street by street and all of them; and how much they
 * differ from another period's. */
#include "base/buf.h"
#include "base/str.h"
#include "core/lists/reports/table.h"
#include "core/read/reach.h"

#include <stdlib.h>

/* ---- a row ------------------------------------------------------------------------------------ */

static const struct field row_fields[] = {
	FIELD(table_row, 0, own, .label = "本级"),
	FIELD(table_row, 0, against, .label = "对比"),
};

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

bool column_counts(const struct facts *f, const struct report_column *c, const struct fact *x, struct part p)
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

struct item column_item(const struct report_column *c, const struct fact *x)
{
	return (struct item){ .id = x->file ? x->file->id : x->rec->id, .family = x->family,
		.amount = c->sum ? field_get(c->sum, x->rec).n : 1, .rec = x->rec };
}

static void add_to(struct job *q, const struct counting *w, const struct facts *f, const struct fact *x, enum source of,
	struct line *l)
{
	for (size_t i = 0; i < w->report->ncolumns; i++) {
		const struct report_column *c = &w->report->column[i];
		struct item item;

		if (!c->count || c->count->of != of || !column_counts(f, c, x, l->part))
			continue;
		item = column_item(c, x);
		l->n[i] += item.amount;
		if (l->of)
			*vec_add(q->a, &l->of[i]) = item;
	}
}

static struct line *line_of(struct job *q, const struct counting *w, enum tier tier, struct lines_of *all,
	struct part p)
{
	size_t n = w->report->ncolumns + 1;
	struct line *l;

	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->p[i].part.code, p.code))
			return &all->p[i];
	l = vec_add(q->a, all);
	*l = (struct line){ .part = p, .tier = tier, .n = ARENA_ARRAY(q->a, int64_t, n),
		.of = w->items ? ARENA_ARRAY(q->a, struct items, n) : NULL };
	return l;
}

enum { STREET = 9, COMMUNITY = 12 };

/* The parts a fact may count in at a level: where it is, and where a file was before. */
static size_t parts_at(const struct fact *x, uint32_t digits, str within, struct part out[2])
{
	const struct place *at[] = { x->file ? x->file->home : NULL, x->file ? x->file->before : NULL };
	size_t n = 0;

	for (size_t i = 0; x->file && i < COUNT(at); i++) {
		str in = str_sub(at[i]->code, 0, digits);

		if (at[i]->inside && str_starts(at[i]->code, within) && !(n && str_eq(out[0].code, in)))
			out[n++] = (struct part){ in, false };
	}
	if (!x->file && str_starts(x->place, within))
		out[n++] = (struct part){ str_sub(x->place, 0, digits), x->place.n < digits };
	return n;
}

static int by_code(const void *x, const void *y)
{
	return str_cmp(((const struct line *)x)->part.code, ((const struct line *)y)->part.code);
}

static void count_level(struct job *q, const struct counting *w, const struct facts *f, uint32_t digits,
	enum tier tier, struct lines_of *all)
{
	struct lines_of level = { 0 };
	struct part parts[2];

	for (enum source of = 0; of < SOURCES; of++)
		for (size_t i = 0; i < f->of[of].n; i++) {
			const struct fact *x = &f->of[of].p[i];
			size_t n = parts_at(x, digits, w->within, parts);

			for (size_t k = 0; k < n; k++)
				add_to(q, w, f, x, of, line_of(q, w, tier, &level, parts[k]));
		}
	if (level.n > 1)
		qsort(level.p, level.n, sizeof *level.p, by_code);
	for (size_t i = 0; i < level.n; i++)
		*vec_add(q->a, all) = level.p[i];
}

/* The org of all rows: where their codes part. */
static str common(const struct lines_of *all)
{
	str first = all->p[0].part.code, last = all->p[all->n - 1].part.code;

	return str_eq(str_sub(first, 0, STREET), str_sub(last, 0, STREET)) ? str_sub(first, 0, STREET)
									  : str_sub(first, 0, 6);
}

enum rc lines_count(struct job *q, const struct facts *f, const struct counting *w, struct lines_of *out)
{
	str top;

	*out = (struct lines_of){ 0 };
	count_level(q, w, f, w->by_street ? STREET : COMMUNITY, TIER_LOW, out);
	if (out->n < 2)
		return RC_OK;
	top = common(out);
	if (!w->by_street && top.n < STREET)
		count_level(q, w, f, STREET, TIER_STREETS, out);
	count_level(q, w, f, top.n, TIER_WHOLE, out);
	return RC_OK;
}

const struct line *line_like(const struct lines_of *all, const struct line *l)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->p[i].tier == l->tier && all->p[i].part.own == l->part.own &&
			str_eq(all->p[i].part.code, l->part.code))
			return &all->p[i];
	return NULL;
}

/* ---- rows -------------------------------------------------------------------------------------- */

static const char *const tier_names[TIERS] = { [TIER_LOW] = "", [TIER_STREETS] = SAY("街道"),
	[TIER_WHOLE] = SAY("合计") };

enum rc line_show(struct job *q, const struct report *r, const struct line *l, enum against against, const char *group)
{
	struct table_row *row;
	struct rec *org;

	TRY(snap_get(q->s->view, q->a, type_of(q->s, &org_type), org_by_code(q->s, l->part.code), &org, q->e));
	if (!(row = job_record(q, &org_type, org)))
		return RC_OK;
	if (l->name.n)
		row->o.name = l->name;
	if (l->part.own) {
		row->own.v = FLAG_YES;
		row->o.name = arena_printf(q->a, "%.*s%s", STR_FMT(row->o.name), tr("本级"));
	}
	row->against = str_of(against_word(against));
	for (size_t i = 0; i < r->ncolumns; i++)
		if (!against || r->column[i].count)
			set_cell(&row->cell[i], &r->column[i], l->n, i);
	job_last(q)->group = str_of(group ? group : tier_names[l->tier]);
	return RC_OK;
}

/* What the other has and this one lacks counts as well: it is nothing here. */
static enum rc show_difference(struct job *q, const struct report *r, const struct line *l, const struct line *than,
	int sign, enum against against)
{
	struct line d = *l;
	bool any = false;

	d.n = ARENA_ARRAY(q->a, int64_t, r->ncolumns + 1);
	for (size_t i = 0; i < r->ncolumns; i++) {
		d.n[i] = sign * (l->n[i] - (than ? than->n[i] : 0));
		any |= d.n[i] != 0;
	}
	return any ? line_show(q, r, &d, against, against_label(against)) : RC_OK;
}

enum rc lines_differ(struct job *q, const struct report *r, const struct lines_of *now, const struct lines_of *than,
	enum against against)
{
	for (size_t i = 0; i < now->n; i++)
		TRY(show_difference(q, r, &now->p[i], line_like(than, &now->p[i]), 1, against));
	for (size_t i = 0; i < than->n; i++)
		if (!line_like(now, &than->p[i]))
			TRY(show_difference(q, r, &than->p[i], NULL, -1, against));
	return RC_OK;
}

uint32_t report_sources(const struct report *r)
{
	uint32_t bits = 1u << OF_FILES;

	for (size_t i = 0; i < r->ncolumns; i++)
		if (r->column[i].count)
			bits |= 1u << r->column[i].count->of;
	return bits;
}

/* ---- what is asked ----------------------------------------------------------------------------- */

struct words words_read(str line)
{
	struct words w = { 0 };
	str word;

	while (str_word(&line, &word)) {
		w.by_street |= str_is(word, "street");
		w.own |= str_is(word, "own");
		for (enum against x = AGAINST_NOTHING + 1; x < AGAINSTS; x++)
			if (str_is(word, against_word(x)))
				w.against = x;
	}
	return w;
}

str within_of(struct job *q)
{
	struct org *o = q->ask->about ? peek_org(q->s, q->a, q->ask->about) : NULL;

	return o ? o->code.s : S("");
}

static enum rc job_table(struct job *q)
{
	const struct report *r = q->named->report;
	struct words w = words_read(q->ask->line);
	struct counting counting = { .report = r, .by_street = w.by_street, .within = within_of(q) };
	struct span span = q->ask->span;
	struct lines_of now, than;
	struct facts f = { 0 };

	job_whole(q);
	if (!span.last.day)
		TRY(report_period(r, S(""), session_today(q->s), &span, q->e));
	TRY(facts_take(q, r->name, span, report_sources(r), &f, q->e));
	TRY(lines_count(q, &f, &counting, &now));
	for (size_t i = 0; i < now.n; i++)
		TRY(line_show(q, r, &now.p[i], AGAINST_NOTHING, NULL));
	if (!w.against)
		return RC_OK;
	f = (struct facts){ 0 };
	TRY(facts_take(q, r->name, report_against(span, w.against), report_sources(r), &f, q->e));
	TRY(lines_count(q, &f, &counting, &than));
	return lines_differ(q, r, &now, &than, w.against);
}

/* ---- as queries -------------------------------------------------------------------------------- */

/* A list in the report's own columns, under its own titles. */
static const struct query *list_query(struct arena *a, const struct report *r)
{
	struct named *n = ARENA_NEW(a, struct named);
	const char **titles = ARENA_ARRAY(a, const char *, r->ncolumns + 1);
	struct buf columns = { .a = a };

	if (r->list) {
		*n = *(const struct named *)(const void *)r->list;
	} else {
		const struct source_row *rows = &source_rows[r->rows->count->of];

		*n = (struct named){ .query = { .type = rows->type, .row = rows->row, .words = true }, .run = job_rows,
			.report = r };
	}
	for (size_t i = 0; i < r->ncolumns; i++) {
		buf_printf(&columns, "%s%.*s", i ? " " : "", STR_FMT(r->column[i].name));
		titles[i] = arena_z(a, r->column[i].title);
	}
	n->query.name = arena_z(a, r->name);
	n->query.label = arena_z(a, r->title);
	n->query.columns = arena_z(a, buf_view(&columns));
	n->query.titles = titles;
	n->query.sums = true;
	return &n->query;
}

const struct query *report_query(struct arena *a, const struct report *r)
{
	struct named *n = ARENA_NEW(a, struct named);
	struct rec_type *row = ARENA_NEW(a, struct rec_type);
	struct field *field = ARENA_ARRAY(a, struct field, r->ncolumns + COUNT(row_fields));
	struct buf columns = { .a = a };

	if (report_is_list(r))
		return list_query(a, r);
	buf_str(&columns, S("ref name"));
	memcpy(field, row_fields, sizeof row_fields);
	for (size_t i = 0; i < r->ncolumns; i++) {
		field[i + COUNT(row_fields)] = cell_field(a, &r->column[i], i);
		buf_printf(&columns, " %.*s", STR_FMT(r->column[i].name));
	}
	*row = (struct rec_type){ .name = "table_row", .label = arena_z(a, r->title), .base = &org_type,
		.size = sizeof(struct table_row) + r->ncolumns * sizeof(union cell), .fields = field,
		.nfields = (uint32_t)(r->ncolumns + COUNT(row_fields)) };
	*n = (struct named){ .query = { .name = arena_z(a, r->name), .label = arena_z(a, r->title), .type = &org_type,
		.row = row, .columns = arena_z(a, buf_view(&columns)), .words = true, .sums = true },
		.run = r->kept ? job_kept : job_table, .report = r };
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
