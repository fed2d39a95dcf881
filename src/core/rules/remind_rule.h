/* remind_rule.h - what the rules that remind have in common; for remind.c and remind_association.c. */
#ifndef CORE_RULES_REMIND_RULE_H
#define CORE_RULES_REMIND_RULE_H

#include "core/rules/remind.h"

struct remind {
	struct session *s;
	struct arena *a;
	const struct family *f; /* NULL: it is about the association */
	const struct care *care;
	const char *rule;
	bool mine;              /* asked by one of the family's own contact persons */
	struct parts persons, live, waivers;
	struct visits visits;
	date today;
	struct reminders *out;
	size_t cap;
};

enum { REMIND_LOW = 3, REMIND_LATE_MOST = 30 };

/* One of several things a rule may say of the same record; detail tells them apart.  What has been dealt with
 * goes nowhere. */
struct reminder *remind_of(struct remind *, const struct rec_type *, uint64_t id, str detail, date due, int64_t points,
	const char *text, const struct said *part);
/* A point more for each day it is late, at most REMIND_LATE_MOST. */
int64_t remind_late(const struct remind *, date due, int64_t base);

#endif
