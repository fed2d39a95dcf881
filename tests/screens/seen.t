# seen.t - looks are written a few seconds later or with the next commit, and none is lost at the end.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin
see 今日

# ---- a card waits for no disk: its look is in the log four seconds later, not before
keys /wxl<Enter>
see 家庭卡
tick 3
sh qinqing seen family:1 --json 2>/dev/null | jq -c '[.[] | select(.who == "zhoumin") | .act.key]'
> []
tick 2
sh qinqing seen family:1 --json 2>/dev/null | jq -r '[.[] | select(.who == "zhoumin") | .act.key] | join(" ")'
> view search

# ---- again is no more
keys V
see 走访记录
keys q
tick 6
sh qinqing seen family:1 --json 2>/dev/null | jq -r '[.[] | select(.who == "zhoumin") | .act.key] | join(" ")'
> view search

# ---- another family's goes with the next commit
keys H/梧桐-2<Enter>
see 𠮷田秀英
keys v711<C-s>
see 已保存
sh qinqing seen family:2 --json 2>/dev/null | jq -r '[.[] | select(.who == "zhoumin") | .act.key] | join(" ")'
> view search

# ---- who looked, on the card
sh qinqing --as gaoqiang show family:2 >/dev/null
keys L
screen
> ~ 谁看过 𠮷田秀英 \(梧桐-2\) .*
> ~   时间 +姓名 +操作 +原因 +看了什么 +说明
> ~ > 2026-05-06 09:00 高强 +查看
> ~   2026-05-06 09:00 周敏 +查看
> ~   2026-05-06 09:00 周敏 +查找 +梧桐-2
> ...
keys H

# ---- whoever may not know is told so
start other qinqing --as xuemei
see 今日
keys /wxl<Enter>L
see 只有它的联系人、那里的主管和审计看得到

# ---- none is lost: not when one leaves, nor when the line goes
keys q/𠮷田秀英<Enter>
see 𠮷****** (梧桐-2)
keys Hq
wait 0
sh qinqing seen family:2 --json 2>/dev/null | jq -r '[.[] | select(.who == "xuemei") | .act.key] | join(" ")'
> view search
start gone env QINQING_NOW=2026-05-07T09:00 qinqing --as xuemei
see 今日
keys /wxl<Enter>
see 王**** (梧桐-1)
hangup
sh sleep 0.3; qinqing seen family:1 --period 2026-05-07 --json 2>/dev/null | jq -r '[.[] | select(.who == "xuemei") | .act.key] | join(" ")'
> view search
