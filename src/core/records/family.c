/* family.c - 家庭 (一户一档): the file everything else belongs to. */
#include "core/records/types.h"

#include "base/str.h"
#include "core/office/means.h"
#include "core/records/names.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field family_fields[] = {
	FIELD(family, 1, file_no, .label = "档案编号", .sens = 1, .flags = F_COMPUTED),
	FIELD(family, 2, hh_code, .label = "户编码", .sens = 2, .max = 18,
		.hint = "全员人口表的18位户编码，导入核对用"),
	FIELD(family, 3, kind, .label = "家庭类别", .of = "FAMILY_KIND", .sens = 3, .weight = 8,
		.flags = F_DATED, .since = "kind_since",
		.evidence = "kind_evidence"),
	FIELD(family, 4, head, .label = "户主", .of = "person", .sens = 2, .flags = F_DATED),
	FIELD(family, 5, community, .label = "所属社区", .of = "org", .sens = 1, .weight = 6,
		.flags = F_REQUIRED | F_DATED | F_WITHIN | F_HERE),
	FIELD(family, 6, hukou_addr, .label = "户籍地址", .sens = 2, .max = 80),
	FIELD(family, 7, live_addr, .label = "现住地址", .sens = 2, .max = 80, .weight = 8,
		.hint = "可写 惠民家园12-3-501，楼号单元自动分开"),
	FIELD(family, 8, place, .label = "小区", .sens = 2, .max = 20),
	FIELD(family, 9, building, .label = "楼", .sens = 2, .max = 6),
	FIELD(family, 10, unit, .label = "单元", .sens = 2, .max = 6),
	FIELD(family, 11, room, .label = "室", .sens = 2, .max = 6),
	FIELD(family, 12, grid, .label = "网格", .sens = 1, .max = 12),
	FIELD(family, 13, separated, .label = "人户分离", .sens = 2),
	FIELD(family, 14, phone1, .label = "联系电话", .sens = 2, .weight = 8),
	FIELD(family, 15, phone1_owner, .label = "机主", .sens = 2, .max = 20),
	FIELD(family, 16, phone2, .label = "电话二", .sens = 2),
	FIELD(family, 17, phone2_owner, .label = "电话二机主", .sens = 2, .max = 20),
	FIELD(family, 18, phone3, .label = "电话三", .sens = 2),
	FIELD(family, 19, phone3_owner, .label = "电话三机主", .sens = 2, .max = 20),
	FIELD(family, 20, emergency_name, .label = "紧急联系人", .sens = 2, .max = 20, .weight = 6),
	FIELD(family, 21, emergency_relation, .label = "与本户关系", .of = "RELATION", .sens = 2),
	FIELD(family, 22, emergency_phone, .label = "紧急电话", .sens = 2, .weight = 5),
	FIELD(family, 23, key_holder, .label = "备用钥匙", .sens = 3, .max = 40),
	FIELD(family, 24, wish_mode, .label = "意愿联系方式", .of = "VISIT_MODE", .sens = 2,
		.weight = 4),
	FIELD(family, 25, wish_time, .label = "方便时段", .sens = 2, .max = 20),
	FIELD(family, 26, wish_no, .label = "不愿意事项", .of = "WISH_NO", .sens = 2, .weight = 4),
	FIELD(family, 27, care_level, .label = "关爱级别", .of = "CARE_LEVEL", .sens = 2,
		.flags = F_USUAL | F_DATED, .since = "care_since", .evidence = "care_reason"),
	FIELD(family, 28, care_reason, .label = "定级理由", .sens = 2, .max = 60),
	FIELD(family, 29, care_since, .label = "定级日期", .sens = 2, .flags = F_PAST),
	FIELD(family, 30, preset, .label = "约定方式", .of = "PRESET", .sens = 2,
		.hint = "与家庭约定、经主管同意的另一种联系频次", .flags = F_DATED | F_SUPERVISED, .since = "preset_from"),
	FIELD(family, 31, preset_from, .label = "约定起始", .sens = 2, .flags = F_SUPERVISED),
	FIELD(family, 32, care_flags, .label = "关爱情形", .of = "CARE_FLAG", .sens = 3, .flags = F_DATED),
	FIELD(family, 33, live_state, .label = "居住状况", .of = "LIVE_STATE", .sens = 2, .weight = 5),
	FIELD(family, 34, housing, .label = "住房", .of = "HOUSING", .sens = 2),
	FIELD(family, 35, heating, .label = "取暖方式", .of = "HEATING", .sens = 1),
	FIELD(family, 36, income_src, .label = "收入来源", .of = "INCOME_SRC", .sens = 3),
	FIELD(family, 37, income_month, .label = "月收入(元)", .sens = 3),
	FIELD(family, 38, dibao, .label = "低保特困", .of = "RELIEF", .sens = 2),
	FIELD(family, 39, needs_text, .label = "困难与需求", .sens = 2, .max = 300),
	FIELD(family, 40, care_will, .label = "养老意愿", .of = "CARE_WILL", .sens = 2),
	FIELD(family, 41, paper_box, .label = "纸质盒号", .sens = 1, .max = 20),
	FIELD(family, 42, card_given, .label = "知情卡发放", .sens = 1, .weight = 4,
		.flags = F_DATED | F_PAST,
		.since = "card_given"),
	FIELD(family, 43, opened, .label = "建档日期", .sens = 1, .flags = F_TODAY | F_DATED | F_PAST),
	FIELD(family, 44, closed, .label = "销档日期", .sens = 1, .flags = F_DATED | F_PAST | F_SUPERVISED,
		.since = "closed", .evidence = "close_reason"),
	FIELD(family, 45, close_reason, .label = "销档原因", .of = "CLOSE_REASON", .sens = 2,
		.flags = F_SUPERVISED),
	FIELD(family, 46, wish_note, .label = "其他意愿", .sens = 2, .max = 60),
	FIELD(family, 47, kind_since, .label = "类别起始", .sens = 2, .flags = F_PAST),
	FIELD(family, 48, kind_evidence, .label = "类别依据", .sens = 2, .max = 60,
		.hint = "变更家庭类别时写明凭据，如死亡证明、残疾人证"),
	FIELD(family, 49, days_off, .label = "不提醒的日子", .of = "CARE_DAY", .sens = 2),
	FIELD(family, 50, days_on, .label = "要提醒的日子", .of = "CARE_DAY", .sens = 2,
		.hint = "子女生日、忌日只在家庭同意后才提醒"),
	FIELD(family, 51, moved_from, .label = "迁入前住址", .sens = 2, .max = 80,
		.hint = "从外区迁入的写明原来在哪里，迁入日期就是建档日期"),
	FIELDS_VOID(990, 991),
};

