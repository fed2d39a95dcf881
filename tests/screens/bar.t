# The key bar is true: what fits of the acts of this screen, ".." for the rest, and the rest as a menu that
# does it; dialogs say what they listen to; help cuts no key; v is a visit wherever it stands.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh qinqing new campaign name=冬季送温暖 occasion=元旦春节 window_from=2026-05-01 window_to=2026-06-01 >/dev/null
run qinqing --as zhoumin
line -1 v记一笔  R要做的事  n新建档案  F全部家庭  W工作人员  q退出  /查找  ?帮助  m..

# ---- the rest first, each with its own key; its number does it
keys m
see 还能做什么:
see > 1 全覆盖               B
see 专项                 C
see 筛选                 F4
gone 上移
line -1 ~ 1-[0-9A-Z]选  Enter选  Esc返回  打拼音或名称找
keys 1
line 1 ~ 三个全覆盖 .*
keys q
line 1 ~ 今日 .*
# By name as well; Esc does nothing; from a card, where m is something else, by F9, and two keys to the boards.
keys mrili<Enter>
line 1 ~ 日历 .*
keys q<F9><Esc>
line 1 ~ 今日 .*
keys /wxl<Enter>
line -1 ~ v记一笔  e修改 .*F9\.\.
keys <F9>
see 全覆盖
see 诉求                 N
keys zx<Enter>
line 1 ~ 专项 .*
# What the menu opens stands on the screen, not on the menu: a command, a question, undo.
keys q<F9>命令<Enter>
line -3 :
keys <Esc><F9>撤销<Enter>
see 没有可以撤销的
# A form keeps its text and asks.
keys e<Tab><Tab>十点<F9>返回<Enter>
see 改了还没有存
line -1 s保存  k留成草稿  d丢掉  c接着写  Esc接着写
keys d
line 1 ~ .*家庭卡.*

# ---- a list of choices, of several, a phrase
keys e<F4>
line -1 1-A选  Space选上或去掉  Enter选好了  Esc返回  打拼音或名称找
keys 没有这种
line -1 Enter选好了  Esc返回  打拼音或名称找
keys <Esc><Esc>v<F4>
line -1 1-E选  Enter选  Esc返回  打拼音或名称找
keys <Esc><F6>谈话<Enter><F5>
line -1 ~ 1-[0-9A-Z]选  Enter选  Esc返回  打拼音或名称找
keys <Esc><Esc>:
line -1 Tab下一个  Enter打开  Esc返回
keys <Esc>

# ---- two sides
keys e<Tab><Tab>周末
see 周末
sh qinqing set family:1 wish_time=工作日 >/dev/null
keys <C-s>
line -1 m用我的  t用别人的  Up上移  Down下移  Enter选好了  Esc返回
keys <Esc><Esc>d

# ---- an offer
keys e<Tab><Tab><Tab>家里有狗<Esc>kD
line -1 1接着写  Enter接着写  Esc以后再说
keys <Enter><Esc>d

# ---- narrow: what there is room for, and ".."; no key is cut in help
resize 40 10
line -1 v记一笔  e修改  V记录  m成员  F9..
keys e?
see Tab Enter
see Down
keys <PgDn>
whole
keys <Esc><Esc>
resize 80 24

# ---- tags first, then the list: Esc, h and Left mean one thing on every list
keys HF<Space><Space>
see 已选2
keys h
gone 已选
line 1 ~ 全部家庭 .*
keys h
line 1 ~ 今日 .*
keys h<Esc><Left>
line 1 ~ 今日 .*

# ---- v is a visit on the list of a campaign, too; w is what is given
keys C<Enter>p
see w登记慰问
keys v
line 1 ~ 记一笔 .*
keys <Esc>w
line 1 ~ 慰问 .*
