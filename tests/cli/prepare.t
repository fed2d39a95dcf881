# The days of the association: an activity is planned from the day, and who does what by when is given.

$ office; qinqing --as gaoqiang list campaign-days --json | jq -r '.[] | [.on, .label, .days, .prepared] | @tsv'; qinqing --as gaoqiang prepare 5.29会员活动日; qinqing get activity:1 | grep -E '^(title|on|org|task)='; qinqing --as gaoqiang list my-tasks --json | jq -r '.[] | [.due, .title, .owner.name] | @tsv'; qinqing --as gaoqiang prepare C5 2>&1; qinqing --as gaoqiang list campaign-days --json | jq -r '.[] | select(.prepared) | .label'
2026-05-10	母亲节宣传	4	false
2026-05-29	5.29会员活动日	23	false
2026-07-11	世界人口日	66	false
activity:1
qinqing: 布置了 4 件准备的事
title=5.29会员活动日活动
on=2026-05-29
org=org:2
task=1
2026-05-08	5.29会员活动日：定方案和地点	高强
2026-05-15	5.29会员活动日：发通知、报名	高强
2026-05-22	5.29会员活动日：备好资料和物品	高强
2026-06-03	5.29会员活动日：写小结、报图片简报	高强
qinqing: 5.29会员活动日的活动已经有了（activity:1）
5.29会员活动日

# One undo takes it all back.  What is late is to be done today.  Called off, it is to be prepared again.
$ office; qinqing --as gaoqiang prepare 母亲节宣传 2>/dev/null; qinqing --as gaoqiang list my-tasks --json | jq -r '.[].due' | paste -sd' '; qinqing --as gaoqiang undo --yes >/dev/null; rows tasks; rows activities; qinqing --as gaoqiang prepare 母亲节宣传 2>/dev/null; qinqing set activity:2 cancel_why=下雨 >/dev/null; accepted qinqing --as gaoqiang prepare 母亲节宣传
activity:1
2026-05-06 2026-05-06 2026-05-06 2026-05-15
0
0
activity:2

# Due from the first step's day on, to whoever supervises in the unit, until it is prepared.
$ office; due() { qinqing --as $1 list reminders --json 2>/dev/null | jq -r '.[] | select(.rule.key == "prepare") | [.due, .what[0].text] | @tsv' | grep 5.29; }; at 2026-05-07 due gaoqiang; at 2026-05-08 due gaoqiang; at 2026-05-08 due zhoumin; at 2026-05-08 due hechuan | wc -l; qinqing --as gaoqiang prepare C5 >/dev/null 2>&1; at 2026-05-08 due gaoqiang; at 2026-05-08 due hechuan | wc -l
2026-05-08	北山街道：5.29会员活动日 05-29还没有准备
1
1

# A community plans its activity and gives nobody anything; a day that is none, nobody's unit, no such duty.
$ office; qinqing --as zhoumin prepare C6 2>&1; rows tasks; refused 协会的日子 qinqing --as zhoumin prepare 春节; refused 身份 qinqing prepare C5; refused '角色 活动' qinqing --as suning prepare C5
activity:1
qinqing: 布置了 0 件准备的事
0

# An office's own day, and steps of its own.
$ office; mkdir -p "$QINQING_DATA/config"; printf 'days:\n  - {name: O1, label: 敬老日, at: solar 06-10, kind: public, from: -1, to: 0}\n' >"$QINQING_DATA/config/care.yaml"; printf 'preparation:\n  - {name: 请人, before: "30"}\n  - {name: 定方案和地点, drop: true}\n' >"$QINQING_DATA/config/association.yaml"; qinqing --as gaoqiang prepare 敬老日 2>/dev/null; field activity:1 on; qinqing --as gaoqiang list my-tasks --json | jq -r '.[].title' | paste -sd' '; printf 'preparation:\n  - {name: 早, before: "400"}\n' >"$QINQING_DATA/config/association.yaml"; qinqing config check 2>&1 | grep -c 天数
activity:1
2026-06-10
敬老日：请人 敬老日：发通知、报名 敬老日：备好资料和物品 敬老日：写小结、报图片简报
1
