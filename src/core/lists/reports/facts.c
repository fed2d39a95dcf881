/* facts.c - reads what happened in a period, family by family as they were at its end, and what the orgs did. */
#include "core/lists/reports/facts.h"

#include "base/str.h"
#include "core/office/means.h"
#include "core/read/reach.h"
#include "core/rules/activity.h"
#include "core/rules/view_due.h"

#define FAMILY_COLUMNS "file head community workers phone1 state last"
const struct source_row source_rows[SOURCES] = {
	[OF_FILES] = { &family_type, &family_row_type, FAMILY_COLUMNS },
	[OF_PEOPLE] = { &person_type, &cared_row_type, "ref name family age relation self_care" },
	[OF_VISITS] = { &visit_type, &visit_type, "ref when family by mode outcome late_days" },
	[OF_GIFTS] = { &gift_type, &gift_type, "ref on family campaign cash items by" },
	[OF_PSYCH] = { &psych_type, &psych_type, "ref on family by" },
	[OF_NEEDS] = { &need_type, &need_type, "ref no family kind received due closed result" },
	[OF_EVENTS] = { &event_type, &event_type, "ref known_at family kind first_contact closed" },
	[OF_CLAIMS] = { &claim_type, &claim_type, "ref no family person reported state paid paid_on" },
	[OF_TEFU] = { &tefu_type, &tefu_type, "ref family person kind first_month stop_month" },
	[OF_REVIEWS] = { &review_type, &review_type, "ref family person year state on" },
	[OF_ACTIVITIES] = { &activity_type, &activity_type, "ref on title org task people special_families" },
};

enum { LATE_DAYS = 366 }; /* a visit is written down at most so long after it */

bool part_has(struct part p, str place)
{
	return p.own ? str_eq(place, p.code) : str_starts(place, p.code);
}

static struct fact *add(struct job *q, struct facts *f, enum source of, const struct rec *r, str place,
	uint64_t family)
{
	struct fact *x = vec_add(q->a, &f->of[of]);

	*x = (struct fact){ .rec = r, .place = place, .family = family };
	return x;
}

/* ---- what belongs to a family ----------------------------------------------------------------- */

/* Those of a year before too: what was written down late. */
static enum rc take_visits(struct job *q, struct facts *f, const struct family_view *v, str place,
	bool *refused, struct err *e)
{
	bool refuses = false, reached = false;
	struct visits all;

	TRY(view_visits(v, &all, e));
	for (size_t i = 0; i < all.n; i++) {
		const struct seen *seen = &all.seen[i];
		int32_t day = moment_date(seen->when).day;
		struct rec *whole;

		if (day > f->on.day || day < f->span.first.day - LATE_DAYS)
			continue;
		if (day >= f->span.first.day) {
			refuses |= code_is(seen->outcome, "refuses");
			reached |= code_is(seen->outcome, "ok") && code_is(seen->mode, "contact");
		}
		TRY(snap_get(q->s->view, q->a, type_of(q->s, &visit_type), all.id[i], &whole, e));
		add(q, f, OF_VISITS, whole, place, v->family->r.id);
	}
	*refused = refuses && !reached;
	return RC_OK;
}

static enum rc take_parts(struct job *q, struct facts *f, const struct family_view *v, enum source of, str place,
	struct err *e)
{
	struct parts parts;

	TRY(view_parts(v, source_rows[of].type, &parts, e));
	for (size_t i = 0; i < parts.n; i++)
		add(q, f, of, parts.rec[i], place, v->family->r.id);
	return RC_OK;
}

static bool in_hospital(const struct parts *events, uint64_t person, date on)
{
	for (size_t i = 0; i < events->n; i++) {
		const struct event *v = (const struct event *)events->rec[i];

		if (v->person.id == person && v->admit.day && v->admit.day <= on.day &&
			(!v->discharge.day || v->discharge.day > on.day))
			return true;
	}
	return false;
}

