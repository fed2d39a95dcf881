# Columns of a roster that name the contact persons: they make the arrangements, and nothing is guessed.

$ qinqing init >/dev/null; new() { qinqing new worker on_from=2020-01-01 "$@" >/dev/null; }; new name=周敏 org=梧桐社区 post=计生专干 mobile=13800000001; new name=高强 org=北山街道 post=计生专干 mobile=13800000002; new name=张敏 org=梧桐社区 mobile=13800000003; new name=张敏 org=梧桐社区 mobile=13800000004; new name=李静 org=红军街道 post=计生专干 mobile=13800000005; new name=刘走 org=梧桐社区 mobile=13800000006; qinqing set worker:6 on_to=2026-05-05 >/dev/null; new name=赵宁 org=友谊社区 mobile=13800000007; new name=赵宁 org=梧桐社区 mobile=13800000008; qinqing list workers --json | jq length
8

# ---- both posts, a phone that tells two of one name apart, a name and number in one cell, who is of there first
$ cat >r.csv <<'END'
> 姓名,所属社区,联系电话,社区联系人,社区联系人电话,街道联系人
> 王秀兰,梧桐社区,13900005678,周敏,,高强
> 𠮷田秀英,梧桐社区,13900000002,张敏,138 0000 0004,
> 王䶮,梧桐社区,13900000003,张敏(13800000003),,高强
> 阿卜杜拉·买买提,梧桐社区,13900000005,赵宁,,无
> END
> qinqing import families r.csv --yes; for n in 1 2 3 4; do qinqing list assignments-of 梧桐-$n --json | jq -r '.[] | [.post.label, .worker.ref, .from] | @tsv'; done
r.csv（UTF-8，4 行）
...
新增 4  相同 0  有变化 0  重复 0  拒绝 0
已写入。整批可以用 qinqing undo 撤回。
街道岗	worker:2	2026-05-06
社区岗	worker:1	2026-05-06
社区岗	worker:4	2026-05-06
街道岗	worker:2	2026-05-06
社区岗	worker:3	2026-05-06
社区岗	worker:8	2026-05-06

# ---- what cannot be is said, and the family comes in: nobody of this name, gone, two of them, another street, twice
$ cat >r.csv <<'END'
> 姓名,所属社区,社区联系人,街道联系人
> 孙一,梧桐社区,孙悟空,李静
> 孙二,梧桐社区,刘走,
> 孙三,梧桐社区,张敏,
> 孙四,梧桐社区,高强,高强
> END
> qinqing import families r.csv --yes 2>&1; qinqing list families --json | jq length; qinqing list assignments-of 梧桐-8 --json | jq -r '.[].post.label'
r.csv（UTF-8，4 行）
第2行  新增  孙一  社区联系人（C列）：没有能做社区岗的在岗工作人员“孙悟空”，没有安排；请先登记这个人，再导入一次；街道联系人（D列）：没有能做街道岗的在岗工作人员“李静”，没有安排；请先登记这个人，再导入一次
第3行  新增  孙二  社区联系人（C列）：没有能做社区岗的在岗工作人员“刘走”，没有安排；请先登记这个人，再导入一次
第4行  新增  孙三  社区联系人（C列）：在岗的“张敏”有2位，没有安排；请在名册里加上联系人电话，或到那一户安排
第5行  新增  孙四  街道联系人（D列）：双岗要两个人，高强写了两次；街道岗没有安排
新增 4  相同 0  有变化 0  重复 0  拒绝 0
已写入。整批可以用 qinqing undo 撤回。
8
社区岗

