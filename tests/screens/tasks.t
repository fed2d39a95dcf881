# What is done every day, and how many keys it takes at most.  What only the person knows - a name, a number, a
# sentence - does not count.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin
see 今日

task 谁联系这一家
keys /wxl<Enter>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
see 社区岗    周敏 138 0000 0001
see 街道岗    高强 138 0000 0002
within 5

task 走访一次，没有什么特别的
keys v1111
see 已保存
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
within 5

task 电话没人接
keys v72
see 已保存
within 3

task 记错了，撤销
keys uy
see 已撤销
within 2

task 记一条诉求
keys sn1
say 想换一家医院透析
keys <C-s>
see 已保存
within 8
see 生产就业

task 办结一条诉求
keys <Enter>
line 1 ~ .*诉求 .*
keys e<F6>jg<Enter>1<C-s>
see 已保存
see 已解决
within 8

task 登记一件重大情况
keys HH
keys /wxl<Enter>
task 登记一件重大情况
keys wn1<C-s>
see 已保存 重大情况 王秀兰 (梧桐-1) 意外 2026-05-06；u 撤销
within 6

task 打给另一位联系人
keys H/wxl<Enter>
see 家庭卡
task 打给另一位联系人
keys <F8>2
line 2 街道岗 高强  138 0000 0002
within 2
keys <Esc>H

task 新建一户，只知道姓名和一个电话；社区就是自己的
keys n
line 1 ~ 新建档案 .*
say 何建华
keys <F6>lxdh<Enter>
say 13900009999
keys <C-s>
see 已保存 家庭
within 12
sh qinqing get family:36 | grep -E "^(community|phone1)="

task 处理一条提醒
keys R
see 意外：首次联系≤24小时
keys dd
see 已处理；u 可以撤销
gone 意外：首次联系≤24小时
within 3

task 数字背后的名单，和其中一户
keys HB
see 2知情卡
task 数字背后的名单，和其中一户
keys 2<Enter>
see 家庭卡
within 2

# The street's supervisor: everything of somebody who leaves, to whom comes after.
sh qinqing set worker:2 role=street >/dev/null
start street qinqing --as gaoqiang
see 今日
keys W
see 周敏
keys Go
line 1 ~ 交接 周敏 +4 .*
task 交接全部家庭
keys *>zxm<Enter>
see 已交接 4 户
within 6
see 这位联系人没有在管的家庭
