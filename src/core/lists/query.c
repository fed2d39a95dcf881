/* query.c - the named lists that screens and the command line may show, and the one way they run. */
#include "core/lists/table.h"
#include "core/read/looks.h"
#include "core/read/parts.h"
#include "core/read/rights.h"

enum { MOST = 100000 };

/* ---- rows ------------------------------------------------------------------------------------- */

bool job_window(struct job *q)
{
	size_t at = q->page->total++, n = q->ask->n ? q->ask->n : MOST;

	return q->page->whole || (at >= q->ask->at && at < q->ask->at + n);
}

void job_whole(struct job *q)
{
	q->page->whole = true;
	q->page->at = 0;
}

void *job_row(struct job *q, const struct rec_type *about, uint64_t id)
{
	struct page *p = q->page;
	struct rec *r = rec_new(q->a, p->type);

	p->row = vec_room(q->a, p->row, p->n, &q->cap, sizeof *p->row);
	r->id = id;
	p->row[p->n++] = (struct row){ .rec = r, .type = about ? type_of(q->s, about) : NULL, .id = id };
	return r;
}

/* Is it there only for its unit's line of the tree?  What is of families is asked of where those are walked. */
static bool of_units(const struct rec_type *t)
{
	return t->unit && !t->open;
}

void *job_record(struct job *q, const struct rec_type *shipped, const struct rec *of)
{
	const struct rec_type *t = type_of(q->s, shipped);
	struct rec *r;

	if ((of_units(t) && reach_of(q->s, t, of) == REACH_ABSENT) || !job_window(q))
		return NULL;
	r = job_row(q, shipped, of->id);
	memcpy(r, of, t->size);
	return r;
}

struct row *job_last(struct job *q)
{
	return &q->page->row[q->page->n - 1];
}

enum rc job_family(struct job *q, uint64_t id)
{
	struct family_row *row;
	struct rec *f;

	if (rights_reach(q->s, id) == REACH_ABSENT || !job_window(q))
		return RC_OK;
	TRY(snap_get(q->s->view, q->a, type_of(q->s, &family_type), id, &f, q->e));
	row = job_row(q, &family_type, id);
	TRY(family_fill(q->s, q->a, (struct family *)f, row, NULL, q->e));
	job_last(q)->tone = due_tone(row->state.state);
	return RC_OK;
}

enum rc job_open(struct job *q, const struct rec_type *shipped, const char *index, uint64_t about,
	bool backward, struct cursor *c)
{
	return cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, shipped),
		.index = index, .prefix = &VAL_REF(about), .nprefix = about != 0, .backward = backward },
		c, q->e);
}

/* ---- families --------------------------------------------------------------------------------- */

static enum rc run_families(struct job *q)
{
	struct family_walk walk;
	const struct family *f;
	enum rc rc;

	read_families(q->s, q->a, &walk);
	while ((rc = next_family(&walk, &f, q->e)) == RC_OK)
		TRY(job_family(q, f->r.id));
	TRY_END(rc);
	return RC_OK;
}

enum rc job_open_files(struct job *q, struct file_ids *out)
{
	struct family_walk walk;
	const struct family *f;
	enum rc rc;

	read_families(q->s, q->a, &walk);
	while ((rc = next_family(&walk, &f, q->e)) == RC_OK)
		if (!f->closed.day)
			*vec_add(q->a, out) = f->r.id;
	TRY_END(rc);
	return RC_OK;
}

/* Each once, although a worker may hold both posts of a family. */
enum rc job_load(struct job *q, uint64_t worker, const uint64_t **ids, int64_t *n)
{
	struct held held;

	TRY(worker_families(q->s, q->a, worker, session_today(q->s), &held, q->e));
	*n = 0;
	for (size_t i = 0; i < held.n; i++) /* by family */
		if (!i || held.p[i] != held.p[i - 1])
			held.p[(*n)++] = held.p[i];
	if (ids)
		*ids = held.p;
	return RC_OK;
}

