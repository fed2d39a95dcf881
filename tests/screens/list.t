# A list: what is loaded and shown, moving and paging, the selection that follows its record, search
# and filter, tags, headings, boards wider than the screen and of other months, any size.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as gaoqiang

# ---- an empty one says what to do; the title counts
keys :campaigns<Enter>
line 1 ~ 专项 +0 +演练 高强 2026-05-06 周三
see 还没有专项
keys <Enter><Down><PgUp><PgDn><Space>q
line 1 ~ 今日.*

# ---- a name is never cut in half; what does not fit ends in ".."
keys F
line 1 ~ 全部家庭 +4 .*
line 3 ~ > 梧桐-1 +王秀兰 +周敏、高强 .*
line 4 ~   梧桐-2 +𠮷田秀英 .*
line 5 ~   梧桐-3 +王䶮 .*
line 6 ~   梧桐-4 +阿卜杜拉\.\. .*
whole

# ---- moving stops at both ends
cursor 3 1
keys jj
cursor 5 1
keys kkk<Up>
cursor 3 1
keys <End><Down>
cursor 6 1
keys g
cursor 3 1

# ---- the administrator sees all of it: by pages
start admin qinqing
keys F
line 1 ~ 全部家庭 +35 .*
keys <PgDn>
see > 和平-16
keys <PgDn>
see > 和平-30
cursor 22 1
keys <PgUp><PgUp>
see > 梧桐-1
keys <C-f><C-b>G<Home>
see > 梧桐-1
cursor 3 1

# ---- the selection follows its record when somebody adds one before it, and stays when one goes
keys <PgDn>
line 22 ~ > 和平-16 .*
sh qinqing new family name=尉迟静 community=梧桐 live_addr=惠民家园8-1-201 >/dev/null
line 1 ~ 全部家庭 +36 .*
see > 和平-16
keys g
see 梧桐-5    尉迟静
keys <Down><Down><Down><Down>
see > 梧桐-5
sh qinqing undo --yes >/dev/null
line 1 ~ 全部家庭 +35 .*
gone 尉迟静
see > 友谊-1

# ---- a key that means nothing here does nothing and says so, and the next keys mean what they always do
keys x
line 1 ~ 全部家庭 .*
see “x”在这里没有用处；查找先按 /
keys 王
see “x王”在这里没有用处
keys ?
line 1 ~ 帮助 .*
keys <Esc>
# A whole line of them is somebody's text in the wrong place: it is asked about first.
keys 王䶮王䶮王䶮王䶮
see 没有用处；查找先按 /
tick
keys 王䶮王䶮王䶮王䶮王
see 收到一串字“王䶮王䶮王䶮王䶮王”
keys x<Esc>
line 1 ~ 全部家庭 .*
keys xx𠮷田秀英xx𠮷
see 要查找它吗
keys <Enter>
line 2 查找：xx𠮷田秀英xx𠮷
keys <Esc>

# ---- a search begins with / ; the list narrows as one types
keys /王
line 1 ~ 查找 +2 .*
line 2 查找：王
keys 䶮
line 1 ~ 查找 +1 .*
line 4 ~ > 梧桐-3 +王䶮 .*
keys <BS>
line 1 ~ 查找 +2 .*
keys <Left><Left>欧阳<Home><Del>
line 2 查找：阳王
see 没有找到
keys <End><C-u>abdl
see 阿卜杜拉..
keys <C-u>查无此人
see 没有找到
# / is a new search, the old ones come back with Up, the latest first; what was typed is not lost to it
keys /
line 2 ~ 查找：.*Up 找回“查无此人”.*
keys <Up>
line 2 查找：查无此人
keys /王/𠮷<Up>
line 2 查找：𠮷
keys <C-u><Up>
line 2 查找：王
keys <Up>
line 2 查找：查无此人
keys <Up><Up><Up><Up>
line 2 查找：xx𠮷田秀英xx𠮷
keys <F3><BS>
line 1 ~ 全部家庭 .*

# ---- a filter is typed like a name; Enter opens what is found, and only that is logged
keys /kind:失独
line 1 ~ 查找 +3 .*
see 欧阳秀兰
gone 𠮷田秀英
keys <C-u>5678<Enter>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡.*
tick 5
sh qinqing log --json 2>/dev/null | jq -r '[.[] | select(.act.key == "search")][] | [.who, .act.label, .why] | join(" ")'
> ~ .*5678.*
keys q
line 2 查找：5678
keys <Down><Up><F6>
line 1 ~ 记一笔 王秀兰 \(梧桐-1\).*
keys <Esc><Esc>

# ---- a paste is the beginning of a search as well, its first line
paste 欧阳\n秀兰
line 2 查找：欧阳
see 友谊-1
paste 秀兰
line 2 查找：欧阳秀兰
keys <Esc>

# ---- tags: chosen, taken back, all of them forgotten
keys Hg
keys F<Space><Space><Space>
line 1 ~ 全部家庭 +35 +已选3 .*
line 4 ~  \*梧桐-2 .*
keys <Up><Up><Space>
line 1 ~ .* 已选2 .*
line 4 ~  +梧桐-2 .*
line 3 ~  \*梧桐-1 .*
keys <C-x>
gone 已选

# ---- headings stand above their rows and are never selected
start worker qinqing --as zhoumin
see 本周到期
line 3 ~ 本周到期
line 4 ~ > 梧桐-1 .*
keys <Up>
cursor 4 1

# ---- a board: its first column stays, the others move out to the left; months back and forth
on admin
keys HBt
line 2 ~   名称 +期初 1新增 .* 首次联系
line 6 合计
keys <Right><Right>
line 2 ~   名称 +2减少 .* 8联系 +9上门
line 3 ~ > 梧桐社区 .*
keys <Right><Right><Right><Right><Right><Right><Right><Right><Right><Right><Right><Right><Right>
line 2 ~   名称 +9上门
keys <Left>
line 2 ~   名称 +8联系 +9上门
keys [[
line 1 ~ 2026-03 本月动态 .*
keys ]
line 1 ~ 2026-04 本月动态 .*
keys ]]
line 1 ~ 本月动态 .*
see 以后的月份还没有
keys <Left><Left><Left><Left><Left><Left><Left><Left><Left><Left>
line 2 ~   名称 +期初 1新增 .*
keys <Left>
line 1 ~ 三个全覆盖 .*

# ---- beside a list on a wide screen stands the card of the selected row, as fresh as the list
keys HF
resize 132 24
line 2 ~ .* \| 意愿 +勿谈子女
keys <Down>
see 松鹤园2-1-302
gone 惠民家园12-3-501
sh qinqing set family:2 live_addr=松鹤园9-9-909 >/dev/null
see 松鹤园9-9-909
whole

# ---- a small screen has no headings of columns, and shows the selected row
resize 40 10
line 2 ~  +梧桐-1 .*
keys G
line -3 ~ > 和平-30 .*
whole
resize 40 6
see > 和平-30
whole
resize 20 3
whole
resize 80 24
see > 和平-30

# ---- rows of other kinds open their own cards, and lists about them
keys HW
line 3 ~ > 高强 +北山街道 +138 0000 0002 .*
keys f
line 1 ~ 联系的家庭 高强 +4 .*
keys qo
line 1 ~ 交接 高强 .*
keys q<Enter>
see 计生专干
keys q<Down>e
line 1 ~ 工作人员 赵雪梅.*
keys <Esc>H
line 1 ~ 今日.*
