# What check and reindex say, and when: on other days than that of the last change, of references, of
# numbers that nobody can mean.

$ qinqing demo --families 60 >/dev/null; for d in 2026-05-06 2026-05-07 2026-06-06 2026-04-06 2025-05-06 2027-05-06 2031-01-01; do QINQING_NOW=${d}T09:00 qinqing check; done
数据完好
数据完好
数据完好
数据完好
数据完好
数据完好
数据完好

# A post that ends on a day to come: what is due then is another matter, without anybody's change.
$ export QINQING_DATA=$PWD/ends; qinqing init >/dev/null; qinqing new worker on_from=2020-01-01 name=高强 org=北山街道 mobile=13800000002 login=gaoqiang role=street; qinqing new worker on_from=2020-01-01 name=周敏 org=梧桐 mobile=13800000001 login=zhoumin; qinqing new family name=王秀兰 community=梧桐 kind=11 opened=2026-01-10; qinqing new assignment family=梧桐-1 post=街道岗 worker=高强 from=2026-01-10 to=2026-05-20; for d in 2026-05-04 2026-05-05; do qinqing new visit family=梧桐-1 mode=上门 outcome=1 when=$d by=周敏; done; for d in 2026-05-06 2026-05-20 2026-05-21 2026-04-01; do QINQING_NOW=${d}T09:00 qinqing check; done
worker:1
worker:2
family:1
assignment:1
visit:1
visit:2
数据完好
数据完好
数据完好
数据完好

# Numbers from 2^48 on are not records'.
$ for id in 281474976710655 281474976710656 72057594037927937 18446744073709551617 0 -1; do qinqing get family:$id; done; qinqing set family:1 head=person:281474976710656
qinqing: 没有这条家庭：第281474976710655号
qinqing: “family:281474976710656”不是编号；要写成 TYPE:ID，例如 family:7
qinqing: “family:72057594037927937”不是编号；要写成 TYPE:ID，例如 family:7
qinqing: “family:18446744073709551617”不是编号；要写成 TYPE:ID，例如 family:7
qinqing: “family:0”不是编号；要写成 TYPE:ID，例如 family:7
qinqing: “family:-1”不是编号；要写成 TYPE:ID，例如 family:7
qinqing: 没有叫“person:281474976710656”的成员，请写全名
? 1

# Building again is the administrator's.
$ qinqing --as zhoumin reindex
qinqing: 重建索引是管理员的事；请找管理员
? 2

$ qinqing reindex; qinqing check; qinqing --read-only reindex
索引和计数器已按记录重建
数据完好
qinqing: 现在是只读方式，不能修改
? 2
