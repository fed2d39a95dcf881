# household.t - who is the child and who the spouse: by relation, only child and dates, and nobody else.

# The child's death turns the kind; a second report of it turns nothing.
$ office
> qinqing set person:7 death_date=2026-05-04 >/dev/null
> field family:2 kind
> column kind events-of 梧桐-2
> column field changes-of 梧桐-2 | grep -c '^kind$'
> qinqing set person:7 death_cause=1 >/dev/null 2>&1
> rows events-of 梧桐-2
> column field changes-of 梧桐-2 | grep -c '^kind$'
11
05
1
1
1

# A couple is judged by the wife's age: on the day she is 49 both are entitled, the day before neither.
$ office
> qinqing set person:1 birth=1977-05-06 >/dev/null
> qinqing eligible 梧桐-1 | grep -c 符合：
> at 2026-05-05 qinqing eligible 梧桐-1 | grep -c 不符合
2
2

# A widower is judged by his own age, and so is a man whose wife is in no file.
$ office
> qinqing set person:1 birth=1980-01-01 death_date=2026-01-05 >/dev/null
> qinqing eligible 梧桐-1 | grep -E '^李国栋'
> qinqing eligible 友谊-1 | grep -E '^孙德海'
李国栋  符合：独生子女死亡 590元/月
孙德海  符合：独生子女死亡 590元/月

# A daughter, her mother-in-law or a grandmother of 49 and more is not the wife whose age counts.
$ office
> qinqing set person:3 birth=1980-01-01 >/dev/null
> qinqing new person family=友谊-1 name=孙母 relation=母亲 sex=女 birth=1950-01-01 >/dev/null
> qinqing new person family=友谊-1 name=孙婶 relation=婶母 sex=女 birth=1950-01-01 >/dev/null
> qinqing eligible 友谊-1 | grep -E '^孙' | grep -v 孙丽
孙德海  不符合

# The death of the new spouse is a widowhood like any other.
$ office
> qinqing new person family=友谊-1 name=何桂英 relation=妻 sex=女 birth=1960-01-01 marital=再婚 marital_date=2020-05-01 >/dev/null
> qinqing set person:9 death_date=2026-05-04 >/dev/null
> column kind events-of 友谊-1
08

# A grown child who was married, divorced or married again is the child all the same.
$ for marital in 已婚 离婚 再婚 丧偶; do
> office
> qinqing set person:7 marital=$marital >/dev/null
> qinqing eligible 梧桐-2 | grep -c 符合：
> qinqing set person:7 death_date=2026-05-04 >/dev/null
> field family:2 kind
> done
2
11
2
11
2
11
2
11

# Who was born before 1933 is not entitled; 1 January 1933 is.
$ office
> qinqing set person:3 birth=1932-12-31 >/dev/null
> qinqing eligible 友谊-1 | head -1
> qinqing set person:3 birth=1933-01-01 >/dev/null
> qinqing eligible 友谊-1 | head -1
孙德海  不符合
孙德海  符合：独生子女死亡 590元/月

# The third grade of disability is entitled, the fourth is not.
$ office
> qinqing eligible 梧桐-2 | head -1
> qinqing set person:7 disab_cert=23049919901010005444B1 >/dev/null
> qinqing eligible 梧桐-2 | head -1
张淑芬  符合：独生子女伤残 460元/月
张淑芬  不符合

# Sons and daughters of every kind are children, in-laws are not: the number of children born or adopted.
$ for relation in 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39; do
> office
> qinqing new person family=梧桐-1 name=李某 relation=$relation birth=1988-01-01 >/dev/null
> echo "$relation $(qinqing eligible 梧桐-1 | grep -o '生育或收养子女数 [0-9]' | head -1)"
> done | sed 's/生育或收养子女数 //'
20 2
21 2
22 2
23 2
24 2
25 2
26 2
27 2
28 1
29 2
30 2
31 2
32 2
33 2
34 2
35 2
36 2
37 2
38 1
39 2

# Neither grandchildren nor parents nor brothers and sisters are children, though they may be only children themselves.
$ for relation in 41 42 43 44 45 46 47 49 51 52 53 54 55 56 61 62 63 64 71 77 93 97 99; do
> office
> qinqing new person family=梧桐-1 name=某人 relation=$relation birth=2010-01-01 is_only_child=是 >/dev/null
> qinqing eligible 梧桐-1 | grep -o '生育或收养子女数 [0-9]' | head -1
> done | uniq -c | sed 's/^ *//'
23 生育或收养子女数 1

# A head who is an only child is the head, and a spouse who is one the spouse.
$ office
> qinqing set person:1 is_only_child=是 >/dev/null
> qinqing set person:4 is_only_child=是 >/dev/null
> qinqing eligible 梧桐-1 | grep -c 符合：
2

