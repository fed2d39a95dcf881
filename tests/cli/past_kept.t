# past_kept.t - the records that the past is told from are made by what happens, and nobody makes, takes away or turns
# them by hand but a supervisor, who may put their day right.

# By hand nobody adds one or voids one, in one's own families or elsewhere; May's boards stay.
$ may_stays 'for who in zhoumin gaoqiang zhenghua; do for act in "new status family=family:1 effective=2026-03-01" "void status:1 --why x" "set status:1 was=x" "set status:1 field=kind"; do qinqing --as $who $act >/dev/null 2>&1 && echo "$who: $act"; done; done; true' 2>&1
$ office; spring; qinqing new status family=family:1 effective=2026-03-01; qinqing void status:1 --why x; qinqing set status:1 is=x
qinqing: 状态变更由程序自己记，不能手工添加；请改那条记录本身
qinqing: 状态变更不作废：过去的月份靠它；改错了请把那条记录改回来，日期不对请主管改生效日期
~ qinqing: .*“现在”.*
? 2

# Its day is put right by a supervisor of there; a worker may not, nor a supervisor of another street.
$ office; qinqing set family:1 care_level=1 care_reason=独居 >/dev/null; id=$(qinqing list changes-of 梧桐-1 --json | jq -r '.[0].ref'); for who in zhoumin tongli hechuan gaoqiang; do qinqing --as $who set $id effective=2026-05-02; done
qinqing: 状态变更只有主管能改，周敏不能；请找街道主管
~ qinqing: 这户不在佟丽的辖区内.*
~ qinqing: 这户不在何川的辖区内.*
~ 生效日期: .*
? 0

# Of a worker: by whom may reach the worker.
$ office; qinqing set worker:3 on_to=2026-05-19 >/dev/null; last=$(for n in $(seq 60 -1 1); do qinqing get status:$n >/dev/null 2>&1 && echo $n && break; done); qinqing get status:$last --json | jq -r .field; for who in gaoqiang hechuan; do qinqing --as $who set status:$last effective=2026-05-10; done
on_to
~ qinqing: 这条工作人员不在高强的辖区内.*
~ 生效日期: .*
? 0

# Support of a day is judged by who and what was there on that day: a certificate, a relation, a file split since.
$ office; spring; before() { qinqing eligible $1 --on 2026-04-01 | cut -c1-60; }; before 梧桐-2 >a; at 2026-05-10 qinqing set person:7 disab_cert=23049919901010005444B1 >/dev/null; before 梧桐-2 | diff a -; before 梧桐-1 >b; at 2026-05-10 qinqing set person:5 relation=侄子 >/dev/null; before 梧桐-1 | diff b -; qinqing undo --yes >/dev/null; at 2026-05-10 qinqing split 梧桐-1 person:4 >/dev/null; before 梧桐-1 | diff b -

# What does not change is as it is known now: a birth typed in today was so all along.
$ office; qinqing set person:1 birth=1990-03-12 >/dev/null 2>&1; qinqing eligible 梧桐-1 --on 2026-04-01 | grep -c '王秀兰 36岁'
2
