# The life of a family by its commands, and the edges of the rules it meets.

$ qinqing init >/dev/null; qinqing new worker on_from=2020-01-01 name=周敏 org=梧桐 mobile=13800000001 login=zhoumin; qinqing new worker on_from=2020-01-01 name=高强 org=北山街道 mobile=13800000002 login=gaoqiang role=street; qinqing new worker on_from=2020-01-01 name=佟丽 org=友谊 mobile=13800000003 login=tongli; qinqing new worker on_from=2020-01-01 name=刘洋 org=梧桐 mobile=13800000004 login=liuyang; qinqing new worker on_from=2020-01-01 name=苏宁 org=向阳区 mobile=13800000005 login=suning role=counsellor; qinqing new worker on_from=2020-01-01 name=郑华 org=向阳区 mobile=13800000006 login=zhenghua role=district; qinqing new worker on_from=2020-01-01 name=何川 org=红军街道 mobile=13800000007 login=hechuan role=street
worker:1
worker:2
worker:3
worker:4
worker:5
worker:6
worker:7

$ qinqing new family name=王秀兰 community=梧桐 kind=11 phone1=13900005678 opened=2026-01-10 head.sex=女 head.birth=1958-03-12 live_addr=惠民家园12-3-501 wish_no=勿谈子女; qinqing new family name=张淑芬 community=梧桐 kind=23 opened=2026-01-10 live_addr=惠民家园9-1-101; qinqing new family name=孙德海 community=友谊 kind=11 opened=2026-01-10 care_flags='01 03' key_holder=邻居赵姐 emergency_name=孙德江 emergency_phone=13900007777 head.sex=男 head.birth=1949-01-08; qinqing new family name=陈静 community=梧桐 kind=22 opened=2026-01-10 wish_no=勿节日慰问 live_addr=惠民家园12-1-102
family:1
family:2
family:3
family:4

$ qinqing new person family=梧桐-1 name=李明 relation=独生子 birth=1985-06-01 alive=否 death_date=2025-09-10; qinqing new person family=梧桐-2 name=张伟 relation=独生子 id_no=230499199010100054; qinqing new person family=梧桐-2 name=李国栋 relation=夫 birth=1956-11-05 sex=男
person:5
person:6
person:7

$ for f in 梧桐-1 梧桐-2 梧桐-3; do qinqing new assignment family=$f post=社区岗 worker=周敏 from=2026-01-10; done; qinqing new assignment family=友谊-1 post=社区岗 worker=佟丽 from=2026-01-10; for f in 梧桐-1 梧桐-2 梧桐-3 友谊-1; do who=高强; [ $f = 友谊-1 ] && who=何川; qinqing new assignment family=$f post=街道岗 worker=$who from=2026-01-10; qinqing set $(qinqing find $f --json | jq -r '.[0].ref') card_given=2026-01-12 >/dev/null; done
assignment:1
assignment:2
assignment:3
assignment:4
assignment:5
assignment:6
assignment:7
assignment:8

# ---- a disability certificate

$ qinqing set person:6 disab_cert=23049919901010005443 >/dev/null; qinqing get person:6 | grep disab
disab_cert=23049919901010005443
disab_kind=4
disab_grade=3

$ qinqing list reminders-of 梧桐-2
qinqing: “提醒”是空的
? 1

$ qinqing set person:6 disab_cert=23049919901010005442B1 >/dev/null; qinqing list reminders-of 梧桐-2
2026-05-06  类别核对  按残疾人证，家庭类别应为独生子女伤残家..  张淑芬 (梧桐-2)

# A fourth grade proposes the way out and closes nothing by itself.
$ qinqing set person:6 disab_cert=23049919901010005444B1 >/dev/null; qinqing list reminders-of 梧桐-2 --json | jq -r '.[].what[0].text'; qinqing get family:2 | grep -E '^(kind|closed)='
子女换发四级残疾人证：核对后按“残疾子女康复或降级”办退出
kind=23

$ qinqing set person:6 disab_cert=23049919850601003143
qinqing: 残疾人证号的前18位230499198506010031与证件号码230499199010100054不同；请核对是不是同一个人，改写错的那个
? 2

$ qinqing set person:6 disab_cert=23049919901010005443 >/dev/null

# A family's kind changes by a date and an evidence, and its history stays.
$ qinqing set family:4 kind=23
qinqing: 变更家庭类别要写明依据，如“死亡证明”“残疾人证换发为四级”
? 2

$ qinqing set family:4 kind=23 kind_evidence=残疾人证换发为三级 kind_since=2026-05-01 >/dev/null; qinqing list changes-of 梧桐-3 --json | jq -c '.[] | select(.field == "kind") | [.subject, .before[0].text, .after[0].text, .effective, .evidence]'
["家庭类别","独生子女伤残家庭(二级)","独生子女伤残家庭(三级)","2026-05-01","残疾人证换发为三级"]

