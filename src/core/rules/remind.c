/* remind.c - the rules that make somebody do something about a family, one function a rule. */
#include "core/rules/remind_rule.h"

#include "base/vec.h"
#include "core/office/means.h"
#include "core/read/glass.h"
#include "core/read/past.h"
#include "core/read/rights.h"
#include "core/records/household.h"
#include "core/rules/days.h"
#include "core/rules/level.h"

#include <stdlib.h>

enum { URGENT = 80, SOON = 40, NORMAL = REMIND_COUNTS, LOW = REMIND_LOW };

/* Has somebody dealt with this one? */
static bool waived(const struct remind *q, str target, date due)
{
	for (size_t i = 0; i < q->waivers.n; i++) {
		const struct waiver *w = (const struct waiver *)q->waivers.rec[i];

		if (str_is(w->rule, q->rule) && str_eq(w->target, target) && w->due.day >= due.day)
			return true;
	}
	return false;
}

struct reminder *remind_of(struct remind *q, const struct rec_type *t, uint64_t id, str detail,
	date due, int64_t points, const char *text, const struct said *part)
{
	static struct reminder nobody;
	str target = arena_printf(q->a, "%s:%llu", t->name, (unsigned long long)id);
	struct reminder *r;

	if (waived(q, remind_target(q->a, target, detail), due))
		return &nobody;
	q->out->item = vec_room(q->a, q->out->item, q->out->n, &q->cap, sizeof *q->out->item);
	r = &q->out->item[q->out->n++];
	*r = (struct reminder){ .rule = q->rule, .target = target, .detail = detail, .due = due, .points = points,
		.what = *reasons_one(q->a, (struct reason){ .rule = q->rule, .type = t->name, .id = id,
			.text = text, .part = part }).p,
		.type = type_of(q->s, t), .id = id,
		.tone = due.day && due.day < q->today.day ? TONE_RED
			: due.day && due.day <= q->today.day + 7 ? TONE_YELLOW : TONE_NONE };
	return r;
}

static struct reminder *remind(struct remind *q, const struct rec_type *t, uint64_t id, date due,
	int64_t points, const char *text, const struct said *part)
{
	return remind_of(q, t, id, S(""), due, points, text, part);
}

static const struct code_item *item(const struct remind *q, const char *table, code c)
{
	return code_find(codebook_find(&q->s->office->codes, str_of(table)), c.key);
}

int64_t remind_late(const struct remind *q, date due, int64_t base)
{
	int64_t late = due.day && due.day < q->today.day ? q->today.day - due.day : 0;

	return base + (late > REMIND_LATE_MOST ? REMIND_LATE_MOST : late);
}

/* ---- events --------------------------------------------------------------------------------- */

static void urgent(struct reminder *r)
{
	r->urgent = true;
	r->tone = TONE_RED;
}

static enum rc events(struct remind *q, struct err *e)
{
	struct parts list;

	TRY(family_parts(q->s, q->a, &event_type, q->f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct event *v = (const struct event *)list.rec[i];
		const struct code_item *kind = item(q, "EVENT_KIND", v->kind);
		date known = moment_date(v->known_at);
		date visit = { v->happened.day + (int32_t)q->care->event_visit_days };

		if (v->closed.day)
			continue;
		if (v->alarm.v == FLAG_YES)
			urgent(remind(q, &event_type, v->r.id, known, URGENT,
				SAY("失联核查：当天两人同去敲门"), NULL));
		else if (!v->first_contact.v)
			urgent(remind(q, &event_type, v->r.id,
				(date){ known.day + (int32_t)(q->care->event_contact_hours + 23) / 24 },
				code_is(kind, "today") ? URGENT : SOON + 20, SAY("%s：首次联系≤%s小时"),
				SAID(said_code("EVENT_KIND", v->kind),
					said_num(q->care->event_contact_hours))));
		if (v->alarm.v != FLAG_YES && !v->first_visit.v && !v->discharge.day)
			remind(q, &event_type, v->r.id, visit, remind_late(q, visit, SOON),
				code_is(kind, "stay") ? SAY("%s：%s前到床前看望") : SAY("%s：%s前上门看望"),
				SAID(said_code("EVENT_KIND", v->kind), said_day(visit)));
	}
	return RC_OK;
}

/* ---- needs ---------------------------------------------------------------------------------- */

static enum rc needs(struct remind *q, struct err *e)
{
	struct parts list;

