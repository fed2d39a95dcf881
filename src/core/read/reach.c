/* reach.c - how far away a record lies from who is at work: their own families, their part of the tree,
 * beyond.  Nobody else asks where a record belongs. */
#include "core/read/reach.h"

#include "core/read/parts.h"
#include "core/records/organisation.h"

#include <stdlib.h>

/* ---- what is kept of a snapshot ------------------------------------------------------------- */

static bool among(const struct remembered *k, uint64_t id)
{
	return k->n && bsearch(&id, k->p, k->n, sizeof *k->p, by_number);
}

/* Read again when somebody has written, or the day is another. */
static const struct remembered *keep(struct session *s, struct remembered *k,
	enum rc (*fill)(struct session *, struct remembered *, struct err *))
{
	struct seen_at now = { snap_tick(s->view), session_today(s).day };
	struct err e;

	if (k->at.tick == now.tick && k->at.day == now.day)
		return k;
	arena_reset(&k->a);
	k->p = NULL;
	k->n = k->cap = 0;
	if (fill(s, k, &e) == RC_OK) {
		k->at = now;
	} else {
		k->n = 0;
		trouble(s, &e);
	}
	if (k->n > 1)
		qsort(k->p, k->n, sizeof *k->p, by_number);
	return k;
}

/* ---- my families ---------------------------------------------------------------------------- */

static enum rc families_of(struct session *s, struct remembered *out, uint64_t worker, struct err *e)
{
	struct held held;

	TRY(worker_families(s, &out->a, worker, session_today(s), &held, e));
	for (size_t i = 0; i < held.n; i++)
		*vec_add(&out->a, out) = held.p[i];
	return RC_OK;
}

static bool away(const struct worker *w, date on)
{
	return w->away_from.day && w->away_from.day <= on.day && (!w->away_to.day || w->away_to.day >= on.day);
}

