/* err.h - why something failed: a code where some caller acts on it, a field for the cursor, and
 * a sentence a community worker understands.  The caller owns it; nothing is allocated. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/base.h"

enum rc {
	RC_OK,
	RC_NOT_FOUND, /* there is no such thing */
	RC_CONFLICT,  /* somebody else changed the same field; err.field says which */
	RC_INVALID,   /* refused: the input breaks a rule; err.field says where */
	RC_DENIED,    /* this person may not do this */
	RC_BUSY,      /* another process holds the write lock */
	RC_IO,        /* disk, map or damage: nothing was written */
	RC_END,       /* a walk has come to its end: no failure */
};

struct err {
	enum rc rc;
	const char *field; /* name of the field the cursor should go to, or NULL */
	char msg[480];     /* what, where, why, what to do: a whole Chinese sentence */
};

/* Fill *e and hand the code back, so that a failure is one line: return fail(e, RC_.., ...).
 * Cuts at a whole character when the message is too long. */
enum rc fail(struct err *e, enum rc rc, const char *fmt, ...) PRINTF(3, 4);
/* The same, and put the cursor on a field. */
enum rc fail_at(struct err *e, const char *field, const char *fmt, ...) PRINTF(3, 4);

/* Hand a failure on: the caller has nothing to clean up. */
#define TRY(call) \
	do { \
		enum rc rc_ = (call); \
		if (rc_ != RC_OK) \
			return rc_; \
	} while (0)

/* The same at the end of a walk: its end is what was wanted. */
#define TRY_END(rc) \
	do { \
		enum rc end_ = (rc); \
		if (end_ != RC_END) \
			return end_; \
	} while (0)

#endif
