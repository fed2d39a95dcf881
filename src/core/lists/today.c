/* today.c - whom to see or phone today, and why; and the one list of everything due to me. */
#include "core/find/find.h"
#include "core/lists/job.h"
#include "core/read/reach.h"
#include "core/rules/due.h"
#include "core/rules/remind.h"

#include <stdlib.h>

static const char *const today_groups[] = { SAY("急办"), SAY("超期"), SAY("本周到期"), SAY("临近到期"),
	SAY("其余家庭") };
enum { GROUP_URGENT, GROUP_OVERDUE, GROUP_WEEK, GROUP_SOON, GROUP_REST };

struct todo { struct family *f; struct today_row row; struct due due; struct reminders said; size_t group; };

static int by_place(const void *x, const void *y)
{
	const struct todo *a = x, *b = y;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->due.score != b->due.score)
		return a->due.score > b->due.score ? -1 : 1;
	if (a->due.due.day != b->due.due.day)
		return a->due.due.day < b->due.due.day ? -1 : 1;
	return a->f->r.id < b->f->r.id ? -1 : a->f->r.id > b->f->r.id;
}

static size_t group_of(const struct todo *t, date today)
{
	struct span week = period_of(PERIOD_WEEK, 0, today);
	size_t group = GROUP_REST;

	if (t->said.n && t->said.item[0].urgent)
		return GROUP_URGENT;
	if (t->due.state == DUE_OVERDUE)
		return GROUP_OVERDUE;
	if (t->due.state == DUE_SOFT)
		group = GROUP_SOON;
	if (t->due.state > DUE_MET && t->due.due.day <= week.last.day)
		group = GROUP_WEEK;
	for (size_t i = 0; i < t->said.n; i++) {
		date due = t->said.item[i].due;

		if (due.day < today.day && t->said.item[i].points >= REMIND_COUNTS)
			return GROUP_OVERDUE;
		if (due.day <= week.last.day && group > GROUP_WEEK)
			group = GROUP_WEEK;
	}
	return group;
}

/* ---- which families ------------------------------------------------------------------------- */

struct ids { VEC(uint64_t); };

static enum rc gather_assigned(struct job *q, struct ids *l)
{
	struct held held;

	TRY(worker_families(q->s, q->a, q->ask->about, session_today(q->s), &held, q->e));
	for (size_t i = 0; i < held.n; i++)
		if (rights_reach(q->s, held.p[i]) < REACH_OUTSIDE)
			*vec_add(q->a, l) = held.p[i];
	return RC_OK;
}

/* Events that are open, and needs that are due: both types keep an index of their open ones. */
static enum rc gather_open(struct job *q, const struct rec_type *t, const char *until, struct ids *l)
{
	const struct field *day = until ? type_field(t, str_of(until)) : NULL;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, t), .index = "open",
		.prefix = &(val){ true, FLAG_YES, { 0 } }, .nprefix = 1 }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		uint64_t family = rights_family(q->s, t, r);

		if (day && field_get(day, r).n > session_today(q->s).day) {
			cursor_close(&c); /* by due day: the rest has time */
			return RC_OK;
		}
		if (rights_reach(q->s, family) < REACH_OUTSIDE)
			*vec_add(q->a, l) = family;
	}
	TRY_END(rc);
	return RC_OK;
}

/* Whoever supervises is told of families that were opened in an emergency, whosever they are. */
static enum rc gather_opened(struct job *q, struct ids *l)
{
	val from = { true, moment_of((date){ session_today(q->s).day - REMIND_OPENED_DAYS }, 0).v, { 0 } };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	if (q->s->me.admin || !q->s->role->supervises)
		return RC_OK;
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &glass_type), .index = "from",
		.from = &from }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		uint64_t family = ((const struct glass *)r)->family.id;
		struct family *f = rights_reach(q->s, family) < REACH_OUTSIDE ? peek_family(q->s, q->a, family) : NULL;
		struct reminders said = { 0 };

		if (f)
			TRY(family_reminders(q->s, q->a, f, &said, q->e));
		for (size_t i = 0; i < said.n; i++)
			if (said.item[i].type->tag == glass_type.tag) {
				*vec_add(q->a, l) = family;
				break;
			}
	}
	TRY_END(rc);
	return RC_OK;
}

/* A worker's day is their own families; whoever has none supervises: everything due below them. */
static enum rc gather(struct job *q, struct ids *l)
{
	const uint64_t *mine;
	struct found found;
	size_t n;

	if (q->ask->about)
		return gather_assigned(q, l);
	TRY(gather_opened(q, l));
	rights_mine(q->s, &mine, &n);
	for (size_t i = 0; i < n; i++)
		*vec_add(q->a, l) = mine[i];
	if (n)
		return RC_OK;
	TRY(find_due(q->s, q->a, &found, q->e));
	for (size_t i = 0; i < found.n; i++)
		*vec_add(q->a, l) = found.hit[i].family;
	TRY(gather_open(q, &event_type, NULL, l));
	return gather_open(q, &need_type, "due", l);
}

/* Sorted, each once: both posts of one family, or a family with an event that is due as well. */
static enum rc family_ids(struct job *q, uint64_t **ids, size_t *n)
{
	struct ids l = { 0 };

	TRY(gather(q, &l));
	if (l.n > 1)
		qsort(l.p, l.n, sizeof *l.p, by_number);
	*n = 0;
	for (size_t i = 0; i < l.n; i++)
		if (!i || l.p[i] != l.p[i - 1])
			l.p[(*n)++] = l.p[i];
	*ids = l.p;
	return RC_OK;
}

/* ---- today ---------------------------------------------------------------------------------- */

/* What presses first: what is urgent, else what is due first of the reminders that count, else of the
 * others; NULL: nothing. */
