/* draft.h - unfinished text, one small file per person and record, outside LMDB.
 *
 * Written while typing every few seconds without fsync, so that a disk stall never freezes the
 * keyboard, and on hang-up.  Under DIR/drafts/, mode 0600; written beside and renamed. */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"

struct draft {
	str who;    /* login */
	str key;    /* "visit:new:family:7", "family:7" */
	str screen; /* which form to open */
	moment at;
	str base, rec; /* encoded records; base empty when new */
	str field;  /* where the cursor was */
};

enum rc draft_save(const char *dir, const struct draft *, struct err *) MUST_CHECK;
/* All drafts of one person, newest first. */
enum rc draft_list(struct arena *, const char *dir, str who, struct draft **, size_t *n,
	struct err *) MUST_CHECK;
void draft_drop(const char *dir, str who, str key); /* no draft is no fault */

#endif