# ---- again: what is there stays, what is missing is added, another person is named and not put in
$ cat >r.csv <<'END'
> 姓名,证件号码,出生日期,所属社区,社区联系人,社区联系人电话,街道联系人
> 王秀兰,,1958-03-12,梧桐社区,张敏,13800000003,高强
> 𠮷田秀英,,1960-01-01,梧桐社区,张敏,13800000009,高强
> END
> qinqing set person:1 birth=1958-03-12 >/dev/null; qinqing set person:2 birth=1960-01-01 >/dev/null; qinqing import families r.csv --yes 2>&1; qinqing list assignments-of 梧桐-2 --json | jq -r '.[] | [.post.label, .worker.ref] | @tsv'; qinqing undo --yes >/dev/null; qinqing list assignments-of 梧桐-2 --json | jq length
r.csv（UTF-8，2 行）
第2行  相同  王秀兰  family:1  社区联系人（E列）：这户的社区岗现在是周敏，名册写的是张敏，没有改；换人请用交接
第3行  有变化  𠮷田秀英  family:2  社区联系人（E列）：在岗的“张敏”有2位，没有安排；请在名册里加上联系人电话，或到那一户安排；街道联系人（G列）：补上街道岗 高强
新增 0  相同 1  有变化 1  重复 0  拒绝 0
已写入。整批可以用 qinqing undo 撤回。
街道岗	worker:2
社区岗	worker:4
1

# ---- two rows of titles: the number below 街道联系人 is no number of the family
$ printf '姓名,所属社区,社区联系人,,街道联系人,\n,,姓名,电话,姓名,电话\n钱多多,友谊社区,赵宁,13800000007,李静,13800000005\n' >two.csv; qinqing import families two.csv --yes; qinqing get family:9 --json | jq -r '.phone1 // "none"'; qinqing list assignments-of 友谊-1 --json | jq -r '.[] | [.post.label, .worker.ref] | @tsv'
two.csv（UTF-8，1 行）
第3行  新增  钱多多
新增 1  相同 0  有变化 0  重复 0  拒绝 0
已写入。整批可以用 qinqing undo 撤回。
none
街道岗	worker:5
社区岗	worker:7

# ---- who may not arrange contact persons brings in the families all the same
$ qinqing set worker:1 login=zhoumin >/dev/null; printf '姓名,所属社区,社区联系人\n李新,梧桐社区,周敏\n' >one.csv; qinqing --as zhoumin import families one.csv --yes
one.csv（UTF-8，1 行）
第2行  新增  李新  社区联系人（C列）：没有安排周敏：周敏的角色不能改联系人安排，请找街道主管或管理员
新增 1  相同 0  有变化 0  重复 0  拒绝 0
已写入。整批可以用 qinqing undo 撤回。

# ---- a post that there is not
$ mkdir -p data/config/maps; printf 'contacts: [{post: "77", titles: [甲]}]\n' >data/config/maps/families.yaml; qinqing import families one.csv --dry-run
~ qinqing: .*families.yaml:1:12: codes.yaml 的 ASSIGN_POST 里没有“77”
? 2

# ---- a couple on two rows is one family: said, by phone, child or address; neighbours of one sex are not
$ rm -r data/config; cat >r.csv <<'END'
> 姓名,性别,所属社区,现住址,联系电话,子女残疾证号
> 赵一,男,友谊社区,建设小区1-1-101,,
> 钱二,女,友谊社区,建设小区1-1-101,,
> 孙三,男,友谊社区,建设小区1-1-102,13900000011,
> 李四,男,友谊社区,建设小区1-1-103,13900000011,
> 周五,男,友谊社区,建设小区,,23049919831022868863
> 吴六,男,友谊社区,建设小区,,23049919831022868863
> 郑七,男,和平社区,建设小区1-1-101,,
> END
> qinqing import families r.csv --dry-run
r.csv（UTF-8，7 行）
第2行  新增  赵一
第3行  新增  钱二  与第2行 赵一 的现住址相同，像是一家人；是一户的，请在名册里留一行，另一人导入后记为家庭成员
第4行  新增  孙三
第5行  新增  李四  与第4行 孙三 的联系电话相同，像是一家人；是一户的，请在名册里留一行，另一人导入后记为家庭成员
第6行  新增  周五
第7行  新增  吴六  与第6行 周五 的子女残疾证号相同，像是一家人；是一户的，请在名册里留一行，另一人导入后记为家庭成员
第8行  新增  郑七
新增 7  相同 0  有变化 0  重复 0  拒绝 0
只是检查，什么也没有写。
