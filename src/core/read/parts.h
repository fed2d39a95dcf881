/* parts.h - reading a family with everything that belongs to it; unmasked, for rules and facts.  Inside enter(). */
#ifndef CORE_READ_PARTS_H
#define CORE_READ_PARTS_H

#include "core/records/assignment.h"
#include "core/read/view.h"

/* A family's parts, in the order people expect.  Inside enter(). */
struct parts { struct rec **rec; size_t n; };
/* All records of a type that belong to a family, by its index "family". */
enum rc family_parts(struct session *, struct arena *, const struct rec_type *, uint64_t family,
	struct parts *, struct err *) MUST_CHECK;
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
/* A visit as the index of a family's visits keeps it. */
struct seen { moment when; const struct code_item *mode, *outcome; uint64_t by; };
struct visits { struct seen *seen; uint64_t *id; size_t n; };
/* Not voided ones, newest first, at most most of them. */
enum rc family_visits(struct session *, struct arena *, uint64_t family, size_t most,
	struct visits *, struct err *) MUST_CHECK;
/* Does its occasion or the mood it met carry this attribute of codes.yaml: heavy, crisis? */
bool visit_is(const struct session *, const struct visit *, const char *attribute);
/* Assignments that are held: past.h says which on a day. */
struct filled { const struct assignment **by; size_t n; };
bool post_filled(const struct filled *, str post);
/* Are all dual posts, each by another person? */
bool duals_filled(const struct codebook *, const struct filled *);
int family_completeness(struct session *, struct arena *, const struct family *,
	const struct person *head); /* percent */
str family_short(struct session *, struct arena *, const struct family *); /* 梧桐-7 */
uint64_t org_by_code(struct session *, str division_code); /* 0: there is none */
str org_short(struct session *, struct arena *, uint64_t org);

#endif
