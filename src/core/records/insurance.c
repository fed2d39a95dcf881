/* insurance.c - 保险保障: policies, who is insured, and claims with their day counts, caps and waiting
 * period (domain.md 2.11, 3.8, AT10). */
#include "core/records/types.h"

#include "base/buf.h"
#include "base/str.h"
#include "store/store.h"

static const struct field policy_fields[] = {
	FIELD(policy, 1, name, .label = "名称", .flags = F_REQUIRED, .max = 30),
	FIELD(policy, 2, year, .label = "年度"),
	FIELD(policy, 3, kind, .label = "险种", .of = "INS_KIND", .flags = F_USUAL),
	FIELD(policy, 4, insurer, .label = "保险公司", .max = 30),
	FIELD(policy, 5, policy_no, .label = "保单号", .max = 30),
	FIELD(policy, 6, from, .label = "起保", .flags = F_REQUIRED),
	FIELD(policy, 7, to, .label = "止保", .hint = "不填就是一年"),
	FIELD(policy, 8, premium, .label = "保费(元/人)"),
	FIELD(policy, 9, daily, .label = "日津贴(元)", .flags = F_REQUIRED),
	FIELD(policy, 10, per_stay, .label = "每次最多(天)"),
	FIELD(policy, 11, per_year, .label = "全年最多(天)"),
	FIELD(policy, 12, waiting_days, .label = "等待期(天)", .hint = "疾病住院在起保后这么多天内不赔"),
	FIELD(policy, 13, count_both, .label = "出入院都算", .hint = "是：出院当天也算一天"),
	FIELD(policy, 14, hospital_rule, .label = "医院要求", .max = 60),
	FIELD(policy, 15, death_sum, .label = "身故保额(元)"),
	FIELD(policy, 16, injury_sum, .label = "意外保额(元)"),
	FIELD(policy, 17, payer, .label = "出资", .of = "FUND_SRC"),
	FIELD(policy, 18, hotline, .label = "报案电话"),
	FIELDS_VOID(990, 991),
};

static const struct index policy_indexes[] = {
	{ .name = "from", .key = { "from" }, .cover = { "to", "name" } },
};

static enum rc policy_check(struct check *c, struct err *e)
{
	struct policy *p = IS(c, policy);

	(void)c;
	if (!p->to.day && p->from.day)
		p->to = (date){ date_add_months(p->from, 12).day - 1 };
	if (p->to.day < p->from.day)
		return fail_at(e, "to", "止保日期早于起保日期，请核对");
	if (!p->year.set && p->from.day)
		p->year = (num){ true, date_ymd(p->from).y };
	return RC_OK;
}

const struct rec_type policy_type = REC_TYPE(policy, 13, "保单", .indexes = policy_indexes,
	.nindexes = COUNT(policy_indexes), .title = "name", .duty = "policy", .check = policy_check);

