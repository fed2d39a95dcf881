# undo.t - undo, void, merge and split: nothing is lost, nothing is left pointing at nothing.

# What pointed at a voided record still does when it is back.
$ office
> qinqing new visit family=梧桐-1 mode=上门 outcome=1 by=周敏 >/dev/null
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 visit=visit:1 >/dev/null
> qinqing void visit:1 --why 记错了 >/dev/null
> qinqing undo --yes | tail -1
> field need:1 visit
> field visit:1 void_why
> qinqing check | tail -1
已撤销
visit:1
数据完好

# What the program had filled in goes back with what it was filled in from.
$ office
> qinqing set person:4 id_no=230499195611050015 disab_cert=23049919561105001543 >/dev/null
> qinqing undo --yes >/dev/null
> qinqing get person:4 | grep -E '^(id_no|disab)'
> qinqing set family:1 live_addr=矿工新村7-2-301 >/dev/null
> qinqing undo --yes >/dev/null
> qinqing get family:1 | grep -E '^(place|building|unit|room)='
place=惠民家园
building=12
unit=3
room=501

# A need closed by mistake is open again after undo, for every list.
$ office
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null
> qinqing set need:1 result=已解决 >/dev/null
> rows needs
> qinqing undo --yes | tail -1
> rows needs
> field need:1 open
0
已撤销
1
yes

# A claim is reckoned again when what it was reckoned from is taken back.
$ office
> qinqing new policy name=2026住院护理 from=2026-04-20 daily=100 waiting_days=30 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-21 discharge=2026-05-01 >/dev/null
> field claim:1 payable
> qinqing set claim:1 accident=是 >/dev/null
> field claim:1 payable
> qinqing undo --yes | tail -1
> field claim:1 payable
0
1000
已撤销
0

# The number of days a visit was entered late goes back with the visit's day.
$ office
> qinqing new visit family=梧桐-1 mode=电话 outcome=1 when=2026-05-05 >/dev/null
> qinqing set visit:1 when=2026-05-01 >/dev/null
> field visit:1 late_days
> qinqing undo --yes | tail -1
> field visit:1 late_days
5
已撤销
1

# What is voided and brought back is the same record, with its number and all it said.
$ office
> qinqing new campaign name=端午 occasion=端午 window_from=2026-06-12 window_to=2026-06-18 cash=200 >/dev/null
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new visit family=梧桐-1 mode=上门 outcome=1 by=周敏 met=王秀兰 >/dev/null
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 visit=visit:1 person=王秀兰 >/dev/null
> qinqing new event family=梧桐-1 kind=重病 person=王秀兰 >/dev/null
> qinqing new gift family=梧桐-1 cash=200 by=周敏 >/dev/null
> qinqing new sign person=王秀兰 doctor=赵医生 signed_on=2026-05-01 >/dev/null
> qinqing new green family=梧桐-1 hospital=区医院 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new tefu person=王秀兰 kind=1 >/dev/null
> qinqing new psych family=梧桐-1 score=3 >/dev/null
> qinqing new waiver family=梧桐-1 rule=contact reason=已告知 >/dev/null
> qinqing new activity title=茶话会 task=1 attendees=王秀兰 >/dev/null
> for ref in visit:1 need:1 event:1 gift:1 sign:1 green:1 insured:1 tefu:1 psych:1 waiver:1 activity:1 campaign:1 policy:2; do
> [ $ref = policy:2 ] && qinqing new policy name=2027住院护理 from=2027-01-01 daily=100 >/dev/null
> qinqing get $ref >before
> qinqing void $ref --why 记错了 >/dev/null || echo "not voided: $ref"
> qinqing undo --yes >/dev/null || echo "not undone: $ref"
> qinqing get $ref >after 2>&1
> cmp -s before after || echo "not the same: $ref"
> done

# A voided record is out of the lists, and back in them after undo.
$ office
> qinqing new gift family=梧桐-1 cash=200 by=周敏 >/dev/null
> rows gifts-of 梧桐-1
> qinqing void gift:1 --why 记错了 >/dev/null
> rows gifts-of 梧桐-1
> qinqing undo --yes >/dev/null
> column ref gifts-of 梧桐-1
1
0
gift:1

# Two sessions of one worker undo at once: it is undone once, and comes back once.
$ for round in 1 2 3 4; do
> office
> qinqing new gift family=梧桐-1 cash=200 by=周敏 >/dev/null
> qinqing --as zhoumin void gift:1 --why 记错了 >/dev/null
> together 4 qinqing --as zhoumin undo --yes
> column ref gifts-of 梧桐-1
> done
gift:1
gift:1
gift:1
gift:1

