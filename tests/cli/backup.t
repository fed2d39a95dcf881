# A backup is made while people work, nobody reads it without the key kept elsewhere, and what comes out of it is the
# office, whole and checked - or a sentence.

# An office that names no key makes none: it would hold everything in clear.
$ qinqing demo --families 40 >/dev/null; mkdir b; qinqing backup b; ls b
qinqing: 还没有备份的钥匙，没有备份（备份里全是家庭的隐私，不加密的不做）；请在别的机器上运行 qinqing backup --keygen 私钥文件，把它打印的公钥写进 office.yaml 的 backup_keys
? 0

$ qinqing backup --keygen key >said; qinqing backup --keygen other >other_said; grep -c . said; stat -c %a key; qinqing backup --keygen key
3
600
qinqing: 私钥文件 key 建不了：File exists；已有的钥匙不会覆盖
? 2

# A key with a slip in it is no key: nobody could open what is sealed to it.
$ mkdir -p data/config; sed -n 's/^ *backup_keys/backup_keys/p' said | sed 's/[0-9a-f]\]/g]/' >data/config/office.yaml; qinqing backup b; qinqing backup b --keep 7x; sed -n 's/^ *backup_keys/backup_keys/p' said >data/config/office.yaml
~ qinqing: .*office.yaml:1:.*“qk1[0-9a-f]*g”不是备份的公钥（qk1 开头，qinqing backup --keygen 打印的），或者抄错了.*
qinqing: --keep 要写成 7d,5w,12m：最近几天、几周、几个月各留一份；“7x”不是

$ qinqing --as zhoumin backup b; qinqing backup nowhere
qinqing: 备份是管理员的事；请找管理员
qinqing: 打不开备份目录 nowhere：No such file or directory；请先建好这个目录
? 2

$ qinqing backup b; qinqing backup --verify b/qinqing-000001-2026-05-06.backup; qinqing log --limit 1 2>/dev/null | grep -c 备份
~ 备份第 1  2026-05-06 09:00  [0-9]+ KB  b/qinqing-000001-2026-05-06.backup
~ 链头： [0-9]+-[0-9a-f]+
~ 备份第 1  2026-05-06 09:00  [0-9]+ KB  b/qinqing-000001-2026-05-06.backup
~ 链头： [0-9]+-[0-9a-f]+
文件完整，和写的时候一样；里面的内容要有私钥（--key）才验得了
1

# Nothing of a family is to be read in it, nor that it is there; it comes back whole.
$ grep -qa 周敏 data/data.mdb && echo 1; grep -ca 周敏 b/*.backup; qinqing restore b/qinqing-000001-2026-05-06.backup new --key key | tail -1; QINQING_DATA=new qinqing check; QINQING_DATA=new qinqing list families --json >was; cmp was <(qinqing list families --json); cmp new/config/office.yaml data/config/office.yaml; stat -c %a new new/data.mdb; ls -d new.restoring 2>/dev/null
1
0
恢复好了，全部检查过： new
数据完好
700
600
? 2

# Never over a living office, nor over anything else.
$ qinqing restore b/qinqing-000001-2026-05-06.backup data --key key; mkdir own; touch own/x; qinqing restore b/qinqing-000001-2026-05-06.backup own --key key; ls own; qinqing check
qinqing: data 里有东西，不会覆盖它；请恢复到一个新的目录
qinqing: own 里有东西，不会覆盖它；请恢复到一个新的目录
x
数据完好

$ qinqing restore b/qinqing-000001-2026-05-06.backup n2 --key other; qinqing restore b/qinqing-000001-2026-05-06.backup n2; qinqing restore b/qinqing-000001-2026-05-06.backup n2 --key said; chmod 644 key; qinqing restore b/qinqing-000001-2026-05-06.backup n2 --key key; chmod 600 key; ls -d n2 n2.restoring
qinqing: 这把私钥打不开 b/qinqing-000001-2026-05-06.backup：它不是为这把钥匙写的；请换另一把
qinqing: 要用私钥才能打开备份；请加 --key 私钥文件
qinqing: 私钥 said 别的系统账号也能看；请先运行 chmod 600 'said'
qinqing: 私钥 key 别的系统账号也能看；请先运行 chmod 600 'key'
ls: cannot access 'n2': No such file or directory
ls: cannot access 'n2.restoring': No such file or directory
? 2

# Cut anywhere, or with one bit changed anywhere: refused, and nothing is laid out.
$ f=b/qinqing-000001-2026-05-06.backup; n=$(stat -c %s $f); for at in 0 1 8 40 200 300 1000 $((n / 2)) $((n - 40)) $((n - 1)); do head -c $at $f >cut; qinqing backup --verify cut >/dev/null 2>&1; echo -n "$? "; cp $f bit; python3 -c "
> import sys
> b = bytearray(open('bit', 'rb').read()); b[min($at, len(b) - 1)] ^= 4; open('bit', 'wb').write(b)"; qinqing restore bit n3 --key key >/dev/null 2>&1; echo -n "$? "; done; echo; ls -d n3 2>/dev/null
3 2 3 2 3 2 3 3 3 3 3 3 3 3 3 3 3 3 3 3 
? 2

# Whoever has only the public key and makes the sum good again changes nothing all the same: the pieces are bound to
# their places, and the lines in clear to the pieces.
$ cat >forge.py <<'END'
> import hashlib, sys
> b = bytearray(open(sys.argv[1], 'rb').read())[:-32]
> at = 13 + int.from_bytes(b[9:13], 'big') + 1 + 112 + 24
> piece = 65536 + 17
> if sys.argv[2] == 'swap': b[at:at + piece], b[at + piece:at + 2 * piece] = b[at + piece:at + 2 * piece], b[at:at + piece]
> if sys.argv[2] == 'drop': del b[at:at + piece]
> if sys.argv[2] == 'last': del b[at + (len(b) - at - 1) // piece * piece:]
> if sys.argv[2] == 'flip': b[at + 100] ^= 1
> if sys.argv[2] == 'clear': b[20] ^= 1
> open('forged', 'wb').write(b + hashlib.blake2b(b, digest_size=32).digest())
> END
> for how in swap drop last flip clear; do python3 forge.py b/qinqing-000001-2026-05-06.backup $how; qinqing backup --verify forged >/dev/null || echo sum; qinqing restore forged n4 --key key; done; ls -d n4* 2>/dev/null
qinqing: 备份 forged 已损坏或被改过：内容和校验对不上；请用另一份备份
qinqing: 备份 forged 已损坏或被改过：内容和校验对不上；请用另一份备份
qinqing: 备份 forged 不完整（被截短了，或没有写完）；请用另一份备份
qinqing: 备份 forged 已损坏或被改过：内容和校验对不上；请用另一份备份
qinqing: 备份 forged 已损坏或被改过：内容和校验对不上；请用另一份备份
? 2

# The head that was noted: what was written since is no matter, what was there before may not have changed.
$ head=$(qinqing backup --verify b/qinqing-000001-2026-05-06.backup | sed -n 's/^链头： //p'); qinqing set family:1 phone1=13900005678 >/dev/null; qinqing check --since $head | sed 's/[0-9]*-[0-9a-f]*/HEAD/'; qinqing check --since ${head%?}x; qinqing check --since 1-$(printf '%064d' 0); qinqing check --since 99999-${head#*-}
没有改过，从头到： HEAD
现在的链头： HEAD
数据完好
~ qinqing: 日志第 [0-9]+ 条或它前面的内容，和记下链头时不一样了：有人改过数据文件
qinqing: 日志第 1 条或它前面的内容，和记下链头时不一样了：有人改过数据文件
~ qinqing: 日志只到第 [0-9]+ 条，链头是第 99999 条的：后面的被去掉了，或者这是更早的一份
? 3

