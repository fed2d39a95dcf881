# rights.t - what one may not see or do one may not see or do by any road.

# A login is taken from nobody.
$ office
> refused '' qinqing --as gaoqiang set worker:1 login=zhenghua
> accepted qinqing --as zhenghua find wxl

# Assignments of another street are not the street's to end, to make or to hand over.
$ office
> refused '' qinqing --as gaoqiang set assignment:3 to=2026-05-10
> refused '' qinqing --as gaoqiang set assignment:3 worker=周敏
> refused '' qinqing --as gaoqiang new assignment family=友谊-1 post=志愿者结对 worker=周敏
> refused '' qinqing --as gaoqiang handover 佟丽 --to 周敏
> accepted qinqing --as gaoqiang set assignment:1 note=钥匙在邻居家

# Two files are merged, and one split, only by who may change both.
$ office
> refused '' qinqing --as gaoqiang merge family:3 --to family:1
> refused '' qinqing --as gaoqiang merge family:1 --to family:3
> refused '' qinqing --as hechuan split family:1 person:4
> accepted qinqing --as gaoqiang split family:1 person:4

# Orgs and policies are not the street's.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> refused '' qinqing --as gaoqiang set org:2 phone=0468-3345612
> refused '' qinqing --as gaoqiang set policy:1 daily=200
> refused '' qinqing --as gaoqiang new policy name=2027住院护理 from=2027-01-01 daily=100

# Numbers behind which masked kinds stand are not told to who may not count them.
$ office
> qinqing --as liuyang list bereaved-in 友谊 --json 2>/dev/null | jq length
> qinqing --as liuyang list disabled-in 友谊 --json 2>/dev/null | jq length
> qinqing --as liuyang board month --json | jq -r '.[].name' | grep -c 友谊
0
0
0
? 1

# A worker whose post ended is let in on the last day, and not after it, in any act.
$ office
> qinqing set worker:1 on_to=2026-05-06 >/dev/null
> accepted qinqing --as zhoumin find wxl
> for act in 'find wxl' today 'show 梧桐-1' 'get family:1' 'list families' 'log' 'new visit family=梧桐-1 mode=电话 outcome=1' 'set family:1 wish_note=x' 'undo --yes'; do at 2026-05-07 refused '' qinqing --as zhoumin $act; done

# Families of one who is no longer the contact person are masked the same day.
$ office
> qinqing set assignment:1 to=2026-05-06 >/dev/null
> qinqing --as zhoumin get person:1 | grep -c ^birth=1958-03-12
> at 2026-05-07 qinqing --as zhoumin get person:1 | grep -c ^birth=1958-03-12
1
0
? 1

# The history of a record one sees masked is masked as the record is.
$ office
> qinqing set person:4 diseases=密语病 >/dev/null
> qinqing set family:1 key_holder=密语人 >/dev/null
> qinqing set family:1 key_holder= >/dev/null
> qinqing void person:4 --why 试 >/dev/null
> for road in 'get person:4' 'log person:4' 'log person:4 --json' 'log family:1' 'log --json' 'show 梧桐-1' 'list log --json'; do qinqing --as liuyang $road; done 2>&1 | grep -c 密语
0
? 1

# Assignments of another street are not to be taken by changing whose they are, nor given away so.
$ office
> refused '' qinqing --as gaoqiang set assignment:3 family=family:1
> refused '' qinqing --as gaoqiang set assignment:3 family=family:1 post=志愿者结对
> refused '' qinqing --as gaoqiang set assignment:1 family=family:3
> field assignment:3 family
family:3

