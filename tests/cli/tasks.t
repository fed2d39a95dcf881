# 同部署、同检查: tasks given down the tree, inspections and what they found, trainings, venues: what is due joins the
# one list of reminders of those it concerns.

# ---- a task: given, split down, done

$ office; qinqing --as zhenghua new task title=换届 document=向卫发〔2026〕3号 node=向阳区 due=2026-06-30; qinqing --as zhenghua spread task:1; qinqing list tasks --json | jq -r '.[] | [.node.name, .document, .due, (.whole.ref // "-")] | @tsv' | head -3; qinqing --as zhenghua spread task:1 2>&1; qinqing --as gaoqiang list tasks --json | jq -r '.[].node.name'; qinqing undo --yes >/dev/null 2>&1; rows tasks
task:1
已分解到下面 5 处
向阳区	向卫发〔2026〕3号	2026-06-30	-
北山街道	向卫发〔2026〕3号	2026-06-30	task:1
红军街道	向卫发〔2026〕3号	2026-06-30	task:1
qinqing: 下面没有还没分到的单位；要分给别处，用 n 新建一个分解自它的任务
北山街道
6

# Split further, done below: the one above shows how much of it is done, its own day stays open.
$ office; qinqing new task title=换届 node=北山街道 due=2026-06-30 >/dev/null; qinqing spread task:1; parts() { qinqing list tasks --json | jq -r '.[] | select(.ref == "task:1").parts | "\(.num)/\(.den)"'; }; parts; at 2026-05-10 qinqing --as zhoumin set task:2 done=2026-05-10 result=已经选好 >/dev/null; parts; rows tasks-of 梧桐; refused 期限 qinqing set task:2 due=2026-07-01; refused 分解 qinqing set task:1 whole=task:1; qinqing spread task:2 2>&1
已分解到下面 1 处
0/1
1/1
1
qinqing: 任务“换届”已经完成，不用再分解
? 2

# What was asked for is the supervisor's word; that it is done, whoever did it.
$ office; qinqing new task title=换届 node=梧桐 due=2026-05-31 >/dev/null; qinqing new task title=片区换届 node=北山街道 due=2026-05-31 >/dev/null; refused 主管 qinqing --as zhoumin set task:1 due=2026-06-30; refused 主管 qinqing --as zhoumin new task title=x node=梧桐 due=2026-05-31; absent qinqing --as tongli set task:1 result=x; accepted qinqing --as zhoumin set task:1 result=做了; refused 下面没有 qinqing --as zhoumin spread task:2; accepted qinqing --as gaoqiang spread task:2; absent qinqing --as tongli set task:3 done=2026-05-06

# Mine: those of mine and of my unit; late from the day after.
$ office; qinqing new task title=甲 node=梧桐 due=2026-05-06 >/dev/null; qinqing new task title=乙 node=北山街道 owner=周敏 due=2026-05-07 >/dev/null; qinqing new task title=丙 node=北山街道 due=2026-05-08 >/dev/null; names() { qinqing "$@" --json 2>/dev/null | jq -r '.[].title' | paste -sd' ' | sed 's/.*/[&]/'; }; names --as gaoqiang list my-tasks; names --as liuyang list my-tasks; at 2026-05-06 names list late-tasks; at 2026-05-07 names list late-tasks; at 2026-05-08 names list late-tasks
[乙 丙]
[甲]
[]
[甲]
[甲 乙]

# ---- due: a week before, to whose place it is, to who is named, and to who supervises them

$ office; qinqing new task title=换届 node=梧桐 due=2026-05-31 >/dev/null; due() { qinqing --as $1 list reminders --json 2>/dev/null | jq -r '.[] | select(.rule.key == "task") | [.due, .points, .what[0].text] | @tsv'; }; at 2026-05-23 due zhoumin; at 2026-05-24 due zhoumin; for w in liuyang gaoqiang zhenghua; do at 2026-05-24 due $w | wc -l; done; at 2026-05-24 due tongli; at 2026-06-02 due zhoumin; qinqing set task:1 done=2026-05-06 >/dev/null; at 2026-06-02 due zhoumin
2026-05-31	3	梧桐社区：任务 换届 期限 05-31
1
1
1
2026-05-31	5	梧桐社区：任务 换届 期限 05-31

