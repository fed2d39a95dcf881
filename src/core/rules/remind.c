/* remind.c - the rules that make somebody do something about a family, one function a rule. */
#include "core/rules/remind.h"

#include "core/rules/days.h"

#include <stdlib.h>

struct remind {
	struct session *s;
	struct arena *a;
	const struct family *f;
	const struct care *care;
	const char *rule;
	bool mine;              /* asked by one of the family's own contact persons */
	struct parts persons, live, waivers;
	struct visits visits;
	date today;
	struct reminders *out;
	size_t cap;
};

enum { URGENT = 80, SOON = 40, NORMAL = REMIND_COUNTS, LATE_MOST = 30, LOW = 3 };

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

/* One of several things a rule may say of the same record; detail tells them apart. */
static struct reminder *remind_of(struct remind *q, const struct rec_type *t, uint64_t id, str detail,
	date due, int64_t points, str text)
{
	static struct reminder nobody;
	str target = arena_printf(q->a, "%s:%llu%s%.*s", t->name, (unsigned long long)id,
		detail.n ? "/" : "", STR_FMT(detail));
	struct reminder *r;

	if (waived(q, target, due))
		return &nobody;
	if (q->out->n == q->cap) {
		struct reminder *more = ARENA_ARRAY(q->a, struct reminder, q->cap = q->cap * 2 + 8);

		if (q->out->n)
			memcpy(more, q->out->item, q->out->n * sizeof *more);
		q->out->item = more;
	}
	r = &q->out->item[q->out->n++];
	*r = (struct reminder){ .rule = q->rule, .target = target, .text = text, .due = due, .points = points,
		.type = type_of(q->s, t), .id = id,
		.tone = due.day && due.day < q->today.day ? TONE_RED
			: due.day && due.day <= q->today.day + 7 ? TONE_YELLOW : TONE_NONE };
	return r;
}

static struct reminder *remind(struct remind *q, const struct rec_type *t, uint64_t id, date due,
	int64_t points, str text)
{
	return remind_of(q, t, id, S(""), due, points, text);
}

static str day(const struct remind *q, date d)
{
	return date_short(q->a, d, q->today);
}

static str code_text(const struct remind *q, const char *table, code c)
{
	return tr_str(code_name(codebook_find(&q->s->office->codes, str_of(table)), c.key));
}

static const struct code_item *item(const struct remind *q, const char *table, code c)
{
	return code_find(codebook_find(&q->s->office->codes, str_of(table)), c.key);
}

static int64_t late_points(const struct remind *q, date due, int64_t base)
{
	int64_t late = due.day && due.day < q->today.day ? q->today.day - due.day : 0;

	return base + (late > LATE_MOST ? LATE_MOST : late);
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
		str name = code_text(q, "EVENT_KIND", v->kind);
		date known = moment_date(v->known_at);
		date visit = { v->happened.day + (int32_t)q->care->event_visit_days };

		if (v->closed.day)
			continue;
		if (v->alarm.v == FLAG_YES)
			urgent(remind(q, &event_type, v->r.id, known, URGENT, arena_printf(q->a, "%s%s",
				tr("失联核查："), tr("当天两人同去敲门"))));
		else if (!v->first_contact.v)
			urgent(remind(q, &event_type, v->r.id,
				(date){ known.day + (int32_t)(q->care->event_contact_hours + 23) / 24 },
				code_is(kind, "today") ? URGENT : SOON + 20,
				arena_printf(q->a, "%.*s：%s≤%d%s", STR_FMT(name), tr("首次联系"),
					(int)q->care->event_contact_hours, tr("小时"))));
		if (v->alarm.v != FLAG_YES && !v->first_visit.v && !v->discharge.day)
			remind(q, &event_type, v->r.id, visit, late_points(q, visit, SOON),
				arena_printf(q->a, "%.*s：%.*s%s", STR_FMT(name), STR_FMT(day(q, visit)),
					code_is(kind, "stay") ? tr("前到床前看望") : tr("前上门看望")));
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
		struct buf b = { .a = q->a };

		if (n->closed.day) {
			if (!n->reply_at.day)
				remind(q, &need_type, n->r.id, n->closed, NORMAL, arena_printf(q->a, "%s %.*s",
					tr("办结还没有答复家庭："), STR_FMT(n->no)));
			continue;
		}
		buf_printf(&b, "%s %.*s", promise ? tr("承诺") : tr("诉求"),
			STR_FMT(promise ? n->text.s : code_text(q, "NEED_KIND", n->kind)));
		if (n->waiting.key.n)
			buf_printf(&b, "（%s%.*s）", tr("等"), STR_FMT(code_text(q, "DEPT", n->waiting)));
		buf_printf(&b, " %s %.*s", tr("期限"), STR_FMT(day(q, n->due)));
		remind(q, &need_type, n->r.id, n->due, late_points(q, n->due, NORMAL), buf_view(&b));
	}
	return RC_OK;
}

