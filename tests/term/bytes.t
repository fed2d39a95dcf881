# Bytes that no key of curses is: the numpad in application mode, answers meant for others, whole, split
# and without their end; a size exported into the environment.
size 80 24
env LINES=24
env COLUMNS=80
sh qinqing demo --families 20 --seed 7 >/dev/null
run qinqing --as zhoumin
see 今日

# ---- numbers from the numpad, NumLock on, in the forms of VT100, xterm and PuTTY; its Enter opens
send /\eOu\eOv\eOw\eOx
line 2 查找：5678
send \eOM
see 家庭卡
keys q/
send \eOq\eOr\eOm\eOs\eOm\eOu\eOp\eOq
line 2 查找：12-3-501
keys <Esc>

# ---- whatever terminals answer, nothing is typed and no screen is left
send \e]11;rgb:0000/0000/0000\a\e]10;rgb:ffff/ffff/ffff\e\\
send \eP>|XTerm(379)\e\\\e[?62;22c\e[12;3R
send \e]11;rgb:00
line 1 ~ 今日 .*
send 00/0000/0000\a
line 1 ~ 今日 .*
gone 查找：
gone rgb

# ---- the size that counts is the terminal's
resize 120 40
see q退出
line -1 ~ .*q退出.*
whole
