# contradictions.t - what cannot be is refused where it is typed, with the two days named; nothing that disagrees is stored in silence.

# What agrees is stored without a word, a year or a month alone too.
$ office
> qinqing set person:1 birth=1958-03 >/dev/null
> qinqing set person:1 id_no=230499195803120022 2>&1 | grep -c 注意
> qinqing set person:1 birth=1958 2>&1 | grep -c 注意
0
0
? 1

# An identity number of a worker is checked like anybody's.
$ office
> refused '' qinqing set worker:1 id_no=230499195803120023

# One number in one open file: a new file, a new member, a changed number.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> refused 梧桐-1 qinqing new family name=王秀兰 community=友谊 head.id_no=230499195803120022
> refused 梧桐-1 qinqing new person family=友谊-1 name=王秀兰 id_no=230499195803120022
> refused 梧桐-1 qinqing set person:3 birth= sex= id_no=230499195803120022
> refused 梧桐-1 qinqing new person family=友谊-1 name=王秀兰 disab_cert=23049919580312002243

# Six at once open a file with the same number: one file.
$ office
> together 6 qinqing new family name=王秀兰 community=友谊 head.id_no=230499195803120022
> qinqing find 王秀兰 --json | jq -r '.[].ref' | sort
family:1
family:4

# A voided member frees the number; undo does not bring it into a second open file.
$ office
> qinqing set person:4 id_no=230499195611050015 >/dev/null
> qinqing --as gaoqiang void person:4 --why 记错了 >/dev/null
> qinqing new person family=友谊-1 name=李国栋 relation=弟 id_no=230499195611050015
> refused 友谊-1 qinqing --as gaoqiang undo --yes
person:9

# A roster does not bring a number into a second open file, by its heads or by their children.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> printf '户主姓名,身份证号,社区,住址,子女姓名,子女残疾证号\n赵大海,230499195708148115,友谊,矿工新村1-1-103,赵小,23049919901010005443\n孙某,,友谊,矿工新村1-1-104,孙小,23049919580312002243\n' >roster.csv
> qinqing import families roster.csv --dry-run | grep -E '^第|^新增'
> qinqing import families roster.csv --yes >/dev/null 2>&1
> rows families
~ 第2行 .*拒绝.*梧桐-2.*
~ 第3行 .*拒绝.*梧桐-1.*
~ 新增 0 .*拒绝 2
3

# A merge leaves a number in one open file, whoever is opened again, and undo gives it back.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> qinqing new family name=王秀蘭 community=梧桐 head.birth=1958-03-12 >/dev/null
> qinqing merge family:1 --to family:4 >/dev/null
> qinqing find 230499195803120022 --json | jq -r '.[].ref'
> qinqing undo --yes | tail -1
> field person:1 id_no
> qinqing check | tail -1
family:4
已撤销
230499195803120022
数据完好

# Another way of contact is agreed by a supervisor, not by the contact person alone.
$ office
> refused 主管 qinqing --as zhoumin set family:1 preset=light
> accepted qinqing --as gaoqiang set family:1 preset=light
> refused 主管 qinqing --as zhoumin set family:1 preset=

# A visit entered up to 31 days late is the worker's own affair; later it needs the supervisor.
$ office
> accepted qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 when=2026-04-05
> refused 主管 qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 when=2026-04-04
> refused 主管 qinqing --as zhoumin set visit:1 when=2026-04-04
> accepted qinqing --as gaoqiang new visit family=梧桐-1 mode=电话 outcome=1 by=周敏 when=2026-04-04

# A spot check is a supervisor's, and never of one's own visit, nor in somebody else's name.
$ office
> qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> qinqing --as gaoqiang new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> refused '' qinqing --as zhoumin set visit:1 sign=周敏
> refused '' qinqing --as zhoumin set visit:1 sign=高强
> refused '' qinqing --as liuyang set visit:1 sign=刘洋
> refused '' qinqing --as gaoqiang set visit:2 sign=高强
> refused '' qinqing --as gaoqiang set visit:2 sign=郑华
> accepted qinqing --as gaoqiang set visit:1 sign=高强
> accepted qinqing --as zhenghua set visit:2 sign=郑华

