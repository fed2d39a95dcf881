# insured.t - what a policy covers, how many days it has left, and when a claim is done.

# The day before the policy begins and the day after it ends are not covered; its first and its last are.
$ export QINQING_NOW=2027-02-01T09:00
> office
> qinqing new policy name=2026住院护理 from=2026-03-01 to=2026-12-31 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> for stay in '2026-02-28 2026-03-02' '2026-03-01 2026-03-02' '2026-12-31 2027-01-01' '2027-01-01 2027-01-02'; do set -- $stay; qinqing new claim person=王秀兰 admit=$1 discharge=$2 >/dev/null; done
> for i in 1 2 3 4; do echo "$i $(field claim:$i payable)"; done
1 
2 100
3 100
4 

# A claim that is given up, or voided, gives its days back to the year.
$ for how in 'set claim:1 state=放弃' 'void claim:1 --why 报错了'; do
> office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 per_year=30 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-02-01 discharge=2026-02-21 >/dev/null
> qinqing $how >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-01 discharge=2026-04-21 >/dev/null
> field claim:2 pay_days
> done
20
20

# A claim that was refused is done when the family has been told.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-01 discharge=2026-04-11 >/dev/null
> qinqing set claim:1 state=拒赔 >/dev/null
> reminders 梧桐-1 | grep -c LP2026-0001
> qinqing set claim:1 told_family=2026-05-06 >/dev/null
> reminders 梧桐-1 | grep -c LP2026-0001
1
0
? 1

# Nobody is covered before being added, and from that day on.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 added=2026-03-01 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-02-28 discharge=2026-03-05 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-03-01 discharge=2026-03-05 >/dev/null
> field claim:1 insured
> field claim:1 payable
> field claim:2 insured
> field claim:2 payable
insured:1
400

# A stay before the person was added is not covered when the insurance is named by hand either.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 added=2026-03-01 >/dev/null
> qinqing new claim person=王秀兰 insured=insured:1 admit=2026-02-10 discharge=2026-02-15 >/dev/null 2>&1
> field claim:1 payable
0

# A stay that goes on after the policy's last day is paid to that day.
$ export QINQING_NOW=2027-02-01T09:00
> office
> qinqing new policy name=2026住院护理 from=2026-01-01 to=2026-12-31 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-12-20 discharge=2027-01-10 >/dev/null
> field claim:1 days
> field claim:1 pay_days
21
12

# A stay that goes on after the person was taken off is paid to that day.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing set insured:1 removed=2026-04-10 remove_why=本人要求 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-01 discharge=2026-04-20 >/dev/null
> field claim:1 pay_days
10

# The coverage of a day counts who is insured on it: added, not yet taken off, the policy running.
$ office
> qinqing new policy name=2026住院护理 from=2026-03-01 to=2026-12-31 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 added=2026-04-01 >/dev/null
> qinqing set insured:1 removed=2026-05-20 remove_why=本人要求 >/dev/null
> for day in 2026-03-31 2026-04-01 2026-05-20 2026-05-21; do echo "$day $(at $day board coverage 梧桐社区 insured)"; done
> office
> qinqing new policy name=2026住院护理 from=2026-03-01 to=2026-12-31 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> for day in 2026-02-28 2026-03-01 2026-12-31 2027-01-01; do echo "$day $(at $day board coverage 梧桐社区 insured)"; done
2026-03-31 0/4
2026-04-01 1/4
2026-05-20 1/4
2026-05-21 0/4
2026-02-28 0/4
2026-03-01 1/4
2026-12-31 1/4
2027-01-01 0/4

# A refused claim gives its days back to the year: to a later claim, and to one that had been cut short.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 per_year=30 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-02-01 discharge=2026-02-21 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-03-01 discharge=2026-03-21 >/dev/null
> for i in 1 2; do field claim:$i pay_days; done
> qinqing set claim:1 state=拒赔 >/dev/null
> field claim:2 pay_days
> qinqing new claim person=王秀兰 admit=2026-04-01 discharge=2026-04-21 >/dev/null
> field claim:3 pay_days
20
10
20
10

# A claim opened while the person lies in hospital learns the days when the event is told the discharge.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> at 2026-05-01 qinqing new event family=梧桐-1 person=王秀兰 kind=住院 hospital=区医院 >/dev/null
> at 2026-05-02 qinqing new claim event=event:1 >/dev/null
> field claim:1 days
> at 2026-05-06 qinqing set event:1 discharge=2026-05-05 >/dev/null
> field claim:1 discharge
> field claim:1 days
> field claim:1 payable
2026-05-05
4
400

