#!/bin/sh
# layers.sh - who may include whom, and which file may touch which foreign thing.
#   usage: layers.sh [SRC_DIR]        prints one line per offence; status 1 when there is one
cd "${1:-src}" || exit 2
set -f # the patterns below are for case, not for files
bad=0
complain() { echo "$1: $2"; bad=1; }

# A layer and the layers it may include, besides itself and base.
allowed() {
	case $1 in
	base) echo "tables" ;;
	tables) echo "" ;;
	rec) echo "" ;;
	store) echo "rec" ;;
	core) echo "rec store" ;;
	ui) echo "rec core" ;;
	demo) echo "rec core" ;;
	cli) echo "rec core demo" ;;
	main.c) echo "rec core ui cli" ;;
	*) echo "?" ;;
	esac
}

for f in $(find . -name '*.[ch]' | sed 's|^\./||' | sort); do
	me=${f%%/*}
	may=$(allowed "$me")
	[ "$may" = "?" ] && complain "$f" "no such layer"
	for inc in $(sed -n 's|^#include "\([a-z]*\)/\(.*\)".*|\1/\2|p' "$f" | sort -u); do
		layer=${inc%%/*}
		[ "$me" = cli ] && [ "$inc" = ui/ui.h ] && continue
		case " base $me $may " in
		*" $layer "*) ;;
		*) complain "$f" "$me may not include $inc" ;;
		esac
	done
	# A session's inside, and the store's, are seen by nobody above.
	case $f in
	ui/* | cli/* | demo/* | main.c)
		grep -qE '^#include "core/((read|rules|find|work|lists/boards)/|lists/(job|lists)\.h)' "$f" &&
			complain "$f" "the rooms behind core/session.h are core's own" ;;
	core/* | rec/* | base/*)
		grep -q '^#include "store/impl.h"' "$f" && complain "$f" "store/impl.h is the store's own" ;;
	esac
	only() { # a pattern, and the files it may be in
		sed 's|/\*.*\*/||; s|//.*||; s|"[^"]*"||g' "$f" | grep -v '^ \*' | grep -qE "$1" || return
		for ok in $2; do
			case $f in $ok) return ;; esac
		done
		complain "$f" "only $2 may use $1"
	}
	only '<(n?curses|ncursesw/.*)\.h>' 'ui/term/term.c'
	only '<lmdb\.h>' 'store/*'
	only '<qrencode\.h>' 'ui/acts/qr.c'
	only '<yaml\.h>' 'base/yaml.c'
	only '<xlsxwriter\.h>' 'rec/table_xlsx.c'
	only '\bdlopen\(' 'base/lib.c'
	only '\b(malloc|calloc|realloc|free)\(' 'base/arena.c'
	only '\bmdb_txn_commit\(' 'store/store.c store/env.c store/guard.?'
	only '<wchar\.h>|\bwchar_t\b' 'base/utf8.? ui/term/term.c'
	only '\btime\((NULL|0|&)|\bgettimeofday\(|clock_gettime\(CLOCK_REALTIME' 'base/date.c'
done
exit $bad
