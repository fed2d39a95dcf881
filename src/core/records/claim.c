/* claim.c - 理赔: what a stay in hospital is paid, by the days the insurance covers, its waiting period and
 * its caps; and how claims follow the stay and one another. */
#include "core/records/claim.h"

#include "base/buf.h"
#include "base/str.h"
#include "core/office/means.h"
#include "rec/text.h"

static const struct field claim_fields[] = {
	FIELD(claim, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(claim, 2, person, .label = "成员", .of = "person", .sens = 2),
	FIELD(claim, 3, insured, .label = "参保", .of = "insured", .sens = 2,
		.hint = "不填就找入院那天有效的参保"),
	FIELD(claim, 4, event, .label = "住院情况", .of = "event", .sens = 2),
	FIELD(claim, 5, no, .label = "编号", .sens = 1, .flags = F_COMPUTED),
	FIELD(claim, 6, accident, .label = "意外", .sens = 3, .hint = "意外住院没有等待期"),
	FIELD(claim, 7, reported, .label = "报案日期", .sens = 1, .flags = F_TODAY | F_PAST),
	FIELD(claim, 8, admit, .label = "入院日期", .sens = 3, .flags = F_PAST),
	FIELD(claim, 9, discharge, .label = "出院日期", .sens = 3, .flags = F_PAST),
	FIELD(claim, 10, documents, .label = "已有材料", .of = "CLAIM_DOC", .sens = 2),
	FIELD(claim, 11, days, .label = "住院天数", .sens = 2, .flags = F_COMPUTED),
	FIELD(claim, 12, pay_days, .label = "可赔天数", .sens = 2, .flags = F_COMPUTED),
	FIELD(claim, 13, payable, .label = "应赔(元)", .sens = 2, .flags = F_COMPUTED),
	FIELD(claim, 14, basis, .label = "算法", .sens = 2, .flags = F_COMPUTED),
	FIELD(claim, 15, state, .label = "进度", .of = "CLAIM_STATE", .sens = 2, .flags = F_USUAL),
	FIELD(claim, 16, paid, .label = "实赔(元)", .sens = 2),
	FIELD(claim, 17, paid_on, .label = "赔付日期", .sens = 2, .flags = F_PAST),
	FIELD(claim, 18, told_family, .label = "告知家庭", .sens = 1, .flags = F_PAST),
	FIELDS_VOID(990, 991),
};

static const struct index claim_indexes[] = {
	{ .name = "family", .key = { "family", "reported" }, .cover = { "state", "told_family" } },
	{ .name = "insured", .key = { "insured", "admit" }, .cover = { "pay_days", "state" } },
	{ .name = "event", .key = { "event" }, .cover = { "family" } },
};

static const struct order claim_order[] = {
	ORDER(admit, discharge),
	ORDER(admit, reported),
	ORDER(reported, paid_on),
	ORDER(reported, told_family),
};

/* A record this claim is about; what is gone is refused at its field. */
static enum rc about(struct check *c, const struct rec_type *t, uint64_t id, const char *field,
	struct rec **out, struct err *e)
{
	enum rc rc = snap_get(c->view, c->a, t, id, out, e);

	if (rc == RC_NOT_FOUND || (rc == RC_OK && rec_voided(*out)))
		return fail_at(e, field, "没有这条%s，请重新选择", t->label);
	return rc;
}

static enum rc from_event(struct check *c, struct claim *cl, struct err *e)
{
	struct event *v;
	struct rec *r;

	if (!cl->event.id)
		return RC_OK;
	TRY(about(c, &event_type, cl->event.id, "event", &r, e));
	v = (struct event *)r;
	cl->family = v->family;
	if (!cl->person.id)
		cl->person = v->person;
	if (!cl->admit.day)
		cl->admit = v->admit;
	if (!cl->discharge.day)
		cl->discharge = v->discharge;
	return RC_OK;
}

/* ---- the cover ------------------------------------------------------------------------------ */

/* The days somebody is insured: within the policy, from when they came to it until they left. */
static struct span cover(const struct insured *in, const struct policy *p)
{
	struct span s = { in->added.day > p->from.day ? in->added : p->from, p->to };

	if (in->removed.day && in->removed.day < s.last.day)
		s.last = in->removed;
	return s;
}

bool insured_holds(const struct insured *in, const struct policy *p, date day)
{
	struct span s = cover(in, p);

	return day.day >= s.first.day && day.day <= s.last.day;
}

/* The insurance that covers the day of admission, when nobody has chosen one. */
static enum rc find_insured(struct check *c, struct claim *cl, struct err *e)
{
	const val key[] = { VAL_REF(cl->family.id), VAL_REF(cl->person.id) };
	struct cursor at;
	const struct rec *r;
	enum rc rc = RC_OK;

	if (cl->insured.id || !cl->admit.day || !cl->person.id)
		return RC_OK;
	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &insured_type, .index = "family",
		.prefix = key, .nprefix = COUNT(key) }, &at, e));
	while (!cl->insured.id && (rc = cursor_next(&at, &r, e)) == RC_OK) {
		struct rec *in, *p;

		TRY(snap_get(c->view, c->a, &insured_type, r->id, &in, e));
		TRY(snap_get(c->view, c->a, &policy_type, ((struct insured *)in)->policy.id, &p, e));
		if (insured_holds((struct insured *)in, (struct policy *)p, cl->admit))
			cl->insured.id = r->id;
	}
	cursor_close(&at);
	return cl->insured.id || rc == RC_END ? RC_OK : rc;
}

