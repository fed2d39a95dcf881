/* import_row.h - one row of a roster judged: what the two files of the import share. */
#ifndef CORE_IMPORT_ROW_H
#define CORE_IMPORT_ROW_H

#include "core/exchange/import.h"

struct told { val v; str cell; bool given; }; /* what a row says for one column of the map */

struct judge {
	struct session *s;
	struct arena *a;
	const struct map *map;
	int *at;             /* map column -> cell, -1 when the file has no such column */
	struct strs titles;  /* of the file, one a column */
	const struct rec_type *type[PARTS];
	/* Of the row at hand: */
	struct import_row *row;
	size_t room;         /* of row->note */
	struct told *told;   /* one per column of the map */
	struct rec *base[PARTS], *is[PARTS]; /* is NULL: the row does not tell of it */
	uint64_t person;     /* whom the row was matched with */
};

/* Fills j->row from j->cells, inside enter(); a failure is the store's, never the row's. */
enum rc judge_row(struct judge *, struct err *) MUST_CHECK;
void judge_note(struct judge *, bool refuses, str where, str text);
/* What the row says of a field, or NULL. */
const struct told *judge_told(const struct judge *, enum part, const char *field);

#endif
