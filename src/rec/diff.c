/* diff.c - what changed between two states of a record, and merging two people's changes. */
#include "rec/rec.h"

size_t rec_diff(const struct rec_type *t, const struct rec *was, const struct rec *is,
	struct change *out)
{
	size_t n = 0;

	for EACH_FIELD(f, t) {
		val a = field_get(f, was), b = field_get(f, is);

		if (!val_eq(a, b))
			out[n++] = (struct change){ f, a, b };
	}
	return n;
}

enum rc rec_merge(const struct rec_type *t, const struct rec *base, const struct rec *mine,
	struct rec *theirs, const struct field **conflicts, size_t *nconflicts, struct err *e)
{
	enum rc rc = RC_OK;

	if (nconflicts)
		*nconflicts = 0;
	for EACH_FIELD(f, t) {
		val b = field_get(f, base), m = field_get(f, mine), o = field_get(f, theirs);

		if (val_eq(b, m) || val_eq(m, o))
			continue;
		if (val_eq(b, o)) {
			field_set(f, theirs, m);
			continue;
		}
		if (rc == RC_OK) {
			rc = fail(e, RC_CONFLICT, "“%s”别人刚刚也改过，内容不同；请对照后再选", f->label);
			e->field = f->name;
		}
		if (conflicts)
			conflicts[(*nconflicts)++] = f;
	}
	return rc;
}
