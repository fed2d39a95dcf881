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
