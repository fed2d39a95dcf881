/* print.h - records and lists as text and as JSON, the same way for every command. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "cli/cli.h"

/* One object: ref, version, and what its table says; a family also its contacts. */
enum rc print_json(struct cli *, const struct rec_type *, const struct rec *, struct err *) MUST_CHECK;
/* [ objects ], one a line. */
enum rc print_page_json(struct cli *, const struct page *, struct err *) MUST_CHECK;
/* The rows that are asked for and no more, although a list that costs as much as all of it gives all. */
enum rc print_ask(struct cli *, const struct ask *, struct page *, struct err *) MUST_CHECK;
/* The same as text or JSON.  RC_NOT_FOUND, with this sentence, where there are none. */
enum rc print_list(struct cli *, const struct ask *, str nothing, struct err *) MUST_CHECK;
/* Aligned columns; groups under their headings. */
void print_page(struct cli *, const struct query *, const struct page *);
/* name=value lines, as `set` takes them. */
void print_record(struct cli *, const struct rec_type *, const struct rec *);
/* One line of a history: 联系电话: 1390 → 1380 */
void print_past(struct cli *, const struct past *);

#endif
