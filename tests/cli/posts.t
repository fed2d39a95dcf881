# posts.t - both posts of a family: two persons, in post on the day; handing over leaves nobody twice, nobody too long.

# Somebody counts to the last day in post, that day included.
$ office
> qinqing set worker:1 on_to=2026-05-10 >/dev/null
> for day in 10 11; do at 2026-05-$day board coverage 梧桐社区 contacts; done
2/2
0/2

# An assignment counts from its first day to its last, both included.
$ office
> qinqing set assignment:1 to=2026-05-10 >/dev/null
> qinqing new assignment family=梧桐-1 post=社区岗 worker=刘洋 from=2026-05-12 >/dev/null
> for day in 10 11 12; do at 2026-05-$day board coverage 梧桐社区 contacts; done
2/2
1/2
2/2

# What is missing is listed, on every day and by every way of adding up.
$ office
> qinqing set assignment:1 to=2026-05-05 >/dev/null
> qinqing set worker:3 on_to=2026-05-10 >/dev/null
> qinqing new worker name=新来 org=梧桐 mobile=13800000009 login=xinlai on_from=2026-05-20 >/dev/null
> qinqing handover 周敏 --to 新来 --on 2026-05-20 >/dev/null
> for now in 2026-05-06 2026-05-15 2026-05-25; do for by in community street; do
> at $now qinqing board coverage --by $by --json | jq -r '.[] | [.ref, .contacts.den - .contacts.num] | @tsv' | while read -r org missing; do [ "$(at $now rows no-contacts $org)" = $missing ] || echo "$now $by $org: $missing missing, listed $(at $now rows no-contacts $org)"; done
> done; done

# A worker's number of families is the list of them.
$ office
> qinqing new worker name=新来 org=梧桐 mobile=13800000009 login=xinlai on_from=2026-05-01 >/dev/null
> qinqing new assignment family=友谊-1 post=会员联系户 worker=周敏 from=2026-06-01 >/dev/null
> qinqing handover 周敏 --to 新来 --on 2026-05-20 梧桐-2 >/dev/null
> for now in 2026-05-06 2026-05-25 2026-06-05; do
> at $now qinqing board coverage --by worker --json | jq -r '.[] | [.ref, .families] | @tsv' | while read -r worker n; do [ "$(at $now rows families-of $worker)" = $n ] || echo "$now $worker: $n, listed $(at $now rows families-of $worker)"; done
> done

# A handover on a day: the one until the evening before, the other from that day on, and never both.
$ office
> at 2026-05-20 qinqing handover 周敏 --to 刘洋 --on 2026-05-20 梧桐-1
> for day in 05-19 05-20 12-31; do contacts 梧桐-1 社区岗 2026-$day; done
已交接 1 户；请逐户告知家庭并换发知情卡
05-19 周敏
05-20 刘洋
12-31 刘洋

# A handover is one undo.
$ office
> qinqing set assignment:1 to=2026-06-30 >/dev/null
> qinqing handover 周敏 --to 刘洋 --on 2026-05-20 >/dev/null
> qinqing undo --yes | tail -1
> for day in 05-20 06-30; do contacts 梧桐-1 社区岗 2026-$day; contacts 梧桐-2 社区岗 2026-$day; done
> qinqing check | tail -1
已撤销
05-20 周敏
05-20 周敏
06-30 周敏
06-30 周敏
数据完好

# Both posts are two persons', at the same time; one after the other they may be the same person's.
$ office
> refused 双岗要两个人 qinqing set assignment:1 worker=高强
> refused 双岗要两个人 qinqing new assignment family=梧桐-1 post=社区岗 worker=高强 from=2026-02-01 to=2026-02-01
> qinqing set assignment:1 to=2026-05-05 >/dev/null
> refused 双岗要两个人 qinqing new assignment family=梧桐-1 post=社区岗 worker=高强 from=2026-05-06
> qinqing set assignment:4 to=2026-05-06 >/dev/null
> refused 双岗要两个人 qinqing new assignment family=梧桐-1 post=社区岗 worker=高强 from=2026-05-06
> accepted qinqing new assignment family=梧桐-1 post=社区岗 worker=高强 from=2026-05-07

