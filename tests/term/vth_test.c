/* vth_test.c - proves the pseudo-terminal harness on programs every system has. */
#include "vth.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS = 24, COLS = 80 };

static struct vth *start(const char *term, const char *const argv[])
{
	return vth_start(&(struct vth_how){ .rows = ROWS, .cols = COLS, .term = term }, argv);
}

static struct vth *shell(const char *script)
{
	return start("xterm-256color", (const char *[]){ "sh", "-c", script, NULL });
}

static void expect_seen(struct vth *v, const char *text)
{
	char line[VTH_LINE_TEXT];

	if (vth_see(v, text, VTH_LIMIT_MS) == VTH_OK)
		return;
	for (int row = 0; row < vth_rows(v); row++)
		print_message("# |%s\n", vth_line(v, row, line));
	fail_msg("never saw '%s'", text);
}

static void expect_line(struct vth *v, int row, const char *text)
{
	char line[VTH_LINE_TEXT];

	assert_string_equal(vth_line(v, row, line), text);
}

static void what_is_typed_comes_back(void **state)
{
	struct vth *v = start("xterm-256color", (const char *[]){ "cat", NULL });

	(void)state;
	assert_true(vth_type(v, "张三丰<BS><Space><lt>a<Enter>"));
	expect_seen(v, "张三 <a");
	assert_int_equal(vth_wait(v, 0), -1);
	assert_true(vth_type(v, "<C-d>"));
	assert_int_equal(vth_wait(v, VTH_LIMIT_MS), 0);
	expect_line(v, 1, "张三 <a");
	expect_line(v, 2, "");
	assert_true(vth_free(v));
}

static void an_unknown_key_is_refused(void **state)
{
	struct vth *v = start("xterm-256color", (const char *[]){ "cat", NULL });

	(void)state;
	assert_false(vth_type(v, "<Entr>"));
	assert_false(vth_type(v, "<X-a>"));
	assert_false(vth_type(v, "<Enter"));
	assert_false(vth_type(v, "<a-name-longer-than-any-key>"));
	assert_true(vth_free(v));
}

static void wide_characters_take_two_columns(void **state)
{
	struct vth *v = shell("printf '丂𠮷x\\n'; printf 'e\\314\\201|'; read x");
	int row, col;

	(void)state;
	expect_seen(v, "|");
	expect_line(v, 0, "丂𠮷x");
	assert_string_equal(vth_at(v, 0, 2).text, "𠮷");
	assert_int_equal(vth_at(v, 0, 2).width, 2);
	assert_string_equal(vth_at(v, 0, 3).text, "");
	assert_int_equal(vth_at(v, 0, 3).width, 0);
	assert_int_equal(vth_at(v, 0, 4).width, 1);
	assert_string_equal(vth_at(v, 1, 0).text, "e\314\201");
	assert_true(vth_find(v, "x", &row, &col));
	assert_int_equal(row, 0);
	assert_int_equal(col, 4);
	assert_int_equal(vth_cursor(v).row, 1);
	assert_int_equal(vth_cursor(v).col, 2);
	assert_true(vth_cursor(v).visible);
	assert_int_equal(vth_torn(v), 0);
	assert_true(vth_free(v));
}

/* Each piece leaves only when the one before is known to have been taken in. */
static void a_character_may_come_in_pieces(void **state)
{
	struct vth *v = shell("stty -echo raw; printf 'ab\\360\\240'; read x;"
			      "printf '\\256'; read x; printf '\\267.'; read x");

	(void)state;
	for (size_t bytes = 4; bytes <= 5; bytes++) {
		while (vth_received(v) < bytes)
			assert_int_equal(vth_quiet(v, VTH_QUIET_MS, VTH_LIMIT_MS), VTH_OK);
		assert_int_equal(vth_received(v), bytes);
		vth_send(v, "\n", 1);
	}
	expect_seen(v, "ab𠮷.");
	assert_int_equal(vth_received(v), 7);
	assert_true(vth_free(v));
}

