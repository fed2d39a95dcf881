/* pinyin.c - readings of characters and names, over the generated table in tables/. */
#include "base/pinyin.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "tables/pinyin_table.h"

size_t pinyin_ranks(uint32_t c, uint16_t out[PY_READINGS])
{
	if (c >> 6 >= PY_BLOCKS || py_block[c >> 6] == 0)
		return 0;
	const struct py_chars *b = &py_chars[py_block[c >> 6]];
	uint64_t bit = (uint64_t)1 << (c & 63);
	if (!(b->bits & bit))
		return 0;
	size_t at = b->base + (size_t)__builtin_popcountll(b->bits & (bit - 1));
	size_t n = (size_t)(py_start[at + 1] - py_start[at]);
	memcpy(out, py_ranks + py_start[at], n * sizeof *out);
	return n;
}

/* Index of the syllable that rank r belongs to. */
static size_t syllable_at(uint16_t r)
{
	size_t lo = 0, hi = py_nsyllables;
	while (hi - lo > 1) {
		size_t mid = (lo + hi) / 2;
		if (py_syllables[mid].first <= r)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

const char *pinyin_syllable(uint16_t rank)
{
	return rank == PY_NONE || rank > py_last ? "" : py_syllables[syllable_at(rank)].name;
}

/* lv sorts behind lu (and nv behind nu), so that a prefix is one run. */
enum { KEY = 12 };
static size_t order_key(str s, char key[KEY])
{
	size_t n = 0;
	bool ln = s.n && (s.p[0] == 'l' || s.p[0] == 'n');
	bool as_v = ln && (s.n > 1 && s.p[1] == 'v');
	bool as_ue = ln && s.n > 2 && s.p[1] == 'u' && s.p[2] == 'e'; /* 略 is typed lue, too */
	for (uint32_t i = 0; i < s.n && n < KEY - 2; i++) {
		if (i == 1 && as_v)
			key[n++] = 'u';
		key[n++] = s.p[i];
		if (i == 1 && as_ue)
			key[n++] = 'v';
	}
	return n;
}

/* The first syllable whose key, cut to the length of this one, is not before (past: is after). */
static size_t bound(const char *key, size_t n, bool past)
{
	size_t lo = 0, hi = py_nsyllables;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		char k[KEY];
		size_t nk = order_key(str_of(py_syllables[mid].name), k);
		int c = memcmp(k, key, nk < n ? nk : n);
		if (c == 0 && nk < n)
			c = -1;
		if (c < 0 || (past && c == 0))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static uint16_t first_rank(size_t syllable)
{
	return syllable < py_nsyllables ? py_syllables[syllable].first : (uint16_t)(py_last + 1);
}

struct run pinyin_prefix(str letters)
{
	char key[KEY];
	size_t n = order_key(letters, key);
	uint16_t lo = first_rank(bound(key, n, false)), hi = first_rank(bound(key, n, true));
	return n && lo < hi
		? (struct run){ lo, (uint16_t)(hi - 1) } : (struct run){ 1, 0 };
}

struct run pinyin_exact(str syllable)
{
	char key[KEY], k[KEY];
	size_t n = order_key(syllable, key);
	size_t i = bound(key, n, false);
	if (!n || i == py_nsyllables ||
	    order_key(str_of(py_syllables[i].name), k) != n || memcmp(k, key, n) != 0)
		return (struct run){ 1, 0 };
	return (struct run){ py_syllables[i].first, (uint16_t)(first_rank(i + 1) - 1) };
}

static bool some(struct run r)
{
	return r.lo <= r.hi;
}

/* zh, ch, sh, or a single consonant that a syllable starts with. */
static bool is_initial(str s)
{
	static const char one[] = "bpmfdtnlgkhjqxzcsrwy";
	if (s.n == 1)
		return strchr(one, s.p[0]) != NULL;
	return s.n == 2 && s.p[1] == 'h' && strchr("zcs", s.p[0]);
}

struct cutting { uint8_t (*cuts)[PY_CUT]; size_t n, max; uint8_t now[PY_CUT]; };

static void cut_rest(struct cutting *c, str rest, size_t depth)
{
	if (depth == PY_CUT - 1 || c->n == c->max)
		return;
	for (uint32_t n = rest.n < 6 ? rest.n : 6; n > 0 && c->n < c->max; n--) {
		str piece = { rest.p, n };
		bool last = n == rest.n;
		if (last ? !some(pinyin_prefix(piece))
			 : !(is_initial(piece) || some(pinyin_exact(piece))))
			continue;
		c->now[depth] = (uint8_t)n;
		if (last) {
			memset(c->now + depth + 1, 0, PY_CUT - depth - 1);
			memcpy(c->cuts[c->n++], c->now, PY_CUT);
		} else {
			cut_rest(c, (str){ rest.p + n, rest.n - n }, depth + 1);
		}
	}
}

size_t pinyin_cuts(str letters, uint8_t cuts[][PY_CUT], size_t max)
{
	struct cutting c = { .cuts = cuts, .max = max };
	cut_rest(&c, letters, 0);
	return c.n;
}

static bool is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Put the reading that has this rank first. */
static void prefer(uint16_t *rank, uint8_t n, uint16_t which)
{
	for (uint8_t i = 0; i < n; i++)
		if (rank[i] == which) {
			memmove(rank + 1, rank, i * sizeof *rank);
			rank[0] = which;
			return;
		}
}

static void read_surname(struct pyname *p)
{
	for (size_t i = 0; p->n > 2 && i < py_ncompounds; i++) {
		const struct py_compound *c = &py_compounds[i];
		if (c->a == p->ch[0] && c->b == p->ch[1]) {
			prefer(p->rank[0], p->readings[0], c->ra);
			prefer(p->rank[1], p->readings[1], c->rb);
			p->surname = 2;
			return;
		}
	}
	p->surname = 1;
	for (size_t i = 0; i < py_nsurnames; i++)
		if (py_surnames[i].c == p->ch[0])
			prefer(p->rank[0], p->readings[0], py_surnames[i].rank);
}

void pinyin_name(str name, struct pyname *out)
{
	memset(out, 0, sizeof *out);
	bool foreign = false;
	for (uint32_t at = 0; at < name.n && out->n < PY_NAME;) {
		uint32_t c = utf8_next(name, &at);
		if (c == 0xB7 || c == 0x2022 || c == 0x30FB) { /* · and what keyboards give for it */
			foreign = true;
			continue;
		}
		if (!utf8_is_han(c) && !is_letter(c))
			continue;
		out->ch[out->n] = c;
		out->readings[out->n] = (uint8_t)pinyin_ranks(c, out->rank[out->n]);
		out->n++;
	}
	if (out->n && !foreign && out->readings[0])
		read_surname(out);
}

str pinyin_initials(struct arena *a, str name)
{
	struct pyname p;
	pinyin_name(name, &p);
	struct buf b = { .a = a };
	for (size_t i = 0; i < p.n; i++) {
		if (p.readings[i])
			buf_char(&b, pinyin_syllable(p.rank[i][0])[0]);
		else if (is_letter(p.ch[i]))
			buf_char(&b, (char)(p.ch[i] | 0x20));
	}
	return buf_view(&b);
}

str pinyin_full(struct arena *a, str name)
{
	struct pyname p;
	pinyin_name(name, &p);
	struct buf b = { .a = a };
	for (size_t i = 0; i < p.n; i++) {
		char one[4];
		if (b.n)
			buf_char(&b, ' ');
		if (p.readings[i])
			buf_str(&b, str_of(pinyin_syllable(p.rank[i][0])));
		else
			buf_put(&b, one, utf8_put(one, p.ch[i]));
	}
	return buf_view(&b);
}

str pinyin_key(struct arena *a, str name)
{
	struct pyname p;
	pinyin_name(name, &p);
	struct buf b = { .a = a };
	for (size_t i = 0; i < p.n; i++) {
		uint16_t r = p.readings[i] ? p.rank[i][0] : PY_OTHER;
		buf_char(&b, (char)(r >> 8));
		buf_char(&b, (char)r);
	}
	buf_put(&b, "\0", 2);
	buf_str(&b, name);
	return buf_view(&b);
}

uint32_t pinyin_simple(uint32_t c)
{
	size_t lo = 0, hi = py_nsimples;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (py_simples[mid].from < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < py_nsimples && py_simples[lo].from == c ? py_simples[lo].to : c;
}
