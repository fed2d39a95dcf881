# How it starts: settings that are wrong are named and nothing is opened, an office that may only be
# read says so, and begins nothing that could not be stored.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --read-only
see 只读：看得到，存不了
keys /wxl<Enter>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
keys e
see 现在是只读方式，不能修改；请去掉 --read-only 重新进入
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡 .*
gone 记一笔
keys q<Esc>
see 今日
keys q
wait 0
sh qinqing get family:1 | grep -c wish_time || true
> 0

# ---- a colour that is none, a screen with a wrong name in it
sh mkdir -p data/config/screens && echo 'title: {color: 蓝' >data/config/theme.yaml
run qinqing
wait 2
sh rm data/config/theme.yaml
sh sed 's/query: families/query: familes/' $TOP/screens/families.yaml >data/config/screens/families.yaml
run qinqing
see 今日
keys F
see familes
line 1 ~ 今日 .*
sh rm data/config/screens/families.yaml
keys F
line 1 ~ 全部家庭 .*
keys qq
wait 0
sh sed 's/query: today/query: heute/' $TOP/screens/today.yaml >data/config/screens/today.yaml
run qinqing
wait 3
