/* check.c - the rules a table of fields can say; what it cannot is the type's own check. */
#include "rec/rec.h"

#include "base/str.h"
#include "base/utf8.h"
#include "rec/text.h"

#include <assert.h>

static bool allowed(const struct field *f, str s)
{
	bool lines = f->kind == K_NOTE || f->kind == K_TEXTS;
	uint32_t at = 0;

	if (f->kind == K_BYTES)
		return true;
	while (at < s.n) {
		uint32_t c = utf8_next(s, &at);

		if (utf8_forbidden(c) && !(lines && c == '\n'))
			return false;
	}
	return true;
}

static enum rc check_codes(const struct field *f, const struct lex *lex, val v, struct err *e)
{
	const struct code_table *t = codebook_find(lex->codes, str_of(f->of));
	str rest = v.s, key;

	if (!t)
		return fail_at(e, f->name, "“%s”的代码表 %s 不存在，请检查 codes.yaml", f->label, f->of);
	while (str_word(&rest, &key))
		if (!code_find(t, key))
			return fail_at(e, f->name, "“%s”没有代码 %.*s；按 ? 看可选的内容", f->label,
				STR_FMT(key));
	return RC_OK;
}

/* A count or a sum nobody means is a slip of the finger: a million of things, a hundred million yuan. */
enum { COUNT_MOST = 1000000 };
static const int64_t fen_most = INT64_C(10000000000);

static enum rc check_number(const struct field *f, struct arena *a, val v, struct err *e)
{
	int64_t most = f->most ? f->most : f->kind == K_MONEY ? fen_most : COUNT_MOST;

	if (v.n >= f->least && v.n <= most)
		return RC_OK;
	return fail_at(e, f->name, "“%s”要在%.*s到%.*s之间，现在是%.*s，请核对", f->label,
		STR_FMT(val_raw(a, f, (val){ true, f->least, { 0 } })),
		STR_FMT(val_raw(a, f, (val){ true, most, { 0 } })), STR_FMT(val_raw(a, f, v)));
}

static enum rc check_text(const struct field *f, const struct lex *lex, val v, struct err *e)
{
	if (utf8_bad(v.s) >= 0 && f->kind != K_BYTES)
		return fail_at(e, f->name, "“%s”里有不是汉字也不是字母的内容，请重新输入", f->label);
	if (!allowed(f, v.s))
		return fail_at(e, f->name, "“%s”里有看不见的控制字符，请删掉后再存", f->label);
	if (f->max && utf8_count(v.s) > f->max)
		return fail_at(e, f->name, "“%s”最多%u个字，现在是%u个，请删减", f->label,
			(unsigned)f->max, utf8_count(v.s));
	if ((f->kind == K_CODE || f->kind == K_CODES) && f->of && lex)
		return check_codes(f, lex, v, e);
	return RC_OK;
}

/* ---- days ----------------------------------------------------------------------------------- */

/* The minutes a value can mean, since 0001-01-01: a date all of its day, 1999 all of the year. */
struct reach { int64_t first, last; };

enum { DAY = 24 * 60 };

static struct reach days(int32_t first, int32_t next)
{
	return (struct reach){ (int64_t)first * DAY, (int64_t)next * DAY - 1 };
}

static struct reach reach_of(const struct field *f, val v)
{
	switch (f->kind) {
	case K_TIME: {
		moment m = { v.n };
		int32_t day = moment_date(m).day;
		int minute = moment_minute(m);
		int64_t at = (int64_t)day * DAY + minute;

		return minute < 0 ? days(day, day + 1) : (struct reach){ at, at };
	}
	case K_PDATE: {
		pdate p = { (int32_t)v.n };
		struct ymd d = pdate_ymd(p);
		date first = pdate_first(p);

		return days(first.day, d.d ? first.day + 1 : date_add_months(first, d.m ? 1 : 12).day);
	}
	case K_MONTH: {
		date first = date_of((int)(v.n - 1) / 12, (int)(v.n - 1) % 12 + 1, 1);

		return days(first.day, date_add_months(first, 1).day);
	}
	default:
		assert(f->kind == K_DATE);
		return days((int32_t)v.n, (int32_t)v.n + 1);
	}
}

static enum rc check_past(const struct rec_type *t, const struct check *c, const struct field *f,
	val v, struct err *e)
{
	const struct field *later = f->later ? type_field(t, str_of(f->later)) : NULL;
	bool timed = f->kind == K_TIME;
	int64_t now = reach_of(&(struct field){ .kind = K_TIME }, (val){ true, c->now.v, { 0 } }).last;

	if (reach_of(f, v).first <= now)
		return RC_OK;
	return fail_at(e, f->name, "“%s”（%.*s）在%s（%.*s）之后%s%s%s", f->label,
		STR_FMT(val_raw(c->a, f, v)), timed ? "现在" : "今天",
		STR_FMT(timed ? moment_said(c->a, c->now) : date_text(c->a, moment_date(c->now))),
		later ? "；还没发生的请写在“" : "；做了才记，请核对", later ? later->label : "",
		later ? "”里" : "");
}

/* The field to correct is the one that was touched; of two, the later one. */
static enum rc check_order(const struct rec_type *t, const struct check *c, const struct order *o,
	struct err *e)
{
	const struct field *b = type_field(t, str_of(o->before)), *a = type_field(t, str_of(o->after));
	val vb, va;
	struct reach rb, ra;

	assert(b && a);
	vb = field_get(b, c->is);
	va = field_get(a, c->is);
	if (!vb.set || !va.set || (!check_changed(c, b) && !check_changed(c, a)))
		return RC_OK;
	rb = reach_of(b, vb);
	ra = reach_of(a, va);
	if (o->apart ? ra.last / DAY > rb.first / DAY : ra.last >= rb.first)
		return RC_OK;
	return fail_at(e, check_changed(c, a) ? a->name : b->name, "“%s”（%.*s）%s“%s”（%.*s），请核对",
		a->label, STR_FMT(val_raw(c->a, a, va)), o->apart ? "要晚于" : "早于", b->label,
		STR_FMT(val_raw(c->a, b, vb)));
}

/* ---- all of it ------------------------------------------------------------------------------ */

bool check_changed(const struct check *c, const struct field *f)
{
	return !c->was || rec_voided(c->was) || !val_eq(field_get(f, c->was), field_get(f, c->is));
}

static enum rc check_field(const struct rec_type *t, const struct check *c, const struct field *f,
	struct err *e)
{
	val v = field_get(f, c->is);

	if (!v.set)
		return f->flags & F_REQUIRED
			       ? fail_at(e, f->name, "“%s”必须填写", f->label)
			       : RC_OK;
	if (kind_is_text(f->kind))
		return check_text(f, c->lex, v, e);
	if (!check_changed(c, f))
		return RC_OK;
	if (f->kind == K_NUM || f->kind == K_MONEY)
		return check_number(f, c->a, v, e);
	return f->flags & F_PAST ? check_past(t, c, f, v, e) : RC_OK;
}

enum rc rec_check(const struct rec_type *t, struct check *c, struct err *e)
{
	if (rec_voided(c->is))
		return RC_OK; /* what is void need not be right */
	/* The type's own check may fill fields in, so it runs first. */
	if (t->check)
		TRY(t->check(c, e));
	for EACH_FIELD(f, t)
		TRY(check_field(t, c, f, e));
	for (uint32_t i = 0; i < t->norders; i++)
		TRY(check_order(t, c, &t->orders[i], e));
	return RC_OK;
}