/* ---- insurance ------------------------------------------------------------------------------ */

static str missing_documents(const struct remind *q, const struct claim *cl)
{
	const struct code_table *t = codebook_find(&q->s->office->codes, S("CLAIM_DOC"));
	struct buf b = { .a = q->a };

	for (size_t i = 0; t && i < t->n; i++)
		if (!str_is(t->item[i].key, "9") && !has_key(cl->documents.keys, t->item[i].key))
			buf_printf(&b, "%s%.*s", b.n ? tr("、") : "", STR_FMT(tr_str(t->item[i].name)));
	return buf_view(&b);
}

/* Weekly until paid and the family told. */
static enum rc claims(struct remind *q, struct err *e)
{
	struct parts list, stays;
	int32_t every = q->care->claim_days > 0 ? (int32_t)q->care->claim_days : 7;

	TRY(family_parts(q->s, q->a, &claim_type, q->f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct claim *cl = (const struct claim *)list.rec[i];
		const struct codebook *book = &q->s->office->codes;
		bool paid = code_means(book, cl->state, MEANS_CLAIM_PAID);
		bool ended = code_means(book, cl->state, MEANS_CLAIM_REFUSED) ||
			     code_means(book, cl->state, MEANS_CLAIM_DROPPED);
		date due = { cl->reported.day + (q->today.day - cl->reported.day) / every * every };
		str docs = missing_documents(q, cl);

		if ((cl->told_family.day && (paid || ended)) || (ended && !cl->payable.fen))
			continue;
		if (paid || ended)
			remind(q, &claim_type, cl->r.id, due, NORMAL, arena_printf(q->a, "%s %.*s",
				tr("理赔结果还没有告知家庭："), STR_FMT(cl->no)));
		else
			remind(q, &claim_type, cl->r.id, due, NORMAL, arena_printf(q->a, "%s %.*s %.*s%s%.*s",
				tr("理赔"), STR_FMT(cl->no), STR_FMT(code_text(q, "CLAIM_STATE", cl->state)),
				docs.n ? tr("，还缺 ") : "", STR_FMT(docs)));
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
				str_of(tr("已参保，可以申请住院理赔")));
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
		bool renewed = false;
		date served = g->last_visit.day ? g->last_visit : g->signed_on;
		date idle = date_add_months(served, (int)q->care->sign_idle_months);

		if (g->refused.v == FLAG_YES || !g->expires.day)
			continue;
		for (size_t k = 0; k < list.n; k++) {
			const struct sign *other = (const struct sign *)list.rec[k];

			renewed |= other->person.id == g->person.id && other->expires.day > g->expires.day;
		}
		if (renewed)
			continue;
		if (g->expires.day - (int32_t)q->care->sign_warn_days <= q->today.day)
			remind(q, &sign_type, g->r.id, g->expires, LOW, arena_printf(q->a, "%s %.*s",
				tr("家庭医生签约到期"), STR_FMT(day(q, g->expires))));
		else if (q->care->sign_idle_months && idle.day <= q->today.day)
			remind(q, &sign_type, g->r.id, idle, LOW, str_of(tr("家庭医生签约后一直没有服务")));
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
	struct filled filled;

	TRY(posts_filled(q->s, q->a, &q->live, q->f->community.id, q->today, &filled, e));
	for (size_t p = 0; posts && p < posts->n; p++) {
		if (!code_is(&posts->item[p], "dual"))
			continue;
		for (size_t i = 0; i < q->live.n; i++) {
			const struct assignment *as = (const struct assignment *)q->live.rec[i];

			if (!str_eq(as->post.key, posts->item[p].key))
				continue;
			if (as->from.day > latest.day)
				latest = as->from;
			if (!posted_there(q, peek_worker(q->s, q->a, as->worker.id)))
				remind(q, &assignment_type, as->r.id, as->from, LOW,
					arena_printf(q->a, "%.*s%s", STR_FMT(tr_str(posts->item[p].name)),
						tr("不在这个社区：家庭搬了，请重新安排")));
			if (as->handover_at.day && !as->family_told.day)
				remind(q, &assignment_type, as->r.id, as->handover_at, SOON / 2,
					arena_printf(q->a, "%s%.*s%s", tr("把新的"),
						STR_FMT(tr_str(posts->item[p].name)), tr("告知家庭")));
		}
		if (!post_filled(&filled, posts->item[p].key))
			remind_of(q, &family_type, q->f->r.id, posts->item[p].key, q->today, SOON / 2,
				arena_printf(q->a, "%.*s%s", STR_FMT(tr_str(posts->item[p].name)), tr("空缺")));
	}
	if (latest.day && q->f->card_given.day < latest.day)
		remind(q, &family_type, q->f->r.id, latest, LOW, str_of(tr("联系知情卡要发新的")));
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
		buf_printf(&b, "%s%.*s：", tr("建议改为"),
			STR_FMT(code_text(q, "CARE_LEVEL", p.level)));
		for (size_t i = 0; i < p.why.n; i++)
			buf_printf(&b, "%s%.*s", i ? tr("、") : "", STR_FMT(p.why.p[i]));
		remind(q, &family_type, q->f->r.id, q->today, SOON / 2, buf_view(&b));
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
			remind(q, &family_type, q->f->r.id, due, LOW, str_of(tr("关爱级别要重新评估")));
	}
	return RC_OK;
}

