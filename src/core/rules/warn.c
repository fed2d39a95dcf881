/* warn.c - things worth a look before saving: the same visit twice, the same person twice, a
 * child older than its parents, an entry that comes late.  Warnings never refuse; what is refused
 * is in the checks. */
#include "core/rules/rules.h"

#include "base/utf8.h"
#include "core/read/lex.h"
#include "core/read/parts.h"
#include "core/records/household.h"
#include "core/rules/budget.h"
#include "core/rules/council.h"

struct list { struct arena *a; struct warning *w; size_t n, cap; };

static struct warning *add(struct list *l, str text, const char *field)
{
	if (l->n == l->cap) {
		struct warning *more = ARENA_ARRAY(l->a, struct warning, l->cap = l->cap * 2 + 4);

		if (l->n)
			memcpy(more, l->w, l->n * sizeof *more);
		l->w = more;
	}
	l->w[l->n] = (struct warning){ .text = text, .field = field };
	return &l->w[l->n++];
}

/* ---- visits --------------------------------------------------------------------------------- */

struct same_visit {
	const struct visit *v;
	uint64_t id;
	int homes; /* by this worker on that day */
	const struct code_table *modes;
};

static bool compare_visit(void *arg, uint64_t id, const val *v)
{
	struct same_visit *q = arg;
	const val *cover = v + 2; /* behind by, when */
	date day = moment_date(q->v->when);

	if (moment_date((moment){ v[1].n }).day < day.day)
		return false;
	if (id == q->v->r.id || cover[3].set || moment_date((moment){ v[1].n }).day != day.day)
		return true;
	q->homes += code_is(code_find(q->modes, cover[1].s), "home");
	if ((uint64_t)cover[0].n == q->v->family.id && str_eq(cover[1].s, q->v->mode.key))
		q->id = id;
	return true;
}

static enum rc warn_visit(struct session *s, const struct visit *v, bool fresh, struct list *l,
	struct err *e)
{
	const struct care *care = &s->office->care;
	struct same_visit q = { .v = v,
		.modes = codebook_find(&s->office->codes, S("VISIT_MODE")) };
	val by = { true, (int64_t)v->by.id, { 0 } };
	int late = session_today(s).day - moment_date(v->when).day;
	struct warning *w;

	if (v->by.id)
		TRY(snap_walk(s->view,
			&(struct walk){ .type = type_of(s, &visit_type), .index = "by", .prefix = &by,
				.nprefix = 1, .backward = true, .each = compare_visit, .arg = &q },
			e));
	if (q.id) {
		str mode = code_name(q.modes, v->mode.key);

		w = add(l, arena_printf(l->a, "这户%.*s已有一条同一个人记的%.*s，"
			"可能重复；确实又去了一次就再存一次",
			STR_FMT(date_text(l->a, moment_date(v->when))), STR_FMT(mode)), "mode");
		w->type = &visit_type;
		w->id = q.id;
	}
	if (care->home_visits_a_day && code_is(code_find(q.modes, v->mode.key), "home") &&
		q.homes >= care->home_visits_a_day)
		add(l, arena_printf(l->a, "这一天已记了%d次上门，请核对日期", q.homes), "when");
	if (fresh && care->very_late_days && late > care->very_late_days)
		add(l, arena_printf(l->a, "补录%d天前的走访，超过%d天要主管同意", late,
			(int)care->very_late_days), "when");
	else if (fresh && care->late_days && late > care->late_days)
		add(l, arena_printf(l->a, "%d天前的走访，会标为补录", late), "when");
	return RC_OK;
}

/* ---- persons -------------------------------------------------------------------------------- */

struct alike {
	struct session *s;
	struct list *l;
	const struct person *p;
	const char *field;
	const char *why;
};

static bool found_alike(void *arg, uint64_t id, const val *v)
{
	struct alike *q = arg;
	struct person *p = id == q->p->r.id ? NULL : peek_person(q->s, q->l->a, id);
	struct warning *w;
	str name;

	(void)v;
	if (!p || p->family.id == q->p->family.id)
		return true;
	if (strcmp(q->field, "name") == 0 &&
		(!str_eq(p->name, q->p->name) || p->birth.ymd != q->p->birth.ymd))
		return true;
	name = lex_ref_text(q->s, q->l->a, "family", p->family.id);
	w = add(q->l, arena_printf(q->l->a, "%s：%.*s，在 %.*s；可能是同一个人", tr(q->why),
		STR_FMT(lex_ref_text(q->s, q->l->a, person_type.name, id)), STR_FMT(name)), q->field);
	w->type = &family_type;
	w->id = p->family.id;
	return q->l->n < 6;
}

