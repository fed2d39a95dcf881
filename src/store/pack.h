/* pack.h - named files in one compressed stream, for backups.
 *
 * Each file: its name's length (2 bytes, big-endian) and name, then blocks of a length (4 bytes) and bytes, a block of
 * length 0 at its end; a name of length 0 ends them all. */
#ifndef STORE_PACK_H
#define STORE_PACK_H

#include "store/seal.h"

struct pack;
struct pack *pack_new(struct arena *, struct sealer *);
void pack_free(struct pack *); /* what the compressor holds */
enum rc pack_begin(struct pack *, const char *name, struct err *) MUST_CHECK;
enum rc pack_bytes(struct pack *, const void *, size_t, struct err *) MUST_CHECK;
enum rc pack_end(struct pack *, struct err *) MUST_CHECK;
enum rc pack_close(struct pack *, struct err *) MUST_CHECK; /* after the last file; the sealer is the caller's */

#endif
