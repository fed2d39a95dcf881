/* tasks.c - 工作任务: what is to be done until when, mine, by place, late, split; and what inspections found. */
#include "core/lists/job.h"

#include "core/read/reach.h"

struct wanted {
	str div;               /* only of places whose codes begin so */
	bool open, mine, late;
};

static enum rc progress(struct job *q, uint64_t task, ratio *out)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &task_type, "whole", task, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		out->set = true;
		out->den++;
		out->num += ((const struct task *)r)->done.day != 0;
	}
	TRY_END(rc);
	return RC_OK;
}

static bool is_late(const struct job *q, const struct task *t)
{
	return !t->done.day && t->due.day < session_today(q->s).day;
}

static bool wants(struct job *q, const struct wanted *w, const struct task *t)
{
	const struct org *o = w->div.n ? peek_org(q->s, q->a, t->node.id) : NULL;

	return !(w->open && t->done.day) && !(w->late && !is_late(q, t)) &&
		!(w->mine && t->owner.id != q->s->me.worker && t->node.id != q->s->me.unit) &&
		!(w->div.n && (!o || !str_starts(o->code.s, w->div)));
}

static enum rc show(struct job *q, struct cursor *c, struct wanted w)
{
	const struct rec_type *t = type_of(q->s, &task_type);
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	while ((rc = cursor_next(c, &r, q->e)) == RC_OK) {
		struct task_row *row;

		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (reach_of(q->s, t, whole) >= REACH_OUTSIDE || !wants(q, &w, (const struct task *)whole))
			continue;
		if (!(row = job_record(q, &task_type, whole)))
			continue;
		TRY(progress(q, r->id, &row->parts));
		row->late.v = is_late(q, &row->t) ? FLAG_YES : FLAG_NO;
		job_last(q)->tone = row->t.done.day ? TONE_DIM : row->late.v == FLAG_YES ? TONE_RED : TONE_NONE;
	}
	TRY_END(rc);
	return RC_OK;
}

static enum rc by_due(struct job *q, struct wanted w)
{
	struct cursor c;

	TRY(job_open(q, &task_type, "due", 0, false, &c));
	return show(q, &c, w);
}

enum rc job_tasks(struct job *q)
{
	return by_due(q, (struct wanted){ .open = true });
}

enum rc job_my_tasks(struct job *q)
{
	return by_due(q, (struct wanted){ .open = true, .mine = true });
}

enum rc job_late_tasks(struct job *q)
{
	return by_due(q, (struct wanted){ .late = true });
}

enum rc job_tasks_of(struct job *q)
{
	const struct org *o = peek_org(q->s, q->a, q->ask->about);

	return o ? by_due(q, (struct wanted){ .div = o->code.s }) : RC_OK;
}

enum rc job_parts_of(struct job *q)
{
	struct cursor c;

	TRY(job_open(q, &task_type, "whole", q->ask->about, false, &c));
	return show(q, &c, (struct wanted){ 0 });
}

/* The earliest first. */
enum rc job_open_findings(struct job *q)
{
	const struct rec_type *t = type_of(q->s, &finding_type);
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(job_open(q, &finding_type, "due", 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct finding *f = (const struct finding *)r;

		if (f->fixed.day || reach_of(q->s, t, r) >= REACH_OUTSIDE)
			continue;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (job_record(q, &finding_type, whole))
			job_last(q)->tone = ((struct finding *)whole)->due.day < session_today(q->s).day ? TONE_RED : TONE_NONE;
	}
	TRY_END(rc);
	return RC_OK;
}
