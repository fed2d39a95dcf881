/* glass.h - an emergency: one family within reach is in clear for who asked, for a few hours. */
#ifndef CORE_READ_GLASS_H
#define CORE_READ_GLASS_H

#include "core/read/reach.h"

/* Until when this person has the family in clear; v 0: they have not.  Inside enter(). */
moment glass_until(struct session *, uint64_t family);
/* How far away a record lies for the eye: a family behind broken glass is as one's own; for writing it is where it
 * was. */
enum reach glass_sight(struct session *, uint64_t family, enum reach);
/* One of them may have ended. */
void glass_pass(struct session *);
void glass_drop(struct session *);

#endif