# ---- the disabled child dies

$ qinqing --as zhoumin set person:6 death_date=2026-05-04
去世日期: 空 → 2026-05-04

$ qinqing get family:2 | grep kind; qinqing list changes-of 梧桐-2 --json | jq -c '.[] | [.subject, .before[0].text, .after[0].text, .effective, .evidence]'
kind=11
kind_since=2026-05-04
kind_evidence=张伟 2026-05-04去世
["家庭类别","独生子女伤残家庭(三级)","独生子女死亡家庭(失独)","2026-05-04","张伟 2026-05-04去世"]

$ for who in zhoumin gaoqiang; do qinqing --as $who today | sed -n '3,4p'; done
急办
梧桐-2  张淑芬  梧桐社区  周敏、高强                 超期101天  急办  亡故：首次联系≤24小时 +60, 亡故：05-07..  186              常规(绿)
急办
梧桐-2  张淑芬  梧桐社区  周敏、高强                 超期101天  急办  亡故：首次联系≤24小时 +60, 亡故：05-07..  186              常规(绿)

$ qinqing list reminders-of 梧桐-2 --json | jq -r '.[] | [.due, .what[0].text] | @tsv'
2026-05-07	亡故：首次联系≤24小时
2026-05-07	亡故：05-07前上门看望
2026-05-06	建议改为重点关爱(红)：子女去世不到12个月： 2026-05-04

$ qinqing show 梧桐-2 | grep 张伟
? 1

# The month counts the family once, as one that has lost its child, and tells of the turn; April knows nothing of it.
$ for month in 2026-04 2026-05; do qinqing board month --period $month --json | jq -c '.[] | select(.name=="梧桐社区") | [.begin, .in, .out, .end, .bereaved, .disabled, .turned]'; done; qinqing list turned-in 梧桐 --json | jq -r '.[].file'; qinqing list turned-in 梧桐 --period 2026-04; qinqing --as tongli board month --json | jq -r '.[].name'
[3,0,0,3,1,2,0]
[3,0,0,3,2,1,2]
梧桐-2
梧桐-3
qinqing: “本月转类”是空的
友谊社区

# Nobody but the two posts and the street sees what happened.
$ qinqing --as tongli today | grep 张淑芬
? 1

# A visit answers the event: first by phone, then in person.
$ qinqing --as zhoumin new visit family=梧桐-2 mode=电话 outcome=已联系 when=2026-05-06T08:30; qinqing get event:1 | grep first; qinqing --as zhoumin new visit family=梧桐-2 mode=上门走访 outcome=已联系 when=2026-05-06T08:50; qinqing get event:1 | grep first
visit:1
first_contact=2026-05-06T08:30
visit:2
first_contact=2026-05-06T08:30
first_visit=2026-05-06T08:50

$ qinqing list reminders-of 梧桐-2 --json | jq -r '.[].what[0].text'
建议改为重点关爱(红)：子女去世不到12个月： 2026-05-04

# The level is set by a person, with a reason.
$ qinqing set family:2 care_level=1
qinqing: 改关爱级别要写明理由
? 2

$ qinqing set family:2 care_level=1 care_reason=子女去世 >/dev/null; qinqing list reminders-of 梧桐-2; qinqing list changes-of 梧桐-2 --json | jq -c '.[0] | [.subject, .after[0].text]'
qinqing: “提醒”是空的
["关爱级别","重点关爱(红)"]

# All of a death is one undo.
$ qinqing set person:7 alive=否 death_date=2026-05-05 >/dev/null; qinqing list events-of 梧桐-2 --json | jq -r '.[].kind.label'; qinqing undo --yes | tail -1; qinqing list events-of 梧桐-2 --json | jq -r '.[].kind.label'
丧偶
亡故
已撤销
亡故

# ---- Mother's Day is quiet, and only the family's own contacts see it

$ for day in 06 07 10 11; do for who in zhoumin gaoqiang liuyang; do echo "$day $who $(QINQING_NOW=2026-05-${day}T09:00 qinqing --as $who list reminders-of 梧桐-1 2>/dev/null | grep -c '静 母亲节')"; done; done
06 zhoumin 0
06 gaoqiang 0
06 liuyang 0
07 zhoumin 1
07 gaoqiang 1
07 liuyang 0
10 zhoumin 1
10 gaoqiang 1
10 liuyang 0
11 zhoumin 0
11 gaoqiang 0
11 liuyang 0

$ QINQING_NOW=2026-05-07T09:00 qinqing list reminders-of 梧桐-1 | grep 静
? 1

