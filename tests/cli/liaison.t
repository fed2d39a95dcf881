# 联系群众: which cadre or representative is there for which association or member, that they spoke, who is there for
# nobody and for whom nobody is.

# One of each side.  It lies where the one it is for does.
$ office; refused 只填一个 qinqing new liaison worker=高强 node=梧桐 member=member:1; refused 写明 qinqing new liaison worker=高强; qinqing new member name=赵会员 org=梧桐 >/dev/null; qinqing new seat node=北山街道 body=会员代表 name=钱代表 kind=1 from=2026-01-01 2>/dev/null; refused 只填一个 qinqing new liaison worker=高强 seat=seat:1 node=梧桐; refused 只填一个 qinqing new liaison node=梧桐; qinqing new liaison worker=高强 node=梧桐; qinqing new liaison seat=seat:1 member=member:1; field liaison:2 org; qinqing list liaisons 北山街道; refused 早于 qinqing set liaison:1 to=2026-05-05
seat:1
liaison:1
liaison:2
org:3
liaison:1  高强          梧桐社区          2026-05-06
liaison:2        钱代表            赵会员  2026-05-06

# Who is there for nobody: the staff of street and district, until they are; a community's own is not asked.
$ office; idle() { qinqing list idle-cadres "$1" --json 2>/dev/null | jq -r '.[].name' | paste -sd' ' | sed 's/.*/[&]/'; }; idle 向阳区; qinqing new liaison worker=高强 node=梧桐 >/dev/null; idle 向阳区; idle 北山街道; at 2026-05-10 qinqing set liaison:1 to=2026-05-10 >/dev/null; at 2026-05-09 idle 北山街道; at 2026-05-10 idle 北山街道
[苏宁 郑华 高强 何川]
[苏宁 郑华 何川]
[]
[]
[高强]

# Communities without one; merged into another, the liaison goes over.
$ office; without() { qinqing list no-liaison "$1" --json 2>/dev/null | jq -r '.[].name' | sort | paste -sd' ' | sed 's/.*/[&]/'; }; without 北山街道; qinqing new liaison worker=高强 node=梧桐 >/dev/null; without 北山街道; at 2026-06-01 qinqing set org:3 successor=友谊 valid_to=2026-06-01 >/dev/null; field liaison:1 node; field liaison:1 org
[梧桐社区]
[]
org:5
org:5

# Members without households and families without a member; what is over does not count.
$ office; qinqing new member name=甲 org=梧桐 joined=2026-01-01 >/dev/null; qinqing new member name=乙 org=梧桐 >/dev/null; members() { qinqing list idle-members "$1" --json 2>/dev/null | jq -r '.[].name' | sort | paste -sd' ' | sed 's/.*/[&]/'; }; members 梧桐; rows unlinked 梧桐; qinqing new link member=member:1 family=梧桐-1 from=2026-05-01 >/dev/null; members 梧桐; column file unlinked 梧桐; qinqing set link:1 to=2026-05-06 >/dev/null; members 梧桐; rows unlinked 梧桐; qinqing --as tongli list unlinked 梧桐 2>&1; members 友谊
[乙 甲]
2
[乙]
梧桐-2
[乙 甲]
2
qinqing: “没有会员联系的家庭”是空的
[]

# ---- that they spoke: it is a sign of life, and after ninety days without a word it is due to who it is, and to who
# supervises them

$ office; qinqing new liaison worker=高强 node=梧桐 from=2026-02-06 >/dev/null; due() { qinqing ${1:+--as $1} list reminders --json 2>/dev/null | jq -r '.[] | select(.rule.key == "liaison") | [.due, .what[0].text] | @tsv'; }; at 2026-05-06 due gaoqiang; at 2026-05-07 due gaoqiang; at 2026-05-07 due zhenghua | wc -l; at 2026-05-07 due zhoumin; at 2026-05-07 due tongli
2026-05-07	高强从02-06起没有联系梧桐社区
1

# A call moves the day; it cannot be before the liaison was, nor to come.
$ office; qinqing new liaison worker=高强 node=梧桐 from=2026-02-06 >/dev/null; due() { qinqing list reminders --json 2>/dev/null | jq -r '.[] | select(.rule.key == "liaison") | .due'; }; refused 早于 qinqing new call liaison=liaison:1 on=2026-02-05 mode=电话; refused 之后 qinqing new call liaison=liaison:1 on=2026-05-07 mode=电话; accepted qinqing --as gaoqiang new call liaison=liaison:1 on=2026-02-20 mode=电话 note=换届; at 2026-05-20 due; at 2026-05-21 due; qinqing list calls-of liaison:1 --json | jq -r '.[0] | [.on, .mode.label, .by.name, .note] | @tsv'; qinqing new association node=梧桐 founded=2010-01-01 >/dev/null; column life organisation-of 梧桐
2026-05-21
2026-02-20	电话	高强	换届
2026-02-20
