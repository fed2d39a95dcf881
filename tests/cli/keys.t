# keys.t - SSH keys are given and taken: what is accepted as a key, and what the line for sshd says.

# The line lets the key do one thing; the list says whose it is, until when and from where.
$ office
> A='ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL7HLRAOyCbAE/0sLq5uQa8Yfl4ZXhGPB8ZdA/9eC8Af'
> echo "$A 周敏的\"电脑'" | qinqing admin key add zhoumin --until 2026-12-31 --from 192.168.1.0/24,10.0.0.7
> sed "s|$HOME|HOME|g; s|exec '[^']*|exec 'BIN|; s|data\.[^']*|DATA|" "$QINQING_DATA/authorized_keys"
> stat -c %a "$QINQING_DATA/authorized_keys"
> qinqing admin key list --json | jq -rc '.[] | select(.login == "zhoumin") | [.kind, .print, .device, .from, .until, .added]'
> qinqing log --json | jq -r '.[0].why'
已加密钥： zhoumin ssh-ed25519 SHA256:drskEFs3mSWtZ+UbolcAZ7uLjjKhfRTnP111zIzfSrg
restrict,pty,command="exec 'BIN' --data 'HOME/DATA' --as 'zhoumin' door",expiry-time="20270101",from="192.168.1.0/24,10.0.0.7" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL7HLRAOyCbAE/0sLq5uQa8Yfl4ZXhGPB8ZdA/9eC8Af 2026-05-06 周敏的电脑
600
["ssh-ed25519","SHA256:drskEFs3mSWtZ+UbolcAZ7uLjjKhfRTnP111zIzfSrg","周敏的电脑","192.168.1.0/24,10.0.0.7","2026-12-31","2026-05-06"]
加密钥 zhoumin SHA256:drskEFs3mSWtZ+UbolcAZ7uLjjKhfRTnP111zIzfSrg

# What is no key, no safe one, or says what it may do, is refused, and the file stays as it was.
$ office
> A='ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL7HLRAOyCbAE/0sLq5uQa8Yfl4ZXhGPB8ZdA/9eC8Af'
> W='ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQCmYd5kVdDpwP0TSNRTmO3iFSOyynbYvu3O1aQVOEb144j9gB0geKDVpTMyOdRo2wgg8Uhv8Xq3k3S1YupHyOsLYV4VbHJevUHuijVS7wbwLCopq9mjQPoNfvKCk7cL4usNT4Cu/BFeOua6OcRb63yWMnScGXCUM0vcbyjFtQ+pww=='
> try() { refused "$1" qinqing admin key add zhoumin - <<<"$2"; }
> try 没有密钥 ''
> try 私钥 '-----BEGIN OPENSSH PRIVATE KEY-----'
> try 不写任何选项 "command=\"sh\" $A"
> try 不写任何选项 "no-pty,$A"
> try 不止一把 "$A x
> $A y"
> try 1024 "$W"
> try DSA 'ssh-dss AAAAB3NzaC1kc3M='
> try 少抄 "${A%????}"
> try 少抄 "${A/ed25519/rsa}"
> try 少抄 "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5"
> try 少抄 "ssh-ed25519 ???"
> refused 没有登录名 qinqing admin key add nobody - <<<"$A"
> refused 日子已经过了 qinqing admin key add zhoumin - --until 2026-05-05 <<<"$A"
> for net in 192.168.1.1/24 10.0.0.0/33 10.0.0 any '*' '"' 10.0.0.0/8,; do refused 不是网段 qinqing admin key add zhoumin - --from "$net" <<<"$A"; done
> ls "$QINQING_DATA" | grep -c authorized_keys
0
? 1

