"""reports - every number of the reports, and the lists behind them, counted anew.  Called by recount.py, whose words
it uses; what a column means is said here once more, in the trade's words."""
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import recount as r
from recount import DAY, EVER, BEREAVED, DISABLED, MODES_CONTACT, MODES_HOME, OUTCOMES_OK, NOT_ASKED, UNSATISFIED
from recount import Office, Seen, ask, day, open_on, plain, same

REFUSED, RETURNED = "4", "2"
ATTEMPTS = {"2", "3", "4", "5", "6"}
ALONE, FLAG_ALONE = "1", "01"
HELPLESS = {"2", "3", "4"}


class Period:
    """What happened in a period, and how it stood on its last day; items are (number of a record, amount)."""

    def __init__(self, o, first, last, today):
        self.o, self.first, self.last, self.on = o, first, last, min(last, today)
        eve = first - DAY
        self.files = []
        for ref, f in o.families.items():
            was, home = (o.code(o.field(f, "community", d)) for d in (eve, self.on))
            begins, ends = open_on(o, f, eve), open_on(o, f, self.on)
            opened, closed = (day(o.field(f, n, self.on)) for n in ("opened", "closed"))
            passes = bool(closed) and first <= opened and first <= closed <= self.on and not begins and not ends
            seen = Seen(o, f, self.on, (first, last)) if ends else None
            self.files.append((ref, f, was, home, begins, ends, passes, seen))
        self.homes = {ref: home for ref, _, _, home, *_ in self.files}

    def within(self, d):
        return d is not None and self.first <= d <= self.on

    # -- files

    def flow(self, name, part):
        out = []
        for ref, f, was, home, begins, ends, passes, _ in self.files:
            b, e, p = begins and was.startswith(part), ends and home.startswith(part), passes and home.startswith(part)
            if {"begin": b, "end": e, "opened": p or e and not begins, "closed": p or b and not ends,
                    "moved_in": e and begins and not b, "moved_out": b and ends and not e}[name]:
                out.append((ref, 1))
        return out

    def open(self, part, holds):
        return [(ref, 1) for ref, f, _, home, _, ends, _, seen in self.files
                if ends and home.startswith(part) and holds(f, seen)]

    def turned(self, part):
        return [(ref, 1) for ref, f, _, home, *_ in self.files if home.startswith(part) and any(
            self.first <= e <= self.on and was and was != is_ for e, was, is_ in self.o.turned(f, "kind"))]

    def indicator(self, name, asked=False):
        def holds(_, seen):
            parts = getattr(seen, name)()
            return bool(parts) and (asked or all(n for n, _ in parts))
        return lambda part: self.open(part, holds)

    def refused(self, part):
        def holds(f, _):
            mine = [v for v in self.o.parts_of(self.o.visits, f["ref"], self.on) if self.within(day(v["when"]))]
            return any(v["outcome"] == REFUSED for v in mine) and not any(
                v["outcome"] in OUTCOMES_OK and v["mode"] in MODES_CONTACT for v in mine)
        return self.open(part, holds)

    # -- people

    def people(self, holds=lambda p, f, i, seen: True):
        def count(part):
            out = []
            for ref, f, _, home, _, ends, _, seen in self.files:
                for i, p in enumerate(seen.persons if ends and home.startswith(part) else ()):
                    if holds(p, f, i, seen):
                        out.append((p["ref"], 1))
            return out
        return count

    def aged(self, years):
        def holds(p, *_):
            birth = p.get("birth")
            if not birth:
                return False
            b = day((birth + "-01-01")[:10])
            return (self.on.year - b.year - ((self.on.month, self.on.day) < (b.month, b.day))) >= years
        return self.people(holds)

    def at(self, rec, name):
        return self.o.field(rec, name, self.on)

    def alone(self, p, f, *_):
        return self.at(f, "live_state") == ALONE or FLAG_ALONE in (self.at(f, "care_flags") or [])

    def in_hospital(self, p, f, *_):
        return any(e.get("person") == p["ref"] and (day(e.get("admit")) or EVER) <= self.on
                   and not (day(e.get("discharge")) or EVER) <= self.on
                   for e in self.o.parts_of(self.o.events, f["ref"], self.on))

    def willing(self, p, f, i, seen):
        mine = [s for s in self.o.parts_of(self.o.signs, f["ref"], self.on) if s["person"] == p["ref"]
                and day(s.get("signed_on") or s["entered"]) <= self.on]
        last = max(mine, key=lambda s: (s.get("signed_on") or s["entered"], r.number(s["ref"])), default={})
        return self.signed(p, f, i, seen) or not last.get("refused")

    def signed(self, p, f, *_):
        return any(s["person"] == p["ref"] and s.get("signed_on") and day(s["signed_on"]) <= self.on <= day(s["expires"])
                   for s in self.o.parts_of(self.o.signs, f["ref"], self.on))

    # -- what happened in a family, or was done by an org

    def happened(self, records, holds, amount=lambda x: 1):
        def count(part):
            out = []
            for x in records.values():
                home = self.homes.get(self.o.field(x, "family", self.on))
                if home and home.startswith(part) and holds(x):
                    out.append((x["ref"], amount(x)))
            return out
        return count

    def visits(self, modes=MODES_CONTACT, domain=None):
        return self.happened(self.o.visits, lambda v: self.within(day(v["when"])) and v["outcome"] in OUTCOMES_OK
                             and v["mode"] in modes & MODES_CONTACT and (not domain or domain in v.get("domains", ())))

    def missed(self, v):
        """Written down when the report of its month had been handed up."""
        home = self.homes.get(self.o.field(v, "family", self.on), "")
        return any(k["report"] == "R05" and k["state"] != RETURNED and k["from"] <= v["when"][:10] <= k["to"]
                   and home.startswith(self.o.code(k["org"])) and r.number(v["ref"]) > k["seen"] for k in self.o.frozen)

    def late(self, v):
        return day(v["when"]) < self.first and self.within(day(v.get("entered"))) and (
            v.get("late_days", 0) > 7 or self.missed(v))

    def on_day(self, records, name, amount=lambda x: 1):
        return self.happened(records, lambda x: self.within(day(self.at(x, name))), amount)

    def needs(self, holds):
        def whole(n):
            closed, due = day(self.at(n, "closed")), day(self.at(n, "due"))
            return holds(n, closed if closed and closed <= self.on else None, due)
        return self.happened(self.o.needs, whole)

    def activities(self, task=None, amount=lambda x: 1):
        def count(part):
            own = part.endswith("本级")
            code = part.removesuffix("本级")
            return [(x["ref"], amount(x)) for x in self.o.activities.values()
                    if "org" in x and self.within(day(x["on"])) and not x.get("cancelled")
                    and (not task or x["task"] == task)
                    and (self.o.code(x["org"]) == code if own else self.o.code(x["org"]).startswith(code))]
        return count


