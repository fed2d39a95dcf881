/* work.c - 六项任务 and 五个领域: what was done in a period, added up by a code that each record carries. */
#include "core/lists/job.h"
#include "core/office/means.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/rules/activity.h"

/* The year so far, unless a period was named; what is still to come has not been done. */
static struct span period(const struct job *q)
{
	date today = session_today(q->s);
	struct span span = q->ask->span.last.day ? q->ask->span : period_of(PERIOD_YEAR, 0, today);

	if (span.last.day > today.day)
		span.last = today;
	return span;
}

/* ---- activities by one of their codes --------------------------------------------------------------- */

/* By which field; several codes in it count in each of their rows, so that only what has one adds up. */
static const struct { const char *query, *field; bool adds_up; } boards[] = {
	{ "six-tasks", "task", true }, { "four-entries", "place_kind", true }, { "target-groups", "target", false },
};

struct sums { int64_t activities, people, special_families, handouts, volunteers, fen; };
struct adding {
	struct job *q;
	const struct field *field;
	const struct code_table *codes;
	struct sums *of, all;  /* one for each code, and one behind them for what has none */
	struct span span;
};

static void add(struct sums *to, const struct activity *act)
{
	to->activities++;
	to->people += act->people.v;
	to->special_families += act->special_families.v;
	to->handouts += act->handouts.v;
	to->volunteers += act->volunteers.v;
	to->fen += act->cost.fen;
}

static void take(struct adding *w, const struct activity *act)
{
	str rest = field_get(w->field, &act->r).s, key;
	bool none = true;

	add(&w->all, act);
	while (str_word(&rest, &key))
		for (size_t i = 0; i < w->codes->n; i++)
			if (str_eq(w->codes->item[i].key, key)) {
				add(&w->of[i], act);
				none = false;
			}
	if (none)
		add(&w->of[w->codes->n], act);
}

static void show(struct adding *w, const struct sums *n, str key, bool total)
{
	struct job *q = w->q;
	struct work_row *row = job_row(q, NULL, 0);

	q->page->total++;
	if (key.n)
		field_set(type_field(q->page->type, str_of(w->field->name)), &row->r, (val){ true, 0, key });
	row->activities = (num){ true, n->activities };
	row->people = (num){ true, n->people };
	row->special_families = (num){ true, n->special_families };
	row->handouts = (num){ true, n->handouts };
	row->volunteers = (num){ true, n->volunteers };
	row->cost = (money){ true, n->fen };
	job_last(q)->group = total ? S(SAY("合计")) : key.n ? S("") : S(SAY("没有写的"));
}

enum rc job_work(struct job *q)
{
	const struct rec_type *t = type_of(q->s, &activity_type);
	struct adding w = { .q = q, .span = period(q) };
	const val from = { true, w.span.first.day, { 0 } };
	bool adds_up = false;
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	for (size_t i = 0; i < COUNT(boards); i++)
		if (strcmp(q->named->query.name, boards[i].query) == 0) {
			w.field = type_field(t, str_of(boards[i].field));
			adds_up = boards[i].adds_up;
		}
	w.codes = codebook_find(&q->s->office->codes, str_of(w.field->of));
	w.of = ARENA_ARRAY(q->a, struct sums, w.codes->n + 1);
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t, .index = "on", .from = &from }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (((const struct activity *)r)->on.day > w.span.last.day)
			break;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (reach_of(q->s, t, whole) < REACH_OUTSIDE && activity_held((const struct activity *)whole, w.span.last))
			take(&w, (const struct activity *)whole);
	}
	if (rc == RC_OK)
		cursor_close(&c);
	else
		TRY_END(rc);
	job_whole(q);
	for (size_t i = 0; i < w.codes->n; i++)
		if (!w.codes->item[i].retired || w.of[i].activities)
			show(&w, &w.of[i], w.codes->item[i].key, false);
	if (w.of[w.codes->n].activities)
		show(&w, &w.of[w.codes->n], S(""), false);
	if (adds_up)
		show(&w, &w.all, S(""), true);
	return RC_OK;
}

/* The activities behind one row: the ask's line is the code; "-": those that have none; nothing: all. */
static bool is_behind(const struct field *f, const struct activity *act, str key)
{
	str keys = field_get(f, &act->r).s;

	return !key.n || (str_is(key, "-") ? !keys.n : has_key(keys, key));
}