# A visit is not noted as already checked by the one who made it.
$ office
> refused '' qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 sign=周敏
> refused '' qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 sign=高强

# A file is closed, and opened again, by a supervisor, not by the contact person.
$ office
> refused 主管 qinqing --as zhoumin set family:1 close_reason=迁出本区
> accepted qinqing --as gaoqiang set family:1 close_reason=迁出本区
> refused '' qinqing --as zhoumin set family:1 closed= close_reason=
> accepted qinqing --as gaoqiang set family:1 closed= close_reason=

# A worker's and an office's times end after they begin.
$ office
> refused '2025-01-01 2024-12-31' qinqing set worker:1 on_to=2024-12-31
> refused '2026-05-10 2026-05-09' qinqing set worker:1 away_from=2026-05-10 away_to=2026-05-09
> refused '2020-01-01 2019-12-31' qinqing set org:5 valid_from=2020-01-01 valid_to=2019-12-31
> accepted qinqing set worker:1 away_from=2026-05-10 away_to=2026-05-10 on_to=2026-12-31

# A file: closed after it was opened; opened, closed, its card given, its level and kind set in no future.
$ office
> refused '2026-01-10 2026-01-09' qinqing set family:1 closed=2026-01-09 close_reason=05
> refused '2026-05-07 2026-05-06' qinqing set family:1 closed=2026-05-07 close_reason=05
> refused '2026-05-07 2026-05-06' qinqing new family name=赵大海 community=梧桐 opened=2026-05-07
> refused '2026-05-07 2026-05-06' qinqing set family:1 card_given=2026-05-07
> refused '2026-05-07 2026-05-06' qinqing set family:1 care_level=2 care_reason=独居 care_since=2026-05-07
> refused '2026-05-07 2026-05-06' qinqing set family:1 kind=12 kind_evidence=有第三代 kind_since=2026-05-07
> refused '' qinqing set family:1 income_month=-1
> accepted qinqing set family:1 income_month=0 card_given=2026-05-06

# A person: not dead before birth, to the day; not born, dead or married in the future, nor married before birth.
$ office
> refused '1985-06-01 1985-05-31' qinqing set person:5 death_date=1985-05-31
> refused '2024-02-10 2024-02-11' qinqing set person:5 birth=2024-02-11
> refused '2026-05-07 2026-05-06' qinqing set person:4 death_date=2026-05-07
> refused '2026-05-07 2026-05-06' qinqing new person family=梧桐-1 name=李小 relation=孙子 birth=2026-05-07
> refused '2026-05-07 2026-05-06' qinqing set person:4 marital=离婚 marital_date=2026-05-07
> refused '1956-11-05 1956-11-04' qinqing set person:4 marital=离婚 marital_date=1956-11-04
> accepted qinqing set person:5 death_date=1985-06-01
> accepted qinqing set person:4 death_date=2026-05-06

# Half a date contradicts only what it cannot be: born in a month, dead in it.
$ office
> accepted qinqing set person:5 birth=1985-06 death_date=1985-06-15
> refused '1985-06 1985-05' qinqing set person:5 birth=1985-06 death_date=1985-05-31
> refused '1985 1984' qinqing set person:5 birth=1985 death_date=1984-12-31

# Somebody who is alive has no day of death, and a death takes life along.
$ office
> refused '' qinqing set person:5 alive=是
> accepted qinqing set person:5 alive=是 death_date=

# An assignment ends after it began; a family is told when it is told.
$ office
> refused '2026-01-10 2026-01-09' qinqing set assignment:1 to=2026-01-09
> refused '2026-05-07 2026-05-06' qinqing set assignment:1 family_told=2026-05-07
> accepted qinqing set assignment:1 to=2026-01-10

