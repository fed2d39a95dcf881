/* movement.c - 本月动态: what a month did to the files of a community or street, how often they were
 * seen, which grave events came and how soon somebody was there (domain.md 4.5 R05, AT7, AT11).
 * A family counts where it lives now; every number is a list of its own. */
#include "core/lists/boards/tally.h"

#include "base/str.h"

#include <stdlib.h>

enum { M_BEGIN, M_IN, M_OUT, M_END, M_BEREAVED, M_DISABLED, M_TURNED, M_CONTACTS, M_HOMES, M_EVENTS,
	M_ALARMS, M_SHOWN, M_ANSWERED = M_SHOWN, M_MINUTES };
const char *const movement_facts[] = { "begin", "in", "out", "end", "bereaved", "disabled", "turned",
	"contacts", "homes", "events", "alarms", "first_hours", NULL };
const char *const movement_heads[] = { "期初", "新增", "减少", "期末", "失独", "伤残", "转类", "联系",
	"上门", "重大情况", "失联核查", "首次联系", NULL };
_Static_assert(COUNT(movement_facts) == M_SHOWN + 2, "a fact each, and the time to the first contact");

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

struct turns { struct movement *m; str kind; bool turned; int64_t next; };

/* The kind at the end of the period, from the dated changes: what the first later one turned from. */
static bool each_turn(void *arg, uint64_t id, const val *v)
{
	struct turns *t = arg;

	(void)id;
	if (!str_is(v[3].s, "kind")) /* behind family, effective: about, field, was, is */
		return true;
	t->turned |= in(t->m->span, v[1].n);
	if (v[1].n > t->m->span.last.day && !t->next) {
		t->next = v[1].n;
		t->kind = arena_str(t->m->b.q->a, v[4].s);
	}
	return true;
}

static bool each_file(void *arg, uint64_t id, const val *v)
{
	struct movement *m = arg;
	struct job *q = m->b.q;
	const val *cover = v + 2; /* behind community, file_no: opened, closed, kind, kind_since */
	int64_t opened = cover[0].n, closed = cover[1].set ? cover[1].n : INT32_MAX;
	struct turns t = { .m = m, .kind = cover[2].s };
	struct tally *sum;
	bool is[M_CONTACTS], live;

	if ((uint64_t)v[0].n != m->community) {
		struct org *o = peek_org(q->s, q->a, m->community = (uint64_t)v[0].n);

		m->inside = o && rights_org(q->s, m->community) && str_starts(o->code.s, m->div);
	}
	if (!m->inside)
		return true;
	if (id < m->nhome)
		m->home[id] = m->community;
	if (cover[3].set)
		q->rc = snap_walk(q->s->view,
			&(struct walk){ .type = type_of(q->s, &status_type), .index = "family",
				.prefix = &(val){ true, (int64_t)id, { 0 } }, .nprefix = 1,
				.each = each_turn, .arg = &t },
			q->e);
	live = opened <= m->span.last.day && closed > m->span.last.day;
	is[M_BEGIN] = opened < m->span.first.day && closed >= m->span.first.day;
	is[M_IN] = in(m->span, opened);
	is[M_OUT] = in(m->span, closed);
	is[M_END] = live;
	is[M_BEREAVED] = live && t.kind.n == 2 && t.kind.p[0] == '1';
	is[M_DISABLED] = live && t.kind.n == 2 && t.kind.p[0] == '2';
	is[M_TURNED] = t.turned;
	if (m->column >= 0) {
		if (is[m->column])
			job_family(q, id);
		return q->rc == RC_OK;
	}
	sum = tally_of(&m->b, m->community);
	for (size_t i = 0; i < COUNT(is); i++)
		sum->n[i] += is[i];
	return q->rc == RC_OK;
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

	if (m->column < 0) {
		TRY(snap_each(q->s->view, type_of(q->s, &family_type), 1, highest, &last, q->e));
		m->nhome = last + 1;
		m->home = ARENA_ARRAY(q->a, uint64_t, m->nhome);
		memset(m->home, 0, m->nhome * sizeof *m->home);
	}
	TRY(snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &family_type), .index = "community",
			.each = each_file, .arg = m },
		q->e));
	return q->rc;
}

/* The family of a row, when it lives in the division asked for. */
static struct family *in_division(struct movement *m, uint64_t id)
{
	struct job *q = m->b.q;
	struct family *f = peek_family(q->s, q->a, id);
	struct org *o = f ? peek_org(q->s, q->a, f->community.id) : NULL;

	return o && str_starts(o->code.s, m->div) && rights_org(q->s, f->community.id) ? f : NULL;
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
	return moment_date((moment){ when }).day > m->span.last.day;
}

static bool each_visit(void *arg, uint64_t id, const val *v)
{
	struct movement *m = arg;
	uint64_t family = (uint64_t)v[2].n, org = family < m->nhome ? m->home[family] : 0;
	struct tally *t;

	(void)id;
	if (over(m, v[1].n))
		return false;
	if (!org)
		return true;
	t = tally_of(&m->b, org);
	t->n[M_CONTACTS] += counts_as(m, v + 2, "contact");
	t->n[M_HOMES] += counts_as(m, v + 2, "home");
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
		!(f = in_division(m, (uint64_t)v[2].n)))
		return true;
	if (job_window(q) && (row = job_record(q, &visit_type, id, COUNT(visits_in_facts), &fact)))
		fact[0] = lex_ref_text(q->s, q->a, "family", f->r.id);
	return true;
}

static bool each_worker(void *arg, uint64_t id)
{
	struct movement *m = arg;
	struct job *q = m->b.q;
	val by = { true, (int64_t)id, { 0 } }, from = { true, moment_of(m->span.first, -1).v, { 0 } };

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
	uint64_t family = (uint64_t)cover[0].n, org = family < m->nhome ? m->home[family] : 0;
	struct tally *t;

	(void)id;
	if (over(m, v[0].n))
		return false;
	if (!org)
		return true;
	t = tally_of(&m->b, org);
	t->n[M_EVENTS]++;
	t->n[M_ALARMS] += cover[1].set && cover[1].n == FLAG_YES;
	if (cover[2].set) {
		t->n[M_ANSWERED]++;
		t->n[M_MINUTES] += minutes_between((moment){ v[0].n }, (moment){ cover[2].n });
	}
	return true;
}

static enum rc walk_events(struct movement *m, bool (*each)(void *, uint64_t, const val *))
{
	struct job *q = m->b.q;
	val from = { true, moment_of(m->span.first, -1).v, { 0 } };

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
	struct movement m = { .b.q = q, .span = month_of(q), .column = -1 };

	job_whole(q);
	TRY(walk_files(&m));
	TRY(snap_each(q->s->view, type_of(q->s, &worker_type), 1, each_worker, &m, q->e));
	TRY(q->rc);
	TRY(walk_events(&m, each_event));
	tally_divisions(&m.b);
	for (size_t i = 0; i < m.b.n; i++)
		show(&m, &m.b.row[i], false);
	if (m.b.n > 1)
		show(&m, &m.b.all, true);
	return RC_OK;
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
	if ((m->column == M_ALARMS && !alarm) || !(f = in_division(m, (uint64_t)cover[0].n)))
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
	struct movement m = behind(q);

	return walk_events(&m, list_event);
}

/* Who was seen, worker by worker. */
enum rc job_visits_in(struct job *q)
{
	struct movement m = behind(q);

	TRY(snap_each(q->s->view, type_of(q->s, &worker_type), 1, each_worker, &m, q->e));
	return q->rc;
}
