/* event.c - events that other records are the cause of: one a cause, however often it is asked. */
#include "core/rules/after/after.h"

static enum rc caused(struct after *q, str cause, uint64_t family, const struct event **out,
	struct err *e)
{
	struct parts list;

	*out = NULL;
	TRY(family_parts(q->s, q->a, &event_type, family, &list, e));
	for (size_t i = 0; i < list.n; i++)
		if (str_eq(((const struct event *)list.rec[i])->cause, cause))
			*out = (const struct event *)list.rec[i];
	return RC_OK;
}

enum rc after_event(struct after *q, str cause, uint64_t family, uint64_t person, enum means kind,
	date happened, struct err *e)
{
	const struct event *there;
	struct edit x;
	struct event *v;

	TRY(caused(q, cause, family, &there, e));
	if (there) {
		TRY(after_edit(q, &event_type, there->r.id, &x, e));
		((struct event *)x.rec)->happened = happened;
		return after_put(q, &x, e);
	}
	x = after_new(q, &event_type, family);
	v = (struct event *)x.rec;
	v->person.id = person;
	v->kind = code_meant(q->codes, kind);
	v->happened = happened;
	v->known_at = q->txn->commit->at;
	v->cause = cause;
	return after_put(q, &x, e);
}

enum rc after_no_event(struct after *q, str cause, uint64_t family, struct err *e)
{
	const struct event *there;
	struct edit x;

	TRY(caused(q, cause, family, &there, e));
	if (!there)
		return RC_OK;
	TRY(after_edit(q, &event_type, there->r.id, &x, e));
	x.rec->void_why = S("引起它的记录已更正");
	x.rec->void_by.id = q->s->me.worker;
	return after_put(q, &x, e);
}
