# 今日: when contact is due and what presses besides are two things, each with its day; why a row stands
# where it stands is told in full below; what does not fit a window is said.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin

# Contact alone: no matter.
line 2 ~   档案 +家庭 +到期 +期限 +事项 +上次 +电话
see 首次上门
# A promise that is late presses; contact is due when it was.
sh qinqing new need family=family:1 kind=医疗 text=住院押金凑不齐 received=2026-04-01 due=2026-04-20 >/dev/null
line 3 超期
line 4 ~ > 梧桐-1 +王秀兰 +05-10前 +超期16天 +诉求 医疗.*
line -2 ~ 诉求 医疗费用 期限 04-20 \+26, 首次上门 \+6, 重点关爱 \+15, 联系知情卡要发新的 \+3
# What may wait has no deadline to be late for.
line 6 ~   梧桐-2 +𠮷田秀英 +05-21前 +联系知情卡要发.. +139 0000 0002
# A message takes the line while there is one; the next key brings it back.
keys y
line -2 ~ “y”在这里没有用处.*
keys <Down>
line -2 ~ 首次上门 .*
keys <Up>
line -2 ~ 诉求 医疗.*
# The visit moves the day of contact and leaves the promise.
keys v11<C-s>
see 已保存
keys H
line 4 ~ > 梧桐-1 +王秀兰 +已达标 +超期16天 +诉求 医疗.* +今天 .*
# What is urgent says so, whatever contact is due.
sh qinqing new event family=family:2 kind=住院 known_at=2026-05-06T08:00 >/dev/null
line 3 急办
line 4 ~ . 梧桐-2 +𠮷田秀英 +05-21前 +急办 .*

# A card stands beside the list only where all columns have room.
resize 115 24
gone |
see 139 0000 5678
resize 116 24
see |
line 2 ~ .*电话 +\| .*
resize 40 10
line 2 急办
line -2 ~ .+

# Boards: shares as they fit, names of the numbers always, and what stands to the right of the window.
resize 80 24
keys B
line 2 ~   名称 +户数 +1双岗 +2知情卡 +3医生 +4绿通 +5保险
line 3 ~ > 梧桐社区 +4 4/4 100.0% 0/4 0.0% .*
line -2 右边还有 6联系 7见面 8上门 9诉求 0档案 约定
keys <Right>
line 2 ~   名称 +1双岗 .*6联系
keys <Left>
resize 132 24
line 2 ~   名称 .*9诉求 +0档案 +约定
gone 右边还有
gone |
resize 40 10
line 2 ~   名称 +户数 +1双岗 +2知情卡
line -2 ~ 右边还有 3医生 .*
