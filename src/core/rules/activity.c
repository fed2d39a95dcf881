/* activity.c - what activity.h says. */
#include "core/rules/activity.h"

#include "core/office/means.h"

bool activity_held(const struct activity *act, date today)
{
	return !act->cancelled.day && act->on.day <= today.day;
}

code activity_state(const struct session *s, const struct activity *act, date today)
{
	return code_meant(&s->office->codes, act->cancelled.day ? MEANS_ACT_CANCELLED
		: act->on.day > today.day ? MEANS_ACT_PLANNED : act->summary.s.n ? MEANS_ACT_SUMMED
		: act->people.set ? MEANS_ACT_HELD : MEANS_ACT_UNCOUNTED);
}
