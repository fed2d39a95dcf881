# The mouse, where an office has given it a key: a click selects, a second one opens, the wheel moves;
# and a key of its own for the history of a row.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh mkdir -p data/config/screens && { cat $TOP/config/keys.yaml; echo '  F11: mouse'; } >data/config/keys.yaml
sh { cat $TOP/screens/visits.yaml; echo '  i: {do: history, label: 经过}'; } >data/config/screens/visits.yaml
run qinqing
see 今日
keys F<F11>
see 鼠标已打开
line 3 ~ > 梧桐-1 .*
click 6 20
line 6 ~ > 梧桐-4 .*
wheel down
line 9 ~ > 和平-2 .*
wheel up
wheel up
line 3 ~ > 梧桐-1 .*
click 23 5
line 3 ~ > 梧桐-1 .*
click 3 9
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
wheel down
line 2 ~ .家庭医生 .*
wheel up
line 2 ~ .意愿 .*
keys V
line 1 ~ 走访记录 .*
keys i
line 1 ~ 王秀兰 \(梧桐-1\) 2026-04-20 修改经过.*
keys q<F11>
see 鼠标已关闭

# ---- rows below a heading
start worker qinqing --as zhoumin
see 本周到期
keys <F11>
see 鼠标已打开
click 3 5
line 4 ~ > 梧桐-1 .*
click 5 5
line 5 ~ > 梧桐-2 .*
