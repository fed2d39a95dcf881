/* budget.c - 预算 and 支出: by year, task and source. */
#include "core/records/organisation.h"

#include "rec/code.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field budget_fields[] = {
	FIELD(budget, 1, year, .label = "年度", .least = 2000, .most = 2200, .hint = "不写就是今年"),
	FIELD(budget, 2, org, .label = "单位", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(budget, 3, task, .label = "六项任务", .of = "SIX_TASK", .flags = F_REQUIRED),
	FIELD(budget, 4, fund, .label = "经费来源", .of = "FUND_SRC", .flags = F_REQUIRED),
	FIELD(budget, 5, amount, .label = "预算(元)", .flags = F_REQUIRED, .sens = 1),
	FIELD(budget, 6, note, .label = "备注", .max = 60),
	FIELD(budget, 7, name, .label = "名称", .flags = F_COMPUTED, .max = 60),
	FIELDS_VOID(990, 991),
};

static const struct index budget_indexes[] = {
	{ .name = "year", .key = { "year", "task", "fund", "org" }, .cover = { "amount" } },
};

/* One a year, task, source and unit: more would be added up. */
static enum rc given_twice(struct check *c, const struct budget *b, struct err *e)
{
	const val key[] = { { true, b->year.v, { 0 } }, { true, 0, b->task.key }, { true, 0, b->fund.key }, VAL_REF(b->org.id) };
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &budget_type, .index = "year", .prefix = key,
		.nprefix = COUNT(key) }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		if (r->id != b->r.id)
			return fail_at(e, "amount", "%.*s的预算已经有了（budget:%llu），请改那一条", STR_FMT(b->name),
				(unsigned long long)r->id);
	TRY_END(rc);
	return RC_OK;
}

static enum rc budget_check(struct check *c, struct err *e)
{
	struct budget *b = IS(c, budget);

	if (!b->year.set)
		b->year = (num){ true, date_ymd(moment_date(c->now)).y };
	if (b->amount.fen < 0)
		return fail_at(e, "amount", "预算不能小于0");
	b->name = arena_printf(c->a, "%d年%.*s %.*s", (int)b->year.v,
		STR_FMT(code_name(codebook_find(c->lex->codes, S("SIX_TASK")), b->task.key)),
		STR_FMT(code_name(codebook_find(c->lex->codes, S("FUND_SRC")), b->fund.key)));
	return given_twice(c, b, e);
}

const struct rec_type budget_type = REC_TYPE(budget, 54, "预算", .indexes = budget_indexes,
	.nindexes = COUNT(budget_indexes), .unit = "org", .title = "name", .duty = "association",
	.check = budget_check);

static const struct field expense_fields[] = {
	FIELD(expense, 1, org, .label = "单位", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(expense, 2, on, .label = "日期", .flags = F_REQUIRED | F_TODAY | F_PAST),
	FIELD(expense, 3, task, .label = "六项任务", .of = "SIX_TASK", .flags = F_REQUIRED),
	FIELD(expense, 4, fund, .label = "经费来源", .of = "FUND_SRC", .flags = F_REQUIRED),
	FIELD(expense, 5, amount, .label = "金额(元)", .flags = F_REQUIRED, .sens = 1,
		.hint = "慰问、保费、活动的费用自己会计入，这里只记别的"),
	FIELD(expense, 6, what, .label = "用途", .flags = F_REQUIRED, .max = 40),
	FIELD(expense, 7, receipt, .label = "凭证", .sens = 1, .max = 40, .hint = "票号、在哪个盒子"),
	FIELDS_VOID(990, 991),
};

static const struct index expense_indexes[] = {
	{ .name = "on", .key = { "on" }, .cover = { "org", "task", "fund", "amount" } },
};

static enum rc expense_check(struct check *c, struct err *e)
{
	if (IS(c, expense)->amount.fen < 0)
		return fail_at(e, "amount", "支出不能小于0；记错了请作废");
	return RC_OK;
}

const struct rec_type expense_type = REC_TYPE(expense, 55, "支出", .indexes = expense_indexes,
	.nindexes = COUNT(expense_indexes), .unit = "org", .title = "what", .duty = "members", .check = expense_check);
