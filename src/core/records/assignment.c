/* assignment.c - 联系人安排: who is responsible for a family in which post, since when:
 * a dated history, never overwritten. */
#include "core/records/assignment.h"

#include "base/str.h"
#include "core/office/means.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field assignment_fields[] = {
	FIELD(assignment, 1, family, .label = "家庭", .of = "family", .sens = 1, .flags = F_REQUIRED),
	FIELD(assignment, 2, post, .label = "岗位", .of = "ASSIGN_POST", .sens = 1,
		.flags = F_REQUIRED | F_DATED),
	FIELD(assignment, 3, worker, .label = "联系人", .of = "worker", .flags = F_REQUIRED | F_WITHIN | F_DATED),
	FIELD(assignment, 4, from, .label = "起", .sens = 1, .flags = F_TODAY | F_DATED,
		.since = "from"),
	FIELD(assignment, 5, to, .label = "止", .sens = 1, .flags = F_DATED,
		.since = "to"),
	FIELD(assignment, 6, reason, .label = "变更原因", .of = "ASSIGN_REASON", .sens = 1),
	FIELD(assignment, 7, handover_at, .label = "交接日期", .sens = 1),
	FIELD(assignment, 8, handover_from, .label = "移交人", .of = "worker", .sens = 1),
	FIELD(assignment, 9, handover_by, .label = "接收人", .of = "worker", .sens = 1),
	FIELD(assignment, 10, family_told, .label = "告知家庭", .sens = 1, .flags = F_PAST),
	FIELD(assignment, 11, told_how, .label = "告知方式", .of = "VISIT_MODE", .sens = 1),
	FIELD(assignment, 12, note, .label = "交接事项", .sens = 2, .max = 300),
	FIELDS_VOID(990, 991),
};

static const struct index assignment_indexes[] = {
	{ .name = "family", .key = { "family", "post", "from" },
		.cover = { "post", "worker", "from", "to" } },
	{ .name = "worker", .key = { "worker", "family" },
		.cover = { "post", "family", "from", "to" } },
};

/* What is planned is handed over, and the family told of it, before it begins. */
static const struct order assignment_order[] = {
	ORDER(from, to),
};

/* ---- who holds a post on a day -------------------------------------------------------------- */

bool worker_in_post(const struct worker *w, date on)
{
	return w && !rec_voided(&w->r) && w->on_from.day <= on.day &&
	       (!w->on_to.day || w->on_to.day >= on.day);
}

bool assignment_runs(const struct assignment *as, date on)
{
	return !rec_voided(&as->r) && as->from.day <= on.day && (!as->to.day || as->to.day >= on.day);
}

bool assignment_holds(const struct assignment *as, const struct worker *w, date on)
{
	return assignment_runs(as, on) && worker_in_post(w, on);
}

/* ---- what an arrangement must not be -------------------------------------------------------- */

static bool overlap(const struct assignment *a, const struct assignment *b)
{
	return (!a->to.day || b->from.day <= a->to.day) && (!b->to.day || a->from.day <= b->to.day);
}

static str days_text(struct arena *a, const struct assignment *as)
{
	return arena_printf(a, "%.*s起%s%.*s", STR_FMT(date_text(a, as->from)), as->to.day ? "到" : "",
		STR_FMT(as->to.day ? date_text(a, as->to) : S("")));
}

/* One of two arrangements of a family that run at the same time: a dual post is one person's, the two
 * dual posts are two persons', and nobody holds a post twice. */
static enum rc clash(struct check *c, const struct assignment *as, const struct assignment *other,
	struct err *e)
{
	const struct code_table *posts = codebook_find(c->lex->codes, S("ASSIGN_POST"));
	bool same_post = str_eq(as->post.key, other->post.key), same = as->worker.id == other->worker.id;
	bool dual = code_is(code_find(posts, as->post.key), "dual") &&
		    code_is(code_find(posts, other->post.key), "dual");
	str who = c->lex->ref_text(c->lex->ctx, c->a, "worker", other->worker.id);
	str post = code_name(posts, other->post.key), days = days_text(c->a, other);

	if (same_post && (dual || same))
		return fail_at(e, same ? "worker" : "post", "这户的%.*s已是%.*s（%.*s），日期和这次的重叠；"
			"请先给原来的安排填上止日期，再安排", STR_FMT(post), STR_FMT(who), STR_FMT(days));
	if (dual && same)
		return fail_at(e, "worker", "双岗要两个人：%.*s已是这户的%.*s（%.*s），请另选一位",
			STR_FMT(who), STR_FMT(post), STR_FMT(days));
	return RC_OK;
}

