# words.sh - the words of scripts that come in over SSH, beside those of tests/cli/office.sh.
. "$TOP/tests/cli/office.sh"
. "$TOP/tests/access/log.sh"

# The program as the shared account runs it, who owns the office.
qinqing() {
	setpriv --reuid 64999 --regid 64999 --clear-groups env HOME="$ROOM/home" \
		ASAN_OPTIONS=detect_leaks=0 QINQING_DATA="$QINQING_DATA" "$ROOM/bin/qinqing" "$@"
}

# A fresh office of the shared account, which sshd has been told of; zhoumin and gaoqiang have keys.
shared() {
	export QINQING_DATA=$ROOM/home/office
	if [ ! -d "$ROOM/home/first" ]; then
		qinqing init
		at 2026-01-10 hire
		at 2026-01-10 settle
		"$ROOM/bin/qinqing" --data "$QINQING_DATA" admin setup-ssh
		for name in zhoumin gaoqiang; do qinqing admin key add $name <"$ROOM/keys/$name.pub"; done
		cp -a "$QINQING_DATA" "$ROOM/home/first"
		reload
	fi
	rm -rf "$QINQING_DATA"
	cp -a "$ROOM/home/first" "$QINQING_DATA"
} >/dev/null

# Waits for something to become so, ten seconds at most.
until_so() {
	local end=$((SECONDS + 10))
	while [ $SECONDS -lt $end ]; do
		eval "$1" && return
	done
	echo "never: $1"
}
live() { qinqing admin sessions --json 2>/dev/null | jq length; }

# sshd reads its settings again, and answers.
reload() {
	local heard
	heard=$(wc -l <"$ROOM/sshd.log")
	kill -HUP "$(cat "$ROOM/sshd.pid")"
	says "Server listening on" $((heard + 1))
}

# door KEY [OPTION...] -- WORD...: what somebody with this key sends.
door() {
	local key=$1 options=()
	shift
	while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
	[ $# -gt 0 ] && shift
	timeout 20 ssh -q -p "$PORT" -i "$ROOM/keys/$key" -o IdentitiesOnly=yes -o StrictHostKeyChecking=no \
		-o UserKnownHostsFile=/dev/null -o BatchMode=yes -o LogLevel=ERROR "${options[@]}" qqtest@127.0.0.1 ${1:+--} "$@"
}
