#!/bin/sh
# layers.sh - who may include whom, and which file may touch which foreign thing.
#   usage: layers.sh [SRC_DIR]        prints one line per offence; status 1 when there is one
cd "${1:-src}" || exit 2
set -f # the patterns below are for case, not for files
bad=0
complain() { echo "$1: $2"; bad=1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

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

find . -name '*.[ch]' | sed 's|^\./||' | sort >"$work/files"

for me in $(sed 's|/.*||' "$work/files" | sort -u); do
	[ "$(allowed "$me")" = "?" ] && complain "$me" "no such layer"
done

# FILE LAYER INCLUDED, each pair of layers judged once.
xargs grep -E '^#include "[a-z]*/' <"$work/files" |
	sed -n 's|^\(\([^/:]*\)[^:]*\):#include "\([a-z]*\)/\([^"]*\)".*|\1 \2 \3 \3/\4|p' >"$work/includes"
for pair in $(awk '{ print $2 ">" $3 }' "$work/includes" | sort -u); do
	me=${pair%>*}
	case " base $me $(allowed "$me") " in
	*" ${pair#*>} "*) ;;
	*) awk -v me="$me" -v of="${pair#*>}" '$2 == me && $3 == of && !(me == "cli" && $4 == "ui/ui.h") {
		print $1 ": " me " may not include " $4 }' "$work/includes" ;;
	esac
done >"$work/wrong"
# A session's inside, and the store's, are seen by nobody above.
awk '($2 == "ui" || $2 == "cli" || $2 == "demo" || $2 == "main.c") &&
	$4 ~ /^core\/((read|rules|find|work|lists\/boards)\/|lists\/(job|lists)\.h)/ {
		print $1 ": the rooms behind core/session.h are core'\''s own" }
	($2 == "core" || $2 == "rec" || $2 == "base") && $4 == "store/impl.h" {
		print $1 ": store/impl.h is the store'\''s own" }' "$work/includes" >>"$work/wrong"
[ -s "$work/wrong" ] && bad=1
cat "$work/wrong"

# The code alone, a line as FILE:LINE OF CODE, without comments and texts.
xargs awk '{ gsub(/\/\*.*\*\//, ""); gsub(/\/\/.*/, ""); gsub(/"[^"]*"/, "") } !/^ \*/ { print FILENAME ":" $0 }' \
	<"$work/files" >"$work/code"
only() { # a pattern, and the files it may be in
	for f in $(grep -E "^[^:]*:.*($1)" "$work/code" | sed 's/:.*//' | sort -u); do
		mine=no
		for ok in $2; do
			case $f in $ok) mine=yes ;; esac
		done
		[ $mine = yes ] || complain "$f" "only $2 may use $1"
	done
}
only '<(n?curses|ncursesw/.*)\.h>' 'ui/term/term.c'
only '<lmdb\.h>' 'store/*'
only '<qrencode\.h>' 'ui/acts/qr.c'
only '<yaml\.h>' 'base/yaml.c'
only '<xlsxwriter\.h>' 'rec/table_xlsx.c'
only '<(minizip/.*|expat)\.h>' 'rec/archive.c'
only '\bdlopen\(' 'base/lib.c'
only '\b(malloc|calloc|realloc|free)\(' 'base/arena.c'
only '\bmdb_txn_commit\(' 'store/store.c store/env.c store/guard.?'
only '<wchar\.h>|\bwchar_t\b' 'base/utf8.? ui/term/term.c'
only '\btime\((NULL|0|&)|\bgettimeofday\(|clock_gettime\(CLOCK_REALTIME' 'base/date.c'
exit $bad
