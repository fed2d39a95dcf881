# 网上公告: what the public is told, as plain pages, and nothing of anybody.

# Notices of the day, activities to come and held, policies, hot-lines; each in its place.
$ office; qinqing set org:1 phone=04683340000 >/dev/null; for x in '1 今天的 2026-05-06 2026-05-06' '1 昨天的 2026-05-01 2026-05-05' '1 明天的 2026-05-07 2026-06-01' '2 扶助金<申请> 2026-01-01 ' '3 心理热线 2026-01-01 '; do set -- $x; qinqing new notice kind=$1 title="$2" text="第一行&$2" node=向阳区 from=$3 ${4:+to=$4} >/dev/null; done; for x in '读书会 2026-05-20' '义诊 2026-04-01' '去年的 2025-12-31'; do set -- $x; qinqing new activity title=$1 on=$2 task=1 org=梧桐 >/dev/null; done; qinqing set activity:2 people=30 >/dev/null; qinqing new activity title=取消的 on=2026-05-21 task=1 org=梧桐 cancel_why=下雨 >/dev/null; qinqing bulletin "$PWD/site"; ls site; for f in site/*.html; do python3 -c 'import sys, xml.etree.ElementTree as t; d = t.parse(sys.argv[1]); print(sys.argv[1][5:], "/".join(h.text for h in d.iter("h2")), "/".join(h.text for h in d.iter("h3")))' $f; done; grep -c '30人次' site/activities.html; grep -o '0468-3340000' site/policies.html
~ 公告写好了，用浏览器打开 .*/site/index.html
activities.html
index.html
policies.html
style.css
activities.html 近期活动/今年开展的活动 读书会/义诊
index.html 通知公告/近期活动 今天的/读书会
policies.html 政策和保障/联系我们 扶助金<申请>/心理热线/向阳区
1
0468-3340000

# Plain: no script, nothing from elsewhere, readable by everybody; written again in its place.
$ office; qinqing new notice title=通知 text=内容 node=向阳区 >/dev/null; qinqing bulletin "$PWD/site" >/dev/null; cat site/* | grep -ciE '<script|javascript|onclick|https?://|@import|url\('; grep -l "default-src 'none'; style-src 'self'" site/*.html | wc -l; grep -c viewport site/index.html; stat -c %a site/index.html; qinqing set notice:1 title=新的 >/dev/null; qinqing bulletin "$PWD/site" >/dev/null; grep -c 新的 site/index.html; ls site | wc -l
0
3
1
644
1
4

# No name, telephone or address of a family or a member, however it is written, wherever it stands.
$ office; qinqing new member name=赵会员 org=梧桐 phone=13911112222 address=东山里3-1-101 >/dev/null; qinqing new link member=member:1 household=董大娘 address=东山里4-1-101 >/dev/null; says() { qinqing set notice:1 text="$1" >/dev/null; qinqing bulletin "$PWD/site" >/dev/null 2>said && echo "published: $1" || grep -o '里的“[^”]*”' said; }; qinqing new notice title=通知 text=x node=向阳区 >/dev/null; for t in 感谢王秀兰的参加 '王 秀 兰' '电话13900005678' '139-0000-5678' '１３９ ００００ ５６７８' 住惠民家园12-3-501 '惠民家园12栋3单元501室' 李国栋 赵会员 '139 1111 2222' 东山里3号楼1单元101 董大娘 13900005679 惠民家园12-3-502 大家好; do says "$t"; done
里的“王秀兰”
里的“王秀兰”
里的“13900005678”
里的“13900005678”
里的“13900005678”
里的“惠民家园123501”
里的“惠民家园123501”
里的“李国栋”
里的“赵会员”
里的“13911112222”
里的“东山里31101”
里的“董大娘”
published: 13900005679
published: 惠民家园12-3-502
published: 大家好

# In the title of an activity, its place, a unit's address as well; it is said where, and nothing is written.
$ office; qinqing new activity title=为孙德海过生日 on=2026-05-20 task=4 org=友谊 >/dev/null; refused 'activity:1 孙德海' qinqing bulletin "$PWD/none"; [ -e none ] && echo there; qinqing set activity:1 title=生日会 venue=矿工新村1-1-102 >/dev/null; refused 矿工新村 qinqing bulletin "$PWD/none"; qinqing set activity:1 venue=社区 report_ref=孙德海的相片 >/dev/null 2>&1; accepted qinqing bulletin "$PWD/none"

# Whatever the office holds: none of its names, numbers and addresses stands in the pages of the demo.
$ qinqing demo --families 30 --data "$PWD/demo" >/dev/null; qinqing --data "$PWD/demo" bulletin "$PWD/site" >/dev/null; cat site/*.html | tr -d ' -' >pages; for t in person member; do qinqing --data "$PWD/demo" export $t --why 核对 --for-whom 自己 --to - --format csv --columns name,phone; done | tail -n +2 | tr ',' '\n' | tr -d '"= -' | awk 'length($0) > 1' | sort -u >secrets; qinqing --data "$PWD/demo" export family --why 核对 --for-whom 自己 --to - --format csv --columns live_addr,phone1 | tail -n +2 | tr ',' '\n' | tr -d '"= -' | awk 'length($0) > 3' >>secrets; [ "$(wc -l <secrets)" -gt 60 ] && grep -cFf secrets pages
0
? 1

# Who may: whoever supervises; it is in the log; what lies beyond is not in it.
$ office; refused 主管 qinqing --as zhoumin bulletin "$PWD/site"; qinqing new notice title=梧桐的 text=x node=梧桐 >/dev/null; qinqing new notice title=友谊的 text=x node=友谊 >/dev/null; qinqing --as gaoqiang bulletin "$PWD/site" >/dev/null; grep -o '<h3>[^<]*' site/index.html; qinqing log --limit 1 2>/dev/null | grep -c 网上公告; refused 建不了 qinqing bulletin /proc/none
<h3>梧桐的
1
