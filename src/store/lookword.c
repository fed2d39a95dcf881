/* lookword.c - names, phones, ids and division codes as the 8-byte words of the look-up index. */
#include "store/look.h"

#include "base/utf8.h"

enum { LANES = 4 };

/* The ranks of four characters from one on, each in the reading that which names. */
static uint64_t window(const struct pyname *p, size_t from, const uint8_t which[LANES])
{
	uint64_t w = 0;

	for (size_t i = 0; i < LANES; i++) {
		uint64_t rank = PY_NONE;

		if (from + i < p->n)
			rank = !p->readings[from + i] ? PY_OTHER : p->rank[from + i][which[i]];
		w = w << 16 | rank;
	}
	return w;
}

/* The next combination of readings, counted like a number; false behind the last. */
static bool next_readings(const struct pyname *p, size_t from, uint8_t which[LANES])
{
	for (size_t i = LANES; i-- > 0;) {
		if (from + i < p->n && which[i] + 1 < p->readings[from + i]) {
			which[i]++;
			return true;
		}
		which[i] = 0;
	}
	return false;
}

/* from: where the rows of this name begin. */
static void add(struct arena *a, struct lookrows *out, size_t from, uint64_t w)
{
	struct lookrow *r;

	for (size_t i = from; i < out->n; i++)
		if (out->p[i].word == w)
			return;
	r = vec_add(a, out);
	*r = (struct lookrow){ .word = w, .phone = UINT64_MAX, .idno = UINT64_MAX,
		.alias = out->n > from + 1 };
}

/* 劉 and 刘 are found alike. */
static str simplified(str name, char *out)
{
	uint32_t n = 0;

	for (uint32_t at = 0, chars = 0; at < name.n && chars < PY_NAME; chars++)
		n += utf8_put(out + n, pinyin_simple(utf8_next(name, &at)));
	return (str){ out, n };
}

void look_name_rows(struct arena *a, str name, struct lookrows *out)
{
	char simple[PY_NAME * 4];
	struct pyname p;
	size_t first = out->n, last;

	pinyin_name(simplified(name, simple), &p);
	if (p.n == 0)
		return;
	last = p.n > LANES ? p.n - LANES : 0;
	for (size_t from = 0; from <= last; from++) {
		uint8_t which[LANES] = { 0 };

		do
			add(a, out, first, window(&p, from, which));
		while (next_readings(&p, from, which));
	}
}

static uint64_t bcd(str s)
{
	uint64_t v = 0;

	for (uint32_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		v = v << 4 | (uint64_t)(c >= '0' && c <= '9' ? c - '0' : 10);
	}
	return v;
}

uint64_t look_phone(str s)
{
	uint64_t v;
	const char *extension = s.n ? memchr(s.p, '-', s.n) : NULL;

	if (extension)
		s.n = (uint32_t)(extension - s.p);
	if (s.n == 0)
		return UINT64_MAX;
	if (s.n > 11)
		s = (str){ s.p + s.n - 11, 11 };
	v = bcd(s);
	for (uint32_t i = s.n; i < 11; i++)
		v |= (uint64_t)0xF << 4 * i;
	return v;
}

uint64_t look_idno(str s)
{
	if (s.n < 16)
		return UINT64_MAX;
	return bcd((str){ s.p + s.n - 16, 16 });
}

static uint64_t padded(str digits, char with)
{
	uint64_t v = 0;

	for (uint32_t i = 0; i < 12; i++)
		v = v * 10 + (uint64_t)((i < digits.n ? digits.p[i] : with) - '0');
	return v;
}

uint64_t look_org(str digits)
{
	return digits.n ? padded(digits, '0') : 0;
}

struct lookrange look_range(str digits)
{
	return (struct lookrange){ padded(digits, '0'), padded(digits, '9') };
}
