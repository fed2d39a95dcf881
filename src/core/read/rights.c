/* rights.c - who sees what: the one file that masks.
 *
 * The administrator of an embedded office sees everything.  A family's own contacts see it in clear;
 * elsewhere in one's part of the tree personal data are masked, unless the role sees its part in clear
 * (config/roles.yaml); beyond it there is only whom to call: the file number and the contact persons.
 * Work phones of contact persons are internal and hence always in clear. */
#include "core/read/rights.h"

#include "core/read/glass.h"
#include "core/read/reveal.h"
#include "rec/ident.h"

enum { SENS_INTERNAL = 1, SENS_PERSONAL = 2, SENS_RESTRICTED = 4 };

bool rights_clear(struct session *s, enum reach reach, const struct field *f)
{
	if (s->me.admin || f->sens <= SENS_INTERNAL)
		return true;
	if (reach >= REACH_OUTSIDE || f->sens > s->role->sens)
		return false;
	if (reach == REACH_SEALED && f->sens > SENS_PERSONAL && !s->role->sealed)
		return false;
	return s->role->clear >= (reach == REACH_OWN ? CLEAR_OWN : CLEAR_SCOPE);
}

/* What lists and forms need of a family one sees masked: its links, its flags, its everyday codes. */
static bool stays(enum reach reach, const struct field *f)
{
	return reach < REACH_OUTSIDE && f->sens <= SENS_PERSONAL &&
	       (f->kind == K_REF || f->kind == K_REFS || f->kind == K_FLAG || f->kind == K_CODE ||
		       f->kind == K_CODES);
}

bool rights_tells(struct session *s, enum reach reach, const struct field *f)
{
	return rights_clear(s, reach, f) || stays(reach, f);
}

static val masked(struct arena *a, enum reach reach, const struct field *f, val v)
{
	if (!v.set || stays(reach, f))
		return v;
	if (reach >= REACH_OUTSIDE || !kind_is_text(f->kind) || f->kind == K_CODE || f->kind == K_CODES ||
		f->kind == K_REFS)
		return (val){ 0 };
	if (f->kind == K_NOTE || (f->kind == K_TEXT && f->sens > SENS_PERSONAL) || f->sens >= SENS_RESTRICTED)
		return (val){ true, 0, S("有") };
	v.s = ident_mask(a, f->kind, v.s);
	return v;
}

enum rc rights_not_there(const struct rec_type *t, uint64_t id, struct err *e)
{
	return fail(e, RC_NOT_FOUND, "没有这条%s：第%llu号", t->label, (unsigned long long)id);
}

/* Beyond one's part of the tree only the file itself and its contact persons are there to be seen. */
enum rc rights_may_open(struct session *s, const struct rec_type *t, const struct rec *r,
	struct err *e)
{
	bool part = t->owner && *t->owner && !t->contact && rights_family(s, t, r);
	enum reach reach = reach_of(s, t, r);

	if (reach == REACH_ABSENT)
		return rights_not_there(t, r->id, e);
	if (!part || reach < REACH_OUTSIDE)
		return RC_OK;
	return fail(e, RC_DENIED, "这户不在%.*s的辖区内，只能看档案编号和联系人", STR_FMT(s->me.name));
}

/* Did I write this record? */
static bool author(const struct session *s, const struct rec_type *t, const struct rec *r)
{
	for EACH_FIELD(f, t)
		if (f->flags & F_ME && s->me.worker && (uint64_t)field_get(f, r).n == s->me.worker)
			return true;
	return false;
}

/* Comfort is not for the family's contacts but for its author and for who may see the restricted at all:
 * the counsellor and the secretary-general. */
static bool restricted_clear(const struct session *s, enum reach reach, const struct rec_type *t,
	const struct rec *r)
{
	if (reach >= REACH_OUTSIDE || (reach == REACH_SEALED && !s->role->sealed))
		return false;
	return s->role->sens >= SENS_RESTRICTED || author(s, t, r);
}

val rights_value(struct session *s, struct arena *a, const struct rec_type *t, const struct rec *r,
	enum reach reach, const struct field *f, val v)
{
	bool clear;

	reach = glass_sight(s, rights_family(s, t, r), reach);
	clear = s->me.admin || (f->sens == SENS_RESTRICTED ? restricted_clear(s, reach, t, r)
							      : rights_clear(s, reach, f)) ||
		reveal_shows(s, t, r->id, f);

	return clear ? v : masked(a, reach, f, v);
}

bool rights_hides(struct session *s, struct arena *a, const struct rec_type *t, const struct rec *r,
	const struct field *f)
{
	val v = field_get(f, r);

	return v.set && f->kind != K_BYTES && !val_eq(v, rights_value(s, a, t, r, reach_of(s, t, r), f, v));
}

/* Whom a reason helps: who sees such things of a family of their own, of one within reach. */
enum rc rights_may_reveal(struct session *s, const struct rec_type *t, const struct rec *r, const struct field *f,
	struct err *e)
{
	struct arena a = { 0 };
	enum reach reach = reach_of(s, t, r);
	bool hidden = rights_hides(s, &a, t, r, f);

	arena_free(&a);
	if (!hidden)
		return fail(e, RC_INVALID, "“%s”没有遮住，不用申请", f->label);
	if (reach >= REACH_OUTSIDE)
		return fail(e, RC_DENIED, "这户不在%.*s的辖区内，只能看档案编号和联系人", STR_FMT(s->me.name));
	if (s->role->clear == CLEAR_NONE || f->sens > s->role->sens ||
		(reach == REACH_SEALED && f->sens > SENS_PERSONAL && !s->role->sealed))
		return fail(e, RC_DENIED, "%.*s的角色不能看“%s”的明文，写了原因也不行；请找这户的联系人或主管",
			STR_FMT(s->me.name), f->label);
	return RC_OK;
}

void rights_mask(struct session *s, struct arena *a, const struct rec_type *t, struct rec *r)
{
	const struct rec *whole;
	enum reach reach;

	if (s->me.admin)
		return;
	reach = reach_of(s, t, r);
	whole = rec_dup(a, t, r); /* who wrote it is asked of what is being masked */
	for EACH_FIELD(f, t)
		field_set(f, r, rights_value(s, a, t, whole, reach, f, field_get(f, whole)));
}
