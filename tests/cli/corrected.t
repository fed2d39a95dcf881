# corrected.t - what follows from a record follows from it as it is now: another family, another score, a later entry.

# ---- a visit that was written down for the wrong family was never made there
$ office; for hour in 09 12 15; do at 2026-05-06T$hour:00 qinqing new visit family=友谊-1 mode=电话 outcome=2 by=佟丽 when=2026-05-06T$hour:00 >/dev/null 2>&1; done; rows events-of 友谊-1; at 2026-05-06T16:00 qinqing set visit:3 family=梧桐-1 >/dev/null; rows events-of 友谊-1; rows events-of 梧桐-1
1
0
0
$ office; qinqing new visit family=梧桐-1 mode=上门 outcome=已联系 mood=有轻生表露 by=周敏 >/dev/null; column kind events-of 梧桐-1; qinqing set visit:1 family=梧桐-2 >/dev/null; rows events-of 梧桐-1; column kind events-of 梧桐-2
07
0
07
$ office; qinqing new event family=family:1 kind=住院 happened=2026-05-05 known_at=2026-05-05T09:00 >/dev/null; qinqing new visit family=family:1 mode=上门 outcome=1 by=周敏 when=2026-05-06T08:00 >/dev/null; field event:1 first_contact; qinqing set visit:1 family=family:2 >/dev/null; field event:1 first_contact
2026-05-06T08:00

# ---- what is written down after the visit that answers it has been answered
$ office; at 2026-05-20 qinqing new visit family=family:1 mode=上门 outcome=1 by=周敏 >/dev/null; at 2026-05-21 qinqing new event family=family:1 kind=住院 happened=2026-05-19 known_at=2026-05-19T09:00 >/dev/null; field event:1 first_contact
2026-05-20

# ---- who lives alone from today on is watched: three calls of the last hours are an alarm, those of last week are none
$ office; for hour in 06 07 08; do at 2026-05-06T$hour:00 qinqing new visit family=梧桐-1 mode=电话 outcome=2 by=周敏 when=2026-05-06T$hour:00 >/dev/null 2>&1; done; rows events-of 梧桐-1; qinqing set family:1 live_state=独居 >/dev/null; rows events-of 梧桐-1
0
1
$ office; for hour in 06 07 08; do at 2026-05-01T$hour:00 qinqing new visit family=梧桐-1 mode=电话 outcome=2 by=周敏 when=2026-05-01T$hour:00 >/dev/null 2>&1; done; qinqing set family:1 care_flags=独居 >/dev/null; rows events-of 梧桐-1
0

# ---- a score put right takes the risk along, both ways; a risk that somebody set stays, but for thoughts of death
$ office; risk() { qinqing get psych:$1 --json | jq -r '[.level.key, .band] | @tsv'; }; qinqing new psych family=梧桐-1 scale=PHQ-9 score=3 >/dev/null; risk 1; qinqing set psych:1 score=25 >/dev/null; risk 1; qinqing new psych family=梧桐-1 scale=PHQ-9 score=8 item9=1 >/dev/null; risk 2; rows events-of 梧桐-1; qinqing set psych:2 item9=0 >/dev/null; risk 2; rows events-of 梧桐-1; qinqing new psych family=梧桐-1 scale=PHQ-9 score=8 level=3 >/dev/null; qinqing set psych:3 score=2 >/dev/null; risk 3; qinqing new psych family=梧桐-1 scale=PHQ-9 score=20 level=1 >/dev/null; risk 4; qinqing set psych:4 item9=1 >/dev/null; risk 4
1	无
3	重度
3	轻度
1
1	轻度
0
3	无
1	重度
3	重度

# ---- a claim that was there before its insurance was entered finds it
$ office; qinqing new policy name=护理 from=2026-01-01 daily=100 >/dev/null; qinqing new claim family=梧桐-1 person=person:1 admit=2026-04-01 discharge=2026-04-05 >/dev/null; field claim:1 basis; qinqing new insured person=person:1 policy=护理 added=2026-01-01 >/dev/null; field claim:1 basis; field claim:1 payable
入院那天没有有效的参保
住院4天；4天×100元
400
$ office; qinqing new policy name=护理 from=2026-01-01 daily=100 >/dev/null; qinqing new insured person=person:1 policy=护理 added=2026-04-10 >/dev/null; qinqing new claim family=梧桐-1 person=person:1 admit=2026-04-01 discharge=2026-04-05 >/dev/null; field claim:1 basis; qinqing set insured:1 added=2026-01-01 >/dev/null; field claim:1 payable
入院那天没有有效的参保
400
