/* view.h - one thing on the screen at a time: a view loads, draws and is told of keys.
 *
 * Views never call the loop and never draw from a key.  The one on top gets the keys; a dialog is
 * drawn over what is below it.  Everything a view makes lives in its arena and ends with it. */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "base/buf.h"
#include "base/str.h"
#include "base/tr.h"
#include "base/vec.h"
#include "ui/term/grid.h"
#include "ui/views/screen.h"
#include "ui/term/term.h"

struct ui {
	struct arena a;         /* as long as the program */
	struct arena event;     /* until the next event */
	struct session *s;
	const struct acts *acts; /* what the keys of its screens can do */
	struct terminal *term;
	struct theme theme;
	struct view *top;
	char notice[300];       /* the message line; outlives the view that said it */
	enum ink notice_ink;
	uint64_t notice_reveals; /* it says something that is shown for a minute; 0: it does not */
	struct { const struct rec_type *type; uint64_t id; const struct field *field; } reveal; /* asked for */
	bool quit;
	bool behind;            /* what is shown is still older than the last commit */
	bool mouse;
	bool hidden;            /* nothing is shown until a key comes, which does no more than that */
	int64_t idle_ms;        /* since the last key */
	uint64_t undo;          /* the commit that a question is about */
	struct { VEC(str); } asked; /* what was searched for, the latest last */
	struct arena strays;    /* characters that no key has, typed one after the other */
	struct buf stray;
	int rows, cols;         /* of the grid that was drawn last */
	struct { VEC(const struct screen *); } screens; /* those loaded so far */
};

struct hint { str key, label; };

/* Where something begins: a record and the family it belongs to, 0: none.  In a new record, references to one
 * of its type are filled in (a claim from its event, a gift from its campaign). */
struct origin { uint64_t family; const struct rec_type *type; uint64_t id; };

struct view_kind {
	/* Reads what is shown; again whenever somebody committed. */
	enum rc (*load)(struct view *, struct err *);
	void (*draw)(struct view *, struct grid *, struct box);
	str (*title)(struct view *, struct arena *);
	str (*tell)(struct view *, struct arena *); /* what the message line says while there is no message */
	/* Offered before the bindings: true when the key was text for a line being typed. */
	bool (*key)(struct view *, uint32_t key);
	void (*paste)(struct view *, str);
	void (*tick)(struct view *);              /* nothing was typed for a while */
	void (*keep)(struct view *);              /* the line is gone: save what was typed */
	void (*back)(struct view *, struct view *child); /* a child is about to leave */
	void (*click)(struct view *, int row, int wheel);
	void (*close)(struct view *);             /* frees what is not in its arena */
	struct origin (*at)(struct view *);       /* the record that is selected, and its family */
	bool shows;                               /* shows records and no more: what is revealed, too */
	bool dialog;                              /* drawn over what is below */
	/* What its key bar says while its bindings are not listened to, or where it has none; *n 0: they are. */
	const struct hint *(*hints)(struct view *, struct arena *, size_t *n);
};

struct view {
	const struct view_kind *kind;
	struct ui *ui;
	struct view *below;
	struct arena a;
	const struct screen *screen;              /* or NULL */
	const struct keymap *keys;                /* or NULL */
	uint64_t tick;                            /* of what it shows */
	uint64_t reveals;                         /* session_reveals() when it was loaded */
	bool leaving;
	bool done;                                /* for its parent: it did what it was opened for */
	struct box box;                           /* where it was drawn last */
};

/* A view of size bytes whose first member is struct view, in its own arena. */
void *view_new(struct ui *, const struct view_kind *, size_t size);
void ui_push(struct ui *, struct view *);
void view_leave(struct view *, bool done);
void ui_say(struct ui *, enum ink, const char *fmt, ...) PRINTF(3, 4);
void ui_fail(struct ui *, const struct err *); /* says it, and does no more */

/* For the loop.  Those that have left are gone, and who waited for them is told. */
void ui_pop(struct ui *);
void ui_settle(struct ui *); /* that, and what is shown is read again where somebody has committed */
void ui_close(struct ui *);  /* all views end */

/* Carries out what a key is bound to, unless this person may not: then it says so before anything opens. */
void ui_act(struct view *, const struct bind *);
/* Is it worth offering?  Not what this person's role may nowhere. */
bool ui_offers(struct ui *, const struct bind *);

