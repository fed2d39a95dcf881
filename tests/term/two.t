# Two people at one family on two terminals: the other one's save appears by itself, different
# fields merge with a notice, the same field is compared side by side; any size of window.
size 80 24
sh qinqing demo --families 20 >/dev/null
start one qinqing --as zhoumin
see 今日
start two qinqing --as gaoqiang
see 今日

# ---- a save is seen without a key
keys /wxl<Enter>
see 家庭卡
on one
keys /wxl<Enter>
see 家庭卡
keys e<Tab><Tab>上午十点以后<C-s>
see 已保存
see 方便      上午十点以后
on two
see 方便      上午十点以后

# ---- different fields: both stay
keys e<Tab><Tab><Tab>家里有狗，先打电话
see 家里有狗，先打电话
on one
keys e<Tab><Tab><C-u>下午三点以后<C-s>
see 方便      下午三点以后
on two
keys <C-s>
see 别人同时改了别的栏，两边都保留了
see 家里有狗，先打电话
see 下午三点以后
sh qinqing get family:1 | grep -E '^wish_(time|note)='
> wish_time=下午三点以后
> wish_note=家里有狗，先打电话

# ---- the same field: side by side, nothing is lost
keys e<Tab><Tab><C-u>周末
see 周末
on one
keys e<Tab><Tab><C-u>工作日<C-s>
see 方便      工作日
on two
keys <C-s>
see 两边都改了
see 原来：下午三点以后
see 我的：周末
see 别人的：工作日
whole
# Enter before a choice asks for one; Esc goes back to the form with the text still there.
keys <Enter>
see 还没有选
keys <Esc>
line 1 ~ 家庭档案 王秀兰.*
see 周末
keys <C-s>
see 两边都改了
keys t
see 用别人的
keys m
see 用我的
resize 40 10
see 我的
whole
resize 80 24
keys <Enter>
see 已保存
see 方便      周末
on one
see 方便      周末
sh qinqing log family:1 --json | jq -r '[.[] | select(.field == "wish_time") | .who] | join(" ")'
> gaoqiang zhoumin zhoumin zhoumin

# ---- undo is one's own last change, and knows when it came too late
keys u
see 方便时段：工作日 → 下午三点以后
keys y
gone 撤销自己最近
see 撤销不了：家庭的“方便时段”后来又有人改过
sh qinqing get family:1 | grep '^wish_time='
> wish_time=周末

# ---- any size
resize 200 60
see 王秀兰
whole
resize 130 30
whole
resize 40 10
see 王秀兰
whole
resize 20 5
whole
resize 80 24
see 家庭卡
sh qinqing check | tail -1
> 数据完好
