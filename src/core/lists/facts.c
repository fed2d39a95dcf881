/* facts.c - named blocks of a card: what a worker must see of a family before the phone number:
 * wishes, phones, contacts, last contacts, counters, why, what is missing. */
#include "core/rules/remind.h"

#include "rec/ident.h"

#include <stdlib.h>

struct list {
	struct session *s;
	struct arena *a;
	struct facts *out;
	size_t cap;
	struct family *clear; /* to count by; what is shown comes from the masked one */
};

static struct fact *add(struct list *l, const char *label, str text, enum tone tone)
{
	struct facts *f = l->out;

	if (f->n == l->cap) {
		struct fact *more = ARENA_ARRAY(l->a, struct fact, l->cap = l->cap * 2 + 8);

		if (f->n)
			memcpy(more, f->fact, f->n * sizeof *more);
		f->fact = more;
	}
	f->fact[f->n] = (struct fact){ .label = str_of(tr(label)), .text = text, .tone = tone };
	return &f->fact[f->n++];
}

static const struct code_table *table(struct session *s, const char *name)
{
	return codebook_find(&s->office->codes, str_of(name));
}

static str field_text(struct list *l, const struct rec_type *t, const struct rec *r,
	const char *field)
{
	const struct rec_type *mine = type_of(l->s, t);
	const struct field *f = type_field(mine, str_of(field));

	return val_text(&l->s->lex, l->a, f, field_get(f, r));
}

/* ---- alerts: wishes first ------------------------------------------------------------------- */

static enum rc alerts(struct list *l, struct family *f, struct err *e)
{
	str wish = field_text(l, &family_type, &f->r, "wish_no");
	str flags = field_text(l, &family_type, &f->r, "care_flags");

	(void)e;
	if (wish.n || f->wish_note.n)
		add(l, "意愿", arena_printf(l->a, "%.*s%s%.*s", STR_FMT(wish),
			wish.n && f->wish_note.n ? "；" : "", STR_FMT(f->wish_note)), TONE_RED);
	if (f->wish_mode.keys.n || f->wish_time.n)
		add(l, "方便", arena_printf(l->a, "%.*s%s%.*s",
			STR_FMT(field_text(l, &family_type, &f->r, "wish_mode")),
			f->wish_mode.keys.n && f->wish_time.n ? " " : "", STR_FMT(f->wish_time)),
			TONE_YELLOW);
	if (f->closed.day)
		add(l, "已销档", arena_printf(l->a, "%.*s %.*s", STR_FMT(date_text(l->a, f->closed)),
			STR_FMT(field_text(l, &family_type, &f->r, "close_reason"))), TONE_DIM);
	if (rights_sealed(l->s, f))
		add(l, "已封存", str_of(tr("健康、残疾、心理等内容不再给人看；恢复档案或找秘书长")), TONE_DIM);
	if (f->care_level.key.n)
		add(l, "级别", field_text(l, &family_type, &f->r, "care_level"),
			str_is(f->care_level.key, "1") ? TONE_RED
			: str_is(f->care_level.key, "2") ? TONE_YELLOW : TONE_NONE);
	if (flags.n)
		add(l, "情形", flags, TONE_YELLOW);
	return RC_OK;
}

static enum rc phones(struct list *l, struct family *f, struct err *e)
{
	static const char *const names[] = { "phone1", "phone2", "phone3" };
	static const char *const owners[] = { "phone1_owner", "phone2_owner", "phone3_owner" };

	(void)e;
	for (size_t i = 0; i < COUNT(names); i++) {
		str number = field_text(l, &family_type, &f->r, names[i]);
		str owner = field_text(l, &family_type, &f->r, owners[i]);

		if (number.n)
			add(l, "电话", arena_printf(l->a, "%.*s %.*s", STR_FMT(number), STR_FMT(owner)),
				TONE_NONE);
	}
	if (f->live_addr.n)
		add(l, "住址", f->live_addr, TONE_NONE);
	if (f->emergency_name.n || f->emergency_phone.s.n)
		add(l, "紧急", arena_printf(l->a, "%.*s %.*s %.*s", STR_FMT(f->emergency_name),
			STR_FMT(field_text(l, &family_type, &f->r, "emergency_relation")),
			STR_FMT(field_text(l, &family_type, &f->r, "emergency_phone"))), TONE_NONE);
	return RC_OK;
}

/* ---- contacts ------------------------------------------------------------------------------- */

static str worker_phone(struct list *l, const struct worker *w)
{
	return phone_text(l->a, w->mobile.s.n ? w->mobile.s : w->tel.s);
}

