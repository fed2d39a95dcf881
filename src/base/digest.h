/* digest.h - the sum of a text, by which one sees that it is as it was. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/arena.h"

/* BLAKE2b of 16 bytes, in hex. */
str digest(struct arena *, str);

#endif
