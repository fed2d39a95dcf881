/* eligible.c - 特别扶助: who meets the conditions, line by line, and what a month would be; the program
 * proposes and never pays (domain.md 3.5, E1-E8). */
#include "core/impl.h"

static void say(struct entitled *v, bool holds, str text)
{
	if (v->nwhy == COUNT(v->why))
		return;
	v->why[v->nwhy].text = text;
	v->why[v->nwhy++].holds = holds;
	v->eligible &= holds;
}

static void gap(struct entitled *v, const char *what)
{
	v->unknown = true;
	say(v, false, str_of(tr(what)));
}

struct household { struct arena *a; const struct support *rules; struct parts persons; date on; };

/* E1, E2, E4: a couple by the wife's age; a single parent and somebody remarried by their own. */
static const struct person *whose_age(const struct household *h, const struct person *p)
{
	if (str_is(p->sex.key, "2") || str_is(p->marital.key, "22"))
		return p;
	for (size_t i = 0; i < h->persons.n; i++) {
		const struct person *other = (const struct person *)h->persons.rec[i];

		if (other != p && other->alive.v != FLAG_NO && !person_is_child(other) &&
			str_is(other->sex.key, "2") && (str_is(other->relation.key, "10") ||
			str_is(other->relation.key, "11") || str_is(other->relation.key, "12") ||
			str_is(other->relation.key, "02") || str_is(other->relation.key, "01")))
			return other;
	}
	return p;
}

static void ages(const struct household *h, const struct person *p, struct entitled *v)
{
	const struct person *by = whose_age(h, p);
	int age = age_at(by->birth, h->on);

	if (!p->birth.ymd)
		gap(v, "还缺本人出生日期");
	else
		say(v, pdate_first(p->birth).day >= h->rules->born_from.day, arena_printf(h->a, "%.*s %s",
			STR_FMT(date_text(h->a, h->rules->born_from)), tr("以后出生")));
	if (age < 0)
		gap(v, "还缺女方出生日期");
	else
		say(v, age >= h->rules->wife_age, arena_printf(h->a, "%.*s %d%s（%s%d%s）",
			STR_FMT(by->name), age, tr("岁"), tr("要满"), (int)h->rules->wife_age, tr("岁")));
}

static void child(const struct household *h, struct entitled *v)
{
	const struct person *only = NULL;
	size_t children = 0;

	for (size_t i = 0; i < h->persons.n; i++) {
		const struct person *p = (const struct person *)h->persons.rec[i];

		if (!person_is_child(p))
			continue;
		children++;
		only = p;
	}
	if (!children) {
		gap(v, "还没有登记子女");
		return;
	}
	say(v, children == 1, arena_printf(h->a, "%s %zu", tr("生育或收养子女数"), children));
	if (only->alive.v == FLAG_NO) {
		v->kind = S("1");
		say(v, true, arena_printf(h->a, "%s %.*s", tr("独生子女已去世"),
			STR_FMT(pdate_text(h->a, only->death_date))));
		return;
	}
	v->kind = S("2");
	if (!only->disab_grade.key.n)
		say(v, false, str_of(tr("子女健在，没有残疾人证")));
	else
		say(v, only->disab_grade.key.p[0] - '0' <= h->rules->max_grade, arena_printf(h->a,
			"%s %.*s%s（%lld%s）", tr("子女残疾"), STR_FMT(only->disab_grade.key), tr("级"),
			(long long)h->rules->max_grade, tr("级以内")));
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

static bool is_parent(const struct person *p)
{
	static const char *const relations[] = { "01", "02", "10", "11", "12" };

	for (size_t i = 0; i < COUNT(relations); i++)
		if (str_is(p->relation.key, relations[i]))
			return p->alive.v != FLAG_NO;
	return false;
}

enum rc session_eligible(struct session *s, struct arena *a, uint64_t family, date on,
	struct entitled **out, size_t *n, struct err *e)
{
	const struct care *care;
	struct household h = { .a = a, .on = on };
	enum rc rc;

	*n = 0;
	TRY(office_care_at(s->office, on, &care, e));
	h.rules = &care->support;
	session_lex(s);
	TRY(enter(s, e));
	rc = rights_reach(s, family) == REACH_OUTSIDE
		? fail(e, RC_DENIED, "这户不在%.*s的辖区内，只能看档案编号和联系人", STR_FMT(s->me.name))
		: family_persons(s, a, family, &h.persons, e);
	*out = ARENA_ARRAY(a, struct entitled, h.persons.n + 1);
	for (size_t i = 0; rc == RC_OK && i < h.persons.n; i++) {
		const struct person *p = (const struct person *)h.persons.rec[i];
		struct entitled *v = &(*out)[*n];

		if (!is_parent(p))
			continue;
		*v = (struct entitled){ .person = p, .eligible = true };
		ages(&h, p, v);
		child(&h, v);
		v->yuan = v->eligible ? amount(h.rules, v->kind, on) : 0;
		(*n)++;
	}
	rc = leave_with(s, rc, e);
	return rc;
}
