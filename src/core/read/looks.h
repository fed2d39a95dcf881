/* looks.h - who looked at what: remembered while a session runs, for the log. */
#ifndef CORE_READ_LOOKS_H
#define CORE_READ_LOOKS_H

#include "core/read/view.h"

/* A look goes into the log with the next commit, or a few seconds later (work/save.c): it waits for no disk. */
void look_note(struct session *, struct note);
/* Whoever reads a record of a family has looked at the family: once a session and day.  act: view, denied. */
void look_at(struct session *, const char *act, uint64_t family);
/* They have been written. */
void looks_written(struct session *);
void looks_drop(struct session *);

/* May this person know who looked at a family?  Its own contacts, the supervisors there, and whom the log is for. */
enum rc looks_may_know(struct session *, uint64_t family, struct err *) MUST_CHECK;

#endif
