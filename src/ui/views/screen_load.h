/* screen_load.h - what the files that read a screen share: screen.c its parts, screen_form.c what a form
 * asks for, screen_keys.c its keys and what they need. */
#ifndef UI_SCREEN_LOAD_H
#define UI_SCREEN_LOAD_H

#include "ui/views/screen.h"

typedef const struct ynode *node;

struct load {
	struct arena *a;
	const struct office *office;
	const struct acts *acts;
	struct yfile *f;
	struct screen *s;
	struct yfile *common; /* keys.yaml, with the problems that this screen has found in it */
};

/* screen.c */
/* A whole number from 1 to most, or usual; what is none of these is a problem. */
int64_t load_number(struct load *, node, int64_t usual, int64_t most);
uint32_t load_items(struct load *, node); /* of a list; none when it is no list, which is said */
const struct rec_type *load_type(struct load *, node);
const struct field *load_field(struct load *, const struct rec_type *, node at, str name);
const struct field **load_fields(struct load *, node, size_t *count); /* of the screen's type */
/* A mapping of known keys into an array of nodes, in the order of names. */
void load_keys(struct load *, node, const char *const *names, size_t count, node *out);
str load_text(struct load *, node); /* "" when there is none */
bool load_truth(struct load *, node);
/* "没有...“x”", and what may have been meant. */
void load_refuse(struct load *, node, const char *what, const char *near);
str load_screen_name(struct load *, node);
/* The kind, type and list of another screen; false when they cannot be told (which is its own problem). */
bool load_head(struct load *, str name, struct screen *head);

/* screen_form.c */
void load_form(struct load *, node with, node sections, node quick);

/* screen_keys.c */
void load_keymap(struct load *, node);  /* the screen's own keys, and those of keys.yaml behind them */
/* Is this screen one to show a record of that type with?  Complains when it is not. */
void load_fits(struct load *, node at, str name, const struct rec_type *of, bool form_only);
/* Is a list with this argument about a record of that type, or (by_family) about its family? */
bool load_about(const struct query *, const struct rec_type *of, bool by_family);

#endif
