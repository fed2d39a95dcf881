/* may.c - who may write what: the role's duty, reach, and what only a supervisor may do.
 *
 * Asked inside the write transaction of the record as it is then, and of what it becomes, so that nobody
 * draws a record over into their part of the tree, or pushes one out.  The administrator of an embedded
 * office may everything. */
#include "core/read/may.h"

#include "core/read/reach.h"
#include "core/read/rights.h"
#include "core/records/kinds.h"
#include "rec/text.h"

static bool has_duty(const struct role *role, const char *duty)
{
	for (size_t i = 0; duty && i < role->may.n; i++)
		if (str_is(role->may.p[i], duty) || str_is(role->may.p[i], "all"))
			return true;
	return false;
}

static enum rc may_change(const struct session *s, struct err *e)
{
	str full = store_warning(s->store);

	if (s->read_only)
		return fail(e, RC_DENIED, "现在是只读方式，不能修改；%.*s",
			STR_FMT(full.n ? full : S("请去掉 --read-only 重新进入")));
	return RC_OK;
}

/* Before and after. */
static enum rc within(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	enum reach reach = reach_of(s, t, is ? is : was);

	if (reach < REACH_OUTSIDE)
		return RC_OK;
	if (reach == REACH_ABSENT && rights_family(s, t, is ? is : was))
		return rights_not_there(type_of(s, &family_type), rights_family(s, t, is ? is : was), e);
	if (reach == REACH_ABSENT && !is)
		return rights_not_there(t, was->id, e);
	if (t->owner && !*t->owner && !was) {
		fail_at(e, "community", "这个社区不在%.*s的辖区内，不能在那里建档；请联系那里的联系人",
			STR_FMT(s->me.name));
		return e->rc = RC_DENIED;
	}
	if (t->owner)
		return fail(e, RC_DENIED, "这户不在%.*s的辖区内，不能修改；请联系它的联系人",
			STR_FMT(s->me.name));
	return fail(e, RC_DENIED, "这条%s不在%.*s的辖区内，不能修改；请找那里的主管", t->label,
		STR_FMT(s->me.name));
}

/* ---- what a field asks for ------------------------------------------------------------------ */

static bool listed(str ids, uint64_t id)
{
	str word;
	int64_t n;

	while (str_word(&ids, &word))
		if (str_int(word, &n) && (uint64_t)n == id)
			return true;
	return false;
}

/* What is newly referred to and belongs to a family, or must be near for another reason; or must be there. */
static enum rc refer(struct session *s, const struct field *f, uint64_t id, struct err *e)
{
	struct arena a = { 0 };
	const struct rec_type *t = office_type(s->office, str_of(f->of));
	struct rec *to;
	enum reach reach = REACH_OWN;
	bool near = t && (t->owner || f->flags & F_WITHIN);

	if (near || (t && t->unit && !t->open)) {
		to = peek_any(s, &a, t, id); /* what is not there is another's business */
		reach = to ? reach_of(s, t, to) : REACH_OWN;
	}
	arena_free(&a);
	if (reach < REACH_OUTSIDE || (!near && reach != REACH_ABSENT))
		return RC_OK;
	if (reach == REACH_ABSENT) /* as the store says of what is not there */
		return fail_at(e, f->name, "“%s”写的%s（第%llu号）不存在，请重新选择", f->label, t->label,
			(unsigned long long)id);
	fail_at(e, f->name, "“%s”写的不在%.*s的辖区内，不能这样改；请找两边共同的主管", f->label,
		STR_FMT(s->me.name));
	return e->rc = RC_DENIED;
}

static enum rc ask_refs(struct session *s, const struct field *f, val was, val is, struct err *e)
{
	str rest = is.s, word;
	int64_t id;

