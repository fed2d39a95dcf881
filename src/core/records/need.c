/* need.c - 诉求: what a family asked for, by when it is due, whose turn it is, what came of it.
 * A promise made on a visit is a need of its own kind with a day. */
#include "core/records/types.h"

#include "base/str.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field need_fields[] = {
	FIELD(need, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(need, 2, person, .label = "成员", .of = "person", .sens = 2),
	FIELD(need, 3, no, .label = "编号", .sens = 1, .flags = F_COMPUTED),
	FIELD(need, 4, kind, .label = "类别", .of = "NEED_KIND", .sens = 2, .flags = F_REQUIRED),
	FIELD(need, 5, text, .label = "内容", .sens = 2, .flags = F_REQUIRED, .max = 300),
	FIELD(need, 6, source, .label = "来源", .of = "NEED_SRC", .sens = 1, .flags = F_USUAL),
	FIELD(need, 7, urgent, .label = "紧急程度", .of = "URGENCY", .sens = 1, .flags = F_USUAL),
	FIELD(need, 8, received, .label = "受理", .sens = 1, .flags = F_TODAY | F_PAST),
	FIELD(need, 9, due, .label = "期限", .sens = 1, .hint = "不填就按紧急程度算", .flags = F_DATED),
	FIELD(need, 10, closed, .label = "办结", .sens = 1, .flags = F_PAST | F_DATED,
		.since = "closed"),
	FIELD(need, 11, owner, .label = "承办人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(need, 12, helper_dept, .label = "协办部门", .of = "DEPT", .sens = 1),
	FIELD(need, 13, waiting, .label = "正等", .of = "DEPT", .sens = 1),
	FIELD(need, 14, visit, .label = "来自走访", .of = "visit", .sens = 1, .flags = F_ORIGIN),
	FIELD(need, 15, result, .label = "办理结果", .of = "NEED_RESULT", .sens = 1, .flags = F_DATED,
		.since = "closed"),
	FIELD(need, 16, reply_at, .label = "答复日期", .sens = 2, .flags = F_PAST),
	FIELD(need, 17, satisfied, .label = "满意度", .of = "SATISFY", .sens = 2, .flags = F_DATED,
		.since = "reply_at"),
	FIELD(need, 18, open, .label = "在办", .sens = 1, .flags = F_COMPUTED),
	FIELDS_VOID(990, 991),
};

static const struct index need_indexes[] = {
	{ .name = "family", .key = { "family", "received" }, .cover = { "closed", "due" } },
	{ .name = "open", .key = { "open", "due" }, .cover = { "family" } },
};

/* The last day: received + due_days of the urgency; hours become the days they end in. */
static date due_of(const struct check *c, const struct need *n)
{
	const struct code_item *u = code_find(codebook_find(c->lex->codes, S("URGENCY")), n->urgent.key);
	int64_t days = 0, hours = 0;

	if (!u)
		return (date){ 0 };
	if (!str_int(code_attr(u, "due_days"), &days) && str_int(code_attr(u, "due_hours"), &hours))
		days = (hours + 23) / 24;
	return (date){ n->received.day + (int32_t)days };
}

static const struct order need_order[] = {
	ORDER(received, due),
	ORDER(received, closed),
	ORDER(received, reply_at),
};

static enum rc need_check(struct check *c, struct err *e)
{
	struct need *n = IS(c, need);
	const struct need *was = WAS(c, need);
	const struct code_item *kind =
		code_find(codebook_find(c->lex->codes, S("NEED_KIND")), n->kind.key);
	date today = moment_date(c->now);
	uint64_t seq;

	if (!n->received.day)
		n->received = today;
	if (code_is(kind, "promise")) {
		if (!n->due.day)
			return fail_at(e, "due", "答应了家庭的事要有日子：请填期限");
		was = NULL; /* its day is the one that was promised */
	}
	/* A day that follows from urgency and receipt goes with them; one that was typed stays. */
	if (!n->due.day || (was && was->due.day == n->due.day && was->due.day == due_of(c, was).day))
		n->due = due_of(c, n);
	if (n->result.key.n && !n->closed.day)
		n->closed = today;
	if (n->closed.day && !n->result.key.n)
		return fail_at(e, "result", "办结要写明办理结果");
	n->open.v = n->closed.day ? 0 : FLAG_YES;
	if (n->no.n)
		return RC_OK;

	int year = date_ymd(n->received).y;

	TRY(view_next(c->view, arena_printf(c->a, "need:%d", year), &seq, e));
	n->no = arena_printf(c->a, "SQ%d-%04u", year, (unsigned)seq);
	return RC_OK;
}

const struct rec_type need_type = REC_TYPE(need, 8, "诉求", .indexes = need_indexes,
	.nindexes = COUNT(need_indexes), .orders = need_order, .norders = COUNT(need_order),
	.owner = "family", .title = "no", .duty = "visit",
	.check = need_check);

static const struct field step_fields[] = {
	FIELD(step, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(step, 2, need, .label = "诉求", .of = "need", .sens = 2, .flags = F_REQUIRED),
	FIELD(step, 3, on, .label = "日期", .sens = 1, .flags = F_TODAY | F_PAST),
	FIELD(step, 4, by, .label = "经办人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(step, 5, dept, .label = "转给", .of = "DEPT", .sens = 1,
		.hint = "填了就等这个部门；空着就是轮到我们"),
	FIELD(step, 6, text, .label = "办理情况", .sens = 2, .flags = F_REQUIRED, .max = 200),
	FIELDS_VOID(990, 991),
};

static const struct index step_indexes[] = {
	{ .name = "family", .key = { "family", "on" } },
	{ .name = "need", .key = { "need", "on" } },
};

/* A step of a need belongs to the need's family, whatever was typed. */
static enum rc step_check(struct check *c, struct err *e)
{
	struct step *st = IS(c, step);
	struct need *need;
	struct rec *r;
	enum rc rc;

	if (!st->need.id)
		return RC_OK; /* refused as missing */
	rc = snap_get(c->view, c->a, &need_type, st->need.id, &r, e);
	if (rc == RC_NOT_FOUND || (rc == RC_OK && rec_voided(r)))
		return fail_at(e, "need", "没有这条诉求，请重新选择");
	TRY(rc);
	need = (struct need *)r;
	st->family = need->family;
	if (!st->on.day)
		st->on = moment_date(c->now);
	if (st->on.day < need->received.day)
		return fail_at(e, "on", "办理日期（%.*s）早于诉求的受理日期（%.*s），请核对",
			STR_FMT(date_text(c->a, st->on)), STR_FMT(date_text(c->a, need->received)));
	return RC_OK;
}

const struct rec_type step_type = REC_TYPE(step, 9, "办理过程", .indexes = step_indexes,
	.nindexes = COUNT(step_indexes), .owner = "family", .title = "on", .duty = "visit",
	.check = step_check);
