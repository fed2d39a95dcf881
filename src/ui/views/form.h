/* form.h - what the files of a form share: form.c moves and dispatches, form_value.c edits one
 * field, form_draw.c paints, form_save.c saves, asks, keeps drafts. */
#ifndef UI_FORM_H
#define UI_FORM_H

#include "ui/term/edit.h"
#include "ui/views/pick.h"
#include "ui/views/view.h"

struct slot {
	struct input in;
	size_t section;
	str raw;              /* what was typed and could not be understood */
	str error;            /* why; "" when all is well */
};

struct form {
	struct view v;
	const struct rec_type *type[2]; /* [1] NULL without `with` */
	struct rec *base[2];  /* as stored; NULL = new */
	struct rec *start[2]; /* as the form began: what changed is measured against it */
	struct rec *rec[2];
	uint64_t about;
	struct slot *slot;
	size_t n, at;
	bool *folded;         /* by section */
	struct edit line;     /* the text of the focused field */
	bool fresh;           /* nothing has been typed into it yet */
	bool quick;           /* one key a field; the last one saves */
	bool warned;          /* the warnings have been read */
	bool draft_due, drafted;
	bool resumed;         /* it began as a draft */
	str key;              /* of the draft */
	int first;            /* scrolled by so many rows */
};

/* form_value.c */
const struct code_table *slot_table(const struct form *, const struct slot *); /* or NULL */
bool slot_is_choice(const struct slot *);
bool slot_asked(const struct form *, const struct slot *); /* it has a value, or nothing says it can have none */
str slot_text(struct form *, struct arena *, const struct slot *); /* as shown when not focused */
val slot_val(const struct form *, const struct slot *);
struct picks value_offers(const struct form *, struct arena *); /* what the focused field offers now */
void slot_set(struct form *, struct slot *, val);
void value_enter(struct form *);             /* the focus came to f->at */
bool value_leave(struct form *);             /* takes over what was typed; false when it is wrong */
bool value_key(struct form *, uint32_t key); /* true when the key was for the field */
void value_paste(struct form *, str);
void value_pick(struct form *);              /* F4: out of a list */
void value_phrases(struct form *);           /* F5 */

/* form.c */
void form_focus(struct form *, size_t slot);
bool form_step(struct form *, int by);       /* false at the end */
void form_quick_next(struct form *);

/* form_draw.c */
void form_draw(struct view *, struct grid *, struct box);
str form_title(struct view *, struct arena *);
str form_named(struct form *, struct arena *, uint64_t id); /* as messages name it: whom it is about, and itself */
enum { FORM_LABEL = 15 };

/* form_save.c */
bool form_changed(struct form *);
void form_save(struct form *);
void form_leave(struct form *);              /* asks when something would be lost */
void form_tick(struct view *);
void form_keep(struct view *);

#endif
