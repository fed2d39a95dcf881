/* demo_life.c - what happens in the families of the demo office: every type of record in every state,
 * so that each screen has something to show. */
#include "core/demo.h"

#include "core/impl.h"

enum { LIVES = 400, BATCH = 100, ROOM = BATCH + 40 };

struct life {
	struct session *s;
	struct arena *a;
	date today;
	struct save save[ROOM];
	size_t n;
	uint64_t policy, campaign;
	struct family *f;
	struct parts persons, live;
	int64_t i;              /* the how manieth family */
};

static struct rec *add(struct life *l, const struct rec_type *t)
{
	struct rec *r = rec_new(l->a, type_of(l->s, t));

	if (t->owner && *t->owner)
		rec_set(t, r, t->owner, (val){ true, (int64_t)l->f->r.id, { 0 } });
	l->save[l->n++] = (struct save){ .type = type_of(l->s, t), .rec = r };
	return r;
}

static date ago(const struct life *l, int days)
{
	date d = { l->today.day - days };

	return d.day < l->f->opened.day ? l->f->opened : d;
}

static uint64_t contact(const struct life *l)
{
	return l->live.n ? ((const struct assignment *)l->live.rec[0])->worker.id : 0;
}

static const struct person *parent(const struct life *l)
{
	for (size_t i = 0; i < l->persons.n; i++) {
		const struct person *p = (const struct person *)l->persons.rec[i];

		if (p->alive.v != FLAG_NO && !person_is_child(p))
			return p;
	}
	return NULL;
}

static void needs(struct life *l)
{
	static const struct { const char *kind, *text, *urgent, *waiting, *result, *satisfied; } asked[] = {
		{ "44", "暖气不热，卧室只有十四度。", "2", "14", "", "" },
		{ "24", "住院押金凑不齐，问能不能先办后付。", "1", "", "", "" },
		{ "43", "屋顶漏雨。", "3", "06", "1", "1" },
		{ "21", "问特扶金这个月怎么没到账。", "3", "", "4", "2" },
		{ "71", "答应下次带老花镜过去。", "3", "", "", "" },
		{ "42", "做手术没有人签字。", "2", "08", "2", "3" },
		{ "41", "想去养老院看看。", "4", "02", "6", "9" },
		{ "32", "想有人陪着说说话。", "3", "", "5", "9" },
	};
	size_t k = (size_t)l->i % COUNT(asked);
	struct need *n = (struct need *)add(l, &need_type);
	int days = (int)(l->i % 20);

	n->kind.key = str_of(asked[k].kind);
	n->text.s = str_of(asked[k].text);
	n->urgent.key = str_of(asked[k].urgent);
	n->source.key = l->i % 3 ? S("1") : S("2");
	n->received = ago(l, days);
	if (str_is(n->kind.key, "71"))
		n->due = (date){ n->received.day + 7 };
	n->owner.id = contact(l);
	if (!*asked[k].result) {
		n->waiting.key = n->helper_dept.keys = str_of(asked[k].waiting);
		return;
	}
	n->result.key = str_of(asked[k].result);
	n->closed = ago(l, days / 2);
	n->reply_at = n->closed;
	n->satisfied.key = str_of(asked[k].satisfied);
}

enum { EVENTS_EVERY = 9 };

static void events(struct life *l)
{
	static const char *const kinds[] = { "03", "02", "01", "04", "10", "11", "06" };
	const struct person *p = parent(l);
	struct event *v = (struct event *)add(l, &event_type);
	int days = (int)(l->i % 40);

	v->kind.key = str_of(kinds[l->i / EVENTS_EVERY % (int)COUNT(kinds)]);
	v->person.id = p ? p->r.id : 0;
	v->happened = ago(l, days);
	v->known_at = moment_of(v->happened, 9 * 60);
	v->reported_to.id = contact(l);
	if (str_is(v->kind.key, "03")) {
		v->hospital = S("区中心医院");
		v->admit = v->happened;
	}
	v->alarm.v = str_is(v->kind.key, "06") ? FLAG_YES : 0;
	if (days < 2)
		return; /* not yet answered */
	v->first_contact = moment_of(v->happened, 9 * 60 + 20 + (int)(l->i % 11) * 35);
	if (days < 12)
		return;
	v->first_visit = moment_of((date){ v->happened.day + 1 }, -1);
	if (str_is(v->kind.key, "03"))
		v->discharge = (date){ v->happened.day + 9 };
	v->closed = (date){ v->happened.day + 10 };
	v->outcome.key = v->alarm.v ? S("4") : str_is(v->kind.key, "03") ? S("2") : S("1");
}