	TRY(family_parts(q->s, q->a, &need_type, q->f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct need *n = (const struct need *)list.rec[i];
		bool promise = code_is(item(q, "NEED_KIND", n->kind), "promise");

		if (n->closed.day) {
			if (!n->reply_at.day)
				remind(q, &need_type, n->r.id, n->closed, NORMAL, SAY("办结还没有答复家庭：%s"),
					SAID(said_text(n->no)));
			continue;
		}
		remind(q, &need_type, n->r.id, n->due, remind_late(q, n->due, NORMAL),
			promise ? SAY("承诺 %s 期限 %s") : n->waiting.key.n ? SAY("诉求 %s（等%s） 期限 %s")
				: SAY("诉求 %s%s 期限 %s"),
			promise ? SAID(said_text(n->text.s), said_day(n->due))
				: SAID(said_code("NEED_KIND", n->kind), said_code("DEPT", n->waiting),
					said_day(n->due)));
	}
	return RC_OK;
}

/* ---- insurance ------------------------------------------------------------------------------ */

/* The keys of the papers that are still to come. */
static codes missing_documents(const struct remind *q, const struct claim *cl)
{
	const struct codebook *book = &q->s->office->codes;
	const struct code_table *t = codebook_find(book, S("CLAIM_DOC"));
	struct buf b = { .a = q->a };

	for (size_t i = 0; t && i < t->n; i++)
		if (!code_means(book, (code){ t->item[i].key }, MEANS_OTHER_DOCUMENT) &&
			!has_key(cl->documents.keys, t->item[i].key))
			buf_printf(&b, "%s%.*s", b.n ? " " : "", STR_FMT(t->item[i].key));
	return (codes){ buf_view(&b) };
}

/* Weekly until paid and the family told. */
static enum rc claims(struct remind *q, struct err *e)
{
	const struct codebook *book = &q->s->office->codes;
	struct parts list, stays;
	int32_t every = q->care->claim_days > 0 ? (int32_t)q->care->claim_days : 7;

	TRY(family_parts(q->s, q->a, &claim_type, q->f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct claim *cl = (const struct claim *)list.rec[i];
		bool paid = code_means(book, cl->state, MEANS_CLAIM_PAID);
		bool ended = code_means(book, cl->state, MEANS_CLAIM_REFUSED) ||
			code_means(book, cl->state, MEANS_CLAIM_DROPPED);
		date due = { cl->reported.day + (q->today.day - cl->reported.day) / every * every };
		codes docs = missing_documents(q, cl);

		if ((cl->told_family.day && (paid || ended)) || (ended && !cl->payable.fen))
			continue;
		if (paid || ended)
			remind(q, &claim_type, cl->r.id, due, NORMAL, SAY("理赔结果还没有告知家庭：%s"),
				SAID(said_text(cl->no)));
		else
			remind(q, &claim_type, cl->r.id, due, NORMAL,
				docs.keys.n ? SAY("理赔 %s %s，还缺 %s") : SAY("理赔 %s %s"),
				SAID(said_text(cl->no), said_code("CLAIM_STATE", cl->state),
					said_codes("CLAIM_DOC", docs)));
	}
	TRY(family_parts(q->s, q->a, &event_type, q->f->r.id, &stays, e));
	for (size_t i = 0; i < stays.n; i++) {
		const struct event *v = (const struct event *)stays.rec[i];
		bool claimed = false, insured = false;
		struct parts policies;

		if (!code_is(item(q, "EVENT_KIND", v->kind), "stay") || !v->admit.day)
			continue;
		for (size_t k = 0; k < list.n; k++)
			claimed |= ((const struct claim *)list.rec[k])->event.id == v->r.id;
		TRY(family_parts(q->s, q->a, &insured_type, q->f->r.id, &policies, e));
		for (size_t k = 0; k < policies.n; k++) {
			const struct insured *in = (const struct insured *)policies.rec[k];

			insured |= (!v->person.id || in->person.id == v->person.id) && !in->removed.day;
		}
		if (insured && !claimed)
			remind(q, &event_type, v->r.id, v->discharge.day ? v->discharge : v->admit, NORMAL,
				SAY("已参保，可以申请住院理赔"), NULL);
	}
	return RC_OK;
}

/* ---- coverage ------------------------------------------------------------------------------- */

static enum rc doctor(struct remind *q, struct err *e)
{
	struct parts list;

