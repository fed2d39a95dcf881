/* due.h - who must be visited or phoned, and when: the counters of care.yaml as functions of a family's
 * visits.  Nothing here depends on today but the comparison: a counter's due day is fixed by the
 * last visit that counted, so the look-up index can keep it. */
#ifndef CORE_DUE_H
#define CORE_DUE_H

#include "core/office/office.h"
#include "core/records/types.h"

enum due_state { DUE_NOT_ASKED, DUE_MET, DUE_OPEN, DUE_SOFT, DUE_OVERDUE };

struct counter_now {
	const struct counter *counter;
	struct quota quota;
	enum due_state state;
	int64_t done, want;      /* in the period today falls in (want is pro rata) */
	struct span span;        /* that period */
	date soft, due;          /* of the earliest unmet period: yellow from soft, red after due */
	bool first;              /* due is the first home visit after opening (15 days) */
	moment last;             /* the last visit that counted */
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
	struct { str text; int64_t points; } why[12];
	size_t nwhy;
};

/* The families' visits newest first, as the index visits-of keeps them. */
struct seen { moment when; const struct code_item *mode, *outcome; uint64_t by; };

/* posts: the live worker of each ASSIGN_POST that a counter asks for, by counter; 0 = vacant. */
enum rc due_compute(const struct office *, struct arena *, const struct family *,
	const struct seen *, size_t nseen, const uint64_t post_worker[COUNTERS_MAX], date today,
	struct due *out, struct err *) MUST_CHECK;

/* Is this a condition a weight of care.yaml may name? */
bool due_reason_known(str when);

#endif