static enum rc walk_alike(struct session *s, struct list *l, const struct person *p,
	const char *index, const char *why, struct err *e)
{
	struct alike q = { s, l, p, index, why };
	val key = rec_get(&person_type, &p->r, index);

	if (!key.set)
		return RC_OK;
	return snap_walk(s->view,
		&(struct walk){ .type = type_of(s, &person_type), .index = index, .prefix = &key,
			.nprefix = 1, .each = found_alike, .arg = &q },
		e);
}

static void warn_older(const struct codebook *book, struct list *l, const struct person *parent,
	const struct person *child)
{
	if (person_younger(parent, child) && !person_married_in(book, parent, child))
		add(l, arena_printf(l->a, "子女%.*s（%.*s）比父母%.*s（%.*s）还大，请核对出生日期和关系",
			STR_FMT(child->name), STR_FMT(pdate_text(l->a, child->birth)),
			STR_FMT(parent->name), STR_FMT(pdate_text(l->a, parent->birth))), "birth");
}

/* A child is younger than its parents; which of the two is wrong nobody but the family knows. */
static enum rc warn_births(struct session *s, const struct person *p, struct list *l, struct err *e)
{
	const struct codebook *book = &s->office->codes;
	bool child = person_is_child(book, p), parent = person_is_parent(book, p);
	struct parts members;

	TRY(family_persons(s, l->a, p->family.id, &members, e));
	for (size_t i = 0; (child || parent) && i < members.n; i++) {
		const struct person *other = (const struct person *)members.rec[i];

		if (child && person_is_parent(book, other))
			warn_older(book, l, other, p);
		if (parent && person_is_child(book, other))
			warn_older(book, l, p, other);
	}
	return RC_OK;
}

static enum rc warn_person(struct session *s, const struct person *p, struct list *l,
	struct err *e)
{
	size_t before;

	TRY(warn_births(s, p, l, e));
	before = l->n;
	TRY(walk_alike(s, l, p, "id_no", "证件号码相同", e));
	if (l->n > before)
		return RC_OK; /* one reason is enough */
	if (p->birth.ymd)
		TRY(walk_alike(s, l, p, "name", "姓名和出生日期相同", e));
	return walk_alike(s, l, p, "phone", "电话相同", e);
}

/* ---- the bodies of the association ------------------------------------------------------------ */

/* Does the body have fewer of the people on that day than it would without this change? */
static enum rc warn_share(struct session *s, const struct seat *is, uint64_t node, str body, date on,
	struct list *l, struct err *e)
{
	const struct code_table *bodies = codebook_find(&s->office->codes, S("BODY"));
	struct council before, after;

	TRY(council_on(s, l->a, node, body, on, NULL, &before, e));
	TRY(council_on(s, l->a, node, body, on, is, &after, e));
	if (after.lacking > before.lacking)
		add(l, arena_printf(l->a, "%.*s起%.*s%d人，基层一线群众和服务对象%d人，不到%d%%：至少要%d人，还差%d人",
			STR_FMT(date_text(l->a, on)), STR_FMT(code_name(bodies, body)), (int)after.n,
			(int)after.grassroots, (int)after.percent, (int)after.need, (int)after.lacking), "kind");
	return RC_OK;
}

/* From today on, of the body it leaves and of the one it joins, on each day on which it changes one of them. */
static enum rc warn_seat(struct session *s, const struct seat *was, const struct seat *is, struct list *l,
	struct err *e)
{
	const struct seat *seat[] = { was, is };
	int32_t today = session_today(s).day;

	for (size_t i = 0; i < COUNT(seat); i++) {
		size_t before = l->n;
		date days[3];

		if (!seat[i] || !seat[i]->node.id || !seat[i]->body.key.n ||
			(i && was && was->node.id == is->node.id && str_eq(was->body.key, is->body.key)))
			continue;
		days[0] = (date){ today };
		days[1] = seat[i]->from;
		days[2] = is->to;
		for (size_t k = 0; k < COUNT(days) && l->n == before; k++)
			if (days[k].day >= today && !(k && days[k].day == days[k - 1].day))
				TRY(warn_share(s, is, seat[i]->node.id, seat[i]->body.key, days[k], l, e));
	}
	return RC_OK;
}

/* ---- the budget -------------------------------------------------------------------------------- */

