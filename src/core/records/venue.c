/* venue.c - 阵地: where the association meets people, what the place has; and 培训: who of its workers came. */
#include "core/records/organisation.h"

static const struct field venue_fields[] = {
	FIELD(venue, 1, name, .label = "名称", .flags = F_REQUIRED, .max = 40),
	FIELD(venue, 2, kind, .label = "阵地类别", .of = "VENUE_KIND", .flags = F_REQUIRED),
	FIELD(venue, 3, org, .label = "所在组织", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(venue, 4, address, .label = "地址", .max = 60),
	FIELD(venue, 5, area, .label = "面积(平方米)", .least = 1, .most = 100000),
	FIELD(venue, 6, opening, .label = "开放时间", .max = 40),
	FIELD(venue, 7, owner, .label = "产权单位", .max = 40),
	FIELD(venue, 8, shared, .label = "共建共用", .max = 60, .hint = "和哪些单位一起用"),
	FIELD(venue, 9, have, .label = "四有", .of = "FOUR_HAVE"),
	FIELD(venue, 10, six, .label = "六有", .of = "SIX_HAVE", .hint = "暖心家园要的"),
	FIELD(venue, 11, founded, .label = "建成日期", .flags = F_PAST),
	FIELD(venue, 12, ended, .label = "停用日期", .flags = F_PAST),
	FIELD(venue, 13, note, .label = "备注", .max = 100),
	FIELDS_VOID(990, 991),
};

static const struct index venue_indexes[] = {
	{ .name = "org", .key = { "org", "name" }, .cover = { "kind", "ended" } },
};

static const struct order venue_order[] = {
	ORDER(founded, ended),
};

const struct rec_type venue_type = REC_TYPE(venue, 49, "阵地", .indexes = venue_indexes,
	.nindexes = COUNT(venue_indexes), .orders = venue_order, .norders = COUNT(venue_order), .open = true, .unit = "org",
	.title = "name", .duty = "members");

static const struct field training_fields[] = {
	FIELD(training, 1, topic, .label = "培训内容", .flags = F_REQUIRED, .max = 40),
	FIELD(training, 2, on, .label = "日期", .flags = F_REQUIRED | F_TODAY),
	FIELD(training, 3, org, .label = "举办单位", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(training, 4, hours, .label = "学时", .least = 1, .most = 200),
	FIELD(training, 5, trainer, .label = "主讲", .max = 40),
	FIELD(training, 6, workers, .label = "参加人员", .of = "worker"),
	FIELD(training, 7, note, .label = "备注", .max = 100),
	FIELDS_VOID(990, 991),
};

static const struct index training_indexes[] = {
	{ .name = "on", .key = { "on" }, .cover = { "org" } },
};

/* Who came is known on the day. */
static enum rc training_check(struct check *c, struct err *e)
{
	const struct training *t = IS(c, training);

	if (t->workers.ids.n && t->on.day > moment_date(c->now).day)
		return fail_at(e, "workers", "培训在%.*s，还没有开：谁来了到那天再填", STR_FMT(date_text(c->a, t->on)));
	return RC_OK;
}

const struct rec_type training_type = REC_TYPE(training, 50, "培训", .indexes = training_indexes,
	.nindexes = COUNT(training_indexes), .unit = "org", .title = "topic", .duty = "members",
	.check = training_check);
