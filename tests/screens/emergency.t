# emergency.t - ! on a family's card opens all of it for three hours; its supervisor is told on the screen they look at.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh qinqing set worker:2 role=street >/dev/null
start boss qinqing --as gaoqiang
see 今日
gone 紧急查看
start worker qinqing --as xuemei
see 今日
keys /wxl<Enter>
see 139 **** 5678
keys !
see 紧急查看 王****
see 为什么
keys <Esc>
see 139 **** 5678
keys !4<Enter>
see 到2026-05-06 12:00为止
see 139 0000 5678
see 王秀兰 (梧桐-1)

# ---- at once, without a key
on boss
line 3 急办
line 4 ~ > 梧桐-1 .* 急办 +紧急查看.*
keys R
see 紧急查看：赵雪梅

# ---- it cannot be taken back
on worker
keys u
see 撤销不了

# ---- only this family
keys H/梧桐-2<Enter>
see 139 **** 0002

# ---- whoever sees it anyway need not ask
start contact qinqing --as zhoumin
see 今日
keys /wxl<Enter>
see 家庭卡
keys !
see 本来就看得到
