/* tr.c - texts by the Chinese they stand for: one sorted table, read once. */
#include "base/tr.h"

#include "base/str.h"
#include "base/yaml.h"

#include <stdlib.h>

struct text { const char *zh, *en; };

static struct { struct text *text; size_t n; } english;

static int by_zh(const void *a, const void *b)
{
	return strcmp(((const struct text *)a)->zh, ((const struct text *)b)->zh);
}

const char *tr(const char *zh)
{
	struct text key = { zh, NULL }, *found;

	if (!english.n || !zh)
		return zh;
	found = bsearch(&key, english.text, english.n, sizeof key, by_zh);
	return found ? found->en : zh;
}

str tr_str(str zh)
{
	char key[256];

	if (!english.n || zh.n >= sizeof key)
		return zh;
	memcpy(key, zh.p, zh.n);
	key[zh.n] = 0;
	const char *en = tr(key);
	return en == key ? zh : str_of(en);
}

/* The next conversion of a printf format, without its flags and widths, which may differ; false behind the
 * last.  How it takes its argument stays: "%zu" is not "%u", and "*" takes one more. */
static bool conversion(str s, uint32_t *at, char out[16])
{
	size_t n = 0;

	for (; *at + 1 < s.n; ++*at) {
		if (s.p[*at] != '%')
			continue;
		if (s.p[++*at] == '%')
			continue;
		while (*at < s.n && strchr("-+ #0123456789.*hlLqjzt", s.p[*at]) && n < 14) {
			if (strchr("*hlLqjzt", s.p[*at]))
				out[n++] = s.p[*at];
			++*at;
		}
		out[n++] = *at < s.n ? s.p[*at] : '?';
		out[n] = 0;
		++*at;
		return true;
	}
	return false;
}

/* Does the translation print what the original is given, no more and in that order? */
static bool same_conversions(str zh, str en)
{
	uint32_t at = 0, at_en = 0;
	char want[16], have[16];

	for (;;) {
		bool more = conversion(zh, &at, want);

		if (more != conversion(en, &at_en, have))
			return false;
		if (!more)
			return true;
		if (strcmp(want, have) != 0)
			return false;
	}
}

void tr_check(struct yfile *y)
{
	const struct ynode *root = y->root;

	if (root && root->kind != Y_MAP)
		yaml_problem(y, root, "应为“中文: English”的对照");
	for (uint32_t i = 0; root && root->kind == Y_MAP && i < root->n; i++)
		if (root->kid[i].kind != Y_SCALAR)
			yaml_problem(y, &root->kid[i], "译文要写成一个值：%.*s", STR_FMT(root->key[i].text));
		else if (!same_conversions(root->key[i].text, root->kid[i].text))
			yaml_problem(y, &root->kid[i], "译文里的%%标记与原文不同：%.*s",
				STR_FMT(root->key[i].text));
}

enum rc tr_english(struct arena *a, struct yfile *y, struct err *e)
{
	tr_check(y);
	TRY(yaml_verdict(y, e));
	english.text = ARENA_ARRAY(a, struct text, y->root->n);
	for (uint32_t i = 0; i < y->root->n; i++)
		english.text[i] = (struct text){ arena_z(a, y->root->key[i].text),
			arena_z(a, y->root->kid[i].text) };
	if (y->root->n > 1)
		qsort(english.text, y->root->n, sizeof *english.text, by_zh);
	english.n = y->root->n;
	return RC_OK;
}

bool tr_is_english(void)
{
	return english.n > 0;
}
