/* query.c - the named lists that screens and the command line may show. */
#include "core/lists/job.h"

enum { MOST = 100000 };

struct row *job_row(struct job *q)
{
	struct page *p = q->page;

	if (p->n == q->cap) {
		struct row *more = ARENA_ARRAY(q->a, struct row, q->cap = q->cap * 2 + 32);

		if (p->n)
			memcpy(more, p->row, p->n * sizeof *more);
		p->row = more;
	}
	p->row[p->n] = (struct row){ 0 };
	return &p->row[p->n++];
}

/* Is the next row of the whole list inside the window?  Counts it either way. */
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

void job_family(struct job *q, uint64_t id)
{
	if (q->rc == RC_OK && job_window(q))
		q->rc = family_row(q->s, q->a, id, job_row(q), NULL, q->e);
}

enum rc job_walk(struct job *q, const struct rec_type *t, const char *index, uint64_t about,
	bool backward, bool (*each)(void *, uint64_t, const val *))
{
	val key = { true, (int64_t)about, { 0 } };

	TRY(snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, t), .index = index, .prefix = &key,
			.nprefix = about ? 1 : 0, .backward = backward, .each = each, .arg = q },
		q->e));
	return q->rc;
}

/* A record as a row, masked; NULL when it is gone. */
struct row *job_record(struct job *q, const struct rec_type *shipped, uint64_t id,
	size_t nfacts, str **fact)
{
	struct rec *r = peek_any(q->s, q->a, shipped, id);
	struct row *row;

	if (!r)
		return NULL;
	row = job_row(q);
	row->type = type_of(q->s, shipped);
	row->id = id;
	rights_mask(q->s, q->a, row->type, r);
	row->rec = r;
	row->fact = *fact = ARENA_ARRAY(q->a, str, nfacts);
	return row;
}

str job_text(struct job *q, const struct row *row, const char *field)
{
	const struct field *f = type_field(row->type, str_of(field));

	return val_text(&q->s->lex, q->a, f, field_get(f, row->rec));
}

/* ---- families ------------------------------------------------------------------------------- */

static enum rc run_families(struct job *q)
{
	struct family_walk walk;
	const struct family *f;
	enum rc rc;

	read_families(q->s, q->a, &walk);
	while ((rc = next_family(&walk, &f, q->e)) == RC_OK) {
		job_family(q, f->r.id);
		TRY(q->rc);
	}
	TRY_END(rc);
	return RC_OK;
}

static enum rc run_families_of(struct job *q)
{
	struct held held;

	TRY(worker_families(q->s, q->a, q->ask->about, session_today(q->s), &held, q->e));
	for (size_t i = 0; i < held.n && q->rc == RC_OK; i++)
		job_family(q, held.p[i]);
	return q->rc;
}

enum { FIND_MOST = 500 };

static enum rc run_find(struct job *q)
{
	size_t n = q->ask->n ? q->ask->n : FIND_MOST;
	struct found found;

	if (q->ask->at + n > FIND_MOST)
		n = q->ask->at < FIND_MOST ? FIND_MOST - q->ask->at : 0;
	TRY(find_families(q->s, q->a, q->ask->line, q->ask->at + n, &found, q->e));
	for (size_t i = q->ask->at; i < found.n && i < q->ask->at + n; i++)
		TRY(family_row(q->s, q->a, found.hit[i].family, job_row(q), NULL, q->e));
	q->page->total = found.total;
	return RC_OK;
}

/* ---- workers and orgs ----------------------------------------------------------------------- */

enum { WORKER_FAMILIES, WORKER_ORG, WORKER_HEAVY };
static const char *const worker_facts[] = { "families", "org_name", "heavy", NULL };

struct week { struct job *q; date monday; int heavy; bool crisis; };

static bool weigh_visit(void *arg, uint64_t id, const val *v)
{
	struct week *w = arg;
	struct visit *visit;

	if (moment_date((moment){ v[1].n }).day < w->monday.day)
		return false;
	visit = (struct visit *)peek(w->q->s, w->q->a, &visit_type, id);
	if (!visit || rec_voided(&visit->r))
		return true;
	w->crisis |= visit_is(w->q->s, visit, "crisis");
	w->heavy += visit_is(w->q->s, visit, "heavy");
	return true;
}

/* After a death or a crisis, or too many heavy visits in a week, somebody should talk with them. */
static str heavy_text(struct job *q, uint64_t worker)
{
	struct week w = { .q = q, .monday = period_of(PERIOD_WEEK, 0, session_today(q->s)).first };
	val key = { true, (int64_t)worker, { 0 } };
	int64_t most = q->s->office->care.heavy_week;

	q->rc = snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &visit_type), .index = "by", .prefix = &key,
			.nprefix = 1, .backward = true, .each = weigh_visit, .arg = &w },
		q->e);
	if (w.crisis || (most && w.heavy >= most))
		return arena_printf(q->a, "%s %d", tr("该谈谈心"), w.heavy);
	return w.heavy ? arena_printf(q->a, "%d", w.heavy) : S("");
}

