# A list in place: which of its rows (F4 or \) and in which order (F5 or S).
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as gaoqiang

# ---- rows are fewer with every key; the title counts those shown and all
keys F
line 1 ~ 全部家庭 +4 .*
keys <F4>
line 2 ~ 筛选： +如 失独 .*
see Enter就看这些  Esc看全部
line 3 ~ . +档案 +家庭 .*
keys tx
line 1 ~ 全部家庭 +1 / 4 .*
line 4 ~ > 梧桐-2 +𠮷田秀英 .*
keys <BS><BS>意愿:勿谈
line 1 ~ 全部家庭 +1 / 4 .*
line 4 ~ > 梧桐-1 +王秀兰 .*

# ---- what makes no sense yet leaves the rows there are and says why
keys <BS><BS><BS><BS><BS>nothere:x
see 这份名单没有“nothere”这一栏
line 1 ~ 全部家庭 +0 / 4 .*

# ---- Enter ends the line: keys mean what they mean on the list; going back shows all rows, going back again leaves
keys <C-u>-阿卜杜拉<Enter>
line 1 ~ 全部家庭 +3 / 4 .*
line 2 ~ 筛选：-阿卜杜拉
keys j
line 5 ~ > 梧桐-2 .*
keys <Enter>
line 1 ~ 𠮷田秀英 .*
keys q
line 1 ~ 全部家庭 +3 / 4 .*
line 5 ~ > 梧桐-2 .*
keys *
line 1 ~ 全部家庭 +3 / 4 +已选3 .*
keys qq
line 1 ~ 全部家庭 +4 .*
keys q
line 1 ~ 今日 .*

# ---- Esc while typing: all rows; nothing left says so
keys F\没有这个人
see 这 4 行里没有
keys <Esc>
line 1 ~ 全部家庭 +4 .*
line 2 ~ . +档案 +家庭 .*

# ---- what a colleague saves is filtered, too
keys <F4>王<Enter>
line 1 ~ 全部家庭 +2 / 4 .*
sh qinqing new family name=王五 community=梧桐 >/dev/null
line 1 ~ 全部家庭 +3 / 5 .*
sh qinqing undo --yes >/dev/null
line 1 ~ 全部家庭 +2 / 4 .*
keys q

# ---- by a column; the same once more: the other way round; and the order it had
keys S2
line 2 ~ . +档案 +家庭\^ .*
line 3 ~ > 梧桐-4 +阿卜杜拉.*
line 4 ~ . +梧桐-2 +𠮷田秀英.*
line 5 ~ . +梧桐-1 +王秀兰.*
keys <F5>2
line 2 ~ . +档案 +家庭v .*
line 3 ~ > 梧桐-3 +王䶮.*
line 6 ~ . +梧桐-4 +阿卜杜拉.*
keys S
see 名单自己的次序
keys md1
line 2 ~ . +档案 +家庭 .*
line 3 ~ > 梧桐-1 .*

# ---- a board: the least share first, the sum stays last; by the numbers that are its keys it still opens lists
keys qBS3
see 1双岗^
whole

# ---- kept: named by what it is, found by its name in ':', on the command line, and by a colleague above
keys q
line 1 ~ 今日 .*
keys F\王<Enter><F5>2<C-s>
see 存好了“全部家庭 王 按家庭”
keys q
keys :qbjtw<Enter>
line 1 ~ 全部家庭 +2 / 4 .*
line 2 ~ 筛选：王
line 3 ~ . +档案 +家庭\^ .*
line 4 ~ > 梧桐-1 .*
sh qinqing --as gaoqiang list '全部家庭 王 按家庭' --json | jq -r '.[].file'
> 梧桐-1
> 梧桐-3
keys qqq<C-s>
see 先用 F4 筛选或 F5 排序
start worker qinqing --as zhoumin
keys :cunde<Enter>
line 1 ~ 存的名单 +1 .*
line 3 ~ > 全部家庭 王 按家庭 +王 +高强 +北山街道
keys <Enter>
line 1 ~ 全部家庭 +2 / 4 .*
keys qq
sh qinqing --as gaoqiang undo --yes >/dev/null
keys :cunde<Enter>
see 还没有存的名单
