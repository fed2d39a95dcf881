# The association itself: who sits in its bodies and how many of them come from the people, members, groups and
# the households they look in on, a place that is merged away.

# ---- shares: counted in heads, compared exactly

# Nobody sits there yet: nothing to measure, nothing lacking.
$ office; qinqing council 理事 向阳区 2>&1 | grep .; qinqing council 理事 向阳区 >/dev/null
席位  人数  群众和服务对象  不低于  至少  还差
理事  0人   —               40%     0人
qinqing: 这一天没有人在任
qinqing: 这一天没有人在任
? 1

# Three of five are 60 %: exactly enough.  A cadre more, and it wants a fourth: said before it is saved.
$ office; seats() { local i; for i in $(seq "$2"); do qinqing new seat node=向阳区 body=$1 name=人$i kind=${3:-1} from=2026-01-01 2>/dev/null; done >/dev/null; }; seats 会员代表 3; seats 会员代表 2 机关干部; qinqing council 会员代表 向阳区 | sed -n 2p; qinqing new seat node=向阳区 body=会员代表 name=王䶮 kind=机关干部; qinqing council 会员代表 向阳区 | sed -n 2p
会员代表  5人   3/5 60.0%       60%     3人
qinqing: 注意：2026-05-06起会员代表6人，基层一线群众和服务对象3人，不到60%：至少要4人，还差1人
seat:6
会员代表  6人   3/6 50.0%       60%     4人   1人

# Three councillors need two (40 % of 3 is 1.2), seven need three; those whom the association serves count as well.
$ office; for k in 1 2; do qinqing new seat node=向阳区 body=理事 name=人$k kind=机关干部 from=2026-01-01 2>/dev/null; done; qinqing new seat node=向阳区 body=理事 name=阿卜杜拉·买买提 kind=服务对象 from=2026-01-01; qinqing council 理事 向阳区 | sed -n 2p; for k in 4 5; do qinqing new seat node=向阳区 body=理事 name=人$k kind=1 from=2026-01-01; done; for k in 6 7; do qinqing new seat node=向阳区 body=理事 name=人$k kind=9 from=2026-01-01; done; qinqing council 理事 向阳区 | sed -n 2p
seat:1
seat:2
seat:3
理事  3人   1/3 33.3%       40%     2人   1人
seat:4
seat:5
seat:6
seat:7
理事  7人   3/7 42.9%       40%     3人

# A hundred representatives: sixty are enough, fifty-nine are one too few.
$ office; for k in $(seq 100); do qinqing new seat node=向阳区 body=会员代表 name=人$k kind=$([ $k -le 60 ] && echo 1 || echo 3) from=2026-01-01 2>/dev/null; done >/dev/null; qinqing council 会员代表 向阳区 | sed -n 2p; qinqing set seat:60 kind=机关干部; qinqing council 会员代表 向阳区 | sed -n 2p
会员代表  100人  60/100 60.0%    60%     60人
qinqing: 注意：2026-05-06起会员代表100人，基层一线群众和服务对象59人，不到60%：至少要60人，还差1人
来自: 基层一线群众 → 机关干部
会员代表  100人  59/100 59.0%    60%     60人  1人

# One in five of the standing council.
$ office; qinqing new seat node=向阳区 body=常务理事 name=𠮷田秀英 kind=1 from=2026-01-01; for k in 2 3 4 5; do qinqing new seat node=向阳区 body=常务理事 name=人$k kind=3 from=2026-01-01; done; qinqing council 常务理事 向阳区 --sort name | grep .
seat:1
seat:2
seat:3
seat:4
seat:5
席位      人数  群众和服务对象  不低于  至少  还差
常务理事  5人   1/5 20.0%       20%     1人
seat:1  𠮷田秀英  基层一线群众  2026-01-01
seat:2  人2       机关干部      2026-01-01
seat:3  人3       机关干部      2026-01-01
seat:4  人4       机关干部      2026-01-01
seat:5  人5       机关干部      2026-01-01

# Somebody of the people leaves in the middle of the term: from that day on it is short, and the days before stay.
$ office; for k in 1 2; do qinqing new seat node=向阳区 body=理事 name=欧阳秀兰$k kind=1 from=2026-01-01; done; for k in 3 4 5; do qinqing new seat node=向阳区 body=理事 name=人$k kind=3 from=2026-01-01; done; qinqing set seat:1 to=2026-05-20; for d in 2025-12-31 2026-01-01 2026-05-19 2026-05-20; do qinqing council 理事 向阳区 --on $d 2>/dev/null | sed -n 2p; done
seat:1
seat:2
seat:3
seat:4
seat:5
qinqing: 注意：2026-05-20起理事4人，基层一线群众和服务对象1人，不到40%：至少要2人，还差1人
离任: 空 → 2026-05-20
理事  0人   —               40%     0人
理事  5人   2/5 40.0%       40%     2人
理事  5人   2/5 40.0%       40%     2人
理事  4人   1/4 25.0%       40%     2人   1人

# A seat entered by mistake goes with a word, too.
$ office; qinqing new seat node=向阳区 body=常务理事 name=王䶮 kind=1 from=2026-01-01; qinqing new seat node=向阳区 body=常务理事 name=王一 kind=3 from=2026-01-01; qinqing void seat:1 --why 记错
seat:1
seat:2
qinqing: 注意：2026-05-06起常务理事1人，基层一线群众和服务对象0人，不到20%：至少要1人，还差1人
已作废 seat:1

