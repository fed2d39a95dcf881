/* deal.c - what is done with a row of the reminders: dealt with, not needed, or not wanted any more. */
#include "core/lists/lists.h"
#include "core/lists/rows.h"
#include "core/office/means.h"
#include "core/rules/remind.h"
#include "core/work/save.h"

/* The day goes to the family's 不提醒的日子, so that no year asks again. */
static enum rc drop_day(struct session *s, struct arena *a, uint64_t family, str day, struct save *save,
	struct err *e)
{
	const struct family *f = peek_family(s, a, family);
	struct family *now;

	if (!f)
		return fail(e, RC_NOT_FOUND, "没有这户家庭");
	save->type = type_of(s, &family_type);
	now = (struct family *)rec_dup(a, save->type, &f->r);
	now->days_off.keys = arena_printf(a, "%.*s%s%.*s", STR_FMT(f->days_off.keys),
		f->days_off.keys.n ? " " : "", STR_FMT(day));
	save->base = &f->r;
	save->rec = &now->r;
	return RC_OK;
}

/* What is written when a row is dealt with so. */
static enum rc dealing(struct session *s, struct arena *a, const struct due_row *r, code state,
	struct save *save, struct err *e)
{
	const struct codebook *book = &s->office->codes;
	struct waiver *w = (struct waiver *)rec_new(a, type_of(s, &waiver_type));

	*save = (struct save){ .type = type_of(s, &waiver_type), .rec = &w->r };
	if (code_means(book, state, MEANS_UNWANTED) && str_is(r->rule.key, REMIND_DAY))
		return drop_day(s, a, r->family.id, r->detail, save, e);
	w->rule = r->rule.key;
	w->target = remind_target(a, r->target, r->detail);
	w->family = r->family;
	w->org = r->org;
	w->state = state;
	w->reason = code_name(codebook_find(book, S("WAIVER_STATE")), state.key);
	w->by.id = s->me.worker;
	w->on = session_today(s);
	w->due = r->due;
	return RC_OK;
}

enum rc session_may_waive(struct session *s, const struct due_row *r, code state, struct err *e)
{
	struct arena a = { 0 };
	struct save save;
	enum rc rc;

	TRY(enter(s, e));
	rc = dealing(s, &a, r, state, &save, e);
	if (rc == RC_OK)
		rc = early_may_save(s, &save, e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc session_waive(struct session *s, const struct due_row *r, code state, struct err *e)
{
	struct arena a = { 0 };
	struct save save;
	enum rc rc;

	TRY(enter(s, e));
	rc = leave_with(s, dealing(s, &a, r, state, &save, e), e);
	if (rc == RC_OK)
		rc = session_save(s, &a, S(""), &save, 1, e);
	arena_free(&a);
	return rc;
}
