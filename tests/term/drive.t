# The command language of drive on programs every system has, and that its checks can fail.

# typing, keys, the end of a program
run cat
keys 张三x<BS>𠮷<Space><lt>ok<Enter>
line 2 张三𠮷 <ok
see 三𠮷
gone x
cursor 3 1
whole
screen
> ~ 张三.*𠮷 <ok
> 张三𠮷 <ok
keys <C-d>
wait 0

# size, environment, resize
size 41 7
env TERM=linux
env WHO=李 四
run sh -c 'echo "$TERM $WHO"; stty size; trap "stty size" WINCH; while :; do read x; done'
line 1 linux 李
line 2 ~ 7 4[0-9]
resize 60 9
see 9 60
line -1
signal KILL
wait KILL

# quotes keep words together; a hang-up reaches the program
env WHO="李 四"
start trap sh -c 'trap "echo gone >hup; exit 3" HUP; echo "$WHO"; while :; do read x || exit 4; done'
see 李 四
hangup
wait 3
sh cat hup
> gone

# two programs at once
start left cat
start right cat
keys right<Enter>
on left
keys left<Enter>
screen
> left
> left
on right
screen
> right
> right
gone left
signal TERM
wait 143

# a paste is many lines at once
run sh -c 'stty -icanon -echo -icrnl; printf "go\033[?2004h"; exec cat -v'
see go
paste 一\n二\\
see 200~
see \^[[201~

# shell commands and what they print
sh printf 'a\nb\nc\nd\n'
> a
> ...
> ~ [cd]+
sh exit 0

# what must fail fails
sh printf 'limit 0.2\nrun cat\nkeys abc\nwait 0\nsee abc\nsee xyz\ngone abc\nline 1 ab\ncursor 1 1\nsh false\nscreen\n> x\n' | drive; test $? = 1
> not ok 1 - wait 0 (- line 4)
> # it is still running
> ...
> ok 2 - see abc
> not ok 3 - see xyz (- line 6)
> # screen 80x24, cursor at line 1 column 4
> #   |abc
> not ok 4 - gone abc (- line 7)
> ...
> not ok 5 - line 1 ab (- line 8)
> ...
> not ok 6 - cursor 1 1 (- line 9)
> ...
> not ok 7 - sh false (- line 10)
> # status 1
> # it printed
> not ok 8 - screen (- line 11)
> ...
> 1..8
sh printf 'run true\nwait 0\n' | drive
> ok 1 - wait 0
> 1..1
sh printf 'run cat\nkeys <Entr>\n' | drive; test $? = 2
> not ok 1 - keys <Entr>
> Bail out! - line 2: an unknown key
sh printf 'sh echo a\n> b\nsh echo c\n' | drive; test $? = 1
> not ok 1 - sh echo a (- line 1)
> ...
> ok 2 - sh echo c
> 1..2
sh printf 'see x\n' | drive; test $? = 2
> ...
> ~ Bail out!.*no program runs
sh printf 'fly away\n' | drive; test $? = 2
> ...
> ~ Bail out!.*no command fly
