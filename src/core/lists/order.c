/* order.c - rows in another order than their list's own: by a field, or one's own part of the tree first. */
#include "core/lists/job.h"

#include "base/buf.h"
#include "base/pinyin.h"
#include "core/read/view.h"
#include "rec/text.h"

#include <stdlib.h>

/* ---- by a field ----------------------------------------------------------------------------------- */

struct sorting { const struct field *field; int sign; };
struct placed {
	struct row row;
	const struct sorting *by;
	size_t at;
	val v;
	str key;              /* of what is ordered by how it reads */
	bool sum;
};

/* Unset values and sums stand last in either direction; what is equal stays as the list has it. */
static int by_order(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;
	int d = a->sum - b->sum;

	if (!d && a->v.set && b->v.set)
		d = a->by->sign * (a->key.n ? str_cmp(a->key, b->key) : val_cmp(a->by->field, a->v, b->v));
	else if (!d)
		d = b->v.set - a->v.set;
	return d ? d : a->at < b->at ? -1 : 1;
}

/* Texts as people look for them: by how they are read, the number at their end by its size.  A code by its place
 * in its table, which is that of its key. */
static str reading_key(struct job *q, const struct field *f, val v)
{
	bool reads = kind_is_text(f->kind) || f->kind == K_REF;
	str text = !v.set || !reads ? S("") : f->kind == K_CODE ? v.s : val_text(session_lex(q->s), q->a, f, v), head;
	struct buf key = { .a = q->a };
	uint32_t at = text.n;
	int64_t n;

	if (!text.n)
		return text;
	while (at && text.n - at < 12 && text.p[at - 1] >= '0' && text.p[at - 1] <= '9')
		at--;
	head = pinyin_key(q->a, str_sub(text, 0, at));
	if (!str_int(str_from(text, at), &n))
		return head;
	buf_str(&key, head);
	buf_printf(&key, "%012lld", (long long)n);
	return buf_view(&key);
}

enum rc job_sort(struct job *q)
{
	const struct ask *ask = q->ask;
	struct page *p = q->page;
	bool down = str_starts(ask->sort, S("-"));
	str name = str_from(ask->sort, down);
	const struct field *f = type_field(p->type, name);
	struct placed *all = ARENA_ARRAY(q->a, struct placed, p->n);
	const struct sorting by = { f, down ? -1 : 1 };

	if (!f)
		return fail(q->e, RC_INVALID, "名单 %s 没有“%.*s”这一栏", ask->query->name, STR_FMT(name));
	for (size_t i = 0; i < p->n; i++)
		all[i] = (struct placed){ p->row[i], &by, i, field_get(f, p->row[i].rec),
			{ 0 }, ask->query->sums && p->row[i].group.n };
	for (size_t i = 0; i < p->n; i++)
		all[i].key = reading_key(q, f, all[i].v);
	if (p->n > 1)
		qsort(all, p->n, sizeof *all, by_order);
	for (size_t i = 0; i < p->n; i++) {
		p->row[i] = all[i].row;
		if (!all[i].sum)
			p->row[i].group = (str){ 0 }; /* groups are of the list's own order */
	}
	return RC_OK;
}

/* ---- one's own part of the tree first --------------------------------------------------------- */

enum { LEVEL_DIGITS = 3 }; /* of division codes: 230402 the district, 230402001 a street of it */

/* How far down the tree a unit and my own stand in the same branch. */
static uint32_t shared_digits(str own, str other)
{
	uint32_t n = 0;

	while (n < own.n && n < other.n && own.p[n] == other.p[n])
		n++;
	return n - n % LEVEL_DIGITS;
}

static str unit_code(struct job *q, const struct row *r)
{
	const char *unit = r->type ? r->type->unit : NULL;
	const struct org *o = !unit ? NULL : unit[0]
		? peek_org(q->s, q->a, (uint64_t)rec_get(q->page->type, r->rec, unit).n)
		: (const struct org *)r->rec;

	return o ? o->code.s : S("");
}

struct neighbour { struct row row; uint32_t near; size_t at; };

static int by_nearness(const void *x, const void *y)
{
	const struct neighbour *a = x, *b = y;

	return a->near != b->near ? (a->near > b->near ? -1 : 1) : a->at < b->at ? -1 : 1;
}

/* Those who no longer work here stand behind all who do. */
void job_nearest_first(struct job *q)
{
	struct page *p = q->page;
	struct neighbour *all = ARENA_ARRAY(q->a, struct neighbour, p->n + 1);
	const struct org *own = peek_org(q->s, q->a, q->s->me.unit);

	for (size_t i = 0; i < p->n; i++)
		all[i] = (struct neighbour){ p->row[i], p->row[i].tone == TONE_DIM ? 0 : 1 +
			shared_digits(own ? own->code.s : S(""), unit_code(q, &p->row[i])), i };
	if (p->n > 1)
		qsort(all, p->n, sizeof *all, by_nearness);
	for (size_t i = 0; i < p->n; i++)
		p->row[i] = all[i].row;
}
