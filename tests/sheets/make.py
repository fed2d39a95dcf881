#!/usr/bin/python3
"""make.py - workbooks as other programs and other people make them.  usage: make.py NAME FILE

  roster   everything at once that rosters do: title rows, merged headings, days in all forms, rich text, formulas
  csv      the same families as roster has them, as CSV
  from     FROM.csv as a workbook of texts: make.py from FILE FROM.csv
"""
import csv
import datetime
import sys
import zipfile

import openpyxl
from openpyxl.styles import Font

FAMILIES = [
    ["王秀兰", "女", "230499195803120022", datetime.date(1958, 3, 12), "失独", "梧桐", "惠民家园12-3-501", 13900000001],
    ["𠮷田䶮", "男", "", datetime.date(1949, 1, 8), "失独", "梧桐", "惠民家园\n9-1-101", "13900000002"],
    ["李桂芳", "女", "", datetime.date(1961, 12, 31), "失独", "友谊", "矿工新村1-1-102", "13900000003、13900000004(女儿)"],
    ["阿卜杜拉·买买提", "男", "", datetime.date(1955, 5, 5), "失独", "友谊", "新兴里5-4-602", 4683345612],
]
TITLES = ["姓名", "性别", "证件号码", "出生日期", "家庭类别", "社区", "住址", "联系电话"]


def roster(path, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    cover = book.active
    cover.title = "说明"
    cover["A1"] = "填表说明"
    hidden = book.create_sheet("旧表")
    hidden.sheet_state = "hidden"
    hidden.append(TITLES)
    hidden.append(["张三", "男", "", "1950-01-01", "失独", "梧桐", "甲1-1-1", "13900000009"])
    sheet = book.create_sheet("花名册")
    sheet["A1"] = "向阳区特殊家庭花名册"
    sheet.merge_cells("A1:H1")
    for i, title in enumerate(TITLES):
        sheet.cell(3, i + 1, title)
    for k, family in enumerate(FAMILIES):
        for i, value in enumerate(family):
            cell = sheet.cell(4 + k, i + 1, value if value != "" else None)
            if isinstance(value, datetime.date):
                cell.number_format = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy", "[$-804]yyyy/m/d;@"][k]
    sheet["H7"].number_format = "00000000000"
    sheet.row_dimensions[5].hidden = True
    sheet["A4"].font = Font(bold=True)
    sheet["A9"] = "填表人：周敏"
    book.save(path)


def as_csv(path):
    with open(path, "w", newline="") as f:
        out = csv.writer(f)
        out.writerow(TITLES)
        for family in FAMILIES:
            row = [str(v) for v in family]
            row[7] = row[7].zfill(11)
            out.writerow(row)


def from_csv(path, source):
    book = openpyxl.Workbook()
    for row in csv.reader(open(source, encoding="utf-8-sig")):
        book.active.append(row)
    book.save(path)


CT = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
      '<Default Extension="xml" ContentType="application/xml"/></Types>')
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % REL)
BOOK = ('<workbook xmlns:r="%s"><workbookPr%s/><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>')
BOOK_RELS = ('<Relationships><Relationship Id="a" Type="%s/worksheet" Target="s.xml"/>'
             '<Relationship Id="b" Type="%s/sharedStrings" Target="/xl/str.xml"/>'
             '<Relationship Id="c" Type="%s/styles" Target="styles.xml"/></Relationships>' % (REL, REL, REL))
STYLES = ('<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="57"/></cellXfs></styleSheet>')


def parts(sheet, shared="<sst/>", attr="", **more):
    files = {"[Content_Types].xml": CT, "_rels/.rels": RELS, "xl/workbook.xml": BOOK % (REL, attr),
             "xl/_rels/workbook.xml.rels": BOOK_RELS, "xl/str.xml": shared, "xl/styles.xml": STYLES, "xl/s.xml": sheet}
    files.update(more)
    return files


def pack(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in files.items():
            z.writestr(name, text)


def rows(*data):
    """Rows of raw <c> contents: (attributes, inside)."""
    out = []
    for r, row in enumerate(data, 1):
        cells = "".join('<c r="%s%d" %s>%s</c>' % (chr(65 + i), r, a, v) for i, (a, v) in enumerate(row) if v is not None)
        out.append('<row r="%d">%s</row>' % (r, cells))
    return "<worksheet><sheetData>%s</sheetData></worksheet>" % "".join(out)


def inline(text):
    return ('t="inlineStr"', "<is><t>%s</t></is>" % text)


def num(v, style=0):
    return ('s="%d"' % style, "<v>%s</v>" % v)


def cells(path, attr=""):
    """One roster whose cells are each a thing of its own."""
    shared = ("<sst><si><t>姓名</t></si><si><r><t>王</t></r><r><rPr/><t xml:space=\"preserve\">秀兰</t></r>"
              "<rPh sb=\"0\" eb=\"1\"><t>ワン</t></rPh></si></sst>")
    sheet = rows(
        [('t="s"', "<v>0</v>"), inline("社区"), inline("出生日期"), inline("证件号码"), inline("联系电话"), inline("住址")],
        [('t="s"', "<v>1</v>"), ('t="str"', "<f>A1</f><v>梧桐</v>"), num(21256, 1), ("", None), num("13900000001"), inline("甲_x000D_1-1-1")],
        [inline("钱一"), inline("梧桐"), num(21256, 2), ("", None), num("1.3900000002E10"), inline("乙1-1-1")],
        [inline("孙二"), inline("梧桐"), num(21256), ("", None), ('t="e"', "<v>#N/A</v>"), inline("丙1-1-1")],
        [inline("周三"), inline("梧桐"), num(60, 1), ("", None), ("", None), inline("丁1-1-1")],
        [inline("吴四"), inline("梧桐"), num(59, 1), num("2.3049919580312E+17"), ("", None), inline("戊1-1-1")],
        [inline("郑五"), inline("梧桐"), num(61, 1), num("230499195803120022"), ("", None), inline("己1-1-1")],
        [inline("冯六"), inline("梧桐"), num(21256, 3), ("", None), ("", "<f>1+1</f>"), inline("庚1-1-1")],
    )
    pack(path, parts(sheet, shared, attr))


if __name__ == "__main__":
    what, target = sys.argv[1:3]
    {"roster": lambda: roster(target), "csv": lambda: as_csv(target), "cells": lambda: cells(target),
     "roster1904": lambda: roster(target, openpyxl.utils.datetime.CALENDAR_MAC_1904),
     "from": lambda: from_csv(target, sys.argv[3])}[what]()
