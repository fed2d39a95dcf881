/* read.c - a value from what was typed or stands in a cell, by its kind: one small function each, in one table. */
#include "rec/text.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "rec/clean.h"
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

/* The day that 昨天 and 3-2 count from; a file was not written today, whatever it says. */
static date typed_on(const struct job *j)
{
	return j->lex->sheet ? (date){ 0 } : today(j);
}

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

	TRY(date_parse(in, typed_on(j), &d, e));
	*out = (val){ true, d.day, { 0 } };
	return RC_OK;
}

static enum rc read_pdate(const struct job *j, str in, val *out, struct err *e)
{
	pdate d = { 0 };

	TRY(pdate_parse(in, typed_on(j), &d, e));
	*out = (val){ true, d.ymd, { 0 } };
	return RC_OK;
}

static enum rc read_month(const struct job *j, str in, val *out, struct err *e)
{
	month m = { 0 };

	TRY(month_parse(in, typed_on(j), &m, e));
	*out = (val){ true, m.ym, { 0 } };
	return RC_OK;
}

static enum rc read_time(const struct job *j, str in, val *out, struct err *e)
{
	moment m = { 0 };

	TRY(moment_parse(in, j->lex->sheet ? (moment){ 0 } : j->lex->now, &m, e));
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
		{ "不是", FLAG_NO }, { "没有", FLAG_NO }, { "√", FLAG_YES }, { "✓", FLAG_YES },
		{ "✔", FLAG_YES }, { "×", FLAG_NO }, { "✗", FLAG_NO }, { "✘", FLAG_NO },
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
	int dash;
	uint32_t n;

	TRY(phone_parse(j->a, in, &out->s, e));
	dash = str_find(out->s, S("-")); /* an extension is behind it */
	n = dash > 0 ? (uint32_t)dash : out->s.n;
	/* 3345612 is a telephone of this town. */
	if (j->lex->tel_area.n && out->s.p[0] != '0' && (n == 7 || n == 8) &&
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

static enum rc (*const reads[])(const struct job *, str, val *, struct err *) = {
	[K_TEXT] = read_text,
	[K_NOTE] = read_note,
	[K_CODE] = read_code,
	[K_CODES] = read_codes,
	[K_NUM] = read_num,
	[K_MONEY] = read_money,
	[K_DATE] = read_date,
	[K_PDATE] = read_pdate,
	[K_MONTH] = read_month,
	[K_TIME] = read_time,
	[K_FLAG] = read_flag,
	[K_REF] = read_ref,
	[K_REFS] = read_refs,
	[K_TEXTS] = read_texts,
	[K_PHONE] = read_phone,
	[K_CITIZEN] = read_citizen,
	[K_CERT] = read_cert,
	[K_DIVISION] = read_division,
	[K_LUNAR] = read_lunar,
	[K_BYTES] = read_text,
	[K_RATIO] = read_none,
	[K_DUE] = read_none,
	[K_REASONS] = read_none,
};

/* 无 is "no" to a flag, and may be a code of its table: then it says something. */
static bool has_meaning(const struct job *j, str typed)
{
	const struct code_table *t;
	struct err why = { 0 };
	val v;

	if (j->f->kind == K_FLAG)
		return read_flag(j, typed, &v, &why) == RC_OK;
	if (j->f->kind != K_CODE && j->f->kind != K_CODES)
		return false;
	t = codebook_find(j->lex->codes, str_of(j->f->of));
	for (size_t i = 0; t && i < t->n; i++)
		if (str_eq(t->item[i].key, typed) || str_eq(t->item[i].name, typed))
			return true;
	return false;
}

enum rc val_read(const struct lex *lex, struct arena *a, const struct field *f, str typed, val *out,
	unsigned *did, struct err *e)
{
	const struct code_table *nothing = codebook_find(lex->codes, S("NOTHING"));
	struct job j = { lex, a, f };
	enum rc rc;
	str text;

	*out = (val){ 0 };
	text = clean_text(a, f, typed, lex->sheet, has_meaning(&j, str_trim(typed)) ? NULL : nothing, did);
	if (!text.n)
		return RC_OK;
	rc = reads[f->kind](&j, text, out, e);
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

enum rc val_parse(const struct lex *lex, struct arena *a, const struct field *f, str typed,
	val *out, struct err *e)
{
	unsigned did;

	return val_read(lex, a, f, typed, out, &did, e);
}
