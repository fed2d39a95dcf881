/* movement.c - 本月动态: what a month did to the files of a community or street, how often they were
 * seen, which grave events came and how soon somebody was there.
 * Every number is a list of its own. */
#include "core/lists/boards/files.h"
#include "core/lists/boards/tally.h"

#include "base/str.h"

enum { M_CONTACTS = FILE_COUNTS, M_HOMES, M_EVENTS, M_ALARMS, M_SHOWN, M_ANSWERED = M_SHOWN, M_MINUTES };
const char *const movement_facts[] = { "begin", "in", "out", "end", "bereaved", "disabled", "turned",
	"contacts", "homes", "events", "alarms", "first_hours", NULL };
const char *const movement_heads[] = { "期初", "新增", "减少", "期末", "失独", "伤残", "转类", "联系",
	"上门", "重大情况", "失联核查", "首次联系", NULL };
_Static_assert(COUNT(movement_facts) == M_SHOWN + 2, "a fact each, and the time to the first contact");

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

	for (size_t i = 0; m->b.q->rc == RC_OK && i < m->files.file.n; i++) {
		const struct file *f = &m->files.file.p[i];

		if (m->column < 0) {
			count_file(m, f);
			continue;
		}
		file_counts(f, m->div, is);
		if (is[m->column])
			job_family(m->b.q, f->id);
	}
	return m->b.q->rc;
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

/* The family of a row, when it lived in the division asked for. */
static struct family *in_division(struct movement *m, uint64_t id)
{
	const struct place *home = files_home(&m->files, id);

	return home && str_starts(home->code, m->div) ? peek_family(m->b.q->s, m->b.q->a, id) : NULL;
}

/* ---- visits --------------------------------------------------------------------------------- */

/* Behind by, when: family, mode, outcome, void_why.  Does it count, as this? */
static bool counts_as(const struct movement *m, const val *cover, const char *what)
{
	const struct codebook *book = &m->b.q->s->office->codes;

	return !cover[3].set && code_is(code_find(codebook_find(book, S("OUTCOME")), cover[2].s), "ok") &&
	       code_is(code_find(codebook_find(book, S("VISIT_MODE")), cover[1].s), what);
}

static bool over(const struct movement *m, int64_t when)
{
	return moment_date((moment){ when }).day > m->files.span.last.day;
}

static bool each_visit(void *arg, uint64_t id, const val *v)
{
	struct movement *m = arg;
	int64_t n[TALLY_MOST] = { 0 };

	if (over(m, v[1].n))
		return false;
	n[M_CONTACTS] = counts_as(m, v + 2, "contact");
	n[M_HOMES] = counts_as(m, v + 2, "home");
	count_in(m, files_owner(&m->files.visits, id, (uint64_t)v[2].n), n);
	return true;
}

const char *const visits_in_facts[] = { "family_name", NULL };

static bool list_visit(void *arg, uint64_t id, const val *v)
{
	struct movement *m = arg;
	struct job *q = m->b.q;
	struct family *f;
	struct row *row;
	str *fact;

	if (over(m, v[1].n))
		return false;
	if (!counts_as(m, v + 2, m->column == M_HOMES ? "home" : "contact") ||
		!(f = in_division(m, files_owner(&m->files.visits, id, (uint64_t)v[2].n))))
		return true;
	if (job_window(q) && (row = job_record(q, &visit_type, id, COUNT(visits_in_facts), &fact)))
		fact[0] = lex_ref_text(q->s, q->a, "family", f->r.id);
	return true;
}

static bool each_worker(void *arg, uint64_t id)
{
	struct movement *m = arg;
	struct job *q = m->b.q;
	val by = { true, (int64_t)id, { 0 } }, from = { true, moment_of(m->files.span.first, -1).v, { 0 } };

	q->rc = snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &visit_type), .index = "by", .prefix = &by,
			.nprefix = 1, .from = &from, .each = m->column < 0 ? each_visit : list_visit,
			.arg = m },
		q->e);
	return q->rc == RC_OK;
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

