/* blocks.c - the short lists a family's card is made of: what must be known before the phone is picked
 * up.  Wishes, contacts, doctors, phones, last contacts, counters, why, what is missing. */
#include "core/lists/job.h"
#include "core/office/means.h"
#include "core/records/household.h"
#include "core/read/glass.h"
#include "core/read/rights.h"
#include "core/rules/remind.h"
#include "core/rules/view_due.h"

#include <stdlib.h>

/* The family as rules see it, and as this person may see it. */
static enum rc family_of(struct job *q, struct family **clear, struct family **shown)
{
	const struct rec_type *t = type_of(q->s, &family_type);
	struct rec *r;

	TRY(snap_get(q->s->view, q->a, t, q->ask->about, &r, q->e));
	*clear = (struct family *)r;
	if (shown) {
		r = rec_dup(q->a, t, r);
		rights_mask(q->s, q->a, t, r);
		*shown = (struct family *)r;
	}
	return RC_OK;
}

static struct line_row *line(struct job *q, str label, enum tone tone, const char *text,
	const struct said *part)
{
	static struct line_row beyond;
	struct line_row *row;

	if (!job_window(q))
		return &beyond;
	row = job_row(q, NULL, 0);
	row->label = label;
	row->text = reasons_one(q->a, (struct reason){ .text = text, .part = part });
	job_last(q)->tone = tone;
	return row;
}

static struct said part_of(const struct family *f, const char *field)
{
	return said_field(type_field(&family_type, str_of(field)), &f->r);
}

/* ---- what the file says ----------------------------------------------------------------------- */

enum rc job_file(struct job *q)
{
	struct family *f;

	TRY(family_of(q, &f, NULL));
	line(q, S(SAY("档案")), TONE_NONE, "%s  %s", SAID(said_text(family_short(q->s, q->a, f)),
		said_text(org_short(q->s, q->a, f->community.id))));
	return RC_OK;
}

static enum tone level_tone(const struct codebook *book, code level)
{
	return code_means(book, level, MEANS_RED) ? TONE_RED
	       : code_means(book, level, MEANS_YELLOW) ? TONE_YELLOW : TONE_NONE;
}

/* What comes before the phone is picked up. */
enum rc job_wishes(struct job *q)
{
	struct family *clear, *f;

	TRY(family_of(q, &clear, &f));
	if (glass_until(q->s, f->r.id).v)
		line(q, S(SAY("紧急查看")), TONE_RED, SAY("到%s为止看得到明文；已告诉主管"),
			SAID(said_text(moment_said(q->a, glass_until(q->s, f->r.id)))));
	if (f->wish_no.keys.n || f->wish_note.n)
		line(q, S(SAY("意愿")), TONE_RED, f->wish_no.keys.n && f->wish_note.n ? "%s；%s" : "%s%s",
			SAID(part_of(f, "wish_no"), part_of(f, "wish_note")));
	if (f->wish_mode.keys.n || f->wish_time.n)
		line(q, S(SAY("方便")), TONE_YELLOW, "%s %s",
			SAID(part_of(f, "wish_mode"), part_of(f, "wish_time")));
	if (f->closed.day)
		line(q, S(SAY("已销档")), TONE_DIM, "%s %s",
			SAID(part_of(f, "closed"), part_of(f, "close_reason")));
	if (rights_sealed(q->s, f))
		line(q, S(SAY("已封存")), TONE_DIM,
			SAY("健康、残疾、心理等内容不再给人看；恢复档案或找秘书长"), NULL);
	return RC_OK;
}

/* How the family stands. */
enum rc job_standing(struct job *q)
{
	struct family *clear, *f;

	TRY(family_of(q, &clear, &f));
	if (f->care_level.key.n)
		line(q, S(SAY("级别")), level_tone(&q->s->office->codes, f->care_level), "%s",
			SAID(part_of(f, "care_level")));
	if (f->care_flags.keys.n)
		line(q, S(SAY("情形")), TONE_YELLOW, "%s", SAID(part_of(f, "care_flags")));
	return RC_OK;
}