enum rc job_work_behind(struct job *q)
{
	static const struct { const char *query, *field; } lists[] = {
		{ "activities-task", "task" }, { "activities-entry", "place_kind" }, { "activities-target", "target" },
	};
	const struct rec_type *t = type_of(q->s, &activity_type);
	struct span span = period(q);
	const val from = { true, span.first.day, { 0 } };
	const struct field *f = NULL;
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	for (size_t i = 0; i < COUNT(lists); i++)
		if (strcmp(q->named->query.name, lists[i].query) == 0)
			f = type_field(t, str_of(lists[i].field));
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t, .index = "on", .from = &from }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (((const struct activity *)r)->on.day > span.last.day)
			break;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (reach_of(q->s, t, whole) < REACH_OUTSIDE && activity_held((const struct activity *)whole, span.last) &&
			is_behind(f, (const struct activity *)whole, q->ask->line))
			job_record(q, &activity_type, whole);
	}
	if (rc == RC_OK)
		cursor_close(&c);
	else
		TRY_END(rc);
	return RC_OK;
}

/* ---- services by domain ------------------------------------------------------------------------------ */

struct serving { const struct code_table *codes; int64_t *families, *services; bool *here; };

static void serve(struct serving *v, const struct visit *visit)
{
	str rest = visit->domains.keys, key;

	while (str_word(&rest, &key))
		for (size_t i = 0; i < v->codes->n; i++)
			if (str_eq(v->codes->item[i].key, key)) {
				v->services[i]++;
				v->here[i] = true;
			}
}

static enum rc serve_family(struct job *q, struct serving *v, uint64_t family, struct span span)
{
	const struct rec_type *t = type_of(q->s, &visit_type);
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	memset(v->here, 0, v->codes->n * sizeof *v->here);
	TRY(job_open(q, &visit_type, "family", family, true, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		date on = moment_date(((const struct visit *)r)->when);

		if (on.day < span.first.day)
			break;
		if (rec_voided(r) || on.day > span.last.day)
			continue;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		serve(v, (const struct visit *)whole);
	}
	if (rc == RC_OK)
		cursor_close(&c);
	else
		TRY_END(rc);
	for (size_t i = 0; i < v->codes->n; i++)
		v->families[i] += v->here[i];
	return RC_OK;
}

static bool counted(struct job *q, struct serving *v)
{
	*v = (struct serving){ .codes = codebook_find(&q->s->office->codes, S("DOMAIN")) };
	if (!v->codes)
		return false;
	v->families = ARENA_ARRAY(q->a, int64_t, v->codes->n);
	v->services = ARENA_ARRAY(q->a, int64_t, v->codes->n);
	v->here = ARENA_ARRAY(q->a, bool, v->codes->n);
	return true;
}

/* The families that had this care in the period, or did not; the ask's line is the domain. */
static enum rc domain_families(struct job *q, bool had)
{
	struct file_ids files = { 0 };
	struct span span = period(q);
	struct serving v;

	if (!counted(q, &v))
		return RC_OK;
	TRY(job_open_files(q, &files));
	for (size_t i = 0; i < files.n; i++) {
		bool any = false;

		TRY(serve_family(q, &v, files.p[i], span));
		for (size_t k = 0; k < v.codes->n; k++)
			any |= v.here[k] && (!q->ask->line.n || str_eq(v.codes->item[k].key, q->ask->line));
		if (any == had)
			TRY(job_family(q, files.p[i]));
	}
	return RC_OK;
}

enum rc job_domain_with(struct job *q)
{
	return domain_families(q, true);
}

enum rc job_domain_without(struct job *q)
{
	return domain_families(q, false);
}

enum rc job_domains(struct job *q)
{
	struct file_ids files = { 0 };
	struct span span = period(q);
	struct serving v;

	if (!counted(q, &v))
		return RC_OK;
	TRY(job_open_files(q, &files));
	for (size_t i = 0; i < files.n; i++)
		TRY(serve_family(q, &v, files.p[i], span));
	job_whole(q);
	for (size_t i = 0; i < v.codes->n; i++) {
		struct domain_row *row;

		if (v.codes->item[i].retired && !v.services[i])
			continue;
		row = job_row(q, NULL, 0);
		q->page->total++;
		row->domain.key = v.codes->item[i].key;
		row->families = (num){ true, v.families[i] };
		row->services = (num){ true, v.services[i] };
		row->without = (num){ true, (int64_t)files.n - v.families[i] };
	}
	return RC_OK;
}
