/* assignment.c - 联系人安排: who is responsible for a family in which post, since when
 * (domain.md 2.6); a dated history, never overwritten. */
#include "core/records/types.h"

#include "base/str.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field assignment_fields[] = {
	FIELD(assignment, 1, family, .label = "家庭", .of = "family", .sens = 1, .flags = F_REQUIRED),
	FIELD(assignment, 2, post, .label = "岗位", .of = "ASSIGN_POST", .sens = 1,
		.flags = F_REQUIRED),
	FIELD(assignment, 3, worker, .label = "联系人", .of = "worker", .flags = F_REQUIRED | F_WITHIN),
	FIELD(assignment, 4, from, .label = "起", .sens = 1, .flags = F_TODAY),
	FIELD(assignment, 5, to, .label = "止", .sens = 1),
	FIELD(assignment, 6, reason, .label = "变更原因", .of = "ASSIGN_REASON", .sens = 1),
	FIELD(assignment, 7, handover_at, .label = "交接日期", .sens = 1),
	FIELD(assignment, 8, handover_from, .label = "移交人", .of = "worker", .sens = 1),
	FIELD(assignment, 9, handover_by, .label = "接收人", .of = "worker", .sens = 1),
	FIELD(assignment, 10, family_told, .label = "告知家庭", .sens = 1),
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

struct clash {
	const struct assignment *me;
	uint64_t worker; /* who holds the post in the same days */
};

static bool overlaps(void *arg, uint64_t id, const val *v)
{
	struct clash *k = arg;
	const val *cover = v + 3; /* behind family, post, from */
	int64_t from = cover[2].n, to = cover[3].set ? cover[3].n : INT32_MAX;
	int64_t my_to = k->me->to.day ? k->me->to.day : INT32_MAX;

	if (id == k->me->r.id || !str_eq(cover[0].s, k->me->post.key))
		return true;
	if (from > my_to || k->me->from.day > to)
		return true;
	k->worker = (uint64_t)cover[1].n;
	return false;
}

static enum rc assignment_check(struct check *c, struct err *e)
{
	struct assignment *as = IS(c, assignment);
	const struct code_table *posts = codebook_find(c->lex->codes, S("ASSIGN_POST"));
	struct clash k = { .me = as };
	val family = { true, (int64_t)as->family.id, { 0 } };
	str who;

	if (!as->from.day)
		as->from = moment_date(c->now);
	if (as->to.day && as->to.day < as->from.day)
		return fail_at(e, "to", "止日期早于起日期，请核对");
	if (!posts || !as->family.id || !code_is(code_find(posts, as->post.key), "dual"))
		return RC_OK;
	TRY(snap_walk(c->view,
		&(struct walk){ .type = &assignment_type, .index = "family", .prefix = &family,
			.nprefix = 1, .each = overlaps, .arg = &k },
		e));
	if (!k.worker)
		return RC_OK;
	who = c->lex->ref_text ? c->lex->ref_text(c->lex->ctx, c->a, "worker", k.worker) : S("另一人");
	return fail_at(e, "post", "这户的%.*s这段时间已是%.*s；请先给原来的安排填上止日期，再安排新人",
		STR_FMT(code_name(posts, as->post.key)), STR_FMT(who));
}

const struct rec_type assignment_type =
	REC_TYPE(assignment, 5, "联系人安排", .indexes = assignment_indexes,
		.nindexes = COUNT(assignment_indexes), .owner = "family", .contact = true, .title = "post", .duty = "assign",
		.check = assignment_check);
