/* visit.c - 联系/走访记录: one contact with a family. */
#include "core/records/types.h"

#include "base/str.h"

static const struct field visit_fields[] = {
	FIELD(visit, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(visit, 2, when, .label = "联系时间", .sens = 1, .flags = F_REQUIRED | F_TODAY | F_PAST,
		.later = "next_due"),
	FIELD(visit, 3, mode, .label = "方式", .of = "VISIT_MODE", .sens = 1, .flags = F_REQUIRED),
	FIELD(visit, 4, outcome, .label = "结果", .of = "OUTCOME", .sens = 1, .flags = F_REQUIRED),
	FIELD(visit, 5, by, .label = "联系人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(visit, 6, with, .label = "同行人", .of = "worker", .sens = 1),
	FIELD(visit, 7, met, .label = "见到的成员", .of = "person", .sens = 2),
	FIELD(visit, 8, occasion, .label = "事由", .of = "OCCASION", .sens = 2, .flags = F_USUAL),
	FIELD(visit, 9, domains, .label = "关爱领域", .of = "DOMAIN", .sens = 1),
	FIELD(visit, 10, body, .label = "身体状况", .of = "BODY_OBS", .sens = 3),
	FIELD(visit, 11, mood, .label = "精神状态", .of = "MOOD_OBS", .sens = 3),
	FIELD(visit, 12, home_safe, .label = "居家安全", .of = "SAFETY", .sens = 1),
	FIELD(visit, 13, talk, .label = "谈话要点", .sens = 2, .max = 500),
	FIELD(visit, 14, minutes, .label = "时长(分)", .sens = 1, .most = 24 * 60),
	FIELD(visit, 15, next_due, .label = "下次联系", .sens = 1),
	FIELD(visit, 16, next_note, .label = "下次提醒", .sens = 1, .max = 60),
	FIELD(visit, 17, photo_ref, .label = "照片编号", .sens = 2, .max = 40),
	FIELD(visit, 18, photo_ok, .label = "已征同意", .sens = 2),
	FIELD(visit, 19, late_days, .label = "补录天数", .sens = 1, .flags = F_COMPUTED),
	FIELD(visit, 20, sign, .label = "核实人", .of = "worker", .sens = 1,
		.flags = F_SUPERVISED | F_SIGNED),
	FIELD(visit, 21, signed_on, .label = "核实日期", .sens = 1, .flags = F_PAST | F_SUPERVISED),
	FIELD(visit, 24, entered, .label = "录入日期", .sens = 1, .flags = F_COMPUTED),
	FIELDS_VOID(22, 23),
};

static const struct index visit_indexes[] = {
	{ .name = "family", .key = { "family", "when" },
		.cover = { "mode", "outcome", "by", "void_why" }, .voided = true },
	{ .name = "by", .key = { "by", "when" }, .cover = { "family", "mode", "outcome", "void_why" },
		.voided = true },
};

static const struct order visit_order[] = {
	ORDER(when, next_due, .apart = true),
	ORDER(when, signed_on),
	ORDER(when, entered),
};

/* Nobody checks by telephone what they have written themselves. */
static enum rc check_sign(struct check *c, struct visit *v, struct err *e)
{
	str with = v->with.ids, word;
	int64_t id;

	if (!v->sign.id)
		return v->signed_on.day ? fail_at(e, "sign", "有核实日期（%.*s）就要有核实人",
			STR_FMT(date_text(c->a, v->signed_on))) : RC_OK;
	if (v->sign.id == v->by.id)
		return fail_at(e, "sign", "核实人不能是走访的联系人本人，请由另一位核实");
	while (str_word(&with, &word))
		if (str_int(word, &id) && (uint64_t)id == v->sign.id)
			return fail_at(e, "sign", "核实人不能是同行人，请由没有去的一位核实");
	if (!v->signed_on.day)
		v->signed_on = moment_date(c->now);
	return RC_OK;
}

static enum rc visit_check(struct check *c, struct err *e)
{
	struct visit *v = IS(c, visit);

	if (!v->entered.day)
		v->entered = moment_date(c->now);
	v->late_days = (num){ v->when.v != 0, v->when.v && v->entered.day > moment_date(v->when).day
		? v->entered.day - moment_date(v->when).day : 0 };
	return check_sign(c, v, e);
}

const struct rec_type visit_type =
	REC_TYPE(visit, 6, "走访记录", .indexes = visit_indexes, .nindexes = COUNT(visit_indexes),
		.orders = visit_order, .norders = COUNT(visit_order), .owner = "family",
		.title = "when", .duty = "contact", .check = visit_check);