	TRY(family_parts(q->s, q->a, &sign_type, q->f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct sign *g = (const struct sign *)list.rec[i];
		date served = g->last_visit.day ? g->last_visit : g->signed_on;
		date idle = date_add_months(served, (int)q->care->sign_idle_months);

		if (g->refused.v == FLAG_YES || !g->expires.day ||
			sign_last_word(list.rec, list.n, g->person.id, q->today) != g)
			continue; /* renewed, or they want none any more */
		if (g->expires.day - (int32_t)q->care->sign_warn_days <= q->today.day)
			remind(q, &sign_type, g->r.id, g->expires, LOW, SAY("家庭医生签约到期 %s"),
				SAID(said_day(g->expires)));
		else if (q->care->sign_idle_months && idle.day <= q->today.day)
			remind(q, &sign_type, g->r.id, idle, LOW, SAY("家庭医生签约后一直没有服务"), NULL);
	}
	return RC_OK;
}

/* Does the worker's unit cover the family's community?  It no longer does when the family has moved. */
static bool posted_there(const struct remind *q, const struct worker *w)
{
	struct org *unit = w ? peek_org(q->s, q->a, w->org.id) : NULL;
	struct org *home = peek_org(q->s, q->a, q->f->community.id);

	if (unit && unit->successor.id)
		unit = peek_org(q->s, q->a, unit->successor.id);
	return !unit || !home || str_starts(home->code.s, unit->code.s);
}

static enum rc contacts(struct remind *q, struct err *e)
{
	const struct code_table *posts = codebook_find(&q->s->office->codes, S("ASSIGN_POST"));
	date latest = { 0 };
	struct family_view v;
	struct filled filled;

	TRY(view_open(q->s, q->a, q->f, q->today, &v, e));
	TRY(view_filled(&v, &q->live, &filled, e));
	for (size_t p = 0; posts && p < posts->n; p++) {
		if (!code_is(&posts->item[p], "dual"))
			continue;
		for (size_t i = 0; i < q->live.n; i++) {
			const struct assignment *as = (const struct assignment *)q->live.rec[i];

			struct said post = said_code("ASSIGN_POST", as->post);

			if (!str_eq(as->post.key, posts->item[p].key))
				continue;
			if (as->from.day > latest.day)
				latest = as->from;
			if (!posted_there(q, peek_worker(q->s, q->a, as->worker.id)))
				remind(q, &assignment_type, as->r.id, as->from, LOW,
					SAY("%s不在这个社区：家庭搬了，请重新安排"), SAID(post));
			if (as->handover_at.day && !as->family_told.day)
				remind(q, &assignment_type, as->r.id, as->handover_at, SOON / 2,
					SAY("把新的%s告知家庭"), SAID(post));
		}
		if (!post_filled(&filled, posts->item[p].key))
			remind_of(q, &family_type, q->f->r.id, posts->item[p].key, q->today, SOON / 2,
				SAY("%s空缺"), SAID(said_code("ASSIGN_POST", (code){ posts->item[p].key })));
	}
	if (latest.day && q->f->card_given.day < latest.day)
		remind(q, &family_type, q->f->r.id, latest, LOW, SAY("联系知情卡要发新的"), NULL);
	return RC_OK;
}

/* ---- level, kind, end ----------------------------------------------------------------------- */

/* Which of two levels stands first in their table, the gravest at its head. */
static bool graver(const struct remind *q, code a, code b)
{
	const struct code_table *t = codebook_find(&q->s->office->codes, S("CARE_LEVEL"));
	const struct code_item *ia = code_find(t, a.key), *ib = code_find(t, b.key);

	return ia && (!ib || ia < ib);
}

static enum rc level(struct remind *q, struct err *e)
{
	struct proposal p;
	struct buf b = { .a = q->a };

