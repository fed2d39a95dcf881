/* buf.c - bytes being built, growing in an arena. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

static void make_room(struct buf *b, size_t more)
{
	if (b->n + more <= b->cap)
		return;

	size_t cap = (b->n + more) * 2 + 64;
	char *p = arena_new(b->a, cap);

	if (b->n)
		memcpy(p, b->p, b->n);
	b->p = p;
	b->cap = cap;
}

void buf_put(struct buf *b, const void *p, size_t n)
{
	make_room(b, n);
	if (n)
		memcpy(b->p + b->n, p, n);
	b->n += n;
}

void buf_str(struct buf *b, str s)
{
	buf_put(b, s.p, s.n);
}

void buf_char(struct buf *b, char c)
{
	buf_put(b, &c, 1);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n > 0) {
		make_room(b, (size_t)n + 1);
		vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
		b->n += (size_t)n;
	}
	va_end(again);
}
