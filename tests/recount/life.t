# Five months in which anything may happen, and mostly does.
qinqing init >/dev/null
at 2025-12-20 hire >/dev/null
"$TOP/tests/recount/live.py" "${SEED:-7}" "${STEPS:-200}" 2026-01-02 2026-06-15

today=2026-06-15T18:00
months='2026-05 2026-04 2026-03'
