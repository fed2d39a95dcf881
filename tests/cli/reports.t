# A report is a row a community, a street, all of them; every number is a list, and what must add up does.

$ qinqing demo --families 40 --seed 5 >/dev/null; qinqing report | awk '{ print $1 }' | tr '\n' ' '
R01 R02 R03 R04 R05 R06 R07 R08 R09 R09-claims R10 R10-roster R11 R12 R13 

$ for by in community street; do qinqing report R05 --period 2026-04 --by $by | grep 核对; done
核对 期末户数 = 期初户数 + 新建 + 迁入 - 迁出 - 销档，17 行都对
核对 各行 10 行相加 = 合计，38 栏都对
核对 街道 6 行相加 = 合计，38 栏都对
核对 期末户数 = 期初户数 + 新建 + 迁入 - 迁出 - 销档，7 行都对
核对 各行 6 行相加 = 合计，38 栏都对

# A number, its list: of the whole, and of one community.
$ qinqing report R05 --period 2026-04 --json | jq -r 'map(select(.own | not)) | (.[0], .[-1]) | .ref as $r | to_entries[] | select(.key != "version" and (.value | type) == "number" and (.key | test("cash|paid|attended") | not)) | [$r, .key, .value] | @tsv' | while read -r org column n; do m=$(qinqing report R05 $column $org --period 2026-04 --json 2>/dev/null | jq length); [ "${m:-0}" = "$n" ] && echo as listed || echo "$org $column $n, listed ${m:-0}"; done | sort | uniq -c
     70 as listed

# Behind a share are those that it lacks.
$ qinqing report R06 --json | jq -c '.[-1] | .dual_rate, .doctor_rate'; for c in dual_rate doctor_rate; do qinqing report R06 $c --json | jq length; done
{"num":38,"den":40}
{"num":28,"den":63}
2
35

# Moves: inside a street nobody comes or goes there.
$ at 2026-05-07 qinqing report R05 --json | jq -c '.[] | [.begin + .opened + .moved_in - .moved_out - .closed - .end] | select(. != [0])'

# An activity that was called off is no activity of the month; one that was held is.
$ qinqing --as zhenghua report R05 --period 2026-04 --json | jq -c '.[-1] | [.activities, .attended]' >before; qinqing --as zhenghua new activity title=义诊 org=梧桐社区 on=2026-04-20 task=1 type=01 place_kind=3 target=01 special_families=3 people=9 >id; qinqing --as zhenghua report R05 --period 2026-04 --json | jq -c '.[-1] | [.activities, .attended]' | jq -c --slurpfile b before '[.[0] - $b[0][0], .[1] - $b[0][1]]'
[1,3]
$ qinqing --as zhenghua set $(cat id) cancelled=2026-04-19 cancel_why=下雨 special_families= people= >/dev/null; qinqing --as zhenghua report R05 --period 2026-04 --json | jq -c '.[-1] | [.activities, .attended]' | diff - before && echo as before
as before
$ qinqing --as zhenghua report R05 activities --period 2026-04 --json | jq -r '.[].title' | grep -c 义诊
0
? 1

