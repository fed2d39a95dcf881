/*
 * vth.h - a program on a real pseudo-terminal, with libvterm in the place of the person's terminal.
 *
 * It shares no code with the program under test, so that what stands on the screen is judged by a
 * terminal and not by our own idea of one.  Rows and columns count from 0.  All text is UTF-8.  One
 * thread.  Nothing here sleeps: every wait is a poll() on the terminal and the process, with a
 * limit in milliseconds.
 */
#ifndef VTH_H
#define VTH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct vth; /* one program and its terminal; from vth_start() until vth_free() */

struct vth_how {
	int rows, cols;
	const char *term;       /* TERM of the program, also decides what Home or F1 send */
	const char *const *env; /* NULL, or "NAME=VALUE" to set, "NAME" to unset; ends with NULL */
};

struct vth *vth_start(const struct vth_how *how, const char *const argv[]);

/* Hangs up, waits a while, kills; false when it had to kill. */
bool vth_free(struct vth *v);

/* ---- what the person does ---- */

void vth_send(struct vth *v, const void *bytes, size_t n);

/*
 * Types text with keys in angle brackets: "张三<Tab><C-l><lt>".  Names: Enter Tab BTab Esc BS Space
 * lt Up Down Left Right PgUp PgDn Home End Ins Del F1..F12, with C- (control), A- (alt), S- (shift)
 * in front.  A program knows a lone Esc from the start of a sequence only by the time that passes,
 * so after <Esc> this waits for VTH_ESC_MS of silence.  False at an unknown name; what stood before
 * it has been sent.
 */
bool vth_type(struct vth *v, const char *keys);

/* Pastes as terminals do: line ends become CR, in brackets when the program asked for them. */
void vth_paste(struct vth *v, const char *text);

void vth_click(struct vth *v, int row, int col);
void vth_wheel(struct vth *v, int row, int col, bool up);
void vth_tick(struct vth *v); /* lets a second pass without a key */
void vth_resize(struct vth *v, int rows, int cols);
void vth_hangup(struct vth *v); /* the line is gone: closes the terminal, the kernel sends SIGHUP */
void vth_signal(struct vth *v, int sig);

/* ---- waiting ---- */

enum {
	VTH_QUIET_MS = 15, /* enough on a pseudo-terminal; a program behind ssh needs more */
	VTH_ESC_MS = 150,  /* longer than a program waits for the rest of a sequence */
	VTH_LIMIT_MS = 10000,
};

enum vth_end { VTH_GONE = -1, VTH_LATE = 0, VTH_OK = 1 };

/* Takes in what has already come, without waiting. */
void vth_take(struct vth *v);

/*
 * Until nothing was printed for quiet_ms, the program has read what was sent and sleeps.  This is
 * about the process that was started, not its children; wait for a text where that matters.
 */
enum vth_end vth_quiet(struct vth *v, int quiet_ms, int limit_ms);

/* Until met() holds; it is asked again after every output.  VTH_GONE: no output can come any more.
 */
typedef bool vth_met(struct vth *v, const void *arg);
enum vth_end vth_until(struct vth *v, vth_met *met, const void *arg, int limit_ms);
enum vth_end vth_see(struct vth *v, const char *text, int limit_ms);

/* The exit status as a shell tells it (128 + N when signal N ended it); -1: still running. */
int vth_wait(struct vth *v, int limit_ms);

/* ---- what the person sees ---- */

enum {
	VTH_BOLD = 1 << 0,
	VTH_UNDERLINE = 1 << 1,
	VTH_ITALIC = 1 << 2,
	VTH_BLINK = 1 << 3,
	VTH_REVERSE = 1 << 4,
};
enum { VTH_DEFAULT = -1, VTH_RGB = 1 << 24 };

enum { VTH_CELL_TEXT = 25, VTH_LINE_TEXT = 8192, VTH_TOLD = 256 };

struct vth_cell {
	char text[VTH_CELL_TEXT]; /* character and combining marks; "" where nothing was written */
	int width;                /* 1, 2, or 0: the right half of the character to the left */
	unsigned attrs;           /* VTH_BOLD | ... */
	int fg, bg;               /* VTH_DEFAULT, 0..255, or VTH_RGB | 0xrrggbb */
};

struct vth_cursor {
	int row, col;
	bool visible;
};

int vth_rows(const struct vth *v);
int vth_cols(const struct vth *v);
struct vth_cell vth_at(const struct vth *v, int row, int col);
struct vth_cursor vth_cursor(const struct vth *v);

/* The row without blanks at its end, in line; returns line. */
char *vth_line(const struct vth *v, int row, char line[VTH_LINE_TEXT]);

/* Whether a row holds the text; tells where when row and col are not NULL. */
bool vth_find(const struct vth *v, const char *text, int *row, int *col);

/* How many cells hold half a character, a control character or U+FFFD: 0 on a sound screen. */
int vth_torn(const struct vth *v);

/* The last control string (OSC) that the terminal knows nothing of: "52;c;MTM5", the clipboard; "" when there
 * was none. */
const char *vth_told(const struct vth *v);

size_t vth_received(const struct vth *v); /* bytes, since the start */
pid_t vth_pid(const struct vth *v);

#endif
