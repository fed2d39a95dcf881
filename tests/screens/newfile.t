# A new file on the screen: what the number tells is filled in, somebody who looks like the same
# person is shown while one types, and the same number in two open files is refused.
size 80 24
sh qinqing demo --families 20 >/dev/null
sh qinqing set person:1 id_no=230499195803120022 birth=1958-03-12 >/dev/null
run qinqing
see 今日
keys n王秀兰<Tab>230499195803120023<Tab>
see 证件号码末位不对：校验码应为2
keys <BTab><C-u>230499196202290047<Tab>
see 出生日期1962-02-29不存在
keys <BTab><C-u>230499195803120022<Tab>
see 证件号码相同：王秀兰，在 王秀兰 (梧桐-1)
see 1958-03-12
see 女
keys <Tab><Tab>13900001234<Tab><Tab>梧桐<C-s>
see 仍然保存
keys y
see 这个证件号码已登记在另一份档案：王秀兰 (梧桐-1)
# Nothing was lost, and without the number it is saved.
see 139 0000 1234
keys <F6>证件号码<Enter><C-u><C-s>
see 仍然保存
keys y
see 已保存
sh qinqing find 1234 --json | jq -r '.[] | select(.phone1 == "13900001234") | [.name, .community] | @tsv'
> 王秀兰	梧桐社区
