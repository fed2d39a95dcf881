/* gift.c - 慰问: campaigns, what a family was given, by whom, from which fund. */
#include "core/records/types.h"

#include "core/office/means.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field campaign_fields[] = {
	FIELD(campaign, 1, name, .label = "名称", .flags = F_REQUIRED, .max = 30),
	FIELD(campaign, 2, occasion, .label = "事由", .of = "OCCASION", .flags = F_REQUIRED),
	FIELD(campaign, 3, window_from, .label = "起", .flags = F_REQUIRED),
	FIELD(campaign, 4, window_to, .label = "止", .flags = F_REQUIRED),
	FIELD(campaign, 5, scope, .label = "范围", .max = 100,
		.hint = "查找的写法，如 北山 level:红；空着就是全部"),
	FIELD(campaign, 6, org, .label = "组织单位", .of = "org"),
	FIELD(campaign, 7, gifts, .label = "节日慰问",
		.hint = "是：不愿节日慰问的家庭不排", .flags = F_USUAL),
	FIELD(campaign, 8, cash, .label = "慰问金(元)"),
	FIELD(campaign, 9, goods, .label = "慰问品", .of = "GIFT_ITEM"),
	FIELD(campaign, 10, fund, .label = "经费来源", .of = "FUND_SRC"),
	FIELD(campaign, 11, closed, .label = "结束", .flags = F_PAST),
	FIELDS_VOID(990, 991),
};

static const struct index campaign_indexes[] = {
	{ .name = "from", .key = { "window_from" }, .cover = { "window_to", "name", "closed" } },
};

static const struct order campaign_order[] = {
	ORDER(window_from, window_to),
	ORDER(window_from, closed),
};

const struct rec_type campaign_type = REC_TYPE(campaign, 19, "专项", .indexes = campaign_indexes,
	.nindexes = COUNT(campaign_indexes), .orders = campaign_order,
	.norders = COUNT(campaign_order), .unit = "org", .open = true, .title = "name", .duty = "campaign");

static const struct field gift_fields[] = {
	FIELD(gift, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(gift, 2, campaign, .label = "专项", .of = "campaign", .sens = 1),
	FIELD(gift, 3, on, .label = "日期", .sens = 1, .flags = F_REQUIRED | F_TODAY | F_PAST),
	FIELD(gift, 4, items, .label = "慰问品", .of = "GIFT_ITEM", .sens = 2),
	FIELD(gift, 5, goods, .label = "其他物品", .sens = 2, .max = 40),
	FIELD(gift, 6, cash, .label = "慰问金(元)", .sens = 2),
	FIELD(gift, 7, value, .label = "物品折价(元)", .sens = 2),
	FIELD(gift, 8, by, .label = "送达人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(gift, 9, signed_by, .label = "签收人", .sens = 2, .max = 20),
	FIELD(gift, 10, proxy_relation, .label = "代签关系", .of = "RELATION", .sens = 2),
	FIELD(gift, 11, fund, .label = "经费来源", .of = "FUND_SRC", .sens = 1),
	FIELD(gift, 12, task, .label = "六项任务", .of = "SIX_TASK", .sens = 1, .flags = F_USUAL),
	FIELDS_VOID(990, 991),
};

static const struct index gift_indexes[] = {
	{ .name = "family", .key = { "family", "on" }, .cover = { "campaign" } },
	{ .name = "campaign", .key = { "campaign", "family" }, .cover = { "on", "by", "cash" } },
	{ .name = "fund", .key = { "fund", "task", "on" }, .cover = { "cash", "value", "family" } },
};

static enum rc given_twice(struct check *c, const struct gift *g, struct err *e)
{
	const val key[] = { VAL_REF(g->campaign.id), VAL_REF(g->family.id) };
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &gift_type, .index = "campaign",
		.prefix = key, .nprefix = COUNT(key) }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		if (r->id != g->r.id)
			return fail_at(e, "campaign", "这户在这个专项里%.*s已经发过，请不要重复登记",
				STR_FMT(date_text(c->a, ((const struct gift *)r)->on)));
	TRY_END(rc);
	return RC_OK;
}

/* Is it given in its campaign just now?  What comes from a file that goes on in this one was given before,
 * even if both had been given something. */
static enum rc gives(struct check *c, const struct gift *was, const struct gift *is, bool *out,
	struct err *e)
{
	struct rec *from;

	*out = !was || rec_voided(&was->r) || was->campaign.id != is->campaign.id;
	if (*out || was->family.id == is->family.id)
		return RC_OK;
	TRY(snap_get(c->view, c->a, &family_type, was->family.id, &from, e));
	*out = !code_means(c->lex->codes, ((struct family *)from)->close_reason, MEANS_CLOSED_MERGED);
	return RC_OK;
}

/* What the campaign gives is what this family gets, unless something else was written. */
static enum rc gift_check(struct check *c, struct err *e)
{
	struct gift *g = IS(c, gift);
	code other = code_meant(c->lex->codes, MEANS_OTHER_FUND);
	struct campaign *p;
	struct rec *r;
	bool given;
	enum rc rc;

	if (!g->campaign.id) {
		if (!g->fund.key.n)
			g->fund = other;
		return RC_OK;
	}
	rc = snap_get(c->view, c->a, &campaign_type, g->campaign.id, &r, e);
	if (rc == RC_NOT_FOUND || (rc == RC_OK && rec_voided(r)))
		return fail_at(e, "campaign", "没有这个专项，请重新选择");
	TRY(rc);
	TRY(gives(c, WAS(c, gift), g, &given, e));
	if (given)
		TRY(given_twice(c, g, e));
	p = (struct campaign *)r;
	if (c->was)
		return RC_OK;
	if (!g->cash.set)
		g->cash = p->cash;
	if (!g->items.keys.n)
		g->items = p->goods;
	if (!g->fund.key.n)
		g->fund = p->fund.key.n ? p->fund : other;
	return RC_OK;
}

const struct rec_type gift_type = REC_TYPE(gift, 20, "慰问", .indexes = gift_indexes,
	.nindexes = COUNT(gift_indexes), .owner = "family", .title = "on", .duty = "visit",
	.check = gift_check);
