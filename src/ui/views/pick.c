/* pick.c - choices by one key: which items of a code table are offered, and by which key. */
#include "ui/views/pick.h"

#include "base/buf.h"
#include "base/pinyin.h"
#include "base/str.h"
#include "base/utf8.h"

static const char place_keys[] = "123456789abcdefghijklmnopqrstuvwxyz";

static bool own_digits(const struct code_table *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->item[i].key.n != 1 || !str_digits(t->item[i].key))
			return false;
	return true;
}

static void offer(struct picks *p, const struct code_item *item, bool own)
{
	char key = own ? item->key.p[0] : p->n < sizeof place_keys - 1 ? place_keys[p->n] : 0;

	p->pick[p->n++] = (struct pick){ item, key };
}

static bool offered(const struct picks *p, const struct code_item *item)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->pick[i].item == item)
			return true;
	return false;
}

struct picks pick_offer(struct arena *a, const struct code_table *t, str chosen, bool all)
{
	struct picks p = { .pick = ARENA_ARRAY(a, struct pick, t->n) };
	bool own = own_digits(t), brief = t->nfirst && !all;

	for (size_t i = 0; i < (brief ? t->nfirst : t->n); i++) {
		const struct code_item *item = brief ? t->first[i] : &t->item[i];

		if (!item->retired && !offered(&p, item))
			offer(&p, item, own);
	}
	for (size_t i = 0; i < t->n; i++)
		if (pick_has(chosen, t->item[i].key) && !offered(&p, &t->item[i]))
			offer(&p, &t->item[i], own);
	return p;
}

const struct code_item *pick_by_key(const struct picks *p, uint32_t c)
{
	for (size_t i = 0; i < p->n; i++)
		if (c && (uint32_t)p->pick[i].key == c)
			return p->pick[i].item;
	return NULL;
}

bool pick_has(str keys, str key)
{
	str word;

	while (str_word(&keys, &word))
		if (str_eq(word, key))
			return true;
	return false;
}

str pick_toggle(struct arena *a, const struct code_table *t, str keys, str key)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < t->n; i++) {
		str k = t->item[i].key;

		if (pick_has(keys, k) == str_eq(k, key))
			continue;
		if (b.n)
			buf_char(&b, ' ');
		buf_str(&b, k);
	}
	return buf_view(&b);
}

static str no_blanks(struct arena *a, str s)
{
	struct buf b = { .a = a };

	for (uint32_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			buf_char(&b, s.p[i]);
	return buf_view(&b);
}

enum fit pick_fit(struct arena *a, str name, str typed)
{
	str t = utf8_fold(a, typed), way[] = { utf8_fold(a, name), pinyin_initials(a, name),
		no_blanks(a, pinyin_full(a, name)) };
	enum fit fit = FIT_NOT;

	for (size_t i = 0; i < COUNT(way); i++) {
		enum fit f = str_eq(way[i], t) ? FIT_EXACT : str_starts(way[i], t) ? FIT_START
			: str_has(way[i], t) && i < 2 ? FIT_PART : FIT_NOT;

		if (f < fit)
			fit = f;
	}
	return fit;
}

bool pick_match(struct arena *a, str name, str typed)
{
	return pick_fit(a, name, typed) != FIT_NOT;
}
