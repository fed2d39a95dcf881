# Whose post ends while they sit at the screen is told so, and let out, without a key; what they were typing
# is kept for them.
size 80 24
sh qinqing demo --families 20 >/dev/null
start one qinqing --as zhoumin
see 今日
keys /wxl<Enter>
see 家庭卡
keys e<Tab><Tab>上午十点以后
see 上午十点以后
sh qinqing set worker:2 on_to=2026-05-05
wait 2
see 岗位或登录名已经变了，不能再用这次登录
sh qinqing --as zhoumin today 2>&1 | grep -c 已经离岗
> 1
sh qinqing set worker:2 on_to= >/dev/null && qinqing --as zhoumin drafts | grep -c 王秀兰
> 1
