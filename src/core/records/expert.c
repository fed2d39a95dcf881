/* expert.c - 健康教育专家库: who can be asked to speak or to help, about what. */
#include "core/records/organisation.h"

#include "core/records/names.h"

static const struct field expert_fields[] = {
	FIELD(expert, 1, name, .label = "姓名", .flags = F_REQUIRED | F_NAME, .max = 20),
	FIELD(expert, 2, py, .label = "拼音首字母", .max = 20, .hint = "自动生成，多音字可改"),
	FIELD(expert, 3, sex, .label = "性别", .of = "SEX", .sens = 1),
	FIELD(expert, 4, field, .label = "专业", .of = "EXPERT_FIELD", .flags = F_REQUIRED),
	FIELD(expert, 5, skills, .label = "能帮的忙", .of = "SKILL", .hint = "给家庭找帮手时按这一栏找"),
	FIELD(expert, 6, org, .label = "所在组织", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(expert, 7, workplace, .label = "工作单位", .flags = F_REQUIRED, .max = 40),
	FIELD(expert, 8, rank, .label = "职称职务", .max = 20),
	FIELD(expert, 9, phone, .label = "电话", .sens = 1),
	FIELD(expert, 10, topics, .label = "愿意讲的题目", .max = 100),
	FIELD(expert, 11, from, .label = "聘任", .flags = F_TODAY),
	FIELD(expert, 12, to, .label = "聘任到"),
	FIELD(expert, 13, note, .label = "备注", .sens = 1, .max = 100),
	FIELDS_VOID(990, 991),
};

static const struct index expert_indexes[] = {
	{ .name = "name", .key = { "name" }, .cover = { "py", "org", "to" } },
	{ .name = "org", .key = { "org", "name" }, .cover = { "to" } },
};

static const struct order expert_order[] = {
	ORDER(from, to),
};

static enum rc expert_check(struct check *c, struct err *e)
{
	struct expert *x = IS(c, expert);
	const struct expert *was = WAS(c, expert);

	(void)e;
	names_fill_py(c->a, x->name, was ? was->name : S(""), was ? was->py : S(""), &x->py);
	return RC_OK;
}

const struct rec_type expert_type = REC_TYPE(expert, 46, "专家", .indexes = expert_indexes,
	.nindexes = COUNT(expert_indexes), .orders = expert_order, .norders = COUNT(expert_order), .unit = "org",
	.title = "name", .duty = "members", .check = expert_check);