static enum rc take_people(struct job *q, struct facts *f, const struct family_view *v, str place,
	const struct cared_for *people, struct err *e)
{
	bool alone = code_means(f->book, v->family->live_state, MEANS_LIVES_ALONE) ||
		     codes_mean(f->book, v->family->care_flags, MEANS_FLAG_ALONE);
	struct parts events;

	TRY(view_parts(v, &event_type, &events, e));
	for (size_t i = 0; i < people->n; i++) {
		struct fact *x = add(q, f, OF_PEOPLE, &people->p[i].p->r, place, v->family->r.id);

		x->cared = &people->p[i];
		x->alone = alone;
		x->in_hospital = in_hospital(&events, people->p[i].p->r.id, f->on);
	}
	return RC_OK;
}

static enum rc take_family(struct job *q, uint32_t sources, struct facts *f, const struct file *file, struct err *e)
{
	const struct family *now = peek_family(q->s, q->a, file->id);
	str place = file->home->code;
	struct cared_for people;
	struct family_view v;
	struct stage *stage = ARENA_NEW(q->a, struct stage);
	bool refused = false, here = file->home->inside;
	uint64_t org;
	struct fact *x;

	if (!now)
		return RC_OK;
	TRY(view_open(q->s, q->a, now, f->on, &v, e));
	TRY(indicators_told(&v, f->span, &org, stage, &people, e));
	if (here && sources & (1u << OF_VISITS | 1u << OF_FILES))
		TRY(take_visits(q, f, &v, place, &refused, e));
	x = add(q, f, OF_FILES, &v.family->r, place, file->id);
	x->file = file;
	x->stage = stage->n[SUM_FAMILIES] ? stage : NULL;
	x->refused = refused;
	if (here && sources & 1u << OF_PEOPLE)
		TRY(take_people(q, f, &v, place, &people, e));
	for (enum source of = OF_GIFTS; here && of < OF_ACTIVITIES; of++)
		if (sources & 1u << of)
			TRY(take_parts(q, f, &v, of, place, e));
	return RC_OK;
}

/* ---- what the orgs did ------------------------------------------------------------------------ */

static enum rc take_activities(struct job *q, struct facts *f, struct err *e)
{
	const struct rec_type *t = type_of(q->s, &activity_type);
	val from = { true, f->span.first.day, { 0 } };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t, .index = "on", .from = &from }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct activity *at = (const struct activity *)r;
		const struct org *org = peek_org(q->s, q->a, at->org.id);
		struct rec *whole;

		if (at->on.day > f->on.day) {
			cursor_close(&c);
			return RC_OK;
		}
		if (!org || !rights_org(q->s, at->org.id))
			continue;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, e));
		if (activity_held((const struct activity *)whole, f->on))
			add(q, f, OF_ACTIVITIES, whole, org->code.s, 0);
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- what was handed up ----------------------------------------------------------------------- */

static enum rc take_handed(struct job *q, str report, struct facts *f, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = &frozen_type, .index = "report",
		.prefix = &(val){ true, 0, report }, .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct frozen *x = (const struct frozen *)r;
		const struct org *org = peek_org(q->s, q->a, x->org.id);

		if (org && !code_means(f->book, x->state, MEANS_REPORT_RETURNED))
			*vec_add(q->a, &f->handed) = (struct handed_up){ { x->from, x->to }, org->code.s, x->seen.v };
	}
	TRY_END(rc);
	return RC_OK;
}

enum rc facts_take(struct job *q, str report, struct span span, uint32_t sources, struct facts *f, struct err *e)
{
	date today = session_today(q->s);

	f->span = span;
	f->on = f->span.last.day < today.day ? f->span.last : today;
	f->book = &q->s->office->codes;
	f->care = &q->s->office->care;
	if (sources & 1u << OF_VISITS)
		TRY(take_handed(q, report, f, e));
	TRY(files_load(q, (struct span){ f->span.first, f->on }, &f->files, e));
	for (size_t i = 0; i < f->files.file.n; i++) {
		const struct file *file = &f->files.file.p[i];

		if (file->home->inside || file->before->inside)
			TRY(take_family(q, sources, f, file, e));
	}
	return sources & 1u << OF_ACTIVITIES ? take_activities(q, f, e) : RC_OK;
}
