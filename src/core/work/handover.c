/* handover.c - 交接: who was responsible on a day, and passing families from one contact person to the
 * next without losing what was agreed (domain.md 2.6, AT5). */
#include "core/lists/job.h"

/* ---- who was the contact on a day? ----------------------------------------------------------- */

enum rc job_who(struct job *q)
{
	date on = q->ask->span.first.day ? q->ask->span.first : session_today(q->s);
	struct parts live;

	TRY(family_assignments_on(q->s, q->a, q->ask->about, on, &live, q->e));
	for (size_t i = 0; i < live.n; i++) {
		struct row *row;
		str *fact;

		const struct assignment *as = (const struct assignment *)live.rec[i];

		if (!assignment_holds(as, peek_worker(q->s, q->a, as->worker.id), on) || !job_window(q) ||
			!(row = job_record(q, &assignment_type, as->r.id, 2, &fact)))
			continue;
		fact[0] = job_text(q, row, "from");
		fact[1] = job_text(q, row, "to");
	}
	return RC_OK;
}

const char *const who_facts[] = { "since", "until", NULL };

/* ---- what is handed over ---------------------------------------------------------------------- */

enum { HAND_FILE, HAND_HEAD, HAND_POST, HAND_WISH, HAND_KEY, HAND_NEEDS, HAND_QUIET, HAND_LAST,
	HAND_FACTS };
const char *const handover_facts[] = { "file_no", "head", "post", "wish", "key_holder", "open_needs",
	"quiet", "last", NULL };
_Static_assert(COUNT(handover_facts) == HAND_FACTS + 1, "a fact each");

static enum rc hand_row(struct job *q, const struct assignment *as)
{
	struct session *s = q->s;
	const struct rec_type *t = type_of(s, &family_type);
	struct family *f;
	struct parts needs;
	struct visits visits;
	struct buf b = { .a = q->a };
	struct row *row;
	str *fact;
	int open = 0;

	if (!job_window(q) ||
		!(row = job_record(q, &family_type, as->family.id, HAND_FACTS, &fact)))
		return RC_OK;
	f = (struct family *)(uintptr_t)row->rec;
	fact[HAND_FILE] = family_short(s, q->a, f);
	fact[HAND_HEAD] = lex_ref_text(s, q->a, "person", f->head.id);
	fact[HAND_POST] = tr_str(code_name(codebook_find(&s->office->codes, S("ASSIGN_POST")),
		as->post.key));
	if (rights_reach(s, f->r.id) == REACH_OUTSIDE)
		return RC_OK;
	buf_printf(&b, "%.*s%s%.*s", STR_FMT(val_text(&s->lex, q->a, type_field(t, S("wish_no")),
		field_get(type_field(t, S("wish_no")), &f->r))), f->wish_note.n ? " " : "",
		STR_FMT(f->wish_note));
	fact[HAND_WISH] = buf_view(&b);
	fact[HAND_KEY] = f->key_holder;
	TRY(family_parts(s, q->a, &need_type, f->r.id, &needs, q->e));
	for (size_t i = 0; i < needs.n; i++)
		open += !((const struct need *)needs.rec[i])->closed.day;
	fact[HAND_NEEDS] = open ? arena_printf(q->a, "%d", open) : S("");
	if (!s->me.admin && rights_reach(s, f->r.id) == REACH_OWN) /* AT8: its own contacts alone */
		fact[HAND_QUIET] = val_text(&s->lex, q->a, type_field(t, S("days_on")),
			field_get(type_field(t, S("days_on")), &f->r));
	TRY(family_visits(s, q->a, f->r.id, 1, &visits, q->e));
	if (visits.n)
		fact[HAND_LAST] = date_text(q->a, moment_date(visits.seen[0].when));
	return RC_OK;
}

struct hands { struct session *s; struct arena *a; date on; uint64_t *id; size_t n, cap; };

static bool add_live(void *arg, uint64_t id, const val *v)
{
	struct hands *h = arg;
	const val *cover = v + 2; /* behind worker, family: post, family, from, to */

	if (cover[3].set && cover[3].n < h->on.day)
		return true;
	if (h->n == h->cap) {
		uint64_t *more = ARENA_ARRAY(h->a, uint64_t, h->cap = h->cap * 2 + 32);

		if (h->n)
			memcpy(more, h->id, h->n * sizeof *more);
		h->id = more;
	}
	h->id[h->n++] = id;
	return true;
}

/* The assignments of a worker that have not ended before a day. */
static enum rc assignments_of(struct session *s, struct arena *a, uint64_t worker, date on,
	struct hands *out, struct err *e)
{
	val key = { true, (int64_t)worker, { 0 } };

	*out = (struct hands){ .s = s, .a = a, .on = on };
	return snap_walk(s->view,
		&(struct walk){ .type = type_of(s, &assignment_type), .index = "worker", .prefix = &key,
			.nprefix = 1, .each = add_live, .arg = out },
		e);
}

enum rc job_handover(struct job *q)
{
	struct hands hands;

	TRY(assignments_of(q->s, q->a, q->ask->about, session_today(q->s), &hands, q->e));
	for (size_t i = 0; i < hands.n; i++) {
		const struct assignment *as =
			(const struct assignment *)peek(q->s, q->a, &assignment_type, hands.id[i]);

		if (as)
			TRY(hand_row(q, as));
	}
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
			(const struct assignment *)peek(s, a, &assignment_type, hands.id[i]);

		if (!old || !chosen(h, old->family.id))
			continue;
		hand_one(s, a, h, old, saves + n);
		n += 2;
	}
	rc = leave_with(s, rc, e);
	if (rc == RC_OK && !n)
		return fail(e, RC_NOT_FOUND, "没有要交接的家庭：这位联系人那天没有在管的户");
	if (rc == RC_OK)
		rc = save_act(s, a, &(struct act){ .name = S("assign"), .rules = true,
			.may = h->to == s->me.worker ? rights_may_accept : rights_may_write }, S("交接"),
			saves, n, e);
	*moved = n / 2;
	return rc;
}
