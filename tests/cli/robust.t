# robust.t - what is broken is said: in which line, in a sentence, without a signal.

# A file of another kind in its place.
$ office
> head -c 140000 /dev/zero | tr '\0' 'x' >"$QINQING_DATA/data.mdb"
> for act in 'find wxl' check; do qinqing $act >said 2>&1; echo $? $(grep -c '损坏' said); done
3 1
3 1

# Who only reads is never told that something was not saved.
$ office
> truncate -s 20000 "$QINQING_DATA/data.mdb"
> for act in 'find wxl' today 'list families' 'board month' 'get family:1' log check; do qinqing $act; done 2>&1 | grep -c 没有存上
0
? 1

# A database that was cut off, anywhere, or is empty, or is something else: a sentence, and no signal.
$ for size in 0 1 100 4096 5000 8192 20000; do
> office
> truncate -s $size "$QINQING_DATA/data.mdb"
> for act in 'find wxl' today check 'set family:1 wish_note=x'; do
> said=$(qinqing $act 2>&1); status=$?
> case $said in qinqing:*损坏*) ;; *) echo "$size, $act: $said" | head -2;; esac
> [ $status = 3 ] || echo "$size, $act: status $status"
> done
> done

# Settings that cannot be read: every command tells the file, the line and the column.
$ office
> mkdir "$QINQING_DATA/config"
> for file in codes care office fields roles; do
> printf 'a: 1\nb: [1, 2\nc: x\n' >"$QINQING_DATA/config/$file.yaml"
> for act in today 'find wxl' 'list families' 'show 梧桐-1' 'new family name=x' check 'config check' 'board month'; do
> said=$(qinqing $act 2>&1); status=$?
> case $said in *"config/$file.yaml:"[0-9]*:[0-9]*) ;; *) echo "$file.yaml, $act: $said" | head -2;; esac
> [ $status = 2 ] || [ $status = 3 ] || echo "$file.yaml, $act: status $status"
> done
> rm "$QINQING_DATA/config/$file.yaml"
> done

# What only the screens read is told by the check of the settings.
$ office
> mkdir -p "$QINQING_DATA/config/maps"
> for file in keys theme phrases en maps/families; do
> printf 'a: 1\nb: [1, 2\nc: x\n' >"$QINQING_DATA/config/$file.yaml"
> said=$(qinqing config check 2>&1); status=$?
> case $said in *"config/$file.yaml:"[0-9]*:[0-9]*) ;; *) echo "$file.yaml: $said" | head -2;; esac
> [ $status = 2 ] || [ $status = 3 ] || echo "$file.yaml: status $status"
> rm "$QINQING_DATA/config/$file.yaml"
> done

# A table of codes that is no table, an item that is no item, a file that is not UTF-8.
$ office
> mkdir "$QINQING_DATA/config"
> for text in 'SEX: x' 'SEX: {"1": [a]}' 'SEX: {"1": 男, "1": 女}' '[a]' 'SEX: {"1": "\xff"}' ''; do
> printf "$text\n" >"$QINQING_DATA/config/codes.yaml"
> said=$(qinqing find wxl 2>&1); status=$?
> [ -z "$text" ] || case $said in *config/codes.yaml:[0-9]*) ;; *) echo "$text: $said" | head -2;; esac
> [ $status -le 3 ] || echo "$text: status $status"
> done

# An act bound to a list that has no such rows is refused when the screen is read.
$ office
> mkdir -p "$QINQING_DATA/screens" "$QINQING_DATA/config/screens"
> sed 's/{do: untag, bar: false}/{do: deal, label: 处理}/' "$TOP/screens/orgs.yaml" >orgs.yaml
> grep -q 'do: deal' orgs.yaml || echo '  d: {do: deal, label: 处理}' >>orgs.yaml
> for dir in screens config/screens; do cp orgs.yaml "$QINQING_DATA/$dir/orgs.yaml"; done
> qinqing config check 2>&1 | grep -oE 'orgs.yaml:[0-9]+:[0-9]+: .*deal.*' | head -1
~ orgs.yaml:[0-9]+:[0-9]+: .*deal.*
