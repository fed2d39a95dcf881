# Messages name people and file numbers, never the number of a record: drafts, what was saved, what was dealt
# with, what is a twin of something, what cannot be seen.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin

# ---- what was saved, and the draft of it
keys /wxl<Enter>sn4医保报销<C-s>
see 已保存 诉求 王秀兰 (梧桐-1) SQ2026-0001
keys <Enter>e<F6>内容<Enter>，还差一样<Esc>k
keys D<Enter>
line 1 ~ 续写草稿：诉求 王秀兰 \(梧桐-1\) SQ2026-0001 \*.*
see 接着写上次没存的草稿
keys <Esc>d

keys Hq

wait 0
run qinqing --as zhoumin

# ---- a visit that looks like one before
keys /wxl<Enter>v-711
keys 1
see 已保存 走访记录 王秀兰 (梧桐-1) 2026-05-05
keys v-7111
see 这户2026-05-05已有一条同一个人记的电话，可能重复
gone visit:
keys n<Esc>d

# ---- a reminder dealt with, undone
keys HR
see 诉求 特扶政策
keys d
keys l
see 已处理
keys u
see 关于：SQ2026-0001 → -
gone need:
keys y
see 已撤销
