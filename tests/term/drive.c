/*
 * drive.c - plays a script of keys and expected screens against programs on pseudo-terminals.
 *   usage: drive [SCRIPT]       without SCRIPT: standard input
 * Prints TAP.  Status 1: a check failed; 2: the script is wrong.
 *
 * One command per line; empty lines and lines that begin with # are remarks.  A check first lets
 * the program come to rest, then waits for what it wants.  Rows and columns count from 1 at the
 * top left, negative rows from the bottom.
 *
 *   size COLS ROWS      of the programs started below; 80 24 at first
 *   env NAME=VALUE      for them and for sh; NAME alone unsets it; TERM is xterm-256color at first
 *   limit SECONDS       how long a check waits: 10 at first, and 1 at most once one has failed
 *   run WORD...         starts the program `main`; words are those of a shell, with "$NAME"
 *   start NAME WORD...  starts another one beside it; the lines below are about it
 *   on NAME             the lines below are about that program
 *   keys TEXT           types; keys stand in brackets: <Enter> <Tab> <BTab> <Esc> <BS> <Del> <Ins>
 *                       <Space> <lt> <Up> <Down> <Left> <Right> <PgUp> <PgDn> <Home> <End> <F1>
 *                       to <F12>; with C- A- S- in front: <C-l> <A-x> <C-Left>
 *   say TEXT            the same for what only the person knows: a name, a number, a sentence; none of it counts
 *   task NAME           begins to count the keys
 *   within N            check: it took at most so many
 *   send TEXT           as it stands: \e in it is ESC, \a BEL, \\ a backslash (on a pseudo-terminal only)
 *   paste TEXT          \n in it is a line end, \t a tab, \\ a backslash
 *   click ROW COL       with the mouse, if the program has asked for it
 *   wheel up|down
 *   tick [N]            a second (N of them) passes without a key, and the program comes to rest
 *   resize COLS ROWS    of the terminal while the program runs
 *   hangup              the line is gone
 *   signal NAME         TERM, HUP, KILL, ...
 *   see TEXT            check: a line holds TEXT
 *   gone TEXT           check: no line does
 *   line ROW PATTERN    check: the line is PATTERN
 *   cursor ROW COL      check: the cursor stands there
 *   told TEXT           check: the terminal was last told TEXT by a control string it has no other use for
 *                       (52;c;BASE64 sets the clipboard)
 *   whole               check: no half character anywhere
 *   wait STATUS         check: the program ends, with this status or by this signal (wait HUP)
 *   sh COMMAND          check: it succeeds, and prints the `> ` lines below it if there are any
 *   screen              shows the screen; with `> ` lines below it, a check of all of it
 *
 * A PATTERN, also in a `> ` line, is the line itself or `~ REGEX` (extended, for the whole line);
 * `> ...` is any number of lines.
 */
#include "lines.h"
#include "vth.h"

#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wordexp.h>

enum {
	PROGRAMS_MAX = 8,
	SIZE_MAX_CELLS = 400,
	LIMIT_MAX_S = 300,
	SHORT_LIMIT_MS = 1000,
	TURN_MS = 20, /* the programs are looked after so often while a command runs */
};

struct program {
	char name[32];
	struct vth *vth; /* NULL: the place is free */
};

static struct {
	const char *script;
	char *rest;          /* of the script, from the line after the current one */
	int line;            /* its number */
	int taken;           /* `> ` lines that went with it */
	const char *command; /* the current line, whole */
	int rows, cols, limit_ms;
	struct program program[PROGRAMS_MAX], *on;
	int checks, failed;
	int keys;            /* since the task began */
} drive = { .rows = 24, .cols = 80, .limit_ms = VTH_LIMIT_MS };

/* ---- telling -------------------------------------------------------------------------------- */

/* The script itself is wrong: nothing after this line can be trusted. */
static _Noreturn void __attribute__((format(printf, 1, 2))) bail(const char *format, ...)
{
	va_list args;

	printf("not ok %d - %s\nBail out! %s line %d: ", ++drive.checks, drive.command,
	       drive.script, drive.line);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	exit(2);
}

/* The lines of the screen without empty ones at the end, cut from a text that is to be freed. */
static char *screen_lines(const struct vth *v, struct lines *l)
{
	char line[VTH_LINE_TEXT], *text;
	size_t size;
	FILE *f = open_memstream(&text, &size);

	for (int row = 0; row < vth_rows(v); row++)
		fprintf(f, "%s\n", vth_line(v, row, line));
	fclose(f);
	while (size && text[size - 1] == '\n')
		text[--size] = '\0';
	lines_cut(l, text);
	return text;
}

