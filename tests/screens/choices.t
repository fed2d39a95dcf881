# Choosing: every choice has a key by one rule, and is found by what one types, the surest first; long lists
# begin with one's own part of the tree.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh qinqing new worker on_from=2020-01-01 name=安和 org=和平社区 post=网格员 mobile=13800000004 login=anhe
sh qinqing new worker on_from=2020-01-01 on_to=2026-01-31 name=白梧 org=梧桐社区 post=网格员 mobile=13800000005
run qinqing --as zhoumin
keys /wxl<Enter>sn
line 1 ~ 诉求 王秀兰 \(梧桐-1\).*

# ---- all 21 kinds of need: 1-9, then A-Z, and not a word cut
screen
> ...
>     1生产就业 2生活照料 3生育咨询 4特扶政策 5低保救助 6残疾人待遇 7医疗费用
>     8就医便利 9保险理赔 A心理支持 B陪伴社交 C养老入住 D监护签字 E住房维修
>     F供热供水 G第三代抚养助学 H法律纠纷 I后事安排 J对工作人员意见
>     K对家庭的承诺 L其他
> ...
keys A
see 类别         心理支持
keys <BTab>L
see 类别         其他
keys <BTab>7
see 类别         医疗费用

# ---- small letters type: the whole name, then what begins so, then a part of it; and the keys are theirs
keys <BTab>yl
screen
> ...
> ~ >\*类别 +医疗费用 yl
>     1医疗费用 2养老入住
> ...
keys 1
see 类别         医疗费用
keys <BTab>jy
see     1就医便利 2生产就业
keys <BS><BS><Tab>
# The whole pinyin, a part of a name, from a syllable on; one that can be meant by it is taken by Tab.
keys <BTab>xinli<Tab>
see 类别         心理支持
keys <BTab>理赔<Tab>
see 类别         保险理赔
keys <BTab>lipei<Tab>
see 类别         保险理赔
# In the middle of a syllable nothing begins.
keys <BTab>inli
gone 1心理支持
keys <BS><BS><BS><BS>
keys <Tab><Esc>d

# ---- a list of choices goes by the same rule
keys n<F4>
see > 1 生产就业
screen
> ...
>   9 保险理赔
>   A 心理支持
> ...
keys B
see 类别         陪伴社交
keys <BTab><F4>yl
see > 1 医疗费用
see   2 养老入住
keys 2
see 类别         养老入住
# Several: a key puts one in and takes it out again.
keys <Esc>dq
line 1 ~ .*家庭卡.*
keys e<F6>关爱情形<Enter><F4>3A
screen
> ...
>  *3 失能半失能
> ...
>  *A 住院中
> ...
keys 3<Enter>
see 关爱情形     住院中
keys 1
see 关爱情形     独居、住院中
keys <Esc>d

# ---- what is not among those offered first is found when it is typed
keys mn<F6>关系<Enter>
see 1户主
gone 其他亲属关系
keys 兄
see     1兄 2兄弟姐妹 3其他兄弟姐妹 4堂兄弟、堂姐妹
keys 4
see 堂兄弟、堂姐妹
keys <Esc>dq

# ---- workers: my community, my street, then the others, and last who no longer works here
keys v<F6>联系人<Enter><F4>
screen
> ...
> > 1 赵雪梅  梧桐社区
>   2 周敏  梧桐社区
>   3 高强  北山街道
>   4 安和  和平社区
>   5 白梧  梧桐社区
> ...
keys 1
see 联系人       赵雪梅

# ---- a small screen shows what there is room for, and says that there is more
keys <Esc>dsn
resize 40 10
whole
line -3 ~  +G第三代.*\.\. v
keys A
see 心理支持
resize 80 24
keys <Esc>d

# ---- so does a list of choices, and what it is narrowed to by part of a word
keys qe<F6>
see > 1 不愿意事项
keys 紧急电
see > 1 紧急电话
keys 1
line 1 ~ 家庭档案 .*
see >+紧急电话
