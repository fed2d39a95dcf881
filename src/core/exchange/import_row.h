/* import_row.h - one row of a roster judged: what the two files of the import share. */
#ifndef CORE_IMPORT_ROW_H
#define CORE_IMPORT_ROW_H

#include "core/exchange/import.h"

struct place_named { str word; uint64_t id; bool before; str why; }; /* find/orgpath.h; why: it names none */
struct told { val v; str cell; bool given; }; /* what a row says for one column of the map */

struct contact_at { int name, phone; };               /* cells; -1: the file has no such column */

struct judge {
	struct session *s;
	struct arena *a;
	const struct map *map;
	int *at;             /* map column -> cell, -1 when the file has no such column */
	struct contact_at *contact; /* one for each of the map's */
	struct strs titles;  /* of the file, one a column */
	struct { VEC(struct csv_row); } heading; /* all rows above the data */
	const struct rec_type *type[PARTS];
	struct { VEC(struct place_named); } places; /* what has been looked up */
	/* Of the row at hand: */
	struct import_row *row;
	const struct import_row *above; /* the one before, or NULL */
	size_t room;         /* of row->note */
	struct told *told;   /* one per column of the map */
	struct rec *base[PARTS], *is[PARTS]; /* is NULL: the row does not tell of it */
	uint64_t person;     /* whom the row was matched with */
};

/* Fills j->row from j->cells, inside enter(); a failure is the store's, never the row's. */
enum rc judge_row(struct judge *, struct err *) MUST_CHECK;
void judge_note(struct judge *, bool refuses, str where, str text);
str judge_sentence(const struct judge *, const struct err *);

/* import_head.c: finds the titles of the sheet, in one row or in two; the walker is behind them then. */
struct walker { const struct csv_rows *rows; size_t at; };
enum rc judge_heading(struct judge *, struct walker *, struct err *) MUST_CHECK;
/* The rows below, without the empty ones and those that tell of nobody. */
void judge_data(struct judge *, struct walker *, struct import_rows *, struct import_skips *);

/* import_cells.c: j->told from the cells of the row, all but the columns that go `with` another. */
enum rc judge_cells(struct judge *, struct err *) MUST_CHECK;
/* One column. */
enum rc judge_read(struct judge *, size_t column, struct err *) MUST_CHECK;
/* The column as a spreadsheet names it: 证件号码（B列）. */
str judge_column(const struct judge *, size_t column);
str judge_place(const struct judge *, int cell);
/* What the row says of a field, or NULL. */
const struct told *judge_told(const struct judge *, enum part, const char *field);
str judge_text(const struct judge *, const char *field); /* of the head; "" when it says nothing */

/* import_kin.c: says of new families that they look like another one of the same file. */
void judge_kin(struct judge *, struct import *);
/* import_contact.c: adds what the row says of contact persons to what is to be saved, and says what it could not. */
enum rc judge_contacts(struct judge *, struct err *) MUST_CHECK;

#endif
