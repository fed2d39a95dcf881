# find.t - how families are looked up: what is typed and what it finds, in which order, by what.

# A file's number as people write it.
$ office
> for word in 梧桐-1 wt-1 wt1 w1 梧桐1 wutong-1 wutong1 梧桐社区-1 230402001001-0001; do qinqing find $word --json | jq -r '.[].ref'; done
family:1
family:1
family:1
family:1
family:1
family:1
family:1
family:1
family:1

# Who works in one community says the number alone; no other file, and nothing for 0 or one too many.
$ office
> for word in 1 2 01; do qinqing --as zhoumin find $word --json | jq -r '.[0].ref'; done
> for word in 0 3 wt0 wt3 wt65536 w99999999999999999999; do qinqing --as zhoumin find $word >/dev/null 2>&1; echo $?; done
family:1
family:2
family:1
1
1
1
1
1
1

# Own files first, whole names before their beginnings, beginnings before what is further behind, what was
# spelled before what it may be the beginning of, the living before the dead, heads before other members.
$ office
> qinqing new family name=李秀 community=梧桐 >/dev/null; qinqing new family name=林秀英 community=梧桐 >/dev/null
> qinqing new family name=李秀英 community=梧桐 >/dev/null; qinqing new family name=王李秀 community=梧桐 >/dev/null
> for word in 李秀 li lx; do qinqing find $word --json | jq -r '[.[] | .head.name // .name] | join(" ")'; done
李秀 李秀英 王李秀
李秀 李秀英 王秀兰 林秀英 王李秀 孙德海
李秀 李秀英 林秀英 王李秀

# A confused spelling comes after the right one.
$ office
> qinqing new family name=藏建 community=梧桐 >/dev/null; qinqing new family name=章建 community=梧桐 >/dev/null
> qinqing find '~zhang' --json | jq -r '[.[].head.name] | join(" ")'
张淑芬 章建 藏建

# What was found is told, unless the first columns show it: another member, another telephone, the address.
$ office
> qinqing set family:1 phone2=13955556666 phone2_owner=女儿 >/dev/null; qinqing set person:4 phone=13977778888 >/dev/null
> for word in 王秀兰 李国栋 李明 5678 6666 8888 13977778888 12-3-501 0054; do qinqing --as zhoumin find $word --json | jq -r '.[0] | [.file, (.by // [] | .[].text)] | join(" ")'; done
梧桐-1
梧桐-1 李国栋 夫
梧桐-1 李明 独生子（已故）
梧桐-1
梧桐-1 女儿 139 5555 6666
梧桐-1 李国栋 139 7777 8888
梧桐-1 李国栋 139 7777 8888
梧桐-1 惠民家园12-3-501
梧桐-2 张伟 证件尾号0054

# The row says whom to call first: two contact persons with their numbers.
$ office
> qinqing find wxl | cut -d ' ' -f 1-8
梧桐-1  王秀兰  周敏 13800000001, 高强 13800000002

# Beyond one's part of the tree one finds whom to call by two characters of a name, by the last four digits or
# the whole of a telephone, by a file's number; a search by less finds nothing, so that nobody feels their way.
$ office
> for word in 王秀 wx wxl 5678 13900005678 wt1 王 w 秀兰 xl 139 1390000567 678 900005678 12-3-501 0054 1 kind:11; do printf '%s ' $word; qinqing --as tongli find $word --json 2>/dev/null | jq -r '[.[].ref] | map(select(. == "family:1")) | join(" ")'; done
王秀 family:1
wx family:1
wxl family:1
5678 family:1
13900005678 family:1
wt1 family:1
王 
w 
秀兰 
xl 
139 
1390000567 
678 
900005678 
12-3-501 
0054 
1 
kind:11 

# In one's part of the tree, of files one sees masked: no digit more than is shown, or all of them.
$ office
> for word in 139 1390 5678 05678 13900005678 0054 199010100054 230499199010100054; do printf '%s ' $word; qinqing --as liuyang find $word --json 2>/dev/null | jq -r '[.[].ref] | join(" ")'; echo; done | grep .
139 family:1 family:2
1390 
5678 family:1
05678 
13900005678 family:1
0054 
199010100054 
230499199010100054 family:2

# A file is found once, by however many of its words, telephones and rights.
$ office
> qinqing set person:4 phone=13900015678 >/dev/null; for word in 5678 王 李 0 13900005678; do qinqing --as zhoumin find $word --json 2>/dev/null | jq length; done
1
1
1
0
1

# A list that was cut says so beside its output, to programs as well; one that is whole does not.
$ office
> for n in 1 2 3; do qinqing list families --limit $n --json 2>&1 >/dev/null; done; qinqing list families --limit 1 --json 2>/dev/null | jq length
qinqing: 共 3 条，这里是前 1 条；用 --limit 看更多
qinqing: 共 3 条，这里是前 2 条；用 --limit 看更多
1
