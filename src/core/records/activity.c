/* activity.c - 活动: what the association does, under which of the six tasks, and who came.
 * The day may be to come: what is planned is announced. */
#include "core/records/types.h"

static const struct field activity_fields[] = {
	FIELD(activity, 1, title, .label = "名称", .flags = F_REQUIRED, .max = 40),
	FIELD(activity, 2, on, .label = "日期", .flags = F_REQUIRED | F_TODAY),
	FIELD(activity, 3, org, .label = "单位", .of = "org"),
	FIELD(activity, 4, task, .label = "六项任务", .of = "SIX_TASK", .flags = F_REQUIRED),
	FIELD(activity, 5, type, .label = "形式", .of = "ACT_TYPE"),
	FIELD(activity, 6, place_kind, .label = "四进", .of = "FOUR_IN"),
	FIELD(activity, 7, target, .label = "对象", .of = "TARGET_GROUP"),
	FIELD(activity, 8, special_families, .label = "特殊家庭(户)"),
	FIELD(activity, 9, people, .label = "人次"),
	FIELD(activity, 10, handouts, .label = "资料(份)"),
	FIELD(activity, 11, volunteers, .label = "志愿者(人)"),
	FIELD(activity, 12, attendees, .label = "参加人", .of = "person", .sens = 2),
	FIELD(activity, 13, cost, .label = "费用(元)", .sens = 1),
	FIELD(activity, 14, fund, .label = "经费来源", .of = "FUND_SRC", .sens = 1),
	FIELD(activity, 15, summary, .label = "小结", .sens = 1, .max = 300),
	FIELD(activity, 16, project, .label = "项目", .of = "PROJECT"),
	FIELD(activity, 17, stage, .label = "生育阶段", .of = "ACT_STAGE", .hint = "优生优育指导：面向哪个阶段"),
	FIELD(activity, 18, venue, .label = "地点", .max = 40),
	FIELD(activity, 19, experts, .label = "专家", .max = 60),
	FIELD(activity, 20, members, .label = "参加的会员", .of = "member"),
	FIELD(activity, 21, report_ref, .label = "图片简报", .sens = 1, .max = 40, .hint = "在哪里：柜、盒、文件夹"),
	FIELD(activity, 22, cancelled, .label = "取消日期", .flags = F_PAST),
	FIELD(activity, 23, cancel_why, .label = "取消原因", .max = 60),
	FIELD(activity, 24, place, .label = "阵地", .of = "venue"),
	FIELD(activity, 25, speakers, .label = "专家库专家", .of = "expert"),
	FIELDS_VOID(990, 991),
};

static const struct index activity_indexes[] = {
	{ .name = "on", .key = { "on" }, .cover = { "org", "task" } },
	{ .name = "place", .key = { "place", "on" }, .cover = { "task" } },
};

/* Planned, held, summed up or called off: each only says what can be known by then. */
static enum rc activity_check(struct check *c, struct err *e)
{
	struct activity *act = IS(c, activity);
	date today = moment_date(c->now);

	if (act->cancelled.day && !act->cancel_why.n)
		return fail_at(e, "cancel_why", "取消活动要写明原因");
	if (act->cancel_why.n && !act->cancelled.day)
		act->cancelled = today;
	if (act->cancelled.day && act->people.v)
		return fail_at(e, "cancelled", "来了%d人的活动已经开展了，不能再取消；请核对", (int)act->people.v);
	if (act->on.day > today.day && (act->people.v || act->summary.s.n))
		return fail_at(e, act->people.v ? "people" : "summary",
			"活动在%.*s，还没有开展：人次和小结到那天以后再填", STR_FMT(date_text(c->a, act->on)));
	return RC_OK;
}

const struct rec_type activity_type = REC_TYPE(activity, 21, "活动", .indexes = activity_indexes,
	.nindexes = COUNT(activity_indexes), .unit = "org", .title = "title", .duty = "activity",
	.check = activity_check);
