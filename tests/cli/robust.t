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