static bool each_worker(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	struct held held = { 0 };
	struct row *row;
	str *fact;

	(void)v;
	if (!job_window(q) || !(row = job_record(q, &worker_type, id, COUNT(worker_facts), &fact)))
		return true;
	q->rc = worker_families(q->s, q->a, id, session_today(q->s), &held, q->e);
	fact[WORKER_FAMILIES] = arena_printf(q->a, "%zu", held.n);
	if (q->rc == RC_OK)
		fact[WORKER_HEAVY] = heavy_text(q, id);
	fact[WORKER_ORG] = org_short(q->s, q->a, ((const struct worker *)row->rec)->org.id);
	row->tone = worker_in_post((const struct worker *)row->rec, session_today(q->s)) ? TONE_NONE
											   : TONE_DIM;
	return q->rc == RC_OK;
}

static enum rc run_workers(struct job *q)
{
	return job_walk(q, &worker_type, "name", 0, false, each_worker);
}

static bool each_org(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	str *fact;

	(void)v;
	if (job_window(q))
		job_record(q, &org_type, id, 1, &fact);
	return true;
}

static enum rc run_orgs(struct job *q)
{
	return job_walk(q, &org_type, "code", 0, false, each_org);
}

/* ---- what belongs to a family --------------------------------------------------------------- */

enum { MEMBER_AGE, MEMBER_RELATION };
static const char *const member_facts[] = { "age", "relation_text", NULL };

static enum rc list_members(struct job *q, bool dead_too)
{
	struct parts persons;

	if (rights_reach(q->s, q->ask->about) == REACH_OUTSIDE)
		return RC_OK;
	TRY(family_persons(q->s, q->a, q->ask->about, &persons, q->e));
	for (size_t i = 0; i < persons.n; i++) {
		struct row *row;
		str *fact;
		const struct person *p;
		int age;

		if (!dead_too && ((const struct person *)persons.rec[i])->alive.v == FLAG_NO)
			continue;
		if (!job_window(q) || !(row = job_record(q, &person_type, persons.rec[i]->id,
						    COUNT(member_facts), &fact)))
			continue;
		p = (const struct person *)row->rec;
		age = age_at(p->birth, session_today(q->s));
		fact[MEMBER_AGE] = p->alive.v == FLAG_NO ? str_of(tr("已故"))
				   : age >= 0 ? arena_printf(q->a, "%d%s", age, tr("岁")) : S("");
		fact[MEMBER_RELATION] = job_text(q, row, "relation");
		row->tone = p->alive.v == FLAG_NO ? TONE_DIM : TONE_NONE;
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

enum { VISIT_BY, VISIT_MODE_TEXT, VISIT_VOID };
static const char *const visit_facts[] = { "by_name", "mode_text", "void", NULL };

static bool each_visit(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	struct row *row;
	str *fact;

	(void)v;
	if (!job_window(q) || !(row = job_record(q, &visit_type, id, COUNT(visit_facts), &fact)))
		return true;
	fact[VISIT_BY] = job_text(q, row, "by");
	fact[VISIT_MODE_TEXT] = job_text(q, row, "mode");
	if (rec_voided(row->rec)) {
		fact[VISIT_VOID] = str_of(tr("已作废"));
		row->tone = TONE_DIM;
	}
	return q->rc == RC_OK;
}

static enum rc run_visits(struct job *q)
{
	if (rights_reach(q->s, q->ask->about) == REACH_OUTSIDE)
		return RC_OK;
	return job_walk(q, &visit_type, "family", q->ask->about, true, each_visit);
}

enum { POST_WORKER, POST_LIVE };
static const char *const assignment_facts[] = { "worker_name", "live", NULL };

static bool each_assignment(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	date today = session_today(q->s);
	const struct assignment *as;
	struct row *row;
	str *fact;

	(void)v;
	if (!job_window(q) ||
		!(row = job_record(q, &assignment_type, id, COUNT(assignment_facts), &fact)))
		return true;
	as = (const struct assignment *)row->rec;
	fact[POST_WORKER] = job_text(q, row, "worker");
	fact[POST_LIVE] = assignment_holds(as, peek_worker(q->s, q->a, as->worker.id), today)
		? str_of(tr("在岗")) : S("");
	row->tone = fact[POST_LIVE].n ? TONE_NONE : TONE_DIM;
	return true;
}

static enum rc run_assignments(struct job *q)
{
	return job_walk(q, &assignment_type, "family", q->ask->about, false, each_assignment);
}

/* ---- any other type -------------------------------------------------------------------------- */

enum { OWNED_FAMILY };
static const char *const owned_facts[] = { "family_name", NULL };

static bool each_record(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	const struct rec_type *t = q->named->query.type;
	struct row *row;
	str *fact;

	(void)v;
	if (!q->named->query.about && t->owner) {
		struct rec *r = peek(q->s, q->a, t, id);

		if (!r || rights_reach(q->s, rights_family(q->s, t, r)) == REACH_OUTSIDE)
			return true;
	}
	if (!job_window(q) || !(row = job_record(q, t, id, COUNT(owned_facts), &fact)))
		return true;
	if (t->owner)
		fact[OWNED_FAMILY] = lex_ref_text(q->s, q->a, "family",
			rights_family(q->s, t, row->rec));
	return q->rc == RC_OK;
}

/* What belongs to one record, newest first. */
static enum rc run_owned(struct job *q)
{
	if (strcmp(q->named->query.about, family_type.name) == 0 &&
		rights_reach(q->s, q->ask->about) == REACH_OUTSIDE)
		return RC_OK;
	return job_walk(q, q->named->query.type, q->named->index, q->ask->about, true, each_record);
}

static enum rc run_all(struct job *q)
{
	return job_walk(q, q->named->query.type, q->named->index, 0, true, each_record);
}

/* What is not closed yet, the earliest first. */
static enum rc run_open(struct job *q)
{
	val key = { true, FLAG_YES, { 0 } };

	TRY(snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, q->named->query.type), .index = q->named->index,
			.prefix = &key, .nprefix = 1, .each = each_record, .arg = q },
		q->e));
	return q->rc;
}

