/* keys.h - DIR/authorized_keys: whose SSH key opens the program as whom.  sshd reads it; we write it.
 *
 * Each line of ours lets one key start one program as one login, on a terminal or without, and nothing else
 * (sshd(8), AUTHORIZED_KEYS FILE FORMAT).  Lines that are not ours stay as they are. */
#ifndef STORE_KEYS_H
#define STORE_KEYS_H

#include "base/date.h"
#include "base/vec.h"
#include "rec/sshkey.h"

struct granted {
	str login;
	struct sshkey key;
	date until;     /* the last day it opens; 0: no end */
	str from;       /* networks it must come from, "" anywhere */
	date added;
	str line;       /* as it stands in the file; login "": not one of ours */
};
struct granteds { VEC(struct granted); };

/* All lines, in their order; no file, no lines. */
enum rc keys_read(struct arena *, const char *dir, struct granteds *, struct err *) MUST_CHECK;
/* The line that lets this key in: `program` is run with `dir` and the login.  Refuses a path or a login that
 * could end a quotation. */
enum rc keys_line(struct arena *, const char *program, const char *dir, const struct granted *, str *line,
	struct err *) MUST_CHECK;
/* Writes the lines, whole or not at all, on the disk when it returns. */
enum rc keys_write(const char *dir, const struct granteds *, struct err *) MUST_CHECK;

#endif
