#!/bin/sh
# texts.sh - texts a person sees that config/en.yaml has no English for.
#   usage: texts.sh [TOP]        prints one text a line; status 1 when there is one
#
# Looked at: literals of tr(), labels of fields, actions and answers, titles, labels and empty texts of
# screens/, reports/ and keys.yaml.  Error sentences stay Chinese: they are for the people at work.
cd "${1:-.}" || exit 2
known=$(mktemp)
trap 'rm -f "$known"' EXIT
sed -n 's/^"\(.*\)": ".*"$/\1/p' config/en.yaml | sed 's/\\"/"/g' | LC_ALL=C sort -u >"$known"

{
	# C: every literal behind tr(, SAY( or .label =, the names of the lists, and the second text of a table
	# of actions or answers.
	find src/cli src/core src/ui src/rec src/demo -name "*.c" -exec cat {} + |
		grep -o 'tr("[^"]*")\|SAY("[^"]*")\|\.label = "[^"]*"' | sed 's/^[^"]*"//; s/".*//'
	grep -ho '^	{ [A-Z]*("[a-z-]*", "[^"]*"' src/core/lists/query.c src/core/lists/association.c | sed 's/^[^,]*, "//; s/"$//'
	cat src/ui/views/*.c src/ui/acts/*.c |
		grep -o 'ACT("[a-z-]*", "[^"]*"' | sed 's/^[^,]*, "//; s/".*//'
	find src/ui -name "*.c" -exec cat {} + | grep -o "{ \('.'\|KEY_[A-Z]*\), \"[^\"]*\" }" | sed 's/^[^"]*"//; s/".*//'
	grep -o '^	{ "[a-z0-9-]*", "[^"]*", OF_' src/core/lists/reports/counts.c | sed 's/^[^,]*, "//; s/", OF_$//'
	# YAML
	cat screens/*.yaml config/keys.yaml config/reports/*.yaml |
		grep -o '\(title\|label\|empty\): [^,}]*' | sed 's/^[a-z]*: //; s/ *$//'
} | LC_ALL=C grep '[^ -~]' | LC_ALL=C sort -u | LC_ALL=C comm -23 - "$known" | sed 's/^/no English: /' |
	{ bad=0; while IFS= read -r line; do echo "$line"; bad=1; done; exit $bad; }
