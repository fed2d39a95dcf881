# A report on its way up: submitted by the community, given back or approved by the street, frozen by the district; its
# numbers and the lists behind them stay, and what is written down later stands beside them and counts in the next.

$ qinqing demo --families 30 --seed 5 >/dev/null

# Of a period that is over, by whose duty it is, of one's own part of the tree, at the levels its file names.
$ at 2026-05-31 qinqing --as zhoumin report R05 --period 2026-05 --submit
qinqing: 这一期到 2026-05-31 才完，过了那天再上报
? 2
$ at 2026-06-02 qinqing --as zhoumin report R07 --period 2025 --submit
qinqing: R07 不由梧桐社区这一级上报
? 2
$ at 2026-06-02 qinqing --as zhoumin report R05 友谊社区 --period 2026-05 --submit
qinqing: 友谊社区不在周敏的辖区内，不能上报；请找那里的主管
? 2
$ qinqing set worker:4 role=counsellor >/dev/null; at 2026-06-02 qinqing --as $(qinqing get worker:4 --json | jq -r .login) report R05 友谊社区 --period 2026-05 --submit
~ qinqing: .*的角色不能改报表存底，请找街道主管或管理员
? 2
$ at 2026-06-02 qinqing report R05 梧桐社区 --period 2026-05 --approve
qinqing: R05 的 2026-05 还没有上报
? 1

# Who has not submitted; it is a list that gets shorter.
$ at 2026-06-02 qinqing --as gaoqiang list owed --json | jq -c '.[] | select(.name == "R05") | [.org.name, .from]'
["北山街道","2026-05-01"]
["梧桐社区","2026-05-01"]

# Submitted: the numbers as they are, and each is its list.
$ at 2026-06-02 qinqing --as zhoumin report R05 --submit
上报 frozen:2
$ at 2026-06-02 qinqing --as gaoqiang list owed --json | jq -c '.[] | select(.name == "R05") | .org.name'
"北山街道"
$ at 2026-06-02 qinqing --as zhoumin report R05 --period 2026-05 --json | jq 'map(del(.version))' >live; at 2026-06-02 qinqing --as zhoumin report frozen:2 --json | jq 'map(del(.version))' | cmp - live && echo the same
the same
$ at 2026-06-02 qinqing --as zhoumin report frozen:2 visits --json | jq -r '.[].ref' | sort >kept; at 2026-06-02 qinqing --as zhoumin report R05 visits --period 2026-05 --json | jq -r '.[].ref' | sort | cmp - kept && [ $(wc -l <kept) = $(jq '.[0].visits' live) ] && echo the same
the same
$ at 2026-06-02 qinqing --as zhoumin report R05 --period 2026-05 --submit
qinqing: 梧桐社区的 R05 2026-05 已经上报过了（frozen:2）；要改请上级先退回
? 2

# Nobody approves their own, nor what is of their own unit while somebody is above; nobody jumps a step.
$ at 2026-06-02 qinqing --as zhoumin report frozen:2 --approve
qinqing: “审核人”不能是“上报人”本人，要由另一位主管来签
? 2
$ at 2026-06-02 qinqing --as zhenghua report frozen:2 --freeze
qinqing: “已上报”的报表不能变成“已冻结”；先上报，再审核，再冻结
? 2
$ at 2026-06-02 qinqing --as gaoqiang report R05 --period 2026-05 --submit; at 2026-06-02 qinqing --as gaoqiang report frozen:3 --approve
上报 frozen:3
qinqing: “审核人”不能是“上报人”本人，要由另一位主管来签
? 2

$ at 2026-06-02 qinqing report R06 梧桐社区 --period 2026-Q1 --submit; at 2026-06-02 qinqing --as zhoumin report frozen:4 --approve
上报 frozen:4
qinqing: 周敏的角色不能让报表变成“已审核”；社区上报，街道审核，区里冻结
? 2
$ at 2026-06-02 qinqing report R06 北山街道 --period 2026-Q1 --submit; at 2026-06-02 qinqing --as gaoqiang report frozen:5 --approve; at 2026-06-02 qinqing --as zhenghua report frozen:5 --approve
上报 frozen:5
qinqing: 本级的报表要由上一级来审核，高强不能自己审核
审核通过 frozen:5

