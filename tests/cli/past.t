# past.t - what was true of May stays true of May, whatever is done in June.
#
# Each command says how May's boards differ when they are asked for in June: not at all, hence no output.

# Time alone changes nothing.
$ may_stays true; may_stays true 2027-03-01

# A file opened in June was not there in May.
$ may_stays 'qinqing new family name=欧阳玲 community=梧桐 kind=11 phone1=13900001111'

# A kind changed in June says nothing about May, nor does a second change of it.
$ may_stays 'qinqing set family:6 kind=90 kind_evidence=收养子女; qinqing set family:1 kind=12 kind_evidence=有第三代'; may_stays 'qinqing set family:2 kind=22 kind_evidence=换证二级; at 2026-06-12 qinqing set family:2 kind=11 kind_evidence=死亡证明'

# A card given again in June does not take the first one away.
$ may_stays 'qinqing set family:1 card_given=2026-06-08'

# A stay that ends, an event that is closed in June.
$ may_stays 'qinqing set event:1 discharge=2026-06-08'; may_stays 'qinqing set event:1 closed=2026-06-08 outcome=已出院'

# Other contact persons in June: those of May had the post in May.
$ may_stays 'qinqing handover 周敏 --to 石磊 --on 2026-06-10'; may_stays 'qinqing set assignment:1 to=2026-06-09; qinqing new assignment family=family:1 post=社区岗 worker=石磊 from=2026-06-10'

# A contact person who leaves in June, and one who comes back.
$ may_stays 'qinqing set worker:1 on_to=2026-06-09'; may_stays 'qinqing set worker:5 on_from=2026-06-10 on_to='

# A doctor or a hospital named in June was not there in May.
$ may_stays 'qinqing new sign person=person:6 signed_on=2026-06-05; qinqing new green family=梧桐-2 hospital=区医院 given=2026-06-05'; may_stays 'qinqing new sign person=person:1 signed_on=2026-06-05; qinqing set green:1 expires=2026-06-05'

# Calls of June made before noon of the first: May's last day ends at midnight.
$ may_stays 'at 2026-06-01T00:01 qinqing new visit family=family:2 mode=上门 outcome=1 by=周敏 when=2026-06-01T00:00'

# A code's label is a word on the screen: renaming it renames no past.
$ may_stays 'mkdir -p "$QINQING_DATA/config"; sed -e "s/独生子女伤残家庭(三级)/伤残三级/; s/独生子女死亡家庭(失独)/失独家庭/; s/重点关爱(红)/红色/" "$TOP/config/codes.yaml" >"$QINQING_DATA/config/codes.yaml"'

# A rule changed from June on leaves May as it was.
$ may_stays 'mkdir -p "$QINQING_DATA/config"; sed -e "s/contact: 2\/month, meet: 1\/month, home: 1\/quarter/contact: 9\/month, meet: 9\/month, home: 9\/quarter/" "$TOP/config/care.yaml" >"$QINQING_DATA/config/care.yaml"; qinqing today'

# Raised to red in the middle of a week: this week's calls are asked for by the days that are left, rounded down.
$ office
> at 2026-05-06 qinqing new visit family=family:1 mode=上门 outcome=1 >/dev/null
> for day in 04 07 08 10; do office; at 2026-05-$day qinqing set family:1 care_level=1 care_reason=住院 >/dev/null; echo "$day $(at 2026-05-$day qinqing show 梧桐-1 | grep -oE '本周[0-9]+/[0-9]+' | tr '\n' ' ')"; done
04 本周0/2 本周0/1 
07 本周0/1 本周0/0 
08 本周0/0 本周0/0 
10 本周0/0 本周0/0 

# A family for which nothing was asked in the period is in no quota's count.
$ office
> at 2026-05-31 board coverage 梧桐社区 met 2026-05
> at 2026-05-30 qinqing new family name=欧阳玲 community=梧桐 kind=11 phone1=13900001111 >/dev/null
> at 2026-05-31 board coverage 梧桐社区 met 2026-05
> at 2026-05-31 board coverage 梧桐社区 families 2026-05
0/2
0/2
3

# A kind changed after the label was renamed is told all the same.
$ office
> at 2026-05-20 qinqing set family:2 kind=11 kind_evidence=死亡证明 >/dev/null
> mkdir -p "$QINQING_DATA/config"
> sed -e 's/独生子女伤残家庭(三级)/伤残三级/' "$TOP/config/codes.yaml" >"$QINQING_DATA/config/codes.yaml"
> for month in 2026-04 2026-05; do at 2026-06-20 board month 梧桐社区 disabled $month; done
1
0
