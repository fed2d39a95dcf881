/* phrases.h - config/phrases.yaml: what is written again and again, by field. */
#ifndef UI_PHRASES_H
#define UI_PHRASES_H

#include "core/office/office.h"

/* A mapping of fields ("any": every note) to lists of texts, with all its problems. */
struct yfile *phrases_read(struct arena *, const struct office *);

#endif
