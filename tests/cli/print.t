# What is printed: pages for a browser, out of templates an office may write itself.

# Which there are; a slip of the pen is told.
$ office; qinqing print | head -6; qinqing print famly-file 梧桐-1; qinqing print R5; qinqing print family-file; qinqing print visit-sheet 梧桐-1; qinqing print contact-card 梧桐-1 --period 2026; qinqing print R05 --colleagues
family-file family    家庭档案
person-file person    本人信息查询单
contact-card family   联系知情卡
handover-list worker  联系人工作交接清单
visit-sheet           走访单
R01                   计划生育特殊家庭双岗联系人名册
qinqing: 没有打印件“famly-file”，是不是 family-file？
qinqing: 没有报表“R5”，是不是 R05？
qinqing: 要写明是哪一个家庭：qinqing print family-file REF
qinqing: 走访单不用写“梧桐-1”：印的是您自己的
qinqing: --period 是给报表的，联系知情卡用不着
qinqing: --colleagues 是给本人信息查询单的，报表用不着
? 2

# Every one of them is well-formed, with a title, headings that are repeated, numbers of pages, lines to sign on.
$ office; text() { python3 -c 'import sys, xml.etree.ElementTree as t; print("".join(t.parse(sys.argv[1]).getroot().find("body").itertext()))' $1; }; n=0; for x in 'family-file 梧桐-1' 'person-file person:1' 'contact-card 梧桐-1' 'handover-list 周敏' visit-sheet $(qinqing report | awk '{ print $1 }'); do n=$((n + 1)); qinqing --as zhoumin print $x --to $n.html >/dev/null || echo "$x failed"; text $n.html >/dev/null || echo "$x is not well-formed"; grep -q 'counter(page)' $n.html && grep -q 'table-header-group' $n.html && grep -q '<thead>' $n.html || echo "$x: no headings, no numbers"; grep -q 'class="sign"' $n.html || echo "$x: nobody signs"; done; echo $n
contact-card 梧桐-1: nobody signs
20

# What is typed means itself, in whatever field.
$ office; qinqing set family:1 'live_addr=<b>&"'"'"'</b>{{title}}' >/dev/null; qinqing --as zhoumin print family-file 梧桐-1 | grep -o '<td>&lt;b[^/]*/b&gt;{{title}}</td>' | sort | uniq -c
      2 <td>&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;{{title}}</td>

# All that is kept about a family, its dead as well, and nothing that was void.
$ office; qinqing --as zhoumin new visit family=梧桐-1 mode=上门 outcome=1 talk=腰腿疼 >/dev/null; qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 talk=写错的 >v; qinqing --as zhoumin void $(cat v) --why 写错了 >/dev/null; qinqing --as zhoumin print family-file 梧桐-1 | grep -oE '139 0000 5678|李明|2024-02-10|腰腿疼|写错|周敏</td><td>138 0000 0001' | sort | uniq -c
      1 139 0000 5678
      1 2024-02-10
      1 周敏</td><td>138 0000 0001
      1 李明
      1 腰腿疼

# Masked as everywhere; refused beyond one's reach, and to who may write nothing.
$ office; qinqing --as liuyang print family-file 梧桐-1 | grep -oE '139[*0-9 ]*|惠民家园[^<]*|<td>李\**<'; refused 辖区 qinqing --as shilei print family-file 梧桐-1; refused 辖区 qinqing --as shilei print contact-card 梧桐-1; refused 辖区 qinqing --as shilei print person-file person:1; refused 只看不改 qinqing --as zhoumin --read-only print family-file 梧桐-1
惠民家园********
139 **** 5678
<td>李****<
<td>李**<

# What somebody is given about themselves is whole, or it is not made.
$ office; refused '印不全 刘洋' qinqing --as liuyang print person-file person:1; qinqing --as zhoumin print person-file person:1 | grep -cE '王秀兰|1958-03-12|139 0000 5678'
6

# They are told who looked, and by name only when that is asked for.
$ office; qinqing --as gaoqiang show 梧桐-1 >/dev/null; qinqing --as zhoumin print person-file 王秀兰 >a; qinqing --as zhoumin print person-file 王秀兰 --colleagues >b; for f in a b; do sed -n '/谁看过/,/<footer/p' $f | grep -oE '<td>(工作人员|高强|周敏|gaoqiang)</td><td>[^<]*' | sort | uniq -c; echo --; done
      1 <td>周敏</td><td>138 0000 0001
      1 <td>工作人员</td><td>查找
      2 <td>工作人员</td><td>查看
      1 <td>高强</td><td>138 0000 0002
