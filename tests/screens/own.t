# Every type has a card and a form before anybody writes one: all it says, the office's own fields as well, and the
# keys of a record's card.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh mkdir -p "$QINQING_DATA/config/screens" && printf 'green:\n  - {tag: 1000, name: gate, label: 走哪个门, kind: text, sens: 1, max: 20}\n' >"$QINQING_DATA/config/fields.yaml"
sh printf 'replace: true\nform: green\n' >"$QINQING_DATA/config/screens/green_form.yaml"
sh qinqing config check >/dev/null
sh qinqing new green family=family:1 person=person:1 hospital=市中医院 card_no=8 gate=东门
run qinqing --as zhoumin
keys /wxl<Enter>
see 家庭卡
keys b
see 绿色通道
keys <Down><Enter>
screen
> ~ 市中医院 绿色通道 .*
> ~ .家庭 +王秀兰 \(梧桐-1\)
>  成员      王秀兰
>  医院      市中医院
>  卡号      8
>  发放日期  2026-05-06
>  走哪个门  东门
> ...
> ~ e修改  x作废  i经过  .*

keys e
line 1 ~ 绿色通道 王秀兰 .*
see 使用记录
see 走哪个门     东门
keys <F6>zngm<Enter>
keys <C-u>北门<C-s>
see 走哪个门  北门
keys x
see 作废这条记录？
keys y
see 作废人
keys u
see 撤销自己最近的一次修改
keys y
gone 作废人

# Of what is not voided there is no such key.
keys <Esc><Esc>
see 家庭卡
keys x
gone 作废这条记录？
