/* own.h - what is derived of a family and kept under its number. */
#ifndef STORE_OWN_H
#define STORE_OWN_H

#include "store/impl.h"

struct own {
	uint64_t org;       /* division code of its community */
	uint32_t on;        /* the day it was derived for */
	uint32_t *row;      /* its look-up rows; without any nothing is kept of it */
	size_t n;
	str share;          /* sum_impl.h */
};
enum rc own_read(struct snap *, struct arena *, uint64_t family, struct own *, struct err *) MUST_CHECK;
enum rc own_write(struct snap *w, struct arena *, uint64_t family, const struct own *, struct err *) MUST_CHECK;

#endif
