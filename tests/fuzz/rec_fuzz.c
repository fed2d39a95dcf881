/* rec_fuzz.c - any bytes as a stored record of any type: refused or decoded, and what was decoded is
 * written back as the same record. */
#include "core/records/types.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct rec_type *const types[] = { &org_type, &worker_type, &family_type,
		&person_type, &assignment_type, &visit_type, &ruleset_type };
	struct arena a = { 0 };
	struct rec *r, *again;
	struct err e;

	if (size == 0)
		return 0;
	const struct rec_type *t = types[data[0] % COUNT(types)];

	if (rec_decode(&a, t, (str){ (const char *)data + 1, (uint32_t)size - 1 }, &r, &e) == RC_OK) {
		struct change *ch = ARENA_ARRAY(&a, struct change, t->nfields);

		if (rec_decode(&a, t, rec_encode(&a, t, r), &again, &e) != RC_OK ||
		    rec_diff(t, r, again, ch) != 0 || !str_eq(r->unknown, again->unknown))
			abort();
	}
	arena_free(&a);
	return 0;
}
