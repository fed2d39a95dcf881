/* vec.h - arrays that grow in an arena, so that nothing is dropped for want of room.
 *
 *   struct ids { VEC(uint64_t); };           members p, n, cap; all-zero is empty
 *   *vec_add(a, &ids) = id;                  the new last element, zeroed */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(T) \
	T *p;  \
	size_t n, cap

#define vec_add(a, v)                                                          \
	((v)->p = vec_room((a), (v)->p, (v)->n, &(v)->cap, sizeof *(v)->p), &(v)->p[(v)->n++])

/* For qsort() and bsearch() over numbers of records. */
static inline int by_number(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

/* Room for one element behind n; what was there is copied when it moves. */
static inline void *vec_room(struct arena *a, void *p, size_t n, size_t *cap, size_t size)
{
	void *more;

	if (n < *cap)
		return p;
	*cap = *cap * 2 + 8;
	more = arena_new(a, size * *cap);
	if (n)
		memcpy(more, p, n * size);
	return more;
}

#endif