static str hours_text(struct arena *a, int64_t minutes, int64_t n)
{
	int64_t tenths = n ? (minutes * 2 + 6 * n) / (12 * n) : 0; /* a tenth of an hour is 6 minutes */

	return n ? arena_printf(a, "%lld.%lld%s", (long long)(tenths / 10), (long long)(tenths % 10),
			   tr("小时")) : S("—");
}

static bool each_event(void *arg, uint64_t id, const val *v)
{
	struct movement *m = arg;
	const val *cover = v + 1; /* behind known_at: family, alarm, first_contact */
	int64_t n[TALLY_MOST] = { 0 };

	if (over(m, v[0].n))
		return false;
	n[M_EVENTS] = 1;
	n[M_ALARMS] = cover[1].set && cover[1].n == FLAG_YES;
	if (cover[2].set && !over(m, cover[2].n)) {
		n[M_ANSWERED] = 1;
		n[M_MINUTES] = minutes_between((moment){ v[0].n }, (moment){ cover[2].n });
	}
	count_in(m, files_owner(&m->files.events, id, (uint64_t)cover[0].n), n);
	return true;
}

static enum rc walk_events(struct movement *m, bool (*each)(void *, uint64_t, const val *))
{
	struct job *q = m->b.q;
	val from = { true, moment_of(m->files.span.first, -1).v, { 0 } };

	TRY(snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &event_type), .index = "known", .from = &from,
			.each = each, .arg = m },
		q->e));
	return q->rc;
}

/* ---- the board ------------------------------------------------------------------------------ */

static void show(struct movement *m, const struct tally *t, bool total)
{
	struct job *q = m->b.q;
	struct row *row;
	str *fact;

	if (!job_window(q) || !(row = job_record(q, &org_type, tally_org(&m->b, t),
		COUNT(movement_facts), &fact)))
		return;
	for (size_t i = 0; i < M_SHOWN; i++)
		fact[i] = arena_printf(q->a, "%lld", (long long)t->n[i]);
	fact[M_SHOWN] = hours_text(q->a, t->n[M_MINUTES], t->n[M_ANSWERED]);
	row->group = total ? str_of(tr("合计")) : S("");
	row->tone = t->n[M_ALARMS] ? TONE_RED : TONE_NONE;
}

enum rc job_movement(struct job *q)
{
	struct movement m = { .b.q = q, .column = -1 };

	job_whole(q);
	TRY(files_load(q, month_of(q), &m.files, q->e));
	TRY(walk_files(&m));
	TRY(snap_each(q->s->view, type_of(q->s, &worker_type), 1, each_worker, &m, q->e));
	TRY(q->rc);
	TRY(walk_events(&m, each_event));
	tally_finish(&m.b);
	for (size_t i = 0; i < m.b.n; i++)
		show(&m, &m.b.row[i], false);
	if (m.b.n > 1)
		show(&m, &m.b.all, true);
	return RC_OK;
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

const char *const events_in_facts[] = { "family_name", "first_hours", NULL };

static bool list_event(void *arg, uint64_t id, const val *v)
{
	struct movement *m = arg;
	struct job *q = m->b.q;
	const val *cover = v + 1;
	bool alarm = cover[1].set && cover[1].n == FLAG_YES;
	struct family *f;
	struct row *row;
	str *fact;

	if (over(m, v[0].n))
		return false;
	if ((m->column == M_ALARMS && !alarm) || !(f = in_division(m, files_owner(&m->files.events, id, (uint64_t)cover[0].n))))
		return true;
	if (!job_window(q) || !(row = job_record(q, &event_type, id, COUNT(events_in_facts), &fact)))
		return true;
	fact[0] = lex_ref_text(q->s, q->a, "family", f->r.id);
	if (cover[2].set)
		fact[1] = hours_text(q->a, minutes_between((moment){ v[0].n }, (moment){ cover[2].n }), 1);
	row->tone = alarm ? TONE_RED : TONE_NONE;
	return true;
}

enum rc job_events_in(struct job *q)
{
	struct movement m;

	TRY(behind(q, &m));
	return walk_events(&m, list_event);
}

/* Who was seen, worker by worker. */
enum rc job_visits_in(struct job *q)
{
	struct movement m;

	TRY(behind(q, &m));
	TRY(snap_each(q->s->view, type_of(q->s, &worker_type), 1, each_worker, &m, q->e));
	return q->rc;
}