static const struct field insured_fields[] = {
	FIELD(insured, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(insured, 2, person, .label = "成员", .of = "person", .sens = 2, .flags = F_REQUIRED),
	FIELD(insured, 3, policy, .label = "保单", .of = "policy", .flags = F_REQUIRED),
	FIELD(insured, 4, confirmed, .label = "公司已确认", .sens = 1),
	FIELD(insured, 5, added, .label = "参保日期", .sens = 1),
	FIELD(insured, 6, removed, .label = "退保日期", .sens = 1),
	FIELD(insured, 7, remove_why, .label = "退保原因", .sens = 2, .max = 60),
	FIELDS_VOID(990, 991),
};

static const struct index insured_indexes[] = {
	{ .name = "family", .key = { "family", "person" }, .cover = { "policy", "removed" } },
	{ .name = "policy", .key = { "policy", "person" }, .cover = { "removed" }, .unique = false },
};

static enum rc insured_check(struct check *c, struct err *e)
{
	struct insured *in = IS(c, insured);
	struct rec *p;

	TRY(person_family(c, in->person, &in->family, e));
	if (!in->policy.id)
		return RC_OK;
	if (snap_get(c->view, c->a, &policy_type, in->policy.id, &p, e) != RC_OK)
		return fail_at(e, "policy", "没有这张保单，请重新选择");
	if (!in->added.day)
		in->added = ((struct policy *)p)->from;
	if (in->removed.day && in->removed.day < in->added.day)
		return fail_at(e, "removed", "退保日期早于参保日期，请核对");
	return RC_OK;
}

const struct rec_type insured_type = REC_TYPE(insured, 14, "参保", .indexes = insured_indexes,
	.nindexes = COUNT(insured_indexes), .owner = "family", .title = "added", .duty = "family",
	.check = insured_check);

static const struct field claim_fields[] = {
	FIELD(claim, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(claim, 2, person, .label = "成员", .of = "person", .sens = 2),
	FIELD(claim, 3, insured, .label = "参保", .of = "insured", .sens = 2,
		.hint = "不填就找入院那天有效的参保"),
	FIELD(claim, 4, event, .label = "住院情况", .of = "event", .sens = 2),
	FIELD(claim, 5, no, .label = "编号", .sens = 1, .flags = F_COMPUTED),
	FIELD(claim, 6, accident, .label = "意外", .sens = 3, .hint = "意外住院没有等待期"),
	FIELD(claim, 7, reported, .label = "报案日期", .sens = 1, .flags = F_TODAY),
	FIELD(claim, 8, admit, .label = "入院日期", .sens = 3),
	FIELD(claim, 9, discharge, .label = "出院日期", .sens = 3),
	FIELD(claim, 10, documents, .label = "已有材料", .of = "CLAIM_DOC", .sens = 2),
	FIELD(claim, 11, days, .label = "住院天数", .sens = 2, .flags = F_COMPUTED),
	FIELD(claim, 12, pay_days, .label = "可赔天数", .sens = 2, .flags = F_COMPUTED),
	FIELD(claim, 13, payable, .label = "应赔(元)", .sens = 2, .flags = F_COMPUTED),
	FIELD(claim, 14, basis, .label = "算法", .sens = 2, .flags = F_COMPUTED),
	FIELD(claim, 15, state, .label = "进度", .of = "CLAIM_STATE", .sens = 2, .flags = F_USUAL),
	FIELD(claim, 16, paid, .label = "实赔(元)", .sens = 2),
	FIELD(claim, 17, paid_on, .label = "赔付日期", .sens = 2),
	FIELD(claim, 18, told_family, .label = "告知家庭", .sens = 1),
	FIELDS_VOID(990, 991),
};

static const struct index claim_indexes[] = {
	{ .name = "family", .key = { "family", "reported" }, .cover = { "state", "told_family" } },
	{ .name = "insured", .key = { "insured", "admit" }, .cover = { "pay_days", "state" } },
	{ .name = "event", .key = { "event" }, .cover = { "family" } },
};

static enum rc from_event(struct check *c, struct claim *cl, struct err *e)
{
	struct rec *r;
	struct event *v;

	if (!cl->event.id)
		return RC_OK;
	if (snap_get(c->view, c->a, &event_type, cl->event.id, &r, e) != RC_OK)
		return fail_at(e, "event", "没有这条重大情况，请重新选择");
	v = (struct event *)r;
	cl->family = v->family;
	if (!cl->person.id)
		cl->person = v->person;
	if (!cl->admit.day)
		cl->admit = v->admit;
	if (!cl->discharge.day)
		cl->discharge = v->discharge;
	return RC_OK;
}

struct looking { struct check *c; const struct claim *cl; uint64_t found; };

static bool covers_day(void *arg, uint64_t id, const val *v)
{
	struct looking *l = arg;
	struct rec *r;
	struct err ignored;
	struct policy *p;

	if (snap_get(l->c->view, l->c->a, &policy_type, (uint64_t)v[2].n, &r, &ignored) != RC_OK)
		return true;
	p = (struct policy *)r;
	if (l->cl->admit.day < p->from.day || l->cl->admit.day > p->to.day ||
		(v[3].set && v[3].n < l->cl->admit.day))
		return true;
	l->found = id;
	return false;
}

static enum rc find_insured(struct check *c, struct claim *cl, struct err *e)
{
	struct looking l = { .c = c, .cl = cl };
	val key[2] = { { true, (int64_t)cl->family.id, { 0 } }, { true, (int64_t)cl->person.id, { 0 } } };

	if (cl->insured.id || !cl->admit.day || !cl->person.id)
		return RC_OK;
	TRY(snap_walk(c->view,
		&(struct walk){ .type = &insured_type, .index = "family", .prefix = key, .nprefix = 2,
			.each = covers_day, .arg = &l },
		e));
	cl->insured.id = l.found;
	return RC_OK;
}

struct used { uint64_t me; int64_t days; };

static bool add_used(void *arg, uint64_t id, const val *v)
{
	struct used *u = arg;
	const val *cover = v + 2;

	if (id != u->me && cover[0].set && !str_is(cover[1].s, "6") && !str_is(cover[1].s, "7"))
		u->days += cover[0].n;
	return true;
}

static int64_t least(int64_t days, num most, const char *why, struct buf *b)
{
	if (!most.set || most.v >= days)
		return days;
	buf_printf(b, "，%s%lld天", why, (long long)(most.v > 0 ? most.v : 0));
	return most.v > 0 ? most.v : 0;
}

/* pay = min(days, cap of the stay, cap of the year - used) x daily; nothing inside the waiting
 * period for illness (domain.md 3.8). */
static enum rc reckon(struct check *c, struct claim *cl, struct err *e)
{
	struct buf b = { .a = c->a };
	struct used used = { .me = cl->r.id };
	val key = { true, (int64_t)cl->insured.id, { 0 } };
	struct rec *r;
	struct insured *in;
	struct policy *p;
	int64_t days, pay;

	cl->days = cl->pay_days = (num){ 0 };
	cl->payable = (money){ 0 };
	cl->basis = (str){ 0 };
	if (!cl->insured.id || !cl->admit.day || !cl->discharge.day)
		return RC_OK;
	if (snap_get(c->view, c->a, &insured_type, cl->insured.id, &r, e) != RC_OK)
		return fail_at(e, "insured", "没有这条参保，请重新选择");
	in = (struct insured *)r;
	TRY(snap_get(c->view, c->a, &policy_type, in->policy.id, &r, e));
	p = (struct policy *)r;
	TRY(snap_walk(c->view,
		&(struct walk){ .type = &claim_type, .index = "insured", .prefix = &key, .nprefix = 1,
			.each = add_used, .arg = &used },
		e));
	days = pay = cl->discharge.day - cl->admit.day + (p->count_both.v == FLAG_YES);
	buf_printf(&b, "住院%lld天", (long long)days);
	pay = least(pay, p->per_stay, "每次最多", &b);
	pay = least(pay, (num){ p->per_year.set, p->per_year.v - used.days }, "今年还剩", &b);
	if (p->waiting_days.set && cl->accident.v != FLAG_YES) {
		int32_t start = in->added.day > p->from.day ? in->added.day : p->from.day;
		int32_t last = start + (int32_t)p->waiting_days.v - 1;

		if (cl->admit.day <= last) {
			pay = 0;
			buf_printf(&b, "，等待期到%.*s，不赔",
				STR_FMT(date_text(c->a, (date){ last })));
		}
	}
	cl->days = (num){ true, days };
	cl->pay_days = (num){ true, pay };
	cl->payable = (money){ true, pay * p->daily.fen };
	buf_printf(&b, "；%lld天×%lld元", (long long)pay, (long long)(p->daily.fen / 100));
	cl->basis = buf_view(&b);
	return RC_OK;
}

static enum rc claim_check(struct check *c, struct err *e)
{
	struct claim *cl = IS(c, claim);
	date today = moment_date(c->now);
	uint64_t seq;

	if (!cl->reported.day)
		cl->reported = today;
	TRY(from_event(c, cl, e));
	TRY(person_family(c, cl->person, &cl->family, e));
	if (cl->discharge.day && cl->discharge.day < cl->admit.day)
		return fail_at(e, "discharge", "出院日期早于入院日期，请核对");
	TRY(find_insured(c, cl, e));
	TRY(reckon(c, cl, e));
	if (cl->paid_on.day && !cl->paid.set)
		return fail_at(e, "paid", "填了赔付日期，也请填实赔金额");
	if (cl->paid.set && cl->paid_on.day)
		cl->state.key = S("5");
	if (cl->no.n)
		return RC_OK;

	int year = date_ymd(cl->reported).y;

	TRY(view_next(c->view, arena_printf(c->a, "claim:%d", year), &seq, e));
	cl->no = arena_printf(c->a, "LP%d-%04u", year, (unsigned)seq);
	return RC_OK;
}

const struct rec_type claim_type = REC_TYPE(claim, 15, "理赔", .indexes = claim_indexes,
	.nindexes = COUNT(claim_indexes), .owner = "family", .title = "no", .duty = "visit",
	.check = claim_check);