$ QINQING_NOW=2026-05-07T09:00 qinqing --as zhoumin list reminders-of 梧桐-1 --json | jq -r '.[].what[0].text | select(startswith("静"))'
静 母亲节 05-10：宜电话问候，不谈节日，不带礼品横幅，不拍照

$ qinqing --as zhoumin days --from 2026-05-08 --to 2026-05-31; qinqing --as liuyang days --from 2026-05-08 --to 2026-05-31
2026-05-10 周日  母亲节宣传  活动
2026-05-10 周日  母亲节  静  王秀兰 (梧桐-1)
2026-05-29 周五  5.29会员活动日  活动
2026-05-10 周日  母亲节宣传  活动
2026-05-29 周五  5.29会员活动日  活动

$ qinqing --as zhoumin set family:1 days_off=母亲节; QINQING_NOW=2026-05-07T09:00 qinqing --as zhoumin list reminders-of 梧桐-1 | grep 静
不提醒的日子: 空 → 母亲节
? 1

# The child's days only where the family asked for it.
$ QINQING_NOW=2026-05-31T09:00 qinqing --as zhoumin list reminders-of 梧桐-1 | grep -c 子女生日; qinqing --as zhoumin set family:1 days_on=子女生日 >/dev/null; QINQING_NOW=2026-05-31T09:00 qinqing --as zhoumin list reminders-of 梧桐-1 | grep -c 子女生日
0
1

# The association's public activity is recorded all the same.
$ qinqing new activity title=母亲节茶话会 on=2026-05-06 task=1 org=友谊 people=23
activity:1

# Its invitations leave out whoever wants no gatherings and those for whom the day is quiet.
$ qinqing set activity:1 org=北山街道 on=2026-05-06 >/dev/null; qinqing list invite activity:1 --json | jq -c '.[] | [.file, .invited]'; qinqing new activity title=母亲节联欢 on=2026-05-06 task=1 org=北山街道 >/dev/null; qinqing set family:4 wish_no='05 06' >/dev/null; qinqing list invite activity:2 --json | jq -c '.[] | [.file, .invited]'; QINQING_NOW=2026-05-10T09:00 qinqing set activity:2 on=2026-05-10 >/dev/null; QINQING_NOW=2026-05-10T09:00 qinqing set family:1 days_off= >/dev/null; qinqing list invite activity:2 --json | jq -c '.[] | [.file, .invited]'; qinqing undo --yes >/dev/null
["梧桐-1",true]
["梧桐-2",true]
["梧桐-3",true]
["梧桐-1",true]
["梧桐-2",true]
["梧桐-3",false]
["梧桐-1",false]
["梧桐-2",true]
["梧桐-3",false]

# ---- handover

$ qinqing new need family=梧桐-1 kind=医疗费用 text=住院费报销 urgent=较急; qinqing handover 周敏 --json | jq -c '.[] | [.file, ([.wish_no[]?.label] | join("、")), .open_needs]'
need:1
["梧桐-1","勿谈子女",1]
["梧桐-2","",null]
["梧桐-3","勿节日慰问、勿集体活动",null]

# The days the family is to be left in peace are for its own contacts, on this list too.
$ qinqing --as zhoumin set family:1 days_on=子女忌日 >/dev/null; for who in zhoumin gaoqiang liuyang; do qinqing --as $who handover 周敏 --json | jq -c '[.[0].quiet[]?.label]'; done; qinqing --as zhoumin undo --yes | tail -1
["子女忌日"]
["子女忌日"]
[]
已撤销

$ qinqing set worker:1 on_to=2026-05-20; QINQING_NOW=2026-05-20T09:00 qinqing board coverage --json | jq -c '.[] | [.name, .contacts]'; QINQING_NOW=2026-05-21T09:00 qinqing board coverage --json | jq -c '.[] | [.name, .contacts]'; QINQING_NOW=2026-05-21T09:00 qinqing list no-contacts 梧桐 --json | jq -r '.[].file'
离岗日期: 空 → 2026-05-20
["梧桐社区",{"num":3,"den":3}]
["友谊社区",{"num":1,"den":1}]
["向阳区",{"num":4,"den":4}]
["梧桐社区",{"num":0,"den":3}]
["友谊社区",{"num":1,"den":1}]
["向阳区",{"num":1,"den":4}]
梧桐-1
梧桐-2
梧桐-3

$ export QINQING_NOW=2026-05-21T09:00; qinqing handover 周敏 --to 刘洋 梧桐-1; qinqing handover 周敏 --to 刘洋 梧桐-2 梧桐-3; qinqing handover 周敏 --to 刘洋
已交接 1 户；请逐户告知家庭并换发知情卡
已交接 2 户；请逐户告知家庭并换发知情卡
qinqing: 没有要交接的家庭：这位联系人那天没有在管的户
? 1

