/* worker.c - 工作人员/联系人: the people looked up most. */
#include "core/records/types.h"

#include "core/records/names.h"

static const struct field worker_fields[] = {
	FIELD(worker, 1, name, .label = "姓名", .flags = F_REQUIRED | F_NAME, .max = 20),
	FIELD(worker, 2, py, .label = "拼音首字母", .max = 20, .hint = "自动生成，多音字可改"),
	FIELD(worker, 3, sex, .label = "性别", .of = "SEX", .sens = 1),
	FIELD(worker, 4, org, .label = "所在单位", .of = "org", .flags = F_REQUIRED | F_DATED),
	FIELD(worker, 5, post, .label = "职务", .of = "POST", .flags = F_LIVE),
	FIELD(worker, 6, staff_kind, .label = "用工类别", .of = "STAFF_KIND", .flags = F_USUAL),
	FIELD(worker, 7, mobile, .label = "手机", .hint = "工作号码，登录后人人可见"),
	FIELD(worker, 8, tel, .label = "座机"),
	FIELD(worker, 9, wechat, .label = "微信", .sens = 1, .max = 30),
	FIELD(worker, 10, duty_time, .label = "值守时间", .max = 30),
	FIELD(worker, 11, substitute, .label = "代班人", .of = "worker"),
	FIELD(worker, 12, on_from, .label = "到岗日期", .flags = F_TODAY | F_DATED,
		.since = "on_from"),
	FIELD(worker, 13, on_to, .label = "离岗日期", .flags = F_DATED,
		.since = "on_to"),
	FIELD(worker, 14, away_from, .label = "临时离岗起", .sens = 1),
	FIELD(worker, 15, away_to, .label = "临时离岗止", .sens = 1),
	FIELD(worker, 16, grassroots_years, .label = "基层年限", .sens = 1, .most = 80, .unit = "年"),
	FIELD(worker, 17, id_no, .label = "身份证号", .sens = 3, .flags = F_OFF),
	FIELD(worker, 18, login, .label = "登录名", .sens = 1, .max = 32, .flags = F_RANK),
	FIELD(worker, 19, role, .label = "角色", .of = "ROLE", .sens = 1, .flags = F_USUAL | F_RANK),
	FIELD(worker, 20, term_end, .label = "挂职期满"),
	FIELDS_VOID(990, 991),
};

static const struct index worker_indexes[] = {
	{ .name = "name", .key = { "name" }, .cover = { "name", "py", "org", "on_to" } },
	{ .name = "login", .key = { "login" }, .unique = true },
	{ .name = "substitute", .key = { "substitute" }, .cover = { "away_from", "away_to" } },
	{ .name = "org", .key = { "org", "name" }, .cover = { "on_to" } },
};

static const struct order worker_order[] = {
	ORDER(on_from, on_to),
	ORDER(on_from, term_end),
	ORDER(away_from, away_to),
};

static enum rc worker_check(struct check *c, struct err *e)
{
	struct worker *w = IS(c, worker);
	const struct worker *was = WAS(c, worker);

	names_fill_py(c->a, w->name, was ? was->name : S(""), was ? was->py : S(""), &w->py);
	if (!w->on_from.day)
		w->on_from = moment_date(c->now);
	if (!w->mobile.s.n && !w->tel.s.n)
		return fail_at(e, "mobile", "手机和座机至少填一个：群众和同事要靠它找到%.*s",
			STR_FMT(w->name));
	if (w->substitute.id && w->substitute.id == w->r.id)
		return fail_at(e, "substitute", "代班人不能是本人，请另选一位");
	return RC_OK;
}

const struct rec_type worker_type =
	REC_TYPE(worker, 2, "工作人员", .indexes = worker_indexes,
		.nindexes = COUNT(worker_indexes), .orders = worker_order,
		.norders = COUNT(worker_order), .unit = "org", .open = true, .title = "name", .duty = "worker",
		.check = worker_check);
