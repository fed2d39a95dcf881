/* freeze.c - takes a report's numbers when it is handed up, carries it step by step to frozen, and proves that it is as
 * it was. */
#include "core/lists/reports/freeze.h"

#include "base/digest.h"
#include "core/lists/reports/table.h"
#include "core/read/door.h"
#include "core/read/may.h"
#include "core/read/parts.h"
#include "core/work/work.h"

#include <inttypes.h>

const struct report_way report_ways[REPORT_STEPS] = {
	[STEP_SUBMIT] = { "submit", SAY("上报"), MEANS_REPORT_SUBMITTED, false },
	[STEP_RETURN] = { "return", SAY("退回"), MEANS_REPORT_RETURNED, true },
	[STEP_APPROVE] = { "approve", SAY("审核通过"), MEANS_REPORT_APPROVED, false },
	[STEP_FREEZE] = { "freeze", SAY("冻结"), MEANS_REPORT_FROZEN, false },
};

/* ---- sums ------------------------------------------------------------------------------------- */

/* What it is counted by: all settings that a family's numbers depend on, and the form. */
static str rules_of(struct session *s, struct arena *a, const struct report *r)
{
	struct buf b = { .a = a };

	buf_str(&b, s->office->counted_by);
	buf_char(&b, '\n');
	buf_str(&b, r->text);
	return digest(a, buf_view(&b));
}

static str sum_of(struct arena *a, const struct frozen *f)
{
	struct buf b = { .a = a };

	buf_printf(&b, "%.*s\n%d\n%d\n%" PRIu64 "\n%.*s\n", STR_FMT(f->report), f->from.day, f->to.day, f->org.id,
		STR_FMT(f->rules));
	buf_str(&b, f->numbers.b);
	return digest(a, buf_view(&b));
}

/* ---- handing it up ------------------------------------------------------------------------------ */

static enum rc may_be_of(struct session *s, const struct report *r, struct span span, const struct org *org,
	struct err *e)
{
	bool level = false;

	if (!org)
		return fail(e, RC_INVALID, "要写明是哪个单位的报表");
	for (size_t i = 0; i < REPORT_LEVELS; i++)
		level |= r->submits & 1u << i && code_means(&s->office->codes, org->level, report_levels[i].means);
	if (!rights_org(s, org->r.id))
		return fail(e, RC_DENIED, "%.*s不在%.*s的辖区内，不能上报；请找那里的主管", STR_FMT(org->name),
			STR_FMT(s->me.name));
	if (!r->submits)
		return fail(e, RC_INVALID, "%.*s 不用上报（它的文件里没有 submit）", STR_FMT(r->name));
	if (!level)
		return fail(e, RC_INVALID, "%.*s 不由%.*s这一级上报", STR_FMT(r->name), STR_FMT(org->name));
	if (span.last.day >= session_today(s).day)
		return fail(e, RC_INVALID, "这一期到 %.*s 才完，过了那天再上报", STR_FMT(date_text(s->a, span.last)));
	return RC_OK;
}

static enum rc last_visit(struct session *s, struct arena *a, num *out, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = (num){ true, 0 };
	TRY(cursor_open(s->view, a, &(struct walk){ .type = type_of(s, &visit_type), .backward = true }, &c, e));
	rc = cursor_next(&c, &r, e);
	if (rc == RC_OK) {
		out->v = (int64_t)r->id;
		cursor_close(&c);
	}
	return rc == RC_END ? RC_OK : rc;
}

/* The rows, called as they are called now, and up to which visit they count. */
static enum rc take_numbers(struct session *s, struct arena *a, const struct report *r, const struct org *org,
	struct frozen *f, struct err *e)
{
	struct ask ask = { .about = org->r.id };
	struct page page = { 0 };
	struct job q = { .s = s, .a = a, .ask = &ask, .page = &page, .e = e };
	struct facts facts = { 0 };
	struct lines_of all;

	TRY(facts_take(&q, r->name, (struct span){ f->from, f->to }, report_sources(r), &facts, e));
	TRY(lines_count(&q, &facts, &(struct counting){ .report = r, .items = true, .within = org->code.s }, &all));
	if (!all.n)
		return fail(e, RC_INVALID, "%.*s这一期没有家庭，没有可上报的", STR_FMT(org->name));
	for (size_t i = 0; i < all.n; i++) {
		const struct org *o = peek_org(s, a, org_by_code(s, all.p[i].part.code));

		all.p[i].name = o ? o->name : S("");
	}
	TRY(last_visit(s, a, &f->seen, e));
	f->numbers.b = kept_write(a, r, &all);
	f->rules = rules_of(s, a, r);
	f->sum = sum_of(a, f);
	return RC_OK;
}

