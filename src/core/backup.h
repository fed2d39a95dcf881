/* backup.h - the office kept elsewhere, and got back: for whoever looks after it. */
#ifndef CORE_BACKUP_H
#define CORE_BACKUP_H

#include "core/read/read.h"
#include "store/backup.h"

/* The administrator's, to the public keys of office.yaml; refuses an office that names none.  Logged. */
enum rc session_backup(struct session *, struct arena *, const char *dir, struct backup *, struct err *) MUST_CHECK;
/* After session_check() found nothing: is the log up to `noted` the one that it was noted from?  head: as it is now. */
enum rc session_since(struct session *, struct arena *, str noted, str *head, struct err *) MUST_CHECK;
/* Into a directory that is not there or empty; it appears when all of it has been checked.  say: what is wrong. */
enum rc backup_restore(struct arena *, const char *path, const struct seal_key *secret, const char *dir,
	void (*say)(void *, str), void *arg, struct backup *, struct err *) MUST_CHECK;
/* A rehearsal: the newest of dir is restored into side (made for it), checked and removed again. */
enum rc backup_drill(struct arena *, const char *dir, const struct seal_key *secret, const char *side,
	void (*say)(void *, str), void *arg, struct backup *, int64_t *ms, struct err *) MUST_CHECK;
/* What everybody is told: no backup for days, where the office wants them; "" when all is well. */
str backup_warning(struct session *, struct arena *);

#endif
