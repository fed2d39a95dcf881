/* data.h - the shipped config/ and screens/, embedded in the program by the Makefile. */
#ifndef BASE_DATA_H
#define BASE_DATA_H

#include "base/arena.h"

struct data {
	const char *name; /* "config/codes.yaml", "screens/today.yaml" */
	const char *bytes;
	uint32_t n;
};

extern const struct data data_table[]; /* ends with a NULL name; sorted by name */

/* The embedded file of that name, or NULL. */
const struct data *data_find(str name);

/* Is there such a file, the office's own or an embedded one?  Nothing is read. */
bool data_exists(const char *over, str name);

/* The text of NAME ("config/codes.yaml"): from directory over (the office's own, may be NULL)
 * when it has a file of that name without the leading folder's parent (over/codes.yaml or
 * over/screens/x.yaml), else the embedded one.  *path is what messages should call it.
 * Returns false when there is neither.  When the office's file is there but cannot be read,
 * text->p is NULL: yaml_read() makes a problem of it, rather than use another file silently. */
bool data_read(struct arena *, const char *over, str name, str *text, str *path);

#endif