const struct screen *ui_screen(struct ui *, str name); /* NULL, and said why */
/* A screen by its name, about a record (id) or something new about a family (about). */
void ui_open(struct ui *, str screen, uint64_t id, uint64_t about);
/* A form for something new, started from what is on the screen. */
void ui_new(struct ui *, str screen, struct origin);

/* ---- the views ------------------------------------------------------------------------------ */
extern const struct action list_actions[], card_actions[], form_actions[];
struct view *list_open(struct ui *, const struct screen *, uint64_t about, str line);
struct saved;
void kept_open(struct ui *, const struct saved *); /* a list somebody kept, as it stands now */
void list_search_anew(struct view *); /* of a search: an empty line, and the old one is remembered */
struct view *card_open(struct ui *, const struct screen *, uint64_t id);
struct view *form_open(struct ui *, const struct screen *, uint64_t id, struct origin);
void form_open_draft(struct ui *, const struct unsaved *);
void history_open(struct ui *, const struct rec_type *, uint64_t id);
void undo_open(struct ui *);
void help_open(struct ui *, const struct view *about);
void month_open(struct ui *); /* the days that call for care, month by month */
void command_open(struct view *about);
void drafts_open(struct ui *, bool quiet_when_none);

/* bar.c: the key bar of a view, and what can be done in it as a menu (an act). */
void bar_draw(struct view *, struct grid *, int row);
void menu_open(struct view *, const struct bind *);

/* A question with one key an answer: "s存 d丢弃 c继续写".  answer() runs in the parent. */
struct choice { uint32_t key; const char *label; };
void ask_open(struct view *parent, str question, const struct choice *, size_t n,
	void (*answer)(struct view *parent, uint32_t key));

/* A question with a line to type: answer() runs in the parent; nothing typed is no answer. */
void ask_line_open(struct view *parent, str question, void (*answer)(struct view *parent, str));

/* Something out of a list, narrowed by typing: phrases, codes, records.  chosen() runs in the parent. */
struct option { str key, text; uint64_t id; bool on; };
void choose_open(struct view *parent, str title, const struct option *, size_t n, bool many,
	void (*chosen)(struct view *parent, const struct option *, size_t n));
/* One of the records of a list (about: what it is asked about), or several of them: one's own part of the tree
 * first.  chosen: their numbers, parted by blanks. */
void choose_record(struct view *parent, str title, const struct query *, uint64_t about, str chosen, bool many,
	void (*done)(struct view *parent, const struct option *, size_t n));

/* Records beside each other, a choice for every field: done() runs in the parent with the side chosen
 * for each.  Records, title and hint live as long as the parent's arena or longer. */
enum { SIDES_MOST = 3 };
#define SIDE_NONE ((size_t)-1)
struct comparing {
	struct view *parent;
	str title, hint;
	struct { const char *name; uint32_t key; const struct rec *rec; } side[SIDES_MOST]; /* key 0: only shown */
	size_t nsides;
	const struct field **field;
	size_t n;
	size_t (*usual)(const struct comparing *, size_t field); /* NULL: every one must be chosen */
	void (*done)(struct view *parent, const struct comparing *, const size_t *side);
};
void compare_open(const struct comparing *);

/* ---- lines: cards, history, help and the compare view are columns of these ------------------ */
struct line {
	str label, text;
	enum ink ink;
	const struct rec_type *type; /* what Enter opens */
	uint64_t id;
	str screen;                  /* and how */
	bool heading;
};
struct lines { struct arena *a; struct line *line; size_t n; };
/* month.c: the days of a month that call for care, as lines. */
enum rc month_lines(struct session *, date first, struct lines *, struct err *) MUST_CHECK;
struct line *lines_add(struct lines *, str label, str text, enum ink);
/* Draws from the first-th screen row on; *rows gets how many there are in all.  The cursor goes to
 * line sel (SIZE_MAX: none). */
void lines_draw(const struct lines *, struct grid *, struct box, int first, size_t sel, int *rows,
	int *sel_row);
/* The lines of a card screen about a record (card.c). */
enum rc card_lines(struct session *, const struct screen *, uint64_t id, struct lines *, struct err *)
	MUST_CHECK;
/* One row of a list as text in columns (list_draw.c). */
str column_text(struct session *, struct arena *, const struct column *, const struct row *);
/* The widths to draw columns with in so many cells; and how many cells they want at least. */
void columns_fit(const struct column *, size_t n, int cols, int *widths);
int columns_want(const struct column *, size_t n);

enum ink tone_ink(enum tone);

#endif
