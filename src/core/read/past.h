/* past.h - a family and its parts as they were on a day: the changes kept by rules/after/dated.c turned
 * back.  Rules and boards that speak of another day than today read through this, never a present field. */
#ifndef CORE_READ_PAST_H
#define CORE_READ_PAST_H

#include "core/read/parts.h"

/* One change of one field of one record; values as stored. */
struct turn {
	uint64_t no;            /* of its record: what was recorded later has the higher one */
	uint64_t family;
	const struct rec_type *type; /* of the record it is about */
	uint64_t id;
	const struct field *field;
	str was, is;
	date effective;
};
struct turns { VEC(struct turn); }; /* the one recorded last comes first */
/* Is it about this record; and did it take a record of this type to another family? */
bool turn_is_of(const struct turn *, const struct rec_type *, uint64_t id);
bool turn_moved(const struct turn *, const struct rec_type *);

/* Everybody's changes that took effect after a day, family by family; and those of one of them. */
enum rc turns_after(struct session *, struct arena *, date, struct turns *, struct err *) MUST_CHECK;
struct turns turns_of(const struct turns *, uint64_t family);
/* The changes of one record, or of one of its fields (NULL: all). */
enum rc turns_about(struct session *, struct arena *, const struct rec_type *, uint64_t id,
	const char *field, struct turns *, struct err *) MUST_CHECK;
/* The record as it was on the day, in place.  A change is turned back where it is what made the record so. */
enum rc turn_back(struct session *, struct arena *, const struct turns *, const struct rec_type *,
	struct rec *, date on, struct err *) MUST_CHECK;

struct family_view {
	struct session *s;
	struct arena *a;
	date on;
	struct family *family;
	struct turns later;     /* what took effect after the day; usually nothing */
	struct reading *read;   /* the records as they are now, each read once for the views of all days */
};
/* f is the family as it is now; the view has it as it was. */
enum rc view_open(struct session *, struct arena *, const struct family *f, date on,
	struct family_view *, struct err *) MUST_CHECK;
/* The same family on a later day than the view's own, without reading anything again; what the earlier
 * views gave is changed by it. */
enum rc view_later(const struct family_view *, date on, struct family_view *, struct err *) MUST_CHECK;
/* The next day on which a date stands in what the views have read, or has just gone by; INT32_MAX: none.  And
 * the last day that something happened on: a visit, a change, the beginning of an agreement. */
date view_next_date(const struct family_view *);
date view_settled(const struct family_view *);
/* The changes of one of the family's own fields; and a record that is not one of its parts, as it was on the
 * day, NULL when there is none. */
enum rc view_turns(const struct family_view *, const char *field, struct turns *, struct err *) MUST_CHECK;
enum rc view_other(const struct family_view *, const struct rec_type *, uint64_t id, struct rec **,
	struct err *) MUST_CHECK;
/* Its parts of that day as they were: those that have left since are there, those that have come are not. */
enum rc view_parts(const struct family_view *, const struct rec_type *, struct parts *, struct err *)
	MUST_CHECK;
enum rc view_persons(const struct family_view *, struct parts *, struct err *) MUST_CHECK;
enum rc view_assignments(const struct family_view *, struct parts *, struct err *) MUST_CHECK;
enum rc view_visits(const struct family_view *, struct visits *, struct err *) MUST_CHECK;
/* Those of the assignments that are held on that day, by somebody of a unit that may hold them in the
 * community the family then lives in. */
enum rc view_filled(const struct family_view *, const struct parts *live, struct filled *, struct err *)
	MUST_CHECK;

#endif
