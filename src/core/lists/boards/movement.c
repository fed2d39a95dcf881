/* movement.c - 本月动态: what a month did to the files of a community or street, how often they were
 * seen, which grave events came and how soon somebody was there.
 * A family counts where it lives now; every number is a list of its own. */
#include "core/lists/boards/tally.h"

#include "base/str.h"
#include "core/office/means.h"

enum { M_BEGIN, M_IN, M_OUT, M_END, M_BEREAVED, M_DISABLED, M_TURNED, M_CONTACTS, M_HOMES, M_EVENTS,
	M_ALARMS, M_SHOWN, M_ANSWERED = M_SHOWN, M_MINUTES };
struct movement {
	struct tallies b;
	struct span span;
	uint64_t *home;         /* the community of each family by its number; 0 = not in my part */
	size_t nhome;
	uint64_t community;     /* the one being walked, and whether it is in my part of the tree */
	bool inside;
	/* the lists behind the numbers */
	int column;             /* the one whose list is wanted; -1 = count */
	str div;                /* only of this division */
};

/* The month asked for, or this one. */
static struct span month_of(const struct job *q)
{
	return q->ask->span.last.day ? q->ask->span : period_of(PERIOD_MONTH, 0, session_today(q->s));
}

static bool in(struct span s, int64_t day)
{
	return day && day >= s.first.day && day <= s.last.day;
}

/* ---- files ---------------------------------------------------------------------------------- */

/* The kind at the end of the period, from the dated changes: what the first later one turned from. */
static enum rc turns_of(struct movement *m, uint64_t family, str *kind, bool *turned)
{
	struct job *q = m->b.q;
	int64_t next = 0;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &status_type, "family", family, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct status *st = (const struct status *)r;

		if (!str_is(st->field, "kind"))
			continue;
		*turned |= in(m->span, st->effective.day);
		if (st->effective.day <= m->span.last.day || next)
			continue;
		next = st->effective.day;
		*kind = arena_str(q->a, st->was);
	}
	TRY_END(rc);
	return RC_OK;
}

static enum rc take_file(struct movement *m, const struct family *f)
{
	struct job *q = m->b.q;
	const struct codebook *book = &q->s->office->codes;
	int64_t opened = f->opened.day, closed = f->closed.day ? f->closed.day : INT32_MAX;
	code kind = f->kind;
	uint64_t id = f->r.id;
	struct tally *sum;
	bool is[M_CONTACTS], live, turned = false;

	if (f->community.id != m->community) {
		struct org *o = peek_org(q->s, q->a, m->community = f->community.id);

		m->inside = o && rights_org(q->s, m->community) && str_starts(o->code.s, m->div);
	}
	if (!m->inside)
		return RC_OK;
	if (id < m->nhome)
		m->home[id] = m->community;
	if (f->kind_since.day)
		TRY(turns_of(m, id, &kind.key, &turned));
	live = opened <= m->span.last.day && closed > m->span.last.day;
	is[M_BEGIN] = opened < m->span.first.day && closed >= m->span.first.day;
	is[M_IN] = in(m->span, opened);
	is[M_OUT] = f->closed.day && in(m->span, closed);
	is[M_END] = live;
	is[M_BEREAVED] = live && code_means(book, kind, MEANS_BEREAVED);
	is[M_DISABLED] = live && code_means(book, kind, MEANS_CHILD_DISABLED);
	is[M_TURNED] = turned;
	if (m->column >= 0)
		return is[m->column] ? job_family(q, id) : RC_OK;
	sum = tally_of(&m->b, m->community);
	for (size_t i = 0; i < COUNT(is); i++)
		sum->n[i] += is[i];
	return RC_OK;
}

static bool highest(void *arg, uint64_t id)
{
	*(uint64_t *)arg = id;
	return true;
}