# Who is marked as the only child without a relation is the child; who is older than the parents cannot be.
$ office
> qinqing new family name=赵大海 community=梧桐 kind=11 head.birth=1955-01-01 head.sex=男 >/dev/null
> qinqing new person family=family:4 name=赵小 is_only_child=是 birth=1985-01-01 alive=否 death_date=2020-01-01 >/dev/null
> qinqing eligible 梧桐-3 | grep -o '生育或收养子女数 [0-9]'
> qinqing new person family=family:4 name=赵老 is_only_child=是 birth=1930-01-01 >/dev/null 2>&1
> qinqing eligible 梧桐-3 | grep -o '生育或收养子女数 [0-9]'
生育或收养子女数 1
生育或收养子女数 1

# A daughter-in-law and a grandchild beside the child change nothing of what the parents are entitled to.
$ office
> qinqing eligible 梧桐-1 >before
> qinqing new person family=梧桐-1 name=孙媛 relation=儿媳 sex=女 birth=1992-05-05 >/dev/null
> qinqing new person family=梧桐-1 name=李小 relation=孙子 sex=男 birth=2015-05-05 is_only_child=是 >/dev/null
> qinqing new person family=梧桐-1 name=赵氏 relation=母亲 sex=女 birth=1931-05-05 >/dev/null
> qinqing eligible 梧桐-1 | diff before -

# The death of a daughter-in-law, a grandchild, a grandmother leaves a disabled child's family of that kind and level.
$ for who in '儿媳 sex=女 birth=1992-05-05' '孙子 sex=男 birth=2015-05-05 is_only_child=是' '孙女 sex=女 birth=2015-05-05 is_only_child=是' '母亲 sex=女 birth=1938-05-05' '祖母 sex=女 birth=1930-05-05' '女婿 sex=男 birth=1990-01-01'; do
> office
> qinqing new person family=梧桐-2 name=某人 relation=$who >/dev/null
> qinqing set person:9 death_date=2026-05-04 >/dev/null
> echo "$(field family:2 kind) $(reminders 梧桐-2 | grep -c 建议) $(column kind events-of 梧桐-2 2>/dev/null | grep -c 08)"
> done | uniq -c | sed 's/^ *//'
6 23 0 0

# A grandmother, a daughter-in-law or a grandchild who needs care does not make the family red, yellow or of another kind.
$ office
> qinqing new person family=梧桐-1 name=赵氏 relation=母亲 sex=女 birth=1931-05-05 self_care=4 disab_kind=4 disab_grade=1 >/dev/null
> qinqing new person family=梧桐-1 name=孙媛 relation=儿媳 sex=女 birth=1992-05-05 self_care=3 disab_kind=4 disab_grade=2 >/dev/null
> qinqing new person family=梧桐-1 name=李小 relation=孙子 sex=男 birth=2015-05-05 self_care=2 disab_kind=4 disab_grade=1 >/dev/null
> reminders 梧桐-1

# Certificates of in-laws and grandchildren propose no other kind.
$ office
> qinqing new person family=梧桐-2 name=孙媛 relation=儿媳 sex=女 id_no=230499199205050026 disab_cert=23049919920505002641 >/dev/null
> reminders 梧桐-2
> qinqing set person:7 disab_cert=23049919901010005442B1 >/dev/null
> reminders 梧桐-2 | grep -c 家庭类别
1

# The spouse's death is a bereavement of its own; the death of somebody who was divorced before is not.
$ office
> qinqing set person:4 death_date=2026-05-04 >/dev/null
> column kind events-of 梧桐-1
> reminders 梧桐-1 | grep -c 丧偶不到
> office
> qinqing set person:4 marital=离婚 marital_date=2010-01-01 >/dev/null
> qinqing set person:1 marital=离婚 marital_date=2010-01-01 >/dev/null
> qinqing set person:4 death_date=2026-05-04 >/dev/null
> column kind events-of 梧桐-1 2>/dev/null | grep -c 08
> reminders 梧桐-1 | grep -c 丧偶不到
08
1
0
0
? 1

# A divorced man is judged by his own age, whoever else is in the file.
$ office
> qinqing set person:1 birth=1980-01-01 marital=离婚 marital_date=2015-01-01 >/dev/null
> qinqing set person:4 marital=离婚 marital_date=2015-01-01 >/dev/null
> qinqing eligible 梧桐-1 | grep -E '^(王秀兰|李国栋)' | sort
李国栋  符合：独生子女死亡 590元/月
王秀兰  不符合

# A divorced man who is not yet 49 is not entitled by the age of the woman he was married to.
$ office
> qinqing set person:4 birth=1978-01-01 marital=离婚 marital_date=2015-01-01 >/dev/null
> qinqing set person:1 marital=离婚 marital_date=2015-01-01 >/dev/null
> qinqing eligible 梧桐-1 | grep -E '^(王秀兰|李国栋)' | sort
李国栋  不符合
王秀兰  符合：独生子女死亡 590元/月

