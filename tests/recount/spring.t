# An office in which every act of the trade happens once, most of them from an earlier day on.
office
spring
q() { must at "$@"; }

# Levels, kinds and agreements that begin on an earlier day, and one that is put back.
q 2026-05-20 qinqing set family:1 care_level=2 care_since=2026-05-04 care_reason=身体不好
q 2026-05-21 qinqing set family:2 care_level=1 care_since=2026-05-18 care_reason=住院
q 2026-06-01 qinqing set family:2 care_level=3 care_since=2026-05-28 care_reason=好转
q 2026-06-02 qinqing set family:3 preset= preset_from=2026-06-01
q 2026-06-02 qinqing set family:1 kind=12 kind_since=2026-05-25 kind_evidence=户口簿

# A move within the street office, one to another street, and back into the old place by undo.
q 2026-05-22 qinqing set family:6 community=煤城
q 2026-06-03 qinqing set family:2 community=友谊
q 2026-06-04 qinqing set family:3 community=煤城
must at 2026-06-04 qinqing undo --yes

# Two files of one family become one in June; a divorce; a death; a mother-in-law and a grandchild.
q 2026-05-30 qinqing new visit family=family:5 mode=电话 outcome=1 by=周敏
q 2026-06-05 qinqing merge family:5 --to family:1
q 2026-05-10 qinqing new person family=family:1 name=王桂芬 relation=岳母 sex=女 birth=1935-04-04
q 2026-05-10 qinqing new person family=family:1 name=李小宝 relation=孙子 sex=男 birth=2010-04-04
husband=$(at 2026-05-10 qinqing new person family=family:6 name=赵德才 relation=夫 sex=男 birth=1957-07-07)
q 2026-06-06 qinqing split family:6 $husband
q 2026-06-07 qinqing set person:4 alive=否 death_date=2026-05-29

# Closed, and opened again; opened and closed within May; closed by mistake and undone.
q 2026-06-08 qinqing set family:4 closed= close_reason=
passing=$(at 2026-05-03 qinqing new family name=马长海 community=煤城 kind=11 phone1=13900007891 | head -1)
q 2026-05-25 qinqing set $passing close_reason=迁出本区
q 2026-06-09 qinqing set family:6 close_reason=对象本人书面退出
must at 2026-06-09 qinqing undo --yes

# Visits: voided, taken back, corrected, of an earlier day, by somebody who left.
q 2026-06-09 qinqing void visit:3 --why 记错了
q 2026-06-09 qinqing void visit:25 --why 记错了
q 2026-06-09 qinqing void visit:7 --why 记错了
must at 2026-06-09 qinqing undo --yes
q 2026-06-10 qinqing set visit:12 outcome=2
q 2026-06-10 qinqing set visit:14 mode=上门
q 2026-06-10 qinqing new visit family=family:2 mode=上门 outcome=1 by=周敏 when=2026-05-31T16:00
q 2026-06-10 qinqing new visit family=family:1 mode=24 outcome=1 by=周敏 when=2026-06-01
q 2026-06-10 qinqing new visit family=family:6 mode=电话 outcome=外出外地 by=佟丽 when=2026-06-08

# Posts: handed over by date, planned ahead, a worker who leaves, one who is on leave.
q 2026-06-01 qinqing handover 周敏 family:1 --to 刘洋 --on 2026-05-18
q 2026-06-11 qinqing set worker:5 on_to=
q 2026-06-12 qinqing handover 佟丽 family:3 --to 石磊 --on 2026-07-01
q 2026-06-12 qinqing set worker:4 on_to=2026-06-15
q 2026-06-12 qinqing set worker:2 away_from=2026-06-12 away_to=2026-06-30 substitute=刘洋
q 2026-06-12 qinqing set family:3 card_given=2026-06-12

# Doctor, green channel, insurance: expired, refused, limited, ended early.
q 2026-06-12 qinqing set sign:1 expires=2026-06-10
q 2026-05-12 qinqing new sign person=person:3 refused=是 refuse_why=不愿意
q 2026-06-12 qinqing new sign person=person:3 signed_on=2026-06-12 doctor=赵医生
q 2026-05-12 qinqing new sign person=person:2 signed_on=2026-05-12 doctor=赵医生
q 2026-06-12 qinqing new sign person=person:2 refused=是 refuse_why=换了医生
q 2026-05-12 qinqing new green family=友谊-1 hospital=区医院 given=2026-05-12 expires=2026-05-31
q 2026-06-12 qinqing new insured person=person:3 policy=2026住院护理 added=2026-05-15
q 2026-06-12 qinqing set insured:1 removed=2026-06-11 remove_why=退保
q 2026-06-12 qinqing set policy:1 to=2026-06-18

# Needs: closed late, an answer that comes later, asked and not said; events and a silence alarm.
q 2026-06-12 qinqing set need:2 result=已解决 closed=2026-06-12
q 2026-06-13 qinqing set need:1 satisfied=不满意 reply_at=2026-06-13
q 2026-06-13 qinqing set need:2 satisfied=未评价
q 2026-06-13 qinqing set need:1 urgent=紧急
q 2026-05-14 qinqing new event family=family:2 kind=意外 known_at=2026-05-14T07:00 first_contact=2026-05-14T08:30
q 2026-06-13 qinqing set event:1 first_contact=2026-05-16T09:00
for hour in 07 11 15; do
	unanswered 2026-06-14T$hour:00
done

today=2026-06-20T09:00
months='2026-05 2026-04 2026-03'
