/* seal.h - a file that only the holder of a key kept elsewhere can read: written and read as a stream.
 *
 * The bytes of such a file: MAGIC, 1 byte format, then a length (4 bytes, big-endian) and a text in clear (lines
 * `name value`); 1 byte how many recipients, and for each its public key (32) and the file's key sealed to it (80);
 * the header of the stream (24); pieces of 64 KiB, each 17 bytes longer than what it holds (libsodium's
 * secretstream, bound to all before it by a hash); 32 bytes BLAKE2b over everything before.  That sum proves to
 * anybody that the file is as it was written; that nobody wrote another in its place only the key can prove. */
#ifndef STORE_SEAL_H
#define STORE_SEAL_H

#include "base/buf.h"
#include "base/err.h"

enum { SEAL_KEY = 32, SEAL_MOST = 2 }; /* bytes of a key; recipients of a file */

/* A key as people keep it: qk1 (public) or qs1 (secret), then its bytes and a check sum in hex: a slip of the pen is
 * no key. */
struct seal_key { unsigned char b[SEAL_KEY]; };
void seal_keys_new(struct seal_key *secret, struct seal_key *open);
void seal_key_open(const struct seal_key *secret, struct seal_key *open); /* the public one of a secret one */
str seal_key_text(struct arena *, const struct seal_key *, bool secret);
bool seal_key_read(str text, bool secret, struct seal_key *);

struct sealer;
/* Begins a file on fd for n recipients (1 to SEAL_MOST).  clear is readable by everybody. */
enum rc seal_begin(struct arena *, int fd, const struct seal_key *to, size_t n, str clear, struct sealer **,
	struct err *) MUST_CHECK;
enum rc seal_write(struct sealer *, const void *, size_t, struct err *) MUST_CHECK;
enum rc seal_end(struct sealer *, struct err *) MUST_CHECK; /* the last piece and the sum; fd stays open */

/* What a file says of itself without its key. */
struct sealed {
	int fd;
	const char *path;
	str clear;
	struct seal_key to[SEAL_MOST];
	size_t n;
	uint64_t stream, end; /* where the stream begins and where the sum stands */
	unsigned char bound[32];
	unsigned char box[SEAL_MOST][80];
};
/* Opens it and proves its sum.  Refuses what is cut, changed or none of ours. */
enum rc sealed_open(struct arena *, const char *path, struct sealed *, struct err *) MUST_CHECK;
/* Hands out what it holds, piece by piece, each proven before take() sees it; the end is proven before this
 * returns RC_OK. */
enum rc sealed_read(struct sealed *, const struct seal_key *secret,
	enum rc (*take)(void *arg, const void *, size_t, struct err *), void *arg, struct err *) MUST_CHECK;
void sealed_close(struct sealed *);

#endif
