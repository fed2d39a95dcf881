# The whole life of a family on the screen: an event seen by the street at once, a need from a visit, a
# claim from its event, a reminder dealt with, families accepted one by one, a number and its list.
size 80 24
sh qinqing demo --families 20 --seed 3 >/dev/null
sh qinqing new worker name=周小雨 org=梧桐 mobile=00000019999 login=xiaoyu >/dev/null
sh qinqing set family:1 care_flags='01 04' >/dev/null
start one qinqing --as zhoumin
see 今日
start two qinqing --as gaoqiang
see 今日

# ---- three calls nobody answers: the street sees the alarm without touching a key
on one
keys /wxl<Enter>
see 家庭卡
sh for h in 07 08; do qinqing --as zhoumin new visit family=family:1 mode=电话 outcome=无人接听 when=2026-05-06T$h:00; done >/dev/null 2>&1
sh qinqing --as zhoumin new visit family=family:1 mode=电话 outcome=无人接听 when=2026-05-06T08:30 2>/dev/null | grep -c visit
> 1
on two
see 急办
see 失联核查
on one
see 失联核查：当天两人同去敲门

# ---- a need from the family card: one key, a digit, a sentence
keys sn
see 1生产就业
keys 7住院押金凑不齐<C-s>
see 已保存
see 住院押金凑不齐
keys q
see 诉求      医疗费用

# ---- an event from the card, and the claim that starts from it
sh qinqing new policy name=住院护理 from=2026-01-01 daily=100 >/dev/null; qinqing new insured person=person:1 policy=住院护理 >/dev/null
keys w
see 失联
keys n3
see 住院
keys <F4>
see 王秀兰
keys <Enter><C-s>
line -2 ~ 已保存 重大情况 .*王秀兰.*；u 撤销.*
gone event:
keys q
see 已参保，可以申请住院理赔
keys wg<Enter>
see 报理赔
keys n
see 住院情况     王秀兰 住院
keys <C-s>
see 已保存
sh qinqing list claims-of family:1 --json | jq -c '.[0] | [.event.name, .admit]'
> ["王秀兰 住院 2026-05-06","2026-05-06"]
keys qq
see 家庭卡

# ---- a reminder is dealt with, and taken back
keys R
see 要做的事
sh qinqing list waivers-of family:1 --json 2>/dev/null | jq length
> 0
keys d
see 这条提醒怎么处理
keys l
see 已处理
sh qinqing list waivers-of family:1 --json | jq -r '.[0].reason'
> 家庭不愿意
keys u
see 撤销自己最近的一次修改
keys y
see 已撤销
sh qinqing list waivers-of family:1 --json 2>/dev/null | jq length
> 0

# ---- the successor accepts two tagged families; the street sees them change hands
start three qinqing --as xiaoyu
see 今日
keys W
see 工作人员
keys G<Up>o
see 交接 周敏
see 勿谈子女
sh qinqing list assignments-of family:1 --json | jq -r '[.[] | select(.post.key=="2")] | length'
> 1
keys <Space><Space>A
see 接收选中的家庭
keys y
see 已交接 2 户
keys qq
see 今日   2
on one
keys q
see 家庭卡
keys q
see 查找：
keys <Esc>
see 今日   1
sh qinqing who family:1 --on 2026-05-05 --json | jq -r '.[] | select(.post.key=="2") | .worker.name'
> 周敏
sh qinqing who family:1 --json | jq -r '.[] | select(.post.key=="2") | [.worker.name, .handover_from.name] | @tsv'
> 周小雨	周敏
on three
keys u
see 撤销自己最近的一次修改
keys y
see 已撤销
on one
see 今日   3

# ---- every number opens its list
on two
keys B
see 三个全覆盖
keys 2
see 没发知情卡
keys q
see 三个全覆盖
keys <Right><Right>
see 4绿通
gone 1双岗
keys <Left><Left>
see 1双岗
keys q
see 今日

