# agenda.t - the days of a month with what is to be done until when: of my families and nobody else's, to the edges of the month.

# Until when a family is to be seen; what falls on one day is one line.
$ office
> agenda() { qinqing --as $1 list agenda --period $2 --json 2>/dev/null | jq -r '.[] | select(.what) | [.on, (.family.name | split(" ")[0]), .what[0].text] | join(" ")'; }
> qinqing --as zhoumin new visit family=family:1 mode=上门 outcome=1 body=1 mood=1 when=2026-05-06T08:00 >/dev/null
> for month in 2026-02 2026-05 2026-06 2026-07; do agenda zhoumin $month; agenda liuyang $month; done
2026-02-28 张淑芬 最晚 见面
2026-05-31 王秀兰 最晚 联系
2026-06-30 王秀兰 最晚 见面、街道岗
2026-06-30 张淑芬 最晚 街道岗

# What was arranged at the last visit, what was promised and what was asked for: on the first and the last day of the month, and not
# on the days beside it; not what is closed.
$ office
> agenda() { qinqing --as zhoumin list agenda --period $1 --json 2>/dev/null | jq -r '.[] | select(.what) | [.on, .what[0].text] | join(" ")' | grep -v 最晚; }
> at 2026-05-06 qinqing --as zhoumin new visit family=family:1 mode=电话 outcome=1 body=1 mood=1 next_due=2026-06-01 next_note=带药 >/dev/null
> for day in 2026-05-31 2026-06-01 2026-06-30 2026-07-01; do qinqing --as zhoumin new need family=family:1 kind=住房维修 text=漏水 due=$day >/dev/null; done
> qinqing --as zhoumin new need family=family:2 kind=承诺 text=送𠮷字条 due=2026-06-15 >/dev/null
> qinqing --as zhoumin new need family=family:2 kind=住房维修 text=门 due=2026-06-16 >/dev/null; qinqing --as zhoumin set need:6 result=已解决 >/dev/null
> agenda 2026-06
2026-06-01 约好 带药
2026-06-01 诉求 住房维修
2026-06-15 承诺 送𠮷字条
2026-06-30 诉求 住房维修
