/* theme.h - how each kind of text looks: config/theme.yaml. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "base/yaml.h"
#include "ui/term/grid.h"

struct look {
	bool bold, dim, reverse, underline;
	bool paper;    /* on white, where there are colours; else reversed */
	int8_t colour; /* 0-7, -1 the terminal's own */
};
struct theme { struct look look[INKS]; };

/* dir: the office's own config directory, or NULL.  The file comes back with its problems. */
struct yfile *theme_read(struct arena *, const char *dir, struct theme *);
enum rc theme_load(struct arena *, const char *dir, struct theme *, struct err *) MUST_CHECK;

#endif