# Eighty changes can be taken back one after the other, and then there is nothing left to take back.
$ office
> for i in $(seq 80); do qinqing --as zhoumin set family:1 wish_note=第$i次 >/dev/null; done
> for i in $(seq 79); do qinqing --as zhoumin undo --yes >/dev/null || echo "stopped at $i"; done
> field family:1 wish_note
> qinqing --as zhoumin undo --yes | tail -1
> field family:1 wish_note
> qinqing --as zhoumin undo --yes
第1次
已撤销
qinqing: 没有可以撤销的：你最近没有改过什么
? 1

# A roster of 2,600 families brought in by a colleague does not hide what I did before it.
$ office
> qinqing --as zhoumin set family:1 wish_note=下午来 >/dev/null
> { echo 户主姓名,出生年月日,社区,住址; for i in $(seq 2600); do echo "赵$(printf %04d $i | sed y/0123456789/甲乙丙丁戊己庚辛壬癸/),19$((i % 40 + 30))/$((i % 12 + 1))/$((i % 28 + 1)),友谊,矿工新村$i"; done; } >roster.csv
> qinqing import families roster.csv --yes | tail -2 | head -1
> qinqing --as zhoumin undo --yes | tail -1
> field family:1 wish_note
新增 2600  相同 0  有变化 0  重复 0  拒绝 0
已撤销

# What is reckoned anew after a colleague's change is no change of the colleague's: it does not stand in the way of undo.
$ office
> qinqing new policy name=2026住院护理 from=2026-04-20 daily=100 waiting_days=30 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-21 discharge=2026-05-01 >/dev/null
> qinqing --as zhoumin set claim:1 accident=是 >/dev/null
> qinqing --as gaoqiang set claim:1 discharge=2026-05-02 >/dev/null
> field claim:1 payable
> qinqing --as zhoumin undo --yes | tail -1
> field claim:1 payable
> field claim:1 discharge
1100
已撤销
0
2026-05-02

# The head of a family is not voided: it is said what depends on it and what to do.
$ office
> qinqing void person:1 --why 记错了
> field family:1 head
~ qinqing: .*(户主|家庭).*
person:1

# A member whom records speak of is not voided: it is said which, and what to do.
$ office
> qinqing new need family=梧桐-1 kind=医疗费用 text=报销 person=person:4 >/dev/null
> qinqing void person:4 --why 记错了
> field need:1 person
~ qinqing: .*诉求.*
person:4

# Each that others lean on says so and stays: a need with steps, a policy with insured people, who is insured with a claim, an event with a claim, a campaign with gifts, a support with reviews.
$ office
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null
> qinqing new step need=need:1 text=已联系房管所 >/dev/null
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new event family=梧桐-1 kind=住院 person=王秀兰 >/dev/null
> qinqing new claim event=event:1 >/dev/null
> qinqing new campaign name=端午 occasion=端午 window_from=2026-06-12 window_to=2026-06-18 >/dev/null
> qinqing new gift family=梧桐-1 campaign=端午 >/dev/null
> qinqing new tefu person=王秀兰 kind=1 >/dev/null
> qinqing new review person=王秀兰 tefu=tefu:1 >/dev/null
> for ref in need:1 policy:1 insured:1 event:1 campaign:1 tefu:1; do
> qinqing void $ref --why 记错了; echo $?
> qinqing get $ref >/dev/null || echo "$ref is gone"
> done
> qinqing check | tail -1
~ qinqing: .*办理过程.*
2
~ qinqing: .*参保.*
2
~ qinqing: .*理赔.*
2
~ qinqing: .*理赔.*
2
~ qinqing: .*慰问.*
2
~ qinqing: .*年审.*
2
数据完好