static void show_screen(const struct vth *v)
{
	struct vth_cursor at = vth_cursor(v);
	struct lines l;
	char title[96], *text;

	snprintf(title, sizeof title, "screen %dx%d, cursor at line %d column %d%s", vth_cols(v),
		 vth_rows(v), at.row + 1, at.col + 1, at.visible ? "" : " (hidden)");
	text = screen_lines(v, &l);
	lines_show(title, &l);
	free(text);
}

static bool verdict(bool ok)
{
	drive.checks++;
	if (ok) {
		printf("ok %d - %s\n", drive.checks, drive.command);
	} else {
		drive.failed++;
		printf("not ok %d - %s (%s line %d)\n", drive.checks, drive.command, drive.script,
		       drive.line);
	}
	return ok;
}

static int limit_ms(void)
{
	return drive.failed && drive.limit_ms > SHORT_LIMIT_MS ? SHORT_LIMIT_MS : drive.limit_ms;
}

static void check(vth_met *met, const void *arg)
{
	struct vth *v = drive.on->vth;
	enum vth_end end;

	vth_quiet(v, VTH_QUIET_MS, limit_ms());
	end = vth_until(v, met, arg, limit_ms());
	if (verdict(end == VTH_OK))
		return;
	if (end == VTH_GONE)
		puts("# the program has closed its terminal");
	show_screen(v);
}

/* Takes the `> ` lines that follow out of the script. */
static void wanted_lines(struct lines *want)
{
	for (want->n = 0; drive.rest && drive.rest[0] == '>'; want->n++) {
		char *line = strsep(&drive.rest, "\n") + 1;

		if (want->n == LINES_MAX)
			bail("more than %d lines", LINES_MAX);
		drive.taken++;
		want->line[want->n] = line + (*line == ' ');
	}
}

/* ---- the programs --------------------------------------------------------------------------- */

static void words_of(const char *text, wordexp_t *words)
{
	if (wordexp(text, words, WRDE_NOCMD | WRDE_UNDEF) != 0)
		bail("not words, or a $NAME that is not set: %s", text);
	if (!words->we_wordc)
		bail("words are missing");
}

static struct program *program_named(const char *name)
{
	for (struct program *p = drive.program; p < drive.program + PROGRAMS_MAX; p++)
		if (p->vth && !strcmp(p->name, name))
			return p;
	return NULL;
}

static void end_program(struct program *p)
{
	if (!vth_free(p->vth)) {
		verdict(false);
		printf("# %s had to be killed: the hang-up did not end it\n", p->name);
	}
	p->vth = NULL;
}

static void start_words(const char *name, char *const *argv)
{
	struct program *p = program_named(name);

	if (p)
		end_program(p);
	for (p = drive.program; p->vth; p++)
		if (p == &drive.program[PROGRAMS_MAX - 1])
			bail("more than %d programs", PROGRAMS_MAX);
	if (!argv[0])
		bail("no program to start");
	snprintf(p->name, sizeof p->name, "%s", name);
	p->vth = vth_start(&(struct vth_how){ .rows = drive.rows,
					      .cols = drive.cols,
					      .term = getenv("TERM") ? getenv("TERM") : "dumb" },
			   (const char *const *)argv);
	drive.on = p;
}

static void do_run(char *text)
{
	wordexp_t words;

	words_of(text, &words);
	start_words("main", words.we_wordv);
	wordfree(&words);
}

static void do_start(char *text)
{
	wordexp_t words;

	words_of(text, &words);
	start_words(words.we_wordv[0], words.we_wordv + 1);
	wordfree(&words);
}

static void do_on(char *text)
{
	drive.on = program_named(text);
	if (!drive.on)
		bail("no program %s", text);
}

static void two_numbers(const char *text, int *a, int *b)
{
	char more;

	if (sscanf(text, "%d %d %c", a, b, &more) != 2)
		bail("two numbers, please");
}

static void size_of(const char *text, int *cols, int *rows)
{
	two_numbers(text, cols, rows);
	if (*cols < 1 || *rows < 1 || *cols > SIZE_MAX_CELLS || *rows > SIZE_MAX_CELLS)
		bail("no size of a screen");
}

static void do_size(char *text)
{
	size_of(text, &drive.cols, &drive.rows);
}

static void do_resize(char *text)
{
	int cols, rows;

	size_of(text, &cols, &rows);
	vth_resize(drive.on->vth, rows, cols);
}

static void do_env(char *text)
{
	wordexp_t words;
	char *value;

	words_of(text, &words);
	value = words.we_wordv[0];
	text = strsep(&value, "=");
	if (value)
		setenv(text, value, 1);
	else
		unsetenv(text);
	wordfree(&words);
}

static void do_limit(char *text)
{
	char *end;
	double seconds = strtod(text, &end);

	if (end == text || *end || seconds < 0 || seconds > LIMIT_MAX_S)
		bail("seconds, please: 0 to %d", LIMIT_MAX_S);
	drive.limit_ms = (int)(seconds * 1000);
}

