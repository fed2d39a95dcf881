/* types.c - the list of all record types; adding one is a struct, its table and a line here. */
#include "core/records/organisation.h"

const struct rec_type *const core_types[] = {
	&org_type, &worker_type, &family_type, &person_type, &assignment_type, &visit_type,
	&ruleset_type, &need_type, &step_type, &event_type, &sign_type, &green_type, &policy_type,
	&insured_type, &claim_type, &tefu_type, &review_type, &psych_type, &campaign_type,
	&gift_type, &activity_type, &status_type, &waiver_type, &glass_type,
	&saved_type, &frozen_type, &association_type, &seat_type, &meeting_type, &member_type, &group_type,
	&link_type, &expert_type, &liaison_type, &call_type, &venue_type, &training_type, &task_type,
	&inspection_type, &finding_type, &budget_type, &expense_type, &notice_type, &reply_type, NULL,
};
