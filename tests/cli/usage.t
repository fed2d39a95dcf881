# What the command line says of itself, and what it refuses.

$ qinqing --version
~ qinqing [0-9]+\.[0-9]+\.[0-9]+

$ qinqing version
~ qinqing [0-9]+\.[0-9]+\.[0-9]+

$ qinqing --help | head -1
用法： qinqing [选项] [COMMAND]

$ qinqing find --help
用法： qinqing find QUERY...
...
  --json            输出 JSON
  --limit N         最多列几条
...

例：
  qinqing find wxl

$ qinqing help find | cmp - <(qinqing find -h)

# Every command has a usage with an example, stands in the manual and is completed.
$ for c in $(qinqing help --names); do qinqing "$c" --help | grep -q "^  qinqing $c" || echo "$c: no example"; grep -q "^\*qinqing\* \*$c\*" "$TOP/src/qinqing.1.scd" || echo "$c: no synopsis"; grep -Eq "^\*$c\*" "$TOP/src/qinqing.1.scd" || echo "$c: not in the manual"; done

$ for o in $(for c in $(qinqing help --names); do qinqing help --names options "$c"; done | sort -u); do grep -q -- "\*$o\*" "$TOP/src/qinqing.1.scd" || echo "$o: not in the manual"; done

$ for o in $(grep -o -- '\*--[a-z-]*\*' "$TOP/src/qinqing.1.scd" | tr -d '*' | sort -u); do for c in $(qinqing help --names); do qinqing help --names options "$c"; done | grep -qx -- "$o" || [ "$o" = -- ] || echo "$o: unknown option in the manual"; done

$ qinqing fnd wxl
qinqing: 没有命令“fnd”，是不是 find？
? 2

$ qinqing nonsense
qinqing: 没有命令“nonsense”；全部命令见 qinqing help
? 2

$ qinqing --jsn today
qinqing: 没有选项“--jsn”，是不是 --json？
? 2

$ qinqing -x
qinqing: 没有选项“-x”；用法见 qinqing --help
? 2

$ qinqing find
qinqing: 写得不全：qinqing find QUERY...
? 2

$ qinqing today now
qinqing: 多写了“now”：qinqing today
? 2

$ qinqing today --seed 3
qinqing: 选项 --seed 不能用在 today 上
? 2

$ qinqing --lang fr version
qinqing: 语言只有 zh 和 en，没有“fr”
? 2

$ qinqing find $'\xff'
qinqing: 第 2 个参数不是 UTF-8 文字；请把终端编码设为 UTF-8
? 2

$ qinqing --data
qinqing: 选项 --data 后面还要写内容
? 2

# Nothing is made silently.
$ qinqing today; echo "status $?"; ls
~ qinqing: .*还没有办公室；在终端上运行 qinqing init，问几样就建好（照文件建：qinqing init --org FILE，写法见手册），或运行 qinqing demo 建一个演示的
status 2
bin
got
home
want

$ qinqing --data "$PWD/deep/er/office" init
~ 已建好空的办公室： .*/deep/er/office

$ qinqing --data "$PWD/deep/er/office" init
~ qinqing: .*里已经有一个办公室，没有动它；换一个目录请用 --data DIR
? 2

$ qinqing --data "$PWD/deep/er/office" demo
~ qinqing: .*里已经有一个办公室，没有动它；换一个目录请用 --data DIR
? 2

$ qinqing --data "$PWD/other" init --read-only
qinqing: 只读方式下不能新建办公室
? 2

$ env -u QINQING_DATA XDG_DATA_HOME="$PWD/share" qinqing init && ls share
~ 已建好空的办公室： .*/share/qinqing
qinqing

$ env -u QINQING_DATA qinqing init && ls -d "$HOME/.local/share/qinqing"
~ 已建好空的办公室： .*/home/.local/share/qinqing
~ .*/home/.local/share/qinqing

$ env -u QINQING_DATA -u HOME qinqing today
qinqing: 不知道数据放在哪里；请用 --data DIR 写明
? 2

# Where the answer goes matters: a full disk is a fault.
$ qinqing help >/dev/full
qinqing: 输出没有写完（磁盘满了，或者接收的程序先结束了）
? 3

# Closed descriptors never become the data file.
$ qinqing --data "$PWD/deep/er/office" list orgs >&- 2>&-; qinqing --data "$PWD/deep/er/office" check
...
数据完好

$ qinqing config check
设置没有问题

$ qinqing config show
qinqing: 没有“config show”；要写 qinqing config check
? 2

$ mkdir -p settings && printf 'nonsense: 1\n' >settings/office.yaml && qinqing --config settings config check
...
~ .*office.yaml:1:1: .*
...
qinqing: 设置有问题，逐条列在上面
? 2

# A list that takes no words says so; what narrows is find.
$ office
> qinqing list families kind:11
qinqing: 名单 families 后面不写条件，“kind:11”用不上；要筛选请用 qinqing find kind:11
? 2
