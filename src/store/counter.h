/* counter.h - the counters behind numbers: which ones a record has drawn from, and putting them right. */
#ifndef STORE_COUNTER_H
#define STORE_COUNTER_H

#include "store/write.h"

str counter_of_ids(struct arena *, const struct rec_type *); /* "id:visit" */
/* All counters that this record took a number of. */
enum rc counter_each(const struct schema *, struct arena *, const struct rec_type *,
	const struct rec *, enum rc (*each)(void *arg, str name, uint64_t n, struct err *), void *arg,
	struct err *) MUST_CHECK;
enum rc counter_value(struct snap *, str name, uint64_t *n, struct err *) MUST_CHECK; /* 0: none */
enum rc counter_reach(struct snap *w, str name, uint64_t n, struct err *) MUST_CHECK; /* at least n */

#endif