static enum rc run_families_of(struct job *q)
{
	const uint64_t *ids;
	int64_t n;

	TRY(job_load(q, q->ask->about, &ids, &n));
	for (int64_t i = 0; i < n; i++)
		TRY(job_family(q, ids[i]));
	return RC_OK;
}

/* ---- what belongs to a family ----------------------------------------------------------------- */

static enum rc list_members(struct job *q, bool dead_too)
{
	struct parts persons;

	TRY(family_persons(q->s, q->a, q->ask->about, &persons, q->e));
	for (size_t i = 0; i < persons.n; i++) {
		const struct person *p = (const struct person *)persons.rec[i];
		bool dead = p->alive.v == FLAG_NO;
		int age = age_at(p->birth, session_today(q->s));
		struct member_row *row = dead && !dead_too ? NULL : job_record(q, &person_type, &p->r);

		if (!row)
			continue;
		if (!dead && age >= 0)
			row->age = (num){ true, age };
		if (dead)
			job_last(q)->tone = TONE_DIM;
	}
	return RC_OK;
}

static enum rc run_members(struct job *q)
{
	return list_members(q, true);
}

/* A child who has died is not what one wants to see first. */
static enum rc run_living(struct job *q)
{
	return list_members(q, false);
}

static enum rc run_assignments(struct job *q)
{
	struct parts all;

	TRY(family_assignments(q->s, q->a, q->ask->about, false, &all, q->e));
	for (size_t i = 0; i < all.n; i++) {
		struct post_row *row = job_record(q, &assignment_type, all.rec[i]);

		if (!row)
			continue;
		row->live.v = assignment_holds(&row->as, peek_worker(q->s, q->a, row->as.worker.id),
			session_today(q->s)) ? FLAG_YES : FLAG_NO;
		job_last(q)->tone = row->live.v == FLAG_YES ? TONE_NONE : TONE_DIM;
	}
	return RC_OK;
}

/* ---- any other type --------------------------------------------------------------------------- */

/* Records as they are; those of families beyond my part of the tree are left out. */
static enum rc take_all(struct job *q, struct cursor *c)
{
	const struct rec_type *t = q->page->type;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	while ((rc = cursor_next(c, &r, q->e)) == RC_OK) {
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		if (t->owner && rights_reach(q->s, rights_family(q->s, t, whole)) >= REACH_OUTSIDE)
			continue;
		if (job_record(q, t, whole) && rec_voided(whole))
			job_last(q)->tone = TONE_DIM;
	}
	TRY_END(rc);
	return RC_OK;
}

/* What belongs to one record, or all of a type: newest first. */
enum rc job_newest(struct job *q)
{
	struct cursor c;

	TRY(job_open(q, q->page->type, q->named->index, q->ask->about, true, &c));
	return take_all(q, &c);
}

enum rc job_in_order(struct job *q)
{
	struct cursor c;

	TRY(job_open(q, q->page->type, q->named->index, q->ask->about, false, &c));
	return take_all(q, &c);
}

/* What is not closed yet, the earliest first. */
static enum rc run_open(struct job *q)
{
	struct cursor c;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = q->page->type,
		.index = q->named->index, .prefix = &(val){ true, FLAG_YES, { 0 } }, .nprefix = 1 }, &c, q->e));
	return take_all(q, &c);
}

/* ---- the table -------------------------------------------------------------------------------- */

#define TODAY(n, lab) \
	LIST(n, lab, &family_type, &today_row_type, "file head community workers phone1 state matter_due" \
		" why last score wish_no care_level")
#define FAMILIES(n, lab) \
	LIST(n, lab, &family_type, &family_row_type, "file head community workers phone1 state why last" \
		" score wish_no care_level")
#define OWNED(n, lab, t, of) \
	RECORDS(n, lab, t, "ref name family"), ABOUT(of), .run = job_newest, .index = of
