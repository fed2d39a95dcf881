# A list leaves the office: what the person sees, with a purpose and a recipient, and the log knows.

$ office; qinqing export families --to x.xlsx; qinqing export families --to x.xlsx --why 汇总; qinqing export families --to x.xlsx --for-whom 市计生协; ls x.xlsx
qinqing: 导出要写明 --why 用途 和 --for-whom 交给谁，记入日志
qinqing: 导出要写明 --why 用途 和 --for-whom 交给谁，记入日志
qinqing: 导出要写明 --why 用途 和 --for-whom 交给谁，记入日志
~ ls: .*
? 2

$ office; export QINQING_DATA; qinqing --as zhoumin export families --columns "file head phone1 card_given" --why 季度汇总 --for-whom 市计生协 --to - | tr -d '\r'; qinqing log --limit 1 2>/dev/null
~ .*档案,户主,联系电话,知情卡发放
梧桐-1,王秀兰,13900005678,2026-01-10
梧桐-2,张淑芬,13900002345,2026-01-10
~ 导出编号 [0-9]+  周敏  2026-05-06 09:00  用途：季度汇总  接收人：市计生协
~ entry:[0-9]+ +2026-05-06 09:00  zhoumin  导出  张淑芬 \(梧桐-2\)  全部家庭 2行 用途：季度汇总 接收人：市..

# The log says it the same in every language.
$ office; qinqing --lang en export orgs --columns name --why audit --for-whom me --to - | head -1 | tr -d '\r'; qinqing log --limit 1 2>/dev/null
~ .*Name
~ entry:[0-9]+ .* 导出  街道社区 [0-9]+行 用途：audit 接收人：me

# Of a share three columns, each with a title of its own.
$ office; qinqing export R05 --columns dual_rate --why 查 --for-whom 自己 --to - | head -1 | tr -d '\r'; qinqing export coverage --columns contacts --why 查 --for-whom 自己 --to - | head -1 | tr -d '\r'
~ .*分组,双岗达到,双岗应有,双岗率
~ .*分组,双岗,双岗应有,双岗率

# A report of this name that is broken says what is wrong with it; a name is no way to another file.
$ office; mkdir -p "$QINQING_DATA/config/reports"; echo 'columns: [{name: a, title: 甲, cuont: end}]' >"$QINQING_DATA/config/reports/R05.yaml"; qinqing export R05 --why 查 --for-whom 自己 --to -; echo 'a: 1' >"$QINQING_DATA/config/x.yaml"; qinqing report ../x; qinqing export ../x --why 查 --for-whom 自己 --to -
~ qinqing: .*config/reports/R05.yaml:1:11: 一栏要写 count 或 share，只写一样
~ .*config/reports/R05.yaml:1:31: 不认识“cuont”，是不是“count”？
qinqing: 没有报表“../x”；全部报表见 qinqing report
qinqing: 没有名单“../x”；全部名单见 qinqing help list
? 2

# Blanks are none.
$ office; qinqing export families --why " " --for-whom 市计生协 --to - ; qinqing export families --why 汇总 --for-whom "　" --to -
qinqing: 导出要写明用途，记入日志
qinqing: 导出要写明交给谁，记入日志
? 2

# The number of the file is the number of its entry.
$ office; n=$(qinqing export orgs --why 查 --for-whom 自己 --to - | tail -1 | sed 's/^导出编号 \([0-9]*\).*/\1/'); qinqing log --limit 1 --json 2>/dev/null | jq -r --arg n $n '.[] | [.act.key, .ref == "entry:" + $n] | @tsv'
export	true

# Masked as on the screen: another's families, and who sees nothing in clear.
$ office; for who in liuyang gaoqiang; do qinqing --as $who export families --columns "head phone1 live_addr" --why 查 --for-whom 街道 --to - | tr -d '\r' | sed -n 2p; done
~ 王[*]+,139[*]+5678,惠民家园[*]+.?
王秀兰,13900005678,惠民家园12-3-501

# Nothing of a family beyond one's part of the tree.
$ office; qinqing --as zhoumin export person --columns "name" --why 查 --for-whom 自己 --to - | grep -c 孙; qinqing --as zhoumin export visits-of 友谊-1 --why 查 --for-whom 自己 --to - 
0
~ qinqing: .*不在.*辖区.*
? 2

# A role that may not; and while nothing may be written nothing may be given away, since it could not be logged.
$ office; qinqing set worker:5 role=volunteer >/dev/null; qinqing --as liuyang export families --why 查 --for-whom 自己; qinqing --read-only export families --why 查 --for-whom 自己; ls "$QINQING_DATA/outbox"
qinqing: 刘洋的角色不能导出，请找街道主管或管理员
~ qinqing: 现在是只读方式.*
~ ls: .*
? 2

