/* daylist.c - the days that call for care within a span, for one person at work: festivals for everybody,
 * birthdays of my families, quiet days only where I am one of the family's contact persons. */
#include "core/lists/job.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/rules/days.h"

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

static int by_day(const void *x, const void *y)
{
	const struct day_row *a = x, *b = y;

	if (a->on.day != b->on.day)
		return a->on.day < b->on.day ? -1 : 1;
	return a->r.id < b->r.id ? -1 : a->r.id > b->r.id;
}

enum rc job_days(struct job *q)
{
	struct span span = q->ask->span.last.day ? q->ask->span
		: period_of(PERIOD_MONTH, 0, session_today(q->s));
	const uint64_t *mine;
	struct days l = { 0 };
	size_t n;

	calendar_days(q, span, &l);
	rights_mine(q->s, &mine, &n);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || mine[i] != mine[i - 1])
			TRY(family_days(q, span, mine[i], &l));
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