#define BLOCK(n, lab, r, cols) LIST(n, lab, &family_type, r, cols), ABOUT("family")
#define GAP(n, lab) FAMILIES(n, lab), ABOUT("org|worker"), .run = job_gap
#define MOVED(n, lab) FAMILIES(n, lab), ABOUT("org"), .run = job_moved

static const char due_columns[] = "due rule what family", board_columns[] = "ref name families"
	" contacts card doctor green insured contacted met visited closed in_time satisfied complete agreed";

static const struct named queries[] = {
	{ TODAY("today", "今日"), .run = job_today },
	{ TODAY("today-of", "某人的今日"), ABOUT("worker"), .run = job_today },
	{ LIST("reminders", "提醒", &family_type, &due_row_type, due_columns), .run = job_reminders },
	{ LIST("reminders-of", "提醒", &family_type, &due_row_type, due_columns), ABOUT("family"),
		.run = job_reminders },
	{ LIST("find", "查找", &family_type, &found_row_type, "file head call phone1 by state wish_no care_level"),
		.query.words = true, .run = job_find },
	{ FAMILIES("families", "全部家庭"), .run = run_families },
	{ LIST("roster", "双岗名册", &family_type, &roster_row_type, "file head community community_worker community_phone"
		" street_worker street_phone"), .run = job_roster },
	{ TODAY("walk", "走访任务"), .run = job_walk },
	{ FAMILIES("families-of", "联系的家庭"), ABOUT("worker"), .run = run_families_of },
	{ LIST("workers", "工作人员", &worker_type, &worker_row_type, "ref name families org heavy talk"),
		.run = job_workers },
	{ RECORDS("orgs", "街道社区", &org_type, "ref name"), .run = job_in_order, .index = "code" },
	{ LIST("members-of", "家庭成员", &person_type, &member_row_type, "ref name age relation alive"),
		ABOUT("family"), .run = run_members },
	{ LIST("living-of", "在世成员", &person_type, &member_row_type, "ref name age relation"),
		ABOUT("family"), .run = run_living },
	{ RECORDS("visits-of", "走访记录", &visit_type, "ref name by mode void_why"), ABOUT("family"),
		.run = job_newest, .index = "family" },
	{ LIST("assignments-of", "联系人安排", &assignment_type, &post_row_type, "ref name worker live"),
		ABOUT("family"), .run = run_assignments, .outside = true },
	{ RECORDS("needs", "未办结诉求", &need_type, "ref name family"), .run = run_open, .index = "open" },
	{ RECORDS("events", "未结束重大情况", &event_type, "ref name family"), .run = run_open, .index = "open" },
	{ RECORDS("policies", "保单", &policy_type, "ref name"), .run = job_newest, .index = "from" },
	{ RECORDS("campaigns", "专项", &campaign_type, "ref name"), .run = job_newest, .index = "from" },
	{ LIST("activities", "活动", &activity_type, &activity_row_type, "ref on name org task state people"),
		.run = job_activities },
	{ OWNED("needs-of", "诉求", &need_type, "family") },
	{ OWNED("steps-of", "办理过程", &step_type, "need") },
	{ OWNED("events-of", "重大情况", &event_type, "family") },
	{ OWNED("signs-of", "家庭医生签约", &sign_type, "family") },
	{ OWNED("greens-of", "绿色通道", &green_type, "family") },
	{ OWNED("insured-of", "参保", &insured_type, "family") },
	{ OWNED("claims-of", "理赔", &claim_type, "family") },
	{ OWNED("tefu-of", "特别扶助", &tefu_type, "family") },
	{ OWNED("reviews-of", "特扶年审", &review_type, "family") },
	{ OWNED("psych-of", "心理记录", &psych_type, "family") },
	{ OWNED("replies-of", "问卷答复", &reply_type, "family") },
	{ OWNED("gifts-of", "慰问", &gift_type, "family") },
	{ LIST("changes-of", "状态变更", &status_type, &change_row_type, "ref effective subject before after basis"),
		ABOUT("family"), .run = job_changes },
	{ OWNED("waivers-of", "处理过的提醒", &waiver_type, "family") },
	{ RECORDS("who", "某日的联系人", &assignment_type, "ref name from to"), ABOUT("family"),
		.run = job_who, .outside = true },
	{ LIST("handover", "交接清单", &family_type, &hand_row_type, "file head post wish_no wish_note key_holder"
		" open_needs quiet last"), ABOUT("worker"), .run = job_handover },
	{ LIST("plan", "专项名单", &family_type, &plan_row_type, "file head live_addr workers cash items by"),
		ABOUT("campaign"), .run = job_plan },
	{ LIST("invite", "邀请名单", &family_type, &invite_row_type, "file head workers invited"),
		ABOUT("activity"), .run = job_invite },
	{ LIST("ledger", "经费台账", &gift_type, &ledger_row_type, "fund task gifts cash value"), .query.sums = true,
		.run = job_ledger },
	{ LIST("coverage", "三个全覆盖", &org_type, &org_board_type, board_columns), .query.sums = true,
		.query.words = true, .run = job_board },
	{ LIST("coverage-workers", "三个全覆盖(按人)", &worker_type, &worker_board_type, board_columns),
		.query.sums = true, .run = job_board },
	{ LIST("month", "本月动态", &org_type, &month_row_type, "ref name begin in out end bereaved disabled"
		" turned contacts homes events alarms first_minutes"), .query.sums = true,
		.query.words = true, .run = job_movement },
	{ MOVED("begin-in", "期初的户") },
	{ MOVED("opened-in", "本月新增") },
	{ MOVED("closed-in", "本月减少") },
	{ MOVED("end-in", "期末的户") },
	{ MOVED("bereaved-in", "失独的户") },
	{ MOVED("disabled-in", "伤残的户") },
	{ MOVED("turned-in", "本月转类") },
	{ RECORDS("visits-in", "本月联系", &visit_type, "ref name family"), ABOUT("org"), .run = job_visits_in },
	{ RECORDS("homes-in", "本月上门", &visit_type, "ref name family"), ABOUT("org"), .run = job_visits_in },
	{ LIST("events-in", "本月重大情况", &event_type, &event_row_type, "ref name family first_minutes"),
		ABOUT("org"), .run = job_events_in },
	{ LIST("alarms-in", "本月失联核查", &event_type, &event_row_type, "ref name family first_minutes"),
		ABOUT("org"), .run = job_events_in },
	{ GAP("no-contacts", "双岗不全") },
	{ GAP("no-card", "没发知情卡") },
	{ GAP("no-doctor", "没签家庭医生") },
	{ GAP("no-green", "没有绿色通道") },
	{ GAP("no-insurance", "没有参保") },
	{ GAP("no-contact", "联系没达标") },
	{ GAP("no-meeting", "见面没达标") },
	{ GAP("no-home-visit", "上门没达标") },
	{ GAP("open-needs", "诉求没办结") },
	{ GAP("late-needs", "诉求逾期办结") },
	{ GAP("unsatisfied", "办理不满意") },
	{ GAP("agreed", "约定方式") },
	{ GAP("incomplete", "档案不完整") },
	{ LIST("days", "要关心的日子", &family_type, &day_row_type, "on label kind family"), .run = job_days },
	{ LIST("agenda", "日程", &family_type, &day_row_type, "on label kind what family"), .run = job_agenda },
	{ LIST("quality", "数据质量", &family_type, &problem_row_type, "ref family problem"), .run = job_quality },
	{ LIST("numbers", "电话号码", &family_type, &number_row_type, "label who phone hours"), ABOUT("family"),
		.run = job_numbers, .outside = true, .within = true },
	{ LIST("numbers-of", "电话号码", &worker_type, &number_row_type, "label who phone hours"), ABOUT("worker|member|expert"),
		.run = job_numbers_of, .outside = true },
	{ LIST("keys", "账号和密钥", &worker_type, &key_row_type, "login worker kind print device from until last remark"),
		.run = job_keys },
	{ LIST("sessions", "在线", &worker_type, &session_row_type, "number login worker from since what"),
		.run = job_sessions },
	{ RECORDS("saved", "存的名单", &saved_type, "ref name filter sort org by"), .run = job_saved },
	{ LIST("log", "操作日志", &entry_type, &log_row_type, "ref at who act what why"), .run = job_log },
	{ LIST("seen", "谁看过", &entry_type, &log_row_type, "at person act reason what why"), ABOUT("family"),
		.run = job_seen, .log = true },
	{ LIST("reports", "报表", &frozen_type, &report_row_type, "name title from to org state remark"), .run = job_reports },
	{ RECORDS("frozen", "报表存底", &frozen_type, "ref name from to org state by submitted"), .run = job_frozen },
	{ LIST("owed", "没有上报的", &org_type, &report_row_type, "name title from to org state remark"), .run = job_owed },
	/* blocks of a family's card */
	{ BLOCK("file", "档案", &line_row_type, "label text"), .run = job_file, .outside = true },
	{ BLOCK("wishes", "意愿", &line_row_type, "label text"), .run = job_wishes },
	{ BLOCK("standing", "级别", &line_row_type, "label text"), .run = job_standing },
	{ BLOCK("doctors", "家庭医生", &line_row_type, "label text"), .run = job_doctors },
	{ BLOCK("phones", "电话", &line_row_type, "label text"), .run = job_phones },
	{ BLOCK("contacts", "联系人", &contact_row_type, "label worker phone hours remark"),
		.run = job_contacts, .outside = true },
	{ BLOCK("last", "最近联系", &visit_type, "when mode outcome by mood talk"), .run = job_last_visits },
	{ BLOCK("counters", "本期", &counter_row_type, "label text"), .run = job_counters },
	{ BLOCK("todo", "要做的事", &due_row_type, "rule what"), .run = job_todo },
	{ BLOCK("months", "每月联系", &seen_month_type, "month bar"), .run = job_months },
	{ BLOCK("why", "为什么在这里", &line_row_type, "label text"), .run = job_why },
	{ BLOCK("missing", "完整度", &line_row_type, "label text"), .run = job_missing },
	{ BLOCK("support", "特扶条件", &line_row_type, "label text"), .run = job_support },
};

