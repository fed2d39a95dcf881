/* concerns.c - which families count otherwise when something else than their own records changes. */
#include "core/read/past.h"
#include "core/rules/lookup.h"

#include "base/str.h"

/* What is asked while a commit runs. */
struct concern {
	struct session *s;
	struct arena *a;
	struct families *out;
};

/* ---- persons of the association --------------------------------------------------------------- */

/* All they have ever been arranged for. */
static enum rc of_worker(struct concern *q, uint64_t worker, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &assignment_type),
		.index = "worker", .prefix = &VAL_REF(worker), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		*vec_add(q->a, q->out) = ((const struct assignment *)r)->family.id;
	TRY_END(rc);
	return RC_OK;
}

/* ---- units ---------------------------------------------------------------------------------- */

static enum rc of_unit(struct concern *q, uint64_t org, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &family_type),
		.index = "community", .prefix = &VAL_REF(org), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		*vec_add(q->a, q->out) = r->id;
	TRY_END(rc);
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &worker_type),
		.index = "org", .prefix = &VAL_REF(org), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		TRY(of_worker(q, r->id, e));
	TRY_END(rc);
	return RC_OK;
}

/* Does it lead to that unit, being merged into it, or into one that was? */
static bool leads_to(struct concern *q, uint64_t org, uint64_t to)
{
	for (int hop = 0; org && hop <= 8; hop++) {
		const struct org *o = peek_org(q->s, q->a, org);

		if (org == to)
			return true;
		org = o ? o->successor.id : 0;
	}
	return false;
}

static enum rc of_org(struct concern *q, uint64_t org, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(of_unit(q, org, e));
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &org_type) }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		if (r->id != org && ((const struct org *)r)->successor.id && leads_to(q, r->id, org))
			TRY(of_unit(q, r->id, e));
	TRY_END(rc);
	return RC_OK;
}

/* ---- policies ------------------------------------------------------------------------------- */

static enum rc of_policy(struct concern *q, uint64_t policy, struct err *e)
{
	const struct rec_type *t = type_of(q->s, &insured_type);
	struct cursor c;
	const struct rec *r;
	struct rec *in;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t, .index = "policy",
		.prefix = &VAL_REF(policy), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		TRY(snap_get(q->s->view, q->a, t, r->id, &in, e));
		*vec_add(q->a, q->out) = ((const struct insured *)in)->family.id;
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- persons of families -------------------------------------------------------------------- */

/* Who has gone over to another file may still be the head of the one they left. */
static enum rc of_person(struct concern *q, uint64_t person, struct err *e)
{
	struct turns left;

	TRY(turns_about(q->s, q->a, &person_type, person, person_type.owner, &left, e));
	for (size_t i = 0; i < left.n; i++) {
		str type;
		uint64_t id;

		if (ref_parse(left.p[i].was, &type, &id))
			*vec_add(q->a, q->out) = id;
	}
	return RC_OK;
}

/* ---- all of them ---------------------------------------------------------------------------- */

/* Whom a record of this type concerns, when one of these fields or its void mark changes; NULL: any. */
static const struct {
	const struct rec_type *type;
	const char *fields[4];
	enum rc (*of)(struct concern *, uint64_t id, struct err *);
} concerns[] = {
	{ &worker_type, { "org", "on_from", "on_to" }, of_worker },
	{ &org_type, { "code", "level", "successor" }, of_org },
	{ &policy_type, { "from", "to" }, of_policy },
	{ &person_type, { NULL }, of_person },
};

static enum rc of_record(struct concern *q, const struct rec_type *t, uint64_t id, struct err *e)
{
	for (size_t i = 0; i < COUNT(concerns); i++)
		if (concerns[i].type->tag == t->tag)
			return concerns[i].of(q, id, e);
	return RC_OK;
}

static bool matters(const struct rec_type *t, const struct rec *was, const struct rec *is)
{
	for (size_t i = 0; i < COUNT(concerns); i++) {
		bool changed = !concerns[i].fields[0] || rec_voided(was) != rec_voided(is);

		if (concerns[i].type->tag != t->tag)
			continue;
		for (const char *const *f = concerns[i].fields; *f; f++)
			changed |= !val_eq(rec_get(t, was, *f), rec_get(t, is, *f));
		return changed;
	}
	return false;
}

/* What is new concerns nobody yet.  A dated change of something that is no family's is one of it. */
static enum rc concern(struct concern *q, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	const struct status *st = (const struct status *)is;
	const struct rec_type *about;
	uint64_t id;
	str type;

	if (t->tag == status_type.tag && !st->family.id && ref_parse(st->about, &type, &id)) {
		about = office_type(q->s->office, type);
		return about ? of_record(q, about, id, e) : RC_OK;
	}
	return was && matters(t, was, is) ? of_record(q, t, is->id, e) : RC_OK;
}

enum rc lookup_concerns(void *session, struct snap *view, struct arena *a, const struct rec_type *t,
	const struct rec *was, const struct rec *is, struct families *out, struct err *e)
{
	struct session *s = session;
	struct snap *outer = s->view;
	enum rc rc;

	s->view = view;
	s->depth++;
	rc = concern(&(struct concern){ s, a, out }, t, was, is, e);
	s->depth--;
	s->view = outer;
	return rc;
}