# What was removed in another community stays unreadable: by its number, its history, the log, lists, look-up and undo.
$ office
> qinqing new need family=友谊-1 kind=医疗费用 text=密语一 >/dev/null
> qinqing new gift family=友谊-1 goods=密语二 cash=200 >/dev/null
> qinqing new event family=友谊-1 kind=重病 note=密语三 >/dev/null
> qinqing new psych family=友谊-1 note=密语四 >/dev/null
> qinqing new person family=友谊-1 name=密语五 relation=弟 >/dev/null
> qinqing new assignment family=友谊-1 post=志愿者结对 worker=石磊 note=密语六 >/dev/null
> for ref in need:1 gift:1 event:1 psych:1 person:9 assignment:7; do qinqing void $ref --why 试 >/dev/null; done
> for who in zhoumin gaoqiang shilei; do
> for ref in need:1 gift:1 event:1 psych:1 person:9 assignment:7; do
> qinqing --as $who get $ref
> qinqing --as $who get $ref --json
> qinqing --as $who log $ref
> qinqing --as $who log $ref --json
> qinqing --as $who show $ref
> done
> qinqing --as $who log
> qinqing --as $who log --json
> qinqing --as $who log family:3
> for list in needs-of gifts-of events-of psych-of members-of assignments-of changes-of; do qinqing --as $who list $list 友谊-1 --json; done
> for list in needs events log quality; do qinqing --as $who list $list --json; done
> qinqing --as $who find 密语五 --json 2>/dev/null
> qinqing --as $who undo --yes
> done 2>&1 | grep -c 密语
0
? 1

# What is there in another community is as unreadable as what was removed.
$ office
> qinqing new need family=友谊-1 kind=医疗费用 text=密语一 >/dev/null
> qinqing new visit family=友谊-1 mode=电话 outcome=1 talk=密语二 by=佟丽 >/dev/null
> qinqing void visit:1 --why 密语三 >/dev/null
> for who in zhoumin gaoqiang shilei; do
> for ref in need:1 visit:1; do qinqing --as $who get $ref; qinqing --as $who log $ref; qinqing --as $who log $ref --json; qinqing --as $who show $ref; done
> qinqing --as $who log --json
> for list in needs-of visits-of; do qinqing --as $who list $list 友谊-1 --json; done
> qinqing --as $who list needs --json
> done 2>&1 | grep -c 密语
0
? 1

# What one did while one might is not undone, nor shown again, when the family has gone out of reach.
$ office
> qinqing --as zhoumin set family:2 wish_note=密语一 >/dev/null
> qinqing --as zhoumin set family:2 wish_note=下午来 >/dev/null
> for as in 2 5; do qinqing set assignment:$as to=2026-05-05 >/dev/null; done
> qinqing set family:2 community=友谊 >/dev/null
> qinqing --as zhoumin undo --yes 2>&1 | grep -c 密语
> field family:2 wish_note
0
下午来

# One may not void what one may not change.
$ office
> qinqing new need family=友谊-1 kind=医疗费用 text=报销 >/dev/null
> qinqing new visit family=友谊-1 mode=电话 outcome=1 by=佟丽 >/dev/null
> qinqing new activity title=茶话会 task=1 org=友谊 >/dev/null
> for ref in need:1 visit:1 person:8 assignment:3; do refused '' qinqing --as zhoumin void $ref --why 试; refused '' qinqing --as gaoqiang void $ref --why 试; done
> absent qinqing --as gaoqiang void activity:1 --why 试
> qinqing --as suning void assignment:1 --why 试
qinqing: 没有这条联系人安排：第1号
? 1

# A record of another community is not drawn over by changing whose it is, nor pushed there.
$ office
> qinqing new need family=友谊-1 kind=医疗费用 text=报销 >/dev/null
> qinqing new visit family=友谊-1 mode=电话 outcome=1 by=佟丽 >/dev/null
> refused '' qinqing --as zhoumin set need:1 family=family:1
> refused '' qinqing --as zhoumin set visit:1 family=family:1
> refused '' qinqing --as zhoumin set person:8 family=family:1
> refused '' qinqing --as zhoumin set person:4 family=family:3
> refused '' qinqing --as zhoumin set family:1 community=友谊

