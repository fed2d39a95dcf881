/* venues.c - 阵地 with what each lacks, and 培训: who has been trained this year, and who has not. */
#include "core/lists/job.h"

#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/rules/activity.h"
#include "core/rules/standing.h"

/* ---- venues ------------------------------------------------------------------------------------------ */

/* The codes of a table in force that are not among those. */
static codes lacking(struct job *q, const char *table, codes has)
{
	const struct code_table *t = codebook_find(&q->s->office->codes, str_of(table));
	struct buf b = { .a = q->a };

	for (size_t i = 0; t && i < t->n; i++)
		if (!t->item[i].retired && !has_key(has.keys, t->item[i].key))
			buf_printf(&b, "%s%.*s", b.n ? " " : "", STR_FMT(t->item[i].key));
	return (codes){ buf_view(&b) };
}

static enum rc held_there(struct job *q, uint64_t venue, num *out)
{
	date today = session_today(q->s);
	struct span year = period_of(PERIOD_YEAR, 0, today);
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = (num){ true, 0 };
	TRY(job_open(q, &activity_type, "place", venue, true, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct rec *act;

		if (((const struct activity *)r)->on.day < year.first.day)
			continue;
		act = peek(q->s, q->a, &activity_type, r->id);
		out->v += act && activity_held((const struct activity *)act, today);
	}
	TRY_END(rc);
	return RC_OK;
}

enum rc job_venues(struct job *q)
{
	const struct rec_type *t = type_of(q->s, &venue_type);
	const struct code_table *kinds = codebook_find(&q->s->office->codes, S("VENUE_KIND"));
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(job_open(q, &venue_type, "org", 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		struct venue_row *row;

		if (reach_of(q->s, t, r) >= REACH_OUTSIDE)
			continue;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (!(row = job_record(q, &venue_type, whole)))
			continue;
		row->missing = lacking(q, "FOUR_HAVE", row->v.have);
		if (code_is(code_find(kinds, row->v.kind.key), "six"))
			row->missing_six = lacking(q, "SIX_HAVE", row->v.six);
		TRY(held_there(q, r->id, &row->activities));
		job_last(q)->tone = row->v.ended.day ? TONE_DIM
			: row->missing.keys.n || row->missing_six.keys.n ? TONE_YELLOW : TONE_NONE;
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- trainings --------------------------------------------------------------------------------------- */

struct trained { struct job *q; struct { VEC(const struct training *); } all; };

/* Those of a span, or all of them. */
static enum rc trainings(struct job *q, struct span span, struct trained *out)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = (struct trained){ .q = q };
	TRY(job_open(q, &training_type, "on", 0, true, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		date on = ((const struct training *)r)->on;
		struct rec *whole;

		if (span.last.day && (on.day < span.first.day || on.day > span.last.day))
			continue;
		TRY(snap_get(q->s->view, q->a, type_of(q->s, &training_type), r->id, &whole, q->e));
		*vec_add(q->a, &out->all) = (const struct training *)whole;
	}
	TRY_END(rc);
	return RC_OK;
}

static bool came(struct job *q, const struct training *t, uint64_t worker)
{
	return has_key(t->workers.ids, arena_printf(q->a, "%llu", (unsigned long long)worker));
}

enum rc job_trained(struct job *q)
{
	struct trained w;

	TRY(trainings(q, (struct span){ 0 }, &w));
	for (size_t i = 0; i < w.all.n; i++)
		if (came(q, w.all.p[i], q->ask->about))
			job_record(q, &training_type, &w.all.p[i]->r);
	return RC_OK;
}

/* Who works there and below and has come to no training since the year began. */
enum rc job_untrained(struct job *q)
{
	const struct org *o = peek_org(q->s, q->a, q->ask->about);
	struct span year = period_of(PERIOD_YEAR, 0, session_today(q->s));
	struct standings all;
	struct trained w;

	TRY(standings_load(q->s, q->a, (struct span){ 0 }, &all, q->e));
	TRY(trainings(q, year, &w));
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; o && k < all.p[i].staff.n && standing_lies_in(&all.p[i], o->code.s); k++) {
			const struct worker *who = all.p[i].staff.p[k];
			bool there = false;

			for (size_t n = 0; n < w.all.n; n++)
				there |= came(q, w.all.p[n], who->r.id);
			if (!there)
				job_record(q, &worker_type, &who->r);
		}
	return RC_OK;
}
