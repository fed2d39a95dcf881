/* arena.h - the only caller of malloc and free: everything lives in an arena and ends with it.
 *
 * Whoever gives the arena owns the result.  There are three lifetimes: program, view, event.
 * Out of memory ends the program: LMDB has nothing half-written to lose. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/base.h"

#include <stdarg.h>

struct arena {
	struct chunk *chunks; /* newest first */
	char *at, *end;       /* the free rest of the newest chunk */
};

/* n zeroed bytes, aligned for any type; never NULL. */
void *arena_new(struct arena *, size_t n);
#define ARENA_NEW(a, type) ((type *)arena_new(a, sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_new(a, sizeof(type) * (n)))

/* A copy of s; its bytes are followed by a NUL that does not count. */
str arena_str(struct arena *, str s);
/* The same as a C string. */
char *arena_z(struct arena *, str s);
str arena_printf(struct arena *, const char *fmt, ...) PRINTF(2, 3);
str arena_vprintf(struct arena *, const char *fmt, va_list) PRINTF(2, 0);

/* Forget everything but keep the largest chunk for the next round. */
void arena_reset(struct arena *);
void arena_free(struct arena *);
/* Bytes taken from the system, for `qinqing --version -v` and the benchmarks. */
size_t arena_size(const struct arena *);

#endif
