/* liaison.c - 联系群众: which cadre or representative is there for which association or member, and that they spoke. */
#include "core/records/organisation.h"

#include "store/store.h"

static const struct field liaison_fields[] = {
	FIELD(liaison, 1, worker, .label = "干部", .of = "worker", .flags = F_ME, .hint = "干部和会员代表只填一个"),
	FIELD(liaison, 2, seat, .label = "会员代表", .of = "seat"),
	FIELD(liaison, 3, node, .label = "基层协会", .of = "org", .flags = F_WITHIN, .hint = "联系一个协会，或者联系一位会员"),
	FIELD(liaison, 4, member, .label = "会员", .of = "member", .flags = F_WITHIN),
	FIELD(liaison, 5, org, .label = "所在组织", .of = "org", .flags = F_COMPUTED),
	FIELD(liaison, 6, from, .label = "起", .flags = F_TODAY | F_PAST),
	FIELD(liaison, 7, to, .label = "止", .flags = F_PAST),
	FIELD(liaison, 8, why, .label = "结束原因", .sens = 1, .max = 40),
	FIELDS_VOID(990, 991),
};

static const struct index liaison_indexes[] = {
	{ .name = "org", .key = { "org", "from" }, .cover = { "worker", "seat", "node", "member", "to" } },
	{ .name = "node", .key = { "node", "from" }, .cover = { "to" } },
	{ .name = "member", .key = { "member", "from" }, .cover = { "to" } },
	{ .name = "worker", .key = { "worker", "from" }, .cover = { "to" } },
};

static const struct order liaison_order[] = {
	ORDER(from, to),
};

static enum rc liaison_check(struct check *c, struct err *e)
{
	struct liaison *l = IS(c, liaison);
	struct rec *m;
	enum rc rc;

	if (!l->worker.id == !l->seat.id)
		return fail_at(e, l->worker.id ? "seat" : "worker", "谁去联系：干部和会员代表只填一个");
	if (!l->node.id == !l->member.id)
		return fail_at(e, "node", l->node.id ? "“基层协会”和“会员”只填一个：一条联系只对着一边"
			: "要写明联系谁：一个基层协会，或者一位会员");
	l->org = l->node;
	if (l->node.id)
		return RC_OK;
	rc = snap_get(c->view, c->a, &member_type, l->member.id, &m, e);
	if (rc == RC_NOT_FOUND)
		return fail_at(e, "member", "没有这位会员，请重新选择");
	TRY(rc);
	l->org = ((struct member *)m)->org;
	return RC_OK;
}

const struct rec_type liaison_type = REC_TYPE(liaison, 47, "联系群众", .indexes = liaison_indexes,
	.nindexes = COUNT(liaison_indexes), .orders = liaison_order, .norders = COUNT(liaison_order), .unit = "org",
	.title = "from", .duty = "members", .check = liaison_check);

static const struct field call_fields[] = {
	FIELD(call, 1, liaison, .label = "哪一条联系", .of = "liaison", .flags = F_REQUIRED),
	FIELD(call, 2, org, .label = "所在组织", .of = "org", .flags = F_COMPUTED),
	FIELD(call, 3, on, .label = "日期", .flags = F_REQUIRED | F_TODAY | F_PAST),
	FIELD(call, 4, mode, .label = "方式", .of = "VISIT_MODE", .flags = F_REQUIRED),
	FIELD(call, 5, note, .label = "谈了什么", .sens = 1, .max = 300),
	FIELD(call, 6, by, .label = "记录人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELDS_VOID(990, 991),
};

static const struct index call_indexes[] = {
	{ .name = "liaison", .key = { "liaison", "on" }, .cover = { "mode" } },
	{ .name = "on", .key = { "on" }, .cover = { "org" } },
};

static enum rc call_check(struct check *c, struct err *e)
{
	struct call *x = IS(c, call);
	struct rec *l;
	enum rc rc;

	if (!x->liaison.id)
		return RC_OK;
	rc = snap_get(c->view, c->a, &liaison_type, x->liaison.id, &l, e);
	if (rc == RC_NOT_FOUND)
		return fail_at(e, "liaison", "没有这一条联系，请重新选择");
	TRY(rc);
	x->org = ((struct liaison *)l)->org;
	if (x->on.day < ((struct liaison *)l)->from.day)
		return fail_at(e, "on", "这条联系从%.*s起，早于那天的不能记在这里",
			STR_FMT(date_text(c->a, ((struct liaison *)l)->from)));
	return RC_OK;
}

const struct rec_type call_type = REC_TYPE(call, 48, "联系群众记录", .indexes = call_indexes,
	.nindexes = COUNT(call_indexes), .unit = "org", .title = "on", .duty = "members", .check = call_check);
