/* meeting.c - 会议: of which body, who came of those entitled, what was resolved. */
#include "core/records/organisation.h"

static const struct field meeting_fields[] = {
	FIELD(meeting, 1, node, .label = "哪一级协会", .of = "org", .flags = F_REQUIRED | F_HERE),
	FIELD(meeting, 2, on, .label = "日期", .flags = F_REQUIRED | F_TODAY),
	FIELD(meeting, 3, kind, .label = "会议", .of = "MEETING_KIND", .flags = F_REQUIRED),
	FIELD(meeting, 4, title, .label = "议题", .max = 40),
	FIELD(meeting, 5, group, .label = "会员小组", .of = "group"),
	FIELD(meeting, 6, entitled, .label = "应到(人)"),
	FIELD(meeting, 7, attended, .label = "实到(人)"),
	FIELD(meeting, 8, agenda, .label = "议程", .sens = 1, .max = 300),
	FIELD(meeting, 9, resolved, .label = "议定", .sens = 1, .max = 500, .hint = "一行一件：谁、什么时候前、做什么"),
	FIELDS_VOID(990, 991),
};

static const struct index meeting_indexes[] = {
	{ .name = "on", .key = { "on" }, .cover = { "node", "kind" } },
	{ .name = "node", .key = { "node", "on" }, .cover = { "kind" } },
};

static enum rc meeting_check(struct check *c, struct err *e)
{
	const struct meeting *m = IS(c, meeting);

	if (m->entitled.set && m->attended.set && m->attended.v > m->entitled.v)
		return fail_at(e, "attended", "实到%d人，比应到的%d人还多；列席的不算，请核对", (int)m->attended.v,
			(int)m->entitled.v);
	return RC_OK;
}

const struct rec_type meeting_type = REC_TYPE(meeting, 42, "会议", .indexes = meeting_indexes,
	.nindexes = COUNT(meeting_indexes), .unit = "node", .title = "kind", .duty = "members",
	.check = meeting_check);
