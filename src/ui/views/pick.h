/* pick.h - choosing by one key or by typing a name: the one rule for forms and lists of choices. */
#ifndef UI_PICK_H
#define UI_PICK_H

#include "rec/code.h"

/* The key of the choice at a place, from 0 on: 1-9, then A-Z; 0 behind them.  Small letters, and what is
 * written in characters, type a name. */
char pick_key(size_t place);
size_t pick_place(uint32_t key); /* SIZE_MAX: no such key */

/* How surely a choice is meant by what was typed, the surest last.  Its code, its name, the initials of its
 * pinyin (mbyly) or the pinyin itself (minban) may be typed. */
enum pick_how { PICK_NOT, PICK_PART, PICK_START, PICK_WHOLE };
enum pick_how pick_match(struct arena *, str key, str name, str typed);
/* The surest first, the others in their own order behind them, none that is not meant: places of how[], into
 * out[]; returns how many. */
size_t pick_order(const enum pick_how *how, size_t n, size_t *out);

/* What a form offers of a table, in this order. */
struct picks { const struct code_item **item; size_t n; };
/* Nothing typed: the short list of the table or all items in force, and what is chosen already even when it is
 * retired.  Else all that may be meant by it, the surest first. */
struct picks pick_offer(struct arena *, const struct code_table *, str chosen, str typed);
const struct code_item *pick_by_key(const struct picks *, uint32_t key); /* or NULL */

/* Blank-parted keys: is key among them, and the list with key put in or taken out, in the order
 * of the table. */
bool pick_has(str keys, str key);
str pick_toggle(struct arena *, const struct code_table *, str keys, str key);

#endif
