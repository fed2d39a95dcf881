# Where the titles of a sheet stand, and which rows below them are no data.

$ qinqing init >/dev/null

# A line above, empty rows, titles of two rows with merged ones, the titles again on the second page, a footer.
$ cat >two.csv <<END
> 向阳区计划生育特殊家庭花名册,,,,,,,
> ,,,,,,,
> 序号,户主情况,,子女情况,,所属社区,联系电话,备注
> ,姓名,出生日期,姓名,去世日期,,,
> ,,,,,,,
> 1,王秀兰,1958-3-12,李明,2018-1-27,梧桐社区,13900000001,
> ,,,,,,,
> 2,张淑芬,1960-2-2,,,,13900000002,独居
> 序号,户主情况,,子女情况,,所属社区,联系电话,备注
> ,姓名,出生日期,姓名,去世日期,,,
> 3,孙德海,昨天,,,友谊社区,13900000003,
> 合计,3户,,,,,,
> 填表人：张三,,,,审核人：李四,,,
> END
> qinqing import families two.csv --yes
two.csv（UTF-8，3 行）
没有用到的列：序号、备注
第6行  新增  王秀兰
第8行  新增  张淑芬  所属社区（F列）：空着，按上一行的“梧桐社区”读
~ 第11行  拒绝  孙德海  出生日期（C列）：.*
第9行  不是数据，没有读  序号
第10行  不是数据，没有读  姓名
第12行  不是数据，没有读  合计
第13行  不是数据，没有读  填表人：张三
新增 2  相同 0  有变化 0  重复 0  拒绝 1
已写入。整批可以用 qinqing undo 撤回。
qinqing: 拒绝了1行，已存成 two-拒绝.csv；照“拒绝原因”一栏改好，再导入这张表
? 2

$ id=$(qinqing find 王秀兰 --json | jq -r '.[0].ref'); qinqing list members-of "$id" --json | jq -r '.[] | [.name, .birth // "-", .death_date // "-"] | @tsv'
王秀兰	1958-03-12	-
李明	-	2018-01-27

# The sheet of what was refused has one row of titles, and they are found again.
$ head -1 two-拒绝.csv | tail -c +4 | tr -d '\r'; sed -i 's/昨天/1949-1-8/' two-拒绝.csv; qinqing import families two-拒绝.csv --yes | tail -2
序号,姓名,出生日期,子女姓名,子女去世日期,所属社区,联系电话,备注,拒绝原因
新增 1  相同 0  有变化 0  重复 0  拒绝 0
已写入。整批可以用 qinqing undo 撤回。

# A merged title that the map does not know: what stands below it counts by itself, unless another column is
# called so.
$ printf '情况一,,情况二,,社区\n姓名,证件号码,姓名,电话,\n甲甲,,乙乙,13900000009,梧桐\n' >unknown.csv; qinqing import families unknown.csv --dry-run
unknown.csv（UTF-8，1 行）
没有用到的列：情况二姓名
第3行  新增  甲甲
新增 1  相同 0  有变化 0  重复 0  拒绝 0
只是检查，什么也没有写。

# One row of titles stays one, whatever the first row of data looks like; separators are counted where there are any.
$ printf '花名册\n姓名\t社区\t手机\n\t\t13900000008\n甲甲\t梧桐\t13900000009\n' >one.csv; qinqing import families one.csv --dry-run
one.csv（UTF-8，2 行）
~ 第3行  拒绝  .*
第4行  新增  甲甲
新增 1  相同 0  有变化 0  重复 0  拒绝 1
只是检查，什么也没有写。

# Who has a number is a person, whatever stands in the first cell.
$ printf '备注,姓名,证件号码,社区\n合计算错,甲甲,230499195803120022,梧桐\n合计,,,\n' >foot.csv; qinqing import families foot.csv --dry-run | grep 第
第2行  新增  甲甲
第3行  不是数据，没有读  合计

# The tenth row may have the titles, the eleventh may not; empty ones do not count.
$ for n in 9 10; do { for i in $(seq $n); do printf '说明%s\n,,\n' $i; done; printf '姓名,社区\n甲甲,梧桐\n'; } >deep.csv; qinqing import families deep.csv --dry-run 2>&1 | grep -E '新增 1|没有找到表头'; done
新增 1  相同 0  有变化 0  重复 0  拒绝 0
~ qinqing: 没有找到表头：前10行里要有一行写着 姓名、所属社区；.*

# What the encoding was taken for is said; a workbook is refused with what to do.
$ iconv -f utf-8 -t gb18030 foot.csv >gb.csv; iconv -f utf-8 -t utf-16 foot.csv >u16.csv; { printf '\376\377'; iconv -f utf-8 -t utf-16be foot.csv; } >be.csv; { printf '\357\273\277'; cat foot.csv; } >bom.csv; for f in gb u16 be bom; do qinqing import families $f.csv --dry-run | grep -v 列： | head -2; done
gb.csv（GB18030，1 行）
第2行  新增  甲甲
u16.csv（UTF-16LE，1 行）
第2行  新增  甲甲
be.csv（UTF-16BE，1 行）
第2行  新增  甲甲
bom.csv（UTF-8，1 行）
第2行  新增  甲甲

$ printf 'PK\003\004' >x.xlsx; qinqing import families x.xlsx --dry-run; printf '\320\317\021\340' >x.xls; qinqing import families x.xls --dry-run
qinqing: 这个工作簿（xlsx）不完整或已损坏，打不开；请重新导出或重新发送一次
qinqing: 这是旧版的工作簿（xls），或者加了密码；请在表格软件里去掉密码，另存为 xlsx 再导入
? 2
