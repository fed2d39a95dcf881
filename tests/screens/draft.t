# What was typed is never lost: leaving asks, a second's rest keeps a draft, a dropped line and a killed
# program leave one, it is offered at the next start; two people at one record merge, or choose.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin

# ---- leaving a changed form: every answer does what it says
keys /wxl<Enter>e<Tab><Tab>每天上午<Esc>
see 改了还没有存
see s 保存   k 留成草稿   d 丢掉   c 接着写
keys x<Enter>9
see 改了还没有存
keys C
line 1 ~ 家庭档案 .*\*.*
see 每天上午
keys <Esc><Esc>
line 1 ~ 家庭档案 .*
keys <Esc>k
see 草稿留着；D 可以接着写
line 1 ~ .*家庭卡.*
keys D
see 没写完的草稿
keys 1
see 接着写上次没存的草稿
see > 方便时段     每天上午
keys <Esc>s
see 已保存
see 方便      每天上午
keys D
see 没有草稿
# An unchanged form is left without a word.
keys e<Tab><Tab><Esc>
line 1 ~ .*家庭卡.*

# ---- a moment's rest while one writes keeps a draft; leaving without a word drops it
keys e<Tab><Tab><C-u>早上
tick
see 早上
sh qinqing --as zhoumin drafts | grep -c 家庭
> 1
keys <C-u>每天上午<Esc>d
see 方便      每天上午
keys D
see 没有草稿
keys q<Esc>
see 今日
keys q
wait 0

# ---- a moment's rest keeps what was typed; the program may die
run qinqing --as zhoumin
see 今日
keys /wxl<Enter>v1
keys 1<Tab><Tab>门关着，𠮷田在家
tick
sh qinqing --as zhoumin drafts | grep -c 走访记录
> 1
signal KILL
wait KILL
run qinqing --as zhoumin
see 没写完的草稿，回车接着写，Esc 以后再说
# An offer that is not taken stands in nobody's way.
keys F
line 1 ~ 全部家庭 .*
keys D<Enter>
line 1 ~ 续写草稿：记一笔 王秀兰 \(梧桐-1\) \*.*
see 门关着，𠮷田在家
see 已联系

# ---- the line drops in the middle of a word, also under a question or a list
keys <Tab><BTab>，改天再来<Esc>
see 改了还没有存
hangup
wait 0
run qinqing --as zhoumin
see 没写完的草稿
keys <Enter>
see 门关着，𠮷田在家，改天再来
keys <F4>
see 常用语
hangup
wait 0
run qinqing --as zhoumin
see 没写完的草稿
keys <Enter><C-s>
see 已保存
sh qinqing --as zhoumin drafts 2>&1 || true
> qinqing: 没有草稿
keys q
wait 0

# ---- a form of two records keeps both: a new family and its head
run qinqing --as zhoumin
see 今日
keys n上官䶮<Tab><Tab><Tab><Tab>13900007777<Tab>
tick
signal KILL
wait KILL
run qinqing --as zhoumin
see 没写完的草稿
keys <Enter>
see 上官䶮
see 139 0000 7777
keys <Esc>d
sh qinqing --as zhoumin drafts 2>&1 || true
> qinqing: 没有草稿

# ---- what is refused is kept as well
keys n司马䶮<F6>sssq<Enter><C-u><C-s>
see “所属社区”必须填写
signal KILL
wait KILL
run qinqing --as zhoumin
see 没写完的草稿
keys <Enter>
line 1 ~ 续写草稿：新建档案 司马䶮 \*.*
see 司马䶮
keys <Esc>d

# ---- a colleague's save while I write: other fields are merged, and said so
keys /wxl<Enter>e<Tab><Tab><Tab>家里有狗
see 家里有狗
sh qinqing set family:1 wish_time=下午 key_holder=对门 >/dev/null
keys <C-s>
see 别人同时改了别的栏，两边都保留了
see 方便      下午
see 家里有狗

# ---- the same field: side by side; Esc loses nothing; both must be chosen
keys e<Tab><Tab><C-u>周末<Tab><C-u>养猫
see > 其他意愿     养猫
sh qinqing set family:1 wish_time=工作日 wish_note=养鸟 >/dev/null
keys <C-s>
line 1 ~ 两边都改了 王秀兰 \(梧桐-1\).*
see 原来：下午
see 我的：周末
see 别人的：工作日
keys j<Enter>
see “方便时段”还没有选用哪一边
keys <Esc>
see 方便时段     周末
keys <C-s>
see 两边都改了
keys tkj<Up><Down>m
see 方便时段  用别人的
see 其他意愿  用我的
whole
resize 40 10
see 我的
whole
resize 80 24
keys <Enter>
see 已保存
sh qinqing get family:1 | grep -E '^wish_(time|note)='
> wish_time=工作日
> wish_note=养猫

# ---- the line drops while one compares: the draft holds what was mine
keys e<Tab><Tab><C-u>清晨
see > 方便时段     清晨
sh qinqing set family:1 wish_time=傍晚 >/dev/null
keys <C-s>
see 两边都改了
hangup
wait 0
run qinqing --as zhoumin
see 没写完的草稿
keys <Enter>
see 清晨
keys <C-s>
see 两边都改了
keys m<Enter>
see 已保存
sh qinqing get family:1 | grep '^wish_time='
> wish_time=清晨

# ---- undo shows what it would do, asks, and knows when it came too late
keys u
see 方便时段：清晨 → 傍晚
keys n
sh qinqing get family:1 | grep '^wish_time='
> wish_time=清晨
keys u
see 方便时段：清晨 → 傍晚
sh qinqing set family:1 wish_time=中午 >/dev/null
keys y
see 撤销不了：家庭的“方便时段”后来又有人改过