static bool away(const struct worker *w, date today)
{
	return w->away_from.day && w->away_from.day <= today.day &&
	       (!w->away_to.day || w->away_to.day >= today.day);
}

static void contact_line(struct list *l, str label, uint64_t id, date today)
{
	struct worker *w = peek_worker(l->s, l->a, id), *sub;
	bool gone = !worker_in_post(w, today);
	struct buf b = { .a = l->a };
	struct fact *f;

	if (!w)
		return;
	buf_printf(&b, "%.*s %.*s", STR_FMT(w->name), STR_FMT(worker_phone(l, w)));
	if (w->duty_time.n)
		buf_printf(&b, " %.*s", STR_FMT(w->duty_time));
	if (gone)
		buf_str(&b, str_of(tr("（已离岗，请重新安排）")));
	else if (away(w, today))
		buf_str(&b, str_of(tr("（临时离岗）")));
	f = add(l, "", buf_view(&b), gone ? TONE_RED : TONE_NONE);
	f->label = label;
	f->type = &worker_type;
	f->id = id;
	sub = peek_worker(l->s, l->a, w->substitute.id);
	if (sub) {
		f = add(l, "代班", arena_printf(l->a, "%.*s %.*s", STR_FMT(sub->name),
			STR_FMT(worker_phone(l, sub))), away(w, today) ? TONE_GREEN : TONE_DIM);
		f->type = &worker_type;
		f->id = w->substitute.id;
	}
}

static enum rc contacts(struct list *l, struct family *f, struct err *e)
{
	const struct code_table *posts = table(l->s, "ASSIGN_POST");
	struct parts live;
	date today = session_today(l->s);
	static const char *const order[] = { "2", "1" }; /* 社区岗 first: who is nearest */

	TRY(family_assignments(l->s, l->a, f->r.id, true, &live, e));
	for (size_t k = 0; k < COUNT(order); k++) {
		bool filled = false;

		for (size_t i = 0; i < live.n; i++) {
			const struct assignment *as = (const struct assignment *)live.rec[i];

			if (!str_is(as->post.key, order[k]))
				continue;
			contact_line(l, tr_str(code_name(posts, as->post.key)), as->worker.id, today);
			filled = true;
		}
		if (!filled)
			add(l, "", str_of(tr("空缺，还没有安排")), TONE_RED)->label =
				tr_str(code_name(posts, str_of(order[k])));
	}
	for (size_t i = 0; i < live.n; i++) {
		const struct assignment *as = (const struct assignment *)live.rec[i];

		if (!code_is(code_find(posts, as->post.key), "dual"))
			contact_line(l, tr_str(code_name(posts, as->post.key)), as->worker.id, today);
	}
	return RC_OK;
}

/* ---- last contacts, counters, why ----------------------------------------------------------- */

enum { LAST_SHOWN = 3 };

static enum rc last(struct list *l, struct family *f, struct err *e)
{
	struct visits visits;
	date today = session_today(l->s);

	TRY(family_visits(l->s, l->a, f->r.id, LAST_SHOWN, &visits, e));
	for (size_t i = 0; i < visits.n; i++) {
		struct visit *v = (struct visit *)peek(l->s, l->a, &visit_type, visits.id[i]);
		struct fact *fact;

		if (!v)
			continue;
		rights_mask(l->s, l->a, type_of(l->s, &visit_type), &v->r);
		fact = add(l, "", arena_printf(l->a, "%.*s %.*s %.*s %.*s %.*s",
			STR_FMT(field_text(l, &visit_type, &v->r, "mode")),
			STR_FMT(field_text(l, &visit_type, &v->r, "outcome")),
			STR_FMT(field_text(l, &visit_type, &v->r, "by")),
			STR_FMT(field_text(l, &visit_type, &v->r, "mood")),
			STR_FMT(str_trim(v->talk.s))),
			code_is(visits.seen[i].outcome, "ok") ? TONE_NONE : TONE_DIM);
		fact->label = date_short(l->a, moment_date(v->when), today);
		fact->type = &visit_type;
		fact->id = visits.id[i];
	}
	if (!visits.n)
		add(l, "", str_of(tr("还没有联系记录")), TONE_DIM);
	return RC_OK;
}

static const char *const period_names[] = { "本周", "本月", "本季", "本半年", "本年", "近期" };

static str day_of(struct list *l, date d)
{
	return date_short(l->a, d, session_today(l->s));
}

static enum rc counters(struct list *l, struct family *f, struct err *e)
{
	struct due due;
	date today = session_today(l->s);

