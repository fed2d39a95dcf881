/* harden.h - what the program gives up before it does anything, so that a fault in it gives little away. */
#ifndef BASE_HARDEN_H
#define BASE_HARDEN_H

#include "base/base.h"

/* First thing in main(): the environment keeps what we read and nothing else, a terminal's name is a name;
 * inherited descriptors are closed; new files are their owner's alone; no core is written, nobody may look into the
 * process or gain rights by it, and it can start no other program (seccomp).  What a kernel does not have is left
 * out; harden_state() tells. */
void harden_begin(void);

/* From now on of all files only those below these directories can be reached: rw to read and write, ro (may be
 * NULL) and the system's own to read (Landlock).  False: this kernel cannot. */
bool harden_confine(const char *rw, const char *ro);

struct harden_line { const char *what; bool on; };
/* What is so in this process, as the kernel says; ends with a NULL what. */
const struct harden_line *harden_state(void);

#endif