def of_field(name):
    return lambda x: x.get(name, 0)


def said(n):
    return n.get("satisfied") and n["satisfied"] != NOT_ASKED


def columns(p):
    """Of all reports: what a number of this name counts."""
    o = p.o
    out = {name: (lambda part, n=name: p.flow(n, part)) for name in
           ("begin", "end", "opened", "closed", "moved_in", "moved_out")}
    claims = p.on_day(o.claims, "paid_on"), p.on_day(o.claims, "paid_on", of_field("paid"))
    out.update({
        "bereaved": lambda part: p.open(part, lambda f, s: p.at(f, "kind") in BEREAVED),
        "disabled": lambda part: p.open(part, lambda f, s: p.at(f, "kind") in DISABLED),
        "turned": p.turned, "refused": p.refused,
        "dual": p.indicator("contacts"), "card": p.indicator("card"),
        "asked": p.indicator("contacted", True), "kept": p.indicator("contacted"),
        "meet_asked": p.indicator("met", True), "meet_kept": p.indicator("met"),
        "home_asked": p.indicator("visited", True), "home_kept": p.indicator("visited"),
        "agreed": lambda part: p.open(part, lambda f, s: s.agreed()),
        "people": p.people(), "over60": p.aged(60), "over80": p.aged(80),
        "alone": p.people(p.alone), "hospital": p.people(p.in_hospital),
        "helpless": p.people(lambda x, *_: p.at(x, "self_care") in HELPLESS),
        "willing": p.people(p.willing), "unwilling": p.people(lambda *x: not p.willing(*x)),
        "doctor": p.people(p.signed),
        "green": p.people(lambda x, f, i, seen: seen.green()[i][0]),
        "insured": p.people(lambda x, f, i, seen: seen.insured()[i][0]),
        "visits": p.visits(), "homes": p.visits(MODES_HOME), "calls": p.visits({"21", "32"}),
        "online": p.visits({"22", "23"}), "gatherings": p.visits({"15"}),
        "late": p.happened(o.visits, p.late),
        "gifts": p.on_day(o.gifts, "on"), "cash": p.on_day(o.gifts, "on", of_field("cash")),
        "goods": p.on_day(o.gifts, "on", of_field("value")), "psych": p.on_day(o.psychs, "on"),
        "received": p.on_day(o.needs, "received"),
        "settled": p.needs(lambda n, closed, due: p.within(closed)),
        "overdue": p.needs(lambda n, closed, due: day(n["received"]) <= p.on and not closed and due < p.on),
        "in_time": p.needs(lambda n, closed, due: p.within(closed) and closed <= due),
        "judged": p.needs(lambda n, closed, due: p.within(closed) and bool(p.at(n, "satisfied"))
                          and p.at(n, "satisfied") != NOT_ASKED),
        "satisfied": p.needs(lambda n, closed, due: p.within(closed) and bool(p.at(n, "satisfied"))
                             and p.at(n, "satisfied") not in (NOT_ASKED, UNSATISFIED)),
        "events": p.on_day(o.events, "known_at"),
        "alarms": p.happened(o.events, lambda e: p.within(day(e["known_at"])) and bool(e.get("alarm"))),
        "claims": claims[0], "paid": claims[1],
        "activities": p.activities(), "attended": p.activities(None, of_field("special_families")),
    })
    paid = lambda t, ym: bool(t.get("first_month")) and t["first_month"] <= ym and (
        not t.get("stop_month") or t["stop_month"] > ym)
    eve, last, first = ((p.first - DAY).isoformat()[:7], p.on.isoformat()[:7], p.first.isoformat()[:7])
    out.update({
        "paid_begin": p.happened(o.tefus, lambda t: paid(t, eve)), "paid_end": p.happened(o.tefus, lambda t: paid(t, last)),
        "paid_new": p.happened(o.tefus, lambda t: first <= t.get("first_month", "") <= last),
        "paid_stopped": p.happened(o.tefus, lambda t: first <= t.get("stop_month", "") <= last),
        "paid_bereaved": p.happened(o.tefus, lambda t: t["kind"] == "1" and paid(t, last)),
        "paid_disabled": p.happened(o.tefus, lambda t: t["kind"] == "2" and paid(t, last)),
        "reviews": p.happened(o.reviews, lambda x: x.get("year") == p.on.year),
        "confirmed": p.happened(o.reviews, lambda x: x.get("year") == p.on.year and x["state"] == "4"),
        "lost": p.happened(o.reviews, lambda x: x.get("year") == p.on.year and x["state"] == "5"),
    })
    for t in "123456":
        out["task" + t] = p.activities(t)
        out[f"task{t}_people"] = p.activities(t, of_field("people"))
    for d in "12345":
        out["domain" + d] = p.visits(domain=d)
    return out


