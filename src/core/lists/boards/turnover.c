/* turnover.c - 队伍变动: who came and who left in a year, a row a place; families whose contact persons changed too often. */
#include "core/lists/job.h"

#include "core/read/parts.h"
#include "core/rules/standing.h"

static struct span year_of(const struct job *q)
{
	date today = session_today(q->s);
	struct span span = q->ask->span.last.day ? q->ask->span : period_of(PERIOD_YEAR, 0, today);

	if (span.last.day > today.day)
		span.last = today;
	return span;
}

struct moves { int64_t begin, came, left, end; };

/* Whose last day it was has left on it. */
static void add(struct moves *m, const struct worker *w, struct span span)
{
	bool began = w->on_from.day < span.first.day && (!w->on_to.day || w->on_to.day >= span.first.day);
	bool came = w->on_from.day >= span.first.day && w->on_from.day <= span.last.day;
	bool left = (began || came) && w->on_to.day && w->on_to.day <= span.last.day;

	m->begin += began;
	m->came += came;
	m->left += left;
	m->end += (began || came) && !left;
}

static void show(struct job *q, const struct org *o, const struct moves *m)
{
	struct turnover_row *row = o ? job_record(q, &org_type, &o->r) : job_row(q, NULL, 0);

	if (!row)
		return;
	row->begin = (num){ true, m->begin };
	row->came = (num){ true, m->came };
	row->left = (num){ true, m->left };
	row->end = (num){ true, m->end };
	row->rate = (ratio){ true, (int32_t)m->left, (int32_t)(m->begin + m->came) };
	job_last(q)->group = o ? S("") : S(SAY("合计"));
	if (!o)
		q->page->total++;
}

enum rc job_turnover(struct job *q)
{
	const struct rec_type *t = type_of(q->s, &worker_type);
	struct span span = year_of(q);
	struct moves *at, sum = { 0 };
	struct standings all;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	job_whole(q);
	TRY(standings_load(q->s, q->a, (struct span){ 0 }, &all, q->e));
	at = ARENA_ARRAY(q->a, struct moves, all.n + 1);
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct worker *who = (const struct worker *)r;
		struct standing *p = standing_of(&all, who->org.id);

		if (!p)
			continue;
		add(&at[p - all.p], who, span);
		add(&sum, who, span);
	}
	TRY_END(rc);
	for (size_t i = 0; i < all.n; i++)
		if (at[i].begin + at[i].came)
			show(q, all.p[i].o, &at[i]);
	show(q, NULL, &sum);
	return RC_OK;
}

/* ---- families ------------------------------------------------------------------------------------------ */

enum { MONTHS = 12, CHANGES_MOST = 2 };

/* How often somebody followed another in one of the family's posts in the last twelve months. */
static int64_t changes(struct job *q, const struct parts *all)
{
	date today = session_today(q->s), since = date_add_months(today, -MONTHS);
	int64_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct assignment *is = (const struct assignment *)all->rec[i];
		bool follows = false;

		for (size_t k = 0; k < all->n; k++) {
			const struct assignment *was = (const struct assignment *)all->rec[k];

			follows |= str_eq(was->post.key, is->post.key) && was->from.day < is->from.day;
		}
		n += follows && is->from.day > since.day && is->from.day <= today.day;
	}
	return n;
}

enum rc job_restless(struct job *q)
{
	struct file_ids ids = { 0 };

	TRY(job_open_files(q, &ids));
	for (size_t i = 0; i < ids.n; i++) {
		struct restless_row *row;
		struct parts all;
		struct rec *f;
		int64_t n;

		TRY(family_assignments(q->s, q->a, ids.p[i], false, &all, q->e));
		if ((n = changes(q, &all)) <= CHANGES_MOST || !job_window(q))
			continue;
		TRY(snap_get(q->s->view, q->a, type_of(q->s, &family_type), ids.p[i], &f, q->e));
		row = job_row(q, &family_type, ids.p[i]);
		TRY(family_fill(q->s, q->a, (struct family *)f, &row->f, NULL, q->e));
		row->changes = (num){ true, n };
	}
	return RC_OK;
}