$ export QINQING_NOW=2026-05-21T09:00; for day in 2026-03-01 2026-05-20 2026-05-21; do qinqing who 梧桐-1 --on $day --json | jq -r '.[] | select(.post.key=="2") | [.worker.name, .from, .to] | @tsv'; done; qinqing board coverage --json | jq -c '.[] | [.name, .contacts, .card]'
周敏	2026-01-10	2026-05-20
周敏	2026-01-10	2026-05-20
刘洋	2026-05-21	
["梧桐社区",{"num":3,"den":3},{"num":0,"den":3}]
["友谊社区",{"num":1,"den":1},{"num":1,"den":1}]
["向阳区",{"num":4,"den":4},{"num":1,"den":4}]

# The card counts only when the family has been told who comes now.
$ export QINQING_NOW=2026-05-21T09:00; qinqing --as liuyang list reminders-of 梧桐-1 --json | jq -r '.[].what[0].text'; qinqing set family:1 card_given=2026-05-21 >/dev/null; qinqing board coverage --json | jq -c '.[] | [.name, .card]'; id=$(qinqing who 梧桐-1 --json | jq -r '.[] | select(.post.key=="2") | .ref'); qinqing set $id family_told=2026-05-21 told_how=上门走访 >/dev/null; qinqing board coverage --json | jq -c '.[] | [.name, .card]'; qinqing list no-card 梧桐 --json | jq -r '.[].file'
诉求 医疗费用 期限 05-09
把新的社区岗告知家庭
建议改为重点关爱(红)：子女去世不到12个月： 2025-09-10
联系知情卡要发新的
["梧桐社区",{"num":0,"den":3}]
["友谊社区",{"num":1,"den":1}]
["向阳区",{"num":1,"den":4}]
["梧桐社区",{"num":1,"den":3}]
["友谊社区",{"num":1,"den":1}]
["向阳区",{"num":2,"den":4}]
梧桐-2
梧桐-3

# A merged community hands its families on without a handover; the file number stays.
$ qinqing set org:5 successor=梧桐 valid_to=2026-05-06 >/dev/null; qinqing get family:3 | grep -E 'file_no|community'; qinqing undo --yes | tail -1; qinqing get family:3 | grep -E 'community'
file_no=230402002005-0001
community=org:3
已撤销
community=org:5

# ---- a campaign

$ qinqing new campaign name=端午 occasion=端午 window_from=2026-06-12 window_to=2026-06-18 scope=梧桐 cash=200 goods=粽子 fund=1; qinqing list plan 端午 | grep .
campaign:1
还没送
梧桐-2  张淑芬  惠民家园9-1-101   周敏、高强
梧桐-1  王秀兰  惠民家园12-3-501  周敏、高强
不排（意愿：勿节日慰问）
梧桐-3  陈静    惠民家园12-1-102  周敏、高强

$ export QINQING_NOW=2026-06-15T09:00; qinqing --as liuyang new gift campaign=端午 family=梧桐-1; qinqing --as liuyang new gift campaign=端午 family=梧桐-2; qinqing --as liuyang new gift campaign=端午 family=梧桐-2; qinqing list plan 端午 | grep .; qinqing board ledger
gift:1
gift:2
qinqing: 这户在这个专项里2026-06-15已经发过，请不要重复登记
已送达
梧桐-2  张淑芬  惠民家园9-1-101   刘洋、高强  200  粽子  刘洋
梧桐-1  王秀兰  惠民家园12-3-501  刘洋、高强  200  粽子  刘洋
不排（意愿：勿节日慰问）
梧桐-3  陈静    惠民家园12-1-102  刘洋、高强
来源    任务              户次  慰问金  物品折价
区财政  计划生育家庭帮扶  2     400     0

$ qinqing receipts 端午
端午 慰问金（品）发放签收表  2026-05-06  每户：200 粽子
==============================================================================
序号 档案      户主         住址                   签收（代签写明关系）
------------------------------------------------------------------------------
1    梧桐-2    张淑芬       惠民家园9-1-101        ____________________
2    梧桐-1    王秀兰       惠民家园12-3-501       ____________________
------------------------------------------------------------------------------
共 2 户

# ---- hospital and insurance

$ qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 per_stay=90 per_year=180 waiting_days=30; qinqing new insured person=孙德海 policy=2026住院护理; QINQING_NOW=2026-05-10T09:00 qinqing new event family=友谊-1 person=孙德海 kind=住院 admit=2026-05-10 hospital=区医院; QINQING_NOW=2026-05-10T09:00 qinqing list reminders-of 友谊-1 --json | jq -r '.[] | [.due, .what[0].text] | @tsv'
policy:1
insured:1
event:3
2026-05-11	住院：首次联系≤24小时
2026-05-13	住院：05-13前到床前看望
2026-05-10	建议改为重点关爱(红)：正在住院
2026-05-10	已参保，可以申请住院理赔

