/* view.c - looking at the office: the snapshot a question is answered from, and records as they stand in it. */
#include "core/read/view.h"

#include "core/read/me.h"

void trouble(struct session *s, const struct err *e)
{
	if (s->trouble.rc == RC_OK)
		s->trouble = *e;
}

enum rc troubled(struct session *s, enum rc rc, struct err *e)
{
	if (rc != RC_OK || s->trouble.rc == RC_OK)
		return rc;
	*e = s->trouble;
	return e->rc;
}

enum rc enter(struct session *s, struct err *e)
{
	enum rc rc;

	if (s->depth++)
		return RC_OK;
	s->trouble.rc = RC_OK;
	rc = snap_open(s->store, &s->view, e);
	if (rc != RC_OK) {
		s->depth = 0;
		return rc;
	}
	rc = still_here(s, e);
	if (rc != RC_OK)
		leave(s);
	return rc;
}

void leave(struct session *s)
{
	if (--s->depth == 0) {
		snap_close(s->view);
		s->view = NULL;
	}
}

enum rc leave_with(struct session *s, enum rc rc, struct err *e)
{
	rc = troubled(s, rc, e);
	leave(s);
	return rc;
}

void forget_view(struct session *s)
{
	s->mine.at = s->orgs.at = s->above.at = s->me_at = (struct seen_at){ 0 };
	s->glass.tick = 0;
}

const struct rec_type *type_of(const struct session *s, const struct rec_type *shipped)
{
	return office_own(s->office, shipped);
}

struct rec *peek_any(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id)
{
	struct rec *r;
	struct err e;
	enum rc rc = id ? snap_get(s->view, a, type_of(s, t), id, &r, &e) : RC_NOT_FOUND;

	if (rc != RC_OK && rc != RC_NOT_FOUND)
		trouble(s, &e);
	return rc == RC_OK ? r : NULL;
}

struct rec *peek(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id)
{
	struct rec *r = peek_any(s, a, t, id);

	return r && !rec_voided(r) ? r : NULL;
}

struct family *peek_family(struct session *s, struct arena *a, uint64_t id)
{
	return (struct family *)peek(s, a, &family_type, id);
}

struct person *peek_person(struct session *s, struct arena *a, uint64_t id)
{
	return (struct person *)peek(s, a, &person_type, id);
}

struct worker *peek_worker(struct session *s, struct arena *a, uint64_t id)
{
	return (struct worker *)peek(s, a, &worker_type, id);
}

struct org *peek_org(struct session *s, struct arena *a, uint64_t id)
{
	return (struct org *)peek(s, a, &org_type, id);
}
