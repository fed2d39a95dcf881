/* eligible.c - 特别扶助: who meets the conditions, line by line, and what a month would be; the program
 * proposes and never pays.
 *
 * All at once: born after a day; old enough; one child only, that has died or has a certificate of
 * disability of a heavy enough grade.  Old enough is a couple by the wife's age, whoever stands alone -
 * divorced, widowed - by their own, and so is whoever has married again, who is judged for themselves.
 * Everything as it was on the day that is asked about. */
#include "core/rules/rules.h"

#include "core/read/looks.h"
#include "core/read/past.h"
#include "core/read/rights.h"
#include "core/records/household.h"

static void say(struct entitled *v, struct arena *a, bool holds, str text)
{
	*vec_add(a, &v->why) = (struct condition){ text, holds };
	v->eligible &= holds;
}

static void gap(struct entitled *v, struct arena *a, const char *what)
{
	v->unknown = true;
	say(v, a, false, str_of(tr(what)));
}

struct household {
	struct arena *a;
	const struct codebook *book;
	const struct support *rules;
	struct parts persons;
	date on;
};

/* Does this mark of 婚姻状况 hold on the day?  A change after it does not count yet. */
static bool stands(const struct household *h, const struct person *p, enum means m)
{
	return code_means(h->book, p->marital, m) && pdate_first(p->marital_date).day <= h->on.day;
}

/* Whoever has married again was divorced or widowed before: alone on any day. */
static bool alone(const struct household *h, const struct person *p)
{
	return code_means(h->book, p->marital, MEANS_REMARRIED) || stands(h, p, MEANS_DIVORCED) ||
	       stands(h, p, MEANS_WIDOWED);
}

static const struct person *whose_age(const struct household *h, const struct person *p)
{
	if (code_means(h->book, p->sex, MEANS_FEMALE) || alone(h, p))
		return p;
	for (size_t i = 0; i < h->persons.n; i++) {
		const struct person *other = (const struct person *)h->persons.rec[i];

		if (other != p && person_is_parent(h->book, other) && person_lives(other, h->on) &&
			code_means(h->book, other->sex, MEANS_FEMALE) && !alone(h, other))
			return other;
	}
	return p;
}

static void ages(const struct household *h, const struct person *p, struct entitled *v)
{
	const struct person *by = whose_age(h, p);
	int age = age_at(by->birth, h->on);

	if (!p->birth.ymd)
		gap(v, h->a, "还缺本人出生日期");
	else
		say(v, h->a, pdate_first(p->birth).day >= h->rules->born_from.day, arena_printf(h->a,
			"%.*s %s", STR_FMT(date_text(h->a, h->rules->born_from)), tr("以后出生")));
	if (age < 0 && by != p)
		gap(v, h->a, "还缺女方出生日期");
	else if (age >= 0)
		say(v, h->a, age >= h->rules->wife_age, arena_printf(h->a, "%.*s %d%s（%s%d%s）",
			STR_FMT(by->name), age, tr("岁"), tr("要满"), (int)h->rules->wife_age, tr("岁")));
}

static void disability(const struct household *h, const struct person *only, struct entitled *v)
{
	const struct code_item *grade =
		code_find(codebook_find(h->book, S("DISAB_GRADE")), only->disab_grade.key);
	int64_t degree;

	v->kind = code_meant(h->book, MEANS_SUPPORT_DISABLED).key;
	if (!code_count(grade, "degree", &degree))
		say(v, h->a, false, str_of(tr("子女健在，没有残疾人证")));
	else
		say(v, h->a, degree <= h->rules->max_grade, arena_printf(h->a, "%s %lld%s（%lld%s）",
			tr("子女残疾"), (long long)degree, tr("级"), (long long)h->rules->max_grade,
			tr("级以内")));
}

/* A child of the family's; one without a relation is younger than its parents. */
static bool counts(const struct household *h, const struct person *p)
{
	if (!person_is_child(h->book, p) || pdate_first(p->birth).day > h->on.day)
		return false;
	for (size_t i = 0; !p->relation.key.n && i < h->persons.n; i++) {
		const struct person *parent = (const struct person *)h->persons.rec[i];

		if (person_is_parent(h->book, parent) && person_younger(parent, p))
			return false;
	}
	return true;
}

