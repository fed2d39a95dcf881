# The first start without an office, on a terminal: five questions, each line judged as it comes, nothing
# written before the last answer; then the roster, and the first visit.
size 100 40
run qinqing
see 这里还没有办公室
keys x<Enter>
wait 2
see 什么也没有建

run qinqing
see 2  建自己的
keys 2<Enter>
see 1/5 单位的名称
keys 东山区计划生育协会<Enter>
see 2/5 座机的区号
keys 468<Enter>
see 区号是0开头的三四位数字
keys 0468<Enter>
see 3/5 区、街道、社区
keys 230406000000 东山区<Enter>
see 1  东山区
keys 230406001001 繁荣社区<Enter>
see 这一行不算：繁荣社区的上级 230406001 没有写
keys 230406001,新一街道<Enter>
see 2  新一街道
keys 繁荣社区 230406001001 一社区<Enter>
see 3  繁荣社区
keys 230406001002 团结社区<Enter>
see 4  团结社区
keys -<Enter>
see 去掉了：{code: "230406001002", name: "团结社区"}
keys <Enter>
see 4/5 工作人员
see worker 社区工作人员、street 街道主管
keys 周敏 繁荣杜区 13800000001 zhoumin<Enter>
see 这一行不算：没有单位“繁荣杜区”，是不是“繁荣社区”？
keys 周敏 繁荣社区 13800000001 zhoumin<Enter>
see 1  周敏
keys 高强 新一街道 13800000002 gaoqiang street<Enter>
see 2  高强
keys <Enter>
see 5/5 花名册
keys 没有.csv<Enter>
see 打不开 没有.csv
# One question back, and forth again: what stands stays.
keys <lt><Enter>
see 4/5 工作人员
keys <Enter>
see 5/5 花名册
sh printf '姓名,性别,社区,联系电话\n王秀兰,女,繁荣社区,13900005678\n' >roster.csv; ls
> bin
> roster.csv
keys roster.csv<Enter>
see 到现在什么也没有写
sh ls
> bin
> roster.csv
keys q<Enter>
wait 2
see 什么也没有建
sh ls
> bin
> roster.csv

# ---- from a list in a file, kept as a file, and made of it
sh printf '230406000000,东山区\n230406001000,新一街道\n230406001001,繁荣社区,一社区\n' >units.csv
run qinqing init
see 1/5
keys 东山区计划生育协会<Enter><Enter>@units.csv<Enter>
see 3  繁荣社区
keys <Enter>
see 4/5
keys 周敏 繁荣社区 13800000001 zhoumin<Enter>
see 1  周敏
keys <Enter>
see 5/5
keys <Enter>
see 3个单位，1位工作人员
keys w<Enter>
see 存成哪个文件
keys mine.yaml<Enter>
wait 2
see 还没有建；改好 mine.yaml，再运行 qinqing init --org mine.yaml
sh QINQING_DATA=$WORK/other qinqing init --org mine.yaml | head -1 | grep -c '3个单位，1位工作人员'; rm mine.yaml
> 1

# ---- all of it, to the first visit
run qinqing
see 2  建自己的
keys 2<Enter>东山区计划生育协会<Enter>0468<Enter>@units.csv<Enter><Enter>
see 4/5
keys 周敏 繁荣社区 13800000001 zhoumin<Enter>高强 新一街道 13800000002 gaoqiang street<Enter><Enter>
see 5/5
keys roster.csv<Enter>
see 到现在什么也没有写
keys y<Enter>
see 3个单位，2位工作人员
see admin setup-ssh
see admin key add zhoumin zhoumin.pub
see 写入新增和有变化的 1 行
keys y<Enter>
see 已写入
keys <Enter>
see 今日
keys q
wait 0
sh qinqing --as gaoqiang new assignment family=繁荣-1 post=社区岗 worker=周敏
> assignment:1
run qinqing --as zhoumin
see 王秀兰
keys /wxl<Enter>
see 家庭卡
keys v1111
see 已保存
keys qq
sh qinqing list visits-of 繁荣-1 --json | jq -r '.[] | [.mode.label, .by.name] | join(" ")'
> 上门走访 周敏
