/* sums.c - what the rows of a report say of one another: balances in every row, and every level adds up to the last one. */
#include "base/buf.h"
#include "base/str.h"
#include "core/lists/reports/facts.h"
#include "core/lists/reports/report.h"

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
	struct page rows = *p;

	*out = (struct report_checks){ 0 };
	if (report_is_list(r) || p->n < p->total)
		return;
	while (rows.n && field_get(type_field(p->type, S("against")), rows.row[rows.n - 1].rec).set)
		rows.n--; /* differences are no level */
	p = &rows;
	if (!p->n)
		return;
	for (size_t i = 0; i < r->nbalance; i++)
		balance_check(a, r, &r->balance[i], p, out);
	for (size_t at = 0, end; at + 1 < p->n; at = end) {
		end = group_end(p, at);
		if (end < p->n)
			level_check(a, r, p, at, end, out);
	}
}