# Given back with a remark, handed up anew: other numbers, the same record.  Taken back by oneself while nobody has looked.
$ at 2026-06-02 qinqing --as gaoqiang report frozen:2 --return
qinqing: 退回要写明原因：--why 数字不对
? 2
$ at 2026-06-02 qinqing --as gaoqiang report R05 梧桐社区 --period 2026-05 --return --why 少了一次走访; at 2026-06-02 qinqing --as gaoqiang list owed --json | jq -c '.[] | select(.name == "R05") | [.org.name, .state.label, .remark]'
退回 frozen:2
["梧桐社区","已退回","少了一次走访"]
$ at 2026-06-02 qinqing --as zhoumin new visit family=梧桐-1 mode=上门 outcome=1 when=2026-05-27T10:00 by=zhoumin >/dev/null 2>&1; at 2026-06-02 qinqing --as zhoumin report R05 --submit; at 2026-06-02 qinqing --as zhoumin report frozen:2 --json | jq ".[0].visits - $(jq '.[0].visits' live)"
上报 frozen:2
1
$ at 2026-06-02 qinqing --as gaoqiang report frozen:2 --approve; at 2026-06-02 qinqing --as zhoumin undo --yes 2>&1 | tail -1
审核通过 frozen:2
qinqing: 这张报表后来又走了一步，不能撤销；要改请上级退回
$ at 2026-06-02 qinqing --as gaoqiang report frozen:2 --freeze
qinqing: 高强的角色不能让报表变成“已冻结”；社区上报，街道审核，区里冻结
? 2
$ at 2026-06-02 qinqing --as zhenghua report frozen:2 --freeze; at 2026-06-02 qinqing --as zhenghua undo --yes 2>&1 | tail -1
冻结 frozen:2
qinqing: R05 这一期已经冻结，不再改；以后补的算补录，记进下一期
$ at 2026-06-02 qinqing --as gaoqiang report frozen:2 --return --why 再看
qinqing: R05 这一期已经冻结，不再改；以后补的算补录，记进下一期
? 2
$ at 2026-06-02 qinqing void frozen:2 --why 不要了
qinqing: 上报的报表不作废：不对的由上级退回，刚上报的可以撤销
? 2
$ at 2026-06-02 qinqing set frozen:2 state=1
qinqing: “进度”由程序填，不能自己写
? 2

# Of the 28th, written down on the 5th: beside the frozen number, in the next month as one too late; so is one of the 31st,
# written down after three days only, because its month had been handed up.  The one of the 27th came before the community's
# report was handed up anew, and after the street's: the street's lacks it.
$ at 2026-06-02 qinqing --as zhoumin report frozen:2 --json >frozen
$ at 2026-06-05 qinqing --as zhoumin new visit family=梧桐-1 mode=上门 outcome=1 when=2026-05-28T10:00 by=zhoumin >/dev/null 2>&1; at 2026-06-05 qinqing --as zhoumin report frozen:2 --json | jq -c --slurpfile was frozen '[.[:1] == $was[0], (.[1] | [.against, .visits, .homes])]'
[true,["later",1,1]]
$ at 2026-06-05 qinqing --as zhoumin report frozen:2 visits --json | jq -r '.[].ref' | wc -l | diff - <(jq '.[0].visits' frozen) && echo as frozen; at 2026-06-05 qinqing --as zhoumin report frozen:2 visits 补录 --json | jq -c '.[] | [.when, .family.name, .group]'
as frozen
["2026-05-28T10:00","王秀兰 (梧桐-1)","上报以后补录的"]
$ at 2026-06-05 qinqing --as zhoumin report R05 --json | jq '.[0].late'
2
$ at 2026-06-03 qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 when=2026-05-31T10:00 by=zhoumin >/dev/null 2>&1; at 2026-06-05 qinqing --as zhoumin report R05 --json | jq '.[0].late'; at 2026-06-05 qinqing --as zhoumin report R05 late --json | jq -c '.[].late_days'
3
3
8
6
$ at 2026-06-05 qinqing --as zhoumin report R05 --period 2026-05 --json | jq ".[0].visits - $(jq '.[0].visits' frozen)"
2

# Another form, other rules: what was handed up stands, and it is said.
$ mkdir -p "$QINQING_DATA/config/reports"; chmod -R go-w "$QINQING_DATA/config"; printf 'columns:\n  - {name: cash, drop: true}\n' >"$QINQING_DATA/config/reports/R05.yaml"; at 2026-06-05 qinqing report frozen:2 | head -1; at 2026-06-05 qinqing report frozen:2 --json | jq -c --slurpfile was frozen '.[:1] == $was[0]'; rm -r "$QINQING_DATA/config"; at 2026-06-05 qinqing report frozen:2 | head -1
亲情关爱工作月报表  2026-05  已冻结（规则或表样后来变过）
true
亲情关爱工作月报表  2026-05  已冻结

# The street's: sums of its communities; a visit of a community's is late for the street's as well.
$ at 2026-06-05 qinqing --as gaoqiang report frozen:3 | grep 核对; at 2026-06-05 qinqing report frozen:3 --json | jq -c '.[] | select(.against) | [.name, .visits]'
核对 各行 2 行相加 = 合计，38 栏都对
["梧桐社区",3]
["北山街道",3]

# Beyond one's part of the tree it is not to be seen.
$ at 2026-06-02 qinqing report R05 友谊社区 --period 2026-05 --submit; at 2026-06-02 qinqing --as zhoumin report frozen:6
上报 frozen:6
qinqing: 没有这条报表存底：第6号
? 1
$ at 2026-06-02 qinqing --as zhoumin list frozen --json | jq -r '.[].ref'
frozen:4
frozen:2

$ at 2026-06-05 qinqing check
数据完好

# How wrong words are met.
$ qinqing report frozen:2 --against year
qinqing: 存底就是上报时的样子：不写 --by、--period 和 --against；以后补的自己列在后面
? 2
$ qinqing report R05 --submit --approve
qinqing: 一次只走一步：--submit 和 --approve 不能一起写
? 2
$ qinqing report R05 --period 2026-04 --submit
qinqing: 要写明是哪个单位的报表：qinqing report R05 梧桐社区 --submit
? 2
$ qinqing report visit:1
qinqing: visit:1 不是报表存底；存底见 qinqing list frozen
? 2
$ qinqing report R05 --against month
qinqing: --against 只能是 before（上一期）或 year（去年同期）
? 2
