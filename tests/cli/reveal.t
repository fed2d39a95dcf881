# reveal.t - what is masked is shown one value at a time, for a reason that is in the log.

# One value of one record; the rest stays masked, and so is everything the next time.
$ office
> qinqing --as liuyang show 梧桐-1 --reveal phone1 --why 联系家庭 | grep 139
> qinqing --as liuyang show family:1 --json --reveal phone1 --why 联系家庭 | jq -r '[.phone1, .live_addr] | join(" ")'
> qinqing --as liuyang show 梧桐-1 | grep 139
> qinqing --as liuyang show person:1 --reveal birth --why 核对身份 | head -1
> qinqing --as liuyang get person:1 | grep -c ^birth=
联系电话  139 0000 5678
~  电话 +139 0000 5678
13900005678 惠民家园********
~  电话 +139 \*\*\*\* 5678
出生日期  1958-03-12
0
? 1

# Who, what and why is told to whom it concerns; own words stand beside the reason, and alone they are 其他.
$ office
> qinqing --as liuyang show family:1 --reveal phone1 --why 核对身份 >/dev/null
> qinqing --as liuyang show person:4 --reveal birth --why 办老年证 >/dev/null
> qinqing --as zhoumin seen family:1 --json | jq -r '.[] | select(.act.key == "reveal") | [.who, .reason.label, .part, .what, .why] | join("|")'
> qinqing new worker name=审计员 org=向阳区 login=shenji role=auditor mobile=13800000019 >/dev/null
> qinqing --as shenji seen family:1 --json | jq -r '.[] | select(.act.key == "reveal") | [.who, .reason.label, .what, .why] | join("|")'
> qinqing check | tail -1
liuyang|其他|person:4 birth|出生日期 李国栋|办老年证
liuyang|核对身份|family:1 phone1|联系电话|
liuyang|其他|出生日期|有
liuyang|核对身份|联系电话|
数据完好

# Without a reason nothing is shown, nor what is not masked, not there, or no field.
$ office
> qinqing --as liuyang show family:1 --reveal phone1
> qinqing --as liuyang show family:1 --reveal phone1 --why 其他
> qinqing --as zhoumin show family:1 --reveal phone1 --why 联系家庭
> qinqing --as liuyang show family:1 --reveal phone2 --why 联系家庭
> qinqing --as liuyang show family:1 --reveal nonsense --why 联系家庭
> qinqing --as liuyang --read-only show family:1 --reveal phone1 --why 联系家庭
> qinqing seen family:1 --json | jq -r '[.[] | select(.act.key == "reveal")] | length'
qinqing: 要写明为什么要看，记入日志
qinqing: 原因是“其他”，要再写几个字说明，记入日志
qinqing: “联系电话”没有遮住，不用申请
qinqing: “电话二”没有遮住，不用申请
qinqing: 家庭没有“nonsense”这一项
qinqing: 现在是只读方式，写不了日志，不能看明文
0

# No reason helps whose role never sees such things, of a family elsewhere, or what only the counsellor reads.
$ office
> qinqing new worker name=志愿者 org=梧桐 login=zhiyuan role=volunteer mobile=13800000029 >/dev/null
> qinqing new worker name=审计员 org=向阳区 login=shenji role=auditor mobile=13800000019 >/dev/null
> qinqing new assignment family=梧桐-1 post=志愿者结对 worker=志愿者 >/dev/null
> qinqing new psych family=family:1 note=夜里睡不着 >/dev/null
> qinqing --as zhiyuan show family:1 --reveal phone1 --why 联系家庭
> qinqing --as shenji show family:1 --reveal phone1 --why 联系家庭
> qinqing --as tongli show family:1 --reveal phone1 --why 联系家庭
> qinqing --as zhoumin show psych:1 --reveal note --why 联系家庭
> qinqing --as zhoumin show psych:1 | grep -c 睡不着
qinqing: 志愿者的角色不能看“联系电话”的明文，写了原因也不行；请找这户的联系人或主管
qinqing: 没有这条家庭：第1号
qinqing: 这户不在佟丽的辖区内，只能看档案编号和联系人
qinqing: 周敏的角色不能看“记录”的明文，写了原因也不行；请找这户的联系人或主管
0
? 1

# A file that is closed long ago is sealed: what is sensitive of it no reason opens but the secretary-general's.
$ office
> qinqing set person:4 diseases=高血压 >/dev/null
> qinqing set family:1 close_reason=迁出本区 >/dev/null
> for day in 2029-05-05 2029-05-06; do at $day qinqing --as liuyang show person:4 --reveal diseases --why 核对身份 2>&1 | head -1; done
主要疾病  高血压
~ qinqing: 刘洋的角色不能看“主要疾病”的明文.*
