/* vth.c - starts a program on a pseudo-terminal, takes in what it prints, and waits for it. */
#include "vth_own.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

enum {
	UNREAD_MS = 100,     /* when a child of the program reads for it, nobody counts the bytes */
	FREE_MS = 5000,      /* for a program to end after the hang-up */
	STRAGGLER_MS = 50,   /* output of an ended program still on its way */
	TICK_MS = 1200,      /* behind a second of silence the program looks after itself */
	STATUS_SIGNAL = 128, /* as in the shell */
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

/* ---- start and end -------------------------------------------------------------------------- */

static int on_prop(VTermProp prop, VTermValue *value, void *user)
{
	struct vth *v = user;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		v->cursor_visible = value->boolean;
	return 1;
}

/* Answers and keys are collected first: libvterm must not be entered again from within. */
static void on_reply(const char *bytes, size_t n, void *user)
{
	struct vth *v = user;

	if (n > sizeof v->reply - v->replied)
		n = sizeof v->reply - v->replied;
	memcpy(v->reply + v->replied, bytes, n);
	v->replied += n;
}

static int on_osc(const char *command, size_t n, void *user)
{
	struct vth *v = user;

	snprintf(v->told, sizeof v->told, "%.*s", (int)n, command);
	return 1;
}

static void open_terminal(struct vth *v, int rows, int cols)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = on_prop };
	static const VTermParserCallbacks unknown = { .osc = on_osc };

	v->rows = rows;
	v->cols = cols;
	v->cursor_visible = true;
	v->vt = vterm_new(rows, cols);
	if (!v->vt)
		die("vterm_new");
	vterm_set_utf8(v->vt, 1);
	vterm_output_set_callback(v->vt, on_reply, v);
	v->state = vterm_obtain_state(v->vt);
	v->screen = vterm_obtain_screen(v->vt);
	vterm_screen_set_callbacks(v->screen, &callbacks, v);
	vterm_screen_set_unrecognised_fallbacks(v->screen, &unknown, v);
	vterm_screen_enable_altscreen(v->screen, 1);
	vterm_screen_reset(v->screen, 1);
}