/* ---- the log -------------------------------------------------------------------------------- */

enum { LOG_WHAT, LOG_ACT };
static const char *const log_facts[] = { "what", "act_text", NULL };

static enum rc run_log(struct job *q)
{
	struct entries list = { 0 };

	TRY(read_log(q->s, q->a, q->ask->at, q->ask->n ? q->ask->n : 200, &list, &q->page->total, q->e));
	for (size_t i = 0; i < list.n; i++) {
		struct entry *en = list.p[i];
		struct row *row = job_row(q);
		str *fact;

		row->type = &entry_type;
		row->id = en->r.id;
		row->rec = &en->r;
		row->fact = fact = ARENA_ARRAY(q->a, str, COUNT(log_facts));
		fact[LOG_ACT] = tr_str(code_name(codebook_find(&q->s->office->codes, S("AUDIT")),
			en->act.key));
		if (en->type.n && en->rec_id.v)
			fact[LOG_WHAT] = lex_ref_text(q->s, q->a, arena_z(q->a, en->type),
				(uint64_t)en->rec_id.v);
	}
	return RC_OK;
}

/* ---- the table ------------------------------------------------------------------------------ */

static const struct named queries[] = {
	{ { "today", "今日", &family_type, NULL, family_facts, NULL }, job_today, NULL },
	{ { "today-of", "某人的今日", &family_type, "worker", family_facts, NULL }, job_today, NULL },
	{ { "reminders", "提醒", &family_type, NULL, remind_facts, NULL }, job_reminders, NULL },
	{ { "reminders-of", "提醒", &family_type, "family", remind_facts, NULL }, job_reminders, NULL },
	{ { "find", "查找", &family_type, NULL, family_facts, NULL }, run_find, NULL },
	{ { "families", "全部家庭", &family_type, NULL, family_facts, NULL }, run_families, NULL },
	{ { "families-of", "联系的家庭", &family_type, "worker", family_facts, NULL }, run_families_of, NULL },
	{ { "workers", "工作人员", &worker_type, NULL, worker_facts, NULL }, run_workers, NULL },
	{ { "orgs", "街道社区", &org_type, NULL, NULL, NULL }, run_orgs, NULL },
	{ { "members-of", "家庭成员", &person_type, "family", member_facts, NULL }, run_members, NULL },
	{ { "living-of", "在世成员", &person_type, "family", member_facts, NULL }, run_living, NULL },
	{ { "visits-of", "走访记录", &visit_type, "family", visit_facts, NULL }, run_visits, NULL },
	{ { "assignments-of", "联系人安排", &assignment_type, "family", assignment_facts, NULL },
		run_assignments, NULL },
	{ { "needs", "未办结诉求", &need_type, NULL, owned_facts, NULL }, run_open, "open" },
	{ { "events", "未结束重大情况", &event_type, NULL, owned_facts, NULL }, run_open, "open" },
	{ { "policies", "保单", &policy_type, NULL, NULL, NULL }, run_all, "from" },
	{ { "campaigns", "专项", &campaign_type, NULL, NULL, NULL }, run_all, "from" },
	{ { "activities", "活动", &activity_type, NULL, NULL, NULL }, run_all, "on" },
	{ { "needs-of", "诉求", &need_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "steps-of", "办理过程", &step_type, "need", owned_facts, NULL }, run_owned, "need" },
	{ { "events-of", "重大情况", &event_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "signs-of", "家庭医生签约", &sign_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "greens-of", "绿色通道", &green_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "insured-of", "参保", &insured_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "claims-of", "理赔", &claim_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "tefu-of", "特别扶助", &tefu_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "reviews-of", "特扶年审", &review_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "psych-of", "心理记录", &psych_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "gifts-of", "慰问", &gift_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "changes-of", "状态变更", &status_type, "family", change_facts, NULL }, job_changes, NULL },
	{ { "waivers-of", "处理过的提醒", &waiver_type, "family", owned_facts, NULL }, run_owned, "family" },
	{ { "who", "某日的联系人", &assignment_type, "family", who_facts, NULL }, job_who, NULL },
	{ { "handover", "交接清单", &family_type, "worker", handover_facts, NULL }, job_handover, NULL },
	{ { "plan", "专项名单", &family_type, "campaign", plan_facts, NULL }, job_plan, NULL },
	{ { "invite", "邀请名单", &family_type, "activity", invite_facts, NULL }, job_invite, NULL },
	{ { "ledger", "经费台账", &gift_type, NULL, ledger_facts, ledger_heads }, job_ledger, NULL },
	{ { "coverage", "三个全覆盖", &org_type, NULL, board_facts, board_heads }, job_board, NULL },
	{ { "coverage-workers", "三个全覆盖(按人)", &worker_type, NULL, board_facts, board_heads }, job_board, NULL },
	{ { "month", "本月动态", &org_type, NULL, movement_facts, movement_heads }, job_movement, NULL },
	{ { "begin-in", "期初的户", &family_type, "org", family_facts, NULL }, job_moved, NULL },
	{ { "opened-in", "本月新增", &family_type, "org", family_facts, NULL }, job_moved, NULL },
	{ { "closed-in", "本月减少", &family_type, "org", family_facts, NULL }, job_moved, NULL },
	{ { "end-in", "期末的户", &family_type, "org", family_facts, NULL }, job_moved, NULL },
	{ { "bereaved-in", "失独的户", &family_type, "org", family_facts, NULL }, job_moved, NULL },
	{ { "disabled-in", "伤残的户", &family_type, "org", family_facts, NULL }, job_moved, NULL },
	{ { "turned-in", "本月转类", &family_type, "org", family_facts, NULL }, job_moved, NULL },
	{ { "visits-in", "本月联系", &visit_type, "org", visits_in_facts, NULL }, job_visits_in, NULL },
	{ { "homes-in", "本月上门", &visit_type, "org", visits_in_facts, NULL }, job_visits_in, NULL },
	{ { "events-in", "本月重大情况", &event_type, "org", events_in_facts, NULL }, job_events_in, NULL },
	{ { "alarms-in", "本月失联核查", &event_type, "org", events_in_facts, NULL }, job_events_in, NULL },
	{ { "no-contacts", "双岗不全", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "no-card", "没发知情卡", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "no-doctor", "没签家庭医生", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "no-green", "没有绿色通道", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "no-insurance", "没有参保", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "no-contact", "联系没达标", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "no-meeting", "见面没达标", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "no-home-visit", "上门没达标", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "open-needs", "诉求没办结", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "late-needs", "诉求逾期办结", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "unsatisfied", "办理不满意", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "agreed", "约定方式", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "incomplete", "档案不完整", &family_type, "org|worker", family_facts, NULL }, job_gap, NULL },
	{ { "quality", "数据质量", &family_type, NULL, quality_facts, NULL }, job_quality, NULL },
	{ { "log", "操作日志", &entry_type, NULL, log_facts, NULL }, run_log, NULL },
};

/* The public face of the table, made once. */
const struct query *const *query_all(void)
{
	static const struct query *all[COUNT(queries) + 1];

	for (size_t i = 0; i < COUNT(queries); i++)
		all[i] = &queries[i].query;
	return all;
}

const struct query *query_find(str name)
{
	for (size_t i = 0; i < COUNT(queries); i++)
		if (str_is(name, queries[i].query.name))
			return &queries[i].query;
	return NULL;
}

enum rc session_list(struct session *s, struct arena *a, const struct ask *ask, struct page *out,
	struct err *e)
{
	struct job q = { .s = s, .a = a, .ask = ask, .page = out, .e = e };
	enum rc rc = RC_NOT_FOUND;

	*out = (struct page){ .at = ask->at };
	session_lex(s);
	TRY(enter(s, e));
	out->tick = snap_tick(s->view);
	for (size_t i = 0; i < COUNT(queries); i++)
		if (ask->query == &queries[i].query) {
			q.named = &queries[i];
			rc = queries[i].run(&q);
		}
	return leave_with(s, rc == RC_OK ? q.rc : rc, e);
}