$ export QINQING_NOW=2026-05-21T09:00; qinqing set event:3 discharge=2026-05-21 >/dev/null; qinqing new claim event=event:3 documents='1 6'; qinqing get claim:1 | grep -E '^(days|pay|basis)'; qinqing list reminders-of 友谊-1 --json | jq -r '.[] | [.due, .what[0].text] | @tsv' | grep 理赔; QINQING_NOW=2026-05-27T09:00 qinqing list reminders-of 友谊-1 --json | jq -r '.[] | [.due, .what[0].text] | @tsv' | grep 理赔; QINQING_NOW=2026-05-28T09:00 qinqing list reminders-of 友谊-1 --json | jq -r '.[] | [.due, .what[0].text] | @tsv' | grep 理赔
claim:1
days=11
pay_days=11
payable=1100
basis=住院11天；11天×100元
2026-05-21	理赔 LP2026-0001 已报案，还缺 住院病历、诊断证明、出院小结、费用清单发票、特扶身份证明
2026-05-21	理赔 LP2026-0001 已报案，还缺 住院病历、诊断证明、出院小结、费用清单发票、特扶身份证明
2026-05-28	理赔 LP2026-0001 已报案，还缺 住院病历、诊断证明、出院小结、费用清单发票、特扶身份证明

# Paid is not enough: the family must be told.
$ export QINQING_NOW=2026-05-28T09:00; qinqing set claim:1 paid=1100 paid_on=2026-05-28 >/dev/null; qinqing list reminders-of 友谊-1 --json | jq -r '.[].what[0].text' | grep 理赔; qinqing set claim:1 told_family=2026-05-28 >/dev/null; qinqing list reminders-of 友谊-1 --json | jq -r '.[].what[0].text' | grep 理赔
理赔结果还没有告知家庭：LP2026-0001
? 1

# Caps of the stay and of the year; the waiting period to its last day; accidents have none.
$ export QINQING_NOW=2026-12-28T09:00; qinqing new claim person=孙德海 admit=2026-01-15 discharge=2026-01-16 accident=是 --json | jq -r '[.days, .pay_days, .payable, .basis] | @tsv'; for stay in '01-15 01-20' '01-30 02-02' '01-31 02-02' '08-01 11-09' '11-10 12-28' '03-01 04-10'; do set -- $stay; qinqing new claim person=孙德海 admit=2026-$1 discharge=2026-$2 --json | jq -r '[.days, .pay_days, .payable, .basis] | @tsv'; done
1	1	100	住院1天；1天×100元
5	0	0	住院5天，等待期到2026-01-30，不赔；0天×100元
3	0	0	住院3天，等待期到2026-01-30，不赔；0天×100元
2	2	200	住院2天；2天×100元
100	90	9000	住院100天，每次最多90天；90天×100元
48	48	4800	住院48天；48天×100元
40	40	4000	住院40天；40天×100元

# ---- nobody answers

$ for when in 2026-05-06T09:00 2026-05-06T15:00; do QINQING_NOW=${when} qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=无人接听 when=$when 2>/dev/null; done; QINQING_NOW=2026-05-06T16:00 qinqing --as tongli list events
visit:3
visit:4
event:3  孙德海 住院 2026-05-10 区医院  孙德海 (友谊-1)

$ export QINQING_NOW=2026-05-07T10:00; qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=无人接听 when=2026-05-07T10:00; qinqing get event:4 | grep -E '^(kind|alarm|known_at|note)='; for who in tongli hechuan; do qinqing --as $who today --json | jq -r '.[0] | [.file, .matter_due.state] | @tsv'; done
visit:5
kind=06
known_at=2026-05-07T10:00
alarm=yes
note=48小时内3次未联系上，当天两人同去敲门
友谊-1	urgent
友谊-1	urgent

$ export QINQING_NOW=2026-05-07T10:30; qinqing set event:4 closed=2026-05-07; qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=外出外地 when=2026-05-07T10:20 2>/dev/null; qinqing get event:4 | grep -E '^(first_contact|closed|outcome)='
qinqing: 结束一件重大情况要写明结果
visit:6
first_contact=2026-05-07T10:20
closed=2026-05-07
outcome=4

