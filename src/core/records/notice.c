/* notice.c - 网上计生协: notices, policies and hot-lines for the public. */
#include "core/records/organisation.h"

static const struct field notice_fields[] = {
	FIELD(notice, 1, title, .label = "标题", .flags = F_REQUIRED, .max = 60),
	FIELD(notice, 2, kind, .label = "类别", .of = "NOTICE_KIND", .flags = F_REQUIRED | F_USUAL),
	FIELD(notice, 3, text, .label = "内容", .flags = F_REQUIRED, .max = 2000, .hint = "谁都看得到：不写家庭和会员的姓名、电话、住址"),
	FIELD(notice, 4, node, .label = "哪里发的", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(notice, 5, from, .label = "从", .flags = F_REQUIRED | F_TODAY),
	FIELD(notice, 6, to, .label = "到", .hint = "最后一天；不写就一直有"),
	FIELDS_VOID(990, 991),
};

static const struct index notice_indexes[] = {
	{ .name = "from", .key = { "from" }, .cover = { "to", "node", "kind" } },
};

static const struct order notice_order[] = {
	ORDER(from, to),
};

const struct rec_type notice_type = REC_TYPE(notice, 56, "公告", .indexes = notice_indexes,
	.nindexes = COUNT(notice_indexes), .orders = notice_order, .norders = COUNT(notice_order), .unit = "node", .open = true,
	.title = "title", .duty = "members");

bool notice_in_force(const struct notice *n, date on)
{
	return n->from.day <= on.day && (!n->to.day || n->to.day >= on.day);
}
