/* kept.c - a report's columns and rows, with the numbers of what was counted, as one text; and the table made of it.
 *
 * Lines of words parted by tabs:
 *	c NAME KIND TYPE INNER SHARE OF TITLE     a column: num, money or ratio; of which records; shares by their places
 *	r CODE TIER OWN NAME                     a row
 *	n NUMBER IDS AMOUNTS                      for each column that counts, one after the other
 * IDS are sorted, each as what it is more than the one before.  They are left out where the rows of communities tell
 * them as well, AMOUNTS where each adds one. */
#include "base/buf.h"
#include "base/str.h"
#include "core/lists/reports/table.h"

#include <inttypes.h>
#include <stdlib.h>

static const char *const kinds[] = { "num", "money", "ratio" };
static const uint8_t kind_of_word[] = { K_NUM, K_MONEY, K_RATIO };

static uint8_t kind_of_column(const struct report_column *c)
{
	return !c->count ? K_RATIO : c->sum ? c->sum->kind : K_NUM;
}

/* ---- writing ---------------------------------------------------------------------------------- */

static void put_text(struct buf *b, str text)
{
	for (uint32_t i = 0; i < text.n; i++)
		buf_char(b, (unsigned char)text.p[i] < ' ' ? ' ' : text.p[i]);
}

static void put_column(struct buf *b, const struct report_column *c)
{
	size_t k = 0;

	while (kind_of_word[k] != kind_of_column(c))
		k++;
	buf_printf(b, "c\t%.*s\t%s\t%s\t%d\t%d\t%d\t", STR_FMT(c->name), kinds[k],
		c->count ? source_rows[c->count->of].type->name : "-", c->count && c->count->inner, c->share, c->of);
	put_text(b, c->title);
	buf_char(b, '\n');
}

static int by_id(const void *x, const void *y)
{
	uint64_t a = ((const struct item *)x)->id, b = ((const struct item *)y)->id;

	return a < b ? -1 : a > b;
}

static void put_items(struct buf *b, const struct report_column *c, struct items *all)
{
	uint64_t last = 0;

	if (all->n > 1)
		qsort(all->p, all->n, sizeof *all->p, by_id);
	for (size_t i = 0; i < all->n; i++) {
		buf_printf(b, "%s%" PRIu64, i ? " " : "", all->p[i].id - last);
		last = all->p[i].id;
	}
	buf_char(b, '\t');
	for (size_t i = 0; c->sum && i < all->n; i++)
		buf_printf(b, "%s%" PRId64, i ? " " : "", all->p[i].amount);
}

str kept_write(struct arena *a, const struct report *r, const struct lines_of *all)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < r->ncolumns; i++)
		put_column(&b, &r->column[i]);
	for (size_t k = 0; k < all->n; k++) {
		const struct line *l = &all->p[k];

		buf_printf(&b, "r\t%.*s\t%d\t%d\t", STR_FMT(l->part.code), (int)l->tier, l->part.own);
		put_text(&b, l->name);
		buf_char(&b, '\n');
		for (size_t i = 0; i < r->ncolumns; i++) {
			const struct report_column *c = &r->column[i];

			if (!c->count)
				continue;
			buf_printf(&b, "n\t%" PRId64 "\t", l->n[i]);
			if (l->tier == TIER_LOW || c->count->inner)
				put_items(&b, c, &l->of[i]);
			else
				buf_char(&b, '\t');
			buf_char(&b, '\n');
		}
	}
	return buf_view(&b);
}

/* ---- reading ---------------------------------------------------------------------------------- */

struct reading_kept { struct arena *a; str rest; bool bad; };

static str word(struct reading_kept *k, str *line)
{
	str w = { 0 };

	if (!str_cut(line, '\t', &w))
		k->bad = true;
	return w;
}

static int64_t number(struct reading_kept *k, str *line)
{
	int64_t n = 0;

	k->bad |= !str_int(word(k, line), &n);
	return n;
}

/* What is counted is told by its records alone: which of them, the list says. */
static const struct count *count_of(struct reading_kept *k, str type, bool inner)
{
	struct count *c = ARENA_NEW(k->a, struct count);

	for (enum source of = 0; of < SOURCES; of++)
		if (str_is(type, source_rows[of].type->name)) {
			*c = (struct count){ .name = "", .label = "", .of = of, .inner = inner };
			return c;
		}
	k->bad = true;
	return NULL;
}

static void read_column(struct reading_kept *k, str line, struct report_column *c)
{
	static const struct field sums[] = { { .kind = K_NUM }, { .kind = K_MONEY } };
	str kind, type;
	bool inner;

	c->name = word(k, &line);
	kind = word(k, &line);
	type = word(k, &line);
	inner = number(k, &line) != 0;
	c->share = (int)number(k, &line);
	c->of = (int)number(k, &line);
	c->title = line;
	if (str_is(type, "-"))
		return;
	c->count = count_of(k, type, inner);
	c->sum = str_is(kind, "money") ? &sums[1] : NULL;
}

