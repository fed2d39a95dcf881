# posts.t - both posts of a family: two persons, in post on the day; handing over leaves nobody twice, nobody too long.

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
