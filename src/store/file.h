/* file.h - small files beside the data: read whole, written beside and renamed. */
#ifndef STORE_FILE_H
#define STORE_FILE_H

#include "base/arena.h"

/* The whole file; a NULL p: it cannot be read or is larger than most, errno says why. */
str file_read(struct arena *, const char *path, size_t most);
/* Mode 0600, or as `mode` says.  Whoever reads path sees the old content or the new one.  durable: it is on
 * the disk when this returns true.  False: errno says why, and path is as it was. */
bool file_put(const char *path, const char *temp, str content, unsigned mode, bool durable);

#endif
