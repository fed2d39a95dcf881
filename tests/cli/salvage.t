# What is whole in a damaged office comes into a new one; the damaged one is not touched.

$ qinqing demo --families 40 >/dev/null; mkdir -p data/config; echo 'name: 本单位' >data/config/office.yaml; cp -r data bad; rm bad/lock.mdb bad/write.lock; qinqing list families --json >was; qinqing salvage bad --into new; ls bad; QINQING_DATA=new qinqing list families --json | cmp - was; QINQING_DATA=new qinqing check; cmp new/config/office.yaml data/config/office.yaml; stat -c %a new new/data.mdb; ls -d new.salvaging 2>/dev/null
抢救好了，在： new
~ 记录： [0-9]+
其中按日志补回： 0
~ 日志： [0-9]+
数据完好
config
data.mdb
数据完好
700
600
? 2

# Every fifth page of the file is nothing but zeroes, the first two too: what is lost is listed and known to the new log, and the
# damaged file is as it was.
$ python3 -c "
> b = bytearray(open('bad/data.mdb', 'rb').read())
> for p in [0, 1] + list(range(4, len(b) // 4096, 5)): b[p * 4096:p * 4096 + 4096] = bytes(4096)
> open('bad/data.mdb', 'wb').write(b)"; cp bad/data.mdb before; QINQING_DATA=bad qinqing check 2>/dev/null; echo $?; rm -f bad/lock.mdb; qinqing salvage bad --into second >out 2>err; echo $?; cmp bad/data.mdb before; grep -c '^丢了' out | grep -qx 0 || echo listed; cat err; QINQING_DATA=second qinqing check; QINQING_DATA=second qinqing log --limit 3 2>/dev/null | grep -c 抢救
3
3
listed
~ qinqing: 丢了或旧了 [0-9]+ 处，逐条列在上面，也记在新的日志里；请对照备份和纸质记录补上
数据完好
3

# People go on with it.
$ export QINQING_DATA=second; f=$(qinqing list families --json | jq -r '.[0].ref'); qinqing new visit family=${f#family:} mode=上门 outcome=1 >v; qinqing check; qinqing --as zhoumin today >/dev/null
数据完好

$ qinqing salvage bad; qinqing salvage nowhere --into x; qinqing salvage bad --into data; qinqing check
qinqing: 写得不全：qinqing salvage DIR --into NEW；NEW 是新的目录
qinqing: nowhere 里没有 data.mdb；要写损坏的办公室的数据目录
qinqing: data 里有东西，不会覆盖它；请恢复到一个新的目录
数据完好
