/* lib.h - functions of a shared library that is loaded when it is first needed: who never writes a workbook pays
 * neither time nor memory for it. */
#ifndef BASE_LIB_H
#define BASE_LIB_H

#include "base/err.h"

/* A table of functions of which the first member is made by LIB_MEMBER, the second by LIB_NAME:
 *
 *	#define FUNCTIONS(F) F(unzOpen2) F(unzClose)
 *	static struct { FUNCTIONS(LIB_MEMBER) } z;
 *	static const struct lib_function functions[] = { FUNCTIONS(LIB_NAME) };   with #define LIB z
 *
 * The types come from the library's own header. */
#define LIB_MEMBER(f) __typeof__(f) *f;
#define LIB_NAME(f) { #f, &LIB.f },

struct lib_function { const char *name; void *at; }; /* at: the address of the pointer to fill */
struct lib {
	const char *file;    /* as the loader knows it: libexpat.so.1 */
	const char *package; /* what to install where it is not there */
	const struct lib_function *function;
	size_t n;
	bool loaded;
};

/* Fills the table, once.  RC_IO when the library is not there or is another one: the sentence names the package. */
enum rc lib_load(struct lib *, struct err *) MUST_CHECK;

#endif
