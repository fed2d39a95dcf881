/* times.h - measuring: the clock, the order of many times, one line of figures. */
#ifndef BENCH_TIMES_H
#define BENCH_TIMES_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000 + t.tv_nsec;
}

static inline int by_size(const void *x, const void *y)
{
	int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;

	return a < b ? -1 : a > b;
}

/* name, class, n, then p50, p99 and max in microseconds, then hits; sorts the times. */
static inline void report(const char *name, const char *class, int64_t *t, size_t n, double hits)
{
	if (n == 0)
		return;
	qsort(t, n, sizeof *t, by_size);
	printf("%s\t%s\t%zu\t%.1f\t%.1f\t%.1f\t%.1f\n", name, class, n, (double)t[n / 2] / 1e3,
		(double)t[n * 99 / 100] / 1e3, (double)t[n - 1] / 1e3, hits);
}

#endif
