# A card: its blocks in order, lines that open what they are about, scrolling, history, a record that is
# marked void; the month and the help, which are cards of other lines.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin

# ---- what must be known before the phone is picked up stands first, the wishes before all
keys /wxl<Enter>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
screen
> ...
> ~ >意愿 +勿谈子女
> ~  社区岗 +周敏 138 0000 0001
> ~  街道岗 +高强 138 0000 0002
> ~  家庭医生  还没有签约
> ~  电话 +139 0000 5678
> ~  住址 +惠民家园12-3-501
> ...
> ~  最近联系
> ...
> ~ 下面还有 20 行
> ~ v记一笔.*
whole

# A family doctor is whoever was signed last and still is: the day after it ends nobody, nor against one's will.
sh qinqing new sign person=person:1 clinic=向阳卫生服务中心 doctor=韩医生 phone=13800000009 signed_on=2025-05-06 expires=2026-05-05 >/dev/null
line 5 ~  家庭医生  还没有签约
sh qinqing set sign:1 expires=2026-05-06 >/dev/null
line 5 ~  家庭医生  韩医生 138 0000 0009 向阳卫生服务中心
sh qinqing new sign person=person:1 refused=yes refuse_why=有自己的医生 >/dev/null
line 5 ~  家庭医生  还没有签约
sh qinqing undo --yes >/dev/null; qinqing undo --yes >/dev/null; qinqing undo --yes >/dev/null
line 6 ~  电话 .*

# ---- a long note wraps between characters, its lines stay lines
line 14 ~ .{11}一百三十，按时服药。.*
line 17 ~ .{11}她提到社区的合唱队缺人.*
line 18 ~ .*𠮷䶮

# ---- scrolling: by pages, to both ends; the mark at the bottom says that there is more
keys <PgDn>
see 完整度
gone 下面还有
keys <PgUp>
line 2 ~ >意愿.*
keys <End>
see 为什么排在这里
keys <Home>
line 2 ~ >意愿.*
keys <Space><C-b>
line 2 ~ >意愿.*

# ---- down goes to the next line that opens something, Enter opens it
keys j
see >社区岗
keys j<Enter>
line 1 ~ 高强 工作人员.*
keys <Left>jj
see >03-24
keys <Enter>
line 1 ~ 王秀兰 \(梧桐-1\) 2026-03-24 走访记录 .*
keys <Enter>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
keys qq
see >03-24
keys jj
see >王秀兰
gone >03-24
keys <Right>
line 1 ~ 王秀兰 成员.*
keys h
keys jjjjjjjjjjjjjjjjjjjjjjjj
see 完整度
keys kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
line 2 ~ .意愿.*

# ---- what a card opens beside itself, and comes back to
keys b
line 1 ~ 王秀兰 \(梧桐-1\) 保障.*
keys qp
line 1 ~ 王秀兰 \(梧桐-1\) 慰藉.*
keys qS
line 1 ~ 状态变更 王秀兰.*
keys qT
line 1 ~ 王秀兰 \(梧桐-1\) 迁移联系单.*
keys q

# ---- a visit: void asks, says how to take it back, and the record can still be read
keys V
line 1 ~ 走访记录 王秀兰 \(梧桐-1\) +5 .*
keys <Down><Enter>x
see 作废这条记录？
keys zn
gone 作废人
keys x<Esc>
gone 作废人
# What stands below a question stays as fresh as without it.
keys x
sh qinqing set visit:5 minutes=25 >/dev/null
see 时长(分)  25
see 作废这条记录？
keys n
keys xY
see 已作废；u 可以撤销
see 作废原因  记错了
sh qinqing get visit:5 | grep ^void_why
> void_why=记错了
keys uy
see 已撤销
gone 作废原因

# ---- what was changed, by whom, as it was and as it is
keys qqi
line 1 ~ 王秀兰 \(梧桐-1\) 修改经过.*
see 不愿意事项 - → 勿谈子女
see 关爱级别   常规(绿) → 重点关爱(红)
keys q

# ---- a new record about the family of the card that is open
keys sn
line 1 ~ 诉求 王秀兰 \(梧桐-1\).*
keys <Esc>q
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*

# ---- a colleague takes the record back while its card is open: the card goes and says why
sh qinqing new family name=尉迟静 community=梧桐 >/dev/null
keys /尉迟<Enter>
line 1 ~ 尉迟.* \(梧桐-5\) 家庭卡 .*
sh qinqing undo --yes >/dev/null
gone 家庭卡
line 2 查找：尉迟
see 没有这
keys <Esc>

# ---- any size
resize 40 10
whole
keys j<PgDn><PgDn><PgUp>G
see 完整度
whole
resize 8 3
whole
resize 80 24
keys g
line 2 ~ .意愿 +勿谈子女

# ---- the month: today in brackets, a day that calls for care with a mark; its lines open the family
keys M
line 1 ~ 日历 2026-05 .*
see [ 6]
see 10*
see 母亲节 静 王秀兰 (梧桐-1)
see 最晚 联系 王秀兰 (梧桐-1)
keys <PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>
line 1 ~ 日历 2027-01 .*
keys <PgUp><PgUp><PgUp><PgUp><PgUp><PgUp><PgUp><PgUp>
keys j<Enter>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
keys qq

# ---- help is made of the keys of the screen it was asked on, every key of an act named
keys ?
line 1 ~ 帮助 .*
see v F6         记一笔
see PgDn ^F      下一页
keys <PgDn>
see  Space
keys G
see 楼-单元-室
keys <Esc>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*

# ---- a wake-up comes a moment before the commit can be read: it is looked for again, without a key and
# without a second's rest
sh qinqing set family:1 wish_time=一点 >/dev/null
see 方便      一点
sh qinqing set family:1 wish_time=二点 >/dev/null
see 方便      二点
sh qinqing set family:1 wish_time=三点 >/dev/null
see 方便      三点
sh qinqing set family:1 wish_time=四点 >/dev/null
see 方便      四点
sh qinqing set family:1 wish_time=五点 >/dev/null
see 方便      五点
sh qinqing set family:1 wish_time=六点 >/dev/null
see 方便      六点
sh qinqing set family:1 wish_time=七点 >/dev/null
see 方便      七点
sh qinqing set family:1 wish_time=八点 >/dev/null
see 方便      八点
sh qinqing set family:1 wish_time=九点 >/dev/null
see 方便      九点
sh qinqing set family:1 wish_time=十点 >/dev/null
see 方便      十点
