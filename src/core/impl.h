/* impl.h - what the files of core/ share of a session and nobody above may see. */
#ifndef CORE_IMPL_H
#define CORE_IMPL_H

#include "base/buf.h"
#include "base/str.h"
#include "base/tr.h"
#include "base/vec.h"
#include "core/records/assignment.h"
#include "core/records/household.h"
#include "core/rules/due.h"
#include "core/session.h"
#include "store/draft.h"
#include "store/store.h"

/* What a snapshot, and the day, made of something that is kept until one of them moves. */
struct seen_at { uint64_t tick; int32_t day; };
/* Numbers of records, sorted. */
struct remembered { VEC(uint64_t); struct arena a; struct seen_at at; };

struct session {
	struct arena *a;         /* program lifetime */
	struct office *office;
	struct store *store;
	struct schema schema;
	struct lex lex;
	struct me me;
	const struct role *role; /* NULL for the administrator */
	const char *data;
	bool read_only;
	struct snap *view;       /* the snapshot in use, or the view of a running commit */
	int depth;               /* how many enter() are open */
	struct seen_at me_at;    /* when the record of who is at work was last read */
	bool ended;              /* and it said that their work here is over */
	struct remembered mine, orgs;  /* reach.c: my families, the orgs of my part of the tree */
	struct err trouble;      /* what could not be read while this question was answered */
	struct scores *scores;   /* scores.c: what the boards count, kept between two looks */
};

/* Open the snapshot unless one is open already; every enter() needs its leave().  Whose post has ended
 * does not come in. */
enum rc enter(struct session *, struct err *) MUST_CHECK;
void leave(struct session *);
/* The same with the answer: what could not be read on the way is the answer of the whole question. */
enum rc leave_with(struct session *, enum rc, struct err *) MUST_CHECK;
/* A rule that can only say "none" could not read: not there and not readable are two answers. */
void trouble(struct session *, const struct err *);
enum rc troubled(struct session *, enum rc, struct err *) MUST_CHECK; /* the first of both */
/* Is who is at work still so, in this view?  Role and scope follow the record.  Cheap. */
enum rc still_here(struct session *, struct err *) MUST_CHECK;
/* What is remembered of a snapshot is read again in the next. */
void forget_view(struct session *);

const struct rec_type *type_of(const struct session *, const struct rec_type *shipped);

/* Unmasked reads for rules and facts; NULL when there is none; what cannot be read is trouble().  Inside
 * enter(). */
struct rec *peek(struct session *, struct arena *, const struct rec_type *, uint64_t id);
/* Void ones, too. */
struct rec *peek_any(struct session *, struct arena *, const struct rec_type *, uint64_t id);
struct family *peek_family(struct session *, struct arena *, uint64_t id);
struct person *peek_person(struct session *, struct arena *, uint64_t id);
struct worker *peek_worker(struct session *, struct arena *, uint64_t id);
struct org *peek_org(struct session *, struct arena *, uint64_t id);

/* A family's parts, in the order people expect.  Inside enter(). */
struct parts { struct rec **rec; size_t n; };
/* All records of a type that belong to a family, by its index "family". */
enum rc family_parts(struct session *, struct arena *, const struct rec_type *, uint64_t family,
	struct parts *, struct err *) MUST_CHECK;
/* "#######...": n of all in ten characters; '!' behind it when it is more than all. */
str chart_bar(struct arena *, int64_t n, int64_t all);
bool has_key(str keys, str key);             /* is key among the keys of a codes field? */
enum rc family_persons(struct session *, struct arena *, uint64_t family, struct parts *,
	struct err *) MUST_CHECK; /* head and spouse first, living before dead */
void sort_persons(struct session *, struct arena *, struct parts *); /* in this order */
enum rc family_assignments(struct session *, struct arena *, uint64_t family, bool live_only,
	struct parts *, struct err *) MUST_CHECK;
enum rc family_assignments_on(struct session *, struct arena *, uint64_t family, date on,
	struct parts *, struct err *) MUST_CHECK; /* those that run on that day */