# A merge with every kind of part is one undo: each record is again what it was.
$ office
> qinqing new family name=王秀蘭 community=梧桐 kind=11 head.birth=1958-03-12 >/dev/null
> head=$(field family:4 head)
> qinqing new person family=family:4 name=王大山 relation=父亲 >/dev/null
> qinqing new campaign name=端午 occasion=端午 window_from=2026-06-12 window_to=2026-06-18 cash=200 >/dev/null
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new assignment family=family:4 post=社区岗 worker=刘洋 >/dev/null
> qinqing new visit family=family:4 mode=上门 outcome=1 by=刘洋 met=$head >/dev/null
> qinqing new need family=family:4 kind=住房维修 text=漏水 person=$head visit=visit:1 >/dev/null
> qinqing new step need=need:1 dept=住建 text=已转 >/dev/null
> qinqing new event family=family:4 kind=住院 person=$head >/dev/null
> qinqing new sign person=$head doctor=赵医生 signed_on=2026-05-01 >/dev/null
> qinqing new green person=$head hospital=区医院 >/dev/null
> qinqing new insured person=$head policy=2026住院护理 >/dev/null
> qinqing new claim event=event:1 >/dev/null
> qinqing new tefu person=$head kind=1 >/dev/null
> qinqing new review person=$head tefu=tefu:1 >/dev/null
> qinqing new psych person=$head family=family:4 score=3 >/dev/null
> qinqing new gift family=family:4 campaign=端午 >/dev/null
> qinqing new waiver family=family:4 rule=contact reason=已告知 >/dev/null
> qinqing set family:4 care_level=2 care_reason=独居 >/dev/null
> all() { for ref in family:1 family:4 person:1 $head person:10 assignment:1 assignment:7 visit:1 need:1 step:1 event:1 sign:1 green:1 insured:1 claim:1 tefu:1 review:1 psych:1 gift:1 waiver:1 status:1 activity:1; do echo "$ref"; qinqing get $ref 2>&1; done; }
> all >before
> qinqing merge family:4 --to family:1
> for list in visits needs events signs greens insured claims tefu reviews psych gifts waivers; do [ $(rows $list-of 梧桐-1) = 1 ] || echo "$list did not come along"; done
> all >merged
> grep -c family:4 merged
> qinqing undo --yes | tail -1
> all >after
> diff before after
> qinqing check | tail -1
~ 已并入，移过去 1[0-9] 条记录；qinqing undo 可以分开
~ [0-9]+
已撤销
数据完好

# Both files had a gift of one campaign: the merge keeps both, and does not refuse.
$ office
> qinqing new family name=王秀蘭 community=梧桐 head.birth=1958-03-12 >/dev/null
> qinqing new campaign name=端午 occasion=端午 window_from=2026-06-12 window_to=2026-06-18 cash=200 >/dev/null
> qinqing new gift family=梧桐-1 campaign=端午 by=周敏 >/dev/null
> qinqing new gift family=family:4 campaign=端午 by=刘洋 >/dev/null
> qinqing merge family:4 --to family:1 >/dev/null
> column ref gifts-of 梧桐-1 | sort
> qinqing undo --yes | tail -1
> column ref gifts-of 梧桐-1
gift:1
gift:2
已撤销
gift:1

# Whom a visit met, and who came to an activity, is the same person in the file that stays.
$ office
> qinqing new family name=王秀蘭 community=梧桐 head.birth=1958-03-12 >/dev/null
> qinqing new person family=family:4 name=王大山 relation=父亲 >/dev/null
> qinqing new visit family=family:4 mode=上门 outcome=1 met='person:9、person:10' by=周敏 >/dev/null
> qinqing new activity title=茶话会 task=1 attendees=person:9 >/dev/null
> qinqing merge family:4 --to family:1 >/dev/null
> field visit:1 met | sed 's/person://g'
> field activity:1 attendees | sed 's/person://g'
1 10
1

# Who leaves by a split takes along doctor, hospital, insurance, claim, support and counselling.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new sign person=person:4 doctor=赵医生 signed_on=2026-05-01 >/dev/null
> qinqing new green person=person:4 hospital=区医院 >/dev/null
> qinqing new insured person=person:4 policy=2026住院护理 >/dev/null
> qinqing new claim person=person:4 admit=2026-04-01 discharge=2026-04-11 >/dev/null
> qinqing new tefu person=person:4 kind=1 >/dev/null
> qinqing new review person=person:4 tefu=tefu:1 >/dev/null
> qinqing new psych person=person:4 family=梧桐-1 score=3 >/dev/null
> qinqing new need person=person:4 family=梧桐-1 kind=医疗费用 text=报销 >/dev/null
> qinqing new green family=梧桐-1 hospital=全家的 >/dev/null
> qinqing split 梧桐-1 person:4
> for ref in person:4 sign:1 green:1 insured:1 claim:1 tefu:1 review:1 psych:1 need:1 green:2; do echo "$ref $(field $ref family)"; done
> qinqing check | tail -1
> qinqing undo --yes | tail -1
> for ref in person:4 sign:1 green:1 insured:1 claim:1 tefu:1 review:1 psych:1 need:1; do field $ref family; done | uniq -c | sed 's/^ *//'
family:4
person:4 family:4
sign:1 family:4
green:1 family:4
insured:1 family:4
claim:1 family:4
tefu:1 family:4
review:1 family:4
psych:1 family:4
need:1 family:4
green:2 family:1
数据完好
已撤销
9 family:1

