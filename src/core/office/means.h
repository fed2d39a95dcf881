/* means.h - what the rules need a code to mean; codes.yaml says which code does (`means: death`).
 *
 * A rule never names a code by its key: an office may number its tables as its superiors want, rename
 * and add.  Every meaning below must be given to at least one code of its table, else the settings are
 * refused when they are read. */
#ifndef CORE_OFFICE_MEANS_H
#define CORE_OFFICE_MEANS_H

#include "rec/code.h"
#include "rec/rec.h"

enum means {
	/* RELATION to the head of the family; a child by marriage is none of these */
	MEANS_HEAD, MEANS_SPOUSE, MEANS_CHILD,
	/* SEX, MARITAL, ID_KIND */
	MEANS_MALE, MEANS_FEMALE, MEANS_REMARRIED, MEANS_DIVORCED, MEANS_WIDOWED, MEANS_CITIZEN_ID,
	/* FAMILY_KIND; the first that means bereaved is what a family becomes when its child dies */
	MEANS_BEREAVED, MEANS_CHILD_DISABLED, MEANS_LEFT,
	/* CARE_LEVEL */
	MEANS_RED, MEANS_YELLOW, MEANS_GREEN,
	/* CARE_FLAG, LIVE_STATE, RELIEF */
	MEANS_FLAG_ALONE, MEANS_FLAG_ILL, MEANS_FLAG_LOW, MEANS_FLAG_POOR,
	MEANS_LIVES_ALONE, MEANS_LIVES_AS_COUPLE, MEANS_POOR,
	/* WISH_NO, SELF_CARE, DISAB_GRADE */
	MEANS_NO_GIFTS, MEANS_NO_GATHERINGS, MEANS_NO_NEIGHBOURS, MEANS_HALF_HELPLESS, MEANS_HELPLESS, MEANS_GRADE_LOWEST,
	/* ASSIGN_POST, ASSIGN_REASON, CLOSE_REASON */
	MEANS_POST_STREET, MEANS_POST_COMMUNITY, MEANS_FILE_ENDED, MEANS_LOAD, MEANS_NEW_JOB,
	MEANS_CLOSED_MERGED, MEANS_CLOSED_DEATH, MEANS_CLOSED_RECOVERED, MEANS_CLOSED_CANCELLED,
	/* OUTCOME, EVENT_KIND, EVENT_RESULT */
	MEANS_AWAY, MEANS_DEATH, MEANS_SILENCE, MEANS_CRISIS, MEANS_SPOUSE_DIED,
	MEANS_REACHED, MEANS_FOUND_AWAY, MEANS_FALSE_ALARM,
	/* SATISFY, CLAIM_STATE, CLAIM_DOC, REVIEW_STATE */
	MEANS_NOT_ASKED, MEANS_UNSATISFIED, MEANS_CLAIM_PAID, MEANS_CLAIM_REFUSED, MEANS_CLAIM_DROPPED,
	MEANS_OTHER_DOCUMENT, MEANS_REVIEW_WAITING,
	/* TEFU_KIND */
	MEANS_SUPPORT_BEREAVED, MEANS_SUPPORT_DISABLED,
	/* PSY_LEVEL, FUND_SRC, WAIVER_STATE, ORG_LEVEL */
	MEANS_RISK_LOW, MEANS_RISK_MIDDLE, MEANS_RISK_HIGH, MEANS_OTHER_FUND, MEANS_UNWANTED, MEANS_NOT_NEEDED,
	MEANS_DISTRICT, MEANS_STREET, MEANS_COMMUNITY, MEANS_UNIT,
	/* ASSOC_STATE */
	MEANS_ASSOCIATION_ACTIVE, MEANS_ASSOCIATION_NONE, MEANS_ASSOCIATION_TERM_OVER, MEANS_ASSOCIATION_NO_SECRETARY,
	MEANS_ASSOCIATION_DORMANT,
	/* ACT_STATE */
	MEANS_ACT_PLANNED, MEANS_ACT_UNCOUNTED, MEANS_ACT_HELD, MEANS_ACT_SUMMED, MEANS_ACT_CANCELLED,
	/* NEAR, the nearest first; HELPER_KIND */
	MEANS_SAME_BUILDING, MEANS_SAME_ESTATE, MEANS_SAME_COMMUNITY, MEANS_SAME_STREET, MEANS_FARTHER,
	MEANS_HELPER_MEMBER, MEANS_HELPER_EXPERT,
	MEANS_COUNT
};

struct means_row { const char *table, *name; };
extern const struct means_row means_table[MEANS_COUNT];

/* Does the code mean this?  An unset code means nothing. */
bool code_means(const struct codebook *, code, enum means);
/* Does one of them? */
bool codes_mean(const struct codebook *, codes, enum means);
/* The first code of its table that means it and is still in use. */
code code_meant(const struct codebook *, enum means);

#endif
