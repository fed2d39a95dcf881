# X on any list: it leaves the office as it stands on the screen, for a purpose and a recipient that the log knows.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as gaoqiang

# ---- it asks what for and for whom, and takes nothing for an answer
keys F
see 全部家庭
keys X
see 导出 全部家庭，4 行
keys <Enter>
see 用途要写明，记入日志
keys 季度汇总<Enter>
see >接收人
keys <Enter>
see 接收人要写明，记入日志
keys <Esc>
line 1 ~ 全部家庭 +4 .*
sh ls $QINQING_DATA/outbox 2>/dev/null | wc -l
> 0

# ---- the columns of the screen, all rows
keys X季度汇总<Enter>市计生协<Enter>2
see 已导出 4 行，在发件箱 outbox 里：全部家庭-
sh cat $QINQING_DATA/outbox/*.csv | tr -d '\r' | sed 's/编号 [0-9]*/编号 N/' | cut -d, -f1-3 | tail -n +2
> 梧桐-1,王秀兰,周敏、高强
> 梧桐-2,𠮷田秀英,周敏、高强
> 梧桐-3,王䶮,周敏、高强
> 梧桐-4,阿卜杜拉·买买提,周敏、高强
> 导出编号 N  高强  2026-05-06 09:00  用途：季度汇总  接收人：市计生协

# ---- the tagged ones alone; a workbook
keys <Space>X走访<Enter>社区<Enter>1
see 已导出 1 行
sh head -c 2 $QINQING_DATA/outbox/*.xlsx
> PK

# ---- back and forth between the lines
keys <Esc>X走访<Enter>社区<Up>站<Enter><Up><Up>x<Esc>
line 1 ~ 全部家庭 +4 .*

# ---- a board and a list about a record say what they are of
keys <Esc>BX汇报<Enter>区里<Enter>2
see 三个全覆盖
sh grep -c 双岗应有 $QINQING_DATA/outbox/三个全覆盖*.csv
> 1
keys <Esc>F<Enter>
see 家庭卡
keys VX核对<Enter>家庭<Enter>2
see 已导出
sh ls $QINQING_DATA/outbox | grep -c 王秀兰 || true
> 0