# Nothing can be said of somebody who is voided, or of nobody.
$ office
> qinqing new person family=梧桐-1 name=王大山 relation=父亲 >/dev/null
> qinqing void person:9 --why 记错了 >/dev/null
> refused '成员 已作废 第9号' qinqing new need family=梧桐-1 kind=住房维修 text=漏水 person=person:9
> refused '见到的成员 已作废' qinqing new visit family=梧桐-1 mode=上门 outcome=1 met=person:9
> refused '第99号' qinqing new visit family=梧桐-1 mode=上门 outcome=1 met=person:99
> qinqing undo --yes | tail -1
> accepted qinqing new need family=梧桐-1 kind=住房维修 text=漏水 person=person:9
已撤销

# A record comes back only while what it speaks of is there.
$ office
> qinqing new person family=梧桐-1 name=王大山 relation=父亲 >/dev/null
> qinqing --as zhoumin new need family=梧桐-1 kind=住房维修 text=漏水 person=person:9 >/dev/null
> qinqing --as zhoumin void need:1 --why 记错了 >/dev/null
> qinqing void person:9 --why 记错了 >/dev/null
> qinqing --as zhoumin undo --yes >/dev/null 2>said; echo $?
> grep -o 第9号 said
> qinqing undo --yes | tail -1
> qinqing --as zhoumin undo --yes | tail -1
> rows needs-of 梧桐-1
2
第9号
已撤销
已撤销
1

# To take back a creation is to void it: not while others lean on it, wherever they are.
$ office
> qinqing --as zhoumin new activity title=茶话会 task=1 >/dev/null
> qinqing --as gaoqiang new person family=梧桐-1 name=王大山 relation=父亲 >/dev/null
> qinqing set activity:1 attendees=person:9 >/dev/null
> qinqing --as gaoqiang undo --yes >/dev/null 2>said; echo $?
> grep -o '撤销：.*参加人' said
> qinqing set activity:1 attendees= >/dev/null
> qinqing --as gaoqiang undo --yes | tail -1
2
撤销：活动 茶话会的“参加人
已撤销

# Who leaves a file is still spoken of in it, and is not voided for that.
$ office
> qinqing new visit family=梧桐-1 mode=上门 outcome=1 met=李国栋 >/dev/null
> qinqing split 梧桐-1 person:4
> qinqing set family:4 head= >/dev/null
> qinqing void person:4 --why 记错了 2>&1 | grep -o '走访记录.*见到的成员'
> qinqing set visit:1 met= >/dev/null
> qinqing void person:4 --why 记错了
family:4
走访记录 王秀兰 (梧桐-1) 2026-05-06的“见到的成员
已作废 person:4

# While somebody is voided, a colleague notes a need of theirs: one of the two is refused.
$ for round in 1 2 3 4; do
> office
> qinqing new person family=梧桐-1 name=王大山 relation=父亲 >/dev/null
> qinqing void person:9 --why 记错了 >/dev/null 2>&1 & qinqing --as zhoumin new need family=梧桐-1 kind=住房维修 text=漏水 person=person:9 >/dev/null 2>&1; wait
> echo "$(rows needs-of 梧桐-1) $(qinqing get person:9 | grep -c ^void_why)"
> done | grep -v -e '^1 0$' -e '^0 1$'
? 1

# Who changed a field back has taken it back: undo says so once, and goes on to what was before.
$ office
> qinqing --as zhoumin set family:1 wish_time=上午 >/dev/null
> qinqing --as zhoumin set family:1 wish_note=下午来 >/dev/null
> qinqing --as gaoqiang set family:1 wish_note= >/dev/null
> qinqing --as zhoumin undo --yes | tail -1
> qinqing --as zhoumin undo --yes | tail -1
> field family:1 wish_time
> qinqing --as zhoumin undo --yes
已撤销
已撤销
qinqing: 没有可以撤销的：你最近没有改过什么
? 1

# A colleague's later change of the same field is not taken back; it is said which field.
$ office
> qinqing --as zhoumin set family:1 wish_note=下午来 >/dev/null
> qinqing --as gaoqiang set family:1 wish_note=上午来 >/dev/null
> qinqing --as zhoumin undo --yes >/dev/null 2>said; echo $?
> grep -o 其他意愿 said
> field family:1 wish_note
2
其他意愿
上午来

# All that a death brought with it goes back with it, the event, the insurance and the kind of the family.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=person:7 policy=2026住院护理 >/dev/null
> qinqing new tefu person=person:7 kind=2 >/dev/null
> for ref in person:7 family:2 insured:1 tefu:1; do qinqing get $ref; done >before
> qinqing set person:7 alive=否 death_date=2026-05-01 >/dev/null
> rows events-of 梧桐-2
> qinqing undo --yes | tail -1
> for ref in person:7 family:2 insured:1 tefu:1; do qinqing get $ref; done | diff before -
> rows events-of 梧桐-2
> qinqing check | tail -1
1
已撤销
0
数据完好

