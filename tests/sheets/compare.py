#!/usr/bin/python3
"""compare.py - is a workbook cell by cell what --json says?  usage: compare.py FILE.xlsx FILE.json COLUMN...

openpyxl reads the workbook, so it shares no line with the program.  Prints every difference, and how many cells there
were of what type, so that an empty sheet is not equal to an empty list."""
import datetime
import json
import re
import sys
from collections import Counter

import openpyxl

DAY = re.compile(r"\d{4}-\d\d-\d\d$")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d$")
STATE = {"": None, "met": "已达标", "open": "未到期", "soft": "快到期", "overdue": "超期", "urgent": "急办"}


def one(v):
    """What one JSON value is on paper."""
    if isinstance(v, bool):
        return "是" if v else "否"
    if isinstance(v, dict):
        return v.get("label", v.get("name", v.get("text")))
    return v


def day(text):
    d = datetime.datetime.fromisoformat(text)
    return d if d >= datetime.datetime(1900, 3, 1) else text


def cells(v):
    """The cells one JSON value takes."""
    if isinstance(v, dict) and "den" in v:
        return [v["num"], v["den"], v["num"] / v["den"] if v["den"] else None]
    if isinstance(v, dict) and "state" in v:
        return [STATE[v["state"]], day(v["day"]) if "day" in v else None]
    if isinstance(v, list):
        return ["、".join(one(i) for i in v)]
    if isinstance(v, str) and (DAY.match(v) or MOMENT.match(v)):
        return [day(v)]
    return [one(v)]


def widths(rows, column):
    return max(len(cells(r[column])) if column in r else 1 for r in rows)


def main():
    sheet = openpyxl.load_workbook(sys.argv[1]).active
    rows = json.load(open(sys.argv[2]))
    columns = sys.argv[3:]
    table = list(sheet.iter_rows())
    data = table[3:-1]
    kinds, bad = Counter(), 0

    if len(data) != len(rows):
        print(f"rows: {len(data)} in the sheet, {len(rows)} in the JSON")
        bad = 1
    wide = {c: widths(rows, c) for c in columns}
    for n, (cell_row, row) in enumerate(zip(data, rows)):
        want = []
        for c in columns:
            got = cells(row[c]) if c in row else []
            want += got + [None] * (wide[c] - len(got))
        have = [c.value for c in cell_row][-len(want):]
        for k, (w, h) in enumerate(zip(want, have)):
            same = w == h or (isinstance(w, float) and isinstance(h, (int, float)) and abs(w - h) < 1e-9)
            if not same or isinstance(w, str) != isinstance(h, str):
                print(f"row {n + 1} column {k + 1}: {h!r} in the sheet, {w!r} in the JSON")
                bad = 1
            kinds[type(h).__name__] += 1
    print(" ".join(sorted(kinds)))
    return bad


sys.exit(main())