# The month tells of the alarm, and how soon somebody was reached.
$ export QINQING_NOW=2026-05-07T10:30; qinqing board month --json | jq -c '.[] | [.name, .events, .alarms, .first_minutes]'; qinqing list events-in 友谊 --json | jq -c '.[] | [.kind.label, .known_at, .first_minutes]'; qinqing board month --period 2026-04 --json | jq -c '.[-1] | [.name, .events, .first_minutes]'
["梧桐社区",1,0,0]
["友谊社区",2,1,20]
["向阳区",3,1,10]
["失联","2026-05-07T10:00",20]
["住院","2026-05-10T09:00",null]
["向阳区",0,null]

# 48 hours are 48 hours: the alarm of May stays the only one; a family without the flags is not watched.
$ export QINQING_NOW=2026-06-10T20:00; for when in 2026-06-08T09:00 2026-06-09T09:00 2026-06-10T09:01; do qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=无人接听 when=$when 2>/dev/null; done; qinqing list events-of 友谊-1 --json | jq '[.[] | select(.alarm)] | length'; for when in 2026-06-10T10:00 2026-06-10T11:00 2026-06-10T12:00; do qinqing --as gaoqiang new visit family=梧桐-1 mode=电话 outcome=无人接听 when=$when 2>/dev/null; done; qinqing list events-of 梧桐-1
visit:7
visit:8
visit:9
1
visit:10
visit:11
visit:12
qinqing: “重大情况”是空的
? 1

# ---- needs: due by urgency, steps, promises, results

$ qinqing get need:1 | grep -E '^(no|received|due|owner|open)='; for u in 1 2 3 4; do qinqing new need family=梧桐-1 kind=住房维修 text=漏水 urgent=$u --json | jq -r .due; done
no=SQ2026-0001
received=2026-05-06
due=2026-05-09
open=yes
2026-05-07
2026-05-09
2026-05-21
2026-08-04

$ qinqing new need family=梧桐-1 kind=承诺 text=周五前问清报销
qinqing: 答应了家庭的事要有日子：请填期限
? 2

$ qinqing new need family=梧桐-1 kind=承诺 text=周五前问清报销 due=周五; qinqing --as gaoqiang new step need=need:1 dept=医保 text=已转区医保局; qinqing get need:1 | grep -E '^(waiting|helper)'; QINQING_NOW=2026-05-12T09:00 qinqing list reminders-of 梧桐-1 --json | jq -r '.[] | select(.rule.key=="need") | .what[0].text'
need:6
step:1
helper_dept=04
waiting=04
诉求 住房维修 期限 05-07
承诺 周五前问清报销 期限 05-08
诉求 医疗费用（等医保） 期限 05-09
诉求 住房维修 期限 05-09
诉求 住房维修 期限 05-21
诉求 住房维修 期限 08-04

$ qinqing set need:1 closed=2026-05-08
qinqing: 办结要写明办理结果
? 2

$ QINQING_NOW=2026-05-08T09:00 qinqing set need:1 result=已解决 >/dev/null; QINQING_NOW=2026-05-08T09:00 qinqing board coverage --json | jq -c '.[] | [.name, .closed, .in_time, .satisfied]'
["梧桐社区",{"num":1,"den":6},{"num":1,"den":1},{"num":0,"den":0}]
["友谊社区",{"num":0,"den":0},{"num":0,"den":0},{"num":0,"den":0}]
["向阳区",{"num":1,"den":6},{"num":1,"den":1},{"num":0,"den":0}]

# ---- comfort: restricted

$ for f in 梧桐-1 友谊-1; do qinqing new assignment family=$f post=心理社工 worker=苏宁 >/dev/null; done; qinqing --as suning new psych family=梧桐-1 scale=PHQ-9 score=12 note=失眠，提到儿子 next=2026-05-20; qinqing --as zhoumin new psych family=梧桐-1 note=x
psych:1
qinqing: 周敏的角色不能改心理记录，请找街道主管或管理员
? 2

$ for s in 4 5 9 10 14 15 19 20 27 28; do qinqing --as suning new psych family=友谊-1 scale=PHQ-9 score=$s --json 2>&1 | jq -r '[.band, .level.label] | @tsv' 2>/dev/null || echo "$s 不收"; done
无	低
轻度	低
轻度	低
中度	中
中度	中
中重度	高
中重度	高
重度	高
重度	高
28 不收

$ for who in zhoumin gaoqiang suning zhenghua; do qinqing --as $who get psych:1 --json | jq -c '[.on, .next, .score, .note]'; done
["2026-05-06","2026-05-20",null,"有"]
["2026-05-06","2026-05-20",null,"有"]
["2026-05-06","2026-05-20",12,"失眠，提到儿子"]
["2026-05-06","2026-05-20",12,"失眠，提到儿子"]

