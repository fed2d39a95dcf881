# Boards read sums that every commit keeps: what a colleague saves is on an open board at once, by community and by
# contact person, and in the list behind the number; undone, it is gone again.
size 80 24
sh qinqing demo --families 20 --seed 3 >/dev/null
start one qinqing
keys Bw
see 三个全覆盖(按人)
keys <Right><Right>
see 2知情卡
line 3 ~ .*周敏 .* 2/3 66.7%.*
start two qinqing
keys B
see 三个全覆盖
see 16/20 80%
sh qinqing list no-card org:3 --json | jq -r '.[].ref'
> family:1
sh qinqing set family:1 card_given=2026-05-06
see 17/20 85%
keys 2
see 没发知情卡
see 没有这样的家庭
keys q
on one
line 3 ~ .*周敏 .* 3/3 100.0%.*
sh qinqing undo --yes >/dev/null
line 3 ~ .*周敏 .* 2/3 66.7%.*
on two
see 16/20 80%
