/* pick.c - choosing by one key or by typing a name: which choices are offered, in what order, by which key. */
#include "ui/views/pick.h"

#include "base/buf.h"
#include "base/pinyin.h"
#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"

/* ---- by one key ----------------------------------------------------------------------------- */

static const char place_keys[] = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

char pick_key(size_t place)
{
	return place < sizeof place_keys - 1 ? place_keys[place] : 0;
}

size_t pick_place(uint32_t key)
{
	const char *at = key && key < 128 ? strchr(place_keys, (int)key) : NULL;

	return at ? (size_t)(at - place_keys) : SIZE_MAX;
}

/* ---- by its name ---------------------------------------------------------------------------- */

static str no_blanks(struct arena *a, str s)
{
	struct buf b = { .a = a };

	for (uint32_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			buf_char(&b, s.p[i]);
	return buf_view(&b);
}

static enum pick_how text_match(str text, str typed)
{
	return !str_has(text, typed) ? PICK_NOT : !str_starts(text, typed) ? PICK_PART
		: text.n > typed.n ? PICK_START : PICK_WHOLE;
}

/* From the start of a syllable on: "ban" means 民办, "inb" nothing. */
static enum pick_how pinyin_match(struct arena *a, str name, str typed)
{
	str rest = pinyin_full(a, name), syllable;
	enum pick_how how = text_match(no_blanks(a, rest), typed);

	if (how != PICK_PART)
		return how;
	while (str_word(&rest, &syllable))
		if (str_starts(no_blanks(a, rest), typed))
			return PICK_PART;
	return PICK_NOT;
}

enum pick_how pick_match(struct arena *a, str key, str name, str typed)
{
	str t = utf8_fold(a, str_trim(typed)), folded = utf8_fold(a, name);
	enum pick_how all[4];
	enum pick_how best = PICK_NOT;

	if (!t.n)
		return PICK_WHOLE;
	all[0] = str_starts(key, t) ? text_match(key, t) : PICK_NOT; /* 3 is no part of the code 13 */
	all[1] = text_match(folded, t);
	all[2] = text_match(pinyin_initials(a, name), t);
	all[3] = pinyin_match(a, name, t);
	for (size_t i = 0; i < COUNT(all); i++)
		best = all[i] > best ? all[i] : best;
	return best;
}

size_t pick_order(const enum pick_how *how, size_t n, size_t *out)
{
	size_t found = 0;

	for (int sure = PICK_WHOLE; sure > PICK_NOT; sure--)
		for (size_t i = 0; i < n; i++)
			if (how[i] == (enum pick_how)sure)
				out[found++] = i;
	return found;
}

/* ---- what a form offers --------------------------------------------------------------------- */

static bool offered(const struct picks *p, const struct code_item *item)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->item[i] == item)
			return true;
	return false;
}

static struct picks offer_meant(struct arena *a, const struct code_table *t, str typed)
{
	struct picks p = { .item = ARENA_ARRAY(a, const struct code_item *, t->n + 1) };
	enum pick_how *how = ARENA_ARRAY(a, enum pick_how, t->n + 1);
	size_t *order = ARENA_ARRAY(a, size_t, t->n + 1);

	for (size_t i = 0; i < t->n; i++) {
		const struct code_item *item = &t->item[i];
		enum pick_how shown = tr_is_english() ? pick_match(a, S(""), tr_str(item->name), typed) : PICK_NOT;

		how[i] = item->retired ? PICK_NOT : pick_match(a, item->key, item->name, typed);
		if (!item->retired && shown > how[i])
			how[i] = shown;
	}
	p.n = pick_order(how, t->n, order);
	for (size_t i = 0; i < p.n; i++)
		p.item[i] = &t->item[order[i]];
	return p;
}

struct picks pick_offer(struct arena *a, const struct code_table *t, str chosen, str typed)
{
	struct picks p = { 0 };

	if (str_trim(typed).n)
		return offer_meant(a, t, typed);
	p.item = ARENA_ARRAY(a, const struct code_item *, t->n + 1);
	for (size_t i = 0; i < (t->nfirst ? t->nfirst : t->n); i++) {
		const struct code_item *item = t->nfirst ? t->first[i] : &t->item[i];

		if (!item->retired && !offered(&p, item))
			p.item[p.n++] = item;
	}
	for (size_t i = 0; i < t->n; i++)
		if (pick_has(chosen, t->item[i].key) && !offered(&p, &t->item[i]))
			p.item[p.n++] = &t->item[i];
	return p;
}

const struct code_item *pick_by_key(const struct picks *p, uint32_t key)
{
	size_t place = pick_place(key);

	return place < p->n ? p->item[place] : NULL;
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
