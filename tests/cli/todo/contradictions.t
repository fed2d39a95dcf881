# contradictions.t - what cannot be is refused where it is typed, with the two days named; nothing that disagrees is stored in silence.

# Another way of contact is agreed by a supervisor, not by the contact person alone.
$ office
> refused 主管 qinqing --as zhoumin set family:1 preset=light
> accepted qinqing --as gaoqiang set family:1 preset=light
> refused 主管 qinqing --as zhoumin set family:1 preset=

# A visit entered up to 31 days late is the worker's own affair; later it needs the supervisor.
$ office
> accepted qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 when=2026-04-05
> refused 主管 qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 when=2026-04-04
> refused 主管 qinqing --as zhoumin set visit:1 when=2026-04-04
> accepted qinqing --as gaoqiang new visit family=梧桐-1 mode=电话 outcome=1 by=周敏 when=2026-04-04

# A spot check is a supervisor's, and never of one's own visit, nor in somebody else's name.
$ office
> qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> qinqing --as gaoqiang new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> refused '' qinqing --as zhoumin set visit:1 sign=周敏
> refused '' qinqing --as zhoumin set visit:1 sign=高强
> refused '' qinqing --as liuyang set visit:1 sign=刘洋
> refused '' qinqing --as gaoqiang set visit:2 sign=高强
> refused '' qinqing --as gaoqiang set visit:2 sign=郑华
> accepted qinqing --as gaoqiang set visit:1 sign=高强
> accepted qinqing --as zhenghua set visit:2 sign=郑华

# A visit is not noted as already checked by the one who made it.
$ office
> refused '' qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 sign=周敏
> refused '' qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 sign=高强

# A file is closed, and opened again, by a supervisor, not by the contact person.
$ office
> refused 主管 qinqing --as zhoumin set family:1 close_reason=迁出本区
> accepted qinqing --as gaoqiang set family:1 close_reason=迁出本区
> refused '' qinqing --as zhoumin set family:1 closed= close_reason=
> accepted qinqing --as gaoqiang set family:1 closed= close_reason=
