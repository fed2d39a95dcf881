/* table.c - values as typed cells, and a table of them as CSV. */
#include "rec/table.h"

#include "base/str.h"
#include "rec/csv.h"

/* Spreadsheets count days from 1900 and believe in a 29 February of that year: before it they are wrong. */
enum { SERIAL_FIRST = 61, MINUTES = 24 * 60 };

static double serial(date d)
{
	return d.day - date_of(1899, 12, 30).day;
}

struct tcell table_day(struct arena *a, date d)
{
	bool counted = d.day && serial(d) >= SERIAL_FIRST;

	return (struct tcell){ counted ? CELL_DAY : CELL_TEXT, counted ? serial(d) : 0,
		d.day ? date_text(a, d) : S("") };
}

/* What is known to the day only. */
static struct tcell partial(struct arena *a, pdate p)
{
	struct ymd d = pdate_ymd(p);

	return d.d ? table_day(a, date_of(d.y, d.m, d.d)) : (struct tcell){ .s = pdate_text(a, p) };
}

static struct tcell point(struct arena *a, moment m)
{
	struct tcell c = table_day(a, moment_date(m));

	if (moment_minute(m) < 0 || c.kind != CELL_DAY)
		return c;
	return (struct tcell){ CELL_MOMENT, c.n + (double)moment_minute(m) / MINUTES, moment_said(a, m) };
}

struct tcell table_cell(const struct lex *lex, struct arena *a, const struct field *f, val v)
{
	struct field plain = *f;
	struct tcell c = { 0 };

	if (!v.set)
		return (struct tcell){ .s = S("") };
	plain.flags &= ~(uint32_t)F_SHORT;
	plain.unit = NULL;
	switch (f->kind) {
	case K_NUM:
		return (struct tcell){ CELL_NUMBER, (double)v.n, val_text(lex, a, &plain, v) };
	case K_MONEY:
		return (struct tcell){ CELL_MONEY, (double)v.n / 100, val_text(lex, a, &plain, v) };
	case K_DATE:
		return table_day(a, (date){ (int32_t)v.n });
	case K_PDATE:
		return partial(a, (pdate){ (int32_t)v.n });
	case K_TIME:
		return point(a, (moment){ v.n });
	case K_PHONE:
		c.s = v.s;
		return c;
	default:
		c.s = val_text(lex, a, &plain, v);
		return c;
	}
}

str table_csv(struct arena *a, const struct table *t, int flags)
{
	struct buf b = { .a = a };

	for (size_t c = 0; c < t->ncols; c++)
		csv_put(&b, !c, t->head[c], 0);
	csv_end(&b);
	for (size_t i = 0; i < t->nrows; i++) {
		for (size_t c = 0; c < t->ncols; c++) {
			const struct tcell *cell = &t->cell[i * t->ncols + c];

			csv_put(&b, !c, cell->s, cell->kind == CELL_TEXT ? flags : CSV_AMOUNT);
		}
		csv_end(&b);
	}
	csv_put(&b, true, t->footer, 0);
	csv_end(&b);
	return buf_view(&b);
}