SHARES = {"dual_rate": ("dual", "end"), "card_rate": ("card", "end"), "kept_rate": ("kept", "asked"),
          "doctor_rate": ("doctor", "willing"), "green_rate": ("green", "people"), "insured_rate": ("insured", "people"),
          "confirmed_rate": ("confirmed", "reviews"),
          "in_time_rate": ("in_time", "settled"), "satisfied_rate": ("satisfied", "judged")}
UNTOLD = ("complete", "complete_rate")  # what makes a file complete is the office's own: numbers and lists agree
BY_ORG = ("activities", "attended", "task")


def more_records(o):
    """What the boards do not look at."""
    if hasattr(o, "gifts"):
        return
    for name in ("gifts", "psych", "claims", "tefu", "reviews"):
        with ThreadPoolExecutor(2) as pool:
            rows = pool.map(lambda f, n=name: ask("list", n + "-of", f, "--limit", "100000"), o.families)
            setattr(o, name if name.endswith("s") else name + "s", Office.records([x for found in rows for x in found]))
    o.frozen = list(Office.records(ask("list", "frozen")).values())
    o.activities = Office.records(ask("list", "activities"))


def amount_of(items):
    return round(sum(n for _, n in items), 2)


def one(o, report, names, text, first, last, today):
    p = Period(o, first, last, today)
    counted = columns(p)
    where = f"{report} {text}"

    def of(name, row):
        """Of a row that is the org's own, only what the org did."""
        part = row["code"]
        if row.get("own"):
            return counted[name](part + "本级") if name.startswith(BY_ORG) else []
        return counted[name](part)

    def check(row):
        for name in names:
            if name in UNTOLD:
                continue
            if name in SHARES:
                some, all_ = (of(n, row) for n in SHARES[name])
                same(f"{where} {row['name']} {name}", (len(some), len(all_)), (row[name]["num"], row[name]["den"]))
            else:
                items = of(name, row)
                same(f"{where} {row['name']} {name}", amount_of(items), row[name], [x for x, _ in items])

    rows = []
    for by in ("community", "street"):
        found = ask("report", report, "--period", text, "--by", by)
        for row in found:
            check(row)
        rows += found
    lived = {p.homes[x] for x, *_ in p.files if x in {ref for ref, _ in p.flow("end", "")}}
    same(f"{where} rows", [], sorted(lived - {row["code"] for row in rows}))

    # Behind each number: of the whole, and of one row, another for every column.
    wanted = [(name, row) for i, name in enumerate(names) for row in (rows[-1], rows[i % len(rows)])]

    def listed(w):
        name, row = w
        org = row["ref"] if not row.get("own") else row["name"]
        return sorted(x["ref"] for x in ask("report", report, name, org, "--period", text, "--limit", "100000"))

    with ThreadPoolExecutor(2) as pool:
        for (name, row), got in zip(wanted, pool.map(listed, wanted)):
            if name in UNTOLD:
                n = row[name]
                same(f"{where} {row['name']} {name}, the list", n["den"] - n["num"] if isinstance(n, dict) else n, len(got))
                continue
            if name in SHARES:
                some, all_ = ({x for x, _ in of(n, row)} for n in SHARES[name])
                want = sorted(all_ - some)
            else:
                want = sorted(x for x, _ in of(name, row))
            same(f"{where} {row['name']} {name}, the list", want, got)


def check(o, months, today):
    more_records(o)
    reports = {x["name"]: x["columns"] for x in ask("report")}
    last = max(months)
    spans = [("R05", m) for m in months] + [("R06", f"{last[:4]}-Q{(int(last[5:]) + 2) // 3}"),
                                            ("R07", f"{last[:4]}-H{(int(last[5:]) + 5) // 6}"), ("R07", last[:4]), ("R10", last[:4])]
    for report, text in spans:
        d = date(int(text[:4]), 12 if text[4:] == "" else int(text[6:]) * 6 if "H" in text else
                 int(text[6:]) * 3 if "Q" in text else int(text[5:]), 1)
        kind = "year" if text[4:] == "" else "half" if "H" in text else "quarter" if "Q" in text else "month"
        one(o, report, reports[report], text, *r.period(kind, d), today)