# Dealt with there, it is said no more.
$ office; qinqing new task title=换届 node=梧桐 due=2026-05-07 >/dev/null; due() { qinqing --as zhoumin list reminders --json 2>/dev/null | jq -s '[.[][] | select(.rule.key == "task")] | length'; }; due; accepted qinqing --as zhoumin new waiver rule=task target=task:1 org=梧桐 due=2026-05-07 state=1 reason=已办; due
1
0

# ---- an inspection and what it found

$ office; qinqing --as zhenghua new inspection node=梧桐 title=换届督导; qinqing --as zhenghua new finding inspection=inspection:1 text=会议没有记录 due=2026-05-20 owner=周敏; field finding:1 org; qinqing --as zhoumin list open-findings; due() { qinqing --as $1 list reminders --json 2>/dev/null | jq -r '.[] | select(.rule.key == "finding") | .what[0].text'; }; at 2026-05-12 due zhoumin; at 2026-05-13 due zhoumin; at 2026-05-13 due tongli; refused 更早 qinqing set finding:1 fixed=2026-05-05; refused 主管 qinqing --as zhoumin set finding:1 due=2026-05-30; accepted qinqing --as zhoumin set finding:1 fixed=2026-05-06 how=补记了; qinqing list open-findings 2>&1; qinqing list findings-of inspection:1 --json | jq -r '.[0].fixed'
inspection:1
finding:1
org:3
finding:1  2026-05-20  梧桐社区  会议没有记录  周敏
梧桐社区：整改 会议没有记录 期限 05-20
qinqing: “没有整改的问题”是空的
2026-05-06

# Who inspects: street and district, within their part of the tree.
$ office; refused '角色 检查' qinqing --as zhoumin new inspection node=梧桐 title=x; refused 辖区 qinqing --as gaoqiang new inspection node=友谊 title=x; accepted qinqing --as gaoqiang new inspection node=梧桐 title=x

# A place that is merged away: its tasks, findings and venues go over, what is done stays.
$ office; qinqing new task title=甲 node=梧桐 due=2026-07-01 >/dev/null; qinqing new task title=乙 node=梧桐 due=2026-07-01 done=2026-05-06 >/dev/null; qinqing new inspection node=梧桐 title=x >/dev/null; qinqing new finding inspection=inspection:1 text=y due=2026-07-01 >/dev/null; qinqing new venue name=会员之家 kind=会员之家 org=梧桐 >/dev/null; at 2026-06-01 qinqing set org:3 successor=友谊 valid_to=2026-06-01 >/dev/null; field task:1 node; field task:2 node; field finding:1 org; field venue:1 org
org:5
org:3
org:5
org:5

# ---- venues: what each lacks; the six are asked of a 暖心家园 alone; the activities of this year there

$ office; qinqing new venue name=梧桐暖心家园 kind=暖心家园 org=梧桐 have=有阵地、有制度 six=有场所、有标识、有制度、有计划 area=120 opening=周一到周五 shared=社区党群服务中心; qinqing new venue name=基地 kind=健康教育基地 org=向阳区 have=有阵地、有制度、有窗口、有活动 >/dev/null; for on in 2025-12-31 2026-01-01 2026-05-06 2026-05-07; do qinqing new activity title=讲座 task=2 on=$on place=梧桐暖心家园 >/dev/null; done; qinqing list venues --json | jq -r '.[] | [.name, ([.missing[]?.label] | join("/")), ([.missing_six[]?.label] | join("/")), .activities] | @tsv' | sort; rows activities-at 梧桐暖心家园; qinqing --as tongli list venues 2>&1; refused 平方米 qinqing set venue:1 area=0
venue:1
基地			0
梧桐暖心家园	有窗口/有活动	有活动/有管理	2
4
qinqing: “阵地”是空的

# ---- training: who came, who did not this year; it is a sign of life

$ office; qinqing new training topic=换届实务 on=2025-12-31 org=北山街道 workers='周敏、高强' hours=4; qinqing new training topic=走访礼仪 on=2026-01-01 org=北山街道 workers=高强 >/dev/null; untrained() { qinqing list untrained $1 --json 2>/dev/null | jq -r '.[].name' | sort | paste -sd' '; }; untrained 北山街道; rows trained 周敏; rows trained 高强; refused 还没有开 qinqing new training topic=x on=2026-05-07 workers=周敏 org=梧桐; accepted qinqing new training topic=x on=2026-05-07 org=梧桐; qinqing new association node=北山街道 founded=2010-01-01 >/dev/null; qinqing list organisation-of 北山街道 --json | jq -r '.[0].life'
training:1
刘洋 周敏
1
2
2026-01-01
