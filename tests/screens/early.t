# What one may not do is said before anything opens: before the form, the question, the choice; and in a form
# before a key goes into a field.  A right that is lost while one types costs no text.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh qinqing set worker:2 role=street >/dev/null
sh qinqing new worker on_from=2020-01-01 name=查阅 org=北山街道 post=计生专干 mobile=13800000004 login=shenji role=auditor >/dev/null
sh qinqing new family name=王秀兰 community=梧桐 phone1=13900005678 >/dev/null

# ---- one who sees the families of the district and may write nothing: the bar offers nothing of it, and each key says why
sh mkdir -p data/config; echo 'auditor: {families: reach, log: false, may: []}' >data/config/roles.yaml
start auditor qinqing --as shenji
see 今日
gone n新建档案
keys n
see 查阅的角色不能改家庭，请找街道主管或管理员
line 1 ~ 今日 .*
keys v
see 查阅的角色不能改走访记录，请找街道主管或管理员
keys F
line 1 ~ 全部家庭 .*
gone 修改
keys e
see 查阅的角色不能改家庭
line 1 ~ 全部家庭 .*
keys =
see 查阅的角色不能改家庭
keys <Enter>
line 1 ~ .* 家庭卡 .*
keys ?
see 记录
gone 记一笔
keys <Esc>V
line 1 ~ .*走访记录.*
keys <Enter>
line 1 ~ .* 2026-04-20 走访记录 .*
keys x
see 查阅的角色不能改走访记录
gone 作废这条记录
keys n
see 查阅的角色不能改诉求
keys H:policies<Enter>
line 1 ~ 保单 .*
keys n
see 查阅的角色不能改保单
keys H:family_new_form<Enter>
see 查阅的角色不能改家庭
line 1 ~ 今日 .*
keys :workers<Enter><Down><Down><Down>o
line 1 ~ 交接 .*
keys A
see 查阅的角色不能接收家庭，请找街道主管
gone 接收选中的家庭
keys >
see 查阅的角色不能改联系人安排
gone 交给谁

# ---- a family beyond one's part of the tree: whom to call, and nothing to fill in
start worker qinqing --as zhoumin
see 今日
keys /欧阳
see 友谊-1
keys <F6>
see 这户不在周敏的辖区内，不能修改；请联系它的联系人
line 1 ~ 查找 .*
keys <Enter>
line 1 ~ 友谊-1 家庭卡 .*
keys v
see 这户不在周敏的辖区内，不能修改；请联系它的联系人
line 1 ~ 友谊-1 家庭卡 .*
keys e
see 这户不在周敏的辖区内，不能修改
line 1 ~ 友谊-1 家庭卡 .*
# A file of their own to be made one with another, which is the supervisor's: before the files are compared.
keys HF<Space><End>
see > 梧桐-5
keys <Space>=
see 要由主管来定，周敏不能自己改；请找街道主管
line 1 ~ 全部家庭 .*

# ---- in a form: what only a supervisor says, and what one sees masked, take no key and no choice
keys /wxl<Enter>e<F6>约定方式<Enter>
line 1 ~ 家庭档案 .*
keys 1
see “约定方式”要由主管来定，周敏不能自己改；请找街道主管
keys <F4>
see “约定方式”要由主管来定
keys <Esc>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
# Of a colleague's family, whose phone is masked.
keys /梧桐-5<Enter>e<F6>联系电话<Enter>
see 139 **** 5678
keys 1
see “联系电话”里已有内容，周敏看不到明文，不能改；请找这户的联系人或主管
paste 13900001111
see 看不到明文，不能改
see 139 **** 5678
keys <Esc>
line 1 ~ .*梧桐-5.* 家庭卡 .*

# ---- a right that goes while one types: refused by the save, and all of it is still there as a draft
keys /wxl<Enter>e<F6>方便时段<Enter>上午
see 上午
sh qinqing set worker:1 role=auditor >/dev/null
keys <C-s>
see 周敏的角色不能改家庭
see 上午
keys <Esc>k
keys D1
see 上午
see 周敏的角色不能改家庭
keys <Esc>d
sh qinqing set worker:1 role=worker >/dev/null
