/* rules.h - what the rules say of a record to whoever asks: what is worth a look, what somebody may claim. */
#ifndef CORE_RULES_RULES_H
#define CORE_RULES_RULES_H

#include "base/vec.h"
#include "core/read/read.h"

/* How much of a colour a line deserves. */
enum tone { TONE_NONE, TONE_RED, TONE_YELLOW, TONE_GREEN, TONE_DIM };

/* Things worth a look before saving: the same visit twice, look-alike persons, a late entry.
 * Sentences; n = 0 is fine. */
struct warning { str text; const struct rec_type *type; uint64_t id; const char *field; };
enum rc session_warnings(struct session *, struct arena *, const struct rec_type *,
	const struct rec *base, const struct rec *rec, struct warning **, size_t *n, struct err *)
	MUST_CHECK;

/* What the rules say of one person's claim to special support: proposed with its
 * reasons; a person decides. */
struct condition { str text; bool holds; };
struct entitled {
	const struct person *person;
	bool eligible, unknown;  /* unknown: something that decides is not filled in */
	str kind;                /* of TEFU_KIND */
	int64_t yuan;            /* a month, by the amounts of the day */
	struct { VEC(struct condition); } why;
};
enum rc session_eligible(struct session *, struct arena *, uint64_t family, date on,
	struct entitled **, size_t *n, struct err *) MUST_CHECK;

#endif
