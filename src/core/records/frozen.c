/* frozen.c - 报表存底: a report as its unit handed it up, on its way from submitted to frozen; then it never changes. */
#include "core/office/means.h"
#include "core/records/types.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field frozen_fields[] = {
	FIELD(frozen, 1, report, .label = "报表", .flags = F_REQUIRED | F_COMPUTED, .max = 20),
	FIELD(frozen, 2, from, .label = "从", .flags = F_REQUIRED | F_COMPUTED),
	FIELD(frozen, 3, to, .label = "到", .flags = F_REQUIRED | F_COMPUTED),
	FIELD(frozen, 4, org, .label = "单位", .of = "org", .flags = F_REQUIRED | F_COMPUTED),
	FIELD(frozen, 5, state, .label = "进度", .of = "REPORT_STATE", .flags = F_REQUIRED | F_COMPUTED),
	FIELD(frozen, 6, by, .label = "上报人", .of = "worker", .flags = F_ME | F_COMPUTED),
	FIELD(frozen, 7, submitted, .label = "上报时间", .flags = F_REQUIRED | F_COMPUTED | F_PAST),
	FIELD(frozen, 8, judged_by, .label = "审核人", .of = "worker", .flags = F_SIGNED | F_COMPUTED),
	FIELD(frozen, 9, judged, .label = "审核日期", .flags = F_COMPUTED | F_PAST),
	FIELD(frozen, 10, frozen_by, .label = "冻结人", .of = "worker", .flags = F_SIGNED | F_COMPUTED),
	FIELD(frozen, 11, frozen, .label = "冻结日期", .flags = F_COMPUTED | F_PAST),
	FIELD(frozen, 12, remark, .label = "退回原因", .flags = F_COMPUTED, .max = 60),
	FIELD(frozen, 13, seen, .label = "算到第几号走访", .flags = F_COMPUTED, .most = INT64_C(1) << 47),
	FIELD(frozen, 14, numbers, .label = "数字和名单", .sens = 2, .flags = F_REQUIRED | F_COMPUTED),
	FIELD(frozen, 15, rules, .label = "规则校验码", .flags = F_REQUIRED | F_COMPUTED),
	FIELD(frozen, 16, sum, .label = "数字校验码", .flags = F_REQUIRED | F_COMPUTED),
	FIELDS_VOID(990, 991),
};

static const struct index frozen_indexes[] = {
	{ .name = "report", .key = { "report", "from", "org", "to" }, .cover = { "state", "seen" } },
};

/* From which state to which; what is frozen is in no row, and nothing follows it.  -1: from none. */
static const struct { int from, to; } ways[] = {
	{ -1, MEANS_REPORT_SUBMITTED }, { MEANS_REPORT_RETURNED, MEANS_REPORT_SUBMITTED },
	{ MEANS_REPORT_SUBMITTED, MEANS_REPORT_RETURNED }, { MEANS_REPORT_SUBMITTED, MEANS_REPORT_APPROVED },
	{ MEANS_REPORT_APPROVED, MEANS_REPORT_RETURNED }, { MEANS_REPORT_APPROVED, MEANS_REPORT_FROZEN },
};

static bool leads(const struct codebook *book, const struct frozen *was, const struct frozen *is)
{
	for (size_t i = 0; i < COUNT(ways); i++)
		if (code_means(book, is->state, (enum means)ways[i].to) &&
			(was ? ways[i].from >= 0 && code_means(book, was->state, (enum means)ways[i].from) : ways[i].from < 0))
			return true;
	return false;
}

static enum rc once(struct check *c, const struct frozen *is, struct err *e)
{
	val key[] = { { true, 0, is->report }, { true, is->from.day, { 0 } }, VAL_REF(is->org.id),
		{ true, is->to.day, { 0 } } };
	struct cursor cur;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &frozen_type, .index = "report", .prefix = key,
		.nprefix = COUNT(key) }, &cur, e));
	rc = cursor_next(&cur, &r, e);
	if (rc != RC_OK)
		return rc == RC_END ? RC_OK : rc;
	cursor_close(&cur);
	return fail(e, RC_CONFLICT, "这张报表这一期已经上报过了（frozen:%llu）；要改请上级先退回", (unsigned long long)r->id);
}

/* The numbers are taken when it is handed up, and are nobody's afterwards. */
static enum rc frozen_check(struct check *c, struct err *e)
{
	const struct frozen *was = WAS(c, frozen), *is = IS(c, frozen);
	const struct codebook *book = c->lex->codes;
	bool same = was && str_eq(was->state.key, is->state.key);

	if (!was)
		TRY(once(c, is, e));
	if (was && code_means(book, was->state, MEANS_REPORT_FROZEN))
		return fail(e, RC_CONFLICT, "%.*s 这一期已经冻结，不再改；以后补的算补录，记进下一期", STR_FMT(was->report));
	/* Taken back is the last step alone: while what it led to stands, and numbers never without it. */
	if (rec_voided(&is->r) ? !code_means(book, is->state, MEANS_REPORT_SUBMITTED) : c->undoing && same)
		return fail(e, RC_CONFLICT, "这张报表后来又走了一步，不能撤销；要改请上级退回");
	if (code_means(book, is->state, MEANS_REPORT_RETURNED) && !is->remark.n)
		return fail_at(e, "remark", "退回要写明原因");
	if (c->undoing || same)
		return RC_OK;
	if (!leads(book, was, is))
		return fail(e, was ? RC_CONFLICT : RC_INVALID, "“%.*s”的报表不能变成“%.*s”；先上报，再审核，再冻结",
			STR_FMT(was ? code_name(codebook_find(book, S("REPORT_STATE")), was->state.key) : S("没有上报")),
			STR_FMT(code_name(codebook_find(book, S("REPORT_STATE")), is->state.key)));
	if (was && !str_eq(was->sum, is->sum) && !code_means(book, is->state, MEANS_REPORT_SUBMITTED))
		return fail(e, RC_CONFLICT, "上报的数字只有退回以后重新上报才能变");
	return RC_OK;
}

const struct rec_type frozen_type = REC_TYPE(frozen, 60, "报表存底", .indexes = frozen_indexes,
	.nindexes = COUNT(frozen_indexes), .unit = "org", .title = "report", .duty = "report",
	.check = frozen_check);