/* Signed, running out, run out, refused; insured or not; support in each stage. */
static void protection(struct life *l)
{
	const struct person *p = parent(l);
	struct sign *g;
	struct green *c;
	struct insured *in;
	struct tefu *t;

	if (!p)
		return;
	if (l->i % 5 != 4) {
		g = (struct sign *)add(l, &sign_type);
		g->person.id = p->r.id;
		g->clinic = S("向阳社区卫生服务中心");
		g->doctor = S("韩医生");
		g->phone.s = S("00000020001");
		if (l->i % 17 == 3) {
			g->refused.v = FLAG_YES;
			g->refuse_why = S("一直在区医院看");
		} else {
			g->signed_on = ago(l, (int)(l->i * 13 % 400));
			g->last_visit = g->signed_on;
		}
	}
	if (l->i % 3) {
		c = (struct green *)add(l, &green_type);
		c->hospital = S("区中心医院");
		c->card_no = arena_printf(l->a, "LT%05d", (int)l->i);
		c->given = ago(l, 200);
		c->contact = S("导诊台");
	}
	if (l->i % 4 != 1) {
		in = (struct insured *)add(l, &insured_type);
		in->person.id = p->r.id;
		in->policy.id = l->policy;
		in->confirmed.v = FLAG_YES;
	}
	if (l->i % 6 == 5)
		return;
	t = (struct tefu *)add(l, &tefu_type);
	t->person.id = p->r.id;
	t->kind.key = family_bereaved(l->f) ? S("1") : S("2");
	t->applied = ago(l, 400);
	if (l->i % 6 > 0)
		t->village_review = (date){ t->applied.day + 20 };
	if (l->i % 6 > 1)
		t->street_review = (date){ t->applied.day + 40 };
	if (l->i % 6 > 2) {
		t->district_confirm = (date){ t->applied.day + 60 };
		t->first_month.ym = date_ymd(t->district_confirm).y * 12 + date_ymd(t->district_confirm).m;
	}
	if (l->i % 6 > 3) {
		struct review *r = (struct review *)add(l, &review_type);

		r->person.id = p->r.id;
		r->year = (num){ true, date_ymd(l->today).y };
		r->on = ago(l, 30);
		r->state.key = arena_printf(l->a, "%d", 2 + (int)(l->i / 6 % 6));
		r->by.id = contact(l);
	}
}

static void claims(struct life *l)
{
	const struct person *p = parent(l);
	struct claim *c = (struct claim *)add(l, &claim_type);
	int stage = (int)(l->i / 11 % 5);

	c->person.id = p ? p->r.id : 0;
	c->reported = ago(l, 20);
	c->admit = (date){ c->reported.day - 15 };
	c->discharge = (date){ c->reported.day - 4 };
	c->documents.keys = stage ? S("1 2 3 4 5 6") : S("1");
	c->state.key = arena_printf(l->a, "%d", stage + 1);
	if (stage == 4) {
		c->paid = (money){ true, 110000 };
		c->paid_on = ago(l, 2);
		if (l->i % 2)
			c->told_family = c->paid_on;
	}
}

static void comfort(struct life *l)
{
	struct psych *p = (struct psych *)add(l, &psych_type);
	struct gift *g;
	struct waiver *w;

	p->on = ago(l, (int)(l->i % 60));
	p->form.key = arena_printf(l->a, "%d", 1 + (int)(l->i % 7));
	p->scale.key = S("2");
	p->score = (num){ true, l->i * 7 % 28 };
	p->grief_stage.key = arena_printf(l->a, "%d", 1 + (int)(l->i % 5));
	p->referral.key = S("0");
	p->next = (date){ p->on.day + 30 };
	p->note.s = S("愿意谈，语速慢；约好下个月再来。");
	if (l->i % 2) {
		g = (struct gift *)add(l, &gift_type);
		g->campaign.id = l->campaign;
		g->on = ago(l, 12);
		g->by.id = contact(l);
		g->task.key = S("4");
	}
	if (l->i % 12)
		return;
	w = (struct waiver *)add(l, &waiver_type);
	w->rule = S("review");
	w->target = arena_printf(l->a, "family:%llu", (unsigned long long)l->f->r.id);
	w->due = l->today;
	w->state.key = S("1");
	w->reason = S("已和本人谈过");
	w->by.id = contact(l);
	w->on = ago(l, 1);
}

/* The kind it is now, since some day of the last year, and what it was before. */
static void turn(struct life *l, struct family *f)
{
	const struct code_table *kinds = codebook_find(&l->s->office->codes, S("FAMILY_KIND"));
	struct status *st = (struct status *)add(l, &status_type);
	bool lost = family_bereaved(f);

	f->kind_since = ago(l, 5 + (int)(l->i % 300));
	f->kind_evidence = lost ? S("死亡证明") : S("残疾人证换发");
	st->what.key = S("kind");
	st->was = code_name(kinds, lost ? S("22") : str_is(f->kind.key, "23") ? S("22") : S("23"));
	st->is = code_name(kinds, f->kind.key);
	st->effective = f->kind_since;
	st->evidence = f->kind_evidence;
	st->approved_by.id = contact(l);
}