/* ---- finding one ------------------------------------------------------------------------------ */

enum { LISTS_MOST = 200 };

/* The public face of both tables, made once. */
const struct query *const *query_all(void)
{
	static const struct query *all[LISTS_MOST + 1];
	size_t n = 0;

	if (all[0])
		return all;
	for (size_t i = 0; i < COUNT(queries) && n < LISTS_MOST; i++)
		all[n++] = &queries[i].query;
	for (const struct named *q = association_queries; q->query.name && n < LISTS_MOST; q++)
		all[n++] = &q->query;
	return all;
}

const struct query *query_find(str name)
{
	for (const struct query *const *q = query_all(); *q; q++)
		if (str_is(name, (*q)->name))
			return *q;
	return NULL;
}

/* What is void is in no list that leaves the office, and of a family beyond my part of the tree nothing is. */
static enum rc run_type(struct job *q)
{
	const struct rec_type *t = q->page->type;
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (rec_voided(r) || reach_of(q->s, t, r) >= REACH_OUTSIDE)
			continue;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		job_record(q, t, whole);
	}
	TRY_END(rc);
	return RC_OK;
}

/* Its columns: all that people can read of it. */
const struct query *query_of_type(struct arena *a, const struct rec_type *t)
{
	struct named *n = ARENA_NEW(a, struct named);
	struct buf columns = { .a = a };

	for EACH_FIELD(f, t)
		if (f->kind != K_BYTES && f->off != (int16_t)offsetof(struct rec, void_by) &&
			f->off != (int16_t)offsetof(struct rec, void_why))
			buf_printf(&columns, "%s%s", columns.n ? " " : "", f->name);
	*n = (struct named){ .query = { .name = t->name, .label = t->label, .type = t, .row = t,
		.columns = arena_z(a, buf_view(&columns)) }, .run = run_type };
	return &n->query;
}

