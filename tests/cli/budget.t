# The budget: by year, task and source; gifts, premiums, activities and what is written by hand count; overspending is
# said, and not refused.

# Nothing yet; then each kind of expense adds up, to the fen, against a count of the records themselves.
$ office; qinqing board budget 2>&1; qinqing new budget org=向阳区 task=4 fund=区财政 amount=1000; qinqing new gift family=梧桐-1 cash=200 value=50.50 fund=区财政 on=2026-02-01 >/dev/null; qinqing new gift family=友谊-1 cash=100 fund=社会捐赠 on=2026-02-01 >/dev/null; qinqing new activity title=茶话会 task=4 org=梧桐 on=2026-03-01 cost=99.99 fund=区财政 >/dev/null; qinqing new policy name=护理险 from=2026-01-01 daily=100 premium=120 payer=区财政 >/dev/null; qinqing new insured person=person:1 policy=护理险 added=2026-01-01 >/dev/null; qinqing new expense org=向阳区 task=4 fund=区财政 amount=0.01 what=邮票 >/dev/null; qinqing board budget --json | jq -r '.[] | [.task.label // .group, .fund.label // "-", .budget, .spent, .left, "\(.share.num)/\(.share.den)"] | @tsv'; qinqing list spending --json | jq -r '[.[] | .amount * 100 | round] | add'
qinqing: 辖区里还没有家庭
budget:1
计划生育家庭帮扶	区财政	1000	470.5	529.5	471/1000
计划生育家庭帮扶	社会捐赠	0	100	-100	100/0
合计	-	1000	570.5	429.5	571/1000
57050

# Of a year; what was called off costs nothing, what is void neither; a gift without a task counts for the usual one.
$ office; spent() { qinqing board budget --period $1 --json 2>/dev/null | jq '.[-1].spent // 0' | grep . || echo 0; }; qinqing new expense org=向阳区 task=1 fund=区财政 amount=10 what=甲 on=2025-12-31 >/dev/null; qinqing new expense org=向阳区 task=1 fund=区财政 amount=20 what=乙 on=2026-01-01 >/dev/null; qinqing new activity title=没办 task=1 org=梧桐 on=2026-05-01 cost=500 fund=区财政 cancel_why=下雨 >/dev/null; spent 2025; spent 2026; qinqing void expense:2 --why 记错 >/dev/null; spent 2026; qinqing new gift family=梧桐-1 cash=5 fund=区财政 task= on=2026-01-01 >/dev/null; qinqing board budget --json | jq -r '.[0].task.label'
10
20
0
计划生育家庭帮扶

# Over by one fen is over: said before the save, which goes through; exactly all of it is not.
$ office; qinqing new budget org=向阳区 task=1 fund=区财政 amount=100 >/dev/null; qinqing new expense org=向阳区 task=1 fund=区财政 amount=60 what=甲; qinqing new expense org=向阳区 task=1 fund=区财政 amount=40 what=乙; qinqing set expense:2 amount=40.01; qinqing new activity title=讲座 task=1 org=梧桐 cost=10 fund=区财政; qinqing set activity:1 people=20; qinqing set activity:1 cost=5; qinqing new expense org=向阳区 task=2 fund=区财政 amount=60 what=没有预算的
expense:1
expense:2
qinqing: 注意：宣传教育、区财政今年的预算100.00元，加上这一笔支出100.01元，超支0.01元
金额(元): 40 → 40.01
qinqing: 注意：宣传教育、区财政今年的预算100.00元，加上这一笔支出110.01元，超支10.01元
activity:1
人次: 空 → 20
费用(元): 10 → 5
expense:3

# A gift says it as well.
$ office; qinqing new budget org=向阳区 task=4 fund=区财政 amount=100 >/dev/null; qinqing new gift family=梧桐-1 cash=200 fund=区财政 2>&1
qinqing: 注意：计划生育家庭帮扶、区财政今年的预算100.00元，加上这一笔支出200.00元，超支100.00元
gift:1

# One budget a year, task, source and unit; numbers below nothing; who may.
$ office; qinqing new budget org=向阳区 task=1 fund=区财政 amount=100; field budget:1 year; refused 已经有了 qinqing new budget org=向阳区 task=1 fund=区财政 amount=5; accepted qinqing new budget org=北山街道 task=1 fund=区财政 amount=5; refused 小于 qinqing new budget org=向阳区 task=2 fund=区财政 amount=-1; refused 小于 qinqing new expense org=向阳区 task=2 fund=区财政 amount=-1 what=x; refused '角色 预算' qinqing --as zhoumin new budget org=梧桐 task=2 fund=区财政 amount=1; refused 辖区 qinqing --as gaoqiang new budget org=友谊 task=2 fund=区财政 amount=1; accepted qinqing --as zhoumin new expense org=梧桐 task=2 fund=区财政 amount=1 what=x; absent qinqing --as tongli set expense:1 amount=2
budget:1
2026

# Within reach: what others spent is in nobody else's sums.
$ office; qinqing new expense org=友谊 task=1 fund=区财政 amount=30 what=甲 >/dev/null; qinqing new gift family=友谊-1 cash=7 fund=区财政 >/dev/null; qinqing --as zhoumin board budget 2>&1; qinqing --as hechuan board budget --json | jq '.[-1].spent'; qinqing --as zhoumin list spending 2>&1
qinqing: 辖区里还没有家庭
37
qinqing: “支出”是空的
? 1