enum rc job_phones(struct job *q)
{
	static const struct { const char *number, *owner; } phones[] = { { "phone1", "phone1_owner" },
		{ "phone2", "phone2_owner" }, { "phone3", "phone3_owner" } };
	struct family *clear, *f;

	TRY(family_of(q, &clear, &f));
	for (size_t i = 0; i < COUNT(phones); i++)
		if (part_of(f, phones[i].number).v.set)
			line(q, S(SAY("电话")), TONE_NONE, "%s %s",
				SAID(part_of(f, phones[i].number), part_of(f, phones[i].owner)));
	if (f->live_addr.n)
		line(q, S(SAY("住址")), TONE_NONE, "%s", SAID(part_of(f, "live_addr")));
	if (f->emergency_name.n || f->emergency_phone.s.n)
		line(q, S(SAY("紧急")), TONE_NONE, "%s %s %s", SAID(part_of(f, "emergency_name"),
			part_of(f, "emergency_relation"), part_of(f, "emergency_phone")));
	return RC_OK;
}

/* What is not filled in, what weighs most first. */
struct gaps { VEC(const struct field *); };

static int heavier(const void *x, const void *y)
{
	const struct field *const *a = x, *const *b = y;

	if ((*a)->weight != (*b)->weight)
		return (*b)->weight - (*a)->weight;
	return *a < *b ? -1 : *a > *b;
}

static void gaps_of(struct arena *a, const struct rec_type *t, const struct rec *r, struct gaps *out)
{
	for EACH_FIELD(f, t)
		if (f->weight && !field_get(f, r).set)
			*vec_add(a, out) = f;
}

enum rc job_missing(struct job *q)
{
	struct family *f;
	struct person *head;
	struct gaps gaps = { 0 };
	struct buf b = { .a = q->a };
	int percent;

	TRY(family_of(q, &f, NULL));
	head = peek_person(q->s, q->a, f->head.id);
	percent = family_completeness(q->s, q->a, f, head);
	gaps_of(q->a, type_of(q->s, &family_type), &f->r, &gaps);
	gaps_of(q->a, type_of(q->s, &person_type), head ? &head->r : NULL, &gaps);
	if (gaps.n > 1)
		qsort(gaps.p, gaps.n, sizeof *gaps.p, heavier);
	for (size_t i = 0; i < gaps.n; i++)
		buf_printf(&b, "%s%s", i ? "\n" : "", gaps.p[i]->label);
	line(q, S(SAY("完整度")), TONE_DIM, gaps.n ? SAY("%s 还缺 %s") : "%s",
		SAID(said_text(arena_printf(q->a, "%d%%", percent)), said_texts(buf_view(&b))));
	return RC_OK;
}

/* ---- contacts --------------------------------------------------------------------------------- */

static bool away(const struct worker *w, date today)
{
	return w->away_from.day && w->away_from.day <= today.day &&
	       (!w->away_to.day || w->away_to.day >= today.day);
}

static struct contact_row *contact(struct job *q, str label, code post, const struct worker *w)
{
	struct contact_row *row;

	row = job_row(q, w ? &worker_type : NULL, w ? w->r.id : 0);
	row->label = label;
	row->post = post;
	if (w) {
		row->worker.id = w->r.id;
		row->phone.s = w->mobile.s.n ? w->mobile.s : w->tel.s;
		row->hours = w->duty_time;
	}
	return row;
}

