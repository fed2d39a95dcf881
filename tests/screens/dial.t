# Telephone numbers from the screen: copied to the person's own clipboard, or so large that they can be dialled.
sh "$TOP/tests/screens/office" >/dev/null
sh qinqing new person family=family:1 name=王小妹 relation=73 sex=女 phone=0468-3345612转801 >/dev/null
sh qinqing new sign family=family:1 person=person:1 doctor=韩医生 phone=13700000009 signed_on=2026-01-05 >/dev/null
sh qinqing set worker:2 substitute=赵雪梅 duty_time=工作日8:30-17:00 >/dev/null
run qinqing --as zhoumin

# what the row shows
see 王秀兰
keys <F7>
told 52;c;MTM5MDAwMDU2Nzg=
line -2 已复制王秀兰的电话 139 0000 5678；贴不出来就按 F8 看大字

# a line of the card that is about somebody: their number
keys <Enter>
see 家庭卡
keys <Down><F7>
see 已复制周敏的电话 138 0000 0001
told 52;c;MTM4MDAwMDAwMDE=

# large, with all there are, whoever is nearest first; a camera reads tel:13800000001
keys <F8>
see 1-6换一个号码
screen
> ~ 王秀兰 \(梧桐-1\) 拨电话 +演练 周敏 2026-05-06 周三
> 社区岗 周敏  138 0000 0001
>
>      _   _     _   _   _   _     _   _   _             █▀▀▀▀▀█ ▀ ▄▀█ █▀▀▀▀▀█
>   |  _| |_|   | | | | | | | |   | | | | | |   |        █ ███ █   ▄▀█ █ ███ █
>   |  _| |_|   |_| |_| |_| |_|   |_| |_| |_|   |        █ ▀▀▀ █  █▄▄▄ █ ▀▀▀ █
>                                                        ▀▀▀▀▀▀▀ █ ▀ █ ▀▀▀▀▀▀▀
>                                                        █▀ █▀ ▀▄ ▄█▄▀ █▄ ▄▄ ▀
> > 1 138 0000 0001  社区岗 周敏                         ▄▄▀▄█▀▀  ▄███ ▀▀▄ █▀▀
>   2 138 0000 0002  街道岗 高强                          ▀ ▀  ▀ █▀▄█▀▄▄█▄█  ▀
>   3 138 0000 0003  代班 赵雪梅                         █▀▀▀▀▀█   █ █▀▄█▀ █▄
>   4 139 0000 5678  家庭 王秀兰                         █ ███ █ █▀▄▀▀▀ █ ▄ ▀
>   5 0468-3345612 转 801  弟 王小妹                     █ ▀▀▀ █ ▄██▀████▀▀▄██
>   6 137 0000 0009  家庭医生 韩医生                     ▀▀▀▀▀▀▀ ▀▀  ▀ ▀▀▀▀
>
>
>
>
>
>
>
>
>
> 1-6换一个号码  F7复制  Esc返回

# another one of them; its extension is pressed once somebody has answered
keys 5
line 2 弟 王小妹  0468-3345612 转 801
line 4 ~  _       _   _ .*
keys <F7>
see 贴不出来就照着拨
told 52;c;MDQ2ODMzNDU2MTItODAx
keys <Down>
line 2 家庭医生 韩医生  137 0000 0009
keys <Down><Up>
line 2 弟 王小妹  0468-3345612 转 801

# somebody writes another number while it is shown
sh qinqing set sign:1 phone=13700000008 >/dev/null
see 137 0000 0008
line 2 弟 王小妹  0468-3345612 转 801
keys <Esc>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*

# little room: the digits, and then what fits of the list
resize 40 10
keys <F8>
screen
> 王秀兰 (梧桐-1) 拨电话
> 社区岗 周敏  138 0000 0001
>     _  _   _  _  _  _   _  _  _
>   | _||_| | || || || | | || || |  |
>   | _||_| |_||_||_||_| |_||_||_|  |
> > 1 138 0000 0001  社区岗 周敏
>   2 138 0000 0002  街道岗 高强
>   3 138 0000 0003  代班 赵雪梅
>
> ~ 1-6换一个号码  F7复制  Esc返回
keys 6
line 8 > 6 137 0000 0008  家庭医生 韩医生
keys <Esc>
resize 80 24

# of a worker in a list: their own
keys <Esc>
see 今日
keys W
see 工作人员
keys <Down><F7>
see 已复制
keys <F8>
line 1 ~ 拨电话 +演练 周敏 2026-05-06 周三
keys <Esc><Esc>

# a unit has none
keys O
see 街道社区
keys <F7>
line -2 这里没有可打的电话：先选一户家庭，或一位工作人员、会员、专家
keys <F8>
line -2 这里没有可打的电话：先选一户家庭，或一位工作人员、会员、专家
see 街道社区
