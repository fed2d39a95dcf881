# An office of one's own: everything in one file, whole or not at all; then a roster, and the first visit.

# ---- nothing is made of a file with a mistake in it, and every mistake has its place
$ cat >bad.yaml <<'END'
> name: 东山区计划生育协会
> tel_are: "0468"
> orgs:
>   - {code: "230406", name: 东山区}
>   - {code: "230406001001", name: 繁荣社区}
>   - {code: "2304060020011", name: 团结社区}
>   - {name: 光明街道}
> workers:
>   - {name: 周敏, org: 繁荣杜区, mobile: "13800000001", login: zhoumin}
>   - {name: 刘洋, org: 繁荣社区, login: liuyang}
>   - {name: 高强, org: 东山区, mobile: "13800000002", lgin: gaoqiang, role: streat}
> END
> qinqing init --org bad.yaml; echo "status $?"; ls
bad.yaml:2:1: 不认识“tel_are”，是不是“tel_area”？
bad.yaml:6:12: 区划代码应为6、9、12或15位，现在是13位：2304060020011
bad.yaml:7:5: 缺少“code”
bad.yaml:9:21: 没有单位“繁荣杜区”，是不是“繁荣社区”？
bad.yaml:10:5: 手机和座机至少填一个：群众和同事要靠它找到刘洋
bad.yaml:11:49: 工作人员没有字段“lgin”，是不是 login？
~ bad.yaml:11:71: 没有“streat”这一项；可以填：worker 社区工作人员、street 街道主管.*
qinqing: 什么也没有建：bad.yaml 有7处不对，逐条列在上面
status 2
bad.yaml
bin
got
home
want

$ printf 'name: x\norgs:\n  - {code: "230406", name: 东山区}\n  - {code: "230406001001", name: 繁荣社区}\n' >gap.yaml; printf 'name: x\norgs:\n  - {code: "230406", name: 东山区}\n  - {code: "230406", name: 南山区}\nworkers:\n  - {name: 甲甲, org: 东山, mobile: "13800000001", login: a}\n  - {name: 乙乙, org: 东山区, mobile: "13800000001", login: a}\n' >twice.yaml; for f in gap twice; do qinqing init --org $f.yaml; done
gap.yaml:4:5: 繁荣社区的上级 230406001 没有写；请在它前面补上
qinqing: 什么也没有建：gap.yaml 有1处不对，逐条列在上面
twice.yaml:4:12: 区划代码 230406 已经给了东山区
twice.yaml:6:21: 没有单位“东山”，是不是“东山区”？
twice.yaml:7:56: 登录名“a”已经给了甲甲
qinqing: 什么也没有建：twice.yaml 有3处不对，逐条列在上面
? 2

$ printf 'name: x\n' | qinqing init --org -; printf 'a: [\n' | qinqing init --org - 2>&1 | grep -c '^-:2:1: '; qinqing init --org none.yaml; ls data
-:1:1: 缺少“orgs”：区、街道和社区，各有区划代码
qinqing: 什么也没有建：- 有1处不对，逐条列在上面
1
qinqing: 打不开 none.yaml：No such file or directory
ls: cannot access 'data': No such file or directory
? 2

# ---- a right one: its settings, its units, its workers; no unit of anybody else
$ cat >office.yaml <<'END'
> name: 东山区计划生育协会
> tel_area: "0468"
> orgs:
>   - {code: "230406000000", name: 东山区}
>   - {code: "230406001000", name: 新一街道}
>   - {code: "230406001001", name: 繁荣社区, alias: [一社区, 二社区]}
>   - {code: "230406001002", name: 团结社区, short: 团结里}
> workers:
>   - {name: 周敏, org: 繁荣, mobile: "13800000001", login: zhoumin}
>   - {name: 高强, org: "230406001", tel: "3345612", login: gaoqiang, role: 街道主管, on_from: 2020-01-01}
>   - {name: 郑华, org: 东山区, mobile: "13800000003", login: zhenghua, role: district}
> END
> qinqing init --org office.yaml
~ 已建好办公室：.*/data，4个单位，3位工作人员。
接下来：
  qinqing import families 花名册.csv --dry-run
~   sudo qinqing --data .*/data admin setup-ssh
  qinqing admin key add zhoumin zhoumin.pub
  qinqing admin key add gaoqiang gaoqiang.pub
  qinqing admin key add zhenghua zhenghua.pub

$ qinqing list orgs --json | jq -r '.[] | [.code, .name, .short_name, .parent.name // "-"] | join(" ")'; qinqing get worker:2 | grep -E '^(org|tel|role|on_from)='; cat data/config/office.yaml; qinqing config check | tail -1; qinqing check
230406 东山区 东山区 -
230406001 新一街道 新一 东山区
230406001001 繁荣社区 繁荣 新一街道
230406001002 团结社区 团结里 新一街道
org=org:2
tel=04683345612
on_from=2020-01-01
role=street
name: "东山区计划生育协会"
tel_area: "0468"
设置没有问题
数据完好

$ qinqing init --org office.yaml
~ qinqing: .*/data 里已经有一个办公室，没有动它；换一个目录请用 --data DIR
? 2

# ---- to the first visit
$ printf '姓名,性别,社区,联系电话\n王秀兰,女,一社区,13900005678\n' >roster.csv; qinqing import families roster.csv --yes | tail -1; for who in zhoumin gaoqiang; do qinqing --as $who new assignment family=繁荣-1 post=社区岗 worker=周敏; done; qinqing --as zhoumin new visit family=繁荣-1 mode=上门 outcome=1 body=1 mood=1; qinqing --as zhoumin show 繁荣-1 | grep -A1 最近联系
已写入。整批可以用 qinqing undo 撤回。
qinqing: 周敏的角色不能改联系人安排，请找街道主管或管理员
assignment:1
visit:1
~  *最近联系
~ .*上门走访 已联系 周敏.*

# ---- an office.yaml of its own stays what it is, and rules
$ export QINQING_DATA=$PWD/own; mkdir -p own/config; chmod 700 own own/config; printf 'name: 南山区\norgs:\n  - {code: "230499", name: 某区}\n' >own/config/office.yaml; qinqing init --org office.yaml; printf 'workers:\n  - {name: 周敏, org: 某区, mobile: "13800000001", login: zhoumin}\n' | qinqing init --org - | head -1; cat own/config/office.yaml | head -1; qinqing list workers --json | jq -r '.[].org.name'
office.yaml:1:7: 设置目录里已经有 office.yaml，“name”以它为准；请删掉这里的，或者先移走那个文件
office.yaml:2:11: 设置目录里已经有 office.yaml，“tel_area”以它为准；请删掉这里的，或者先移走那个文件
qinqing: 什么也没有建：office.yaml 有2处不对，逐条列在上面
~ 已建好办公室：.*/own，.*个单位，1位工作人员。
name: 南山区
某区

# ---- what cannot be made leaves nothing behind
$ touch file; qinqing --data file/data init --org office.yaml; mkdir half; touch half/new.tmp; chmod 700 half; qinqing --data half init --org office.yaml; echo "status $?"; ls half
qinqing: 建不了目录 file/data：Not a directory
qinqing: 建不了数据库：File exists；请检查 half/new.tmp 的权限和磁盘空间
status 3
new.tmp
