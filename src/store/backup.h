/* backup.h - the whole office in one sealed file, made while people work, and laid out again.
 *
 * A backup is DIR/qinqing-000007-2026-05-06.backup: the office's data (a copy without free pages), its settings,
 * drafts and SSH keys, compressed, sealed to the public keys (seal.h).  It appears under its name when it is
 * whole and on the disk; until then it is called .part.  What lies in outbox/ and present/ is not in it. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/date.h"
#include "base/vec.h"
#include "store/seal.h"
#include "store/store.h"

/* The head of the log's chain as people note it down: its number, -, 64 hex digits. */
enum rc store_head(struct store *, struct arena *, str *head, struct err *) MUST_CHECK;
/* RC_IO: the log up to there is not the one that head was noted from. */
enum rc store_since(struct store *, str head, struct err *) MUST_CHECK;

struct backup {
	int64_t number;
	moment made;
	str head;      /* the log up to here is within; commits while it was copied may be, too */
	str path;
	uint64_t size; /* bytes */
};

struct backups { VEC(struct backup); }; /* by their numbers */

/* Refuses while another one is made there. */
enum rc backup_make(struct store *, struct arena *, const char *dir, const struct seal_key *to, size_t n,
	struct backup *, struct err *) MUST_CHECK;
/* Those of a directory by their names, without looking into them: head is "". */
enum rc backup_list(struct arena *, const char *dir, struct backups *, struct err *) MUST_CHECK;
/* Proves what can be proven without the secret key: whole, and as it was written. */
enum rc backup_prove(struct arena *, const char *path, struct backup *, struct err *) MUST_CHECK;
/* Proves it and reads all of it; into (may be NULL: nothing is written) is a directory that exists and is empty. */
enum rc backup_unpack(struct arena *, const char *path, const struct seal_key *secret, const char *into,
	struct backup *, struct err *) MUST_CHECK;

/* "7d,5w,12m": of each of the last 7 days, 5 weeks (Monday first) and 12 months that have a backup, the newest one. */
struct keep { int days, weeks, months; };
enum rc keep_read(str text, struct keep *, struct err *) MUST_CHECK;
/* Which of all (by their numbers) stay: stays[i].  The newest always does. */
void keep_choose(const struct backups *all, struct keep, bool *stays);
/* Removes the others; *gone of them. */
enum rc backup_prune(struct arena *, const char *dir, struct keep, size_t *gone, struct err *) MUST_CHECK;

/* When the last one of this office was made ({0}: never), as the office itself remembers. */
moment backup_last(const char *data);
bool backup_remember(const char *data, moment);

#endif
