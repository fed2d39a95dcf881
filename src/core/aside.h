/* aside.h - a directory that is made beside its place and gets its name when all in it is right. */
#ifndef CORE_ASIDE_H
#define CORE_ASIDE_H

#include "base/arena.h"
#include "base/err.h"

struct aside {
	struct arena *a;
	const char *dir, *above; /* where it will be, and the directory that holds it */
	const char *fresh;       /* where it is made: DIR and a suffix */
};

/* Refuses a dir that holds anything, and a fresh one that is there (somebody is at it, or was interrupted). */
enum rc aside_begin(struct aside *, struct arena *, const char *dir, const char *suffix, struct err *) MUST_CHECK;
/* rc RC_OK: it appears; else it is removed.  Hands rc on. */
enum rc aside_end(struct aside *, enum rc, struct err *) MUST_CHECK;
void aside_remove(struct aside *);

#endif
