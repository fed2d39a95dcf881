/* text.c - value <-> text by kind: one small function each way, in one table. */
#include "rec/text.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "rec/ident.h"

#include <inttypes.h>
#include <stdlib.h>

struct job { /* what a conversion needs to know */
	const struct lex *lex;
	struct arena *a;
	const struct field *f;
};

static date today(const struct job *j)
{
	return moment_date(j->lex->now);
}

/* ---- to text -------------------------------------------------------------------------------- */

static str show_text(const struct job *j, val v)
{
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
	return moment_text(j->a, (moment){ v.n });
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
	str s = { 0 };

	if (j->lex->ref_text)
		s = j->lex->ref_text(j->lex->ctx, j->a, j->f->of, (uint64_t)v.n);
	return s.n ? s : arena_printf(j->a, "%s:%" PRId64, j->f->of, v.n);
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

/* ---- from text ------------------------------------------------------------------------------ */

static enum rc read_text(const struct job *j, str in, val *out, struct err *e)
{
	(void)e;
	*out = (val){ .s = utf8_clean(j->a, in) };
	return RC_OK;
}

static enum rc read_note(const struct job *j, str in, val *out, struct err *e)
{
	(void)e;
	*out = (val){ .s = arena_str(j->a, str_trim(in)) };
	return RC_OK;
}

static enum rc read_code(const struct job *j, str in, val *out, struct err *e)
{
	const struct code_table *t = codebook_find(j->lex->codes, str_of(j->f->of));

	if (!t)
		return fail_at(e, j->f->name, "“%s”的代码表 %s 不存在，请检查 codes.yaml",
			j->f->label, j->f->of);
	return code_parse(t, j->a, utf8_clean(j->a, in), &out->s, e);
}

/* Words of a list, cut at blanks, commas and the Chinese enumeration comma. */
static bool next_item(str *rest, str *item)
{
	static const char *const seps[] = { "、", "，", ",", ";", "；", "\n" };
	uint32_t cut = 0, skip = 0;

	*rest = str_trim(*rest);
	if (rest->n == 0)
		return false;
	for (cut = 0; cut < rest->n && !skip; cut++) {
		for (size_t i = 0; i < COUNT(seps) && !skip; i++)
			if (str_starts(str_from(*rest, cut), str_of(seps[i])))
				skip = (uint32_t)strlen(seps[i]);
		if (skip)
			break;
	}
	*item = str_trim(str_sub(*rest, 0, cut));
	*rest = str_from(*rest, cut + skip);
	return true;
}

static void add_word(struct buf *b, str word)
{
	str rest = buf_view(b), old;

	while (str_word(&rest, &old))
		if (str_eq(old, word))
			return;
	if (b->n)
		buf_char(b, ' ');
	buf_str(b, word);
}

static enum rc read_codes(const struct job *j, str in, val *out, struct err *e)
{
	struct buf b = { .a = j->a };
	const struct code_table *t = codebook_find(j->lex->codes, str_of(j->f->of));
	str item, word;
	val one;

	while (next_item(&in, &item)) {
		/* Keys may be parted by blanks as well; names may not, they could hold one. */
		if (t && str_word(&(str){ item.p, item.n }, &word) && code_find(t, word)) {
			while (str_word(&item, &word)) {
				TRY(read_code(j, word, &one, e));
				add_word(&b, one.s);
			}
		} else if (item.n) {
			TRY(read_code(j, item, &one, e));
			add_word(&b, one.s);
		}
	}
	out->s = buf_view(&b);
	return RC_OK;
}

static enum rc read_num(const struct job *j, str in, val *out, struct err *e)
{
	if (!str_int(utf8_code(j->a, in), &out->n))
		return fail_at(e, j->f->name, "“%s”要填整数，“%.*s”不是", j->f->label, STR_FMT(in));
	out->set = true;
	return RC_OK;
}

static enum rc read_money(const struct job *j, str in, val *out, struct err *e)
{
	str s = utf8_code(j->a, in), yuan, cents = { 0 };
	int64_t y = 0, c = 0;
	bool neg = str_starts(s, S("-"));

	if (str_ends(s, S("元")))
		s.n -= 3;
	yuan = s;
	if (str_has(s, S("."))) {
		cents = s;
		str_cut(&cents, '.', &yuan);
	}
	if (!str_int(yuan, &y) || y > 1000000000000 || cents.n > 2 ||
		(cents.n && (!str_digits(cents) || !str_int(cents, &c))))
		return fail_at(e, j->f->name, "“%s”要填金额（元，最多两位小数），“%.*s”不是",
			j->f->label, STR_FMT(in));
	if (cents.n == 1)
		c *= 10;
	*out = (val){ true, y * 100 + (neg ? -c : c), { 0 } };
	return RC_OK;
}

static enum rc read_date(const struct job *j, str in, val *out, struct err *e)
{
	date d = { 0 };

	TRY(date_parse(in, today(j), &d, e));
	*out = (val){ true, d.day, { 0 } };
	return RC_OK;
}

static enum rc read_pdate(const struct job *j, str in, val *out, struct err *e)
{
	pdate d = { 0 };

	TRY(pdate_parse(in, today(j), &d, e));
	*out = (val){ true, d.ymd, { 0 } };
	return RC_OK;
}

static enum rc read_month(const struct job *j, str in, val *out, struct err *e)
{
	month m = { 0 };

	TRY(month_parse(in, today(j), &m, e));
	*out = (val){ true, m.ym, { 0 } };
	return RC_OK;
}

static enum rc read_time(const struct job *j, str in, val *out, struct err *e)
{
	moment m = { 0 };

	TRY(moment_parse(in, j->lex->now, &m, e));
	*out = (val){ true, m.v, { 0 } };
	return RC_OK;
}

static enum rc read_lunar(const struct job *j, str in, val *out, struct err *e)
{
	lunarday d = { 0 };

	(void)j;
	TRY(lunar_parse(in, &d, e));
	*out = (val){ true, d.md, { 0 } };
	return RC_OK;
}

static enum rc read_flag(const struct job *j, str in, val *out, struct err *e)
{
	static const struct { const char *word; int v; } words[] = {
		{ "是", FLAG_YES }, { "有", FLAG_YES }, { "Y", FLAG_YES }, { "YES", FLAG_YES },
		{ "1", FLAG_YES }, { "TRUE", FLAG_YES }, { "否", FLAG_NO }, { "无", FLAG_NO },
		{ "N", FLAG_NO }, { "NO", FLAG_NO }, { "0", FLAG_NO }, { "FALSE", FLAG_NO },
		{ "不是", FLAG_NO }, { "没有", FLAG_NO },
	};
	str s = utf8_code(j->a, in);

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_is(s, words[i].word)) {
			*out = (val){ true, words[i].v, { 0 } };
			return RC_OK;
		}
	return fail_at(e, j->f->name, "“%s”要填“是”或“否”，“%.*s”不明白", j->f->label, STR_FMT(in));
}