# A step and a review belong where their need and their support belong.
$ office
> qinqing new need family=友谊-1 kind=医疗费用 text=报销 >/dev/null
> qinqing new tefu person=person:3 kind=1 >/dev/null
> refused '' qinqing --as zhoumin new step need=need:1 text=试
> refused '' qinqing --as zhoumin new step need=need:1 family=family:1 text=试
> refused '' qinqing --as zhoumin new review person=person:1 tefu=tefu:1
> rows steps-of need:1
0

# A supervisor of a street gives nobody, and not themselves, a role above their own.
$ office
> refused '' qinqing --as gaoqiang new worker name=新来 org=梧桐 mobile=13800000009 login=xinlai role=district
> refused '' qinqing --as gaoqiang new worker name=新来 org=梧桐 mobile=13800000009 login=xinlai role=admin
> refused '' qinqing --as gaoqiang set worker:1 role=district
> refused '' qinqing --as gaoqiang set worker:2 role=district
> refused '' qinqing --as gaoqiang set worker:2 role=counsellor
> accepted qinqing --as gaoqiang new worker name=新来 org=梧桐 mobile=13800000009 login=xinlai role=worker
> accepted qinqing --as zhenghua set worker:1 role=street

# The administrator of accounts, who reads no family, does not become one who does.
$ office
> qinqing new worker name=管理员 org=向阳区 mobile=13800000009 login=guanli role=admin >/dev/null
> refused '' qinqing --as guanli set worker:9 role=district
> accepted qinqing --as guanli set worker:9 mobile=13800000019
> accepted qinqing --as guanli set worker:1 mobile=13800000011

# Workers of another street, and of the district, are not the street's to change, nor to take or to send away.
$ office
> refused '' qinqing --as gaoqiang set worker:3 mobile=13800000033
> refused '' qinqing --as gaoqiang set worker:4 mobile=13800000033
> refused '' qinqing --as gaoqiang set worker:7 mobile=13800000033
> refused '' qinqing --as gaoqiang set worker:3 org=梧桐
> refused '' qinqing --as gaoqiang set worker:1 org=友谊
> refused '' qinqing --as gaoqiang set worker:2 org=向阳区
> refused '' qinqing --as gaoqiang new worker name=新来 org=友谊 mobile=13800000009
> accepted qinqing --as gaoqiang set worker:1 mobile=13800000033
> accepted qinqing --as gaoqiang set worker:1 org=北山街道

# Activities and campaigns of another street are not the street's to change, nor to take or to give.
$ office
> qinqing new activity title=茶话会 task=1 org=友谊 >/dev/null
> qinqing new activity title=读书会 task=1 org=梧桐 >/dev/null
> qinqing new campaign name=端午 occasion=端午 org=红军街道 window_from=2026-06-12 window_to=2026-06-18 >/dev/null
> qinqing new campaign name=重阳 occasion=重阳 org=北山街道 window_from=2026-10-12 window_to=2026-10-18 >/dev/null
> qinqing new campaign name=中秋 occasion=中秋国庆 org=向阳区 window_from=2026-09-12 window_to=2026-09-25 >/dev/null
> absent qinqing --as gaoqiang set activity:1 people=9
> absent qinqing --as gaoqiang set activity:1 org=梧桐
> refused '' qinqing --as gaoqiang set activity:2 org=友谊
> refused '' qinqing --as gaoqiang new activity title=茶话会 task=1 org=友谊
> refused '' qinqing --as zhoumin new activity title=茶话会 task=1 org=友谊
> refused '' qinqing --as gaoqiang set campaign:1 cash=100
> refused '' qinqing --as gaoqiang set campaign:1 org=北山街道
> refused '' qinqing --as gaoqiang set campaign:2 org=红军街道
> refused '' qinqing --as gaoqiang set campaign:3 cash=100
> refused '' qinqing --as gaoqiang new campaign name=元旦 occasion=元旦春节 org=红军街道 window_from=2026-12-12 window_to=2026-12-18
> accepted qinqing --as gaoqiang set activity:2 people=9
> accepted qinqing --as gaoqiang set campaign:2 cash=100
> accepted qinqing --as hechuan set activity:1 people=9