static void holder(struct job *q, str label, const struct assignment *as)
{
	date today = session_today(q->s);
	struct worker *w = peek_worker(q->s, q->a, as->worker.id), *sub;
	struct contact_row *row;

	if (!w)
		return;
	row = contact(q, label, as->post, w);
	if (!worker_in_post(w, today)) {
		row->remark = S(SAY("（已离岗，请重新安排）"));
		job_last(q)->tone = TONE_RED;
	} else if (away(w, today)) {
		row->remark = S(SAY("（临时离岗）"));
	}
	if ((sub = peek_worker(q->s, q->a, w->substitute.id))) {
		row = contact(q, S(SAY("代班")), as->post, sub);
		row->cover.v = FLAG_YES;
		row->hours = S("");
		job_last(q)->tone = away(w, today) ? TONE_GREEN : TONE_DIM;
	}
}

/* Who is nearest first; a vacant post is told, too. */
enum rc job_contacts(struct job *q)
{
	static const enum means near_first[] = { MEANS_POST_COMMUNITY, MEANS_POST_STREET };
	const struct codebook *book = &q->s->office->codes;
	const struct code_table *posts = codebook_find(book, S("ASSIGN_POST"));
	struct parts live;

	job_whole(q);
	TRY(family_assignments(q->s, q->a, q->ask->about, true, &live, q->e));
	for (size_t k = 0; k < COUNT(near_first); k++) {
		code post = code_meant(book, near_first[k]);
		bool filled = false;

		for (size_t i = 0; i < live.n; i++) {
			const struct assignment *as = (const struct assignment *)live.rec[i];

			if (!code_means(book, as->post, near_first[k]))
				continue;
			holder(q, code_name(posts, as->post.key), as);
			filled = true;
		}
		if (!filled) {
			contact(q, code_name(posts, post.key), post, NULL)->remark = S(SAY("空缺，还没有安排"));
			job_last(q)->tone = TONE_RED;
		}
	}
	for (size_t i = 0; i < live.n; i++) {
		const struct assignment *as = (const struct assignment *)live.rec[i];

		if (!code_is(code_find(posts, as->post.key), "dual"))
			holder(q, code_name(posts, as->post.key), as);
	}
	q->page->total = q->page->n;
	return RC_OK;
}

static bool same_doctor(const struct sign *a, const struct sign *b)
{
	return str_eq(a->doctor, b->doctor) && str_eq(a->phone.s, b->phone.s) && str_eq(a->clinic, b->clinic);
}

static struct said sign_part(const struct rec *sign, const char *field)
{
	return said_field(type_field(&sign_type, str_of(field)), sign);
}

enum rc job_family_doctors(struct job *q, struct doctors *out)
{
	const struct rec_type *t = type_of(q->s, &sign_type);
	date today = session_today(q->s);
	struct parts persons, signs;

	TRY(family_persons(q->s, q->a, q->ask->about, &persons, q->e));
	TRY(family_parts(q->s, q->a, &sign_type, q->ask->about, &signs, q->e));
	for (size_t i = 0; i < persons.n; i++) {
		const struct person *p = (const struct person *)persons.rec[i];
		const struct sign *s = sign_last_word(signs.rec, signs.n, p->r.id, today);
		struct rec *shown;
		bool again = false;

		if (!s || s->refused.v == FLAG_YES || s->expires.day < today.day || !person_lives(p, today) ||
			!person_is_parent(&q->s->office->codes, p))
			continue;
		shown = rec_dup(q->a, t, &s->r);
		rights_mask(q->s, q->a, t, shown);
		for (size_t k = 0; k < out->n; k++)
			again |= same_doctor(out->p[k], (const struct sign *)shown);
		if (!again)
			*vec_add(q->a, out) = (const struct sign *)shown;
	}
	return RC_OK;
}

/* That there is none is told as well. */
enum rc job_doctors(struct job *q)
{
	struct doctors all = { 0 };

	TRY(job_family_doctors(q, &all));
	for (size_t i = 0; i < all.n; i++)
		line(q, S(SAY("家庭医生")), TONE_NONE, "%s %s %s", SAID(sign_part(&all.p[i]->r, "doctor"),
			sign_part(&all.p[i]->r, "phone"), sign_part(&all.p[i]->r, "clinic")));
	if (!all.n)
		line(q, S(SAY("家庭医生")), TONE_DIM, SAY("还没有签约"), NULL);
	return RC_OK;
}

