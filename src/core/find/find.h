/* find.h - families that a line of words means. */
#ifndef CORE_FIND_FIND_H
#define CORE_FIND_FIND_H

#include "core/read/view.h"

/* Ranked, at most most of them; most 0: all of them, in the order of the index.  total counts all. */
struct found { struct lookhit *hit; size_t n, total; };
enum rc find_families(struct session *, struct arena *, str line, size_t most, struct found *,
	struct err *) MUST_CHECK;
/* All families of my part of the tree that are yellow or red. */
enum rc find_due(struct session *, struct arena *, struct found *, struct err *) MUST_CHECK;

#endif
