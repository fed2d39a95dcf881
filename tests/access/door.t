# door.t - over a real sshd: a key opens the program as its person, and nothing but the program.

# A few words that only read, and today's list without a word; the person is the key's.
$ shared
> door zhoumin -- find wxl | grep -c 梧桐-1
> door zhoumin -- show 梧桐-1 | head -1
> door zhoumin -- who 梧桐-1 | grep -c 高强
> door zhoumin -- list needs-of 梧桐-1
> door zhoumin </dev/null | head -1
> door zhoumin -- today --json | jq -r '.[].ref' | sort
> door gaoqiang -- list families --json | jq -r '.[].ref'
1
王秀兰 (梧桐-1)
1
qinqing: “诉求”是空的
2026-05-06 周三
family:1
family:2
family:1
family:2

# A roster comes in through standard input, and only there.
$ shared
> printf '户主姓名,出生年月日,社区,手机\n孙立,1958.3.12,梧桐,13900008888\n' >roster.csv
> door zhoumin -- import families - --dry-run <roster.csv | grep -c 孙立
> door zhoumin -- import families /etc/passwd --dry-run; echo $?
> door zhoumin -- import families - --yes <roster.csv | tail -1
> rows families
1
~ qinqing: .*最后要写 -.*
126
已写入。整批可以用 qinqing undo 撤回。
4

# All else is refused, whatever it asks for, logged, and ends with 126.
$ shared
> while read -r words; do door zhoumin -- "$words" </dev/null >said 2>&1; [ $? = 126 ] || echo "heard: $words"; done <<-'END'
> 	sh -i
> 	id
> 	/bin/sh
> 	qinqing find wxl
> 	--as gaoqiang find wxl
> 	find wxl --as gaoqiang
> 	find --data /tmp wxl
> 	find wxl --dat=/tmp
> 	find wxl --config /tmp
> 	find wxl --read-only
> 	find wxl --lang en
> 	find wxl; id
> 	find $(id)
> 	find `id`
> 	find wxl > /tmp/x
> 	find wxl | sh
> 	show 梧桐-1 && id
> 	import families - --refused /tmp/x
> 	import families
> 	new visit family=梧桐-1 mode=电话 outcome=1
> 	set family:1 wish_note=x
> 	void family:1 --why x
> 	undo --yes
> 	get family:1
> 	log
> 	admin key list
> 	admin key add gaoqiang -
> 	door
> 	check
> 	reindex
> 	init
> 	demo
> 	config check
> 	version
> 	help
> 	scp -t /tmp
> 	rsync --server . /
> 	internal-sftp
> END
> cat said
> qinqing list log --json | jq -r '.[] | select(.act.key == "denied") | .why' | wc -l
> qinqing list log --json | jq -r '[.[] | select(.act.key == "denied")] | .[0] | .who + " " + .why'
~ qinqing: “internal-sftp”没有做，已记入日志：.*从这里只能用 today、find、show、list、who、import.*
38
zhoumin internal-sftp

# No files are fetched or brought, nothing is forwarded, no agent and no display.
$ shared
> echo hello >here
> for way in '-s' '-O'; do timeout 20 scp -q $way -P $PORT -i $ROOM/keys/zhoumin -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o BatchMode=yes here qqtest@127.0.0.1:/run/room/home/there >/dev/null 2>&1; echo $((! $?)); done
> ls $ROOM/home | grep -c there
> door zhoumin -W 127.0.0.1:$PORT </dev/null 2>&1 | grep -c SSH-2
> door zhoumin -N -o ExitOnForwardFailure=yes -R 39999:127.0.0.1:22; echo $?
> qinqing list log --json | jq -r '.[0].why'
0
0
0
0
255
~ (scp -t.*|.*sftp.*)

# A key outside its days or its networks opens nothing; nor does one that was taken back.
$ shared
> at 2019-12-01 qinqing admin key add zhoumin $ROOM/keys/zhoumin.pub --until 2020-01-01 >/dev/null
> door zhoumin -- find wxl; echo $?
> qinqing admin key add zhoumin $ROOM/keys/zhoumin.pub --until 2099-12-31 --from 10.0.0.0/8 >/dev/null
> door zhoumin -- find wxl; echo $?
> qinqing admin key add zhoumin $ROOM/keys/zhoumin.pub --until 2099-12-31 --from 10.0.0.0/8,127.0.0.0/8 >/dev/null
> door zhoumin -- find wxl | wc -l
> qinqing admin key remove zhoumin
> door zhoumin -- find wxl; echo $?
255
255
1
已去掉 1 把密钥，结束了 0 个在线的会话。
255

# Whoever looks after the doors sees who is in, ends one session, and ends all of a key with the key.
$ shared
> export TERM=xterm; mkfifo hold1 hold2; exec 5<>hold1 6<>hold2
> door zhoumin -tt <hold1 >screen1 2>&1 & door gaoqiang -tt <hold2 >screen2 2>&1 &
> until_so '[ "$(live)" = 2 ]' 
> qinqing admin sessions --json | jq -r '.[] | .login + " " + .from + " " + .what' | sort
> until_so 'grep -q 今日 screen1'
> pid=$(qinqing admin sessions --json | jq -r '.[0].number'); grep -hE '^(NoNewPrivs|Seccomp):' /proc/$pid/status | tr -d '\t'; grep -c 'Max core file size *0 *0' /proc/$pid/limits
> qinqing admin end "$(qinqing admin sessions --json | jq -r '.[] | select(.login == "gaoqiang") | .number')" | grep -o '已结束会话'
> until_so '[ "$(live)" = 1 ]' 
> qinqing admin key remove zhoumin
> until_so '[ "$(live)" = 0 ]' 
> wait; qinqing admin sessions
> qinqing list log --json | jq -r '.[] | select(.act.key != "login") | .act.key + " " + .why' | sed 's/ SHA.*//' | head -2
gaoqiang 127.0.0.1 画面
zhoumin 127.0.0.1 画面
NoNewPrivs:1
Seccomp:2
1
已结束会话
已去掉 1 把密钥，结束了 1 个在线的会话。
qinqing: 现在没有人在线
config 去掉密钥 zhoumin
config 结束会话 gaoqiang

# Who left is not let in by the key they still have, and the list says so.
$ shared
> qinqing set worker:1 on_to=2026-05-05 >/dev/null
> door zhoumin -- find wxl
> qinqing admin key list --json | jq -r '.[] | select(.login == "zhoumin") | .remark[].text'
~ qinqing: .*已经离岗.*
已经没有这个人了，请去掉这把密钥
