/* behind.c - the list behind a number of a report: what was counted; and behind a difference, what the one has and the
 * other has not, with the reason. */
#include "base/str.h"
#include "core/lists/reports/table.h"
#include "core/read/parts.h"

#include <stdlib.h>

/* ---- what was counted --------------------------------------------------------------------------- */

/* Where it was counted: a part, and (within) what alone is looked at, of the period or as it was handed up. */
struct where { const struct report *report; struct span span; struct part part; };

static enum rc count_live(struct job *q, const struct where *w, const struct report_column *c, struct items *out)
{
	enum source of = c->count->of;
	struct facts f = { 0 };

	TRY(facts_take(q, w->report->name, w->span, 1u << of, &f, q->e));
	for (size_t i = 0; i < f.of[of].n; i++)
		if (column_counts(&f, c, &f.of[of].p[i], w->part))
			*vec_add(q->a, out) = column_item(c, &f.of[of].p[i]);
	return RC_OK;
}

/* Of what moves about inside a part its own row tells; of the rest the rows of communities do. */
static enum rc count_kept(struct job *q, const struct where *w, const struct report_column *c, struct items *out)
{
	size_t at = (size_t)(c - w->report->column);
	struct lines_of all;

	TRY(kept_lines(w->report, q->a, &all, q->e));
	for (size_t i = 0; i < all.n; i++) {
		const struct line *l = &all.p[i];
		bool whole = w->part.code.n ? str_eq(l->part.code, w->part.code) && l->part.own == w->part.own
			: i + 1 == all.n;
		bool below = w->part.own ? whole : part_has(w->part, l->part.code);

		if (c->count->inner ? !whole : l->tier != TIER_LOW || !below)
			continue;
		for (size_t k = 0; k < l->of[at].n; k++)
			*vec_add(q->a, out) = l->of[at].p[k];
		if (c->count->inner)
			return RC_OK;
	}
	return RC_OK;
}

static int by_id(const void *x, const void *y)
{
	uint64_t a = ((const struct item *)x)->id, b = ((const struct item *)y)->id;

	return a < b ? -1 : a > b;
}

static const struct item *item_in(const struct items *sorted, uint64_t id)
{
	return sorted->n ? bsearch(&(struct item){ .id = id }, sorted->p, sorted->n, sizeof *sorted->p, by_id) : NULL;
}

static void sort_items(struct items *all)
{
	if (all->n > 1)
		qsort(all->p, all->n, sizeof *all->p, by_id);
}

/* Of a share those that it lacks. */
static enum rc collect(struct job *q, const struct where *w, const struct report_column *c, struct items *out)
{
	enum rc (*count)(struct job *, const struct where *, const struct report_column *, struct items *) =
		w->report->kept ? count_kept : count_live;
	struct items all = { 0 }, some = { 0 };

	if (c->count)
		return count(q, w, c, out);
	TRY(count(q, w, &w->report->column[c->of], &all));
	TRY(count(q, w, &w->report->column[c->share], &some));
	sort_items(&some);
	for (size_t i = 0; i < all.n; i++)
		if (!item_in(&some, all.p[i].id))
			*vec_add(q->a, out) = all.p[i];
	return RC_OK;
}

/* ---- as rows ------------------------------------------------------------------------------------- */

static void fill_person(struct job *q, struct cared_row *row)
{
	const struct family *f = peek_family(q->s, q->a, row->m.p.family.id);
	int age = age_at(row->m.p.birth, session_today(q->s));

	if (age >= 0)
		row->m.age = (num){ true, age };
	if (!f)
		return;
	row->file = f->file_no;
	row->kind = f->kind;
	row->care_level = f->care_level;
	row->live_addr = f->live_addr;
	row->community = f->community;
}

/* A record as it was then, or as it is; one that has been voided since is shown dim. */
static enum rc list_one(struct job *q, enum source of, const struct item *x)
{
	const struct rec *r = x->rec;
	struct cared_row *row;
	struct rec *now;

	if (of == OF_FILES)
		return job_family(q, x->id);
	if (!r) {
		TRY(snap_get(q->s->view, q->a, type_of(q->s, source_rows[of].type), x->id, &now, q->e));
		r = now;
	}
	row = job_record(q, source_rows[of].type, r);
	if (!row)
		return RC_OK;
	if (rec_voided(r))
		job_last(q)->tone = TONE_DIM;
	if (of == OF_PEOPLE)
		fill_person(q, row);
	return RC_OK;
}

/* ---- a difference, explained ---------------------------------------------------------------------- */

/* What became of a file between the two days the numbers are of. */
static const char *reason(const struct files *gap, const struct item *x, struct part p, bool more)
{
	for (size_t i = 0; i < gap->file.n; i++) {
		const struct file *f = &gap->file.p[i];

		if (f->id != x->family)
			continue;
		if (more && !f->begins)
			return SAY("多了：新建");
		if (!more && !f->ends)
			return SAY("少了：销档");
		if (more && !part_has(p, f->before->code))
			return SAY("多了：迁入");
		if (!more && !part_has(p, f->home->code))
			return SAY("少了：迁出");
		if (f->turned)
			return more ? SAY("多了：转类") : SAY("少了：转类");
	}
	return more ? SAY("多了：情况变了") : SAY("少了：情况变了");
}

