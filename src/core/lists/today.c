/* today.c - whom to see or phone today, and why; and the one list of everything due to me. */
#include "core/lists/job.h"
#include "core/rules/remind.h"

#include <stdlib.h>

enum { TODAY_MOST = 500 };

static const char *const today_groups[] = { "急办", "超期", "本周到期", "临近到期", "其余家庭" };
enum { GROUP_URGENT, GROUP_OVERDUE, GROUP_WEEK, GROUP_SOON, GROUP_REST };

struct todo { struct row row; struct due due; struct reminders said; size_t group; };

static int by_place(const void *x, const void *y)
{
	const struct todo *a = x, *b = y;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->due.score != b->due.score)
		return a->due.score > b->due.score ? -1 : 1;
	if (a->due.due.day != b->due.due.day)
		return a->due.due.day < b->due.due.day ? -1 : 1;
	return a->row.id < b->row.id ? -1 : a->row.id > b->row.id;
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

static int by_number(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

/* ---- which families ------------------------------------------------------------------------- */

struct ids { struct job *q; uint64_t *id; size_t n, cap; bool due; };

static void add_id(struct ids *l, uint64_t id)
{
	if (l->n == l->cap) {
		uint64_t *more = ARENA_ARRAY(l->q->a, uint64_t, l->cap = l->cap * 2 + 64);

		if (l->n)
			memcpy(more, l->id, l->n * sizeof *more);
		l->id = more;
	}
	l->id[l->n++] = id;
}

static bool add_open(void *arg, uint64_t id, const val *v)
{
	struct ids *l = arg;
	const val *cover = v + 2; /* behind open and a day: family */

	(void)id;
	if (l->due && v[1].n > session_today(l->q->s).day)
		return false; /* by due day: the rest has time */
	if (rights_reach(l->q->s, (uint64_t)cover[0].n) != REACH_OUTSIDE)
		add_id(l, (uint64_t)cover[0].n);
	return l->n < TODAY_MOST * 4;
}

/* A worker's day is their own families; whoever has none supervises: everything due below them. */
static enum rc gather(struct ids *l)
{
	struct job *q = l->q;
	const uint64_t *mine;
	struct found found;
	val open = { true, FLAG_YES, { 0 } };
	size_t n;

	if (q->ask->about) {
		struct held held;

		TRY(worker_families(q->s, q->a, q->ask->about, session_today(q->s), &held, q->e));
		for (size_t i = 0; i < held.n; i++)
			if (rights_reach(q->s, held.p[i]) != REACH_OUTSIDE)
				add_id(l, held.p[i]);
		return RC_OK;
	}
	rights_mine(q->s, &mine, &n);
	for (size_t i = 0; i < n; i++)
		add_id(l, mine[i]);
	if (n)
		return RC_OK;
	TRY(find_due(q->s, q->a, TODAY_MOST, &found, q->e));
	for (size_t i = 0; i < found.n; i++)
		add_id(l, found.hit[i].family);
	TRY(snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &event_type), .index = "open", .prefix = &open,
			.nprefix = 1, .each = add_open, .arg = l },
		q->e));
	l->due = true;
	return snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &need_type), .index = "open", .prefix = &open,
			.nprefix = 1, .each = add_open, .arg = l },
		q->e);
}

/* Sorted, each once: both posts of one family, or a family with an event that is due as well. */
static enum rc family_ids(struct job *q, uint64_t **ids, size_t *n)
{
	struct ids l = { .q = q };

	TRY(gather(&l));
	if (l.n > 1)
		qsort(l.id, l.n, sizeof *l.id, by_number);
	*n = 0;
	for (size_t i = 0; i < l.n; i++)
		if (!i || l.id[i] != l.id[i - 1])
			l.id[(*n)++] = l.id[i];
	*ids = l.id;
	return RC_OK;
}

/* ---- today ---------------------------------------------------------------------------------- */

static void say(struct buf *b, const struct reminders *said, bool pressing)
{
	for (size_t i = 0; i < said->n; i++) {
		const struct reminder *r = &said->item[i];

		if ((r->points >= REMIND_COUNTS) == pressing)
			buf_printf(b, "%s%.*s +%d", b->n ? ", " : "", STR_FMT(r->text), (int)r->points);
	}
}

static size_t fact_no(const char *name)
{
	size_t i = 0;

	while (strcmp(family_facts[i], name))
		i++;
	return i;
}

/* The earliest day of a reminder that counts; {0} when there is none. */
static date first_due(const struct todo *t)
{
	date first = { 0 };

	for (size_t i = 0; i < t->said.n; i++)
		if (t->said.item[i].points >= REMIND_COUNTS && t->said.item[i].due.day &&
			(!first.day || t->said.item[i].due.day < first.day))
			first = t->said.item[i].due;
	return first;
}