# A change that needs its reason needs none to be taken back, and its days are again what they were.
$ office
> qinqing get family:2 >before
> qinqing set family:2 kind=11 kind_evidence=死亡证明 care_level=1 care_reason=独居 >/dev/null
> qinqing undo --yes | tail -1
> qinqing get family:2 | diff before -
已撤销

# A member who is only in the other file goes over with all that is said of them, steps and claims too, and back.
$ office
> qinqing new family name=王秀蘭 community=梧桐 head.birth=1958-03-12 >/dev/null
> qinqing new person family=family:4 name=王大山 relation=父亲 >/dev/null
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new need person=person:10 family=family:4 kind=住房维修 text=漏水 >/dev/null
> qinqing new step need=need:1 text=已转 >/dev/null
> qinqing new event family=family:4 kind=住院 person=person:10 >/dev/null
> qinqing new insured person=person:10 policy=2026住院护理 >/dev/null
> qinqing new claim event=event:1 >/dev/null
> qinqing new sign person=person:10 doctor=赵医生 signed_on=2026-05-01 >/dev/null
> qinqing new psych person=person:10 family=family:4 score=3 >/dev/null
> all() { for ref in person:10 need:1 step:1 event:1 insured:1 claim:1 sign:1 psych:1; do qinqing get $ref; done; }
> all >before
> qinqing merge family:4 --to family:1 >/dev/null
> all | grep -c ^family=family:1
> qinqing undo --yes | tail -1
> all | diff before -
> qinqing check | tail -1
8
已撤销
数据完好

# What is voided stays where it was, and does not stand in the way of a merge.
$ office
> qinqing new family name=王秀蘭 community=梧桐 head.birth=1958-03-12 >/dev/null
> qinqing new visit family=family:4 mode=电话 outcome=1 by=刘洋 >/dev/null
> qinqing void visit:1 --why 记错了 >/dev/null
> qinqing merge family:4 --to family:1
> field visit:1 family
已并入，移过去 0 条记录；qinqing undo 可以分开
family:4

# A merge leaves nobody without their contact person, and ends the posts of the file that is closed.
$ office
> qinqing new family name=王秀蘭 community=梧桐 head.birth=1958-03-12 >/dev/null
> at 2026-05-07 qinqing merge family:1 --to family:4 >/dev/null
> for day in 05-07 05-08; do for post in 社区岗 街道岗; do contacts family:4 $post 2026-$day; done; done
> at 2026-05-08 qinqing who family:1 2>&1 | tail -1
> at 2026-05-08 board coverage 梧桐社区 contacts
05-07 周敏
05-07 高强
05-08 周敏
05-08 高强
qinqing: 2026-05-08 这户没有联系人
2/2

# The child stays in both files of parents who part; its number stands in one, and nobody is counted twice.
$ office
> qinqing new green family=梧桐-2 hospital=区医院 >/dev/null
> board coverage 梧桐社区 insured
> qinqing split 梧桐-2 person:6
> board coverage 梧桐社区 insured
> column name members-of family:4
> column name members-of 梧桐-2
> for ref in person:7 person:9; do echo "$ref $(field $ref id_no)"; done
> field person:6 relation
> qinqing check | tail -1
> qinqing undo --yes | tail -1
> rows members-of 梧桐-2
0/4
family:4
0/4
张建国
张伟
张淑芬
张伟
person:7 230499199010100054
person:9 
01
数据完好
已撤销
3

# What hangs on something that goes along goes along: the steps of a need, the reminder that was dealt with.
$ office
> qinqing new need person=person:4 family=梧桐-1 kind=医疗费用 text=报销 >/dev/null
> qinqing new step need=need:1 text=已转 >/dev/null
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null
> qinqing new step need=need:2 text=已转 >/dev/null
> qinqing new waiver family=梧桐-1 rule=need target=need:1 reason=已告知 >/dev/null
> qinqing new visit family=梧桐-1 mode=上门 outcome=1 >/dev/null
> qinqing set need:1 visit=visit:1 >/dev/null
> qinqing split 梧桐-1 person:4
> for ref in step:1 waiver:1 need:2 step:2 visit:1; do echo "$ref $(field $ref family)"; done
family:4
step:1 family:4
waiver:1 family:4
need:2 family:1
step:2 family:1
visit:1 family:1
