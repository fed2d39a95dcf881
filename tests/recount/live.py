#!/usr/bin/env python3
"""live - months of an office's life, one command after another, as the seed has it.

    tests/recount/live.py SEED STEPS FIRST LAST

Acts go backwards in time as people's do: many hold from an earlier day on.  What is refused is part of life; what
ends in a fault or a signal is a failure.
"""
import random
import subprocess
import sys
from datetime import date, timedelta
from os import environ

dice = random.Random(int(sys.argv[1]))
steps = int(sys.argv[2])
first, last = (date.fromisoformat(a) for a in sys.argv[3:5])
pick, chance = dice.choice, lambda n: dice.random() < n
families, workers, persons, visits, needs, events, assignments = 0, 8, 0, 0, 0, 0, 0
now, done = first, {}


def run(*words):
    env = dict(environ, QINQING_NOW=f"{now}T{dice.randint(8, 17):02}:{dice.randint(0, 59):02}")
    got = subprocess.run(["qinqing", *words], env=env, capture_output=True, text=True)
    act = " ".join(words[:2]) if words[0] in ("new", "set") else words[0]
    key = (act.split(":")[0], got.returncode == 2)
    done[key] = done.get(key, 0) + 1
    if got.returncode not in (0, 1, 2):
        print(f"not ok - {now} qinqing {' '.join(words)}: {got.returncode} {got.stderr.strip()}")
    return got.stdout if got.returncode == 0 else ""


def count(out, what):
    """How far the numbers of a type have come."""
    return max([int(w.split(":")[1]) for w in out.split() if w.startswith(what + ":")] or [0])


def back(most):
    return max(first, now - timedelta(dice.randint(0, most)))


def family():
    return f"family:{dice.randint(1, families)}"


COMMUNITIES = ("梧桐", "友谊", "煤城", "振兴")
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "秀兰桂英玉珍淑芳国强建军德海福贵"


def new_family():
    global families, persons
    out = run("new", "family", f"name={pick(SURNAMES)}{pick(GIVEN)}{pick(GIVEN)}", f"community={pick(COMMUNITIES)}",
              f"kind={pick(('11', '12', '21', '23', '41'))}", f"phone1=139{dice.randint(0, 99999999):08}",
              f"head.sex={pick('男女')}", f"head.birth={dice.randint(1940, 1975)}-0{dice.randint(1, 9)}-11",
              f"opened={back(40)}")
    families, persons = max(families, count(out, "family")), max(persons, count(out, "person"))
    if out and chance(.8):
        for relation in dice.sample(("夫", "独生子", "独生女", "孙子", "儿媳", "母亲"), dice.randint(1, 3)):
            if out := run("new", "person", f"family=family:{families}", f"name={pick(SURNAMES)}{pick(GIVEN)}",
                          f"relation={relation}", f"birth={dice.randint(1950, 2005)}-05-05"):
                persons = max(persons, count(out, "person"))
        for post in ("社区岗", "街道岗"):
            assign(f"family:{families}", post)


def assign(f=None, post=None):
    global assignments
    out = run("new", "assignment", f"family={f or family()}", f"post={post or pick(('社区岗', '街道岗', '志愿者结对'))}",
              f"worker=worker:{dice.randint(1, workers)}", f"from={back(20) + timedelta(10 * chance(.2))}",
              *([f"to={now + timedelta(dice.randint(-5, 60))}"] if chance(.2) else []))
    assignments = max(assignments, count(out, "assignment"))


def visit():
    global visits
    out = run("new", "visit", f"family={family()}", f"mode={pick(('11', '11', '12', '14', '21', '21', '21', '24', '41'))}",
              f"outcome={pick('111111127')}", f"by=worker:{dice.randint(1, workers)}", f"when={back(12)}")
    visits = max(visits, count(out, "visit"))


def need():
    global needs
    out = run("new", "need", f"family={family()}", "kind=住房维修", "text=漏水", f"received={back(10)}",
              f"urgent={pick('1234')}")
    needs = max(needs, count(out, "need"))