static void end_posts(struct life *l, date on)
{
	const struct rec_type *t = type_of(l->s, &assignment_type);

	for (size_t i = 0; i < l->live.n; i++) {
		struct assignment *as = (struct assignment *)rec_dup(l->a, t, l->live.rec[i]);

		as->to = on.day < as->from.day ? as->from : on;
		as->reason.key = S("10");
		l->save[l->n++] = (struct save){ .type = t, .base = l->live.rec[i], .rec = &as->r };
	}
}

/* The file itself: the card was given, the level was set not long ago, some have ended. */
static void file(struct life *l)
{
	const struct rec_type *t = type_of(l->s, &family_type);
	struct family *f = (struct family *)rec_dup(l->a, t, &l->f->r);

	f->card_given = l->i % 6 ? ago(l, 5) : (date){ 0 };
	f->care_since = ago(l, (int)(l->i % 80));
	if (l->i % 41 == 40) {
		f->closed = ago(l, 2 + (int)(l->i % 60));
		f->close_reason.key = arena_printf(l->a, "%02d", 1 + (int)(l->i / 41 % 10));
		end_posts(l, f->closed);
	}
	if (l->i % 20 == 7)
		turn(l, f);
	l->save[l->n++] = (struct save){ .type = t, .base = &l->f->r, .rec = &f->r };
}

static enum rc shared(struct life *l, struct err *e)
{
	struct policy *p = (struct policy *)rec_new(l->a, type_of(l->s, &policy_type));
	struct campaign *c = (struct campaign *)rec_new(l->a, type_of(l->s, &campaign_type));
	struct activity *act = (struct activity *)rec_new(l->a, type_of(l->s, &activity_type));
	struct save save[] = {
		{ .type = type_of(l->s, &policy_type), .rec = &p->r },
		{ .type = type_of(l->s, &campaign_type), .rec = &c->r },
		{ .type = type_of(l->s, &activity_type), .rec = &act->r },
	};

	p->name = arena_printf(l->a, "%d住院护理补贴", date_ymd(l->today).y);
	p->kind.key = S("1");
	p->insurer = S("演示保险公司");
	p->from = date_of(date_ymd(l->today).y, 1, 1);
	p->premium = (money){ true, 10000 };
	p->daily = (money){ true, 10000 };
	p->per_stay = (num){ true, 90 };
	p->per_year = (num){ true, 180 };
	p->waiting_days = (num){ true, 30 };
	p->payer.key = S("1");
	c->name = S("冬季送温暖");
	c->occasion.key = S("14");
	c->window_from = (date){ l->today.day - 15 };
	c->window_to = (date){ l->today.day + 15 };
	c->scope = S("梧桐");
	c->gifts.v = FLAG_YES;
	c->cash = (money){ true, 20000 };
	c->goods.keys = S("04 12");
	c->fund.key = S("1");
	act->title = S("包饺子");
	act->on = (date){ l->today.day - 9 };
	act->task.key = S("4");
	act->type.key = S("05");
	act->people = (num){ true, 26 };
	act->special_families = (num){ true, 14 };
	TRY(session_import(l->s, l->a, S("演示"), save, COUNT(save), e));
	l->policy = save[0].id;
	l->campaign = save[1].id;
	return RC_OK;
}

static enum rc live(struct life *l, uint64_t id, struct err *e)
{
	TRY(enter(l->s, e));
	l->f = peek_family(l->s, l->a, id);
	enum rc rc = l->f ? family_persons(l->s, l->a, id, &l->persons, e) : RC_OK;

	if (rc == RC_OK && l->f)
		rc = family_assignments(l->s, l->a, id, true, &l->live, e);
	leave(l->s);
	if (rc != RC_OK || !l->f)
		return rc;
	file(l);
	if (l->i % 3 == 0)
		needs(l);
	if (l->i % EVENTS_EVERY == 2)
		events(l);
	protection(l);
	if (l->i % 11 == 5 && l->i % 4 != 1)
		claims(l);
	if (l->i % 4 == 1)
		comfort(l);
	return RC_OK;
}

enum rc demo_live(struct session *s, uint64_t families, struct err *e)
{
	struct arena a = { 0 };
	struct life *l = ARENA_NEW(&a, struct life);
	struct arena work = { 0 };
	enum rc rc;

	*l = (struct life){ .s = s, .a = &work, .today = session_today(s) };
	session_lex(s);
	rc = shared(l, e);
	for (uint64_t id = 1; rc == RC_OK && id <= families && id <= LIVES; id++, l->i++) {
		rc = live(l, id, e);
		if (rc == RC_OK && (l->n >= BATCH || id == families || id == LIVES)) {
			rc = session_import(s, &work, S("演示"), l->save, l->n, e);
			l->n = 0;
			arena_reset(&work);
		}
	}
	arena_free(&work);
	arena_free(&a);
	return rc;
}
