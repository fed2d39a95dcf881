/* sequence.c - the small grammar of ECMA-48 that is left when curses has taken its keys out. */
#include "ui/term/sequence.h"

#include "ui/term/key.h"

#include <stddef.h>
#include <string.h>

/* What comes in pieces: the next byte of a sequence, of a string; and how long its rest may come behind.
 * No hand types two characters within TOGETHER_MS. */
enum { PIECE_MS = 100, STRING_MS = 500, TOGETHER_MS = 5, LATE_MS = 3000 };
enum { BEL = 7, CAN = 24, SUB = 26, ESC = 27 };

static int next(struct sequence *q, int wait_ms)
{
	return q->from.next(q->from.arg, wait_ms);
}

static int64_t now(struct sequence *q)
{
	return q->from.now_ms(q->from.arg);
}

static bool lately(struct sequence *q, int64_t when)
{
	return when && now(q) - when < LATE_MS;
}

/* The keys of the numpad in application mode (VT100 and what later terminals added). */
uint32_t sequence_pad(int final)
{
	static const char codes[] = "pqrstuvwxyjklmnoX", keys[] = "0123456789*+,-./=";
	const char *at = final > 0 && final < 128 ? strchr(codes, final) : NULL;

	return final == 'M' ? K_ENTER : at ? (uint32_t)keys[at - codes] : K_UNKNOWN;
}

/* ESC O x, or ESC O 5 x with Ctrl. */
static uint32_t single_shift(struct sequence *q)
{
	int c = next(q, PIECE_MS);

	if (c == SEQUENCE_NONE)
		return KEYS_ALT | (uint32_t)'O';
	while ((c >= '0' && c <= '9') || c == ';')
		c = next(q, PIECE_MS);
	return sequence_pad(c);
}

static uint32_t control_sequence(struct sequence *q)
{
	int c = next(q, PIECE_MS), first = c;

	if (c == SEQUENCE_NONE)
		return KEYS_ALT | (uint32_t)'[';
	while (c != SEQUENCE_NONE && c < 256 && !(c >= 0x40 && c <= 0x7E))
		c = next(q, PIECE_MS);
	if (first == 'M') /* the old mouse report: three bytes of any kind follow */
		for (int i = 0; i < 3; i++)
			next(q, TOGETHER_MS);
	return K_UNKNOWN;
}

/* The rest of an answer, up to BEL or ESC \. */
static uint32_t string_rest(struct sequence *q, int wait_ms)
{
	for (;; wait_ms = STRING_MS) {
		int c = next(q, wait_ms);

		if (c == ESC) {
			c = next(q, PIECE_MS);
			if (c != SEQUENCE_NONE && c != '\\')
				return sequence_begin(q, c);
			if (c == '\\')
				return K_UNKNOWN;
		}
		if (c == SEQUENCE_NONE) {
			q->open = now(q);
			return K_UNKNOWN;
		}
		if (c == BEL || c == CAN || c == SUB || c > 255)
			return K_UNKNOWN;
	}
}

static bool begins_string(int c)
{
	return c > 0 && c < 128 && strchr("]P_^X", c);
}

uint32_t sequence_begin(struct sequence *q, int c)
{
	q->open = 0;
	if (c == '[')
		return control_sequence(q);
	if (c == 'O')
		return single_shift(q);
	if (begins_string(c)) {
		int more = next(q, PIECE_MS);

		if (more == SEQUENCE_NONE) { /* Alt and a character, or an answer whose rest comes late */
			q->open = now(q);
			return KEYS_ALT | (uint32_t)c;
		}
		q->from.unread(q->from.arg, more);
		return string_rest(q, STRING_MS);
	}
	return c == ESC ? K_ESC : c > 255 ? K_UNKNOWN : KEYS_ALT | (uint32_t)c;
}

uint32_t sequence_escape(struct sequence *q, bool *alt)
{
	int c = next(q, 0);

	*alt = false;
	if (c == SEQUENCE_NONE && lately(q, q->open)) {
		q->open = now(q); /* half the end of a string: nobody leaves a screen by it */
		return K_UNKNOWN;
	}
	if (c == SEQUENCE_NONE) {
		q->alone = now(q);
		return K_ESC;
	}
	if (c == '\\' && lately(q, q->open)) {
		q->open = 0;
		return K_UNKNOWN;
	}
	if (c >= 128 && c < 256) {
		q->from.unread(q->from.arg, c);
		*alt = true;
		return KEYS_ALT;
	}
	return sequence_begin(q, c);
}

/* Can this pair stand behind an ESC? */
static bool plausible(int c, int then)
{
	static const struct { char begin; const char *then; } known[] = {
		{ '[', "0123456789?<>=ABCDFHIMOZ" }, { 'O', "ABCDFHMPQRSXjklmnopqrstuvwxy" },
		{ ']', "0123456789" }, { 'P', "01234567890>!$+" }, { '_', "G" },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (c == known[i].begin)
			return then > 0 && then < 128 && strchr(known[i].then, then);
	return false;
}

bool sequence_late(struct sequence *q, int c, uint32_t *key)
{
	bool open = lately(q, q->open), alone = lately(q, q->alone);
	int then;

	if (!open)
		q->open = 0;
	q->alone = 0;
	if (open && (c == BEL || c == '\\')) {
		q->open = 0;
		*key = K_UNKNOWN;
		return true;
	}
	if (!open && !(alone && (c == '[' || c == 'O' || begins_string(c))))
		return false;
	then = next(q, TOGETHER_MS);
	if (then == SEQUENCE_NONE) { /* by itself: a key of somebody's hand */
		q->open = 0;
		return false;
	}
	q->from.unread(q->from.arg, then);
	if (open) {
		q->open = 0;
		*key = string_rest(q, STRING_MS);
		return true;
	}
	if (!plausible(c, then))
		return false;
	*key = sequence_begin(q, c);
	return true;
}