static void attributes_and_colours(void **state)
{
	struct vth *v =
		shell("printf '\\033[1mB\\033[0;4mU\\033[0;7;31mR\\033[0;48;2;1;2;3mG\\033[0mN"
		      "\\033[?25l'; read x");

	(void)state;
	expect_seen(v, "BURGN");
	assert_int_equal(vth_at(v, 0, 0).attrs, VTH_BOLD);
	assert_int_equal(vth_at(v, 0, 1).attrs, VTH_UNDERLINE);
	assert_int_equal(vth_at(v, 0, 2).attrs, VTH_REVERSE);
	assert_int_equal(vth_at(v, 0, 2).fg, 1);
	assert_int_equal(vth_at(v, 0, 3).bg, VTH_RGB | 0x010203);
	assert_int_equal(vth_at(v, 0, 4).attrs, 0);
	assert_int_equal(vth_at(v, 0, 4).fg, VTH_DEFAULT);
	assert_int_equal(vth_quiet(v, VTH_QUIET_MS, VTH_LIMIT_MS), VTH_OK);
	assert_false(vth_cursor(v).visible);
	assert_true(vth_free(v));
}

static void half_a_character_is_found(void **state)
{
	struct vth *v = shell("printf '张三\\033[1;2Hx\\033[2;1Hend'; read x");

	(void)state;
	expect_seen(v, "end");
	assert_true(vth_torn(v) > 0);
	assert_true(vth_free(v));
}

static void the_size_reaches_the_program(void **state)
{
	struct vth *v = shell("trap 'stty size' WINCH; stty size; while :; do read x; done");

	(void)state;
	expect_seen(v, "24 80");
	vth_resize(v, 10, 41);
	expect_seen(v, "10 41");
	assert_int_equal(vth_rows(v), 10);
	assert_int_equal(vth_cols(v), 41);
	vth_signal(v, SIGKILL);
	assert_int_equal(vth_wait(v, VTH_LIMIT_MS), 128 + SIGKILL);
	assert_true(vth_free(v));
}

static void the_environment_is_the_given_one(void **state)
{
	static const char *const env[] = { "GIVEN=张三", "TAKEN", NULL };
	struct vth_how how = { .rows = 5, .cols = 40, .term = "linux", .env = env };
	const char *argv[] = { "sh", "-c", "echo $TERM $GIVEN ${TAKEN-none} ${LINES-none}", NULL };
	struct vth *v;

	(void)state;
	setenv("TAKEN", "1", 1);
	setenv("LINES", "99", 1);
	v = vth_start(&how, argv);
	assert_int_equal(vth_wait(v, VTH_LIMIT_MS), 0);
	expect_line(v, 0, "linux 张三 none none");
	assert_true(vth_free(v));
	unsetenv("TAKEN");
	unsetenv("LINES");
}

static void how_a_program_ends(void **state)
{
	struct vth *v = shell("exit 7");

	(void)state;
	assert_int_equal(vth_wait(v, VTH_LIMIT_MS), 7);
	assert_int_equal(vth_see(v, "nothing", VTH_LIMIT_MS), VTH_GONE);
	assert_true(vth_free(v));

	v = start("linux", (const char *[]){ "/no/such/program", NULL });
	assert_int_equal(vth_wait(v, VTH_LIMIT_MS), 127);
	expect_line(v, 0, "/no/such/program: No such file or directory");
	assert_true(vth_free(v));

	v = shell("trap 'exit 3' HUP; echo up; while :; do read x || exit 4; done");
	expect_seen(v, "up");
	assert_int_equal(vth_see(v, "never", 1), VTH_LATE);
	vth_hangup(v);
	assert_int_equal(vth_wait(v, VTH_LIMIT_MS), 3);
	assert_true(vth_free(v));
}

static void paste_is_bracketed_when_asked_for(void **state)
{
	struct vth *v = shell("stty -icanon -echo -icrnl; printf 'go\\033[?2004h'; exec cat -v");

	(void)state;
	expect_seen(v, "go");
	assert_int_equal(vth_quiet(v, VTH_QUIET_MS, VTH_LIMIT_MS), VTH_OK);
	vth_paste(v, "a\nb");
	expect_seen(v, "go^[[200~a^Mb^[[201~");
	assert_true(vth_free(v));

	v = shell("stty -icanon -echo -icrnl; printf go; exec cat -v");
	expect_seen(v, "go");
	vth_paste(v, "a\nb");
	expect_seen(v, "goa^Mb");
	assert_true(vth_free(v));
}