# Into the outbox under a name of its own, which no family is in; a file that is there is not written over.
$ office; cd "$QINQING_DATA"; qinqing --as zhoumin export members-of 梧桐-1 --why 走访 --for-whom 街道 --to .; mkdir outbox; chmod 700 outbox; mv 家庭* outbox; stat -c %a outbox outbox/*; ls outbox; touch a.csv; qinqing export families --why 查 --for-whom 自己 --to a.csv; qinqing export families --why 查 --for-whom 自己 --to no/a.csv; qinqing export families --why 查 --for-whom 自己 --to a.doc
~ 已导出 3 行到 ./家庭成员-[0-9]+-周敏-20260506-0900.xlsx（编号 [0-9]+）
700
600
~ 家庭成员-[0-9]+-周敏-20260506-0900.xlsx
qinqing: 已经有 a.csv 了，不覆盖；请用 --to 换一个名字
qinqing: 写不了 no/a.csv：No such file or directory
qinqing: --to 要写 .xlsx 或 .csv 的文件名、一个目录，或 -；“a.doc”都不是
? 2

# Formulas are defused, amounts are not words; long numbers on request as a spreadsheet keeps them; GB18030 on request.
$ office; qinqing set family:1 "live_addr==cmd|' /C calc'!A0" income_month=-5 >/dev/null 2>&1; qinqing set family:1 "key_holder=@SUM(1)" wish_time=-1+2 income_month=500.50 >/dev/null; qinqing export families --columns "key_holder wish_time income_month phone1" --why 查 --for-whom 自己 --to - --digits keep | sed -n 2p; qinqing export families --columns "phone1" --why 查 --for-whom 自己 --to - --digits tab | sed -n 2p | od -An -c
~ '@SUM\(1\),'-1\+2,500.50,="13900005678".?
~ .*\\t   1   3   9   0   0   0   0   5   6   7   8  .*

$ office; qinqing new family name=𠮷䶮 community=梧桐 kind=11 phone1=13900000001 >/dev/null; qinqing export families --columns head --sort head --why 查 --for-whom 自己 --to - --format gb18030 | iconv -f gb18030 -t utf-8 | grep -c '^𠮷䶮'; qinqing export families --why 查 --for-whom 自己 --to b.xlsx --format gb18030; qinqing export families --why 查 --for-whom 自己 --format latin1; qinqing export families --why 查 --for-whom 自己 --format xlsx --digits tab; qinqing export families --columns head,phone1 --why 查 --for-whom 自己 --format xlsx | head -c 2
1
qinqing: --format gb18030 和文件名 b.xlsx 对不上
qinqing: --format 要写 xlsx、csv 或 gb18030，“latin1”不是
qinqing: --digits 是给 CSV 的，xlsx 用不着
PK

# A slip is told.
$ office; qinqing export familes --why 查 --for-whom 自己; qinqing export families --columns "hed" --why 查 --for-whom 自己; qinqing export gifts-of 梧桐-1 --why 查 --for-whom 自己
qinqing: 没有名单“familes”，是不是 families？
qinqing: 全部家庭里没有“hed”这一栏，是不是 head？
qinqing: “慰问”是空的，没有可导出的
? 1

# Cell by cell what --json says: days are days, money and counts are numbers, numbers of people are words.
$ office; spring; qinqing new family name=𠮷䶮 community=梧桐 kind=11 phone1=0468-3345612 head.id_no=230499195803120022 income_month=1234.5 >/dev/null; qinqing export families --columns "file head phone1 income_month card_given opened kind workers state last score" --why 查 --for-whom 自己 --to f.xlsx; qinqing list families --json >f.json; "$TOP/tests/sheets/compare.py" f.xlsx f.json file head phone1 income_month card_given opened kind workers state last score
~ 已导出 7 行到 f.xlsx.*
NoneType datetime float int str

$ office; spring; for type in person worker need policy insured assignment; do columns=$(qinqing help --names $type | grep -v '^void_' | tr '\n' ' '); qinqing export $type --columns "$columns" --why 查 --for-whom 自己 --to $type.xlsx >/dev/null; for i in $(seq 12); do qinqing get $type:$i --json 2>/dev/null; done | jq -s . >$type.json; "$TOP/tests/sheets/compare.py" $type.xlsx $type.json $columns; done
NoneType datetime str
NoneType datetime str
NoneType datetime str
NoneType datetime int str
NoneType datetime str
NoneType datetime str

# All records of a type have all that people can read of them, without those that are void.
$ office; qinqing new person family=梧桐-1 name=王小妹 relation=73 >/dev/null; qinqing void person:9 --why 记错 >/dev/null; qinqing export person --why 查 --for-whom 自己 --to - >p.csv; head -1 p.csv | tr ',' '\n' | grep -c .; grep -c 王小妹 p.csv; wc -l <p.csv
~ 3[0-9]
0
10

$ office; spring; at 2026-05-31 qinqing export coverage --columns "name families contacts card doctor insured satisfied" --why 查 --for-whom 自己 --to c.xlsx >/dev/null; at 2026-05-31 qinqing list coverage --json >c.json; "$TOP/tests/sheets/compare.py" c.xlsx c.json families contacts card doctor insured satisfied
NoneType float int

# Filtered and in order like the list.
$ office; qinqing export families --where "community:友谊" --columns file --why 查 --for-whom 自己 --to - | tr -d '\r' | sed -n 2,3p | cut -c1-20; qinqing export families --sort -file --columns file --why 查 --for-whom 自己 --to - | tr -d '\r' | sed -n 2p
友谊-1
~ 导出编号.*
友谊-1

# From outside it comes through the line; files there are not reached.
$ office; SSH_ORIGINAL_COMMAND='export families --columns file --why 汇总 --for-whom 市里' qinqing --as zhoumin door | tr -d '\r' | tail -n +2; SSH_ORIGINAL_COMMAND='export families --format xlsx --why 汇总 --for-whom 市里' qinqing --as zhoumin door | head -c 2; echo; ls "$QINQING_DATA" | grep -c tmp; SSH_ORIGINAL_COMMAND='export families --to /tmp/x.csv --why 汇总 --for-whom 市里' qinqing --as zhoumin door
梧桐-1
梧桐-2
~ 导出编号 .*
PK
0
~ qinqing: .*选项 --to 不能从外面用.*
? 126