# A key is one person's; again, for the same person, it takes what is said now.
$ office
> A='ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL7HLRAOyCbAE/0sLq5uQa8Yfl4ZXhGPB8ZdA/9eC8Af'
> B='ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBMyrqyMbjWE5KBQFoFrbdtbusWEER4QCnpgz4s1AM+hsInSCHGSDZ5kC/grGchaeXY+Ax596ciIdNt9bQm2ZKX05RTMrAJJmd31/BVIsVa5ODXW8pps5552+LTwnzj105w=='
> echo 'ssh-ed25519 AAAA by hand' >"$QINQING_DATA/authorized_keys"; chmod 600 "$QINQING_DATA/authorized_keys"
> echo "$A" | qinqing admin key add zhoumin >/dev/null
> refused '已经是 zhoumin 的了' qinqing admin key add gaoqiang - <<<"$A"
> echo "$A" | qinqing admin key add zhoumin --until 2026-05-06 >/dev/null
> echo "$B" | qinqing admin key add zhoumin >/dev/null
> grep -c . "$QINQING_DATA/authorized_keys"
> qinqing admin key list --json | jq -r '.[] | select(.login == "zhoumin") | .until'
> at 2026-05-07 qinqing admin key list | grep -c 密钥已过期
> qinqing admin key remove zhoumin SHA256:Nbzf/wx3oaccjusdE9OwCUbEinVFQp9iPNwr9D+lKnM
> qinqing admin key remove zhoumin
> cat "$QINQING_DATA/authorized_keys"
> qinqing admin key remove zhoumin
3
2026-05-06
null
1
已去掉 1 把密钥，结束了 0 个在线的会话。
已去掉 1 把密钥，结束了 0 个在线的会话。
ssh-ed25519 AAAA by hand
qinqing: zhoumin没有密钥
? 1

# Accounts that nobody uses are pointed out: after 90 days, not on the ninetieth.
$ office
> qinqing --as zhoumin new visit family=梧桐-1 mode=电话 outcome=1 >/dev/null
> at 2026-08-04 qinqing admin key list | grep zhoumin | grep -c 没有用过
> at 2026-08-05 qinqing admin key list | grep zhoumin | grep -o '[0-9]*天没有用过'
0
91天没有用过

# Whose duty it is gives keys and sees who is in; nobody else does.
$ office
> qinqing new worker name=管理员 org=向阳区 mobile=13800000009 login=guanli role=admin >/dev/null
> A='ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL7HLRAOyCbAE/0sLq5uQa8Yfl4ZXhGPB8ZdA/9eC8Af'
> for who in zhoumin gaoqiang zhenghua suning; do refused 管理员 qinqing --as $who admin key add zhoumin - <<<"$A"; refused 管理员 qinqing --as $who admin key remove zhoumin; refused 管理员 qinqing --as $who admin end 1; qinqing --as $who list keys --json; qinqing --as $who list sessions --json; done 2>/dev/null | grep -c login
> accepted qinqing --as guanli admin key add zhoumin - <<<"$A"
> qinqing --as guanli admin key list | grep -c SHA256
> accepted qinqing --as guanli admin key remove zhoumin
> qinqing --as guanli admin sessions
> qinqing --as guanli admin end 1
0
1
qinqing: 现在没有人在线
qinqing: 没有第1号在线的会话
? 1

# What sshd must be told is written for the account that owns the data, and only once there is an office.
$ office
> qinqing admin setup-ssh --print | grep -v '^#' | sed "s|$HOME/data[^/]*|DATA|; s/User .*/User ME/"
> refused 还没有办公室 qinqing --data /nowhere admin setup-ssh --print
> refused '有 key add、key list' qinqing admin nothing
> refused '要写成 qinqing admin key add LOGIN' qinqing admin key add
Match User ME
    AuthorizedKeysFile DATA/authorized_keys
    AuthenticationMethods publickey
    DisableForwarding yes
    PermitUserRC no
    PermitTTY yes
    ExposeAuthInfo yes
    MaxSessions 1
    ClientAliveInterval 30
    ClientAliveCountMax 4

# The forced command is nothing without a person.
$ office
> refused -as qinqing door
> SSH_ORIGINAL_COMMAND='find wxl' qinqing --as zhoumin door | grep -c 梧桐-1
> SSH_ORIGINAL_COMMAND='find wxl --as gaoqiang' qinqing --as zhoumin door
1
~ qinqing: “find wxl --as gaoqiang”没有做.*
? 126
