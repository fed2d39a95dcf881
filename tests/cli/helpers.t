# 找帮手: members and experts with a skill, the nearest to a family first; and a member who logs in, who is there for
# the households linked to them and for no other.

# ---- nearest first: building, estate, community, street, district; and of those as near, who looks after fewer

$ office; near() { qinqing helpers "$@" --json 2>/dev/null | jq -r '.[] | [.near.label, .name, (.load // "-")] | @tsv'; }; add() { qinqing new member name=$1 org=$2 skills=理发 address=$3 >/dev/null; }; add 远 友谊 惠民家园12-1-101; add 街 北山街道; add 社 梧桐 东山里1-1-101; add 区里的 向阳区; add 小区里 梧桐 惠民家园2-1-101; add 同楼的 梧桐 惠民家园12-1-101; add 同楼忙 梧桐 惠民家园12-2-202; qinqing new link member=member:7 household=董大娘 >/dev/null; qinqing new member name=不会 org=梧桐 skills=驾驶 >/dev/null; near 理发 --near 梧桐-1
同楼	同楼的	0
同楼	同楼忙	1
同小区	小区里	0
同社区	社	0
同街道	街	0
区里	区里的	0
区里	远	0

# Who has left on that day, or whose household has: no longer; who leaves tomorrow still is there.
$ office; for n in 甲 乙 丙; do qinqing new member name=$n org=梧桐 skills=理发 joined=2026-01-01 >/dev/null; done; qinqing set member:1 left=2026-05-06 >/dev/null; qinqing new link member=member:2 household=某家 from=2026-01-01 >/dev/null; at 2026-05-05 qinqing set member:1 left=2026-05-06 2>&1 | grep -c 以后; qinqing helpers 理发 --near 梧桐-1 --json | jq -r '.[].name'; qinqing set link:1 to=2026-05-06 >/dev/null; qinqing helpers 理发 --near 梧桐-1 --json | jq -c '[.[] | .load]'
0
丙
乙
[0,0]

# Experts are asked as well, as long as they are appointed; nobody is their own helper.
$ office; qinqing new expert name=朱律师 field=法律 skills=法律 workplace=明理律师事务所 phone=04683344556 org=向阳区 to=2026-05-07; qinqing new expert name=老专家 field=法律 skills=法律 workplace=退休 org=向阳区 from=2025-01-01 to=2026-05-06 >/dev/null; qinqing new member name=王秀兰 org=梧桐 skills=法律 person=person:1 >/dev/null; qinqing helpers 法律 --near 梧桐-1; qinqing helpers 法律 --near 梧桐-2 --json | jq -r '.[].name'; at 2026-05-07 qinqing helpers 法律 --near 梧桐-1
expert:1
expert:1  区里  朱律师  专家  法律  0468-3344556
王秀兰
朱律师
qinqing: 区里还没有会“法律”的会员和专家
? 1

# A family that does not want its neighbours to know: those of its estate are marked, nobody else.
$ office; qinqing set family:1 wish_no=勿告知邻居 >/dev/null; qinqing new member name=邻居 org=梧桐 skills=家政 address=惠民家园3-1-101 >/dev/null; qinqing new member name=别处 org=梧桐 skills=家政 address=东山里3-1-101 >/dev/null; qinqing helpers 家政 --near 梧桐-1 --json | jq -r '.[] | [.name, .caution // "-"] | @tsv'; qinqing helpers 家政 --near 梧桐-2 --json | jq '[.[] | select(.caution)] | length'
邻居	这户不愿让邻居知道
别处	-
0

# Of a family beyond one's part of the tree nothing is listed, and of none where there is none for one; a skill that is none.
$ office; qinqing new member name=邻居 org=梧桐 skills=家政 >/dev/null; qinqing --as tongli helpers 家政 --near 梧桐-1 2>&1; qinqing --as suning helpers 家政 --near family:1 2>&1; refused 飞行 qinqing helpers 飞行 --near 梧桐-1; refused 哪一户 qinqing helpers 家政
qinqing: 区里还没有会“家政”的会员和专家
qinqing: 没有这户家庭

