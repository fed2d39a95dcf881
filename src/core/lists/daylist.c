/* daylist.c - the days that call for care within a span, for one person at work: festivals for everybody,
 * birthdays of my families, quiet days only where I am one of the family's contact persons.  The agenda has
 * besides, of my families, until when they are to be seen, what was arranged with them and what was promised. */
#include "core/lists/job.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/rules/days.h"
#include "core/rules/view_due.h"
#include "rec/text.h"

#include <stdlib.h>

struct days { VEC(struct day_row); };

static void add(struct job *q, struct days *l, const struct care_day *d, date on, uint64_t family)
{
	*vec_add(q->a, l) = (struct day_row){ .r.id = family, .on = on, .label = d->label,
		.kind = str_of(day_kind_text(d->kind)), .quiet.v = d->kind == DAY_QUIET ? FLAG_YES : FLAG_NO,
		.family.id = family };
}

/* A festival is everybody's; a quiet one is only for those it concerns, family by family. */
static void calendar_days(struct job *q, struct span span, struct days *l)
{
	const struct care *care = &q->s->office->care;

	for (size_t i = 0; i < care->ndays; i++) {
		const struct care_day *d = &care->day[i];
		date on = span.first;

		if (day_is_personal(d) || d->kind == DAY_QUIET)
			continue;
		for (on = day_next(d, on); on.day && on.day <= span.last.day;
			on = day_next(d, (date){ on.day + 1 }))
			add(q, l, d, on, 0);
	}
}

static enum rc family_days(struct job *q, struct span span, uint64_t id, struct days *l)
{
	const struct care *care = &q->s->office->care;
	struct family *f = peek_family(q->s, q->a, id);
	struct parts persons;

	if (!f || f->closed.day)
		return RC_OK;
	TRY(family_persons(q->s, q->a, id, &persons, q->e));
	for (size_t i = 0; i < care->ndays; i++) {
		struct care_day itself = care->day[i];

		if (!day_is_personal(&itself) && itself.kind != DAY_QUIET)
			continue;
		itself.from = itself.to = 0; /* the day, not its window */
		for (date t = span.first; t.day <= span.last.day; t.day++) {
			const struct person *whose;
			date on;

			if (day_calls(&q->s->office->codes, &itself, f, persons.rec, persons.n, t, &on, &whose))
				add(q, l, &care->day[i], t, id);
		}
	}
	return RC_OK;
}

/* ---- what is to be done ----------------------------------------------------------------------- */

static void add_task(struct job *q, struct days *l, date on, uint64_t family, const char *text, const struct said *of)
{
	*vec_add(q->a, l) = (struct day_row){ .r.id = family, .on = on, .family.id = family,
		.what = reasons_one(q->a, (struct reason){ .text = text, .part = of }) };
}

static bool within(struct span span, date on)
{
	return on.day >= span.first.day && on.day <= span.last.day;
}

/* To be phoned, met and visited until one day is one line. */
static enum rc contacts_due(struct job *q, struct span span, const struct family *f, struct days *l)
{
	struct due due;

	TRY(family_due(q->s, q->a, f, &due, q->e));
	for (size_t i = 0; i < due.n; i++) {
		struct buf counters = { .a = q->a };
		bool told = false;

		for (size_t k = 0; k < due.n; k++) {
			const struct counter_now *c = &due.now[k];

			if (c->state == DUE_NOT_ASKED || c->due.day != due.now[i].due.day)
				continue;
			told |= k < i;
			buf_printf(&counters, "%s%.*s", counters.n ? "\n" : "", STR_FMT(c->counter->label));
		}
		if (counters.n && !told && within(span, due.now[i].due))
			add_task(q, l, due.now[i].due, f->r.id, SAY("最晚 %s"), SAID(said_texts(buf_view(&counters))));
	}
	return RC_OK;
}

static enum rc arranged(struct job *q, struct span span, uint64_t family, struct days *l)
{
	struct visits last;

	TRY(family_visits(q->s, q->a, family, 1, &last, q->e));
	for (size_t i = 0; i < last.n; i++) {
		const struct visit *v = (const struct visit *)peek(q->s, q->a, &visit_type, last.id[i]);

		if (v && within(span, v->next_due))
			add_task(q, l, v->next_due, family, SAY("约好 %s"), SAID(said_text(v->next_note)));
	}
	return RC_OK;
}

static enum rc promised(struct job *q, struct span span, uint64_t family, struct days *l)
{
	const struct code_table *kinds = codebook_find(&q->s->office->codes, S("NEED_KIND"));
	struct parts needs;

	TRY(family_parts(q->s, q->a, &need_type, family, &needs, q->e));
	for (size_t i = 0; i < needs.n; i++) {
		const struct need *n = (const struct need *)needs.rec[i];
		bool promise = code_is(code_find(kinds, n->kind.key), "promise");

		if (!n->closed.day && within(span, n->due))
			add_task(q, l, n->due, family, promise ? SAY("承诺 %s") : SAY("诉求 %s"),
				SAID(promise ? said_text(n->text.s) : said_code("NEED_KIND", n->kind)));
	}
	return RC_OK;
}

static enum rc family_tasks(struct job *q, struct span span, uint64_t id, struct days *l)
{
	const struct family *f = peek_family(q->s, q->a, id);

	if (!f || f->closed.day)
		return RC_OK;
	TRY(contacts_due(q, span, f, l));
	TRY(arranged(q, span, id, l));
	return promised(q, span, id, l);
}

/* ---- the lists ------------------------------------------------------------------------------ */

static int by_day(const void *x, const void *y)
{
	const struct day_row *a = x, *b = y;

	if (a->on.day != b->on.day)
		return a->on.day < b->on.day ? -1 : 1;
	if (!a->what.n != !b->what.n)
		return a->what.n ? 1 : -1;
	return a->r.id < b->r.id ? -1 : a->r.id > b->r.id;
}

static enum rc list_days(struct job *q, bool tasks_too)
{
	struct span span = q->ask->span.last.day ? q->ask->span
		: period_of(PERIOD_MONTH, 0, session_today(q->s));
	const uint64_t *mine;
	struct days l = { 0 };
	size_t n;

	calendar_days(q, span, &l);
	rights_mine(q->s, &mine, &n);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || mine[i] != mine[i - 1]) {
			TRY(family_days(q, span, mine[i], &l));
			if (tasks_too)
				TRY(family_tasks(q, span, mine[i], &l));
		}
	if (l.n > 1)
		qsort(l.p, l.n, sizeof *l.p, by_day);
	for (size_t i = 0; i < l.n; i++) {
		if (!job_window(q))
			continue;
		*(struct day_row *)job_row(q, l.p[i].r.id ? &family_type : NULL, l.p[i].r.id) = l.p[i];
		job_last(q)->tone = l.p[i].quiet.v == FLAG_YES ? TONE_YELLOW : TONE_NONE;
	}
	return RC_OK;
}

enum rc job_days(struct job *q)
{
	return list_days(q, false);
}

enum rc job_agenda(struct job *q)
{
	return list_days(q, true);
}
