/* sequence.h - what terminals send behind an ESC that curses has no key for: the numpad's keys become
 * characters, answers to questions of others (OSC, DCS ...) become nothing, also when they come in
 * pieces, late or without their end. */
#ifndef UI_SEQUENCE_H
#define UI_SEQUENCE_H

#include <stdbool.h>
#include <stdint.h>

/* Where codes come from: bytes, or the keys of curses above 255. */
struct sequence_source {
	int (*next)(void *, int wait_ms); /* SEQUENCE_NONE when nothing comes for so long */
	void (*unread)(void *, int code); /* the next one again */
	int64_t (*now_ms)(void *);
	void *arg;
};
enum { SEQUENCE_NONE = -1 };

struct sequence {
	struct sequence_source from;
	int64_t alone;  /* when an ESC came by itself; 0 = not lately */
	int64_t open;   /* when a string broke off without its end; 0 = none did */
};

/* Behind an ESC: K_ESC alone, the character of a numpad's key, Alt and a character, or K_UNKNOWN.  A
 * character after Alt that is not ASCII is left unread: *alt says so, and the caller reads it. */
uint32_t sequence_escape(struct sequence *, bool *alt);
/* Behind the C1 character that stands for ESC and c. */
uint32_t sequence_begin(struct sequence *, int c);
/* Is this code, which came by itself, the late rest of a sequence?  Then *key is what it was. */
bool sequence_late(struct sequence *, int c, uint32_t *key);
/* The key of the numpad that sends ESC O and this; K_UNKNOWN for another. */
uint32_t sequence_pad(int final);

#endif
