/* pick.h - choices by one key: which items of a code table are offered, and by which key. */
#ifndef UI_PICK_H
#define UI_PICK_H

#include "rec/code.h"

struct picks {
	struct pick { const struct code_item *item; char key; } *pick;
	size_t n;
};

/* What a form offers: the short list of the table or all items in force, and what is chosen
 * already even when it is retired.  Keys are the codes' own digits when every code is one digit,
 * else 1-9 and then letters by place. */
struct picks pick_offer(struct arena *, const struct code_table *, str chosen, bool all);
const struct code_item *pick_by_key(const struct picks *, uint32_t c); /* or NULL */

/* Blank-parted keys: is key among them, and the list with key put in or taken out, in the order
 * of the table. */
bool pick_has(str keys, str key);
str pick_toggle(struct arena *, const struct code_table *, str keys, str key);

/* How well a name fits what was typed so far, by its characters or the letters of its pinyin. */
enum fit { FIT_EXACT, FIT_START, FIT_PART, FIT_NOT };
enum fit pick_fit(struct arena *, str name, str typed);
bool pick_match(struct arena *, str name, str typed); /* does it fit at all? */

#endif