# What it means for the care level is told to all; what it says to those who may read it.
$ for who in tongli hechuan zhenghua; do qinqing --as $who list reminders-of 友谊-1 --json | jq -r '.[] | select(.rule.key=="level") | .what[0].text'; done
建议改为重点关爱(红)：出院不到30天、心理社工的意见
建议改为重点关爱(红)：出院不到30天、心理社工的意见
建议改为重点关爱(红)：出院不到30天、最近一次心理评估风险高

$ qinqing --as suning new psych family=梧桐-1 scale=PHQ-9 score=8 item9=1 >/dev/null; qinqing list events-of 梧桐-1 --json | jq -r '.[0].kind.label'
轻生表露

# ---- special support

$ qinqing eligible 梧桐-1; qinqing eligible 梧桐-1 --on 2022-06-30 | head -1; qinqing eligible 梧桐-1 --on 2022-07-01 | head -1
王秀兰  符合：独生子女死亡 590元/月
  + 1933-01-01 以后出生
  + 王秀兰 68岁（要满49岁）
  + 生育或收养子女数 1
  + 独生子女已去世 2025-09-10
王秀兰  不符合
王秀兰  不符合

$ qinqing set person:1 birth=1977-05-07 >/dev/null; qinqing eligible 梧桐-1 | head -3; QINQING_NOW=2026-05-07T09:00 qinqing eligible 梧桐-1 | head -1; qinqing undo --yes >/dev/null
王秀兰  不符合
  + 1933-01-01 以后出生
  - 王秀兰 48岁（要满49岁）
王秀兰  符合：独生子女死亡 590元/月

# The way out: care goes on for a year, the money stops the month after; then the file can be closed.
$ qinqing new tefu family=梧桐-3 person=person:4 kind=2 >/dev/null; qinqing set family:4 kind=90 kind_evidence=子女康复，残疾人证注销 >/dev/null; qinqing get tefu:1 | grep stop; for day in 2027-05-05 2027-05-06; do echo "$day $(QINQING_NOW=${day}T09:00 qinqing list reminders-of 梧桐-3 --json | jq -r '.[] | select(.rule.key=="kind") | .what[0].text')"; done; QINQING_NOW=2027-05-06T09:00 qinqing set family:4 close_reason=04 >/dev/null; qinqing get family:4 | grep closed; qinqing list changes-of family:4 --json | jq -c '.[0] | [.subject, .after[0].text, .basis[0].text]'; qinqing undo --yes >/dev/null; qinqing undo --yes | tail -1; qinqing get family:4 | grep -E '^kind='
stop_month=2026-06
stop_reason=04
2027-05-05 
2027-05-06 延续关怀期满，可以销档
closed=2027-05-06
["销档日期","2027-05-06","残疾子女康复或降级"]
已撤销
kind=23

# ---- reminders can be dealt with, with a reason

$ export QINQING_NOW=2026-05-21T09:00; qinqing list reminders-of 梧桐-3; qinqing new waiver family=梧桐-3 rule=contact target=family:4 due=2026-05-21 reason=已口头告知; qinqing list reminders-of 梧桐-3 --json | jq -r '.[].what[0].text'
2026-05-21  双岗  把新的社区岗告知家庭  陈静 (梧桐-3)
2026-05-21  双岗  联系知情卡要发新的    陈静 (梧桐-3)
waiver:1
把新的社区岗告知家庭

# ---- days: windows across the year's end, lunar days, 29 February

$ for day in 2026-12-21 2026-12-22 2026-12-31 2027-01-01 2027-01-11 2027-01-12 2027-02-05 2027-02-06; do echo "$day $(QINQING_NOW=${day}T09:00 qinqing list reminders-of 友谊-1 --json | jq -r '.[] | select(.rule.key=="day") | .what[0].text' | tr '\n' ' ')"; done
2026-12-21 
2026-12-22 元旦 走访 2027-01-01 
2026-12-31 元旦 走访 2027-01-01 
2027-01-01 
2027-01-11 
2027-01-12 春节 走访 02-06 
2027-02-05 除夕 电话 今天 春节 走访 02-06 
2027-02-06 

$ qinqing set person:3 birth_lunar=腊月三十 >/dev/null; for year in 2025 2026 2027 2028; do QINQING_NOW=2026-05-21T09:00 qinqing --as tongli days --from $year-01-01 --to $year-03-01 --json | jq -r '.[] | select(.label=="生日") | .on'; done
2025-01-28
2026-02-16
2027-02-05
2028-01-25

$ qinqing set person:3 birth_lunar= birth=1948-02-29 >/dev/null; for year in 2027 2028; do qinqing --as tongli days --from $year-02-01 --to $year-03-02 --json | jq -r '.[] | select(.label=="生日") | .on'; done
2027-02-28
2028-02-29

# ---- looking after the workers: a crisis this week, or too many heavy visits

