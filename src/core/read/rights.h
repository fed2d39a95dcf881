/* rights.h - who sees what, and what is masked. */
#ifndef CORE_READ_RIGHTS_H
#define CORE_READ_RIGHTS_H

#include "core/read/reach.h"

bool rights_clear(struct session *, enum reach, const struct field *);
/* Does this person see, of families as far away, this field as it is, or nothing that tells more? */
bool rights_tells(struct session *, enum reach, const struct field *);
/* The answer for what is not there, and for what is not there for this person: the same. */
enum rc rights_not_there(const struct rec_type *, uint64_t id, struct err *) MUST_CHECK;
enum rc rights_may_open(struct session *, const struct rec_type *, const struct rec *, struct err *)
	MUST_CHECK;
/* Masks in place what this person may not see. */
void rights_mask(struct session *, struct arena *, const struct rec_type *, struct rec *);
/* Does this person see less of a field than there is; and may they ask to see it, for a reason? */
bool rights_hides(struct session *, struct arena *, const struct rec_type *, const struct rec *,
	const struct field *);
enum rc rights_may_reveal(struct session *, const struct rec_type *, const struct rec *, const struct field *,
	struct err *) MUST_CHECK;
/* The same for one value of a record, of now or of before. */
val rights_value(struct session *, struct arena *, const struct rec_type *, const struct rec *,
	enum reach, const struct field *, val);

#endif
