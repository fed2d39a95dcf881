/* after.h - what follows from a save, in the same commit and the same undo: one function a record type.
 *
 * A rule runs inside the write transaction, once for each record that was written, and sees everything
 * as it is at that moment; so six colleagues who note the third unanswered call at once raise one
 * alarm.  It says what should be so and leaves alone what is: asked twice it changes nothing. */
#ifndef CORE_RULES_AFTER_H
#define CORE_RULES_AFTER_H

#include "core/office/means.h"
#include "core/read/parts.h"

/* What follows from a record that was written: its dated past is kept, and the rules are followed. */
enum rc rules_after(struct session *, struct txn *, const struct rec_type *, const struct rec *was,
	const struct rec *is, bool dated, bool follow, struct err *) MUST_CHECK;

struct after {
	struct session *s;
	struct txn *txn;
	struct arena *a;
	const struct codebook *codes;
	date today;
	const struct rec *was; /* NULL for a new record */
	const struct rec *is;
};

/* The record as it is now, to be changed in place and given to after_put() with what it was. */
struct edit { const struct rec_type *type; const struct rec *base; struct rec *rec; };
enum rc after_edit(struct after *, const struct rec_type *, uint64_t id, struct edit *, struct err *)
	MUST_CHECK;
enum rc after_put(struct after *, const struct edit *, struct err *) MUST_CHECK;
/* What it was before is no past: the change that made it so is taken away as well. */
enum rc after_put_settled(struct after *, const struct edit *, struct err *) MUST_CHECK;
/* A new record of a family, to be filled in and given to after_put(). */
struct edit after_new(struct after *, const struct rec_type *, uint64_t family);

/* event.c: the events that other records are the cause of. */
/* There is one event of this kind that the cause ("person:6") has opened, and it happened on that day. */
enum rc after_event(struct after *, str cause, uint64_t family, uint64_t person, enum means kind,
	date happened, struct err *) MUST_CHECK;
/* The cause is gone: what it opened was never so. */
enum rc after_no_event(struct after *, str cause, uint64_t family, struct err *) MUST_CHECK;
/* "visit:12" */
str after_cause(struct after *, const struct rec_type *, uint64_t id);

/* dated.c: every change of a field that rules read about other days, kept with its day. */
enum rc after_dated(struct after *, const struct rec_type *, struct err *) MUST_CHECK;
/* A line in the file's history of changes that no field tells: where it came from, its split. */
enum rc after_note(struct after *, uint64_t family, const char *what, str was, str is, date on,
	struct err *) MUST_CHECK;

/* visit.c: is a family one whose silence raises an alarm; and what its visits say of alarms and events when
 * something else than a visit has changed. */
bool after_watched(const struct after *, const struct family *);
enum rc after_calls(struct after *, uint64_t family, struct err *) MUST_CHECK;
enum rc after_known_late(struct after *, uint64_t family, struct err *) MUST_CHECK; /* an event is new, visits are not */

/* One a record type (after_org: org.c). */
enum rc after_person(struct after *, struct err *) MUST_CHECK;
enum rc after_family(struct after *, struct err *) MUST_CHECK;
enum rc after_org(struct after *, struct err *) MUST_CHECK;
enum rc after_visit(struct after *, struct err *) MUST_CHECK;
enum rc after_psych(struct after *, struct err *) MUST_CHECK;
enum rc after_step(struct after *, struct err *) MUST_CHECK;
/* claim.c: claims follow the stay in hospital, the insurance and one another. */
enum rc after_event_itself(struct after *, struct err *) MUST_CHECK;
enum rc after_claim(struct after *, struct err *) MUST_CHECK;
enum rc after_insured(struct after *, struct err *) MUST_CHECK;
enum rc after_policy(struct after *, struct err *) MUST_CHECK;
/* family.c: special support stops for one person, or for all of the family (0); on no day: it has not stopped. */
enum rc after_stop_tefu(struct after *, uint64_t family, uint64_t person, date on, code reason,
	struct err *) MUST_CHECK;

#endif
