/* print.c - what print.h says. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/records/types.h"

#include <inttypes.h>

/* ---- JSON ----------------------------------------------------------------------------------- */

static void member(struct cli *c, const char *name, str value)
{
	buf_printf(&c->out, ", \"%s\": ", name);
	json_string(&c->out, value);
}

static bool is_type(const struct rec_type *t, const struct rec_type *shipped)
{
	return strcmp(t->name, shipped->name) == 0;
}

static void ref_names(struct cli *c, const struct rec_type *t, const struct rec *r)
{
	const struct lex *lex = session_lex(c->s);

	for EACH_FIELD(f, t) {
		val v = field_get(f, r);

		if (v.set && f->kind == K_REF)
			member(c, arena_z(c->a, arena_printf(c->a, "%s_text", f->name)),
				val_text(lex, c->a, f, v));
	}
}

static enum rc contact(struct cli *c, const struct assignment *as, bool first, struct err *e)
{
	const struct field *post = type_field(&assignment_type, S("post"));
	struct rec *r, *other;
	const struct worker *w;

	TRY(session_get(c->s, c->a, &worker_type, as->worker.id, &r, e));
	w = (const struct worker *)r;
	buf_str(&c->out, first ? S("{\"post\": ") : S(", {\"post\": "));
	json_string(&c->out, val_text(session_lex(c->s), c->a, post, field_get(post, &as->r)));
	member(c, "name", w->name);
	member(c, "mobile", w->mobile.s);
	if (w->substitute.id &&
	    session_get(c->s, c->a, &worker_type, w->substitute.id, &other, e) == RC_OK)
		member(c, "substitute", ((const struct worker *)other)->name);
	buf_printf(&c->out, ", \"ref\": \"worker:%" PRIu64 "\"}", w->r.id);
	return RC_OK;
}

/* Whom to call, who is nearest first; a vacant post has no worker and is left out. */
static enum rc family_contacts(struct cli *c, uint64_t family, struct err *e)
{
	static const char *const order[] = { "2", "1", NULL };
	struct page page;
	bool first = true;

	buf_str(&c->out, S(", \"contacts\": ["));
	TRY(session_list(c->s, c->a, &(struct ask){ .query = query_find(S("assignments-of")),
		.about = family }, &page, e));
	for (size_t k = 0; k < COUNT(order); k++)
		for (size_t i = 0; i < page.n; i++) {
			const struct assignment *as = (const struct assignment *)page.row[i].rec;
			bool usual = str_is(as->post.key, order[0]) || str_is(as->post.key, order[1]);
			date today = session_today(c->s);

			if (order[k] ? !str_is(as->post.key, order[k]) : usual)
				continue;
			if (as->from.day > today.day || (as->to.day && as->to.day < today.day))
				continue;
			TRY(contact(c, as, first, e));
			first = false;
		}
	buf_char(&c->out, ']');
	return RC_OK;
}

/* A family says its head and community by name; the references stay beside them. */
static enum rc family_members(struct cli *c, const struct family *f, struct err *e)
{
	struct rec *r;
	str name = { 0 };

	if (f->head.id && session_get(c->s, c->a, &person_type, f->head.id, &r, e) == RC_OK)
		name = ((struct person *)r)->name;
	member(c, "name", name);
	member(c, "community", session_name(c->s, c->a, &org_type, f->community.id));
	if (f->community.id)
		buf_printf(&c->out, ", \"community_ref\": \"org:%" PRIu64 "\"", f->community.id);
	return family_contacts(c, f->r.id, e);
}

static void facts_of_row(struct cli *c, const struct query *q, const struct row *row)
{
	bool first = true;

	if (row->group.n)
		member(c, "group", row->group);
	if (!q || !q->facts || !row->fact)
		return;
	buf_str(&c->out, S(", \"facts\": {"));
	for (size_t i = 0; q->facts[i]; i++) {
		if (!row->fact[i].n)
			continue;
		buf_printf(&c->out, "%s\"%s\": ", first ? "" : ", ", q->facts[i]);
		json_string(&c->out, row->fact[i]);
		first = false;
	}
	buf_char(&c->out, '}');
}

enum rc print_json(struct cli *c, const struct rec_type *t, const struct rec *r,
	const struct query *q, const struct row *row, struct err *e)
{
	struct rec *shown = rec_dup(c->a, t, r);
	bool family = is_type(t, &family_type);

	if (family)
		((struct family *)shown)->community.id = 0;
	rec_json(&c->out, session_lex(c->s), t, shown);
	c->out.n--; /* its closing brace: more members follow */
	ref_names(c, t, shown);
	if (family)
		TRY(family_members(c, (const struct family *)r, e));
	if (row)
		facts_of_row(c, q, row);
	buf_char(&c->out, '}');
	return RC_OK;
}

