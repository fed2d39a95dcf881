# Cells as spreadsheets and people leave them.  Every cell is cleaned by its kind before it is checked; what
# the sheet may have meant otherwise is said in the report, and what only typing may abbreviate is refused.

$ qinqing init >/dev/null

# A word for nothing is empty; a day may have lost its time, its separator or its format.
$ printf '姓名,证件号码,出生日期,社区,手机\n王秀兰,,1958.3.,梧桐,—\n李桂芳,,21256,梧桐,无\n郑玉兰,,1958-3-12 08:30,梧桐,暂无\n钱玉珍,,1958/3/12 0:00,梧桐,不详\n' >cells.csv

$ qinqing import families cells.csv --dry-run
cells.csv（UTF-8，4 行）
第2行  新增  王秀兰  手机（E列）：“—”当作没有填写
第3行  新增  李桂芳  出生日期（C列）：“21256”是表格软件的日期序号，按从1900年起数的天数读作 1958-03-12；手机（E列）：“无”当作没有填写
第4行  新增  郑玉兰  出生日期（C列）：“1958-3-12 08:30”里的时刻不要，只取 1958-03-12；手机（E列）：“暂无”当作没有填写
第5行  新增  钱玉珍  手机（E列）：“不详”当作没有填写
新增 4  相同 0  有变化 0  重复 0  拒绝 0
只是检查，什么也没有写。

# Nobody knows which year a file means by 昨天 or 3-12.
$ printf '姓名,出生日期,社区\n赵玉梅,昨天,梧桐\n孙丽华,3月12日,梧桐\n周桂英,3-12,梧桐\n' >short.csv; qinqing import families short.csv --dry-run | grep -c '没有写全：表格里的日期要有年份'
3

# A number that a spreadsheet took for an amount has lost its end.  One that ends in 000 and whose check digit
# is right may still be real: it is let in and said.
$ printf '姓名,证件号码,出生日期,社区\n周桂英,2.3E+17,1958-3-12,梧桐\n吴玉珍,230499195803153000,1958-3-15,梧桐\n冯淑琴,230499195803154000,1958-3-15,梧桐\n' >ids.csv; qinqing import families ids.csv --dry-run
ids.csv（UTF-8，3 行）
第2行  拒绝  周桂英  证件号码（B列）：“2.3E+17”是表格软件写的科学记数，证件号码后面的数字已经丢了；请从原来的系统重新导出，打开前先把这一列设为“文本”格式
第3行  新增  吴玉珍  证件号码（B列）：末三位是000，可能被表格软件截成了15位，请核对原件
第4行  拒绝  冯淑琴  证件号码（B列）：证件号码末三位是000：表格软件只保留15位数字，后面的已经丢了；请从原来的系统重新导出，打开前先把这一列设为“文本”格式
新增 1  相同 0  有变化 0  重复 0  拒绝 2
只是检查，什么也没有写。

# Residents from Hong Kong, Macao and Taiwan have numbers that begin with 81, 82 and 83.
$ printf '姓名,证件号码,社区\n王秀兰,830000195803120020,梧桐\n' >tw.csv; qinqing import families tw.csv --dry-run | tail -2
新增 1  相同 0  有变化 0  重复 0  拒绝 0
只是检查，什么也没有写。

# Marks that nobody sees, full-width digits and the guard of a text cell are no part of a number.
$ printf '姓名,出生日期,社区,手机\n王\342\200\213秀兰,１９５８－３－１２,梧桐,'"'"'13900000001\342\200\254\n' >marks.csv; qinqing import families marks.csv --yes >/dev/null; qinqing list families --json | grep -c '13900000001'
1

# An overlong word of a query finds nothing, in a sentence of its own.
$ qinqing find "$(printf '王%.0s' $(seq 300))" 2>&1 | grep -cE 'MDB|BAD_VALSIZE'
0
? 1
