/* family.c - what follows when a file is opened, leaves the scheme, is closed; and when a community is
 * merged into another. */
#include "core/read/lex.h"
#include "core/records/types.h"
#include "core/rules/after/after.h"

/* Special support stops from the month after; on no day it goes on, where it had stopped for that reason. */
enum rc after_stop_tefu(struct after *q, uint64_t family, uint64_t person, date on, code reason,
	struct err *e)
{
	struct ymd d = date_ymd(on);
	int32_t last = on.day ? d.y * 12 + d.m + 1 : 0;
	struct parts list;

	TRY(family_parts(q->s, q->a, &tefu_type, family, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct tefu *t = (const struct tefu *)list.rec[i];
		struct edit x;

		if ((person && t->person.id != person) ||
			(t->stop_month.ym && !(person && str_eq(t->stop_reason.key, reason.key))) ||
			(!last && !t->stop_month.ym))
			continue;
		TRY(after_edit(q, &tefu_type, t->r.id, &x, e));
		((struct tefu *)x.rec)->stop_month.ym = last;
		((struct tefu *)x.rec)->stop_reason = last ? reason : (code){ 0 };
		TRY(after_put(q, &x, e));
	}
	return RC_OK;
}

/* Nobody is the contact person of a closed file: posts end that day, planned ones never begin. */
static enum rc end_posts(struct after *q, uint64_t family, date on, struct err *e)
{
	struct parts list;

	TRY(family_parts(q->s, q->a, &assignment_type, family, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct assignment *as = (const struct assignment *)list.rec[i];
		struct edit x;

		if (as->to.day && as->to.day <= on.day)
			continue;
		TRY(after_edit(q, &assignment_type, as->r.id, &x, e));
		if (as->from.day > on.day) {
			x.rec->void_why = S("档案已销，没有开始");
			x.rec->void_by.id = q->s->me.worker;
		} else {
			((struct assignment *)x.rec)->to = on;
			((struct assignment *)x.rec)->reason = code_meant(q->codes, MEANS_FILE_ENDED);
		}
		TRY(after_put(q, &x, e));
	}
	return RC_OK;
}

/* The money stops and the posts end, but for a file that goes on in another one. */
static enum rc close_file(struct after *q, const struct family *f, struct err *e)
{
	if (code_means(q->codes, f->close_reason, MEANS_CLOSED_MERGED))
		return RC_OK;
	TRY(after_stop_tefu(q, f->r.id, 0, f->closed, f->close_reason, e));
	return end_posts(q, f->r.id, f->closed, e);
}

enum rc after_family(struct after *q, struct err *e)
{
	const struct family *was = (const struct family *)q->was, *f = (const struct family *)q->is;

	if (rec_voided(&f->r))
		return RC_OK;
	if (!was)
		return f->moved_from.n
			? after_note(q, f->r.id, "in", f->moved_from,
				lex_ref_text(q->s, q->a, "org", f->community.id), f->opened, e)
			: RC_OK;
	if (after_watched(q, f) && !after_watched(q, was))
		TRY(after_calls(q, f->r.id, e));
	/* Birth, adoption, recovery: care goes on, the money stops. */
	if (code_means(q->codes, f->kind, MEANS_LEFT) && !code_means(q->codes, was->kind, MEANS_LEFT))
		TRY(after_stop_tefu(q, f->r.id, 0, f->kind_since,
			code_meant(q->codes, MEANS_CLOSED_RECOVERED), e));
	return f->closed.day && !was->closed.day ? close_file(q, f, e) : RC_OK;
}