bool query_is_about(const struct query *q, const struct rec_type *t)
{
	return q->about && strcmp(q->about, t->name) == 0;
}

static const struct rec_type *with_office(struct arena *a, const struct office *o,
	const struct rec_type *t)
{
	if (t->base)
		return type_join(a, with_office(a, o, t->base), t);
	return t->tag && o->by_tag[t->tag] ? o->by_tag[t->tag] : t;
}

const struct rec_type *query_row(struct arena *a, const struct office *o, const struct query *q)
{
	return with_office(a, o, q->row);
}

static const struct rec_type *about_type(const struct job *q)
{
	const struct rec_type *about = q->ask->about_type;

	return about || !q->named->query.about ? about : office_type(q->s->office, str_of(q->named->query.about));
}

/* Of what is not there for this person nothing is told, but the number of who offers to help. */
static enum rc about_there(struct job *q)
{
	const struct rec_type *t = about_type(q);
	struct rec *r = t && of_units(t) && !q->named->outside ? peek_any(q->s, q->a, t, q->ask->about) : NULL;

	return r && reach_of(q->s, t, r) == REACH_ABSENT ? rights_not_there(t, r->id, q->e) : RC_OK;
}

static bool about_family(const struct job *q)
{
	const struct rec_type *about = about_type(q);

	return about && about->tag == family_type.tag;
}

