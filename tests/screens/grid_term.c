/* grid_term.c - term.h without a terminal: events come over a socket, the grid goes back as it is.
 * Linked in the place of src/ui/term/term.c; everything else is the program that people run. */
#include "grid_line.h"

#include "base/str.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_MOST = 256 * 1024 };

struct terminal {
	int watch_fd;
	int rows, cols;
	uint64_t had;           /* events */
	char text[TEXT_MOST];   /* of a paste */
	struct arena a;
	struct grid *shown;     /* the last grid drawn, in a */
};

static char told[sizeof((struct grid_news *)0)->told];

/* The player's socket is input and output; whatever a script pipes is none. */
bool term_there(void)
{
	struct stat in, out;

	return fstat(STDIN_FILENO, &in) == 0 && S_ISSOCK(in.st_mode) &&
	       fstat(STDOUT_FILENO, &out) == 0 && S_ISSOCK(out.st_mode);
}

static bool read_all(void *p, size_t n)
{
	return n == 0 || recv(STDIN_FILENO, p, n, MSG_WAITALL) == (ssize_t)n;
}

static bool write_all(const void *p, size_t n)
{
	for (const char *at = p; n;) {
		ssize_t k = write(STDOUT_FILENO, at, n);

		if (k <= 0)
			return false;
		at += k;
		n -= (size_t)k;
	}
	return true;
}

static struct term_event hear(struct terminal *t)
{
	struct term_event ev;

	if (!read_all(&ev, sizeof ev) || ev.text.n > TEXT_MOST || !read_all(t->text, ev.text.n))
		return (struct term_event){ .kind = EV_HANGUP };
	ev.text.p = t->text;
	t->had++;
	if (ev.kind == EV_RESIZE) {
		t->rows = ev.row;
		t->cols = ev.col;
	}
	return ev;
}

enum rc term_open(struct arena *a, const struct theme *theme, int watch_fd, struct terminal **out,
	struct err *e)
{
	struct terminal *t = ARENA_NEW(a, struct terminal);

	(void)theme;
	t->watch_fd = watch_fd;
	signal(SIGPIPE, SIG_IGN);
	if (hear(t).kind != EV_RESIZE)
		return fail(e, RC_INVALID, "the player has not told the size");
	*out = t;
	return RC_OK;
}

void term_close(struct terminal *t)
{
	arena_free(&t->a);
}

void term_size(const struct terminal *t, int *rows, int *cols)
{
	*rows = t->rows;
	*cols = t->cols;
}

void term_draw(struct terminal *t, const struct grid *g)
{
	arena_reset(&t->a);
	t->shown = grid_new(&t->a, g->rows, g->cols);
	memcpy(t->shown->cell, g->cell, (size_t)(g->rows * g->cols) * sizeof *g->cell);
	t->shown->at_row = g->at_row;
	t->shown->at_col = g->at_col;
}

/* When the player is gone, the next event says so. */
static void tell(const struct terminal *t)
{
	const struct grid *g = t->shown;
	struct grid_news news = { .had = t->had };

	if (g)
		news = (struct grid_news){ t->had, g->rows, g->cols, g->at_row, g->at_col, "" };
	memcpy(news.told, told, sizeof told);
	if (write_all(&news, sizeof news) && g)
		(void)write_all(g->cell, (size_t)(g->rows * g->cols) * sizeof *g->cell);
}

bool term_pending(struct terminal *t)
{
	struct pollfd f = { STDIN_FILENO, POLLIN, 0 };

	(void)t;
	return poll(&f, 1, 0) > 0;
}

/* A second passes only when the player says so: a refresh that needs one does not go unnoticed. */
struct term_event term_next(struct terminal *t, int wait_ms)
{
	struct pollfd f[] = { { STDIN_FILENO, POLLIN, 0 }, { t->watch_fd, POLLIN, 0 } };
	int n;

	if (!term_pending(t))
		tell(t);
	while ((n = poll(f, COUNT(f), wait_ms < TERM_TICK_MS ? wait_ms : -1)) < 0)
		;
	if (f[0].revents)
		return hear(t);
	return (struct term_event){ .kind = n ? EV_CHANGED : EV_TICK };
}

/* ---- what only a terminal can do ------------------------------------------------------------ */

void term_repaint(struct terminal *t)
{
	(void)t;
}

void term_suspend(struct terminal *t)
{
	(void)t;
}

void term_mouse(struct terminal *t, bool on)
{
	(void)t;
	(void)on;
}

void term_bell(struct terminal *t)
{
	(void)t;
}

void term_send(const char *codes)
{
	size_t n = strlen(codes);

	if (n > 3 && str_starts(str_of(codes), S("\033]")))
		snprintf(told, sizeof told, "%.*s", (int)n - 3, codes + 2);
}
