/* buf.h - bytes being built, growing in an arena. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"

struct buf {
	struct arena *a;
	char *p;
	size_t n, cap;
};

void buf_put(struct buf *, const void *p, size_t n);
void buf_str(struct buf *, str s);
void buf_char(struct buf *, char c);
void buf_printf(struct buf *, const char *fmt, ...) PRINTF(2, 3);
/* What has been built; valid until the next write to b. */
static inline str buf_view(const struct buf *b)
{
	return (str){ b->p, (uint32_t)b->n };
}

#endif
