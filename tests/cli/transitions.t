# Status transitions: moving in and away, closing, sealing, merging, splitting.

$ qinqing init >/dev/null; qinqing new worker on_from=2020-01-01 name=周敏 org=梧桐 mobile=13800000001 login=zhoumin; qinqing new worker on_from=2020-01-01 name=高强 org=北山街道 mobile=13800000002 login=gaoqiang role=street; qinqing new worker on_from=2020-01-01 name=郑华 org=向阳区 mobile=13800000003 login=zhenghua role=district; qinqing new worker on_from=2020-01-01 name=佟丽 org=友谊 mobile=13800000004 login=tongli
worker:1
worker:2
worker:3
worker:4

$ qinqing new family name=王秀兰 community=梧桐 kind=23 phone1=13900005678 opened=2026-01-10 head.sex=女 head.birth=1958-03-12 head.diseases=高血压; qinqing new person family=梧桐-1 name=李国栋 relation=夫 birth=1956-11-05 sex=男; qinqing new assignment family=梧桐-1 post=社区岗 worker=周敏 from=2026-01-10; qinqing new assignment family=梧桐-1 post=街道岗 worker=高强 from=2026-01-10
family:1
person:2
assignment:1
assignment:2

# ---- moving in: the day it came and from where, the first visit within 15 days

$ qinqing --as zhoumin new family name=欧阳𠮷玲 community=梧桐 kind=11 phone1=13900001111 moved_from='鹤岗市工农区红旗路12号' opened=2026-05-06; qinqing list changes-of 梧桐-2 --json | jq -c '.[] | [.subject, .before[0].text, .after[0].text, .effective]'; qinqing show 梧桐-2 | grep -E '首次上门'; qinqing --as zhoumin new family name=张三 community=友谊 kind=11
family:2
["迁入","鹤岗市工农区红旗路12号","梧桐社区","2026-05-06"]
 上门      本期不计 首次上门 05-21
           首次上门 +6
qinqing: 这个社区不在周敏的辖区内，不能在那里建档；请联系那里的联系人
? 2

# ---- a family that moves within the district: whoever is not of the new community is pointed out

$ qinqing set family:1 community=友谊 >/dev/null; for no in 梧桐-1 友谊-1 230402001001-0001; do qinqing find $no --json 2>/dev/null | jq -c "[\"$no\", .[].file]"; done; qinqing list reminders-of family:1 --json | jq -r '.[].what[0].text' | grep 不在; qinqing list changes-of family:1 --json | jq -c '.[] | [.subject, .before[0].text, .after[0].text]'; qinqing undo --yes | tail -1; qinqing list reminders-of family:1 --json | jq -r '.[].what[0].text' | grep -c 不在
["梧桐-1","梧桐-1"]
["友谊-1"]
["230402001001-0001","梧桐-1"]
社区岗不在这个社区：家庭搬了，请重新安排
街道岗不在这个社区：家庭搬了，请重新安排
["所属社区","梧桐社区","友谊社区"]
已撤销
0
? 1

# ---- one parent is left

$ qinqing set person:2 alive=否 death_date=2026-05-01 >/dev/null; qinqing list reminders-of 梧桐-1 --json | jq -r '.[].what[0].text' | grep 老人; qinqing set family:1 live_state=独居 care_flags=独居 >/dev/null; qinqing list reminders-of 梧桐-1 --json | jq -r '.[].what[0].text' | grep -c 老人; qinqing undo --yes >/dev/null; qinqing undo --yes | tail -1
只剩一位老人：核对居住状况，独居的勾上“独居”
0
已撤销

# ---- after a hard visit somebody talks with the worker: the others are told so, and the worker too

$ qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 occasion=亡故治丧 >/dev/null; for who in zhoumin gaoqiang; do qinqing --as $who list reminders-of 梧桐-1 --json | jq -r '.[] | select(.rule.key=="debrief") | .what[0].text'; done; for day in 13 14; do QINQING_NOW=2026-05-${day}T09:00 qinqing --as gaoqiang list reminders-of 梧桐-1 --json | jq '[.[] | select(.rule.key=="debrief")] | length'; done; qinqing --as gaoqiang new waiver family=梧桐-1 rule=debrief target=visit:1 due=2026-05-06 reason=谈过了 >/dev/null; qinqing --as gaoqiang list reminders-of 梧桐-1 --json | jq '[.[] | select(.rule.key=="debrief")] | length'
这次走访不容易：找街道主管或心理社工说说话
周敏 刚陪过丧事或危机：和TA谈谈心
1
0
0

# ---- closing: the posts end that day, nobody's caseload counts it, what is due is gone

