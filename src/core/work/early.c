/* early.c - what one may not do is told before one begins: the questions of the write transaction
 * (read/may.c), asked of a record as it is. */
#include "core/read/may.h"
#include "core/read/rights.h"
#include "core/work/save.h"

enum rc session_may_ever(struct session *s, const struct rec_type *shipped, struct err *e)
{
	return rights_has_duty(s, type_of(s, shipped), e);
}

enum rc session_may_create(struct session *s, const struct rec_type *shipped, const struct rec *start,
	struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);

	TRY(enter(s, e));
	return leave_with(s, rights_placed(t, start) ? rights_may_save(s, t, NULL, start, e)
						     : rights_has_duty(s, t, e), e);
}

/* The record as it is; not there is the answer of who reads it. */
static enum rc now(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id, struct rec **r,
	struct err *e)
{
	enum rc rc = snap_get(s->view, a, t, id, r, e);

	if (rc == RC_NOT_FOUND)
		return rights_not_there(t, id, e);
	TRY(rc);
	return reach_of(s, t, *r) == REACH_ABSENT ? rights_not_there(t, id, e) : RC_OK;
}

static enum rc may_change(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id,
	struct err *e)
{
	struct rec *r;

	TRY(now(s, a, t, id, &r, e));
	TRY(rights_may_save(s, t, r, r, e));
	if (rec_voided(r))
		return fail(e, RC_CONFLICT, "这条%s已作废，不能再改；要改请先撤销作废", t->label);
	return RC_OK;
}

enum rc session_may_change(struct session *s, const struct rec_type *shipped, uint64_t id, struct err *e)
{
	struct arena a = { 0 };
	enum rc rc;

	TRY(enter(s, e));
	rc = may_change(s, &a, type_of(s, shipped), id, e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

/* Of a record that lies beyond one's part of the tree one sees whom to call, to call them. */
static enum rc may_give_away(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id,
	struct err *e)
{
	struct rec *r;

	TRY(now(s, a, t, id, &r, e));
	if (reach_of(s, t, r) < REACH_OUTSIDE)
		return RC_OK;
	return fail(e, RC_DENIED, t->owner ? "这户不在%.*s的辖区内，不能导出；请找它的联系人" :
		"这不在%.*s的辖区内，不能导出；请找那里的主管", STR_FMT(s->me.name));
}

enum rc session_may_export(struct session *s, const struct rec_type *about, uint64_t id, struct err *e)
{
	struct arena a = { 0 };
	enum rc rc;

	TRY(rights_may_export(s, e));
	if (!about || !id || s->me.admin)
		return RC_OK;
	TRY(enter(s, e));
	rc = may_give_away(s, &a, type_of(s, about), id, e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc early_may_save(struct session *s, const struct save *save, struct err *e)
{
	if (save->base)
		TRY(rights_may_write(s, save->type, save->base, NULL, e));
	return rights_may_write(s, save->type, save->base, save->rec, e);
}

/* ---- one field ------------------------------------------------------------------------------ */

/* Values that a field does not have, in the order of what may be allowed most likely: mine where it names
 * a worker, another, none.  What a value must be is no question here. */
static size_t others(struct session *s, const struct field *f, val v, val out[3])
{
	size_t n = 0;

	if (field_aims(f, &worker_type) && s->me.worker &&
		(uint64_t)v.n != s->me.worker)
		out[n++] = VAL_REF(s->me.worker);
	if (kind_is_text(f->kind))
		out[n++] = (val){ true, 0, str_is(v.s, "?") ? S("??") : S("?") };
	else if (f->kind != K_REF)
		out[n++] = (val){ true, v.n == FLAG_YES ? FLAG_NO : FLAG_YES, S("?") };
	else if (!n) /* to what is not there: whether one may refer to it depends on what it is */
		out[n++] = (val){ true, INT32_MAX, { 0 } };
	if (v.set)
		out[n++] = (val){ 0 };
	return n;
}

/* Does the field say where the record lies?  Then it depends on the value. */
static bool places(struct arena *a, const struct rec_type *t, const struct rec *r, const struct field *f)
{
	struct rec *without = rec_dup(a, t, r);

	field_set(f, without, (val){ 0 });
	return !rights_placed(t, without);
}

static enum rc may_become(struct session *s, struct arena *a, const struct rec_type *t, const struct rec *was,
	const struct rec *is, const struct field *f, struct err *e)
{
	val v = field_get(f, is), other[3];
	size_t n = others(s, f, v, other);
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n; i++) {
		struct rec *r = rec_dup(a, t, is);

		field_set(f, r, other[i]);
		rc = rights_may_save(s, t, was, r, e);
		if (rc != RC_DENIED)
			return rc;
	}
	return rc;
}

/* As the record is; and with what else has been typed, for one field may open another. */
static enum rc may_set(struct session *s, struct arena *a, const struct rec_type *t, const struct rec *start,
	const struct rec *rec, const struct field *f, struct err *e)
{
	struct rec *was = NULL, *is;
	struct err also = { 0 };
	enum rc rc, then;

	if (start->id) {
		TRY(now(s, a, t, start->id, &was, e));
		TRY(rights_may_overwrite(s, t, was, f, e));
	}
	is = rec_dup(a, t, was ? was : start);
	if (places(a, t, is, f))
		return RC_OK;
	rc = may_become(s, a, t, was, is, f, e);
	if (rc != RC_DENIED)
		return rc;
	for EACH_FIELD(typed, t)
		if (!val_eq(field_get(typed, start), field_get(typed, rec)))
			field_set(typed, is, field_get(typed, rec));
	then = may_become(s, a, t, was, is, f, &also);
	if (then == RC_DENIED)
		return rc;
	if (then != RC_OK)
		*e = also;
	return then;
}

enum rc session_may_set(struct session *s, const struct rec_type *shipped, const struct rec *start,
	const struct rec *rec, const struct field *f, struct err *e)
{
	struct arena a = { 0 };
	enum rc rc;

	if (s->me.admin)
		return RC_OK;
	TRY(enter(s, e));
	rc = may_set(s, &a, type_of(s, shipped), start, rec, f, e);
	arena_free(&a);
	return leave_with(s, rc, e);
}
