/* spread.c - a task is split down: one for each place right below, in one commit. */
#include "core/work/save.h"

#include "core/rules/standing.h"
#include "core/work/work.h"

/* Was it given to that place already? */
static enum rc given(struct session *s, struct arena *a, uint64_t task, uint64_t org, bool *out, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = false;
	TRY(cursor_open(s->view, a, &(struct walk){ .type = type_of(s, &task_type), .index = "whole",
		.prefix = &VAL_REF(task), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		*out |= ((const struct task *)r)->node.id == org;
	TRY_END(rc);
	return RC_OK;
}

static enum rc parts(struct session *s, struct arena *a, uint64_t id, struct save **out, size_t *n, struct err *e)
{
	const struct task *whole = (const struct task *)peek(s, a, &task_type, id);
	struct standings all;
	size_t cap = 0;

	if (!whole)
		return fail(e, RC_NOT_FOUND, "没有这个任务：第%llu号", (unsigned long long)id);
	if (whole->done.day)
		return fail(e, RC_INVALID, "任务“%.*s”已经完成，不用再分解", STR_FMT(whole->title));
	TRY(standings_load(s, a, (struct span){ 0 }, &all, e));
	for (size_t i = 0; i < all.n; i++) {
		struct task *part;
		bool has;

		if (all.p[i].up == i || all.p[all.p[i].up].o->r.id != whole->node.id)
			continue;
		TRY(given(s, a, id, all.p[i].o->r.id, &has, e));
		if (has)
			continue;
		part = (struct task *)rec_new(a, type_of(s, &task_type));
		part->title = whole->title;
		part->document = whole->document;
		part->node.id = all.p[i].o->r.id;
		part->whole.id = id;
		part->given = session_today(s);
		part->due = whole->due;
		*out = vec_room(a, *out, *n, &cap, sizeof **out);
		(*out)[(*n)++] = (struct save){ .type = type_of(s, &task_type), .rec = &part->r };
	}
	return *n ? RC_OK : fail(e, RC_INVALID, "下面没有还没分到的单位；要分给别处，用 n 新建一个分解自它的任务");
}

enum rc session_may_spread(struct session *s, uint64_t task, size_t *n, struct err *e)
{
	struct arena a = { 0 };
	struct save *save = NULL;
	enum rc rc;

	*n = 0;
	TRY(enter(s, e));
	rc = parts(s, &a, task, &save, n, e);
	for (size_t i = 0; i < *n && rc == RC_OK; i++)
		rc = early_may_save(s, &save[i], e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc session_spread(struct session *s, struct arena *a, uint64_t task, size_t *n, struct err *e)
{
	struct save *save = NULL;

	*n = 0;
	TRY(enter(s, e));
	TRY(leave_with(s, parts(s, a, task, &save, n, e), e));
	return session_save(s, a, S(""), save, *n, e);
}
