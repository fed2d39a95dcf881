# together.t - colleagues at work at the same time, and what is put right later: the rule's result follows.

# Somebody was reached between the calls: no three in a row, also when that is entered last.
$ office
> unanswered 2026-05-06T07:00
> unanswered 2026-05-06T08:00
> unanswered 2026-05-06T09:00
> qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=已联系 when=2026-05-06T08:30 2>/dev/null
> alarms 友谊-1 | cut -d' ' -f1,2
visit:4
0 open

# The same visit saved again raises no second alarm.
$ office
> for hour in 07 08 09; do unanswered 2026-05-06T$hour:00; done
> qinqing --as tongli set visit:3 talk=敲门也没人 >/dev/null 2>&1
> unanswered 2026-05-06T08:45
> alarms 友谊-1
1 open of 1

# Flag and state say the same once, not twice.
$ office
> qinqing show 友谊-1 | grep -cE '独居 \+8'
1

# Suicidal words in a questionnaire answered again: one event for one questionnaire.
$ office
> qinqing new assignment family=梧桐-1 post=心理社工 worker=苏宁 >/dev/null
> qinqing --as suning new psych family=梧桐-1 scale=PHQ-9 score=8 item9=0 >/dev/null
> qinqing --as suning set psych:1 item9=1 >/dev/null
> qinqing --as suning set psych:1 score=9 >/dev/null
> rows events-of 梧桐-1
1

# A due day typed by hand stays, whatever changes beside it.
$ office
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 due=2026-05-30 >/dev/null
> qinqing set need:1 urgent=紧急 >/dev/null
> field need:1 due
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null
> qinqing set need:2 due=2026-05-12 >/dev/null
> qinqing set need:2 received=2026-05-01 >/dev/null
> field need:2 due
2026-05-30
2026-05-12

# A due day that is emptied is reckoned again.
$ office
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 due=2026-05-30 >/dev/null
> qinqing set need:1 due= >/dev/null
> field need:1 due
2026-05-21

# An alarm that was answered keeps its time whatever is set on it later, and whoever calls again.
$ office
> for hour in 06 07 08; do unanswered 2026-05-06T$hour:00; done
> qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=已联系 when=2026-05-06T08:30 >/dev/null 2>&1
> qinqing set event:1 outcome=外出外地 note=去了女儿家 >/dev/null
> at 2026-05-06T11:00 qinqing --as tongli new visit family=友谊-1 mode=上门 outcome=已联系 when=2026-05-06T10:30 >/dev/null 2>&1
> field event:1 first_contact
2026-05-06T08:30

# A stay noted by two colleagues at once stays two notes, and the family's other records are none the worse.
$ office
> together 4 qinqing set family:1 wish_note=下午来
> field family:1 wish_note
> qinqing check | tail -1
下午来
数据完好

# Three unanswered attempts within 48 hours at somebody who lives alone raise one alarm; six colleagues who note the third at once raise one.
$ for round in 1 2 3; do
> office
> unanswered 2026-05-06T07:00
> unanswered 2026-05-06T08:00
> together 6 unanswered 2026-05-06T09:00
> rows visits-of 友谊-1
> alarms 友谊-1
> done
8
1 open of 1
8
1 open of 1
8
1 open of 1

# One notes the second and one the third at the same time: together they make three, and one alarm.
$ for round in 1 2 3 4 5; do
> office
> unanswered 2026-05-06T07:00
> unanswered 2026-05-06T08:00 &
> unanswered 2026-05-06T09:00 &
> wait
> alarms 友谊-1
> done
1 open of 1
1 open of 1
1 open of 1
1 open of 1
1 open of 1

# All three at the same time.
$ for round in 1 2 3; do
> office
> for hour in 07 08 09; do unanswered 2026-05-06T$hour:00 & done
> wait
> alarms 友谊-1
> done
1 open of 1
1 open of 1
1 open of 1

# Calls are entered in any order: what counts is when they were made.
$ for order in '07 08 09' '07 09 08' '08 07 09' '08 09 07' '09 07 08' '09 08 07'; do
> office
> for hour in $order; do unanswered 2026-05-06T$hour:00; done
> echo "$order: $(alarms 友谊-1)"
> done
07 08 09: 1 open of 1
07 09 08: 1 open of 1
08 07 09: 1 open of 1
08 09 07: 1 open of 1
09 07 08: 1 open of 1
09 08 07: 1 open of 1

# The alarm was known when the last of the three calls was made, in whatever order they were entered.
$ office
> for hour in 09 07 08; do unanswered 2026-05-06T$hour:00; done
> field event:1 known_at
2026-05-06T09:00

# 48 hours to the minute, in whatever order: 48 hours apart are within, a minute more is not.
$ office
> for when in 2026-05-06T09:00 2026-05-05T09:00 2026-05-04T09:00; do unanswered $when; done
> alarms 友谊-1
> office
> for when in 2026-05-06T09:00 2026-05-05T09:00 2026-05-04T08:59; do unanswered $when; done
> alarms 友谊-1
1 open of 1
0 open of 0

