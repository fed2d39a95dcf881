# new, set, get, find, show, list, log, undo, void: the life of a family on the command line.

$ qinqing init
~ 已建好空的办公室： .*

$ qinqing new family name=王秀兰 community=梧桐 phone1=13900005678
family:1

$ qinqing find 王秀 --json | jq -r '.[] | [.ref, .file_no, .head.name, .community.name, ([.contacts[] | select(.worker)] | length)] | @tsv'
~ family:1	230402001001-0001	王秀兰	梧桐(社区)?	0

$ qinqing find wxl | wc -l
1

$ qinqing find 5678 | wc -l
1

$ qinqing find 没有这个人
qinqing: 没有找到“没有这个人”；可以试姓名、拼音首字母、电话后四位、门牌或档案编号
? 1

$ qinqing find 没有这个人 --json 2>/dev/null
[
]
? 1

$ qinqing new worker on_from=2020-01-01 name=周敏 org=梧桐社区 post=计生专干 mobile=13800000001
worker:1

$ qinqing new worker on_from=2020-01-01 name=高强 org=北山街道 post=计生专干 mobile=13800000002
worker:2

$ qinqing new assignment family=梧桐-1 post=社区岗 worker=周敏
assignment:1

$ qinqing new assignment family=family:1 post=1 worker=worker:2
assignment:2

$ qinqing find wxl --json | jq -rc '.[].contacts[] | [.post.label, .worker.name, .phone]'
["社区岗","周敏","13800000001"]
["街道岗","高强","13800000002"]

$ qinqing new visit family=梧桐-1 mode=上门 outcome=1 when=昨天 by=周敏
visit:1

$ qinqing get visit:1 | grep -E '^(family|when|mode|outcome|by|late_days)='
family=family:1
when=2026-05-05
mode=11
outcome=1
by=worker:1
late_days=1

# The same again is worth a remark, and is still saved.
$ qinqing new visit family=梧桐-1 mode=上门 outcome=1 when=昨天 by=周敏
~ qinqing: 注意：这户2026-05-05已有一条.*上门走访.*
visit:2

$ qinqing void visit:2
qinqing: 作废要写明原因：qinqing void visit:2 --why TEXT
? 2

$ qinqing void visit:2 --why 重复了
已作废 visit:2

$ qinqing list visits-of 梧桐-1 --json | jq -r '.[] | [.ref, .void_why // ""] | @tsv' | sort
visit:1	
visit:2	重复了

$ qinqing void family:1 --why 试试
qinqing: 家庭档案不作废，只销档：请填销档日期和销档原因
? 2

$ qinqing set family:1 wish_no=勿谈子女 live_addr=惠民家园12-3-501
现住地址: 空 → 惠民家园12-3-501
不愿意事项: 空 → 勿谈子女

$ qinqing find 12-3-501 --json | jq -r '.[].ref'
family:1

$ qinqing set family:1 wish_no=勿谈子女
没有变化

$ qinqing show 梧桐-1
...
~ .*勿谈子女.*
...
~ .*周敏.*138 ?0000 ?0001.*
...

$ qinqing show 没有这个人
qinqing: 没有找到“没有这个人”
? 1

$ qinqing new family name=王秀兰 community=友谊 phone1=13900005679
...
family:2

$ qinqing show 王秀兰
...
qinqing: “王秀兰”对上了2户，请写得再具体些，或用档案编号
? 2

$ qinqing show worker:1
...
姓名            周敏
...

$ qinqing undo
~ 要撤销的：.*
...
qinqing: 没有撤销：这里没有终端可以确认；加 --yes 再运行一次
? 2

$ qinqing undo --yes
~ 要撤销的：.*
...
已撤销

# Undoing a creation voids it: the number stays its own, no list shows it.
$ qinqing get family:2 | grep void; qinqing list families --json | jq length
void_why=撤销
1

$ qinqing log family:1
...
~ 2026-05-06 09:00  tester  .*  现住地址: 空 → 惠民家园12-3-501
...

$ qinqing log family:1 --json | jq -r '.[] | select(.field == "live_addr") | .is'
惠民家园12-3-501

# A correction: numbers are checked as they are typed.
$ qinqing set person:1 id_no=230499195803120023
~ qinqing: .*校验码应为2.*
? 2

$ qinqing set person:1 id_no=230499196202290047
~ qinqing: .*
? 2

$ qinqing set person:1 id_no=230499195803120022 --json | jq -r '[.id_no, .birth, .sex.label] | @tsv'
~ 230499195803120022	1958-03-12	女.*

$ qinqing new family name=王秀兰 community=友谊 head.id_no=230499195803120022 phone1=13900005679
...
~ qinqing: 这个证件号码已登记在另一份档案：王秀兰 .梧桐-1.，.*
? 2

$ qinqing list families --json | jq length
1

# What is wrong is said with what might be right.
$ qinqing set family:1 phon1=13900000000
qinqing: 家庭没有字段“phon1”，是不是 phone1？
? 2

$ qinqing set family:1 file_no=X
qinqing: “档案编号”由程序填，不能自己写
? 2

$ qinqing set family:1 phone1
qinqing: “phone1”要写成 field=value
? 2

$ qinqing new famly name=x
~ qinqing: 没有“famly”这种记录；有 org、worker、family、person、assignment、visit.*
? 2

$ qinqing get 梧桐-1
qinqing: “梧桐-1”不是编号；要写成 TYPE:ID，例如 family:7
? 2

$ qinqing list famlies
qinqing: 没有名单“famlies”，是不是 families？
? 2

$ qinqing list visits-of
qinqing: 名单 visits-of 要写明是谁的：qinqing list visits-of family:编号
? 2

$ qinqing find wxl --limit none
qinqing: --limit 要写 0 到 100000 的整数，“none”不是
? 2

# Names that break programs.
$ qinqing new family name=𠮷田䶮 community=煤城 phone1=13900000001
family:3

$ qinqing new family name=阿卜杜拉·买买提 community=煤城 phone1=13900000002
family:4

$ qinqing new family name=欧阳娜娜 community=三社区 phone1=13900000003
family:5

$ qinqing list families --json | jq -r '.[].head.name' | sort
欧阳娜娜
王秀兰
阿卜杜拉·买买提
𠮷田䶮

# Escape sequences neither go in nor out.
$ qinqing set family:1 wish_note=$'red \e[31m'
~ qinqing: .*看不见的控制字符.*
? 2

$ qinqing --read-only set family:1 wish_note=x
~ qinqing: .*
? 2

$ qinqing --as nobody find wxl
~ qinqing: .*没有登录名“nobody”.*
? 2

$ qinqing today
~ 2026-05-06 周三
...

$ qinqing | head -1
2026-05-06 周三

$ qinqing today --json | jq -e 'type == "array"'
true

$ qinqing drafts
qinqing: 没有草稿
? 1

$ qinqing check | tail -1
数据完好

# What other records rest on for ever is never void, even where nothing points at it yet.
$ office
> refused '工作人员不作废 离岗' qinqing void worker:8 --why 试
> refused '组织不作废' qinqing void org:1 --why 试
> refused '规则不作废' qinqing void ruleset:1 --why 试