	if (f->kind == K_REF && is.set)
		return refer(s, f, (uint64_t)is.n, e);
	while (f->kind == K_REFS && str_word(&rest, &word))
		if (str_int(word, &id) && !listed(was.s, (uint64_t)id))
			TRY(refer(s, f, (uint64_t)id, e));
	return RC_OK;
}

static enum rc ask_supervised(struct session *s, const struct field *f, val was, val is, struct err *e)
{
	(void)was;
	(void)is;
	if (!(f->flags & F_SUPERVISED) || s->role->supervises)
		return RC_OK;
	fail_at(e, f->name, "“%s”要由主管来定，%.*s不能自己改；请找街道主管", f->label,
		STR_FMT(s->me.name));
	return e->rc = RC_DENIED;
}

static enum rc ask_signed(struct session *s, const struct field *f, val was, val is, struct err *e)
{
	(void)was;
	if (!(f->flags & F_SIGNED) || !is.set || (uint64_t)is.n == s->me.worker)
		return RC_OK;
	fail_at(e, f->name, "“%s”只能由本人来签，不能替别人签", f->label);
	return e->rc = RC_DENIED;
}

static enum rc (*const asked_of_fields[])(struct session *, const struct field *, val was, val is,
	struct err *) = { ask_supervised, ask_signed, ask_refs };

static enum rc ask_fields(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	for EACH_FIELD(f, t) {
		val old = field_get(f, was), new = field_get(f, is);

		for (size_t i = 0; !val_eq(old, new) && i < COUNT(asked_of_fields); i++)
			TRY(asked_of_fields[i](s, f, old, new, e));
	}
	return RC_OK;
}

/* ---- what a record asks for as a whole ------------------------------------------------------ */

static bool changed(const struct rec_type *t, const struct rec *was, const struct rec *is, uint32_t mark)
{
	for EACH_FIELD(f, t)
		if (f->flags & mark && !val_eq(field_get(f, was), field_get(f, is)))
			return true;
	return false;
}

/* Nobody signs what they did themselves, whichever of both is written last. */
static enum rc not_by_oneself(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	if (!changed(t, was, is, F_SIGNED | F_ME))
		return RC_OK;
	for EACH_FIELD(sign, t)
		for EACH_FIELD(by, t)
			if (sign->flags & F_SIGNED && by->flags & F_ME && field_get(sign, is).set &&
				val_eq(field_get(sign, is), field_get(by, is))) {
				fail_at(e, sign->name, "“%s”不能是“%s”本人，要由另一位主管来签", sign->label,
					by->label);
				return e->rc = RC_DENIED;
			}
	(void)s;
	return RC_OK;
}

static bool grants(struct session *s, const struct rec *worker)
{
	const struct role *role = office_role(s->office, ((const struct worker *)worker)->role.key);

	for (size_t i = 0; role && i < s->role->grants.n; i++)
		if (str_eq(s->role->grants.p[i], role->name))
			return true;
	return false;
}

/* Whoever looks after the accounts gives and takes the roles that theirs says, and does not make themselves
 * another. */
static enum rc what_i_grant(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	if (t->tag != worker_type.tag || !changed(t, was, is, F_RANK))
		return RC_OK;
	if (is->id == s->me.worker)
		return fail(e, RC_DENIED, "自己的登录名和角色不能自己改，请找上级或管理员");
	if ((was && !grants(s, was)) || !grants(s, is)) {
		fail_at(e, "role", "这个角色%.*s不能给也不能收回；请找上级或管理员", STR_FMT(s->me.name));
		return e->rc = RC_DENIED;
	}
	return RC_OK;
}

/* A visit of long ago is entered with a supervisor's consent. */
static enum rc not_too_late(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	int64_t most = s->office->care.very_late_days;
	const struct visit *old = (const struct visit *)was, *v = (const struct visit *)is;

	if (t->tag != visit_type.tag || !most || v->late_days.v <= most || s->role->supervises ||
		(old && old->late_days.v == v->late_days.v))
		return RC_OK;
	fail_at(e, "when", "这是%d天前的走访，超过%d天要主管同意；请交给街道主管补录", (int)v->late_days.v,
		(int)most);
	return e->rc = RC_DENIED;
}

