#!/bin/sh
# rooms.sh - the rooms of a layer stand in one order; each includes, and each calls, only what stands before it.
#   usage: rooms.sh [SRC_DIR]        prints one line per offence; status 1 when there is one
#
# What lies in no room (core/session.h, ui/loop.c) stands above all of them.  A function is declared where it
# is defined, else a room could call up through a declaration of its own.
cd "${1:-src}" || exit 2
find core ui -name '*.[ch]' | LC_ALL=C sort | xargs awk '
BEGIN {
	n = split("core/office core/records core/read core/find core/rules core/work core/lists core/exchange " \
		"ui/term ui/views ui/acts", order)
	for (i = 1; i <= n; i++)
		place[order[i]] = i
}
function layer_of(file) { return substr(file, 1, index(file, "/")) }
function room_of(file, part) { return split(file, part, "/") > 2 ? part[1] "/" part[2] : part[1] }
function place_of(room) { return room in place ? place[room] : 99 }
function complain(file, what) { print file ": " what; bad = 1 }
FNR == 1 {
	mine = room_of(FILENAME)
	if (mine ~ /\// && !(mine in place))
		complain(FILENAME, "no such room")
}
/^#include "/ {
	split($0, quoted, "\"")
	if (layer_of(quoted[2]) == layer_of(FILENAME) && place_of(room_of(quoted[2])) > place_of(mine))
		complain(FILENAME ":" FNR, "stands before " quoted[2])
}
# A function, at the beginning of a line: where it is declared for others, and where it is.
/^[a-z][^;=]*[ *][a-z_0-9]+\(/ && !/^(static|typedef|extern)[ \t]/ {
	name = $0
	sub(/\(.*/, "", name)
	sub(/.*[ *]/, "", name)
	if (FILENAME ~ /\.h$/)
		declared[name] = mine
	else
		defined[name] = FILENAME ":" FNR
}
END {
	for (name in declared)
		if (name in defined && room_of(defined[name]) != declared[name])
			complain(defined[name], name "() is declared in " declared[name])
	exit bad
}'
