#!/bin/sh
# readme.sh - the screens that README.md shows are the program's own, of today.
#   usage: readme.sh        prints what differs; status 1 when something does.  `make screens` mends it
cd "$(dirname "$0")/../.." || exit 2
now=$(mktemp)
trap 'rm -f "$now"' EXIT
tests/screens/pictures README.md >"$now" || exit 1
grep -q '^<!-- 画面 ' README.md || { echo 'README.md shows no screen'; exit 1; }
diff README.md "$now" || { echo 'README.md shows old screens: make screens'; exit 1; }
