/* me.h - who is at work, with what role and reach. */
#ifndef CORE_READ_ME_H
#define CORE_READ_ME_H

#include "core/read/view.h"

/* Whoever owns the data directory; and who works here under a login. */
void me_owner(struct session *);
enum rc me_become(struct session *, const char *login, struct err *) MUST_CHECK;
/* 0: nobody has this login. */
enum rc worker_with_login(struct session *, struct arena *, str login, uint64_t *id, struct err *) MUST_CHECK;
/* Is who is at work still so, in this view?  Role and scope follow the record.  Cheap. */
enum rc still_here(struct session *, struct err *) MUST_CHECK;

#endif