/* ---- contacts that were, month by month ------------------------------------------------------- */

enum { LAST_SHOWN = 3, MONTHS_SHOWN = 6 };

enum rc job_last_visits(struct job *q)
{
	struct visits visits;

	TRY(family_visits(q->s, q->a, q->ask->about, LAST_SHOWN, &visits, q->e));
	for (size_t i = 0; i < visits.n; i++) {
		struct rec *v;

		TRY(snap_get(q->s->view, q->a, type_of(q->s, &visit_type), visits.id[i], &v, q->e));
		if (job_record(q, &visit_type, v) && !code_is(visits.seen[i].outcome, "ok"))
			job_last(q)->tone = TONE_DIM;
	}
	return RC_OK;
}

/* For people who look rather than read: those that reached somebody. */
enum rc job_months(struct job *q)
{
	date first = period_of(PERIOD_MONTH, 0, session_today(q->s)).first;
	struct visits visits;

	TRY(family_visits(q->s, q->a, q->ask->about, SIZE_MAX, &visits, q->e));
	for (int back = 0; back < MONTHS_SHOWN; back++) {
		struct span span = period_of(PERIOD_MONTH, 0, date_add_months(first, -back));
		struct seen_month *row;
		struct buf b = { .a = q->a };

		if (!job_window(q))
			continue;
		row = job_row(q, NULL, 0);
		row->month.ym = date_ymd(span.first).y * 12 + date_ymd(span.first).m;
		row->homes.set = row->others.set = true;
		for (size_t i = 0; i < visits.n; i++) {
			date on = moment_date(visits.seen[i].when);
			bool home = code_is(visits.seen[i].mode, "home");

			if (on.day < span.first.day || on.day > span.last.day ||
				!code_is(visits.seen[i].outcome, "ok"))
				continue;
			buf_char(&b, home ? '#' : '+');
			row->homes.v += home;
			row->others.v += !home;
		}
		buf_printf(&b, "%s%d", b.n ? " " : "", (int)(row->homes.v + row->others.v));
		row->bar = buf_view(&b);
		job_last(q)->tone = row->homes.v + row->others.v ? TONE_NONE : TONE_DIM;
	}
	return RC_OK;
}

/* ---- what is asked of this period, and why the family stands where it stands ------------------ */

static const char *const period_names[] = { [PERIOD_WEEK] = SAY("本周"), [PERIOD_MONTH] = SAY("本月"),
	[PERIOD_QUARTER] = SAY("本季"), [PERIOD_HALF] = SAY("本半年"), [PERIOD_YEAR] = SAY("本年"),
	[PERIOD_ROLLING] = SAY("近期") };

/* What stands behind the count, and without one: a period that asks for nothing is not met, it does not
 * count. */
static const struct { const char *asked, *not_asked; } how[] = {
	[DUE_NOT_ASKED] = { SAY("%s%s/%s 下期止 %s"), SAY("本期不计 下期止 %s") },
	[DUE_MET] = { SAY("%s%s/%s 已达标 下期止 %s"), SAY("本期不计 已达标 下期止 %s") },
	[DUE_OPEN] = { SAY("%s%s/%s 到期 %s"), SAY("本期不计 到期 %s") },
	[DUE_SOFT] = { SAY("%s%s/%s 到期 %s"), SAY("本期不计 到期 %s") },
	[DUE_OVERDUE] = { SAY("%s%s/%s 超期%s天"), SAY("本期不计 超期%s天") },
	/* no counter is urgent: the place of a first visit that is still to come */
	[DUE_URGENT] = { SAY("%s%s/%s 首次上门 %s"), SAY("本期不计 首次上门 %s") },
};

