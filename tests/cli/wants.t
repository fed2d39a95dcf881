# What the secretary-general looks at: where the organisation wants most, who came and went, whose contact persons
# changed too often; and what is behind a row of the six tasks and of the five domains.

# ---- behind the six tasks, the four entries, the target groups: the activities that row counted

$ office; for x in '2026-01-05 1 3 01' '2026-03-31 1 4 01、03' '2026-04-01 2 3 03' '2025-12-31 1 3 01' '2026-05-07 1 3 01'; do set -- $x; qinqing new activity title=活动$1 on=$1 task=$2 place_kind=$3 target=$4 people=$([ $1 = 2026-05-07 ] || echo 10) >/dev/null; done; qinqing new activity title=没写的 on=2026-01-06 task=2 >/dev/null; behind() { qinqing list "$@" --json 2>/dev/null | jq -r '.[].title' | paste -sd' ' | sed 's/.*/[&]/'; }; behind activities-task 1; behind activities-task 2; behind activities-entry 3; behind activities-entry -; behind activities-target 03; behind activities-task 1 --period 2026-Q1; behind activities-task; for k in 1 2; do [ "$(qinqing board six-tasks --json | jq ".[] | select(.task.key == \"$k\").activities")" = "$(rows activities-task $k)" ] || echo differs; done
[活动2026-01-05 活动2026-03-31]
[没写的 活动2026-04-01]
[活动2026-01-05 活动2026-04-01]
[没写的]
[活动2026-03-31 活动2026-04-01]
[活动2026-01-05 活动2026-03-31]
[活动2026-01-05 没写的 活动2026-03-31 活动2026-04-01]

# What lies beyond is behind no number.
$ office; qinqing new activity title=友谊的 on=2026-01-05 task=1 org=友谊 >/dev/null; qinqing --as gaoqiang list activities-task 1 2>&1; qinqing --as hechuan list activities-task 1 --json | jq length
qinqing: “这项任务的活动”是空的
1

# The five domains: who had it and who had not, as many as the board says.
$ office; visit() { qinqing new visit family=$1 when=$2 mode=上门 outcome=1 by=周敏 domains="$3" >/dev/null 2>&1; }; visit 梧桐-1 2026-05-01 '1 2'; visit 梧桐-2 2026-04-30 1; visit 梧桐-2 2025-12-31 3; for k in 1 2 3; do qinqing board domains --json | jq -r ".[] | select(.domain.key == \"$k\") | [.families, .without] | @tsv"; echo "$(rows domain-with $k) $(rows domain-without $k)"; done; column file domain-without 2; qinqing --as tongli list domain-without 1 --json | jq -r '.[].file'
2	1
2 1
1	2
1 2
0	3
0 3
梧桐-2
友谊-1
友谊-1

# ---- the ten worst gaps

$ office; gaps() { qinqing ${1:+--as $1} list gaps --json 2>/dev/null | jq -r '.[] | [.node.name, .score, ([.why[].text] | join("/"))] | @tsv'; }; qinqing list gaps --json | jq length; for n in 向阳区 北山街道 梧桐; do qinqing new association node=$n founded=2010-01-01 >/dev/null; qinqing new meeting node=$n kind=工作协调会 on=2026-05-01 >/dev/null; done; gaps zhoumin; qinqing set worker:1 post='会长、社区计生专干' >/dev/null; gaps zhoumin; qinqing new task title=x node=梧桐 given=2026-04-01 due=2026-05-05 >/dev/null; gaps zhoumin; qinqing new seat node=北山街道 body=会员代表 name=甲 kind=3 from=2026-01-01 2>/dev/null >/dev/null; gaps gaoqiang | head -1
10
梧桐社区	60	没有秘书/空缺2个岗位
梧桐社区	3	逾期1件
北山街道	65	没有秘书/空缺2个岗位/群众代表还差1人

# ---- turnover: who came and left, the year's first day and its last

$ office; moves() { qinqing board turnover --period $1 --json | jq -r '.[] | select(.name == "梧桐社区") | [.begin, .came, .left, .end, "\(.rate.num)/\(.rate.den)"] | @tsv'; }; qinqing set worker:5 on_to=2025-12-31 >/dev/null; qinqing new worker name=甲 org=梧桐 mobile=13900000081 on_from=2026-01-01 >/dev/null; qinqing new worker name=乙 org=梧桐 mobile=13900000082 on_from=2026-02-01 >/dev/null; at 2026-03-05 qinqing set worker:10 on_to=2026-03-01 >/dev/null; moves 2025; moves 2026; at 2025-12-31 moves 2025
0	2	1	1	1/2
1	2	1	2	1/3
0	2	1	1	1/2

# All of it adds up: who was there, who came, who left, who is there.
$ qinqing demo --families 30 --data "$PWD/demo" >/dev/null; qinqing --data "$PWD/demo" board turnover --json | jq '.[] | select(.begin + .came - .left != .end)'; qinqing --data "$PWD/demo" board turnover --json | jq '(.[:-1] | map(.end) | add) == .[-1].end'
true

# Three changes in twelve months are too many, two are not; the first of a post is no change, nor one of before.
$ office; hand() { at $1 qinqing handover $2 --to $3 --on $1 梧桐-1 >/dev/null; }; hand 2026-03-01 周敏 刘洋; hand 2026-03-20 刘洋 周敏; rows restless; hand 2026-04-10 周敏 刘洋; qinqing list restless --json | jq -r '.[] | [.file, .changes] | @tsv'; at 2027-03-01 rows restless; at 2027-02-28 rows restless
0
梧桐-1	3
0
1

# Every script that the table of the plan's systems names is there.
$ sed -n '/reform plan/,$p' "$TOP/tests/README.md" | grep -o '`cli/[a-z]*`' | tr -d '`' | sort -u | while read -r t; do [ -f "$TOP/tests/$t.t" ] || echo "no $t"; done; sed -n '/reform plan/,$p' "$TOP/tests/README.md" | grep -c '^| .*`cli/'
23
