/* fault.h - the one place that catches SIGSEGV, SIGBUS and SIGABRT.
 *
 * Code that reads a mapped file which may be damaged runs under a guard: a fault in it jumps back
 * instead of ending the program.  Any other fault is a bug of ours: last words, and the end.
 *
 *   struct fault_guard g;
 *   if (sigsetjmp(g.back, 0) == 0) { fault_enter(&g); ...; fault_leave(); } else { it faulted } */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include "base/base.h"

#include <setjmp.h>

struct fault_guard { sigjmp_buf back; };

/* Whoever caught them before gets what is not guarded.  A file that may not grow is an error code
 * from now on, not the end by SIGXFSZ. */
void fault_catch(void);
void fault_enter(struct fault_guard *);
void fault_leave(void);
/* For a library that found the damage itself and would abort: back to the guard, if there is one. */
void fault_jump(void);
/* The last words, this sentence and the end of the process, with the status of a fault. */
_Noreturn void fault_end(const char *sentence);
/* What to do before the end (a screen gives the terminal back); async-signal-safe. */
void fault_last_words(void (*)(void));

#endif