static _Noreturn void become(const struct vth_how *how, const char *const argv[])
{
	/* What the tester's own terminal says about itself is not true of this one. */
	static const char *const foreign[] = { "LINES", "COLUMNS", "COLORTERM",
					       "TMUX",  "STY",     "ESCDELAY" };

	for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
		unsetenv(foreign[i]);
	setenv("TERM", how->term, 1);
	for (const char *const *e = how->env; e && *e; e++)
		putenv((char *)*e); /* without a "=" it unsets */
	execvp(argv[0], (char *const *)argv);
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

/* Both ends of a terminal, which erases a character with all its bytes, as terminals do. */
static int open_line(const struct vth_how *how, int *master)
{
	struct winsize size = { .ws_row = (unsigned short)how->rows,
				.ws_col = (unsigned short)how->cols };
	struct termios tty;
	int slave;

	if (openpty(master, &slave, NULL, NULL, &size) < 0 || tcgetattr(slave, &tty) < 0)
		die("openpty");
	tty.c_iflag |= IUTF8;
	/* It hangs up only when its last copy is closed: no child may keep one. */
	if (tcsetattr(slave, TCSANOW, &tty) < 0 || fcntl(*master, F_SETFD, FD_CLOEXEC) < 0 ||
	    fcntl(*master, F_SETFL, O_NONBLOCK) < 0)
		die("pseudo-terminal");
	return slave;
}

struct vth *vth_start(const struct vth_how *how, const char *const argv[])
{
	struct vth *v = calloc(1, sizeof *v);
	int slave;

	if (!v)
		die("calloc");
	open_terminal(v, how->rows, how->cols);
	snprintf(v->term, sizeof v->term, "%s", how->term);
	v->status = -1;
	slave = open_line(how, &v->master);
	v->pid = fork();
	if (v->pid < 0)
		die("fork");
	if (v->pid == 0) {
		if (login_tty(slave) < 0)
			_exit(127);
		become(how, argv);
	}
	close(slave);
	v->pidfd = pidfd_open(v->pid, 0);
	if (v->pidfd < 0)
		die("pidfd_open");
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
	vterm_free(v->vt);
	free(v);
	return willing;
}

/* ---- output --------------------------------------------------------------------------------- */

/* How many bytes at the end are the start of a character whose rest has not come yet. */
static size_t unfinished(const char *s, size_t n)
{
	for (size_t back = 1; back <= VTH_HALF && back <= n; back++) {
		unsigned char c = (unsigned char)s[n - back];
		size_t whole = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;

		if (c < 0x80 || c >= 0xc0)
			return whole > back ? back : 0;
	}
	return 0;
}

void vth_flush_reply(struct vth *v)
{
	size_t n = v->replied;
	char bytes[VTH_REPLY];

	memcpy(bytes, v->reply, n);
	v->replied = 0;
	vth_send(v, bytes, n);
}

/* libvterm 0.1.4 loses a character that comes in two pieces: such a piece is kept for next time. */
static void feed(struct vth *v, size_t n)
{
	n += v->half;
	v->half = unfinished(v->in, n);
	vterm_input_write(v->vt, v->in, n - v->half);
	memmove(v->in, v->in + n - v->half, v->half);
	vterm_screen_flush_damage(v->screen);
}

static void reap(struct vth *v)
{
	int status;

	if (waitpid(v->pid, &status, WNOHANG) == v->pid)
		v->status = WIFSIGNALED(status) ? STATUS_SIGNAL + WTERMSIG(status)
						: WEXITSTATUS(status);
}

/* Reads once, waiting for it at most ms; also returns early when the program ends. */
static bool pump(struct vth *v, int ms)
{
	struct pollfd fds[] = {
		{ .fd = v->gone ? -1 : v->master, .events = POLLIN },
		{ .fd = v->status < 0 ? v->pidfd : -1, .events = POLLIN },
	};
	ssize_t n;

	if (poll(fds, 2, ms) <= 0)
		return false;
	if (fds[1].revents)
		reap(v);
	if (!fds[0].revents)
		return false;
	n = read(v->master, v->in + v->half, VTH_READ);
	if (n > 0) {
		v->received += (size_t)n;
		feed(v, (size_t)n);
		vth_flush_reply(v);
		return true;
	}
	if (n == 0 || (errno != EAGAIN && errno != EINTR))
		v->gone = true;
	return false;
}

/* ---- waiting -------------------------------------------------------------------------------- */

static size_t read_file(const char *format, pid_t pid, char *text, size_t size)
{
	char path[64];
	ssize_t n;
	int fd;

	snprintf(path, sizeof path, format, (int)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? 0 : read(fd, text, size - 1);
	if (fd >= 0)
		close(fd);
	text[n > 0 ? n : 0] = '\0';
	return n > 0 ? (size_t)n : 0;
}

/* Bytes the program has read since it began, from anywhere; -1 when the system does not tell. */
static long bytes_read(pid_t pid)
{
	char text[256];
	long n = -1;

	read_file("/proc/%d/io", pid, text, sizeof text);
	return sscanf(text, "rchar: %ld", &n) == 1 ? n : -1;
}

static bool asleep(pid_t pid)
{
	char text[512], *state;

	read_file("/proc/%d/stat", pid, text, sizeof text);
	state = strrchr(text, ')'); /* the name in front may hold anything */
	return !state || !strchr("RD", state[2]);
}

/*
 * Bytes just sent may still be on their way inside the kernel, where no one can see them: so ask
 * whether the program has read as many as were sent.
 */
static bool has_read_all(struct vth *v)
{
	if (v->unread > 0 && bytes_read(v->pid) - v->read_before < v->unread &&
	    now_ms() - v->sent_at < UNREAD_MS)
		return false;
	v->unread = 0;
	return true;
}

void vth_take(struct vth *v)
{
	while (pump(v, 0))
		;
}

enum vth_end vth_quiet(struct vth *v, int quiet_ms, int limit_ms)
{
	long until = now_ms() + limit_ms;

	for (;;) {
		bool heard = pump(v, quiet_ms);

		if (v->gone)
			return VTH_GONE;
		if (!heard && has_read_all(v) && asleep(v->pid) && !pump(v, 0))
			return VTH_OK;
		if (now_ms() >= until)
			return VTH_LATE;
	}
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

static bool on_screen(struct vth *v, const void *text)
{
	return vth_find(v, text, NULL, NULL);
}

enum vth_end vth_see(struct vth *v, const char *text, int limit_ms)
{
	return vth_until(v, on_screen, text, limit_ms);
}

int vth_wait(struct vth *v, int limit_ms)
{
	long until = now_ms() + limit_ms;

	while (v->status < 0 && now_ms() < until)
		pump(v, (int)(until - now_ms()));
	while (v->status >= 0 && !v->gone && pump(v, STRAGGLER_MS))
		;
	return v->status;
}

/* ---- input ---------------------------------------------------------------------------------- */

/* A full terminal may be full because the program waits for its own output to be taken. */
void vth_send(struct vth *v, const void *bytes, size_t n)
{
	const char *s = bytes;
	long until = now_ms() + VTH_LIMIT_MS;

	if (!n)
		return;
	if (v->unread == 0)
		v->read_before = bytes_read(v->pid);
	v->unread += (long)n;
	v->sent_at = now_ms();
	while (n && !v->gone && now_ms() < until) {
		struct pollfd fd = { .fd = v->master, .events = POLLIN | POLLOUT };
		ssize_t k = write(v->master, s, n);

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

void vth_tick(struct vth *v)
{
	vth_quiet(v, TICK_MS, VTH_LIMIT_MS);
}

void vth_resize(struct vth *v, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	v->rows = rows;
	v->cols = cols;
	vterm_set_size(v->vt, rows, cols);
	vterm_screen_flush_damage(v->screen);
	if (!v->gone)
		ioctl(v->master, TIOCSWINSZ, &size);
}

void vth_hangup(struct vth *v)
{
	if (v->master >= 0)
		close(v->master);
	v->master = -1;
	v->gone = true;
}

void vth_signal(struct vth *v, int sig)
{
	if (v->status < 0)
		kill(v->pid, sig);
}

int vth_rows(const struct vth *v)
{
	return v->rows;
}

int vth_cols(const struct vth *v)
{
	return v->cols;
}

const char *vth_told(const struct vth *v)
{
	return v->told;
}

size_t vth_received(const struct vth *v)
{
	return v->received;
}

pid_t vth_pid(const struct vth *v)
{
	return v->pid;
}