static enum rc find(struct session *s, str name, struct span span, uint64_t org, uint64_t *id, struct err *e)
{
	val key[] = { { true, 0, name }, { true, span.first.day, { 0 } }, VAL_REF(org), { true, span.last.day, { 0 } } };
	struct arena a = { 0 };
	struct cursor c;
	const struct rec *r;
	enum rc rc = cursor_open(s->view, &a, &(struct walk){ .type = &frozen_type, .index = "report", .prefix = key,
		.nprefix = COUNT(key) }, &c, e);

	*id = 0;
	if (rc == RC_OK)
		rc = cursor_next(&c, &r, e);
	if (rc == RC_OK) {
		*id = r->id;
		cursor_close(&c);
	}
	arena_free(&a);
	return rc == RC_END ? RC_OK : rc;
}

enum rc report_handed_up(struct session *s, str name, struct span span, uint64_t org, uint64_t *id, struct err *e)
{
	struct arena a = { 0 };
	enum rc rc;

	TRY(enter(s, e));
	rc = find(s, name, span, org, id, e);
	if (rc == RC_OK && (!*id || !rights_org(s, org)))
		rc = fail(e, RC_NOT_FOUND, "%.*s 的 %.*s 还没有上报", STR_FMT(name), STR_FMT(span_text(&a, span)));
	arena_free(&a);
	return leave_with(s, rc, e);
}

/* As it will be written; base NULL: it is new. */
static enum rc made(struct session *s, struct arena *a, const struct report *r, struct span span, uint64_t org_id,
	bool numbers, struct save *out, struct err *e)
{
	const struct org *org = peek_org(s, a, org_id);
	const struct rec_type *t = type_of(s, &frozen_type);
	struct rec *base = NULL;
	struct frozen *f;
	uint64_t id;

	TRY(may_be_of(s, r, span, org, e));
	TRY(find(s, r->name, span, org_id, &id, e));
	if (id)
		TRY(snap_get(s->view, a, t, id, &base, e));
	if (base && !code_means(&s->office->codes, ((struct frozen *)base)->state, MEANS_REPORT_RETURNED))
		return fail(e, RC_CONFLICT, "%.*s的 %.*s %.*s 已经上报过了（frozen:%" PRIu64 "）；要改请上级先退回",
			STR_FMT(org->name), STR_FMT(r->name), STR_FMT(span_text(a, span)), id);
	f = (struct frozen *)(base ? rec_dup(a, t, base) : rec_new(a, t));
	f->report = r->name;
	f->from = span.first;
	f->to = span.last;
	f->org.id = org_id;
	f->state = code_meant(&s->office->codes, MEANS_REPORT_SUBMITTED);
	f->by.id = s->me.worker;
	f->submitted = session_now(s);
	f->judged_by.id = 0;
	f->judged.day = 0;
	f->remark = S("");
	*out = (struct save){ .type = t, .base = base, .rec = &f->r };
	return numbers ? take_numbers(s, a, r, org, f, e) : RC_OK;
}

enum rc report_may_submit(struct session *s, const struct report *r, struct span span, uint64_t org, struct err *e)
{
	struct arena a = { 0 };
	struct save save = { 0 };
	enum rc rc;

