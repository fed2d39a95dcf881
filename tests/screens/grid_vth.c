/* grid_vth.c - as much of vth.h as drive.c needs, for a program whose terminal is a grid: the same
 * scripts, without a terminal, and at rest means that the program has had every event and waits. */
#include "../term/vth.h"
#include "grid_line.h"

#include "base/str.h"
#include "base/utf8.h"
#include "ui/term/key.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FREE_MS = 5000, KEY_NAME = 16, STATUS_SIGNAL = 128, CELLS_MOST = 400 * 400 };

/* What came last, whole, and what is coming. */
struct screen { struct grid_news news; struct cell cell[CELLS_MOST]; };

struct vth {
	int rows, cols;
	int line;            /* -1 after the hang-up */
	bool gone;           /* nobody has the other end open any more */
	pid_t pid;
	int pidfd, status;   /* as in vth_wait(); -1 while it runs */
	uint64_t sent;       /* events */
	struct screen shown, coming;
	size_t come;         /* bytes of coming */
};

static _Noreturn void die(const char *what)
{
	perror(what);
	exit(2);
}

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- what the program tells ----------------------------------------------------------------- */

/* Bytes that are still missing from what is coming. */
static size_t missing(const struct vth *v)
{
	const struct grid_news *n = &v->coming.news;

	return v->come < sizeof *n ? sizeof *n - v->come
		: sizeof *n + (size_t)(n->rows * n->cols) * sizeof(struct cell) - v->come;
}