	TRY(level_propose(q->s, q->a, q->f, &p, e));
	if (graver(q, p.level, q->f->care_level)) {
		for (size_t i = 0; i < p.why.n; i++)
			buf_printf(&b, "%s%.*s", i ? "\n" : "", STR_FMT(p.why.p[i]));
		remind(q, &family_type, q->f->r.id, q->today, SOON / 2, SAY("建议改为%s：%s"),
			SAID(said_code("CARE_LEVEL", p.level), said_texts(buf_view(&b))));
	}
	return RC_OK;
}

static enum rc level_review(struct remind *q, struct err *e)
{
	date since = q->f->care_since.day ? q->f->care_since : q->f->opened;

	(void)e;
	for (size_t i = 0; i < q->care->nlevels; i++) {
		date due = { since.day + (int32_t)q->care->level[i].review_days };

		if (str_eq(q->care->level[i].level, q->f->care_level.key) &&
			q->care->level[i].review_days && due.day <= q->today.day)
			remind(q, &family_type, q->f->r.id, due, LOW, SAY("关爱级别要重新评估"), NULL);
	}
	return RC_OK;
}

/* The grade of the child's certificate against the family's kind. */
static enum rc kind(struct remind *q, struct err *e)
{
	const struct codebook *book = &q->s->office->codes;
	const struct code_table *kinds = codebook_find(book, S("FAMILY_KIND"));
	str of_kind = code_attr(code_find(kinds, q->f->kind.key), "grade"); /* {0}: not of a disabled child */
	bool left = code_means(book, q->f->kind, MEANS_LEFT);
	size_t parents = 0, dead = 0;

	(void)e;
	for (size_t i = 0; i < q->persons.n; i++) {
		const struct person *p = (const struct person *)q->persons.rec[i];
		bool lowest = code_means(book, p->disab_grade, MEANS_GRADE_LOWEST);
		str grade = p->disab_grade.key, should;
		int64_t number;

		if (person_is_parent(book, p)) {
			parents++;
			dead += p->alive.v == FLAG_NO;
		}
		if (!person_is_child(book, p) || p->alive.v == FLAG_NO || !grade.n ||
			family_bereaved(book, q->f))
			continue;
		should = str_int(grade, &number) ? code_counted(kinds, "grade", number) : (str){ 0 };
		if (lowest && q->f->kind.key.n && !str_eq(of_kind, grade) && !left)
			remind(q, &family_type, q->f->r.id, q->today, NORMAL,
				SAY("子女换发四级残疾人证：核对后按“残疾子女康复或降级”办退出"), NULL);
		else if (!lowest && should.n && (!q->f->kind.key.n || (of_kind.n && !str_eq(of_kind, grade))))
			remind(q, &family_type, q->f->r.id, q->today, LOW, SAY("按残疾人证，家庭类别应为%s"),
				SAID(said_code("FAMILY_KIND", (code){ should })));
	}
	if (left && q->f->kind_since.day &&
		date_add_months(q->f->kind_since, (int)q->care->after_care_months).day <= q->today.day)
		remind(q, &family_type, q->f->r.id, date_add_months(q->f->kind_since,
			(int)q->care->after_care_months), NORMAL, SAY("延续关怀期满，可以销档"), NULL);
	if (dead && parents == dead + 1 && !codes_mean(book, q->f->care_flags, MEANS_FLAG_ALONE) &&
		(!q->f->live_state.key.n || code_means(book, q->f->live_state, MEANS_LIVES_AS_COUPLE)))
		remind(q, &family_type, q->f->r.id, q->today, LOW,
			SAY("只剩一位老人：核对居住状况，独居的勾上“独居”"), NULL);
	if (parents && parents == dead)
		remind(q, &family_type, q->f->r.id, q->today, NORMAL,
			SAY("父母均已去世：办完后事交接后销档"), NULL);
	return RC_OK;
}

/* ---- what was agreed ------------------------------------------------------------------------- */

static enum rc agreed(struct remind *q, struct err *e)
{
	struct parts list;