/* What a record costs, of which task and source; none: nothing. */
static struct spent cost_of(const struct session *s, const struct rec_type *t, const struct rec *r)
{
	struct spent x = { .type = t };

	if (!r || rec_voided(r))
		return x;
	if (t->tag == expense_type.tag) {
		const struct expense *p = (const struct expense *)r;

		x = (struct spent){ .type = t, .on = p->on, .task = p->task, .fund = p->fund, .fen = p->amount.fen };
	} else if (t->tag == activity_type.tag) {
		const struct activity *p = (const struct activity *)r;

		x = (struct spent){ .type = t, .on = p->on, .task = p->task, .fund = p->fund,
			.fen = p->cancelled.day ? 0 : p->cost.fen };
	} else {
		const struct gift *g = (const struct gift *)r;

		x = (struct spent){ .type = t, .on = g->on, .task = g->task, .fund = g->fund, .fen = g->cash.fen + g->value.fen };
		if (!x.task.key.n)
			x.task.key = code_usual(codebook_find(&s->office->codes, S("SIX_TASK")));
	}
	return x;
}

static bool same_line(const struct spent *a, const struct spent *b)
{
	return str_eq(a->task.key, b->task.key) && str_eq(a->fund.key, b->fund.key) &&
		date_ymd(a->on).y == date_ymd(b->on).y;
}

static enum rc budget_of(struct session *s, struct arena *a, const struct spent *x, int64_t *fen, bool *any, struct err *e)
{
	const val key[] = { { true, date_ymd(x->on).y, { 0 } }, { true, 0, x->task.key }, { true, 0, x->fund.key } };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*fen = 0;
	*any = false;
	TRY(cursor_open(s->view, a, &(struct walk){ .type = type_of(s, &budget_type), .index = "year", .prefix = key,
		.nprefix = COUNT(key) }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		*fen += ((const struct budget *)r)->amount.fen;
		*any = true;
	}
	TRY_END(rc);
	return RC_OK;
}

/* Overspending is said, and not refused. */
static enum rc warn_cost(struct session *s, const struct rec_type *t, const struct rec *was, const struct rec *is,
	struct list *l, struct err *e)
{
	struct spent before = cost_of(s, t, was), now = cost_of(s, t, is);
	const struct codebook *book = &s->office->codes;
	int64_t budget, sum;
	struct spending all;
	bool any;

	if (!now.fen || !now.task.key.n || !now.fund.key.n || (was && same_line(&before, &now) && now.fen <= before.fen))
		return RC_OK;
	TRY(budget_of(s, l->a, &now, &budget, &any, e));
	if (!any)
		return RC_OK;
	TRY(spending_load(s, l->a, period_of(PERIOD_YEAR, 0, now.on), &all, e));
	sum = now.fen;
	for (size_t i = 0; i < all.n; i++)
		if (same_line(&all.p[i], &now) && !(all.p[i].type->tag == t->tag && is->id && all.p[i].id == is->id))
			sum += all.p[i].fen;
	if (sum > budget)
		add(l, arena_printf(l->a, "%.*s、%.*s今年的预算%.2f元，加上这一笔支出%.2f元，超支%.2f元",
			STR_FMT(code_name(codebook_find(book, S("SIX_TASK")), now.task.key)),
			STR_FMT(code_name(codebook_find(book, S("FUND_SRC")), now.fund.key)), (double)budget / 100,
			(double)sum / 100, (double)(sum - budget) / 100), NULL);
	return RC_OK;
}

enum rc session_warnings(struct session *s, struct arena *a, const struct rec_type *t,
	const struct rec *base, const struct rec *rec, struct warning **out, size_t *n, struct err *e)
{
	struct list l = { .a = a };
	enum rc rc = RC_OK;

	TRY(enter(s, e));
	if (t->tag == visit_type.tag && !rec_voided(rec))
		rc = warn_visit(s, (const struct visit *)rec, !base, &l, e);
	else if (t->tag == person_type.tag && !rec_voided(rec))
		rc = warn_person(s, (const struct person *)rec, &l, e);
	else if (t->tag == seat_type.tag)
		rc = warn_seat(s, (const struct seat *)base, (const struct seat *)rec, &l, e);
	else if (t->tag == expense_type.tag || t->tag == activity_type.tag || t->tag == gift_type.tag)
		rc = warn_cost(s, t, base, rec, &l, e);
	rc = leave_with(s, rc, e);
	*out = l.w;
	*n = l.n;
	return rc;
}
