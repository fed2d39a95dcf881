# seen.t - who looked at a family: every look is in the log, and is told to whom it concerns.

# A card, a record of the family, a list about it, its history, a search that led there: each leaves who and when.
$ office
> looks() { qinqing seen family:1 --json --period 2026-05 2>/dev/null | jq -r '[.[] | select(.who != "tester") | .act.key] | sort | join(" ")'; }
> qinqing --as zhoumin show family:1 >/dev/null; looks
> qinqing --as zhoumin show wxl >/dev/null; looks
> qinqing --as liuyang get person:1 >/dev/null; qinqing --as liuyang list members-of family:1 >/dev/null; looks
> qinqing --as liuyang log person:1 >/dev/null 2>&1; qinqing --as liuyang eligible family:1 >/dev/null; looks
> qinqing --as zhoumin transfer family:1 >/dev/null; qinqing --as zhoumin sheet >/dev/null; looks
> qinqing --as zhoumin export families --why 查 --for-whom 街道 --to - >/dev/null; looks
> qinqing check | tail -1
view
search view view
search view view view view
search view view view view view view
print print search view view view view view view view view
export print print search view view view view view view view view
数据完好

# A list that only says whom to call is no look; nor are lists of many, nor what is read without writing.
$ office
> before=$(qinqing seen family:1 --json 2>/dev/null | jq length)
> for act in 'who family:1' 'list assignments-of family:1' 'list contacts family:1' 'list families --json' today 'find wxl' '--read-only show family:1'; do qinqing --as liuyang $act >/dev/null; done
> [ "$(qinqing seen family:1 --json 2>/dev/null | jq length)" = "$before" ] && echo none
none

# What is looked at again the same day by the same command is said once, family by family.
$ office
> qinqing --as liuyang show family:1 --json >/dev/null
> qinqing seen family:1 --json 2>/dev/null | jq -r '[.[] | select(.who == "liuyang")] | length'
> qinqing seen family:2 --json 2>/dev/null | jq -r '[.[] | select(.who == "liuyang")] | length'
1
0

# Its own contacts, the supervisors there and whom the log is for; nobody else, and for whom it is not there it is not there.
$ office
> qinqing new worker name=管理员 org=向阳区 login=guanli role=admin mobile=13800000009 >/dev/null
> qinqing new worker name=审计员 org=向阳区 login=shenji role=auditor mobile=13800000019 >/dev/null
> qinqing new worker name=志愿者 org=梧桐 login=zhiyuan role=volunteer mobile=13800000029 >/dev/null
> qinqing --as liuyang show family:1 >/dev/null
> for who in zhoumin gaoqiang zhenghua guanli shenji; do qinqing --as $who seen family:1 | grep -c 刘洋; done
> qinqing --as liuyang seen 梧桐-1
> qinqing --as tongli seen family:1
> qinqing --as zhiyuan seen family:1
> qinqing --as liuyang list seen family:1
1
1
1
1
1
qinqing: 谁看过这户，只有它的联系人、那里的主管和审计看得到；请找街道主管
qinqing: 谁看过这户，只有它的联系人、那里的主管和审计看得到；请找街道主管
qinqing: 没有这户家庭
qinqing: 谁看过这户，只有它的联系人、那里的主管和审计看得到；请找街道主管
? 2

# Whom the log is for reads no word of the family: neither its name nor what was searched.
$ office
> qinqing new worker name=审计员 org=向阳区 login=shenji role=auditor mobile=13800000019 >/dev/null
> qinqing --as zhoumin show 5678 >/dev/null
> qinqing --as shenji seen family:1 --json | grep -cE '王秀兰|5678|梧桐'
> qinqing --as shenji seen family:1 | grep -c '有$'
> qinqing --as zhoumin seen family:1 | grep -c 5678
> qinqing --as shenji list log | grep -c 'family:1 '
> qinqing --as shenji seen family:999
0
1
1
1
qinqing: 没有人看过这一户
? 1

# The days asked for are the first and the last of them, and none beside.
$ office
> for day in 2026-04-30 2026-05-01 2026-05-31 2026-06-01; do at $day qinqing --as liuyang show family:1 >/dev/null; done
> at 2026-07-01 qinqing seen family:1 --period 2026-05 --json | jq -r '.[] | select(.who == "liuyang") | .at[0:10]'
> at 2026-07-01 qinqing seen family:1 --json | jq -r '[.[] | select(.who == "liuyang")] | length'
2026-05-31
2026-05-01
4

# What one may not open is in the log, too: of a family of another community.
$ office
> qinqing --as zhoumin get person:4 >/dev/null 2>&1; qinqing --as tongli get person:1
> qinqing seen family:1 --json | jq -r '.[] | select(.who == "tongli") | .act.key'
qinqing: 这户不在佟丽的辖区内，只能看档案编号和联系人
denied

# A look is no change: it is in no history, and undo passes it by.
$ office
> qinqing --as zhoumin set family:1 wish_note=上午 >/dev/null
> qinqing --as zhoumin show family:1 >/dev/null
> qinqing log family:1 | grep -cE '查看|查找'
> qinqing --as zhoumin undo --yes | tail -1
> qinqing get family:1 | grep -c wish_note=上午
0
已撤销
0
? 1

# Nothing is shown before it is in the log: what comes out through a pipe that closes is there.
$ office
> qinqing --as zhoumin show family:1 | head -1 >/dev/null
> qinqing seen family:1 --json | jq -r '[.[] | select(.who == "zhoumin")] | length'
1