# A visit lies in the past to the minute; what follows it comes after it.
$ office
> refused '2026-05-07 2026-05-06' qinqing new visit family=梧桐-1 mode=电话 outcome=1 when=2026-05-07
> refused '' qinqing new visit family=梧桐-1 mode=电话 outcome=1 when=2026-05-06T09:01
> refused '2026-05-06 2026-05-05' qinqing new visit family=梧桐-1 mode=电话 outcome=1 next_due=2026-05-05
> refused '' qinqing new visit family=梧桐-1 mode=电话 outcome=1 minutes=-5
> accepted qinqing new visit family=梧桐-1 mode=电话 outcome=1 when=2026-05-06T09:00 by=周敏 next_due=2026-05-07 minutes=0
> refused '2026-05-06 2026-05-05' qinqing set visit:1 sign=高强 signed_on=2026-05-05
> refused '2026-05-07 2026-05-06' qinqing set visit:1 sign=高强 signed_on=2026-05-07
> accepted qinqing set visit:1 sign=高强 signed_on=2026-05-06

# A need is received, due, closed and answered in this order, and nothing of it was done tomorrow.
$ office
> new() { qinqing new need family=梧桐-1 kind=住房维修 text=漏水 received=2026-05-04 "$@"; }
> refused '2026-05-07 2026-05-06' qinqing new need family=梧桐-1 kind=住房维修 text=漏水 received=2026-05-07
> refused '2026-05-04 2026-05-03' new due=2026-05-03
> refused '2026-05-04 2026-05-03' new result=1 closed=2026-05-03
> refused '2026-05-07 2026-05-06' new result=1 closed=2026-05-07
> refused '2026-05-04 2026-05-03' new reply_at=2026-05-03
> refused '2026-05-07 2026-05-06' new reply_at=2026-05-07
> accepted new due=2026-05-04 result=1 closed=2026-05-04 reply_at=2026-05-06
> refused '2026-05-07 2026-05-06' qinqing new step need=need:1 text=已转 on=2026-05-07
> refused '2026-05-04 2026-05-03' qinqing new step need=need:1 text=已转 on=2026-05-03

# An event is known after it happened, ended after it began, and answered in no future.
$ office
> new() { qinqing new event family=梧桐-1 kind=住院 happened=2026-05-03 "$@"; }
> refused '2026-05-07 2026-05-06' qinqing new event family=梧桐-1 kind=住院 happened=2026-05-07
> refused '2026-05-03 2026-05-02' new known_at=2026-05-02T09:00
> refused '2026-05-07 2026-05-06' new known_at=2026-05-07T09:00
> refused '2026-05-03 2026-05-02' new admit=2026-05-03 discharge=2026-05-02
> refused '2026-05-07 2026-05-06' new discharge=2026-05-07
> refused '2026-05-07 2026-05-06' new admit=2026-05-07
> refused '2026-05-07 2026-05-06' new first_contact=2026-05-07T09:00
> refused '2026-05-07 2026-05-06' new first_visit=2026-05-07T09:00
> refused '2026-05-03 2026-05-02' new outcome=1 closed=2026-05-02
> refused '2026-05-07 2026-05-06' new outcome=1 closed=2026-05-07
> accepted new known_at=2026-05-03T10:00 admit=2026-05-03 discharge=2026-05-06 outcome=2 closed=2026-05-06

# Doctor and hospital: signed before it expires, and served in no future.
$ office
> refused '2026-05-07 2026-05-06' qinqing new sign person=person:1 signed_on=2026-05-07
> refused '2026-05-01 2026-04-30' qinqing new sign person=person:1 signed_on=2026-05-01 expires=2026-04-30
> refused '2026-05-07 2026-05-06' qinqing new sign person=person:1 signed_on=2026-05-01 last_visit=2026-05-07
> refused '2026-05-07 2026-05-06' qinqing new sign person=person:1 signed_on=2026-05-01 last_exam=2026-05-07
> refused '2026-05-07 2026-05-06' qinqing new green family=梧桐-1 hospital=区医院 given=2026-05-07
> refused '2026-05-01 2026-04-30' qinqing new green family=梧桐-1 hospital=区医院 given=2026-05-01 expires=2026-04-30
> accepted qinqing new sign person=person:1 signed_on=2026-05-01 expires=2026-05-01 last_visit=2026-05-06

