#!/usr/bin/env python3
"""recount - counts the boards of an office anew, from the records as `qinqing --json` prints them.

    tests/recount/recount.py [PERIOD...]      2026-05 ...; the office is $QINQING_DATA on $QINQING_NOW

Knows the trade's rules and nothing of the program: the tables below are the trade's, written down once more.
A number that differs is a `not ok` line with board, row, column, both numbers and the families concerned.
"""
import json
import subprocess
import sys
from calendar import monthrange
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from os import environ

# ---- what the trade says ----------------------------------------------------------------------

MODES_CONTACT = {"11", "12", "13", "14", "15", "16", "21", "22", "23", "31", "32"}
MODES_MEET = {"11", "12", "13", "14", "15", "16", "31"}
MODES_HOME = {"11"}
OUTCOMES_OK = {"1", "7"}
STREET_POST, COMMUNITY_POST = "1", "2"
BEREAVED, DISABLED = {"11", "12", "13"}, {"21", "22", "23", "24"}
PARENT = {"01", "02", "10", "11", "12"}
NOT_ASKED, UNSATISFIED = "9", "3"
PRESETS = {  # counter -> times, kind of period
    "light": {"contact": (1, "month"), "meet": (1, "quarter"), "home": (1, "half")},
    "standard": {"contact": (2, "month"), "meet": (1, "month"), "home": (1, "quarter")},
    "raised": {"contact": (1, "week"), "meet": (2, "month"), "home": (1, "month")},
    "close": {"contact": (2, "week"), "meet": (1, "week"), "home": (2, "month")},
}
LEVELS = {"1": "close", "2": "raised", "3": "standard"}
COUNTS = {"contact": MODES_CONTACT, "meet": MODES_MEET, "home": MODES_HOME}
DAYS = {"week": 7, "month": 30, "quarter": 91, "half": 182, "year": 365}
DAY = timedelta(1)
EVER = date(9999, 12, 31)

# ---- asking the program ------------------------------------------------------------------------


