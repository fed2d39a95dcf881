/* term.c - curses, signals and the poll loop. */
#include "ui/term/term.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ui/term/key.h"
#include "ui/term/probe.h"
#include "ui/term/sequence.h"

#include <assert.h>
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

enum { PROBE_MS = 600, ESC_MS = 100, PASTE_MS = 500, PASTE_MOST = 256 * 1024 };

/* Keys that terminals send beside what terminfo knows; codes above KEY_MAX. */
enum { CODE_FIRST = KEY_MAX + 1, CODE_PASTE = KEY_MAX + 100, CODE_PASTE_END,
	CODE_PAD = KEY_MAX + 200 };
/* The keys of the numpad, each ESC O and this. */
static const char pad_finals[] = "pqrstuvwxyjklmnoXM";

struct terminal {
	SCREEN *screen;
	WINDOW *pad;          /* reading here refreshes nothing */
	const struct theme *theme;
	attr_t attr[INKS];
	short pair[INKS];
	int pipe[2], watch_fd;
	mbstate_t mb;
	bool repaint, mouse, gone;
	str typed;            /* keys that came during the probe */
	char *paste;
	size_t npaste;
	int queued[64];       /* codes that were read too far */
	size_t nqueued;
	struct sequence sequence;
	int pad_code[sizeof pad_finals]; /* what curses calls them: terminals differ in which is "upper left" */
};

/* ---- signals: each writes one byte to a pipe ------------------------------------------------ */

static int signal_pipe = -1;
static struct termios saved_tty;
static bool have_tty;

static void on_signal(int sig)
{
	int was = errno;
	char c = sig == SIGWINCH ? 'W' : sig == SIGCONT ? 'C' : 'H';

	if (write(signal_pipe, &c, 1) < 0)
		c = 0; /* full: there is a byte waiting already */
	errno = was;
}

/* A fault leaves a usable terminal behind. */
static void give_back(void)
{
	static const char reset[] = "\033[0m\033[?2004l\033[?1000l\033[?1006l\033[?1049l\r\n"
		"qinqing 出错停止了；存过的都在，正在写的在草稿里。\r\n";

	if (write(STDOUT_FILENO, reset, sizeof reset - 1) > 0 && have_tty)
		tcsetattr(STDIN_FILENO, TCSANOW, &saved_tty);
}

static void catch_signals(struct terminal *t)
{
	static const int told[] = { SIGWINCH, SIGCONT, SIGHUP, SIGTERM };
	struct sigaction sa = { .sa_handler = on_signal };

	if (pipe2(t->pipe, O_CLOEXEC | O_NONBLOCK) != 0)
		abort();
	signal_pipe = t->pipe[1];
	for (size_t i = 0; i < COUNT(told); i++)
		sigaction(told[i], &sa, NULL);
	fault_catch();
	fault_last_words(give_back);
	signal(SIGPIPE, SIG_IGN);
}

static struct sequence_source codes_of(struct terminal *);

/* ---- opening -------------------------------------------------------------------------------- */

void term_send(const char *z)
{
	fflush(stdout);
	if (write(STDOUT_FILENO, z, strlen(z)) < 0)
		return; /* the line is gone: poll() will tell */
}

