/* rosters.c - families as paper wants them: who looks after each, post beside post; today's in the order one walks. */
#include "core/lists/job.h"
#include "core/office/means.h"
#include "core/read/parts.h"

#include <stdlib.h>

/* Who holds a post today, and the number to call. */
static void fill_post(struct job *q, const struct assignment *as, ref *worker, phone *number)
{
	const struct worker *w = peek_worker(q->s, q->a, as->worker.id);

	if (!w || worker->id || !assignment_holds(as, w, session_today(q->s)))
		return;
	*worker = as->worker;
	*number = w->mobile.s.n ? w->mobile : w->tel;
}

static enum rc fill_posts(struct job *q, uint64_t family, struct roster_row *row)
{
	const struct codebook *book = &q->s->office->codes;
	struct parts all;

	TRY(family_assignments(q->s, q->a, family, false, &all, q->e));
	for (size_t i = 0; i < all.n; i++) {
		const struct assignment *as = (const struct assignment *)all.rec[i];

		if (code_means(book, as->post, MEANS_POST_COMMUNITY))
			fill_post(q, as, &row->community_worker, &row->community_phone);
		else if (code_means(book, as->post, MEANS_POST_STREET))
			fill_post(q, as, &row->street_worker, &row->street_phone);
	}
	return RC_OK;
}

enum rc job_roster(struct job *q)
{
	struct file_ids files = { 0 };

	TRY(job_open_files(q, &files));
	for (size_t i = 0; i < files.n; i++) {
		size_t had = q->page->n;

		TRY(job_family(q, files.p[i]));
		if (q->page->n > had)
			TRY(fill_posts(q, files.p[i], (struct roster_row *)(uintptr_t)job_last(q)->rec));
	}
	return RC_OK;
}

static int by_walk(const void *x, const void *y)
{
	return by_building((const struct family *)((const struct row *)x)->rec,
		(const struct family *)((const struct row *)y)->rec);
}

enum rc job_walk(struct job *q)
{
	job_whole(q);
	TRY(job_today(q));
	for (size_t i = 0; i < q->page->n; i++)
		q->page->row[i].group = S("");
	if (q->page->n > 1)
		qsort(q->page->row, q->page->n, sizeof *q->page->row, by_walk);
	return RC_OK;
}
