/* handover.c - 交接: passing families from one contact person to the next without losing what was agreed. */
#include "core/office/means.h"
#include "core/read/lex.h"
#include "core/read/may.h"
#include "core/records/assignment.h"
#include "core/work/save.h"

struct hands { VEC(const struct assignment *); };

/* The assignments of a worker that have not ended before a day: those that hold, and those to come. */
static enum rc assignments_of(struct session *s, struct arena *a, uint64_t worker, date on,
	struct hands *out, struct err *e)
{
	const struct rec_type *t = type_of(s, &assignment_type);
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = (struct hands){ 0 };
	TRY(cursor_open(s->view, a, &(struct walk){ .type = t, .index = "worker",
		.prefix = &VAL_REF(worker), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct assignment *as = (const struct assignment *)r;
		struct rec *whole;

		if (as->to.day && as->to.day < on.day)
			continue;
		TRY(snap_get(s->view, a, t, r->id, &whole, e));
		*vec_add(a, out) = (const struct assignment *)whole;
	}
	TRY_END(rc);
	return RC_OK;
}

/* Is it the first of its family?  One family counts once, however many of its days are spoken of. */
static bool first_of(const struct hands *hands, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (hands->p[k]->family.id == hands->p[i]->family.id)
			return false;
	return true;
}

/* ---- the act ---------------------------------------------------------------------------------- */

static bool chosen(const struct handover *h, uint64_t family)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->family[i] == family)
			return true;
	return h->n == 0;
}

/* From the day on the days are the successor's: those that remain of what holds, all of what is planned.
 * Whoever had begun that very day, or not yet, has not been there at all. */
static void hand_one(struct session *s, struct arena *a, const struct handover *h, code reason,
	const struct assignment *old, struct save saves[2])
{
	const struct rec_type *t = type_of(s, &assignment_type);
	struct assignment *ended = (struct assignment *)rec_dup(a, t, &old->r);
	struct assignment *next = (struct assignment *)rec_new(a, t);

	if (old->from.day >= h->on.day) {
		ended->r.void_why = S("已交接，没有开始");
		ended->r.void_by.id = s->me.worker;
	} else {
		ended->to.day = h->on.day - 1;
	}
	next->family = old->family;
	next->post = old->post;
	next->worker.id = h->to;
	next->from = old->from.day > h->on.day ? old->from : h->on;
	next->to = old->to;
	next->reason = reason;
	next->handover_at = h->on;
	next->handover_from.id = h->from;
	next->handover_by.id = h->to;
	next->note = old->note;
	saves[0] = (struct save){ .type = t, .base = &old->r, .rec = &ended->r };
	saves[1] = (struct save){ .type = t, .rec = &next->r };
}

struct handing { struct save *saves; size_t n, families; };

static enum rc hand_all(struct session *s, struct arena *a, const struct handover *h,
	struct handing *out, struct err *e)
{
	const struct worker *to = peek_worker(s, a, h->to);
	code reason = h->reason.n ? (code){ h->reason } : code_meant(&s->office->codes, MEANS_LOAD);
	struct hands hands;

	TRY(assignments_of(s, a, h->from, h->on, &hands, e));
	if (!worker_in_post(to, h->on))
		return fail_at(e, "to", "接收人%.*s那天不在岗，请重新选择", STR_FMT(date_text(a, h->on)));
	out->saves = ARENA_ARRAY(a, struct save, hands.n * 2 + 1);
	for (size_t i = 0; i < hands.n; i++) {
		const struct assignment *old = hands.p[i];

		if (!chosen(h, old->family.id))
			continue;
		if (old->from.day > h->on.day && old->from.day <= session_today(s).day)
			return fail_at(e, "on", "%.*s的安排%.*s才开始，交接日期不能早于它", STR_FMT(lex_ref_text(s, a,
				family_type.name, old->family.id)), STR_FMT(date_text(a, old->from)));
		if (!worker_in_post(to, old->from.day > h->on.day ? old->from : h->on))
			return fail_at(e, "to", "%.*s起的安排要交接，那时接收人已不在岗，请重新选择",
				STR_FMT(date_text(a, old->from)));
		hand_one(s, a, h, reason, old, out->saves + out->n);
		out->n += 2;
		out->families += first_of(&hands, i);
	}
	return out->n ? RC_OK : fail(e, RC_NOT_FOUND, "没有要交接的家庭：这位联系人那天没有在管的户");
}

/* Taking over is the successor's own act. */
static enum rc may(struct session *s, const struct handover *h, const struct assignment *old, struct err *e)
{
	const struct rec_type *t = type_of(s, &assignment_type);

	return h->to && h->to == s->me.worker ? rights_may_accept(s, t, &old->r, &old->r, e)
					      : rights_may_write(s, t, &old->r, &old->r, e);
}

enum rc session_may_hand_over(struct session *s, const struct handover *h, struct err *e)
{
	struct arena a = { 0 };
	struct hands hands;
	enum rc rc;

	TRY(enter(s, e));
	rc = assignments_of(s, &a, h->from, h->on, &hands, e);
	for (size_t i = 0; rc == RC_OK && i < hands.n; i++)
		if (chosen(h, hands.p[i]->family.id))
			rc = may(s, h, hands.p[i], e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc session_handover(struct session *s, struct arena *a, const struct handover *h, size_t *moved,
	struct err *e)
{
	struct handing all = { 0 };
	enum rc rc;

	*moved = 0;
	if (h->from == h->to)
		return fail_at(e, "to", "移交人和接收人是同一个人，请重新选择接收人");
	TRY(enter(s, e));
	rc = hand_all(s, a, h, &all, e);
	rc = leave_with(s, rc, e);
	if (rc == RC_OK)
		rc = save_act(s, a, &(struct act){ .name = S("assign"), .rules = true,
			.may = h->to == s->me.worker ? rights_may_accept : rights_may_write }, S("交接"),
			all.saves, all.n, e);
	*moved = all.families;
	return rc;
}
