/* daylist.c - the days that call for care within a span, for one person at work. */
#include "core/rules/days.h"
#include "core/impl.h"

#include <stdlib.h>

struct daylist {
	struct session *s;
	struct arena *a;
	struct span span;
	struct care_on *day;
	size_t n, cap;
};

static void add(struct daylist *l, const struct care_day *d, date on, uint64_t family, str who)
{
	if (l->n == l->cap) {
		struct care_on *more = ARENA_ARRAY(l->a, struct care_on, l->cap = l->cap * 2 + 32);

		if (l->n)
			memcpy(more, l->day, l->n * sizeof *more);
		l->day = more;
	}
	l->day[l->n++] = (struct care_on){ .on = on, .label = tr_str(d->label),
		.kind = tr(day_kind_text(d->kind)), .quiet = d->kind == DAY_QUIET, .family = family,
		.who = who };
}

/* A festival is everybody's; a quiet one is only for those it concerns, family by family. */
static void calendar_days(struct daylist *l)
{
	const struct care *care = &l->s->office->care;

	for (size_t i = 0; i < care->ndays; i++) {
		const struct care_day *d = &care->day[i];
		date on = l->span.first;

		if (day_is_personal(d) || d->kind == DAY_QUIET)
			continue;
		for (on = day_next(d, on); on.day && on.day <= l->span.last.day;
			on = day_next(d, (date){ on.day + 1 }))
			add(l, d, on, 0, S(""));
	}
}

static enum rc family_days(struct daylist *l, uint64_t id, struct err *e)
{
	const struct care *care = &l->s->office->care;
	struct family *f = peek_family(l->s, l->a, id);
	struct parts persons;

	if (!f || f->closed.day)
		return RC_OK;
	TRY(family_persons(l->s, l->a, id, &persons, e));
	for (size_t i = 0; i < care->ndays; i++) {
		const struct care_day *d = &care->day[i];
		struct care_day itself = *d;

		if (!day_is_personal(d) && d->kind != DAY_QUIET)
			continue;
		itself.from = itself.to = 0; /* the day, not its window */
		for (date t = l->span.first; t.day <= l->span.last.day; t.day++) {
			const struct person *whose;
			date on;

			if (day_calls(&l->s->office->codes, &itself, f, persons.rec, persons.n, t, &on,
				&whose))
				add(l, d, t, id, lex_ref_text(l->s, l->a, "family", id));
		}
	}
	return RC_OK;
}

static int by_day(const void *x, const void *y)
{
	const struct care_on *a = x, *b = y;

	if (a->on.day != b->on.day)
		return a->on.day < b->on.day ? -1 : 1;
	return a->family < b->family ? -1 : a->family > b->family;
}

enum rc session_days(struct session *s, struct arena *a, struct span span, struct care_on **out,
	size_t *n, struct err *e)
{
	struct daylist l = { .s = s, .a = a, .span = span };
	const uint64_t *mine;
	size_t nmine;
	enum rc rc = RC_OK;

	session_lex(s);
	TRY(enter(s, e));
	calendar_days(&l);
	rights_mine(s, &mine, &nmine);
	for (size_t i = 0; rc == RC_OK && i < nmine; i++)
		if (i == 0 || mine[i] != mine[i - 1])
			rc = family_days(&l, mine[i], e);
	rc = leave_with(s, rc, e);
	if (l.n > 1)
		qsort(l.day, l.n, sizeof *l.day, by_day);
	*out = l.day;
	*n = l.n;
	return rc;
}