	TRY(enter(s, e));
	rc = rights_has_duty(s, type_of(s, &frozen_type), e);
	if (rc == RC_OK)
		rc = made(s, &a, r, span, org, false, &save, e);
	if (rc == RC_OK)
		rc = rights_may_write(s, save.type, save.base, save.rec, e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc report_submit(struct session *s, struct arena *a, const struct report *r, struct span span, uint64_t org,
	uint64_t *id, struct err *e)
{
	struct save save = { 0 };

	TRY(report_may_submit(s, r, span, org, e));
	TRY(enter(s, e));
	TRY(leave_with(s, made(s, a, r, span, org, true, &save, e), e));
	TRY(session_save(s, a, S(""), &save, 1, e));
	*id = save.id;
	return RC_OK;
}

/* ---- on its way ---------------------------------------------------------------------------------- */

static enum rc stepped(struct session *s, struct arena *a, uint64_t id, enum report_step step, str remark,
	struct save *out, struct err *e)
{
	const struct rec_type *t = type_of(s, &frozen_type);
	struct rec *seen, *base;
	struct frozen *f;

	TRY(read_get(s, a, t, id, &seen, e)); /* what is not there for this person is not there */
	TRY(snap_get(s->view, a, t, id, &base, e));
	f = (struct frozen *)rec_dup(a, t, base);
	f->state = code_meant(&s->office->codes, report_ways[step].to);
	if (step == STEP_FREEZE) {
		f->frozen_by.id = s->me.worker;
		f->frozen = session_today(s);
	} else {
		f->judged_by.id = s->me.worker;
		f->judged = session_today(s);
		f->remark = str_trim(remark);
	}
	*out = (struct save){ .type = t, .base = base, .rec = &f->r };
	return RC_OK;
}

enum rc report_may_step(struct session *s, uint64_t id, enum report_step step, struct err *e)
{
	struct arena a = { 0 };
	struct save save = { 0 };
	enum rc rc;

	TRY(enter(s, e));
	rc = stepped(s, &a, id, step, S("?"), &save, e);
	if (rc == RC_OK)
		rc = rights_may_write(s, save.type, save.base, save.rec, e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc report_step(struct session *s, struct arena *a, uint64_t id, enum report_step step, str remark, struct err *e)
{
	struct save save = { 0 };

	TRY(enter(s, e));
	TRY(leave_with(s, stepped(s, a, id, step, remark, &save, e), e));
	return session_save(s, a, str_trim(remark), &save, 1, e);
}

/* ---- as it was ----------------------------------------------------------------------------------- */

static enum rc read_kept(struct session *s, struct arena *a, const struct frozen *f, struct report **out, struct err *e)
{
	struct report *r = ARENA_NEW(a, struct report);
	struct kept *k = ARENA_NEW(a, struct kept);
	const struct report *live;
	struct err gone = { 0 };

	*k = (struct kept){ .id = f->r.id, .org = f->org.id, .span = { f->from, f->to }, .state = f->state,
		.numbers = f->numbers.b };
	*r = (struct report){ .name = f->report, .title = f->report, .kept = k };
	TRY(kept_columns(r, a, k->numbers, e));
	k->rules_changed = report_load(a, s->office, f->report, &live, &gone) != RC_OK;
	if (!k->rules_changed) {
		r->title = live->title;
		k->rules_changed = !str_eq(rules_of(s, a, live), f->rules);
	}
	*out = r;
	return RC_OK;
}

enum rc report_kept(struct session *s, struct arena *a, uint64_t id, const struct report **out, struct err *e)
{
	struct rec *seen, *rec;
	struct report *r = NULL;
	enum rc rc;

	TRY(enter(s, e));
	rc = read_get(s, a, type_of(s, &frozen_type), id, &seen, e);
	if (rc == RC_OK && !rights_org(s, ((struct frozen *)seen)->org.id))
		rc = fail(e, RC_DENIED, "这张报表不在%.*s的辖区内，看不到；请找那里的主管", STR_FMT(s->me.name));
	if (rc == RC_OK)
		rc = snap_get(s->view, a, type_of(s, &frozen_type), id, &rec, e);
	if (rc == RC_OK)
		rc = read_kept(s, a, (struct frozen *)rec, &r, e);
	*out = r;
	return leave_with(s, rc, e);
}

/* ---- proving it ----------------------------------------------------------------------------------- */

/* Is each number what its list adds up to, and each level what the rows below it do? */
static bool adds_up(const struct report *r, const struct lines_of *all)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < r->ncolumns; k++) {
			const struct line *l = &all->p[i];
			int64_t sum = 0;

			if (!r->column[k].count)
				continue;
			for (size_t x = 0; x < l->of[k].n; x++)
				sum += l->of[k].p[x].amount;
			for (size_t x = 0; l->tier != TIER_LOW && !r->column[k].count->inner && x < all->n; x++)
				if (all->p[x].tier == TIER_LOW && part_has(l->part, all->p[x].part.code))
					sum += all->p[x].n[k];
			if (sum != l->n[k])
				return false;
		}
	return true;
}

/* NULL: nothing is. */
static const char *wrong_with(struct session *s, struct arena *a, const struct frozen *f)
{
	struct report *r;
	struct lines_of all;
	struct err why = { 0 };

	if (!str_eq(sum_of(a, f), f->sum))
		return "和上报时的校验码不符，数字被改过";
	if (read_kept(s, a, f, &r, &why) != RC_OK || kept_lines(r, a, &all, &why) != RC_OK)
		return "读不懂了";
	return adds_up(r, &all) ? NULL : "数字和后面的名单对不上";
}

static enum rc verify(struct session *s, void (*say)(void *, str), void *arg, uint64_t *bad, struct err *e)
{
	struct arena a = { 0 }, one = { 0 };
	struct cursor c;
	const struct rec *r;
	enum rc rc = cursor_open(s->view, &a, &(struct walk){ .type = type_of(s, &frozen_type) }, &c, e);

	while (rc == RC_OK && (rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct frozen *f = (const struct frozen *)r;
		const char *wrong = wrong_with(s, &one, f);

		if (wrong) {
			++*bad;
			say(arg, arena_printf(&one, "frozen:%" PRIu64 "（%.*s %.*s）%s", r->id, STR_FMT(f->report),
				STR_FMT(span_text(&one, (struct span){ f->from, f->to })), wrong));
		}
		arena_reset(&one);
	}
	arena_free(&one);
	arena_free(&a);
	return rc == RC_END ? RC_OK : rc;
}

enum rc reports_verify(struct session *s, void (*say)(void *, str), void *arg, uint64_t *bad, struct err *e)
{
	TRY(enter(s, e));
	return leave_with(s, verify(s, say, arg, bad, e), e);
}
