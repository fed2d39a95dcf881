/* org.c - what follows when a unit is merged into another: its families, members, groups and households go over,
 * its association has ended. */
#include "core/rules/after/after.h"
#include "core/records/organisation.h"

/* What hangs on a unit, by which field (an index of its name begins with it), until which day is set. */
static const struct { const struct rec_type *type; const char *field, *ended; } hangs[] = {
	{ &family_type, "community", "closed" },
	{ &member_type, "org", "left" },
	{ &group_type, "org", "ended" },
	{ &link_type, "org", "to" },
	{ &venue_type, "org", "ended" },
	{ &task_type, "node", "done" },
	{ &finding_type, "org", "fixed" },
	{ &liaison_type, "node", "to" },
	{ &liaison_type, "org", "to" }, /* of a member, who has gone over by now */
};

struct ids { VEC(uint64_t); };

static enum rc of_unit(struct after *q, const struct rec_type *t, const char *field, uint64_t org, struct ids *out,
	struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->txn->view, q->a, &(struct walk){ .type = type_of(q->s, t), .index = field,
		.prefix = &VAL_REF(org), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		*vec_add(q->a, out) = r->id;
	TRY_END(rc);
	return RC_OK;
}

static enum rc go_over(struct after *q, size_t k, uint64_t from, uint64_t to, struct err *e)
{
	const struct rec_type *t = hangs[k].type;
	struct ids ids = { 0 };

	TRY(of_unit(q, t, hangs[k].field, from, &ids, e));
	for (size_t i = 0; i < ids.n; i++) {
		struct edit x;

		TRY(after_edit(q, t, ids.p[i], &x, e));
		if (rec_get(x.type, x.rec, hangs[k].ended).set)
			continue;
		rec_set(x.type, x.rec, hangs[k].field, VAL_REF(to));
		TRY(after_put(q, &x, e));
	}
	return RC_OK;
}

static enum rc end_association(struct after *q, uint64_t org, struct err *e)
{
	struct ids ids = { 0 };

	TRY(of_unit(q, &association_type, "node", org, &ids, e));
	for (size_t i = 0; i < ids.n; i++) {
		struct association *as;
		struct edit x;

		TRY(after_edit(q, &association_type, ids.p[i], &x, e));
		as = (struct association *)x.rec;
		if (!as->ended.day)
			as->ended = q->today;
		TRY(after_put(q, &x, e));
	}
	return RC_OK;
}

/* File numbers stay; the bodies of the old association have nothing more to say. */
enum rc after_org(struct after *q, struct err *e)
{
	const struct org *was = (const struct org *)q->was, *o = (const struct org *)q->is;

	if (!was || !o->successor.id || was->successor.id == o->successor.id)
		return RC_OK;
	for (size_t k = 0; k < COUNT(hangs); k++)
		TRY(go_over(q, k, o->r.id, o->successor.id, e));
	return end_association(q, o->r.id, e);
}