static void do_say(char *text)
{
	if (!vth_type(drive.on->vth, text))
		bail("an unknown key");
}

/* A key in brackets is one, and so is a character of however many bytes. */
static int keys_in(const char *text)
{
	int n = 0;

	for (bool named = false; *text; text++) {
		if (named) {
			named = *text != '>';
			continue;
		}
		named = *text == '<';
		n += (*text & 0xC0) != 0x80;
	}
	return n;
}

static void do_keys(char *text)
{
	drive.keys += keys_in(text);
	do_say(text);
}

static void do_task(char *text)
{
	(void)text;
	drive.keys = 0;
}

static void do_within(char *text)
{
	char *end;
	long most = strtol(text, &end, 10);

	if (end == text || *end)
		bail("a number of keys, please");
	if (!verdict(drive.keys <= most))
		printf("# it took %d keys\n", drive.keys);
}

/* In place: a backslash and one of these letters stand for one of those. */
static void unescape(char *text, const char *letters, const char *meant)
{
	char *to = text;

	for (const char *from = text; *from; from++) {
		const char *at = *from == '\\' && from[1] ? strchr(letters, from[1]) : NULL;

		from += at != NULL;
		*to++ = at ? meant[at - letters] : *from;
	}
	*to = '\0';
}

static void do_paste(char *text)
{
	unescape(text, "nt\\", "\n\t\\");
	vth_paste(drive.on->vth, text);
}

static void do_send(char *text)
{
	unescape(text, "ea\\", "\033\a\\");
	vth_send(drive.on->vth, text, strlen(text));
}

static void do_click(char *text)
{
	int row, col;

	two_numbers(text, &row, &col);
	vth_click(drive.on->vth, row - 1, col - 1);
}

static void do_wheel(char *text)
{
	vth_wheel(drive.on->vth, 1, 1, !strcmp(text, "up"));
}

static void do_tick(char *text)
{
	for (int n = *text ? atoi(text) : 1; n > 0; n--) {
		vth_tick(drive.on->vth);
		vth_quiet(drive.on->vth, VTH_QUIET_MS, limit_ms());
	}
}

static void do_hangup(char *text)
{
	(void)text;
	vth_hangup(drive.on->vth);
}

static int signal_named(const char *name)
{
	for (int sig = 1; sig < NSIG; sig++) {
		const char *known = sigabbrev_np(sig);

		if (known && !strcmp(known, name))
			return sig;
	}
	bail("no signal %s", name);
}

static void do_signal(char *text)
{
	vth_signal(drive.on->vth, signal_named(text));
}

/* ---- the checks ----------------------------------------------------------------------------- */

static bool sees(struct vth *v, const void *text)
{
	return vth_find(v, text, NULL, NULL);
}

static bool sees_not(struct vth *v, const void *text)
{
	return !vth_find(v, text, NULL, NULL);
}

static void do_see(char *text)
{
	check(sees, text);
}

static void do_gone(char *text)
{
	check(sees_not, text);
}

struct line_wanted {
	int row;
	const char *pattern;
};

static bool line_is(struct vth *v, const void *arg)
{
	const struct line_wanted *want = arg;
	int row = want->row < 0 ? vth_rows(v) + want->row : want->row - 1;
	char line[VTH_LINE_TEXT];

	return row >= 0 && row < vth_rows(v) && line_fits(vth_line(v, row, line), want->pattern);
}

static void do_line(char *text)
{
	char *end;
	struct line_wanted want = { .row = (int)strtol(text, &end, 10) };

	if (end == text || !want.row || (*end && *end != ' '))
		bail("the number of a line, please");
	want.pattern = end + (*end == ' ');
	check(line_is, &want);
}

static bool cursor_is(struct vth *v, const void *arg)
{
	const struct vth_cursor *want = arg;
	struct vth_cursor at = vth_cursor(v);

	return at.row == want->row && at.col == want->col;
}

static void do_cursor(char *text)
{
	struct vth_cursor want;

	two_numbers(text, &want.row, &want.col);
	want.row = want.row < 0 ? vth_rows(drive.on->vth) + want.row : want.row - 1;
	want.col--;
	check(cursor_is, &want);
}

static bool was_told(struct vth *v, const void *arg)
{
	return strcmp(vth_told(v), arg) == 0;
}

static void do_told(char *text)
{
	check(was_told, text);
}

static bool is_whole(struct vth *v, const void *arg)
{
	(void)arg;
	return vth_torn(v) == 0;
}

static void do_whole(char *text)
{
	check(is_whole, text);
}

static void do_wait(char *text)
{
	char *end;
	long want = strtol(text, &end, 10);
	int status;

	if (end == text || *end)
		want = 128 + signal_named(text);
	status = vth_wait(drive.on->vth, limit_ms());
	if (verdict(status == want))
		return;
	if (status < 0)
		puts("# it is still running");
	else
		printf("# it ended with %d\n", status);
	show_screen(drive.on->vth);
}

