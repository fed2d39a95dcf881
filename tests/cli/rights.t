# rights.t - what one may not see or do one may not see or do by any road.

# A login is taken from nobody.
$ office
> refused '' qinqing --as gaoqiang set worker:1 login=zhenghua
> accepted qinqing --as zhenghua find wxl

# Assignments of another street are not the street's to end, to make or to hand over.
$ office
> refused '' qinqing --as gaoqiang set assignment:3 to=2026-05-10
> refused '' qinqing --as gaoqiang set assignment:3 worker=周敏
> refused '' qinqing --as gaoqiang new assignment family=友谊-1 post=志愿者结对 worker=周敏
> refused '' qinqing --as gaoqiang handover 佟丽 --to 周敏
> accepted qinqing --as gaoqiang set assignment:1 note=钥匙在邻居家

# Two files are merged, and one split, only by who may change both.
$ office
> refused '' qinqing --as gaoqiang merge family:3 --to family:1
> refused '' qinqing --as gaoqiang merge family:1 --to family:3
> refused '' qinqing --as hechuan split family:1 person:4
> accepted qinqing --as gaoqiang split family:1 person:4

# Orgs and policies are not the street's.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> refused '' qinqing --as gaoqiang set org:2 phone=0468-3345612
> refused '' qinqing --as gaoqiang set policy:1 daily=200
> refused '' qinqing --as gaoqiang new policy name=2027住院护理 from=2027-01-01 daily=100

# Numbers behind which masked kinds stand are not told to who may not count them.
$ office
> qinqing --as liuyang list bereaved-in 友谊 --json 2>/dev/null | jq length
> qinqing --as liuyang list disabled-in 友谊 --json 2>/dev/null | jq length
> qinqing --as liuyang board month --json | jq -r '.[].name' | grep -c 友谊
0
0
0
? 1

# A worker whose post ended is let in on the last day, and not after it, in any act.
$ office
> qinqing set worker:1 on_to=2026-05-06 >/dev/null
> accepted qinqing --as zhoumin find wxl
> for act in 'find wxl' today 'show 梧桐-1' 'get family:1' 'list families' 'log' 'new visit family=梧桐-1 mode=电话 outcome=1' 'set family:1 wish_note=x' 'undo --yes'; do at 2026-05-07 refused '' qinqing --as zhoumin $act; done

# Families of one who is no longer the contact person are masked the same day.
$ office
> qinqing set assignment:1 to=2026-05-06 >/dev/null
> qinqing --as zhoumin get person:1 | grep -c ^birth=1958-03-12
> at 2026-05-07 qinqing --as zhoumin get person:1 | grep -c ^birth=1958-03-12
1
0
? 1

# The history of a record one sees masked is masked as the record is.
$ office
> qinqing set person:4 diseases=密语病 >/dev/null
> qinqing set family:1 key_holder=密语人 >/dev/null
> qinqing set family:1 key_holder= >/dev/null
> qinqing void person:4 --why 试 >/dev/null
> for road in 'get person:4' 'log person:4' 'log person:4 --json' 'log family:1' 'log --json' 'show 梧桐-1' 'list log --json'; do qinqing --as liuyang $road; done 2>&1 | grep -c 密语
0
? 1

# Assignments of another street are not to be taken by changing whose they are, nor given away so.
$ office
> refused '' qinqing --as gaoqiang set assignment:3 family=family:1
> refused '' qinqing --as gaoqiang set assignment:3 family=family:1 post=志愿者结对
> refused '' qinqing --as gaoqiang set assignment:1 family=family:3
> field assignment:3 family
family:3