/* What was changed of a record that is no family's: by whom may reach the record. */
static enum rc what_it_is_about(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	const struct status *st = (const struct status *)is;
	const struct rec_type *about;
	struct arena a = { 0 };
	struct rec *r;
	uint64_t id;
	str type;
	enum rc rc;

	(void)was;
	if (t->tag != status_type.tag || st->family.id || !ref_parse(st->about, &type, &id))
		return RC_OK;
	about = office_type(s->office, type);
	r = about ? peek_any(s, &a, about, id) : NULL;
	rc = r ? within(s, about, r, r, e) : RC_OK;
	arena_free(&a);
	return rc;
}

/* A report goes up: each step is for the duty that its state names, and nobody approves what is of their own unit
 * unless nobody is above them. */
static enum rc its_turn(struct session *s, const struct rec_type *t, const struct rec *was, const struct rec *is,
	struct err *e)
{
	const struct frozen *old = (const struct frozen *)was, *f = (const struct frozen *)is;
	const struct code_item *state;
	struct arena a = { 0 };
	struct org *org;
	bool above;

	if (t->tag != frozen_type.tag || (old && str_eq(old->state.key, f->state.key)))
		return RC_OK;
	state = code_find(codebook_find(&s->office->codes, S("REPORT_STATE")), f->state.key);
	if (state && !has_duty(s->role, arena_z(&a, code_attr(state, "duty")))) {
		arena_free(&a);
		return fail(e, RC_DENIED, "%.*s的角色不能让报表变成“%.*s”；社区上报，街道审核，区里冻结",
			STR_FMT(s->me.name), STR_FMT(state->name));
	}
	org = peek_org(s, &a, f->org.id);
	above = !org || s->role->reach < org->code.s.n || has_duty(s->role, "freeze");
	arena_free(&a);
	if (above || !code_is(state, "above"))
		return RC_OK;
	return fail(e, RC_DENIED, "本级的报表要由上一级来审核，%.*s不能自己审核", STR_FMT(s->me.name));
}

static enum rc (*const asked_of_records[])(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) = { not_by_oneself, what_i_grant, not_too_late, its_turn,
	what_it_is_about, ask_fields };

/* ---- the questions -------------------------------------------------------------------------- */

enum rc rights_duty(struct session *s, const char *duty, const char *what, struct err *e)
{
	if (s->me.admin || has_duty(s->role, duty))
		return RC_OK;
	return fail(e, RC_DENIED, "%.*s的角色不能%s，请找管理员", STR_FMT(s->me.name), what);
}

enum rc rights_has_duty(struct session *s, const struct rec_type *t, struct err *e)
{
	TRY(may_change(s, e));
	if (s->me.admin || has_duty(s->role, t->duty))
		return RC_OK;
	return fail(e, RC_DENIED, "%.*s的角色不能改%s，请找街道主管或管理员", STR_FMT(s->me.name), t->label);
}

enum rc rights_may_export(struct session *s, struct err *e)
{
	TRY(may_change(s, e));
	if (s->me.admin || has_duty(s->role, "export"))
		return RC_OK;
	return fail(e, RC_DENIED, "%.*s的角色不能导出，请找街道主管或管理员", STR_FMT(s->me.name));
}

enum rc rights_may_write(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	TRY(rights_has_duty(s, t, e));
	if (s->me.admin)
		return RC_OK;
	TRY(within(s, t, was, is, e));
	for (size_t i = 0; is && i < COUNT(asked_of_records); i++)
		TRY(asked_of_records[i](s, t, was, is, e));
	return RC_OK;
}

