# What the program is for, by its commands: who is responsible, a new file, a visit, when the next is due;
# word for word where the words matter.  The screens of the same are in tests/term.

$ qinqing init >/dev/null; qinqing new worker on_from=2020-01-01 name=周敏 org=梧桐 mobile=13800000001 login=zhoumin role=worker; qinqing new worker on_from=2020-01-01 name=高强 org=北山街道 mobile=13800000002 login=gaoqiang role=street; qinqing new worker on_from=2020-01-01 name=佟丽 org=友谊 mobile=13800000003 login=tongli role=worker
worker:1
worker:2
worker:3

$ qinqing set worker:1 substitute=佟丽
代班人: 空 → 佟丽

# ---- a new file with little information

$ qinqing new family name=王秀兰 community=梧桐 phone1=13900005678
family:1

$ qinqing show 梧桐-1
...
~ .*首次上门 05-21.*
...
~  完整度 +2[0-9]% 还缺 证件号码.*
...

$ qinqing set person:1 id_no=230499195803120022
证件号码: 空 → 230499195803120022

$ qinqing get person:1 | grep -E '^(birth|sex)='
sex=2
birth=1958-03-12

$ qinqing set person:1 id_no=230499195803120023
qinqing: 证件号码末位不对：校验码应为2；请核对全部数字
? 2

$ qinqing set person:1 id_no=230499196202290047
qinqing: 证件号码里的出生日期1962-02-29不存在；请核对
? 2

$ qinqing new family name=另一人 community=友谊 head.id_no=230499195803120022
~ qinqing: 注意：.*
~ qinqing: 这个证件号码已登记在另一份档案：王秀兰 .梧桐-1.，.*
? 2

# Two without a number do not collide.
$ qinqing new family name=孙德海 community=友谊; qinqing new family name=陈静 community=梧桐
family:2
family:3

# ---- who is responsible

$ qinqing new assignment family=梧桐-1 post=社区岗 worker=周敏; qinqing new assignment family=梧桐-1 post=街道岗 worker=高强; qinqing set family:1 wish_no=勿谈子女 live_addr=惠民家园12-3-501 kind=11 >/dev/null
assignment:1
assignment:2

$ qinqing new person family=梧桐-1 name=李明 relation=独生子 birth=1985-06-01 alive=否 death_date=2025-09-10
person:4

$ for q in wxl 5678 12-3-501 王秀 梧桐-1 wt-1 李明 周敏 wangxl; do printf '%s: ' "$q"; qinqing find "$q" --json | jq -r '.[0] | [.ref, ([.contacts[] | select(.cover | not)] | .[0].worker.name, .[0].phone, .[1].worker.name)] | @tsv'; done
wxl: family:1	周敏	13800000001	高强
5678: family:1	周敏	13800000001	高强
12-3-501: family:1	周敏	13800000001	高强
王秀: family:1	周敏	13800000001	高强
梧桐-1: family:1	周敏	13800000001	高强
wt-1: family:1	周敏	13800000001	高强
李明: family:1	周敏	13800000001	高强
周敏: family:1	周敏	13800000001	高强
wangxl: family:1	周敏	13800000001	高强

$ qinqing find ~wangxiunan --json | jq -r '.[].ref'
family:1

$ qinqing show wxl
王秀兰 (梧桐-1)
 意愿      勿谈子女
 社区岗    周敏 138 0000 0001
 代班      佟丽 138 0000 0003
 街道岗    高强 138 0000 0002
 家庭医生  还没有签约
 电话      139 0000 5678
 住址      惠民家园12-3-501
...

# The child who has died is not on the first screen.
$ qinqing show wxl | grep 李明
? 1

# A worker of another community: whom to call, and nothing else.
$ qinqing --as tongli show 梧桐-1
梧桐-1
 社区岗    周敏 138 0000 0001
 代班      佟丽 138 0000 0003
 街道岗    高强 138 0000 0002
 档案      梧桐-1  梧桐

$ qinqing --as tongli list members-of 梧桐-1
qinqing: “家庭成员”是空的
? 1

