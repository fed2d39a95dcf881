#!/usr/bin/python3
"""hostile.py - files that mean harm, or that were harmed on their way.  usage: hostile.py DIR

Each is refused as a whole in one sentence, whatever it is, and changes nothing."""
import os
import struct
import sys
import zipfile

from make import BOOK, BOOK_RELS, CT, REL, RELS, inline, num, pack, parts, rows

HEAD = [inline("姓名"), inline("社区")]
ROW = [inline("王秀兰"), inline("梧桐")]
GOOD = rows(HEAD, ROW)


def bomb(path):
    """A part of 2 GB, which is 2 MB in the file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for name, text in parts("").items():
            if name != "xl/s.xml":
                z.writestr(name, text)
        with z.open("xl/s.xml", "w", force_zip64=True) as f:
            f.write(b"<worksheet><sheetData>")
            for _ in range(2048):
                f.write(b" " * (1 << 20))


def cut(path, share):
    pack(path + ".whole", parts(GOOD))
    data = open(path + ".whole", "rb").read()
    os.remove(path + ".whole")
    open(path, "wb").write(data[: int(len(data) * share)])


def flipped(path):
    """The compressed bytes of the sheet are not what they were."""
    pack(path, parts(GOOD))
    data = bytearray(open(path, "rb").read())
    at = data.rindex(b"xl/s.xml", 0, data.index(b"PK\x01\x02")) + 8
    for i in range(at + 4, at + 24):
        data[i] ^= 0x5A
    open(path, "wb").write(data)


def wrong_sum(path):
    """All is well but the checksum."""
    pack(path, parts(GOOD))
    data = bytearray(open(path, "rb").read())
    at = data.rindex(b"xl/s.xml") - 46
    data[at + 16: at + 20] = struct.pack("<I", 12345)
    open(path, "wb").write(data)


def locked(path):
    pack(path, parts(GOOD))
    data = bytearray(open(path, "rb").read())
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flag] |= 1
            at = data.find(mark, at + 4)
    open(path, "wb").write(data)


def laughs(n=10):
    text = '<!DOCTYPE worksheet [<!ENTITY a0 "haha">'
    for i in range(1, n):
        text += '<!ENTITY a%d "%s">' % (i, ("&a%d;" % (i - 1)) * 10)
    return text + "]>"


def wide(path):
    cells = "".join('<c t="inlineStr"><is><t>x</t></is></c>' for _ in range(1000000))
    pack(path, parts("<worksheet><sheetData><row>%s</row></sheetData></worksheet>" % cells))


def book(path, text):
    pack(path, dict(parts(GOOD), **{"xl/workbook.xml": text}))


def raw(path, data):
    open(path, "wb").write(data)


def sheet(text):
    return lambda path: pack(path, parts(text))


def shared(text, cell="<v>0</v>"):
    return lambda path: pack(path, parts(rows([('t="s"', cell)]), text))


FILES = {
    "bomb.xlsx": bomb,
    "half.xlsx": lambda p: cut(p, 0.5),
    "tail.xlsx": lambda p: cut(p, 0.97),
    "head.xlsx": lambda p: cut(p, 0.02),
    "flipped.xlsx": flipped,
    "sum.xlsx": wrong_sum,
    "locked.xlsx": locked,
    "laughs.xlsx": sheet(laughs() + GOOD.replace("王秀兰", "&a9;")),
    "outside.xlsx": sheet('<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">' + GOOD),
    "sharedlaughs.xlsx": shared(laughs() + "<sst><si><t>&a9;</t></si></sst>"),
    "booklaughs.xlsx": lambda p: book(p, laughs() + BOOK % (REL, "")),
    "wide.xlsx": wide,
    "faraway.xlsx": sheet(rows(HEAD, ROW).replace('r="B2"', 'r="XFD2"')),
    "beyond.xlsx": sheet(rows(HEAD, ROW).replace('r="B2"', 'r="ZZZZZZ2"')),
    "backward.xlsx": sheet(rows(HEAD, ROW).replace('<row r="2">', '<row r="1">')),
    "rownumber.xlsx": sheet(rows(HEAD, ROW).replace('<row r="2">', '<row r="99999999999">')),
    "samecell.xlsx": sheet(rows(HEAD, ROW).replace('r="B2"', 'r="A2"')),
    "noshared.xlsx": shared("<sst/>"),
    "negative.xlsx": shared("<sst><si><t>姓名</t></si></sst>", "<v>-1</v>"),
    "cyclic.xlsx": shared("<sst><si><t>0</t></si></sst>", "<v>4294967296</v>"),
    "deep.xlsx": sheet("<worksheet>" + "<a>" * 100000),
    "notxml.xlsx": sheet("这不是XML"),
    "unclosed.xlsx": sheet(GOOD[:-30]),
    "latin.xlsx": sheet('<?xml version="1.0" encoding="made-up"?>' + GOOD),
    "nobook.xlsx": lambda p: pack(p, {"[Content_Types].xml": CT, "_rels/.rels": RELS}),
    "norelations.xlsx": lambda p: pack(p, {"xl/workbook.xml": BOOK % (REL, "")}),
    "nosheet.xlsx": lambda p: pack(p, {k: v for k, v in parts(GOOD).items() if k != "xl/s.xml"}),
    "upward.xlsx": lambda p: pack(p, dict(parts(GOOD), **{
        "xl/_rels/workbook.xml.rels": BOOK_RELS.replace("s.xml", "../../../../etc/passwd")})),
    "allhidden.xlsx": lambda p: book(p, (BOOK % (REL, "")).replace("sheetId", 'state="hidden" sheetId')),
    "many.xlsx": lambda p: book(p, "<workbook><sheets>%s</sheets></workbook>" % ('<sheet name="x"/>' * 5000)),
    "entries.xlsx": lambda p: pack(p, dict(parts(GOOD), **{"x%d" % i: "" for i in range(3000)})),
    "empty.xlsx": lambda p: pack(p, {}),
    "word.xlsx": lambda p: pack(p, {"word/document.xml": "<document/>"}),
    "old.xls": lambda p: raw(p, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    "numbers.xlsx": sheet(rows([num("nan")], [num("1e999")])),
    "nul.csv": lambda p: raw(p, "姓名,社区\n王\0秀兰,梧桐\n".encode()),
    "quote.csv": lambda p: raw(p, ('姓名,社区\n"王秀兰,梧桐\n' + "李四,梧桐\n" * 1000).encode()),
    "mixed.csv": lambda p: raw(p, "姓名,社区\n王秀兰,梧桐\n".encode() + "李四,梧桐\xff\n".encode("gb18030", "replace") + b"\xff\xfe\n"),
    "halfutf16.csv": lambda p: raw(p, b"\xff\xfe" + "姓名,社区\n".encode("utf-16-le") + b"\x3d"),
    "line.csv": lambda p: raw(p, b"x" * (64 << 20)),
    "columns.csv": lambda p: raw(p, b"x," * 1000000 + b"\n"),
    "picture.csv": lambda p: raw(p, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
    "nothing.csv": lambda p: raw(p, b""),
}

if __name__ == "__main__":
    os.chdir(sys.argv[1])
    for name, make in FILES.items():
        make(name)
