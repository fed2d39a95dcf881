/* acts.h - what keys can do: the tables of all acts, kind by kind, and the acts that need a file of their own. */
#ifndef UI_ACTS_ACTS_H
#define UI_ACTS_ACTS_H

#include "ui/views/view.h"

extern const struct acts all_acts; /* for screen_load() */

/* Tables of it: what the field asks of a list, beside moving about in it. */
extern const struct action list_acts[];
extern const struct action helper_acts[]; /* on the card of a family */
extern const struct action reveal_acts[]; /* what is masked; of lists and cards */
extern const struct action report_acts[]; /* reports: their periods, the lists behind their numbers, their way up */
extern const struct action emergency_acts[]; /* on the card of a family */
extern const struct action dial_acts[]; /* telephone numbers; of cards as well */

/* export.c: an act of all lists */
void do_export(struct view *, const struct bind *);
enum rc may_export(struct view *, const struct bind *, struct err *) MUST_CHECK;

/* reveal.c: asks for a reason out of LOOK_WHY and in words; done() runs in the parent. */
void why_open(struct view *parent, str what, void (*done)(struct view *, const struct reason_for *));

void merge_open(struct ui *, uint64_t kept, uint64_t other); /* two files of one family */

#endif
