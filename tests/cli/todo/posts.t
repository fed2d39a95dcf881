# posts.t - both posts of a family: two persons, in post on the day; handing over leaves nobody twice, nobody too long.

# Both posts filled by one and the same person are not both filled.
$ office
> board coverage 梧桐社区 contacts
> qinqing set assignment:1 worker=高强 >/dev/null
> board coverage 梧桐社区 contacts
> column ref no-contacts 梧桐
2/2
1/2
family:1

# The street's post is filled by somebody of the family's street: one of another street, or of a community, is not.
$ office
> qinqing set worker:2 org=红军街道 >/dev/null
> board coverage 梧桐社区 contacts
> qinqing set worker:2 org=梧桐 >/dev/null
> board coverage 梧桐社区 contacts
> qinqing set worker:2 org=北山街道 >/dev/null
> board coverage 梧桐社区 contacts
0/2
0/2
2/2

# A family that moves to another street needs somebody of that street.
$ office
> qinqing set family:1 community=友谊 >/dev/null
> board coverage 友谊社区 contacts
> qinqing set assignment:4 to=2026-05-05 >/dev/null
> qinqing new assignment family=family:1 post=街道岗 worker=何川 >/dev/null
> board coverage 友谊社区 contacts
1/2
2/2

# Two posts of a family stay two persons: it is not handed over to whoever holds the other one.
$ office
> refused '高强 街道岗' qinqing handover 周敏 --to 高强 --on 2026-05-20 梧桐-1
> contacts 梧桐-1 社区岗 2026-05-20
05-20 周敏