static void counter_row(struct job *q, const struct counter_now *now)
{
	date today = session_today(q->s);
	bool late = now->state == DUE_OVERDUE;
	bool first = now->first && (now->state == DUE_OPEN || now->state == DUE_SOFT);
	size_t k = first ? DUE_URGENT : now->state;
	const struct said *part = SAID(said_words(str_of(period_names[now->quota.period])),
		said_num(now->done), said_num(now->want),
		late ? said_num(today.day - now->due.day) : said_day(now->due));
	struct counter_row *row;

	if (!job_window(q))
		return;
	row = job_row(q, NULL, 0);
	row->label = now->counter->label;
	row->done = (num){ true, now->done };
	row->want = (num){ true, now->want };
	row->state = (due_on){ (uint8_t)now->state, now->due };
	row->first.v = now->first ? FLAG_YES : 0;
	row->text = reasons_one(q->a, (struct reason){ .text = now->want ? how[k].asked : how[k].not_asked,
		.part = now->want ? part : part + 3 });
	job_last(q)->tone = due_tone(now->state);
}

enum rc job_counters(struct job *q)
{
	struct family *f;
	struct due due;

	TRY(family_of(q, &f, NULL));
	TRY(family_due(q->s, q->a, f, &due, q->e));
	if (due.agreed && job_window(q)) {
		struct counter_row *row = job_row(q, NULL, 0);

		row->label = S(SAY("约定"));
		row->text = reasons_one(q->a, (struct reason){ .text = "%s",
			.part = SAID(part_of(f, "preset")) });
		job_last(q)->tone = TONE_DIM;
	}
	for (size_t i = 0; i < due.n; i++)
		counter_row(q, &due.now[i]);
	if (due.attempts && job_window(q)) {
		struct counter_row *row = job_row(q, NULL, 0);

		row->label = S(SAY("未联系上"));
		row->done = (num){ true, due.attempts };
		row->text = reasons_one(q->a, (struct reason){ .text = SAY("%s次"),
			.part = SAID(said_num(due.attempts)) });
		job_last(q)->tone = TONE_YELLOW;
	}
	return RC_OK;
}

enum rc job_why(struct job *q)
{
	struct family *f;
	struct due due;

	TRY(family_of(q, &f, NULL));
	TRY(family_due(q->s, q->a, f, &due, q->e));
	for (uint32_t i = 0; i < due.why.n; i++)
		line(q, S(""), TONE_NONE, "", NULL)->text = (reasons){ &due.why.p[i], 1 };
	line(q, S(SAY("合计")), TONE_NONE, "%s", SAID(said_num(due.score)));
	return RC_OK;
}

/* Special support, person by person, with its reasons. */
enum rc job_support(struct job *q)
{
	enum reach reach = glass_sight(q->s, q->ask->about, rights_reach(q->s, q->ask->about));
	struct entitled *v;
	size_t n;

	/* It tells of names, births and deaths: for those who see them. */
	if (!rights_clear(q->s, reach, type_field(&person_type, S("birth"))))
		return RC_OK;
	TRY(session_eligible(q->s, q->a, q->ask->about, session_today(q->s), &v, &n, q->e));
	for (size_t i = 0; i < n; i++) {
		if (v[i].eligible)
			line(q, v[i].person->name, TONE_GREEN, SAY("符合：%s %s元/月"),
				SAID(said_code("TEFU_KIND", (code){ v[i].kind }), said_num(v[i].yuan)));
		else
			line(q, v[i].person->name, TONE_NONE,
				v[i].unknown ? SAY("资料不全，还不能判断") : SAY("不符合"), NULL);
		for (size_t k = 0; k < v[i].why.n; k++)
			line(q, S(""), TONE_DIM, v[i].why.p[k].holds ? "+ %s" : "- %s",
				SAID(said_text(v[i].why.p[k].text)));
	}
	return RC_OK;
}
