/* glass.c - 紧急查看: somebody had all of a family in clear for a few hours, and why; written by the act alone. */
#include "core/records/types.h"

static const struct field glass_fields[] = {
	FIELD(glass, 1, family, .label = "家庭", .of = "family", .sens = 1, .flags = F_REQUIRED | F_COMPUTED),
	FIELD(glass, 2, by, .label = "查看人", .of = "worker", .sens = 1, .flags = F_REQUIRED | F_ME | F_COMPUTED),
	FIELD(glass, 3, from, .label = "从", .sens = 1, .flags = F_REQUIRED | F_COMPUTED),
	FIELD(glass, 4, until, .label = "到", .sens = 1, .flags = F_REQUIRED | F_COMPUTED),
	FIELD(glass, 5, reason, .label = "原因", .of = "LOOK_WHY", .sens = 1, .flags = F_REQUIRED | F_COMPUTED),
	FIELD(glass, 6, words, .label = "说明", .sens = 2, .flags = F_COMPUTED, .max = 60),
	FIELDS_VOID(990, 991),
};

static const struct index glass_indexes[] = {
	{ .name = "family", .key = { "family", "from" } },
	{ .name = "by", .key = { "by", "until" }, .cover = { "family" } },
	{ .name = "from", .key = { "from" }, .cover = { "family" } },
};

/* No duty: nobody writes, changes or takes back one by hand. */
const struct rec_type glass_type = REC_TYPE(glass, 61, "紧急查看", .indexes = glass_indexes,
	.nindexes = COUNT(glass_indexes), .owner = "family", .title = "from");
