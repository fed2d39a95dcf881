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
	FIELDS_VOID(990, 991),
};

static const struct index activity_indexes[] = {
	{ .name = "on", .key = { "on" }, .cover = { "org", "task" } },
};

const struct rec_type activity_type = REC_TYPE(activity, 21, "活动", .indexes = activity_indexes,
	.nindexes = COUNT(activity_indexes), .unit = "org", .title = "title", .duty = "activity");
