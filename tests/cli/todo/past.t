# past.t - what was true of May stays true of May, whatever is done in June.
#
# Each command says how May's boards differ when they are asked for in June: not at all, hence no output.

# The level of June is not the level of May: lowered or raised, May's quotas are those of its own level.
$ may_stays 'qinqing set family:1 care_level=1 care_reason=住院'; may_stays 'qinqing set family:2 care_level=2 care_reason=独居'

# A new agreement counts from its day, and one that ends has been one until then.
$ may_stays 'qinqing set family:2 preset=light preset_from=2026-06-10'; may_stays 'qinqing set family:3 preset='; may_stays 'qinqing set family:3 preset=standard preset_from=2026-06-10'

# A file closed in June was open in May.
$ may_stays 'qinqing set family:1 close_reason=对象本人书面退出'; may_stays 'qinqing set family:6 close_reason=迁出本区'; may_stays 'qinqing set family:6 close_reason=迁出本区; at 2026-06-12 qinqing set family:6 closed= close_reason='

# A file opened again in June was closed on 15 May all the same.
$ may_stays 'qinqing set family:4 closed= close_reason='

# Who moves in June lived in May where they lived.
$ may_stays 'qinqing set family:2 community=友谊'; may_stays 'qinqing set family:3 community=梧桐'

# A community merged in June had its own families in May.
$ may_stays 'qinqing set org:5 successor=梧桐 valid_to=2026-06-10'

# Who dies in June was alive in May; the family was of the kind it then was.
$ may_stays 'qinqing set person:4 death_date=2026-06-05'; may_stays 'qinqing set person:7 death_date=2026-06-05'; may_stays 'qinqing set person:1 death_date=2026-06-05'

# A card given for the first time in June had not been given in May.
$ may_stays 'qinqing set family:6 card_given=2026-06-08'

# A family that says in June whether it was satisfied was not asked in May.
$ may_stays 'qinqing set need:1 satisfied=不满意 reply_at=2026-06-08'; may_stays 'qinqing set need:1 satisfied=满意'

# A need closed in June was open in May, and one reopened had been closed.
$ may_stays 'qinqing set need:2 result=已解决'; may_stays 'qinqing set need:1 closed= result='

# Two files made one in June were two in May.
$ may_stays 'qinqing merge family:5 --to family:1'

# One file made two in June was one in May.
$ may_stays 'qinqing split family:1 person:4'; may_stays 'qinqing split family:2 person:6'

# A worker who had left in May and joins again in June was not in post in between.
$ office
> at 2026-05-18 qinqing set worker:1 on_to=2026-05-18 >/dev/null
> at 2026-05-31T18:00 board coverage 梧桐社区 contacts 2026-05
> at 2026-06-10 qinqing set worker:1 on_from=2026-06-10 on_to= >/dev/null
> at 2026-06-20 board coverage 梧桐社区 contacts 2026-05
> at 2026-06-20 board coverage 梧桐社区 contacts
0/2
0/2
2/2

# Insurance that ends in June, or is taken up again, was what it was in May.
$ may_stays 'qinqing set insured:1 removed=2026-06-05 remove_why=本人要求'; may_stays 'qinqing new insured person=person:6 policy=2026住院护理 added=2026-06-05'
> office
> at 2026-02-01 qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> at 2026-02-01 qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> at 2026-05-10 qinqing set insured:1 removed=2026-05-10 remove_why=本人要求 >/dev/null
> at 2026-06-10 qinqing new insured person=王秀兰 policy=2026住院护理 added=2026-06-10 >/dev/null
> at 2026-06-20 board coverage 梧桐社区 insured 2026-05
> at 2026-06-20 board coverage 梧桐社区 insured
0/4
1/4

# What is learnt in June about a family was not known in May: a file that is complete now was not complete then.
$ may_stays 'qinqing set family:1 emergency_name=王大山 emergency_phone=13900009999 live_state=夫妻同住 wish_mode=电话 wish_no=勿谈子女; qinqing set person:1 id_no=230499195803120022 health=一般 self_care=0 marital=初婚'

# A member added in June, and one whose relation is put right, belonged to nobody's count of May.
$ may_stays 'qinqing new person family=梧桐-2 name=张母 relation=母亲 birth=1935-01-01 sex=女'

# However many calls came later, those of May are found.
$ may_stays 'for i in $(seq 165); do at 2026-06-$(printf %02d $((i % 10 + 10))) qinqing new visit family=family:1 mode=电话 outcome=1 by=周敏; done 2>/dev/null' 2026-06-30

