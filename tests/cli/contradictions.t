# contradictions.t - what cannot be is refused where it is typed, with the two days named; nothing that disagrees is stored in silence.

# What agrees is stored without a word, a year or a month alone too.
$ office
> qinqing set person:1 birth=1958-03 >/dev/null
> qinqing set person:1 id_no=230499195803120022 2>&1 | grep -c 注意
> qinqing set person:1 birth=1958 2>&1 | grep -c 注意
0
0
? 1

# An identity number of a worker is checked like anybody's.
$ office
> refused '' qinqing set worker:1 id_no=230499195803120023

# One number in one open file: a new file, a new member, a changed number.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> refused 梧桐-1 qinqing new family name=王秀兰 community=友谊 head.id_no=230499195803120022
> refused 梧桐-1 qinqing new person family=友谊-1 name=王秀兰 id_no=230499195803120022
> refused 梧桐-1 qinqing set person:3 birth= sex= id_no=230499195803120022
> refused 梧桐-1 qinqing new person family=友谊-1 name=王秀兰 disab_cert=23049919580312002243

# Six at once open a file with the same number: one file.
$ office
> together 6 qinqing new family name=王秀兰 community=友谊 head.id_no=230499195803120022
> qinqing find 王秀兰 --json | jq -r '.[].ref' | sort
family:1
family:4

# A voided member frees the number; undo does not bring it into a second open file.
$ office
> qinqing set person:4 id_no=230499195611050015 >/dev/null
> qinqing --as gaoqiang void person:4 --why 记错了 >/dev/null
> qinqing new person family=友谊-1 name=李国栋 relation=弟 id_no=230499195611050015
> refused 友谊-1 qinqing --as gaoqiang undo --yes
person:9

# A roster does not bring a number into a second open file, by its heads or by their children.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> printf '户主姓名,身份证号,社区,住址,子女姓名,子女残疾证号\n赵大海,230499195708148115,友谊,矿工新村1-1-103,赵小,23049919901010005443\n孙某,,友谊,矿工新村1-1-104,孙小,23049919580312002243\n' >roster.csv
> qinqing import families roster.csv --dry-run | grep -E '^第|^新增'
> qinqing import families roster.csv --yes >/dev/null 2>&1
> rows families
~ 第2行 .*拒绝.*梧桐-2.*
~ 第3行 .*拒绝.*梧桐-1.*
~ 新增 0 .*拒绝 2
3

# A merge leaves a number in one open file, whoever is opened again, and undo gives it back.
$ office
> qinqing set person:1 id_no=230499195803120022 >/dev/null
> qinqing new family name=王秀蘭 community=梧桐 head.birth=1958-03-12 >/dev/null
> qinqing merge family:1 --to family:4 >/dev/null
> qinqing find 230499195803120022 --json | jq -r '.[].ref'
> qinqing undo --yes | tail -1
> field person:1 id_no
> qinqing check | tail -1
family:4
已撤销
230499195803120022
数据完好

# Another way of contact is agreed by a supervisor, not by the contact person alone.
$ office
> refused 主管 qinqing --as zhoumin set family:1 preset=light
> accepted qinqing --as gaoqiang set family:1 preset=light
> refused 主管 qinqing --as zhoumin set family:1 preset=

# A visit entered up to 31 days late is the worker's own affair; later it needs the supervisor.
$ office
> accepted qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 when=2026-04-05
> refused 主管 qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 when=2026-04-04
> refused 主管 qinqing --as zhoumin set visit:1 when=2026-04-04
> accepted qinqing --as gaoqiang new visit family=梧桐-1 mode=电话 outcome=1 by=周敏 when=2026-04-04

# A spot check is a supervisor's, and never of one's own visit, nor in somebody else's name.
$ office
> qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> qinqing --as gaoqiang new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> refused '' qinqing --as zhoumin set visit:1 sign=周敏
> refused '' qinqing --as zhoumin set visit:1 sign=高强
> refused '' qinqing --as liuyang set visit:1 sign=刘洋
> refused '' qinqing --as gaoqiang set visit:2 sign=高强
> refused '' qinqing --as gaoqiang set visit:2 sign=郑华
> accepted qinqing --as gaoqiang set visit:1 sign=高强
> accepted qinqing --as zhenghua set visit:2 sign=郑华

# A visit is not noted as already checked by the one who made it.
$ office
> refused '' qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 sign=周敏
> refused '' qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 sign=高强

# A file is closed, and opened again, by a supervisor, not by the contact person.
$ office
> refused 主管 qinqing --as zhoumin set family:1 close_reason=迁出本区
> accepted qinqing --as gaoqiang set family:1 close_reason=迁出本区
> refused '' qinqing --as zhoumin set family:1 closed= close_reason=
> accepted qinqing --as gaoqiang set family:1 closed= close_reason=
