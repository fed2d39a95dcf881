/* movement.c - 本月动态: what a month did to the files of a community or street, how often they were
 * seen, which grave events came and how soon somebody was there.
 * Every number is a list of its own. */
#include "base/str.h"
#include "core/lists/boards/files.h"
#include "core/lists/boards/tally.h"

enum { M_CONTACTS = FILE_COUNTS, M_HOMES, M_EVENTS, M_ALARMS, M_SHOWN, M_ANSWERED = M_SHOWN, M_MINUTES };

struct movement {
	struct tallies b;
	struct files files;
	/* the lists behind the numbers */
	int column;             /* the one whose list is wanted; -1 = count */
	str div;                /* only of this division */
};

/* The month asked for, or this one. */
static struct span month_of(const struct job *q)
{
	return q->ask->span.last.day ? q->ask->span : period_of(PERIOD_MONTH, 0, session_today(q->s));
}

/* ---- files ---------------------------------------------------------------------------------- */

static void add_counts(struct tally *t, const bool is[FILE_COUNTS])
{
	for (size_t i = 0; i < FILE_COUNTS; i++)
		t->n[i] += is[i];
}

/* In the rows it begins and ends in, once where they are the same. */
static void count_file(struct movement *m, const struct file *f)
{
	const struct place *at[] = { f->before, f->home };
	struct tally *last = NULL;
	bool is[FILE_COUNTS];

	for (size_t i = 0; i < COUNT(at); i++) {
		struct tally *t = at[i]->inside ? tally_division(&m->b, at[i]->code) : NULL;

		if (!t || (last && str_eq(last->code, t->code)))
			continue;
		file_counts(f, t->code, is);
		add_counts(t, is);
		last = t;
	}
	file_counts(f, S(""), is);
	add_counts(&m->b.all, is);
}

static enum rc walk_files(struct movement *m)
{
	bool is[FILE_COUNTS];

	for (size_t i = 0; i < m->files.file.n; i++) {
		const struct file *f = &m->files.file.p[i];

		if (m->column < 0) {
			count_file(m, f);
			continue;
		}
		file_counts(f, m->div, is);
		if (is[m->column])
			TRY(job_family(m->b.q, f->id));
	}
	return RC_OK;
}

/* What happened in a family, in the row of the place it lived in. */
static void count_in(struct movement *m, uint64_t family, const int64_t n[TALLY_MOST])
{
	const struct place *home = files_home(&m->files, family);
	struct tally *t = home ? tally_division(&m->b, home->code) : NULL;

	for (size_t i = 0; t && i < TALLY_MOST; i++) {
		t->n[i] += n[i];
		m->b.all.n[i] += n[i];
	}
}

/* Did the family live in the division asked for? */
static bool in_division(struct movement *m, uint64_t id)
{
	const struct place *home = files_home(&m->files, id);

	return home && str_starts(home->code, m->div) && peek_family(m->b.q->s, m->b.q->a, id);
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
	return moment_date(when).day > m->files.span.last.day;
}

static enum rc take_visit(struct movement *m, const struct visit *v)
{
	struct job *q = m->b.q;
	uint64_t family = files_owner(&m->files.visits, v->r.id, v->family.id);
	int64_t n[TALLY_MOST] = { 0 };
	struct rec *whole;

	if (m->column < 0) {
		n[M_CONTACTS] = counts_as(m, v, "contact");
		n[M_HOMES] = counts_as(m, v, "home");
		count_in(m, family, n);
		return RC_OK;
	}
	if (!counts_as(m, v, m->column == M_HOMES ? "home" : "contact") || !in_division(m, family))
		return RC_OK;
	TRY(snap_get(q->s->view, q->a, q->page->type, v->r.id, &whole, q->e));
	job_record(q, &visit_type, whole);
	return RC_OK;
}

static enum rc visits_by(struct movement *m, uint64_t worker)
{
	struct job *q = m->b.q;
	val from = { true, moment_of(m->files.span.first, -1).v, { 0 } };
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

static enum rc list_event(struct movement *m, const struct event *v, uint64_t family)
{
	struct job *q = m->b.q;
	bool alarm = v->alarm.v == FLAG_YES;
	struct event_row *row;
	struct rec *whole;

	if ((m->column == M_ALARMS && !alarm) || !in_division(m, family))
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
	uint64_t family = files_owner(&m->files.events, v->r.id, v->family.id);
	int64_t n[TALLY_MOST] = { 0 };

	if (m->column >= 0)
		return list_event(m, v, family);
	n[M_EVENTS] = 1;
	n[M_ALARMS] = v->alarm.v == FLAG_YES;
	if (v->first_contact.v && !over(m, v->first_contact)) {
		n[M_ANSWERED] = 1;
		n[M_MINUTES] = minutes_between(v->known_at, v->first_contact);
	}
	count_in(m, family, n);
	return RC_OK;
}

static enum rc walk_events(struct movement *m)
{
	struct job *q = m->b.q;
	val from = { true, moment_of(m->files.span.first, -1).v, { 0 } };
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
	struct movement m = { .b.q = q, .column = -1 };

	job_whole(q);
	TRY(files_load(q, month_of(q), &m.files, q->e));
	TRY(walk_files(&m));
	TRY(walk_visits(&m));
	TRY(walk_events(&m));
	tally_finish(&m.b);
	for (size_t i = 0; i < m.b.n; i++)
		TRY(show(&m, &m.b.row[i], false));
	return m.b.n > 1 ? show(&m, &m.b.all, true) : RC_OK;
}

/* ---- the lists behind the numbers ------------------------------------------------------------- */

static const struct { const char *query; int column; } columns[] = {
	{ "begin-in", FILE_BEGIN }, { "opened-in", FILE_IN }, { "closed-in", FILE_OUT }, { "end-in", FILE_END },
	{ "bereaved-in", FILE_BEREAVED }, { "disabled-in", FILE_DISABLED }, { "turned-in", FILE_TURNED },
	{ "visits-in", M_CONTACTS }, { "homes-in", M_HOMES }, { "events-in", M_EVENTS },
	{ "alarms-in", M_ALARMS },
};

static enum rc behind(struct job *q, struct movement *m)
{
	struct org *o = peek_org(q->s, q->a, q->ask->about);

	*m = (struct movement){ .b.q = q, .div = o ? o->code.s : S("") };
	for (size_t i = 0; i < COUNT(columns); i++)
		if (strcmp(q->named->query.name, columns[i].query) == 0)
			m->column = columns[i].column;
	return files_load(q, month_of(q), &m->files, q->e);
}

enum rc job_moved(struct job *q)
{
	struct movement m;

	TRY(behind(q, &m));
	return walk_files(&m);
}

enum rc job_events_in(struct job *q)
{
	struct movement m;

	TRY(behind(q, &m));
	return walk_events(&m);
}

/* Who was seen, worker by worker. */
enum rc job_visits_in(struct job *q)
{
	struct movement m;

	TRY(behind(q, &m));
	return walk_visits(&m);
}
