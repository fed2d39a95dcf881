/* budget.c - what budget.h says, from one walk over each kind of record that costs something. */
#include "core/rules/budget.h"

#include "base/str.h"
#include "core/read/reach.h"
#include "core/records/organisation.h"

struct adding {
	struct session *s;
	struct arena *a;
	struct span span;
	struct spending *out;
};

static code usual_task(const struct adding *w)
{
	return (code){ code_usual(codebook_find(&w->s->office->codes, S("SIX_TASK"))) };
}

/* NULL: it cost nothing, or not in these days. */
static struct spent *add(struct adding *w, const struct rec_type *t, uint64_t id, date on, int64_t fen)
{
	if (!fen || on.day < w->span.first.day || on.day > w->span.last.day)
		return NULL;
	*vec_add(w->a, w->out) = (struct spent){ .type = t, .id = id, .on = on, .fen = fen };
	return &w->out->p[w->out->n - 1];
}

static uint64_t home_of(struct adding *w, uint64_t family)
{
	const struct family *f = peek_family(w->s, w->a, family);

	return f ? f->community.id : 0;
}

static void take_gift(struct adding *w, const struct rec *r)
{
	const struct gift *g = (const struct gift *)r;
	struct spent *x = add(w, &gift_type, r->id, g->on, g->cash.fen + g->value.fen);

	if (!x)
		return;
	x->task = g->task.key.n ? g->task : usual_task(w);
	x->fund = g->fund;
	x->org = home_of(w, g->family.id);
	x->what = S(SAY("慰问"));
	x->within = rights_reach(w->s, g->family.id) < REACH_OUTSIDE;
}

static void take_activity(struct adding *w, const struct rec *r)
{
	const struct activity *act = (const struct activity *)r;
	struct spent *x = add(w, &activity_type, r->id, act->on, act->cancelled.day ? 0 : act->cost.fen);

	if (!x)
		return;
	x->task = act->task;
	x->fund = act->fund;
	x->org = act->org.id;
	x->what = act->title;
	x->within = reach_of(w->s, type_of(w->s, &activity_type), r) < REACH_OUTSIDE;
}

/* The premium of whoever is insured, on the day they were added or the policy began. */
static void take_insured(struct adding *w, const struct rec *r)
{
	const struct insured *in = (const struct insured *)r;
	const struct policy *p = (const struct policy *)peek(w->s, w->a, &policy_type, in->policy.id);
	struct spent *x;

	if (!p)
		return;
	x = add(w, &insured_type, r->id, in->added.day > p->from.day ? in->added : p->from, p->premium.fen);
	if (!x)
		return;
	x->task = usual_task(w);
	x->fund = p->payer;
	x->org = home_of(w, in->family.id);
	x->what = p->name;
	x->within = rights_reach(w->s, in->family.id) < REACH_OUTSIDE;
}

static void take_expense(struct adding *w, const struct rec *r)
{
	const struct expense *p = (const struct expense *)r;
	struct spent *x = add(w, &expense_type, r->id, p->on, p->amount.fen);

	if (!x)
		return;
	x->task = p->task;
	x->fund = p->fund;
	x->org = p->org.id;
	x->what = p->what;
	x->within = reach_of(w->s, type_of(w->s, &expense_type), r) < REACH_OUTSIDE;
}

static const struct { const struct rec_type *type; void (*take)(struct adding *, const struct rec *); } kinds[] = {
	{ &gift_type, take_gift }, { &activity_type, take_activity }, { &insured_type, take_insured },
	{ &expense_type, take_expense },
};

enum rc spending_load(struct session *s, struct arena *a, struct span span, struct spending *out, struct err *e)
{
	struct adding w = { .s = s, .a = a, .span = span, .out = out };

	*out = (struct spending){ 0 };
	for (size_t i = 0; i < COUNT(kinds); i++) {
		const struct rec_type *t = type_of(s, kinds[i].type);
		struct cursor c;
		const struct rec *r;
		enum rc rc;

		TRY(cursor_open(s->view, a, &(struct walk){ .type = t }, &c, e));
		while ((rc = cursor_next(&c, &r, e)) == RC_OK)
			if (!rec_voided(r))
				kinds[i].take(&w, rec_dup(a, t, r));
		TRY_END(rc);
	}
	return RC_OK;
}
