# A form: each kind of field as it is typed, understood, refused at the field, picked out of a list.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin
keys /wxl<Enter>

# ---- choices by one key; several may be meant; a key takes it back as well
keys e
line 1 ~ 家庭档案 王秀兰 \(梧桐-1\) +演练 .*
line 3 ~ >\+不愿意事项 +勿谈子女
line 4 ~  +1勿上门 2勿打电话 \*3勿谈子女 .*
keys 14
line 3 ~ >\+不愿意事项 +勿上门、勿谈子女、勿拍照宣传
line 1 ~ 家庭档案 王秀兰 \(梧桐-1\) \* .*
keys 1
line 3 ~ >\+不愿意事项 +勿谈子女、勿拍照宣传
# A name is typed as well: it narrows what is offered, Tab takes it.
keys 勿节
line 4 ~  +1勿节日慰问
keys <Tab>
line 3 ~  \+不愿意事项 +勿节日慰问
keys <BTab>没有这种<Tab>
see 没有这种
keys <BTab><BS><BS><BS><BS><BS><BS><BS><BS><BS>3<Tab>

# ---- text: moved and mended in the middle, cut at a whole character, blanks at its ends gone
keys <Tab>上午𠮷<Left>䶮<Home><Del><End>时<Tab>
see 方便时段     午䶮𠮷时
keys <BTab><End><BS><BS><Tab>
see 方便时段     午䶮
keys <BTab><C-u>  十点  <Tab>
see 方便时段     十点
# What is longer than the field is not taken.
keys <BTab><C-u>
paste 一二三四五六七八九十一二三四五六七八九十一
see “方便时段”最多20个字，多出的没有收下
keys <C-u><Tab>

# ---- a phone: digits are put apart; what is none stays as typed, with the reason below it
keys <F6>电话二<Enter>02212345678<Tab>
see 电话二       022-12345678
keys <BTab><C-u>139000x<Tab>
see 139000x
see 电话只能有数字：“139000x”
keys <BTab><C-u>13900009999<Tab>
see 电话二       139 0000 9999
gone 电话只能有数字

# ---- a flag by y and n, by digit, by its name, out of a list, and as unknown again
keys <F6>人户<Enter>y
see 人户分离     是
keys <BTab>2
see 人户分离     否
keys <BTab><F4>
see > 1 是
keys <Enter>
see 人户分离     是
keys <BTab>否<Tab>
see 人户分离     否
keys <BTab><BS><Tab>
line 1 ~ 家庭档案.*
gone 人户分离     否

# ---- a date as people say it, echoed in full while it is typed; a day that does not exist
keys <F6>定级日期<Enter><C-u>昨天
see 昨天  = 2026-05-05 周二
keys <Tab>
see 定级日期     2026-05-05 周二
keys <BTab><C-u>2026.2.30<Tab>
see 没有这一天：2026年2月30日，这个月只有28天，请核对
gone 2026.2.30 周
keys <BTab><C-u>五月<Tab>
see 定级日期     五月
keys <BTab><C-u>T<Tab>
see 定级日期     2026-05-06 周三

# ---- money
keys <F6>月收入<Enter>1200.5<Tab>
see 月收入(元)   1200.50
keys <BTab><C-u>1千<Tab>
see “月收入(元)”要填金额（元，最多两位小数），“1千”不是
keys <BTab><C-u>1千二
see > 月收入(元)   1千二
keys <C-u>1500<Tab>
see 月收入(元)   1500

# ---- a code out of its list, by its place and by its initials
keys <F6>养老意愿<Enter><F4>
see > 1 居家养老
keys 3
see 养老意愿     公办养老院
keys <BTab><F4>mb
see > 1 民办养老院
keys <Enter>
see 养老意愿     民办养老院
keys <BTab><F4><Down><PgDn><Up><PgUp><Esc>
see > 养老意愿     民办养老院
keys <F4>
paste 居家
keys <Enter>
see 养老意愿     居家养老

# ---- several codes out of a list, tagged there
keys <F6>关爱情形<Enter><F4><Space><Down><Space><Space><Up><Space><Enter>
screen
> ...
> ~ > 关爱情形 +独居、失能半失能
> ...

