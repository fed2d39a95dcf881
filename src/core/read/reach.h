/* reach.h - how far away a record lies from who is at work, and the walk over what they reach. */
#ifndef CORE_READ_REACH_H
#define CORE_READ_REACH_H

#include "core/read/view.h"

/* Own family, my part of the tree, there but closed long ago, beyond; and what is not there at all for me, by
 * any road: no name, no number, no count tells of it. */
enum reach { REACH_OWN, REACH_SCOPE, REACH_SEALED, REACH_OUTSIDE, REACH_ABSENT };
enum reach rights_reach(struct session *, uint64_t family);
bool rights_org(struct session *, uint64_t org); /* does it lie in my part of the tree? */
bool rights_line(struct session *, uint64_t org); /* or am I in a part of its? */
bool rights_community(struct session *, uint64_t org); /* and do I reach the families that live there? */
/* Are there families for me beside those I am linked to? */
bool rights_any_family(const struct session *);
/* Of any record: by its family, else by its unit; what has neither is the whole office's.  Of a unit beside mine
 * only what is open is there. */
enum reach reach_of(struct session *, const struct rec_type *, const struct rec *);
bool rights_placed(const struct rec_type *, const struct rec *); /* is it known where it lies? */
/* Is a file closed so long that what is sensitive in it is sealed? */
bool rights_sealed(const struct session *, const struct family *);
uint64_t rights_family(struct session *, const struct rec_type *, const struct rec *);
/* Sorted ids of the families I am a live contact of, or cover for.  Inside enter(). */
void rights_mine(struct session *, const uint64_t **ids, size_t *n);
/* Sorted ids of the orgs of my part of the tree. */
void rights_orgs(struct session *, const uint64_t **ids, size_t *n);
/* Those whose families I reach, for counting. */
void rights_communities(struct session *, const uint64_t **ids, size_t *n);
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

#endif
