/* file.h - small files: read whole, made new or put in the place of another, never half. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

/* The whole file; a NULL p: it cannot be read or is larger than most, errno says why. */
str file_read(struct arena *, const char *path, size_t most);
/* Mode 0600, or as `mode` says.  Whoever reads path sees the old content or the new one.  durable: it is on
 * the disk when this returns true.  False: errno says why, and path is as it was. */
bool file_put(const char *path, const char *temp, str content, unsigned mode, bool durable);

/* A file that was not there, mode 0600, on the disk when this returns true.  False: errno says why (EEXIST: there
 * is one, untouched), and there is none. */
bool file_new(const char *path, str content);
/* All of it into an open file; false: errno says why. */
bool file_write(int fd, str content);

#endif
