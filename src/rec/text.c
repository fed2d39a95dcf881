/* text.c - a value as text, by its kind: one small function each, in one table. */
#include "rec/text.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/tr.h"
#include "rec/ident.h"

#include <inttypes.h>

struct job { /* what a conversion needs to know */
	const struct lex *lex;
	struct arena *a;
	const struct field *f;
};

static date today(const struct job *j)
{
	return moment_date(j->lex->now);
}

/* The name of the record; what of it was meant is for the rules. */
static str show_target(const struct job *j, str target)
{
	str rest = target, of, type, name;
	uint64_t id;

	str_cut(&rest, '/', &of);
	if (!j->lex->ref_text || !ref_parse(of, &type, &id))
		return target;
	name = j->lex->ref_text(j->lex->ctx, j->a, arena_z(j->a, type), id);
	return name.n ? name : arena_printf(j->a, tr("第%lld号"), (long long)id);
}

static str show_text(const struct job *j, val v)
{
	if (j->f->flags & F_TARGET)
		return show_target(j, v.s);
	return j->f->flags & F_WORDS ? tr_str(v.s) : v.s;
}

static str show_code(const struct job *j, val v)
{
	const struct code_table *t = codebook_find(j->lex->codes, str_of(j->f->of));

	return t ? tr_str(code_name(t, v.s)) : v.s;
}

static str show_codes(const struct job *j, val v)
{
	const struct code_table *t = codebook_find(j->lex->codes, str_of(j->f->of));
	struct buf b = { .a = j->a };
	str rest = v.s, key;

	while (str_word(&rest, &key)) {
		if (b.n)
			buf_str(&b, str_of(tr("、")));
		buf_str(&b, t ? tr_str(code_name(t, key)) : key);
	}
	return buf_view(&b);
}

static str show_num(const struct job *j, val v)
{
	return arena_printf(j->a, "%" PRId64 "%s", v.n, j->f->unit ? tr(j->f->unit) : "");
}

static str show_money(const struct job *j, val v)
{
	int64_t fen = v.n < 0 ? -v.n : v.n;
	const char *sign = v.n < 0 ? "-" : "";

	if (fen % 100 == 0)
		return arena_printf(j->a, "%s%" PRId64, sign, fen / 100);
	return arena_printf(j->a, "%s%" PRId64 ".%02d", sign, fen / 100, (int)(fen % 100));
}

static str show_date(const struct job *j, val v)
{
	date d = { (int32_t)v.n };

	return j->f->flags & F_SHORT ? date_short(j->a, d, today(j)) : date_text(j->a, d);
}

static str show_pdate(const struct job *j, val v)
{
	return pdate_text(j->a, (pdate){ (int32_t)v.n });
}

static str show_month(const struct job *j, val v)
{
	return month_text(j->a, (month){ (int32_t)v.n });
}

static str show_time(const struct job *j, val v)
{
	if (j->f->flags & F_SHORT)
		return date_short(j->a, moment_date((moment){ v.n }), today(j));
	return j->lex->ref_text ? moment_said(j->a, (moment){ v.n }) : moment_text(j->a, (moment){ v.n });
}

static str show_lunar(const struct job *j, val v)
{
	return lunarday_text(j->a, (lunarday){ (int32_t)v.n });
}

static str show_flag(const struct job *j, val v)
{
	(void)j;
	return str_of(tr(v.n == FLAG_YES ? "是" : "否"));
}

static str show_ref(const struct job *j, val v)
{
	str s;

	if (!j->lex->ref_text) /* for a program to read */
		return arena_printf(j->a, "%s:%" PRId64, j->f->of, v.n);
	s = j->lex->ref_text(j->lex->ctx, j->a, j->f->of, (uint64_t)v.n);
	return s.n ? s : arena_printf(j->a, tr("第%lld号"), (long long)v.n);
}

static bool next_id(str *rest, uint64_t *id)
{
	str word;
	int64_t n;

	while (str_word(rest, &word))
		if (str_int(word, &n) && n > 0) {
			*id = (uint64_t)n;
			return true;
		}
	return false;
}

static str show_refs(const struct job *j, val v)
{
	struct buf b = { .a = j->a };
	str rest = v.s;
	uint64_t id;

	while (next_id(&rest, &id)) {
		if (b.n)
			buf_str(&b, str_of(tr("、")));
		buf_str(&b, show_ref(j, (val){ true, (int64_t)id, { 0 } }));
	}
	return buf_view(&b);
}

static str show_texts(const struct job *j, val v)
{
	struct buf b = { .a = j->a };
	str rest = v.s, piece;

	while (str_cut(&rest, '\n', &piece)) {
		if (b.n)
			buf_str(&b, str_of(tr("、")));
		buf_str(&b, j->f->flags & F_WORDS ? tr_str(piece) : piece);
	}
	return buf_view(&b);
}

