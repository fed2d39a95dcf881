/* demo_life.c - what happens in the families of the demo office: every type of record in every state,
 * so that each screen has something to show. */
#include "demo/demo.h"

#include "base/str.h"
#include "core/lists/rows.h"
#include "core/records/household.h"

enum { LIVES = 400, BATCH = 100, ROOM = BATCH + 40, PLAIN = 24 }; /* the first ones stay plain */

struct life {
	struct session *s;
	struct arena *a;
	date today;
	struct save save[ROOM];
	size_t n;
	uint64_t policy, campaign;
	struct family *f;
	struct listed persons, live;
	int64_t i, odd, injured; /* the how manieth family; how many had an unusual kind, an injury */
};

static struct rec *add(struct life *l, const struct rec_type *t)
{
	struct rec *r = rec_new(l->a, demo_type(l->s, t));

	if (t->owner && *t->owner)
		rec_set(t, r, t->owner, (val){ true, (int64_t)l->f->r.id, { 0 } });
	l->save[l->n++] = (struct save){ .type = demo_type(l->s, t), .rec = r };
	return r;
}

static date ago(const struct life *l, int days)
{
	date d = { l->today.day - days };

	return d.day < l->f->opened.day ? l->f->opened : d;
}

static uint64_t contact(const struct life *l)
{
	return l->live.n ? ((const struct assignment *)l->live.p[0])->worker.id : 0;
}

static const struct person *parent(const struct life *l)
{
	for (size_t i = 0; i < l->persons.n; i++) {
		const struct person *p = (const struct person *)l->persons.p[i];

		if (p->alive.v != FLAG_NO && !person_is_child(&session_office(l->s)->codes, p))
			return p;
	}
	return NULL;
}

/* Handed to the department whose turn it is, and its answer. */
static void steps(struct life *l, struct need *n)
{
	size_t at = l->n - 1;
	struct step *st;

	for (int k = 0; k < (n->closed.day ? 2 : 1); k++) {
		st = (struct step *)add(l, &step_type);
		st->need.id = REF_OP(at);
		st->on = k ? n->closed : n->received;
		st->by.id = contact(l);
		st->dept.key = k ? S("") : n->waiting.key;
		st->text.s = k ? S("回复已收到，告诉了本人。") : S("打电话说明了情况，对方答应去看。");
	}
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
		{ "23", "残疾人两项补贴怎么申请。", "3", "03", "3", "1" },
	};
	size_t k = (size_t)(l->i < PLAIN ? l->i % 8 : l->i / 3 % (int)COUNT(asked));
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
		if (n->waiting.key.n && l->i >= PLAIN)
			steps(l, n);
		return;
	}
	n->result.key = str_of(asked[k].result);
	n->closed = ago(l, days / 2);
	n->reply_at = n->closed;
	n->satisfied.key = str_of(asked[k].satisfied);
	if (*asked[k].waiting && l->i >= PLAIN) {
		n->helper_dept.keys = str_of(asked[k].waiting);
		steps(l, n);
	}
}

enum { EVENTS_EVERY = 9 };

static void events(struct life *l)
{
	static const char *const kinds[] = { "03", "02", "01", "04", "10", "11", "06", "05",
		"07", "08", "09", "99" };
	const struct person *p = parent(l);
	struct event *v = (struct event *)add(l, &event_type);
	int days = (int)(l->i % 40);

	v->happened = ago(l, days);
	days = l->today.day - v->happened.day;
	v->kind.key = str_of(kinds[l->i / EVENTS_EVERY % (int)COUNT(kinds)]);
	v->person.id = p ? p->r.id : 0;
	v->known_at = moment_of(v->happened, days ? 9 * 60 : -1);
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
	v->outcome.key = v->alarm.v ? S("4") : str_is(v->kind.key, "03") ? S("2")
		: str_is(v->kind.key, "05") || str_is(v->kind.key, "08") ? S("6") : S("1");
}

/* Signed, running out, run out, refused; insured or not; support in each stage. */
static void protection(struct life *l)
{
	const struct person *p = parent(l);
	struct sign *g;
	struct green *c;
	struct insured *in;
	struct tefu *t;
	int age;

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
	if (l->i % 6 == 5 && !str_is(l->f->kind.key, "31"))
		return;
	t = (struct tefu *)add(l, &tefu_type);
	t->person.id = p->r.id;
	t->kind.key = str_is(l->f->kind.key, "31") ? arena_printf(l->a, "%d", 3 + (int)(l->injured++ % 3))
		: family_bereaved(&session_office(l->s)->codes, l->f) ? S("1") : S("2");
	t->applied = ago(l, 400);
	age = l->today.day - t->applied.day; /* a step that would be to come has not been taken */
	if (l->i % 6 > 0 && age >= 20)
		t->village_review = (date){ t->applied.day + 20 };
	if (l->i % 6 > 1 && age >= 40)
		t->street_review = (date){ t->applied.day + 40 };
	if (l->i % 6 > 2 && age >= 60) {
		t->district_confirm = (date){ t->applied.day + 60 };
		t->first_month.ym = date_ymd(t->district_confirm).y * 12 + date_ymd(t->district_confirm).m;
	}
	if (l->i % 6 > 3) {
		struct review *r = (struct review *)add(l, &review_type);

		r->person.id = p->r.id;
		r->year = (num){ true, date_ymd(l->today).y };
		r->on = ago(l, 30);
		r->state.key = arena_printf(l->a, "%d", 1 + (int)((l->i / 6 + 1) % 7));
		r->by.id = contact(l);
	}
}

