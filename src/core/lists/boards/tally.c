/* tally.c - sums up what the boards count, by community or worker and by division. */
#include "core/lists/boards/tally.h"

#include "base/str.h"
#include "core/read/parts.h"

#include <stdlib.h>

static struct tally *row_of(struct tallies *b, uint64_t id, str div)
{
	for (size_t i = 0; i < b->n; i++)
		if (id ? b->row[i].id == id : str_eq(b->row[i].code, div))
			return &b->row[i];
	b->row = vec_room(b->q->a, b->row, b->n, &b->cap, sizeof *b->row);
	b->row[b->n] = (struct tally){ .id = id, .code = div };
	return &b->row[b->n++];
}

struct tally *tally_of(struct tallies *b, uint64_t id)
{
	return row_of(b, id, S(""));
}

static void add(struct tally *to, const struct tally *from)
{
	for (size_t i = 0; i < TALLY_MOST; i++)
		to->n[i] += from->n[i];
}

static int by_division(const void *x, const void *y)
{
	const struct tally *a = x, *b = y;
	int d = str_cmp(a->code, b->code);

	return d ? d : a->id < b->id ? -1 : a->id > b->id;
}

void tally_sort(struct tallies *b)
{
	if (b->n > 1)
		qsort(b->row, b->n, sizeof *b->row, by_division);
}

/* The division that all rows lie in: what their codes have in common, cut to a level. */
static str common(const struct tallies *b)
{
	static const uint32_t levels[] = { 9, 6 };
	str first = b->n ? b->row[0].code : S(""), last = b->n ? b->row[b->n - 1].code : S("");

	for (size_t i = 0; i < COUNT(levels); i++)
		if (str_eq(str_sub(first, 0, levels[i]), str_sub(last, 0, levels[i])))
			return str_sub(first, 0, levels[i]);
	return S("");
}

static str cut(const struct tallies *b, str community)
{
	return str_sub(community, 0, str_is(b->q->ask->line, "street") ? 9 : 12);
}

struct tally *tally_division(struct tallies *b, str community)
{
	return row_of(b, 0, cut(b, community));
}

void tally_finish(struct tallies *b)
{
	tally_sort(b);
	b->all.code = common(b);
}

void tally_divisions(struct tallies *b)
{
	struct tally *community = b->row;
	size_t n = b->n;

	b->row = NULL;
	b->n = b->cap = 0;
	for (size_t i = 0; i < n; i++) {
		struct org *o = peek_org(b->q->s, b->q->a, community[i].id);

		add(tally_division(b, o ? o->code.s : S("")), &community[i]);
		add(&b->all, &community[i]);
	}
	tally_finish(b);
}

uint64_t tally_org(const struct tallies *b, const struct tally *t)
{
	return org_by_code(b->q->s, t->code);
}
