# office.sh - the words in which scripts about rules talk: a small office with a past, and what to ask it.
#
# Every command of a script knows them.  A scenario begins with `office`, so that it can be read, run
# and moved by itself; `at DAY COMMAND` sets the clock.  How the program prints a value is known here
# alone: when that changes, the scripts stay.

# A command on another day, or at another minute of it.
at() {
	local now=$1
	shift
	case $now in *T*) ;; *) now=${now}T09:00 ;; esac
	QINQING_NOW=$now "$@"
}

# Workers 1 to 8: a community worker each of 梧桐 (two) and 友谊, a supervisor each of their streets,
# a counsellor, the secretary-general, and the worker of 煤城, who looks after nobody.
hire() {
	local name org login role n=0
	while read -r name org login role; do
		n=$((n + 1))
		qinqing new worker name=$name org=$org login=$login role=$role \
			mobile=1380000000$n on_from=2025-01-01
	done <<-END
		周敏 梧桐 zhoumin worker
		高强 北山街道 gaoqiang street
		佟丽 友谊 tongli worker
		何川 红军街道 hechuan street
		刘洋 梧桐 liuyang worker
		苏宁 向阳区 suning counsellor
		郑华 向阳区 zhenghua district
		石磊 煤城 shilei worker
	END
}

# family:1 梧桐-1 王秀兰 (person:1), her husband 李国栋 (person:4), their son 李明 (person:5) died in 2024;
# family:2 梧桐-2 张淑芬 (person:2), her husband 张建国 (person:6), their son 张伟 (person:7) is disabled;
# family:3 友谊-1 孙德海 (person:3), who lives alone; his daughter 孙丽 (person:8) died in 2023.
# Both posts of each are filled: assignment:1 to 3 the community's, 4 to 6 the street's.
settle() {
	local family
	qinqing new family name=王秀兰 community=梧桐 kind=11 phone1=13900005678 \
		head.sex=女 head.birth=1958-03-12 live_addr=惠民家园12-3-501
	qinqing new family name=张淑芬 community=梧桐 kind=23 phone1=13900002345 \
		head.sex=女 head.birth=1960-02-02 live_addr=惠民家园9-1-101
	qinqing new family name=孙德海 community=友谊 kind=11 phone1=13900003456 \
		head.sex=男 head.birth=1949-01-08 live_addr=矿工新村1-1-102 \
		care_flags=独居 live_state=独居
	qinqing new person family=梧桐-1 name=李国栋 relation=夫 sex=男 birth=1956-11-05
	qinqing new person family=梧桐-1 name=李明 relation=独生子 sex=男 birth=1985-06-01 \
		alive=否 death_date=2024-02-10
	qinqing new person family=梧桐-2 name=张建国 relation=夫 sex=男 birth=1959-10-01
	qinqing new person family=梧桐-2 name=张伟 relation=独生子 \
		id_no=230499199010100054 disab_cert=23049919901010005443
	qinqing new person family=友谊-1 name=孙丽 relation=独生女 sex=女 birth=1980-03-03 \
		alive=否 death_date=2023-05-20
	qinqing new assignment family=梧桐-1 post=社区岗 worker=周敏
	qinqing new assignment family=梧桐-2 post=社区岗 worker=周敏
	qinqing new assignment family=友谊-1 post=社区岗 worker=佟丽
	qinqing new assignment family=梧桐-1 post=街道岗 worker=高强
	qinqing new assignment family=梧桐-2 post=街道岗 worker=高强
	qinqing new assignment family=友谊-1 post=街道岗 worker=何川
	for family in 1 2 3; do
		qinqing set family:$family card_given=2026-01-10
	done
}

# A fresh office of these people, all of it of 2026-01-10, in a directory of its own.
office() {
	if [ ! -d "$HOME/office" ]; then
		export QINQING_DATA=$HOME/office
		qinqing init
		at 2026-01-10 hire
		at 2026-01-10 settle
	fi >/dev/null
	export QINQING_DATA=$(mktemp -d "$HOME/data.XXXXXX")
	cp -r "$HOME/office/." "$QINQING_DATA"
}

# One field of a record, as `get` writes it: field visit:1 outcome
field() {
	qinqing get "$1" | sed -n "s/^$2=//p"
}

# A number of a board: board coverage 梧桐社区 contacts 2026-05 prints 2/2, board month ... 2.
board() {
	qinqing board "$1" ${4:+--period "$4"} --json | jq -r --arg org "$2" --arg name "$3" '
		.[] | select(.name == $org) | .[$name]
		| if type == "object" then "\(.num)/\(.den)" else tostring end'
}

# How many rows a list has: rows events-of 梧桐-1
rows() {
	qinqing list "$@" --json 2>/dev/null | jq length | grep . || echo 0
}

# What a list's rows say in one field, one line each: column name members-of 梧桐-1
column() {
	local name=$1
	shift
	qinqing list "$@" --json | jq -r --arg name "$name" '
		.[] | .[$name] | if type == "object" then .key // .ref else . end'
}

# The texts of a family's reminders.
reminders() {
	qinqing list reminders-of "$1" --json 2>/dev/null | jq -r '.[].what[].text'
}

# The same act by so many sessions at once: `together 6 COMMAND`.
together() {
	local n=$1 i
	shift
	for i in $(seq "$n"); do
		"$@" >/dev/null 2>&1 &
	done
	wait
}

