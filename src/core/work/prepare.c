/* prepare.c - a day of the association is prepared: its activity is planned, and who does what by when is given as tasks. */
#include "core/work/save.h"

#include "base/str.h"
#include "core/records/organisation.h"
#include "core/rules/campaign_day.h"
#include "core/work/work.h"

static const struct care_day *day_named(const struct session *s, str name)
{
	const struct care *care = &s->office->care;

	for (size_t i = 0; i < care->ndays; i++)
		if (str_eq(care->day[i].name, name) || str_eq(care->day[i].label, name))
			return &care->day[i];
	return NULL;
}

struct planning { struct session *s; struct arena *a; struct save *save; size_t n; date on; };

/* What should be done by a day that has gone is to be done today. */
static void step(struct planning *w, const struct care_day *d, const struct prep_step *st)
{
	const struct rec_type *t = type_of(w->s, &task_type);
	struct task *task = (struct task *)rec_new(w->a, t);
	date today = session_today(w->s);

	task->title = arena_printf(w->a, "%.*s：%.*s", STR_FMT(d->label), STR_FMT(st->name));
	task->node.id = w->s->me.unit;
	task->owner.id = w->s->me.worker;
	task->given = today;
	task->due.day = w->on.day - (int32_t)st->before;
	if (task->due.day < today.day)
		task->due = today;
	w->save[w->n++] = (struct save){ .type = t, .rec = &task->r };
}

static enum rc plan(struct planning *w, str name, struct err *e)
{
	const struct association_rules *r = &w->s->office->association;
	const struct care_day *d = day_named(w->s, name);
	const struct activity *had;
	struct activity *act;

	w->on = d ? campaign_day_on(w->s, d) : (date){ 0 };
	if (!w->on.day)
		return fail(e, RC_INVALID, "没有叫“%.*s”的协会的日子；有哪些见 qinqing list campaign-days，在 care.yaml 里写 kind: public",
			STR_FMT(name));
	if (!w->s->me.unit)
		return fail(e, RC_INVALID, "要以一个单位的工作人员的身份准备：加 --as 登录名");
	TRY(campaign_activity(w->s, w->a, d, w->on, w->s->me.unit, &had, e));
	if (had)
		return fail(e, RC_INVALID, "%.*s的活动已经有了（activity:%llu）", STR_FMT(d->label), (unsigned long long)had->r.id);
	w->save = ARENA_ARRAY(w->a, struct save, r->nprep + 1);
	act = (struct activity *)rec_new(w->a, type_of(w->s, &activity_type));
	act->title = arena_printf(w->a, "%.*s活动", STR_FMT(d->label));
	act->on = w->on;
	act->org.id = w->s->me.unit;
	act->task.key = r->prep_task;
	w->save[w->n++] = (struct save){ .type = type_of(w->s, &activity_type), .rec = &act->r };
	for (size_t i = 0; i < r->nprep && w->s->role && w->s->role->supervises; i++)
		step(w, d, &r->prep[i]);
	return RC_OK;
}

enum rc session_may_prepare(struct session *s, str day, struct err *e)
{
	struct arena a = { 0 };
	struct planning w = { .s = s, .a = &a };
	enum rc rc;

	TRY(enter(s, e));
	rc = plan(&w, day, e);
	for (size_t i = 0; i < w.n && rc == RC_OK; i++)
		rc = early_may_save(s, &w.save[i], e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc session_prepare(struct session *s, struct arena *a, str day, uint64_t *activity, size_t *steps, struct err *e)
{
	struct planning w = { .s = s, .a = a };

	TRY(enter(s, e));
	TRY(leave_with(s, plan(&w, day, e), e));
	TRY(session_save(s, a, S(""), w.save, w.n, e));
	*activity = w.save[0].id;
	*steps = w.n - 1;
	return RC_OK;
}