# A policy runs forwards and costs nothing negative; who is in it is in it while it runs.
$ office
> new() { qinqing new policy name=2026住院护理 from=2026-01-01 to=2026-12-31 "$@"; }
> refused '2026-01-01 2025-12-31' qinqing new policy name=x daily=100 from=2026-01-01 to=2025-12-31
> refused '' new daily=-100
> refused '' new daily=100 premium=-1
> refused '' new daily=100 per_stay=-1
> refused '' new daily=100 per_year=-1
> refused '' new daily=100 waiting_days=-1
> refused '' new daily=100 death_sum=-1
> accepted new daily=100 premium=0 per_stay=90 per_year=0 waiting_days=0

# Somebody is in a policy from a day on which it runs until a later one.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 to=2026-12-31 daily=100 >/dev/null
> refused '2026-03-01 2026-02-28' qinqing new insured person=person:1 policy=policy:1 added=2026-03-01 removed=2026-02-28
> refused '2026-12-31 2027-01-01' qinqing new insured person=person:1 policy=policy:1 added=2027-01-01

# A claim: out after in, told and paid after it was reported, in no future, nothing negative.
$ office
> new() { qinqing new claim person=person:1 admit=2026-04-01 discharge=2026-04-05 reported=2026-05-04 "$@"; }
> refused '2026-04-01 2026-03-31' qinqing new claim person=person:1 admit=2026-04-01 discharge=2026-03-31
> refused '2026-05-07 2026-05-06' qinqing new claim person=person:1 admit=2026-05-01 discharge=2026-05-07
> refused '2026-05-07 2026-05-06' qinqing new claim person=person:1 admit=2026-04-01 reported=2026-05-07
> refused '2026-05-04 2026-05-03' new paid=100 paid_on=2026-05-03
> refused '2026-05-07 2026-05-06' new paid=100 paid_on=2026-05-07
> refused '2026-05-04 2026-05-03' new told_family=2026-05-03
> refused '2026-05-07 2026-05-06' new told_family=2026-05-07
> refused '' new paid=-1 paid_on=2026-05-06
> accepted new paid=0 paid_on=2026-05-06 told_family=2026-05-06

# Special support: each step after the one before, and none in the future.
$ office
> refused '2026-05-07 2026-05-06' qinqing new tefu person=person:1 kind=1 applied=2026-05-07
> refused '2026-05-01 2026-04-30' qinqing new tefu person=person:1 kind=1 applied=2026-05-01 village_review=2026-04-30
> refused '2026-05-07 2026-05-06' qinqing new tefu person=person:1 kind=1 applied=2026-05-01 district_confirm=2026-05-07
> accepted qinqing new tefu person=person:1 kind=1 applied=2026-05-01 village_review=2026-05-01
> refused '2026-05-07 2026-05-06' qinqing new review person=person:1 on=2026-05-07

# Counselling: on a day that has been, and again on one that comes; no negative score.
$ office
> refused '2026-05-07 2026-05-06' qinqing new psych family=梧桐-1 on=2026-05-07
> refused '2026-05-04 2026-05-03' qinqing new psych family=梧桐-1 on=2026-05-04 next=2026-05-03
> refused '' qinqing new psych family=梧桐-1 scale=PHQ-9 score=-1
> refused '' qinqing new psych family=梧桐-1 scale=PHQ-9 score=8 item9=-1
> accepted qinqing new psych family=梧桐-1 on=2026-05-04 next=2026-05-20 scale=PHQ-9 score=0