/* The families whose contact person a worker is on that day; once for each post. */
struct held { VEC(uint64_t); };
enum rc worker_families(struct session *, struct arena *, uint64_t worker, date on, struct held *,
	struct err *) MUST_CHECK;
struct visits { struct seen *seen; uint64_t *id; size_t n; };
/* Not voided ones, newest first, at most most of them. */
enum rc family_visits(struct session *, struct arena *, uint64_t family, size_t most,
	struct visits *, struct err *) MUST_CHECK;
/* Does its occasion or the mood it met carry this attribute of codes.yaml: heavy, crisis? */
bool visit_is(const struct session *, const struct visit *, const char *attribute);
/* Those of these assignments that are held on that day, by somebody of a unit that may hold them in the
 * community the family then lives in. */
struct filled { const struct assignment **by; size_t n; };
enum rc posts_filled(struct session *, struct arena *, const struct parts *live, uint64_t community,
	date on, struct filled *, struct err *) MUST_CHECK;
bool post_filled(const struct filled *, str post);
/* Are all dual posts, each by another person? */
bool duals_filled(const struct codebook *, const struct filled *);
enum rc family_due(struct session *, struct arena *, const struct family *, struct due *,
	struct err *) MUST_CHECK;
enum rc family_due_on(struct session *, struct arena *, const struct family *, date on,
	struct due *, struct err *) MUST_CHECK; /* as it stood at the end of that day */
int family_completeness(struct session *, struct arena *, const struct family *,
	const struct person *head); /* percent */
str family_short(struct session *, struct arena *, const struct family *); /* 梧桐-7 */
uint64_t org_by_code(struct session *, str division_code); /* 0: there is none */
str org_short(struct session *, struct arena *, uint64_t org);

/* rules.c: keep the text of care.yaml with the day it came into force, and read the older ones. */
enum rc rules_open(struct session *, struct err *) MUST_CHECK;

/* lookup.c: what a family contributes to the look-up index; struct schema's derive. */
enum rc lookup_derive(void *session, struct snap *, struct arena *, uint64_t family,
	struct lookset *, struct err *);

/* lex.c: naming records and finding the one that was typed. */
str lex_ref_text(void *session, struct arena *, const char *type, uint64_t id);
enum rc lex_ref_find(void *session, struct arena *, const char *type, str typed, uint64_t *id,
	struct err *);

/* reach.c: how far away a record lies. */
/* Own family, my part of the tree, there but closed long ago, beyond. */
enum reach { REACH_OWN, REACH_SCOPE, REACH_SEALED, REACH_OUTSIDE };
enum reach rights_reach(struct session *, uint64_t family);
bool rights_org(struct session *, uint64_t org); /* does it lie in my part of the tree? */
/* Of any record: by its family, else by its unit; what has neither is the whole office's. */
enum reach reach_of(struct session *, const struct rec_type *, const struct rec *);
/* Is a file closed so long that what is sensitive in it is sealed? */
bool rights_sealed(const struct session *, const struct family *);
uint64_t rights_family(struct session *, const struct rec_type *, const struct rec *);
/* Sorted ids of the families I am a live contact of, or cover for.  Inside enter(). */
void rights_mine(struct session *, const uint64_t **ids, size_t *n);
/* Sorted ids of the orgs of my part of the tree. */
void rights_orgs(struct session *, const uint64_t **ids, size_t *n);
/* The range of division codes of my scope. */
struct lookrange rights_scope(struct session *);
/* The families I reach, community by community, then my own of other places; sparse records of index
 * "community". */
struct family_walk {
	struct session *s;
	struct arena *a;
	const uint64_t *org, *mine;
	size_t norgs, nmine, at_org, at_mine;
	bool open;
	struct cursor c;
};
void read_families(struct session *, struct arena *, struct family_walk *);
enum rc next_family(struct family_walk *, const struct family **, struct err *) MUST_CHECK; /* RC_END */

