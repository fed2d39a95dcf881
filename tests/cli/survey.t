# Surveys: questions of config/surveys/, some asked only after an answer; answered for a family, and added up.

$ office; qinqing survey; qinqing survey elderly | sed -n 1,4p; refused 没有问卷 qinqing survey x; qinqing help --names surveys
elderly  居家养老需求
居家养老需求
lives  平时和谁一起住  choice  独居、夫妻同住、和亲属同住、住养老机构
alone_since  从哪天起一个人住  date  (只问 lives=独居)
needs  要哪些帮助  choices  助餐、助洁、助医、陪伴、都不要  (只问 lives=独居、夫妻同住、和亲属同住)
elderly

# By words or by numbers, several in the survey's order; kept as they are named. Later answers go to the same record,
# an empty one takes it off; the family is asked, or the community knows.
$ office
> qinqing --as zhoumin survey elderly 梧桐-1 lives=1 needs=陪伴、1 meals=3 alone_since=2026-05-01
> qinqing get reply:1 | grep -vE '^(by|on)='
> qinqing --as zhoumin survey 居家养老需求 梧桐-1 meals=1 wish=想学手机 alone_since= --known
> qinqing get reply:1 | grep -vE '^(by|on|family|survey|title)='
reply:1
family=family:1
survey=elderly
title=居家养老需求
source=1
answers=lives=独居
  alone_since=2026-05-01
  needs=助餐、陪伴
  meals=3
reply:1
source=2
answers=lives=独居
  needs=助餐、陪伴
  meals=1
  wish=想学手机

# What is not to be asked is refused, at every edge: the answer before is another, is not there, or is itself not asked.
$ office
> ask() { refused "$1" qinqing survey elderly 梧桐-1 "${@:2}"; }
> ask 不用问 lives=夫妻同住 alone_since=2026-05-01; ask 不用问 alone_since=2026-05-01; ask 不用问 lives=住养老机构 needs=助餐
> ask 不用问 lives=独居 needs=助洁 meals=1; ask 不用问 needs=助餐 meals=1; ask 没有回答 meals=1
> ask 1到3之间 lives=1 needs=助餐 meals=0; ask 1到3之间 lives=1 needs=助餐 meals=4; ask 数字 lives=1 needs=助餐 meals=三
> ask 选项 lives=5; ask 选项 lives=0; ask 选项 lives=独居、夫妻同住; ask 选项 lives=1 needs=做饭; ask 这道题 live=1; ask 日期 lives=1 alone_since=x
> ask 要写成 lives; refused 要写回答 qinqing survey elderly 梧桐-1; ask 必须填写 lives=
> refused 不用问 qinqing new reply family=梧桐-1 survey=elderly answers=meals=1
> accepted qinqing survey elderly 梧桐-1 lives=1 needs=助餐 meals=1
> ask 不用问 needs=助洁; ask 不用问 lives=住养老机构; accepted qinqing survey elderly 梧桐-1 lives=住养老机构 needs= meals=
> refused '已经答过' qinqing new reply family=梧桐-1 survey=居家养老需求 answers=lives=1
> qinqing void reply:1 --why 记错 >/dev/null; accepted qinqing survey elderly 梧桐-1 lives=1; qinqing undo --yes >/dev/null; qinqing list survey-totals 2>&1
qinqing: “问卷汇总”是空的
? 1

# Added up: of each question the families that were asked it, who said nothing told apart; only what one reads in clear.
$ office
> qinqing survey elderly 梧桐-1 lives=独居 needs=助餐、陪伴 meals=3 >/dev/null
> qinqing survey elderly 梧桐-2 lives=夫妻同住 needs=助餐 meals=2 wish=好 >/dev/null
> qinqing survey elderly 友谊-1 lives=住养老机构 >/dev/null
> sum() { qinqing "$@" survey elderly --totals --json | jq -r '.[] | select(.families > 0) | [.ask, .answer, .families, .share.den] | @tsv'; }
> sum
> for who in zhenghua gaoqiang tongli suning; do echo $who $(sum --as $who 2>/dev/null | grep -c .); done
> qinqing survey elderly --totals --by community --json | jq -r '.[] | select(.families > 0 and .ask == "平时和谁一起住") | [.org.name, .answer, .families] | @tsv'
平时和谁一起住	独居	1	3
平时和谁一起住	夫妻同住	1	3
平时和谁一起住	住养老机构	1	3
从哪天起一个人住	没有回答	1	1
要哪些帮助	助餐	2	2
要哪些帮助	陪伴	1	2
一天要送几顿饭	平均 2.5	2	2
还有什么想说的	有回答	1	3
还有什么想说的	没有回答	2	3
zhenghua 9
gaoqiang 8
tongli 2
suning 0
梧桐社区	独居	1
梧桐社区	夫妻同住	1
友谊社区	住养老机构	1

# Rights are those of other records of families.
$ office; refused 辖区 qinqing --as tongli survey elderly 梧桐-1 lives=1; qinqing survey elderly 梧桐-1 lives=1 >/dev/null; refused 辖区 qinqing --as tongli get reply:1; qinqing --as gaoqiang get reply:1 | grep answers
answers=lives=独居

# What is wrong in a survey is told with its place, all of it at once.
$ office; mkdir -p "$QINQING_DATA/config/surveys"; printf 'title: 试\nquestions:\n  - {name: a, ask: 甲, kind: choice, choices: [一]}\n  - {name: b, ask: 乙, kind: radio}\n  - {name: c, ask: 丙, kind: number, when: {z: 一}}\n  - {name: d, ask: 丁, kind: text, when: {a: 二}}\n  - {name: a, ask: 戊, kind: text, choices: [x, y]}\n' >"$QINQING_DATA/config/surveys/try.yaml"; qinqing config check 2>&1 | sed 's/^.*surveys/surveys/'; refused 写得不对 qinqing survey try
surveys/try.yaml:3:5: choice 要写 choices，至少两项
surveys/try.yaml:4:29: kind 只能是 text、choice、choices、number 或 date
surveys/try.yaml:5:44: 前面没有“z”这道题
surveys/try.yaml:6:45: “a”没有选项“二”
surveys/try.yaml:7:5: “a”这道题写了两遍
surveys/try.yaml:7:44: text 没有选项，不写 choices
qinqing: 设置有问题，逐条列在上面
