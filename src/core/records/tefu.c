/* tefu.c - 特别扶助: how far the approval is and the yearly reviews; the program never pays.
 * Who is entitled to what is reckoned in eligible.c. */
#include "core/records/types.h"

static const struct field tefu_fields[] = {
	FIELD(tefu, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(tefu, 2, person, .label = "成员", .of = "person", .sens = 2, .flags = F_REQUIRED),
	FIELD(tefu, 3, kind, .label = "扶助类别", .of = "TEFU_KIND", .sens = 3, .flags = F_REQUIRED),
	FIELD(tefu, 4, applied, .label = "申请日期", .sens = 2, .flags = F_TODAY | F_PAST),
	FIELD(tefu, 5, village_review, .label = "社区评议", .sens = 2, .flags = F_PAST),
	FIELD(tefu, 6, posted_from, .label = "公示起", .sens = 2, .flags = F_PAST),
	FIELD(tefu, 7, posted_to, .label = "公示止", .sens = 2),
	FIELD(tefu, 8, street_review, .label = "街道审核", .sens = 2, .flags = F_PAST),
	FIELD(tefu, 9, district_confirm, .label = "区级确认", .sens = 2, .flags = F_PAST),
	FIELD(tefu, 10, first_month, .label = "首发月份", .sens = 2),
	FIELD(tefu, 11, stop_month, .label = "停发月份", .sens = 2),
	FIELD(tefu, 12, stop_reason, .label = "停发原因", .of = "CLOSE_REASON", .sens = 2),
	FIELD(tefu, 13, documents, .label = "已有材料", .of = "TEFU_DOC", .sens = 2),
	FIELDS_VOID(990, 991),
};

static const struct index tefu_indexes[] = {
	{ .name = "family", .key = { "family", "person" }, .cover = { "kind", "stop_month" } },
};

/* Each step after the one before it: asked, village, posted, street, district.  A step that was left
 * out binds those around it. */
static const struct order tefu_order[] = {
	ORDER(applied, village_review), ORDER(applied, posted_from),
	ORDER(applied, street_review), ORDER(applied, district_confirm),
	ORDER(village_review, posted_from), ORDER(village_review, street_review),
	ORDER(village_review, district_confirm), ORDER(posted_from, posted_to),
	ORDER(posted_to, street_review), ORDER(posted_to, district_confirm),
	ORDER(street_review, district_confirm), ORDER(district_confirm, first_month),
	ORDER(first_month, stop_month),
};

static enum rc tefu_check(struct check *c, struct err *e)
{
	struct tefu *t = IS(c, tefu);

	TRY(person_family(c, t->person, &t->family, e));
	if (t->stop_month.ym && !t->stop_reason.key.n)
		return fail_at(e, "stop_reason", "停发要写明原因");
	return RC_OK;
}

const struct rec_type tefu_type = REC_TYPE(tefu, 16, "特别扶助", .indexes = tefu_indexes,
	.nindexes = COUNT(tefu_indexes), .orders = tefu_order, .norders = COUNT(tefu_order),
	.owner = "family", .title = "applied", .duty = "family",
	.check = tefu_check);

static const struct field review_fields[] = {
	FIELD(review, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(review, 2, person, .label = "成员", .of = "person", .sens = 2, .flags = F_REQUIRED),
	FIELD(review, 3, tefu, .label = "特别扶助", .of = "tefu", .sens = 2),
	FIELD(review, 4, year, .label = "年度", .sens = 1, .least = 1949, .most = 2200),
	FIELD(review, 5, state, .label = "年审状态", .of = "REVIEW_STATE", .sens = 2, .flags = F_USUAL),
	FIELD(review, 6, by, .label = "审核人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(review, 7, on, .label = "日期", .sens = 1, .flags = F_TODAY | F_PAST),
	FIELD(review, 8, note, .label = "说明", .sens = 2, .max = 200),
	FIELDS_VOID(990, 991),
};

static const struct index review_indexes[] = {
	{ .name = "family", .key = { "family", "person", "year" }, .cover = { "state" } },
};

static enum rc review_check(struct check *c, struct err *e)
{
	struct review *r = IS(c, review);

	if (!r->on.day)
		r->on = moment_date(c->now);
	if (!r->year.set)
		r->year = (num){ true, date_ymd(r->on).y };
	return person_family(c, r->person, &r->family, e);
}

const struct rec_type review_type = REC_TYPE(review, 17, "特扶年审", .indexes = review_indexes,
	.nindexes = COUNT(review_indexes), .owner = "family", .title = "year", .duty = "family",
	.check = review_check);
