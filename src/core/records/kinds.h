/* kinds.h - what may become of the records of each type, and what may refer to them.
 *
 * What may refer to a type is not written down a second time: every K_REF and K_REFS field says it of
 * itself, so a new type is guarded, merged and split without a row here. */
#ifndef CORE_RECORDS_KINDS_H
#define CORE_RECORDS_KINDS_H

#include "base/vec.h"
#include "core/records/types.h"

enum voids { VOID_MARK, VOID_NO };
struct rec_kind {
	const struct rec_type *type;
	enum voids voids;
	const char *instead; /* VOID_NO: what to do instead */
	bool follows;        /* made by what happens to other records, never by hand */
};
/* Never NULL: what has no row is like most. */
const struct rec_kind *kind_of(const struct rec_type *);

/* A field that may refer to the records of a type, and the index that begins with it, if one does. */
struct pointer {
	const struct rec_type *type;
	const struct field *field;
	const char *index;
};
struct pointers { VEC(struct pointer); };
/* types: NULL-terminated.  Left out is what holds nothing: marks of the program itself (who voided it), and
 * fields that say only where the record came from. */
void kind_pointed_by(struct arena *, const struct rec_type *const *types, const struct rec_type *,
	struct pointers *);
#endif
