# A form asks only what can be known: how somebody was, where somebody was met or spoken with.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
run qinqing --as zhoumin
keys /wxl<Enter>v
see 身体状况
see 精神状态

# ---- nobody answered: two keys, and it is saved
keys 72
see 已保存
line 1 ~ .*家庭卡.*
sh qinqing list visits-of 梧桐-1 --json | jq -c '.[0] | [.mode.key, .outcome.key, .body, .mood]'
> ["21","2",null,null]
# Spoken with on the telephone: asked as before.
keys v-71
line 1 ~ 记一笔 .*
see >+身体状况
keys 12
see 已保存
sh qinqing list visits-of 梧桐-1 --json | jq -c '.[1] | [.mode.key, .outcome.key, .body.key, .mood.key]'
> ["21","1","1","2"]
# Heard of them from the neighbours: not asked.
keys v--D1
see 已保存
sh qinqing list visits-of 梧桐-1 --json | jq -c '.[2] | [.mode.key, .outcome.key, .body, .mood]'
> ["41","1",null,null]

# ---- one field after the other: what was answered before it turned out otherwise is taken back
keys v<Tab><Tab>2
see 身体状况     一般
keys <BTab><BTab>2
gone 身体状况
gone 精神状态
see > 谈话要点
keys <F6>身体
see 跳到哪一栏
gone > 1 身体状况
keys <Esc><BTab>1
see >+身体状况
gone 身体状况     一般
keys <Esc>d

# ---- a value that is there is shown, and can be taken away
sh qinqing set visit:1 outcome=2 body=2 mood= >/dev/null
keys V<Down><Down><Down><Enter>e
line 1 ~ 记一笔 王秀兰 \(梧桐-1\) 2026-04-20 .*
see 结果         无人接听
see 身体状况     一般
gone 精神状态
keys <F6>身体<Enter><BS>
see >+身体状况
keys <Tab>
gone 身体状况
see > 谈话要点
keys <C-s>
see 已保存
sh qinqing get visit:1 --json | jq .body
> null

# ---- what a condition names must be there; nothing that must be filled in depends on one
sh mkdir -p "$QINQING_DATA/config/screens"
sh printf '%s\n' 'sections:' '  - fields:' '      - {field: mood, when: {outcom: ok, mode: contct, talk: ok}}' '      - {field: mode, when: {outcome: ok}}' >"$QINQING_DATA/config/screens/visit_form.yaml"
sh ! qinqing config check 2>&1
> ~ .*:3:30: 走访记录没有字段“outcom”，是不是 outcome？
> ~ .*:3:48: 没有代码表 VISIT_MODE 的属性“contct”，是不是 contact？
> ~ .*:3:56: talk 不是从代码表里选的，不能作条件
> ~ .*:4:29: mode 必须填写，不能有 when
> qinqing: 设置有问题，逐条列在上面