/* A program that asks the terminal where the cursor is gets an answer. */
static void the_terminal_answers(void **state)
{
	struct vth *v =
		shell("stty -icanon -echo; printf '张\\033[6n'; dd bs=1 count=6 2>/dev/null |"
		      "cat -v; read x");

	(void)state;
	expect_seen(v, "张^[[1;3R");
	assert_true(vth_free(v));
}

static void more_than_the_kernel_holds_can_be_sent(void **state)
{
	struct vth *v = shell("stty raw -echo; printf go; head -c 200000 | cksum; read x");
	char text[1000];

	(void)state;
	expect_seen(v, "go");
	memset(text, 'a', sizeof text);
	for (int i = 0; i < 200; i++)
		vth_send(v, text, sizeof text);
	expect_seen(v, " 200000");
	assert_true(vth_free(v));
}

/* terminfo says what a key sends; the harness must send just that. */
static void keys_are_those_of_the_terminal(void **state)
{
	static const char *const terms[] = { "xterm-256color", "screen-256color", "linux" };
	static const char *const names[][2] = {
		{ "Up", "kcuu1" },   { "Down", "kcud1" }, { "Left", "kcub1" }, { "Right", "kcuf1" },
		{ "Home", "khome" }, { "End", "kend" },   { "PgUp", "kpp" },   { "PgDn", "knp" },
		{ "Ins", "kich1" },  { "Del", "kdch1" },  { "BTab", "kcbt" },  { "BS", "kbs" },
		{ "F1", "kf1" },     { "F2", "kf2" },     { "F3", "kf3" },     { "F4", "kf4" },
		{ "F5", "kf5" },     { "F6", "kf6" },     { "F10", "kf10" },   { "F12", "kf12" },
	};

	(void)state;
	for (size_t t = 0; t < sizeof terms / sizeof *terms; t++)
		for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
			char script[256], want[VTH_LINE_TEXT], got[VTH_LINE_TEXT], keys[16];
			struct vth *v;

			snprintf(script, sizeof script,
				 "stty -icanon -echo; tput %s | cat -vt; echo; tput smkx; echo go;"
				 "exec cat -vt",
				 names[k][1]);
			v = start(terms[t], (const char *[]){ "sh", "-c", script, NULL });
			expect_seen(v, "go");
			snprintf(keys, sizeof keys, "<%s>.", names[k][0]);
			assert_true(vth_type(v, keys));
			expect_seen(v, ".");
			snprintf(want, sizeof want, "%.100s.", vth_line(v, 0, got));
			vth_line(v, 2, got);
			if (strcmp(got, want) != 0)
				fail_msg("%s %s: %s, not %s", terms[t], names[k][0], got, want);
			assert_true(vth_free(v));
		}
}

static void modified_keys(void **state)
{
	struct vth *v = shell("stty raw -echo; printf go; exec cat -v");

	(void)state;
	expect_seen(v, "go");
	assert_true(vth_type(v, "<C-l><A-x><C-Left><Esc>q"));
	expect_seen(v, "go^L^[x^[[1;5D^[q");
	assert_true(vth_free(v));
}

int main(void)
{
	const struct CMUnitTest vth[] = {
		cmocka_unit_test(what_is_typed_comes_back),
		cmocka_unit_test(an_unknown_key_is_refused),
		cmocka_unit_test(wide_characters_take_two_columns),
		cmocka_unit_test(a_character_may_come_in_pieces),
		cmocka_unit_test(attributes_and_colours),
		cmocka_unit_test(half_a_character_is_found),
		cmocka_unit_test(the_size_reaches_the_program),
		cmocka_unit_test(the_environment_is_the_given_one),
		cmocka_unit_test(how_a_program_ends),
		cmocka_unit_test(paste_is_bracketed_when_asked_for),
		cmocka_unit_test(the_terminal_answers),
		cmocka_unit_test(more_than_the_kernel_holds_can_be_sent),
		cmocka_unit_test(keys_are_those_of_the_terminal),
		cmocka_unit_test(modified_keys),
	};

	return cmocka_run_group_tests(vth, NULL, NULL);
}