enum rc print_page_json(struct cli *c, const struct query *q, const struct page *p,
	struct err *e)
{
	buf_char(&c->out, '[');
	for (size_t i = 0; i < p->n; i++) {
		buf_str(&c->out, i ? S(",\n") : S("\n"));
		TRY(print_json(c, p->row[i].type, p->row[i].rec, q, &p->row[i], e));
	}
	buf_str(&c->out, S("\n]\n"));
	return RC_OK;
}

/* ---- text ----------------------------------------------------------------------------------- */

enum { COLUMNS_MOST = 20, COLUMN_WIDEST = 40 };

/* The cells of a row: its reference and name, then its facts; a family's facts say it all. */
static size_t cells(struct cli *c, const struct query *q, const struct row *row,
	str cell[COLUMNS_MOST])
{
	size_t n = 0;

	if (!is_type(row->type, &family_type)) {
		cell[n++] = arena_printf(c->a, "%s:%" PRIu64, row->type->name, row->id);
		cell[n++] = q->heads && row->type->owner
			? S("") : session_name(c->s, c->a, row->type, row->id);
	}
	for (size_t i = 0; q->facts && q->facts[i] && n < COLUMNS_MOST; i++)
		cell[n++] = row->fact[i];
	return n;
}

static void print_row(struct cli *c, const str *cell, size_t n, const int *width)
{
	int owed = 0;

	for (size_t i = 0; i < n; i++) {
		if (!width[i])
			continue;
		for (; owed > 0 && cell[i].n; owed--)
			buf_char(&c->out, ' ');
		buf_str(&c->out, cell[i]);
		/* Blanks are owed until something follows: no line ends in blanks. */
		owed += (cell[i].n ? width[i] - utf8_cols(cell[i]) : width[i]) + 2;
	}
	buf_char(&c->out, '\n');
}

void print_page(struct cli *c, const struct query *q, const struct page *p)
{
	int width[COLUMNS_MOST] = { 0 };
	str(*cell)[COLUMNS_MOST] = arena_new(c->a, p->n * sizeof *cell);
	str head[COLUMNS_MOST] = { 0 };
	size_t n = 0;

	for (size_t i = 0; q->heads && q->heads[i]; i++) { /* behind reference and name */
		head[i + 2] = str_of(tr(q->heads[i]));
		width[i + 2] = utf8_cols(head[i + 2]);
	}

	for (size_t i = 0; i < p->n; i++) {
		n = cells(c, q, &p->row[i], cell[i]);
		for (size_t k = 0; k < n; k++) {
			cell[i][k] = utf8_fit(c->a, cell[i][k], COLUMN_WIDEST);
			if (utf8_cols(cell[i][k]) > width[k])
				width[k] = utf8_cols(cell[i][k]);
		}
	}
	if (q->heads && p->n)
		print_row(c, head, n, width);
	for (size_t i = 0; i < p->n; i++) {
		str group = p->row[i].group;

		if (group.n && (i == 0 || !str_eq(group, p->row[i - 1].group)))
			buf_printf(&c->out, "%s%.*s\n", i ? "\n" : "", STR_FMT(group));
		print_row(c, cell[i], n, width);
	}
	if (p->at + p->n < p->total)
		cli_remark(c, tr("共 %zu 条，这里是前 %zu 条；用 --limit 看更多"), p->total, p->n);
}

void print_record(struct cli *c, const struct rec_type *t, const struct rec *r)
{
	for EACH_FIELD(f, t) {
		val v = field_get(f, r);
		str rest = val_raw(c->a, f, v), line;
		bool first = true;

		if (!v.set || f->kind == K_BYTES)
			continue;
		while (str_cut(&rest, '\n', &line)) {
			if (first)
				buf_printf(&c->out, "%s=", f->name);
			buf_printf(&c->out, "%s%.*s\n", first ? "" : "  ", STR_FMT(line));
			first = false;
		}
	}
}

void print_past(struct cli *c, const struct past *p)
{
	str was = p->was.n ? p->was : str_of(tr("空")), is = p->is.n ? p->is : str_of(tr("空"));

	if (p->field)
		buf_printf(&c->out, "%s: %.*s → %.*s", tr(p->field->label), STR_FMT(was),
			STR_FMT(is));
}
