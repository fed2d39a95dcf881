/* task.c - 同部署、同检查: tasks that are given down the tree, inspections and what they found. */
#include "core/records/organisation.h"

#include "store/store.h"

static const struct field task_fields[] = {
	FIELD(task, 1, title, .label = "任务", .flags = F_REQUIRED | F_SUPERVISED, .max = 60),
	FIELD(task, 2, document, .label = "文号", .max = 40, .flags = F_SUPERVISED, .hint = "依据哪个文件"),
	FIELD(task, 3, node, .label = "承办单位", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(task, 4, owner, .label = "责任人", .of = "worker"),
	FIELD(task, 5, whole, .label = "分解自", .of = "task", .flags = F_SUPERVISED),
	FIELD(task, 6, given, .label = "布置日期", .flags = F_TODAY | F_PAST),
	FIELD(task, 7, due, .label = "完成期限", .flags = F_REQUIRED | F_SUPERVISED),
	FIELD(task, 8, done, .label = "完成日期", .flags = F_PAST),
	FIELD(task, 9, result, .label = "完成情况", .max = 300, .hint = "做了什么，材料在哪里"),
	FIELDS_VOID(990, 991),
};

static const struct index task_indexes[] = {
	{ .name = "due", .key = { "due" }, .cover = { "node", "owner", "done" } },
	{ .name = "node", .key = { "node", "due" }, .cover = { "owner", "done" } },
	{ .name = "whole", .key = { "whole", "due" }, .cover = { "node", "done" } },
};

static const struct order task_order[] = {
	ORDER(given, due),
	ORDER(given, done),
};

static enum rc task_check(struct check *c, struct err *e)
{
	struct task *t = IS(c, task);
	struct rec *r;
	enum rc rc;

	if (!t->whole.id)
		return RC_OK;
	if (t->whole.id == t->r.id)
		return fail_at(e, "whole", "任务不能分解自己");
	rc = snap_get(c->view, c->a, &task_type, t->whole.id, &r, e);
	if (rc == RC_NOT_FOUND)
		return fail_at(e, "whole", "没有这个任务，请重新选择");
	TRY(rc);
	if (t->due.day > ((struct task *)r)->due.day)
		return fail_at(e, "due", "分解下来的任务不能比原来的晚：原来的期限是%.*s",
			STR_FMT(date_text(c->a, ((struct task *)r)->due)));
	return RC_OK;
}

const struct rec_type task_type = REC_TYPE(task, 51, "工作任务", .indexes = task_indexes,
	.nindexes = COUNT(task_indexes), .orders = task_order, .norders = COUNT(task_order), .unit = "node",
	.title = "title", .duty = "members", .check = task_check);

static const struct field inspection_fields[] = {
	FIELD(inspection, 1, node, .label = "被查单位", .of = "org", .flags = F_REQUIRED | F_WITHIN),
	FIELD(inspection, 2, on, .label = "日期", .flags = F_REQUIRED | F_TODAY | F_PAST),
	FIELD(inspection, 3, by, .label = "检查人", .of = "worker", .flags = F_ME),
	FIELD(inspection, 4, title, .label = "检查内容", .flags = F_REQUIRED, .max = 40),
	FIELD(inspection, 5, note, .label = "总的情况", .max = 300),
	FIELDS_VOID(990, 991),
};

static const struct index inspection_indexes[] = {
	{ .name = "on", .key = { "on" }, .cover = { "node", "by" } },
	{ .name = "node", .key = { "node", "on" }, .cover = { "by" } },
};

const struct rec_type inspection_type = REC_TYPE(inspection, 52, "检查", .indexes = inspection_indexes,
	.nindexes = COUNT(inspection_indexes), .unit = "node", .title = "title", .duty = "association");

static const struct field finding_fields[] = {
	FIELD(finding, 1, inspection, .label = "哪次检查", .of = "inspection", .flags = F_REQUIRED | F_SUPERVISED),
	FIELD(finding, 2, org, .label = "被查单位", .of = "org", .flags = F_COMPUTED),
	FIELD(finding, 3, text, .label = "发现的问题", .flags = F_REQUIRED | F_SUPERVISED, .max = 200),
	FIELD(finding, 4, owner, .label = "责任人", .of = "worker"),
	FIELD(finding, 5, due, .label = "整改期限", .flags = F_REQUIRED | F_SUPERVISED),
	FIELD(finding, 6, fixed, .label = "整改日期", .flags = F_PAST),
	FIELD(finding, 7, how, .label = "怎样整改的", .max = 100),
	FIELDS_VOID(990, 991),
};

static const struct index finding_indexes[] = {
	{ .name = "due", .key = { "due" }, .cover = { "org", "owner", "fixed" } },
	{ .name = "org", .key = { "org", "due" }, .cover = { "owner", "fixed" } },
	{ .name = "inspection", .key = { "inspection", "due" }, .cover = { "fixed" } },
};

/* It lies where the inspection was, and goes over with the place. */
static enum rc finding_check(struct check *c, struct err *e)
{
	struct finding *f = IS(c, finding);
	struct rec *r;
	enum rc rc;

	if (!f->inspection.id)
		return RC_OK;
	rc = snap_get(c->view, c->a, &inspection_type, f->inspection.id, &r, e);
	if (rc == RC_NOT_FOUND)
		return fail_at(e, "inspection", "没有这次检查，请重新选择");
	TRY(rc);
	if (!c->was || WAS(c, finding)->inspection.id != f->inspection.id)
		f->org = ((struct inspection *)r)->node;
	if (f->fixed.day && f->fixed.day < ((struct inspection *)r)->on.day)
		return fail_at(e, "fixed", "检查在%.*s，整改不能更早", STR_FMT(date_text(c->a, ((struct inspection *)r)->on)));
	return RC_OK;
}

const struct rec_type finding_type = REC_TYPE(finding, 53, "检查问题", .indexes = finding_indexes,
	.nindexes = COUNT(finding_indexes), .unit = "org", .title = "text", .duty = "members", .check = finding_check);
