/* save.h - the one way anything is written: operations handed to the store, each asked whether it may be. */
#ifndef CORE_WORK_SAVE_H
#define CORE_WORK_SAVE_H

#include "core/read/view.h"
#include "core/work/work.h"

/* may is asked of each operation inside the write transaction, on the records as they are then; NULL: the
 * act has been asked for already. */
struct act {
	str name;             /* key of AUDIT */
	/* Asked once, before anything is written: is what the act rests on still so?  NULL: it rests on nothing. */
	enum rc (*first)(struct session *, struct arena *, const struct act *, struct err *);
	enum rc (*may)(struct session *, const struct rec_type *, const struct rec *was,
		const struct rec *is, struct err *);
	bool rules;           /* what follows from it is done, too; what an import brings happened long ago */
	uint64_t undoes;      /* commit number this one takes back, 0 = none */
	uint64_t *number;     /* out: of the commit; may be NULL */
	size_t *refused;      /* out: the operation that was refused, n when it was none of them; may be NULL */
};
/* Does what follows from its records follow from such an act?  For one that takes another back: from that. */
bool act_follows(str name);
/* Where the person sits: the SSH client's address or the terminal; for the log only. */
str client_address(struct arena *);
enum rc commit_ops(struct session *, struct arena *, const struct act *, str why, struct op *, size_t n,
	struct err *) MUST_CHECK;
/* reveal.c: is a reason given, and can it be logged? */
enum rc reason_given(struct session *, const struct reason_for *, struct err *) MUST_CHECK;
/* The same for saves, whose references to each other are filled in first. */
enum rc save_act(struct session *, struct arena *, const struct act *, str why, struct save *, size_t n,
	struct err *) MUST_CHECK;
/* early.c: may all that such a save writes be written?  Asked before the commit begins.  Inside enter(). */
enum rc early_may_save(struct session *, const struct save *, struct err *) MUST_CHECK;

#endif