def ask(*words):
    """The rows a command prints; none where it says there are none."""
    done = subprocess.run(["qinqing", *words, "--json"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"not ok - qinqing {' '.join(words)}: {done.stderr.strip()}")
    return json.loads(done.stdout) if done.stdout.strip() else []


def plain(v):
    """A code is its key, a reference what it points at."""
    if isinstance(v, dict):
        return v["key"] if "key" in v else v["ref"] if "ref" in v else v
    return [plain(x) for x in v] if isinstance(v, list) else v


def day(text):
    return date.fromisoformat(text[:10]) if text else None


def number(ref):
    return int(ref.split(":")[1])


PARTS = ("members", "visits", "assignments", "needs", "events", "signs", "greens", "insured", "changes")


class Office:
    def __init__(self):
        with ThreadPoolExecutor(2) as pool:
            rows = pool.map(lambda words: ask(*words), (
                ("list", "families", "--limit", "100000"), ("list", "workers"), ("list", "orgs"),
                ("list", "policies")))
            self.families, self.workers, self.orgs, self.policies = (self.records(r) for r in rows)
            last = max(map(number, self.families))
            whole = pool.map(lambda n: ask("get", f"family:{n}"), range(1, last + 1))
            self.families = self.records([f for f in whole if f])
            wanted = [(p, f) for f in self.families for p in PARTS]
            rows = list(pool.map(lambda w: ask("list", f"{w[0]}-of", w[1], "--limit", "100000"), wanted))
        parts = {p: [] for p in PARTS}
        for (name, _), found in zip(wanted, rows):
            parts[name] += found
        for name, found in parts.items():
            setattr(self, name, self.records(found))
        last = max(map(number, self.changes), default=0)
        missing = [n for n in range(1, last + 30) if f"status:{n}" not in self.changes]
        with ThreadPoolExecutor(2) as pool: # those of no family: a worker's
            self.changes.update(self.records(
                [c for c in pool.map(lambda n: ask("get", f"status:{n}"), missing) if c]))
        self.turns = {}
        for ref, c in sorted(self.changes.items(), key=lambda x: number(x[0])):
            if "field" in c:
                self.turns.setdefault((c["about"], c["field"]), []).append(
                    (day(c["effective"]), c.get("was"), c.get("is")))

    @staticmethod
    def records(rows):
        out = {}
        for row in rows:
            rec = {k: plain(v) for k, v in row.items()}
            if "void_why" not in rec:
                out[rec["ref"]] = rec
        return out

    def field(self, rec, name, on):
        """What a field said on a day: what was recorded last of what held by then."""
        turns = self.turns.get((rec["ref"], name))
        if not turns:
            return rec.get(name)
        for effective, _, is_ in reversed(turns):
            if effective <= on:
                return is_
        return turns[0][1]

    def turned(self, rec, name):
        return self.turns.get((rec["ref"], name), [])

    def parts_of(self, parts, family, on):
        return [p for p in parts.values() if self.field(p, "family", on) == family]

    def code(self, org):
        return self.orgs[org]["code"]


# ---- periods ------------------------------------------------------------------------------------


def period(kind, d):
    if kind == "week":
        first = d - timedelta(d.weekday())
        return first, first + timedelta(6)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[kind]
    start = (d.month - 1) // months * months + 1
    end = start + months - 1
    return date(d.year, start, 1), date(d.year, end, monthrange(d.year, end)[1])


def named(text):
    return period("month", date.fromisoformat(text + "-01"))


# ---- one family on one day ----------------------------------------------------------------------


class Seen:
    """What the coverage board says of a family on a day, over a period or none."""

    def __init__(self, office, family, on, span):
        self.o, self.f, self.on, self.span = office, family, on, span
        self.ref = family["ref"]
        self.home = office.code(self.at("community"))
        self.opened = day(self.at("opened"))
        self.running = [a for a in office.parts_of(office.assignments, self.ref, on)
                        if day(self.part(a, "from")) <= on <= (day(self.part(a, "to")) or EVER)]
        self.persons = [p for p in office.parts_of(office.members, self.ref, on) if self.special(p)]

    def at(self, name):
        return self.o.field(self.f, name, self.on)

    def part(self, rec, name):
        return self.o.field(rec, name, self.on)

    def by(self, rec, name):
        d = day(self.part(rec, name))
        return d is not None and d <= self.on

    def special(self, p):
        """Those the support is for: the head and their spouse, in life and in the file."""
        entered = day(self.part(p, "entered"))
        if entered and entered > self.on or p.get("alive") is False and not p.get("death_date"):
            return False
        died = p.get("death_date")
        if died and self.on >= day((died + "-01-01")[:10]):
            return False
        return p["ref"] == self.at("head") or self.part(p, "relation") in PARENT

    def holds(self, a):
        """In post that day; the street's post wants somebody of that street."""
        w = self.o.workers.get(self.part(a, "worker"))
        if not w or not (day(self.part(w, "on_from")) or date.min) <= self.on:
            return False
        if (day(self.part(w, "on_to")) or EVER) < self.on:
            return False
        unit = self.o.code(self.part(w, "org"))
        return self.part(a, "post") != STREET_POST or unit == self.home[:9]

    def contacts(self):
        held = {p: {self.part(a, "worker") for a in self.running
                    if self.part(a, "post") == p and self.holds(a)} for p in (STREET_POST, COMMUNITY_POST)}
        return [(any(s != c for s in held[STREET_POST] for c in held[COMMUNITY_POST]), 1)]

    def card(self):
        dual = [a for a in self.running if self.part(a, "post") in (STREET_POST, COMMUNITY_POST)]
        given = day(self.at("card_given"))
        ok = given is not None and given <= self.on
        for a in dual:
            ok = ok and given >= day(self.part(a, "from"))
            ok = ok and (not self.by(a, "handover_at") or self.by(a, "family_told"))
        return [(ok, 1)]

    def doctor(self):
        out = []
        for p in self.persons:
            mine = [s for s in self.o.parts_of(self.o.signs, self.ref, self.on) if s["person"] == p["ref"]
                    and day(s.get("signed_on") or s["entered"]) <= self.on]
            valid = any(s.get("signed_on") and day(s["expires"]) >= self.on for s in mine)
            last = max(mine, key=lambda s: (s.get("signed_on") or s["entered"], number(s["ref"])), default={})
            if valid or not last.get("refused"):
                out.append((valid, 1))
        return out

    def green(self):
        cards = [g for g in self.o.parts_of(self.o.greens, self.ref, self.on)
                 if (day(g.get("given")) or date.min) <= self.on <= (day(g.get("expires")) or EVER)]
        return [(any(g.get("person") in (None, p["ref"]) for g in cards), 1) for p in self.persons]

    def insured(self):
        out = []
        for p in self.persons:
            covered = False
            for i in self.o.parts_of(self.o.insured, self.ref, self.on):
                policy = self.o.policies.get(i["policy"])
                covered |= (policy is not None and i["person"] == p["ref"]
                            and max(day(policy["from"]), day(i.get("added")) or date.min) <= self.on
                            and self.on <= (day(self.part(policy, "to")) or EVER)
                            and self.on <= (day(self.part(i, "removed")) or EVER))
            out.append((covered, 1))
        return out

    def needs(self):
        return [n for n in self.o.parts_of(self.o.needs, self.ref, self.on)
                if day(self.part(n, "received")) <= self.on]

    def closed(self):
        return [(self.by(n, "closed"), 1) for n in self.needs()]

    def in_time(self):
        return [(day(self.part(n, "closed")) <= day(self.part(n, "due")), 1)
                for n in self.needs() if self.by(n, "closed")]

    def satisfied(self):
        said = [self.part(n, "satisfied") for n in self.needs()]
        return [(s != UNSATISFIED, 1) for s in said if s and s != NOT_ASKED]

    # -- quotas: what level and agreement asked in each of their days

    def agreed(self):
        return bool(self.at("preset"))

    def asked_on(self, d, counter):
        preset = self.o.field(self.f, "preset", d)
        return PRESETS[preset or LEVELS.get(self.o.field(self.f, "care_level", d), "standard")][counter]

    def stretches(self):
        """The days between opening and today in which neither level nor agreement changed."""
        cuts = {self.opened}
        for name in ("care_level", "preset"):
            cuts |= {e for e, was, is_ in self.o.turned(self.f, name) if self.opened < e <= self.on}
        cuts = sorted(cuts)
        cuts = [c for i, c in enumerate(cuts) if not i or any(
            self.o.field(self.f, n, c) != self.o.field(self.f, n, c - DAY) for n in ("care_level", "preset"))]
        return list(zip(cuts, [c - DAY for c in cuts[1:]] + [None]))

    def demands(self, counter):
        """(first day, last day, times) of each period until today, pro rata where one began in its middle."""
        for first, last in self.stretches():
            times, kind = self.asked_on(first, counter)
            d = first
            while d <= min(last or self.on, self.on):
                begin, end = period(kind, d)
                want = times if first <= begin else times * ((end - first).days + 1) // ((end - begin).days + 1)
                if last and last < end:  # what follows takes its place, unless it asks more often
                    t, k = self.asked_on(last + DAY, counter)
                    if t * DAYS[kind] < times * DAYS[k]:
                        want = 0
                yield max(begin, first), end, want
                d = end + DAY

    def done(self, counter, first, last):
        return sum(1 for v in self.visits() if first <= day(v["when"]) <= last
                   and v["mode"] in COUNTS[counter] and v["outcome"] in OUTCOMES_OK)

    def visits(self):
        if not hasattr(self, "seen"):
            self.seen = [v for v in self.o.parts_of(self.o.visits, self.ref, self.on)
                         if self.opened <= day(v["when"]) <= self.on]
        return self.seen

    def quota(self, counter):
        if self.agreed():
            return []
        demands = list(self.demands(counter))
        over = [x for x in demands if x[2] and self.span and self.span[0] <= x[1] <= self.span[1]]
        now = [x for x in demands[-1:] if x[2]]
        asked = over or now
        return [(all(self.done(counter, a, b) >= want for a, b, want in asked), 1)] if asked else []

    def contacted(self):
        return self.quota("contact")

    def met(self):
        return self.quota("meet")

    def visited(self):
        return self.quota("home")


INDICATORS = {"contacts": "no-contacts", "card": "no-card", "doctor": "no-doctor", "green": "no-green",
              "insured": "no-insurance", "contacted": "no-contact", "met": "no-meeting",
              "visited": "no-home-visit", "closed": "open-needs", "in_time": "late-needs",
              "satisfied": "unsatisfied"}
MONTH = {"begin": "begin-in", "in": "opened-in", "out": "closed-in", "end": "end-in", "bereaved": "bereaved-in",
         "disabled": "disabled-in", "turned": "turned-in", "contacts": "visits-in", "homes": "homes-in",
         "events": "events-in", "alarms": "alarms-in"}

# ---- comparing -----------------------------------------------------------------------------------

good, bad = 0, 0


def same(where, here, there, concerned=()):
    global good, bad
    if here == there:
        good += 1
        return
    bad += 1
    print(f"not ok - {where}: counted {here}, the board says {there}"
          + (f"; {' '.join(sorted(set(concerned)))}" if concerned else ""))


def listed(name, about, text):
    words = ["--period", text] if text else []
    return sorted(r["ref"] for r in ask("list", name, about, "--limit", "100000", *words))


def behind(where, name, about, text, want):
    """The list behind a number."""
    got = listed(name, about, text)
    same(f"{where} list {name} {about}", len(want), len(got), set(want) ^ set(got))
    if len(want) == len(got):
        same(f"{where} list {name} {about}, who", sorted(want), got)


def open_on(o, f, on):
    closed = day(o.field(f, "closed", on))
    return day(o.field(f, "opened", on)) <= on and not (closed and closed <= on)


def coverage(o, text, today):
    span = named(text) if text else None
    on = min(span[1], today) if span else today
    seen = [Seen(o, f, on, span) for f in o.families.values() if open_on(o, f, on)]
    of = {s.ref: {i: [(int(n), d) for n, d in getattr(s, i)()] for i in INDICATORS} for s in seen}

    def check(by, row, who, total=False):
        for i in INDICATORS:
            parts = [x for s in who for x in of[s.ref][i]]
            there = (row or {}).get(i, {"num": 0, "den": 0})
            same(f"coverage {text or 'now'} by {by} {name(row)} {i}", (sum(n for n, _ in parts), len(parts)),
                 (there["num"], there["den"]), [s.ref for s in who])
        same(f"coverage {text or 'now'} by {by} {name(row)} families", len(who), row["families"])
        same(f"coverage {text or 'now'} by {by} {name(row)} agreed", sum(s.agreed() for s in who),
             row.get("agreed", 0), [s.ref for s in who if s.agreed()])

    def name(row):
        return row["name"] if row else "?"

    for by, width in (("community", 12), ("street", 9)):
        rows = ask("board", "coverage", "--by", by, *(["--period", text] if text else []))
        if len(rows) > 1:
            check(by, rows.pop(), seen, True)
        for row in rows:
            check(by, row, [s for s in seen if s.home[:width] == row["code"]])
        same(f"coverage {text or 'now'} rows by {by}", sorted({s.home[:width] for s in seen}),
             sorted(r["code"] for r in rows))
    rows = ask("board", "coverage", "--by", "worker", *(["--period", text] if text else []))
    carried = {}
    for s in seen:
        for w in {s.part(a, "worker") for a in s.running}:
            carried.setdefault(w, []).append(s)
    for row in rows:
        check("worker", row, carried.get(row["ref"], []))
    same(f"coverage {text or 'now'} rows by worker", sorted(carried), sorted(r["ref"] for r in rows))
    whole = [("org:1", seen)] + sorted(carried.items())[:1]
    for about, who in whole:
        for i, gap in INDICATORS.items():
            behind(f"coverage {text or 'now'}", gap, about, text,
                   [s.ref for s in who if any(n < d for n, d in of[s.ref][i])])
        behind(f"coverage {text or 'now'}", "agreed", about, text, [s.ref for s in who if s.agreed()])


def movement(o, text, today):
    first, last = named(text or today.isoformat()[:7])
    eve = first - DAY
    items = {c: [] for c in MONTH}  # column -> (division of it, family or record)
    minutes = []
    for ref, f in o.families.items():
        was, is_ = (o.code(o.field(f, "community", d)) for d in (eve, last))
        begins, ends = open_on(o, f, eve), open_on(o, f, last)
        opened, closed = day(o.field(f, "opened", last)), day(o.field(f, "closed", last))
        passes = bool(closed) and first <= opened and first <= closed <= last and not begins and not ends
        kind = o.field(f, "kind", last)
        for width in (0, 9, 12):
            a, b = (was[:width], is_[:width])
            put = lambda c, div: items[c].append((width, div, ref))
            if begins:
                put("begin", a)
            if ends:
                put("end", b)
            if ends and not (begins and a == b) or passes:
                put("in", b)
            if begins and not (ends and a == b):
                put("out", a)
            if passes:
                put("out", b)
            if ends and kind in BEREAVED:
                put("bereaved", b)
            if ends and kind in DISABLED:
                put("disabled", b)
            if any(first <= e <= last and w and w != i for e, w, i in o.turned(f, "kind")):
                put("turned", b)

    def place(rec, columns):
        f = o.families.get(o.field(rec, "family", last))
        if f:
            home = o.code(o.field(f, "community", last))
            for width in (0, 9, 12):
                for c in columns:
                    items[c].append((width, home[:width], rec["ref"]))
                answered = rec.get("first_contact")
                if "events" in columns and answered and day(answered) <= last:
                    a, b = (datetime.fromisoformat(x) for x in (rec["known_at"], answered))
                    minutes.append((width, home[:width], max(0, int((b - a).total_seconds()) // 60)))

    for v in o.visits.values():
        if first <= day(v["when"]) <= last and v["outcome"] in OUTCOMES_OK:
            place(v, [c for c, modes in (("contacts", MODES_CONTACT), ("homes", MODES_HOME)) if v["mode"] in modes])
    for v in o.events.values():
        if first <= day(v["known_at"]) <= last:
            place(v, ["events"] + (["alarms"] if v.get("alarm") else []))

    def check(by, row, width, div):
        for c in MONTH:
            mine = [x for w, d, x in items[c] if (w, d) == (width, div)]
            same(f"month {text or 'now'} by {by} {row['name']} {c}", len(mine), row[c], mine)
        mine = [m for w, d, m in minutes if (w, d) == (width, div)]
        same(f"month {text or 'now'} by {by} {row['name']} first_minutes",
             (sum(mine) + len(mine) // 2) // len(mine) if mine else None, row.get("first_minutes"))

    for by, width in (("community", 12), ("street", 9)):
        rows = ask("board", "month", "--by", by, *(["--period", text] if text else []))
        if len(rows) > 1:
            check(by, rows.pop(), 0, "")
        for row in rows:
            check(by, row, width, row["code"])
        want = {d for c in items for w, d, _ in items[c] if w == width}
        same(f"month {text or 'now'} rows by {by}", [], sorted(want - {r["code"] for r in rows}))
    for c, behind_it in MONTH.items():
        behind(f"month {text or 'now'}", behind_it, "org:1", text, [x for w, _, x in items[c] if w == 0])


def ledger(o, text, today):
    """Gifts and the yuan of them, by who pays and for which of the six tasks, over a year or a month."""
    span = named(text) if text else period("year", today)
    sums = {}
    for f in o.families:
        for g in Office.records(ask("list", "gifts-of", f)).values():
            if span[0] <= day(g["on"]) <= span[1]:
                n, cash, value = sums.get((g.get("fund"), g.get("task")), (0, 0, 0))
                sums[g.get("fund"), g.get("task")] = (n + 1, cash + g.get("cash", 0), value + g.get("value", 0))
    rows = {(plain(r.get("fund")), plain(r.get("task"))): (r["gifts"], r.get("cash", 0), r.get("value", 0))
            for r in ask("board", "ledger", *(["--period", text] if text else []))}
    rows.pop((None, None), None) if (None, None) not in sums else None
    same(f"ledger {text or 'now'}", sums, rows)


def main():
    today = datetime.fromisoformat(environ["QINQING_NOW"]).date()
    office = Office()
    for text in [None, *sys.argv[1:]]:
        coverage(office, text, today)
        movement(office, text, today)
        ledger(office, text, today)
    reports.check(office, sys.argv[1:], today)
    if not bad:
        print(f"ok - {good} numbers of {len(office.families)} families counted anew")
    sys.exit(bad > 0)


if __name__ == "__main__":
    sys.modules["recount"] = sys.modules["__main__"]  # what reports.py finds wrong is counted here
    import reports
    main()
