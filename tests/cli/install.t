# What make install puts where, and that make uninstall leaves nothing of it.

$ make -s -C "$TOP" VARIANT=$(basename "$BUILD") install DESTDIR="$PWD/d" prefix=/usr mandir=/usr/m && find d -type f | LC_ALL=C sort; d/usr/bin/qinqing --version | grep -c qinqing; grep -c '^\.TH "qinqing" "1"' d/usr/m/man1/qinqing.1; test -x d/usr/m/man1/qinqing.1 || echo plain
d/usr/bin/qinqing
d/usr/m/man1/qinqing.1
d/usr/share/bash-completion/completions/qinqing
d/usr/share/doc/qinqing/LICENSE
d/usr/share/doc/qinqing/NOTICE
d/usr/share/doc/qinqing/qinqing-backup.cron
d/usr/share/doc/qinqing/qinqing-backup.service
d/usr/share/doc/qinqing/qinqing-backup.timer
1
1
plain

$ touch d/usr/bin/other; make -s -C "$TOP" VARIANT=$(basename "$BUILD") uninstall DESTDIR="$PWD/d" prefix=/usr mandir=/usr/m; find d -type f; ls d/usr/share/doc
d/usr/bin/other

# The commands that the units give are commands.
$ for f in service cron; do sed -n 's/.*[= ]qinqing backup/backup/p' "$TOP/config/dist/qinqing-backup.$f" | sed 's/ >.*//'; done
backup /mnt/backup --keep 7d,5w,12m
backup /mnt/backup --keep 7d,5w,12m
