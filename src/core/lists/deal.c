/* deal.c - what is done with a row of the reminders: dealt with, not needed, or not wanted any more. */
#include "core/lists/lists.h"
#include "core/lists/rows.h"
#include "core/office/means.h"
#include "core/rules/remind.h"
#include "core/work/work.h"

/* The day goes to the family's 不提醒的日子, so that no year asks again. */
static enum rc drop_day(struct session *s, struct arena *a, uint64_t family, str day, struct err *e)
{
	struct save save = { .type = type_of(s, &family_type) };
	struct family *f, *now;

	TRY(enter(s, e));
	f = peek_family(s, a, family);
	TRY(leave_with(s, RC_OK, e));
	if (!f)
		return fail(e, RC_NOT_FOUND, "没有这户家庭");
	now = (struct family *)rec_dup(a, save.type, &f->r);
	now->days_off.keys = arena_printf(a, "%.*s%s%.*s", STR_FMT(f->days_off.keys),
		f->days_off.keys.n ? " " : "", STR_FMT(day));
	save.base = &f->r;
	save.rec = &now->r;
	return session_save(s, a, S(""), &save, 1, e);
}

enum rc session_waive(struct session *s, const struct due_row *r, code state, struct err *e)
{
	const struct codebook *book = &s->office->codes;
	struct arena a = { 0 };
	struct waiver *w = (struct waiver *)rec_new(&a, type_of(s, &waiver_type));
	struct save save = { .type = type_of(s, &waiver_type), .rec = &w->r };
	enum rc rc;

	if (code_means(book, state, MEANS_UNWANTED) && str_is(r->rule.key, REMIND_DAY)) {
		rc = drop_day(s, &a, r->family.id, r->detail, e);
		arena_free(&a);
		return rc;
	}
	w->rule = r->rule.key;
	w->target = remind_target(&a, r->target, r->detail);
	w->family = r->family;
	w->state = state;
	w->reason = code_name(codebook_find(book, S("WAIVER_STATE")), state.key);
	w->by.id = s->me.worker;
	w->on = session_today(s);
	w->due = r->due;
	rc = session_save(s, &a, S(""), &save, 1, e);
	arena_free(&a);
	return rc;
}
