/* surveys.c - what was answered to surveys, added up: a row an answer, of all one sees or community by community.
 *
 * Only answers that this person reads in clear are counted: numbers tell no more than the records. */
#include "core/lists/job.h"

#include "base/str.h"
#include "core/office/survey.h"
#include "core/read/reach.h"
#include "core/read/rights.h"

#include <stdlib.h>

/* Of one place, or of all: by question and choice; of a number its sum. */
struct tally { const struct org *org; int64_t replies, **n, *answered, *asked, *sum; };
struct adding {
	struct job *q;
	const struct survey *survey;
	bool places;
	struct { VEC(struct tally); } all;
};

static struct tally new_tally(struct adding *w, const struct org *o)
{
	const struct survey *s = w->survey;
	struct arena *a = w->q->a;
	struct tally t = { .org = o, .n = ARENA_ARRAY(a, int64_t *, s->n + 1), .answered = ARENA_ARRAY(a, int64_t, s->n + 1),
		.asked = ARENA_ARRAY(a, int64_t, s->n + 1), .sum = ARENA_ARRAY(a, int64_t, s->n + 1) };

	for (size_t i = 0; i < s->n; i++)
		t.n[i] = ARENA_ARRAY(a, int64_t, s->question[i].choices.n + 1);
	return t;
}

static struct tally *tally_of(struct adding *w, uint64_t community)
{
	const struct org *o = w->places ? peek_org(w->q->s, w->q->a, community) : NULL;

	for (size_t i = 0; i < w->all.n; i++)
		if (!w->places || w->all.p[i].org == o || (o && w->all.p[i].org && w->all.p[i].org->r.id == o->r.id))
			return &w->all.p[i];
	*vec_add(w->q->a, &w->all) = new_tally(w, o);
	return &w->all.p[w->all.n - 1];
}

static void count(struct tally *t, const struct survey *s, const str *answer)
{
	t->replies++;
	for (size_t i = 0; i < s->n; i++) {
		const struct question *q = &s->question[i];
		int64_t n;

		t->asked[i] += survey_asks(s, answer, q);
		t->answered[i] += answer[i].n != 0;
		for (size_t k = 0; k < q->choices.n; k++)
			t->n[i][k] += survey_chose(answer[i], q->choices.p[k]);
		if (q->kind == ASKS_NUMBER && str_int(answer[i], &n))
			t->sum[i] += n;
	}
}

static enum rc take(struct adding *w, const struct reply *r, str *answer)
{
	struct job *q = w->q;
	const struct field *f = type_field(type_of(q->s, &reply_type), S("answers"));
	enum reach reach = rights_reach(q->s, r->family.id);
	const struct family *family = peek_family(q->s, q->a, r->family.id);
	struct err why;

	if (!family || reach >= REACH_OUTSIDE || !rights_clear(q->s, reach, f))
		return RC_OK;
	/* Written to the survey as it was then: what no longer fits it is counted no longer. */
	if (survey_read(q->a, w->survey, r->answers.s, r->on, answer, &why) == RC_OK)
		count(tally_of(w, family->community.id), w->survey, answer);
	return RC_OK;
}

static enum rc add_up(struct adding *w)
{
	struct job *q = w->q;
	const struct rec_type *t = type_of(q->s, &reply_type);
	str *answer = ARENA_ARRAY(q->a, str, w->survey->n + 1);
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t, .index = "survey",
		.prefix = &(val){ true, 0, w->survey->name }, .nprefix = 1 }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		TRY(take(w, (const struct reply *)whole, answer));
	}
	TRY_END(rc);
	return RC_OK;
}

static void row(struct adding *w, const struct tally *t, const struct question *ask, str answer, int64_t n)
{
	size_t i = (size_t)(ask - w->survey->question);
	struct survey_row *row;

	if (!job_window(w->q))
		return;
	row = job_row(w->q, t->org ? &org_type : NULL, t->org ? t->org->r.id : 0);
	row->survey = w->survey->name;
	row->title = w->survey->title;
	row->org.id = t->org ? t->org->r.id : 0;
	row->ask = ask->ask;
	row->answer = answer;
	row->families = (num){ true, n };
	row->share = (ratio){ true, (int32_t)n, (int32_t)t->asked[i] };
	job_last(w->q)->group = !t->org ? w->survey->title : arena_printf(w->q->a, "%.*s  %.*s", STR_FMT(w->survey->title),
		STR_FMT(t->org->name));
}

/* What was chosen; of what is not chosen that it was answered, of a number its mean; and who said nothing. */
static void rows(struct adding *w, const struct tally *t)
{
	for (size_t i = 0; i < w->survey->n; i++) {
		const struct question *q = &w->survey->question[i];
		int64_t n = t->answered[i], mean = n ? t->sum[i] * 10 / n : 0;

		for (size_t k = 0; k < q->choices.n; k++)
			row(w, t, q, q->choices.p[k], t->n[i][k]);
		if (q->kind == ASKS_NUMBER && n)
			row(w, t, q, arena_printf(w->q->a, "%s %lld.%lld", tr("平均"), (long long)(mean / 10),
				(long long)llabs(mean % 10)), n);
		else if (!q->choices.n && n)
			row(w, t, q, S(SAY("有回答")), n);
		if (t->asked[i] > n)
			row(w, t, q, S(SAY("没有回答")), t->asked[i] - n);
	}
}

static int by_code(const void *x, const void *y)
{
	const struct tally *a = x, *b = y;

	return !a->org || !b->org ? 0 : str_cmp(a->org->code.s, b->org->code.s);
}

static enum rc show(struct job *q, str name, bool places)
{
	struct adding w = { .q = q, .places = places };

	TRY(survey_load(q->a, q->s->office, name, &w.survey, q->e));
	TRY(add_up(&w));
	if (w.all.n > 1)
		qsort(w.all.p, w.all.n, sizeof *w.all.p, by_code);
	for (size_t i = 0; i < w.all.n; i++)
		rows(&w, &w.all.p[i]);
	return RC_OK;
}

/* Of the survey that the ask's line names, or of all of them. */
static enum rc totals(struct job *q, bool places)
{
	struct survey_names all = survey_all(q->a, q->s->office);

	if (q->ask->line.n)
		return show(q, q->ask->line, places);
	for (size_t i = 0; i < all.n; i++)
		TRY(show(q, all.p[i], places));
	return RC_OK;
}

enum rc job_survey(struct job *q)
{
	return totals(q, false);
}

enum rc job_survey_places(struct job *q)
{
	return totals(q, true);
}
