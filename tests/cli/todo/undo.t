# undo.t - undo, void, merge and split: nothing is lost, nothing is left pointing at nothing.

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