# Somebody counts from the first day in post, not before.
$ office
> qinqing new worker name=新来 org=梧桐 mobile=13800000009 login=xinlai on_from=2026-05-10 >/dev/null
> refused '新来2026-05-10才到岗 2026-01-10' qinqing set assignment:1 worker=新来
> qinqing set assignment:1 to=2026-05-08 >/dev/null
> refused '新来2026-05-10才到岗 2026-05-09' qinqing new assignment family=梧桐-1 post=社区岗 worker=新来 from=2026-05-09
> qinqing new assignment family=梧桐-1 post=社区岗 worker=新来 from=2026-05-10 >/dev/null
> qinqing set worker:9 on_from=2026-05-12 >/dev/null
> for day in 08 09 11 12; do at 2026-05-$day board coverage 梧桐社区 contacts; done
2/2
1/2
1/2
2/2

# Nobody begins after having gone; the last day in post is one.
$ office
> qinqing set worker:5 on_to=2026-05-10 >/dev/null
> qinqing set assignment:1 to=2026-05-09 >/dev/null
> refused '刘洋2026-05-10已离岗 2026-05-11' qinqing new assignment family=梧桐-1 post=社区岗 worker=刘洋 from=2026-05-11
> accepted qinqing new assignment family=梧桐-1 post=社区岗 worker=刘洋 from=2026-05-10

# A post is one person's at a time, to the day; nobody holds any post twice.
$ office
> qinqing set assignment:1 to=2026-05-10 >/dev/null
> refused '周敏 2026-05-10' qinqing new assignment family=梧桐-1 post=社区岗 worker=刘洋 from=2026-05-10
> accepted qinqing new assignment family=梧桐-1 post=社区岗 worker=刘洋 from=2026-05-11
> refused '刘洋 2026-05-11' qinqing set assignment:1 to=
> accepted qinqing new assignment family=梧桐-1 post=志愿者结对 worker=刘洋 from=2026-05-11
> accepted qinqing new assignment family=梧桐-1 post=志愿者结对 worker=石磊 from=2026-05-11
> refused '石磊' qinqing new assignment family=梧桐-1 post=志愿者结对 worker=石磊 from=2026-06-01

# The street's post is not given to a community's worker, to the district's, nor to another street's.
$ office
> qinqing set assignment:4 to=2026-05-05 >/dev/null
> for who in 刘洋 郑华 何川; do refused 街道 qinqing new assignment family=梧桐-1 post=街道岗 worker=$who; done
> accepted qinqing new assignment family=梧桐-1 post=街道岗 worker=高强

# The street's post is filled by somebody of the family's street: one of another street, or of a community, is not.
$ office
> qinqing set worker:2 org=红军街道 >/dev/null
> board coverage 梧桐社区 contacts
> qinqing set worker:2 org=梧桐 >/dev/null
> board coverage 梧桐社区 contacts
> qinqing set worker:2 org=北山街道 >/dev/null
> board coverage 梧桐社区 contacts
0/2
0/2
2/2

# A family that moves to another street needs somebody of that street.
$ office
> qinqing set family:1 community=友谊 >/dev/null
> board coverage 友谊社区 contacts
> qinqing set assignment:4 to=2026-05-05 >/dev/null
> qinqing new assignment family=family:1 post=街道岗 worker=何川 >/dev/null
> board coverage 友谊社区 contacts
1/2
2/2

# A handover to somebody who is not yet, or no longer, in post on that day is refused.
$ office
> qinqing new worker name=新来 org=梧桐 mobile=13800000009 login=xinlai on_from=2026-05-10 >/dev/null
> qinqing set worker:5 on_to=2026-05-08 >/dev/null
> qinqing handover 周敏 --to 新来 --on 2026-05-09 >/dev/null 2>&1; echo $?
> qinqing handover 周敏 --to 刘洋 --on 2026-05-09 >/dev/null 2>&1; echo $?
> qinqing handover 周敏 --to 新来 --on 2026-05-10
2
2
已交接 2 户；请逐户告知家庭并换发知情卡

# Two posts of a family stay two persons: it is not handed over to whoever holds the other one.
$ office
> refused '高强 街道岗' qinqing handover 周敏 --to 高强 --on 2026-05-20 梧桐-1
> contacts 梧桐-1 社区岗 2026-05-20
05-20 周敏

