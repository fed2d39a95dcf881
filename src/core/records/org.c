/* org.c - 组织/区划节点: the tree every family, worker and list hangs on. */
#include "core/records/types.h"

#include "base/str.h"
#include "core/office/means.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field org_fields[] = {
	FIELD(org, 1, code, .label = "区划代码", .flags = F_REQUIRED,
		.hint = "区6位、街道9位、社区12位；可按12位补零输入"),
	FIELD(org, 2, name, .label = "名称", .flags = F_REQUIRED, .max = 30),
	FIELD(org, 3, short_name, .label = "简称", .max = 8, .hint = "档案编号用：梧桐-7"),
	FIELD(org, 4, level, .label = "层级", .of = "ORG_LEVEL"),
	FIELD(org, 5, kind, .label = "类别", .of = "ORG_KIND"),
	FIELD(org, 6, parent, .label = "上级", .of = "org"),
	FIELD(org, 7, valid_from, .label = "启用日期"),
	FIELD(org, 8, valid_to, .label = "停用日期"),
	FIELD(org, 9, successor, .label = "并入", .of = "org", .flags = F_DATED),
	FIELD(org, 10, alias, .label = "曾用名", .hint = "旧社区名，查找时也认：一社区、二社区"),
	FIELD(org, 11, phone, .label = "办公电话"),
	FIELD(org, 12, address, .label = "地址", .max = 60),
	FIELDS_VOID(990, 991),
};

static const struct index org_indexes[] = {
	{ .name = "code", .key = { "code" }, .cover = { "name", "short_name" }, .unique = true },
};

static const struct order org_order[] = {
	ORDER(valid_from, valid_to),
};

/* Levels by the length of the code: 6 district, 9 street, 12 community. */
static enum rc org_check(struct check *c, struct err *e)
{
	struct org *o = IS(c, org);
	uint32_t n = o->code.s.n;

	if (o->successor.id && o->successor.id == o->r.id)
		return fail_at(e, "successor", "不能并入自己，请另选");
	if (o->parent.id && o->parent.id == o->r.id)
		return fail_at(e, "parent", "上级不能是自己，请另选");
	if (!o->level.key.n)
		o->level = code_meant(c->lex->codes, n <= 6 ? MEANS_DISTRICT : n == 9 ? MEANS_STREET
			: n == 12 ? MEANS_COMMUNITY : MEANS_UNIT);
	if (!o->kind.key.n)
		o->kind.key = code_usual(codebook_find(c->lex->codes, S("ORG_KIND")));
	if (!o->short_name.n) {
		o->short_name = o->name;
		if (str_ends(o->name, S("社区")) || str_ends(o->name, S("街道")))
			o->short_name.n -= (uint32_t)strlen("社区");
	}
	return RC_OK;
}

const struct rec_type org_type =
	REC_TYPE(org, 1, "组织", .indexes = org_indexes, .nindexes = COUNT(org_indexes),
		.orders = org_order, .norders = COUNT(org_order), .unit = "", .open = true, .title = "name", .duty = "org",
		.check = org_check);
