# The association on the screen: a day of its own is prepared, a task is split down, the budget has bars, and behind a row
# of the six tasks stand its activities.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh qinqing set worker:2 role=street >/dev/null
sh qinqing new budget org=北山街道 task=1 fund=区财政 amount=100 >/dev/null
sh qinqing new expense org=北山街道 task=1 fund=区财政 amount=50 what=海报 >/dev/null
sh qinqing new activity title=读书会 org=梧桐 task=1 on=2026-05-01 people=9 >/dev/null
sh qinqing new task title=登记造册 node=北山街道 due=2026-05-20 >/dev/null
run qinqing --as gaoqiang

# ---- the days of the association: z plans the activity, and opens it; its steps are tasks
keys :协会的日子<Enter>
line 1 ~ 协会的日子 +3 .*
keys <Down>z
see 计划这一天的活动
keys y
line 1 ~ 活动 5.29会员活动日活动 .*
see 已计划活动，布置 4 件准备的事
keys <Esc>
line 4 ~ > 2026-05-29 5.29会员活动日 .* 是
keys H:我的任务<Enter>
see 2026-05-22 5.29会员活动日：备好资

# ---- split down: asked first, taken back by u
keys H:工作任务<Enter>
see > 2026-05-08
keys <End>
keys <Home>
sh qinqing list tasks --json | jq length
> 5
keys <F4>登记<Enter>z
see 把这个任务分解到直接下级
keys y
see 已分解到下面 1 处
keys <Esc>H

# ---- the budget: half of it is half a bar
keys :预算<Enter>
see 宣传教育
line 3 ~ > 宣传教育 +区财政 +100 +50 +50 #####\.\.\.\.\..*

# ---- behind a row of the six tasks
keys H:六项任务<Enter><Enter>
line 1 ~ 这项任务的活动 +1 .*
see 读书会