$ qinqing --as gaoqiang new visit family=梧桐-3 mode=上门走访 outcome=1 mood=明显低落 >/dev/null; qinqing list workers --json | jq -r '.[] | select(.name=="高强") | [.heavy, .talk] | @json'; qinqing --as gaoqiang new visit family=梧桐-3 mode=电话 outcome=1 occasion=亡故治丧 >/dev/null; qinqing list workers --json | jq -r '.[] | select(.name=="高强") | [.heavy, .talk] | @json'; QINQING_NOW=2026-05-11T09:00 qinqing list workers --json | jq -r '.[] | select(.name=="高强") | [.heavy, .talk] | @json'
[1,null]
[2,true]
[null,null]

# ---- looking after the data

$ for i in 1 2 3; do qinqing --as gaoqiang new visit family=梧桐-$i mode=电话 outcome=1 talk=身体都好没有困难 >/dev/null; done; qinqing quality | grep -v 证件号码
qinqing: 注意：这户2026-05-06已有一条同一个人记的电话，可能重复；确实又去了一次就再存一次
family:2  张淑芬 (梧桐-2)  没有电话
family:4  陈静 (梧桐-3)    没有电话
visit:17  陈静 (梧桐-3)    同样的谈话要点写了 3 次

$ qinqing check | tail -1
数据完好

# ---- leave cover: while a worker is away, the substitute's day has their families

$ qinqing set worker:$(qinqing list workers --json | jq -r '.[] | select(.login == "liuyang") | .ref | sub("worker:"; "")') on_from=2026-05-01 >/dev/null; qinqing set worker:3 substitute=刘洋 away_from=2026-05-06 away_to=2026-05-08 >/dev/null; for day in 05 06 08 09; do echo "$day $(QINQING_NOW=2026-05-${day}T09:00 qinqing --as liuyang today --json 2>/dev/null | jq -r '.[].file' | tr '\n' ' ')"; done
05 梧桐-1 梧桐-2 
06 友谊-1 
08 友谊-1 
09 梧桐-1 梧桐-2 

# ---- two files of one family, and one family that splits

$ qinqing new family name=王秀蘭 community=梧桐 phone1=13900005678 >/dev/null; qinqing new visit family=family:5 mode=电话 outcome=1 talk=记在了另一份里 >/dev/null; qinqing merge family:5 --to 梧桐-1; qinqing list visits-of 梧桐-1 --json | jq -r '.[].talk // empty' | grep 另一份; qinqing get family:5 | grep -E '^close'; qinqing undo --yes | tail -1; qinqing get family:5 | grep -cE '^close'; qinqing merge family:5 --to family:5
已并入，移过去 1 条记录；qinqing undo 可以分开
记在了另一份里
closed=2026-05-06
close_reason=09
已撤销
0
qinqing: 两份档案是同一份，不用合并
? 2

$ qinqing split 梧桐-2 person:7; qinqing list members-of family:6 --json | jq -r '.[].name'; qinqing list members-of 梧桐-2 --json | jq -r '.[].name'; qinqing who family:6 --json | jq -r '.[].worker.name'; qinqing undo --yes | tail -1; qinqing list members-of 梧桐-2 --json | jq length; qinqing split 梧桐-2 person:1
family:6
李国栋
张伟
张淑芬
张伟
高强
周敏
已撤销
3
qinqing: 要分出去的成员不都在这户里，请核对
? 2

$ qinqing check | tail -1
数据完好

# ---- sheets for a visit day: by building, what to know at the door, no quiet days

$ QINQING_NOW=2026-06-19T09:00 qinqing sheet --for liuyang | grep -E '^(走访单|[^ ]+ \(|意愿|方式|精神状态)'; QINQING_NOW=2026-06-19T09:00 qinqing sheet --for liuyang | grep -c ' 静 '
走访单  2026-06-19 周五  3户
张淑芬 (梧桐-2)
方式      [ ]上门走访  [ ]医院探视  [ ]机构探视  [ ]社区面谈  [ ]活动见面
精神状态  [ ]平稳  [ ]略低落  [ ]明显低落  [ ]激动易怒
陈静 (梧桐-3)
意愿      勿节日慰问、勿集体活动
方式      [ ]上门走访  [ ]医院探视  [ ]机构探视  [ ]社区面谈  [ ]活动见面
精神状态  [ ]平稳  [ ]略低落  [ ]明显低落  [ ]激动易怒
王秀兰 (梧桐-1)
意愿      勿谈子女
方式      [ ]上门走访  [ ]医院探视  [ ]机构探视  [ ]社区面谈  [ ]活动见面
精神状态  [ ]平稳  [ ]略低落  [ ]明显低落  [ ]激动易怒
0
? 1
