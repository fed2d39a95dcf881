# Reports on the screen: the list of them, a table of a period, a number, the list behind it, the record; compared with
# another period; handed up, given back, approved, frozen.
size 80 24
sh qinqing demo --families 24 --seed 11 >/dev/null
run qinqing --as zhoumin
keys :baobiao<Enter>
line 1 ~ 报表 +16 .*
line 3 ~ > R05 +亲情关爱工作月报表 +2026-04-01 2026-04-30 *
keys <Enter>
line 1 ~ 2026-04 亲情关爱工作月报表 +1 .*
line 3 ~ > 梧桐社区 .*
see 梧桐社区 期初户数 4，回车看后面的名单

# ---- a number, to the right as far as it goes, and its list; its row in the list, the record
keys lllll
see 期末户数 4，回车
keys <Enter>
line 1 ~ 2026-04 期末户数 梧桐社区 +4 .*
line 3 ~ > 梧桐-1 +王秀兰 .*
keys <Enter>
line 1 ~ 王秀兰 .*家庭卡.*
keys qq
see 期末户数 4，回车
keys <Right><Right><Right><Right><Right><Right><Right><Right><Right><Right><Right>
see 梧桐社区 双岗率
line 2 ~ .*双岗率.*
keys hhhhhhhhhhh
see 期末户数 4

# ---- another period; what is to come is not there
keys [
line 1 ~ 2026-03 亲情关爱工作月报表.*
keys ]]
line 1 ~ 2026-05 亲情关爱工作月报表.*
keys ]
see 这一期还没有到
keys [p
see 和上一期比
keys p
gone 和上一期比
keys y
see 和去年同期比
keys y

# ---- handed up: asked first, then its unit's
keys b
see 上报 2026-04 亲情关爱工作月报表？
keys n
keys b
keys y
see 已上报
keys q
line 3 ~ > R05 .* 2026-04-30 已上报 *
keys b
see 已经上报过了
keys f
line 1 ~ 报表存底 +1 .*
keys A
see 不能是“上报人”本人
start street qinqing --as gaoqiang
keys :bbcd<Enter>
line 3 ~ > 梧桐社区 +R05 .*已上报 +周敏 *

# ---- given back with what is wrong; nothing typed is no answer
keys T
see 为什么退回
keys <Enter>
see 为什么退回
keys 少一户<Enter>
see 退回好了
line 3 ~ > 梧桐社区 .*已退回 +周敏 +少一户 *
keys Z
see 区里冻结
on main
keys q
line 3 ~ > R05 .*已退回 +少一户 *
keys by
see 已上报
on street
keys <Enter>
line 1 ~ 2026-04 亲情关爱工作月报表 梧桐社区 .*
keys Ay
see 审核通过好了
start district qinqing --as zhenghua
keys :bbcd<Enter>Z
see 以后再也不变
keys y
see 冻结好了
keys A
see 审核通过这张报表
keys y
see 已经冻结，不再改

# ---- what is written down later stands behind, and is what it is
sh qinqing --as zhoumin new visit family=梧桐-1 mode=上门 outcome=1 when=2026-04-29T10:00 by=zhoumin >/dev/null
keys <Enter>
see 上报以后补的
line 5 ~   梧桐社区 +0 .*
keys jlllllllllllllllll
see 梧桐社区 联系人次 1，回车
keys <Enter>
see 上报以后补录的
see 王秀兰
keys qp
see 存底就是上报时的样子
keys [
see 存底就是上报时的样子

# ---- a report that is a list: its own titles, Enter opens the record
keys q:baobiao<Enter>jjjjj<Enter>
line 1 ~ 计划生育特殊家庭双岗联系人名册 .*
line 2 ~   档案编号 .*社区岗联系人 社区岗电话 .*
line 3 ~ > 梧桐-1 .*
keys <Enter>
see 家庭卡
keys qq

# ---- who owes one
keys q:owed<Enter>
see 没有上报的
gone 梧桐社区 R05