# The reason of a handover is asked for by name; without one it is that the load is shared anew.
$ office
> qinqing handover 周敏 --to 刘洋 --on 2026-05-20 --why 离职退休 梧桐-1 >/dev/null
> qinqing handover 周敏 --to 刘洋 --on 2026-05-20 梧桐-2 >/dev/null
> for n in 7 8; do field assignment:$n reason; done
> refused 离职退休 qinqing handover 刘洋 --to 周敏 --on 2026-05-21 --why 没有这种原因
03
09

# A family whose present and planned days are both handed over is one family.
$ office
> qinqing set assignment:1 to=2026-05-31 >/dev/null
> qinqing new assignment family=梧桐-1 post=社区岗 worker=石磊 from=2026-06-01 to=2026-06-10 >/dev/null
> qinqing new assignment family=梧桐-1 post=社区岗 worker=周敏 from=2026-06-11 >/dev/null
> qinqing handover 周敏 --json 2>/dev/null | jq length
> qinqing handover 周敏 --to 刘洋 --on 2026-05-20 梧桐-1
> qinqing undo --yes | tail -1
> for day in 05-31 06-01 06-11; do contacts 梧桐-1 社区岗 2026-$day; done
2
已交接 1 户；请逐户告知家庭并换发知情卡
已撤销
05-31 周敏
06-01 石磊
06-11 周敏

# What was planned for the one who leaves is planned for the one who comes, from the same day on.
$ office
> qinqing set assignment:1 to=2026-05-31 >/dev/null
> qinqing new assignment family=梧桐-1 post=社区岗 worker=石磊 from=2026-06-01 >/dev/null
> qinqing handover 石磊 --to 刘洋 --on 2026-05-20
> for day in 05-19 05-20 05-31 06-01 06-02; do contacts 梧桐-1 社区岗 2026-$day; done
已交接 1 户；请逐户告知家庭并换发知情卡
05-19 周敏
05-20 周敏
05-31 周敏
06-01 刘洋
06-02 刘洋

# What was to end on a day ends on that day for the one who takes over, and the next one begins as planned.
$ office
> qinqing set assignment:1 to=2026-06-30 >/dev/null
> qinqing new assignment family=梧桐-1 post=社区岗 worker=石磊 from=2026-07-01 >/dev/null
> qinqing handover 周敏 --to 刘洋 --on 2026-05-20 梧桐-1
> for day in 05-19 05-20 06-30 07-01; do contacts 梧桐-1 社区岗 2026-$day; done
已交接 1 户；请逐户告知家庭并换发知情卡
05-19 周敏
05-20 刘洋
06-30 刘洋
07-01 石磊

# What began on the day of the handover was for nobody a day: the one who comes has it from that day.
$ office
> qinqing handover 周敏 --to 刘洋 --on 2026-05-20 梧桐-1 >/dev/null
> qinqing handover 刘洋 --to 石磊 --on 2026-05-20 梧桐-1
> for day in 05-19 05-20 05-21; do contacts 梧桐-1 社区岗 2026-$day; done
> at 2026-05-20 board coverage 梧桐社区 contacts
已交接 1 户；请逐户告知家庭并换发知情卡
05-19 周敏
05-20 石磊
05-21 石磊
2/2

# Planned, bounded and running ones in one handover: on every day one person in the post.
$ office
> qinqing set assignment:1 to=2026-05-31 >/dev/null
> qinqing new assignment family=梧桐-1 post=社区岗 worker=石磊 from=2026-06-01 to=2026-06-10 >/dev/null
> qinqing new assignment family=梧桐-1 post=社区岗 worker=周敏 from=2026-06-11 >/dev/null
> qinqing handover 周敏 --to 刘洋 --on 2026-05-20
> for day in 05-19 05-20 05-31 06-01 06-10 06-11; do contacts 梧桐-1 社区岗 2026-$day; done
~ 已交接 .*
05-19 周敏
05-20 刘洋
05-31 刘洋
06-01 石磊
06-10 石磊
06-11 刘洋

# A handover dated before the arrangement began would say that nobody had the family all that time: refused; on its first day it is one.
$ office; qinqing handover 周敏 --to 刘洋 --on 2026-01-09 梧桐-1; qinqing who 梧桐-1 --on 2026-03-01 | grep -c 周敏; at 2026-03-02 qinqing handover 周敏 --to 刘洋 --on 2026-03-02 梧桐-1 >/dev/null; qinqing who 梧桐-1 --on 2026-03-01 | grep -c 周敏
~ qinqing: .*梧桐-1.*的安排2026-01-10才开始，交接日期不能早于它
1
1