static enum rc walk_files(struct movement *m)
{
	struct job *q = m->b.q;
	uint64_t last = 0;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	if (m->column < 0) {
		TRY(snap_each(q->s->view, type_of(q->s, &family_type), 1, highest, &last, q->e));
		m->nhome = last + 1;
		m->home = ARENA_ARRAY(q->a, uint64_t, m->nhome);
	}
	TRY(job_open(q, &family_type, "community", 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK)
		TRY(take_file(m, (const struct family *)r));
	TRY_END(rc);
	return RC_OK;
}

/* Does the family live in the division asked for? */
static bool in_division(struct movement *m, uint64_t id)
{
	struct job *q = m->b.q;
	struct family *f = peek_family(q->s, q->a, id);
	struct org *o = f ? peek_org(q->s, q->a, f->community.id) : NULL;

	return o && str_starts(o->code.s, m->div) && rights_org(q->s, f->community.id);
}

/* ---- visits --------------------------------------------------------------------------------- */

/* Does it count, as this? */
static bool counts_as(const struct movement *m, const struct visit *v, const char *what)
{
	const struct codebook *book = &m->b.q->s->office->codes;

	return !rec_voided(&v->r) &&
	       code_is(code_find(codebook_find(book, S("OUTCOME")), v->outcome.key), "ok") &&
	       code_is(code_find(codebook_find(book, S("VISIT_MODE")), v->mode.key), what);
}

static bool over(const struct movement *m, moment when)
{
	return moment_date(when).day > m->span.last.day;
}

static uint64_t home_of(const struct movement *m, uint64_t family)
{
	return family < m->nhome ? m->home[family] : 0;
}

static enum rc take_visit(struct movement *m, const struct visit *v)
{
	struct job *q = m->b.q;
	struct rec *whole;
	struct tally *t;

	if (m->column < 0) {
		if (!home_of(m, v->family.id))
			return RC_OK;
		t = tally_of(&m->b, home_of(m, v->family.id));
		t->n[M_CONTACTS] += counts_as(m, v, "contact");
		t->n[M_HOMES] += counts_as(m, v, "home");
		return RC_OK;
	}
	if (!counts_as(m, v, m->column == M_HOMES ? "home" : "contact") || !in_division(m, v->family.id))
		return RC_OK;
	TRY(snap_get(q->s->view, q->a, q->page->type, v->r.id, &whole, q->e));
	job_record(q, &visit_type, whole);
	return RC_OK;
}

static enum rc visits_by(struct movement *m, uint64_t worker)
{
	struct job *q = m->b.q;
	val from = { true, moment_of(m->span.first, -1).v, { 0 } };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &visit_type),
		.index = "by", .prefix = &VAL_REF(worker), .nprefix = 1, .from = &from }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (over(m, ((const struct visit *)r)->when)) {
			cursor_close(&c);
			return RC_OK;
		}
		TRY(take_visit(m, (const struct visit *)r));
	}
	TRY_END(rc);
	return RC_OK;
}

/* Worker by worker, those of the past as well. */
static enum rc walk_visits(struct movement *m)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(m->b.q, &worker_type, NULL, 0, false, &c));
	while ((rc = cursor_next(&c, &r, m->b.q->e)) == RC_OK)
		TRY(visits_by(m, r->id));
	TRY_END(rc);
	return RC_OK;
}

/* ---- events --------------------------------------------------------------------------------- */

/* 0 when somebody had been there before it was written down. */
static int64_t minutes_between(moment a, moment b)
{
	int from = moment_minute(a), to = moment_minute(b);
	int64_t n = ((int64_t)moment_date(b).day - moment_date(a).day) * 24 * 60 + (to > 0 ? to : 0) -
		    (from > 0 ? from : 0);

	return n > 0 ? n : 0;
}

static enum rc list_event(struct movement *m, const struct event *v)
{
	struct job *q = m->b.q;
	bool alarm = v->alarm.v == FLAG_YES;
	struct event_row *row;
	struct rec *whole;

	if ((m->column == M_ALARMS && !alarm) || !in_division(m, v->family.id))
		return RC_OK;
	TRY(snap_get(q->s->view, q->a, type_of(q->s, &event_type), v->r.id, &whole, q->e));
	if (!(row = job_record(q, &event_type, whole)))
		return RC_OK;
	if (v->first_contact.v)
		row->first_minutes = (num){ true, minutes_between(v->known_at, v->first_contact) };
	job_last(q)->tone = alarm ? TONE_RED : TONE_NONE;
	return RC_OK;
}