static enum rc read_ref(const struct job *j, str in, val *out, struct err *e)
{
	str type, typed = utf8_clean(j->a, in);
	uint64_t id = 0;

	if (ref_parse(typed, &type, &id)) {
		if (!str_is(type, j->f->of))
			return fail_at(e, j->f->name, "“%s”要的是 %s:编号，“%.*s”不是", j->f->label,
				j->f->of, STR_FMT(typed));
	} else if (!j->lex->ref_find) {
		return fail_at(e, j->f->name, "“%s”要填 %s:编号", j->f->label, j->f->of);
	} else {
		TRY(j->lex->ref_find(j->lex->ctx, j->a, j->f->of, typed, &id, e));
	}
	*out = (val){ true, (int64_t)id, { 0 } };
	return RC_OK;
}

static enum rc read_refs(const struct job *j, str in, val *out, struct err *e)
{
	struct buf b = { .a = j->a };
	str item;
	val one;

	while (next_item(&in, &item)) {
		if (item.n == 0)
			continue;
		TRY(read_ref(j, item, &one, e));
		add_word(&b, arena_printf(j->a, "%" PRId64, one.n));
	}
	out->s = buf_view(&b);
	return RC_OK;
}

static enum rc read_texts(const struct job *j, str in, val *out, struct err *e)
{
	struct buf b = { .a = j->a };
	str item;