static void claims(struct life *l)
{
	const struct person *p = parent(l);
	struct claim *c = (struct claim *)add(l, &claim_type);
	int stage = (int)(l->i / 11 % (l->i < PLAIN ? 5 : 7));

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

/* A colleague had all of it in clear, one evening long ago. */
static void looked_into(struct life *l)
{
	struct glass *g = (struct glass *)add(l, &glass_type);

	g->by.id = contact(l);
	g->from = moment_of(ago(l, 400), 20 * 60);
	g->until = moment_of(ago(l, 400), 23 * 60);
	g->reason.key = S("4");
	g->words = S("夜里急诊，要找家属");
}

/* Every third answers, and of some the community knows it anyway. */
static void survey(struct life *l)
{
	static const char *const said[] = {
		"lives=独居\nneeds=助餐、陪伴\nmeals=1", "lives=夫妻同住\nneeds=助洁、助医", "lives=和亲属同住\nneeds=都不要",
		"lives=独居\nneeds=助餐、助洁\nmeals=2\nwish=想有人教手机", "lives=住养老机构",
	};
	struct reply *r = (struct reply *)add(l, &reply_type);

	r->survey = S("elderly");
	r->source.key = l->i % 2 ? S("1") : S("2");
	r->on = ago(l, (int)(l->i % 30));
	r->by.id = contact(l);
	r->answers.s = str_of(said[(size_t)l->i % COUNT(said)]);
}

static void comfort(struct life *l)
{
	struct psych *p = (struct psych *)add(l, &psych_type);
	struct gift *g;
	struct waiver *w;

	p->on = ago(l, (int)(l->i % 60));
	p->form.key = arena_printf(l->a, "%d", 1 + (int)(l->i % 7));
	p->scale.key = S("2");
	p->score = (num){ true, l->i * (l->i < PLAIN ? 7 : 5) % 28 };
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
	if (l->i < PLAIN)
		return;
	w = (struct waiver *)add(l, &waiver_type);
	w->rule = S("review");
	w->target = arena_printf(l->a, "family:%llu", (unsigned long long)l->f->r.id);
	w->due = l->today;
	w->state.key = arena_printf(l->a, "%d", 1 + (int)(l->i / 4 % 3));
	w->reason = str_is(w->state.key, "1") ? S("已和本人谈过") : S("上个月刚评估过");
	w->by.id = contact(l);
	w->on = ago(l, 1);
}

/* ---- the file itself ------------------------------------------------------------------------ */

static struct status *became(struct life *l, const char *what, str was, str is, date on)
{
	struct status *st = (struct status *)add(l, &status_type);

	st->what.key = str_of(what);
	st->was = was;
	st->is = is;
	st->effective = on;
	st->approved_by.id = contact(l);
	return st;
}

/* The kind it is now, since some day of the last year, and what it was before. */
static void turn(struct life *l, struct family *f)
{
	const struct code_table *kinds = codebook_find(&session_office(l->s)->codes, S("FAMILY_KIND"));
	bool lost = family_bereaved(&session_office(l->s)->codes, f);

	f->kind_since = ago(l, 5 + (int)(l->i % 300));
	f->kind_evidence = lost ? S("死亡证明") : S("残疾人证换发");
	became(l, "kind", code_name(kinds, lost ? S("22") : str_is(f->kind.key, "23") ? S("22") : S("23")),
		code_name(kinds, f->kind.key), f->kind_since)->evidence = f->kind_evidence;
}

static void end_posts(struct life *l, date on)
{
	const struct rec_type *t = demo_type(l->s, &assignment_type);

	for (size_t i = 0; i < l->live.n; i++) {
		struct assignment *as = (struct assignment *)rec_dup(l->a, t, l->live.p[i]);

		as->to = on.day < as->from.day ? as->from : on;
		as->reason.key = S("10");
		l->save[l->n++] = (struct save){ .type = t, .base = l->live.p[i], .rec = &as->r };
	}
}

/* What else a file goes through: it came from elsewhere, moved, was set to another level, was split. */
static void passed(struct life *l, struct family *f)
{
	static const char *const others[] = { "24", "31", "41", "90", "13", "31", "31" };
	date on = ago(l, 3 + (int)(l->i % 200));

	if (l->i % 30 == 11) {
		f->moved_from = S("鹤岗市工农区红旗路12号");
		became(l, "in", f->moved_from, S(""), f->opened);
	}
	if (l->i % 10 == 3)
		became(l, "level", S("常规(绿)"), code_name(codebook_find(&session_office(l->s)->codes,
			S("CARE_LEVEL")), f->care_level.key), f->care_since);
	if (l->i % 37 == 30) {
		f->preset.key = S("light"); /* 约定方式 */
		f->preset_from = on;
	}
	if (l->i % 60 == 21)
		became(l, "community", S("旧社区"), S("现社区"), on);
	if (l->i % 50 == 33)
		became(l, "split", f->file_no, S(""), on);
	if (l->i % 50 == 43)
		became(l, "merged", S("重复的档案"), f->file_no, on);
	if (l->i % 50 == 23)
		became(l, "opened", S("2025-01-01"), S(""), on);
	if (l->i % 5 == 4) {
		str kind = str_of(others[l->odd % (int)COUNT(others)]);

		if (str_is(kind, "13") == family_bereaved(&session_office(l->s)->codes, f)) {
			f->kind.key = kind;
			l->odd++;
		}
	}
	if (l->i % 13 == 5) {
		struct assignment *as = (struct assignment *)add(l, &assignment_type);

		as->post.key = arena_printf(l->a, "%d", 3 + (int)(l->i / 13 % 5));
		as->worker.id = contact(l);
		as->from = ago(l, 100);
		as->reason.key = S("01");
	}
}

/* The card was given, the level was set not long ago, some have ended. */
static void file(struct life *l)
{
	const struct rec_type *t = demo_type(l->s, &family_type);
	struct family *f = (struct family *)rec_dup(l->a, t, &l->f->r);

	f->card_given = l->i % 6 ? ago(l, 5) : (date){ 0 };
	f->care_since = ago(l, (int)(l->i % 80));
	if (l->i % 41 == 40) {
		f->closed = ago(l, 2 + (int)(l->i % 60));
		f->close_reason.key = arena_printf(l->a, "%02d", 1 + (int)(l->i / 41 % 10));
		became(l, "closed", S(""), code_name(codebook_find(&session_office(l->s)->codes, S("CLOSE_REASON")),
			f->close_reason.key), f->closed);
		end_posts(l, f->closed);
	}
	if (l->i % 20 == 7)
		turn(l, f);
	if (l->i >= PLAIN)
		passed(l, f);
	l->save[l->n++] = (struct save){ .type = t, .base = &l->f->r, .rec = &f->r };
	l->f = f; /* what follows goes by it */
}

/* One activity for each of the six tasks. */
static const struct { const char *title, *task, *type; } held[] = {
	{ "包饺子", "4", "05" }, { "人口日宣传", "1", "02" }, { "健康义诊", "2", "03" },
	{ "优生优育讲座", "3", "01" }, { "法律咨询", "5", "02" }, { "流动人口座谈", "6", "09" },
};

static enum rc shared(struct life *l, struct err *e)
{
	struct policy *p = (struct policy *)rec_new(l->a, demo_type(l->s, &policy_type));
	struct campaign *c = (struct campaign *)rec_new(l->a, demo_type(l->s, &campaign_type));
	struct saved *k = (struct saved *)rec_new(l->a, demo_type(l->s, &saved_type));
	struct save save[3 + COUNT(held)] = {
		{ .type = demo_type(l->s, &policy_type), .rec = &p->r },
		{ .type = demo_type(l->s, &campaign_type), .rec = &c->r },
		{ .type = demo_type(l->s, &saved_type), .rec = &k->r },
	};

	k->name = S("七十岁以上");
	k->list = k->screen = S("families");
	k->filter = S("年龄>=70");
	k->sort = S("-age");
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
	for (size_t i = 0; i < COUNT(held); i++) {
		struct activity *act = (struct activity *)rec_new(l->a, demo_type(l->s, &activity_type));

		act->title = str_of(held[i].title);
		act->on = (date){ l->today.day - 9 - 6 * (int)i };
		act->task.key = str_of(held[i].task);
		act->type.key = str_of(held[i].type);
		act->people = (num){ true, 26 };
		act->special_families = (num){ true, 14 };
		save[3 + i] = (struct save){ .type = demo_type(l->s, &activity_type), .rec = &act->r };
	}
	TRY(session_import(l->s, l->a, S("演示"), false, save, COUNT(save), NULL, e));
	l->policy = save[0].id;
	l->campaign = save[1].id;
	return RC_OK;
}

static enum rc live(struct life *l, uint64_t id, struct err *e)
{
	const struct rec_type *t = demo_type(l->s, &assignment_type);
	struct listed posts;
	struct rec *r;

	TRY(session_get(l->s, l->a, &family_type, id, &r, e));
	l->f = (struct family *)r;
	TRY(demo_list(l->s, l->a, "members-of", id, &l->persons, e));
	TRY(demo_list(l->s, l->a, "assignments-of", id, &posts, e));
	l->live = (struct listed){ 0 };
	for (size_t i = 0; i < posts.n; i++)
		if (((const struct post_row *)posts.p[i])->live.v == FLAG_YES)
			*vec_add(l->a, &l->live) = rec_dup(l->a, t, posts.p[i]);
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
	if (l->i == 1)
		looked_into(l);
	if (l->i % 3 == 2)
		survey(l);
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
			rc = session_import(s, &work, S("演示"), false, l->save, l->n, NULL, e);
			l->n = 0;
			arena_reset(&work);
		}
	}
	arena_free(&work);
	arena_free(&a);
	return rc;
}