# Made while others write: what comes out is consistent, and no head is before its backup's.
$ (for i in $(seq 40); do qinqing set family:1 phone1=1390000$((5000 + i)) >/dev/null; done) & for i in 1 2 3; do qinqing backup b >/dev/null; done; wait; for i in 2 3 4; do qinqing restore b/qinqing-00000$i-2026-05-06.backup r$i --key key | tail -1; done
恢复好了，全部检查过： r2
恢复好了，全部检查过： r3
恢复好了，全部检查过： r4

# Killed at any moment: nothing is there that looks whole, and the next one clears the rest away.
$ { for i in 04 08 12 16 20 25 30 35; do timeout -s KILL 0.$i qinqing backup b; done; } >/dev/null 2>&1; for f in b/*.backup; do qinqing backup --verify $f --key key | tail -1; done | sort -u; qinqing backup b >/dev/null; ls b | grep -vc '\.backup$'
文件完整，里面的内容全部读得出来
0
? 1

# Days, weeks (from Monday) and months over the end of a year: the newest of each stays, and the newest of all.
$ mkdir k; n=0; for d in 2025-10-31 2025-11-30 2025-12-01 2025-12-28 2025-12-29 2025-12-31 2026-01-01 2026-01-04 2026-01-05 2026-01-05; do n=$((n + 1)); : >k/$(printf 'qinqing-%06d-%s.backup' $n $d); done; QINQING_NOW=2026-01-06T09:00 qinqing backup k --keep 2d,3w,3m | tail -1; ls k
删掉了 5 份旧备份
qinqing-000002-2025-11-30.backup
qinqing-000004-2025-12-28.backup
qinqing-000006-2025-12-31.backup
qinqing-000008-2026-01-04.backup
qinqing-000010-2026-01-05.backup
qinqing-000011-2026-01-06.backup

# A full disk (a file system of 100 KB, where one may be mounted): said, and nothing is left.
$ mkdir full; unshare -rm sh -c 'mount -t tmpfs -o size=100k none full && { qinqing backup full 2>&1; ls -A full | wc -l; }' 2>/dev/null || printf 'skipped\nskipped\n'
~ skipped|qinqing: 备份没有写完：No space left on device；请换一个有空间的地方再做一次
~ skipped|0

# A rehearsal takes the newest, tells its head and how long it took, and leaves nothing behind.
$ qinqing admin drill b --key key; ls -d data.* 2>/dev/null; qinqing admin drill b; qinqing admin drill b --key other; mkdir none; qinqing admin drill none --key key; ls -d data.* 2>/dev/null
~ 备份第 [0-9]+  .*b/qinqing-[0-9]+-.*.backup
~ 链头： [0-9]+-[0-9a-f]+
~ 演练成功，恢复了、全部检查过、又删掉了；秒： [0-9]+\.[0-9]
qinqing: 要用私钥才能打开备份；请加 --key 私钥文件
~ qinqing: 这把私钥打不开 b/qinqing-.*
qinqing: none 里没有备份，演练不了；请先运行 qinqing backup none
? 2

# The newest one is damaged: the rehearsal says so, though older ones are good.
$ cp -r b worse; n=$(ls worse | tail -1); truncate -s -9 worse/$n; qinqing admin drill worse --key key >/dev/null 2>&1; echo $?; ls -d data.* 2>/dev/null
3
? 2
