# 找帮手: from a family's card one key and a skill; those who have it, the nearest first.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh qinqing new member name=孙凤琴 org=梧桐 skills=理发 phone=13900000021 address=惠民家园12-1-101 >/dev/null
sh qinqing new member name=董大娘 org=友谊 skills=理发、家政 phone=13900000022 >/dev/null
sh qinqing new expert name=朱律师 field=法律 skills=法律 workplace=明理律师事务所 org=向阳区 >/dev/null
run qinqing --as zhoumin
keys /wxl<Enter>z
line 10 ~ 要会什么的？.*
keys 6
screen
> ~ 找帮手 王秀兰 \(梧桐-1\)  2 .*
> ~   远近   姓名 +电话 +联系户 是谁 所在组织 .*
> ~ > 同楼   孙凤琴 +139 0000 0021 +0户 会员 梧桐社区.*
> ~   区里   董大娘 +139 0000 0022 +0户 会员 友谊社区.*
> ...

# By what it is called; Enter opens whoever it is, of whatever kind.
keys qzfl<Enter>
line 1 ~ 找帮手 王秀兰 \(梧桐-1\)  1 .*
keys <Enter>
line 1 ~ 朱律师 专家.*
# A helper's number can be dialled from here.
keys qqz7<F7>
line -2 ~ 已复制董大娘的电话 139 0000 0022.*
keys <F8>
whole
keys <Esc>
line 3 ~ > 区里   董大娘 .*

# Nobody can do it: that is said, and Esc leaves the question.
keys qz9
whole
line 3 ~ .*区里还没有会这个的会员和专家.*
keys qz<Esc>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
