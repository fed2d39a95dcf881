/* key.c - names of keys. */
#include "ui/term/key.h"

#include "base/str.h"
#include "base/utf8.h"

static const struct { const char *name; uint32_t key; } names[] = {
	{ "Up", K_UP },     { "Down", K_DOWN }, { "Left", K_LEFT },   { "Right", K_RIGHT },
	{ "Home", K_HOME }, { "End", K_END },   { "PgUp", K_PGUP },   { "PgDn", K_PGDN },
	{ "Ins", K_INS },   { "Del", K_DEL },   { "BS", K_BS },       { "Tab", K_TAB },
	{ "BTab", K_BTAB }, { "Esc", K_ESC },   { "Enter", K_ENTER }, { "Space", ' ' },
};

uint32_t key_parse(str name)
{
	uint32_t at = 0, c;
	int64_t n;

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_is(name, names[i].name))
			return names[i].key;
	if (name.n > 1 && name.p[0] == 'F' && str_int(str_from(name, 1), &n) && n >= 1 && n <= 12)
		return K_F1 + (uint32_t)n - 1;
	if (name.n == 2 && name.p[0] == '^' && name.p[1] >= '@' && name.p[1] <= '_')
		return (uint32_t)(name.p[1] & 31);
	if (str_starts(name, S("A-")) && (c = key_parse(str_from(name, 2))) != 0)
		return c | KEYS_ALT;
	c = utf8_next(name, &at);
	return name.n && at == name.n ? c : 0;
}

str key_text(struct arena *a, uint32_t key)
{
	char one[4];

	if (key & KEYS_ALT)
		return arena_printf(a, "A-%.*s", STR_FMT(key_text(a, key & ~(uint32_t)KEYS_ALT)));
	for (size_t i = 0; i < COUNT(names); i++)
		if (names[i].key == key)
			return str_of(names[i].name);
	if (key >= K_F1 && key <= K_F12)
		return arena_printf(a, "F%d", (int)(key - K_F1 + 1));
	if (key < ' ')
		return arena_printf(a, "^%c", (int)key + '@');
	return arena_str(a, (str){ one, utf8_put(one, key) });
}