# Who is married again is judged alone, and the new spouse, married after the child was born, is no parent of it.
$ office
> qinqing set person:3 marital=再婚 marital_date=2020-05-01 >/dev/null
> qinqing new person family=友谊-1 name=何桂英 relation=妻 sex=女 birth=1960-01-01 marital=再婚 marital_date=2020-05-01 >/dev/null
> qinqing eligible 友谊-1 | grep -E '^[^ ]+ +符合：'
> qinqing set person:9 birth=1985-01-01 >/dev/null
> qinqing eligible 友谊-1 | grep -E '^[^ ]+ +符合：'
孙德海  符合：独生子女死亡 590元/月
孙德海  符合：独生子女死亡 590元/月

# The grandmother's days are not the mother's: Mother's Day is quiet for the bereaved mother alone.
$ office
> qinqing set person:1 alive=否 death_date=2020-01-01 >/dev/null
> qinqing new person family=梧桐-1 name=赵氏 relation=母亲 sex=女 birth=1931-05-05 >/dev/null
> at 2026-05-08 qinqing --as zhoumin list reminders-of 梧桐-1 --json 2>/dev/null | grep -c 母亲节
> office
> at 2026-05-08 qinqing --as zhoumin list reminders-of 梧桐-1 --json | grep -c 母亲节
0
1

# Support is what it was on the day: by the amounts of that day, and by who had died by then.
$ office
> qinqing set person:8 death_date=2022-06-15 >/dev/null
> for day in 2022-06-14 2022-06-15 2022-06-30 2022-07-01; do qinqing eligible 友谊-1 --on $day | head -1; done
孙德海  不符合
孙德海  符合：独生子女死亡 450元/月
孙德海  符合：独生子女死亡 450元/月
孙德海  符合：独生子女死亡 590元/月

# A divorce counts from its day: until then the couple is judged by the wife's age, then each by their own.
$ office
> qinqing set person:1 birth=1980-01-01 marital=离婚 marital_date=2026-03-01 >/dev/null
> qinqing set person:4 marital=离婚 marital_date=2026-03-01 >/dev/null
> for day in 2026-02-28 2026-03-01; do qinqing eligible 梧桐-1 --on $day | grep -E '^李国栋'; done
李国栋  不符合
李国栋  符合：独生子女死亡 590元/月

# So does the wife's death; and on a day before it, she is judged as well.
$ office
> qinqing set person:1 birth=1980-01-01 death_date=2026-03-01 >/dev/null
> for day in 2026-02-28 2026-03-01; do qinqing eligible 梧桐-1 --on $day | grep -E '^(王秀兰|李国栋)'; done
王秀兰  不符合
李国栋  不符合
李国栋  符合：独生子女死亡 590元/月

# The head of a file is its head though the roster does not say so: judged for support, level and quiet days.
$ office
> printf '姓名,性别,出生日期,家庭类别,所属社区,子女姓名,子女去世日期\n赵桂芝,女,1958-03-12,失独,梧桐社区,赵小,2025-10-01\n' >roster.csv
> qinqing import families roster.csv --yes >/dev/null
> qinqing get person:9 | grep -E '^(name|relation)='
> qinqing eligible 梧桐-3 | grep -c 符合：
> qinqing set person:9 self_care=4 >/dev/null
> reminders 梧桐-3 | grep -o '重度或完全失能'
> qinqing set person:9 death_date=2026-05-05 >/dev/null
> column kind events-of 梧桐-3
name=赵桂芝
relation=02
1
重度或完全失能
08

# Doctor, green channel and insurance are for the head and their spouse; who lives with them is counted for none.
$ office
> qinqing new person family=梧桐-1 name=王桂芬 relation=岳母 sex=女 birth=1935-04-04 >/dev/null
> qinqing new person family=梧桐-1 name=李小宝 relation=孙子 sex=男 birth=2010-04-04 >/dev/null
> qinqing new person family=梧桐-1 name=周芳 relation=儿媳 sex=女 birth=1986-04-04 >/dev/null
> for number in doctor green insured; do board coverage 梧桐社区 $number; done
0/4
0/4
0/4

# Who splits off heads a file: the child of both does not, nor does somebody who died.
$ office
> refused '李明 户主' qinqing split 梧桐-1 person:5
> refused '李明 户主' qinqing split 梧桐-1 person:5 person:4
> refused '张伟 户主' qinqing split 梧桐-2 person:7
> qinqing set person:4 death_date=2026-05-01 >/dev/null
> refused '李国栋 户主' qinqing split 梧桐-1 person:4
> accepted qinqing split 梧桐-2 person:6

# What is missing is said once, though two conditions want it.
$ office
> qinqing new family name=赵大宝 community=梧桐 >/dev/null
> qinqing eligible 梧桐-3
> qinqing eligible 梧桐-3 | sort | uniq -d
赵大宝  资料不全，还不能判断
  - 还缺本人出生日期
...