# Assessed again with the same result: the quotas of the running month stay whole, and nothing is forgiven.
$ office
> at 2026-05-31 qinqing show 梧桐-1 | grep -A4 本期 >before
> at 2026-05-20 qinqing set family:1 care_level=3 care_reason=复评仍为常规 care_since=2026-05-20 >/dev/null
> at 2026-05-31 qinqing show 梧桐-1 | grep -A4 本期 >after
> diff before after

# Raised to red, a family that was overdue stays overdue since the same day, and does not sink.
$ office
> for family in 1 3; do at 2026-04-2$family qinqing new visit family=family:$family mode=上门 outcome=1 >/dev/null; done
> at 2026-05-20 qinqing today --json | jq -r '.[0].ref'
> at 2026-05-20 qinqing show 梧桐-2 | grep -oE '(联系|见面) .*超期[0-9]+天' | sed 's/.*超期/超期/'
> at 2026-05-20 qinqing set family:2 care_level=1 care_reason=住院 >/dev/null
> at 2026-05-20 qinqing today --json | jq -r '.[0].ref'
> at 2026-05-20 qinqing show 梧桐-2 | grep -oE '(联系|见面) .*超期[0-9]+天' | sed 's/.*超期/超期/'
family:2
超期109天
超期81天
family:2
超期109天
超期81天

# A quota of nothing is not met: it does not count this time, and says so.
$ office
> at 2026-05-30 qinqing new family name=欧阳玲 community=梧桐 kind=11 phone1=13900001111 >/dev/null
> at 2026-05-31 qinqing show 梧桐-3 | grep -E '^ (联系|见面) ' | grep -oE '本期不计|达标|0/0'
本期不计
本期不计

# A quota of the week is judged over every week of the month: one week missed is a month not met.
$ office
> at 2026-04-01 qinqing set family:2 care_level=2 care_reason=独居 >/dev/null
> for day in 04-28 05-05 05-12 05-19 05-26; do at 2026-$day qinqing new visit family=family:2 mode=电话 outcome=1 >/dev/null; done
> at 2026-05-31 board coverage 梧桐社区 contacted 2026-05
> office
> at 2026-04-01 qinqing set family:2 care_level=2 care_reason=独居 >/dev/null
> for day in 04-28 05-05 05-12 05-26 05-27; do at 2026-$day qinqing new visit family=family:2 mode=电话 outcome=1 >/dev/null; done
> at 2026-05-31 board coverage 梧桐社区 contacted 2026-05
1/2
0/2

# A quota of the week is judged over every week of a quarter: one that ends well is not met for that.
$ office
> at 2026-04-01 qinqing set family:2 care_level=2 care_reason=独居 >/dev/null
> for week in $(seq 0 4); do at $(date -d "2026-03-31 + $week weeks" +%F) qinqing new visit family=family:2 mode=电话 outcome=1 >/dev/null; done
> at 2026-06-30 qinqing new visit family=family:2 mode=电话 outcome=1 >/dev/null
> at 2026-06-30 board coverage 梧桐社区 contacted 2026-Q2
0/2

# Who is entitled on a day is asked of the persons as they were on it: alive then, not yet of age, not yet remarried.
$ office
> qinqing eligible 梧桐-1 --on 2026-05-01 | grep -c 符合
> at 2026-05-05 qinqing set person:4 death_date=2026-05-04 >/dev/null
> qinqing eligible 梧桐-1 --on 2026-05-03 | grep -c 符合
> qinqing eligible 梧桐-1 --on 2026-05-04 | grep -c 符合
2
2
1

# Before the child's death nobody was entitled as bereaved.
$ office
> qinqing eligible 梧桐-1 --on 2024-02-09 | grep -E '^(王秀兰|李国栋)'
> qinqing eligible 梧桐-1 --on 2024-02-10 | grep -E '^(王秀兰|李国栋)'
王秀兰  不符合
李国栋  不符合
王秀兰  符合：独生子女死亡 590元/月
李国栋  符合：独生子女死亡 590元/月

# While a disabled child lived, the parents were entitled for the disability.
$ office
> qinqing set person:7 death_date=2026-05-04 >/dev/null
> for day in 03 04; do qinqing eligible 梧桐-2 --on 2026-05-$day | head -1; done
张淑芬  符合：独生子女伤残 460元/月
张淑芬  符合：独生子女死亡 590元/月

# A divorce of May leaves April as it was: the man was judged by his wife's age until then.
$ office
> qinqing set person:1 birth=1978-03-12 >/dev/null
> at 2026-05-05 qinqing set person:4 marital=离婚 marital_date=2026-05-04 >/dev/null
> at 2026-05-05 qinqing set person:1 marital=离婚 marital_date=2026-05-04 >/dev/null
> for day in 03 04; do qinqing eligible 梧桐-1 --on 2026-05-$day | grep '^李国栋'; done
李国栋  不符合
李国栋  符合：独生子女死亡 590元/月