# Campaigns, gifts, activities: nothing given that was not given, nothing negative.
$ office
> refused '2026-06-12 2026-06-11' qinqing new campaign name=端午 occasion=端午 window_from=2026-06-12 window_to=2026-06-11
> refused '' qinqing new campaign name=端午 occasion=端午 window_from=2026-06-12 window_to=2026-06-18 cash=-1
> refused '2026-05-07 2026-05-06' qinqing new gift family=梧桐-1 on=2026-05-07 cash=1
> refused '' qinqing new gift family=梧桐-1 cash=-1
> refused '' qinqing new gift family=梧桐-1 value=-1
> refused '' qinqing new activity title=茶话会 task=1 people=-1
> refused '' qinqing new activity title=茶话会 task=1 handouts=-1
> refused '' qinqing new activity title=茶话会 task=1 volunteers=-1
> refused '' qinqing new activity title=茶话会 task=1 special_families=-1
> refused '' qinqing new activity title=茶话会 task=1 cost=-1
> refused '' qinqing set worker:1 grassroots_years=-1
> accepted qinqing new activity title=茶话会 task=1 people=0 cost=0
> accepted qinqing new gift family=梧桐-1 cash=0

# A reminder is dealt with on a day that has been.
$ office
> refused '2026-05-07 2026-05-06' qinqing new waiver family=梧桐-1 rule=contact reason=已告知 on=2026-05-07

# What the day of the change would contradict is refused as a change, too.
$ office
> qinqing new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> refused '2026-05-07 2026-05-06' qinqing set visit:1 when=2026-05-07
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null
> qinqing set need:1 result=已解决 >/dev/null
> refused '2026-05-07 2026-05-06' qinqing set need:1 received=2026-05-07

# Number and birth, number and sex disagree: whichever is typed last is not stored in silence.
$ office
> spoken qinqing set person:1 id_no=230499195708148115
> office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> spoken qinqing set person:1 birth=1958-03-13
> spoken qinqing set person:1 sex=男
> office
> qinqing set person:4 birth= sex= id_no=230499195611050015 >/dev/null
> field person:4 birth
> field person:4 sex
> spoken qinqing set person:4 birth=1957
> spoken qinqing set person:4 sex=女
1956-11-05
1

# Certificate and number disagree, in either order.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> refused '' qinqing set person:1 disab_cert=23049919570814811543
> office
> qinqing set person:7 disab_cert= id_no= >/dev/null
> qinqing set person:7 birth= sex= disab_cert=23049919901010005443 >/dev/null
> refused '' qinqing set person:7 id_no=230499195708148115
> field person:7 id_no
230499199010100054

# Certificate and birth, sex, kind, grade disagree: not in silence, whichever is typed last.
$ office
> spoken qinqing set person:1 disab_cert=23049919570814811543
> office
> spoken qinqing set person:7 birth=1991-01-01
> spoken qinqing set person:7 sex=女
> spoken qinqing set person:7 disab_grade=1
> spoken qinqing set person:7 disab_kind=2

# A file that is opened again does not bring a number into a second open file.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> qinqing set family:1 close_reason=05 >/dev/null
> qinqing new family name=王秀兰 community=友谊 head.id_no=230499195803120022 2>/dev/null
> refused 友谊-2 qinqing set family:1 closed= close_reason=
> field family:1 closed
family:4
2026-05-06

# The undo of a closing does not bring a number into a second open file.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> qinqing --as gaoqiang set family:1 close_reason=05 >/dev/null
> qinqing new family name=王秀兰 community=友谊 head.id_no=230499195803120022 2>/dev/null
> refused 友谊-2 qinqing --as gaoqiang undo --yes
> field family:1 closed
family:4
2026-05-06

# Somebody who was noted as dead and is alive does not bring a number into a second open file.
$ office
> qinqing set person:4 id_no=230499195611050015 >/dev/null
> qinqing --as gaoqiang set person:4 alive=否 death_date=2026-05-01 >/dev/null
> qinqing new person family=友谊-1 name=李国栋 relation=弟 id_no=230499195611050015 >/dev/null 2>&1
> refused 友谊-1 qinqing set person:4 alive=是 death_date=
> refused 友谊-1 qinqing --as gaoqiang undo --yes
> field person:4 alive
no

