/* look.h - the look-up index: columns of 8-byte words per community, scanned on every key.
 *
 * A row is one way to find a family: a name of a member (in one reading), a
 * phone, the tail of an id, the address.  All columns of a community share row numbers
 * (chunk << 9 | slot, slot 0..509); a chunk is 510 words = one LMDB overflow page.  A family's
 * rows carry everything the family can be found by together, so that AND-ing words is AND-ing
 * bits.  Rows are derived data: a pure function of the family's records (struct lookset), kept by
 * the commit that changes one of them, recounted by `check`, rebuilt when PINYIN_VERSION moved. */
#ifndef STORE_LOOK_H
#define STORE_LOOK_H

#include "base/date.h"
#include "base/pinyin.h"
#include "base/vec.h"
#include "rec/rec.h"

struct lookrow {
	uint64_t word;  /* 4 pinyin ranks, first character in bits 63-48; PY_NONE pads */
	uint64_t phone; /* BCD of 11 digits in bits 43-0, a shorter one with F in front; ~0 = none */
	uint64_t idno;  /* last 16 digits of the citizen id, BCD, X = 10; ~0 = none */
	uint64_t addr;  /* u16 lanes: dictionary no. | building+1 | unit+1 | room+1; 0 = none */
	bool head;      /* the head of the family's own row (one per family): lists count these */
	bool member;    /* a living member: shown on the first screen */
	bool dead;      /* a member who has died: indexed, the parents' card is what opens */
	bool alias;     /* another reading of a name, or a later window of a long one */
};

/* Everything one family contributes. */
struct lookset {
	date on;             /* the day it was derived for: kept with the rows, so that check can ask again */
	uint64_t org;        /* division code of its community as a number < 2^40; 0 = no rows */
	uint16_t file;       /* number within the community, for 梧桐-7 */
	uint8_t kind, level; /* FAMILY_KIND and CARE_LEVEL as numbers */
	bool closed;
	int32_t soft, due;   /* day numbers: when the earliest counter turns soft, and overdue; 0 none */
	str estate;          /* 小区: text of the address dictionary; the store gives it a number */
	uint16_t building, unit, room; /* +1; 0 = unknown */
	struct lookrow *row;
	size_t n;
};

struct lookrange { uint64_t lo, hi; }; /* org codes, inclusive: 梧桐 = one, a street = one range */

/* One condition on a row.  All conditions of a term are OR-ed, all terms AND-ed. */
enum lookkind {
	LOOK_NAME,    /* consecutive characters from any one on, the first four decide; sets of runs */
	LOOK_PHONE_HEAD, LOOK_PHONE_TAIL, LOOK_ID_TAIL, /* digits */
	LOOK_ESTATE,  /* the dictionary text contains this */
	LOOK_PLACE,   /* building, unit, room; 0 = any */
	LOOK_FAMILIES,/* one of these families (a worker's); sorted ids */
	LOOK_FILE,    /* the number within its community */
	LOOK_KIND, LOOK_LEVEL, LOOK_OVERDUE, LOOK_SOFT, LOOK_CLOSED, LOOK_ORG,
};
struct lookcond {
	enum lookkind kind;
	struct lookchar {      /* LOOK_NAME: what may stand there */
		struct run run[PY_READINGS];
		uint8_t n;
		struct run exact[2]; /* of letters: what they spell in full, or an initial; none = all of run */
		uint8_t nexact;
	} ch[8];
	uint8_t nch;
	bool anchored;         /* LOOK_NAME: from the first character on only */
	uint8_t worth;         /* of any other kind: how good a match is, enum lookquality */
	str text;              /* digits or estate text */
	uint16_t place[3];
	const uint64_t *ids;
	size_t nids;
	bool except;           /* LOOK_FAMILIES: none of them */
	uint64_t number, upto;  /* kind, level, file; LOOK_ORG: the first and last division code */
};
struct lookterm { struct lookcond *cond; size_t n; };

struct lookquery {
	const struct lookrange *scope;
	size_t nscope;
	struct lookterm *term;
	size_t nterms;
	date today;
	bool closed_too;       /* closed files as well */
	const uint64_t *mine;  /* sorted: families to rank first */
	size_t nmine;
	size_t limit;          /* best rows wanted, at most 500, none with 0; the rest is counted */
	bool all;              /* instead: every family, in the order of the index */
	bool count;            /* the exact number of families, too */
};

/* A whole name; its beginning; a beginning that may be meant, of an unfinished or a confused syllable;
 * something further behind. */
enum lookquality { LOOK_EXACT, LOOK_PREFIX, LOOK_LIKE, LOOK_INNER };
struct lookhit {
	uint64_t family;
	uint8_t quality;
	bool mine, dead, head;
	uint16_t by;           /* 1 << kind of every condition that the best row fulfils */
	uint64_t word;
	uint64_t phone, idno;  /* of that row, if they were asked for */
	int32_t soft, due;
};
struct lookanswer { struct lookhit *hit; size_t n, total; bool exact_total; };

/* Ranked: own first, then by quality, then living before dead, heads before
 * other members, then the order of names.  One hit per family.  *out in the arena. */
enum rc snap_look(struct snap *, struct arena *, const struct lookquery *, struct lookanswer *,
	struct err *) MUST_CHECK;

/* The words of a name: its windows of four characters in all their readings, each a further row
 * (word and alias set). */
struct lookrows { VEC(struct lookrow); };
void look_name_rows(struct arena *, str name, struct lookrows *out);
uint64_t look_phone(str normal);  /* ~0 for none */
uint64_t look_idno(str normal);
uint64_t look_org(str digits);  /* "230402001001" -> number; shorter codes are padded with 0 */
struct lookrange look_range(str digits); /* everything below a code: 230402 -> all its communities */

#endif
