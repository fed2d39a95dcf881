# Records of any one type come in as a sheet: a column a field, by its label or its name; all rows or none.

$ office; printf '姓名,所在组织,特长,phone\n欧阳秀兰,梧桐,"理发、家政",13900000091\n阿卜杜拉·买买提,梧桐,,\n' >m.csv; qinqing import member m.csv --dry-run; rows members; qinqing import member m.csv --yes; qinqing list members --json | jq -r '.[] | [.name, .org.name, .phone // "-", ([.skills[]?.label] | join("/"))] | @tsv'; qinqing undo --yes >/dev/null; rows members
2 行都对；只是检查，什么也没有写。
0
2 行
已写入。整批可以用 qinqing undo 撤回。
阿卜杜拉·买买提	梧桐社区	-	
欧阳秀兰	梧桐社区	13900000091	理发/家政
0

# A cell that is wrong, a title that is none, a row that the rules refuse: said with its line, and nothing is written.
$ office; printf '姓名,所在组织,特长\n甲,梧桐,理发\n乙,梧桐,飞行\n' >m.csv; qinqing import member m.csv --yes 2>&1; printf '姓名,年薪\n甲,5\n' >m.csv; refused '年薪 第2列' qinqing import member m.csv --yes; printf '任务,承办单位,完成期限,布置日期\n甲,梧桐,2026-05-20,\n乙,梧桐,2026-05-01,2026-05-03\n' >t.csv; refused '第3行 早于' qinqing import task t.csv --yes; rows members; rows tasks
第几行 3: 没有“飞行”这一项；可以填：01 医护、02 心理、03 法律、04 社工、05 水电维修、06 理发、07 家政、08 文艺……
qinqing: 有1行不对，什么也没有写；改好再导入
0
0

# Who may: whoever may write the type, where it lies.
$ office; printf '姓名,所在组织\n甲,友谊\n' >m.csv; refused '角色 会员' qinqing --as suning import member m.csv --yes; refused '第2行 辖区' qinqing --as zhoumin import member m.csv --yes; refused 确认 qinqing import member m.csv; refused families qinqing import family m.csv --yes; refused 没有 qinqing import membr m.csv --yes; accepted qinqing --as tongli import member m.csv --yes
