/* screen.h - screens/NAME.yaml resolved against the tables of the program: a list, a card or a form.
 *
 * YAML names, C does: fields, queries, blocks, actions, keys and screens are names that become table
 * rows here; a wrong one is a problem with file, line and column, and "did you mean". */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include "base/yaml.h"
#include "core/session.h"
#include "ui/term/key.h"

struct view;
struct bind;

/* The screen that an act's key names. */
enum opens {
	OPENS_NOTHING,
	OPENS_THIS,      /* may name a card or form for the record itself; without, its own card */
	OPENS_FORM_THIS, /* must name a form for the record itself */
	OPENS_FORM,      /* must name a form, of whatever is new */
	OPENS_LIST,      /* must name a list about the record, or about the family it belongs to */
	OPENS_ALONE,     /* must name a screen that needs no record */
};

/* What a key can do.  What an act
 * needs is checked when the screen is read (screen_keys.c): it never runs where it cannot work. */
struct action {
	const char *name;
	const char *label;    /* what help and key bar say unless the screen says it better */
	void (*run)(struct view *, const struct bind *);
	/* Asked before it runs and opens anything; NULL: of nobody, or of the form (form_open). */
	enum rc (*may)(struct view *, const struct bind *, struct err *);
	enum opens opens;
	const struct rec_type *rows; /* the rows it works on, or NULL: any */
	const char *about;    /* what the list must be about, or NULL */
	const struct rec_type *needs; /* what its rows must be (lists/rows.h), or NULL */
	const struct rec_type *writes; /* the records it makes or changes, or NULL */
	bool changes;         /* the record it is bound for, whatever that is */
	bool begins;          /* a record: what an empty list says */
	bool report;          /* only on the table of a report */
	bool moves;           /* about in the view: no menu has it */
	bool anytime;         /* its key works in dialogs, too: they have no bindings of their own */
};
#define ACT(name_, label_, run_, ...) { .name = name_, .label = label_, .run = run_, __VA_ARGS__ }

struct bind {
	uint32_t key;
	const struct action *action;
	str label;
	str screen;           /* the screen it opens, or "" */
	bool bar;             /* stands in the key bar */
	const struct rec_type *writes; /* the records it is there to write, or NULL */
};
struct keymap { struct bind *bind; size_t n; };

struct column {
	str title;
	const struct field *field; /* of the rows */
	int width;
	bool grow;            /* takes what is left */
	bool right;
	bool bar;             /* a ratio as a bar */
	bool mark;            /* what the eye should find first */
	bool named;           /* on a card: its title stands before it */
};

enum item_kind { ITEM_FIELDS, ITEM_LIST };
struct item {
	enum item_kind kind;
	str title, empty;
	const struct field **field;
	size_t nfields;
	const struct query *query;
	struct column *column;
	size_t ncolumns;
	int64_t most;         /* 0: all of them */
	str screen;           /* ITEM_LIST: what a line of it opens */
};

struct premise { const struct field *field; str attr; }; /* the code in it has this attribute: contact, ok */
struct input {
	uint8_t rec;          /* 0 the record, 1 the one saved with it */
	const struct field *field;
	bool wanted;
	int64_t lines;
	struct premise *when; /* all of them, or it is not asked for */
	size_t nwhen;
};
struct section { str title; bool more; struct input *input; size_t n; };

enum screen_kind { SCREEN_LIST, SCREEN_CARD, SCREEN_FORM };
struct screen {
	enum screen_kind kind;
	str name, title;
	const struct rec_type *type, *with;
	struct keymap keys;
	/* list */
	const struct query *query;
	struct column *column;
	size_t ncolumns;
	str empty, open;      /* open: the screen of one row */
	str line;             /* what the query is asked with */
	const struct field *tell; /* of the selected row, in full in the message line; or NULL */
	bool report;          /* the table of a report: one of its numbers is selected, too */
	bool search;          /* starts with a line to type in */
	bool type_to_search;  /* what no key has begins a search */
	/* card */
	struct item *item;
	size_t nitems;
	/* form */
	struct section *section;
	size_t nsections;
	const struct field **quick;
	size_t nquick;
};

/* The acts a screen of each kind may name, as tables that end with {0}: each kind of view has its own, and
 * acts/ has the rest.  They stand above the screens, hence are handed in. */
struct acts { const struct action *table[SCREEN_FORM + 1][6]; };

/* Reads one screen and resolves it; keys of keys.yaml are behind its own. */
enum rc screen_load(struct arena *, const struct office *, const struct acts *, str name,
	const struct screen **out, struct err *) MUST_CHECK;
/* A list that no file tells of: the rows of a query, in these columns, with the keys that all lists have; of a
 * report also those that keys.yaml says under `report`. */
struct made { const struct query *query; str title; struct column *column; size_t ncolumns; bool report; };
enum rc screen_make(struct arena *, const struct office *, const struct acts *, const struct made *,
	const struct screen **out, struct err *) MUST_CHECK;
/* A column as wide as its values and its title usually are. */
struct column column_usual(const struct field *, str title);
bool screen_exists(const struct office *, str name);
/* Of all screens, the office's own too: their problems as lines, "" when there are none. */
str screen_problems(struct arena *, const struct office *, const struct acts *);

#endif