enum rc rights_may_save(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	TRY(rights_may_write(s, t, was, is, e));
	if (!kind_of(t)->follows)
		return RC_OK;
	if (!was)
		return fail(e, RC_DENIED, "%s由程序自己记，不能手工添加；请改那条记录本身", t->label);
	return s->me.admin || s->role->supervises ? RC_OK
		: fail(e, RC_DENIED, "%s只有主管能改，%.*s不能；请找街道主管", t->label, STR_FMT(s->me.name));
}

/* For whom it helps: who sees a family of their own in clear, and this one masked. */
enum rc rights_may_emergency(struct session *s, uint64_t family, struct err *e)
{
	enum reach reach = rights_reach(s, family);

	TRY(may_change(s, e));
	TRY(rights_duty(s, "emergency", "紧急查看", e));
	if (reach == REACH_ABSENT)
		return rights_not_there(type_of(s, &family_type), family, e);
	if (s->me.admin || (reach < REACH_SEALED && s->role->clear >= (reach == REACH_OWN ? CLEAR_OWN : CLEAR_SCOPE)))
		return fail(e, RC_INVALID, "这户的内容本来就看得到，不用紧急查看");
	if (reach >= REACH_OUTSIDE)
		return fail(e, RC_DENIED, "这户不在%.*s的辖区内，不能紧急查看；请打电话给它的联系人或街道主管",
			STR_FMT(s->me.name));
	if (reach == REACH_SEALED || s->role->clear == CLEAR_NONE)
		return fail(e, RC_DENIED, reach == REACH_SEALED ? "这户销档多年，已经封存，紧急查看也不打开；请找秘书长"
			: "%.*s的角色看不到明文，紧急查看也不行；请找街道主管", STR_FMT(s->me.name));
	return RC_OK;
}

enum rc rights_may_refer(struct session *s, const struct rec_type *t, const struct rec *r, struct err *e)
{
	for EACH_FIELD(f, t)
		TRY(ask_refs(s, f, (val){ 0 }, field_get(f, r), e));
	return RC_OK;
}

enum rc rights_may_overwrite(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct field *f, struct err *e)
{
	struct arena a = { 0 };
	val v = field_get(f, was);
	bool seen = s->me.admin || val_eq(v, rights_value(s, &a, t, was, reach_of(s, t, was), f, v));

	arena_free(&a);
	if (seen)
		return RC_OK;
	fail_at(e, f->name, "“%s”里已有内容，%.*s看不到明文，不能改；请找这户的联系人或主管", f->label,
		STR_FMT(s->me.name));
	return e->rc = RC_DENIED;
}

/* What one was allowed to do one may take back, with all that came of it, while it is within reach; but
 * not what only a supervisor may say, unless one is. */
enum rc rights_may_undo(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	TRY(may_change(s, e));
	if (s->me.admin)
		return RC_OK;
	if (!t->duty)
		return fail(e, RC_DENIED, "%s撤销不了", t->label);
	TRY(within(s, t, was, is, e));
	for (size_t i = 0; is && i < COUNT(asked_of_records); i++)
		if (asked_of_records[i] != not_too_late)
			TRY(asked_of_records[i](s, t, was, is, e));
	return RC_OK;
}

/* The successor ends the assignment before and begins their own, and nothing else. */
enum rc rights_may_accept(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	const struct assignment *as = (const struct assignment *)is;

	if (s->me.admin || has_duty(s->role, t->duty))
		return rights_may_write(s, t, was, is, e);
	TRY(may_change(s, e));
	if (!has_duty(s->role, "accept") || t->tag != assignment_type.tag)
		return fail(e, RC_DENIED, "%.*s的角色不能接收家庭，请找街道主管", STR_FMT(s->me.name));
	if (reach_of(s, t, is ? is : was) >= REACH_OUTSIDE ||
		(!was && is && as->worker.id != s->me.worker))
		return fail(e, RC_DENIED, "这户不在%.*s的辖区内，不能接收；请找街道主管",
			STR_FMT(s->me.name));
	return RC_OK;
}