# Five months of work: family:1 gets all it should, family:2 too little, family:3 has agreed on less;
# family:4 (煤城) was closed on 15 May; family:5 is a second file of 王秀兰 by mistake; family:6 turned
# from disabled to bereaved in April.  A stay in hospital, two needs, doctor, card, insurance.
spring() {
	local month
	at 2026-01-12 qinqing new family name=郑国强 community=煤城 kind=41 phone1=13900004567
	at 2026-01-12 qinqing new family name=王秀蘭 community=梧桐 kind=11 phone1=13900005678 \
		head.birth=1958-03-12
	at 2026-01-12 qinqing new family name=刘桂兰 community=友谊 kind=23 phone1=13900006789
	at 2026-01-12 qinqing new assignment family=family:6 post=社区岗 worker=佟丽
	at 2026-01-12 qinqing new assignment family=family:6 post=街道岗 worker=何川
	at 2026-02-01 qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 per_stay=90 \
		per_year=180
	at 2026-02-01 qinqing new insured person=王秀兰 policy=2026住院护理
	at 2026-02-01 qinqing new insured person=李国栋 policy=2026住院护理
	at 2026-02-01 qinqing new sign person=person:1 signed_on=2026-02-01 doctor=赵医生
	at 2026-02-01 qinqing new green family=梧桐-1 hospital=区医院
	at 2026-03-01 qinqing set family:3 preset=light preset_from=2026-03-01
	at 2026-04-10 qinqing set family:6 kind=11 kind_evidence=死亡证明 kind_since=2026-04-08
	for month in 01 02 03 04 05; do
		at 2026-$month-15 qinqing new visit family=family:1 mode=上门 outcome=1 by=周敏
		at 2026-$month-18 qinqing new visit family=family:2 mode=电话 outcome=1 by=周敏
		at 2026-$month-20 qinqing new visit family=family:1 mode=电话 outcome=1 by=高强
		at 2026-$month-20 qinqing new visit family=family:3 mode=上门 outcome=1 by=佟丽
		at 2026-$month-22 qinqing new visit family=family:6 mode=社区面谈 outcome=1 by=佟丽
	done
	at 2026-05-04 qinqing new need family=family:1 kind=医疗费用 text=报销
	at 2026-05-10 qinqing new need family=family:2 kind=住房维修 text=漏水
	at 2026-05-12 qinqing set need:1 result=已解决
	at 2026-05-15 qinqing set family:4 close_reason=迁出本区
	at 2026-05-16 qinqing new event family=family:3 kind=住院 person=person:3
	at 2026-05-19 qinqing set worker:5 on_to=2026-05-19
} >/dev/null 2>&1

# What is said of May: all boards, every way of adding up.  The unit a row is about is told as it is today.
may() {
	local by
	for by in community street; do
		qinqing board coverage --period 2026-05 --by $by --json
		qinqing board month --period 2026-05 --by $by --json
	done | jq 'map(del(.version, .successor, .successor_text, .valid_to))'
}

# Is May told in June, after COMMAND, as it was told at its end?
may_stays() {
	office
	if [ ! -d "$HOME/spring" ]; then
		spring
		cp -r "$QINQING_DATA" "$HOME/spring"
		at 2026-05-31T18:00 may >"$HOME/may"
	fi
	cp -r "$HOME/spring/." "$QINQING_DATA"
	at 2026-06-10 eval "$1" >/dev/null || echo "refused: $1"
	at "${2:-2026-06-20}" may >now
	cmp -s "$HOME/may" now && return
	echo "after: $1"
	diff <(jq . "$HOME/may") <(jq . now) | grep '^[<>]' | sort | uniq -c
	return 0
}

# How many alarms of a family have not been answered, and how many there were.
alarms() {
	qinqing list events-of "$1" --json 2>/dev/null | jq -r '
		[.[] | select(.alarm)]
		| "\(map(select(.closed == null)) | length) open of \(length)"' | grep . || echo 0 open of 0
}

# Nobody answers the telephone of 友谊-1 at this minute: unanswered 2026-05-06T07:00
unanswered() {
	qinqing --as tongli new visit family=友谊-1 mode=电话 outcome=无人接听 when="$1"
} >/dev/null 2>&1

# Who holds a post of a family on a day: contacts 梧桐-1 社区岗 2026-05-19 prints 05-19 周敏
contacts() {
	qinqing who "$1" --on "$3" 2>/dev/null | awk -v post="$2" -v day="${3#*-}" '
		{ for (i = 1; i < NF; i++) if ($i == post) print day, $(i + 1) }'
}

# absent COMMAND: for who asks it is not there; nothing is printed when it is so.
absent() {
	local said
	said=$("$@" 2>&1)
	if [ $? -ne 1 ] || [[ $said != *没有这条* ]]; then
		echo "there: $*: $said"
	fi
}

# Is the COMMAND refused, in a sentence that names all of WORDS?  Silent when it is.
refused() {
	local words=$1 word said
	shift
	said=$("$@" 2>&1)
	if [ $? -ne 2 ]; then
		echo "not refused: $*"
		return
	fi
	for word in $words; do
		case $said in
		*"$word"*) ;;
		*) echo "$word is not named: ${said##*qinqing: }" ;;
		esac
	done
}

# Does the COMMAND go through?  Silent when it does.
accepted() {
	local said
	said=$("$@" 2>&1) || echo "refused: $*: $said"
}

# Is what disagrees not taken in silence: refused, or stored with a word about it?
spoken() {
	local said
	said=$("$@" 2>&1)
	[ $? -eq 2 ] && return
	case $said in
	*注意*) ;;
	*) echo "stored in silence: $*" ;;
	esac
}
