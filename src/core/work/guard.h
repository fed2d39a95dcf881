/* guard.h - who leans on a record; what others lean on is not voided. */
#ifndef CORE_WORK_GUARD_H
#define CORE_WORK_GUARD_H

#include "core/read/view.h"
#include "core/records/kinds.h"

/* Where fields that no index begins with point, read once in an act; all-zero has read nothing. */
struct scans { VEC(struct scan); };

/* A live record that refers to another in this field. */
struct leaning { const struct rec_type *type; const struct field *field; struct rec *rec; };
struct leanings { VEC(struct leaning); };

/* All that lean on a record, wherever they are.  Inside enter(). */
enum rc guard_leaning(struct session *, struct arena *, struct scans *, const struct rec_type *,
	const struct rec *, struct leanings *, struct err *) MUST_CHECK;

/* Asked of every record of a commit when all of them are written: nothing leans on it if it is void now.
 * undoing: how the sentence calls it. */
enum rc guard_voided(struct session *, struct arena *, struct scans *, const struct rec_type *,
	const struct rec *was, const struct rec *is, bool undoing, struct err *) MUST_CHECK;

#endif
