/* orgpath.h - which community is meant by its name as people write it. */
#ifndef CORE_FIND_ORGPATH_H
#define CORE_FIND_ORGPATH_H

#include "core/read/read.h"

/* 梧桐社区, 梧桐, 梧桐社区居委会, 向阳区北山街道梧桐社区, 北山-梧桐, 230402001001, or a name that it had; what may
 * stand behind a name says ORG_SUFFIX of codes.yaml.  Whole names only: nothing is guessed from a part.
 * *before: the name is one it had, or of one that has gone over to it.  None and several are RC_NOT_FOUND and
 * RC_INVALID with what to write instead.  Inside enter(). */
enum rc community_named(struct session *, struct arena *, str typed, uint64_t *id, bool *before,
	struct err *) MUST_CHECK;

#endif