# An outcome put right to unanswered makes the third attempt, and raises the alarm.
$ office
> unanswered 2026-05-06T07:00
> qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=已联系 when=2026-05-06T08:00 >/dev/null 2>&1
> unanswered 2026-05-06T09:00
> alarms 友谊-1
> qinqing --as tongli set visit:2 outcome=无人接听 >/dev/null 2>&1
> alarms 友谊-1
0 open of 0
1 open of 1

# An outcome put right to reached leaves two attempts: the alarm is answered.
$ office
> for hour in 07 08 09; do unanswered 2026-05-06T$hour:00; done
> alarms 友谊-1
> qinqing --as tongli set visit:3 outcome=已联系 >/dev/null 2>&1
> alarms 友谊-1 | cut -d' ' -f1,2
1 open of 1
0 open

# The time of a call put right: two days earlier it no longer belongs to the three.
$ office
> for when in 2026-05-04T10:00 2026-05-05T09:00 2026-05-06T08:00; do unanswered $when; done
> qinqing --as tongli set visit:1 when=2026-05-03T10:00 >/dev/null 2>&1
> alarms 友谊-1 | cut -d' ' -f1,2
0 open

# A call that was noted at the wrong family and is voided is no attempt any more.
$ office
> for hour in 07 08 09; do unanswered 2026-05-06T$hour:00; done
> qinqing --as tongli void visit:2 --why 记错了人家 >/dev/null
> alarms 友谊-1 | cut -d' ' -f1,2
0 open

# Who lives alone by the state of living is watched like who has the flag.
$ office
> qinqing set family:1 live_state=独居 >/dev/null
> for hour in 07 08 09; do qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=无人接听 when=2026-05-06T$hour:00 >/dev/null 2>&1; done
> alarms 梧桐-1
1 open of 1

# Alone by the state of living weighs as much in the day's list as the flag does.
$ office
> qinqing set family:1 live_state=独居 >/dev/null
> qinqing set family:2 care_flags=独居 >/dev/null
> qinqing show 梧桐-1 | grep -cE '独居 \+8'
> qinqing show 梧桐-2 | grep -cE '独居 \+8'
1
1

# A mood put right to suicidal words opens the event that it would have opened at once; saved again it opens no second.
$ office
> qinqing --as zhoumin new visit family=梧桐-1 mode=上门 outcome=已联系 mood=平稳 >/dev/null
> rows events-of 梧桐-1
> qinqing --as zhoumin set visit:1 mood=有轻生表露 >/dev/null 2>&1
> column kind events-of 梧桐-1
> qinqing --as zhoumin set visit:1 talk=说起儿子 >/dev/null 2>&1
> rows events-of 梧桐-1
0
07
1

# Two colleagues put the mood right at once: one event.
$ office
> qinqing --as zhoumin new visit family=梧桐-1 mode=上门 outcome=已联系 >/dev/null
> together 4 qinqing --as zhoumin set visit:1 mood=有轻生表露
> rows events-of 梧桐-1
1

# The alarm keeps the time to the first contact when the call that answered it is noted after it was closed.
$ office
> for hour in 06 07 08; do unanswered 2026-05-06T$hour:00; done
> at 2026-05-06T09:00 qinqing set event:1 closed=2026-05-06 outcome=已联系上 >/dev/null
> at 2026-05-06T10:00 qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=已联系 when=2026-05-06T08:30 >/dev/null 2>&1
> field event:1 first_contact
> at 2026-05-06T10:00 board month 友谊社区 first_minutes
2026-05-06T08:30
30

# A contact entered later but made earlier was the first.
$ office
> at 2026-05-05T08:00 qinqing new event family=梧桐-1 kind=重病 >/dev/null
> qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=已联系 when=2026-05-06T08:00 >/dev/null 2>&1
> qinqing --as gaoqiang new visit family=梧桐-1 mode=上门 outcome=已联系 when=2026-05-05T15:00 >/dev/null 2>&1
> field event:1 first_contact
> field event:1 first_visit
2026-05-05T15:00
2026-05-05T15:00

# A contact that turns out to have been none answers nothing.
$ office
> at 2026-05-05T08:00 qinqing new event family=梧桐-1 kind=重病 >/dev/null
> qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=已联系 when=2026-05-06T08:00 >/dev/null 2>&1
> field event:1 first_contact
> qinqing --as zhoumin set visit:1 outcome=无人接听 >/dev/null 2>&1
> field event:1 first_contact
2026-05-06T08:00

# A need is due by its urgency and the day it was received; whichever changes, the due day follows.
$ office
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null
> field need:1 due
> qinqing set need:1 urgent=较急 >/dev/null
> field need:1 due
> qinqing set need:1 received=2026-05-04 >/dev/null
> field need:1 due
> qinqing set need:1 urgent=紧急 >/dev/null
> field need:1 due
2026-05-21
2026-05-09
2026-05-07
2026-05-05
