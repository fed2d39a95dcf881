/* sequence_test.c - what terminals send behind ESC, whole and in pieces: the numpad types its characters,
 * nobody's answer types anything, and a hand's Esc and Alt stay what they are. */
#include "base/buf.h"
#include "base/str.h"
#include "ui/term/key.h"
#include "ui/term/sequence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* A script: bytes as they come; "{200}" is a pause of so many milliseconds. */
struct line { const char *at; int64_t now, pause; int unread[8]; size_t n; };

static int take(void *arg, int wait_ms)
{
	struct line *l = arg;

	if (l->n)
		return l->unread[--l->n];
	if (*l->at == '{') {
		l->pause = strtol(l->at + 1, (char **)(uintptr_t)&l->at, 10);
		l->at++;
	}
	if (l->pause > wait_ms) {
		l->now += wait_ms;
		l->pause -= wait_ms;
		return SEQUENCE_NONE;
	}
	l->now += l->pause;
	l->pause = 0;
	if (*l->at == '{')
		return take(arg, wait_ms);
	if (!*l->at)
		return l->now += wait_ms, SEQUENCE_NONE;
	return (unsigned char)*l->at++;
}

static void unread(void *arg, int code)
{
	struct line *l = arg;

	assert_true(l->n < COUNT(l->unread));
	l->unread[l->n++] = code;
}

static int64_t clock_now(void *arg)
{
	return ((struct line *)arg)->now;
}

/* The keys that a script becomes, by their names, as a terminal's reader asks for them. */
static str keys_of(struct arena *a, const char *script)
{
	struct line l = { .at = script, .now = 1000 };
	struct sequence q = { .from = { take, unread, clock_now, &l } };
	struct buf b = { .a = a };
	int c;

	while ((c = take(&l, 60000)) != SEQUENCE_NONE) {
		uint32_t key = (uint32_t)c;
		bool alt;

		if (c == 27) { /* as curses does, which waits whether a key of its own comes */
			int then = take(&l, 100);

			if (then != SEQUENCE_NONE)
				unread(&l, then);
			key = sequence_escape(&q, &alt);
		} else {
			sequence_late(&q, c, &key);
		}
		if (key != K_UNKNOWN)
			buf_printf(&b, "%s%.*s", b.n ? " " : "", STR_FMT(key_text(a, key)));
	}
	return buf_view(&b);
}

static const struct { const char *script, *keys; } cases[] = {
	/* the numpad, NumLock on: VT100's digits, and what xterm, PuTTY and rxvt send for the rest */
	{ "\033Op\033Oq\033Or\033Os\033Ot\033Ou\033Ov\033Ow\033Ox\033Oy", "0 1 2 3 4 5 6 7 8 9" },
	{ "\033Oj\033Ok\033Ol\033Om\033On\033Oo\033OX\033OM", "* + , - . / = Enter" },
	{ "\033O5p\033O1;2q", "0 1" },
	{ "\033O{60}p{60}1", "0 1" },
	/* NumLock off: the 5 in the middle means nothing */
	{ "\033[E\033OE\033[G", "" },
	/* answers to colours, versions, settings, clipboards: with both ends, with none, cut off */
	{ "\033]11;rgb:0000/0000/0000\007x", "x" },
	{ "\033]11;rgb:0000/0000/0000\033\\x", "x" },
	{ "\033P>|XTerm(379)\033\\x", "x" },
	{ "\033P1+r436f=323536\033\\\033_Gi=31;OK\033\\\033^pm\033\\\033Xsos\033\\x", "x" },
	{ "\033]52;c;5p2O56eA\007\033[?62;22c\033[>0;276;0c\033[12;3R\033[200;5t\033[Ix", "x" },
	{ "\033]11;rgb:00", "" },
	{ "\033]11;rgb:00{700}x", "x" },
	{ "\033]11;rgb:00{5000}xyz", "x y z" },
	{ "\033]11;rgb:00\030x", "x" },
	/* in two pieces, wherever it is cut */
	{ "\033{60}]11;rgb:00\007x", "x" },
	{ "\033{300}]11;rgb:00\007x", "Esc x" },
	{ "\033]{300}11;rgb:00\007x", "A-] x" },
	{ "\033]11;{900}rgb:00\007x", "x" },
	{ "\033]11;rgb:00{900}\007x", "x" },
	{ "\033]11;rgb:00{900}\033\\x", "x" },
	{ "\033]11;rgb:00\033{300}\\x", "x" },
	{ "\033]11;rgb:00{900}\033{300}\\x", "x" },
	{ "\033{200}P>|tmux 3.3a\033\\x", "Esc x" },
	{ "\033{200}[12;40Rx", "Esc x" },
	{ "\033{200}Op{50}x", "Esc 0 x" },
	/* the old mouse report of a program that left it on: any three bytes follow */
	{ "\033[M !!x", "x" },
	/* a hand: Esc, Alt, and keys behind an Esc that look like a beginning */
	{ "\033{400}x", "Esc x" },
	{ "\033x", "A-x" },
	{ "\033\033", "Esc" },
	{ "\033{400}]{80}1", "Esc ] 1" },
	{ "\033{400}O{80}p", "Esc O p" },
	{ "\033{400}[{80}A", "Esc [ A" },
	{ "\033{400}PG", "Esc P G" },
	{ "\033]{300}1{300}2", "A-] 1 2" },
	{ "]11;x", "] 1 1 ; x" },
};

static void test_every_script_becomes_its_keys(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		str got = keys_of(&a, cases[i].script);

		if (!str_is(got, cases[i].keys))
			fail_msg("%zu %s: [%.*s], not [%s]", i, cases[i].script + 1, STR_FMT(got), cases[i].keys);
	}
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_script_becomes_its_keys) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