--
      1 <td>周敏</td><td>138 0000 0001
      1 <td>周敏</td><td>打印
      1 <td>周敏</td><td>查看
      1 <td>高强</td><td>138 0000 0002
      1 <td>高强</td><td>查找
      1 <td>高强</td><td>查看
--

# Printing is logged, with every family on the page, before there is a page; a number stands on it.
$ office; qinqing --as zhoumin print visit-sheet >v; qinqing --as zhoumin print family-file 梧桐-1 --why 迎检 >f; qinqing seen 梧桐-1 --json | jq -r '.[] | [.act.label, .why] | @tsv'; qinqing seen 梧桐-2 --json | jq -r '.[] | [.act.label, .why] | @tsv'; n=$(grep -o '打印编号 [0-9]*' f | tr -dc 0-9); qinqing log --limit 500 --json | jq -r --arg n $n '.[] | select(.ref == "entry:" + $n) | .why'; grep -c '<section' v
打印	家庭档案 用途：迎检
查看	
打印	走访单
查看	
查看	
打印	走访单
查看	
查看	
家庭档案 用途：迎检
2

# Two cards a sheet: both contact persons with their telephones, the community, the hot-line of today; nobody's name.
$ office; qinqing set org:1 phone=04683340000 >/dev/null; qinqing new notice kind=3 title=心理热线 text=12356 node=向阳区 >/dev/null; qinqing new notice kind=3 title=停了的 text=123 node=向阳区 from=2026-01-01 to=2026-05-05 >/dev/null; qinqing --as zhoumin print contact-card 梧桐-1 >card; for w in '<section' '周敏' '138 0000 0001' '高强' '138 0000 0002' 12356 停了的 王秀兰 李国栋 '139 0000' 惠民; do echo "$w $(grep -c -- "$w" card)"; done
<section 2
周敏 2
138 0000 0001 2
高强 2
138 0000 0002 2
12356 2
停了的 0
王秀兰 0
李国栋 0
139 0000 0
惠民 0

# A report goes up: who is who does not stand on it, but for a purpose, and that is in the log.
$ office; qinqing --as zhoumin print R03 >a; qinqing --as zhoumin print R03 --why 今天走访 >b; for f in a b; do grep -cE '王秀兰|139 0000 5678' $f; grep -o '<td class="text">\*\*</td>' $f | sort | uniq -c; done; qinqing seen 梧桐-1 --json | jq -r '.[].why'; grep -o '梧桐-1<' a | head -1
0
      6 <td class="text">**</td>
1
走访任务清单 用途：今天走访
走访任务清单
null
梧桐-1<

