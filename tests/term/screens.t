# Every screen opened, at 80x24 and at 40x10, with no half character; the keys of a tired worker.
size 80 24
sh qinqing demo --families 40 --seed 3 >/dev/null
run qinqing
see 今日
keys F
see 全部家庭
whole
keys qW
see 工作人员
whole
keys <Enter>
see 所在单位
whole
keys e
see 常用语
whole
keys <Esc>qf
see 联系的家庭
whole
keys H
see 今日
keys O
see 街道社区
keys <Enter>
see 区划代码
keys e
whole
keys <Esc>qqL
see 操作日志
whole
keys q/wxl<Enter>
see 家庭卡
keys V
see 走访记录
keys <Enter>
see 录入日期
whole
keys i
see 修改经过
whole
keys qqqm
see 家庭成员
keys <Enter>
see 姓名
whole
keys e
see 与户主关系
whole
keys <Esc>qn
see 成员
keys <Esc>qa
see 联系人安排
keys <Enter>
see 起
keys e<Esc>qn<Esc>q
see 家庭卡

# ---- help is made of the live keys
keys ?
see 这个画面的键
see 记一笔
keys q<F1>
see 这个画面的键
keys <Esc>

# ---- a changed form asks, and every answer does what it says
keys e
see 家庭档案
keys <Tab><Tab>每天上午<Esc>
see 改了还没有存
keys c
see 每天上午
keys <Esc>k
see 草稿留着
keys D
see 没写完的草稿
keys <Enter>
see 接着写上次没存的草稿
see 每天上午
keys <Esc>d
see 家庭卡
sh qinqing drafts 2>&1 || true
> qinqing: 没有草稿

# ---- what is wrong stands at its field, and keeps the cursor
keys e<F6>联系电话
see 联系电话
keys <Enter><C-u>1391234<C-s>
see 手机号应为11位，现在是7位
see 1391234
keys <C-u>13912345678<C-s>
see 已保存
see 139 1234 5678
keys uy
see 已撤销

# ---- a choice by letters, out of a list, by its name
keys e<F6>家庭类别<Enter>
keys 失独<Tab>
see 独生子女死亡家庭(失独)
keys <BTab><F4>
see 独生子女失踪
keys <Esc><Esc>
see 家庭卡

# ---- paste is text, never keys
keys v
see 1上门走访
keys 1<Tab><Tab><Tab>
paste q第一行\n\tq第二行^[[31m红
see q第一行
see q第二行
whole
keys <F5>
see 常用语
keys 2
see 身体状况同上次
whole
keys <Esc>d

# On a list it is the beginning of a search, its first line.
keys HF
see 全部家庭
paste 王秀\n李四
line 2 查找：王秀
keys <Esc>q/wxl<Enter>
see 家庭卡

# ---- the command line completes
keys :gzry
see > 工作人员
keys <Esc>:families<Enter>
see 全部家庭
keys :xyz<Enter>
see 没有命令“xyz”
keys q:find 王秀<Enter>
see 查找：王秀
keys <Esc>

# ---- tags: one visit after the other
keys HF
see 全部家庭
keys <Space><Space>
see 已选2
keys v
line 1 ~ 记一笔 .*
keys 1111
line 1 ~ 记一笔 .*
see 已保存
keys 7111
see 已保存
gone 已选
keys q

# ---- keys of an input method left on, keys that mean nothing
keys ？
see 这个画面的键
keys q<F11><C-t><A-z><C-y>
whole
keys <C-l>
see 今日

# ---- small windows
resize 40 10
whole
keys /wxl<Enter>
see 家庭卡
whole
keys <PgDn><PgDn><End><Home>vwhole
whole
keys <Esc>
whole
keys d
keys e<PgDn><PgDn><PgDn><Tab><Tab>
whole
keys <Esc>q<Esc>
resize 12 4
whole
resize 80 24
see 今日
keys q
wait 0

# ---- without colour
env NO_COLOR=1
run qinqing
see 今日
whole
keys q
wait 0
sh qinqing check | tail -1
> 数据完好
