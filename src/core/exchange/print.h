/* print.h - what is printed: a page of HTML for a browser to put on paper, from a template of config/prints/.
 *
 * A print shows what who asks for it sees, masked as everywhere, and is logged with every family that stands on it
 * before there is a page.  One that is for others than those it is about tells nobody's name: its template may not say
 * it, and a column of a report that does is blotted out unless a purpose is given, which is logged. */
#ifndef CORE_EXCHANGE_PRINT_H
#define CORE_EXCHANGE_PRINT_H

#include "core/exchange/export.h"
#include "core/lists/reports/report.h"

struct print {
	const char *name, *title;
	const struct rec_type *about;  /* the record it is asked about; NULL: none */
	bool shared;                   /* it goes to others than those it is about */
	bool whole;                    /* it is for those it is about: who sees less of them than there is cannot make it */
};
extern const struct print prints[]; /* ends with one that has no name */
size_t print_count(void);
extern const struct print print_of_report; /* and what prints any report */
const struct print *print_find(str name); /* or NULL */

struct printing {
	const struct print *print;
	uint64_t id;
	const struct report *report;   /* or NULL; */
	const struct page *page;       /* its rows */
	struct span span;
	str purpose;
	bool colleagues;               /* say by name who looked */
};
enum rc print_make(struct session *, struct arena *, const struct printing *, struct exported *, struct err *) MUST_CHECK;
/* Of a file of config/prints/, as lines. */
str print_problems(struct arena *, const struct office *, str file);

/* What the form of a visit asks that can be ticked with a pen. */
enum { VISIT_ASKS = 4 };
extern const char *const visit_asks[VISIT_ASKS];

#endif
