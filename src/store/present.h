/* present.h - who is in: one small file a session under DIR/present/, held locked while it lives.
 *
 * The lock says that a session is there, and whose process it is; a file that nobody holds was left by a
 * killed one. */
#ifndef STORE_PRESENT_H
#define STORE_PRESENT_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"

struct present {
	int64_t pid;
	str login;
	str from;      /* address of the SSH client, terminal */
	str what;      /* screens, or the command */
	str key;       /* fingerprint of the key they came with, "" when it is not known */
	moment since;
};

/* Says so; *fd is to be kept until present_leave().  Once in a process. */
enum rc present_enter(const char *dir, const struct present *, int *fd, struct err *) MUST_CHECK;
void present_leave(const char *dir, int fd);
/* All that live, the longest first. */
enum rc present_list(struct arena *, const char *dir, struct present **, size_t *n, struct err *) MUST_CHECK;
/* Tells the session to keep its drafts and go (SIGHUP).  RC_NOT_FOUND: there is none with this number. */
enum rc present_end(const char *dir, int64_t pid, struct err *) MUST_CHECK;

#endif
