# No backup for more than three days, where the office has keys for them: everybody is told, from the fourth day on.
size 80 24
sh $TOP/tests/screens/office >/dev/null 2>&1
sh mkdir b
start none env QINQING_NOW=2026-06-06T09:00 qinqing --as zhoumin
gone 备份
keys q
wait 0

sh mkdir -p "$QINQING_DATA/config" && qinqing backup --keygen key | sed -n 's/^ *backup_keys/backup_keys/p' >"$QINQING_DATA/config/office.yaml"
start never qinqing --as zhoumin
see 还没有做过备份；请告诉管理员
keys q
wait 0

sh qinqing backup b >/dev/null
start third env QINQING_NOW=2026-05-09T09:00 qinqing --as zhoumin
gone 备份
keys q
wait 0
start fourth env QINQING_NOW=2026-05-10T09:00 qinqing --as zhoumin
see 已经 4 天没有备份（最近一次 2026-05-06）；请告诉管理员
keys q
wait 0
