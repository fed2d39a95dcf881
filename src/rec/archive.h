/* archive.h - the parts of a workbook: XML in a zip, each read as a stream and never as a whole.
 *
 * Whoever sends a file may mean harm: a part that grows out of measure when it is unpacked, entities that
 * multiply, elements without end within each other are refused before they take memory or time. */
#ifndef REC_ARCHIVE_H
#define REC_ARCHIVE_H

#include "base/arena.h"
#include "base/err.h"

struct archive;

/* What is told of a part as it goes by.  Names come without their prefix; attr is name, value, ... NULL.  A function
 * that fails ends the reading with its sentence. */
struct xml {
	enum rc (*start)(void *ctx, str name, const char *const *attr, struct err *);
	enum rc (*end)(void *ctx, str name, struct err *);
	void (*text)(void *ctx, str);
	void *ctx;
};
str xml_attr(const char *const *attr, const char *name); /* without its prefix; {0}: there is none */

/* bytes must outlive it.  RC_INVALID: no zip, or a broken one. */
enum rc archive_open(struct arena *, str bytes, struct archive **, struct err *) MUST_CHECK;
/* RC_NOT_FOUND (with a sentence): there is no such part. */
enum rc archive_read(struct archive *, str path, const struct xml *, struct err *) MUST_CHECK;
void archive_close(struct archive *);

#endif