static enum rc against_others(struct check *c, const struct assignment *as, struct err *e)
{
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &assignment_type, .index = "family",
		.prefix = &VAL_REF(as->family.id), .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		if (r->id != as->r.id && overlap(as, (const struct assignment *)r))
			TRY(clash(c, as, (const struct assignment *)r, e));
	TRY_END(rc);
	return RC_OK;
}

/* ---- the worker's unit ---------------------------------------------------------------------- */

static enum rc org_of(struct check *c, uint64_t id, struct org **out, struct err *e)
{
	struct rec *r;

	/* A community that was merged is the one it was merged into. */
	for (int hop = 0; id && hop < 8; hop++) {
		TRY(snap_get(c->view, c->a, &org_type, id, &r, e));
		*out = (struct org *)r;
		id = (*out)->successor.id;
	}
	return RC_OK;
}

bool post_fits(const struct codebook *book, code post, const struct org *unit, const struct org *home)
{
	return !code_means(book, post, MEANS_POST_STREET) ||
	       (code_means(book, unit->level, MEANS_STREET) && str_starts(home->code.s, unit->code.s));
}

static enum rc from_there(struct check *c, const struct assignment *as, const struct worker *w,
	struct err *e)
{
	const struct codebook *book = c->lex->codes;
	struct org *unit = NULL, *home = NULL;
	struct rec *r;

	TRY(snap_get(c->view, c->a, &family_type, as->family.id, &r, e));
	TRY(org_of(c, w->org.id, &unit, e));
	TRY(org_of(c, ((struct family *)r)->community.id, &home, e));
	if (!unit || !home || post_fits(book, as->post, unit, home))
		return RC_OK;
	return fail_at(e, "worker", "%.*s在%.*s，不能做%.*s的%.*s；请选这个社区所在街道的人",
		STR_FMT(w->name), STR_FMT(unit->name), STR_FMT(home->name),
		STR_FMT(code_name(codebook_find(book, S("ASSIGN_POST")), as->post.key)));
}

/* Nobody begins before they come or after they have gone. */
static enum rc there_by_then(struct check *c, const struct assignment *as, const struct worker *w,
	struct err *e)
{
	bool early = as->from.day < w->on_from.day;

	if (worker_in_post(w, as->from))
		return RC_OK;
	return fail_at(e, check_changed(c, type_field(&assignment_type, S("worker"))) ? "worker" : "from",
		"%.*s%.*s%s，%.*s还不能开始联系；请改起日期或另选一位", STR_FMT(w->name),
		STR_FMT(date_text(c->a, early ? w->on_from : w->on_to)), early ? "才到岗" : "已离岗",
		STR_FMT(date_text(c->a, as->from)));
}

static bool any_changed(const struct check *c)
{
	static const char *const fields[] = { "family", "post", "worker", "from", "to" };

	for (size_t i = 0; i < COUNT(fields); i++)
		if (check_changed(c, type_field(&assignment_type, str_of(fields[i]))))
			return true;
	return false;
}

static enum rc assignment_check(struct check *c, struct err *e)
{
	struct assignment *as = IS(c, assignment);
	const struct assignment *was = WAS(c, assignment);
	bool ends; /* all that changes is its last day */
	struct rec *r;
	enum rc rc;

	if (!as->from.day)
		as->from = moment_date(c->now);
	if (!as->family.id || !as->worker.id || !as->post.key.n || !any_changed(c))
		return RC_OK;
	ends = was && !rec_voided(&was->r) && was->family.id == as->family.id &&
	       was->worker.id == as->worker.id && str_eq(was->post.key, as->post.key) &&
	       was->from.day == as->from.day;
	TRY(against_others(c, as, e));
	if (ends)
		return RC_OK;
	rc = snap_get(c->view, c->a, &worker_type, as->worker.id, &r, e);
	if (rc == RC_NOT_FOUND || (rc == RC_OK && rec_voided(r)))
		return fail_at(e, "worker", "没有这位工作人员，请重新选择");
	TRY(rc);
	TRY(there_by_then(c, as, (struct worker *)r, e));
	return from_there(c, as, (struct worker *)r, e);
}

const struct rec_type assignment_type =
	REC_TYPE(assignment, 5, "联系人安排", .indexes = assignment_indexes,
		.nindexes = COUNT(assignment_indexes), .orders = assignment_order,
		.norders = COUNT(assignment_order), .owner = "family", .contact = true, .title = "post",
		.duty = "assign",
		.check = assignment_check);
