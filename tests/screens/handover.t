# Families that change hands, files that become one: who may, what is asked, what may still be left.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh qinqing set worker:2 role=street >/dev/null 2>&1 || true

# ---- the administrator is nobody's contact person
run qinqing
see 今日
keys :workers<Enter><Down><Down>
see > 周敏
keys o
line 1 ~ 交接 周敏 +4 .*
see 勿谈子女
keys A
see 要以接收人的身份登录才能接收

# ---- giving: tagged ones, to whom one chooses by name; Esc leaves all as it was
keys <Space><Space>
line 1 ~ 交接 周敏 +4 +已选2 .*
keys >
see 交给谁？
keys 雪
see > 1 赵雪梅
keys <Esc>
line 1 ~ 交接 周敏 +4 +已选2 .*
keys >查无此人<Enter>
line 1 ~ 交接 周敏 +4 .*
keys >xuemei
keys <C-u>zxm<Enter>
see 已交接 2 户；请逐户告知家庭并换发知情卡
line 1 ~ 交接 周敏 +2 .*
sh for f in 1 2 3; do qinqing who family:$f --json | jq -r '.[] | select(.post == "2") | .worker_text'; done
> 赵雪梅
> 赵雪梅
> 周敏
# Without tags it is the selected one.
keys gj
see > 梧桐-4
keys >zxm<Enter>
see 已交接 1 户
line 1 ~ 交接 周敏 +1 .*
keys uy
see 已撤销
line 1 ~ 交接 周敏 +2 .*

# ---- accepting: by the one who takes them on; it asks
start taker qinqing --as xuemei
see 今日
keys :workers<Enter><Down><Down>
see > 周敏
keys oA
see 接收选中的家庭？从今天起由我联系，原来的安排保留到昨天。
keys n
line 1 ~ 交接 周敏 +2 .*
keys Ay
see 已交接 1 户
on main
line 1 ~ 交接 周敏 +1 .*

# ---- two files of one family: first the one that stays; nothing happens before Enter
sh qinqing new family name=王秀兰 community=梧桐 phone1=13900005678 wish_time=下午 live_addr=惠民家园12-3-502 >/dev/null
keys HF
line 1 ~ 全部家庭 +36 .*
keys =
see 并档：先用空格选中留下的那份，再选中要并进来的那份
keys <Space>=
see 并档：先用空格选中留下的那份
keys <Down><Down><Down><Space>
line 1 ~ .* 已选2 .*
keys =
line 1 ~ 并档 王秀兰 \(梧桐-1\) <- 王秀兰 \(梧桐-5\).*
see 方便时段  用并入的
see 现住地址  用留下的
see 并入的：下午
whole
resize 40 10
see 并入的
whole
resize 80 24
keys <Esc>
line 1 ~ 全部家庭 +36 .*
keys g<Space><Down><Down><Down><Space>=
keys l
see 现住地址  用并入的
keys <Enter>
see 已并入，移过去
sh qinqing get family:1 | grep -E '^(wish_time|live_addr)='
> live_addr=惠民家园12-3-502
> wish_time=下午
keys u
see 销档原因
keys y
see 已撤销
sh qinqing get family:1 | grep -E '^(wish_time|live_addr)='
> live_addr=惠民家园12-3-501
sh qinqing check | tail -1
> 数据完好
