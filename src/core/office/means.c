/* means.c - the table of meanings, and asking for them. */
#include "core/office/means.h"

#include "base/str.h"

const struct means_row means_table[MEANS_COUNT] = {
	[MEANS_HEAD] = { "RELATION", "head" },
	[MEANS_SPOUSE] = { "RELATION", "spouse" },
	[MEANS_CHILD] = { "RELATION", "child" },
	[MEANS_MALE] = { "SEX", "male" },
	[MEANS_FEMALE] = { "SEX", "female" },
	[MEANS_REMARRIED] = { "MARITAL", "remarried" },
	[MEANS_DIVORCED] = { "MARITAL", "divorced" },
	[MEANS_WIDOWED] = { "MARITAL", "widowed" },
	[MEANS_CITIZEN_ID] = { "ID_KIND", "citizen-id" },
	[MEANS_BEREAVED] = { "FAMILY_KIND", "bereaved" },
	[MEANS_CHILD_DISABLED] = { "FAMILY_KIND", "child-disabled" },
	[MEANS_LEFT] = { "FAMILY_KIND", "left" },
	[MEANS_RED] = { "CARE_LEVEL", "red" },
	[MEANS_YELLOW] = { "CARE_LEVEL", "yellow" },
	[MEANS_GREEN] = { "CARE_LEVEL", "green" },
	[MEANS_FLAG_ALONE] = { "CARE_FLAG", "alone" },
	[MEANS_FLAG_ILL] = { "CARE_FLAG", "gravely-ill" },
	[MEANS_FLAG_LOW] = { "CARE_FLAG", "low" },
	[MEANS_FLAG_POOR] = { "CARE_FLAG", "poor" },
	[MEANS_LIVES_ALONE] = { "LIVE_STATE", "alone" },
	[MEANS_LIVES_AS_COUPLE] = { "LIVE_STATE", "couple" },
	[MEANS_POOR] = { "RELIEF", "poor" },
	[MEANS_NO_GIFTS] = { "WISH_NO", "no-gifts" },
	[MEANS_NO_GATHERINGS] = { "WISH_NO", "no-gatherings" },
	[MEANS_NO_NEIGHBOURS] = { "WISH_NO", "no-neighbours" },
	[MEANS_HALF_HELPLESS] = { "SELF_CARE", "half-helpless" },
	[MEANS_HELPLESS] = { "SELF_CARE", "helpless" },
	[MEANS_GRADE_LOWEST] = { "DISAB_GRADE", "lowest" },
	[MEANS_POST_STREET] = { "ASSIGN_POST", "street" },
	[MEANS_POST_COMMUNITY] = { "ASSIGN_POST", "community" },
	[MEANS_FILE_ENDED] = { "ASSIGN_REASON", "file-ended" },
	[MEANS_LOAD] = { "ASSIGN_REASON", "load" },
	[MEANS_NEW_JOB] = { "ASSIGN_REASON", "new-job" },
	[MEANS_CLOSED_MERGED] = { "CLOSE_REASON", "merged" },
	[MEANS_CLOSED_DEATH] = { "CLOSE_REASON", "death" },
	[MEANS_CLOSED_RECOVERED] = { "CLOSE_REASON", "recovered" },
	[MEANS_CLOSED_CANCELLED] = { "CLOSE_REASON", "cancelled" },
	[MEANS_AWAY] = { "OUTCOME", "away" },
	[MEANS_DEATH] = { "EVENT_KIND", "death" },
	[MEANS_SILENCE] = { "EVENT_KIND", "silence" },
	[MEANS_CRISIS] = { "EVENT_KIND", "crisis" },
	[MEANS_SPOUSE_DIED] = { "EVENT_KIND", "spouse-died" },
	[MEANS_REACHED] = { "EVENT_RESULT", "reached" },
	[MEANS_FOUND_AWAY] = { "EVENT_RESULT", "away" },
	[MEANS_FALSE_ALARM] = { "EVENT_RESULT", "false-alarm" },
	[MEANS_NOT_ASKED] = { "SATISFY", "not-asked" },
	[MEANS_UNSATISFIED] = { "SATISFY", "unsatisfied" },
	[MEANS_CLAIM_PAID] = { "CLAIM_STATE", "paid" },
	[MEANS_CLAIM_REFUSED] = { "CLAIM_STATE", "refused" },
	[MEANS_CLAIM_DROPPED] = { "CLAIM_STATE", "dropped" },
	[MEANS_OTHER_DOCUMENT] = { "CLAIM_DOC", "other" },
	[MEANS_REVIEW_WAITING] = { "REVIEW_STATE", "waiting" },
	[MEANS_SUPPORT_BEREAVED] = { "TEFU_KIND", "child-died" },
	[MEANS_SUPPORT_DISABLED] = { "TEFU_KIND", "child-disabled" },
	[MEANS_RISK_LOW] = { "PSY_LEVEL", "low" },
	[MEANS_RISK_MIDDLE] = { "PSY_LEVEL", "middle" },
	[MEANS_RISK_HIGH] = { "PSY_LEVEL", "high" },
	[MEANS_OTHER_FUND] = { "FUND_SRC", "other" },
	[MEANS_UNWANTED] = { "WAIVER_STATE", "unwanted" },
	[MEANS_NOT_NEEDED] = { "WAIVER_STATE", "not-needed" },
	[MEANS_DISTRICT] = { "ORG_LEVEL", "district" },
	[MEANS_STREET] = { "ORG_LEVEL", "street" },
	[MEANS_COMMUNITY] = { "ORG_LEVEL", "community" },
	[MEANS_UNIT] = { "ORG_LEVEL", "unit" },
	[MEANS_ACT_PLANNED] = { "ACT_STATE", "planned" },
	[MEANS_ACT_UNCOUNTED] = { "ACT_STATE", "uncounted" },
	[MEANS_ACT_HELD] = { "ACT_STATE", "held" },
	[MEANS_ACT_SUMMED] = { "ACT_STATE", "summed-up" },
	[MEANS_ACT_CANCELLED] = { "ACT_STATE", "cancelled" },
	[MEANS_ASSOCIATION_ACTIVE] = { "ASSOC_STATE", "active" },
	[MEANS_ASSOCIATION_NONE] = { "ASSOC_STATE", "none" },
	[MEANS_ASSOCIATION_TERM_OVER] = { "ASSOC_STATE", "term-over" },
	[MEANS_ASSOCIATION_NO_SECRETARY] = { "ASSOC_STATE", "no-secretary" },
	[MEANS_ASSOCIATION_DORMANT] = { "ASSOC_STATE", "dormant" },
	[MEANS_NOTICE_POLICY] = { "NOTICE_KIND", "policy" },
	[MEANS_NOTICE_HOTLINE] = { "NOTICE_KIND", "hotline" },
	[MEANS_SAME_BUILDING] = { "NEAR", "building" },
	[MEANS_SAME_ESTATE] = { "NEAR", "estate" },
	[MEANS_SAME_COMMUNITY] = { "NEAR", "community" },
	[MEANS_SAME_STREET] = { "NEAR", "street" },
	[MEANS_FARTHER] = { "NEAR", "farther" },
	[MEANS_HELPER_MEMBER] = { "HELPER_KIND", "member" },
	[MEANS_HELPER_EXPERT] = { "HELPER_KIND", "expert" },
	[MEANS_REPORT_SUBMITTED] = { "REPORT_STATE", "submitted" },
	[MEANS_REPORT_RETURNED] = { "REPORT_STATE", "returned" },
	[MEANS_REPORT_APPROVED] = { "REPORT_STATE", "approved" },
	[MEANS_REPORT_FROZEN] = { "REPORT_STATE", "frozen" },
};

static bool key_means(const struct codebook *book, str key, enum means m)
{
	const struct meaning *w = book->meaning ? &book->meaning[m] : NULL;

	for (size_t i = 0; w && i < w->n; i++)
		if (str_eq(w->key[i], key))
			return true;
	return false;
}

bool code_means(const struct codebook *book, code c, enum means m)
{
	return c.key.n && key_means(book, c.key, m);
}

bool codes_mean(const struct codebook *book, codes c, enum means m)
{
	str rest = c.keys, key;

	while (str_word(&rest, &key))
		if (key_means(book, key, m))
			return true;
	return false;
}

code code_meant(const struct codebook *book, enum means m)
{
	return (code){ book->meaning[m].n ? book->meaning[m].key[0] : (str){ 0 } };
}