# Members, experts and what they do are there for their unit, for those above it and for those below it; for a street
# beside it they are not there, wherever one asks.  Who offers to help is found for a family from anywhere, and called.
$ office
> qinqing new member name=赵桂兰 org=友谊 phone=13911112222 joined=2020-01-01 >/dev/null
> qinqing new expert name=钱大夫 field=老年健康 workplace=某医院 org=红军街道 phone=13933334444 skills=医护 >/dev/null
> qinqing new expert name=孙教授 field=老年健康 workplace=某医院 org=向阳区 phone=13955556666 >/dev/null
> qinqing new group name=友谊一组 org=友谊 leader=赵桂兰 >/dev/null
> qinqing new liaison worker=佟丽 member=赵桂兰 >/dev/null
> qinqing new training topic=谈心 org=红军街道 workers=佟丽 >/dev/null
> qinqing new activity title=茶话会 task=1 org=友谊 members=赵桂兰 >/dev/null
> roads() { for road in 'get member:1' 'show member:1' 'log member:1' 'get liaison:1' 'show expert:1' 'list members' 'list association-members 友谊' 'list association-members 红军街道' 'list groups' 'list group-members group:1' 'list liaisons 友谊' 'list calls-of liaison:1' 'list links-of member:1' 'list experts' 'list trainings' 'list activities' 'list activities-in 友谊' 'list numbers-of member:1' 'list log' 'export members' 'export member' 'export activities' 'new link member=member:1 household=董大娘' 'set expert:1 rank=主任'; do qinqing --as $1 $road 2>&1; done; }
> for who in gaoqiang zhoumin tongli zhenghua; do echo $who $(roads $who | grep -oE '赵桂兰|13911112222|139 1111 2222|钱大夫|友谊一组|谈心|茶话会' | sort -u); done
> qinqing --as gaoqiang list experts --json | jq -r '.[].name'
> absent qinqing --as gaoqiang get member:1; absent qinqing --as gaoqiang log member:1; absent qinqing --as gaoqiang get expert:1
> qinqing --as gaoqiang helpers 医护 --near 梧桐-1 --json | jq -r '.[] | [.name, .phone] | @tsv'
> qinqing --as gaoqiang list numbers-of expert:1 --json | jq -r '.[].phone'
> absent qinqing --as gaoqiang list numbers-of member:1
> qinqing --as gaoqiang new link member=赵桂兰 household=董大娘 2>&1 | grep -o 没有叫
> refused 辖区 qinqing --as gaoqiang set expert:2 rank=主任
gaoqiang
zhoumin
tongli 139 1111 2222 13911112222 友谊一组 茶话会 谈心 赵桂兰 钱大夫
zhenghua 139 1111 2222 13911112222 友谊一组 茶话会 谈心 赵桂兰 钱大夫
孙教授
钱大夫	13933334444
13933334444
没有叫

# A filter tells nothing that is masked: over families whose kind one does not see, every kind finds the same.
$ office
> for who in liuyang shilei zhoumin; do
> for kind in 11 23 失独 伤残 90; do qinqing --as $who find "kind:$kind 友谊" --json 2>/dev/null | jq -r '.[].ref' | tr '\n' ' '; echo; done | sort -u | wc -l
> done
> for kind in 11 23 失独 伤残 90; do qinqing --as liuyang find "kind:$kind 梧桐" --json 2>/dev/null | jq -r '.[].ref' | tr '\n' ' '; echo; done | sort -u | wc -l
1
1
1
1

# Level and due tell nothing as filters over families beyond one's part of the tree.
$ office
> qinqing set family:3 care_level=1 care_reason=住院 >/dev/null
> for level in 1 2 3 红 绿; do qinqing --as zhoumin find "level:$level 友谊" --json 2>/dev/null | jq -r '.[].ref' | tr '\n' ' '; echo; done | sort -u | wc -l
> for due in overdue soft; do qinqing --as zhoumin find "due:$due 友谊" --json 2>/dev/null | jq -r '.[].ref' | tr '\n' ' '; echo; done | sort -u | wc -l
1
1