	TRY(family_due(l->s, l->a, l->clear, &due, e));
	if (due.agreed)
		add(l, "约定", field_text(l, &family_type, &f->r, "preset"), TONE_DIM);
	for (size_t i = 0; i < due.n; i++) {
		const struct counter_now *c = &due.now[i];
		struct buf b = { .a = l->a };

		/* A period that asks for nothing is not met: it does not count. */
		if (c->want)
			buf_printf(&b, "%s%d/%d ", tr(period_names[c->quota.period]), (int)c->done,
				(int)c->want);
		else
			buf_printf(&b, "%s ", tr("本期不计"));
		if (c->state == DUE_OVERDUE)
			buf_printf(&b, "%s%d%s", tr("超期"), today.day - c->due.day, tr("天"));
		else if (c->state == DUE_MET)
			buf_printf(&b, "%s %s %.*s", tr("已达标"), tr("下期止"), STR_FMT(day_of(l, c->due)));
		else if (c->state == DUE_NOT_ASKED)
			buf_printf(&b, "%s %.*s", tr("下期止"), STR_FMT(day_of(l, c->due)));
		else
			buf_printf(&b, "%s %.*s", c->first ? tr("首次上门") : tr("到期"),
				STR_FMT(day_of(l, c->due)));
		add(l, "", buf_view(&b), c->state == DUE_OVERDUE ? TONE_RED
			: c->state == DUE_SOFT ? TONE_YELLOW : c->state == DUE_MET ? TONE_GREEN
			: TONE_NONE)->label = tr_str(c->counter->label);
	}
	if (due.attempts)
		add(l, "未联系上", arena_printf(l->a, "%d%s", due.attempts, tr("次")), TONE_YELLOW);
	return RC_OK;
}

static enum rc why(struct list *l, struct family *f, struct err *e)
{
	struct due due;

	(void)f;
	TRY(family_due(l->s, l->a, l->clear, &due, e));
	for (size_t i = 0; i < due.nwhy; i++)
		add(l, "", arena_printf(l->a, "%.*s +%d", STR_FMT(due.why[i].text),
			(int)due.why[i].points), TONE_NONE);
	add(l, "合计", arena_printf(l->a, "%d", (int)due.score), TONE_NONE);
	return RC_OK;
}

/* ---- what is missing ------------------------------------------------------------------------ */

struct gap { const char *label; int weight; };

static int heavier(const void *x, const void *y)
{
	const struct gap *a = x, *b = y;

	return b->weight - a->weight;
}

static void gaps_of(const struct rec_type *t, const struct rec *r, struct gap *out, size_t *n,
	size_t most)
{
	for EACH_FIELD(f, t)
		if (f->weight && !field_get(f, r).set && *n < most)
			out[(*n)++] = (struct gap){ f->label, f->weight };
}

static enum rc missing(struct list *l, struct family *f, struct err *e)
{
	struct person *head = peek_person(l->s, l->a, f->head.id);
	struct gap gap[48];
	struct buf b = { .a = l->a };
	size_t n = 0;
	int percent = family_completeness(l->s, l->a, l->clear, head);

	(void)e;
	gaps_of(type_of(l->s, &family_type), &l->clear->r, gap, &n, COUNT(gap));
	gaps_of(type_of(l->s, &person_type), head ? &head->r : NULL, gap, &n, COUNT(gap));
	qsort(gap, n, sizeof *gap, heavier);
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i ? tr("、") : "", tr(gap[i].label));
	add(l, "完整度", n ? arena_printf(l->a, "%d%% %s%.*s", percent, tr("还缺 "),
		STR_FMT(buf_view(&b))) : arena_printf(l->a, "%d%%", percent), TONE_DIM);
	return RC_OK;
}

/* What the rules want done, most pressing first. */
static enum rc reminders(struct list *l, struct family *f, struct err *e)
{
	struct reminders said;

	(void)f;
	TRY(family_reminders(l->s, l->a, l->clear, &said, e));
	for (size_t i = 0; i < said.n; i++) {
		struct fact *fact = add(l, "", said.item[i].text, said.item[i].tone);

		fact->label = str_of(tr(remind_label(str_of(said.item[i].rule))));
		fact->type = said.item[i].type;
		fact->id = said.item[i].id == l->clear->r.id && said.item[i].type == type_of(l->s, &family_type)
			? 0 : said.item[i].id;
	}
	return RC_OK;
}

enum { MONTHS_SHOWN = 6, VISITS_READ = 200 };

/* Contacts that reached somebody, month by month, for people who look rather than read. */
static enum rc months(struct list *l, struct family *f, struct err *e)
{
	struct visits visits;
	date first = period_of(PERIOD_MONTH, 0, session_today(l->s)).first;