	if (q->visits.n) {
		const struct visit *v = (const struct visit *)peek(q->s, q->a, &visit_type,
			q->visits.id[0]);

		if (v && v->next_due.day && v->next_due.day <= q->today.day + 1)
			remind(q, &visit_type, v->r.id, v->next_due, remind_late(q, v->next_due, NORMAL),
				SAY("约好 %s %s"), SAID(said_day(v->next_due), said_text(v->next_note)));
	}
	TRY(family_parts(q->s, q->a, &psych_type, q->f->r.id, &list, e));
	if (list.n) { /* the last one says when the next is */
		const struct psych *p = (const struct psych *)list.rec[list.n - 1];

		if (p->next.day && p->next.day <= q->today.day + 1)
			remind(q, &psych_type, p->r.id, p->next, NORMAL, SAY("心理随访 %s"),
				SAID(said_day(p->next)));
	}
	return RC_OK;
}

/* ---- the workers themselves ------------------------------------------------------------------- */

/* Whoever has just been with a family through a death or a crisis should not be left alone with it. */
static enum rc debrief(struct remind *q, struct err *e)
{
	(void)e;
	for (size_t i = 0; i < q->visits.n; i++) {
		date on = moment_date(q->visits.seen[i].when);
		const struct visit *v;
		const struct worker *w;

		if (on.day + (int32_t)q->care->debrief_days < q->today.day)
			break;
		v = (const struct visit *)peek(q->s, q->a, &visit_type, q->visits.id[i]);
		if (!v || !visit_is(q->s, v, "crisis"))
			continue;
		w = peek_worker(q->s, q->a, v->by.id);
		if (v->by.id == q->s->me.worker || !w)
			remind(q, &visit_type, v->r.id, on, LOW,
				SAY("这次走访不容易：找街道主管或心理社工说说话"), NULL);
		else
			remind(q, &visit_type, v->r.id, on, LOW, SAY("%s 刚陪过丧事或危机：和TA谈谈心"),
				SAID(said_text(w->name)));
		break;
	}
	return RC_OK;
}

/* ---- special support ------------------------------------------------------------------------ */

enum { REVIEW_LAST_MONTH = 3 };

static enum rc tefu_review(struct remind *q, struct err *e)
{
	struct ymd now = date_ymd(q->today);
	struct parts support, reviews;

	if (now.m > REVIEW_LAST_MONTH)
		return RC_OK;
	TRY(family_parts(q->s, q->a, &tefu_type, q->f->r.id, &support, e));
	TRY(family_parts(q->s, q->a, &review_type, q->f->r.id, &reviews, e));
	for (size_t i = 0; i < support.n; i++) {
		const struct tefu *t = (const struct tefu *)support.rec[i];
		bool done = t->stop_month.ym != 0;

		for (size_t k = 0; k < reviews.n; k++) {
			const struct review *r = (const struct review *)reviews.rec[k];

			done |= r->person.id == t->person.id && r->year.v == now.y && r->state.key.n &&
				!code_means(&q->s->office->codes, r->state, MEANS_REVIEW_WAITING);
		}
		if (!done)
			remind(q, &tefu_type, t->r.id, date_of(now.y, REVIEW_LAST_MONTH, 31), LOW,
				SAY("%s年特扶年审"), SAID(said_num(now.y)));
	}
	return RC_OK;
}

/* ---- days ----------------------------------------------------------------------------------- */

/* Has anybody reached the family since the window opened? */
static bool reached_since(const struct remind *q, date from)
{
	for (size_t i = 0; i < q->visits.n; i++) {
		if (moment_date(q->visits.seen[i].when).day < from.day)
			break;
		if (code_is(q->visits.seen[i].outcome, "ok"))
			return true;
	}
	return false;
}

/* Quiet days are for the family's own contact persons alone. */
static enum rc days(struct remind *q, struct err *e)
{
	(void)e;
	for (size_t i = 0; i < q->care->ndays; i++) {
		const struct care_day *d = &q->care->day[i];
		const struct person *whose;
		struct reminder *r;
		date on;

		if (d->kind == DAY_PUBLIC || (d->kind == DAY_QUIET && !q->mine))
			continue;
		if (!day_calls(&q->s->office->codes, d, q->f, q->persons.rec, q->persons.n, q->today,
			&on, &whose))
			continue;
		if (d->kind != DAY_QUIET && reached_since(q, (date){ on.day + (int32_t)d->from }))
			continue;
		r = d->kind == DAY_QUIET
			? remind_of(q, &family_type, q->f->r.id, d->name, on, LOW, SAY("静 %s %s：%s"),
				SAID(said_words(d->label), said_day(on), said_words(q->care->quiet_hint)))
			: remind_of(q, &family_type, q->f->r.id, d->name, on, LOW,
				whose ? "%s %s %s %s" : "%s%s %s %s",
				SAID(said_words(d->label), said_text(whose ? whose->name : S("")),
					said_words(str_of(day_kind_text(d->kind))), said_day(on)));
		r->tone = TONE_YELLOW;
	}
	return RC_OK;
}

/* ---- who looked ----------------------------------------------------------------------------- */

/* For who supervises, not for who did it: it is read with the log, and dealt with. */
static enum rc emergencies(struct remind *q, struct err *e)
{
	struct parts list;

