/* handover.c - 交接: passing families from one contact person to the next without losing what was agreed. */
#include "base/vec.h"
#include "core/impl.h"

struct hands { VEC(uint64_t); };

/* The assignments of a worker that have not ended before a day. */
static enum rc assignments_of(struct session *s, struct arena *a, uint64_t worker, date on,
	struct hands *out, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = (struct hands){ 0 };
	TRY(cursor_open(s->view, a, &(struct walk){ .type = type_of(s, &assignment_type),
		.index = "worker", .prefix = &VAL_REF(worker), .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct assignment *as = (const struct assignment *)r;

		if (!as->to.day || as->to.day >= on.day)
			*vec_add(a, out) = r->id;
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- the act ---------------------------------------------------------------------------------- */

static bool chosen(const struct handover *h, uint64_t family)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->family[i] == family)
			return true;
	return h->n == 0;
}

static void hand_one(struct session *s, struct arena *a, const struct handover *h,
	const struct assignment *old, struct save saves[2])
{
	const struct rec_type *t = type_of(s, &assignment_type);
	struct assignment *ended = (struct assignment *)rec_dup(a, t, &old->r);
	struct assignment *next = (struct assignment *)rec_new(a, t);

	ended->to.day = h->on.day - 1 < old->from.day ? old->from.day : h->on.day - 1;
	next->family = old->family;
	next->post = old->post;
	next->worker.id = h->to;
	next->from = (date){ ended->to.day + 1 };
	next->reason.key = h->reason;
	next->handover_at = h->on;
	next->handover_from.id = h->from;
	next->handover_by.id = h->to;
	next->note = old->note;
	saves[0] = (struct save){ .type = t, .base = &old->r, .rec = &ended->r };
	saves[1] = (struct save){ .type = t, .rec = &next->r };
}

enum rc session_handover(struct session *s, struct arena *a, const struct handover *h, size_t *moved,
	struct err *e)
{
	struct hands hands;
	struct save *saves;
	size_t n = 0;
	enum rc rc;

	*moved = 0;
	if (h->from == h->to)
		return fail_at(e, "to", "移交人和接收人是同一个人，请重新选择接收人");
	TRY(enter(s, e));
	rc = assignments_of(s, a, h->from, h->on, &hands, e);
	if (rc == RC_OK && !worker_in_post(peek_worker(s, a, h->to), h->on))
		rc = fail_at(e, "to", "接收人不在岗，请重新选择");
	saves = ARENA_ARRAY(a, struct save, hands.n * 2 + 1);
	for (size_t i = 0; rc == RC_OK && i < hands.n; i++) {
		const struct assignment *old =
			(const struct assignment *)peek(s, a, &assignment_type, hands.p[i]);

		if (!old || !chosen(h, old->family.id))
			continue;
		hand_one(s, a, h, old, saves + n);
		n += 2;
	}
	leave(s);
	if (rc == RC_OK && !n)
		return fail(e, RC_NOT_FOUND, "没有要交接的家庭：这位联系人那天没有在管的户");
	if (rc == RC_OK)
		rc = save_act(s, a, &(struct act){ .name = S("assign"), .rules = true,
			.may = h->to == s->me.worker ? rights_may_accept : rights_may_write }, S("交接"),
			saves, n, e);
	*moved = n / 2;
	return rc;
}