# Elected anew: the association's term is the seat's, and those of the term before no longer count.
$ office; qinqing new association node=向阳区 term=3 term_end=2026-12-31; qinqing new seat node=向阳区 body=理事 name=老理事 kind=3 from=2021-12-01 2>/dev/null; field seat:1 term; qinqing set association:1 term=4 term_end=2031-12-31 >/dev/null; qinqing new seat node=向阳区 body=理事 name=新理事 kind=1 from=2026-05-01; field seat:2 term; qinqing council 理事 向阳区 --on 2026-04-30 | sed -n 2p; qinqing council 理事 向阳区 | sed -n '2p;$p'
association:1
seat:1
3
seat:2
4
理事  1人   0/1 0.0%        40%     1人   1人
理事  1人   1/1 100.0%      40%     1人
seat:2  新理事  基层一线群众  2026-05-01

# ---- one association a node, its name by itself

$ office; qinqing new association node=梧桐; field association:1 name; qinqing new association node=梧桐; refused 届满 qinqing set association:1 term_from=2026-05-02 term_end=2026-05-01
association:1
梧桐社区计划生育协会
qinqing: “所在组织”与协会组织“梧桐社区计划生育协会”重复，不能有两个一样的

# Whoever may not: a community worker keeps members, not bodies; a street none of another street's.
$ office; refused '角色 席位' qinqing --as zhoumin new seat node=梧桐 body=理事 name=王䶮 kind=1; refused 辖区 qinqing --as gaoqiang new seat node=友谊 body=理事 name=王䶮 kind=1; accepted qinqing --as gaoqiang new seat node=梧桐 body=理事 name=王䶮 kind=1; accepted qinqing --as zhoumin new member name=王䶮; refused 辖区 qinqing --as zhoumin new member name=王䶮 org=友谊; refused '角色 会员' qinqing --as suning new member name=王䶮 org=梧桐

# ---- members, groups, households

$ office; qinqing new group name=一组 org=梧桐; qinqing new member name=欧阳秀兰 org=梧桐 group=group:1 address=惠民家园12-3-502 skills='理发、水电维修'; qinqing set group:1 leader=member:1 >/dev/null; qinqing new link member=member:1 family=梧桐-1; qinqing new link member=member:1 household=董大娘 address=惠民家园12-3-503; qinqing list links-of member:1; qinqing list linked-by 梧桐-1; qinqing get member:1 | grep -E '^(place|building|py)='
group:1
member:1
link:1
link:2
link:2                   董大娘  2026-05-06
link:1  王秀兰 (梧桐-1)          2026-05-06
link:1  欧阳秀兰  2026-05-06
py=oyxl
place=惠民家园
building=12

# A household is one of ours or it is not.
$ office; qinqing new member name=王䶮 org=梧桐; refused 普通户 qinqing new link member=member:1; refused 只填一个 qinqing new link member=member:1 family=梧桐-1 household=某家
member:1

# Each link lies where its household does: who reaches neither changes neither.
$ office; qinqing new member name=王䶮 org=梧桐 >/dev/null; qinqing new link member=member:1 family=梧桐-1 >/dev/null; qinqing new link member=member:1 household=董大娘 >/dev/null; accepted qinqing --as zhoumin set link:1 to=2026-05-06; accepted qinqing --as zhoumin set link:2 to=2026-05-06; refused 辖区 qinqing --as tongli set link:1 why=搬走; absent qinqing --as tongli set link:2 why=搬走

# More came than could: not so.
$ office; refused 应到 qinqing new meeting node=梧桐 kind=理事会 entitled=15 attended=16; accepted qinqing new meeting node=梧桐 kind=理事会 entitled=15 attended=15

# ---- a community is merged into another: its members, groups and households go over, its association ends; those
# who had left before stay where they were, and one undo takes it all back.
$ office; qinqing new association node=梧桐 founded=2010-01-01; qinqing new group name=一组 org=梧桐; qinqing new member name=𠮷田秀英 org=梧桐 group=group:1; qinqing new member name=王二 org=梧桐 joined=2020-01-01 left=2026-05-01; qinqing new link member=member:1 household=董大娘; at 2026-06-01 qinqing set org:3 successor=友谊 valid_to=2026-06-01 >/dev/null; for r in group:1 member:1 member:2 link:1; do field $r org; done; field association:1 ended; rows association-members 友谊; at 2026-06-01 qinqing undo --yes >/dev/null; for r in group:1 member:1 link:1; do field $r org; done; field association:1 ended
association:1
group:1
member:1
member:2
link:1
org:5
org:5
org:3
org:5
2026-06-01
1
org:3
org:3
org:3

# ---- settings

$ office; mkdir -p "$QINQING_DATA/config"; printf 'shares:\n  - {body: "2", percent: 101}\nwarn_days: [30, 90]\n' >"$QINQING_DATA/config/association.yaml"; qinqing config check
~ .*association.yaml:2:.*要在 0 到 100 之间
~ .*association.yaml:3:.*一个比一个小.*
qinqing: 设置有问题，逐条列在上面
? 2
