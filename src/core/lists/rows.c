/* rows.c - the tables of what lists yield. */
#include "core/lists/rows.h"

/* Rows are never stored: their fields need no tag. */
#define COL(S, m, ...) FIELD(S, 0, m, __VA_ARGS__)
#define ROW_TYPE(S, lab, ...) \
	{ .name = #S, .label = lab, .size = sizeof(struct S), .fields = S##_fields, \
		.nfields = COUNT(S##_fields), __VA_ARGS__ }

/* ---- more of a record ------------------------------------------------------------------------- */

static const struct field family_row_fields[] = {
	COL(family_row, file, .label = "档案"),
	COL(family_row, workers, .label = "联系人", .of = "worker"),
	COL(family_row, state, .label = "到期"),
	COL(family_row, why, .label = "为什么"),
	COL(family_row, last, .label = "上次"),
	COL(family_row, age, .label = "年龄", .unit = "岁", .sens = 2),
	COL(family_row, score, .label = "分数"),
};
const struct rec_type family_row_type = ROW_TYPE(family_row, "家庭", .base = &family_type);

static const struct field today_row_fields[] = {
	COL(today_row, matter_due, .label = "期限"),
	COL(today_row, matter, .label = "事项"),
};
const struct rec_type today_row_type = ROW_TYPE(today_row, "今日", .base = &family_row_type);

static const struct field found_row_fields[] = {
	COL(found_row, call, .label = "联系人电话"),
	COL(found_row, by, .label = "查到", .sens = 2),
};
const struct rec_type found_row_type = ROW_TYPE(found_row, "查到的家庭", .base = &family_row_type);

static const struct field plan_row_fields[] = {
	COL(plan_row, skip, .label = "不排"),
	COL(plan_row, done, .label = "已送达"),
	COL(plan_row, cash, .label = "慰问金", .sens = 2),
	COL(plan_row, items, .label = "物品", .of = "GIFT_ITEM", .sens = 2),
	COL(plan_row, by, .label = "送达人", .of = "worker"),
};
const struct rec_type plan_row_type = ROW_TYPE(plan_row, "专项名单", .base = &family_row_type);

static const struct field invite_row_fields[] = {
	COL(invite_row, invited, .label = "邀请"),
};
const struct rec_type invite_row_type = ROW_TYPE(invite_row, "邀请名单", .base = &family_row_type);

static const struct field hand_row_fields[] = {
	COL(hand_row, file, .label = "档案"),
	COL(hand_row, post, .label = "岗位", .of = "ASSIGN_POST"),
	COL(hand_row, open_needs, .label = "诉求"),
	COL(hand_row, quiet, .label = "静日", .of = "CARE_DAY", .sens = 2),
	COL(hand_row, last, .label = "上次"),
};
const struct rec_type hand_row_type = ROW_TYPE(hand_row, "交接清单", .base = &family_type);

static const struct field member_row_fields[] = {
	COL(member_row, age, .label = "年龄", .unit = "岁", .sens = 2),
};
const struct rec_type member_row_type = ROW_TYPE(member_row, "家庭成员", .base = &person_type);

static const struct field post_row_fields[] = {
	COL(post_row, live, .label = "在岗"),
};
const struct rec_type post_row_type = ROW_TYPE(post_row, "联系人安排", .base = &assignment_type);

static const struct field worker_row_fields[] = {
	COL(worker_row, families, .label = "户数"),
	COL(worker_row, heavy, .label = "本周沉重"),
	COL(worker_row, talk, .label = "该谈谈心"),
};
const struct rec_type worker_row_type = ROW_TYPE(worker_row, "工作人员", .base = &worker_type);

static const struct field event_row_fields[] = {
	COL(event_row, first_minutes, .label = "首次联系用时", .unit = "分钟"),
};
const struct rec_type event_row_type = ROW_TYPE(event_row, "重大情况", .base = &event_type);

static const struct field change_row_fields[] = {
	COL(change_row, subject, .label = "变更", .flags = F_WORDS),
	COL(change_row, before, .label = "原来", .sens = 3),
	COL(change_row, after, .label = "现在", .sens = 3),
	COL(change_row, basis, .label = "依据", .sens = 2),
};
const struct rec_type change_row_type = ROW_TYPE(change_row, "状态变更", .base = &status_type);

static const struct field log_row_fields[] = {
	COL(log_row, person, .label = "姓名"),
	COL(log_row, what, .label = "对象"),
};
const struct rec_type log_row_type = ROW_TYPE(log_row, "操作日志", .base = &entry_type);

/* ---- rows of their own ------------------------------------------------------------------------ */

static const struct field due_row_fields[] = {
	COL(due_row, family, .label = "家庭", .of = "family"),
	COL(due_row, org, .label = "组织", .of = "org"),
	COL(due_row, due, .label = "期限"),
	COL(due_row, rule, .label = "规则", .of = "REMINDER"),
	COL(due_row, what, .label = "要做的事"),
	COL(due_row, target, .label = "关于"),
	COL(due_row, detail, .label = "其中"),
	COL(due_row, points, .label = "分数"),
	COL(due_row, urgent, .label = "急办"),
};
const struct rec_type due_row_type = ROW_TYPE(due_row, "要做的事", .owner = "family");

static const struct field day_row_fields[] = {
	COL(day_row, on, .label = "日期"),
	COL(day_row, label, .label = "日子", .flags = F_WORDS),
	COL(day_row, kind, .label = "做法", .flags = F_WORDS),
	COL(day_row, quiet, .label = "静日"),
	COL(day_row, what, .label = "要做的事"),
	COL(day_row, family, .label = "家庭", .of = "family"),
};
const struct rec_type day_row_type = ROW_TYPE(day_row, "要关心的日子", .owner = "family");

static const struct field problem_row_fields[] = {
	COL(problem_row, family, .label = "家庭", .of = "family"),
	COL(problem_row, problem, .label = "问题"),
};
const struct rec_type problem_row_type = ROW_TYPE(problem_row, "数据质量", .owner = "family");

static const struct field ledger_row_fields[] = {
	COL(ledger_row, fund, .label = "来源", .of = "FUND_SRC"),
	COL(ledger_row, task, .label = "任务", .of = "SIX_TASK"),
	COL(ledger_row, gifts, .label = "户次"),
	COL(ledger_row, cash, .label = "慰问金"),
	COL(ledger_row, value, .label = "物品折价"),
};
const struct rec_type ledger_row_type = ROW_TYPE(ledger_row, "经费台账");

/* ---- boards ----------------------------------------------------------------------------------- */

#define NUMBER(S, m, lab) \
	{ .name = #m, .label = lab, .kind = KIND_OF(board_numbers, m), \
		.off = offsetof(struct S, n) + offsetof(struct board_numbers, m) }
#define BOARD_FIELDS(S) \
	NUMBER(S, families, "户数"), NUMBER(S, contacts, "双岗"), NUMBER(S, card, "知情卡"), \
	NUMBER(S, doctor, "家庭医生"), NUMBER(S, green, "绿色通道"), NUMBER(S, insured, "保险"), \
	NUMBER(S, contacted, "联系"), NUMBER(S, met, "见面"), NUMBER(S, visited, "上门"), \
	NUMBER(S, closed, "诉求办结"), NUMBER(S, in_time, "按期"), NUMBER(S, satisfied, "满意"), \
	NUMBER(S, complete, "档案完整"), NUMBER(S, agreed, "约定方式"), NUMBER(S, load, "负荷")

static const struct field org_board_fields[] = { BOARD_FIELDS(org_board) };
const struct rec_type org_board_type = ROW_TYPE(org_board, "三个全覆盖", .base = &org_type);

static const struct field worker_board_fields[] = { BOARD_FIELDS(worker_board) };
const struct rec_type worker_board_type = ROW_TYPE(worker_board, "三个全覆盖", .base = &worker_type);

static const struct field month_row_fields[] = {
	COL(month_row, begin, .label = "期初"),
	COL(month_row, in, .label = "新增"),
	COL(month_row, out, .label = "减少"),
	COL(month_row, end, .label = "期末"),
	COL(month_row, bereaved, .label = "失独"),
	COL(month_row, disabled, .label = "伤残"),
	COL(month_row, turned, .label = "转类"),
	COL(month_row, contacts, .label = "联系"),
	COL(month_row, homes, .label = "上门"),
	COL(month_row, events, .label = "重大情况"),
	COL(month_row, alarms, .label = "失联核查"),
	COL(month_row, first_minutes, .label = "首次联系", .unit = "分钟"),
};
const struct rec_type month_row_type = ROW_TYPE(month_row, "本月动态", .base = &org_type);

/* ---- accounts ---------------------------------------------------------------------------------- */

static const struct field key_row_fields[] = {
	COL(key_row, worker, .label = "工作人员", .of = "worker"),
	COL(key_row, login, .label = "登录名"),
	COL(key_row, kind, .label = "密钥种类"),
	COL(key_row, print, .label = "指纹"),
	COL(key_row, device, .label = "标签"),
	COL(key_row, from, .label = "只从"),
	COL(key_row, added, .label = "加于"),
	COL(key_row, until, .label = "到期"),
	COL(key_row, last, .label = "上次使用"),
	COL(key_row, remark, .label = "提示"),
};
const struct rec_type key_row_type = ROW_TYPE(key_row, "账号和密钥");

static const struct field session_row_fields[] = {
	COL(session_row, number, .label = "编号"),
	COL(session_row, worker, .label = "工作人员", .of = "worker"),
	COL(session_row, login, .label = "登录名"),
	COL(session_row, from, .label = "来自"),
	COL(session_row, since, .label = "从何时起"),
	COL(session_row, what, .label = "在做", .flags = F_WORDS),
};
const struct rec_type session_row_type = ROW_TYPE(session_row, "在线");

/* ---- the association -------------------------------------------------------------------------- */

static const struct field council_row_fields[] = {
	COL(council_row, grassroots, .label = "算不算"),
};
const struct rec_type council_row_type = ROW_TYPE(council_row, "名册", .base = &seat_type);

static const struct field node_row_fields[] = {
	COL(node_row, state, .label = "协会", .of = "ASSOC_STATE"),
	COL(node_row, chair, .label = "会长", .of = "worker"),
	COL(node_row, secretary, .label = "秘书", .of = "worker"),
	COL(node_row, full, .label = "专职"),
	COL(node_row, seconded, .label = "挂职"),
	COL(node_row, part, .label = "兼职"),
	COL(node_row, vacant, .label = "空缺"),
	COL(node_row, members, .label = "会员"),
	COL(node_row, groups, .label = "小组"),
	COL(node_row, links, .label = "联系户"),
	COL(node_row, activities, .label = "活动"),
	COL(node_row, life, .label = "上次动静", .flags = F_SHORT),
	COL(node_row, reps, .label = "会员代表"),
	COL(node_row, council, .label = "理事"),
	COL(node_row, standing, .label = "常务理事"),
	COL(node_row, lacking, .label = "还差", .unit = "人"),
};
const struct rec_type node_row_type = ROW_TYPE(node_row, "组织", .base = &org_type);

static const struct field activity_row_fields[] = {
	COL(activity_row, state, .label = "进度", .of = "ACT_STATE"),
};
const struct rec_type activity_row_type = ROW_TYPE(activity_row, "活动", .base = &activity_type);

static const struct field work_row_fields[] = {
	COL(work_row, task, .label = "六项任务", .of = "SIX_TASK"),
	COL(work_row, place_kind, .label = "四进", .of = "FOUR_IN"),
	COL(work_row, target, .label = "对象", .of = "TARGET_GROUP"),
	COL(work_row, activities, .label = "活动"),
	COL(work_row, people, .label = "人次"),
	COL(work_row, special_families, .label = "特殊家庭(户)"),
	COL(work_row, handouts, .label = "资料(份)"),
	COL(work_row, volunteers, .label = "志愿者(人)"),
	COL(work_row, cost, .label = "费用(元)", .sens = 1),
};
const struct rec_type work_row_type = ROW_TYPE(work_row, "六项任务");

static const struct field domain_row_fields[] = {
	COL(domain_row, domain, .label = "领域", .of = "DOMAIN"),
	COL(domain_row, families, .label = "服务户数"),
	COL(domain_row, services, .label = "服务次数"),
	COL(domain_row, without, .label = "没有服务的户"),
};
const struct rec_type domain_row_type = ROW_TYPE(domain_row, "五个领域");

static const struct field vacancy_row_fields[] = {
	COL(vacancy_row, node, .label = "组织", .of = "org"),
	COL(vacancy_row, post, .label = "岗位", .of = "POST"),
	COL(vacancy_row, kinds, .label = "用工类别", .of = "STAFF_KIND"),
	COL(vacancy_row, need, .label = "要有"),
	COL(vacancy_row, has, .label = "现有"),
};
const struct rec_type vacancy_row_type = ROW_TYPE(vacancy_row, "空缺的岗位");

static const struct field share_row_fields[] = {
	COL(share_row, body, .label = "席位", .of = "BODY"),
	COL(share_row, seats, .label = "人数", .unit = "人"),
	COL(share_row, share, .label = "群众和服务对象"),
	COL(share_row, percent, .label = "不低于", .unit = "%"),
	COL(share_row, need, .label = "至少", .unit = "人"),
	COL(share_row, lacking, .label = "还差", .unit = "人"),
};
const struct rec_type share_row_type = ROW_TYPE(share_row, "来自群众的比例");

static const struct field survey_row_fields[] = {
	COL(survey_row, survey, .label = "问卷"),
	COL(survey_row, title, .label = "标题"),
	COL(survey_row, org, .label = "社区", .of = "org"),
	COL(survey_row, ask, .label = "问题"),
	COL(survey_row, answer, .label = "回答", .flags = F_WORDS),
	COL(survey_row, families, .label = "户数"),
	COL(survey_row, share, .label = "占问到的"),
};
const struct rec_type survey_row_type = ROW_TYPE(survey_row, "问卷汇总");

static const struct field helper_row_fields[] = {
	COL(helper_row, near, .label = "远近", .of = "NEAR"),
	COL(helper_row, kind, .label = "是谁", .of = "HELPER_KIND"),
	COL(helper_row, name, .label = "姓名", .flags = F_NAME),
	COL(helper_row, skills, .label = "特长", .of = "SKILL"),
	COL(helper_row, load, .label = "联系户", .unit = "户"),
	COL(helper_row, phone, .label = "电话"),
	COL(helper_row, org, .label = "所在组织", .of = "org"),
	COL(helper_row, topics, .label = "愿意讲的题目"),
	COL(helper_row, caution, .label = "注意", .flags = F_WORDS),
};
const struct rec_type helper_row_type = ROW_TYPE(helper_row, "找帮手");

static const struct field budget_row_fields[] = {
	COL(budget_row, task, .label = "六项任务", .of = "SIX_TASK"),
	COL(budget_row, fund, .label = "来源", .of = "FUND_SRC"),
	COL(budget_row, budget, .label = "预算", .sens = 1),
	COL(budget_row, spent, .label = "已支出", .sens = 1),
	COL(budget_row, left, .label = "结余", .sens = 1),
	COL(budget_row, share, .label = "支出比例", .sens = 1, .flags = F_SHORT),
	COL(budget_row, bar, .label = "图", .sens = 1),
};
const struct rec_type budget_row_type = ROW_TYPE(budget_row, "预算");

static const struct field spent_row_fields[] = {
	COL(spent_row, on, .label = "日期"),
	COL(spent_row, what, .label = "用途", .flags = F_WORDS),
	COL(spent_row, task, .label = "六项任务", .of = "SIX_TASK"),
	COL(spent_row, fund, .label = "来源", .of = "FUND_SRC"),
	COL(spent_row, org, .label = "单位", .of = "org"),
	COL(spent_row, amount, .label = "金额", .sens = 1),
};
const struct rec_type spent_row_type = ROW_TYPE(spent_row, "支出");

static const struct field turnover_row_fields[] = {
	COL(turnover_row, begin, .label = "年初"),
	COL(turnover_row, came, .label = "来了"),
	COL(turnover_row, left, .label = "走了"),
	COL(turnover_row, end, .label = "现在"),
	COL(turnover_row, rate, .label = "流动率"),
};
const struct rec_type turnover_row_type = ROW_TYPE(turnover_row, "队伍变动", .base = &org_type);

static const struct field restless_row_fields[] = {
	COL(restless_row, changes, .label = "换了", .unit = "次"),
};
const struct rec_type restless_row_type = ROW_TYPE(restless_row, "联系人换得多的家庭", .base = &family_row_type);

static const struct field campaign_day_row_fields[] = {
	COL(campaign_day_row, on, .label = "日期"),
	COL(campaign_day_row, name, .label = "代号"),
	COL(campaign_day_row, label, .label = "日子", .flags = F_WORDS),
	COL(campaign_day_row, days, .label = "还有", .unit = "天"),
	COL(campaign_day_row, prepared, .label = "准备了"),
};
const struct rec_type campaign_day_row_type = ROW_TYPE(campaign_day_row, "协会的日子");

static const struct field gap_row_fields[] = {
	COL(gap_row, node, .label = "组织", .of = "org"),
	COL(gap_row, why, .label = "缺什么"),
	COL(gap_row, score, .label = "分数"),
};
const struct rec_type gap_row_type = ROW_TYPE(gap_row, "组织缺口");

static const struct field venue_row_fields[] = {
	COL(venue_row, missing, .label = "四有缺", .of = "FOUR_HAVE"),
	COL(venue_row, missing_six, .label = "六有缺", .of = "SIX_HAVE"),
	COL(venue_row, activities, .label = "今年活动"),
};
const struct rec_type venue_row_type = ROW_TYPE(venue_row, "阵地", .base = &venue_type);

static const struct field task_row_fields[] = {
	COL(task_row, parts, .label = "分解完成", .flags = F_SHORT),
	COL(task_row, late, .label = "逾期"),
};
const struct rec_type task_row_type = ROW_TYPE(task_row, "工作任务", .base = &task_type);

/* ---- blocks of a card ------------------------------------------------------------------------- */

static const struct field line_row_fields[] = {
	COL(line_row, label, .label = "项目", .flags = F_WORDS),
	COL(line_row, text, .label = "内容"),
};
const struct rec_type line_row_type = ROW_TYPE(line_row, "内容");

static const struct field contact_row_fields[] = {
	COL(contact_row, label, .label = "岗位", .flags = F_WORDS),
	COL(contact_row, post, .label = "岗位代码", .of = "ASSIGN_POST"),
	COL(contact_row, worker, .label = "联系人", .of = "worker"),
	COL(contact_row, cover, .label = "代班"),
	COL(contact_row, phone, .label = "电话"),
	COL(contact_row, hours, .label = "方便时间"),
	COL(contact_row, remark, .label = "说明", .flags = F_WORDS),
};
const struct rec_type contact_row_type = ROW_TYPE(contact_row, "联系人");

static const struct field number_row_fields[] = {
	COL(number_row, label, .label = "关系", .flags = F_WORDS),
	COL(number_row, who, .label = "姓名"),
	COL(number_row, phone, .label = "电话"),
	COL(number_row, hours, .label = "方便时间"),
};
const struct rec_type number_row_type = ROW_TYPE(number_row, "电话号码");

static const struct field counter_row_fields[] = {
	COL(counter_row, label, .label = "项目", .flags = F_WORDS),
	COL(counter_row, text, .label = "内容"),
	COL(counter_row, done, .label = "已做"),
	COL(counter_row, want, .label = "要做"),
	COL(counter_row, state, .label = "到期"),
	COL(counter_row, first, .label = "首次上门"),
};
const struct rec_type counter_row_type = ROW_TYPE(counter_row, "本期");

static const struct field seen_month_fields[] = {
	COL(seen_month, month, .label = "月份"),
	COL(seen_month, homes, .label = "上门"),
	COL(seen_month, others, .label = "其他"),
	COL(seen_month, bar, .label = "图"),
};
const struct rec_type seen_month_type = ROW_TYPE(seen_month, "每月联系");

static const struct field report_row_fields[] = {
	COL(report_row, name, .label = "报表"),
	COL(report_row, title, .label = "名称", .flags = F_WORDS),
	COL(report_row, from, .label = "从"),
	COL(report_row, to, .label = "到"),
	COL(report_row, org, .label = "单位", .of = "org"),
	COL(report_row, state, .label = "进度", .of = "REPORT_STATE"),
	COL(report_row, kept, .label = "存底", .of = "frozen"),
	COL(report_row, remark, .label = "退回原因"),
};
const struct rec_type report_row_type = ROW_TYPE(report_row, "报表");

static const struct field cared_row_fields[] = {
	COL(cared_row, file, .label = "档案"),
	COL(cared_row, kind, .label = "家庭类别", .of = "FAMILY_KIND", .sens = 2),
	COL(cared_row, care_level, .label = "级别", .of = "CARE_LEVEL", .sens = 2),
	COL(cared_row, live_addr, .label = "现住址", .sens = 2),
	COL(cared_row, community, .label = "社区", .of = "org"),
};
const struct rec_type cared_row_type = ROW_TYPE(cared_row, "关爱对象", .base = &member_row_type);

static const struct field roster_row_fields[] = {
	COL(roster_row, community_worker, .label = "社区岗", .of = "worker"),
	COL(roster_row, community_phone, .label = "社区岗电话"),
	COL(roster_row, street_worker, .label = "街道岗", .of = "worker"),
	COL(roster_row, street_phone, .label = "街道岗电话"),
};
const struct rec_type roster_row_type = ROW_TYPE(roster_row, "双岗名册", .base = &family_row_type);
