# Every number of a board is as long as the list behind it, for every community, the whole, and every worker.

$ qinqing demo --families 60 --seed 5 >/dev/null; qinqing board month --json | jq length
8

$ for month in 2026-05 2026-04; do qinqing board month --period $month --json | jq -r '.[] | .ref as $r | to_entries[] | select((.value | type) == "number" and .key != "first_minutes" and .key != "version") | [$r, .key, .value] | @tsv' | while read -r org fact n; do case $fact in begin) q=begin-in;; in) q=opened-in;; out) q=closed-in;; end) q=end-in;; bereaved) q=bereaved-in;; disabled) q=disabled-in;; turned) q=turned-in;; contacts) q=visits-in;; homes) q=homes-in;; events) q=events-in;; alarms) q=alarms-in;; *) echo "$fact has no list";; esac; m=$(qinqing list $q $org --period $month --json 2>/dev/null | jq length); [ "${m:-0}" = "$n" ] && echo as listed || echo "$month $org $fact $n, listed ${m:-0}"; done; done | sort | uniq -c
    176 as listed

# beginning + new - gone = end, everywhere
$ for month in 2026-05 2026-04 2026-03; do qinqing board month --period $month --json | jq -r '.[] | select(.begin + .in - .out != .end)'; done

# One family is one where an indicator counts families: what is missing is the list.
$ for by in community street worker; do qinqing board coverage --by $by --json | jq -r '.[] | .ref as $r | to_entries[] | select(.value | type == "object" and has("den")) | [$r, .key, .value.den - .value.num] | @tsv' | while read -r ref fact lack; do case $fact in contacts) q=no-contacts;; card) q=no-card;; contacted) q=no-contact;; met) q=no-meeting;; visited) q=no-home-visit;; complete) q=incomplete;; *) continue;; esac; m=$(qinqing list $q $ref --json 2>/dev/null | jq length); [ "${m:-0}" = "$lack" ] && echo as listed || echo "$by $ref $fact lacks $lack, listed ${m:-0}"; done; done | sort | uniq -c
    168 as listed

# A list stands in the order of any of its columns, either way: ratios by what they are, the sum last, unset ones last.
$ for way in contacts -contacts; do qinqing board coverage --sort $way --json | jq -c '[.[:-1][].contacts | .num / .den] as $r | [($r == ($r | sort)), ($r == ($r | sort | reverse)), .[-1].group]'; done
[true,false,"合计"]
[false,true,"合计"]

$ a=$(qinqing list families --json | jq -c '[.[].score] | sort | reverse | .[:3]'); b=$(qinqing list families --sort -score --limit 3 --json 2>/dev/null | jq -c 'map(.score)'); [ "$a" = "$b" ] && echo the greatest first
the greatest first

$ qinqing list families --sort last --json | jq -c 'map(.last) | [.[] | select(.)] as $set | $set == ($set | sort) and .[:($set | length)] == $set'
true

$ qinqing list families --sort nope
qinqing: 名单 families 没有“nope”这一栏
? 2

# What programs read is the same in every language, to the byte.
$ for list in today families reminders workers quality 'members-of family:1' 'contacts family:1' 'counters family:1' 'why family:1'; do cmp <(qinqing list $list --json 2>/dev/null) <(qinqing --lang en list $list --json 2>/dev/null) && echo same; done | uniq -c | tr -d ' '
9same

$ cmp <(qinqing board coverage --json) <(qinqing --lang en board coverage --json); qinqing list families --limit 1 2>/dev/null | cmp -s - <(qinqing --lang en list families --limit 1 2>/dev/null) || echo people read their own
people read their own

# A need closed on its due day is in time, one closed the day after is not.
$ office
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null
> qinqing new need family=友谊-1 kind=住房维修 text=漏水 >/dev/null
> for n in 1 2; do field need:$n due; done
> at 2026-05-21 qinqing set need:1 result=已解决 >/dev/null
> at 2026-05-22 qinqing set need:2 result=已解决 >/dev/null
> for unit in 梧桐社区 友谊社区; do at 2026-05-23 board coverage $unit in_time; done
2026-05-21
2026-05-21
1/1
0/1

# A file counts from the day it is opened.
$ office
> qinqing new family name=欧阳玲 community=梧桐 kind=11 phone1=13900001111 >/dev/null
> board coverage 梧桐社区 families
3

# A signing and a green channel hold to the end of their last day, and each for its own person.
$ office
> qinqing new sign person=person:1 signed_on=2025-06-01 expires=2026-05-06 doctor=赵医生 >/dev/null
> qinqing new green person=person:1 hospital=区医院 given=2026-05-01 expires=2026-05-06 >/dev/null
> for day in 05-06 05-07; do for number in doctor green; do at 2026-$day board coverage 梧桐社区 $number; done; done
1/4
1/4
0/4
0/4

# The last word counts: who refused and signed later is asked for again when that has ended, until they refuse again.
$ office
> at 2026-01-15 qinqing new sign person=person:1 refused=是 refuse_why=不愿意 >/dev/null
> board coverage 梧桐社区 doctor
> at 2026-02-01 qinqing new sign person=person:1 signed_on=2026-02-01 expires=2026-04-30 doctor=赵医生 >/dev/null
> board coverage 梧桐社区 doctor
> qinqing new sign person=person:1 refused=是 refuse_why=不愿意 >/dev/null
> board coverage 梧桐社区 doctor
0/3
0/4
0/3

# Nor is a signing that has ended still urged on who has refused since.
$ office
> at 2026-02-01 qinqing new sign person=person:1 signed_on=2026-02-01 expires=2026-04-30 doctor=赵医生 >/dev/null
> reminders 梧桐-1 | grep 签约
> qinqing quality | grep -c 签约已过期
> qinqing new sign person=person:1 refused=是 refuse_why=不愿意 >/dev/null
> reminders 梧桐-1 | grep 签约
> qinqing quality | grep -c 签约已过期
家庭医生签约到期 04-30
1
0
? 1