/* rights.c: who sees what. */
bool rights_clear(struct session *, enum reach, const struct field *);
/* Does this person see, of families as far away, this field as it is, or nothing that tells more? */
bool rights_tells(struct session *, enum reach, const struct field *);
enum rc rights_may_open(struct session *, const struct rec_type *, const struct rec *, struct err *)
	MUST_CHECK;
/* Masks in place what this person may not see. */
void rights_mask(struct session *, struct arena *, const struct rec_type *, struct rec *);
/* The same for one value of a record, of now or of before. */
val rights_value(struct session *, struct arena *, const struct rec_type *, const struct rec *,
	enum reach, const struct field *, val);

/* may.c: who may write what; asked inside the write transaction. */
enum rc rights_may_write(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;
/* Taking over a family from another contact person: the successor's own act, one family at a time. */
enum rc rights_may_accept(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;
/* One's own last change, as long as what it changed is within reach. */
enum rc rights_may_undo(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;

/* door.c: the door through which records leave.  Inside enter(). */
enum rc read_get(struct session *, struct arena *, const struct rec_type *, uint64_t id, struct rec **,
	struct err *) MUST_CHECK;
/* The record as it is, or as it last was before an older program removed it; unmasked, for its owner. */
enum rc read_last(struct session *, struct arena *, const struct rec_type *, uint64_t id, struct rec **,
	struct err *) MUST_CHECK;
/* May this person see what became of this record? */
enum rc read_past(struct session *, struct arena *, const struct rec_type *, uint64_t id,
	struct rec **last, enum reach *, struct err *) MUST_CHECK;
/* Entries of the log that this person may see, the newest first: n of them from the at-th on; *total is
 * how many there are. */
struct entries { VEC(struct entry *); };
enum rc read_log(struct session *, struct arena *, size_t at, size_t n, struct entries *, size_t *total,
	struct err *) MUST_CHECK;

void scores_drop(struct session *); /* scores.c: gives back what the boards kept */

/* rules/after/: what follows from a record that was written, in the same commit: its dated past is kept,
 * and the rules are followed. */
enum rc rules_after(struct session *, struct txn *, const struct rec_type *, const struct rec *was,
	const struct rec *is, bool dated, bool follow, struct err *) MUST_CHECK;

/* save.c: hands operations to the store.  may is asked of each inside the write transaction, on the
 * records as they are then; NULL: the act has been asked for already. */
struct act {
	str name;             /* key of AUDIT */
	/* Asked once, before anything is written: is what the act rests on still so?  NULL: it rests on nothing. */
	enum rc (*first)(struct session *, struct arena *, const struct act *, struct err *);
	enum rc (*may)(struct session *, const struct rec_type *, const struct rec *was,
		const struct rec *is, struct err *);
	bool rules;           /* what follows from it is done, too; what an import brings happened long ago */
	uint64_t undoes;      /* commit number this one takes back, 0 = none */
};
/* Does what follows from its records follow from such an act?  For one that takes another back: from that. */
bool act_follows(str name);
enum rc commit_ops(struct session *, struct arena *, const struct act *, str why, struct op *, size_t n,
	struct err *) MUST_CHECK;
/* The same for saves, whose references to each other are filled in first. */
enum rc save_act(struct session *, struct arena *, const struct act *, str why, struct save *, size_t n,
	struct err *) MUST_CHECK;

/* find.c: families that a line means, ranked; at most most of them. */
struct found { struct lookhit *hit; size_t n, total; };
enum rc find_families(struct session *, struct arena *, str line, size_t most, struct found *,
	struct err *) MUST_CHECK;
/* Families of my part of the tree that are yellow or red. */
enum rc find_due(struct session *, struct arena *, size_t most, struct found *, struct err *)
	MUST_CHECK;

/* row.c: one family as a row, its facts in the order of family_facts. */
extern const char *const family_facts[];
enum rc family_row(struct session *, struct arena *, uint64_t family, struct row *,
	struct due *due_or_null, struct err *) MUST_CHECK;

#endif