static void reap(struct vth *v)
{
	int status;

	if (waitpid(v->pid, &status, WNOHANG) == v->pid)
		v->status = WIFSIGNALED(status) ? STATUS_SIGNAL + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Reads once, waiting for it at most ms; also returns early when the program ends. */
static bool pump(struct vth *v, int ms)
{
	struct pollfd fds[] = {
		{ .fd = v->gone ? -1 : v->line, .events = POLLIN },
		{ .fd = v->status < 0 ? v->pidfd : -1, .events = POLLIN },
	};
	ssize_t n;

	if (poll(fds, 2, ms) <= 0)
		return false;
	if (fds[1].revents)
		reap(v);
	if (!fds[0].revents)
		return false;
	n = read(v->line, (char *)&v->coming + v->come, missing(v));
	if (n <= 0) {
		v->gone = n == 0 || (errno != EAGAIN && errno != EINTR);
		return false;
	}
	v->come += (size_t)n;
	assert(v->coming.news.rows * v->coming.news.cols <= CELLS_MOST);
	if (!missing(v)) {
		memcpy(&v->shown, &v->coming, v->come);
		v->come = 0;
	}
	return true;
}

void vth_take(struct vth *v)
{
	while (pump(v, 0))
		;
}

enum vth_end vth_until(struct vth *v, vth_met *met, const void *arg, int limit_ms)
{
	long until = now_ms() + limit_ms;

	vth_take(v);
	while (!met(v, arg)) {
		long left = until - now_ms();

		if (v->gone)
			return VTH_GONE;
		if (left <= 0)
			return VTH_LATE;
		pump(v, (int)left);
	}
	return VTH_OK;
}

static bool at_rest(struct vth *v, const void *arg)
{
	(void)arg;
	return v->shown.news.had == v->sent;
}

enum vth_end vth_quiet(struct vth *v, int quiet_ms, int limit_ms)
{
	(void)quiet_ms;
	return vth_until(v, at_rest, NULL, limit_ms);
}

int vth_wait(struct vth *v, int limit_ms)
{
	long until = now_ms() + limit_ms;

	while (v->status < 0 && now_ms() < until)
		pump(v, (int)(until - now_ms()));
	vth_take(v);
	return v->status;
}

/* ---- what the person does ------------------------------------------------------------------- */

/* A full line may be full because the program waits for its own news to be taken. */
static void put(struct vth *v, const void *bytes, size_t n)
{
	for (const char *s = bytes; n && !v->gone;) {
		struct pollfd fd = { .fd = v->line, .events = POLLIN | POLLOUT };
		ssize_t k = send(v->line, s, n, MSG_NOSIGNAL);

		if (k > 0) {
			s += k;
			n -= (size_t)k;
		} else if (k < 0 && errno != EAGAIN && errno != EINTR) {
			v->gone = true;
		} else if (poll(&fd, 1, VTH_LIMIT_MS) > 0 && fd.revents & POLLIN) {
			pump(v, 0);
		}
	}
}

static void tell(struct vth *v, struct term_event ev)
{
	put(v, &ev, sizeof ev);
	put(v, ev.text.p, ev.text.n);
	v->sent++;
}

static void press(struct vth *v, uint32_t key)
{
	tell(v, (struct term_event){ .kind = EV_KEY, .key = key });
}

/* The names of vth.h: those that YAML uses, with C- for ^. */
static uint32_t key_named(str name)
{
	if (str_is(name, "lt"))
		return '<';
	if (str_starts(name, S("C-")) && name.n == 3)
		return (uint32_t)(name.p[2] & 31);
	return key_parse(name);
}

bool vth_type(struct vth *v, const char *keys)
{
	str rest = str_of(keys);

	while (rest.n) {
		uint32_t n = 0, key = utf8_next(rest, &n);

		if (key == '<') {
			int end = str_find(rest, S(">"));

			key = end > 0 ? key_named(str_sub(rest, 1, (uint32_t)end - 1)) : 0;
			n = (uint32_t)end + 1;
		}
		if (!key)
			return false;
		press(v, key);
		rest = str_from(rest, n);
	}
	return true;
}

void vth_send(struct vth *v, const void *bytes, size_t n)
{
	(void)v;
	(void)bytes;
	(void)n;
	fputs("send: there is no terminal here; play the script with tests/term/run\n", stderr);
	exit(2);
}

void vth_paste(struct vth *v, const char *text)
{
	tell(v, (struct term_event){ .kind = EV_PASTE, .text = str_of(text) });
}

void vth_click(struct vth *v, int row, int col)
{
	tell(v, (struct term_event){ .kind = EV_MOUSE, .row = row, .col = col });
}

void vth_wheel(struct vth *v, int row, int col, bool up)
{
	tell(v, (struct term_event){ .kind = EV_MOUSE, .row = row, .col = col, .wheel = up ? -1 : 1 });
}

void vth_tick(struct vth *v)
{
	tell(v, (struct term_event){ .kind = EV_TICK });
}

void vth_resize(struct vth *v, int rows, int cols)
{
	v->rows = rows;
	v->cols = cols;
	tell(v, (struct term_event){ .kind = EV_RESIZE, .row = rows, .col = cols });
}

void vth_hangup(struct vth *v)
{
	if (v->line >= 0)
		close(v->line);
	v->line = -1;
	v->gone = true;
}

void vth_signal(struct vth *v, int sig)
{
	if (v->status < 0)
		kill(v->pid, sig);
}

/* ---- start and end -------------------------------------------------------------------------- */

static _Noreturn void become(int line, const char *const argv[])
{
	if (dup2(line, STDIN_FILENO) < 0 || dup2(line, STDOUT_FILENO) < 0)
		die("dup2");
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

struct vth *vth_start(const struct vth_how *how, const char *const argv[])
{
	struct vth *v = calloc(1, sizeof *v);
	int line[2];

	if (!v || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, line) < 0)
		die("socketpair");
	v->status = -1;
	v->line = line[0];
	v->pid = fork();
	if (v->pid < 0)
		die("fork");
	if (v->pid == 0)
		become(line[1], argv);
	close(line[1]);
	v->pidfd = pidfd_open(v->pid, 0);
	if (v->pidfd < 0 || fcntl(v->line, F_SETFL, O_NONBLOCK) < 0)
		die("pidfd_open");
	vth_resize(v, how->rows, how->cols);
	return v;
}

bool vth_free(struct vth *v)
{
	bool willing;

	vth_hangup(v);
	willing = vth_wait(v, FREE_MS) >= 0;
	if (!willing) {
		vth_signal(v, SIGKILL);
		vth_wait(v, FREE_MS);
	}
	close(v->pidfd);
	free(v);
	return willing;
}

/* ---- what the person sees ------------------------------------------------------------------- */

int vth_rows(const struct vth *v)
{
	return v->rows;
}

const char *vth_told(const struct vth *v)
{
	return v->shown.news.told;
}

int vth_cols(const struct vth *v)
{
	return v->cols;
}

struct vth_cursor vth_cursor(const struct vth *v)
{
	return (struct vth_cursor){ v->shown.news.at_row, v->shown.news.at_col, true };
}

char *vth_line(const struct vth *v, int row, char line[VTH_LINE_TEXT])
{
	const struct grid_news *news = &v->shown.news;
	size_t n = 0, end = 0;

	for (int col = 0; row < news->rows && col < news->cols; col++) {
		const struct cell *c = &v->shown.cell[row * news->cols + col];

		if (c->cols == 0 || n + CELL_BYTES >= VTH_LINE_TEXT)
			continue;
		memcpy(line + n, c->n ? c->b : " ", c->n ? c->n : 1);
		n += c->n ? c->n : 1;
		if (line[n - 1] != ' ')
			end = n;
	}
	line[end] = '\0';
	return line;
}

/* Whether is all that scripts ask. */
bool vth_find(const struct vth *v, const char *text, int *row, int *col)
{
	char line[VTH_LINE_TEXT];

	assert(!row && !col);
	for (int r = 0; r < v->shown.news.rows; r++)
		if (strstr(vth_line(v, r, line), text))
			return true;
	return false;
}

/* Half a wide character, or what would not be one cell of a terminal. */
static bool torn(const struct cell *c, int col, int cols)
{
	uint32_t at = 0, first = c->n ? utf8_next((str){ c->b, c->n }, &at) : ' ';

	if (c->cols == 0)
		return col == 0 || c[-1].cols != 2;
	if (c->cols == 2 && (col + 1 == cols || c[1].cols != 0))
		return true;
	return first < ' ' || first == 0x7f || first == 0xfffd || utf8_width(first) > c->cols;
}

int vth_torn(const struct vth *v)
{
	const struct grid_news *news = &v->shown.news;
	int n = 0;

	for (int i = 0; i < news->rows * news->cols; i++)
		n += torn(&v->shown.cell[i], i % news->cols, news->cols);
	return n;
}
