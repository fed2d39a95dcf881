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

/* How many conversions a printf format has, so that a translation cannot print what is not there. */
static size_t conversions(str s, char out[16])
{
	size_t n = 0;

	for (uint32_t i = 0; i + 1 < s.n && n < 16; i++) {
		if (s.p[i] != '%')
			continue;
		i++;
		if (s.p[i] == '%')
			continue;
		while (i < s.n && strchr("-+ 0123456789.*lhjzt", s.p[i]))
			i++;
		out[n++] = i < s.n ? s.p[i] : '?';
	}
	return n;
}

enum rc tr_english(struct arena *a, str file, str yaml, struct err *e)
{
	struct yfile *y = yaml_read(a, file, yaml);
	size_t n = 0;

	if (y->root && y->root->kind != Y_MAP)
		yaml_problem(y, y->root, "应为“中文: English”的对照");
	TRY(yaml_verdict(y, e));
	if (!y->root)
		return RC_OK;
	english.text = ARENA_ARRAY(a, struct text, y->root->n);
	for (uint32_t i = 0; i < y->root->n; i++) {
		str zh = y->root->key[i].text, en = y->root->kid[i].text;
		char want[16], have[16];
		size_t nwant = conversions(zh, want), nhave = conversions(en, have);
		if (y->root->kid[i].kind != Y_SCALAR || nwant != nhave ||
		    memcmp(want, have, nwant) != 0)
			yaml_problem(y, &y->root->kid[i], "译文里的%%标记与原文不同：%.*s", STR_FMT(zh));
		else
			english.text[n++] = (struct text){ arena_z(a, zh), arena_z(a, en) };
	}
	qsort(english.text, n, sizeof *english.text, by_zh);
	english.n = n;
	return yaml_verdict(y, e);
}

bool tr_is_english(void)
{
	return english.n > 0;
}
