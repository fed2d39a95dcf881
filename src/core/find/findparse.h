/* findparse.h - what a typed query line means to the look-up index.
 *
 * Words are AND-ed.  A word may mean several things at once, all of which count: 梧桐 is a part of a
 * name, of an address, a community.
 *
 *	王秀  wxl  xl  wangxl  王xl   a name: characters, initials, pinyin, mixed, from any character on
 *	~zang                        the same, and zh=z sh=s ch=c n=l
 *	139  5678  002X              the beginning of a phone; the end of a phone or a citizen id
 *	12-3-501  12栋3单元501        building, unit, room
 *	梧桐-7  wt7  w7  wutong-7  230402001001-0007  file number; 7 for who works in one community
 *	梧桐  三社区                  community by any of its names
 *	周敏                         the families of a worker
 *	kind:失独 level:红 due:overdue closed:yes org:... worker:... */
#ifndef CORE_FINDPARSE_H
#define CORE_FINDPARSE_H

#include "core/read/view.h"

/* Fills q->term; inside enter().  RC_INVALID: a filter that does not exist, or a value of one. */
enum rc find_parse(struct session *, struct arena *, str line, struct lookquery *q, struct err *)
	MUST_CHECK;

/* findname.c: the conditions of a name; letters and characters may be mixed.  Returns how many were
 * written to out (at most max), 0 when it is no name. */
size_t find_name_conds(str word, bool fuzzy, struct lookcond *out, size_t max);

#endif