	(void)e;
	while (next_item(&in, &item)) {
		if (item.n == 0)
			continue;
		if (b.n)
			buf_char(&b, '\n');
		buf_str(&b, utf8_clean(j->a, item));
	}
	out->s = buf_view(&b);
	return RC_OK;
}

static enum rc read_phone(const struct job *j, str in, val *out, struct err *e)
{
	TRY(phone_parse(j->a, in, &out->s, e));
	/* 3345612 is a telephone of this town. */
	if (j->lex->tel_area.n && out->s.p[0] != '0' && (out->s.n == 7 || out->s.n == 8) &&
	    !str_starts(out->s, S("400")))
		out->s = arena_printf(j->a, "%.*s%.*s", STR_FMT(j->lex->tel_area), STR_FMT(out->s));
	return RC_OK;
}

static enum rc read_citizen(const struct job *j, str in, val *out, struct err *e)
{
	return document_parse(j->a, in, today(j), &out->s, e);
}

static enum rc read_cert(const struct job *j, str in, val *out, struct err *e)
{
	struct cert parts;

	return cert_parse(j->a, in, today(j), &out->s, &parts, e);
}

static enum rc read_division(const struct job *j, str in, val *out, struct err *e)
{
	return division_parse(j->a, in, &out->s, e);
}

static enum rc read_none(const struct job *j, str in, val *out, struct err *e)
{
	(void)in;
	(void)out;
	return fail_at(e, j->f->name, "“%s”由程序算出，不能自己写", j->f->label);
}

/* ---- the table ------------------------------------------------------------------------------ */

static const struct {
	str (*show)(const struct job *, val);
	enum rc (*read)(const struct job *, str, val *, struct err *);
} kinds[] = {
	[K_TEXT] = { show_text, read_text },
	[K_NOTE] = { show_text, read_note },
	[K_CODE] = { show_code, read_code },
	[K_CODES] = { show_codes, read_codes },
	[K_NUM] = { show_num, read_num },
	[K_MONEY] = { show_money, read_money },
	[K_DATE] = { show_date, read_date },
	[K_PDATE] = { show_pdate, read_pdate },
	[K_MONTH] = { show_month, read_month },
	[K_TIME] = { show_time, read_time },
	[K_FLAG] = { show_flag, read_flag },
	[K_REF] = { show_ref, read_ref },
	[K_REFS] = { show_refs, read_refs },
	[K_TEXTS] = { show_texts, read_texts },
	[K_PHONE] = { show_phone, read_phone },
	[K_CITIZEN] = { show_text, read_citizen },
	[K_CERT] = { show_text, read_cert },
	[K_DIVISION] = { show_text, read_division },
	[K_LUNAR] = { show_lunar, read_lunar },
	[K_BYTES] = { show_bytes, read_text },
	[K_RATIO] = { show_ratio, read_none },
	[K_DUE] = { show_due, read_none },
	[K_REASONS] = { show_reasons, read_none },
};

str val_text(const struct lex *lex, struct arena *a, const struct field *f, val v)
{
	str s = { 0 };

	if (v.set)
		s = kinds[f->kind].show(&(struct job){ lex, a, f }, v);
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
		return kinds[f->kind].show(&j, v);
	}
}

enum rc val_parse(const struct lex *lex, struct arena *a, const struct field *f, str typed,
	val *out, struct err *e)
{
	enum rc rc;

	*out = (val){ 0 };
	if (str_trim(typed).n == 0)
		return RC_OK;
	rc = kinds[f->kind].read(&(struct job){ lex, a, f }, typed, out, e);
	if (rc != RC_OK) {
		*out = (val){ 0 };
		e->field = f->name;
		return rc;
	}
	if (kind_is_text(f->kind)) {
		out->set = out->s.n != 0;
		if (!out->set)
			*out = (val){ 0 };
	}
	return RC_OK;
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
