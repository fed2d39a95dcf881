/* ui.h - the screens, as main and the command line see them. */
#ifndef UI_UI_H
#define UI_UI_H

#include "base/buf.h"
#include "core/session.h"

/* Is there a terminal to run the screens on? */
bool ui_can_run(void);
/* Runs the screens on this terminal until the person leaves.  Refuses with a sentence when the
 * terminal is none, or cannot show Chinese. */
enum rc ui_run(struct session *, struct err *) MUST_CHECK;

/* For the loop, and whoever wants a picture: the view on top with its title, message and key bar. */
struct ui;
struct grid;
void ui_draw(struct ui *, struct grid *);

/* The screen NAME (screens/NAME.yaml), a card about one record, as lines of at most cols columns
 * (0: 80), without a terminal. */
enum rc ui_print(struct session *, str name, uint64_t id, int cols, struct buf *out, struct err *)
	MUST_CHECK;

/* Problems of screens, keys and colours as text, for `config check`; "" when there are none. */
str ui_problems(struct arena *, const struct office *);

#endif
