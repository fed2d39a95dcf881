/* code.c - looking codes up, and finding the one a person meant. */
#include "rec/code.h"

#include "base/buf.h"
#include "base/pinyin.h"
#include "base/str.h"
#include "base/tr.h"

#include <strings.h>

const struct code_table *codebook_find(const struct codebook *book, str name)
{
	for (size_t i = 0; book && i < book->n; i++)
		if (str_eq(book->table[i].name, name))
			return &book->table[i];
	return NULL;
}

const struct code_item *code_find(const struct code_table *t, str key)
{
	for (size_t i = 0; t && i < t->n; i++)
		if (str_eq(t->item[i].key, key))
			return &t->item[i];
	return NULL;
}

str code_name(const struct code_table *t, str key)
{
	const struct code_item *i = code_find(t, key);

	return i ? i->name : key;
}

str code_attr(const struct code_item *i, const char *name)
{
	for (size_t k = 0; i && k < i->nattr; k++)
		if (str_is(i->attr[k].name, name))
			return i->attr[k].value;
	return (str){ 0 };
}

bool code_is(const struct code_item *i, const char *name)
{
	return str_is(code_attr(i, name), "true");
}

bool code_count(const struct code_item *i, const char *name, int64_t *out)
{
	return str_int(code_attr(i, name), out);
}

str code_counted(const struct code_table *t, const char *name, int64_t n)
{
	int64_t v;

	for (size_t i = 0; t && i < t->n; i++)
		if (code_count(&t->item[i], name, &v) && v == n)
			return t->item[i].key;
	return (str){ 0 };
}

str code_usual(const struct code_table *t)
{
	for (size_t i = 0; t && i < t->n; i++)
		if (code_is(&t->item[i], "usual"))
			return t->item[i].key;
	return (str){ 0 };
}

/* The ways to mean an item, the surest first. */
enum { MATCH_NAME, MATCH_START, MATCH_INSIDE, MATCH_INITIALS, MATCHES };

static bool matches(struct arena *a, const struct code_item *i, str typed, int how)
{
	str shown = tr_str(i->name), initials;

	switch (how) {
	case MATCH_NAME:
		return str_eq(i->name, typed) || str_eq(shown, typed);
	case MATCH_START:
		return str_starts(i->name, typed) || str_starts(shown, typed);
	case MATCH_INSIDE:
		return str_has(i->name, typed) || str_has(shown, typed);
	default:
		initials = pinyin_initials(a, i->name);
		return initials.n >= typed.n && strncasecmp(initials.p, typed.p, typed.n) == 0;
	}
}

/* "11 失独、12 ..." of the items that match (how < 0: of all), as a hint. */
static str candidates(struct arena *a, const struct code_table *t, str typed, int how)
{
	struct buf b = { .a = a };
	size_t shown = 0;

	for (size_t i = 0; i < t->n && shown < 8; i++) {
		if (t->item[i].retired || (how >= 0 && !matches(a, &t->item[i], typed, how)))
			continue;
		buf_printf(&b, "%s%.*s %.*s", shown++ ? "、" : "", STR_FMT(t->item[i].key),
			STR_FMT(tr_str(t->item[i].name)));
	}
	if (shown == 8)
		buf_str(&b, S("……"));
	return buf_view(&b);
}

/* A digit means a key or belongs to a whole name; the 4 that stands inside a name means nothing. */
static int ways(str typed)
{
	for (uint32_t i = 0; i < typed.n; i++)
		if (typed.p[i] >= '0' && typed.p[i] <= '9')
			return MATCH_START;
	return MATCHES;
}

enum rc code_parse(const struct code_table *t, struct arena *a, str typed, str *key, struct err *e)
{
	const struct code_item *exact = code_find(t, typed);

	*key = (str){ 0 };
	if (typed.n == 0)
		return RC_OK;
	if (exact) {
		*key = exact->key;
		return RC_OK;
	}
	for (int how = 0; how < ways(typed); how++) {
		const struct code_item *found = NULL;
		size_t n = 0;
		for (size_t i = 0; i < t->n; i++) {
			if (!matches(a, &t->item[i], typed, how))
				continue;
			/* A retired name is understood, but never stands in the way of a live one. */
			if (!found || (found->retired && !t->item[i].retired)) {
				found = &t->item[i];
				n = 1;
			} else {
				n += !t->item[i].retired;
			}
		}
		if (n == 1) {
			*key = found->key;
			return RC_OK;
		}
		if (n > 1)
			return fail(e, RC_INVALID, "“%.*s”可以是：%.*s；请写全", STR_FMT(typed),
				STR_FMT(candidates(a, t, typed, how)));
	}
	return fail(e, RC_INVALID, "没有“%.*s”这一项；可以填：%.*s", STR_FMT(typed),
		STR_FMT(candidates(a, t, typed, -1)));
}
