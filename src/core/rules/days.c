/* days.c - when a day that calls for care falls, and for whom. */
#include "core/rules/days.h"

#include "base/str.h"
#include "core/read/parts.h"
#include "core/records/household.h"

/* ---- when ----------------------------------------------------------------------------------- */

bool day_is_personal(const struct care_day *d)
{
	return d->at >= AT_BIRTHDAY;
}

/* The nth such weekday of a month; {0} when there is no fifth. */
static date nth_weekday(int y, int m, int nth, int weekday)
{
	date first = date_of(y, m, 1);
	int day = 1 + (weekday - date_weekday(first) + 7) % 7 + (nth - 1) * 7;

	return day <= days_in_month(y, m) ? date_of(y, m, day) : (date){ 0 };
}

static date solar_day(int y, int m, int d)
{
	int last = days_in_month(y, m);

	return date_of(y, m, d > last ? last : d);
}

static date in_year(const struct care_day *d, int year)
{
	switch (d->at) {
	case AT_SOLAR:
		return solar_day(year, d->month, d->nth);
	case AT_NTH:
		return nth_weekday(year, d->month, d->nth, d->weekday);
	case AT_TERM:
		return solar_term(year, (enum term)d->nth);
	default:
		return (date){ 0 };
	}
}

date day_next(const struct care_day *d, date from)
{
	int year = date_ymd(from).y;
	date on;

	if (day_is_personal(d))
		return (date){ 0 };
	if (d->at == AT_LUNAR)
		return lunar_next((lunarday){ d->month * 100 + d->nth }, from);
	if (d->at == AT_EVE) {
		on = lunar_next((lunarday){ 101 }, (date){ from.day + 1 });
		return on.day ? (date){ on.day - 1 } : on;
	}
	for (int y = year; y <= year + 1; y++) {
		on = in_year(d, y);
		if (on.day >= from.day)
			return on;
	}
	return (date){ 0 };
}

static date yearly(pdate day, date from)
{
	struct ymd when = pdate_ymd(day);
	int year = date_ymd(from).y;
	date on;

	if (!when.m || !when.d)
		return (date){ 0 };
	on = solar_day(year, when.m, when.d);
	return on.day >= from.day ? on : solar_day(year + 1, when.m, when.d);
}

date day_next_of(const struct care_day *d, const struct person *p, date from)
{
	switch (d->at) {
	case AT_BIRTHDAY:
	case AT_CHILD_BIRTH:
		return p->birth_lunar.md ? lunar_next(p->birth_lunar, from) : yearly(p->birth, from);
	case AT_CHILD_DEATH:
		return yearly(p->death_date, from);
	default:
		return (date){ 0 };
	}
}

/* ---- for whom ------------------------------------------------------------------------------- */

/* One of the parents who lives, is of that sex (MEANS_COUNT: any) and that old. */
static bool has_parent(const struct codebook *book, struct rec *const *persons, size_t n,
	enum means sex, int age, date today)
{
	for (size_t i = 0; i < n; i++) {
		const struct person *p = (const struct person *)persons[i];

		if (!person_lives(p, today) || !person_is_parent(book, p))
			continue;
		if ((sex == MEANS_COUNT || code_means(book, p->sex, sex)) && age_at(p->birth, today) >= age)
			return true;
	}
	return false;
}

enum { OLD = 60 }; /* 老年人权益保障法: from sixty on */

static bool is_for(const struct codebook *book, const struct care_day *d, const struct family *f,
	struct rec *const *persons, size_t n, date today)
{
	if (str_is(d->who, "bereaved"))
		return family_bereaved(book, f);
	if (str_is(d->who, "mother"))
		return family_bereaved(book, f) && has_parent(book, persons, n, MEANS_FEMALE, -1, today);
	if (str_is(d->who, "father"))
		return family_bereaved(book, f) && has_parent(book, persons, n, MEANS_MALE, -1, today);
	if (str_is(d->who, "old"))
		return has_parent(book, persons, n, MEANS_COUNT, OLD, today);
	return true;
}

static bool inside(const struct care_day *d, date on, date today)
{
	return on.day && today.day >= on.day + d->from && today.day <= on.day + d->to;
}

bool day_calls(const struct codebook *book, const struct care_day *d, const struct family *f,
	struct rec *const *persons, size_t npersons, date today, date *on, const struct person **whose)
{
	date from = { today.day - (int32_t)d->to };

	*whose = NULL;
	if (f->closed.day || has_key(f->days_off.keys, d->name) || (d->opt_in && !has_key(f->days_on.keys, d->name)))
		return false;
	if (!is_for(book, d, f, persons, npersons, today))
		return false;
	if (!day_is_personal(d)) {
		*on = day_next(d, from);
		return inside(d, *on, today);
	}
	for (size_t i = 0; i < npersons; i++) {
		const struct person *p = (const struct person *)persons[i];
		bool dead = p->alive.v == FLAG_NO;

		if (d->at == AT_BIRTHDAY ? dead || person_is_child(book, p)
		    : !person_is_child(book, p) || (d->at == AT_CHILD_DEATH && !dead))
			continue;
		*on = day_next_of(d, p, from);
		if (inside(d, *on, today)) {
			*whose = p;
			return true;
		}
	}
	return false;
}