# Who sees a kind may ask for it.
$ office
> qinqing --as zhoumin find kind:失独 --json | jq -r '.[].ref'
> qinqing --as hechuan find kind:失独 --json | jq -r '.[].ref'
> qinqing --as zhenghua find kind:失独 --json | jq -r '.[].ref' | sort
family:1
family:3
family:1
family:3

# Campaign plans and invitations do not let a filter speak for them.
$ office
> qinqing new campaign name=失独 occasion=端午 window_from=2026-06-12 window_to=2026-06-18 scope=kind:失独 >/dev/null
> qinqing new campaign name=伤残 occasion=端午 window_from=2026-06-12 window_to=2026-06-18 scope=kind:伤残 >/dev/null
> for name in 失独 伤残; do qinqing --as liuyang list plan $name --json 2>/dev/null | jq -r '.[].ref' | tr '\n' ' '; echo; done | sort -u | wc -l
1

# Nobody is let in before the first day in post, or without a login.
$ office
> qinqing new worker name=新来 org=梧桐 mobile=13800000009 login=xinlai on_from=2026-05-10 >/dev/null
> refused '' qinqing --as xinlai find wxl
> at 2026-05-10 accepted qinqing --as xinlai find wxl
> qinqing set worker:1 login= >/dev/null
> refused '' qinqing --as zhoumin find wxl

# A data directory that others may write to is refused, with what to do; so are settings.
$ office
> chmod 777 "$QINQING_DATA"
> refused chmod qinqing find wxl
> chmod 700 "$QINQING_DATA"
> accepted qinqing find wxl
> mkdir -m 700 "$QINQING_DATA/config"
> cp "$TOP/config/codes.yaml" "$QINQING_DATA/config"
> chmod 666 "$QINQING_DATA/config/codes.yaml"
> refused 'codes.yaml chmod' qinqing find wxl
> chmod 600 "$QINQING_DATA/config/codes.yaml"
> accepted qinqing find wxl

# A file out of reach tells nothing of itself in what an act is refused for.
$ office
> refused '不在高强的辖区内' qinqing --as gaoqiang split 友谊-1 person:3
> refused '不在高强的辖区内' qinqing --as gaoqiang split 友谊-1 person:8

# A roster is imported by who may write families, where they may.
$ office
> qinqing new worker name=志愿者 org=梧桐 login=vol role=volunteer mobile=13800000009 >/dev/null
> printf '户主姓名,出生年月日,社区,手机\n孙立,1958.3.12,梧桐,13900008888\n' >ours.csv
> printf '户主姓名,出生年月日,社区,手机\n孙立,1958.3.12,友谊,13900008888\n' >theirs.csv
> refused '志愿者的角色不能改家庭' qinqing --as vol import families ours.csv --yes
# Before it asks for confirmation, too.
> refused '志愿者的角色不能改家庭' qinqing --as vol import families ours.csv
> qinqing --as zhoumin import families theirs.csv --yes 2>&1 | grep -o '不在周敏的辖区内' | head -1
> accepted qinqing --as zhoumin import families ours.csv --yes
> rows families
不在周敏的辖区内
4