static bool screen_is(struct vth *v, const void *arg)
{
	const struct lines *want = arg;
	struct lines got;
	char *text = screen_lines(v, &got);
	bool fits = lines_fit(&got, want);

	free(text);
	return fits;
}

static void do_screen(char *text)
{
	struct lines want;

	(void)text;
	wanted_lines(&want);
	if (want.n) {
		check(screen_is, &want);
		return;
	}
	vth_quiet(drive.on->vth, VTH_QUIET_MS, limit_ms());
	show_screen(drive.on->vth);
}

/* All that comes from f; looks after the programs meanwhile, lest they wait for each other. */
static char *read_all(FILE *f)
{
	struct pollfd fd = { .fd = fileno(f), .events = POLLIN };
	char part[4096], *text;
	size_t size;
	ssize_t n;
	FILE *all = open_memstream(&text, &size);

	for (;;) {
		for (int i = 0; i < PROGRAMS_MAX; i++)
			if (drive.program[i].vth)
				vth_take(drive.program[i].vth);
		if (poll(&fd, 1, TURN_MS) <= 0)
			continue;
		n = read(fd.fd, part, sizeof part);
		if (n <= 0)
			break;
		fwrite(part, 1, (size_t)n, all);
	}
	fclose(all);
	return text;
}

static void do_sh(char *text)
{
	struct lines got, want;
	char *command, *printed;
	int status;
	FILE *f;

	wanted_lines(&want);
	if (asprintf(&command, "exec 2>&1 </dev/null\n%s", text) < 0 || !(f = popen(command, "re")))
		bail("cannot start a shell");
	printed = read_all(f);
	status = pclose(f);
	lines_cut(&got, printed);
	if (!verdict(status == 0 && (!want.n || lines_fit(&got, &want)))) {
		printf("# status %d\n",
		       WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
		lines_show("it printed", &got);
	}
	free(printed);
	free(command);
}

/* ---- the script ----------------------------------------------------------------------------- */

static const struct command {
	const char *name;
	void (*run)(char *text);
	bool on_program;
} commands[] = {
	{ "size", do_size, false },    { "env", do_env, false },      { "limit", do_limit, false },
	{ "run", do_run, false },      { "start", do_start, false },  { "on", do_on, false },
	{ "keys", do_keys, true },     { "say", do_say, true },       { "task", do_task, true },
	{ "within", do_within, true }, { "paste", do_paste, true },   { "resize", do_resize, true },
	{ "hangup", do_hangup, true }, { "signal", do_signal, true }, { "see", do_see, true },
	{ "gone", do_gone, true },     { "line", do_line, true },     { "cursor", do_cursor, true },
	{ "told", do_told, true },     { "whole", do_whole, true },   { "wait", do_wait, true },     { "sh", do_sh, false },
	{ "screen", do_screen, true }, { "tick", do_tick, true },     { "click", do_click, true },
	{ "wheel", do_wheel, true },   { "send", do_send, true },
};

static void obey(char *line)
{
	char whole[VTH_LINE_TEXT], *text = line, *name;

	snprintf(whole, sizeof whole, "%s", line);
	drive.command = whole;
	name = strsep(&text, " ");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		if (strcmp(name, commands[i].name) != 0)
			continue;
		if (commands[i].on_program && !drive.on)
			bail("no program runs");
		commands[i].run(text ? text : line + strlen(line));
		return;
	}
	bail("no command %s", name);
}

static char *read_script(const char *path)
{
	FILE *f = path ? fopen(path, "re") : stdin;
	char *text = NULL;
	size_t size = 0;

	if (!f) {
		perror(path);
		exit(2);
	}
	if (getdelim(&text, &size, '\0', f) < 0) {
		fprintf(stderr, "%s: nothing in it\n", path ? path : "-");
		exit(2);
	}
	if (path)
		fclose(f);
	return text;
}

int main(int argc, char **argv)
{
	char *script = read_script(argc > 1 ? argv[1] : NULL);

	setlocale(LC_ALL, "C.UTF-8");
	setvbuf(stdout, NULL, _IOLBF, 0);
	setenv("TERM", "xterm-256color", 1);
	drive.script = argc > 1 ? argv[1] : "-";
	drive.rest = script;
	while (drive.rest) {
		char *line = strsep(&drive.rest, "\n");

		drive.line += 1 + drive.taken;
		drive.taken = 0;
		if (*line && *line != '#')
			obey(line);
	}
	drive.command = "the hang-up at the end";
	for (int i = 0; i < PROGRAMS_MAX; i++)
		if (drive.program[i].vth)
			end_program(&drive.program[i]);
	printf("1..%d\n", drive.checks);
	free(script);
	return drive.failed > 0;
}
