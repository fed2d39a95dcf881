# Every number of a board is as long as the list behind it, for every community, the whole, and every worker.

$ qinqing demo --families 60 --seed 5 >/dev/null; qinqing board month --json | jq length
8

$ for month in 2026-05 2026-04; do qinqing board month --period $month --json | jq -r '.[] | .ref as $r | to_entries[] | select((.value | type) == "number" and .key != "first_minutes" and .key != "version") | [$r, .key, .value] | @tsv' | while read -r org fact n; do case $fact in begin) q=begin-in;; in) q=opened-in;; out) q=closed-in;; end) q=end-in;; bereaved) q=bereaved-in;; disabled) q=disabled-in;; turned) q=turned-in;; contacts) q=visits-in;; homes) q=homes-in;; events) q=events-in;; alarms) q=alarms-in;; *) echo "$fact has no list";; esac; m=$(qinqing list $q $org --period $month --json 2>/dev/null | jq length); [ "${m:-0}" = "$n" ] && echo as listed || echo "$month $org $fact $n, listed ${m:-0}"; done; done | sort | uniq -c
    176 as listed

# beginning + new - gone = end, everywhere
$ for month in 2026-05 2026-04 2026-03; do qinqing board month --period $month --json | jq -r '.[] | select(.begin + .in - .out != .end)'; done

# One family is one where an indicator counts families: what is missing is the list.
$ for by in community street worker; do qinqing board coverage --by $by --json | jq -r '.[] | .ref as $r | to_entries[] | select(.value | type == "object" and has("den")) | [$r, .key, .value.den - .value.num] | @tsv' | while read -r ref fact lack; do case $fact in contacts) q=no-contacts;; card) q=no-card;; contacted) q=no-contact;; met) q=no-meeting;; visited) q=no-home-visit;; complete) q=incomplete;; *) continue;; esac; m=$(qinqing list $q $ref --json 2>/dev/null | jq length); [ "${m:-0}" = "$lack" ] && echo as listed || echo "$by $ref $fact lacks $lack, listed ${m:-0}"; done; done | sort | uniq -c
    168 as listed
