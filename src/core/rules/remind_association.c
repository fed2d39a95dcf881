/* remind_association.c - what is due about the association itself: terms that end, posts that are vacant, bodies with
 * too few of the people, places from which nothing is heard. */
#include "core/rules/remind_rule.h"

#include "core/office/means.h"
#include "core/rules/campaign_day.h"
#include "core/rules/council.h"
#include "core/rules/standing.h"

/* From the first of warn_days on it is said, from the last of them it counts. */
static bool near_end(const struct remind *q, date end, int64_t *points)
{
	const struct association_rules *rules = &q->s->office->association;
	int64_t left = (int64_t)end.day - q->today.day;

	if (!end.day || !rules->nwarn_days || left > rules->warn_days[0])
		return false;
	*points = left <= rules->warn_days[rules->nwarn_days - 1] ? remind_late(q, end, REMIND_COUNTS) : REMIND_LOW;
	return true;
}

static enum rc term(struct remind *q, const struct standing *p, struct err *e)
{
	int64_t points;

	(void)e;
	if (p->as && near_end(q, p->as->term_end, &points))
		remind_of(q, &association_type, p->as->r.id, S(""), p->as->term_end, points,
			p->as->term_end.day < q->today.day ? SAY("%s %s届满，该换届了") : SAY("%s %s届满，准备换届"),
			SAID(said_text(p->as->name), said_day(p->as->term_end)));
	return RC_OK;
}

static enum rc seconded(struct remind *q, const struct standing *p, struct err *e)
{
	const struct code_table *kinds = codebook_find(&q->s->office->codes, S("STAFF_KIND"));
	int64_t points;

	(void)e;
	for (size_t i = 0; i < p->staff.n; i++) {
		const struct worker *w = p->staff.p[i];

		if (code_is(code_find(kinds, w->staff_kind.key), "seconded") && near_end(q, w->term_end, &points))
			remind_of(q, &worker_type, w->r.id, S(""), w->term_end, points, SAY("%s 挂职 %s期满：定好谁来接"),
				SAID(said_text(w->name), said_day(w->term_end)));
	}
	return RC_OK;
}

static enum rc vacant(struct remind *q, const struct standing *p, struct err *e)
{
	const struct association_rules *rules = &q->s->office->association;

	(void)e;
	for (size_t i = 0; p->as && i < rules->nposts; i++)
		if (str_eq(rules->post[i].level, p->o->level.key) &&
			standing_holds(p, &rules->post[i]) < rules->post[i].count)
			remind_of(q, &org_type, p->o->r.id, rules->post[i].name, q->today, REMIND_LOW, SAY("%s：%s空缺"),
				SAID(said_text(p->o->name), said_code("POST", (code){ rules->post[i].post })));
	return RC_OK;
}

static enum rc share(struct remind *q, const struct standing *p, struct err *e)
{
	const struct association_rules *rules = &q->s->office->association;

	for (size_t i = 0; i < rules->nshares; i++) {
		struct council c;

		TRY(council_on(q->s, q->a, p->o->r.id, rules->share[i].body, q->today, NULL, &c, e));
		if (c.lacking)
			remind_of(q, &org_type, p->o->r.id, rules->share[i].body, q->today, REMIND_LOW,
				SAY("%s：%s里基层一线群众和服务对象还差%s人"), SAID(said_text(p->o->name),
					said_code("BODY", (code){ rules->share[i].body }), said_num(c.lacking)));
	}
	return RC_OK;
}

static enum rc dormant(struct remind *q, const struct standing *p, struct err *e)
{
	(void)e;
	if (codes_mean(&q->s->office->codes, p->state, MEANS_ASSOCIATION_DORMANT))
		remind_of(q, &association_type, p->as->r.id, S(""), q->today, REMIND_LOW,
			p->life.day ? SAY("%s从%s起没有联系、活动和会议") : SAY("%s还没有联系、活动和会议"),
			p->life.day ? SAID(said_text(p->o->name), said_day(p->life)) : SAID(said_text(p->o->name)));
	return RC_OK;
}

/* ---- 联系群众 --------------------------------------------------------------------------------------- */

static enum rc spoken(struct remind *q, uint64_t liaison, date *last, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &call_type), .index = "liaison",
		.prefix = &VAL_REF(liaison), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		if (((const struct call *)r)->on.day > last->day)
			*last = ((const struct call *)r)->on;
	TRY_END(rc);
	return RC_OK;
}

static str whom(struct remind *q, const struct liaison *l)
{
	const struct org *o = peek_org(q->s, q->a, l->node.id);
	const struct member *m = o ? NULL : (const struct member *)peek(q->s, q->a, &member_type, l->member.id);

	return o ? o->name : m ? m->name : S("");
}

static str who(struct remind *q, const struct liaison *l)
{
	const struct worker *w = l->worker.id ? peek_worker(q->s, q->a, l->worker.id) : NULL;
	const struct seat *st = w ? NULL : (const struct seat *)peek(q->s, q->a, &seat_type, l->seat.id);

	return w ? w->name : st ? st->name : S("");
}

/* It is due to whoever it is, and to who supervises them. */
static bool concerns(const struct remind *q, uint64_t worker)
{
	return q->s->me.admin || q->s->role->supervises || (worker && worker == q->s->me.worker);
}

