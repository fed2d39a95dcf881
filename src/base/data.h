/* data.h - the shipped config/ and screens/, embedded in the program by the Makefile, and the office's
 * own files of the same names: over/care.yaml for config/care.yaml, over/screens/x.yaml for a screen. */
#ifndef BASE_DATA_H
#define BASE_DATA_H

#include "base/arena.h"
#include "base/vec.h"

struct data {
	const char *name; /* "config/codes.yaml", "screens/today.yaml" */
	const char *bytes;
	uint32_t n;
};

extern const struct data data_table[]; /* ends with a NULL name; sorted by name */

size_t data_count(void);
/* The embedded file of that name, or NULL. */
const struct data *data_find(str name);
/* Is there such a file, the office's own or an embedded one?  Nothing is read. */
bool data_exists(const char *over, str name);

/* The office's own file of NAME ("config/codes.yaml") in directory over (NULL: there is none).  False
 * when the office has no such file.  When it is there but cannot be used, why says the reason, as what
 * to do about it; a file that others could change is no setting either. */
struct own_file { str path, text; const char *why; };
bool data_own(struct arena *, const char *over, str name, struct own_file *out);

/* The names of all .yaml files in over and its folders, and of the .html files in prints, as in data_table: "config/care.yaml".  why: of a
 * folder that cannot be read, or NULL. */
struct own_names { VEC(str); str path; const char *why; };
struct own_names data_own_names(struct arena *, const char *over);

#endif
