/* refs.c - what a record points at stands: it is there, it is not void, and it is the same family's
 * where both are a family's.  Asked when all of a commit has been written, so that its records may
 * point at one another, of what was changed alone. */
#include "store/write.h"

#include "base/str.h"
#include "rec/text.h"

static uint64_t family_of(const struct rec_type *t, const struct rec *r)
{
	if (!t->owner || !r)
		return 0;
	return t->owner[0] ? (uint64_t)rec_get(t, r, t->owner).n : r->id;
}

static enum rc stands(struct snap *sn, struct arena *a, const struct written *w, const struct field *f,
	uint64_t id, struct err *e)
{
	const struct rec_type *t = type_named(sn, str_of(f->of));
	uint64_t mine = family_of(w->type, w->is), its;
	struct rec *r;
	enum rc rc;

	if (!t)
		return RC_OK;
	rc = snap_get(sn, a, t, id, &r, e);
	if (rc == RC_NOT_FOUND)
		return fail_at(e, f->name, "“%s”写的%s（第%llu号）不存在，请重新选择", f->label, t->label,
			(unsigned long long)id);
	TRY(rc);
	if (f->flags & F_ORIGIN && val_eq(field_get(f, w->was), field_get(f, w->is)))
		return RC_OK;
	if (rec_voided(r))
		return fail_at(e, f->name, "“%s”写的%s（第%llu号）已作废，请重新选择", f->label, t->label,
			(unsigned long long)id);
	its = family_of(t, r);
	if (mine && its && mine != its && t->owner[0])
		return fail_at(e, f->name, "“%s”写的%s（第%llu号）是另一户家庭的，请重新选择", f->label,
			t->label, (unsigned long long)id);
	return RC_OK;
}

static enum rc field_stands(struct snap *sn, struct arena *a, const struct written *w,
	const struct field *f, struct err *e)
{
	val v = field_get(f, w->is);
	str rest = v.s, word;
	int64_t id;

	if (f->kind == K_REF)
		return v.set ? stands(sn, a, w, f, (uint64_t)v.n, e) : RC_OK;
	while (f->kind == K_REFS && str_word(&rest, &word))
		if (str_int(word, &id))
			TRY(stands(sn, a, w, f, (uint64_t)id, e));
	return RC_OK;
}

static enum rc record_stands(struct snap *sn, struct arena *a, const struct written *w, struct err *e)
{
	/* A record that comes back from a void mark or goes to another family is looked at whole. */
	bool whole = !w->was || rec_voided(w->was) || family_of(w->type, w->was) != family_of(w->type, w->is);

	if (rec_voided(w->is))
		return RC_OK;
	for EACH_FIELD(f, w->type)
		if (whole || !val_eq(field_get(f, w->was), field_get(f, w->is)))
			TRY(field_stands(sn, a, w, f, e));
	return RC_OK;
}

enum rc refs_stand(struct txn *x, struct err *e)
{
	struct commit *c = x->commit;
	struct arena a = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < x->n; i++) {
		arena_reset(&a);
		rc = record_stands(x->view, &a, &x->done[i], e);
		for (size_t k = 0; rc != RC_OK && k < c->nops; k++)
			if (c->ops[k].type == x->done[i].type && c->ops[k].id == x->done[i].is->id)
				c->at_op = k;
	}
	arena_free(&a);
	return rc;
}