static enum rc liaison(struct remind *q, const struct standing *p, struct err *e)
{
	int64_t days = q->s->office->association.liaison_days;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &liaison_type), .index = "org",
		.prefix = &VAL_REF(p->o->r.id), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct liaison *l = (const struct liaison *)r;
		date last = l->from;

		if (!days || !concerns(q, l->worker.id) || (l->to.day && l->to.day <= q->today.day))
			continue;
		TRY(spoken(q, r->id, &last, e));
		if (last.day + days <= q->today.day)
			remind_of(q, &liaison_type, r->id, S(""), (date){ last.day + (int32_t)days }, REMIND_LOW,
				SAY("%s从%s起没有联系%s"), SAID(said_text(who(q, l)), said_day(last), said_text(whom(q, l))));
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- what was given to do, and what an inspection found -------------------------------------------------- */

enum { SAID_BEFORE = 7 };

/* To whoever is to do it, to whose place it is, and to who supervises them; a week before. */
static bool presses(const struct remind *q, const struct standing *p, uint64_t owner, date due, date done)
{
	return !done.day && due.day <= q->today.day + SAID_BEFORE &&
		(concerns(q, owner) || q->s->me.unit == p->o->r.id);
}

static enum rc tasks(struct remind *q, const struct standing *p, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &task_type), .index = "node",
		.prefix = &VAL_REF(p->o->r.id), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct task *t = (const struct task *)r;

		if (presses(q, p, t->owner.id, t->due, t->done) &&
			(t = (const struct task *)peek(q->s, q->a, &task_type, r->id)))
			remind_of(q, &task_type, r->id, S(""), t->due, remind_late(q, t->due, REMIND_LOW),
				SAY("%s：任务 %s 期限 %s"), SAID(said_text(p->o->name), said_text(t->title), said_day(t->due)));
	}
	TRY_END(rc);
	return RC_OK;
}

static enum rc findings(struct remind *q, const struct standing *p, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &finding_type), .index = "org",
		.prefix = &VAL_REF(p->o->r.id), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct finding *f = (const struct finding *)r;

		if (presses(q, p, f->owner.id, f->due, f->fixed) &&
			(f = (const struct finding *)peek(q->s, q->a, &finding_type, r->id)))
			remind_of(q, &finding_type, r->id, S(""), f->due, remind_late(q, f->due, REMIND_LOW),
				SAY("%s：整改 %s 期限 %s"), SAID(said_text(p->o->name),
					said_text(f->text), said_day(f->due)));
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- the days of the association ---------------------------------------------------------------------- */

/* From the first step's day on, of one's own unit, to whoever supervises there. */
static enum rc prepare(struct remind *q, const struct standing *p, struct err *e)
{
	const struct association_rules *r = &q->s->office->association;
	int64_t lead = r->nprep ? r->prep[0].before : 0;

	if (q->s->me.admin || !q->s->role->supervises || q->s->me.unit != p->o->r.id)
		return RC_OK;
	for (size_t i = 0; i < q->care->ndays; i++) {
		const struct care_day *d = &q->care->day[i];
		date on = campaign_day_on(q->s, d);
		const struct activity *act;

		if (!on.day || on.day - lead > q->today.day)
			continue;
		TRY(campaign_activity(q->s, q->a, d, on, p->o->r.id, &act, e));
		if (!act)
			remind_of(q, &org_type, p->o->r.id, d->name, (date){ on.day - (int32_t)lead }, REMIND_LOW,
				SAY("%s：%s %s还没有准备"), SAID(said_text(p->o->name), said_words(d->label), said_day(on)));
	}
	return RC_OK;
}

/* ---- the table --------------------------------------------------------------------------------------- */

/* What people call them stands in the code table REMINDER. */
static const struct {
	const char *name;
	enum rc (*rule)(struct remind *, const struct standing *, struct err *);
} rules[] = {
	{ "term", term }, { "seconded", seconded }, { "vacant", vacant }, { "share", share }, { "dormant", dormant },
	{ "liaison", liaison }, { "task", tasks }, { "finding", findings },
	{ "prepare", prepare },
};

static enum rc waivers(struct session *s, struct arena *a, uint64_t org, struct parts *out, struct err *e)
{
	struct { VEC(struct rec *); } all = { 0 };
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(cursor_open(s->view, a, &(struct walk){ .type = type_of(s, &waiver_type), .index = "org",
		.prefix = &VAL_REF(org), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		TRY(snap_get(s->view, a, type_of(s, &waiver_type), r->id, &whole, e));
		*vec_add(a, &all) = whole;
	}
	TRY_END(rc);
	*out = (struct parts){ all.p, all.n };
	return RC_OK;
}

enum rc association_reminders(struct session *s, struct arena *a, struct reminders *out, struct err *e)
{
	struct remind q = { .s = s, .a = a, .care = &s->office->care, .today = session_today(s), .out = out };
	struct standings all;

	*out = (struct reminders){ 0 };
	TRY(standings_load(s, a, (struct span){ 0 }, &all, e));
	for (size_t i = 0; i < all.n; i++) {
		size_t n = out->n;

		TRY(waivers(s, a, all.p[i].o->r.id, &q.waivers, e));
		for (size_t k = 0; k < COUNT(rules); k++) {
			q.rule = rules[k].name;
			TRY(rules[k].rule(&q, &all.p[i], e));
		}
		for (; n < out->n; n++)
			out->item[n].org = all.p[i].o->r.id;
	}
	return RC_OK;
}
