/* base.h - the words every other file uses: str, COUNT, MUST_CHECK; nothing that needs a .c. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))
#define MUST_CHECK __attribute__((warn_unused_result))

/* A borrowed view of UTF-8 bytes: not NUL-terminated, owns nothing.  {NULL, 0} is "nothing". */
typedef struct {
	const char *p;
	uint32_t n;
} str;

#define S(lit) ((str){ "" lit, sizeof(lit) - 1 })
#define STR_FMT(s) (int)(s).n, (s).p /* the arguments of "%.*s" */

static inline str str_of(const char *z)
{
	return (str){ z, z ? (uint32_t)strlen(z) : 0 };
}

static inline bool str_eq(str a, str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

#endif