# ---- a note: Enter is a line, the arrows move in it, and it is scrolled as a whole
keys <F6>困难<Enter>第一行<Enter>第三行<Up><End><Enter>第二行
screen
> ...
> ~ > 困难与需求 +\|第一行
> ~  +\|第二行
> ~  +\|第三行
> ...
keys <F5>
see 常用语
keys <Esc><Tab>
see |第二行

# ---- sections: to the next and back, the folded ones unfold
keys <F8>
line 1 ~ 家庭档案.*
keys <F8><F7><F8>
see > 户编码
keys <C-o>
see + 生活
keys <C-o>
gone + 生活
keys <F6>本单位<Enter><Tab>
keys <F6>户编码<Enter><Tab><F7><F7>

# ---- all of it arrives
keys <C-s>
see 已保存
sh qinqing get family:1 | grep -E '^(wish_no|phone2|care_since|income_month|care_will|needs_text)='
> phone2=13900009999
> wish_no=03
> care_since=2026-05-06
> income_month=1500
> needs_text=第一行
> care_will=1
sh qinqing get family:1 --json | jq -r .needs_text
> 第一行
> 第二行
> 第三行

# ---- a phrase with a gap puts the cursor into it
keys e<F6>困难<Enter><F5>2120<Tab>
see 长期服药，每月药费约120元。
keys <Esc>d

# ---- nothing changed, nothing written
keys e<Tab><C-s>
see 没有变化

# ---- a visit: its day back and forth, a number, one of the workers, members by name
keys V<Enter>e
line 1 ~ 记一笔 王秀兰 \(梧桐-1\) 2026-04-20 .*
keys <Tab><Tab>--
see 联系时间：2026-04-18 周六
keys +
see 联系时间：2026-04-19 周日
keys <F6>联系时间<Enter><C-u>2026-04-20 14:30<Tab>
see 联系时间     2026-04-20 14:30 周一
keys <F6>时长<Enter>四十<Tab>
see “四十”
keys <BTab><C-u>40<Tab>
keys <F6>同行人<Enter><F4>赵<Space><Enter>
see 同行人       赵雪梅
keys <F6>见到<Enter>没这人<Tab>
see 没有叫“没这人”的成员
keys <BTab><C-u>王秀兰<Tab>
see 见到的成员   王秀兰
keys <F6>联系人<Enter>gq<Tab>
see 联系人       高强
keys <BTab><F4><Down><Enter>
see 联系人       周敏
# F4 on a text has nothing to offer, F5 on a code neither; F9 shows what was.
keys <F6>下次提醒<Enter><F4>带老花镜<F5>
see 常用语
keys <Esc><F6>精神<Enter><F5>
see 常用语用在文字里
keys <F11>
line 1 ~ 王秀兰 \(梧桐-1\) 2026-04-20 修改经过.*
keys <Esc><C-s>
see 已保存
sh qinqing get visit:1 | grep -E '^(when|with|met|by|minutes|next_note)='
> when=2026-04-20T14:30
> by=worker:1
> ~ with=.*3
> ~ met=.*1
> minutes=40
> next_note=带老花镜

# ---- a person: year and month, a day of the moon, a certificate, what an id tells
keys qqmn
line 1 ~ 成员 王秀兰 \(梧桐-1\) .*
keys 欧阳·𠮷䶮<Tab>
see 欧阳·𠮷䶮
keys <F6>出生日期<Enter>1958-03<Tab>
see 出生日期     1958-03
keys <F6>农历<Enter>八月十五<Tab>
see 农历生日     八月十五
keys <BTab><C-u>八月四十<Tab>
see 八月四十
keys <BTab><C-u>腊月三十<Tab>
see 农历生日     腊月三十
keys <F6>残疾人证号<Enter>123<Tab>
see 残疾人证号
keys <C-s>
see > 残疾人证号   123
keys <C-u><C-s>
see 已保存
sh qinqing list members-of family:1 --json | jq -r '.[] | select(.name | startswith("欧阳")) | [.name, .birth, .birth_lunar] | @tsv'
> ~ 欧阳·𠮷䶮	1958-03	.*

# ---- what is required and missing is said at its field
keys Hn<C-s>
line 1 ~ 新建档案 .*
see >*姓名
keys 单雄信<F6>sssq<Enter><C-u><C-s>
see >*所属社区
keys 梧桐<C-s>
see 已保存
line 1 ~ 今日.*
