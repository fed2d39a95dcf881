# An office's settings say only what differs from the shipped ones.

$ qinqing init
~ 已建好空的办公室： .*

$ mkdir -p own/screens own/maps && qinqing --config own config check
设置没有问题

# Mappings by key; lists by what names their elements; drop takes one out, none a key's act.
$ printf 'soft_share: 80\nweights:\n  - {name: 独居, points: 12}\n  - {name: 煤炉取暖, when: flag, arg: "18", points: 3}\ndays:\n  - {name: C5, drop: true}\nsupport:\n  amounts:\n    - {from: 2022-07-01, kind: "1", yuan: 700}\n' >own/care.yaml

$ printf 'CARE_FLAG: {"01": 一个人住, "98": 养宠物}\nSEX: {"9": {drop: true}}\n' >own/codes.yaml

$ printf 'columns:\n  - {field: state, width: 10}\n  - {field: care_level, title: 级别, width: 6}\nkeys:\n  R: none\n  C: back\n  v: {label: 走访}\n' >own/screens/today.yaml

$ qinqing --config own config check
与随程序来的设置不同的地方：
own/care.yaml:1:13  soft_share：75 → 80
own/care.yaml:3:24  weights 独居 points：8 → 12
own/care.yaml:4:5  weights 煤炉取暖：新增 {name: 煤炉取暖, when: flag, arg: 18, points: 3}
~ own/care.yaml  days C5：去掉了 \{name: C5, label: 5.29会员活动日, .*
own/care.yaml:9:43  support amounts 2022-07-01 1 yuan：590 → 700
own/codes.yaml  SEX 9：去掉了 未说明的性别
own/codes.yaml:1:19  CARE_FLAG 01 name：独居 → 一个人住
own/codes.yaml:1:31  CARE_FLAG 98：新增 养宠物
own/screens/today.yaml:2:27  columns state width：9 → 10
own/screens/today.yaml:3:5  columns care_level：新增 {field: care_level, title: 级别, width: 6}
own/screens/today.yaml:7:14  keys v label：记一笔 → 走访
own/screens/today.yaml:5:6  keys R：{do: go, screen: reminders, label: 要做的事} → {do: none}
own/screens/today.yaml:6:6  keys C：{do: go, screen: campaigns, label: 专项, bar: false} → {do: back}
设置没有问题

# What is shipped stays where the office says nothing: the rules still find the code by its meaning.
$ qinqing --config own new family name=王秀兰 community=梧桐 phone1=13900005678 care_flags=养宠物 && qinqing --config own get family:1 | grep care_flags
family:1
care_flags=98

$ rm -r own && mkdir -p own/screens

# An office that carries a whole copy of everything differs in nothing.
$ cp -r "$TOP"/config/* own/ && cp "$TOP"/screens/* own/screens/ && qinqing --config own config check && qinqing --config own today >/dev/null
设置没有问题

# ... also a copy from before codes said what they mean: a bare name keeps the rest.
$ sed -E 's/\{name: ([^,}]*), means: [^}]*\}/\1/' own/codes.yaml | grep -c means; sed -i -E 's/\{name: ([^,}]*), means: [^}]*\}/\1/' own/codes.yaml; qinqing --config own config check
~ [0-9]+
设置没有问题

# replace takes a file whole, and check names what it lacks.
$ rm -r own && mkdir -p own/screens && { echo 'replace: true'; grep -v 'field: last' "$TOP/screens/today.yaml" | sed 's/width: 13/width: 12/'; } >own/screens/today.yaml && qinqing --config own config check
与随程序来的设置不同的地方：
own/screens/today.yaml  columns last：去掉了 {field: last, title: 上次, width: 6}
~ own/screens/today.yaml:[0-9]*:[0-9]*  columns phone1 width：13 → 12
设置没有问题

$ printf 'replace: true\nname: 某区计生协\n' >own/office.yaml && qinqing --config own today
qinqing: own/office.yaml:1:1: 缺少“orgs”
? 2

# A new element stands behind the one it is written behind.
$ rm -r own && mkdir -p own/screens && printf 'columns:\n  - {field: file}\n  - {field: community, title: 社区, width: 6}\n' >own/screens/families.yaml && qinqing --config own config check
与随程序来的设置不同的地方：
...
设置没有问题

# What names nothing, or is written twice, is said.
$ printf 'days:\n  - {name: C55, drop: true}\n  - {name: C1, label: 元旦节}\n  - {name: C1, label: 元旦}\nsoft_shar: 3\nlate_days: -1\nlevels:\n  - {level: "8", preset: close}\n  - {level: "1", preset: closed}\nweights:\n  - {name: 独居, arg: "77"}\nsilence_flags: ["01", "55"]\ncounters:\n  - {name: street, post: "8"}\n  - {name: meet, counts: met}\n' >own/care.yaml; rm -r own/screens; qinqing --config own config check
own/care.yaml:2:5: 这里要去掉“C55”，可是随程序来的设置里没有它
own/care.yaml:4:5: “C1”写了两次
own/care.yaml:5:1: 不认识“soft_shar”，是不是“soft_share”？
own/care.yaml:6:12: 这里应是 0 到 100000 之间的整数
own/care.yaml:8:13: CARE_LEVEL 没有代码“8”
own/care.yaml:9:26: 没有叫“closed”的频次（presets 里的 name），是不是 close？
own/care.yaml:11:21: CARE_FLAG 没有代码“77”
own/care.yaml:12:23: CARE_FLAG 没有代码“55”
own/care.yaml:14:26: ASSIGN_POST 没有代码“8”
own/care.yaml:15:26: VISIT_MODE 里没有一种方式写着 met: true
qinqing: 设置有问题，逐条列在上面
? 2

# Seven counters of a family are too many, and that is said where they stand.
$ printf 'counters:\n  - {name: a, label: 一, counts: meet}\n  - {name: b, label: 二, counts: meet}\n' >own/care.yaml; qinqing --config own today
qinqing: own/care.yaml:2:3: 最多6个计数
? 2

$ rm own/care.yaml; printf '' >own/cares.yaml; qinqing --config own config check
own/cares.yaml: 没有这个设置文件，是不是 care.yaml？
qinqing: 设置有问题，逐条列在上面
? 2

$ rm own/cares.yaml; qinqing --config nowhere today; qinqing --config nowhere config check
qinqing: 没有设置目录 nowhere；请检查 --config 写得对不对
qinqing: 没有设置目录 nowhere；请检查 --config 写得对不对
? 2

# Whatever is wrong with a file of records: its place, in every command.
$ for f in codes office care roles fields; do for text in 'x: [y' '- x' 'nonsense: 1' $'x: \xff' $'\t- 3'; do printf '%s\n' "$text" >own/$f.yaml; for c in today 'find wxl' check 'list orgs' 'config check'; do said=$(qinqing --config own $c 2>&1); [ $? = 2 ] && grep -Eq "own/$f.yaml:[12]:[0-9]+: ." <<<"$said" || echo "$f, $text, $c: $said"; done; done; rm own/$f.yaml; done

# ... and of the files the screens read.
$ mkdir -p own/maps own/screens; for f in keys theme en phrases maps/families screens/orgs; do for text in 'x: [y' '- x' $'x: \xff' $'\t- 3'; do printf '%s\n' "$text" >own/$f.yaml; said=$(qinqing --config own config check 2>&1); [ $? = 2 ] && grep -Eq "own/$f.yaml:[12]:[0-9]+: ." <<<"$said" || echo "$f, $text: $said"; done; rm own/$f.yaml; done

# A file that sets nothing was written for nothing: whoever wrote it believes otherwise.
$ for text in '' '# name: x' '---' '{}'; do for f in codes office care roles fields keys theme en phrases maps/families screens/orgs; do printf -- "$text\n" >own/$f.yaml; said=$(qinqing --config own config check 2>&1); [ $? = 2 ] && grep -Eq "own/$f.yaml:[12]:1: 这个文件什么也没有设" <<<"$said" || echo "$f, $text: $said"; rm own/$f.yaml; done; done

# A full-width colon makes no key.  It is named where it stands, whatever YAML makes of the line.
$ for text in 'name：x' 'soft_share: 3\nlate_days：4' 'late_days：4\nsoft_share: 3' 'name: x\n  late_days：4' 'days:\n  - name：C5' 'days:\n  - {name：C5}' 'days：\n  - {name: C5}'; do printf "$text\n" >own/care.yaml; qinqing --config own config check 2>&1 | grep -o '^own.*的“：”，'; done; rm own/care.yaml
own/care.yaml:1:5: 这里的冒号是全角的“：”，
own/care.yaml:2:10: 这里的冒号是全角的“：”，
own/care.yaml:1:10: 这里的冒号是全角的“：”，
own/care.yaml:2:12: 这里的冒号是全角的“：”，
own/care.yaml:2:9: 这里的冒号是全角的“：”，
own/care.yaml:2:10: 这里的冒号是全角的“：”，
own/care.yaml:1:5: 这里的冒号是全角的“：”，

$ printf 'columns:\n  - {field: kind, values: {失独："11"}}\n' >own/maps/families.yaml; qinqing --config own config check
own/maps/families.yaml:2:30: 这里的冒号是全角的“：”，要写半角的“:”，后面空一格；如果它是文字的一部分，请加引号
qinqing: 设置有问题，逐条列在上面
? 2

# ... and in a text it is a colon like any other.
$ rm own/maps/families.yaml; printf 'name: 某区计生协：试用\nlanguage: "zh"\n' >own/office.yaml; qinqing --config own config check; rm own/office.yaml
与随程序来的设置不同的地方：
own/office.yaml:1:7  name：鹤岗市向阳区计划生育协会 → 某区计生协：试用
设置没有问题

# What is no file of one's own is refused, not passed over.
$ mkdir own/care.yaml; ln -s nowhere own/codes.yaml; printf 'name: x\n' >own/office.yaml; chmod g+w own/office.yaml; qinqing --config own config check; qinqing --config own today >/dev/null; rm -r own/*
own/codes.yaml:1:1: 链接指向的文件不在
own/office.yaml:1:1: 别的账号也能改它，不能当作设置；请运行 chmod go-w
own/care.yaml:1:1: 这是一个目录，要放一个文件
qinqing: 设置有问题，逐条列在上面
~ qinqing: .*own/office.yaml 别的系统账号也能改，不能相信它；请先运行 chmod .*
? 0

$ chmod o+w own; qinqing --config own config check; chmod o-w own
own: 别的账号也能改它，不能当作设置；请运行 chmod go-w
qinqing: 设置有问题，逐条列在上面
? 0

# An act says what it needs of its screen and of the one it names.
$ mkdir -p own/screens; printf 'keys:\n  d: {do: deal}\n  f: {do: list, screen: family_card}\n  e: {screen: worker_form}\n  g: {do: go, screen: visits}\n  x: {do: opne}\n  A: accept\n  m: {do: new, screen: visit_frm}\n  Q: {do: quit, screen: today}\n  z: {do: new}\n  v: {do: list, screen: visits}\n' >own/screens/orgs.yaml; qinqing --config own config check
own/screens/orgs.yaml:2:11: 动作 deal 用在家庭的名单上，这个画面是组织的
own/screens/orgs.yaml:3:25: 画面 family_card 不是关于一条组织的名单
own/screens/orgs.yaml:4:15: 画面 worker_form 不是组织的表格，是不是 org_form？
own/screens/orgs.yaml:5:23: 画面 visits 要先选中一条记录才能打开，用 do: list 或 open
own/screens/orgs.yaml:6:11: 没有动作“opne”，是不是 open？
own/screens/orgs.yaml:7:6: 动作 accept 用在家庭的名单上，这个画面是组织的
own/screens/orgs.yaml:8:24: 没有画面“visit_frm”，是不是 visit_form？
own/screens/orgs.yaml:9:25: 动作 quit 不打开画面，不要写 screen
own/screens/orgs.yaml:10:6: 动作 new 要写打开哪个画面（screen）
own/screens/orgs.yaml:11:25: 画面 visits 不是关于一条组织的名单
qinqing: 设置有问题，逐条列在上面
? 2

$ rm own/screens/*; printf 'open: visit_card\nlist: visit\nkeys:\n  d: deal\n  A: accept\n' >own/screens/families.yaml; printf 'query: familys\nlist: famly\n' >own/screens/no_card.yaml; printf 'show:\n  - {list: visits-of, title: x, screen: need_card}\n  - {list: steps-of, title: y}\n  - {block: remiders}\ncolumns: []\nkeys:\n  e: {screen: need_card}\n' >own/screens/family_card.yaml; printf 'show:\n  - {block: phones}\n' >own/screens/org_card.yaml; qinqing --config own config check
own/screens/families.yaml:2:7: 名单 families 里是家庭，这里要写 list: family
...
own/screens/family_card.yaml:2:41: 画面 need_card 不是走访记录的卡片或表格，是不是 visit_card？
own/screens/family_card.yaml:3:12: 名单 steps-of 不是关于一条家庭的
own/screens/family_card.yaml:4:13: 没有名单“remiders”，是不是 reminders？
own/screens/family_card.yaml:5:10: card 画面里没有 columns
own/screens/family_card.yaml:7:15: 画面 need_card 不是家庭的表格，是不是 family_form？
own/screens/no_card.yaml:2:7: 没有这种记录：“famly”，是不是 family？
own/screens/org_card.yaml:2:13: 名单 phones 不是关于一条组织的
qinqing: 设置有问题，逐条列在上面
? 2

# A key does one thing; give and deal want lists with workers' families and reminders.
$ rm own/screens/*; printf 'keys:\n  d: deal\n  ">": give\n  " ": tag\n  Space: untag\n' >own/screens/families.yaml; qinqing --config own config check
own/screens/families.yaml:2:6: 动作 deal 用在“要做的事”的名单上，名单 families 不是
own/screens/families.yaml:3:8: 动作 give 用在关于一位工作人员的名单上，名单 families 不是
own/screens/families.yaml:5:3: “Space”与上面一个键是同一个键
qinqing: 设置有问题，逐条列在上面
? 2

# A screen that cannot be shown is refused: no list, no sections, a key for quick that the form has not.
$ rm own/screens/*; printf 'list: family\n' >own/screens/a.yaml; printf 'form: visit\nquick: [mood]\nsections:\n  - fields: [mode]\n  - title: x\n' >own/screens/c.yaml; printf 'list: org\ncard: org\n' >own/screens/d.yaml; qinqing --config own config check; rm own/screens/*
own/screens/a.yaml:1:1: 名单画面缺少“columns”
own/screens/a.yaml:1:1: 名单画面缺少“query”
own/screens/c.yaml:2:8: quick 里的 mood 不在 sections 里
own/screens/c.yaml:5:5: 缺少“fields”
own/screens/d.yaml:2:7: 一个画面只能是 list、card 或 form 中的一样
qinqing: 设置有问题，逐条列在上面
? 0

# A screen of the office's own is one like any other.
$ printf 'list: family\ntitle: 黄色\nquery: families\nline: level:关注\nopen: family_card\ncolumns:\n  - {field: head, title: 家庭}\nkeys: {v: {do: new, screen: visit_form}}\n' >own/screens/yellow.yaml; qinqing --config own config check
与随程序来的设置不同的地方：
own/screens/yellow.yaml  本单位自己的画面、报表、问卷或对照表
设置没有问题

# A translation prints what it is given.
$ rm own/screens/*; printf '"还有 %%zu 项": "%%u more"\n' >own/en.yaml; qinqing --config own config check; qinqing --config own --lang en version; rm own/en.yaml
own/en.yaml:1:13: 译文里的%标记与原文不同：还有 %zu 项
qinqing: 设置有问题，逐条列在上面
qinqing: own/en.yaml:1:13: 译文里的%标记与原文不同：还有 %zu 项
? 0

# The office's own English counts without --config, too.
$ mkdir -p data/config; printf '"数据完好": "All is well"\n' >data/config/en.yaml; qinqing --lang en check | tail -1
All is well

# Phrases are of fields there are.
$ printf 'tlak: [x]\nnote: {a: b}\n' >data/config/phrases.yaml; qinqing config check; rm -r data/config
~ .*/data/config/phrases.yaml:1:1: 没有文字字段“tlak”，是不是 talk？
~ .*/data/config/phrases.yaml:2:7: 这里应是列表，每项以“- ”开头
qinqing: 设置有问题，逐条列在上面
? 0

# ---- what the look-up keeps in a byte must fit into one
$ mkdir -p data/config; printf 'FAMILY_KIND: {"255": 甲, "256": 乙, A1: 丙}\nCARE_LEVEL: {"0": 丁}\n' >data/config/codes.yaml; qinqing config check; rm -r data/config
~ .*/data/config/codes.yaml:1:25: FAMILY_KIND 的代码要是1到255的数字，“256”查找时找不到
~ .*/data/config/codes.yaml:1:35: FAMILY_KIND 的代码要是1到255的数字，“A1”查找时找不到
~ .*/data/config/codes.yaml:2:14: CARE_LEVEL 的代码要是1到255的数字，“0”查找时找不到
...
? 0