$ qinqing --as gaoqiang set family:1 close_reason=迁出本区 >/dev/null; qinqing get family:1 | grep ^clos; for day in 06 07; do qinqing who family:1 --on 2026-05-$day --json 2>/dev/null | jq -c '.[] | [.worker.name, .to, .reason.label]'; done; QINQING_NOW=2026-05-07T09:00 qinqing list families-of 周敏; qinqing list reminders-of family:1; qinqing find 'closed:yes 王秀兰' --json | jq -r '.[].file'
closed=2026-05-06
close_reason=05
["高强","2026-05-06","销档并档"]
["周敏","2026-05-06","销档并档"]
qinqing: “联系的家庭”是空的
qinqing: “提醒”是空的
梧桐-1

# Nobody is in charge of it any more, so nobody reads what is personal but the street and the district.
$ export QINQING_NOW=2026-05-07T09:00; for who in zhoumin gaoqiang zhenghua; do qinqing --as $who get person:1 --json | jq -c '[.birth, .diseases]'; done
[null,"有"]
["1958-03-12","高血压"]
["1958-03-12","高血压"]

# ---- sealed three years later, to the day; the secretary-general still reads it, and so does whoever reopens it

$ for day in 2029-05-05 2029-05-06; do for who in gaoqiang zhenghua; do QINQING_NOW=${day}T09:00 qinqing --as $who get person:1 --json | jq -c "[\"$day $who\", .birth, .diseases]"; done; QINQING_NOW=${day}T09:00 qinqing --as gaoqiang show family:1 | grep -c 已封存; done
["2029-05-05 gaoqiang","1958-03-12","高血压"]
["2029-05-05 zhenghua","1958-03-12","高血压"]
0
["2029-05-06 gaoqiang","1958-03-12","有"]
["2029-05-06 zhenghua","1958-03-12","高血压"]
1

$ export QINQING_NOW=2029-05-06T09:00; qinqing --as gaoqiang set family:1 closed= close_reason= >/dev/null; qinqing --as gaoqiang get person:1 --json | jq -r .diseases; qinqing list changes-of family:1 --json | jq -c '.[] | [.subject, .after[0].text, .effective]'; qinqing --as gaoqiang undo --yes | tail -1
高血压
["销档日期",null,"2029-05-06"]
["销档日期","2026-05-06","2026-05-06"]
已撤销

$ qinqing --as gaoqiang undo --yes | tail -1; qinqing who family:1 --json | jq -r '.[].worker.name'
已撤销
高强
周敏

# ---- the sheet that goes with a family that moves away

$ qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null; qinqing transfer 梧桐-1; qinqing log --limit 1 2>/dev/null | grep -c 打印; qinqing undo --yes | tail -1
计划生育特殊家庭迁移联系单  2026-05-06 周三
==============================================================================
王秀兰 (梧桐-1)
 档案      梧桐-1  梧桐
 级别      常规(绿)
 家庭类别  独生子女伤残家庭(三级)
 电话      139 0000 5678
 社区岗    周敏 138 0000 0001
 街道岗    高强 138 0000 0002
 成员
 王秀兰    户主  女  1958-03-12
 李国栋    夫  男  1956-11-05
 诉求和承诺
 住房维修  漏水  2026-05-21
 最近联系
 今天      电话 已联系 周敏
------------------------------------------------------------------------------
迁往地址       ______________________________
迁出日期       ______________________________
接收单位       ______________________________
接收人和电话   ______________________________
收到日期       ______________________________
首次上门       ______________________________
1
已撤销

# ---- merging and splitting leave their records; a person of both files is one afterwards, and knows what both knew

$ qinqing new family name=王秀蘭 community=梧桐 phone1=13900005678 head.work_unit=矿务局 >/dev/null; qinqing new person family=梧桐-3 name=王大山 relation=父亲 >/dev/null; qinqing new need family=梧桐-3 person=person:4 kind=住房维修 text=漏水 >/dev/null; qinqing quality | grep 重复; qinqing merge family:3 --to family:1; qinqing list members-of family:1 --json | jq -r '.[] | [.name, .work_unit // ""] | @tsv'; qinqing get need:2 | grep -E '^(family|person)'; qinqing quality | grep -c 重复
family:1  王秀兰 (梧桐-1)    可能重复建档：王秀蘭 (梧桐-3)
family:3  王秀蘭 (梧桐-3)    可能重复建档：王秀兰 (梧桐-1)
已并入，移过去 2 条记录；qinqing undo 可以分开
王秀兰	矿务局
李国栋	
王大山	
family=family:1
person=person:1
0
? 1

$ qinqing list changes-of family:1 --json | jq -c '.[] | [.subject, .before[0].text, .after[0].text]'; qinqing undo --yes | tail -1; qinqing list members-of 梧桐-3 --json | jq length; qinqing split family:1 person:2; qinqing list changes-of family:4 --json | jq -c '.[] | [.subject, .before[0].text]'; qinqing check | tail -1
["并档","230402001001-0003","230402001001-0001"]
已撤销
2
family:4
["分户","230402001001-0001"]
数据完好
