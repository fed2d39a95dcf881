/* str.c - slicing, comparing and splitting borrowed text. */
#include "base/str.h"

#include "base/utf8.h"

bool str_starts(str s, str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool str_ends(str s, str suffix)
{
	return s.n >= suffix.n &&
	       (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

int str_find(str s, str what)
{
	if (what.n == 0)
		return 0;
	if (s.n < what.n)
		return -1;

	const char *p = memmem(s.p, s.n, what.p, what.n);

	return p ? (int)(p - s.p) : -1;
}

int str_cmp(str a, str b)
{
	uint32_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	if (c)
		return c;
	return a.n < b.n ? -1 : a.n > b.n;
}

str str_from(str s, uint32_t at)
{
	if (at > s.n)
		at = s.n;
	return (str){ s.p ? s.p + at : NULL, s.n - at };
}

str str_sub(str s, uint32_t at, uint32_t n)
{
	s = str_from(s, at);
	if (n < s.n)
		s.n = n;
	return s;
}

/* The bytes of the blank s starts with, 0 when it does not start with one. */
static uint32_t blank_at(str s)
{
	if (s.n && (s.p[0] == ' ' || s.p[0] == '\t' || s.p[0] == '\n' || s.p[0] == '\r'))
		return 1;
	return str_starts(s, S("　")) ? 3 : 0;
}

str str_trim(str s)
{
	uint32_t n;

	while ((n = blank_at(s)))
		s = str_from(s, n);
	for (;;) {
		if (s.n && blank_at(str_from(s, s.n - 1)))
			s.n--;
		else if (str_ends(s, S("　")))
			s.n -= 3;
		else
			return s;
	}
}

bool str_cut(str *rest, char sep, str *piece)
{
	if (!rest->p)
		return false;

	const char *at = rest->n ? memchr(rest->p, sep, rest->n) : NULL;

	if (at) {
		*piece = (str){ rest->p, (uint32_t)(at - rest->p) };
		*rest = str_from(*rest, piece->n + 1);
	} else {
		*piece = *rest;
		*rest = (str){ 0 };
	}
	return true;
}

bool str_word(str *rest, str *word)
{
	uint32_t n = 0;
	str s = *rest;

	while ((n = blank_at(s)))
		s = str_from(s, n);
	for (n = 0; n < s.n && !blank_at(str_from(s, n)); n++)
		;
	*word = str_sub(s, 0, n);
	*rest = str_from(s, n);
	return n > 0;
}

bool str_digits(str s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

bool str_int(str s, int64_t *out)
{
	bool neg = s.n && s.p[0] == '-';
	int64_t v = 0;

	if (neg)
		s = str_from(s, 1);
	if (!str_digits(s) || s.n > 18)
		return false;
	for (uint32_t i = 0; i < s.n; i++)
		v = v * 10 + (s.p[i] - '0');
	*out = neg ? -v : v;
	return true;
}

enum { WORD_MOST = 48 };

/* The characters of a word; WORD_MOST + 1 when it has more. */
static uint32_t characters(str s, uint32_t out[WORD_MOST])
{
	uint32_t n = 0;

	for (uint32_t at = 0; at < s.n; n++) {
		if (n == WORD_MOST)
			return WORD_MOST + 1;
		out[n] = utf8_next(s, &at);
	}
	return n;
}

/* Edits between a and b (insert, delete, change, swap counts two), or 3 when there are more. */
static unsigned edits(str a, str b)
{
	uint32_t x[WORD_MOST], y[WORD_MOST], nx = characters(a, x), ny = characters(b, y);
	unsigned row[WORD_MOST + 1], diag, old;

	if (nx > WORD_MOST || ny > WORD_MOST)
		return 3;
	for (uint32_t j = 0; j <= ny; j++)
		row[j] = j;
	for (uint32_t i = 1; i <= nx; i++) {
		diag = row[0];
		row[0] = i;
		for (uint32_t j = 1; j <= ny; j++) {
			old = row[j];
			unsigned best = diag + (x[i - 1] != y[j - 1]);

			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			diag = old;
		}
	}
	return row[ny] < 3 ? row[ny] : 3;
}

const char *str_nearest(str s, const char *const *first, size_t n, size_t step)
{
	const char *best = NULL;
	unsigned least = 3;

	for (size_t i = 0; i < n; i++) {
		const char *z = *(const char *const *)((const char *)first + i * step);

		if (!z)
			continue;

		unsigned d = edits(s, str_of(z));

		if (d < least && d * 2 < utf8_count(s) + 1) {
			least = d;
			best = z;
		}
	}
	return best;
}
