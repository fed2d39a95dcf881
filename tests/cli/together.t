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
