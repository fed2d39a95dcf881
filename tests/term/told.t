# told.t - a session that is told to go (SIGTERM), or whose terminal goes away, writes what was looked at before it ends.
size 80 24
sh qinqing demo --families 20 >/dev/null
start told qinqing --as zhoumin
see 今日
keys /wxl<Enter>
see 家庭卡
signal TERM
wait 0
sh qinqing seen 梧桐-1 --json 2>/dev/null | jq -c '[.[] | select(.who == "zhoumin") | .act.key]'
> ["view","search"]
start gone env QINQING_NOW=2026-05-08T09:00 qinqing --as zhoumin
see 今日
keys /wxl<Enter>
see 家庭卡
signal HUP
wait 0
sh qinqing seen 梧桐-1 --period 2026-05-08 --json 2>/dev/null | jq -c '[.[] | select(.who == "zhoumin") | .act.key]'
> ["view","search"]
