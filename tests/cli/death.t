# death.t - what follows from a death follows from its being put right as well, and from one that was none; on whichever
# road it is told.

# ---- taken back by a form: all that it did is as it was, in every month
$ may_stays 'at 2026-06-02 qinqing set person:7 alive=否 death_date=2026-05-20; at 2026-06-03 qinqing set person:7 alive=是 death_date='
$ office; qinqing new policy name=护理 from=2026-01-01 daily=100 >/dev/null; qinqing new insured person=person:7 policy=护理 added=2026-01-01 >/dev/null; qinqing new tefu person=person:7 kind=2 first_month=2026-01 >/dev/null 2>&1; qinqing get insured:1 --json | jq 'del(.version)' >b; qinqing set person:7 alive=否 death_date=2026-05-01 >/dev/null; qinqing get family:2 --json | jq -r '[.kind.key, .kind_since, .kind_evidence] | @tsv'; qinqing get insured:1 --json | jq -r '[.removed, .remove_why] | @tsv'; qinqing list events-of 梧桐-2 --json | jq length; qinqing set person:7 alive=是 death_date= >/dev/null; qinqing get family:2 --json | jq -r '[.kind.key, .kind_since, .kind_evidence] | @tsv'; qinqing get insured:1 --json | jq 'del(.version)' | diff b -; qinqing list events-of 梧桐-2 --json | jq length; qinqing check | tail -1
11	2026-05-01	张伟 2026-05-01去世
2026-05-01	本人去世
1
23		张伟去世是误记
qinqing: “重大情况”是空的
0
~ .*数据完好.*

# ---- its day put right: the kind has turned on the right day, in the right month
$ office; qinqing set person:7 alive=否 death_date=2026-05-01 >/dev/null; at 2026-05-08 qinqing set person:7 death_date=2026-04-28 >/dev/null; qinqing get family:2 --json | jq -r '[.kind.key, .kind_since, .kind_evidence] | @tsv'; for month in 2026-04 2026-05; do at 2026-05-08 qinqing board month --period $month --json | jq -r '.[] | select(.name == "梧桐社区") | .turned'; done; qinqing list events-of 梧桐-2 --json | jq -r '.[].happened'; qinqing check | tail -1
11	2026-04-28	张伟 2026-04-28去世
1
0
2026-04-28
~ .*数据完好.*

# ---- a kind that somebody has set since is theirs
$ office; qinqing set person:7 alive=否 death_date=2026-05-01 >/dev/null; qinqing set family:2 kind=12 kind_evidence=有第三代 >/dev/null; qinqing set person:7 alive=是 death_date= >/dev/null; qinqing get family:2 --json | jq -r .kind.key
12

# ---- another child's death is no loss of the only one
$ office; for who in 继子 次子; do qinqing new person family=梧桐-2 name=李继 relation=$who sex=男 birth=1992-01-01 | head -1; done; qinqing set person:9 death_date=2026-05-01 >/dev/null; qinqing set person:10 death_date=2026-05-02 >/dev/null; qinqing get family:2 --json | jq -r .kind.key; qinqing set person:7 death_date=2026-05-03 >/dev/null; qinqing get family:2 --json | jq -r '[.kind.key, .kind_since] | @tsv'
person:9
person:10
23
11	2026-05-03

# ---- a child who is entered as having died while the file was open; and one who had died before
$ office; qinqing new person family=梧桐-2 name=小芳 relation=独生女 is_only_child=是 alive=否 death_date=2024-01-01 >/dev/null 2>&1; qinqing get family:2 --json | jq -r .kind.key; qinqing list events-of 梧桐-2 --json | jq length; qinqing void person:7 --why 记错 >/dev/null; qinqing new person family=梧桐-2 name=小华 relation=独生女 is_only_child=是 alive=否 death_date=2026-05-02 >/dev/null 2>&1;  qinqing get family:2 --json | jq -r '[.kind.key, .kind_since] | @tsv'; qinqing list events-of 梧桐-2 --json | jq length
23
qinqing: “重大情况”是空的
0
11	2026-05-02
1

# ---- a roster that tells of a death is a road like any other; a file that it opens tells of what was before
$ office; qinqing new policy name=护理 from=2026-01-01 daily=100 >/dev/null; qinqing new insured person=person:7 policy=护理 added=2026-01-01 >/dev/null; printf '姓名,出生日期,所属社区,子女姓名,子女去世日期\n张淑芬,1960-02-02,梧桐社区,张伟,2026-05-01\n赵新,1961-01-01,梧桐社区,赵小,2026-04-01\n' >r.csv; qinqing import families r.csv --yes >/dev/null; qinqing get family:2 --json | jq -r '[.kind.key, .kind_since, .kind_evidence] | @tsv'; qinqing get insured:1 --json | jq -r .removed; qinqing list events-of 梧桐-2 --json | jq length; qinqing list events-of 梧桐-3 2>&1; qinqing undo --yes >/dev/null; qinqing get family:2 --json | jq -r .kind.key; qinqing check | tail -1
11	2026-05-01	张伟 2026-05-01去世
2026-05-01
1
qinqing: “重大情况”是空的
23
~ .*数据完好.*
