/* ui.h - the screens, as main and the command line see them. */
#ifndef UI_UI_H
#define UI_UI_H

#include "core/session.h"

/* Is there a terminal to run the screens on? */
bool ui_can_run(void);
/* Runs the screens on this terminal until the person leaves.  Refuses with a sentence when the
 * terminal is none, or cannot show Chinese. */
enum rc ui_run(struct session *, struct err *) MUST_CHECK;

/* Problems of screens, keys and colours as text, for `config check`; "" when there are none. */
str ui_problems(struct arena *, const struct office *);

#endif
