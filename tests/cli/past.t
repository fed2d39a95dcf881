# past.t - what was true of May stays true of May, whatever is done in June.
#
# Each command says how May's boards differ when they are asked for in June: not at all, hence no output.

# Time alone changes nothing.
$ may_stays true; may_stays true 2027-03-01

# A file opened in June was not there in May.
$ may_stays 'qinqing new family name=欧阳玲 community=梧桐 kind=11 phone1=13900001111'

# A kind changed in June says nothing about May, nor does a second change of it.
$ may_stays 'qinqing set family:6 kind=90 kind_evidence=收养子女; qinqing set family:1 kind=12 kind_evidence=有第三代'; may_stays 'qinqing set family:2 kind=22 kind_evidence=换证二级; at 2026-06-12 qinqing set family:2 kind=11 kind_evidence=死亡证明'

# A card given again in June does not take the first one away.
$ may_stays 'qinqing set family:1 card_given=2026-06-08'

# A stay that ends, an event that is closed in June.
$ may_stays 'qinqing set event:1 discharge=2026-06-08'; may_stays 'qinqing set event:1 closed=2026-06-08 outcome=已出院'

# Other contact persons in June: those of May had the post in May.
$ may_stays 'qinqing handover 周敏 --to 石磊 --on 2026-06-10'; may_stays 'qinqing set assignment:1 to=2026-06-09; qinqing new assignment family=family:1 post=社区岗 worker=石磊 from=2026-06-10'

# A contact person who leaves in June, and one who comes back.
$ may_stays 'qinqing set worker:1 on_to=2026-06-09'; may_stays 'qinqing set worker:5 on_from=2026-06-10 on_to='

# A doctor or a hospital named in June was not there in May.
$ may_stays 'qinqing new sign person=person:6 signed_on=2026-06-05; qinqing new green family=梧桐-2 hospital=区医院 given=2026-06-05'; may_stays 'qinqing new sign person=person:1 signed_on=2026-06-05; qinqing set green:1 expires=2026-06-05'

# A doctor, a card or an insurance renewed in June in the record itself was what it was in May.
$ may_stays 'at 2026-06-10 qinqing set sign:1 signed_on=2026-06-05'; may_stays 'at 2026-06-10 qinqing set green:1 given=2026-06-05'; may_stays 'at 2026-06-10 qinqing set insured:1 added=2026-06-05'

# Who lives alone from June on did not in May.
$ office; spring; report() { at 2026-06-20 qinqing report R05 --period 2026-05 --json | jq -c 'map(del(.version))'; }; report >a; at 2026-06-10 qinqing set family:2 care_flags=独居 >/dev/null; report | diff a -

# Calls of June made before noon of the first: May's last day ends at midnight.
$ may_stays 'at 2026-06-01T00:01 qinqing new visit family=family:2 mode=上门 outcome=1 by=周敏 when=2026-06-01T00:00'

# A code's label is a word on the screen: renaming it renames no past.
$ may_stays 'mkdir -p "$QINQING_DATA/config"; sed -e "s/独生子女伤残家庭(三级)/伤残三级/; s/独生子女死亡家庭(失独)/失独家庭/; s/重点关爱(红)/红色/" "$TOP/config/codes.yaml" >"$QINQING_DATA/config/codes.yaml"'

# A rule changed from June on leaves May as it was.
$ may_stays 'mkdir -p "$QINQING_DATA/config"; sed -e "s/contact: 2\/month, meet: 1\/month, home: 1\/quarter/contact: 9\/month, meet: 9\/month, home: 9\/quarter/" "$TOP/config/care.yaml" >"$QINQING_DATA/config/care.yaml"; qinqing today'

# Raised to red in the middle of a week: this week's calls are asked for by the days that are left, rounded down.
$ office
> at 2026-05-06 qinqing new visit family=family:1 mode=上门 outcome=1 >/dev/null
> for day in 04 07 08 10; do office; at 2026-05-$day qinqing set family:1 care_level=1 care_reason=住院 >/dev/null; echo "$day $(at 2026-05-$day qinqing show 梧桐-1 | grep -E '^ (联系|见面) ' | grep -oE '本周[0-9]+/[0-9]+|本期不计' | tr '\n' ' ')"; done
04 本周0/2 本周0/1 
07 本周0/1 本期不计 
08 本期不计 本期不计 
10 本期不计 本期不计 

# A family for which nothing was asked in the period is in no quota's count.
$ office
> at 2026-05-31 board coverage 梧桐社区 met 2026-05
> at 2026-05-30 qinqing new family name=欧阳玲 community=梧桐 kind=11 phone1=13900001111 >/dev/null
> at 2026-05-31 board coverage 梧桐社区 met 2026-05
> at 2026-05-31 board coverage 梧桐社区 families 2026-05
0/2
0/2
3

# A kind changed after the label was renamed is told all the same.
$ office
> at 2026-05-20 qinqing set family:2 kind=11 kind_evidence=死亡证明 >/dev/null
> mkdir -p "$QINQING_DATA/config"
> sed -e 's/独生子女伤残家庭(三级)/伤残三级/' "$TOP/config/codes.yaml" >"$QINQING_DATA/config/codes.yaml"
> for month in 2026-04 2026-05; do at 2026-06-20 board month 梧桐社区 disabled $month; done
1
0

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

# A month's first and last day are days of it: a kind that turned, a file opened and closed, a visit, a gift.
$ office
> on() { at 2026-06-05 qinqing "$@" >/dev/null 2>&1; }
> on new family name=马长海 community=梧桐 kind=11 phone1=13900007891 opened=2026-05-20
> on set family:4 close_reason=迁出本区 closed=2026-05-31
> on set family:2 kind=22 kind_since=2026-05-31 kind_evidence=残疾人证
> on new visit family=family:2 mode=上门 outcome=1 by=周敏 when=2026-05-31T21:00
> on new gift family=family:2 cash=200 on=2026-05-31
> on set family:1 kind=12 kind_since=2026-05-01 kind_evidence=户口簿
> on new visit family=family:1 mode=上门 outcome=1 by=周敏 when=2026-05-01
> on new gift family=family:1 cash=100 on=2026-05-01
> for month in 2026-04 2026-05 2026-06; do
> for number in in out turned homes; do at 2026-06-20 board month 梧桐社区 $number $month; done | paste -sd' '
> at 2026-06-20 qinqing board ledger --period $month --json 2>/dev/null | jq -c '.[] | [.gifts, .cash]'
> done
0 0 0 0
1 1 2 2
[2,300]
0 0 0 0
