/* member.c - 会员, their groups, and the households each member looks in on. */
#include "core/records/organisation.h"

#include "core/records/names.h"
#include "store/store.h"

static const struct field member_fields[] = {
	FIELD(member, 1, name, .label = "姓名", .flags = F_REQUIRED | F_NAME, .max = 20),
	FIELD(member, 2, py, .label = "拼音首字母", .max = 20, .hint = "自动生成，多音字可改"),
	FIELD(member, 3, sex, .label = "性别", .of = "SEX", .sens = 1),
	FIELD(member, 4, birth, .label = "出生日期", .sens = 2),
	FIELD(member, 5, phone, .label = "电话", .sens = 1),
	FIELD(member, 6, org, .label = "所在组织", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(member, 7, kind, .label = "会员类别", .of = "MEMBER_KIND", .flags = F_USUAL),
	FIELD(member, 8, joined, .label = "入会日期", .flags = F_TODAY | F_PAST),
	FIELD(member, 9, left, .label = "退会日期", .flags = F_PAST),
	FIELD(member, 10, skills, .label = "特长", .of = "SKILL"),
	FIELD(member, 11, group, .label = "会员小组", .of = "group"),
	FIELD(member, 12, address, .label = "住址", .sens = 2, .max = 60),
	FIELD(member, 13, place, .label = "小区", .sens = 2, .max = 30, .flags = F_COMPUTED),
	FIELD(member, 14, building, .label = "楼栋", .sens = 2, .max = 10, .flags = F_COMPUTED),
	FIELD(member, 15, grassroots, .label = "基层一线"),
	FIELD(member, 16, person, .label = "特殊家庭成员", .of = "person", .sens = 2,
		.hint = "本人就是服务对象的，选出是谁"),
	FIELD(member, 17, note, .label = "备注", .sens = 1, .max = 100),
	FIELD(member, 18, worker, .label = "登录的人", .of = "worker", .sens = 1, .flags = F_SUPERVISED,
		.hint = "会员自己登录的，选出是哪位；看得到联系的户"),
	FIELDS_VOID(990, 991),
};

static const struct index member_indexes[] = {
	{ .name = "org", .key = { "org", "name" }, .cover = { "left", "group" } },
	{ .name = "name", .key = { "name" }, .cover = { "py", "org", "left" } },
	{ .name = "group", .key = { "group", "name" }, .cover = { "left" } },
	{ .name = "worker", .key = { "worker" }, .cover = { "left" } },
};

static const struct order member_order[] = {
	ORDER(birth, joined),
	ORDER(joined, left),
};

static enum rc member_check(struct check *c, struct err *e)
{
	struct member *m = IS(c, member);
	const struct member *was = WAS(c, member);
	struct place p = { .place = { 0 } };

	(void)e;
	names_fill_py(c->a, m->name, was ? was->name : S(""), was ? was->py : S(""), &m->py);
	names_place(c->a, m->address, &p); /* an address without a building has no parts */
	m->place = p.place;
	m->building = p.building;
	return RC_OK;
}

const struct rec_type member_type = REC_TYPE(member, 43, "会员", .indexes = member_indexes,
	.nindexes = COUNT(member_indexes), .orders = member_order, .norders = COUNT(member_order), .unit = "org",
	.title = "name", .duty = "members", .check = member_check);

static const struct field group_fields[] = {
	FIELD(group, 1, name, .label = "名称", .flags = F_REQUIRED, .max = 30),
	FIELD(group, 2, org, .label = "所在组织", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(group, 3, leader, .label = "组长", .of = "member"),
	FIELD(group, 4, founded, .label = "成立日期", .flags = F_TODAY | F_PAST),
	FIELD(group, 5, ended, .label = "撤销日期", .flags = F_PAST),
	FIELDS_VOID(990, 991),
};

static const struct index group_indexes[] = {
	{ .name = "org", .key = { "org", "name" }, .cover = { "leader", "ended" } },
};

static const struct order group_order[] = {
	ORDER(founded, ended),
};

const struct rec_type group_type = REC_TYPE(group, 44, "会员小组", .indexes = group_indexes,
	.nindexes = COUNT(group_indexes), .orders = group_order, .norders = COUNT(group_order), .unit = "org",
	.title = "name", .duty = "members");

static const struct field link_fields[] = {
	FIELD(link, 1, member, .label = "会员", .of = "member", .flags = F_REQUIRED | F_WITHIN),
	FIELD(link, 2, family, .label = "家庭", .of = "family", .sens = 2),
	FIELD(link, 3, household, .label = "普通户", .sens = 2, .max = 30, .hint = "没有建档的家庭，写户主姓名"),
	FIELD(link, 4, address, .label = "住址", .sens = 2, .max = 60),
	FIELD(link, 5, phone, .label = "电话", .sens = 2),
	FIELD(link, 6, org, .label = "所在组织", .of = "org", .flags = F_COMPUTED),
	FIELD(link, 7, from, .label = "起", .flags = F_TODAY | F_PAST),
	FIELD(link, 8, to, .label = "止", .flags = F_PAST),
	FIELD(link, 9, why, .label = "结束原因", .sens = 1, .max = 40),
	FIELDS_VOID(990, 991),
};

static const struct index link_indexes[] = {
	{ .name = "member", .key = { "member", "from" }, .cover = { "family", "to" } },
	{ .name = "family", .key = { "family", "from" }, .cover = { "member", "to" } },
	{ .name = "org", .key = { "org", "from" }, .cover = { "member", "family", "to" } },
};

static const struct order link_order[] = {
	ORDER(from, to),
};

static enum rc link_check(struct check *c, struct err *e)
{
	struct link *l = IS(c, link);
	struct rec *m;
	enum rc rc;

	if (!l->family.id == !l->household.n)
		return fail_at(e, "family", l->family.id
			? "“家庭”和“普通户”只填一个：建了档的选家庭，没有建档的写普通户"
			: "要写明联系的是哪一户：建了档的选“家庭”，没有建档的写“普通户”");
	if (!l->member.id)
		return RC_OK;
	rc = snap_get(c->view, c->a, &member_type, l->member.id, &m, e);
	if (rc == RC_NOT_FOUND)
		return fail_at(e, "member", "没有这位会员，请重新选择");
	TRY(rc);
	l->org = ((struct member *)m)->org;
	return RC_OK;
}

/* A link to a family of ours lies where that family does, any other where its member does. */
const struct rec_type link_type = REC_TYPE(link, 45, "联系户", .indexes = link_indexes,
	.nindexes = COUNT(link_indexes), .orders = link_order, .norders = COUNT(link_order), .owner = "family",
	.unit = "org", .title = "from", .duty = "members", .check = link_check);