static enum rc take_event(struct movement *m, const struct event *v)
{
	struct tally *t;

	if (m->column >= 0)
		return list_event(m, v);
	if (!home_of(m, v->family.id))
		return RC_OK;
	t = tally_of(&m->b, home_of(m, v->family.id));
	t->n[M_EVENTS]++;
	t->n[M_ALARMS] += v->alarm.v == FLAG_YES;
	if (v->first_contact.v) {
		t->n[M_ANSWERED]++;
		t->n[M_MINUTES] += minutes_between(v->known_at, v->first_contact);
	}
	return RC_OK;
}

static enum rc walk_events(struct movement *m)
{
	struct job *q = m->b.q;
	val from = { true, moment_of(m->span.first, -1).v, { 0 } };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &event_type),
		.index = "known", .from = &from }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (over(m, ((const struct event *)r)->known_at)) {
			cursor_close(&c);
			return RC_OK;
		}
		TRY(take_event(m, (const struct event *)r));
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- the board ------------------------------------------------------------------------------ */

_Static_assert(offsetof(struct month_row, first_minutes) - offsetof(struct month_row, begin) ==
	M_SHOWN * sizeof(num), "a number for each sum");

static enum rc show(struct movement *m, const struct tally *t, bool total)
{
	struct job *q = m->b.q;
	int64_t answered = t->n[M_ANSWERED];
	struct month_row *row;
	struct rec *org;
	num *sum;

	TRY(snap_get(q->s->view, q->a, type_of(q->s, &org_type), tally_org(&m->b, t), &org, q->e));
	if (!(row = job_record(q, &org_type, org)))
		return RC_OK;
	sum = &row->begin;
	for (size_t i = 0; i < M_SHOWN; i++)
		sum[i] = (num){ true, t->n[i] };
	if (answered)
		row->first_minutes = (num){ true, (t->n[M_MINUTES] + answered / 2) / answered };
	job_last(q)->group = total ? S(SAY("合计")) : S("");
	job_last(q)->tone = t->n[M_ALARMS] ? TONE_RED : TONE_NONE;
	return RC_OK;
}

enum rc job_movement(struct job *q)
{
	struct movement m = { .b.q = q, .span = month_of(q), .column = -1 };

	job_whole(q);
	TRY(walk_files(&m));
	TRY(walk_visits(&m));
	TRY(walk_events(&m));
	tally_divisions(&m.b);
	for (size_t i = 0; i < m.b.n; i++)
		TRY(show(&m, &m.b.row[i], false));
	return m.b.n > 1 ? show(&m, &m.b.all, true) : RC_OK;
}

/* ---- the lists behind the numbers ------------------------------------------------------------- */

static const struct { const char *query; int column; } columns[] = {
	{ "begin-in", M_BEGIN }, { "opened-in", M_IN }, { "closed-in", M_OUT }, { "end-in", M_END },
	{ "bereaved-in", M_BEREAVED }, { "disabled-in", M_DISABLED }, { "turned-in", M_TURNED },
	{ "visits-in", M_CONTACTS }, { "homes-in", M_HOMES }, { "events-in", M_EVENTS },
	{ "alarms-in", M_ALARMS },
};

static struct movement behind(struct job *q)
{
	struct org *o = peek_org(q->s, q->a, q->ask->about);
	struct movement m = { .b.q = q, .span = month_of(q), .div = o ? o->code.s : S("") };

	for (size_t i = 0; i < COUNT(columns); i++)
		if (strcmp(q->named->query.name, columns[i].query) == 0)
			m.column = columns[i].column;
	return m;
}

enum rc job_moved(struct job *q)
{
	struct movement m = behind(q);

	return walk_files(&m);
}

enum rc job_events_in(struct job *q)
{
	struct movement m = behind(q);

	return walk_events(&m);
}

/* Who was seen, worker by worker. */
enum rc job_visits_in(struct job *q)
{
	struct movement m = behind(q);

	return walk_visits(&m);
}
