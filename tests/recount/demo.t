# The demonstration's office, with a month of changes over it.
must at 2026-05-06 qinqing demo --families 24 --seed 11
q() { must at "$@"; }
q 2026-05-06 qinqing report R05 梧桐社区 --period 2026-04 --submit
q 2026-05-07 qinqing new visit family=梧桐-1 mode=上门 outcome=1 by=周敏 when=2026-04-30T10:00
q 2026-05-20 qinqing set family:1 care_level=1 care_since=2026-04-20 care_reason=病重
q 2026-05-20 qinqing set family:2 preset=light preset_from=2026-05-01
q 2026-05-21 qinqing set family:3 community=和平
q 2026-05-22 qinqing set family:4 close_reason=迁出本区
q 2026-05-22 qinqing set family:5 close_reason=对象本人书面退出
q 2026-05-28 qinqing set activity:47 cancelled=2026-05-28 cancel_why=下雨
q 2026-06-01 qinqing set family:5 closed= close_reason=
q 2026-06-02 qinqing void visit:30 --why 记错了
q 2026-06-02 qinqing void visit:61 --why 记错了
must at 2026-06-02 qinqing undo --yes
q 2026-06-03 qinqing merge family:7 --to family:6
q 2026-06-04 qinqing set family:8 card_given=2026-06-04
q 2026-06-05 qinqing set need:1 result=部分解决 satisfied=不满意 closed=2026-06-05 reply_at=2026-06-05
q 2026-06-08 qinqing handover worker:2 --to worker:13 --on 2026-06-02
q 2026-06-09 qinqing set worker:4 on_to=2026-06-09
q 2026-06-10 qinqing set policy:1 to=2026-06-08

today=2026-06-12T09:00
months='2026-05 2026-04 2026-03'
