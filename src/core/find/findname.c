/* findname.c - a word as a name: each character a set of runs of ranks, each way to cut letters into
 * syllables a condition of its own. */
#include "core/find/findparse.h"

#include "base/utf8.h"

enum { CUTS = 16, CHARS = 8 };

static void add_run(struct lookcond *c, struct run r)
{
	if (r.lo <= r.hi && c->ch[c->nch].n < PY_READINGS)
		c->ch[c->nch].run[c->ch[c->nch].n++] = r;
}

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The other spelling of a piece that is often confused: zh/z sh/s ch/c n/l; "" when there is none. */
static str confused(str piece, char out[12])
{
	size_t n = 0;
	char c = piece.p[0];
	bool h = piece.n > 1 && piece.p[1] == 'h';

	if (!strchr("zscnl", c))
		return (str){ 0 };
	out[n++] = c == 'n' ? 'l' : c == 'l' ? 'n' : c;
	if (strchr("zsc", c) && !h)
		out[n++] = 'h';
	for (uint32_t i = strchr("zsc", c) && h ? 2 : 1; i < piece.n && n < 11; i++)
		out[n++] = piece.p[i];
	return (str){ out, (uint32_t)n };
}

/* The runs of a whole syllable; lu is typed for lü, too. */
static uint8_t syllable(str piece, struct run out[2])
{
	uint8_t n = 0;

	out[n++] = pinyin_exact(piece);
	if (piece.n == 2 && piece.p[1] == 'u' && strchr("ln", piece.p[0]))
		out[n++] = pinyin_exact(piece.p[0] == 'l' ? S("lv") : S("nv"));
	return n;
}

static void add_syllable(struct lookcond *c, str piece)
{
	struct run run[2];
	uint8_t n = syllable(piece, run);

	for (uint8_t i = 0; i < n; i++)
		add_run(c, run[i]);
}

/* Exactly what the letters spell: li is 李 before it is the beginning of 林 or, confused, 倪. */
static void set_exact(struct lookchar *ch, str piece, bool initial)
{
	if (initial) {
		ch->exact[0] = pinyin_prefix(piece);
		ch->nexact = 1;
	} else {
		ch->nexact = syllable(piece, ch->exact);
	}
}

static void add_piece(struct lookcond *c, str piece, bool last, bool fuzzy)
{
	char other[12];
	str twin = fuzzy ? confused(piece, other) : (str){ 0 };
	bool initial = piece.n == 1 || (piece.n == 2 && piece.p[1] == 'h');

	if (c->nch == CHARS)
		return;
	set_exact(&c->ch[c->nch], piece, initial);
	if (last || initial) {
		add_run(c, pinyin_prefix(piece));
		if (twin.n)
			add_run(c, pinyin_prefix(twin));
	} else {
		add_syllable(c, piece);
		if (twin.n)
			add_syllable(c, twin);
	}
	c->nch++;
}

static void add_character(struct lookcond *c, uint32_t ch)
{
	uint16_t ranks[PY_READINGS];
	size_t n = pinyin_ranks(ch, ranks);

	if (c->nch == CHARS)
		return;
	if (n == 0)
		add_run(c, (struct run){ PY_OTHER, PY_OTHER });
	for (size_t i = 0; i < n; i++)
		add_run(c, (struct run){ ranks[i], ranks[i] });
	c->nch++;
}

/* Characters up to the next letters; returns what is behind them. */
static str take_characters(struct lookcond *c, str word)
{
	uint32_t at = 0;

	while (at < word.n && !is_letter(word.p[at])) {
		uint32_t ch = utf8_next(word, &at);

		if (ch != 0xB7 && ch != 0x2022 && ch != 0x30FB)
			add_character(c, ch);
	}
	return (str){ word.p + at, word.n - at };
}

/* All ways to read the rest, each a condition that starts like before. */
static size_t read_rest(struct lookcond before, str word, bool fuzzy, struct lookcond *out, size_t max)
{
	uint8_t cuts[CUTS][PY_CUT];
	size_t n = 0, ncuts;
	str letters, behind;

	letters = take_characters(&before, word);
	if (letters.n == 0) {
		if (before.nch == 0 || max == 0)
			return 0;
		out[0] = before;
		return 1;
	}
	behind = letters;
	while (behind.n && is_letter(behind.p[0]))
		behind = (str){ behind.p + 1, behind.n - 1 };
	letters.n -= behind.n;
	ncuts = pinyin_cuts(letters, cuts, CUTS);
	for (size_t i = 0; i < ncuts && n < max; i++) {
		struct lookcond c = before;
		uint32_t at = 0;

		for (size_t k = 0; cuts[i][k]; k++) {
			bool last = !cuts[i][k + 1] && behind.n == 0;

			add_piece(&c, (str){ letters.p + at, cuts[i][k] }, last, fuzzy);
			at += cuts[i][k];
		}
		n += read_rest(c, behind, fuzzy, out + n, max - n);
	}
	return n;
}

size_t find_name_conds(str word, bool fuzzy, struct lookcond *out, size_t max)
{
	return read_rest((struct lookcond){ .kind = LOOK_NAME }, word, fuzzy, out, max);
}