# A member moved from a closed file into an open one does not bring a number into a second open file.
$ office
> qinqing set person:4 id_no=230499195611050015 >/dev/null
> qinqing set family:1 close_reason=05 >/dev/null
> qinqing new person family=友谊-1 name=李国栋 relation=弟 id_no=230499195611050015 >/dev/null 2>&1
> refused 友谊-1 qinqing set person:4 family=family:2

# A number is no label: a digit inside a label chooses nothing.
$ office
> refused '' qinqing new visit family=梧桐-1 mode=电话 outcome=1 occasion=5
> refused '' qinqing new visit family=梧桐-1 mode=电话 outcome=1 occasion=29
> refused '' qinqing set family:1 care_flags=80
> refused '' qinqing new psych family=梧桐-1 referral=12
> refused '' qinqing new psych family=梧桐-1 scale=15
> accepted qinqing new visit family=梧桐-1 mode=电话 outcome=1 occasion=05
> accepted qinqing new psych family=梧桐-1 scale=PHQ-9 score=3
> accepted qinqing new psych family=梧桐-1 referral=4

# What a record points at is there, is not void, and is the same family's.
$ office
> qinqing new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> refused '见到的成员 第99号 不存在' qinqing set visit:1 met=person:99
> refused '见到的成员 第2号 另一户' qinqing set visit:1 met='person:1,person:2'
> refused '户主 第2号 另一户' qinqing set family:1 head=person:2
> refused '来自走访 第1号 另一户' qinqing new need family=梧桐-2 kind=住房维修 text=漏水 visit=visit:1
> qinqing void person:4 --why 记错了 >/dev/null
> refused '见到的成员 第4号 已作废' qinqing set visit:1 met=person:4
> refused '联系人 第99号 不存在' qinqing set visit:1 by=worker:99
> accepted qinqing set visit:1 met='person:1,person:5'

# A visit that goes over to another family does not take the members along.
$ office
> qinqing new visit family=梧桐-1 mode=电话 outcome=1 met=person:1 >/dev/null
> refused '见到的成员 第1号 另一户' qinqing set visit:1 family=family:2
> accepted qinqing set visit:1 family=family:2 met=person:2

# A need's day goes with its urgency and its receipt, unless somebody has set it.
$ office
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 received=2026-05-01 >/dev/null
> field need:1 due
> qinqing set need:1 urgent=1 >/dev/null
> field need:1 due
> qinqing set need:1 urgent=3 received=2026-05-02 >/dev/null
> field need:1 due
> qinqing set need:1 due=2026-06-01 >/dev/null
> qinqing set need:1 urgent=1 >/dev/null
> field need:1 due
> qinqing set need:1 due= >/dev/null
> field need:1 due
2026-05-16
2026-05-02
2026-05-17
2026-06-01
2026-05-03

# A promise keeps its day whatever the urgency.
$ office
> refused '期限' qinqing new need family=梧桐-1 kind=对家庭的承诺 text=修灯
> qinqing new need family=梧桐-1 kind=对家庭的承诺 text=修灯 due=2026-05-21 >/dev/null
> qinqing set need:1 urgent=1 >/dev/null
> field need:1 due
2026-05-21

# Somebody has been reached when an alarm ends because they were; the end takes away no time that was noted.
$ office
> for at in 07:00 07:30 08:00; do unanswered 2026-05-06T$at; done
> qinqing set event:1 outcome=已联系上 >/dev/null
> field event:1 first_contact
> refused '首次联系' qinqing set event:1 first_contact=
2026-05-06T09:00

# Documents that are no identity number: permits and passports, by their kind.
$ office
> accepted qinqing set person:1 id_kind=港澳居民来往内地通行证 id_no=h12345678
> field person:1 id_no
> refused '一份档案' qinqing new person family=友谊-1 name=王秀兰 id_kind=06 id_no=H12345678
> accepted qinqing set person:2 id_kind=台湾居民来往内地通行证 id_no=12345678
> refused 18位 qinqing set person:4 id_no=12345678
> refused 18位 qinqing set person:2 id_kind=
> refused '' qinqing set person:4 id_kind=护照 id_no='E1 2/3-4'
H12345678

