/* demo_report.c - last month's report of the second community, handed up and not yet looked at. */
#include "demo/demo.h"

#include "base/str.h"
#include "core/lists/reports/freeze.h"

/* The first report that communities hand up. */
static enum rc handed_up(struct session *s, struct arena *a, const struct report **out, struct err *e)
{
	struct report_names all = report_all(a, session_office(s));

	*out = NULL;
	for (size_t i = 0; i < all.n && !*out; i++) {
		const struct report *r;

		TRY(report_load(a, session_office(s), all.p[i], &r, e));
		if (r->submits & 1)
			*out = r;
	}
	return RC_OK;
}

/* Whoever wrote it is somebody who works there. */
static enum rc sign(struct session *s, struct arena *a, uint64_t id, uint64_t worker, struct err *e)
{
	const struct rec_type *t = demo_type(s, &frozen_type);
	struct rec *base;
	struct save save = { .type = t };

	TRY(session_get(s, a, t, id, &base, e));
	save.base = base;
	save.rec = rec_dup(a, t, base);
	((struct frozen *)save.rec)->by.id = worker;
	return session_save(s, a, S(""), &save, 1, e);
}

enum rc demo_report(struct session *s, struct err *e)
{
	struct arena a = { 0 };
	struct listed workers = { 0 };
	const struct report *r = NULL;
	const struct worker *w = NULL;
	struct span span;
	uint64_t id;
	enum rc rc = demo_list(s, &a, "workers", 0, &workers, e);

	for (size_t i = 0; i < workers.n; i++)
		if (str_is(((struct worker *)workers.p[i])->login, "tongli"))
			w = (struct worker *)workers.p[i];
	if (rc == RC_OK)
		rc = handed_up(s, &a, &r, e);
	if (rc == RC_OK && r && w) {
		rc = report_period(r, S(""), session_today(s), &span, e);
		if (rc == RC_OK)
			rc = report_submit(s, &a, r, span_by(span, -1), w->org.id, &id, e);
		if (rc == RC_OK)
			rc = sign(s, &a, id, w->r.id, e);
		else if (rc == RC_INVALID) /* nobody lives there in so small an office */
			rc = RC_OK;
	}
	arena_free(&a);
	return rc;
}
