/* check.c - the rules a table of fields can say; what it cannot is the type's own check. */
#include "rec/rec.h"

#include "base/str.h"
#include "base/utf8.h"
#include "rec/text.h"

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

static enum rc check_field(const struct field *f, const struct lex *lex, val v, struct err *e)
{
	if (!v.set)
		return f->flags & F_REQUIRED
			       ? fail_at(e, f->name, "“%s”必须填写", f->label)
			       : RC_OK;
	if (!kind_is_text(f->kind))
		return RC_OK;
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

enum rc rec_check(const struct rec_type *t, struct check *c, struct err *e)
{
	enum rc rc = RC_OK;

	if (rec_voided(c->is))
		return RC_OK; /* what is void need not be right */
	/* The type's own check may fill fields in, so it runs first. */
	if (t->check)
		rc = t->check(c, e);
	for (uint32_t i = 0; rc == RC_OK && i < t->nfields; i++)
		rc = check_field(&t->fields[i], c->lex, field_get(&t->fields[i], c->is), e);
	return rc;
}
