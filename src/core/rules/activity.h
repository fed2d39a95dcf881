/* activity.h - how far an activity has come, from what is known of it. */
#ifndef CORE_RULES_ACTIVITY_H
#define CORE_RULES_ACTIVITY_H

#include "core/read/view.h"

/* Its day has come and nobody called it off: it counts. */
bool activity_held(const struct activity *, date today);
/* Of ACT_STATE: called off, to come, its day gone and nobody has counted, held, summed up. */
code activity_state(const struct session *, const struct activity *, date today);

#endif
