/* private.h - what of families and members must be in no text for the public: names, telephones, addresses.
 *
 * Compared without blanks, marks and the words of an address, so that 王 秀兰, 139-0000-5678 and 12栋3单元501室 are
 * found as well. */
#ifndef CORE_EXCHANGE_PRIVATE_H
#define CORE_EXCHANGE_PRIVATE_H

#include "core/read/view.h"

struct private { str *slot; size_t n, room; }; /* a set of texts; room: a power of two */

/* Those of the whole office, whoever asks.  Inside enter(). */
enum rc private_load(struct session *, struct arena *, struct private *, struct err *) MUST_CHECK;
/* The first such thing in the text; {0}: none. */
str private_in(const struct private *, struct arena *, str text);

#endif