$ qinqing --as tongli get person:4
qinqing: 这户不在佟丽的辖区内，只能看档案编号和联系人
? 2

$ qinqing --as tongli set family:1 live_addr=x
qinqing: 这户不在佟丽的辖区内，不能修改；请联系它的联系人
? 2

# The contact person sees the phone in clear.
$ qinqing --as zhoumin show 梧桐-1 | grep '^ 电话'
 电话      139 0000 5678

# One search entry for each card that a search led to.
$ qinqing log --json --limit 2 2>/dev/null | jq -r '.[] | [.who, .act.key] | @tsv'
zhoumin	view
zhoumin	search

# ---- a plain visit, by its fields

$ qinqing set family:1 opened=2026-01-10 >/dev/null

$ qinqing --as zhoumin new visit family=梧桐-1 when=昨天 mode=上门走访 outcome=已联系 body=一般 mood=略低落
visit:1

$ qinqing get visit:1 | grep -E '^(when|by|late_days)='
when=2026-05-05
by=worker:1
late_days=1

$ qinqing show 梧桐-1 | grep -E '^ (联系|见面|上门) '
 联系      本月1/2 到期 05-31
 见面      本月1/1 已达标 下期止 06-30
 上门      本季1/1 已达标 下期止 09-30

$ qinqing --as zhoumin new visit family=梧桐-1 when=昨天 mode=上门走访 outcome=已联系
~ qinqing: 注意：这户2026-05-05已有一条.*上门走访.*
visit:2

$ qinqing --as zhoumin undo --yes | tail -1
已撤销

$ qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=无人接听; qinqing show 梧桐-1 | grep -E '^ (联系 |未联系上)'
visit:3
 联系      本月1/2 到期 05-31
 未联系上  1次

# ---- three counters, calendar months

$ export QINQING_DATA=$PWD/at4 QINQING_NOW=2026-03-20T09:00; qinqing init >/dev/null; qinqing new family name=王秀兰 community=梧桐; QINQING_NOW=2026-03-25T09:00 qinqing new visit family=family:1 mode=上门 outcome=1; QINQING_NOW=2026-04-30T10:00 qinqing new visit family=family:1 mode=上门 outcome=1; for day in 2026-04-10 2026-05-02 2026-05-03; do QINQING_NOW=${day}T10:00 qinqing new visit family=family:1 mode=电话 outcome=1; done
family:1
visit:1
visit:2
visit:3
visit:4
visit:5

$ export QINQING_DATA=$PWD/at4; qinqing show 梧桐-1 | grep -E '^ (见面|上门) '
 见面      本月0/1 到期 05-31
 上门      本季1/1 已达标 下期止 09-30

$ export QINQING_DATA=$PWD/at4; for day in 05-23 05-24 05-31 06-01; do printf '%s ' $day; QINQING_NOW=2026-${day}T09:00 qinqing find due:soft --json 2>/dev/null | jq length | tr '\n' ' '; QINQING_NOW=2026-${day}T09:00 qinqing find due:overdue --json 2>/dev/null | jq length; done
05-23 0 0
05-24 1 0
05-31 1 0
06-01 1 1

$ export QINQING_DATA=$PWD/at4; QINQING_NOW=2026-06-01T09:00 qinqing show 梧桐-1 | grep -E '^ 见面 '
 见面      本月0/1 超期1天

# The rules of May stay the rules of May.
$ export QINQING_DATA=$PWD/at4 QINQING_NOW=2026-06-01T09:00; mkdir -p at4/config; sed 's/label: 常规, contact: 2\/month, meet: 1\/month/label: 常规, contact: 2\/month, meet: 1\/quarter/' "$TOP/config/care.yaml" >at4/config/care.yaml; qinqing config check; qinqing show 梧桐-1 | grep -E '^ 见面 '
与随程序来的设置不同的地方：
~ .*care.yaml:14:57  presets standard meet：1/month → 1/quarter
设置没有问题
~  见面      本季.*

$ qinqing check | tail -1; QINQING_DATA=$PWD/at4 qinqing check | tail -1
数据完好
数据完好