/* What was done with a family is no part of it: for whom the log is, it is there without the family. */
static bool for_auditor(const struct job *q)
{
	return q->named->log && !q->s->me.admin && q->s->role->log;
}

/* ---- the one way they run --------------------------------------------------------------------- */

static enum rc run(struct job *q)
{
	const struct ask *ask = q->ask;
	struct ask all = *ask;
	bool rearranged = ask->sort.n || ask->filter.n;

	all.at = all.n = 0;
	if (rearranged)
		q->ask = &all;
	if (about_family(q) && !for_auditor(q) && (!peek_family(q->s, q->a, q->ask->about) ||
		rights_reach(q->s, q->ask->about) == REACH_ABSENT))
		return fail(q->e, RC_NOT_FOUND, "没有这户家庭");
	TRY(about_there(q));
	/* Of one beyond my part of the tree nothing is listed but what is for everybody. */
	q->page->barred = about_family(q) && !q->named->outside && !q->named->log &&
		rights_reach(q->s, q->ask->about) >= REACH_OUTSIDE;
	if (q->page->barred)
		return RC_OK;
	if (about_family(q) && !q->named->log && (!q->named->outside || q->named->within))
		look_at(q->s, "view", ask->about);
	TRY(q->named->run(q));
	/* What this person may not see is taken out here, of every row of every list. */
	for (size_t i = 0; i < q->page->n; i++)
		rights_mask(q->s, q->a, q->page->type, (struct rec *)(uintptr_t)q->page->row[i].rec);
	if (ask->near)
		job_nearest_first(q);
	if (rearranged) {
		q->page->beyond += q->page->total - q->page->n; /* more than a list takes at once */
		q->page->total = q->page->n;
		job_whole(q);
	}
	if (ask->filter.n)
		TRY(job_filter(q));
	return ask->sort.n ? job_sort(q) : RC_OK;
}

enum rc session_list(struct session *s, struct arena *a, const struct ask *ask, struct page *out,
	struct err *e)
{
	struct job q = { .s = s, .a = a, .ask = ask, .page = out, .e = e,
		.named = (const struct named *)(const void *)ask->query };

	*out = (struct page){ .at = ask->at, .type = query_row(a, s->office, ask->query) };
	session_lex(s);
	TRY(enter(s, e));
	out->tick = snap_tick(s->view);
	return leave_with(s, run(&q), e);
}