/* The households of the member I am, as long as they are linked to me. */
static enum rc linked_to(struct session *s, struct remembered *out, uint64_t member, struct err *e)
{
	int32_t today = session_today(s).day;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(s->view, &out->a, &(struct walk){ .type = type_of(s, &link_type), .index = "member",
		.prefix = &VAL_REF(member), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct link *l = (const struct link *)r;

		if (l->family.id && l->from.day <= today && (!l->to.day || l->to.day > today))
			*vec_add(&out->a, out) = l->family.id;
	}
	TRY_END(rc);
	return RC_OK;
}

static enum rc linked(struct session *s, struct remembered *out, struct err *e)
{
	int32_t today = session_today(s).day;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(s->view, &out->a, &(struct walk){ .type = type_of(s, &member_type), .index = "worker",
		.prefix = &VAL_REF(s->me.worker), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		date left = ((const struct member *)r)->left;

		if (!left.day || left.day > today)
			TRY(linked_to(s, out, r->id, e));
	}
	TRY_END(rc);
	return RC_OK;
}

/* Mine, those linked to the member I am, and those of whom I cover for while they are away. */
static enum rc fill_mine(struct session *s, struct remembered *out, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	if (s->role->families == FAMILIES_NONE)
		return RC_OK;
	TRY(families_of(s, out, s->me.worker, e));
	TRY(linked(s, out, e));
	TRY(cursor_open(s->view, &out->a, &(struct walk){ .type = type_of(s, &worker_type),
		.index = "substitute", .prefix = &VAL_REF(s->me.worker), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		if (away((const struct worker *)r, session_today(s)))
			TRY(families_of(s, out, r->id, e));
	TRY_END(rc);
	return RC_OK;
}

void rights_mine(struct session *s, const uint64_t **ids, size_t *n)
{
	if (s->me.worker)
		keep(s, &s->mine, fill_mine);
	*ids = s->mine.p;
	*n = s->mine.n;
}

/* ---- my part of the tree -------------------------------------------------------------------- */

static enum rc fill_orgs(struct session *s, struct remembered *out, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	val from = { true, 0, s->me.scope };
	enum rc rc;

	TRY(cursor_open(s->view, &out->a, &(struct walk){ .type = type_of(s, &org_type), .index = "code",
		.from = s->me.scope.n ? &from : NULL }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		if (!str_starts(((const struct org *)r)->code.s, s->me.scope))
			break;
		*vec_add(&out->a, out) = r->id;
	}
	cursor_close(&c);
	if (rc == RC_OK)
		return RC_OK; /* behind my part */
	TRY_END(rc);
	return RC_OK;
}

void rights_orgs(struct session *s, const uint64_t **ids, size_t *n)
{
	keep(s, &s->orgs, fill_orgs);
	*ids = s->orgs.p;
	*n = s->orgs.n;
}

bool rights_any_family(const struct session *s)
{
	return s->me.admin || s->role->families == FAMILIES_REACH;
}

void rights_communities(struct session *s, const uint64_t **ids, size_t *n)
{
	rights_orgs(s, ids, n);
	if (!rights_any_family(s))
		*n = 0;
}

bool rights_community(struct session *s, uint64_t org)
{
	return rights_any_family(s) && rights_org(s, org);
}

struct lookrange rights_scope(struct session *s)
{
	return look_range(s->me.scope);
}

/* A community that is not chosen yet is the form's business, not a question of rights. */
bool rights_org(struct session *s, uint64_t org)
{
	return s->me.admin || !org || among(keep(s, &s->orgs, fill_orgs), org);
}

/* Whose codes mine begins with. */
static enum rc fill_above(struct session *s, struct remembered *out, struct err *e)
{
	for (uint32_t n = 1; n < s->me.scope.n; n++) {
		struct cursor c;
		const struct rec *r;
		enum rc rc;

		TRY(cursor_open(s->view, &out->a, &(struct walk){ .type = type_of(s, &org_type), .index = "code",
			.prefix = &(val){ true, 0, str_sub(s->me.scope, 0, n) }, .nprefix = 1 }, &c, e));
		while ((rc = cursor_next(&c, &r, e)) == RC_OK)
			*vec_add(&out->a, out) = r->id;
		TRY_END(rc);
	}
	return RC_OK;
}

/* What names no unit is the whole office's. */
bool rights_line(struct session *s, uint64_t org)
{
	return rights_org(s, org) || among(keep(s, &s->above, fill_above), org);
}

/* ---- reach ---------------------------------------------------------------------------------- */

bool rights_sealed(const struct session *s, const struct family *f)
{
	int months = (int)s->office->care.seal_years * 12;

	return months && f->closed.day && date_add_months(f->closed, months).day <= session_today(s).day;
}

static bool is_mine(struct session *s, uint64_t family)
{
	return s->me.worker && among(keep(s, &s->mine, fill_mine), family);
}

static enum reach reach_of_file(struct session *s, const struct family *f)
{
	if (!rights_any_family(s))
		return REACH_ABSENT;
	if (!f || !f->community.id || !rights_org(s, f->community.id))
		return REACH_OUTSIDE;
	return rights_sealed(s, f) ? REACH_SEALED : REACH_SCOPE;
}

/* A void file lies where it lay; what cannot be read is beyond everybody's reach. */
enum reach rights_reach(struct session *s, uint64_t family)
{
	struct arena a = { 0 };
	struct err e;
	enum reach reach = REACH_OUTSIDE;

	if (s->me.admin || !family)
		return REACH_OWN;
	if (enter(s, &e) != RC_OK) {
		trouble(s, &e);
		return REACH_OUTSIDE;
	}
	if (is_mine(s, family))
		reach = REACH_OWN;
	else
		reach = reach_of_file(s, (struct family *)peek_any(s, &a, &family_type, family));
	leave(s);
	arena_free(&a);
	return reach;
}

uint64_t rights_family(struct session *s, const struct rec_type *t, const struct rec *r)
{
	(void)s;
	if (!t->owner)
		return 0;
	return t->owner[0] ? (uint64_t)rec_get(t, r, t->owner).n : r->id;
}

/* What names no unit belongs to the topmost one. */
static bool reaches_top(struct session *s)
{
	struct arena a = { 0 };
	struct cursor c;
	const struct rec *r;
	struct err e;
	bool mine = false;
	enum rc rc = cursor_open(s->view, &a,
		&(struct walk){ .type = type_of(s, &org_type), .index = "code" }, &c, &e);

	if (rc == RC_OK) {
		rc = cursor_next(&c, &r, &e);
		mine = rc == RC_OK && str_starts(((const struct org *)r)->code.s, s->me.scope);
		cursor_close(&c);
	}
	if (rc != RC_OK && rc != RC_END)
		trouble(s, &e);
	arena_free(&a);
	return mine;
}

/* An org is judged by its code: a new one stands in no index yet. */
static bool unit_within(struct session *s, const struct rec_type *t, const struct rec *r)
{
	uint64_t unit;

	if (!t->unit[0])
		return str_starts(((const struct org *)r)->code.s, s->me.scope);
	unit = (uint64_t)rec_get(t, r, t->unit).n;
	return unit ? rights_org(s, unit) : reaches_top(s);
}

/* What may belong to a family or to a unit, and names no family, is its unit's. */
static bool of_family(const struct rec_type *t, const struct rec *r)
{
	return t->owner && (!t->unit || rec_get(t, r, t->owner).set);
}

enum reach reach_of(struct session *s, const struct rec_type *t, const struct rec *r)
{
	if (s->me.admin || (!t->owner && !t->unit))
		return REACH_OWN;
	if (t->tag == family_type.tag) /* as it is here: it may be on its way to another community */
		return is_mine(s, r->id) ? REACH_OWN : reach_of_file(s, (const struct family *)r);
	if (of_family(t, r))
		return rights_reach(s, rights_family(s, t, r));
	if (!unit_within(s, t, r))
		return t->open || rights_line(s, (uint64_t)rec_get(t, r, t->unit).n) ? REACH_OUTSIDE : REACH_ABSENT;
	return t->tag == worker_type.tag && r->id == s->me.worker ? REACH_OWN : REACH_SCOPE;
}

/* Is it known where it lies?  What is still to be written lies nowhere until its family, community, unit or
 * code is. */
bool rights_placed(const struct rec_type *t, const struct rec *r)
{
	if (t->tag == family_type.tag)
		return ((const struct family *)r)->community.id != 0;
	if (t->owner && (of_family(t, r) || !t->unit))
		return rec_get(t, r, t->owner).set;
	if (t->unit)
		return t->unit[0] ? rec_get(t, r, t->unit).set : ((const struct org *)r)->code.s.n != 0;
	return true;
}

/* ---- walking what I reach ------------------------------------------------------------------- */

void read_families(struct session *s, struct arena *a, struct family_walk *w)
{
	*w = (struct family_walk){ .s = s, .a = a };
	rights_communities(s, &w->org, &w->norgs);
	rights_mine(s, &w->mine, &w->nmine);
}

/* My own that live elsewhere come last; once, whatever posts I hold. */
static enum rc next_own(struct family_walk *w, const struct family **out, struct err *e)
{
	while (w->at_mine < w->nmine) {
		uint64_t id = w->mine[w->at_mine++];
		struct rec *r;
		enum rc rc;

		if (w->at_mine > 1 && w->mine[w->at_mine - 2] == id)
			continue;
		rc = snap_get(w->s->view, w->a, type_of(w->s, &family_type), id, &r, e);
		if (rc == RC_NOT_FOUND)
			continue;
		TRY(rc);
		if (rec_voided(r) || rights_community(w->s, ((struct family *)r)->community.id))
			continue;
		*out = (const struct family *)r;
		return RC_OK;
	}
	return RC_END;
}

enum rc next_family(struct family_walk *w, const struct family **out, struct err *e)
{
	const struct rec *r;
	enum rc rc;

	while (w->open || w->at_org < w->norgs) {
		if (!w->open) {
			TRY(cursor_open(w->s->view, w->a, &(struct walk){ .type = type_of(w->s, &family_type),
				.index = "community", .prefix = &VAL_REF(w->org[w->at_org]), .nprefix = 1 },
				&w->c, e));
			w->at_org++;
			w->open = true;
		}
		rc = cursor_next(&w->c, &r, e);
		*out = (const struct family *)r;
		if (rc == RC_OK)
			return RC_OK;
		w->open = false;
		if (rc != RC_END)
			return rc;
	}
	return next_own(w, out, e);
}