/* The grade of the child's certificate against the family's kind. */
static enum rc kind(struct remind *q, struct err *e)
{
	size_t parents = 0, dead = 0;

	(void)e;
	for (size_t i = 0; i < q->persons.n; i++) {
		const struct person *p = (const struct person *)q->persons.rec[i];
		const struct codebook *book = &q->s->office->codes;
		str grade = p->disab_grade.key;

		if (person_is_parent(book, p)) {
			parents++;
			dead += p->alive.v == FLAG_NO;
		}
		if (!person_is_child(book, p) || p->alive.v == FLAG_NO || !grade.n ||
			family_bereaved(book, q->f))
			continue;
		if (str_is(grade, "4") && q->f->kind.key.n && !str_is(q->f->kind.key, "24") &&
			!str_is(q->f->kind.key, "90"))
			remind(q, &family_type, q->f->r.id, q->today, NORMAL,
				str_of(tr("子女换发四级残疾人证：核对后按“残疾子女康复或降级”办退出")));
		else if (!str_is(grade, "4") && (!q->f->kind.key.n || (q->f->kind.key.n == 2 &&
			q->f->kind.key.p[0] == '2' && q->f->kind.key.p[1] != grade.p[0])))
			remind(q, &family_type, q->f->r.id, q->today, LOW, arena_printf(q->a, "%s%.*s",
				tr("按残疾人证，家庭类别应为"),
				STR_FMT(code_text(q, "FAMILY_KIND",
					(code){ arena_printf(q->a, "2%.*s", STR_FMT(grade)) }))));
	}
	if (str_is(q->f->kind.key, "90") && q->f->kind_since.day &&
		date_add_months(q->f->kind_since, (int)q->care->after_care_months).day <= q->today.day)
		remind(q, &family_type, q->f->r.id, date_add_months(q->f->kind_since,
			(int)q->care->after_care_months), NORMAL, str_of(tr("延续关怀期满，可以销档")));
	if (dead && parents == dead + 1 && !has_key(q->f->care_flags.keys, S("01")) &&
		(!q->f->live_state.key.n || str_is(q->f->live_state.key, "2")))
		remind(q, &family_type, q->f->r.id, q->today, LOW,
			str_of(tr("只剩一位老人：核对居住状况，独居的勾上“独居”")));
	if (parents && parents == dead)
		remind(q, &family_type, q->f->r.id, q->today, NORMAL,
			str_of(tr("父母均已去世：办完后事交接后销档")));
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
			remind(q, &visit_type, v->r.id, v->next_due, late_points(q, v->next_due, NORMAL),
				arena_printf(q->a, "%s %.*s %.*s", tr("约好"), STR_FMT(day(q, v->next_due)),
					STR_FMT(v->next_note)));
	}
	TRY(family_parts(q->s, q->a, &psych_type, q->f->r.id, &list, e));
	if (list.n) { /* the last one says when the next is */
		const struct psych *p = (const struct psych *)list.rec[list.n - 1];

		if (p->next.day && p->next.day <= q->today.day + 1)
			remind(q, &psych_type, p->r.id, p->next, NORMAL, arena_printf(q->a, "%s %.*s",
				tr("心理随访"), STR_FMT(day(q, p->next))));
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
		remind(q, &visit_type, v->r.id, on, LOW, v->by.id == q->s->me.worker || !w
			? str_of(tr("这次走访不容易：找街道主管或心理社工说说话"))
			: arena_printf(q->a, "%.*s %s", STR_FMT(w->name), tr("刚陪过丧事或危机：和TA谈谈心")));
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

			done |= r->person.id == t->person.id && r->year.v == now.y &&
				str_cmp(r->state.key, S("1")) > 0;
		}
		if (!done)
			remind(q, &tefu_type, t->r.id, date_of(now.y, REVIEW_LAST_MONTH, 31), LOW,
				arena_printf(q->a, "%d%s", now.y, tr("年特扶年审")));
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
		r = remind_of(q, &family_type, q->f->r.id, d->name, on, LOW, d->kind == DAY_QUIET
			? arena_printf(q->a, "%s %.*s %.*s：%.*s", tr("静"), STR_FMT(tr_str(d->label)),
				STR_FMT(day(q, on)), STR_FMT(tr_str(q->care->quiet_hint)))
			: arena_printf(q->a, "%.*s%s%.*s %s %.*s", STR_FMT(tr_str(d->label)),
				whose ? " " : "", STR_FMT(whose ? whose->name : S("")),
				tr(day_kind_text(d->kind)), STR_FMT(day(q, on))));
		r->tone = TONE_YELLOW;
	}
	return RC_OK;
}

