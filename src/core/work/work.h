/* work.h - all that writes: save, void, hand over, join, split, undo, drafts; and what was written before. */
#ifndef CORE_WORK_WORK_H
#define CORE_WORK_WORK_H

#include "core/read/read.h"

/* A new record with what is usual filled in (visit: today, by me; family: opened today ...).
 * about: the family it belongs to, or 0. */
enum rc session_new(struct session *, struct arena *, const struct rec_type *, uint64_t about,
	struct rec **, struct err *) MUST_CHECK;

struct save {
	const struct rec_type *type;
	const struct rec *base; /* NULL creates */
	struct rec *rec;
	uint64_t id;            /* out */
	bool merged;            /* out: somebody else's change was kept as well */
	const struct field **conflict; /* out, with RC_CONFLICT; in the caller's arena */
	size_t nconflict;
};
/* All or nothing.  why may be "".  A new family with its head: saves[0] the family (head unset),
 * saves[1] the person (family unset): an unset F_REQUIRED ref to a type saved earlier in the same
 * call is filled with that record's new id, and family.head with the first person. */
enum rc session_save(struct session *, struct arena *, str why, struct save *, size_t n,
	struct err *) MUST_CHECK;
/* The same for many at once, logged as an import; one undo takes all of it back.  *refused (may be NULL) is
 * the save that was refused, n when none of them is to blame. */
/* follows: the rules follow, as from a save; without, all that is told happened long ago and was followed then. */
enum rc session_import(struct session *, struct arena *, str why, bool follows, struct save *, size_t n,
	size_t *refused, struct err *) MUST_CHECK;
enum rc session_void(struct session *, const struct rec_type *, uint64_t id, str why,
	struct err *) MUST_CHECK;
/* One entry in the log for what changed nothing: act is a key of AUDIT (search, when it led somewhere;
 * print), text what was searched or printed. */
enum rc session_log(struct session *, str act, str text, const struct rec_type *, uint64_t id,
	struct err *) MUST_CHECK;
/* The same, and that it was about these families, an entry each; *number is the first entry's. */
enum rc session_log_about(struct session *, str act, str text, const struct rec_type *, uint64_t id,
	const uint64_t *family, size_t n, uint64_t *number, struct err *) MUST_CHECK;

/* What need not wait for the disk: a search that led somewhere, a sheet for a family; with the next commit. */
void session_look(struct session *, const char *act, str text, const struct rec_type *, uint64_t id);
/* Writes what was looked at and is not in the log yet, if there is anything. */
enum rc session_looks_write(struct session *, struct err *) MUST_CHECK;

/* ---- what is masked ------------------------------------------------------------------------- */

/* Why somebody wants to see it: of LOOK_WHY, and in their own words. */
struct reason_for { code code; str words; };
/* A reason as it is typed: the name of one of them, else words. */
struct reason_for reason_of(const struct session *, str text);
/* The fields of a record that this person sees masked and may have shown; RC_NOT_FOUND when nothing is masked,
 * RC_DENIED when no reason helps. */
enum rc session_masked(struct session *, struct arena *, const struct rec_type *, uint64_t id,
	const struct field ***, size_t *n, struct err *) MUST_CHECK;
/* Logs it, then shows it for a minute in this session: session_revealing() in read.h.  *out is the value. */
enum rc session_reveal(struct session *, struct arena *, const struct rec_type *, uint64_t id, str field,
	const struct reason_for *, val *out, struct err *) MUST_CHECK;

/* An emergency: all of a family within reach in clear for who asks, for some hours (office.yaml); its supervisors are
 * reminded of it at once. */
enum rc session_may_emergency(struct session *, uint64_t family, struct err *) MUST_CHECK;
enum rc session_emergency(struct session *, uint64_t family, const struct reason_for *, struct err *) MUST_CHECK;

/* ---- what one may do ------------------------------------------------------------------------ */

/* Told before one begins, by the rules that the write transaction asks again: RC_DENIED with the sentence
 * that the save would be refused with.  start: the record as the form begins (session_new); what it lies by
 * is what the act is about. */
enum rc session_may_create(struct session *, const struct rec_type *, const struct rec *start, struct err *)
	MUST_CHECK;
enum rc session_may_change(struct session *, const struct rec_type *, uint64_t id, struct err *) MUST_CHECK;
enum rc session_may_void(struct session *, const struct rec_type *, uint64_t id, struct err *) MUST_CHECK;
/* May this field have another value than it has?  start: as the form began, a new record has no number;
 * rec: with what has been typed.  Admits what depends on the value. */
