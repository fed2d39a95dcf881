# Several numbers in one cell: each goes into a column of its own, none is glued to another, none is lost
# without a word.

$ qinqing init >/dev/null; phones() { qinqing list families --json | jq -r '.[] | [.head.name, .phone1 // "-", .phone1_owner // "-", .phone2 // "-", .phone2_owner // "-", .phone3 // "-", .phone3_owner // "-"] | join(" ")'; }; declare -f phones >phones.sh; printf '姓名,社区,手机\n甲甲,梧桐,13900000001、13900000002\n乙乙,梧桐,13900000003/13900000004;0468-3345612\n丙丙,梧桐,13900000005　13900000006 13900000007\n丁丁,梧桐,139 0000 0008\n戊戊,梧桐,3345612转801\n己己,梧桐,"13900000009（女儿），老伴13900000010"\n' >phones.csv; qinqing import families phones.csv --yes | grep -v 已写入; phones
phones.csv（UTF-8，6 行）
第2行  新增  甲甲  手机（C列）：一格里有2个号码，分别写入
第3行  新增  乙乙  手机（C列）：一格里有3个号码，分别写入
第4行  新增  丙丙  手机（C列）：一格里有3个号码，分别写入
第5行  新增  丁丁
第6行  新增  戊戊
第7行  新增  己己  手机（C列）：一格里有2个号码，分别写入
新增 6  相同 0  有变化 0  重复 0  拒绝 0
甲甲 13900000001 - 13900000002 - - -
乙乙 13900000003 - 13900000004 - 04683345612 -
丙丙 13900000005 - 13900000006 - 13900000007 -
丁丁 13900000008 - - - - -
戊戊 04683345612-801 - - - - -
己己 13900000009 女儿 13900000010 老伴 - -

# The same sheet again changes nothing.
$ printf '姓名,出生日期,社区,手机\n子子,1958-3-12,梧桐,13900000001、13900000002\n' >again.csv; qinqing import families again.csv --yes >/dev/null; qinqing import families again.csv --yes | tail -2
新增 0  相同 1  有变化 0  重复 0  拒绝 0
没有要写的。

# A fourth has no place, and is named; a column of its own comes before what is left of another cell.
$ printf '姓名,社区,手机,电话2\n丑丑,梧桐,"13900000011,13900000012,13900000013,13900000014",\n寅寅,梧桐,13900000015、13900000016,13900000017\n己丑,梧桐,13900000021、13900000022,13900000023、13900000024\n' >four.csv; qinqing import families four.csv --yes | grep 行; . ./phones.sh; phones | tail -3
four.csv（UTF-8，3 行）
第2行  新增  丑丑  手机（C列）：第4个号码 13900000014 没有地方放，没有写入；请记到成员的电话里；手机（C列）：一格里有4个号码，分别写入
第3行  新增  寅寅  手机（C列）：一格里有2个号码，分别写入
~ 第4行  新增  己丑 .*第2个号码 13900000024 没有地方放.*
丑丑 13900000011 - 13900000012 - 13900000013 -
寅寅 13900000015 - 13900000017 - 13900000016 -
己丑 13900000021 - 13900000023 - 13900000022 -

# What is no number is refused with the cell it stands in, and two that are glued together are not taken apart by
# guessing.
$ printf '姓名,社区,手机\n卯卯,梧桐,13900000018、1390000\n辰辰,梧桐,1390000001913900000020\n巳巳,梧桐,1.39E+10\n' >wrong.csv; qinqing import families wrong.csv --dry-run
wrong.csv（UTF-8，3 行）
~ 第2行  拒绝  卯卯  手机（C列）：手机号应为11位，现在是7位：1390000
~ 第3行  拒绝  辰辰  手机（C列）：手机号应为11位，现在是22位.*像是两个号码连在了一起.*
~ 第4行  拒绝  巳巳  手机（C列）：“1.39E\+10”是表格软件写的科学记数.*
新增 0  相同 0  有变化 0  重复 0  拒绝 3
只是检查，什么也没有写。

# A map that spreads into a column that is not there is wrong where it says so.
$ mkdir -m 700 -p own/maps; printf 'columns:\n  - {field: phone1, next: phone9}\n' >own/maps/families.yaml; qinqing --config own import families phones.csv --dry-run
qinqing: own/maps/families.yaml:2:27: 下面的 columns 里没有“phone9”这一栏
? 2
