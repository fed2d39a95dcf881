/* association.c - the lists of the association itself. */
#include "core/lists/table.h"

#define WORK_COLUMNS " activities people special_families handouts volunteers cost"
#define BELOW(n, lab, t, cols, of) RECORDS(n, lab, t, cols), ABOUT("org"), .run = job_below, .index = of

static const char node_columns[] = "ref name state chair secretary full seconded part vacant members groups links"
	" activities life reps council standing lacking";

const struct named association_queries[] = {
	{ LIST("six-tasks", "六项任务", &activity_type, &work_row_type, "task" WORK_COLUMNS), .query.sums = true,
		.run = job_work },
	{ LIST("four-entries", "四进", &activity_type, &work_row_type, "place_kind" WORK_COLUMNS), .query.sums = true,
		.run = job_work },
	{ LIST("target-groups", "重点人群", &activity_type, &work_row_type, "target" WORK_COLUMNS), .query.sums = true,
		.run = job_work },
	{ LIST("domains", "五个领域", &visit_type, &domain_row_type, "domain families services without"),
		.query.sums = true, .run = job_domains },
	{ LIST("organisation", "组织", &org_type, &node_row_type, node_columns), .query.sums = true,
		.run = job_organisation },
	{ LIST("organisation-of", "下级组织", &org_type, &node_row_type, node_columns), .query.sums = true,
		ABOUT("org"), .run = job_organisation },
	{ LIST("wanting", "要整顿的组织", &org_type, &node_row_type, "ref name state chair secretary life"),
		ABOUT("org"), .run = job_inactive },
	{ LIST("dormant", "沉寂的组织", &org_type, &node_row_type, "ref name state chair secretary life"),
		ABOUT("org"), .run = job_dormant },
	{ LIST("vacancies", "空缺的岗位", &org_type, &vacancy_row_type, "ref node post kinds need has"),
		ABOUT("org"), .run = job_vacancies },
	{ RECORDS("activities-in", "本季活动", &activity_type, "ref on name org task people"), ABOUT("org"),
		.run = job_activities_in },
	{ RECORDS("associations", "协会组织", &association_type, "ref name term term_end have"), .run = job_in_order,
		.index = "node" },
	{ LIST("council", "会员代表和理事", &seat_type, &council_row_type, "ref name kind workplace duty from"),
		ABOUT("org"), .run = job_council },
	{ LIST("shares", "来自群众的比例", &org_type, &share_row_type, "body seats share percent need lacking"),
		ABOUT("org"), .query.sums = true, .run = job_shares },
	{ RECORDS("meetings", "会议", &meeting_type, "ref on node kind title attended"), .run = job_newest, .index = "on" },
	{ BELOW("meetings-of", "会议", &meeting_type, "ref on node kind title attended", "node") },
	{ RECORDS("members", "会员", &member_type, "ref name org skills phone"), .run = job_in_order, .index = "name" },
	{ BELOW("association-members", "会员", &member_type, "ref name org skills phone", "org") },
	{ RECORDS("group-members", "小组会员", &member_type, "ref name skills phone left"), ABOUT("group"),
		.run = job_in_order, .index = "group" },
	{ RECORDS("groups", "会员小组", &group_type, "ref name org leader"), .run = job_in_order, .index = "org" },
	{ BELOW("groups-of", "会员小组", &group_type, "ref name org leader", "org") },
	{ RECORDS("links-of", "联系户", &link_type, "ref family household from to"), ABOUT("member"),
		.run = job_newest, .index = "member" },
	{ BELOW("links", "联系户", &link_type, "ref member family household from", "org") },
	{ RECORDS("linked-by", "联系的会员", &link_type, "ref member from to"), ABOUT("family"),
		.run = job_newest, .index = "family" },
	{ RECORDS("experts", "专家库", &expert_type, "ref name field workplace skills phone"), .run = job_in_order,
		.index = "name" },
	{ LIST("helpers", "找帮手", &member_type, &helper_row_type, "ref near name kind skills load phone caution"),
		ABOUT("family"), .run = job_helpers },
	{ .query.name = NULL },
};
