# posts.t - both posts of a family: two persons, in post on the day; handing over leaves nobody twice, nobody too long.


$ office
> refused '高强 街道岗' qinqing handover 周敏 --to 高强 --on 2026-05-20 梧桐-1
> contacts 梧桐-1 社区岗 2026-05-20
05-20 周敏

