# What a roster has wrong comes back as a sheet of the same columns with the reasons, to be corrected and
# imported again.

$ qinqing init >/dev/null

$ printf '花名册\n序号,姓名,证件号码,社区,手机,备注\n1,王秀兰,230499195803120022,梧桐,13900000001,"要 ""静""\n养"\n2,李桂芳,230499195803120040,梧桐,13900000002,\n3,郑玉兰,,没有的社区,13900000003\n' >roster.csv; qinqing import families roster.csv --yes
roster.csv（UTF-8，3 行）
没有用到的列：序号、备注
~ 第3行  新增  王秀兰.*
~ 第5行  拒绝  李桂芳  证件号码（C列）：.*
~ 第6行  拒绝  郑玉兰  社区（D列）：.*
新增 1  相同 0  有变化 0  重复 0  拒绝 2
已写入。整批可以用 qinqing undo 撤回。
qinqing: 拒绝了2行，已存成 roster-拒绝.csv；照“拒绝原因”一栏改好，再导入这张表
? 2

# Spreadsheets read UTF-8 where the mark says so, and leave long numbers alone; what lies beside the roster is
# nobody else's to read.
$ head -c 3 roster-拒绝.csv | od -An -tx1; stat -c %a roster-拒绝.csv; tail -c +4 roster-拒绝.csv | tr -d '\r'
 ef bb bf
600
序号,姓名,证件号码,社区,手机,备注,拒绝原因
~ 2,李桂芳,="230499195803120040",梧桐,13900000002,,证件号码（C列）：.*
~ 3,郑玉兰,,没有的社区,13900000003,,社区（D列）：没有叫.*

# As it is it is refused again, and nobody's corrections are written over; the reasons are no column of their own.
$ qinqing import families roster.csv --yes 2>&1 | tail -2; qinqing import families roster-拒绝.csv --yes; head -1 roster-拒绝-拒绝.csv | tail -c +4
没有要写的。
qinqing: 拒绝了2行，已存成 roster-拒绝-2.csv；照“拒绝原因”一栏改好，再导入这张表
roster-拒绝.csv（UTF-8，2 行）
没有用到的列：序号、备注
~ 第2行  拒绝  李桂芳.*
~ 第3行  拒绝  郑玉兰.*
新增 0  相同 0  有变化 0  重复 0  拒绝 2
没有要写的。
qinqing: 拒绝了2行，已存成 roster-拒绝-拒绝.csv；照“拒绝原因”一栏改好，再导入这张表
~ 序号,姓名,证件号码,社区,手机,备注,拒绝原因.?

$ sed -i 's/230499195803120040/230499195803120049/; s/没有的社区/友谊社区/' roster-拒绝.csv; qinqing import families roster-拒绝.csv --yes | tail -2; qinqing list families --json | jq -r '.[] | [.head.name, .phone1] | @tsv'
新增 2  相同 0  有变化 0  重复 0  拒绝 0
已写入。整批可以用 qinqing undo 撤回。
王秀兰	13900000001
李桂芳	13900000002
郑玉兰	13900000003

# Where it goes may be said.  What is there is not written over, and a place that cannot be written is told
# before anything is imported.
$ printf '姓名,社区\n孙立,梧桐\n,梧桐\n' >two.csv; qinqing import families two.csv --yes --refused two.csv 2>&1 | tail -1; qinqing import families two.csv --yes --refused no/where.csv 2>&1 | tail -1; qinqing find 孙立
qinqing: 什么也没有写：拒绝的行存不到 two.csv（File exists）；请用 --refused FILE 换一个地方
qinqing: 什么也没有写：拒绝的行存不到 no/where.csv（No such file or directory）；请用 --refused FILE 换一个地方
~ qinqing: 没有找到“孙立”.*
? 1

# Standard input has no place beside it.
$ qinqing import families - --yes <two.csv 2>&1 | tail -1; printf '姓名,社区\n,梧桐\n' | qinqing import families - --yes --refused bad.csv 2>&1 | tail -1; tail -1 bad.csv | tr -d '\r'; ls *拒绝*
qinqing: 拒绝了1行，原因见上面各行；要存成一张表来改，请加 --refused FILE
qinqing: 拒绝了1行，已存成 bad.csv；照“拒绝原因”一栏改好，再导入这张表
~ ,梧桐,.*姓名.*
roster-拒绝-2.csv
roster-拒绝-拒绝.csv
roster-拒绝.csv

# Only looking writes no sheet, and refuses nothing.
$ mkdir look; cp two.csv look; qinqing import families look/two.csv --dry-run | tail -2; ls look
新增 1  相同 0  有变化 0  重复 0  拒绝 1
只是检查，什么也没有写。
two.csv

# A name without an end to take off.
$ cp two.csv look/.two; qinqing import families look/.two --yes 2>&1 | tail -1
qinqing: 拒绝了1行，已存成 look/.two-拒绝.csv；照“拒绝原因”一栏改好，再导入这张表

# What only the commit can see - here one child of two files that are both new - is refused by it, and is in the
# sheet as well; the rest is written.
$ printf '姓名,社区,住址,子女姓名,子女残疾证号\n钱一,梧桐,甲1-1-1,钱小,23049919831022868863\n周二,友谊,乙2-2-2,周小,23049919831022868863\n吴三,梧桐,丙3-3-3,,\n' >late.csv; qinqing import families late.csv --yes; tail -1 late-拒绝.csv | tr -d '\r'; qinqing list families --json | jq length
late.csv（UTF-8，3 行）
~ 第2行  新增  钱一.*
~ 第3行  新增  周二.*
~ 第4行  新增  吴三.*
新增 3  相同 0  有变化 0  重复 0  拒绝 0
写入时又拒绝了：
~ 第3行  拒绝  周二.*这个证件号码已登记在另一份档案.*
新增 2  相同 0  有变化 0  重复 0  拒绝 1
已写入。整批可以用 qinqing undo 撤回。
qinqing: 拒绝了1行，已存成 late-拒绝.csv；照“拒绝原因”一栏改好，再导入这张表
~ 周二,友谊,乙2-2-2,周小,="23049919831022868863",这个证件号码已登记.*
7

# JSON tells the verdicts as they came out in the end.
$ printf '姓名,社区,住址,子女姓名,子女残疾证号\n钱一,梧桐,甲1-1-1,钱小,\n郑四,友谊,乙2-2-2,郑小,23049919831022868863\n' >late.csv; qinqing import families late.csv --yes --json 2>/dev/null | jq -c 'map(.verdict)'
["new","refused"]

# One undo takes back what was written.
$ qinqing undo --yes | tail -1
已撤销
