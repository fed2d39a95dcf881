/* err.c - filling in a struct err. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

static void fill(struct err *e, enum rc rc, const char *field, const char *fmt, va_list ap)
{
	size_t n;

	e->rc = rc;
	e->field = field;
	vsnprintf(e->msg, sizeof e->msg, fmt, ap);
	n = strlen(e->msg);
	if (n < sizeof e->msg - 1)
		return;
	/* Cut: never leave half a character. */
	while (n && ((unsigned char)e->msg[n - 1] & 0xC0) == 0x80)
		n--;
	if (n)
		e->msg[n - 1] = '\0';
}

enum rc fail(struct err *e, enum rc rc, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fill(e, rc, NULL, fmt, ap);
	va_end(ap);
	return rc;
}

enum rc fail_at(struct err *e, const char *field, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fill(e, RC_INVALID, field, fmt, ap);
	va_end(ap);
	return RC_INVALID;
}
