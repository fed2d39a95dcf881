/* refer.h - which record was meant by what was typed. */
#ifndef CORE_FIND_REFER_H
#define CORE_FIND_REFER_H

#include "core/read/read.h"

/* "family:7", "梧桐-7", "230402001001-0007", or a query with exactly one hit. */
enum rc session_ref(struct session *, str text, const struct rec_type **, uint64_t *id,
	struct err *) MUST_CHECK;

/* struct lex's ref_find. */
enum rc refer_find(void *session, struct arena *, const char *type, str typed, uint64_t *id,
	struct err *);

#endif
