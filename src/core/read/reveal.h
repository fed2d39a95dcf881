/* reveal.h - what this person sees masked and had shown for a moment, for a reason that is in the log. */
#ifndef CORE_READ_REVEAL_H
#define CORE_READ_REVEAL_H

#include "core/read/view.h"

/* Is this field of this record shown just now? */
bool reveal_shows(const struct session *, const struct rec_type *, uint64_t id, const struct field *);
/* From now on, for a minute of session_pass(). */
void reveal_begin(struct session *, const struct rec_type *, uint64_t id, const struct field *);
void reveal_pass(struct session *, int64_t ms);

#endif