# A number that may be seen only in part, or not at all, is not among those to be dialled; nor is one twice.
$ office
> qinqing new person family=梧桐-1 name=王小妹 relation=73 phone=0468-3345612转801 >/dev/null
> qinqing new person family=梧桐-1 name=王大妹 relation=73 phone=13900005678 >/dev/null
> qinqing new sign family=梧桐-1 person=person:1 doctor=韩医生 phone=13700000009 signed_on=2026-01-05 >/dev/null
> for who in zhoumin gaoqiang zhenghua; do qinqing --as $who list numbers 梧桐-1 | sha1sum; done | uniq | wc -l
> qinqing --as zhoumin list numbers 梧桐-1
> for who in liuyang tongli hechuan; do qinqing --as $who list numbers 梧桐-1; done | tr -s " " | sort | uniq -c | tr -s " "
1
社区岗    周敏    138 0000 0001
街道岗    高强    138 0000 0002
家庭      王秀兰  139 0000 5678
弟        王小妹  0468-3345612 转 801
家庭医生  韩医生  137 0000 0009
 1 家庭医生 韩医生 137 0000 0009
 3 社区岗 周敏 138 0000 0001
 3 街道岗 高强 138 0000 0002

# A counsellor's families are those referred to them, while they are; of all others nothing is there, wherever one asks.
$ office
> ask() { for road in 'find wxl' 'find 5678' 'show 梧桐-1' 'show family:1' 'get family:1' 'get person:1' 'get assignment:1' 'log family:1' 'who 梧桐-1' 'list visits-of family:1' 'list numbers family:1' 'list members-of 梧桐-1' 'eligible family:1' 'transfer family:1' 'list families' 'list families-of worker:1' 'handover 周敏' 'today --for zhoumin' 'list quality' 'list needs' 'list assignments-of family:1' 'board coverage' 'list no-doctor 梧桐' 'list end-in 梧桐' 'list log' 'new psych family=family:1 note=x' 'set family:1 wish_note=x' 'void assignment:1 --why x' "$@"; do qinqing --as $1 $road; done 2>&1; }
> ask suning | grep -vE '没有找到|找不到|还没有家庭' | grep -cE '王秀兰|5678|惠民|1958|梧桐-[0-9]|131|辖区'
> qinqing new assignment family=梧桐-1 post=心理社工 worker=苏宁 >/dev/null
> qinqing --as suning find wxl | grep -c 梧桐-1
> qinqing --as suning get family:1 | grep -c 5678
> qinqing --as suning list families --json | jq -r '.[].ref'
> qinqing --as suning new psych family=梧桐-1 note=谈过
> refused '不能改家庭' qinqing --as suning set family:1 wish_note=x
> qinqing --as suning find 张淑芬
> qinqing set assignment:7 to=2026-05-06 >/dev/null
> at 2026-05-07 qinqing --as suning get psych:1
> at 2026-05-07 qinqing --as suning find wxl
0
1
1
family:1
psych:1
qinqing: 没有找到“张淑芬”；可以试姓名、拼音首字母、电话后四位、门牌或档案编号
qinqing: 没有这条心理记录：第1号
qinqing: 没有找到“wxl”；可以试姓名、拼音首字母、电话后四位、门牌或档案编号
? 1

# A volunteer sees the families they are linked to, masked, and writes of visits and nothing else.
$ office
> qinqing new worker name=小吴 org=梧桐 login=xiaowu role=volunteer mobile=13800000009 >/dev/null
> qinqing --as xiaowu find wxl
> qinqing new assignment family=梧桐-1 post=志愿者结对 worker=小吴 >/dev/null
> qinqing --as xiaowu get family:1 | grep -E '^(phone1|live_addr)='
> qinqing --as xiaowu new visit family=梧桐-1 mode=电话 outcome=1
> refused 不能改诉求 qinqing --as xiaowu new need family=梧桐-1 kind=医疗费用 text=报销
> refused 不能改成员 qinqing --as xiaowu new person family=梧桐-1 name=x
> qinqing --as xiaowu new visit family=family:2 mode=电话 outcome=1
> qinqing --as xiaowu new visit family=family:999 mode=电话 outcome=1
qinqing: 没有找到“wxl”；可以试姓名、拼音首字母、电话后四位、门牌或档案编号
~ live_addr=惠民家园[*]+
phone1=139****5678
visit:1
qinqing: 没有这条家庭：第2号
qinqing: 没有这条家庭：第999号
? 1

