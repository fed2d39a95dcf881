#!/bin/sh
# planted.sh - every rule of the lint finds an offence: one is planted for each in a copy of the source.
#   usage: planted.sh [SRC_DIR]       TAP lines; status 1 when a rule is blind, or when it sees ghosts
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "${1:-src}" "$copy/clean" && cp -r "$copy/clean" "$copy/src" || exit 2
bad=0
said() { echo "ok $1"; }
missed() { echo "not ok $1"; bad=1; }

# What stands in the copy before anything is planted, so that a rule cannot be right by accident.
for lint in layers rooms habits; do
	if "$here/$lint.sh" "$copy/clean" >"$copy/$lint.before"; then said "$lint: nothing in the source as it is"
	else missed "$lint: the source itself has offences"; cat "$copy/$lint.before"; fi
done

: >"$copy/expected"
plant() { # the lint, what it says of it, the file; its text comes from here
	cat >"$copy/src/$3"
	printf '%s|%s|%s\n' "$1" "$3" "$2" >>"$copy/expected"
}
one() { # the same for a file of one opening and one line
	printf '/* %s - it was planted for a rule to find. */\n%s\n' "${3##*/}" "$4" | plant "$1" "$2" "$3"
}

name='a record type is compared by its name'
one habits "$name" core/n1.c 'bool n1(void) { return strcmp(t->name, "family") == 0; }'
one habits "$name" ui/n2.c 'bool n2(void) { return str_is(word, "worker"); }'
one habits "$name" cli/n3.c 'bool n3(void) { return str_eq(word, S("visit")); }'
one habits "$name" core/n4.c 'bool n4(void) { return strcmp(t->name, /* over lines */
	"person") == 0; }'
key='a code is named by its key'
one habits "$key" core/k1.c 'bool k1(void) { return str_is(f->kind.key, "90"); }'
one habits "$key" ui/acts/k2.c 'bool k2(void) { return has_key(f->flags.keys, S("01")); }'
one habits 'REACH_OUTSIDE is compared' core/f1.c 'bool f1(void) { return reach == REACH_OUTSIDE; }'
thrown='an error is thrown away'
one habits "$thrown" core/e1.c 'void e1(void) { struct err ignored; use(&ignored); }'
one habits "$thrown" base/e2.c 'void e2(void) { struct err unused = { 0 }; use(&unused); }'
seq 700 | sed 's|.*|int long_&;|; 1s|^|/* long.c - it was planted and is too long. */\n|' |
	plant habits 'more than 600 lines' rec/long.c
echo 'int o1;' | plant habits 'does not open with a comment' core/o1.c
printf '/* o2.c - see o2.h */\nint o2;\n' | plant habits 'does not open with a sentence' core/o2.c
printf '/* other.c - it was copied from another file. */\nint o3;\n' |
	plant habits 'does not open with a sentence' core/o3.c
one layers 'base may not include core/session.h' base/l1.c '#include "core/session.h"'
one layers 'ui may not include store/store.h' ui/l2.c '#include "store/store.h"'
one layers 'only base/arena.c may use' core/l3.c 'void *l3(void) { return malloc(3); }'
one layers 'only ui/term/term.c may use' ui/l4.c '#include <ncurses.h>'
one layers 'only base/arena.c may use' cli/l5.c 'void l5(void *p) { free(p); }'
one layers 'only rec/archive.c may use' core/l9.c '#include <expat.h>'
one layers 'only base/lib.c may use' rec/l8.c 'void *l8(void) { return dlopen("x", 1); }'
one layers "the rooms behind core/session.h are core's own" demo/l6.c '#include "core/work/save.h"'
one layers "the rooms behind core/session.h are core's own" cli/l7.c '#include "core/lists/job.h"'
one rooms 'stands before core/work/work.h' core/rules/r1.c '#include "core/work/work.h"'
one rooms 'stands before core/session.h' core/lists/boards/r2.h '#include "core/session.h"'
one rooms 'stands before ui/acts/acts.h' ui/views/r3.c '#include "ui/acts/acts.h"'
mkdir "$copy/src/core/attic"
one rooms 'no such room' core/attic/r4.c 'int r4;'
one rooms 'r5() is declared in core/read' core/rules/r5.c 'int r5(void) { return 5; }'
echo 'int r5(void);' >>"$copy/src/core/read/read.h"

for lint in layers rooms habits; do
	"$here/$lint.sh" "$copy/src" >"$copy/$lint.said" && missed "$lint: offences, and status 0"
done
while IFS='|' read -r lint file what; do
	if grep -F "$file:" "$copy/$lint.said" | grep -qF "$what"; then said "$lint: $file: $what"
	else missed "$lint: $file: $what was not found"; fi
done <"$copy/expected"
# And nothing else was said.
while IFS= read -r line; do
	grep -qF "|${line%%:*}|" "$copy/expected" || missed "a ghost: $line"
done <<END
$(cat "$copy/rooms.said" "$copy/habits.said")
END
exit $bad