# A discharge put right in the event is put right in the claim, unless the claim's own day was typed.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> at 2026-05-01 qinqing new event family=梧桐-1 person=王秀兰 kind=住院 >/dev/null
> qinqing set event:1 discharge=2026-05-05 >/dev/null
> qinqing new claim event=event:1 >/dev/null
> qinqing set event:1 discharge=2026-05-06 >/dev/null
> field claim:1 days
> qinqing set claim:1 discharge=2026-05-04 >/dev/null
> qinqing set event:1 discharge=2026-05-05 >/dev/null
> field claim:1 days
5
3

# Told and paid ends the reminders, in whichever order; one of the two does not.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-01 discharge=2026-04-11 documents='1 2 3 4 5 6 7' >/dev/null
> reminders 梧桐-1 | grep -c LP2026-0001
> qinqing set claim:1 told_family=2026-05-06 >/dev/null
> reminders 梧桐-1 | grep -c LP2026-0001
> qinqing set claim:1 paid=1000 paid_on=2026-05-06 >/dev/null
> reminders 梧桐-1 | grep -c LP2026-0001
> qinqing set claim:1 told_family= >/dev/null
> reminders 梧桐-1 | grep -c LP2026-0001
1
1
0
1

# The days of a year are used up in the order of admission, whatever was reported first.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 per_year=30 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-03-01 discharge=2026-03-21 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-01 discharge=2026-04-21 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-02-01 discharge=2026-02-21 >/dev/null
> for i in 3 1 2; do field claim:$i pay_days; done
> qinqing set claim:3 discharge=2026-02-06 >/dev/null
> for i in 3 1 2; do field claim:$i pay_days; done
> qinqing undo --yes >/dev/null
> for i in 3 1 2; do field claim:$i pay_days; done
20
10
0
5
20
5
20
10
0

# The year of a policy that runs longer begins again after twelve months, to the day.
$ export QINQING_NOW=2027-06-01T09:00
> office
> qinqing new policy name=两年 from=2026-01-15 to=2028-01-14 daily=100 per_year=30 >/dev/null
> qinqing new insured person=王秀兰 policy=两年 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-02-01 discharge=2026-02-26 >/dev/null
> qinqing new claim person=王秀兰 admit=2027-01-14 discharge=2027-01-24 >/dev/null
> qinqing new claim person=王秀兰 admit=2027-01-15 discharge=2027-01-25 >/dev/null
> for i in 1 2 3; do field claim:$i pay_days; done
25
5
10

# Illness waits to the last day of the waiting period, counted from when somebody came to the policy; an accident does not.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 waiting_days=30 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 added=2026-03-01 >/dev/null
> for stay in '2026-03-30 2026-04-01' '2026-03-31 2026-04-01' '2026-03-30 2026-04-01 accident=是'; do set -- $stay; qinqing new claim person=王秀兰 admit=$1 discharge=$2 $3 >/dev/null; done
> for i in 1 2 3; do field claim:$i pay_days; done
0
1
2

# Nobody is paid for a day before the insurance or after it, and the claim says why.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100.50 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 added=2026-03-01 removed=2026-04-10 >/dev/null
> qinqing new claim person=王秀兰 insured=insured:1 admit=2026-02-28 discharge=2026-03-03 >/dev/null
> qinqing new claim person=王秀兰 insured=insured:1 admit=2026-04-11 discharge=2026-04-13 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-10 discharge=2026-04-13 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-11 discharge=2026-04-13 >/dev/null
> for i in 1 2 3 4; do field claim:$i basis; done
住院3天，入院早于参保（2026-03-01），不赔；0天×100.50元
住院2天，保险期内0天，入院时保险已到期（2026-04-10），不赔；0天×100.50元
住院3天，保险期内1天；1天×100.50元
入院那天没有有效的参保

# When the insurance or the policy changes, what was claimed is reckoned again.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new claim person=王秀兰 admit=2026-04-01 discharge=2026-04-11 >/dev/null
> qinqing set policy:1 daily=50 >/dev/null
> field claim:1 payable
> qinqing set insured:1 removed=2026-04-03 >/dev/null
> field claim:1 payable
500
150

# A claim is somebody's own: not by another person's insurance, nor about another family's stay.
$ office
> qinqing new policy name=2026住院护理 from=2026-01-01 daily=100 >/dev/null
> qinqing new insured person=王秀兰 policy=2026住院护理 >/dev/null
> qinqing new event family=友谊-1 person=孙德海 kind=住院 >/dev/null
> refused '另一位成员' qinqing new claim person=李国栋 insured=insured:1 admit=2026-04-01
> refused '' qinqing new claim person=王秀兰 event=event:1
> refused '已在这张保单里' qinqing new insured person=王秀兰 policy=2026住院护理