/* What presses stands in front of the counters' reasons, the rest behind; all of it counts. */
static void explain(struct job *q, struct todo *t)
{
	struct buf b = { .a = q->a };
	str *fact = (str *)(uintptr_t)t->row.fact;
	size_t state = fact_no("state"), reason = fact_no("reason");
	date today = session_today(q->s), first = first_due(t);
	for (size_t i = 0; i < t->said.n; i++)
		t->due.score += t->said.item[i].points;
	if (!t->said.n)
		return;
	say(&b, &t->said, true);
	if (fact[reason].n)
		buf_printf(&b, "%s%.*s", b.n ? ", " : "", STR_FMT(fact[reason]));
	say(&b, &t->said, false);
	fact[reason] = buf_view(&b);
	fact[fact_no("score")] = arena_printf(q->a, "%d", (int)t->due.score);
	if (t->said.item[0].urgent) {
		fact[state] = str_of(tr("急办"));
		t->row.tone = TONE_RED;
	} else if (first.day && (t->due.state <= DUE_MET || first.day < t->due.due.day)) {
		bool late = first.day < today.day;

		fact[state] = late ? arena_printf(q->a, "%s%d%s", tr("超期"), today.day - first.day, tr("天"))
			: arena_printf(q->a, "%.*s%s", STR_FMT(date_short(q->a, first, today)),
				first.day == today.day ? "" : tr("前"));
		t->row.tone = late ? TONE_RED : TONE_YELLOW;
	}
}

enum rc job_today(struct job *q)
{
	date today = session_today(q->s);
	struct todo *todo;
	uint64_t *ids;
	size_t n = 0, count = 0;

	TRY(family_ids(q, &ids, &n));
	todo = ARENA_ARRAY(q->a, struct todo, n);
	for (size_t i = 0; i < n; i++) {
		struct todo *t = &todo[count];
		struct family *f = peek_family(q->s, q->a, ids[i]);

		if (!f || f->closed.day)
			continue;
		TRY(family_row(q->s, q->a, ids[i], &t->row, &t->due, q->e));
		TRY(family_reminders(q->s, q->a, f, &t->said, q->e));
		explain(q, t);
		t->group = group_of(t, today);
		t->row.group = str_of(tr(today_groups[t->group]));
		count++;
	}
	qsort(todo, count, sizeof *todo, by_place);
	for (size_t i = 0; i < count; i++)
		if (job_window(q))
			*job_row(q) = todo[i].row;
	return RC_OK;
}

/* ---- reminders ------------------------------------------------------------------------------ */

enum { REMIND_DUE, REMIND_RULE, REMIND_TEXT, REMIND_FAMILY, REMIND_TARGET, REMIND_FACTS };
const char *const remind_facts[] = { "due_text", "rule", "text", "family_name", "target", NULL };

static void add_reminder(struct job *q, uint64_t family, const struct reminder *r)
{
	struct row *row;
	str *fact;

	if (!job_window(q) || !(row = job_record(q, &family_type, family, REMIND_FACTS, &fact)))
		return;
	fact[REMIND_DUE] = r->due.day ? date_text(q->a, r->due) : S("");
	fact[REMIND_RULE] = str_of(r->rule);
	fact[REMIND_TEXT] = r->text;
	fact[REMIND_FAMILY] = lex_ref_text(q->s, q->a, "family", family);
	fact[REMIND_TARGET] = r->target;
	row->tone = r->tone;
}

struct told { uint64_t family; const struct reminder *r; };

static int by_pressure(const void *x, const void *y)
{
	const struct told *a = x, *b = y;
	int d = remind_order(a->r, b->r);

	return d ? d : a->family < b->family ? -1 : a->family > b->family;
}

enum rc job_reminders(struct job *q)
{
	uint64_t one = q->ask->about, *ids = &one;
	size_t n = 1, count = 0, cap = 0;
	struct told *told = NULL;

	if (!one)
		TRY(family_ids(q, &ids, &n));
	for (size_t i = 0; i < n; i++) {
		struct family *f = peek_family(q->s, q->a, ids[i]);
		struct reminders said;

		if (!f)
			continue;
		TRY(family_reminders(q->s, q->a, f, &said, q->e));
		if (count + said.n > cap) {
			struct told *more = ARENA_ARRAY(q->a, struct told, cap = (count + said.n) * 2 + 32);

			if (count)
				memcpy(more, told, count * sizeof *more);
			told = more;
		}
		for (size_t k = 0; k < said.n; k++)
			told[count++] = (struct told){ f->r.id, &said.item[k] };
	}
	if (count > 1)
		qsort(told, count, sizeof *told, by_pressure);
	for (size_t i = 0; i < count; i++)
		add_reminder(q, told[i].family, told[i].r);
	return RC_OK;
}
