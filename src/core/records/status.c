/* status.c - 状态变更 and 提醒的处理: what a family was until which day and on whose word, and the
 * reminders somebody has dealt with. */
#include "core/records/types.h"

static const struct field status_fields[] = {
	FIELD(status, 1, family, .label = "家庭", .of = "family", .sens = 2,
		.hint = "空着：变更不属于哪一户，如工作人员的"),
	FIELD(status, 2, person, .label = "成员", .of = "person", .sens = 2, .flags = F_ORIGIN),
	FIELD(status, 3, what, .label = "变更", .of = "STATUS_KIND", .sens = 2, .flags = F_COMPUTED),
	FIELD(status, 4, was, .label = "原来", .sens = 3, .max = 300, .flags = F_COMPUTED),
	FIELD(status, 5, is, .label = "现在", .sens = 3, .max = 300, .flags = F_COMPUTED),
	FIELD(status, 6, effective, .label = "生效日期", .sens = 2, .flags = F_REQUIRED | F_TODAY),
	FIELD(status, 7, evidence, .label = "依据", .sens = 2, .max = 60),
	FIELD(status, 8, approved_by, .label = "批准人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(status, 9, about, .label = "关于", .sens = 2, .flags = F_COMPUTED),
	FIELD(status, 10, field, .label = "字段", .sens = 2, .flags = F_COMPUTED),
	FIELDS_VOID(990, 991),
};

static const struct index status_indexes[] = {
	{ .name = "family", .key = { "family", "effective" },
		.cover = { "about", "field", "was", "is", "what" } },
	{ .name = "about", .key = { "about", "field", "effective" }, .cover = { "was", "is", "family" } },
	{ .name = "effective", .key = { "effective" },
		.cover = { "family", "about", "field", "was", "is" } },
};

/* What is told of other days rests on these: they are made by what changed, and follow it. */
static enum rc status_check(struct check *c, struct err *e)
{
	const struct status *st = IS(c, status), *was = WAS(c, status);

	if (was && (was->family.id != st->family.id || was->person.id != st->person.id) && st->field.n)
		return fail_at(e, "family", "状态变更是哪一户、哪个人的不能改");
	return RC_OK;
}

const struct rec_type status_type = REC_TYPE(status, 22, "状态变更", .indexes = status_indexes,
	.nindexes = COUNT(status_indexes), .owner = "family", .title = "effective",
	.duty = "family", .check = status_check);

static const struct field waiver_fields[] = {
	FIELD(waiver, 1, family, .label = "家庭", .of = "family", .sens = 1),
	FIELD(waiver, 2, rule, .label = "提醒", .sens = 1, .flags = F_REQUIRED, .max = 30),
	FIELD(waiver, 3, target, .label = "关于", .flags = F_TARGET, .sens = 1, .max = 40),
	FIELD(waiver, 4, due, .label = "到期", .sens = 1),
	FIELD(waiver, 5, state, .label = "处理", .of = "WAIVER_STATE", .sens = 1, .flags = F_USUAL),
	FIELD(waiver, 6, reason, .label = "原因", .sens = 2, .flags = F_REQUIRED, .max = 60),
	FIELD(waiver, 7, by, .label = "处理人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(waiver, 8, on, .label = "日期", .sens = 1, .flags = F_TODAY | F_PAST),
	FIELD(waiver, 9, org, .label = "组织", .of = "org", .sens = 1),
	FIELDS_VOID(990, 991),
};

static const struct index waiver_indexes[] = {
	{ .name = "family", .key = { "family", "rule" }, .cover = { "target", "due", "on" } },
	{ .name = "org", .key = { "org", "rule" }, .cover = { "target", "due" } },
};

static enum rc waiver_check(struct check *c, struct err *e)
{
	struct waiver *w = IS(c, waiver);

	if (w->family.id)
		w->org.id = 0; /* a new record begins with its writer's unit */
	if (!w->family.id && !w->org.id)
		return fail_at(e, "family", "要写明是哪一户家庭，或者哪个组织");
	return RC_OK;
}

const struct rec_type waiver_type = REC_TYPE(waiver, 23, "提醒处理", .indexes = waiver_indexes,
	.nindexes = COUNT(waiver_indexes), .owner = "family", .unit = "org", .title = "rule", .duty = "visit",
	.check = waiver_check);
