# The city's roster, as it comes out of Excel.

$ qinqing init >/dev/null

$ cp "$TOP/tests/data/roster-gb18030.csv" roster.csv && qinqing import families roster.csv --dry-run
roster.csv（GB18030，40 行）
...
~ 第8行  拒绝  周振东  证件号码（B列）：.*校验码应为6.*
...
~ 第14行  新增  朱树林  所属社区（F列）：三社区 → 梧桐社区
...
~ 第25行  拒绝  闫忠义  证件号码（B列）：.*校验码应为1.*
...
第33行  重复  陆志强  与第5行是同一人，内容也相同
...
新增 37  相同 0  有变化 0  重复 1  拒绝 2
只是检查，什么也没有写。

$ qinqing list families
qinqing: “全部家庭”是空的
? 1

$ qinqing import families roster.csv >/dev/null
qinqing: 什么也没有写：这里没有终端可以确认；加 --yes 写入，或加 --dry-run 只检查
? 2

$ qinqing list families >/dev/null
qinqing: “全部家庭”是空的
? 1

$ qinqing import families roster.csv --yes 2>/dev/null | tail -2
新增 37  相同 0  有变化 0  重复 1  拒绝 2
已写入。整批可以用 qinqing undo 撤回。

$ qinqing list families --json | jq length
37

$ qinqing find 朱树林 --json | jq -r '.[] | [.head.name, .community.name, .kind.key] | @tsv'
~ 朱树林	梧桐(社区)?	11

# The child a row tells of: the living one with the certificate, the other with the day.
$ qinqing find 沈素珍 --json | jq -r '.[].kind.key'
23

$ id=$(qinqing find 沈素珍 --json | jq -r '.[0].ref'); qinqing list members-of "$id" --json | jq -r '.[] | [.name, .birth, .disab_cert // "-", .disab_kind.key // "-", .disab_grade.key // "-", .alive] | @tsv'
沈素珍	1966-06-01	-	-	-	true
子女	1983-10-22	23049919831022868863	6	3	true

$ id=$(qinqing find 贾亚芹 --json | jq -r '.[0].ref'); qinqing list members-of "$id" --json | jq -r '.[] | [.name, .id_no // "-", .death_date // "-", .alive] | @tsv'
贾亚芹	23049919450811782X	-	true
子女	-	2018-01-27	false

# The same roster again changes nothing.
$ qinqing import families roster.csv --yes 2>/dev/null | tail -2
新增 0  相同 37  有变化 0  重复 1  拒绝 2
没有要写的。

# Another spelling of titles, a heading above, a changed phone, a person without a number.
$ printf '向阳区花名册\n户主姓名,身份证号,出生年月日,社区,住址,手机\n朱树林,="230499195708148115",1957年8月14日,梧桐,惠民家园22-3-603,13900007777\n王秀兰,,1958/3/12,友谊,矿工新村1-1-101,13900005678\n王秀兰,,1958.3.12,友谊,矿工新村1-1-102,13900005678\n,,,,,\n李四,,,不存在社区,x,1\n' >more.csv; qinqing import families more.csv --dry-run
more.csv（UTF-8，4 行）
~ 第3行  有变化  朱树林  family:[0-9]+  联系电话：.* → .*7777
第4行  新增  王秀兰
~ 第5行  重复  王秀兰  与第4行是同一人，这几栏不同：出生年月日、住址
~ 第7行  拒绝  李四  .*社区（D列）：没有叫“不存在社区”的社区；.*
新增 1  相同 0  有变化 1  重复 1  拒绝 1
只是检查，什么也没有写。

$ qinqing import families more.csv --dry-run --json 2>/dev/null | jq -r '.[] | [.line, .verdict] | @tsv'
3	changed
4	new
5	twice
7	refused

$ qinqing import families more.csv --yes 2>/dev/null | tail -1
已写入。整批可以用 qinqing undo 撤回。

$ qinqing find 7777 --json | jq -r '.[].head.name'
朱树林

$ qinqing import families more.csv --yes 2>/dev/null | tail -2
新增 0  相同 2  有变化 0  重复 1  拒绝 1
没有要写的。

# One undo takes one import back, all of it.
$ qinqing undo --yes | tail -1
已撤销

$ qinqing list families --json | jq length
37

$ qinqing find 7777 2>/dev/null
? 1

$ qinqing undo --yes | tail -1
已撤销

$ qinqing list families
qinqing: “全部家庭”是空的
? 1

$ qinqing check | tail -1
数据完好

# What is no roster is refused as a whole.
$ printf 'a,b\n1,2\n' >x.csv; qinqing import families x.csv
~ qinqing: 没有找到表头：.*
? 2

$ printf 'PK\003\004' >x.xlsx; qinqing import families x.xlsx
qinqing: 这个工作簿（xlsx）不完整或已损坏，打不开；请重新导出或重新发送一次
? 2

$ qinqing import families missing.csv
~ qinqing: 打不开 missing.csv：.*
? 2

$ qinqing import workers x.csv
~ qinqing: 没有“workers”这种记录；有 org、worker、.*
? 2

$ printf '姓名,所属社区\n"王,梧桐\n' | qinqing import families -
qinqing: 第 2 行第 1 个字符的引号一直没有配对，请检查这一行
? 2
