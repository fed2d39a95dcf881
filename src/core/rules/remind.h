/* remind.h - everything that is due about a family, from every rule, each with its reason: one table
 * of rules, dealt with by a waiver record. */
#ifndef CORE_REMIND_H
#define CORE_REMIND_H

#include "core/read/parts.h"
#include "core/rules/rules.h"

struct reminder {
	const char *rule;      /* name of the rule */
	str target, detail;    /* what a waiver of it is about: TYPE:ID, or TYPE:ID/DETAIL */
	struct reason what;    /* what is to be done */
	date due;
	enum tone tone;
	int64_t points;        /* its share in the place of the family in today's list */
	const struct rec_type *type; /* what it is about */
	uint64_t id;
	bool urgent;           /* stands above everything else */
	uint64_t org;          /* the place of the association it is about; 0: a family */
};
enum { REMIND_COUNTS = 10 }; /* points from which lateness is an overdue thing */
enum { REMIND_OPENED_DAYS = 30 }; /* so long a supervisor is told that a family was opened in an emergency */
struct reminders { struct reminder *item; size_t n; };

/* What nobody has dealt with yet, most pressing first.  Inside enter(). */
enum rc family_reminders(struct session *, struct arena *, const struct family *,
	struct reminders *, struct err *) MUST_CHECK;
/* The same about the association, of the places within reach. */
enum rc association_reminders(struct session *, struct arena *, struct reminders *, struct err *) MUST_CHECK;
/* Which of two stands first: urgent, more points, earlier. */
int remind_order(const struct reminder *, const struct reminder *);
#define REMIND_DAY "day" /* the rule whose details are days of care.yaml: a family may want them no more */
/* What a waiver of it is about, in one text: TYPE:ID/DETAIL. */
str remind_target(struct arena *, str target, str detail);

#endif