	if (!q->s->me.admin && !q->s->role->supervises)
		return RC_OK;
	TRY(family_parts(q->s, q->a, &glass_type, q->f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct glass *g = (const struct glass *)list.rec[i];
		date on = moment_date(g->from);

		if (on.day + REMIND_OPENED_DAYS >= q->today.day && g->by.id != q->s->me.worker)
			urgent(remind(q, &glass_type, g->r.id, on, URGENT, SAY("紧急查看：%s，到%s，%s %s"),
				SAID(said_ref("worker", g->by.id), said_text(moment_said(q->a, g->until)),
					said_code("LOOK_WHY", g->reason), said_text(g->words))));
	}
	return RC_OK;
}

/* ---- the table ------------------------------------------------------------------------------ */

/* What people call them stands in the code table REMINDER. */
static const struct {
	const char *name;
	enum rc (*rule)(struct remind *, struct err *);
} rules[] = {
	{ "event", events }, { "need", needs },   { "claim", claims },         { "contact", contacts },
	{ "agreed", agreed }, { "level", level }, { "review", level_review },  { "kind", kind },
	{ REMIND_DAY, days },      { "doctor", doctor }, { "tefu", tefu_review },   { "debrief", debrief },
	{ "glass", emergencies },
};

str remind_target(struct arena *a, str target, str detail)
{
	return detail.n ? arena_printf(a, "%.*s/%.*s", STR_FMT(target), STR_FMT(detail)) : target;
}

int remind_order(const struct reminder *a, const struct reminder *b)
{
	if (a->urgent != b->urgent)
		return a->urgent ? -1 : 1;
	if (a->points != b->points)
		return a->points > b->points ? -1 : 1;
	if (a->due.day != b->due.day)
		return a->due.day < b->due.day ? -1 : 1;
	return str_cmp(a->target, b->target) ? str_cmp(a->target, b->target)
		: str_cmp(a->detail, b->detail);
}

static int by_pressure(const void *x, const void *y)
{
	return remind_order(x, y);
}

enum { VISITS_READ = 40 };

enum rc family_reminders(struct session *s, struct arena *a, const struct family *f,
	struct reminders *out, struct err *e)
{
	struct remind q = { .s = s, .a = a, .f = f, .care = &s->office->care,
		.today = session_today(s), .out = out };
	const uint64_t *mine;
	size_t nmine;

	*out = (struct reminders){ 0 };
	if (f->closed.day || !rights_clear(s, glass_sight(s, f->r.id, rights_reach(s, f->r.id)), type_field(&event_type, S("kind"))))
		return RC_OK;
	rights_mine(s, &mine, &nmine);
	for (size_t i = 0; i < nmine; i++)
		q.mine |= mine[i] == f->r.id;
	TRY(family_persons(s, a, f->r.id, &q.persons, e));
	TRY(family_assignments(s, a, f->r.id, true, &q.live, e));
	TRY(family_visits(s, a, f->r.id, VISITS_READ, &q.visits, e));
	TRY(family_parts(s, a, &waiver_type, f->r.id, &q.waivers, e));
	for (size_t i = 0; i < COUNT(rules); i++) {
		q.rule = rules[i].name;
		TRY(rules[i].rule(&q, e));
	}
	if (out->n > 1)
		qsort(out->item, out->n, sizeof *out->item, by_pressure);
	return RC_OK;
}
