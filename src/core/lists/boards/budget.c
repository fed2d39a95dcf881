/* budget.c - 预算: what there is for each task from each source, what was spent of it, and each expense. */
#include "core/rules/budget.h"

#include "core/lists/job.h"
#include "core/read/reach.h"

#include <stdlib.h>

struct line { code task, fund; int64_t budget, spent; uint64_t id; };
struct lines { VEC(struct line); };

static struct span year_of(const struct job *q)
{
	return q->ask->span.last.day ? q->ask->span : period_of(PERIOD_YEAR, 0, session_today(q->s));
}

static struct line *line_of(struct job *q, struct lines *all, code task, code fund)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->p[i].task.key, task.key) && str_eq(all->p[i].fund.key, fund.key))
			return &all->p[i];
	*vec_add(q->a, all) = (struct line){ .task = task, .fund = fund };
	return &all->p[all->n - 1];
}

static enum rc budgets(struct job *q, int64_t year, struct lines *all)
{
	const struct rec_type *t = type_of(q->s, &budget_type);
	const val of = { true, year, { 0 } };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t, .index = "year", .prefix = &of, .nprefix = 1 }, &c,
		q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct budget *b = (const struct budget *)r;
		struct line *l;

		if (reach_of(q->s, t, r) >= REACH_OUTSIDE)
			continue;
		l = line_of(q, all, (code){ arena_str(q->a, b->task.key) }, (code){ arena_str(q->a, b->fund.key) });
		l->budget += b->amount.fen;
		l->id = r->id;
	}
	TRY_END(rc);
	return RC_OK;
}

static int by_task(const void *x, const void *y)
{
	const struct line *a = x, *b = y;
	int d = str_cmp(a->task.key, b->task.key);

	return d ? d : str_cmp(a->fund.key, b->fund.key);
}

/* Whole yuan for the bar; whether it is overspent is asked of the fen. */
static void show(struct job *q, const struct line *l, bool total)
{
	struct budget_row *row = job_row(q, l->id ? &budget_type : NULL, l->id);

	q->page->total++;
	row->task = l->task;
	row->fund = l->fund;
	row->budget = (money){ true, l->budget };
	row->spent = (money){ true, l->spent };
	row->left = (money){ true, l->budget - l->spent };
	row->share = row->bar = (ratio){ true, (int32_t)((l->spent + 99) / 100), (int32_t)(l->budget / 100) };
	job_last(q)->group = total ? S(SAY("合计")) : S("");
	job_last(q)->tone = l->spent > l->budget ? TONE_RED : TONE_NONE;
}

enum rc job_budget(struct job *q)
{
	struct span span = year_of(q);
	struct lines all = { 0 };
	struct line sum = { 0 };
	struct spending spent;

	job_whole(q);
	TRY(budgets(q, date_ymd(span.first).y, &all));
	TRY(spending_load(q->s, q->a, span, &spent, q->e));
	for (size_t i = 0; i < spent.n; i++)
		if (spent.p[i].within)
			line_of(q, &all, spent.p[i].task, spent.p[i].fund)->spent += spent.p[i].fen;
	if (all.n > 1)
		qsort(all.p, all.n, sizeof *all.p, by_task);
	for (size_t i = 0; i < all.n; i++) {
		show(q, &all.p[i], false);
		sum.budget += all.p[i].budget;
		sum.spent += all.p[i].spent;
	}
	if (all.n)
		show(q, &sum, true);
	return RC_OK;
}

static int by_day(const void *x, const void *y)
{
	const struct spent *a = x, *b = y;

	if (a->on.day != b->on.day)
		return a->on.day > b->on.day ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

/* Each by itself, newest first. */
enum rc job_spending(struct job *q)
{
	struct spending spent;

	TRY(spending_load(q->s, q->a, year_of(q), &spent, q->e));
	if (spent.n > 1)
		qsort(spent.p, spent.n, sizeof *spent.p, by_day);
	for (size_t i = 0; i < spent.n; i++) {
		const struct spent *x = &spent.p[i];
		struct spent_row *row;

		if (!x->within || !job_window(q))
			continue;
		row = job_row(q, x->type, x->id);
		row->on = x->on;
		row->what = x->what;
		row->task = x->task;
		row->fund = x->fund;
		row->org.id = x->org;
		row->amount = (money){ true, x->fen };
	}
	return RC_OK;
}
