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
	/* My families, sorted, as of mine_tick; a worker's list is short. */
	struct arena mine_arena;
	uint64_t *mine;
	size_t nmine;
	uint64_t mine_tick;
	struct scores *scores;   /* scores.c: what the boards count, kept between two looks */
};

/* Open the snapshot unless one is open already; every enter() needs its leave(). */
enum rc enter(struct session *, struct err *) MUST_CHECK;
void leave(struct session *);

const struct rec_type *type_of(const struct session *, const struct rec_type *shipped);

/* Unmasked reads for rules and facts; NULL when there is none.  Inside enter(). */
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
/* Is this post held, among these assignments, by somebody who is there on that day and whose unit
 * may hold it? */
bool post_filled(struct session *, struct arena *, const struct parts *live, str post, date on);
/* Are all dual posts, each by another person? */
bool duals_filled(struct session *, struct arena *, const struct parts *live, date on);
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

/* rights.c: the one file that knows who may see and do what. */
/* Own family, my part of the tree, there but closed long ago, beyond. */
enum reach { REACH_OWN, REACH_SCOPE, REACH_SEALED, REACH_OUTSIDE };
enum reach rights_reach(struct session *, uint64_t family);
bool rights_org(struct session *, uint64_t org); /* does it lie in my part of the tree? */
/* Is a file closed so long that what is sensitive in it is sealed (domain.md 3.10, L4)? */
bool rights_sealed(const struct session *, const struct family *);
uint64_t rights_family(struct session *, const struct rec_type *, const struct rec *);
bool rights_clear(struct session *, enum reach, const struct field *);
enum rc rights_may_open(struct session *, const struct rec_type *, const struct rec *, struct err *)
	MUST_CHECK;
/* Masks in place what this person may not see. */
void rights_mask(struct session *, struct arena *, const struct rec_type *, struct rec *);
enum rc rights_may_write(struct session *, const struct rec_type *, const struct rec *base,
	const struct rec *rec, struct err *) MUST_CHECK;
/* Taking over a family from another contact person: the successor's own act, one family at a time. */
enum rc rights_may_accept(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;
/* One's own last change. */
enum rc rights_may_undo(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;
/* Sorted ids of the families I am a live contact of.  Inside enter(). */
void rights_mine(struct session *, const uint64_t **ids, size_t *n);
/* The ranges of division codes of my scope; at least one. */
struct lookrange rights_scope(struct session *);

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
