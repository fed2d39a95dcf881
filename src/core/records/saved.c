/* saved.c - 存的名单: a list as somebody narrowed and ordered it, under a name, for their unit and all above and below. */
#include "core/records/types.h"

static const struct field saved_fields[] = {
	FIELD(saved, 1, name, .label = "名称", .flags = F_REQUIRED, .max = 60),
	FIELD(saved, 2, list, .label = "名单", .flags = F_REQUIRED | F_COMPUTED, .max = 40),
	FIELD(saved, 3, screen, .label = "画面", .flags = F_COMPUTED, .max = 40),
	FIELD(saved, 4, filter, .label = "筛选", .max = 200),
	FIELD(saved, 5, sort, .label = "次序", .max = 40),
	FIELD(saved, 6, org, .label = "单位", .of = "org"),
	FIELD(saved, 7, by, .label = "谁存的", .of = "worker", .flags = F_ME),
	FIELDS_VOID(990, 991),
};

static const struct index saved_indexes[] = {
	{ .name = "name", .key = { "name" }, .cover = { "org" } },
};

const struct rec_type saved_type = REC_TYPE(saved, 70, "存的名单", .indexes = saved_indexes,
	.nindexes = COUNT(saved_indexes), .unit = "org", .title = "name", .duty = "visit");
