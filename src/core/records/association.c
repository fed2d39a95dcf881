/* association.c - 协会组织: one a node, its term, what it has; and the seats of its bodies. */
#include "core/records/organisation.h"

#include "core/records/names.h"
#include "store/store.h"

static const struct field association_fields[] = {
	FIELD(association, 1, node, .label = "所在组织", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(association, 2, name, .label = "名称", .max = 40, .hint = "不写就是 组织名+计划生育协会"),
	FIELD(association, 3, founded, .label = "成立日期", .flags = F_PAST),
	FIELD(association, 4, term, .label = "届次", .least = 1, .most = 99, .hint = "第几届"),
	FIELD(association, 5, term_from, .label = "本届起", .flags = F_PAST),
	FIELD(association, 6, term_end, .label = "届满日期"),
	FIELD(association, 7, have, .label = "四有", .of = "FOUR_HAVE"),
	FIELD(association, 8, note, .label = "备注", .max = 100),
	FIELD(association, 9, ended, .label = "撤销日期", .flags = F_PAST),
	FIELDS_VOID(990, 991),
};

static const struct index association_indexes[] = {
	{ .name = "node", .key = { "node" }, .cover = { "term", "term_end", "ended" }, .unique = true },
};

static const struct order association_order[] = {
	ORDER(founded, ended),
	ORDER(term_from, term_end),
};

static enum rc association_check(struct check *c, struct err *e)
{
	struct association *as = IS(c, association);
	struct rec *r;
	enum rc rc;

	if (as->name.n || !as->node.id)
		return RC_OK;
	rc = snap_get(c->view, c->a, &org_type, as->node.id, &r, e);
	if (rc == RC_NOT_FOUND)
		return fail_at(e, "node", "没有这个组织，请重新选择");
	TRY(rc);
	as->name = arena_printf(c->a, "%.*s计划生育协会", STR_FMT(((struct org *)r)->name));
	return RC_OK;
}

const struct rec_type association_type = REC_TYPE(association, 40, "协会组织",
	.indexes = association_indexes, .nindexes = COUNT(association_indexes), .orders = association_order,
	.norders = COUNT(association_order), .open = true, .unit = "node", .title = "name", .duty = "association",
	.check = association_check);

static const struct field seat_fields[] = {
	FIELD(seat, 1, node, .label = "哪一级协会", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(seat, 2, body, .label = "席位", .of = "BODY", .flags = F_REQUIRED),
	FIELD(seat, 3, term, .label = "届次", .least = 1, .most = 99, .hint = "不写就是协会的本届"),
	FIELD(seat, 4, name, .label = "姓名", .flags = F_REQUIRED | F_NAME, .max = 20),
	FIELD(seat, 5, py, .label = "拼音首字母", .max = 20, .hint = "自动生成，多音字可改"),
	FIELD(seat, 6, sex, .label = "性别", .of = "SEX", .sens = 1),
	FIELD(seat, 7, kind, .label = "来自", .of = "COUNCIL_KIND", .flags = F_REQUIRED),
	FIELD(seat, 8, duty, .label = "会内职务", .max = 20),
	FIELD(seat, 9, workplace, .label = "工作单位", .max = 40),
	FIELD(seat, 10, phone, .label = "电话", .sens = 1),
	FIELD(seat, 11, from, .label = "任职", .flags = F_REQUIRED | F_TODAY),
	FIELD(seat, 12, to, .label = "离任"),
	FIELDS_VOID(990, 991),
};

static const struct index seat_indexes[] = {
	{ .name = "node", .key = { "node", "body", "from" }, .cover = { "to", "term", "kind" } },
};

static const struct order seat_order[] = {
	ORDER(from, to),
};

/* Whoever is elected belongs to the term that runs. */
static enum rc this_term(struct check *c, struct seat *st, struct err *e)
{
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	if (st->term.set || !st->node.id)
		return RC_OK;
	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &association_type, .index = "node",
		.prefix = &VAL_REF(st->node.id), .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		st->term = ((const struct association *)r)->term;
	TRY_END(rc);
	return RC_OK;
}

static enum rc seat_check(struct check *c, struct err *e)
{
	struct seat *st = IS(c, seat);
	const struct seat *was = WAS(c, seat);

	names_fill_py(c->a, st->name, was ? was->name : S(""), was ? was->py : S(""), &st->py);
	return this_term(c, st, e);
}

const struct rec_type seat_type = REC_TYPE(seat, 41, "席位", .indexes = seat_indexes,
	.nindexes = COUNT(seat_indexes), .orders = seat_order, .norders = COUNT(seat_order), .unit = "node",
	.title = "name", .duty = "association", .check = seat_check);