# Who keeps the pool: a community its own; a counsellor none.
$ office; accepted qinqing --as zhoumin new expert name=韩医生 field=老年健康 workplace=卫生服务中心; absent qinqing --as tongli set expert:1 rank=主任; refused '角色 专家' qinqing --as suning new expert name=某 field=法律 workplace=某 org=向阳区; refused 聘任 qinqing set expert:1 from=2026-05-06 to=2026-05-05; qinqing void expert:1 --why 记错; qinqing list experts 2>&1
已作废 expert:1
qinqing: “专家库”是空的
? 1

# ---- a member who helps two families may not read the third

$ office; qinqing new worker name=赵会员 org=梧桐 mobile=13900000099 login=zhao role=member on_from=2025-01-01; qinqing new member name=赵会员 org=梧桐 worker=赵会员; qinqing --as zhao get family:1 2>&1; for f in 梧桐-1 梧桐-2; do qinqing new link member=member:1 family=$f; done; qinqing --as zhao list families --json | jq -r '.[].file'; qinqing --as zhao get family:1 | grep -E '^(phone1|live_addr)='; for f in family:3 person:3; do qinqing --as zhao get $f 2>&1; done; qinqing --as zhao find sdh 2>&1; qinqing --as zhao today --json | jq length
worker:9
member:1
qinqing: 没有这条家庭：第1号
link:1
link:2
梧桐-1
梧桐-2
live_addr=惠民家园********
phone1=139****5678
qinqing: 没有这条家庭：第3号
qinqing: 没有这条成员：第3号
qinqing: 没有找到“sdh”；可以试姓名、拼音首字母、电话后四位、门牌或档案编号
2

# They write down that they were there, of their own two and not of the third; it stands in the family's records.
$ office; qinqing new worker name=赵会员 org=梧桐 mobile=13900000099 login=zhao role=member on_from=2025-01-01 >/dev/null; qinqing new member name=赵会员 org=梧桐 worker=赵会员 >/dev/null; qinqing new link member=member:1 family=梧桐-1 >/dev/null; qinqing --as zhao new visit family=family:1 mode=社区面谈 outcome=1; qinqing --as zhoumin list visits-of 梧桐-1 --json | jq -r '.[0].by.name'; qinqing --as zhao new visit family=family:3 mode=社区面谈 outcome=1 2>&1
visit:1
赵会员
qinqing: 没有这条家庭：第3号
? 1

# The link over, the member gone, or another's login: then the family is not there any more.
$ office; qinqing new worker name=赵会员 org=梧桐 mobile=13900000099 login=zhao role=member on_from=2025-01-01 >/dev/null; qinqing new member name=赵会员 org=梧桐 worker=赵会员 >/dev/null; qinqing new link member=member:1 family=梧桐-1 >/dev/null; reads() { qinqing --as zhao get family:1 >/dev/null 2>&1 && echo reads || echo not; }; reads; at 2026-05-08 qinqing set link:1 to=2026-05-08 >/dev/null; reads; at 2026-05-07 reads; at 2026-05-08 reads; qinqing undo --yes >/dev/null; reads; qinqing set member:1 left=2026-05-06 >/dev/null; reads; qinqing undo --yes >/dev/null; qinqing set member:1 worker= >/dev/null; reads
reads
reads
reads
not
reads
not
not

# Whom a member logs in as is the supervisor's word.
$ office; qinqing new worker name=赵会员 org=梧桐 mobile=13900000099 login=zhao role=member on_from=2025-01-01 >/dev/null; refused '登录的人 主管' qinqing --as zhoumin new member name=赵会员 org=梧桐 worker=赵会员; accepted qinqing --as gaoqiang new member name=赵会员 org=梧桐 worker=赵会员

# ---- help prints the fields of one type, by its name and by its label

$ qinqing help expert | head -3; qinqing help 专家 | cmp - <(qinqing help expert); refused 没有命令 qinqing help exprt
...
expert（专家）
  name                姓名            必填 
