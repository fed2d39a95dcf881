# The main job on a real terminal: find by a few letters, see whom to call, a visit in five keys, undo;
# then a note of 300 characters and a line that drops.
size 80 24
sh qinqing demo --families 40 --seed 7 >/dev/null
run qinqing --as zhoumin
see 今日
line 1 ~ 今日 .*周敏 2026-05-06 周三

# ---- three keys behind the query at the most
keys /wxl
see 王秀兰
line 4 ~ > 梧桐-1 +王秀兰 .*勿谈子女.*
keys <Enter>
line 1 ~ 王秀兰 \(梧桐-1\) 家庭卡.*
line 2 ~ >意愿 +勿谈子女
see 000 0000 5678
see 惠民家园12-3-501
see 社区岗    周敏 000 0001 0001
see 街道岗    高强 000 0001
cursor 2 1
whole

# ---- five keys from the card, for yesterday one more
keys v
line 1 ~ 记一笔 王秀兰 \(梧桐-1\).*
see 1上门走访
keys -
see 2026-05-05 周二
keys 1
see 1已联系
keys 1
see 2一般
keys 2
see 2略低落
keys 2
see 已保存
line 1 ~ .*家庭卡.*
see 昨天      上门走访 已联系 周敏 略低落
sh qinqing list visits-of 梧桐-1 --json | jq -r '.[] | select(.when == "2026-05-05") | [.mode.key, .outcome.key, .body.key, .mood.key, .late_days] | @tsv'
> 11	1	2	2	1

# The same again is asked about, and nothing is lost by saying no.
keys v-1122
see 仍然保存
keys n
line 1 ~ 记一笔 .*\*.*
keys <Esc>
see 改了还没有存
keys d
line 1 ~ .*家庭卡.*

# Undo shows what it would do, and asks.
keys u
see 撤销自己最近的一次修改
see 方式：上门走访
keys n
see 昨天      上门走访
keys uy
see 已撤销
sh qinqing list visits-of 梧桐-1 --json | jq -r '.[] | select(.when == "2026-05-05") | .ref'

# A call nobody answered counts for nothing, and nobody is asked how she was.
keys v72
see 已保存
see 无人接听

# ---- a note, a line that drops, the draft
keys v11<Tab><Tab>
line -1 ~ .*常用语.*
paste 今天上午到王秀兰家走访，老人精神尚好，血压一百三十，按时服药。她说夜里有时睡不踏实，想起往事，我们陪她在阳台上坐了一会儿，看了新栽的花。厨房煤气阀、烟道都看过，没有隐患，窗户的插销松了一个，答应下周请物业来修。\n她提到社区的合唱队缺人，愿意去试试，周五下午我陪她去一趟。年审的材料已经讲明白，存折复印件还差一份，她侄子周末带来。临走时她送到门口，说多亏有人惦记着，别的不图什么，就是想有个人说说话；记下她不愿意邻居知道我们的身份，下次便装来，电话先打一个，别太早，上午十点以后合适，下午她要午睡，三点以后也可以。屋里的暖气不太热，室温约十八度，已经给供热单位打了电话，说明天上午派人来看，有结果我再告诉她。𠮷䶮
see 𠮷䶮
hangup
wait 0
sh qinqing --as zhoumin drafts | grep -c 走访记录
> 1
run qinqing --as zhoumin
see 没写完的草稿
keys <Enter>
see 接着写上次没存的草稿
see 𠮷䶮
whole
keys <C-s>
see 已保存
sh qinqing list visits-of 梧桐-1 --json | jq -r '.[0].talk | [length, endswith("𠮷䶮")] | @tsv'
> 305	true
sh qinqing --as zhoumin drafts 2>&1 || true
> qinqing: 没有草稿