/* ---- the days ------------------------------------------------------------------------------- */

static bool lives(const struct codebook *book, const struct claim *cl)
{
	return !code_means(book, cl->state, MEANS_CLAIM_REFUSED) &&
	       !code_means(book, cl->state, MEANS_CLAIM_DROPPED);
}

/* The year of the policy a day falls in: twelve months from its beginning, and again. */
static struct span policy_year(const struct policy *p, date day)
{
	struct span y = { p->from, { 0 } };

	for (int n = 12; date_add_months(p->from, n).day <= day.day; n += 12)
		y.first = date_add_months(p->from, n);
	y.last.day = date_add_months(y.first, 12).day - 1;
	return y;
}

/* Days of that year which earlier stays have used up: by the day of admission, then by number. */
static enum rc used_before(struct check *c, const struct claim *cl, const struct policy *p,
	int64_t *days, struct err *e)
{
	struct span year = policy_year(p, cl->admit);
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	*days = 0;
	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &claim_type, .index = "insured",
		.prefix = &VAL_REF(cl->insured.id), .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK) {
		const struct claim *other = (const struct claim *)r;
		bool earlier = other->admit.day < cl->admit.day ||
			       (other->admit.day == cl->admit.day && r->id < cl->r.id);

		if (r->id != cl->r.id && earlier && other->admit.day >= year.first.day &&
			lives(c->lex->codes, other))
			*days += other->pay_days.v;
	}
	TRY_END(rc);
	return RC_OK;
}

static int64_t least(int64_t days, num most, const char *why, struct buf *b)
{
	int64_t left = most.v > 0 ? most.v : 0;

	if (!most.set || left >= days)
		return days;
	buf_printf(b, "，%s%lld天", why, (long long)left);
	return left;
}

/* Why nothing at all is paid, "" when something may be. */
static str unpaid(struct check *c, const struct claim *cl, const struct insured *in,
	const struct policy *p)
{
	struct span s = cover(in, p);
	date waits = { s.first.day + (int32_t)p->waiting_days.v - 1 };

	if (cl->admit.day < s.first.day)
		return arena_printf(c->a, "入院早于参保（%.*s），不赔", STR_FMT(date_text(c->a, s.first)));
	if (cl->admit.day > s.last.day)
		return arena_printf(c->a, "入院时保险已到期（%.*s），不赔", STR_FMT(date_text(c->a, s.last)));
	if (p->waiting_days.v > 0 && cl->accident.v != FLAG_YES && cl->admit.day <= waits.day)
		return arena_printf(c->a, "等待期到%.*s，不赔", STR_FMT(date_text(c->a, waits)));
	return (str){ 0 };
}

/* pay = min(days, cap of the stay, cap of the year - used) x daily; nothing inside the waiting period
 * for illness, and no day the insurance does not cover. */
static enum rc pay(struct check *c, struct claim *cl, const struct insured *in, const struct policy *p,
	struct err *e)
{
	bool both = p->count_both.v == FLAG_YES;
	int64_t days = cl->discharge.day - cl->admit.day + both, paid = days, used;
	int64_t inside = cover(in, p).last.day - cl->admit.day + 1;
	struct buf b = { .a = c->a };
	str never = unpaid(c, cl, in, p);

	TRY(used_before(c, cl, p, &used, e));
	buf_printf(&b, "住院%lld天", (long long)days);
	paid = least(paid, (num){ true, inside }, "保险期内", &b);
	paid = least(paid, p->per_stay, "每次最多", &b);
	paid = least(paid, (num){ p->per_year.set, p->per_year.v - used }, "今年还剩", &b);
	if (never.n) {
		paid = 0;
		buf_printf(&b, "，%.*s", STR_FMT(never));
	}
	buf_printf(&b, "；%lld天×%.*s元", (long long)paid, STR_FMT(val_raw(c->a,
		type_field(&policy_type, S("daily")), (val){ true, p->daily.fen, { 0 } })));
	cl->days = (num){ true, days };
	cl->pay_days = (num){ true, paid };
	cl->payable = (money){ true, paid * p->daily.fen };
	cl->basis = buf_view(&b);
	return RC_OK;
}

static enum rc reckon(struct check *c, struct claim *cl, struct err *e)
{
	struct insured *in;
	struct rec *r;

