# A list with nothing in it says what begins one, to whom it is worth saying; whose role sees no families is not told
# that there are none.
size 80 24
sh qinqing init >/dev/null; new() { qinqing new worker on_from=2020-01-01 "$@" >/dev/null; }; new name=周敏 org=梧桐社区 mobile=13800000001 login=zhoumin; new name=郑华 org=向阳区 mobile=13800000002 login=zhenghua role=district; new name=安静 org=向阳区 mobile=13800000003 login=anjing role=auditor
start worker qinqing --as zhoumin
see 今天没有到期的联系。按 n 新建档案。
keys F
see 还没有家庭档案。按 n 新建档案。
keys H:activities<Enter>
see 还没有活动。按 n 记活动。
keys H:policies<Enter>
see 还没有保单。
gone 按 n
start above qinqing --as zhenghua
keys :policies<Enter>
see 还没有保单。按 n 新建保单。
start english qinqing --lang en --as zhenghua
keys :policies<Enter>
see No policies. n: new policy.
start auditor qinqing --as anjing
see 您的角色看不到家庭的内容。
keys F
see 您的角色看不到家庭的内容。
gone 还没有家庭档案