enum rc session_may_set(struct session *, const struct rec_type *, const struct rec *start,
	const struct rec *rec, const struct field *, struct err *) MUST_CHECK;
struct handover; /* to 0: to whomever */
enum rc session_may_hand_over(struct session *, const struct handover *, struct err *) MUST_CHECK;
enum rc session_may_merge(struct session *, uint64_t from, uint64_t to, struct err *) MUST_CHECK;
/* May this person give lists away; those about a record (NULL or 0: about none)?  What they see of them is another question. */
enum rc session_may_export(struct session *, const struct rec_type *about, uint64_t id, struct err *) MUST_CHECK;
/* Records of a type, wherever they lie: RC_DENIED is the role's, and for good. */
enum rc session_may_ever(struct session *, const struct rec_type *, struct err *) MUST_CHECK;

/* ---- many records at once -------------------------------------------------------------------- */

/* The families go from one contact person to another on a day: the old assignments end the day
 * before, the new ones start with the handover's date and end as the old ones would have; what was
 * planned for the one is planned for the other.  One commit, one undo.  n 0: all of them.  reason: key of
 * ASSIGN_REASON, "" = the load is shared anew.  *moved counts families. */
struct handover { uint64_t from, to; date on; str reason; const uint64_t *family; size_t n; };
enum rc session_handover(struct session *, struct arena *, const struct handover *, size_t *moved,
	struct err *) MUST_CHECK;
/* Two files of one family become one: everything that belongs to `from` goes to `to`, and `from` is
 * closed with reason 并入其他档案.  A person of both is one afterwards.  taken are the fields of the
 * family that come from the file that ends.  *moved counts the records that went over.  One commit;
 * undo takes it apart again. */
enum rc session_merge(struct session *, struct arena *, uint64_t from, uint64_t to,
	const struct field *const *taken, size_t ntaken, size_t *moved, struct err *) MUST_CHECK;
/* A family splits (divorce): these members get a file of their own in the same community, with the
 * same contact persons; the child stays recorded in both.  Returns the new family. */
enum rc session_split(struct session *, struct arena *, uint64_t family, const uint64_t *person,
	size_t n, uint64_t *made, struct err *) MUST_CHECK;

/* ---- history, undo -------------------------------------------------------------------------- */

struct past { /* one field changed once */
	uint64_t entry, commit;
	moment at;
	str who, act, why;
	const struct field *field; /* NULL for the line of an act without fields */
	str was, is;               /* as people read them, masked like the record */
};
enum rc session_history(struct session *, struct arena *, const struct rec_type *, uint64_t id,
	struct past **, size_t *n, struct err *) MUST_CHECK;

struct undo { uint64_t commit; str title; struct past *past; size_t n; };
/* My own last change that has not been undone, and what undoing it would do (was = now). */
enum rc session_undo_peek(struct session *, struct arena *, struct undo *, struct err *)
	MUST_CHECK; /* RC_NOT_FOUND: nothing to undo */
/* Writes the compensating entry; RC_CONFLICT when somebody changed a field meanwhile. */
enum rc session_undo(struct session *, uint64_t commit, struct err *) MUST_CHECK;

/* ---- drafts --------------------------------------------------------------------------------- */

struct unsaved {
	const struct rec_type *type;
	const struct rec *base; /* NULL = new */
	struct rec *rec;
	str screen, field, key;
	moment at;
	str title;              /* 走访记录 王秀兰 (梧桐-1), 12 分钟前 */
};
/* Cheap: no fsync, no LMDB.  key tells drafts of one person apart: "visit:new:family:7". */
enum rc session_draft_save(struct session *, const struct unsaved *, struct err *) MUST_CHECK;
enum rc session_drafts(struct session *, struct arena *, struct unsaved **, size_t *n,
	struct err *) MUST_CHECK;
void session_draft_drop(struct session *, str key);

enum rc session_may_spread(struct session *, uint64_t task, size_t *n, struct err *) MUST_CHECK;
/* A task is split down: one for each place right below that has none of it yet; how many. */
enum rc session_spread(struct session *, struct arena *, uint64_t task, size_t *n, struct err *) MUST_CHECK;

/* A day of the association (by name or label): its activity is planned and its steps become tasks of one's own unit, in
 * one commit; of who does not supervise, the activity alone. */
enum rc session_may_prepare(struct session *, str day, struct err *) MUST_CHECK;
enum rc session_prepare(struct session *, struct arena *, str day, uint64_t *activity, size_t *steps, struct err *)
	MUST_CHECK;

#endif