struct difference {
	struct job *q;
	enum source of;
	struct part part;
	struct items now, than;
	bool stays;       /* files and people, who are there on both days or have a reason */
	struct files gap;
	enum against against;
};

static const char *heading(const struct difference *d, const struct item *x, bool more)
{
	if (d->against == AGAINST_LATER)
		return more ? SAY("上报以后补录的") : SAY("上报以后没有了的");
	if (d->stays)
		return reason(&d->gap, x, d->part, more);
	return more ? SAY("本期的") : SAY("对比那一期的");
}

struct told { const struct item *x; const char *heading; size_t at; };
struct tellings { VEC(struct told); };

static int by_heading(const void *x, const void *y)
{
	const struct told *a = x, *b = y;
	int c = strcmp(a->heading, b->heading);

	return c ? c : a->at < b->at ? -1 : a->at > b->at;
}

static void tell(struct difference *d, struct tellings *all, const struct items *these, const struct items *those, bool more)
{
	for (size_t i = 0; i < these->n; i++) {
		const struct item *x = &these->p[i], *other = item_in(those, x->id);
		const char *head = other ? SAY("数额变了") : heading(d, x, more);

		if (!other || (more && other->amount != x->amount))
			*vec_add(d->q->a, all) = (struct told){ x, head, all->n };
	}
}

static enum rc list_difference(struct difference *d)
{
	struct tellings all = { 0 };

	sort_items(&d->now);
	sort_items(&d->than);
	tell(d, &all, &d->now, &d->than, true);
	tell(d, &all, &d->than, &d->now, false);
	if (all.n > 1)
		qsort(all.p, all.n, sizeof *all.p, by_heading);
	for (size_t i = 0; i < all.n; i++) {
		size_t had = d->q->page->n;

		TRY(list_one(d->q, d->of, all.p[i].x));
		if (d->q->page->n > had)
			job_last(d->q)->group = str_of(all.p[i].heading);
	}
	return RC_OK;
}

/* The other side of the comparison: another period, or the live numbers beside those that were handed up. */
static enum rc other_side(struct job *q, const struct where *here, enum against against, struct where *there,
	const struct report_column **column)
{
	const struct report_column *c = *column;
	const struct report *now;
	int at;

	*there = *here;
	if (against != AGAINST_LATER) {
		there->span = report_against(here->span, against);
		return RC_OK;
	}
	TRY(report_load(q->a, q->s->office, here->report->name, &now, q->e));
	at = report_column(now, c->name);
	if (at < 0)
		return fail(q->e, RC_INVALID, "现在的 %.*s 里没有“%.*s”这一栏了，不能和现在比", STR_FMT(now->name),
			STR_FMT(c->title));
	there->report = now;
	*column = &now->column[at];
	return RC_OK;
}

static enum rc differ(struct job *q, const struct where *here, const struct report_column *c, enum source of,
	enum against against)
{
	struct difference d = { .q = q, .of = of, .part = here->part, .against = against,
		.stays = of == OF_FILES || of == OF_PEOPLE };
	const struct report_column *other = c;
	struct where there;

	TRY(other_side(q, here, against, &there, &other));
	if (against == AGAINST_LATER) { /* what was handed up is the earlier of both */
		TRY(collect(q, here, c, &d.than));
		TRY(collect(q, &there, other, &d.now));
		return list_difference(&d);
	}
	TRY(collect(q, here, c, &d.now));
	TRY(collect(q, &there, other, &d.than));
	if (d.stays) {
		struct span gap = { { there.span.last.day + 1 }, here->span.last };
		date today = session_today(q->s);

		gap.last = gap.last.day < today.day ? gap.last : today;
		TRY(files_load(q, gap, &d.gap, q->e));
	}
	return list_difference(&d);
}

enum rc job_behind(struct job *q)
{
	const struct report *r = q->named->report;
	const struct report_column *c = &r->column[q->named->column];
	enum source of = (c->count ? c : &r->column[c->of])->count->of;
	struct words words = words_read(q->ask->line);
	struct where w = { r, r->kept ? r->kept->span : q->ask->span, { within_of(q), words.own } };
	struct items all = { 0 };

	if (!w.span.last.day)
		TRY(report_period(r, S(""), session_today(q->s), &w.span, q->e));
	/* What was handed up is compared with now, and nothing else is. */
	if (words.against && r->kept ? words.against == AGAINST_LATER : words.against > AGAINST_LATER)
		return differ(q, &w, c, of, words.against);
	TRY(collect(q, &w, c, &all));
	for (size_t i = 0; i < all.n; i++)
		TRY(list_one(q, of, &all.p[i]));
	return RC_OK;
}

/* A report that is a list: what its count counts in the period, in one's part of the tree or an org's. */
enum rc job_rows(struct job *q)
{
	const struct report *r = q->named->report;
	struct where w = { r, q->ask->span, { within_of(q), false } };
	struct items all = { 0 };

	if (!w.span.last.day)
		TRY(report_period(r, S(""), session_today(q->s), &w.span, q->e));
	TRY(count_live(q, &w, r->rows, &all));
	for (size_t i = 0; i < all.n; i++)
		TRY(list_one(q, r->rows->count->of, &all.p[i]));
	return RC_OK;
}
