/* scan.h - what is whole in the bytes of a damaged data file, whatever its trees say.
 *
 * A record carries a checksum over its key and content, so it is known by itself: on a page that no tree reaches any
 * more, under a header that lost its bits, and as an older version on a page that was free.  Reads with pread(), never
 * through a map, and never writes. */
#ifndef STORE_SCAN_H
#define STORE_SCAN_H

#include "base/vec.h"
#include "store/write.h"

struct found {
	uint8_t tag;       /* of the type; 0: an entry of the log */
	uint32_t version;
	uint64_t id;
	uint64_t at;       /* where its value begins in the file */
	uint32_t size;
};

struct scan {
	int fd;
	uint64_t size;     /* of the file */
	uint32_t page;     /* of its pages */
	uint64_t unread;   /* pages that the disk did not give */
	const struct schema *schema;
	struct arena *a;
	struct { VEC(struct found); } records, entries; /* by tag, id and version; the same one may be there often */
};

enum rc scan_open(struct scan *, struct arena *, const char *path, const struct schema *, struct err *) MUST_CHECK;
void scan_close(struct scan *);
/* The value again; false: the disk does not give it any more. */
bool scan_value(const struct scan *, struct arena *, const struct found *, str *out);
bool scan_entry(const struct scan *, struct arena *, const struct found *, struct entry **out);

#endif
