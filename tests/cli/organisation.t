# How the association stands, place by place; what is due about it; what it did by the six tasks.

# ---- the board of places

# Nobody has founded anything yet: said of each, and the numbers stand all the same.
$ office; qinqing board organisation --json | jq -r '.[] | [.name, .state[0].label, .vacant, .members] | @tsv' | head -3
向阳区	没有成立	27	0
北山街道	没有成立	4	0
红军街道	没有成立	6	0

# A place above has the numbers of all below; each number is the length of its list.
$ office; qinqing new group name=一组 org=梧桐 >/dev/null; for n in 𠮷田秀英 欧阳秀兰 阿卜杜拉·买买提; do qinqing new member name=$n org=梧桐 group=group:1; done >/dev/null; qinqing new member name=王䶮 org=友谊 >/dev/null; qinqing new member name=走了 org=友谊 joined=2020-01-01 left=2026-05-06 >/dev/null; qinqing new link member=member:1 household=董大娘 >/dev/null; qinqing new link member=member:1 family=梧桐-1 from=2026-01-01 to=2026-05-01 >/dev/null; for p in 向阳区 梧桐社区 友谊社区; do for x in members:association-members links:links groups:groups-of vacant:vacancies; do echo $p ${x%%:*} $(qinqing board organisation $p --json | jq --arg p $p --arg f ${x%%:*} '.[] | select(.name == $p)[$f]') $(rows ${x##*:} $p); done; done
向阳区 members 4 4
向阳区 links 1 1
向阳区 groups 1 1
向阳区 vacant 27 27
梧桐社区 members 3 3
梧桐社区 links 1 1
梧桐社区 groups 1 1
梧桐社区 vacant 2 2
友谊社区 members 1 1
友谊社区 links 0 0
友谊社区 groups 0 0
友谊社区 vacant 2 2

# A post is filled by somebody of that place with that post, of a kind that will do.
$ office; qinqing set worker:7 post=秘书长 staff_kind=兼职 >/dev/null; column post vacancies 向阳区 | head -3; qinqing set worker:7 staff_kind=专职 >/dev/null; column post vacancies 向阳区 | head -2; qinqing set worker:1 post=社区计生专干 >/dev/null; rows vacancies 梧桐; at 2026-06-01 qinqing set worker:1 on_to=2026-06-01 >/dev/null; at 2026-06-01 rows vacancies 梧桐; at 2026-06-02 rows vacancies 梧桐
01
02
04
01
02
1
1
2

# Within reach: a street sees its own, a community itself.
$ office; qinqing --as gaoqiang board organisation --json | jq -r '.[].name'; qinqing --as zhoumin board organisation --json | jq -r '.[].name'; qinqing --as zhoumin board organisation 友谊
北山街道
梧桐社区
梧桐社区
qinqing: 辖区里还没有家庭
? 1

# ---- what is wrong with a place, at the edges: sixty days without a word, the day behind the term's end

$ office; qinqing new association node=梧桐 founded=2010-01-01 term_end=2026-09-01; qinqing set worker:1 post=社区计生专干 >/dev/null; state() { qinqing list wanting 梧桐 --json 2>/dev/null | jq -r '.[].state[].label' | paste -sd, | sed 's/.*/[&]/'; }; state; qinqing new meeting node=梧桐 kind=工作协调会 on=2026-05-06 >/dev/null; state; at 2026-07-04 state; at 2026-07-05 state; at 2026-07-05 qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null; at 2026-07-05 state; at 2026-09-01 state; at 2026-09-02 state
association:1
[沉寂]
[]
[]
[沉寂]
[]
[]
[已届满]

# An activity is a sign of life on its day, not before, and not when it was called off.
$ office; qinqing new association node=梧桐 founded=2010-01-01 >/dev/null; qinqing new activity title=义诊 task=2 org=梧桐 on=2026-05-20 >/dev/null; qinqing list dormant 梧桐 | wc -l; at 2026-05-20 qinqing list dormant 梧桐 2>&1; at 2026-05-20 qinqing set activity:1 cancel_why=下雨 >/dev/null; at 2026-05-20 qinqing list dormant 梧桐 | wc -l
1
qinqing: “沉寂的组织”是空的
1

# ---- what is due: ninety and thirty days before a term ends, and a secondment

$ office; qinqing new association node=北山街道 founded=2010-01-01 term_end=2026-09-01 >/dev/null; qinqing set worker:2 staff_kind=挂职 term_end=2026-09-01 post='会长、秘书长' >/dev/null; qinqing new meeting node=北山街道 kind=理事会 on=2026-05-20 >/dev/null; said() { qinqing --as gaoqiang list reminders --json 2>/dev/null | jq -r '.[] | select(.org) | [.rule.label, .points, .what[0].text] | @tsv' | grep -v 沉寂; }; at 2026-06-02 said; at 2026-06-03 said; at 2026-08-01 said | cut -f1,2; at 2026-08-02 said | cut -f1,2; at 2026-09-04 said | cut -f1,2
届满	3	北山街道计划生育协会 09-01届满，准备换届
挂职期满	3	高强 挂职 09-01期满：定好谁来接
届满	3
挂职期满	3
届满	10
挂职期满	10
届满	13
挂职期满	13

# A new cadre on secondment whose term ends before it began is refused; the reminder goes with who is there.
$ office; refused 挂职 qinqing new worker name=王䶮 org=梧桐 mobile=13900000009 staff_kind=挂职 on_from=2026-05-06 term_end=2026-05-05; accepted qinqing new worker name=王䶮 org=梧桐 mobile=13900000009 staff_kind=挂职 on_from=2026-05-06 term_end=2026-05-31; qinqing list reminders --json | jq -r '.[] | select(.rule.key == "seconded") | .what[0].text'; qinqing set worker:9 on_to=2026-05-05 2>&1 | tail -1 | grep -c 早于; at 2026-05-20 qinqing set worker:9 on_to=2026-05-19 >/dev/null; at 2026-05-20 qinqing list reminders --json | jq -r '.[] | select(.rule.key == "seconded") | .what[0].text'
王䶮 挂职 05-31期满：定好谁来接
1

# Too few of the people is due as well, in heads.
$ office; qinqing new association node=向阳区 founded=2010-01-01 >/dev/null; for k in 1 2 3; do qinqing new seat node=向阳区 body=会员代表 name=人$k kind=3 from=2026-01-01 2>/dev/null >/dev/null; done; qinqing --as zhenghua list reminders --json | jq -r '.[] | select(.rule.key == "share") | .what[0].text'; qinqing --as zhoumin list reminders --json 2>/dev/null | jq '[.[] | select(.org)] | length'
向阳区：会员代表里基层一线群众和服务对象还差2人
0

# ---- the life of an activity

$ office; refused '还没有开展' qinqing new activity title=义诊 task=2 on=2026-05-07 people=20; refused '还没有开展' qinqing new activity title=义诊 task=2 on=2026-05-07 summary=好; qinqing new activity title=义诊 task=2 org=梧桐 on=2026-05-07; state() { qinqing list activities --json | jq -r '.[0].state.label'; }; state; at 2026-05-07 state; at 2026-05-07 qinqing set activity:1 people=20 >/dev/null; at 2026-05-07 state; at 2026-05-08 qinqing set activity:1 summary=来了二十位 >/dev/null; at 2026-05-08 state; at 2026-05-08 refused 取消 qinqing set activity:1 cancel_why=下雨; qinqing new activity title=读书会 task=1 org=梧桐 on=2026-05-09; refused 原因 qinqing set activity:2 cancelled=2026-05-06; qinqing set activity:2 cancel_why=下雨 >/dev/null; field activity:2 cancelled; state
activity:1
计划
到日未记
已开展
已总结
activity:2
2026-05-06
已取消

# ---- a year of activities by the six tasks, against an independent count

$ office; held() { qinqing new activity title=活动 org=$1 on=$2 task=$3 place_kind=$4 target="$5" people=$6 special_families=$7 handouts=$8 cost=$9; }; { held 梧桐 2026-01-05 1 3 '01 07' 10 3 50 100; held 梧桐 2026-02-28 1 4 01 7 7 0 20.50; held 友谊 2026-03-31 2 1 03 100 0 300 0; held 友谊 2026-04-01 4 3 '' 12 12 0 999.99; held 煤城 2026-05-06 6 2 08 30 0 60 5; held 煤城 2025-12-31 6 2 08 500 0 60 5; } >/dev/null; qinqing new activity title=要办的 task=3 org=梧桐 on=2026-05-07 >/dev/null; qinqing new activity title=没办的 task=3 org=梧桐 on=2026-05-01 cancel_why=下雨 >/dev/null; qinqing board six-tasks; qinqing list activities --json | jq -r '[.[] | select(.on >= "2026" and .on <= "2026-05-06" and (.cancelled | not))] | group_by(.task.key)[] | [.[0].task.key, length, (map(.people // 0) | add), (map(.special_families // 0) | add), (map(.handouts // 0) | add), (map((.cost // 0) * 100 | round) | add)] | @tsv' >counted; qinqing board six-tasks --json | jq -r '.[] | select(.task and .activities > 0) | [.task.key, .activities, .people, .special_families, .handouts, (.cost * 100 | round)] | @tsv' | diff counted - && echo same
...
宣传教育          2     17    10            50        0           120.50
...
same

# Of a quarter; by where it went; by whom it was for, each once for each group.
$ office; for x in '2026-01-05 3 01' '2026-03-31 3 01、03' '2026-04-01 4 03'; do set -- $x; qinqing new activity title=活动 task=1 on=$1 place_kind=$2 target=$3 people=10 >/dev/null; done; qinqing board six-tasks --period 2026-Q1 --json | jq -r '.[] | select(.group).people'; qinqing board four-entries --json | jq -r '.[] | select(.activities > 0) | [.place_kind.label // .group, .activities] | @tsv'; qinqing board target-groups --json | jq -r '.[] | select(.activities > 0) | [.target.label, .people] | @tsv'
20
进社区	2
进家庭	1
合计	3
特殊家庭	20
青少年	20

# What lies beyond one's reach is not in one's sums.
$ office; qinqing new activity title=茶话会 task=1 org=友谊 people=9 >/dev/null; qinqing --as gaoqiang board six-tasks --json | jq -r '.[] | select(.group).people'; qinqing --as hechuan board six-tasks --json | jq -r '.[] | select(.group).people'
0
9

# ---- the five domains: families served, services, families without one

$ office; visit() { qinqing new visit family=$1 when=$2 mode=上门 outcome=1 by=周敏 domains="$3" >/dev/null 2>&1; }; visit 梧桐-1 2026-05-01 '1 2'; visit 梧桐-1 2026-05-02 1; visit 梧桐-2 2026-04-30 1; visit 梧桐-2 2025-12-31 3; qinqing board domains --json | jq -r '.[] | select(.services > 0) | [.domain.key, .families, .services, .without] | @tsv'; qinqing board domains --period 2026-05 --json | jq -r '.[0] | [.families, .services, .without] | @tsv'
1	2	3	1
2	1	1	2
1	2	2
