/* list.h - what the files of a list share, and the acts upon it: list.c loads, follows and moves,
 * list_draw.c paints. */
#ifndef UI_LIST_H
#define UI_LIST_H

#include "core/records/types.h"
#include "ui/term/edit.h"
#include "ui/views/view.h"

enum { BESIDE_COLS = 39, HEADER_COLS = 50 }; /* the least a card beside a list takes */

struct list {
	struct view v;
	uint64_t about;
	const struct rec_type *about_type; /* NULL: what the query says */
	struct span span;        /* the month looked at; empty = now */
	struct span page_span;   /* the one the page is of */
	uint64_t page_reveals;
	struct edit line;        /* of a search */
	struct edit filter;      /* which rows, as it is typed */
	bool typing;             /* the keys go to it */
	str filtered;            /* what of it made sense last: these rows are shown */
	str sort;                /* a column's field, "-" before it: from the top down */
	size_t recalled;         /* its place among the lines asked before, from 1; 0 = it was typed */
	struct arena pages;      /* freed into the view's at each load */
	struct page page;
	size_t top, sel;         /* places in the whole list */
	int body;                /* rows there was room for when it was loaded */
	uint64_t sel_id;
	struct { VEC(struct tag { uint64_t id; const struct rec_type *type; }); } tags; /* a list may have
		rows of several types */
	struct arena aside;
	struct lines beside;     /* the card of the selected row, on wide screens */
	uint64_t beside_id, beside_tick, beside_reveals;
	size_t skip;             /* columns behind the first that have moved out to the left */
	const struct report *report; /* whose table it is; NULL: of none */
	size_t cell;             /* the column whose number is selected */
};

static inline struct list *list_of(struct view *v)
{
	return (struct list *)v;
}

/* list.c */
const struct row *list_selected(const struct list *); /* or NULL */
size_t list_first_shown(const struct list *);
size_t list_window(const struct list *);              /* rows asked for at a time */
int list_lines_above(const struct list *);            /* what is typed: a search, a filter */
int list_body(const struct list *);                   /* rows there are room for */
bool list_has_header(const struct list *);            /* numbers always, else where there is room */
void list_reload(struct list *);
void list_from_top(struct list *);                    /* other rows than before */

/* list_narrow.c */
void narrow_ask(const struct list *, struct arena *, struct ask *);
bool narrow_shown(const struct list *);               /* is there a line above the rows? */
bool narrow_key(struct list *, uint32_t key);         /* true when it was for that line */
void narrow_paste(struct list *, str);
bool narrow_off(struct list *);                       /* false: there was no filter */
void narrow_draw(struct list *, struct grid *, int row, int cols);
bool narrow_sorted(const struct list *, const struct field *, bool *from_top);
const struct hint *narrow_hints(struct view *, struct arena *, size_t *n);
void narrow_to(struct list *, str filter, str sort);
void do_filter(struct view *, const struct bind *);
void do_keep(struct view *, const struct bind *);
void do_open_kept(struct view *, const struct bind *);
void do_sort(struct view *, const struct bind *);

/* A window of the list as it is asked for here; n 0 = all there are. */
enum rc list_rows(struct list *, struct arena *, size_t at, size_t n, struct page *, struct err *) MUST_CHECK;

/* A list without a screen yet, to be made in its own arena; one that came to nothing is gone. */
struct list *list_blank(struct ui *, str line);
void list_drop(struct list *);
void list_shows(struct list *, const struct screen *);

/* list_draw.c */
void list_draw(struct view *, struct grid *, struct box);
str list_title(struct view *, struct arena *);
str list_tell(struct view *, struct arena *);
size_t list_tag_of(const struct list *, const struct row *); /* its place among the tags, or their number */
const struct rec_type *list_about_type(const struct list *);

#endif
