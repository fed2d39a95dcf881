# filter.t - rows of any list by a typed line, and in the order of any column.

# Conditions hold all at once; a word is looked for in what a row shows, letters as the first of characters.
$ office
> qinqing set family:1 wish_no=勿上门 phone1=13900005678 >/dev/null
> list() { qinqing list families --where "$1" --json 2>&1 | jq -r 'map(.file) | join(" ")'; }
> list 王秀兰; list wxl; list 'kind:失独'; list '类别:失独 -王秀兰'; list 'wish:'; list '-wish:'; list '不愿意事项:勿上门'; list 'wish!='; list '电话:5678'; list 'workers:高强'
梧桐-1
梧桐-1
梧桐-1 友谊-1
友谊-1
梧桐-2 友谊-1
梧桐-1
梧桐-1
梧桐-1
梧桐-1
梧桐-1 梧桐-2

# Nothing that holds is told as such, with how many there are.
$ office
> qinqing list families --where 李四
qinqing: “全部家庭”的 3 行里没有合“李四”的
? 1

# Numbers and days at their edges: at, below, above; a month and a year stand for their first day.
$ office
> list() { qinqing list visits-of 友谊-1 --where "$1" --json 2>/dev/null | jq -c 'map(.when)'; }
> for day in 2026-02-28 2026-03-01 2026-03-31 2026-04-01; do qinqing new visit family=友谊-1 mode=电话 outcome=1 when=$day by=佟丽 >/dev/null 2>&1; done
> list 'when<2026-03'; list 'when>=2026-03 when<2026-04'; list 'when>2026-03-31'; list 'when<2026'; list 'when:2026-03'
["2026-02-28"]
["2026-03-31","2026-03-01"]
["2026-04-01"]
[]
["2026-03-31","2026-03-01"]

$ office
> qinqing set person:1 birth=1956-05-06 >/dev/null; qinqing set person:2 birth=1956-05-07 >/dev/null; qinqing set person:3 birth=1955-05-06 >/dev/null
> list() { qinqing list families --where "$1" --json 2>/dev/null | jq -r 'map(.file) | join(" ")'; }
> for c in 'age>=70' 'age>70' 'age=70' 'age!=70' '年龄<70' 'age<=70'; do list "$c"; done
梧桐-1 友谊-1
友谊-1
梧桐-1
梧桐-2 友谊-1
梧桐-2
梧桐-1 梧桐-2

# Shares in per cent; the sum of all is no longer the sum of what is shown.
$ office
> qinqing new family name=王五 community=友谊 kind=11 >/dev/null
> for c in 'contacts<100' 'contacts<=50%' 'contacts<50' 'contacts=100'; do qinqing board coverage --where "$c" --json 2>/dev/null | jq -c 'map(.name)'; done
["友谊社区"]
["友谊社区"]
[]
[]

# A column that is not there, a value that makes no sense, an order where there is none.
$ office
> for c in 'heade:x' 'age>很老' 'last<上上月' 'workers>3' 'contacts<9'; do qinqing list families --where "$c" >/dev/null; done; qinqing board coverage --where 'contacts<many'
qinqing: 这份名单没有“heade”这一栏，是不是 head？
qinqing: “年龄”要填整数，“很老”不是
qinqing: “上上月”看不懂是哪一天：请写成 2026-3-2、3-2、昨天、上周三 或 +3d（三天后）
qinqing: “联系人”这一栏不分大小，请用 : 写它有什么
qinqing: 这份名单没有“contacts”这一栏；冒号前写表头上的字，如 档案编号:
qinqing: “many”不是百分数；写成 90 或 90%
? 2

# What one may not see cannot be asked for either: 刘洋 sees but the tail of another's family's telephone.
$ office
> qinqing set family:1 phone1=13900005678 >/dev/null
> for word in 'phone1:5678' 'phone1:39000056' 'phone1=13900005678'; do qinqing --as zhoumin list families --where "$word" --json 2>/dev/null | jq length; qinqing --as liuyang list families --where "$word" --json 2>/dev/null | jq length; done
1
1
1
0
1
0

# Limits are kept, whatever a list costs.
$ qinqing demo --families 60 --seed 5 >/dev/null; qinqing list quality --limit 2 --json 2>/dev/null | jq length; qinqing list families --sort -age --limit 3 --json 2>/dev/null | jq length
2
3

# Names stand as they are read, file numbers by their size.
$ qinqing list families --sort head --json | jq -r '.[].head.name' | head -4
阿卜杜拉·买买提
曹长海
陈伟
陈长海

$ qinqing list families --where 梧桐社区 --sort -file --json | jq -r '.[].file' | head -2
梧桐-9
梧桐-8