	cl->days = cl->pay_days = (num){ 0 };
	cl->payable = (money){ 0 };
	cl->basis = (str){ 0 };
	if (!cl->insured.id) {
		if (cl->admit.day && cl->person.id)
			cl->basis = S("入院那天没有有效的参保");
		return RC_OK;
	}
	TRY(about(c, &insured_type, cl->insured.id, "insured", &r, e));
	in = (struct insured *)r;
	if (!cl->person.id)
		cl->person = in->person;
	if (cl->person.id != in->person.id)
		return fail_at(e, "insured", "这条参保是另一位成员的，请重新选择");
	TRY(snap_get(c->view, c->a, &policy_type, in->policy.id, &r, e));
	return cl->admit.day && cl->discharge.day && cl->discharge.day >= cl->admit.day
		? pay(c, cl, in, (struct policy *)r, e) : RC_OK;
}

static enum rc claim_check(struct check *c, struct err *e)
{
	struct claim *cl = IS(c, claim);
	uint64_t seq;
	int year;

	if (!cl->reported.day)
		cl->reported = moment_date(c->now);
	TRY(from_event(c, cl, e));
	TRY(person_family(c, cl->person, &cl->family, e));
	TRY(find_insured(c, cl, e));
	TRY(reckon(c, cl, e));
	if (cl->paid_on.day && !cl->paid.set)
		return fail_at(e, "paid", "填了赔付日期，也请填实赔金额");
	if (cl->paid.set && cl->paid_on.day)
		cl->state = code_meant(c->lex->codes, MEANS_CLAIM_PAID);
	if (cl->no.n)
		return RC_OK;
	year = date_ymd(cl->reported).y;
	TRY(view_next(c->view, arena_printf(c->a, "claim:%d", year), &seq, e));
	cl->no = arena_printf(c->a, "LP%d-%04u", year, (unsigned)seq);
	return RC_OK;
}

const struct rec_type claim_type = REC_TYPE(claim, 15, "理赔", .indexes = claim_indexes,
	.nindexes = COUNT(claim_indexes), .orders = claim_order, .norders = COUNT(claim_order),
	.owner = "family", .title = "no", .duty = "visit",
	.check = claim_check);

/* ---- what follows from other records -------------------------------------------------------- */

struct found { VEC(uint64_t); };

static enum rc claims_by(struct txn *x, const char *index, uint64_t id, struct found *out, struct err *e)
{
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	*out = (struct found){ 0 };
	TRY(cursor_open(x->view, x->a, &(struct walk){ .type = &claim_type, .index = index,
		.prefix = &VAL_REF(id), .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		*vec_add(x->a, out) = r->id;
	TRY_END(rc);
	return RC_OK;
}

/* A day nobody has corrected by hand goes with the event's. */
static void follow(date *day, date was, date is)
{
	if (day->day == was.day)
		*day = is;
}

enum rc claim_follow_event(struct txn *x, const struct rec_type *t, const struct event *was,
	const struct event *is, struct err *e)
{
	struct found list;

	if (rec_voided(&is->r) || (was && was->admit.day == is->admit.day &&
		was->discharge.day == is->discharge.day))
		return RC_OK;
	TRY(claims_by(x, "event", is->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		struct rec *base;
		struct claim *cl;

		TRY(snap_get(x->view, x->a, t, list.p[i], &base, e));
		cl = (struct claim *)rec_dup(x->a, t, base);
		follow(&cl->admit, was ? was->admit : (date){ 0 }, is->admit);
		follow(&cl->discharge, was ? was->discharge : (date){ 0 }, is->discharge);
		TRY(txn_save(x, t, base, &cl->r, NULL, e));
	}
	return RC_OK;
}

enum rc claims_reckon(struct txn *x, const struct rec_type *t, uint64_t insured, struct err *e)
{
	struct found list;

	/* Their index has them in the order of admission, and each counts what those before it use: saved
	 * as it is, a claim is reckoned by its check, and written when that changes it. */
	TRY(claims_by(x, "insured", insured, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		struct rec *base;

		TRY(snap_get(x->view, x->a, t, list.p[i], &base, e));
		TRY(txn_save(x, t, base, rec_dup(x->a, t, base), NULL, e));
	}
	return RC_OK;
}

enum rc claims_find_insured(struct txn *x, const struct rec_type *t, const struct insured *in, struct err *e)
{
	struct found list;

	TRY(claims_by(x, "family", in->family.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		struct rec *base;

		TRY(snap_get(x->view, x->a, t, list.p[i], &base, e));
		if (!((struct claim *)base)->insured.id && ((struct claim *)base)->person.id == in->person.id)
			TRY(txn_save(x, t, base, rec_dup(x->a, t, base), NULL, e));
	}
	return RC_OK;
}

enum rc claims_follow(struct txn *x, const struct rec_type *t, const struct claim *was,
	const struct claim *is, struct err *e)
{
	if (was && was->insured.id && was->insured.id != is->insured.id)
		TRY(claims_reckon(x, t, was->insured.id, e));
	return is->insured.id ? claims_reckon(x, t, is->insured.id, e) : RC_OK;
}

enum rc claims_follow_policy(struct txn *x, const struct rec_type *t, uint64_t policy, struct err *e)
{
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(x->view, x->a, &(struct walk){ .type = &insured_type, .index = "policy",
		.prefix = &VAL_REF(policy), .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK)
		TRY(claims_reckon(x, t, r->id, e));
	TRY_END(rc);
	return RC_OK;
}
