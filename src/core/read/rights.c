/* rights.c - who may see and do what: the only file that knows roles (config/roles.yaml).
 *
 * The administrator of an embedded office sees everything.  Everybody else sees a family in clear
 * when it is one of their own; elsewhere in their part of the tree personal data are masked, and
 * beyond it only what is public inside the association: file number and contacts (domain.md 3.10,
 * AT1).  Work phones of contact persons are sens 1 and hence always in clear. */
#include "core/impl.h"

#include "rec/ident.h"

#include <stdlib.h>

enum { SENS_INTERNAL = 1, SENS_PERSONAL = 2, SENS_RESTRICTED = 4 };

/* ---- my families ---------------------------------------------------------------------------- */

static int by_number(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

static enum rc add_families(struct session *s, struct held *mine, uint64_t worker, struct err *e)
{
	struct held more;

	TRY(worker_families(s, &s->mine_arena, worker, session_today(s), &more, e));
	for (size_t i = 0; i < more.n; i++)
		*vec_add(&s->mine_arena, mine) = more.p[i];
	return RC_OK;
}

static bool away(const struct worker *w, date on)
{
	return w->away_from.day && w->away_from.day <= on.day &&
	       (!w->away_to.day || w->away_to.day >= on.day);
}

/* My families, and those of whom I stand in for while they are away. */
static enum rc collect(struct session *s, struct held *mine, struct err *e)
{
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	TRY(add_families(s, mine, s->me.worker, e));
	TRY(cursor_open(s->view, &s->mine_arena, &(struct walk){ .type = type_of(s, &worker_type),
		.index = "substitute", .prefix = &VAL_REF(s->me.worker), .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		if (away((const struct worker *)r, session_today(s)))
			TRY(add_families(s, mine, r->id, e));
	TRY_END(rc);
	return RC_OK;
}

void rights_mine(struct session *s, const uint64_t **ids, size_t *n)
{
	uint64_t tick = snap_tick(s->view);
	struct held mine = { 0 };
	struct err ignored;

	if (s->me.worker && s->mine_tick != tick) {
		arena_reset(&s->mine_arena);
		if (collect(s, &mine, &ignored) == RC_OK)
			s->mine_tick = tick;
		s->mine = mine.p;
		s->nmine = mine.n;
		if (s->nmine > 1)
			qsort(s->mine, s->nmine, sizeof *s->mine, by_number);
	}
	*ids = s->mine;
	*n = s->nmine;
}

static bool is_mine(struct session *s, uint64_t family)
{
	const uint64_t *ids;
	size_t n;

	rights_mine(s, &ids, &n);
	return n && bsearch(&family, ids, n, sizeof *ids, by_number);
}

/* ---- reach ---------------------------------------------------------------------------------- */

struct lookrange rights_scope(struct session *s)
{
	return look_range(s->me.scope);
}

/* A community that is not chosen yet is the form's business, not a question of rights. */
bool rights_org(struct session *s, uint64_t community)
{
	struct arena a = { 0 };
	struct org *o = community ? peek_org(s, &a, community) : NULL;
	bool in = s->me.admin || !community || (o && str_starts(o->code.s, s->me.scope));

	arena_free(&a);
	return in;
}

bool rights_sealed(const struct session *s, const struct family *f)
{
	int months = (int)s->office->care.seal_years * 12;

	return months && f->closed.day && date_add_months(f->closed, months).day <= session_today(s).day;
}

enum reach rights_reach(struct session *s, uint64_t family)
{
	struct arena a = { 0 };
	struct err ignored;
	enum reach reach = REACH_OUTSIDE;
	struct family *f;

	if (s->me.admin || !family)
		return REACH_OWN;
	if (enter(s, &ignored) != RC_OK)
		return REACH_OUTSIDE;
	if (is_mine(s, family)) {
		reach = REACH_OWN;
	} else if ((f = peek_family(s, &a, family)) && f->community.id && rights_org(s, f->community.id)) {
		reach = rights_sealed(s, f) ? REACH_SEALED : REACH_SCOPE;
	}
	leave(s);
	arena_free(&a);
	return reach;
}

uint64_t rights_family(struct session *s, const struct rec_type *t, const struct rec *r)
{
	if (!t->owner)
		return 0;
	if (!t->owner[0])
		return r->id;
	(void)s;
	return (uint64_t)rec_get(t, r, t->owner).n;
}

bool rights_clear(struct session *s, enum reach reach, const struct field *f)
{
	if (s->me.admin || f->sens <= SENS_INTERNAL)
		return true;
	if (!s->role || f->sens > s->role->sens)
		return false;
	if (reach == REACH_OWN)
		return !str_is(s->role->clear, "none");
	if (reach == REACH_SEALED && f->sens > SENS_PERSONAL && !s->role->sealed)
		return false;
	return reach != REACH_OUTSIDE && str_is(s->role->clear, "scope");
}

/* Beyond my part of the tree nothing personal arrives at all, but for the head's masked name. */
static val masked(struct arena *a, enum reach reach, const struct rec_type *t,
	const struct field *f, val v)
{
	bool name = f->flags & F_NAME;

	if (!v.set || !kind_is_text(f->kind))
		return f->kind == K_REF || f->kind == K_FLAG ? v : (val){ 0 };
	if (reach == REACH_OUTSIDE && !name)
		return (val){ 0 };
	if (f->kind == K_CODE || f->kind == K_CODES)
		return f->sens > SENS_PERSONAL ? (val){ 0 } : v;
	if (f->kind == K_REFS)
		return v;
	if (f->kind == K_NOTE || (f->kind == K_TEXT && f->sens > SENS_PERSONAL) || f->sens >= SENS_RESTRICTED)
		return (val){ true, 0, S("有") };
	(void)t;
	v.s = ident_mask(a, f->kind, v.s);
	return v;
}

/* Beyond one's part of the tree only the file itself and its contact persons are there to be seen. */
enum rc rights_may_open(struct session *s, const struct rec_type *t, const struct rec *r,
	struct err *e)
{
	bool part = t->owner && *t->owner && strcmp(t->name, assignment_type.name) != 0;

	if (!part || rights_reach(s, rights_family(s, t, r)) != REACH_OUTSIDE)
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

/* Comfort is not for the family's contacts but for its author and for who may see level 4 at all:
 * the counsellor and the secretary-general (domain.md 2.13). */
static bool restricted_clear(const struct session *s, enum reach reach, const struct rec_type *t,
	const struct rec *r)
{
	if (reach == REACH_SEALED && !(s->role && s->role->sealed))
		return false;
	return author(s, t, r) || (s->role && s->role->sens >= SENS_RESTRICTED && reach != REACH_OUTSIDE);
}

void rights_mask(struct session *s, struct arena *a, const struct rec_type *t, struct rec *r)
{
	enum reach reach;

	if (s->me.admin)
		return;
	reach = rights_reach(s, rights_family(s, t, r));
	for EACH_FIELD(f, t)
		if (f->sens == SENS_RESTRICTED ? !restricted_clear(s, reach, t, r)
					       : !rights_clear(s, reach, f))
			field_set(f, r, masked(a, reach, t, f, field_get(f, r)));
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool may(const struct role *role, const char *duty)
{
	for (size_t i = 0; role && i < role->may.n; i++)
		if (str_is(role->may.p[i], duty) || str_is(role->may.p[i], "all"))
			return true;
	return false;
}

static enum rc may_change(const struct session *s, struct err *e)
{
	if (s->read_only)
		return fail(e, RC_DENIED, "现在是只读方式，不能修改；请去掉 --read-only 重新进入");
	return RC_OK;
}

/* What one was allowed to do one may take back, with all that came of it. */
enum rc rights_may_undo(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	(void)t;
	(void)was;
	(void)is;
	return may_change(s, e);
}

enum rc rights_may_accept(struct session *s, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	uint64_t family = rights_family(s, t, is);

	(void)was;
	TRY(may_change(s, e));
	if (s->me.admin || may(s->role, assignment_type.duty))
		return RC_OK;
	if (!may(s->role, "accept"))
		return fail(e, RC_DENIED, "%.*s的角色不能接收家庭，请找街道主管", STR_FMT(s->me.name));
	if (rights_reach(s, family) == REACH_OUTSIDE)
		return fail(e, RC_DENIED, "这户不在%.*s的辖区内，不能接收；请找街道主管",
			STR_FMT(s->me.name));
	return RC_OK;
}

enum rc rights_may_write(struct session *s, const struct rec_type *t, const struct rec *base,
	const struct rec *rec, struct err *e)
{
	const struct rec *r = rec ? rec : base;
	uint64_t family = rights_family(s, t, r);

	TRY(may_change(s, e));
	if (s->me.admin)
		return RC_OK;
	if (!t->duty || !may(s->role, t->duty))
		return fail(e, RC_DENIED, "%.*s的角色不能改%s，请找街道主管或管理员",
			STR_FMT(s->me.name), t->label);
	if (strcmp(t->name, family_type.name) == 0 && !base &&
		!rights_org(s, ((const struct family *)r)->community.id))
		return fail_at(e, "community", "这个社区不在%.*s的辖区内，不能在那里建档；请联系那里的联系人",
			STR_FMT(s->me.name));
	if (family && (base || t->owner[0]) && rights_reach(s, family) == REACH_OUTSIDE)
		return fail(e, RC_DENIED, "这户不在%.*s的辖区内，不能修改；请联系它的联系人",
			STR_FMT(s->me.name));
	return RC_OK;
}
