/* term.h - the terminal as the loop sees it: events come in, a grid goes out.  term.c, the only user
 * of curses, does it on a real one; tests/screens plays the program over a socket instead. */
#ifndef UI_TERM_H
#define UI_TERM_H

#include "base/err.h"
#include "ui/term/grid.h"
#include "ui/term/theme.h"

enum event_kind {
	EV_KEY, EV_PASTE, EV_MOUSE, EV_RESIZE,
	EV_TICK,     /* nothing has come for as long as was to be waited */
	EV_CHANGED,  /* the watched descriptor is readable */
	EV_HANGUP,   /* the line is gone or we were told to stop: save drafts, do not draw */
};
struct term_event {
	enum event_kind kind;
	uint32_t key;
	str text;        /* EV_PASTE, lines end in '\n'; valid until the next event */
	int row, col;    /* EV_MOUSE */
	int wheel;       /* EV_MOUSE: -1 up, 1 down, 0 a click */
};

struct terminal;
enum { TERM_TICK_MS = 1000 }; /* the usual wait for an event */

bool term_there(void); /* are input and output one? */
/* Refuses with a sentence when standard output is no terminal, or cannot show UTF-8 (and there is no
 * GB18030 locale for it). */
enum rc term_open(struct arena *, const struct theme *, int watch_fd, struct terminal **, struct err *)
	MUST_CHECK;
void term_close(struct terminal *);
void term_size(const struct terminal *, int *rows, int *cols);
/* Shows the grid; only what changed is sent. */
void term_draw(struct terminal *, const struct grid *);
void term_repaint(struct terminal *); /* the next draw sends everything (^L) */
/* The next event; waits for it.  False from term_pending() means nothing more is waiting: time to
 * draw. */
struct term_event term_next(struct terminal *, int wait_ms);
bool term_pending(struct terminal *);
void term_suspend(struct terminal *); /* ^Z: stop, and come back with everything repainted */
void term_mouse(struct terminal *, bool on);
void term_bell(struct terminal *);
void term_send(const char *codes); /* what curses has no name for, as it stands; behind all it has sent itself */

#endif
