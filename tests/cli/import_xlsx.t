# A roster as a workbook: it goes the way of CSV, and what a workbook has more is understood or told.

$ qinqing init >/dev/null; "$TOP/tests/sheets/make.py" roster roster.xlsx; "$TOP/tests/sheets/make.py" roster1904 other.xlsx; "$TOP/tests/sheets/make.py" csv roster.csv; "$TOP/tests/sheets/make.py" cells cells.xlsx

# The sheet whose titles fit, not the first, not the hidden one; title rows, hidden rows, a footer.
$ qinqing import families roster.xlsx --dry-run
roster.xlsx（xlsx，4 行）
工作表：花名册
第4行  新增  王秀兰
第5行  新增  𠮷田䶮  这一行在表里是隐藏的，照样读
第6行  新增  李桂芳  联系电话（H列）：一格里有2个号码，分别写入
第7行  新增  阿卜杜拉·买买提
第9行  不是数据，没有读  填表人：周敏
新增 4  相同 0  有变化 0  重复 0  拒绝 0
只是检查，什么也没有写。

$ qinqing import families roster.xlsx --dry-run --sheet 旧表 | sed -n 2,3p; qinqing import families roster.xlsx --dry-run --sheet 说明; qinqing import families roster.xlsx --dry-run --sheet 名册
工作表：旧表
第2行  新增  张三
~ qinqing: 没有找到表头：.*
qinqing: 没有叫“名册”的工作表；有 说明、旧表、花名册
? 2

# Workbooks of 1900 and of 1904 and the CSV make the same office.
$ for f in roster.xlsx other.xlsx roster.csv; do export QINQING_DATA=$PWD/of-$f; qinqing init >/dev/null; qinqing import families $f --yes | tail -1; { qinqing list families --json; for i in 1 2 3 4; do qinqing get person:$i --json; qinqing get family:$i --json; done; } >$f.json; done; cmp roster.xlsx.json roster.csv.json && cmp other.xlsx.json roster.csv.json; jq -r 'select(type == "object" and .name) | [.name, .birth, .id_no // "-"] | @tsv' roster.xlsx.json; jq -r '.[]? | select(type == "object" and .phone1) | .phone1' roster.xlsx.json; qinqing undo --yes | tail -1
已写入。整批可以用 qinqing undo 撤回。
已写入。整批可以用 qinqing undo 撤回。
已写入。整批可以用 qinqing undo 撤回。
王秀兰	1958-03-12	230499195803120022
𠮷田䶮	1949-01-08	-
李桂芳	1961-12-31	-
阿卜杜拉·买买提	1955-05-05	-
13900000001
13900000002
13900000003
04683345612
已撤销

# Texts of several runs without their reading, a formula's value, days without a day, numbers as people wrote them; what
# lost its digits, days that never were and formulas in error are refused with row and column.
$ qinqing import families cells.xlsx --yes
cells.xlsx（xlsx，7 行）
第2行  新增  王秀兰
第3行  新增  钱一
~ 第4行  拒绝  孙二  联系电话（E列）：公式出错（#N/A），请改好再导入；出生日期（C列）：“21256”是表格软件的日期序号.*
第5行  拒绝  周三  出生日期（C列）：表格软件写的是1900年2月29日，没有这一天
~ 第6行  拒绝  吴四  证件号码（D列）：数字格里只存得下15位，2.3049919580312E\+17 后面的几位已经丢了；.*
~ 第7行  拒绝  郑五  证件号码（D列）：数字格里只存得下15位，230499195803120022 后面的几位已经丢了；.*
第8行  拒绝  冯六  联系电话（E列）：公式还没有算出结果；请在表格软件里打开，保存一次再导入
新增 2  相同 0  有变化 0  重复 0  拒绝 5
已写入。整批可以用 qinqing undo 撤回。
qinqing: 拒绝了5行，已存成 cells-拒绝.csv；照“拒绝原因”一栏改好，再导入这张表
? 2

$ qinqing get person:1 | grep birth; qinqing get person:2 | grep birth; qinqing get family:1 --json | jq -r '[.phone1, .live_addr] | @tsv'; qinqing get family:2 --json | jq -r .phone1
birth=1958-03-12
birth=1958-03
13900000001	甲1-1-1
13900000002

# What one office gives away another takes in: title, heading, footer and all.
$ office; tell() { qinqing list families --json | jq -r '.[] | [.head.name, .community.name, .phone1, .live_addr, .kind.key] | @tsv'; }; qinqing export families --columns head,community,phone1,live_addr --why 查 --for-whom 自己 --to out.xlsx >/dev/null; tell >here; export QINQING_DATA=$PWD/there; qinqing init >/dev/null; qinqing import families out.xlsx --yes; tell | cut -f1-4 >there.txt; cut -f1-4 here | diff - there.txt
out.xlsx（xlsx，3 行）
第4行  新增  王秀兰
第5行  新增  张淑芬
第6行  新增  孙德海
~ 第7行  不是数据，没有读  导出编号 .*
新增 3  相同 0  有变化 0  重复 0  拒绝 0
已写入。整批可以用 qinqing undo 撤回。

# What means harm, or was harmed: one sentence, nothing is changed, and no time or memory is given for it.
$ mkdir bad; "$TOP/tests/sheets/hostile.py" bad; ls bad | wc -l; before=$(qinqing log --json --limit 1 2>/dev/null); for f in bad/*; do timeout 30 qinqing import families $f --yes >said 2>&1; s=$?; [ $s = 2 ] || [ $s = 1 ] || echo "$f ends with $s"; [ "$(wc -l <said)" = 1 ] && grep -q '^qinqing: .*[^ -~].*' said || { echo "$f says"; cat said; }; done; [ "$before" = "$(qinqing log --json --limit 1 2>/dev/null)" ] && ls bad | grep -c 拒绝
43
0
? 1