# Numbers are the report's own, headings and sums with them; a wide one lies on its side.
$ office; qinqing --as zhenghua print R05 梧桐社区 --period 2026-04 >r; grep -o '^@page{size:[^;]*' r; grep -c '<tr>' r; qinqing --as zhenghua report R05 --period 2026-04 --json | jq '.[0] | keys | length > 30'; grep -o '>2026[^<]*<' r; qinqing --as zhenghua print R05 --period 2026-04 | grep -c '^<p>核对：\|核对：'; qinqing --as zhoumin print R05 没有这个; qinqing print R03 梧桐社区
@page{size:A4 landscape
2
true
>2026-04<
3
qinqing: 没有叫“没有这个”的社区或单位，请核对名称
qinqing: R03 是名单，不能只要一个单位的；用 --where 筛选
? 2

# A file that is there is not written over, and then nothing is logged.
$ office; echo mine >x.html; refused 已经有 qinqing --as zhoumin print family-file 梧桐-1 --to x.html; cat x.html; qinqing seen 梧桐-1 --json 2>/dev/null | jq '[.[] | select(.act.key == "print")] | length'; qinqing --as zhoumin print contact-card 梧桐-1 --to "$PWD" | sed 's|.*/||'; stat -c %a 联系知情卡*
mine
0
联系知情卡-50-周敏-20260506-0900.html
600

# An office's own template stands in the place of ours.
$ office; mkdir -p "$QINQING_DATA/config/prints"; cd "$QINQING_DATA/config/prints"; echo '<p>{{office}} {{#community}}{{name}}{{/community}} {{#members-of}}{{no}}.{{name}} {{/members-of}}</p>' >family-file.html; echo '<p>{{title}}{{#rows}} {{file}}{{/rows}}</p>' >R01.html; qinqing config check | sed 's|.*/prints/||'; qinqing --as zhoumin print family-file 梧桐-1; qinqing --as zhoumin print R01; qinqing --as zhoumin print R03 | grep -c thead
与随程序来的设置不同的地方：
R01.html  本单位自己的打印样张
family-file.html  代替随程序来的打印样张
设置没有问题
<p>鹤岗市向阳区计划生育协会 梧桐社区 1.王秀兰 2.李国栋 3.李明 </p>
<p>计划生育特殊家庭双岗联系人名册 梧桐-1 梧桐-2</p>
2

# What is wrong with it is said with its place; nothing is printed from it.
$ office; mkdir -p "$QINQING_DATA/config/prints"; cd "$QINQING_DATA/config/prints"; printf '<p>{{ofice}}</p>\n{{#membrs-of}}{{name}}{{/membrs-of}}\n  {{contacts}} {{#contacts}}{{phon}}\n' >family-file.html; printf '中文{{name}}{{#members-of}}{{/members-of}}\n{{#fields}}{{text}}{{/fields}}{{live_addr}}{{file_no}}{{#contacts}}{{phone}}{{/contacts}}{{#head}}{{/head}}' >contact-card.html; printf '{{#cells}}{{/cells}}{{/rows}}{{#rows}}{{head}}{{file}}{{#cells}}{{text}}{{/cells}}{{/rows}} {{title\n' >R03.html; printf 'ab\n\377' >visit-sheet.html; echo x >vist-sheet.html; qinqing config check 2>&1 | sed 's|.*/prints/||'; qinqing --as zhoumin print family-file 梧桐-1 2>&1 | head -1 | sed 's|.*/prints/||'
contact-card.html:1:3: 这一页是给别人看的，不能印“姓名”：说得出是谁、家里怎么样
contact-card.html:1:11: 这一页是给别人看的，不能印名单“members-of”：说得出是谁、家里怎么样
contact-card.html:2:1: 这一页是给别人看的，不能印名单“fields”：说得出是谁、家里怎么样
contact-card.html:2:31: 这一页是给别人看的，不能印“现住地址”：说得出是谁、家里怎么样
contact-card.html:2:90: 这一页是给别人看的，不能印名单“head”：说得出是谁、家里怎么样
family-file.html:1:4: 没有这一项“ofice”，是不是 office？
family-file.html:2:1: 没有名单“membrs-of”，是不是 members-of？
family-file.html:3:3: “contacts”是名单，要写 {{#contacts}}...{{/contacts}}
family-file.html:3:16: {{#contacts}} 没有结束：要有 {{/contacts}}
family-file.html:3:29: 没有这一项“phon”，是不是 phone？
visit-sheet.html:2:1: 不是 UTF-8 文字：请存成 UTF-8 编码
R03.html:1:1: 没有名单“cells”
R03.html:1:21: {{/rows}} 前面没有 {{#rows}}
R03.html:1:39: 这一页是给别人看的，不能印“户主”：说得出是谁、家里怎么样
R03.html:1:93: “{{”后面没有“}}”：名字要写在同一行的 {{ 和 }} 之间
vist-sheet.html: 没有这种打印件，是不是 visit-sheet.html？
qinqing: 设置有问题，逐条列在上面
family-file.html:1:4: 没有这一项“ofice”，是不是 office？

# And the file cannot be used when others may change it.
$ office; mkdir -p "$QINQING_DATA/config/prints"; echo x >"$QINQING_DATA/config/prints/visit-sheet.html"; chmod 666 "$QINQING_DATA/config/prints/visit-sheet.html"; refused visit-sheet.html qinqing --as zhoumin print visit-sheet

# A handover: every family of the one who goes, with what the next one must know; not for who does not reach them.
$ office; qinqing set family:1 wish_note=下午再来 key_holder=楼下李姐 >/dev/null; qinqing --as zhoumin new need family=梧桐-1 kind=医疗费用 text=报销 >/dev/null; qinqing --as zhoumin print handover-list 周敏 | grep -oE '>(梧桐-[0-9]+|下午再来|楼下李姐|移交人：周敏|社区岗)<' ; refused 辖区 qinqing --as tongli print handover-list 周敏; qinqing seen 梧桐-2 --json | jq -r '.[].why' | grep 交接
>移交人：周敏<
>梧桐-1<
>社区岗<
>下午再来<
>楼下李姐<
>梧桐-2<
>社区岗<
联系人工作交接清单

# What all pages look like stands in one file, which an office may replace.
$ office; page() { qinqing --as zhoumin print family-file 梧桐-1 | sed -n '/<style>/,/<\/style>/p'; }; page | grep -c 'table{width:100%;border-collapse:collapse}'; page | grep -c '&'; mkdir -p "$QINQING_DATA/config"; echo 'h1{color:red}' >"$QINQING_DATA/config/print.css"; page | grep -c 'h1{color:red}'; page | grep -c border-collapse
1
0
1
0
? 1
