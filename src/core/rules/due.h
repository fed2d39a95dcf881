/* due.h - who must be visited or phoned, and when, as functions of a family's visits and of what was
 * asked of it until a day.  Nothing here depends on today but the comparison: a counter's due day is fixed
 * by the last visit that counted, so the look-up index can keep it. */
#ifndef CORE_RULES_DUE_H
#define CORE_RULES_DUE_H

#include "base/vec.h"
#include "core/office/office.h"
#include "core/read/parts.h"

struct counter_now {
	const struct counter *counter;
	struct quota quota;
	enum due_state state;    /* DUE_NOT_ASKED: nothing in this period, and nothing is owed */
	int64_t done, want;      /* in the period today falls in (want is pro rata) */
	struct span span;        /* that period */
	date soft, due;          /* of the earliest unmet period: yellow from soft, red after due */
	bool first;              /* due is the first home visit after opening */
	moment last;             /* the last visit that counted */
	bool asked, met;         /* over the period a board is about: anything, and all of it */
};
struct due {
	struct counter_now now[COUNTERS_MAX];
	size_t n;
	enum due_state state;    /* the worst */
	date soft, due;          /* the earliest: what the index keeps */
	int attempts;            /* unanswered in the last days since the last success */
	bool agreed;             /* 约定方式: counted apart, never overdue */
	moment last_contact;
	int64_t score;           /* place in the list */
	reasons why;
};

/* What a field was, newest first; the oldest is from the beginning. */
struct since { date from; str key; };
struct course { VEC(struct since); };

struct due_ask {
	const struct office *office;
	const struct family *family;          /* as it was on that day, and so is all that follows */
	struct course level, preset;          /* empty: always what the family says */
	const struct seen *seen;              /* until that day */
	size_t nseen;
	const uint64_t *post_worker;          /* by counter: who holds its post; 0 = vacant */
	date today;                           /* or the day in question */
	struct span over;                     /* the period a board is about; {0} = none */
};
enum rc due_compute(const struct due_ask *, struct arena *, struct due *out, struct err *) MUST_CHECK;

/* Is this a condition a weight of care.yaml may name? */
bool due_reason_known(str when);

#endif