# A report that is a list: of the period, in its own columns, and what the numbers of the others count.
$ qinqing report R04 --period 2026-04 --json | jq -r '.[].ref' | sort >all; qinqing report R05 visits --period 2026-04 --json | jq -r '.[].ref' | sort | comm -23 - all | wc -l; qinqing report R04 --period 2026-04 --json | jq -c '[.[] | .when[:7]] | unique'
0
["2026-04"]
$ [ $(qinqing report R02 --period 2026-Q1 --json | jq length) = $(qinqing report R06 --period 2026-Q1 --json | jq '.[-1].people') ] && echo as counted
as counted
$ [ $(qinqing report R08 --period 2026-04 --json | jq '[.[].cash // 0] | add') = $(qinqing report R05 --period 2026-04 --json | jq '.[-1].cash') ] && echo as counted
as counted
$ qinqing --as zhoumin report R01 | sed -n 3,4p
~ 档案编号  社区 .*社区岗联系人.*街道岗联系人.*
~ 梧桐-1 .*周敏 .*高强.*
$ qinqing --as gaoqiang report R01 --json | jq -r '.[] | [.community_worker.name, .street_worker.name] | @tsv' | sort | uniq -c | sort -rn | head -1
~  *[0-9]+ 周敏	高强
$ qinqing report R10 --json | jq -c '.[] | [.paid_begin + .paid_new - .paid_stopped - .paid_end, .paid_bereaved + .paid_disabled > .paid_end] | select(. != [0, false])'
$ [ $(qinqing report R10 reviews --json | jq length) = $(qinqing report R10-roster --json | jq length) ] && echo as listed
as listed
$ qinqing export R02 --period 2026-Q1 --why 季报 --for-whom 市计生协 --format csv --to roster.csv >/dev/null && head -1 roster.csv | tr -d '\r' | sed 's/^\xef\xbb\xbf//'
~ .*姓名.*身份证号.*

# Wrong words say what was meant.
$ qinqing report R5
qinqing: 没有报表“R5”，是不是 R05？
? 2
$ qinqing report R05 homs
qinqing: R05 没有“homs”这一栏，是不是 homes？
? 2
$ qinqing report R05 --period 2026-Q2
qinqing: R05 不是这种周期的报表，“2026-Q2”要写成 2026-05
? 2
$ qinqing report R05 --by worker
qinqing: --by 只能是 community 或 street
? 2

# Next year's form is a text: a column of ours, one of theirs, and what is wrong with one, with its place.
$ mkdir -p "$QINQING_DATA/config/reports"; chmod -R go-w "$QINQING_DATA/config"; printf 'columns:\n  - {name: red, title: 重点, count: end, when: {care_level: red}}\n  - {name: cash, drop: true}\n' >"$QINQING_DATA/config/reports/R05.yaml"; qinqing report R05 --period 2026-04 --json | jq -c '.[-1] | [has("red"), has("cash")]'; [ $(qinqing report R05 --period 2026-04 --json | jq '.[-1].red') = $(qinqing report R05 red --period 2026-04 --json | jq length) ] && echo as listed
[true,false]
as listed
$ printf 'title: 表\nperiod: [mnth]\ncolumns:\n  - {name: a, count: beginn}\n  - {name: b, count: end, when: {knd: red, kind: nosuch}}\n  - {name: c, share: a, of: z}\n  - {name: d, count: visits, sum: mode}\n  - {name: phone, count: end}\n' >"$QINQING_DATA/config/reports/own.yaml"; qinqing config check 2>&1 | sed "s|^.*/reports/|reports/|" | grep own.yaml
reports/own.yaml:2:9: 没有“mnth”这种周期；有 day、month、quarter、half、year
reports/own.yaml:4:22: 没有计数“beginn”，是不是 begin？
reports/own.yaml:5:34: 家庭没有字段“knd”，是不是 kind？
reports/own.yaml:5:50: “家庭类别”的代码表里没有“nosuch”：要写代码、means 或它的一个属性
reports/own.yaml:6:29: 上下都没有“z”这一栏
reports/own.yaml:7:35: “方式”不是数，不能相加
reports/own.yaml:8:12: “phone”是组织自己的字段，这一栏请换个名字
$ printf 'title: 表\nperiod: [month]\nrows: visit\nlist: families\nsubmit: [town]\ncolumns:\n  - {name: whn}\n' >"$QINQING_DATA/config/reports/own.yaml"; qinqing config check 2>&1 | sed "s|^.*/reports/|reports/|" | grep own.yaml
reports/own.yaml:3:7: 名单写 list 或 rows，只写一样
reports/own.yaml:3:7: 没有计数“visit”，是不是 visits？
reports/own.yaml:5:9: 名单没有数字，不能上报；要上报的报表写 count
reports/own.yaml:5:9: 没有“town”这一级；有 community、street、district
$ rm -r "$QINQING_DATA/config"