static void define_keys(struct terminal *t)
{
	static const struct { const char *seq; int code; } seqs[] = {
		{ "\033[A", KEY_UP },      { "\033OA", KEY_UP },      { "\033[B", KEY_DOWN },
		{ "\033OB", KEY_DOWN },    { "\033[C", KEY_RIGHT },   { "\033OC", KEY_RIGHT },
		{ "\033[D", KEY_LEFT },    { "\033OD", KEY_LEFT },    { "\033[H", KEY_HOME },
		{ "\033OH", KEY_HOME },    { "\033[1~", KEY_HOME },   { "\033[7~", KEY_HOME },
		{ "\033[F", KEY_END },     { "\033OF", KEY_END },     { "\033[4~", KEY_END },
		{ "\033[8~", KEY_END },    { "\033[2~", KEY_IC },     { "\033[3~", KEY_DC },
		{ "\033[5~", KEY_PPAGE },  { "\033[6~", KEY_NPAGE },  { "\033[Z", KEY_BTAB },
		{ "\033OP", KEY_F(1) },    { "\033OQ", KEY_F(2) },    { "\033OR", KEY_F(3) },
		{ "\033OS", KEY_F(4) },    { "\033[11~", KEY_F(1) },  { "\033[12~", KEY_F(2) },
		{ "\033[13~", KEY_F(3) },  { "\033[14~", KEY_F(4) },  { "\033[15~", KEY_F(5) },
		{ "\033[17~", KEY_F(6) },  { "\033[18~", KEY_F(7) },  { "\033[19~", KEY_F(8) },
		{ "\033[20~", KEY_F(9) },  { "\033[21~", KEY_F(10) }, { "\033[23~", KEY_F(11) },
		{ "\033[24~", KEY_F(12) }, { "\033[[A", KEY_F(1) },   { "\033[[B", KEY_F(2) },
		{ "\033[[C", KEY_F(3) },   { "\033[[D", KEY_F(4) },   { "\033[[E", KEY_F(5) },
		{ "\033[200~", CODE_PASTE }, { "\033[201~", CODE_PASTE_END },
	};

	char seq[] = "\033O.";

	for (size_t i = 0; i < COUNT(seqs); i++)
		if (key_defined(seqs[i].seq) <= 0)
			define_key(seqs[i].seq, seqs[i].code);
	for (size_t i = 0; pad_finals[i]; i++) {
		seq[2] = pad_finals[i];
		t->pad_code[i] = key_defined(seq);
		if (t->pad_code[i] <= 0) {
			t->pad_code[i] = CODE_PAD + (int)i;
			define_key(seq, t->pad_code[i]);
		}
	}
}

static void set_looks(struct terminal *t)
{
	const char *no = getenv("NO_COLOR");
	bool colour = has_colors() && !(no && *no);
	short next = 1;

	if (colour) {
		start_color();
		use_default_colors();
	}
	for (int i = 0; i < INKS; i++) {
		const struct look *l = &t->theme->look[i];

		t->attr[i] = (l->bold ? A_BOLD : 0) | (l->dim ? A_DIM : 0) |
			     (l->reverse || (l->paper && !colour) ? A_REVERSE : 0) | (l->underline ? A_UNDERLINE : 0);
		if (colour && l->colour >= 0) {
			init_pair(next, l->colour, l->paper ? COLOR_WHITE : -1);
			t->pair[i] = next++;
		}
	}
}

static SCREEN *start_screen(void)
{
	static const char *const others[] = { "xterm-256color", "vt100" };
	SCREEN *s = newterm(NULL, stdout, stdin);

	for (size_t i = 0; !s && i < COUNT(others); i++)
		s = newterm(others[i], stdout, stdin);
	return s;
}

static enum rc choose_charset(const struct probe *p, struct err *e)
{
	if (p->utf8) {
		if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "zh_CN.UTF-8") &&
		    !setlocale(LC_CTYPE, "en_US.UTF-8"))
			return fail(e, RC_INVALID, "本机没有 UTF-8 的语言环境（C.UTF-8），请管理员安装");
		utf8_ambiguous = p->ambiguous;
		return RC_OK;
	}
	if (setlocale(LC_CTYPE, "zh_CN.GB18030")) {
		utf8_ambiguous = 2;
		return RC_OK;
	}
	/* The terminal cannot read this sentence; the ASCII part it can. */
	return fail(e, RC_INVALID, "Set the terminal's character set to UTF-8, then start qinqing again. "
		"请把终端编码设为UTF-8");
}

/* Curses asks for the application mode of the numpad along with that of the arrows; nobody needs it, and
 * PuTTY would send its digits, its / and its - as other keys. */
static void come_in(void)
{
	term_send("\033[?2004h\033>");
}

static void begin(struct terminal *t)
{
	raw();
	noecho();
	nonl();
	set_escdelay(ESC_MS);
	/* Until the first endwin() ncurses writes at every cursor move. */
	endwin();
	refresh();
	come_in();
	t->repaint = true;
}