enum rc kept_columns(struct report *r, struct arena *a, str numbers, struct err *e)
{
	struct { VEC(struct report_column); } all = { 0 };
	struct reading_kept k = { .a = a, .rest = numbers };
	str line;

	while (str_cut(&k.rest, '\n', &line) && str_starts(line, S("c\t")))
		read_column(&k, str_from(line, 2), vec_add(a, &all));
	r->column = all.p;
	r->ncolumns = all.n;
	for (size_t i = 0; i < all.n; i++)
		k.bad |= !all.p[i].count && (all.p[i].share < 0 || all.p[i].of < 0 || all.p[i].share >= (int)all.n ||
			all.p[i].of >= (int)all.n || !all.p[all.p[i].share].count || !all.p[all.p[i].of].count);
	return !k.bad && all.n ? RC_OK : fail(e, RC_IO, "报表存底读不懂了；请运行 qinqing check");
}

static void read_items(struct reading_kept *k, str ids, str amounts, struct items *out)
{
	uint64_t last = 0;
	int64_t n;
	str w;

	while (str_word(&ids, &w)) {
		struct item *x = vec_add(k->a, out);

		k->bad |= !str_int(w, &n) || n < 0;
		*x = (struct item){ .id = last += (uint64_t)n, .amount = 1 };
		if (str_word(&amounts, &w))
			k->bad |= !str_int(w, &x->amount);
	}
}

static void read_numbers(struct reading_kept *k, const struct report *r, struct line *l)
{
	str line, ids;

	for (size_t i = 0; i < r->ncolumns; i++) {
		if (!r->column[i].count)
			continue;
		if (!str_cut(&k->rest, '\n', &line) || !str_starts(line, S("n\t"))) {
			k->bad = true;
			return;
		}
		line = str_from(line, 2);
		l->n[i] = number(k, &line);
		ids = word(k, &line);
		read_items(k, ids, line, &l->of[i]);
		if (r->column[i].count->of == OF_FILES)
			for (size_t x = 0; x < l->of[i].n; x++)
				l->of[i].p[x].family = l->of[i].p[x].id;
	}
}

enum rc kept_lines(const struct report *r, struct arena *a, struct lines_of *out, struct err *e)
{
	struct reading_kept k = { .a = a, .rest = r->kept->numbers };
	str line;

	*out = (struct lines_of){ 0 };
	while (!k.bad && str_cut(&k.rest, '\n', &line)) {
		struct line *l;

		if (!str_starts(line, S("r\t")))
			continue; /* a column, or the end */
		line = str_from(line, 2);
		l = vec_add(a, out);
		*l = (struct line){ .n = ARENA_ARRAY(a, int64_t, r->ncolumns + 1),
			.of = ARENA_ARRAY(a, struct items, r->ncolumns + 1) };
		l->part.code = word(&k, &line);
		l->tier = (enum tier)number(&k, &line);
		l->part.own = number(&k, &line) != 0;
		l->name = line;
		k.bad |= l->tier >= TIERS;
		read_numbers(&k, r, l);
	}
	return k.bad ? fail(e, RC_IO, "报表存底读不懂了；请运行 qinqing check") : RC_OK;
}

/* ---- the table --------------------------------------------------------------------------------- */

/* The live numbers in the columns that were handed up; a column that is gone tells nothing. */
static void in_its_columns(struct job *q, const struct report *r, const struct report *live, const struct lines_of *then,
	struct lines_of *now)
{
	for (size_t i = 0; i < now->n; i++) {
		struct line *l = &now->p[i];
		const struct line *was = line_like(then, l);
		int64_t *n = ARENA_ARRAY(q->a, int64_t, r->ncolumns + 1);

		for (size_t k = 0; k < r->ncolumns; k++) {
			int at = report_column(live, r->column[k].name);

			n[k] = at >= 0 ? l->n[at] : was ? was->n[k] : 0;
		}
		l->n = n;
	}
}

/* The numbers as they were handed up, and behind them how much more or less there is now.  What was handed up
 * stands, though its form may have been taken away since. */
enum rc job_kept(struct job *q)
{
	const struct report *r = q->named->report, *live;
	const struct org *org = peek_org(q->s, q->a, r->kept->org);
	struct lines_of then, now;
	struct facts f = { 0 };
	struct err gone = { 0 };

	job_whole(q);
	TRY(kept_lines(r, q->a, &then, q->e));
	for (size_t i = 0; i < then.n; i++)
		TRY(line_show(q, r, &then.p[i], AGAINST_NOTHING, NULL));
	if (report_load(q->a, q->s->office, r->name, &live, &gone) != RC_OK)
		return RC_OK;
	TRY(facts_take(q, live->name, r->kept->span, report_sources(live), &f, q->e));
	TRY(lines_count(q, &f, &(struct counting){ .report = live, .within = org ? org->code.s : S("") }, &now));
	in_its_columns(q, r, live, &then, &now);
	return lines_differ(q, r, &now, &then, AGAINST_LATER);
}
