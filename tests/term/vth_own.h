/* vth_own.h - what one program and its terminal consist of; for the vth*.c files alone. */
#ifndef VTH_OWN_H
#define VTH_OWN_H

#include "vth.h"

#include <vterm.h>

enum {
	VTH_HALF = 3,     /* at most so many bytes of a character that has not come whole */
	VTH_READ = 65536, /* more than a pseudo-terminal hands over at once */
	VTH_REPLY = 4096, /* what the terminal answers to one reading, and any key */
};

struct vth {
	VTerm *vt;
	VTermState *state;
	VTermScreen *screen;
	char term[32];
	int rows, cols;
	bool cursor_visible;
	char told[VTH_TOLD];

	int master; /* -1 after the hang-up */
	bool gone;  /* nobody has the other end open any more */
	pid_t pid;
	int pidfd;  /* readable once the program has ended */
	int status; /* as in vth_wait(); -1 while it runs */

	size_t received;
	char in[VTH_HALF + VTH_READ];
	size_t half; /* bytes of an unfinished character at the start of in */
	char reply[VTH_REPLY];
	size_t replied;
	long unread; /* bytes sent since the program was last seen to have read everything */
	long read_before;
	long sent_at;
};

/* Sends what libvterm has to say: its answers to the program, or the key it was given. */
void vth_flush_reply(struct vth *v);

#endif