static const struct reminder *pressing(const struct todo *t)
{
	const struct reminder *first[2] = { 0 };

	if (t->said.n && t->said.item[0].urgent)
		return &t->said.item[0];
	for (size_t i = 0; i < t->said.n; i++) {
		const struct reminder *r = &t->said.item[i], **f = &first[r->points < REMIND_COUNTS];

		if (r->due.day && (!*f || r->due.day < (*f)->due.day))
			*f = r;
	}
	return first[0] ? first[0] : first[1];
}

/* What presses stands in front of the counters' reasons, the rest behind; all of it counts. */
static reasons all_reasons(struct job *q, const struct todo *t)
{
	struct reason *all = ARENA_ARRAY(q->a, struct reason, t->said.n + t->due.why.n);
	uint32_t n = 0;

	for (int pressing = 1; pressing >= 0; pressing--) {
		for (size_t i = 0; i < t->said.n; i++)
			if ((t->said.item[i].points >= REMIND_COUNTS) == pressing) {
				all[n] = t->said.item[i].what;
				all[n++].points = t->said.item[i].points;
			}
		for (uint32_t i = 0; pressing && i < t->due.why.n; i++)
			all[n++] = t->due.why.p[i];
	}
	return (reasons){ all, n };
}

static void explain(struct job *q, struct todo *t)
{
	const struct reminder *first = pressing(t);

	for (size_t i = 0; i < t->said.n; i++)
		t->due.score += t->said.item[i].points;
	t->row.f.score.v = t->due.score;
	t->row.f.why = all_reasons(q, t);
	if (!first)
		return;
	t->row.matter = reasons_one(q->a, first->what);
	if (first->points < REMIND_COUNTS && !first->urgent)
		return; /* it may wait: its day is no deadline */
	t->row.matter_due = (due_on){ first->urgent ? DUE_URGENT
		: first->due.day < session_today(q->s).day ? DUE_OVERDUE : DUE_SOFT, first->due };
}

enum rc job_today(struct job *q)
{
	struct todo *todo;
	uint64_t *ids;
	size_t n = 0, count = 0;

	TRY(family_ids(q, &ids, &n));
	todo = ARENA_ARRAY(q->a, struct todo, n);
	for (size_t i = 0; i < n; i++) {
		struct todo *t = &todo[count];

		t->f = peek_family(q->s, q->a, ids[i]);
		if (!t->f || t->f->closed.day)
			continue;
		TRY(family_fill(q->s, q->a, t->f, &t->row.f, &t->due, q->e));
		TRY(family_reminders(q->s, q->a, t->f, &t->said, q->e));
		explain(q, t);
		t->group = group_of(t, session_today(q->s));
		count++;
	}
	qsort(todo, count, sizeof *todo, by_place);
	for (size_t i = 0; i < count; i++) {
		if (!job_window(q))
			continue;
		*(struct today_row *)job_row(q, &family_type, todo[i].f->r.id) = todo[i].row;
		job_last(q)->tone = due_tone(todo[i].row.f.state.state);
		job_last(q)->group = str_of(today_groups[todo[i].group]);
	}
	return RC_OK;
}

/* ---- reminders ------------------------------------------------------------------------------ */

struct told { uint64_t family; const struct reminder *r; };
struct tolds { VEC(struct told); };

static int by_pressure(const void *x, const void *y)
{
	const struct told *a = x, *b = y;
	int d = remind_order(a->r, b->r);

	return d ? d : a->family < b->family ? -1 : a->family > b->family;
}

/* On the family's own card, and of the association, a line opens what it is about. */
static void add_reminder(struct job *q, bool on_card, uint64_t family, const struct reminder *r)
{
	struct due_row *row;
	bool itself = r->org || (on_card && r->type->tag != family_type.tag);

	if (!job_window(q))
		return;
	row = job_row(q, itself ? r->type : on_card ? NULL : &family_type, on_card || r->org ? r->id : family);
	row->family.id = family;
	row->org.id = r->org;
	row->due = r->due;
	row->rule.key = str_of(r->rule);
	row->what = reasons_one(q->a, r->what);
	row->target = r->target;
	row->detail = r->detail;
	row->points = (num){ true, r->points };
	row->urgent.v = r->urgent ? FLAG_YES : 0;
	job_last(q)->tone = r->tone;
}

static enum rc all_reminders(struct job *q, const uint64_t *ids, size_t n, bool on_card)
{
	struct tolds all = { 0 };
	struct reminders of_it = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct family *f = peek_family(q->s, q->a, ids[i]);
		struct reminders said = { 0 };

		if (f)
			TRY(family_reminders(q->s, q->a, f, &said, q->e));
		for (size_t k = 0; k < said.n; k++)
			*vec_add(q->a, &all) = (struct told){ f->r.id, &said.item[k] };
	}
	if (!q->ask->about)
		TRY(association_reminders(q->s, q->a, &of_it, q->e));
	for (size_t k = 0; k < of_it.n; k++)
		*vec_add(q->a, &all) = (struct told){ 0, &of_it.item[k] };
	if (all.n > 1)
		qsort(all.p, all.n, sizeof *all.p, by_pressure);
	for (size_t i = 0; i < all.n; i++)
		add_reminder(q, on_card, all.p[i].family, all.p[i].r);
	return RC_OK;
}

enum rc job_reminders(struct job *q)
{
	uint64_t *ids;
	size_t n = 0;

	if (q->ask->about)
		return all_reminders(q, &q->ask->about, 1, false);
	TRY(family_ids(q, &ids, &n));
	return all_reminders(q, ids, n, false);
}

enum rc job_todo(struct job *q)
{
	return all_reminders(q, &q->ask->about, 1, true);
}
