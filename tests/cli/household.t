# household.t - who is the child and who the spouse: by relation, only child and dates, and nobody else.

# The child's death turns the kind; a second report of it turns nothing.
$ office
> qinqing set person:7 death_date=2026-05-04 >/dev/null
> field family:2 kind
> column kind events-of 梧桐-2
> rows changes-of 梧桐-2
> qinqing set person:7 death_cause=1 >/dev/null 2>&1
> rows events-of 梧桐-2
> rows changes-of 梧桐-2
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
