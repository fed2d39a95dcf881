/* level.c - which care level the rules propose for a family, and why; a person sets it
 * (domain.md 3.6). */
#include "core/rules/remind.h"

enum { RED_CHILD_MONTHS = 12, RED_SPOUSE_MONTHS = 6, RED_DISCHARGE_DAYS = 30, YELLOW_ALONE_AGE = 70 };

static void say(struct proposal *p, const char *level, str why)
{
	if (p->n < COUNT(p->why) && (!p->key.n || str_is(p->key, level)))
		p->why[p->n++] = why;
	if (!p->key.n)
		p->key = str_of(level);
}

static bool within_months(pdate on, int months, date today)
{
	return on.ymd && date_add_months(pdate_first(on), months).day > today.day;
}

static bool flagged(const struct family *f, const char *key)
{
	return has_key(f->care_flags.keys, str_of(key));
}

/* Whoever may not read the comfort notes is told that they speak for it, not what they say. */
static bool may_read(struct session *s, struct arena *a, const struct rec *r)
{
	const struct rec_type *t = type_of(s, &psych_type);
	struct psych *shown = (struct psych *)rec_dup(a, t, r);

	rights_mask(s, a, t, &shown->r);
	return shown->level.key.n;
}

static enum rc red_events(struct session *s, struct arena *a, const struct family *f,
	struct proposal *p, struct err *e)
{
	date today = session_today(s);
	struct parts list;

	TRY(family_parts(s, a, &event_type, f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct event *v = (const struct event *)list.rec[i];

		if (v->alarm.v == FLAG_YES && !v->closed.day)
			say(p, "1", str_of(tr("失联警报还没有解除")));
		if (str_is(v->kind.key, "07") && !v->closed.day)
			say(p, "1", str_of(tr("有轻生表露")));
		if (v->admit.day && !v->discharge.day && !v->closed.day)
			say(p, "1", str_of(tr("正在住院")));
		else if (v->discharge.day && today.day - v->discharge.day < RED_DISCHARGE_DAYS)
			say(p, "1", arena_printf(a, "%s%d%s", tr("出院不到"), RED_DISCHARGE_DAYS, tr("天")));
	}
	TRY(family_parts(s, a, &psych_type, f->r.id, &list, e));
	if (list.n && str_is(((const struct psych *)list.rec[list.n - 1])->level.key, "3"))
		say(p, "1", may_read(s, a, list.rec[list.n - 1]) ? str_of(tr("最近一次心理评估风险高"))
			: str_of(tr("心理社工的意见")));
	return RC_OK;
}

static void red_persons(struct proposal *p, struct arena *a, const struct parts *persons, date today)
{
	for (size_t i = 0; i < persons->n; i++) {
		const struct person *m = (const struct person *)persons->rec[i];
		bool dead = m->alive.v == FLAG_NO;

		if (dead && person_is_child(m) && within_months(m->death_date, RED_CHILD_MONTHS, today))
			say(p, "1", arena_printf(a, "%s %.*s", tr("子女去世不到12个月："),
				STR_FMT(pdate_text(a, m->death_date))));
		if (dead && !person_is_child(m) && within_months(m->death_date, RED_SPOUSE_MONTHS, today))
			say(p, "1", str_of(tr("丧偶不到6个月")));
		if (!dead && !person_is_child(m) && m->self_care.key.n && m->self_care.key.p[0] >= '3')
			say(p, "1", str_of(tr("重度或完全失能")));
	}
}

static void yellow(struct proposal *p, struct arena *a, const struct family *f,
	const struct parts *persons, date today)
{
	bool alone = str_is(f->live_state.key, "1") || flagged(f, "01");

	for (size_t i = 0; i < persons->n; i++) {
		const struct person *m = (const struct person *)persons->rec[i];

		if (m->alive.v == FLAG_NO || person_is_child(m))
			continue;
		if (alone && age_at(m->birth, today) >= YELLOW_ALONE_AGE)
			say(p, "2", arena_printf(a, "%s%d%s", tr("独居且满"), YELLOW_ALONE_AGE, tr("岁")));
		if (str_is(m->self_care.key, "2"))
			say(p, "2", str_of(tr("中度失能")));
	}
	if (flagged(f, "04"))
		say(p, "2", str_of(tr("重病或癌症")));
	if (flagged(f, "07"))
		say(p, "2", str_of(tr("情绪低落")));
	if (flagged(f, "13") || str_is(f->dibao.key, "1") || str_is(f->dibao.key, "3"))
		say(p, "2", str_of(tr("低保特困")));
}

enum rc level_propose(struct session *s, struct arena *a, const struct family *f,
	struct proposal *out, struct err *e)
{
	struct parts persons;
	date today = session_today(s);

	*out = (struct proposal){ 0 };
	TRY(family_persons(s, a, f->r.id, &persons, e));
	red_persons(out, a, &persons, today);
	TRY(red_events(s, a, f, out, e));
	if (!out->key.n)
		yellow(out, a, f, &persons, today);
	if (!out->key.n)
		out->key = S("3");
	return RC_OK;
}
