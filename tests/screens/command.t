# What works on every screen: the command line, questions, offers, help, home, keys that mean nothing,
# the marks of an input method, pastes; any size.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin

# ---- the command line: what people call it, by its characters or their first letters, the best fit first
keys :
see 要做的事
see yzds
gone campaign_form
keys zl
line -4 ~ > 数据质量 +sjzl
line -3 :zl
keys <Enter>
line 1 ~ 数据质量 .*
keys :全部<Enter>
line 1 ~ 全部家庭 .*
keys H:xj
see > 新建档案
see 新建活动
keys <Down>
see > 新建活动
keys <Down><Up>
see > 新建活动
keys <Tab><BTab><Up>
see > 新建档案
keys <Up><Down>
see > 新建档案
keys <Esc>:xjhy
see > 新建会议
keys <Up>
see > 新建会员
keys <Down>
see > 新建会议
keys <Esc>:xj
see > 新建档案
keys <Esc>
# A name in full stands before one that begins so, and that before one that has it somewhere.
keys :诉求
see > 诉求
keys <Esc>:xyz<Enter>
see 没有命令“xyz”
line 1 ~ 今日 .*
keys :<Enter>:<BS>
line 1 ~ 今日 .*
keys :<Tab>
see > 查找
keys <Enter>
line 1 ~ 查找 .*
keys <Esc>F
keys :find 𠮷田<Enter>
line 2 查找：𠮷田
line 4 ~ > 梧桐-2 +𠮷田秀英 .*
keys <Esc>:查找  王䶮<Enter>
line 2 查找：王䶮
keys <Esc>:
paste help
keys <Enter>
line 1 ~ 帮助 .*
keys <Esc>
# What the keys of the screen do has a name as well, and the screens a label.
keys :visit_form<Enter>
line 1 ~ 记一笔 王秀兰 \(梧桐-1\).*
keys <Esc>:last<Enter>
see > 梧桐-4
keys :新建档案<Enter>
line 1 ~ 新建档案.*
keys <Esc>

# ---- home from anywhere; a changed form is not left for it
keys /wxl<Enter>V<Enter>H
line 1 ~ 今日 .*
keys /wxl<Enter>e
line 1 ~ 家庭档案 王秀兰 \(梧桐-1\) .*
keys :home<Enter>
line 1 ~ 家庭档案 王秀兰 \(梧桐-1\) .*
keys <Esc>H
line 1 ~ 今日 .*

# ---- an input method left on sends wide characters: as commands they are the plain ones
keys ？
line 1 ~ 帮助 .*
keys ｑ：
line -3 :
keys <Esc>、
line 2 ~ 查找：.*
keys <Esc>Ｆ
line 1 ~ 全部家庭 .*
keys ｖ
line 1 ~ 记一笔 王秀兰 \(梧桐-1\).*
keys １１
see 已联系
keys <Esc>Ｄ
line 1 ~ 全部家庭 .*

# ---- keys that mean nothing do nothing, also in a question and in an offer
keys <F11><C-t><A-z><C-y><F12><Ins>
line 1 ~ 全部家庭 .*
keys v1<Esc><F11><C-l><A-z><Left>z
see 改了还没有存
keys d
line 1 ~ 全部家庭 .*
keys <C-l><C-r><C-z>
line 1 ~ 全部家庭 .*

# ---- a question over a list is answered for the list below it, at any size
keys HR
line 1 ~ .*提醒.*|要做的事.*
keys d
see 这条提醒怎么处理？
resize 30 6
whole
see 已办
resize 10 3
whole
resize 80 24
keys q
gone 这条提醒怎么处理？
keys dN
see 已处理；u 可以撤销
keys un
keys uy
see 已撤销

# ---- undo lists what it would change, at most ten fields of it
sh qinqing --as zhoumin new need family=family:1 kind=医疗 text=住院押金凑不齐 >/dev/null
keys u
see 撤销自己最近的一次修改：
see 内容：
keys y
see 已撤销
keys u
see 没有可以撤销的