# For whoever looks after accounts, and for the auditor, there are no families; they read the log, without what it says of people.
$ office
> qinqing new worker name=管理员 org=向阳区 login=guanli role=admin mobile=13800000009 >/dev/null
> qinqing new worker name=审计员 org=向阳区 login=shenji role=auditor mobile=13800000019 >/dev/null
> qinqing new assignment family=梧桐-1 post=志愿者结对 worker=管理员 >/dev/null
> qinqing --as zhoumin show 5678 >/dev/null
> qinqing --as zhoumin set family:1 phone1=13911112222 >/dev/null
> printf '户主姓名,出生年月日,社区,手机\n王秀兰,1958.3.12,梧桐,13900005678\n' >r.csv
> for who in guanli shenji; do for road in 'find wxl' 'show 梧桐-1' 'show family:1' 'get family:1' 'get person:1' 'get assignment:1' 'log family:1' 'who family:1' 'list visits-of family:1' 'list numbers family:1' 'eligible family:1' 'list families' 'list families-of worker:1' 'handover 周敏' 'today' 'list quality' 'board coverage --json' 'list no-doctor 向阳' 'list end-in 向阳' 'list log --json' 'import families r.csv --dry-run' 'undo' 'drafts'; do qinqing --as $who $road; done; done 2>&1 | grep -vE '没有找到|还没有家庭' | grep -cE '王秀兰|5678|1111|惠民|1958|梧桐-[0-9]|"families": [1-9]|相同|辖区'
> for who in guanli shenji; do qinqing --as $who list log --json | jq -r '[.[] | select(.who == "zhoumin")] | length'; done
> qinqing --as guanli list log --json | jq -r '[.[] | select(.who == "zhoumin") | .why // empty] | unique | .[]'
0
5
5
有

# Others read in the log what they did themselves, and what was done with their families.
$ office
> qinqing --as zhoumin set family:1 wish_note=上午 >/dev/null
> qinqing --as zhoumin show 5678 >/dev/null
> qinqing --as tongli set family:3 wish_note=下午 >/dev/null
> qinqing --as liuyang show 梧桐-1 >/dev/null
> for who in zhoumin liuyang gaoqiang tongli zhenghua; do echo "$who $(qinqing --as $who list log --json --limit 999 | jq -r '[.[] | select(.at > "2026-05" and .who != "tester") | .who] | sort | join(" ")')"; done
zhoumin liuyang liuyang zhoumin zhoumin zhoumin zhoumin
liuyang liuyang liuyang
gaoqiang liuyang liuyang zhoumin zhoumin zhoumin zhoumin
tongli tongli tongli
zhenghua liuyang liuyang tongli tongli zhoumin zhoumin zhoumin zhoumin

# ---- a refusal tells nothing of a family beyond reach: not whether somebody is insured, nor what they were given
$ office; qinqing new policy name=护理 from=2026-01-01 daily=100 >/dev/null; qinqing new campaign name=送温暖 occasion=春节 window_from=2026-05-01 window_to=2026-05-31 >/dev/null; try() { qinqing --as shilei new insured person=person:3 policy=policy:1; qinqing --as shilei new gift family=family:3 campaign=campaign:1; qinqing --as shilei new sign person=person:3; qinqing --as shilei new assignment family=family:3 post=2 worker=worker:8; }; try >a 2>&1; qinqing new insured person=person:3 policy=policy:1 >/dev/null; qinqing new gift family=family:3 campaign=campaign:1 >/dev/null; qinqing new sign person=person:3 >/dev/null; try 2>&1 | diff a - && cat a
qinqing: “成员”写的不在石磊的辖区内，不能这样改；请找两边共同的主管
qinqing: 这户不在石磊的辖区内，不能修改；请联系它的联系人
qinqing: “成员”写的不在石磊的辖区内，不能这样改；请找两边共同的主管
qinqing: 石磊的角色不能改联系人安排，请找街道主管或管理员
