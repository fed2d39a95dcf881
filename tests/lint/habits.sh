#!/bin/sh
# habits.sh - how the house is kept: what no file of the source may do, whatever its layer.
#   usage: habits.sh [SRC_DIR]        prints one line per offence; status 1 when there is one
cd "${1:-src}" || exit 2
LC_ALL=C.UTF-8
export LC_ALL
lines=600 # a file that is longer does more than one thing

# The record types by name, as their tables write them.
types=$(find . -name '*.c' -exec sed -n 's/.*REC_TYPE(\([a-z]*\),.*/\1/p' {} + | sort -u | paste -sd '|' -)
[ "$types" ] || { echo "src: no record type was found, so nothing is known of their names"; exit 1; }

find . -name '*.[ch]' | sed 's|^\./||' | sort | xargs awk -v types="$types" -v most="$lines" '
function complain(line, what) { printf "%s:%d: %s\n", file, line, what; bad = 1 }

# The code without its comments; line breaks stay, so that the lines keep their numbers.
function code_of(text) {
	out = ""
	while (match(text, /\/\*([^*]|\*+[^*\/])*\*+\//)) {
		was = substr(text, RSTART, RLENGTH)
		out = out substr(text, 1, RSTART - 1) " "
		text = substr(text, RSTART + RLENGTH)
		gsub(/[^\n]/, "", was)
		out = out was
	}
	return out text
}

# One statement, though it was written over several lines; line is where it ends.
function statement(text, line) {
	# A type is asked for by its tag, or the answer stands in its row of kinds[].
	if (match(text, "(str(n?case)?cmp|strncmp|str_is|str_eq|str_starts)\\([^;]*\"(" types ")\""))
		complain(line, "a record type is compared by its name")
	# What a code means is said by codes.yaml (core/office/means.h).
	if (file ~ /^(core|ui\/acts)\// && match(text, /(\.key|\.keys|[^a-z](kind|state|reason|grade|level|post))( *, *|, *S\()"[0-9][0-9]?"/))
		complain(line, "a code is named by its key")
	# Beyond the part of the tree that one reaches, and not there at all: whoever asks for one means both.
	if (match(text, /[!=]= *REACH_OUTSIDE/))
		complain(line, "REACH_OUTSIDE is compared as if nothing lay behind it")
	# "Not there" and "cannot be read" are two answers.
	if (match(text, /struct err +\*?(ignored?|unused|dummy|nothing|none|no_matter)[^a-z_]/))
		complain(line, "an error is thrown away")
}

function finish() {
	if (!file)
		return
	# Tables that a program wrote are as long as they are.
	if (file !~ /^tables\/[a-z]*_table\.c$/ && count > most)
		complain(count, "more than " most " lines")
	head = whole
	if (substr(head, 1, 3) != "/* " || !(end = index(head, "*/")))
		complain(1, "does not open with a comment that says what it is for")
	else {
		head = substr(head, 1, end)
		name = file
		sub(/.*\//, "", name)
		if (index(head, "/* " name " - ") != 1 || head !~ /[^ ] [^ ]+ [^ ]+\.[ \n*]/ || head ~ / - see /)
			complain(1, "does not open with a sentence that says what it is for")
	}
	n = split(code_of(whole), part, "\n")
	text = ""
	for (i = 1; i <= n; i++) {
		text = text " " part[i]
		if (part[i] ~ /[;{}][ \t]*$/ || part[i] ~ /^#/) {
			statement(text " ", i)
			text = ""
		}
	}
}

FNR == 1 { finish(); file = FILENAME; whole = ""; count = 0 }
{
	count++
	if (file !~ /^tables\/[a-z]*_table\.c$/ || FNR < 20)
		whole = whole $0 "\n"
}
END { finish(); exit bad }' || exit 1