/* ---- the table ------------------------------------------------------------------------------ */

static const struct {
	const char *name, *label;
	enum rc (*rule)(struct remind *, struct err *);
} rules[] = {
	{ "event", "重大情况", events },      { "need", "诉求", needs },
	{ "claim", "理赔", claims },          { "contact", "双岗", contacts },
	{ "agreed", "约好的", agreed },       { "level", "级别建议", level },
	{ "review", "级别复评", level_review }, { "kind", "类别核对", kind },
	{ "day", "要关心的日子", days },      { "doctor", "家庭医生", doctor },
	{ "tefu", "特扶年审", tefu_review },   { "debrief", "联系人", debrief },
};

const char *remind_label(str rule)
{
	for (size_t i = 0; i < COUNT(rules); i++)
		if (str_is(rule, rules[i].name))
			return rules[i].label;
	return NULL;
}

int remind_order(const struct reminder *a, const struct reminder *b)
{
	if (a->urgent != b->urgent)
		return a->urgent ? -1 : 1;
	if (a->points != b->points)
		return a->points > b->points ? -1 : 1;
	if (a->due.day != b->due.day)
		return a->due.day < b->due.day ? -1 : 1;
	return str_cmp(a->text, b->text);
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
	if (f->closed.day || !rights_clear(s, rights_reach(s, f->r.id), type_field(&event_type, S("kind"))))
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
