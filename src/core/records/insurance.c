/* insurance.c - 保险保障: policies, and who is insured from when to when. */
#include "core/records/types.h"

#include "store/store.h"

static const struct field policy_fields[] = {
	FIELD(policy, 1, name, .label = "名称", .flags = F_REQUIRED, .max = 30),
	FIELD(policy, 2, year, .label = "年度", .least = 1949, .most = 2200),
	FIELD(policy, 3, kind, .label = "险种", .of = "INS_KIND", .flags = F_USUAL),
	FIELD(policy, 4, insurer, .label = "保险公司", .max = 30),
	FIELD(policy, 5, policy_no, .label = "保单号", .max = 30),
	FIELD(policy, 6, from, .label = "起保", .flags = F_REQUIRED | F_DATED, .since = "from"),
	FIELD(policy, 7, to, .label = "止保", .hint = "不填就是一年", .flags = F_DATED, .since = "to"),
	FIELD(policy, 8, premium, .label = "保费(元/人)"),
	FIELD(policy, 9, daily, .label = "日津贴(元)", .flags = F_REQUIRED),
	FIELD(policy, 10, per_stay, .label = "每次最多(天)", .most = 366),
	FIELD(policy, 11, per_year, .label = "全年最多(天)", .most = 366),
	FIELD(policy, 12, waiting_days, .label = "等待期(天)", .most = 366, .hint = "疾病住院在起保后这么多天内不赔"),
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

static const struct order policy_order[] = {
	ORDER(from, to),
};

static enum rc policy_check(struct check *c, struct err *e)
{
	struct policy *p = IS(c, policy);

	(void)c;
	(void)e;
	if (!p->to.day && p->from.day)
		p->to = (date){ date_add_months(p->from, 12).day - 1 };
	if (!p->year.set && p->from.day)
		p->year = (num){ true, date_ymd(p->from).y };
	return RC_OK;
}

const struct rec_type policy_type = REC_TYPE(policy, 13, "保单", .indexes = policy_indexes,
	.nindexes = COUNT(policy_indexes), .orders = policy_order, .norders = COUNT(policy_order),
	.title = "name", .duty = "policy", .check = policy_check);

static const struct field insured_fields[] = {
	FIELD(insured, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(insured, 2, person, .label = "成员", .of = "person", .sens = 2,
		.flags = F_REQUIRED | F_DATED),
	FIELD(insured, 3, policy, .label = "保单", .of = "policy", .flags = F_REQUIRED),
	FIELD(insured, 4, confirmed, .label = "公司已确认", .sens = 1),
	FIELD(insured, 5, added, .label = "参保日期", .sens = 1, .flags = F_DATED, .since = "added"),
	FIELD(insured, 6, removed, .label = "退保日期", .sens = 1, .flags = F_DATED,
		.since = "removed"),
	FIELD(insured, 7, remove_why, .label = "退保原因", .sens = 2, .max = 60),
	FIELDS_VOID(990, 991),
};

static const struct index insured_indexes[] = {
	{ .name = "family", .key = { "family", "person" }, .cover = { "policy", "removed" } },
	{ .name = "policy", .key = { "policy", "person" }, .cover = { "removed" }, .unique = false },
};

static const struct order insured_order[] = {
	ORDER(added, removed),
};

static enum rc insured_twice(struct check *c, const struct insured *in, struct err *e)
{
	const val key[] = { VAL_REF(in->policy.id), VAL_REF(in->person.id) };
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	if (in->removed.day || !in->person.id)
		return RC_OK;
	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &insured_type, .index = "policy",
		.prefix = key, .nprefix = COUNT(key) }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		if (r->id != in->r.id && !((const struct insured *)r)->removed.day)
			return fail_at(e, "person", "这位成员已在这张保单里，不用再参保");
	TRY_END(rc);
	return RC_OK;
}

static enum rc insured_check(struct check *c, struct err *e)
{
	struct insured *in = IS(c, insured);
	struct policy *p;
	struct rec *r;
	enum rc rc;

	TRY(person_family(c, in->person, &in->family, e));
	if (!in->policy.id)
		return RC_OK;
	rc = snap_get(c->view, c->a, &policy_type, in->policy.id, &r, e);
	if (rc == RC_NOT_FOUND || (rc == RC_OK && rec_voided(r)))
		return fail_at(e, "policy", "没有这张保单，请重新选择");
	TRY(rc);
	p = (struct policy *)r;
	if (!in->added.day)
		in->added = p->from;
	TRY(person_lived(c, &insured_type, in->person, in->added, "added", e));
	if (in->added.day > p->to.day)
		return fail_at(e, "added", "参保日期（%.*s）在保单到期（%.*s）之后，请核对",
			STR_FMT(date_text(c->a, in->added)), STR_FMT(date_text(c->a, p->to)));
	return insured_twice(c, in, e);
}

const struct rec_type insured_type = REC_TYPE(insured, 14, "参保", .indexes = insured_indexes,
	.nindexes = COUNT(insured_indexes), .orders = insured_order, .norders = COUNT(insured_order),
	.owner = "family", .title = "added", .duty = "family",
	.check = insured_check);
