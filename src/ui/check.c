/* check.c - what `config check` asks of everything the screens read. */
#include "ui/ui.h"

#include "base/buf.h"
#include "ui/acts/acts.h"
#include "ui/term/theme.h"
#include "ui/views/phrases.h"
#include "ui/views/screen.h"

str ui_problems(struct arena *a, const struct office *o)
{
	struct buf b = { .a = a };
	struct theme theme;

	buf_str(&b, screen_problems(a, o, &all_acts));
	buf_str(&b, yaml_problems(theme_read(a, o->dir, &theme), a));
	buf_str(&b, yaml_problems(phrases_read(a, o), a));
	return b.n ? buf_view(&b) : S("");
}
