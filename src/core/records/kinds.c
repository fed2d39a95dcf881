/* kinds.c - the table of record types: what may become of their records. */
#include "core/records/kinds.h"

#include "base/str.h"

static const struct rec_kind kinds[] = {
	{ .type = &org_type, .voids = VOID_NO, .instead = "组织不作废：请填停用日期和并入" },
	{ .type = &worker_type, .voids = VOID_NO, .instead = "工作人员不作废：请填离岗日期，过去的安排才查得到" },
	{ .type = &family_type, .voids = VOID_NO, .instead = "家庭档案不作废，只销档：请填销档日期和销档原因" },
	{ .type = &status_type, .voids = VOID_NO, .instead = "状态变更不作废：过去的月份靠它；改错了请把那条记录改回来，日期不对请主管改生效日期", .follows = true },
	{ .type = &frozen_type, .voids = VOID_NO, .instead = "上报的报表不作废：不对的由上级退回，刚上报的可以撤销" },
	{ .type = &ruleset_type, .voids = VOID_NO, .instead = "过去的月份要按当时的规则算，用过的规则不作废：请改 care.yaml" },
	{ .type = &glass_type, .voids = VOID_NO, .instead = "紧急查看不作废：到时自己结束，主管和日志要看得到" },
};

const struct rec_kind *kind_of(const struct rec_type *t)
{
	static const struct rec_kind usual = { .voids = VOID_MARK };

	for (size_t i = 0; i < COUNT(kinds); i++)
		if (kinds[i].type->tag == t->tag)
			return &kinds[i];
	return &usual;
}

static bool holds(const struct field *f)
{
	return (f->kind == K_REF || f->kind == K_REFS) && !(f->flags & (F_COMPUTED | F_ORIGIN));
}

static const char *index_of(const struct rec_type *t, const struct field *f)
{
	for (uint32_t i = 0; f->kind == K_REF && i < t->nindexes; i++)
		if (str_is(str_of(f->name), t->indexes[i].key[0]))
			return t->indexes[i].name;
	return NULL;
}

void kind_pointed_by(struct arena *a, const struct rec_type *const *types, const struct rec_type *of,
	struct pointers *out)
{
	*out = (struct pointers){ 0 };
	for (; *types; types++)
		for EACH_FIELD(f, *types)
			if (holds(f) && field_aims(f, of))
				*vec_add(a, out) = (struct pointer){ *types, f, index_of(*types, f) };
}