# A number of fifteen places is the longer one of 19..: the same birth, the same sex, the same person.
$ office
> qinqing set person:1 id_no=230499580312002 >/dev/null
> field person:1 id_no
> refused '1958-03-12 1949-01-08' qinqing set person:3 id_no=230499580312002
> refused 梧桐-1 qinqing new person family=友谊-1 name=王秀兰 id_no=230499580312002
230499195803120022

# A certificate that is issued again may have another grade; one that disagrees with what was noted is asked about.
$ office
> qinqing set person:7 disab_cert=23049919901010005442B1 >/dev/null
> field person:7 disab_grade
> refused '残疾等级 一级 二级' qinqing set person:7 disab_grade=1
> qinqing new person family=友谊-1 name=某人 disab_grade=1 birth=1956-11-05 >/dev/null
> refused '残疾等级 一级 三级' qinqing set person:9 disab_cert=23049919561105001543
2

# A child older than its parents is remarked upon and stored.
$ office
> qinqing set person:5 birth=1950-01-01 2>&1 | grep -o '李明（1950-01-01）比父母.*还大' | head -1
> field person:5 birth
李明（1950-01-01）比父母王秀兰（1958-03-12）还大
1950-01-01

# Nobody talks of a talk before it was, nor checks their own visit or the one they went along on.
$ office
> qinqing new visit family=梧桐-1 mode=上门 outcome=1 by=周敏 with=刘洋 >/dev/null
> refused 本人 qinqing set visit:1 sign=周敏
> refused 同行 qinqing set visit:1 sign=刘洋
> refused 核实人 qinqing set visit:1 signed_on=2026-05-06
> qinqing set visit:1 sign=高强 >/dev/null
> field visit:1 signed_on
2026-05-06

# A score tells the risk by its scale; thoughts of death are high whatever the score.
$ office
> for score in 9 10 14 15; do qinqing new psych family=梧桐-1 scale=PHQ-9 score=$score >/dev/null; done
> qinqing new psych family=梧桐-1 scale=PHQ-9 score=0 item9=1 >/dev/null
> qinqing new psych family=梧桐-1 item9=1 >/dev/null
> for i in 1 2 3 4 5 6; do field psych:$i level; done
> refused 0到27 qinqing new psych family=梧桐-1 scale=PHQ-9 score=28
> refused 0到3 qinqing new psych family=梧桐-1 item9=4
1
2
2
3
3
3

# Numbers nobody means: a day has 1440 minutes, a year is one of ours.
$ office
> accepted qinqing new visit family=梧桐-1 mode=电话 outcome=1 minutes=1440
> refused 1440 qinqing new visit family=梧桐-1 mode=电话 outcome=1 minutes=1441
> refused 1949 qinqing new policy name=旧 from=2026-01-01 daily=1 year=1948
> refused 2200 qinqing new policy name=新 from=2026-01-01 daily=1 year=2201

# Nothing is done with somebody who had died: on the day of the death it may have been, the day after it cannot.
$ office; qinqing set person:4 alive=否 death_date=2026-03-10 >/dev/null; qinqing new policy name=护理 from=2026-01-01 daily=100 >/dev/null; on() { "$@" qinqing new sign person=person:4 signed_on=$day; "$@" qinqing new green person=person:4 hospital=区医院 given=$day; "$@" qinqing new psych family=梧桐-1 person=person:4 on=$day; "$@" qinqing new event family=梧桐-1 person=person:4 kind=重病 happened=$day; "$@" qinqing new insured person=person:4 policy=护理 added=$day; }; day=2026-03-11; on refused $day; day=2026-03-10; on env 2>&1 | grep -v ':[0-9]*$'; true
