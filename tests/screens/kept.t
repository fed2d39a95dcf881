# A kept list is its unit's, and of all above and below it; other units do not see it, and who may write nothing keeps none.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh qinqing new worker on_from=2020-01-01 name=佟丽 org=友谊社区 post=计生专干 mobile=13800000004 login=tongli >/dev/null
sh qinqing new worker on_from=2020-01-01 name=郑华 org=向阳区 post=秘书长 mobile=13800000005 login=zhenghua role=district >/dev/null
sh qinqing new worker on_from=2020-01-01 name=安静 org=向阳区 post=秘书长 mobile=13800000006 login=anjing role=auditor >/dev/null
run qinqing --as zhoumin
keys F<F5>2<C-s>
see 存好了“全部家庭 按家庭”
start above qinqing --as zhenghua
keys :cunde<Enter>
line 1 ~ 存的名单 +1 .*
start elsewhere qinqing --as tongli
keys :cunde<Enter>
line 1 ~ 存的名单 +0 .*
keys q:qbjtaj
gone 全部家庭 按家庭
start reads qinqing --as anjing
keys F<F5>2<C-s>
see 角色不能改存的名单

# ---- a list that is no longer there says so
sh qinqing --as zhoumin set saved:1 name=老人 >/dev/null
sh qinqing --as zhoumin list 老人 --json | jq length
> 4