	TRY(family_visits(l->s, l->a, f->r.id, VISITS_READ, &visits, e));
	for (int back = 0; back < MONTHS_SHOWN; back++) {
		struct span span = period_of(PERIOD_MONTH, 0, date_add_months(first, -back));
		struct buf b = { .a = l->a };
		int n = 0;

		for (size_t i = 0; i < visits.n; i++) {
			date on = moment_date(visits.seen[i].when);

			if (on.day < span.first.day || on.day > span.last.day ||
				!code_is(visits.seen[i].outcome, "ok"))
				continue;
			buf_char(&b, code_is(visits.seen[i].mode, "home") ? '#' : '+');
			n++;
		}
		buf_printf(&b, "%s%d", n ? " " : "", n);
		add(l, "", buf_view(&b), n ? TONE_NONE : TONE_DIM)->label =
			arena_printf(l->a, "%d-%02d", date_ymd(span.first).y, date_ymd(span.first).m);
	}
	return RC_OK;
}

/* Special support, person by person, with its reasons. */
static enum rc support(struct list *l, struct family *f, struct err *e)
{
	const struct code_table *kinds = table(l->s, "TEFU_KIND");
	struct entitled *v;
	size_t n;

	TRY(session_eligible(l->s, l->a, f->r.id, session_today(l->s), &v, &n, e));
	for (size_t i = 0; i < n; i++) {
		add(l, "", v[i].eligible ? arena_printf(l->a, "%s：%.*s %lld%s", tr("符合"),
			STR_FMT(tr_str(code_name(kinds, v[i].kind))), (long long)v[i].yuan, tr("元/月"))
			: str_of(v[i].unknown ? tr("资料不全，还不能判断") : tr("不符合")),
			v[i].eligible ? TONE_GREEN : TONE_NONE)->label = v[i].person->name;
		for (size_t k = 0; k < v[i].why.n; k++)
			add(l, "", arena_printf(l->a, "%s %.*s", v[i].why.p[k].holds ? "+" : "-",
				STR_FMT(v[i].why.p[k].text)), TONE_DIM);
	}
	return RC_OK;
}

static enum rc file(struct list *l, struct family *f, struct err *e)
{
	(void)e;
	add(l, "档案", arena_printf(l->a, "%.*s  %.*s", STR_FMT(family_short(l->s, l->a, f)),
		STR_FMT(org_short(l->s, l->a, f->community.id))), TONE_NONE);
	return RC_OK;
}

/* ---- the table ------------------------------------------------------------------------------ */

static const struct {
	const char *name;
	enum rc (*tell)(struct list *, struct family *, struct err *);
	bool outside; /* public inside the association: shown beyond one's part of the tree, too */
} tellers[] = {
	{ "file", file, true },
	{ "alerts", alerts, false },
	{ "phones", phones, false },
	{ "contacts", contacts, true },
	{ "last", last, false },
	{ "counters", counters, false },
	{ "why", why, false },
	{ "reminders", reminders, false },
	{ "support", support, false },
	{ "months", months, false },
	{ "missing", missing, false },
};

const struct block block_table[] = {
	{ "file", "档案", &family_type },     { "alerts", "提醒", &family_type },
	{ "phones", "电话", &family_type },   { "contacts", "联系人", &family_type },
	{ "last", "最近联系", &family_type }, { "counters", "本期", &family_type },
	{ "reminders", "要做的事", &family_type }, { "support", "特扶条件", &family_type },
	{ "months", "每月联系", &family_type },
	{ "why", "为什么在这里", &family_type }, { "missing", "完整度", &family_type },
	{ 0 },
};

enum rc session_facts(struct session *s, struct arena *a, const struct block *b, uint64_t id,
	struct facts *out, struct err *e)
{
	struct list l = { .s = s, .a = a, .out = out };
	struct family *f;
	bool outside;
	enum rc rc = RC_NOT_FOUND;

	*out = (struct facts){ 0 };
	session_lex(s);
	TRY(enter(s, e));
	f = peek_family(s, a, id);
	if (f) {
		outside = rights_reach(s, id) == REACH_OUTSIDE;
		l.clear = (struct family *)rec_dup(a, type_of(s, &family_type), &f->r);
		/* What this person may not see is gone before a line is made of it. */
		rights_mask(s, a, type_of(s, &family_type), &f->r);
		for (size_t i = 0; i < COUNT(tellers); i++)
			if (strcmp(tellers[i].name, b->name) == 0)
				rc = outside && !tellers[i].outside ? RC_OK : tellers[i].tell(&l, f, e);
	} else {
		rc = fail(e, RC_NOT_FOUND, "没有这户家庭");
	}
	rc = leave_with(s, rc, e);
	return rc;
}
