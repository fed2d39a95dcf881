# log.sh - waits for what sshd says, for the scripts and whoever starts it.

# The log says PATTERN, from line FROM on: as soon as it does, ten seconds at most, and not when sshd has ended.
says() {
	timeout 10 grep -q -m 1 "$1" < <(exec tail -n "+${2:-1}" -f --pid="$(cat "$ROOM/sshd.pid")" "$ROOM/sshd.log")
}