bool term_there(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

enum rc term_open(struct arena *a, const struct theme *theme, int watch_fd, struct terminal **out,
	struct err *e)
{
	struct terminal *t = ARENA_NEW(a, struct terminal);
	struct probe p;

	if (!term_there())
		return fail(e, RC_INVALID, "这里不是终端，打不开界面；要文字请用 qinqing today");
	have_tty = tcgetattr(STDIN_FILENO, &saved_tty) == 0;
	p = probe_terminal(STDIN_FILENO, STDOUT_FILENO, PROBE_MS);
	TRY(choose_charset(&p, e));
	/* With these set, a resize would go unnoticed. */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	t->theme = theme;
	t->watch_fd = watch_fd;
	t->sequence.from = codes_of(t);
	t->typed = arena_str(a, p.typed);
	t->paste = arena_new(a, PASTE_MOST);
	t->screen = start_screen();
	if (!t->screen)
		return fail(e, RC_INVALID, "不认识这种终端（TERM=%s）", getenv("TERM") ? getenv("TERM") : "");
	catch_signals(t);
	set_looks(t);
	t->pad = newpad(1, 1);
	keypad(t->pad, TRUE);
	define_keys(t); /* only now curses knows what terminfo says */
	nodelay(t->pad, TRUE);
	begin(t);
	*out = t;
	return RC_OK;
}

void term_close(struct terminal *t)
{
	if (t->gone) /* nobody is there to read a farewell */
		return;
	term_send("\033[?2004l");
	endwin();
	delscreen(t->screen);
}

void term_size(const struct terminal *t, int *rows, int *cols)
{
	(void)t;
	*rows = LINES;
	*cols = COLS;
}

/* ---- drawing -------------------------------------------------------------------------------- */

/* The cells of one ink from col on, as wide characters; returns the column behind them. */
static int run_of(const struct grid *g, int row, int col, wchar_t *out, size_t room, size_t *n)
{
	const struct cell *line = &g->cell[row * g->cols];
	uint8_t ink = line[col].ink;

	for (*n = 0; col < g->cols && line[col].ink == ink && *n + CELL_BYTES < room; col++) {
		const struct cell *c = &line[col];
		str s = { c->b, c->n };

		if (c->cols == 0)
			continue;
		for (uint32_t at = 0; at < s.n;)
			out[(*n)++] = (wchar_t)utf8_next(s, &at);
		for (int k = 0; !s.n && k < c->cols; k++)
			out[(*n)++] = L' ';
	}
	return col;
}

void term_draw(struct terminal *t, const struct grid *g)
{
	wchar_t run[1024];
	size_t n;

	if (t->repaint) {
		clearok(curscr, TRUE);
		t->repaint = false;
	}
	erase();
	for (int row = 0; row < g->rows && row < LINES; row++)
		for (int col = 0; col < g->cols && col < COLS;) {
			int from = col, ink = g->cell[row * g->cols + col].ink;

			col = run_of(g, row, col, run, COUNT(run), &n);
			attr_set(t->attr[ink], t->pair[ink], NULL);
			mvaddnwstr(row, from, run, (int)n);
		}
	attr_set(A_NORMAL, 0, NULL);
	/* The input method's window follows the cursor. */
	move(g->at_row, g->at_col);
	refresh();
}

void term_repaint(struct terminal *t)
{
	t->repaint = true;
}

void term_bell(struct terminal *t)
{
	(void)t;
	beep();
}

void term_mouse(struct terminal *t, bool on)
{
	t->mouse = on;
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
	mouseinterval(0);
}

void term_suspend(struct terminal *t)
{
	term_send("\033[?2004l");
	endwin();
	raise(SIGTSTP);
	refresh();
	come_in();
	t->repaint = true;
}

/* ---- keys ----------------------------------------------------------------------------------- */

static int read_code(struct terminal *t)
{
	if (t->nqueued) {
		int c = t->queued[0];

		memmove(t->queued, t->queued + 1, --t->nqueued * sizeof *t->queued);
		return c;
	}
	if (t->typed.n) {
		int c = (unsigned char)t->typed.p[0];

		t->typed = str_from(t->typed, 1);
		return c;
	}
	return wgetch(t->pad);
}

/* Waits at most ms for one more code. */
static int read_soon(struct terminal *t, int ms)
{
	int c = read_code(t);

	if (c == ERR) {
		struct pollfd f = { STDIN_FILENO, POLLIN, 0 };

		if (poll(&f, 1, ms) > 0)
			c = read_code(t);
	}
	return c;
}

static uint32_t named(const struct terminal *t, int code)
{
	static const struct { int code; uint32_t key; } table[] = {
		{ KEY_UP, K_UP },       { KEY_DOWN, K_DOWN },   { KEY_LEFT, K_LEFT },
		{ KEY_RIGHT, K_RIGHT }, { KEY_HOME, K_HOME },   { KEY_END, K_END },
		{ KEY_PPAGE, K_PGUP },  { KEY_NPAGE, K_PGDN },  { KEY_IC, K_INS },
		{ KEY_DC, K_DEL },      { KEY_BACKSPACE, K_BS }, { KEY_BTAB, K_BTAB },
		{ KEY_ENTER, K_ENTER },
	};

	for (size_t i = 0; pad_finals[i]; i++)
		if (t->pad_code[i] == code)
			return sequence_pad(pad_finals[i]);
	for (size_t i = 0; i < COUNT(table); i++)
		if (table[i].code == code)
			return table[i].key;
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return K_F1 + (uint32_t)(code - KEY_F(1));
	return K_UNKNOWN;
}

/* One character of the terminal's charset, byte by byte: get_wch() goes deaf on a bad byte and loses
 * what is split over two packets. */
static uint32_t character(struct terminal *t, int c)
{
	wchar_t w;

	for (;;) {
		char b = (char)c;
		size_t n = mbrtowc(&w, &b, 1, &t->mb);

		if (n != (size_t)-2)
			break;
		c = read_soon(t, ESC_MS);
		if (c == ERR || c > 255)
			n = (size_t)-1;
		if (n == (size_t)-1 || c == ERR || c > 255) {
			memset(&t->mb, 0, sizeof t->mb);
			return 0xFFFD;
		}
	}
	if (w == (wchar_t)-1 || !mbsinit(&t->mb)) {
		memset(&t->mb, 0, sizeof t->mb);
		return 0xFFFD;
	}
	return (uint32_t)w;
}

static int next_code(void *arg, int wait_ms)
{
	int c = read_soon(arg, wait_ms);

	return c == ERR ? SEQUENCE_NONE : c;
}

static void unread_code(void *arg, int code)
{
	struct terminal *t = arg;

	assert(t->nqueued < COUNT(t->queued));
	memmove(t->queued + 1, t->queued, t->nqueued++ * sizeof *t->queued);
	t->queued[0] = code;
}

static int64_t now(void *arg)
{
	(void)arg;
	return clock_ms();
}

static struct sequence_source codes_of(struct terminal *t)
{
	return (struct sequence_source){ next_code, unread_code, now, t };
}

static uint32_t escape(struct terminal *t)
{
	bool alt;
	uint32_t key = sequence_escape(&t->sequence, &alt);

	return alt ? key | character(t, read_code(t)) : key;
}

/* A character, or one of those that stand for ESC and another. */
static uint32_t character_key(struct terminal *t, int c)
{
	uint32_t key = character(t, c);

	return key >= 0x80 && key < 0xA0 ? sequence_begin(&t->sequence, (int)key - 0x40) : key;
}

/* Terminals send the end of a line as CR; as text it is '\n', also where it was CR LF. */
static struct term_event paste(struct terminal *t)
{
	mbstate_t mb = { 0 };

	t->npaste = 0;
	for (int c = 0, before;;) {
		char b, utf8[4];
		wchar_t w;
		size_t n;

		before = c;
		c = read_soon(t, PASTE_MS);
		if (c == ERR || c == CODE_PASTE_END)
			break;
		if (c == '\n' && before == '\r')
			continue;
		b = c == '\r' ? '\n' : (char)c;
		if (c > 255 || (n = mbrtowc(&w, &b, 1, &mb)) == (size_t)-2)
			continue;
		if (n == (size_t)-1) {
			memset(&mb, 0, sizeof mb);
			continue;
		}
		n = utf8_put(utf8, (uint32_t)w);
		if (t->npaste + n <= PASTE_MOST) {
			memcpy(t->paste + t->npaste, utf8, n);
			t->npaste += n;
		}
	}
	return (struct term_event){ .kind = EV_PASTE, .text = { t->paste, (uint32_t)t->npaste } };
}

static struct term_event mouse(void)
{
	MEVENT m;
	struct term_event ev = { .kind = EV_MOUSE };

	if (getmouse(&m) != OK)
		return (struct term_event){ .kind = EV_KEY, .key = K_UNKNOWN };
	ev.row = m.y;
	ev.col = m.x;
	ev.wheel = m.bstate & BUTTON4_PRESSED ? -1 : m.bstate & BUTTON5_PRESSED ? 1 : 0;
	return ev;
}

static struct term_event decode(struct terminal *t, int c)
{
	struct term_event ev = { .kind = EV_KEY };

	if (c == CODE_PASTE)
		return paste(t);
	if (c == KEY_MOUSE)
		return mouse();
	if (c == 27)
		ev.key = escape(t);
	else if (sequence_late(&t->sequence, c, &ev.key))
		return ev;
	else if (c > 255)
		ev.key = named(t, c);
	else if (c == '\r' || c == '\n')
		ev.key = K_ENTER;
	else if (c == '\t')
		ev.key = K_TAB;
	else if (c == 127 || c == 8)
		ev.key = K_BS;
	else if (c < ' ')
		ev.key = (uint32_t)c;
	else
		ev.key = character_key(t, c);
	return ev;
}

/* ---- waiting -------------------------------------------------------------------------------- */

static bool signalled(struct terminal *t, struct term_event *ev)
{
	char c;

	while (read(t->pipe[0], &c, 1) == 1) {
		if (c == 'H') {
			t->gone = true;
			*ev = (struct term_event){ .kind = EV_HANGUP };
			return true;
		}
		endwin();
		refresh();
		come_in();
		t->repaint = c == 'C' || t->repaint;
		*ev = (struct term_event){ .kind = EV_RESIZE };
		return true;
	}
	return false;
}

struct term_event term_next(struct terminal *t, int wait_ms)
{
	struct term_event ev = { .kind = EV_TICK };

	for (;;) {
		struct pollfd f[] = { { STDIN_FILENO, POLLIN, 0 }, { t->pipe[0], POLLIN, 0 },
			{ t->watch_fd, POLLIN, 0 } };
		int c;

		if (signalled(t, &ev))
			return ev;
		c = read_code(t);
		if (c == KEY_RESIZE)
			return (struct term_event){ .kind = EV_RESIZE };
		if (c != ERR)
			return decode(t, c);
		switch (poll(f, t->watch_fd >= 0 ? 3 : 2, wait_ms)) {
		case -1:
			continue; /* a signal; the pipe says which */
		case 0:
			return ev;
		}
		if (f[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
			t->gone = true;
			return (struct term_event){ .kind = EV_HANGUP };
		}
		if (!(f[0].revents & POLLIN) && (f[2].revents & POLLIN))
			return (struct term_event){ .kind = EV_CHANGED };
	}
}

bool term_pending(struct terminal *t)
{
	struct pollfd f = { STDIN_FILENO, POLLIN, 0 };
	int c;

	if (t->typed.n || t->nqueued)
		return true;
	if (poll(&f, 1, 0) > 0)
		return true;
	c = wgetch(t->pad); /* curses may hold some itself */
	if (c == ERR)
		return false;
	t->queued[t->nqueued++] = c;
	return true;
}
