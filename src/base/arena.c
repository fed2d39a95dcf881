/* arena.c - chunks of memory that are freed together; the only place that calls malloc. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { CHUNK_ROOM = 16 * 1024, ALIGN = 16 };

struct chunk {
	struct chunk *next;
	size_t room;
};

_Static_assert(sizeof(struct chunk) % ALIGN == 0, "what follows a chunk header must be aligned");

static void add_chunk(struct arena *a, size_t room)
{
	struct chunk *c = malloc(sizeof *c + room);

	if (!c) {
		fputs("qinqing: 内存不足，程序退出；已保存的内容不受影响\n", stderr);
		abort();
	}
	c->next = a->chunks;
	c->room = room;
	a->chunks = c;
	a->at = (char *)(c + 1);
	a->end = a->at + room;
}

void *arena_new(struct arena *a, size_t n)
{
	n = n ? (n + ALIGN - 1) & ~(size_t)(ALIGN - 1) : ALIGN; /* even nothing has a place */
	if ((size_t)(a->end - a->at) < n) {
		/* Double as we go, so that a big view costs few calls. */
		size_t room = a->chunks ? a->chunks->room * 2 : CHUNK_ROOM;

		if (room > 4u << 20)
			room = 4u << 20;
		add_chunk(a, n > room ? n : room);
	}
	a->at += n;
	return memset(a->at - n, 0, n);
}

str arena_str(struct arena *a, str s)
{
	char *p = arena_new(a, (size_t)s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return (str){ p, s.n };
}

char *arena_z(struct arena *a, str s)
{
	char *p = arena_new(a, (size_t)s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return p;
}

str arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	str s;

	va_start(ap, fmt);
	s = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return s;
}

str arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	int n;
	char *p;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n < 0)
		n = 0;
	p = arena_new(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (str){ p, (uint32_t)n };
}

void arena_reset(struct arena *a)
{
	struct chunk *keep = NULL;

	for (struct chunk *c = a->chunks, *next; c; c = next) {
		next = c->next;
		if (!keep || c->room > keep->room) {
			free(keep);
			keep = c;
		} else {
			free(c);
		}
	}
	*a = (struct arena){ 0 };
	if (keep) {
		keep->next = NULL;
		a->chunks = keep;
		a->at = (char *)(keep + 1);
		a->end = a->at + keep->room;
	}
}

void arena_free(struct arena *a)
{
	for (struct chunk *c = a->chunks, *next; c; c = next) {
		next = c->next;
		free(c);
	}
	*a = (struct arena){ 0 };
}

size_t arena_size(const struct arena *a)
{
	size_t n = 0;

	for (const struct chunk *c = a->chunks; c; c = c->next)
		n += c->room;
	return n;
}
