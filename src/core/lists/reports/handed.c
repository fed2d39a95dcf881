/* handed.c - the lists about reports as wholes: which there are, which were handed up, who owes one. */
#include "base/str.h"
#include "core/lists/reports/freeze.h"
#include "core/lists/job.h"
#include "core/read/reach.h"

/* The last period of each kind that is over. */
struct spans { struct span span[REPORT_PERIODS]; size_t n; };

static struct spans ended(const struct report *r, date today)
{
	static const enum period kinds[] = { PERIOD_MONTH, PERIOD_QUARTER, PERIOD_HALF, PERIOD_YEAR };
	struct spans out = { 0 };

	for (size_t i = 0; i < COUNT(kinds); i++)
		if (r->periods & 1u << (REPORT_MONTH + i))
			out.span[out.n++] = span_by(period_of(kinds[i], 0, today), -1);
	return out;
}

/* What is known of an org's report of a period. */
static enum rc standing(struct job *q, const struct report *r, struct span span, uint64_t org, struct report_row *row)
{
	struct err why = { 0 };
	struct rec *kept;
	uint64_t id = 0;
	enum rc rc = org ? report_handed_up(q->s, r->name, span, org, &id, &why) : RC_NOT_FOUND;

	row->name = r->name;
	row->title = r->title;
	row->from = span.first;
	row->to = span.last;
	row->org.id = org;
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK) {
		*q->e = why;
		return rc;
	}
	TRY(snap_get(q->s->view, q->a, type_of(q->s, &frozen_type), id, &kept, q->e));
	row->kept.id = id;
	row->state = ((struct frozen *)kept)->state;
	row->remark = ((struct frozen *)kept)->remark;
	return RC_OK;
}

/* A report with the periods one would hand up now, else with the one that runs. */
static enum rc show_report(struct job *q, const struct report *r)
{
	struct spans spans = ended(r, session_today(q->s));

	if (!r->submits || !spans.n) {
		spans.n = 1;
		TRY(report_period(r, S(""), session_today(q->s), &spans.span[0], q->e));
	}
	for (size_t k = 0; k < spans.n; k++) {
		struct report_row *row = job_row(q, NULL, q->page->n + 1);

		q->page->total++;
		TRY(standing(q, r, spans.span[k], r->submits ? q->s->me.unit : 0, row));
	}
	return RC_OK;
}

/* Those that are handed up come first. */
enum rc job_reports(struct job *q)
{
	struct report_names all = report_all(q->a, q->s->office);

	job_whole(q);
	for (int submits = 1; submits >= 0; submits--)
		for (size_t i = 0; i < all.n; i++) {
			const struct report *r;

			TRY(report_load(q->a, q->s->office, all.p[i], &r, q->e));
			if ((r->submits != 0) == submits)
				TRY(show_report(q, r));
		}
	return RC_OK;
}

/* The latest first; those of my part of the tree. */
enum rc job_frozen(struct job *q)
{
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &frozen_type), .backward = true }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (rec_voided(r) || !rights_org(q->s, ((const struct frozen *)r)->org.id))
			continue;
		TRY(snap_get(q->s->view, q->a, type_of(q->s, &frozen_type), r->id, &whole, q->e));
		job_record(q, &frozen_type, whole);
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- who owes one ------------------------------------------------------------------------------- */

/* Where there are families, and since when. */
struct lived { uint64_t community; str code; date since; };
struct all_lived { VEC(struct lived); };

static enum rc take_lived(struct job *q, struct all_lived *out)
{
	struct family_walk walk;
	const struct family *f;
	enum rc rc;

	read_families(q->s, q->a, &walk);
	while ((rc = next_family(&walk, &f, q->e)) == RC_OK) {
		struct lived *l = out->n ? &out->p[out->n - 1] : NULL;

		if (!l || l->community != f->community.id) {
			struct org *o = peek_org(q->s, q->a, f->community.id);

			if (!o || !rights_org(q->s, o->r.id))
				continue;
			l = vec_add(q->a, out);
			*l = (struct lived){ o->r.id, o->code.s, f->opened };
		}
		if (f->opened.day < l->since.day)
			l->since = f->opened;
	}
	TRY_END(rc);
	return RC_OK;
}

static bool has_families(const struct all_lived *all, str div, date by)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_starts(all->p[i].code, div) && all->p[i].since.day <= by.day)
			return true;
	return false;
}

static bool submits(struct job *q, const struct report *r, const struct org *o)
{
	for (size_t i = 0; i < REPORT_LEVELS; i++)
		if (r->submits & 1u << i && code_means(&q->s->office->codes, o->level, report_levels[i].means))
			return true;
	return false;
}

static enum rc owed_for(struct job *q, const struct report *r, struct span span, const struct all_lived *lived)
{
	const uint64_t *orgs;
	size_t n;

	rights_orgs(q->s, &orgs, &n);
	for (size_t i = 0; i < n; i++) {
		const struct org *o = peek_org(q->s, q->a, orgs[i]);
		struct report_row as = { 0 }, *row;

		if (!o || !submits(q, r, o) || !has_families(lived, o->code.s, span.last))
			continue;
		TRY(standing(q, r, span, o->r.id, &as));
		if (as.kept.id && !code_means(&q->s->office->codes, as.state, MEANS_REPORT_RETURNED))
			continue;
		row = job_row(q, &org_type, o->r.id);
		q->page->total++;
		as.r = row->r;
		*row = as;
		job_last(q)->group = arena_printf(q->a, "%.*s %.*s", STR_FMT(tr_str(r->title)),
			STR_FMT(span_text(q->a, span)));
	}
	return RC_OK;
}

/* Of the last period that is over, unit by unit: not handed up, or given back. */
enum rc job_owed(struct job *q)
{
	struct report_names all = report_all(q->a, q->s->office);
	struct all_lived lived = { 0 };

	job_whole(q);
	TRY(take_lived(q, &lived));
	for (size_t i = 0; i < all.n; i++) {
		const struct report *r;
		struct spans spans;

		TRY(report_load(q->a, q->s->office, all.p[i], &r, q->e));
		spans = ended(r, session_today(q->s));
		for (size_t k = 0; r->submits && k < spans.n; k++)
			TRY(owed_for(q, r, spans.span[k], &lived));
	}
	return RC_OK;
}
