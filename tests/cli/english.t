# English: every text has one, and it is shown.

$ "$TOP/tests/lint/texts.sh" "$TOP"

$ qinqing --lang en init
~ An empty office was made: .*

$ qinqing --lang en new family name=王秀兰 community=梧桐 phone1=13900005678 wish_no=03
family:1

$ qinqing --lang en show 梧桐-1
王秀兰 (梧桐-1)
 WISHES        never mention the child
...
 Community     vacant, nobody assigned
 Street        vacant, nobody assigned
 Family doctor not signed yet
 Phone         139 0000 5678
...

$ qinqing --lang en find --help
Usage: qinqing find QUERY...
...
Options:
  --json            print JSON
...

# An office may have decided.
$ mkdir -p data/config && sed 's/^language: zh/language: en/' "$TOP/config/office.yaml" >data/config/office.yaml && qinqing today | tail -1
Nothing is due today.

# A conversion that does not fit is refused: it could print what is not there.
$ printf '"还有 %%zu 项": "and %%s more"\n' >data/config/en.yaml; qinqing --config data/config --lang en version
~ qinqing: .*en.yaml:1:.*译文里的%标记与原文不同.*
? 2