static const struct index family_indexes[] = {
	{ .name = "file_no", .key = { "file_no" }, .unique = true },
	{ .name = "community", .key = { "community", "file_no" },
		.cover = { "opened", "closed", "kind", "kind_since" } },
};

/* A family belongs to a community.  Default number: community code and four digits, never used twice. */
static enum rc settle(struct check *c, struct family *f, struct err *e)
{
	const struct family *was = WAS(c, family);
	bool there = was && !rec_voided(&was->r) && was->community.id == f->community.id;
	struct org *org;
	struct rec *r;
	uint64_t n;
	str division_code;
	enum rc rc;

	if (!f->community.id || (f->file_no.n && there))
		return RC_OK;
	rc = snap_get(c->view, c->a, &org_type, f->community.id, &r, e);
	if (rc == RC_NOT_FOUND)
		return fail_at(e, "community", "所属社区不存在，请重新选择");
	TRY(rc);
	org = (struct org *)r;
	if (!code_means(c->lex->codes, org->level, MEANS_COMMUNITY))
		return fail_at(e, "community", "“%.*s”不是社区；家庭要落在社区上，请选下面的社区",
			STR_FMT(org->name));
	if (f->file_no.n)
		return RC_OK;
	division_code = org->code.s;
	TRY(view_next(c->view, arena_printf(c->a, "file:%.*s", STR_FMT(division_code)), &n, e));
	f->file_no = arena_printf(c->a, "%.*s-%04u", STR_FMT(division_code), (unsigned)n);
	return RC_OK;
}

static void split_address(struct check *c, struct family *f)
{
	const struct family *was = WAS(c, family);
	bool moved = was && !str_eq(was->live_addr, f->live_addr);
	struct place p;

	if (!f->live_addr.n || (f->place.n && !moved))
		return;
	if (was && moved && !(str_eq(was->place, f->place) && str_eq(was->building, f->building)))
		return; /* the parts were edited by hand as well */
	if (names_place(c->a, f->live_addr, &p)) {
		f->place = p.place;
		f->building = p.building;
		f->unit = p.unit;
		f->room = p.room;
	}
}

static const struct order family_order[] = {
	ORDER(opened, closed),
	ORDER(opened, card_given),
};

/* Opened again, by whatever road: nobody of it may stand in another open file by now. */
static enum rc open_again(struct check *c, const struct family *f, struct err *e)
{
	const struct family *was = WAS(c, family);
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	if (!was || f->closed.day || (!was->closed.day && !rec_voided(&was->r)))
		return RC_OK;
	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &person_type, .index = "family",
		.prefix = &VAL_REF(f->r.id), .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK) {
		struct rec *whole;

		TRY(snap_get(c->view, c->a, &person_type, r->id, &whole, e));
		rc = person_once(c, (struct person *)whole, f->r.id, e);
		if (rc == RC_INVALID) {
			e->field = "closed";
			return rc;
		}
		TRY(rc);
	}
	TRY_END(rc);
	return RC_OK;
}

static enum rc family_check(struct check *c, struct err *e)
{
	struct family *f = IS(c, family);
	const struct family *was = WAS(c, family);
	date today = moment_date(c->now);

	if (!f->opened.day)
		f->opened = today;
	if (!f->care_level.key.n)
		f->care_level = code_meant(c->lex->codes, MEANS_GREEN);
	if (was && !c->undoing && was->kind.key.n && !str_eq(was->kind.key, f->kind.key)) {
		if (!f->kind_evidence.n || str_eq(was->kind_evidence, f->kind_evidence))
			return fail_at(e, "kind_evidence", "变更家庭类别要写明依据，"
				"如“死亡证明”“残疾人证换发为四级”");
		if (f->kind_since.day == was->kind_since.day)
			f->kind_since = today;
	}
	if (was && !c->undoing && !str_eq(was->care_level.key, f->care_level.key)) {
		if (!f->care_reason.n || str_eq(was->care_reason, f->care_reason))
			return fail_at(e, "care_reason", "改关爱级别要写明理由");
		if (was->care_since.day == f->care_since.day)
			f->care_since = today;
	}
	if (f->preset.key.n && !f->preset_from.day)
		f->preset_from = today;
	if (f->closed.day && !f->close_reason.key.n)
		return fail_at(e, "close_reason", "销档要写明原因，档案不会删除，仍可查到");
	if (f->close_reason.key.n && !f->closed.day)
		f->closed = today;
	split_address(c, f);
	TRY(open_again(c, f, e));
	return settle(c, f, e);
}

const struct rec_type family_type =
	REC_TYPE(family, 3, "家庭", .indexes = family_indexes, .nindexes = COUNT(family_indexes),
		.orders = family_order, .norders = COUNT(family_order), .owner = "",
		.title = "file_no", .duty = "family", .check = family_check);