static str show_phone(const struct job *j, val v)
{
	return phone_text(j->a, v.s);
}

static str show_bytes(const struct job *j, val v)
{
	return arena_printf(j->a, "(%u 字节)", v.s.n);
}

/* Nothing to measure is neither 0 % nor 100 %. */
static str show_ratio(const struct job *j, val v)
{
	ratio q = val_ratio(v);
	int64_t tenths = q.den ? ((int64_t)q.num * 2000 + q.den) / (2 * (int64_t)q.den) : 0;

	if (!q.den)
		return S("—");
	if (j->f->flags & F_SHORT) /* never rounded up: 100 % is all of them */
		return arena_printf(j->a, "%d/%d %d%%", (int)q.num, (int)q.den,
			(int)((int64_t)q.num * 100 / q.den));
	return arena_printf(j->a, "%d/%d %" PRId64 ".%" PRId64 "%%", (int)q.num, (int)q.den, tenths / 10,
		tenths % 10);
}

static str show_due(const struct job *j, val v)
{
	due_on d = val_due(v);

	switch ((enum due_state)d.state) {
	case DUE_URGENT:
		return str_of(tr("急办"));
	case DUE_OVERDUE:
		return arena_printf(j->a, "%s%d%s", tr("超期"), today(j).day - d.day.day, tr("天"));
	case DUE_SOFT:
	case DUE_OPEN:
		return arena_printf(j->a, "%.*s%s", STR_FMT(date_short(j->a, d.day, today(j))),
			d.day.day == today(j).day ? "" : tr("前"));
	case DUE_MET:
		return str_of(tr("已达标"));
	case DUE_NOT_ASKED:
		break;
	}
	return S("");
}

static str show_reasons(const struct job *j, val v)
{
	reasons all = val_reasons(v);
	struct buf b = { .a = j->a };

	for (uint32_t i = 0; i < all.n; i++) {
		buf_printf(&b, "%s%.*s", i ? ", " : "", STR_FMT(reason_text(j->lex, j->a, &all.p[i])));
		if (all.p[i].points)
			buf_printf(&b, " %+d", (int)all.p[i].points);
	}
	return buf_view(&b);
}

static str (*const shows[])(const struct job *, val) = {
	[K_TEXT] = show_text,
	[K_NOTE] = show_text,
	[K_CODE] = show_code,
	[K_CODES] = show_codes,
	[K_NUM] = show_num,
	[K_MONEY] = show_money,
	[K_DATE] = show_date,
	[K_PDATE] = show_pdate,
	[K_MONTH] = show_month,
	[K_TIME] = show_time,
	[K_FLAG] = show_flag,
	[K_REF] = show_ref,
	[K_REFS] = show_refs,
	[K_TEXTS] = show_texts,
	[K_PHONE] = show_phone,
	[K_CITIZEN] = show_text,
	[K_CERT] = show_text,
	[K_DIVISION] = show_text,
	[K_LUNAR] = show_lunar,
	[K_BYTES] = show_bytes,
	[K_RATIO] = show_ratio,
	[K_DUE] = show_due,
	[K_REASONS] = show_reasons,
};

str val_text(const struct lex *lex, struct arena *a, const struct field *f, val v)
{
	str s = { 0 };

	if (v.set)
		s = shows[f->kind](&(struct job){ lex, a, f }, v);
	return s.p ? s : S("");
}

str val_raw(struct arena *a, const struct field *f, val v)
{
	static const struct lex bare; /* names nothing: codes and refs stay as they are */
	struct field plain = *f;
	struct job j = { &bare, a, &plain };

	plain.flags = 0;
	plain.unit = NULL;
	if (!v.set)
		return S("");
	switch (f->kind) {
	case K_CODE:
	case K_CODES:
	case K_REFS:
	case K_PHONE:
	case K_TEXTS:
		return v.s;
	case K_FLAG:
		return v.n == FLAG_YES ? S("yes") : S("no");
	default:
		return shows[f->kind](&j, v);
	}
}

bool ref_parse(str s, str *type, uint64_t *id)
{
	str rest = s;
	int64_t n;

	if (!str_has(s, S(":")) || !str_cut(&rest, ':', type) || !str_int(rest, &n) || n <= 0 ||
		n > REF_MOST)
		return false;
	for (uint32_t i = 0; i < type->n; i++)
		if (type->p[i] < 'a' || type->p[i] > 'z')
			return false;
	*id = (uint64_t)n;
	return type->n > 0;
}

bool ref_is(str s, const struct rec_type *t, uint64_t *id)
{
	str type;

	return ref_parse(s, &type, id) && str_is(type, t->name);
}
