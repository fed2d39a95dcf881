# Communities as people write them in a roster.

$ qinqing init >/dev/null; printf '姓名,社区\n甲甲,梧桐社区居委会\n乙乙,梧桐\n丙丙,梧桐社区\n丁丁,230402001001\n戊戊,梧 桐 社 区\n己己,向阳区北山街道梧桐社区\n庚庚,北山街道办事处梧桐社区居民委员会\n辛辛,北山-梧桐\n壬壬,黑龙江省鹤岗市向阳区梧桐社区\n癸癸,三社区\n' >names.csv; qinqing import families names.csv --yes | grep -v 已写入; qinqing list families --json | jq -r '.[].community.name' | sort | uniq -c
names.csv（UTF-8，10 行）
第2行  新增  甲甲
第3行  新增  乙乙
第4行  新增  丙丙
第5行  新增  丁丁
第6行  新增  戊戊
第7行  新增  己己
第8行  新增  庚庚
第9行  新增  辛辛
第10行  新增  壬壬
第11行  新增  癸癸  社区（B列）：三社区 → 梧桐社区
新增 10  相同 0  有变化 0  重复 0  拒绝 0
     10 梧桐社区

# A street and a community may share a name: a family lies in the community.
$ printf '姓名,社区\n甲一,南翼\n甲二,南翼街道\n甲三,南翼街道南翼社区\n甲四,梧\n甲五,桃花社区\n甲六,230402001\n甲七,230402009001\n甲八,2304\n甲九,—\n' >wrong.csv; qinqing import families wrong.csv --dry-run
wrong.csv（UTF-8，9 行）
第2行  新增  甲一
第3行  拒绝  甲二  社区（B列）：“南翼街道”不是社区；家庭要落在社区上，请写它下面的社区
第4行  新增  甲三
第5行  拒绝  甲四  社区（B列）：没有叫“梧”的社区，是不是梧桐社区？请写全名
第6行  拒绝  甲五  社区（B列）：没有叫“桃花社区”的社区；请写本单位的社区名称或12位区划代码，新设的社区先在组织里建好
第7行  拒绝  甲六  社区（B列）：“230402001”不是社区；家庭要落在社区上，请写它下面的社区
第8行  拒绝  甲七  社区（B列）：没有叫“230402009001”的社区；请写本单位的社区名称或12位区划代码，新设的社区先在组织里建好
第9行  拒绝  甲八  社区（B列）：区划代码应为6、9、12或15位，现在是4位：2304
~ 第10行  拒绝  甲九  社区（B列）：“—”当作没有填写；.*
新增 2  相同 0  有变化 0  重复 0  拒绝 7
只是检查，什么也没有写。

# One that fits two is refused with both, and by its street it is one.
$ qinqing new org code=230402002009 name=和平社区 level=社区 >/dev/null; printf '姓名,社区\n乙一,和平\n乙二,红军街道和平社区\n乙三,光明和平社区居委会\n' >two.csv; qinqing import families two.csv --yes 2>/dev/null | grep 行; qinqing list families --json | jq -r '.[] | select(.head.name | startswith("乙")) | [.head.name, .file_no] | @tsv'
two.csv（UTF-8，3 行）
~ 第2行  拒绝  乙一  社区（B列）：“和平”对上了2个社区：光明街道和平社区、红军街道和平社区；请连街道一起写，或写12位区划代码
第3行  新增  乙二
第4行  新增  乙三
乙乙	230402001001-0002
乙三	230402003006-0001
乙二	230402002009-0001

# A merged cell has its text in the first of its rows: the ones below say so, and so does the sheet of what is
# refused.  同上 says it in any column.
$ printf '社区,姓名,住址,出生日期\n梧桐社区,丙一,惠民家园1-1-101,1958-3-12\n,丙二,同上,1960-1-1\n,丙三,惠民家园1-1-102,昨天\n友谊,丙四,〃,\n,丙五,,\n' >merged.csv; qinqing import families merged.csv --yes; cut -d, -f1-3 merged-拒绝.csv | tail -1
merged.csv（UTF-8，5 行）
第2行  新增  丙一
第3行  新增  丙二  社区（A列）：空着，按上一行的“梧桐社区”读；住址（C列）：同上，按上一行的“惠民家园1-1-101”读；与第2行 丙一 的现住址相同，像是一家人；是一户的，请在名册里留一行，另一人导入后记为家庭成员
~ 第4行  拒绝  丙三  社区（A列）：空着，按上一行的“梧桐社区”读；.*
第5行  新增  丙四  住址（C列）：同上，按上一行的“惠民家园1-1-102”读
第6行  新增  丙五  社区（A列）：空着，按上一行的“友谊”读
新增 4  相同 0  有变化 0  重复 0  拒绝 1
已写入。整批可以用 qinqing undo 撤回。
qinqing: 拒绝了1行，已存成 merged-拒绝.csv；照“拒绝原因”一栏改好，再导入这张表
梧桐社区,丙三,惠民家园1-1-102

# Nothing stands above the first row.
$ printf '姓名,社区\n丁一,\n丁二,同上\n' >first.csv; qinqing import families first.csv --dry-run | grep 第
~ 第2行  拒绝  丁一.*社区.*必须填写.*
~ 第3行  拒绝  丁二  社区（B列）：没有叫“同上”的社区.*

# What is typed is read in the same way.
$ qinqing new family name=王秀兰 community=梧桐社区居委会 phone1=13900005678 && qinqing find 王秀兰 --json | jq -r '.[0].community.name'
~ family:[0-9]+
~ 梧桐(社区)?