# ---- by street and by worker as well
keys Bs
see 三个全覆盖(按街道)
see 北山街道
keys 2
see 没发知情卡 北山街道
keys qqq
see 今日
keys Bw
see 三个全覆盖(按人)
keys G2
see 没发知情卡
keys qqq
see 今日

# ---- the month: its numbers open their lists, and last month is one key away
keys Bt
see 本月动态
see 1新增
keys [
see 2026-04 本月动态
keys 1
see 2026-04 本月新增
keys q
see 2026-04 本月动态
keys 8
see 2026-04 本月联系 梧桐社区
keys q
see 2026-04 本月动态
keys ]
gone 2026-04
keys ]
see 以后的月份还没有
keys qq
see 今日

# ---- the supervisor gives a tagged family to whom they choose, in one commit
keys W
see 工作人员
keys G<Up>o
see 交接 周敏
keys <Space>
see 已选1
keys >
see 交给谁？
keys 周小雨
see 周小雨
keys <Enter>
see 已交接 1 户
sh qinqing who family:1 --json | jq -r '.[] | select(.post.key=="2") | [.worker.name, .reason.label] | @tsv'
> 周小雨	负荷调整
keys u
see 撤销自己最近的一次修改
keys y
see 已撤销
sh qinqing who family:1 --json | jq -r '.[] | select(.post.key=="2") | .worker.name'
> 周敏
keys qq
see 今日

# ---- two files of one family side by side; what is missing is taken, what differs is chosen
sh qinqing new family name=王秀蘭 community=梧桐 phone1=$(qinqing get family:1 --json | jq -r .phone1) wish_time=下午 live_addr=惠民家园3-2-101 >/dev/null
keys :quality<Enter>
see 可能重复建档
keys =
see 先用空格选中留下的那份
keys <Space><Space>=
see 并档 王秀兰
see 现住地址  用留下的
see 方便时段  用并入的
keys l<Enter>
see 已并入
sh qinqing get family:1 | grep -E '^(wish_time|live_addr|building|room)='
> live_addr=惠民家园3-2-101
> building=3
> room=101
> wish_time=下午
keys u
see 销档原因：并入其他档案
keys y
see 已撤销
see 可能重复建档
keys q
see 今日

# ---- a campaign: who is left, and one of them done
sh qinqing list plan 冬季送温暖 --json | jq -r '.[].group' | sort | uniq -c | tr -d ' '
> 4还没送
keys C<Enter>
see 冬季送温暖
see 名单
keys p
see 还没送
keys w
see 慰问 郭淑清
keys <C-s>
see 已送达
sh qinqing board ledger --json | jq -c '.[0] | [.fund.label, .gifts]'
> ["区财政",6]

# ---- the month: quiet days only for the family's own contacts
on one
keys M
see 日历 2026-05
see 29*
keys <PgDn>
see 日历 2026-06
see 端午 走访
keys <PgUp><PgUp>
see 日历 2026-04
keys q
see 今日

# ---- a day the family does not want: one answer, and no year asks again; the other days stay
start four env QINQING_NOW=2026-05-08T09:00 qinqing --as zhoumin
see 今日
keys /wxl<Enter>
see 静 母亲节
keys R
see 静 母亲节
keys G
sh QINQING_NOW=2026-05-08T09:00 qinqing --as zhoumin list reminders-of family:1 --json | jq -r '.[-1] | [.what[0].text[0:5], .target + "/" + .detail] | @tsv'
> 静 母亲节	family:1/C11
keys dl
see 已处理
gone 静 母亲节
sh qinqing get family:1 | grep days_off
> days_off=C11
sh QINQING_NOW=2027-05-08T09:00 qinqing --as zhoumin list reminders-of family:1 --json | jq '[.[].what[0].text | select(startswith("静"))] | length'
> 0
keys u
see 不提醒的日子
keys y
see 静 母亲节
