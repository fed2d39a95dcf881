# together.t - colleagues at work at the same time, and what is put right later: the rule's result follows.

# A need is due by its urgency and the day it was received; whichever changes, the due day follows.
$ office
> qinqing new need family=梧桐-1 kind=住房维修 text=漏水 >/dev/null
> field need:1 due
> qinqing set need:1 urgent=较急 >/dev/null
> field need:1 due
> qinqing set need:1 received=2026-05-04 >/dev/null
> field need:1 due
> qinqing set need:1 urgent=紧急 >/dev/null
> field need:1 due
2026-05-21
2026-05-09
2026-05-07
2026-05-05
