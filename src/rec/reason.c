/* reason.c - sentences by their parts: put together where they are shown, in the reader's words. */
#include "rec/text.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/tr.h"

str reason_text(const struct lex *lex, struct arena *a, const struct reason *r)
{
	struct buf b = { .a = a };
	const struct said *part = r->part;
	str rest = str_of(tr(r->text));

	for (int at; (at = str_find(rest, S("%s"))) >= 0 && part && part->kind; part++) {
		buf_str(&b, str_sub(rest, 0, (uint32_t)at));
		buf_str(&b, val_text(lex, a, &(struct field){ .kind = part->kind, .flags = part->flags,
			.of = part->of }, part->v));
		rest = str_from(rest, (uint32_t)at + 2);
	}
	buf_str(&b, rest);
	return str_trim(buf_view(&b));
}

struct said said_text(str s)
{
	return (struct said){ K_TEXT, 0, NULL, { s.n != 0, 0, s } };
}

struct said said_words(str zh)
{
	return (struct said){ K_TEXT, F_WORDS, NULL, { zh.n != 0, 0, zh } };
}

struct said said_texts(str lines)
{
	return (struct said){ K_TEXTS, F_WORDS, NULL, { lines.n != 0, 0, lines } };
}

struct said said_codes(const char *table, codes c)
{
	return (struct said){ K_CODES, 0, table, { c.keys.n != 0, 0, c.keys } };
}

struct said said_num(int64_t n)
{
	return (struct said){ K_NUM, 0, NULL, { true, n, { 0 } } };
}

struct said said_day(date d)
{
	return (struct said){ K_DATE, F_SHORT, NULL, { d.day != 0, d.day, { 0 } } };
}

struct said said_code(const char *table, code c)
{
	return (struct said){ K_CODE, 0, table, { c.key.n != 0, 0, c.key } };
}

struct said said_ref(const char *type, uint64_t id)
{
	return (struct said){ K_REF, 0, type, { id != 0, (int64_t)id, { 0 } } };
}

struct said said_field(const struct field *f, const struct rec *r)
{
	return (struct said){ f->kind, f->flags, f->of, field_get(f, r) };
}

reasons reasons_one(struct arena *a, struct reason r)
{
	struct reason *p = ARENA_NEW(a, struct reason);
	size_t n = 0;
	struct said *part;

	*p = r;
	while (r.part && r.part[n].kind)
		n++;
	part = ARENA_ARRAY(a, struct said, n + 1); /* what was written in place ends with its block */
	if (n)
		memcpy(part, r.part, n * sizeof *part);
	p->part = part;
	return (reasons){ p, 1 };
}