def end_need():
    n = f"need:{dice.randint(1, max(1, needs))}"
    run("set", n, f"result={pick('1234')}", f"closed={back(8)}") if chance(.6) else run(
        "set", n, f"satisfied={pick('1239')}", f"reply_at={back(8)}") if chance(.7) else run(
        "set", n, f"urgent={pick('1234')}") if chance(.6) else run("set", n, "result=", "closed=")


def event():
    global events
    out = run("new", "event", f"family={family()}", f"kind={pick(('01', '02', '03'))}", f"known_at={back(6)}T0{dice.randint(1, 7)}:30",
              *([f"first_contact={now}T07:59"] if chance(.4) else []))
    events = max(events, count(out, "event"))


def change():
    f, since = family(), back(25)
    run("set", f, *pick((
        (f"care_level={pick('123')}", f"care_since={since}", "care_reason=评估"),
        (f"care_level={pick('123')}", f"care_since={since}", "care_reason=评估"),
        (f"preset={pick(('light', '', 'raised'))}", f"preset_from={since}"),
        (f"kind={pick(('11', '12', '21', '90'))}", f"kind_since={since}", "kind_evidence=证明"),
        (f"community={pick(COMMUNITIES)}",), (f"card_given={since}",),
        (f"close_reason={pick(('05', '07'))}", f"closed={since}"), (f"close_reason=05",),
        ("closed=", "close_reason="))), "--why", "核对")


def person():
    p = f"person:{dice.randint(1, max(1, persons))}"
    run(*pick((
        ("set", p, "alive=否", f"death_date={back(20)}"), ("new", "sign", f"person={p}", f"signed_on={back(90)}", "doctor=赵医生",
            f"expires={now + timedelta(dice.randint(1, 60))}"), ("new", "sign", f"person={p}", "refused=是", "refuse_why=不愿意"),
        ("new", "insured", f"person={p}", f"policy=policy:{pick('12')}", f"added={back(60)}"),
        ("set", f"insured:{dice.randint(1, 9)}", f"removed={back(10)}", "remove_why=退保"),
        ("new", "green", f"family={family()}", "hospital=区医院", f"given={back(40)}", f"expires={now + timedelta(dice.randint(1, 50))}"))))


def staff():
    w = f"worker:{dice.randint(1, workers)}"
    run(*pick((
        ("handover", w, "--to", f"worker:{dice.randint(1, workers)}", "--on", str(back(9) + timedelta(dice.randint(0, 20)))),
        ("set", w, f"on_to={now}"), ("set", w, "on_to="), ("set", w, f"org={pick(COMMUNITIES)}"),
        ("set", f"assignment:{dice.randint(1, max(1, assignments))}", f"family_told={now}"),
        ("set", f"assignment:{dice.randint(1, max(1, assignments))}", f"to={back(10)}"))))


def put_right():
    v = f"visit:{dice.randint(1, max(1, visits))}"
    run(*pick((
        ("void", v, "--why", "记错了"), ("set", v, f"outcome={pick('12')}"), ("set", v, f"when={back(30)}"),
        ("set", v, f"mode={pick(('11', '21'))}"), ("void", f"event:{dice.randint(1, max(1, events))}", "--why", "记错了"),
        ("void", f"need:{dice.randint(1, max(1, needs))}", "--why", "记错了"), ("undo", "--yes"), ("undo", "--yes"), ("undo", "--yes"))))


def files():
    global families, persons
    if chance(.5):
        run("merge", family(), "--to", family())
    else:
        families = max(families, count(run("split", family(), f"person:{dice.randint(1, max(1, persons))}"), "family"))


for name, start, end in (("去年", "2025-07-01", "2026-04-10"), ("今年", "2026-04-01", "2026-12-31")):
    run("new", "policy", f"name={name}", f"from={start}", f"to={end}", "daily=100", "per_stay=90", "per_year=180")
LIFE = 14 * [visit] + 2 * [need] + 3 * [end_need] + [event] + 6 * [change] + 4 * [person] + 3 * [staff] + 4 * [put_right] + [files]
for _ in range(8):
    new_family()
for step in range(steps):
    now = first + (last - first) * (step + 1) // steps
    pick(LIFE)() if not chance(.02) else new_family()
    if chance(.05):
        assign()
for (act, refused), n in sorted(done.items()):
    print(f"# {act}: {n} {'refused' if refused else 'done'}")
