/* campaign_day.c - what campaign_day.h says. */
#include "core/rules/campaign_day.h"

#include "base/str.h"
#include "core/rules/days.h"

date campaign_day_on(const struct session *s, const struct care_day *d)
{
	return d->kind == DAY_PUBLIC ? day_next(d, session_today(s)) : (date){ 0 };
}

enum rc campaign_activity(struct session *s, struct arena *a, const struct care_day *d, date on, uint64_t org,
	const struct activity **out, struct err *e)
{
	const struct rec_type *t = type_of(s, &activity_type);
	const val day = { true, on.day, { 0 } };
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	*out = NULL;
	TRY(cursor_open(s->view, a, &(struct walk){ .type = t, .index = "on", .prefix = &day, .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct activity *act;

		if (((const struct activity *)r)->org.id != org)
			continue;
		TRY(snap_get(s->view, a, t, r->id, &whole, e));
		act = (const struct activity *)whole;
		if (str_has(act->title, d->label) && !act->cancelled.day)
			*out = act;
	}
	TRY_END(rc);
	return RC_OK;
}