static void child(const struct household *h, const struct person *parent, struct entitled *v)
{
	const struct person *only = NULL;
	size_t children = 0;

	for (size_t i = 0; i < h->persons.n; i++) {
		const struct person *p = (const struct person *)h->persons.rec[i];

		if (!counts(h, p))
			continue;
		children++;
		only = p;
	}
	if (!children) {
		gap(v, h->a, "还没有登记子女");
		return;
	}
	say(v, h->a, children == 1, arena_printf(h->a, "%s %zu", tr("生育或收养子女数"), children));
	if (person_married_in(h->book, parent, only))
		say(v, h->a, false, str_of(tr("子女出生后才再婚进来，不是子女的父母")));
	if (!person_died(only, h->on)) {
		disability(h, only, v);
		return;
	}
	v->kind = code_meant(h->book, MEANS_SUPPORT_BEREAVED).key;
	say(v, h->a, true, arena_printf(h->a, "%s %.*s", tr("独生子女已去世"),
		STR_FMT(pdate_text(h->a, only->death_date))));
}

static int64_t amount(const struct support *s, str kind, date on)
{
	int64_t yuan = 0;
	date from = { 0 };

	for (size_t i = 0; i < s->namounts; i++)
		if (str_eq(s->amount[i].kind, kind) && s->amount[i].from.day <= on.day &&
			s->amount[i].from.day >= from.day) {
			from = s->amount[i].from;
			yuan = s->amount[i].yuan;
		}
	return yuan;
}

/* What does not change is as it is known now: a birth that was typed in today was so all along. */
static void know(struct session *s, const struct household *h, struct rec *r)
{
	const struct rec_type *t = type_of(s, &person_type);
	const struct rec *now = peek_any(s, h->a, t, r->id);

	for EACH_FIELD(f, t)
		if (now && !(f->flags & F_DATED) && !field_owns(f, t))
			field_set(f, r, field_get(f, now));
}

/* As they were on the day: a certificate of today is none of last year's, and who has gone over to another file
 * was there. */
static enum rc persons_on(struct session *s, struct household *h, uint64_t family, struct err *e)
{
	const struct family *f = peek_family(s, h->a, family);
	struct family_view v;

	if (!f)
		return rights_not_there(type_of(s, &family_type), family, e);
	TRY(view_open(s, h->a, f, h->on, &v, e));
	TRY(view_persons(&v, &h->persons, e));
	for (size_t i = 0; i < h->persons.n; i++)
		know(s, h, h->persons.rec[i]);
	return RC_OK;
}

enum rc session_eligible(struct session *s, struct arena *a, uint64_t family, date on,
	struct entitled **out, size_t *n, struct err *e)
{
	const struct care *care;
	struct household h = { .a = a, .book = &s->office->codes, .on = on };
	enum rc rc;

	*n = 0;
	TRY(office_care_at(s->office, on, &care, e));
	h.rules = &care->support;
	session_lex(s);
	TRY(enter(s, e));
	if (rights_reach(s, family) == REACH_ABSENT)
		return leave_with(s, rights_not_there(type_of(s, &family_type), family, e), e);
	look_at(s, rights_reach(s, family) < REACH_OUTSIDE ? "view" : "denied", family);
	rc = rights_reach(s, family) >= REACH_OUTSIDE
		? fail(e, RC_DENIED, "这户不在%.*s的辖区内，只能看档案编号和联系人", STR_FMT(s->me.name))
		: persons_on(s, &h, family, e);
	*out = ARENA_ARRAY(a, struct entitled, h.persons.n + 1);
	for (size_t i = 0; rc == RC_OK && i < h.persons.n; i++) {
		const struct person *p = (const struct person *)h.persons.rec[i];
		struct entitled *v = &(*out)[*n];

		if (!person_is_parent(h.book, p) || !person_lives(p, on))
			continue;
		*v = (struct entitled){ .person = p, .eligible = true };
		ages(&h, p, v);
		child(&h, p, v);
		v->yuan = v->eligible ? amount(h.rules, v->kind, on) : 0;
		(*n)++;
	}
	rc = leave_with(s, rc, e);
	return rc;
}
