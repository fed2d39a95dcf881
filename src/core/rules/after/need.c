/* need.c - what follows from a step: the need waits for whom it was handed to. */
#include "core/rules/after/after.h"

#include "base/str.h"

enum rc after_step(struct after *q, struct err *e)
{
	const struct step *st = (const struct step *)q->is;
	struct edit x;
	struct need *n;

	if (q->was)
		return RC_OK;
	TRY(after_edit(q, &need_type, st->need.id, &x, e));
	n = (struct need *)x.rec;
	n->waiting = st->dept;
	if (st->dept.key.n && !has_key(n->helper_dept.keys, st->dept.key))
		n->helper_dept.keys = arena_printf(q->a, "%.*s%s%.*s", STR_FMT(n->helper_dept.keys),
			n->helper_dept.keys.n ? " " : "", STR_FMT(st->dept.key));
	return after_put(q, &x, e);
}
