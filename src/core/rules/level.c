/* level.c - which care level the rules propose for a family, and why; a person sets it. */
#include "core/rules/level.h"

#include "core/read/rights.h"
#include "core/records/household.h"
#include "core/rules/remind.h"

enum { RED_CHILD_MONTHS = 12, RED_SPOUSE_MONTHS = 6, RED_DISCHARGE_DAYS = 30, YELLOW_ALONE_AGE = 70 };

/* What is looked at, and what has come of it so far.  The heavier level is spoken for first. */
struct weighing { struct session *s; struct arena *a; date today; struct proposal *out; };

static void say(struct weighing *w, enum means level, str why)
{
	code key = code_meant(&w->s->office->codes, level);

	if (!w->out->level.key.n)
		w->out->level = key;
	if (str_eq(w->out->level.key, key.key))
		*vec_add(w->a, &w->out->why) = why;
}

static bool within_months(pdate on, int months, date today)
{
	return on.ymd && date_add_months(pdate_first(on), months).day > today.day;
}

/* Whoever may not read the comfort notes is told that they speak for it, not what they say. */
static bool may_read(struct session *s, struct arena *a, const struct rec *r)
{
	const struct rec_type *t = type_of(s, &psych_type);
	struct psych *shown = (struct psych *)rec_dup(a, t, r);

	rights_mask(s, a, t, &shown->r);
	return shown->level.key.n;
}

static enum rc red_events(struct weighing *w, const struct family *f, struct err *e)
{
	const struct codebook *book = &w->s->office->codes;
	struct parts list;

	TRY(family_parts(w->s, w->a, &event_type, f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct event *v = (const struct event *)list.rec[i];
		bool open = !v->closed.day;

		if (v->alarm.v == FLAG_YES && open)
			say(w, MEANS_RED, str_of(tr("失联警报还没有解除")));
		if (code_means(book, v->kind, MEANS_CRISIS) && open)
			say(w, MEANS_RED, str_of(tr("有轻生表露")));
		if (v->admit.day && !v->discharge.day && open)
			say(w, MEANS_RED, str_of(tr("正在住院")));
		else if (v->discharge.day && w->today.day - v->discharge.day < RED_DISCHARGE_DAYS)
			say(w, MEANS_RED, arena_printf(w->a, "%s%d%s", tr("出院不到"),
				RED_DISCHARGE_DAYS, tr("天")));
	}
	TRY(family_parts(w->s, w->a, &psych_type, f->r.id, &list, e));
	if (list.n && code_means(book, ((const struct psych *)list.rec[list.n - 1])->level, MEANS_RISK_HIGH))
		say(w, MEANS_RED, may_read(w->s, w->a, list.rec[list.n - 1])
			? str_of(tr("最近一次心理评估风险高")) : str_of(tr("心理社工的意见")));
	return RC_OK;
}

static void red_person(struct weighing *w, const struct person *p)
{
	const struct codebook *book = &w->s->office->codes;

	if (!person_died(p, w->today)) {
		if (person_is_parent(book, p) && code_means(book, p->self_care, MEANS_HELPLESS))
			say(w, MEANS_RED, str_of(tr("重度或完全失能")));
	} else if (person_is_child(book, p)) {
		if (within_months(p->death_date, RED_CHILD_MONTHS, w->today))
			say(w, MEANS_RED, arena_printf(w->a, "%s %.*s", tr("子女去世不到12个月："),
				STR_FMT(pdate_text(w->a, p->death_date))));
	} else if (person_leaves_spouse(book, p) &&
		within_months(p->death_date, RED_SPOUSE_MONTHS, w->today)) {
		say(w, MEANS_RED, str_of(tr("丧偶不到6个月")));
	}
}

static void yellow(struct weighing *w, const struct family *f, const struct parts *persons)
{
	const struct codebook *book = &w->s->office->codes;
	bool alone = code_means(book, f->live_state, MEANS_LIVES_ALONE) ||
		     codes_mean(book, f->care_flags, MEANS_FLAG_ALONE);

	for (size_t i = 0; i < persons->n; i++) {
		const struct person *p = (const struct person *)persons->rec[i];

		if (person_died(p, w->today) || !person_is_parent(book, p))
			continue;
		if (alone && age_at(p->birth, w->today) >= YELLOW_ALONE_AGE)
			say(w, MEANS_YELLOW, arena_printf(w->a, "%s%d%s", tr("独居且满"),
				YELLOW_ALONE_AGE, tr("岁")));
		if (code_means(book, p->self_care, MEANS_HALF_HELPLESS))
			say(w, MEANS_YELLOW, str_of(tr("中度失能")));
	}
	if (codes_mean(book, f->care_flags, MEANS_FLAG_ILL))
		say(w, MEANS_YELLOW, str_of(tr("重病或癌症")));
	if (codes_mean(book, f->care_flags, MEANS_FLAG_LOW))
		say(w, MEANS_YELLOW, str_of(tr("情绪低落")));
	if (codes_mean(book, f->care_flags, MEANS_FLAG_POOR) || code_means(book, f->dibao, MEANS_POOR))
		say(w, MEANS_YELLOW, str_of(tr("低保特困")));
}

enum rc level_propose(struct session *s, struct arena *a, const struct family *f,
	struct proposal *out, struct err *e)
{
	struct weighing w = { s, a, session_today(s), out };
	struct parts persons;

	*out = (struct proposal){ 0 };
	TRY(family_persons(s, a, f->r.id, &persons, e));
	for (size_t i = 0; i < persons.n; i++)
		red_person(&w, (const struct person *)persons.rec[i]);
	TRY(red_events(&w, f, e));
	if (!out->level.key.n)
		yellow(&w, f, &persons);
	if (!out->level.key.n)
		out->level = code_meant(&s->office->codes, MEANS_GREEN);
	return RC_OK;
}
