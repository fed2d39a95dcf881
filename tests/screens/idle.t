# idle.t - a key hides the screen at once; nobody there: it hides itself, then the program leaves with what was typed
# as a draft.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh mkdir -m 700 "$QINQING_DATA/config" && printf 'hide_minutes: 1\nleave_minutes: 2\n' >"$QINQING_DATA/config/office.yaml"
run qinqing --as zhoumin
see 今日

# ---- at once; what brings it back does nothing else
keys <F12>
see 屏幕已遮住
gone 今日
gone 梧桐
keys q
see 今日

# ---- over a form, in the midst of a word, and over a question
keys /wxl<Enter>v1
keys 1<Tab><Tab>门关着<F12>
see 屏幕已遮住
gone 王秀兰
keys x
see 门关着
gone 门关着x
keys <Esc>
see 留成草稿
keys <F12>
see 屏幕已遮住
gone 留成草稿
keys k
see 留成草稿
keys c
see 门关着

# ---- after a minute, not before; a colleague's work is no key
tick 30
sh qinqing new worker name=新来 org=梧桐 mobile=13800000077 >/dev/null
tick 29
see 门关着
tick 2
see 屏幕已遮住
gone 王秀兰
keys <Space>
see 门关着
gone 屏幕已遮住

# ---- and after two it is over; the draft is kept
tick 60
see 屏幕已遮住
tick 58
see 屏幕已遮住
tick 2
wait 2
sh qinqing --as zhoumin drafts | grep -c 走访记录
> 1
